"""``rhetoric score``: the scores of some texts, by voice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from rhetoric.cli.options import finish, settings_of, shared, tell, working


@click.command("score", no_args_is_help=True)
@click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Save as .csv, .jsonl or .parquet instead."
)
@click.option("--feature", default="", help="Only features whose name starts so, e.g. theme.pluralism.")
@click.option("--voice", default="", help="Only this voice; 'all' is the whole text.")
@shared()
def command(inputs: tuple[Path, ...], output: Path | None, feature: str, voice: str, **given: Any) -> None:
    """Print or save one row for every text, voice and feature: value, hits, exposure, interval.

    \b
    Examples:
      rhetoric score interview.txt
      rhetoric score speeches/ --feature theme. -o scores.csv
      rhetoric score a.txt b.txt --voice all --layers sentiment
    """
    from rhetoric.pipeline import analyse

    with working("Reading and scoring"):
        analysis = analyse(list(inputs), settings_of(**given))
        scores = analysis.scores
    scores = scores[scores["feature"].str.startswith(feature)]
    if voice:
        scores = scores[scores["voice"] == voice]
    tell(analysis.problems)
    if output:
        from rhetoric.batch.store import write

        write(scores, output)
        click.echo(f"{output}: {len(scores)} rows")
    else:
        from rhetoric.cli.printing import show

        show(
            scores[scores["hits"] > 0].drop(columns="exposure"), "Scores (rows with no hit are left out here)"
        )
    finish(analysis.problems)
