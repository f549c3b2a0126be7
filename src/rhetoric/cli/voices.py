"""``rhetoric voices``: who says what."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from rhetoric.cli.options import finish, settings_of, shared, tell, usable, working


@click.command("voices", no_args_is_help=True)
@click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--text", "with_text", is_flag=True, help="Print the texts with the voice in front of each stretch."
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Save the quotations as .csv, .jsonl or .parquet."
)
@shared()
def command(inputs: tuple[Path, ...], with_text: bool, output: Path | None, **given: Any) -> None:
    """Show the voices of a text, how each was found and how sure that is, and every quotation.

    \b
    Examples:
      rhetoric voices interview.txt
      rhetoric voices interview.txt --text
      rhetoric voices news.jsonl -o quotations.csv
      rhetoric voices interview.txt --overrides corrections.csv
    """
    from rhetoric.load import load
    from rhetoric.model import tables
    from rhetoric.pipeline import read, unused

    settings = settings_of(**given)
    with working("Reading"):
        loaded = load(list(inputs), settings)
        corpus = read(usable(loaded), settings)
    tell([*loaded.problems, *unused(loaded.documents, settings)])
    quotations = tables.quotations(corpus)
    texts = {d.id: d.text for d in corpus.documents}
    if output:
        from rhetoric.batch.store import write

        write(quotations, output)
        click.echo(f"{output}: {len(quotations)} rows")
    elif with_text:
        for row in corpus.spoken.frame().itertuples():
            words = corpus.documents[int(str(row.doc))].text[int(str(row.start)) : int(str(row.end))].strip()
            if words:
                click.echo(click.style(f"[{corpus.voices[int(str(row.voice))].name}] ", bold=True) + words)
    else:
        from rhetoric.cli.printing import show

        several = len(corpus) > 1
        voices = tables.voices(corpus, corpus.exposure)
        show(voices.drop(columns=["name", *([] if several else ["doc_id"])]), "Voices")
        spans = zip(quotations["doc_id"], quotations["start"], quotations["end"], strict=True)
        shown = quotations.assign(words=[shortened(texts[d][s:e]) for d, s, e in spans])
        shown["no"] = quotations.groupby("doc_id", sort=False).cumcount() + 1
        columns = [*(["doc_id"] if several else []), "no", "kind", "speaker", "how", "sure", "words"]
        show(
            shown[columns].fillna({"speaker": "-"}),
            "Quotations (use -o to save them with their places and cues)",
        )
    finish(loaded.problems)


def shortened(words: str, width: int = 70) -> str:
    """Return the beginning of a text on one line."""
    line = " ".join(words.split())
    return line if len(line) <= width else line[: width - 1] + "…"
