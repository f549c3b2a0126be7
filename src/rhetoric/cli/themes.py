"""``rhetoric themes``: list, show or check themes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rhetoric.settings import Settings

if TYPE_CHECKING:
    import pandas as pd

    from rhetoric.extract.themefile import Theme


@click.group("themes", no_args_is_help=True)
def command() -> None:
    """List, show, check or convert themes: those that ship, a file of your own, another program's dictionary.

    \b
    Examples:
      rhetoric themes list
      rhetoric themes show pluralism
      rhetoric themes check my_theme.toml corpus/
      rhetoric themes new solidarity --seeds "solidarity,mutual aid" speeches.csv
      rhetoric themes convert LaverGarry.cat laver_garry.yml
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

    for theme in themes_named(name):
        click.echo(f"{theme.feature.label} ({theme.feature})\n\n{theme.feature.about}\n")
        rows = [
            (e.line, e.pattern, "+" if e.weight > 0 else "-", abs(e.weight), "yes" if e.flip else "")
            for e in theme.entries
        ]
        columns = ["line", "pattern", "pole", "weight", "flips when denied"]
        show(pd.DataFrame(rows, columns=columns), "Looked for", 1000)
        if theme.nots:
            show(
                pd.DataFrame([(e.line, e.pattern) for e in theme.nots], columns=["line", "pattern"]),
                "Left out",
                1000,
            )
        for title, lines in (("Known limits", theme.feature.limits), ("Sources", theme.feature.cites)):
            if lines:
                click.echo(f"\n{title}\n" + "\n".join(f"  - {line}" for line in lines))
        click.echo()


@command.command("check")
@click.argument("file")
@click.argument("texts", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Save every pattern with its hits and an example."
)
def check(file: str, texts: tuple[Path, ...], output: Path | None) -> None:
    """Check patterns: the file's own tests, patterns that can never count, and what happens in TEXTS.

    FILE is a theme file, the name of a theme that ships, or a dictionary in any format that can be read (quanteda YAML,
    LIWC, WordStat, Lexicoder, Yoshikoder, CSV). With TEXTS: hits, share of hits by pattern, an example of each, patterns
    that hit nothing, and hits shared with other themes. The exit code is 1 if a test fails.

    \b
    Examples:
      rhetoric themes check my_theme.toml
      rhetoric themes check my_theme.toml corpus/ speeches.jsonl
      rhetoric themes check LaverGarry.cat corpus/ -o patterns.csv
    """
    from rhetoric.cli.options import tell
    from rhetoric.cli.printing import show
    from rhetoric.extract.themecheck import check_themes
    from rhetoric.load import load
    from rhetoric.model.document import Document
    from rhetoric.pipeline import prepared

    settings = Settings()
    themes = themes_named(file)
    loaded = load(list(texts), settings) if texts else None
    cases = [c for t in themes for c in t.cases]
    documents = [Document(f"case-{n}", case.text) for n, case in enumerate(cases)]
    corpus = prepared(loaded.documents if loaded else ())
    result = check_themes(themes, prepared(documents), corpus)
    wrong = result.cases[~result.cases["right"].astype(bool)]
    keys = f"{len(themes)} themes, " if len(themes) > 1 else ""
    click.echo(
        f"{themes[0].where}: {keys}{sum(len(t.entries) for t in themes)} patterns, "
        f"{len(result.cases) - len(wrong)} of {len(result.cases)} tests right"
    )
    if len(wrong):
        show(wrong.drop(columns="right"), "Tests that fail")
    if len(result.never):
        show(result.never, "Patterns that never count")
    if loaded:
        tell(loaded.problems)
        if len(themes) > 1:
            show(percent(result.summary), f"{len(loaded.documents)} texts")
        hits = result.patterns[result.patterns["hits"] > 0]
        show(
            percent(hits.drop(columns="theme") if len(themes) == 1 else hits),
            f"{int(hits['hits'].sum())} hits",
            60,
        )
        silent = result.silent
        shown = ", ".join(p if len(p) <= 40 else p[:39] + "…" for p in silent[:20]) or "none"
        more = f" and {len(silent) - 20} more (save them all with -o)" if len(silent) > 20 else ""
        click.echo(f"\n{len(silent)} patterns hit nothing here: {shown}{more}\n")
        if len(result.overlaps):
            show(percent(result.overlaps), "Hits that share words with another theme", 40)
    if output:
        from rhetoric.batch.store import write

        write(result.patterns, output)
        click.echo(f"{output}: {len(result.patterns)} patterns")
    sys.exit(0 if result.passed else 1)


