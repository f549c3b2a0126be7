"""``rhetoric themes``: list, show or check themes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rhetoric.settings import Settings

if TYPE_CHECKING:
    from rhetoric.extract.themefile import Theme


@click.group("themes", no_args_is_help=True)
def command() -> None:
    """List, show or check themes: the shipped ones, or a file of your own.

    \b
    Examples:
      rhetoric themes list
      rhetoric themes show pluralism
      rhetoric themes check my_theme.toml corpus/
    """


@command.command("list")
def list_themes() -> None:
    """List the themes that ship, with what each claims.

    \b
    Example:
      rhetoric themes list
    """
    import pandas as pd

    from rhetoric.cli.printing import show
    from rhetoric.extract.themefile import shipped

    rows = [
        (t.feature.name, t.feature.version, len(t.entries), t.feature.about.split(". ")[0]) for t in shipped()
    ]
    show(pd.DataFrame(rows, columns=["theme", "version", "patterns", "claims"]), "Themes")


@command.command("show")
@click.argument("name")
def show_theme(name: str) -> None:
    """Show a theme: what it claims, its patterns, exclusions, limits and sources. NAME is a theme or a file.

    \b
    Examples:
      rhetoric themes show pluralism
      rhetoric themes show my_theme.toml
    """
    import pandas as pd

    from rhetoric.cli.printing import show

    theme = theme_of(name)
    click.echo(f"{theme.feature.label} ({theme.feature})\n\n{theme.feature.about}\n")
    rows = [
        (e.line, e.pattern, "+" if e.weight > 0 else "-", abs(e.weight), "yes" if e.flip else "")
        for e in theme.entries
    ]
    show(
        pd.DataFrame(rows, columns=["line", "pattern", "pole", "weight", "flips when denied"]),
        "Looked for",
        1000,
    )
    if theme.nots:
        show(
            pd.DataFrame([(e.line, e.pattern) for e in theme.nots], columns=["line", "pattern"]),
            "Left out",
            1000,
        )
    for title, lines in (("Known limits", theme.feature.limits), ("Sources", theme.feature.cites)):
        click.echo(f"\n{title}\n" + "\n".join(f"  - {line}" for line in lines))


@command.command("check")
@click.argument("file")
@click.argument("texts", nargs=-1, type=click.Path(path_type=Path))
def check(file: str, texts: tuple[Path, ...]) -> None:
    """Run a theme's own tests; with TEXTS also show what it hits there, what never matches, and overlaps.

    FILE is a theme file or the name of a shipped theme. The exit code is 1 if a test fails.

    \b
    Examples:
      rhetoric themes check my_theme.toml
      rhetoric themes check my_theme.toml corpus/ speeches.jsonl
    """
    from rhetoric.cli.options import tell
    from rhetoric.cli.printing import show
    from rhetoric.extract.themecheck import check_theme
    from rhetoric.load import load
    from rhetoric.model.document import Document
    from rhetoric.pipeline import read

    settings = Settings()
    theme = theme_of(file)
    loaded = load(list(texts), settings) if texts else None
    cases = [Document(f"case-{n}", case.text) for n, case in enumerate(theme.cases)]
    result = check_theme(theme, read(cases, settings), read(loaded.documents if loaded else (), settings))
    wrong = result.cases[~result.cases["right"].astype(bool)]
    click.echo(
        f"{theme.where}: {len(theme.entries)} patterns, {len(result.cases) - len(wrong)} of {len(result.cases)} tests right"
    )
    if len(wrong):
        show(wrong.drop(columns="right"), "Tests that fail")
    if loaded:
        tell(loaded.problems)
        hits = result.patterns[result.patterns["hits"] > 0]
        show(hits, f"{int(hits['hits'].sum())} hits in {len(loaded.documents)} texts")
        click.echo(
            f"\n{len(result.silent)} patterns match nothing here: {', '.join(result.silent[:40]) or 'none'}"
        )
        if len(result.overlaps):
            show(result.overlaps, "Evidence shared with other themes")
    sys.exit(0 if result.passed else 1)


def theme_of(name: str) -> Theme:
    """Return a theme by its file or its name.

    Raises
    ------
    NotFound
        If no theme of that name ships; the message offers the nearest.
    """
    from difflib import get_close_matches

    from rhetoric.errors import NotFound
    from rhetoric.extract.themefile import read_theme, shipped

    if Path(name).suffix or Path(name).exists():
        return read_theme(name)
    themes = {t.feature.name.split(".", 1)[1]: t for t in shipped()}
    if name not in themes:
        near = get_close_matches(name, themes, 1)
        do = (
            f"did you mean {near[0]!r}?" if near else f"choose from {', '.join(themes)}, or name a .toml file"
        )
        raise NotFound(f"no theme called {name!r}", do)
    return themes[name]
