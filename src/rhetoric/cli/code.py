"""``rhetoric code``: coding sheets."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from rhetoric.cli.options import finish, settings_of, shared, tell, usable, working


@click.group("code", no_args_is_help=True)
def command() -> None:
    """Draw sentences for people to code, so that a theme can be checked against what readers see.

    \b
    Example:
      rhetoric code sample speeches.csv --theme pluralism -n 200 -o sheet.xlsx
    """


@command.command("sample")
@click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--theme",
    default="",
    help="The theme to be checked, such as pluralism; meaning.pluralism checks the reading by meaning.",
)
@click.option(
    "--layer",
    type=click.Choice(["theme", "metaphor"]),
    default="theme",
    show_default=True,
    help="What is to be coded: sentences for a theme, or words for metaphor (a worksheet for MIPVU).",
)
@click.option(
    "--cues/--no-cues",
    default=True,
    show_default=True,
    help="For words: give a cue for a more basic sense, and for what they speak of. It tells that the lexicon knows them.",
)
@click.option(
    "-n",
    "size",
    default=200,
    show_default=True,
    type=click.IntRange(min=1),
    help="Sentences (or words) to draw.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="The sheet, .csv or .xlsx. Default: THEME.csv or metaphor.csv.",
)
@shared(
    "settings_file", "themes", "nested_scope", "overrides", "text_column", "id_column", "any_language", "seed"
)
def sample(
    inputs: tuple[Path, ...], theme: str, layer: str, cues: bool, size: int, output: Path | None, **given: Any
) -> None:
    """Write a coding sheet: sentences with hits, near misses, and others at random, in random order.

    The sheet says nothing of what was found. Give each coder a copy of their own (sheet-anna.csv, sheet-ben.csv); in
    the column 'code' they write 1 where the sentence appeals to the theme, 0 where it does not, may where it cannot be
    said, and in 'pole' + or -. For metaphor they judge one word or phrase a row: does it mean here something other than its
    more basic sense, and can the one be understood by the other? The two cues may help; they do not
    decide. What the machine found lies in a file beside it, SHEET.key.json: not for coders. Then: rhetoric validate sheet-anna.csv sheet-ben.csv

    \b
    Examples:
      rhetoric code sample corpus/ --theme pluralism
      rhetoric code sample speeches.csv --theme communitarianism -n 300 -o sheet.xlsx
      rhetoric code sample speeches.csv --theme meaning.communitarianism -o sheet.csv
      rhetoric code sample interview.txt --layer metaphor -n 100 -o metaphors.xlsx
      rhetoric code sample speeches.csv --themes mine.toml --theme mine --seed 7
    """
    from rhetoric.coding import draw, draw_units, write_key, write_sheet
    from rhetoric.extract.metaphor import senses
    from rhetoric.load import load
    from rhetoric.pipeline import analyse_documents

    if layer == "theme" and not theme:
        raise click.UsageError("name the theme with --theme, or take --layer metaphor")
    layers = ("theme", "meaning") if layer == "theme" else ("metaphor",)
    settings = settings_of(**given, layers=layers, draws=0)
    sheet = output or Path(f"{theme.split('.')[-1] or layer}.csv")
    with working("Reading"):
        loaded = load(list(inputs), settings)
        analysis = analyse_documents(usable(loaded), settings)
    tell(loaded.problems)
    corpus, evidence = analysis.corpus, analysis.evidence
    if layer == "metaphor":
        given_cues = (lambda units: senses(corpus, units)) if cues else None
        found = draw_units(corpus, evidence, size, settings.seed, given_cues)
    else:
        found = draw(corpus, evidence, feature_of(theme, evidence.features), size, settings.seed)
    key = write_key(found, sheet)
    write_sheet(found, sheet)
    strata = ", ".join(
        f"{sum(i.stratum == name for i in found.items)} of {there:,} {said}"
        for (name, there), said in zip(
            found.sizes.items(), ("with hits", "near misses", "others"), strict=True
        )
    )
    click.echo(
        f"{sheet}: {len(found.items)} {'words' if layer == 'metaphor' else 'sentences'} ({strata})\n{key}: what was found in them; not for coders"
    )
    finish(loaded.problems)


def feature_of(theme: str, features: Any) -> str:
    """Return the full name of a theme.

    Raises
    ------
    NotFound
        If there is none of that name; the message offers the nearest.
    """
    from difflib import get_close_matches

    from rhetoric.errors import NotFound

    names: dict[str, str] = {f.name.split(".", 1)[1]: f.name for f in features if f.family == "theme"}
    if any(f.name == theme for f in features):
        return theme
    if theme in names:
        return names[theme]
    near = get_close_matches(theme, names, 1)
    raise NotFound(
        f"no theme {theme!r}", f"did you mean {near[0]!r}?" if near else f"choose from {', '.join(names)}"
    )
