"""``rhetoric scale``: texts along one line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rhetoric.cli.options import finish, settings_of, shared, tell, usable, working

if TYPE_CHECKING:
    from rhetoric.analysis import Analysis
    from rhetoric.model.scale import Scale

WORDS = 12  # shown of each end


@click.command("scale", no_args_is_help=True)
@click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--method",
    type=click.Choice(["wordfish", "wordscores", "lss"]),
    default="wordfish",
    show_default=True,
    help="By all their words; by reference texts; or by seed words.",
)
@click.option(
    "--low", default="", help="Wordfish: a text that shall stand low. LSS: seed words, with commas."
)
@click.option(
    "--high", default="", help="Wordfish: a text that shall stand high. LSS: seed words, with commas."
)
@click.option(
    "--reference",
    multiple=True,
    metavar="TEXT=NUMBER",
    help="Wordscores: a text of known position; repeat it.",
)
@click.option("--near", default="", help="LSS: score only words that keep company with this pattern.")
@click.option(
    "--by",
    default="doc_id",
    show_default=True,
    help="Place texts, or sides: voice, or a field such as party.",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Save positions as .csv, .jsonl or .parquet."
)
@click.option(
    "--words", "words_file", type=click.Path(path_type=Path), help="Save the words with their weights."
)
@shared("settings_file", "overrides", "text_column", "id_column", "any_language")
def command(
    inputs: tuple[Path, ...],
    method: str,
    low: str,
    high: str,
    reference: tuple[str, ...],
    near: str,
    by: str,
    output: Path | None,
    words_file: Path | None,
    **given: Any,
) -> None:
    """Place texts along one line by the words they use: Wordfish, Wordscores or latent semantic scaling.

    Wordfish needs ten texts, LSS a thousand sentences, Wordscores two reference texts; see docs/scaling.md. Look at the
    words of both ends before you name the line.

    \b
    Examples:
      rhetoric scale speeches/ --low "burton" --high "cowen"
      rhetoric scale speeches.csv --by party -o parties.csv --words words.csv
      rhetoric scale manifestos/ --method wordscores --reference labour=-1 --reference tory=1
      rhetoric scale news.jsonl --method lss
      rhetoric scale news.jsonl --method lss --high "growth,boom" --low "crisis,slump" --near "econom*"
    """
    from rhetoric.analysis import Analysis
    from rhetoric.load import load
    from rhetoric.model.evidence import Evidence
    from rhetoric.pipeline import prepared, read

    references = numbers(reference)
    settings = settings_of(**given)
    with working("Reading and scaling"):
        loaded = load(list(inputs), settings)
        documents = usable(loaded)
        corpus = prepared(documents) if by == "doc_id" else read(documents, settings)
        analysis = Analysis(corpus, Evidence.empty(), corpus.exposure, settings, loaded.problems)
        scale = placed(analysis, method, low, high, references, near, by)
    tell(loaded.problems)
    save(scale, output, words_file)
    finish(loaded.problems)


def numbers(reference: tuple[str, ...]) -> dict[str, float]:
    """Return reference texts with their positions."""
    out = {}
    for given in reference:
        name, _, value = given.rpartition("=")
        try:
            out[name] = float(value)
        except ValueError:
            name = ""
        if not name:
            raise click.BadParameter(
                f"{given!r} is not TEXT=NUMBER, such as labour=-1", param_hint="--reference"
            )
    return out


def placed(
    analysis: Analysis, method: str, low: str, high: str, reference: dict[str, float], near: str, by: str
) -> Scale:
    """Scale by the method chosen."""
    if method == "wordfish":
        return analysis.wordfish(low, high, by)
    if method == "wordscores":
        return analysis.wordscores(reference, by)
    above, below = ([w.strip() for w in end.split(",") if w.strip()] for end in (high, low))
    if bool(above) != bool(below):
        raise click.UsageError(
            "give seed words for both ends, --high and --low, or for neither (good and bad words)"
        )
    return analysis.lss(above, below, near, by)


def save(scale: Scale, output: Path | None, words_file: Path | None) -> None:
    """Save or print positions, words and notes."""
    if output or words_file:
        from rhetoric.batch.store import write

        for rows, path in ((scale.documents, output), (scale.words, words_file)):
            if path:
                write(rows, path)
                click.echo(f"{path}: {len(rows)} rows")
    if not output:
        from rhetoric.cli.printing import show

        shown = scale.documents.sort_values("position", ignore_index=True)
        show(shown[["doc_id", "position", "low", "high", "words"]], f"Positions by {scale.method}")
        weight = scale.words.columns[1]
        for name, sign in (("low", -1), ("high", 1)):
            centre = scale.words[weight].median() if scale.method == "wordscores" else 0.0
            end = scale.words[sign * (scale.words[weight] - centre) > 0].head(WORDS)
            click.echo(f"words of the {name} end: {', '.join(end['word'])}")
    for note in scale.notes:
        click.echo(f"note: {note}", err=True)
