"""British against American spelling: pairs that differ in it alone."""

from __future__ import annotations

from functools import cache

import numpy as np

from rhetoric.model.columns import Array
from rhetoric.model.corpus import Corpus

OUR = """armour behaviour colour endeavour favour favourite flavour harbour honour humour neighbour neighbourhood odour parlour rancour
rigour rumour saviour savour splendour tumour valour vapour vigour"""  # labour is left out: it is a party's name
ISE = """apolog author bapt capital categor central character civil colon critic crystall democrat demoral digit econom emphas energ equal
famil fantas final formal general global harmon hospital ideal immun industrial jeopard legal liberal local marginal maxim memor militar
minim mobil modern monopol normal optim organ pasteur patron penal polar politic popular priorit privat public radical real recogn
reorgan revolution romantic scrutin social special stabil standard steril subsid summar symbol sympath terror util victim visual"""
RE = "centre fibre litre lustre meagre sabre sceptre sombre spectre theatre"
CE = "defence/defense offence/offense pretence/pretense"
SINGLE = """sceptic/skeptic sceptical/skeptical scepticism/skepticism plough/plow ageing/aging moustache/mustache paediatric/pediatric
analyse/analyze analysed/analyzed analysing/analyzing paralyse/paralyze paralysed/paralyzed catalyse/catalyze aluminium/aluminum
manoeuvre/maneuver manoeuvres/maneuvers instalment/installment enrolment/enrollment fulfil/fulfill skilful/skillful wilful/willful
jewellery/jewelry counsellor/counselor counsellors/counselors traveller/traveler travellers/travelers marvellous/marvelous"""
LED = "cancel channel dial fuel label level marshal model quarrel rival signal total travel tunnel"
ISE_ENDS = ("e", "es", "ed", "ing", "er", "ers", "ation", "ations")
OUR_ENDS = ("", "s", "ed", "ing", "able", "ful", "less", "ly", "hood", "hoods", "ite", "ites", "er", "ers")


@cache
def pairs() -> dict[str, str]:
    """Return the American form of every British one."""
    out = {b + end: b[:-3] + "or" + end if b.endswith("our") else "" for b in OUR.split() for end in OUR_ENDS}
    out = {b: a for b, a in out.items() if a}
    out |= {"favourite": "favorite", "favourites": "favorites", "neighbourhood": "neighborhood"}
    out |= {f"{s}is{end}": f"{s}iz{end}" for s in ISE.split() for end in ISE_ENDS}
    out |= {b + end: b[:-2] + "er" + end for b in RE.split() for end in ("", "s")}
    out |= dict(p.split("/") for p in (CE + " " + SINGLE).split())
    return out | {f"{s}l{end}": s + end for s in LED.split() for end in ("ed", "ing")}


def spellings(corpus: Corpus) -> tuple[Array, Array]:
    """Return how many words of every document are spelt the British and the American way, shape (documents,) each.

    Notes
    -----
    ``-ize`` is also Oxford's spelling: a text that has it beside *colour* counts for both.
    """
    known, tokens = pairs(), corpus.tokens
    american = frozenset(known.values())
    forms = tokens.vocab.folding[0]
    kind = np.array([1 if f in known else 2 if f in american else 0 for f in forms], np.int8)
    found = kind[tokens.folded] if len(tokens) else np.empty(0, np.int8)
    counts = [np.bincount(tokens.doc[found == k], minlength=len(corpus)) for k in (1, 2)]
    return counts[0], counts[1]
