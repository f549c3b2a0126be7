"""``rhetoric report``: one HTML page about some texts."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Any

import click

from rhetoric.cli.options import command_line, finish, settings_of, shared, tell, unlike_default, working

if TYPE_CHECKING:
    from rhetoric.analysis import Analysis
    from rhetoric.model.report import Report

EXAMPLE = Path("reports") / "cruddas-vs-lawson.html"


@click.command("report", no_args_is_help=False)
@click.argument("inputs", nargs=-1, type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="File to write: .html, .md or .json.")
@click.option(
    "--by", default=None, help="What to compare: voice (default), doc_id, or a field such as party."
)
@click.option(
    "--cluster",
    default=None,
    help="What texts are clusters of, such as voice or party,year: clusters are resampled in place of texts.",
)
@click.option("--a", default="", help="One side, by its name, where three or more would be compared.")
@click.option("--b", default="", help="The side it is held against; by default the largest other.")
@click.option(
    "--text", type=click.Choice(["full", "excerpts", "none"]), help="How much of the texts the page holds."
)
@click.option(
    "--validation",
    "validations",
    multiple=True,
    type=click.Path(),
    help="A record of 'rhetoric validate'. Those beside the inputs and in the working folder are found by themselves.",
)
@click.option(
    "--lang",
    type=click.Choice(["en"]),
    default="en",
    help="The language of the page's own words; English only so far.",
)
@click.option(
    "--export",
    "folder",
    type=click.Path(path_type=Path),
    help="A folder for figures, tables, a methods paragraph and references for a paper.",
)
@click.option("--large", is_flag=True, help="Write a page of more than 25 MB too.")
@shared()
def command(
    inputs: tuple[Path, ...],
    output: Path | None,
    a: str,
    b: str,
    lang: str,
    folder: Path | None,
    large: bool,
    **given: Any,
) -> None:
    """Write one HTML page about one text or many; it opens anywhere and works offline.

    With no INPUTS, the two New Statesman articles that come with the package are compared. A folder that 'rhetoric batch' wrote is
    read back without analysing again. From 201 texts on the page is about the corpus: it shows the texts that hold most of what
    the findings say, and writes the table of all texts and all passages to a folder beside it.

    \b
    Examples:
      rhetoric report
      rhetoric report interview.txt op-ed.md -o comparison.html
      rhetoric report speeches/ --by party -o parties.html
      rhetoric report speeches/ --by party --a Labour --b Conservative -o two.html
      rhetoric report a.txt b.txt --text none -o shareable.html
      rhetoric report a.txt b.txt --export paper/
      rhetoric report results/ --by party -o parties.html
    """
    from rhetoric.load import is_results

    paths = list(inputs) or [example_corpus()]
    target = output or (EXAMPLE if not inputs else Path("report.html"))
    stored = len(inputs) == 1 and is_results(inputs[0])
    with working("Reading and scoring"):
        analysis = reopened(paths[0], given) if stored else analysed(paths, given, beside=bool(inputs))
    settings = analysis.settings
    tell(analysis.problems)
    if len(analysis.corpus) == 1:
        said = "one text only: its voices are compared where it has two; name a second text to compare texts"
        click.echo(
            click.style("warning: ", fg="yellow") + f"{analysis.corpus.documents[0].id}: {said}", err=True
        )
    chosen = ("by", "cluster", "text") if stored else ("by", "cluster", "text", "metaphor", "tone", "device")
    sides = {k: quote(v) for k, v in (("a", a), ("b", b)) if v}
    shown = command_line("report", *inputs, **unlike_default(settings, *chosen), **sides)
    with working("Writing the page"):
        made = analysis.report(command=shown, a=a, b=b)
        saved = made.save(target, large=large)
    if saved.suffix.lower() not in (".md", ".json"):
        about(made, saved)
    click.echo(
        f"{saved} ({saved.stat().st_size / 1000:.0f} kB): {', '.join(d.title or d.id for d in analysis.corpus.documents[:3])}"
    )
    if folder is not None:
        with working("Writing figures and tables"):
            exported(made, folder)
    finish(analysis.problems)


def exported(made: Report, folder: Path) -> None:
    """Write a report as files for a paper, and say what was written."""
    paths = made.export(folder)
    figures = {p.stem.removesuffix("-89mm") for p in paths if p.suffix == ".svg"}
    tables = [p for p in paths if p.suffix == ".csv"]
    click.echo(
        f"{folder}: {len(figures)} figures (SVG, PDF and PNG, 183 and 89 mm wide), {len(tables)} tables (CSV, LaTeX and "
        "tables.xlsx), methods and references; README.md says what is what"
    )


def about(made: Report, saved: Path) -> None:
    """Say which part of a page is too large, and where that is which it has no room for."""
    advice = "" if made.size is None else made.size(made.facts, saved.read_text(encoding="utf-8")).advice
    if advice:
        click.echo(click.style("warning: ", fg="yellow") + advice, err=True)
    if made.aside is not None:
        click.echo(
            f"{saved.with_name(saved.stem + '_data')}: every text and every passage, as Parquet and CSV"
        )


def analysed(paths: list[Path], given: dict[str, Any], *, beside: bool) -> Analysis:
    """Return the analysis of files and folders; records of validation that lie `beside` them are used."""
    from rhetoric.pipeline import analyse

    settings = settings_of(**given)
    if beside and not settings.validations:
        from rhetoric.coding import records_beside

        settings = dataclasses.replace(settings, validations=tuple(map(str, records_beside(paths))))
    return analyse(paths, settings)


def reopened(folder: Path, given: dict[str, Any]) -> Analysis:
    """Return the analysis that a result directory holds."""
    from rhetoric.coding import records_beside
    from rhetoric.pipeline import reopen

    chosen = {k: v for k, v in given.items() if v is not None and v != ()}
    chosen.setdefault("validations", tuple(map(str, records_beside([folder]))))
    return reopen(folder, **chosen)


def example_corpus() -> Path:
    """Return the folder of the two articles: the checkout's, or the copy inside the installed package."""
    import rhetoric

    package = Path(rhetoric.__file__).parent
    places = (Path("corpus"), package / "data" / "corpus", package.parents[1] / "corpus")
    return next((p for p in places if (p / "cruddas-interview.md").exists()), places[1])
