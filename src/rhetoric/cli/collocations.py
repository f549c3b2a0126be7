"""``rhetoric collocations``: runs of words that hold together."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import click

from rhetoric.cli.options import finish, settings_of, shared, tell, usable, working


@click.command("collocations", no_args_is_help=True)
@click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--size", type=click.IntRange(2, 3), default=2, show_default=True, help="Words of a run.")
@click.option("--least", type=click.IntRange(1), default=5, show_default=True, help="Leave out rarer runs.")
@click.option(
    "--no-function-words", is_flag=True, help="Leave out runs that begin or end with a function word."
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Save as .csv, .jsonl or .parquet.")
@shared("settings_file", "text_column", "id_column", "any_language")
def command(
    inputs: tuple[Path, ...],
    size: int,
    least: int,
    no_function_words: bool,
    output: Path | None,
    **given: Any,
) -> None:
    """Show the runs of two or three words that hold together, those most sure to do so first.

    Lambda says how strongly, z how surely; see docs/keyness.md.

    \b
    Examples:
      rhetoric collocations corpus/
      rhetoric collocations speeches.csv --size 3 --no-function-words -o runs.csv
    """
    from rhetoric.compare.ngrams import collocations
    from rhetoric.load import load
    from rhetoric.pipeline import prepared

    settings = dataclasses.replace(settings_of(**given), layers=())
    with working("Reading"):
        loaded = load(list(inputs), settings)
        rows = collocations(prepared(usable(loaded)), size, least, not no_function_words)
    tell(loaded.problems)
    if output:
        from rhetoric.batch.store import write

        write(rows, output)
        click.echo(f"{output}: {len(rows):,} rows")
    else:
        from rhetoric.cli.printing import show

        show(rows, f"{len(rows):,} runs of {size} words that stand {least} times or more", 40)
    finish(loaded.problems)
