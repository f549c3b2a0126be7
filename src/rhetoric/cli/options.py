"""Options that several commands share, and what they all do at the end."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from rhetoric.errors import SettingsError
from rhetoric.settings import LAYERS, LEXICAL, Settings

if TYPE_CHECKING:
    from rhetoric.model.document import Document
    from rhetoric.model.loaded import Loaded
    from rhetoric.model.problem import Problem

F = TypeVar("F", bound=Callable[..., Any])
SOME_FAILED = 3


class Layers(click.ParamType[tuple[str, ...]]):
    """A comma-separated choice of layers."""

    name = "layers"

    def convert(self, value: Any, param: Any, ctx: Any) -> tuple[str, ...]:
        """Return the layers named, or fail with the choice."""
        chosen = (
            tuple(part.strip() for part in value.split(",") if part.strip())
            if isinstance(value, str)
            else value
        )
        unknown = [c for c in chosen if c not in LAYERS]
        if unknown:
            self.fail(f"unknown layer {unknown[0]!r}; choose from {', '.join(LAYERS)}", param, ctx)
        return tuple(chosen)


SHARED = {
    "settings_file": click.option(
        "--settings", "settings_file", type=click.Path(), help="Read settings from a TOML file."
    ),
    "tier": click.option(
        "--tier",
        type=click.Choice(["full", "lexical"]),
        help="How thoroughly texts are read: 'lexical' is for many millions of words: lists and marks alone, many times faster.",
    ),
    "layers": click.option(
        "--layers", type=Layers(), help=f"Only these, separated by commas: {', '.join(LAYERS)}."
    ),
    "themes": click.option(
        "--themes",
        multiple=True,
        type=click.Path(),
        help="A theme file or dictionary of your own (TOML, quanteda YAML, LIWC, WordStat, ...); may be repeated.",
    ),
    "nested_scope": click.option(
        "--nested-scope",
        type=click.Choice(["key", "dictionary"]),
        help="Where hits share words: the longest counts within each theme (key, the default), or among all of them.",
    ),
    "metaphor": click.option(
        "--metaphor",
        type=click.Choice(["model", "lexical", "list", "plain", "off"]),
        help="What finds metaphors: the encoder (the default), a quicker model over words, the list of phrases alone, "
        "or the list without what is spoken of.",
    ),
    "tone": click.option(
        "--tone",
        type=click.Choice(["model", "lexical", "vader"]),
        help="What reads tone and stance: the encoder (the default), quicker models over words, or VADER alone.",
    ),
    "device": click.option(
        "--device",
        type=click.Choice(["model", "lexical"]),
        help="What judges six figures of speech: an encoder beside signs (the default), or the signs alone, some twelve times as fast.",
    ),
    "unmeasured": click.option(
        "--unmeasured",
        is_flag=True,
        default=None,
        help="Look for figures and markers that were not measured, or are wrong as often as right, too.",
    ),
    "actors": click.option(
        "--actors",
        type=click.Path(),
        help="A CSV of your own people and bodies: actor, alias, kind; see docs/stance.md.",
    ),
    "lexicons": click.option(
        "--lexicon",
        "lexicons",
        multiple=True,
        type=click.Path(),
        help="A sentiment lexicon of your own (a dictionary with a positive and a negative key, or with weights); may be repeated.",
    ),
    "overrides": click.option("--overrides", type=click.Path(), help="A CSV of your corrections to voices."),
    "text_column": click.option("--text-column", help="The column or field that holds the text."),
    "id_column": click.option("--id-column", help="The column or field that holds the identifier."),
    "any_language": click.option(
        "--any-language", is_flag=True, default=None, help="Score texts that do not look English."
    ),
    "seed": click.option("--seed", type=int, help="Seed of all resampling."),
    "draws": click.option(
        "--draws", type=click.IntRange(min=0), help="Bootstrap draws behind each interval."
    ),
}


def shared(*names: str) -> Callable[[F], F]:
    """Add the shared options of these names to a command, or all of them."""

    def add(function: F) -> F:
        for name in reversed(names or tuple(SHARED)):
            function = SHARED[name](function)
        return function

    return add


def settings_of(settings_file: str | None, **given: Any) -> Settings:
    """Return the settings of a file, with those given on the command line on top."""
    base = Settings.read(settings_file) if settings_file else Settings()
    chosen = {k: v for k, v in given.items() if v is not None and v != ()}
    if chosen.get("metaphor") == "off":
        del chosen["metaphor"]
        every = LEXICAL if chosen.get("tier", base.tier) == "lexical" else base.layers
        chosen["layers"] = tuple(n for n in chosen.get("layers", every) if n != "metaphor")
    if chosen.get("tier", base.tier) == "lexical":
        for name in ("metaphor", "tone", "device"):
            if chosen.get(name) == "model":
                what = "the lexical tier does not use the encoder"
                raise SettingsError(what, f"leave --tier or --{name} out", f"--{name}")
    return dataclasses.replace(base, **chosen)


def tell(problems: Sequence[Problem], limit: int = 20) -> None:
    """Print what could not be read or was repaired, on standard error."""
    for p in problems[:limit]:
        place = f"{p.source}:{p.line}" if p.line is not None else p.source
        colour = "red" if p.level == "error" else "yellow"
        click.echo(click.style(f"{p.level}: ", fg=colour) + f"{place}: {p.message}", err=True)
    if len(problems) > limit:
        click.echo(f"... and {len(problems) - limit} more", err=True)


def usable(loaded: Loaded) -> tuple[Document, ...]:
    """Return the documents of some inputs; where there are none, say why and end with exit code 1."""
    if not loaded.documents:
        tell(loaded.problems)
        click.echo("rhetoric: nothing could be read", err=True)
        sys.exit(1)
    return loaded.documents


def finish(problems: Sequence[Problem]) -> None:
    """End with exit code 3 if some inputs could not be read."""
    if any(p.level == "error" for p in problems):
        sys.exit(SOME_FAILED)


def command_line(*parts: str | Path, **options: object) -> str:
    """Return the command that repeats this run, for the page's reproduce box; folders of the machine are left out."""
    shown = [Path(p).name if isinstance(p, Path) else p for p in parts]
    flags = [f"--{k.replace('_', '-')} {v}" for k, v in options.items() if v not in (None, "", (), False)]
    return " ".join(["rhetoric", *shown, *flags])


def unlike_default(settings: Settings, *names: str) -> dict[str, object]:
    """Return those of some settings that are not as by default."""
    plain = Settings()
    return {n: getattr(settings, n) for n in names if getattr(settings, n) != getattr(plain, n)}


@contextmanager
def working(what: str) -> Iterator[None]:
    """Show a spinner on standard error while something takes its time, if a person is watching."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(what):
        yield
