"""``rhetoric trend``: what was said how often over time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from rhetoric.cli.options import finish, settings_of, shared, tell, working


@click.command("trend", no_args_is_help=True)
@click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--feature",
    "features",
    multiple=True,
    help="Only this feature or family, e.g. theme.economy_crisis or theme; may be repeated.",
)
@click.option(
    "--every",
    type=click.Choice(["day", "week", "month", "quarter", "year"]),
    help="The period; by default one that suits the dates.",
)
@click.option("--by", default="", help="One line a group: voice, or a field of the texts such as party.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Save every period as .csv, .jsonl or .parquet."
)
@click.option("--summary", type=click.Path(path_type=Path), help="Save the change a year of every feature.")
@shared()
def command(
    inputs: tuple[Path, ...],
    features: tuple[str, ...],
    every: str | None,
    by: str,
    output: Path | None,
    summary: Path | None,
    **given: Any,
) -> None:
    """Show rates by day, week, month, quarter or year, with intervals, a smooth line and the change a year.

    Texts need dates: a date column, front matter, or the date that a page or transcript carries; YYYY and YYYY-MM will do
    where the period is as long. Three periods with texts are needed; see docs/trends.md.

    \b
    Examples:
      rhetoric trend speeches.csv --feature theme.economy_crisis --every year -o out.csv
      rhetoric trend speeches.csv --feature sentiment --by party
      rhetoric trend columns/ --layers theme,device --summary changes.csv
    """
    from rhetoric.pipeline import analyse

    settings = settings_of(**given)
    if not given.get("layers") and features:
        families = tuple(n for n in settings.layers if n in {f.partition(".")[0] for f in features})
        settings = settings_of(**{**given, "layers": families}) if families else settings
    with working("Reading and counting"):
        analysis = analyse(list(inputs), settings)
        found = analysis.trend(features, by, every or "")
    tell(analysis.problems)
    from rhetoric.batch.store import write
    from rhetoric.cli.printing import show

    for rows, path in ((found.table, output), (found.summary, summary)):
        if path:
            write(rows, path)
            click.echo(f"{path}: {len(rows)} rows")
    if not output and not summary:
        columns = ["feature", "group", "hits", "effect", "low", "high", "strength"]
        if found.summary["group"].nunique() < 2:
            columns.remove("group")
        show(found.summary[columns], "Change a year: a ratio (for means a difference), with its interval")
        if len(found.summary) == 1:
            columns = ["period", "texts", "words", "hits", "value", "low", "high", "smooth"]
            show(found.table[columns], str(found.table["feature"].iloc[0]))
    for note in found.notes:
        click.echo(f"note: {note}", err=True)
    finish(analysis.problems)
