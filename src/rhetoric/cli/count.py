"""``rhetoric count``: how often each theme or key of a dictionary stands in each text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rhetoric.cli.options import finish, settings_of, shared, tell

if TYPE_CHECKING:
    from rhetoric.model.problem import Problem


SHOWN = 6


@click.command("count", no_args_is_help=True)
@click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Save as .csv, .jsonl or .parquet.")
@click.option("--weighted", is_flag=True, help="Add up weights (below 0 for the opposing pole), not hits.")
@click.option(
    "--across-sentences",
    is_flag=True,
    help="Let only marks stop a phrase, not the end of a heading or line: several times faster. "
    "Dictionaries of quanteda are always counted so.",
)
@shared("settings_file", "themes", "nested_scope", "text_column", "id_column", "any_language")
def command(
    inputs: tuple[Path, ...], output: Path | None, weighted: bool, across_sentences: bool, **given: Any
) -> None:
    """Count themes, or the keys of a dictionary of your own, in each text: one row a text, one column a theme.

    The whole text counts, whoever speaks in it; for voices and intervals use score or batch.

    \b
    Examples:
      rhetoric count corpus/
      rhetoric count speeches.jsonl --themes themes.yml -o counts.csv
      rhetoric count speeches.csv --text-column body --themes LaverGarry.cat -o counts.parquet
    """
    import pandas as pd

    from rhetoric.batch.count import count
    from rhetoric.batch.store import Table, kind_of
    from rhetoric.cli.progress import bar

    settings = settings_of(**given)
    problems: list[Problem] = []
    kept: list[pd.DataFrame] = []
    rows = 0
    kind = kind_of(output) if output else ""
    with bar() as advance:
        parts = count(inputs, settings, weighted=weighted, sentences=not across_sentences, advance=advance)
        if output:
            output.parent.mkdir(parents=True, exist_ok=True)
            with Table(output, kind) as file:
                for part, met in parts:
                    file.add(part)
                    problems += met
                    rows += len(part)
        else:
            for part, met in parts:
                kept.append(part)
                problems += met
    tell(problems)
    if output:
        click.echo(f"{output}: {rows:,} texts")
    elif kept:
        from rhetoric.cli.printing import show

        table = pd.concat(kept).set_index("doc_id").rename(columns=lambda c: c.removeprefix("theme."))
        unit = "Sums of weights" if weighted else "Hits"
        if len(table) <= SHOWN:
            show(table.T.rename_axis("theme").reset_index(), unit)
        else:
            counts = table.drop(columns="words")
            total, words = counts.sum(), max(1, int(table["words"].sum()))
            summary = pd.DataFrame(
                {
                    "theme": counts.columns,
                    unit.lower(): total.to_numpy(),
                    "texts": (counts != 0).sum().to_numpy(),
                }
            )
            summary["per 1,000 words"] = 1000 * summary[unit.lower()] / words
            show(summary, f"{len(table):,} texts, {words:,} words; save a row for each with -o counts.csv")
    finish(problems)
