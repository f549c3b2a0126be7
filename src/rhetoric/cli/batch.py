"""``rhetoric batch``: many texts into a folder of tables."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from rhetoric.cli.options import finish, settings_of, shared, tell


@click.command("batch", no_args_is_help=True)
@click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="Folder for the tables.")
@click.option(
    "--format",
    "formats",
    type=click.Choice(["parquet", "csv", "jsonl"]),
    multiple=True,
    help="What to write; may be repeated. Default: parquet.",
)
@click.option("--force", is_flag=True, help="Replace tables that are there already.")
@shared()
def command(
    inputs: tuple[Path, ...], output: Path, formats: tuple[str, ...], force: bool, **given: Any
) -> None:
    """Analyse files, folders or tables of texts into documents, quotations, evidence, exposure, scores, errors.

    A row or file that cannot be read becomes a row of the errors table; the rest goes on.

    \b
    Examples:
      rhetoric batch speeches/ -o results
      rhetoric batch hansard.csv --text-column body -o results --format csv --format parquet
      rhetoric batch news.jsonl -o results --layers theme,sentiment
    """
    from rhetoric.batch.run import run

    settings = settings_of(**given)
    with bar() as advance:
        summary = run(list(inputs), output, settings, formats or ("parquet",), force=force, advance=advance)
    tell([p for p in summary.problems if p.level == "error" or p.error == "override"])
    click.echo(
        f"{output}: {summary.documents:,} texts, {summary.words:,} words, {summary.evidence:,} pieces of evidence, "
        f"{summary.errors:,} errors, {len(summary.problems) - summary.errors:,} warnings"
    )
    finish(summary.problems)


class bar:
    """A progress display on standard error: texts so far and their rate, if a person is watching."""

    def __enter__(self) -> Any:
        if not sys.stderr.isatty():
            return lambda documents, characters: None
        from rich.console import Console
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
        self.progress = Progress(*columns, console=Console(stderr=True))
        self.progress.start()
        self.task = self.progress.add_task("reading")
        self.done = [0, 0]
        return self.advance

    def advance(self, documents: int, characters: int) -> None:
        """Count what has been done."""
        self.done = [self.done[0] + documents, self.done[1] + characters]
        elapsed = self.progress.tasks[0].elapsed or 1e-9
        rate = self.done[1] / 1e6 / elapsed
        self.progress.update(
            self.task, description=f"{self.done[0]:,} texts, {rate:.2f} million characters a second"
        )

    def __exit__(self, *fault: object) -> None:
        if hasattr(self, "progress"):
            self.progress.stop()
