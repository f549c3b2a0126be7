"""``rhetoric batch``: many texts into a folder of tables."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from rhetoric.cli.options import SOME_FAILED, settings_of, shared, tell
from rhetoric.cli.progress import bar

if TYPE_CHECKING:
    from rhetoric.batch.summary import Summary

STOPPED = 130


@click.command("batch", no_args_is_help=True)
@click.argument("inputs", nargs=-1, required=True)
@click.option(
    "-o", "--output", required=True, help="Folder for the tables, or a URL such as s3://bucket/results."
)
@click.option(
    "--format",
    "formats",
    type=click.Choice(["parquet", "csv", "jsonl"]),
    multiple=True,
    help="How to write the tables; may be repeated. Default: parquet.",
)
@click.option(
    "--force", is_flag=True, help="Start anew: replace the tables, or the broken-off run, in the folder."
)
@click.option(
    "--resume", is_flag=True, help="Go on with a run that was broken off; repeat its command and add this."
)
@click.option(
    "--append", is_flag=True, help="Add to finished tables: only texts whose id is not in them are analysed."
)
@click.option(
    "--replace",
    is_flag=True,
    help="With --append: a text whose id is known but whose words have changed takes the place of the old one.",
)
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    help="Processes that analyse. Default: one for each CPU; 1 for few texts.",
)
@click.option("--scheduler", default="", help="Address of a Dask scheduler whose workers analyse instead.")
@shared()
def command(
    inputs: tuple[str, ...],
    output: str,
    formats: tuple[str, ...],
    force: bool,
    resume: bool,
    append: bool,
    replace: bool,
    workers: int | None,
    scheduler: str,
    **given: Any,
) -> None:
    """Analyse many texts into a folder of tables: documents, quotations, evidence, stance, exposure, scores, errors, and run.json.

    INPUTS are files, folders, patterns in quotation marks, URLs, or - for standard input. A file of .txt, .md, .html, .pdf, .docx, .odt, .rtf,
    .epub or .xml (ParlaMint, Hansard) is one text. A table (.csv, .tsv, .xlsx, .parquet, .jsonl, .json) holds one text a row. Each may be
    packed as .gz or .zip.

    What cannot be read becomes a row of the errors table that says why; the rest goes on, and the exit code is 3 and not 0. The tables are
    the same to the byte for any number of workers. What is done is kept: after a crash, --resume goes on from there.

    \b
    Folders, packed files, patterns, standard input:
      rhetoric batch speeches/ -o results
      rhetoric batch news.jsonl.gz archive.zip -o results
      rhetoric batch "speeches/**/*.txt" -o results
      zcat news.jsonl.gz | head -1000 | rhetoric batch - -o results
    \b
    A table of texts; what is looked for; how tables are written:
      rhetoric batch hansard.csv --text-column body -o results --format csv --format parquet
      rhetoric batch news.jsonl.gz -o results --layers theme,sentiment --workers 8
    \b
    Go on after a crash; add this year's texts to a finished run:
      rhetoric batch news.jsonl.gz -o results --layers theme,sentiment --resume
      rhetoric batch 2027.jsonl -o results --layers theme,sentiment --append
    \b
    On a cluster, from and to an object store:
      rhetoric batch s3://bucket/texts/ -o s3://bucket/results --scheduler tcp://10.0.0.1:8786
    \b
    Then:
      rhetoric query results "select error, count(*) from errors group by 1"
      rhetoric report results --by party -o report.html
    """
    from rhetoric.batch.run import run

    settings = settings_of(**given)
    shown = bar(inputs)
    try:
        with shown as advance:
            summary = run(
                list(inputs),
                output,
                settings,
                formats or ("parquet",),
                force=force,
                resume=resume,
                append=append,
                replace=replace,
                workers=workers,
                scheduler=scheduler,
                advance=advance,
            )
    except KeyboardInterrupt:
        click.echo(
            f"\nrhetoric: stopped after {shown.documents:,} texts; they are kept - repeat the command with --resume to go on",
            err=True,
        )
        sys.exit(STOPPED)
    told(summary, output, shown)
    if summary.errors:
        sys.exit(SOME_FAILED)


def told(summary: Summary, output: str, shown: bar) -> None:
    """Say what was done."""
    tell([*summary.first, *summary.overrides])
    if summary.errors > len(summary.first):
        click.echo(f"... and {summary.errors - len(summary.first):,} more; see the errors table", err=True)
    click.echo(
        f"{output}: {summary.documents:,} texts, {summary.words:,} words, {summary.evidence:,} pieces of evidence, "
        f"{summary.errors:,} errors, {summary.warnings:,} warnings"
    )
    if summary.kinds:
        click.echo("errors: " + ", ".join(f"{n:,} {kind}" for kind, n in summary.kinds.items()))
    if summary.skipped or summary.replaced:
        click.echo(f"{summary.skipped:,} texts were there already, {summary.replaced:,} were replaced")
    click.echo(f"{shown.characters / 1e6:,.1f} MB of text in {shown.seconds:,.1f} s, {shown.rate:.2f} MB/s")
