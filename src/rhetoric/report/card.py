"""A short static card for notebooks: true without scripts, styles inlined."""

from __future__ import annotations

from rhetoric.model.report import Facts
from rhetoric.report.render import environment

BOX = "font:15px/1.5 Georgia,serif;max-width:44rem;border-top:3px solid #b85000;padding:.6rem 0;color:#1a1a1a;background:#fff"


def card(facts: Facts) -> str:
    """Return the card."""
    html: str = environment().get_template("card.html.j2").render(facts=facts, box=BOX)
    return html
