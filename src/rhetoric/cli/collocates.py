"""``rhetoric collocates``: the words that stand near a word."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import click

from rhetoric.cli.options import finish, settings_of, shared, tell, usable, working


@click.command("collocates", no_args_is_help=True)
@click.argument("pattern")
@click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--window", type=click.IntRange(1), default=5, show_default=True, help="Words on each side.")
@click.option(
    "--least",
    type=click.IntRange(1),
    default=2,
    show_default=True,
    help="Leave out words near it less often.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Save as .csv, .jsonl or .parquet.")
@shared("settings_file", "text_column", "id_column", "any_language")
def command(
    pattern: str, inputs: tuple[Path, ...], window: int, least: int, output: Path | None, **given: Any
) -> None:
    """Show the words that stand near PATTERN, within its sentence, those most surely tied to it first.

    Above 0, the log ratio says that a word stands near the pattern more than elsewhere: 1 is twice as often. Look at texts as well: a
    phrase that one text repeats makes a strong tie. See docs/keyness.md.

    \b
    Examples:
      rhetoric collocates "alliance*" corpus/
      rhetoric collocates "tax|taxes" speeches.csv --window 3 --least 5 -o tax.csv
    """
    from rhetoric.compare.collocations import collocates
    from rhetoric.load import load
    from rhetoric.pipeline import prepared

    settings = dataclasses.replace(settings_of(**given), layers=())
    with working("Reading"):
        loaded = load(list(inputs), settings)
        rows = collocates(prepared(usable(loaded)), pattern, window, least)
    tell(loaded.problems)
    if output:
        from rhetoric.batch.store import write

        write(rows, output)
        click.echo(f"{output}: {len(rows):,} rows")
    else:
        from rhetoric.cli.printing import show

        show(rows.rename(columns=lambda c: c.replace("_", " ")), f"{len(rows)} words near {pattern}", 40)
    finish(loaded.problems)
