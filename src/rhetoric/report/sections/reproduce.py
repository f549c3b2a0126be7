"""Reproduce and cite."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from rhetoric.model.material import Material
from rhetoric.report.section import Section
from rhetoric.report.view import titles


def facts(material: Material) -> dict[str, Any]:
    """Return command, versions, hashes, settings and citations."""
    p = dict(material.provenance)
    names = titles(material)
    version = p.get("version", "")
    year = (p.get("date") or "2026")[:4]
    text = f"The rhetoric authors ({year}). rhetoric: discourse and rhetoric analysis for political texts (version {version})."
    bibtex = (
        "@software{rhetoric,\n  author = {{The rhetoric authors}},\n"
        "  title = {rhetoric: discourse and rhetoric analysis for political texts},\n"
        f"  version = {{{version}}},\n  year = {{{year}}}\n}}"
    )
    csl = {
        "id": "rhetoric",
        "type": "software",
        "version": version,
        "issued": {"date-parts": [[int(year)]]},
        "title": "rhetoric: discourse and rhetoric analysis for political texts",
        "author": [{"literal": "The rhetoric authors"}],
    }
    return {
        **{k: p.get(k) for k in ("command", "version", "python", "packages", "date", "seed", "lexicons")},
        "dictionaries": p.get("dictionaries") or (),
        "inputs": [
            {**i, "title": names.get(str(i.get("id")), i.get("title"))}
            for i in (p.get("inputs") or ())[: material.limits.full]
        ],
        "inputs_all": len(p.get("inputs") or ()),
        "inputs_sha256": whole([str(i.get("sha256")) for i in p.get("inputs") or ()]),
        "toml": toml(material.settings.plain()),
        "citation": text,
        "bibtex": bibtex,
        "csl": json.dumps([csl], indent=1, ensure_ascii=False),
    }


def whole(hashes: Sequence[str]) -> str:
    """Return one SHA-256 over those of all texts: their hexadecimal digits, sorted, a line each."""
    return hashlib.sha256("".join(f"{h}\n" for h in sorted(hashes)).encode()).hexdigest()


def toml(values: dict[str, Any]) -> str:
    """Return settings as TOML that `--settings` reads."""
    return "\n".join(f"{k} = {json.dumps(v, ensure_ascii=False)}" for k, v in values.items())


section = Section("reproduce", "Reproduce and cite", "reproduce.html.j2", facts)
