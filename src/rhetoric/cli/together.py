"""``rhetoric together``: layers that keep company."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rhetoric.cli.options import finish, settings_of, shared, tell, working
from rhetoric.settings import LAYERS

if TYPE_CHECKING:
    import pandas as pd

    from rhetoric.compare import Unit

INDENT = 4


class UnitChoice(click.ParamType["Unit"]):
    """A sentence, a paragraph, or a number of sentences."""

    name = "unit"

    def convert(self, value: Any, param: Any, ctx: Any) -> Unit:
        """Return the unit, or fail with the choice."""
        if value == "sentence" or value == "paragraph":
            unit: Unit = value
            return unit
        if not str(value).isdecimal() or int(value) == 0:
            self.fail(
                f"unknown unit {value!r}; choose sentence, paragraph, or a number of sentences", param, ctx
            )
        return int(value)


@click.command("together", no_args_is_help=True)
@click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--inner", required=True, help="What is counted: a feature or a family, such as metaphor.")
@click.option("--outer", required=True, help="What makes a passage the inside, such as theme.realignment.")
@click.option(
    "--unit",
    type=UnitChoice(),
    default="paragraph",
    show_default=True,
    metavar="UNIT",
    help="sentence, paragraph, or a number of sentences in a row.",
)
@click.option(
    "--by",
    default="voice",
    show_default=True,
    help="A row for each voice, doc_id, or field of the texts; all pools every word.",
)
@click.option("--each", is_flag=True, help="A row for each feature of an inner family.")
@click.option("--apart", is_flag=True, help="Leave out hits that share words with the outer.")
@click.option("--places/--no-places", default=True, show_default=True, help="Show the passages with both.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Save the table as .csv, .jsonl or .parquet."
)
@click.option(
    "--save-places", type=click.Path(path_type=Path), help="Save every passage with either, likewise."
)
@shared(
    "settings_file",
    "themes",
    "metaphor",
    "overrides",
    "text_column",
    "id_column",
    "any_language",
    "seed",
    "draws",
)
def command(
    inputs: tuple[Path, ...],
    inner: str,
    outer: str,
    unit: Unit,
    by: str,
    each: bool,
    apart: bool,
    places: bool,
    output: Path | None,
    save_places: Path | None,
    **given: Any,
) -> None:
    """Show how often one layer stands in the passages that hold another, and elsewhere.

    Rates are per 1,000 words of the same voice; the ratio is above 1 where there is more inside. 'same words' is the share of
    the hits inside that are words of the outer itself. What is saved with -o has more, and the reason for each strength. See
    docs/cooccurrence.md.

    \b
    Examples:
      rhetoric together corpus/ --inner metaphor --outer theme.realignment
      rhetoric together corpus/ --inner metaphor --outer theme --each --by all
      rhetoric together speeches.csv --inner theme.populism --outer actor.party --unit 3 --by party
    """
    from rhetoric.pipeline import analyse

    settings = settings_of(**given)
    families = {name.split(".", 1)[0] for name in (inner, outer)}
    if families <= set(LAYERS):
        settings = dataclasses.replace(settings, layers=tuple(x for x in LAYERS if x in families))
    with working("Reading"):
        analysis = analyse(list(inputs), settings)
        table = analysis.cooccurrence(inner, outer, unit, by, each, apart)
        found = analysis.together(inner, outer, unit, by)
    tell(analysis.problems)
    for rows, path in ((table, output), (found, save_places)):
        if path:
            from rhetoric.batch.store import write

            write(rows, path)
            click.echo(f"{path}: {len(rows)} rows")
    if not output and not save_places:
        summarise(
            table,
            f"{inner} where {outer} stands, by {unit if isinstance(unit, str) else f'{unit} sentences'}",
        )
        if places:
            show_places(found)
    finish(analysis.problems)


def summarise(table: pd.DataFrame, title: str) -> None:
    """Print the table: hits and words inside, both rates per 1,000 words, their ratio with its range."""
    from rhetoric.cli.printing import show

    hits, words = table["inner_hits_inside"], table["words_inside"]
    rows = table.assign(
        hits=[f"{n} in {w:,}" for n, w in zip(hits, words, strict=True)],
        ratio=[ranged(*r) for r in zip(table["ratio"], table["low"], table["high"], strict=True)],
        same=[f"{s:.0%}" if s == s else "" for s in table["same_words"]],
    )
    names = {
        "group": "group",
        "inner": "inner",
        "hits": "hits inside",
        "rate_inside": "rate in",
        "rate_outside": "out",
    }
    names |= {"ratio": "ratio", "same": "same words", "strength": "strength"}
    kept = [n for n in names if n != "inner" or rows["inner"].nunique() > 1]
    show(rows[kept].rename(columns=names), title)


def ranged(value: float, low: float, high: float) -> str:
    """Return a ratio with its range, or nothing where it is undefined."""
    return f"{value:.1f} [{low:.1f}, {high:.1f}]" if value == value else ""


def show_places(found: pd.DataFrame) -> None:
    """Print every passage that holds both, the inner's words in bold and the outer's underlined."""
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    console = Console(highlight=False)
    both = found[(found["inner"] > 0) & (found["outer"] > 0)]
    for r in both.itertuples():
        console.print(Text(f"\n{r.group} · {r.doc_id}", "dim"))
        said = Text(str(r.text))
        for at, style in ((r.outer_at, "underline"), (r.inner_at, "bold")):
            for span in str(at).split():
                start, end = (int(x) - int(str(r.start)) for x in span.split(":"))
                said.stylize(style, start, end)
        console.print(Padding(said, (0, 0, 0, INDENT)))
