"""``rhetoric kwic``: a word or phrase in context."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rhetoric.cli.options import finish, settings_of, shared, tell, usable, working

if TYPE_CHECKING:
    from rhetoric.match import Concordance


@click.command("kwic", no_args_is_help=True)
@click.argument("pattern")
@click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--width", default=60, show_default=True, help="Characters of context on each side, where there is room."
)
@click.option(
    "--sort",
    type=click.Choice(["text", "left", "right"]),
    default="text",
    show_default=True,
    help="By place, or by the words before (the nearest first) or after.",
)
@click.option("--voice", help="Only what this voice says; a part of the name will do.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Save as .csv, .jsonl or .parquet.")
@shared("settings_file", "overrides", "text_column", "id_column", "any_language")
def command(
    pattern: str,
    inputs: tuple[Path, ...],
    width: int,
    sort: Any,
    voice: str | None,
    output: Path | None,
    **given: Any,
) -> None:
    """Show every place where PATTERN stands, with the words around it, its text and its voice.

    A pattern is words with * and ? as wildcards; a|b is either; ... skips up to four words; /regex/ fits one word;
    BEFORE, AFTER and NEAR ask for another phrase, UNLESS rules it out. See docs/patterns.md.

    \b
    Examples:
      rhetoric kwic "progressive alliance" corpus/
      rhetoric kwic "plural*" corpus/ --sort right --voice cruddas
      rhetoric kwic "attack* ...3 liberals" corpus/ -o attacks.csv
      rhetoric kwic "tax* NEAR cut* WITHIN 5" speeches.jsonl
      rhetoric kwic "good UNLESS AFTER not WITHIN 3" speeches.jsonl
    """
    from rhetoric.load import load
    from rhetoric.match import concordance
    from rhetoric.pipeline import read

    settings = settings_of(**given)
    with working("Reading"):
        loaded = load(list(inputs), settings)
        rows = concordance(read(usable(loaded), settings), pattern, width, sort)
    tell(loaded.problems)
    if voice:
        rows = rows[rows["voice"].str.contains(voice, case=False, regex=False, na=False)]
    if output:
        from rhetoric.batch.store import write

        write(rows, output)
        click.echo(f"{output}: {len(rows)} rows")
    else:
        show(rows, pattern)
    finish(loaded.problems)


def show(rows: Concordance, pattern: str) -> None:
    """Print a concordance with the hits in one column, as wide as the terminal allows."""
    from rich.console import Console
    from rich.text import Text

    console = Console()
    console.print(Text(f"{len(rows)} × {pattern}", "bold"))
    if not len(rows):
        return
    names = [f"{voice or '?'} · {doc}" for voice, doc in zip(rows["voice"], rows["doc_id"], strict=True)]
    label = min(max(map(len, names)), console.width // 4)
    hit = min(max(map(len, rows["hit"])), console.width // 3)
    side = max(8, min((console.width - label - hit - 3) // 2, max(map(len, [*rows["left"], *rows["right"]]))))
    for name, r in zip(names, rows.itertuples(), strict=True):
        found = " ".join(str(r.hit).split())
        line = Text(shortened(name, label).ljust(label + 1), "dim")
        line.append(str(r.left)[-side:].rjust(side), "none")
        line.append(shortened(found, hit), "bold")
        line.append(str(r.right)[: side + hit - min(len(found), hit)], "none")
        console.print(line, no_wrap=True, overflow="crop")


def shortened(text: str, width: int) -> str:
    """Return a text of at most so many characters, with an ellipsis where it was cut."""
    return text if len(text) <= width else text[: width - 1] + "…"
