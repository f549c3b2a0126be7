"""Reporting verbs: every form, with what it takes."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from rhetoric.naming.grammar import listed

# verb forms: base, third person, past, participle (if another), -ing. Regular verbs are made by rule below.
IRREGULAR = (
    "say says said said saying",
    "tell tells told told telling",
    "write writes wrote written writing",
    "think thinks thought thought thinking",
    "speak speaks spoke spoken speaking",
    "swear swears swore sworn swearing",
    "read reads read read reading",
    "feel feels felt felt feeling",
    "put puts put put putting",
    "hear hears heard heard hearing",
    "admit admits admitted admitted admitting",
    "quip quips quipped quipped quipping",
    "reply replies replied replied replying",
    "deny denies denied denied denying",
    "testify testifies testified testified testifying",
    "clarify clarifies clarified clarified clarifying",
    "specify specifies specified specified specifying",
    "cry cries cried cried crying",
    "decry decries decried decried decrying",
    "see sees saw seen seeing",
    "know knows knew known knowing",
    "find finds found found finding",
    "show shows showed shown showing",
    "go goes went gone going",
    "begin begins began begun beginning",
    "blog blogs blogged blogged blogging",
    "brag brags bragged bragged bragging",
    "refer refers referred referred referring",
    "rap raps rapped rapped rapping",
    "concur concurs concurred concurred concurring",
    "defend defends defended defended defending",
    "slam slams slammed slammed slamming",
    "dub dubs dubbed dubbed dubbing",
    "shoot shoots shot shot shooting",
    "sing sings sang sung singing",
)

# Speech that takes a reported clause after it ('said that', 'warned it was').
CLAUSE = listed(
    "say tell write admit reply testify clarify specify swear add note report announce suggest argue acknowledge"
    " explain claim agree insist declare warn conclude predict state recall promise pledge vow assert complain concede"
    " stress contend confirm observe remark maintain allege advise estimate mention emphasise emphasize reiterate"
    " respond counter caution tweet joke quip muse lament boast brag hint imply disclose reveal"
    " affirm proclaim repeat charge comment protest reckon assure inform remind conjecture speculate"
    " underscore underline point confess recount opine theorize surmise relate"
)
# Speech that takes a noun or an infinitive as its content.
OTHER = listed(
    "ask urge accuse deny promise pledge vow threaten demand warn speak announce acknowledge admit predict"
    " declare confirm recall claim ask propose"
)
# Verbs that give quoted words to a source, and by themselves report nothing here.
QUOTING = listed(
    "continue ask tell call describe dismiss blast mock denounce criticize criticise praise condemn label brand dub"
    " characterize characterise decry slam attack deride ridicule question want think believe feel refer speak talk"
    " shout yell scream chant cry exclaim whisper mutter murmur interrupt intone read go sing blog post retort"
    " conclude sum echo cite quote hail vow rap urge deny accuse demand concur defend attack express"
    " consider blame plead wonder inquire enquire laugh sigh shrug smile grin thunder boom bellow declare offer"
    " portray depict view see pronounce deem term compare lash vent snap rail fume scoff sneer beg implore"
    " apologise apologize thank encourage invite order instruct promise challenge press object insist understand"
    " hope fear worry welcome reject note voice recite pitch discuss answer credit know write joke hear"
    " liken summarise summarize reflect enthuse gush rant counsel preach text email stress highlight plan aim"
    " attribute commit resolve shoot lecture"
)
# Speech of which anything that follows is the content; other verbs of saying need a 'that'.
PLAIN = listed(
    "accuse acknowledge add admit agree announce argue ask assert caution claim complain concede conclude"
    " confirm contend declare demand deny explain insist joke note pledge predict promise quip recall"
    " remark reply report respond say state stress suggest tell testify threaten tweet urge vow warn write"
)
# A quotation may stand before these with subject and verb turned round.
TURNED = (CLAUSE | listed("ask continue shout cry exclaim whisper retort wonder chant agree yell intone")) - {
    "tell"
}
# Plural nouns as often as verbs: only right after a name or a pronoun, or a noun that has its article.
NOUNS = listed(
    "reports notes claims states promises remarks comments calls demands charges questions views pledges vows praises labels brands"
    " attacks answers replies estimates fears hopes plans posts points repeats quotes cites terms hints boasts jokes protests orders"
    " worries report claim promise remark comment note question state call demand charge view point estimate joke hint boast"
    " answer post quote attack praise label brand fear hope plan order pledge vow protest offer lament tweet tweets read reads"
    " sign signs address challenge thought press feeling feelings meaning reply cry cries laugh smile grin sigh voice"
    " text email object compare echo echoes pitch"
)


@dataclass(frozen=True, slots=True)
class Cue:
    """One form of a reporting verb.

    Parameters
    ----------
    lemma : str
    form : {'base', 'third', 'past', 'participle', 'ing'}
    clause, other : bool
        Whether a reported clause, or a noun or infinitive with reported content, may follow.
    """

    lemma: str
    form: str
    clause: bool
    other: bool


def regular(base: str) -> tuple[str, ...]:
    """Return the forms of a regular verb: base, third person, past, participle, -ing.

    Examples
    --------
    >>> regular("urge")
    ('urge', 'urges', 'urged', 'urged', 'urging')
    """
    third = base + ("es" if base.endswith(("s", "sh", "ch", "x", "o")) else "s")
    past = base + ("d" if base.endswith("e") else "ed")
    ing = (base[:-1] if base.endswith("e") and not base.endswith("ee") else base) + "ing"
    return base, third, past, past, ing


def forms() -> dict[str, Cue]:
    """Return every form of every reporting verb."""
    irregular = {line.split()[0]: tuple(line.split()) for line in IRREGULAR}
    out: dict[str, Cue] = {}
    for lemma in sorted(CLAUSE | OTHER | QUOTING):
        for form, word in zip(
            ("base", "third", "past", "participle", "ing"),
            irregular.get(lemma, regular(lemma)),
            strict=True,
        ):
            if word not in out or out[word].form == "participle":
                out.setdefault(word, Cue(lemma, form, lemma in CLAUSE, lemma in OTHER))
    return out


CUES = MappingProxyType(forms())
