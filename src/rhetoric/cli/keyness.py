"""``rhetoric keyness``: the words that set groups apart."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rhetoric.cli.options import finish, settings_of, shared, tell, usable, working

if TYPE_CHECKING:
    import pandas as pd

SHOWN = 20  # words of each group on screen
GROUPS = 12  # on screen
FLAGS = {"function word": "function", "one paragraph only": "1 para", "not in the list": "unlisted"}
MEASURES = (
    "z",
    "log_ratio",
    "low",
    "log_odds",
    "percent_diff",
    "odds_ratio",
    "simple_maths",
    "pmi",
    "g2",
    "chi2",
)


@click.command("keyness", no_args_is_help=True)
@click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--by", help="What makes the groups: voice (default), doc_id, or a field such as party.")
@click.option("--target", help="Only this group; by default each group is held against all the others.")
@click.option("--against", help="The one group that the target is held against.")
@click.option(
    "--reference",
    help="Hold groups against other words: english (general English, which ships), a table word,count, or texts.",
)
@click.option(
    "--measure",
    type=click.Choice(MEASURES),
    default="z",
    show_default=True,
    help="What to sort by; low, the lower end of the log ratio, is the most careful.",
)
@click.option(
    "--size",
    "sizes",
    multiple=True,
    type=click.IntRange(1, 3),
    help="Words of a term, 1 to 3; may be repeated.",
)
@click.option("--least", default=3, show_default=True, help="Leave out words that stand less often.")
@click.option("--no-function-words", is_flag=True, help="Leave out function words.")
@click.option(
    "--p-values", is_flag=True, help="Add p and q; both are too small, for words are not independent."
)
@click.option("--exact", is_flag=True, help="Add p by Fisher's exact test, and q; for counts of a few.")
@click.option(
    "--top",
    type=click.IntRange(min=1),
    help=f"Words of each group; by default {SHOWN} on screen, all with -o.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Save as .csv, .jsonl or .parquet.")
@shared("settings_file", "overrides", "text_column", "id_column", "any_language", "seed", "draws")
def command(
    inputs: tuple[Path, ...],
    by: str | None,
    target: str | None,
    against: str | None,
    reference: str | None,
    sizes: tuple[int, ...],
    no_function_words: bool,
    output: Path | None,
    top: int | None,
    **given: Any,
) -> None:
    """Show the words that groups of texts or voices use more than others do, with effect sizes first.

    Above 0, a log ratio says that the group uses the word more: 1 is twice as often, 2 four times. Low and high are its 95 %
    interval. On screen stand the words that a group uses more; -o saves all, with all measures. See docs/keyness.md.

    \b
    Examples:
      rhetoric keyness corpus/
      rhetoric keyness speeches.csv --by party -o keyness.csv
      rhetoric keyness speeches.csv --by party --target Labour --against Conservative
      rhetoric keyness interview.txt --target "Jon Cruddas" --reference english --no-function-words
      rhetoric keyness speeches/ --by doc_id --size 1 --size 2 --measure low
    """
    from rhetoric.load import load
    from rhetoric.pipeline import analyse_documents

    choice = {name: given.pop(name) for name in ("measure", "least", "p_values", "exact")}
    settings = dataclasses.replace(settings_of(**given), layers=())
    with working("Reading"):
        loaded = load(list(inputs), settings)
        analysis = analyse_documents(usable(loaded), settings)
    tell(loaded.problems)
    with working("Counting"):
        rows = analysis.keyness(
            by=by or "",
            a=target or "",
            b=against or "",
            reference=reference,
            sizes=sizes or (1,),
            function_words=not no_function_words,
            top=(top or 0) if output else 0,
            **choice,
        )
    if output:
        from rhetoric.batch.store import write

        write(rows, output)
        click.echo(f"{output}: {len(rows):,} rows")
    else:
        show(rows, top or SHOWN, ends=bool(target and against))
    finish(loaded.problems)


def show(rows: pd.DataFrame, top: int, ends: bool) -> None:
    """Print the words that each group uses more, with `ends` those of the other side of a pair as well."""
    from rhetoric.cli.printing import show as table

    if not len(rows):
        click.echo("no words stand so often")
    groups = list(rows.groupby(["group", "reference"], sort=False))
    for n, ((group, other), part) in enumerate(groups[:GROUPS]):
        click.echo(nl=bool(n), message="")
        table(brief(part[part["log_ratio"] > 0].head(top)), f"{group}, against {other}")
        if ends:
            click.echo()
            table(brief(part[part["log_ratio"] < 0][::-1].head(top)), f"{group} uses less than {other}")
    if len(groups) > GROUPS:
        click.echo(
            f"\n... and {len(groups) - GROUPS:,} more groups; name one with --target, or save all with -o"
        )
    click.echo(
        "\nrate, others: per 1,000 words; ratio: log ratio, 1 is twice as often; low, high: its interval."
    )
    if "p" in rows:
        click.echo("p and q take words as independent, which they are not: both are too small.")


def brief(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the columns that fit a terminal."""
    import pandas as pd

    held = "texts" if (rows["over"] == "texts").all() else "paragraphs"
    out = {
        "word": rows["word"],
        "hits": rows["hits"],
        "rate": rows["rate"],
        "others": rows["reference_rate"],
        "ratio": rows["log_ratio"],
        "low": rows["low"],
        "high": rows["high"],
        {"texts": "texts", "paragraphs": "paras"}[held]: rows[held],
        "flag": rows["flag"].replace(FLAGS),
    }
    if "p" in rows:
        del out["others"], out["flag"]
        out |= {c: pd.Series([f"{v:.2g}" for v in rows[c]], rows.index) for c in ("p", "q")}
    return pd.DataFrame(out)
