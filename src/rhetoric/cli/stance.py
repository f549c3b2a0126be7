"""``rhetoric stance``: who is for or against whom."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rhetoric.cli.options import finish, settings_of, shared, tell, working

if TYPE_CHECKING:
    import pandas as pd

SIGNS = {"negative": "-", "neutral": "0", "positive": "+"}
COLOURS = {"negative": "red", "neutral": "dim", "positive": "green"}
NAMES = 3  # names of a target that the table prints
INDENT = 9


@click.command("stance", no_args_is_help=True)
@click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--target",
    "targets",
    multiple=True,
    help="Only toward this: a name in any form, else any words or a pattern; may be repeated. Lists the sentences.",
)
@click.option("--voice", help="Only what this voice says; a part of the name will do.")
@click.option(
    "--acts/--no-acts",
    default=True,
    show_default=True,
    help="Show how acts toward somebody are judged ('acts against Liberal Democrats').",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Save as .csv, .jsonl or .parquet.")
@shared("settings_file", "tone", "actors", "overrides", "text_column", "id_column", "any_language")
def command(
    inputs: tuple[Path, ...],
    targets: tuple[str, ...],
    voice: str | None,
    acts: bool,
    output: Path | None,
    **given: Any,
) -> None:
    """Show who is for (+) or against (-) the people, parties and bodies that a text names.

    Without --target, one row for each voice and whom it names. With it, a row for each voice, then every sentence with its
    sign and the reason. What is saved with -o is the table, or the sentences. See docs/stance.md.

    \b
    Examples:
      rhetoric stance interview.txt
      rhetoric stance corpus/ --target "Liberal Democrats"
      rhetoric stance corpus/ --target tories --target "the City" --voice lawson
      rhetoric stance speeches.jsonl --tone lexical --actors mine.csv -o stance.csv
    """
    import pandas as pd

    from rhetoric.pipeline import analyse

    settings = dataclasses.replace(settings_of(**given), layers=("stance",))
    with working("Reading"):
        analysis = analyse(list(inputs), settings)
        tables = {t: said_by(analysis.stances(t), voice, acts) for t in targets or ("",)}
        found = {t: said_by(analysis.toward(t, acts), voice) for t in targets}
    tell(analysis.problems)
    if output:
        from rhetoric.batch.store import write

        rows = pd.concat(list((found or tables).values())).drop_duplicates()
        write(rows, output)
        click.echo(f"{output}: {len(rows)} rows")
    else:
        texts = {d.id: d.text for d in analysis.corpus.documents}
        for target, table in tables.items():
            summarise(table, target)
            if target:
                sentences(found[target], texts)
    finish(analysis.problems)


def said_by(rows: pd.DataFrame, voice: str | None, acts: bool = True) -> pd.DataFrame:
    """Return the rows of a voice, or all; with or without acts that are judged."""
    if voice:
        rows = rows[rows["holder"].str.contains(voice, case=False, regex=False, na=False)]
    return rows if acts else rows[rows["kind"] != "act"]


def summarise(table: pd.DataFrame, target: str) -> None:
    """Print who is for or against whom, a row for each holder and target."""
    from rhetoric.cli.printing import show

    meant = list(dict.fromkeys(table["target"][table["kind"] != "act"]))
    title = f"Toward {', '.join(meant) or target}" if target else "Who is for or against whom"
    if len(meant) > 1 and target:
        click.echo(f"{target!r} fits {len(meant)}: {', '.join(meant)}; all are shown")
    if not len(table):
        click.echo(f"{title}: nothing is said")
        return
    rows = table.assign(
        value=list(map(ranged, table["value"], table["low"], table["high"], table["mentions"])),
        named=["; ".join(names.split("; ")[:NAMES]) for names in table["names"]],
    )
    counts = zip(*(table[label].astype(str) for label in SIGNS), strict=True)
    rows["-/0/+"] = ["/".join(c) for c in counts]
    columns = ["holder", "target", "value", "lean", "-/0/+", "named"]
    show(rows[[c for c in columns if c != "target" or rows["target"].nunique() > 1 or not target]], title)


def ranged(value: float, low: float, high: float, mentions: int) -> str:
    """Return a value with its range, which says nothing where there are too few mentions."""
    from rhetoric.compare.stances import LEAST

    said = f"{round(value, 2) + 0.0:+.2f}"
    return said if mentions < LEAST else f"{said} [{low:+.2f}, {high:+.2f}]"


def sentences(rows: pd.DataFrame, texts: Mapping[str, str]) -> None:
    """Print every sentence with its sign, the mention in bold, and the reason."""
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    console = Console(highlight=False)
    several = rows["target"].nunique() > 1
    for r in rows.fillna({"holder": "?"}).itertuples():
        label, sentence, target, start = str(r.label), str(r.sentence), str(r.target), int(str(r.start))
        begin = texts[str(r.doc_id)].rfind(sentence, 0, start + len(sentence))
        before, after = sentence[: start - begin], sentence[start - begin + len(str(r.text)) :]
        head = Text(f"\n{SIGNS[label]} {round(float(str(r.value)), 2) + 0.0:+.2f}  ", COLOURS[label])
        toward = f" > {target}" if several else ""
        head.append(f"{r.holder!s}{toward} · {r.doc_id!s}", "none")
        said = Text(on_one_line(before))
        said.append(on_one_line(str(r.text)), "bold").append(on_one_line(after))
        console.print(head)
        console.print(Padding(said, (0, 0, 0, INDENT)))
        console.print(Padding(Text(str(r.why), "dim"), (0, 0, 0, INDENT)))


def on_one_line(words: str) -> str:
    """Return words with single blanks, also at their ends."""
    return re.sub(r"\s+", " ", words)