@command.command("new")
@click.argument("name")
@click.argument("texts", nargs=-1, type=click.Path(path_type=Path))
@click.option("--seeds", required=True, help="The words or patterns it starts from, separated by commas.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The theme file. Default: NAME.toml.")
@click.option("-n", "most", default=20, show_default=True, help="Suggestions of each kind.")
@click.option("--ask", is_flag=True, help="Ask for each suggestion whether it belongs to the theme.")
def new(name: str, texts: tuple[Path, ...], seeds: str, output: Path | None, most: int, ask: bool) -> None:
    """Start a theme file from a few seed words, with suggestions from your own TEXTS.

    Suggested is what stands beside the seeds more often than chance has it, and (from 20,000 words of text on) what
    stands among the same words as they do. Each comes with lines from the texts, as a comment in the file: take away
    the # of those that belong to the theme. With --ask you are asked one by one instead.

    \b
    Examples:
      rhetoric themes new solidarity --seeds "solidarity,mutual aid" speeches.csv
      rhetoric themes new austerity --seeds "austerity,cuts" speeches/ -o mine/austerity.toml --ask
    """
    from rhetoric.errors import SettingsError
    from rhetoric.extract.suggest import suggest
    from rhetoric.extract.themedraft import draft
    from rhetoric.load import load
    from rhetoric.pipeline import prepared

    target = output or Path(f"{name}.toml")
    if target.exists():
        raise SettingsError("there is a theme file already", "name another one with -o", str(target))
    given = [s.strip() for s in seeds.split(",") if s.strip()]
    loaded = load(list(texts), Settings()) if texts else None
    found = suggest(prepared(loaded.documents), given, most) if loaded else []
    taken = []
    if ask:
        for one in found:
            click.echo(f"\n{click.style(one.pattern, bold=True)}  ({one.how} the seeds, {one.hits} times)")
            for line in one.lines:
                click.echo(f"  {line}")
            answer = click.prompt(
                "Does it belong? [y]es, [n]o, [q]uit", default="n", show_default=False
            ).lower()[:1]
            if answer == "q":
                break
            if answer == "y":
                taken.append(one.pattern)
    text = draft(name, [*given, *taken], [] if ask else found, str(target))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    click.echo(
        f"{target}: {len(given) + len(taken)} patterns"
        + (f", {len(found)} suggestions as comments" if found and not ask else "")
        + f"\nNext: say in it what it counts, add tests, then: rhetoric themes check {target} TEXTS"
    )


@command.command("convert")
@click.argument("source", type=click.Path(path_type=Path))
@click.argument("target", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Replace TARGET if it is there.")
def convert(source: Path, target: Path, force: bool) -> None:
    """Rewrite a dictionary in another format; the endings of SOURCE and TARGET say which.

    Read and written: .yml (quanteda), .dic and .dicx (LIWC), .cat (WordStat), .lc3 (Lexicoder), .ykd (Yoshikoder), .csv;
    and theme files: .toml, or a folder of them where there are several keys. What the other format cannot hold is left
    out and listed.

    \b
    Examples:
      rhetoric themes convert LaverGarry.cat laver_garry.yml
      rhetoric themes convert moral_foundations.dic themes/
      rhetoric themes convert my_theme.toml my_theme.dic
    """
    from rhetoric.errors import SettingsError
    from rhetoric.extract.conversion import converted

    if target.exists() and not force and not (target.is_dir() and not any(target.glob("*.toml"))):
        raise SettingsError("there is one already", "name another file or add --force", str(target))
    notes, keys, patterns = converted(source, target)
    for note in notes:
        click.echo(click.style("note: ", fg="yellow") + note, err=True)
    click.echo(f"{target}: {keys} keys, {patterns} patterns" + f", {len(notes)} notes" * bool(notes))


def percent(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows with their shares as percentages."""
    return rows.assign(share=[f"{s:.0%}" for s in rows["share"]])


def themes_named(name: str) -> tuple[Theme, ...]:
    """Return the themes of a file or folder, or the one that ships under a name.

    Raises
    ------
    NotFound
        If no theme of that name ships; the message offers the nearest.
    """
    from difflib import get_close_matches

    from rhetoric.errors import NotFound
    from rhetoric.extract.themefile import shipped
    from rhetoric.extract.themesource import read_themes

    if Path(name).suffix or Path(name).exists():
        return read_themes([name])
    themes = {t.feature.name.split(".", 1)[1]: t for t in shipped()}
    if name not in themes:
        near = get_close_matches(name, themes, 1)
        do = f"did you mean {near[0]!r}?" if near else f"choose from {', '.join(themes)}, or name a file"
        raise NotFound(f"no theme called {name!r}", do)
    return (themes[name],)
