"""``rhetoric kwic``: a word or phrase in context."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from rhetoric.cli.options import finish, settings_of, shared, tell, usable, working


@click.command("kwic", no_args_is_help=True)
@click.argument("pattern")
@click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--width", default=40, show_default=True, help="Characters of context on each side.")
@click.option("--sort", type=click.Choice(["text", "left", "right"]), default="text", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Save as .csv, .jsonl or .parquet.")
@shared()
def command(
    pattern: str, inputs: tuple[Path, ...], width: int, sort: str, output: Path | None, **given: Any
) -> None:
    """Show every place where PATTERN stands, with the words around it, its text and its voice.

    A pattern is words with * and ? as wildcards; a|b is either; ... skips up to four words.

    \b
    Examples:
      rhetoric kwic "progressive alliance" corpus/
      rhetoric kwic "plural*" corpus/ --sort right
      rhetoric kwic "attack* ...3 liberals" corpus/ -o attacks.csv
    """
    from rhetoric.load import load
    from rhetoric.match import concordance
    from rhetoric.pipeline import read

    settings = settings_of(**given)
    with working("Reading"):
        loaded = load(list(inputs), settings)
        rows = concordance(read(usable(loaded), settings), pattern, width)
    tell(loaded.problems)
    if sort == "right":
        rows = rows.sort_values("right", key=lambda c: c.str.lower().str.strip(), kind="stable")
    if sort == "left":
        rows = rows.sort_values("left", key=lambda c: c.str.lower().str.strip().str[::-1], kind="stable")
    if output:
        from rhetoric.batch.store import write

        write(rows, output)
        click.echo(f"{output}: {len(rows)} rows")
    else:
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text

        table = Table(
            title=f"{len(rows)} × {pattern}", title_justify="left", show_edge=False, header_style="bold"
        )
        for name, justify in (
            ("text", "left"),
            ("voice", "left"),
            ("left", "right"),
            ("hit", "center"),
            ("right", "left"),
        ):
            table.add_column(name, justify=justify, no_wrap=name in {"left", "right", "hit"})  # type: ignore[arg-type]
        for r in rows.itertuples():
            cells = (r.doc_id, r.voice, r.left, r.hit, r.right)
            table.add_row(*(Text(str(c), "bold" if n == 3 else "") for n, c in enumerate(cells)))
        Console().print(table)
    finish(loaded.problems)
