"""``rhetoric topics``: words that come together over many texts."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import click

from rhetoric.cli.options import finish, settings_of, shared, tell, usable, working


@click.command("topics", no_args_is_help=True)
@click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-n", "--topics", "many", default=10, show_default=True, help="How many; there is no right number."
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Save topics as .csv, .jsonl or .parquet."
)
@click.option(
    "--documents",
    "documents_file",
    type=click.Path(path_type=Path),
    help="Save the shares of topics in each text.",
)
@shared("settings_file", "overrides", "text_column", "id_column", "any_language", "seed")
def command(
    inputs: tuple[Path, ...], many: int, output: Path | None, documents_file: Path | None, **given: Any
) -> None:
    """Find topics in fifty texts or more: words that come together, and how steady each is from another start.

    \b
    Examples:
      rhetoric topics speeches.csv
      rhetoric topics speeches/ -n 20 -o topics.csv --documents shares.csv
    """
    from rhetoric.batch.store import write
    from rhetoric.cli.printing import show
    from rhetoric.load import load
    from rhetoric.pipeline import analyse_documents

    settings = dataclasses.replace(settings_of(**given), layers=())
    with working("Reading"):
        loaded = load(list(inputs), settings)
        analysis = analyse_documents(usable(loaded), settings)
    tell(loaded.problems)
    with working("Fitting"):
        found = analysis.topics(many)
    for note in found.notes:
        click.echo(note, err=True)
    if documents_file:
        write(found.documents, documents_file)
        click.echo(f"{documents_file}: {len(found.documents)} rows")
    if output:
        write(found.topics, output)
        click.echo(f"{output}: {len(found.topics)} rows")
    elif not documents_file:
        show(found.topics.round(2), repr(found)[1:-1])
    finish(loaded.problems)
