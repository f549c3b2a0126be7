"""One frozen value that holds every choice of a run."""

from __future__ import annotations

import dataclasses
import tomllib
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal, Self, get_args

from rhetoric.errors import MissingInput, SettingsError

Layer = Literal[
    "theme", "meaning", "actor", "stance", "sentiment", "metaphor", "device", "discourse", "texture"
]
LAYERS: tuple[Layer, ...] = get_args(Layer)
Tier = Literal["full", "lexical"]
LEXICAL: tuple[Layer, ...] = ("theme", "sentiment", "metaphor", "device")  # the layers of the lexical tier
MetaphorTier = Literal["model", "lexical", "list", "plain"]
ToneTier = Literal["model", "lexical", "vader"]
DeviceTier = Literal["model", "lexical"]
NestedScope = Literal["key", "dictionary"]
TextMode = Literal["full", "excerpts", "none"]


@dataclass(frozen=True, slots=True)
class Settings:
    """Every choice of a run, with its default.

    Parameters
    ----------
    tier : {'full', 'lexical'}
        How thoroughly texts are read. ``'lexical'`` is for many millions of words: the layers of `LEXICAL` by lists
        alone, voices by quotation marks and turns alone; see `docs/batch.md`. It sets `layers`, `metaphor`, `tone`,
        `device` and `draws` where they are as by default.
    layers : tuple of str
        The families of features to look for, in the order of `LAYERS`.
    themes : tuple of str
        Paths of the user's own theme files and dictionaries; with none, the twelve that ship are used.
    nested_scope : {'key', 'dictionary'}
        Where hits share words: the longest counts within each theme, or besides, among all of them.
    metaphor : {'model', 'lexical', 'list', 'plain'}
        What finds metaphors: the encoder beside the list of phrases; a linear model over words beside it, many times
        faster; the list alone; or the list without looking for what is spoken of.
    tone : {'model', 'lexical', 'vader'}
        What reads tone and stance: the encoder; linear models over words, many times faster; or, for the tone, VADER alone.
    device : {'model', 'lexical'}
        What judges six figures of speech: an encoder beside signs that can be named; or the signs alone, some twelve times as fast.
    lexicons : tuple of str
        Paths of sentiment lexicons of the user's own, as dictionaries with a positive and a negative key, or with weights.
    unmeasured : bool
        Look for figures and markers whose precision was not measured, or that are wrong as often as right, too.
    actors : str
        Path of a CSV of the user's own actors and their names.
    seed : int
        Seed of every resampling; streams are keyed by unit, so order never matters.
    draws : int
        Bootstrap draws behind an interval.
    level : float
        Coverage aimed at by intervals, in (0, 1).
    any_language : bool
        Score texts that do not look English (they are refused otherwise).
    text_column, id_column : str
        Where tables and JSON lines hold the text and its identifier.
    text : {'full', 'excerpts', 'none'}
        How much of the texts a report may contain.
    by : str
        What a comparison compares: ``'voice'``, ``'doc_id'`` or a metadata field.
    cluster : str
        What texts are clusters of, such as ``'voice'`` or ``'party,year'``; clusters are resampled in place of texts.
    overrides : str
        Path of a CSV of the user's corrections to voices.
    validations : tuple of str
        Paths of records that `rhetoric validate` wrote, for a report to print.
    """

    tier: Tier = "full"
    layers: tuple[str, ...] = LAYERS
    themes: tuple[str, ...] = ()
    nested_scope: NestedScope = "key"
    metaphor: MetaphorTier = "model"
    tone: ToneTier = "model"
    device: DeviceTier = "model"
    lexicons: tuple[str, ...] = ()
    unmeasured: bool = False
    actors: str = ""
    seed: int = 20101216
    draws: int = 2000
    level: float = 0.95
    any_language: bool = False
    text_column: str = "text"
    id_column: str = "id"
    text: TextMode = "full"
    by: str = "voice"
    cluster: str = ""
    overrides: str = ""
    validations: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.tier not in get_args(Tier):
            raise SettingsError(f"unknown tier {self.tier!r}", "choose full or lexical", "tier")
        if self.tier == "lexical":
            self._quickened()
        for layer in self.layers:
            if layer not in LAYERS:
                raise SettingsError(f"unknown layer {layer!r}", f"choose from {', '.join(LAYERS)}", "layers")
        if self.nested_scope not in get_args(NestedScope):
            what = f"unknown nested_scope {self.nested_scope!r}"
            raise SettingsError(what, "choose key or dictionary", "nested_scope")
        if self.metaphor not in get_args(MetaphorTier):
            what = f"unknown metaphor tier {self.metaphor!r}"
            raise SettingsError(what, "choose model, lexical, list or plain", "metaphor")
        if self.tone not in get_args(ToneTier):
            raise SettingsError(f"unknown tone tier {self.tone!r}", "choose model, lexical or vader", "tone")
        if self.device not in get_args(DeviceTier):
            raise SettingsError(f"unknown device tier {self.device!r}", "choose model or lexical", "device")
        if not 0 < self.level < 1:
            raise SettingsError(f"level {self.level} is not between 0 and 1", "use .95", "level")
        if self.draws < 0:
            raise SettingsError(f"draws {self.draws} is negative", "use 2000", "draws")
        if self.text not in get_args(TextMode):
            raise SettingsError(f"unknown text mode {self.text!r}", "choose full, excerpts or none", "text")

    def _quickened(self) -> None:
        """Set what the lexical tier means where it was left as by default, and refuse what it cannot do."""
        plain = {f.name: f.default for f in dataclasses.fields(self)}
        for name, value in {
            "layers": LEXICAL,
            "metaphor": "plain",
            "tone": "vader",
            "device": "lexical",
            "draws": 0,
        }.items():
            if getattr(self, name) == plain[name]:
                object.__setattr__(self, name, value)
        more = [layer for layer in self.layers if layer in LAYERS and layer not in LEXICAL]
        if more:
            what = f"the lexical tier has no layer {more[0]!r}"
            raise SettingsError(what, f"choose from {', '.join(LEXICAL)}, or leave the tier out", "layers")
        if self.overrides:
            what = "the lexical tier takes no corrections to voices"
            raise SettingsError(what, "leave the tier or the corrections out", "overrides")

    @classmethod
    def read(cls, path: str | Path) -> Self:
        """Read settings from a TOML file.

        Raises
        ------
        MissingInput
            If there is no such file.
        SettingsError
            If the file is not TOML, or names an unknown setting.
        """
        try:
            values = tomllib.loads(Path(path).read_text(encoding="utf-8"))
        except FileNotFoundError:
            raise MissingInput("no such settings file", "check the path", str(path)) from None
        except tomllib.TOMLDecodeError as fault:
            raise SettingsError(f"not valid TOML ({fault})", "mend the line named", str(path)) from None
        return cls.of(values, where=str(path))

    @classmethod
    def of(cls, values: dict[str, Any], where: str = "settings") -> Self:
        """Make settings from plain values, refusing names that do not exist."""
        known = [field.name for field in dataclasses.fields(cls)]
        for name in values:
            if name not in known:
                near = get_close_matches(name, known, 1)
                do = f"did you mean {near[0]!r}?" if near else f"choose from {', '.join(known)}"
                raise SettingsError(f"unknown setting {name!r}", do, where)
        given: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in values.items()}
        return cls(**given)

    def plain(self) -> dict[str, Any]:
        """Return the settings as plain values, ready for JSON or TOML."""
        return {k: list(v) if isinstance(v, tuple) else v for k, v in dataclasses.asdict(self).items()}
