"""``rhetoric report``: one HTML page about some texts."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import click

from rhetoric.cli.options import command_line, finish, settings_of, shared, tell, unlike_default, working

EXAMPLE = Path("reports") / "cruddas-vs-lawson.html"


@click.command("report", no_args_is_help=False)
@click.argument("inputs", nargs=-1, type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="File to write: .html, .md or .json.")
@click.option(
    "--by", default=None, help="What to compare: voice (default), doc_id, or a field such as party."
)
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
@shared()
def command(inputs: tuple[Path, ...], output: Path | None, **given: Any) -> None:
    """Write one HTML page about two or more texts; it opens anywhere and works offline.

    With no INPUTS, the two New Statesman articles that come with the package are compared.

    \b
    Examples:
      rhetoric report
      rhetoric report interview.txt op-ed.md -o comparison.html
      rhetoric report speeches/ --by party -o parties.html
      rhetoric report a.txt b.txt --text none -o shareable.html
    """
    from rhetoric.pipeline import analyse

    settings = settings_of(**given)
    paths = list(inputs) or [example_corpus()]
    if inputs and not settings.validations:
        from rhetoric.coding import records_beside

        settings = dataclasses.replace(settings, validations=tuple(map(str, records_beside(paths))))
    target = output or (EXAMPLE if not inputs else Path("report.html"))
    with working("Reading and scoring"):
        analysis = analyse(paths, settings)
    tell(analysis.problems)
    if len(analysis.corpus) == 1:
        said = "one text only: its voices are compared where it has two; name a second text to compare texts"
        click.echo(
            click.style("warning: ", fg="yellow") + f"{analysis.corpus.documents[0].id}: {said}", err=True
        )
    shown = command_line("report", *inputs, **unlike_default(settings, "by", "text", "metaphor", "tone"))
    with working("Writing the page"):
        saved = analysis.report(command=shown).save(target)
    click.echo(
        f"{saved} ({saved.stat().st_size / 1000:.0f} kB): {', '.join(d.title or d.id for d in analysis.corpus.documents[:3])}"
    )
    finish(analysis.problems)


def example_corpus() -> Path:
    """Return the folder of the two articles: the checkout's, or the copy inside the installed package."""
    import rhetoric

    package = Path(rhetoric.__file__).parent
    places = (Path("corpus"), package / "data" / "corpus", package.parents[1] / "corpus")
    return next((p for p in places if (p / "cruddas-interview.md").exists()), places[1])
