"""The words by which a point is granted and turned from, by class."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rhetoric.extract.devices.words import AUXILIARIES, DETERMINERS, PREPOSITIONS, closed

Table = Mapping[str, tuple[str, ...]]
Phrases = Mapping[str, tuple[list[str], ...]]

SUBJECTS = {
    "i": closed("i i'm i've i'd i'll"),
    "we": closed("we we're we've we'd we'll"),
    "it": closed("it it's"),
    "this": closed("this that these those that's"),
    "there": closed("there there's"),
    "he": closed("he she they you one he's she's they're"),
    "if": closed("if when where because since as unless whether"),
    "what": closed("what who why how which"),
    "determiner": DETERMINERS - closed("this that these those what"),
    "preposition": PREPOSITIONS,
    "auxiliary": AUXILIARIES,
    "not": closed("not never no neither nor"),
    "also": closed("also rather instead only even just merely"),
}
OWN = SUBJECTS["i"] | SUBJECTS["we"]
ASIDE = closed("that which as what when if")
DENYING = closed(
    "not no never nor neither none nothing nobody cannot hardly scarcely don't doesn't didn't isn't aren't wasn't weren't won't "
    "wouldn't can't couldn't shouldn't haven't hasn't hadn't"
)
MAY = closed("may might")
MUST = closed("must need needs ought needed necessary")
ADMITTING = closed(
    "accept acknowledge admit agree agreed appreciate concede confess grant know realise realize recognise recognize respect sympathise "
    "sympathize understand understood acknowledging accepting recognising recognizing"
)
LEANING = closed(
    "think thought believe suppose hope feel wish expect trust want wanted like prefer imagine doubt"
)
PRAISING = closed(
    "thank thanks grateful gratitude congratulate congratulations welcome support supported applaud commend commended glad pleased "
    "delighted happy praise tribute admire pleasure"
)
RUEING = closed("sorry regret afraid disappointed apologise apologize unfortunately sadly regrettably alas")
SURELY = closed(
    "admittedly granted undoubtedly certainly clearly obviously doubtless true yes surely naturally inevitably perhaps indeed"
)
PERHAPS = closed("perhaps possible possibly maybe probably likely seem seems appear appears")
TELLING = closed(
    "say claim claims argue argues suggest suggests tells said says told asked stated claimed announced reported argued suggested added "
    "wrote replied explained"
)
UNKNOWN = closed("know tell say")
DISCLAIMED = closed(
    "saying suggesting say suggest deny wish want propose intend challenging asking doubt arguing claim claiming attempting seeking opposed "
    "pretend complain object blame"
)
EVENTS = closed(
    "went came began took made gave found said told became left got sent brought put thought felt knew saw met won lost ran held led wrote set"
)
JUDGING = closed(
    "important noble right wrong fair unfair good bad better best great difficult easy hard necessary clear reasonable essential valid valuable "
    "useful serious true small welcome enough perfect simple admirable excellent attractive desirable modest popular unpopular disreputable "
    "honourable genuine laudable commendable worthy sound sensible understandable legitimate interesting helpful disappointing impossible "
    "ideal strong weak sincere imperfect regrettable tempting nice fine free correct impressive vital critical achievement progress success "
    "improvement step victory defeat win gain gains loss blow setback start beginning merit merits virtue advantage advantages disadvantage disadvantages credit sympathy risk risks difficulty difficulties "
    "challenge challenges problem problems mistake mistakes concern concerns pity surprise"
)
LESSENING = closed(
    "small modest slight minor little mere partial limited slow late far brief some certain extent part degree"
)
ADDRESSED = closed(
    "friend friends right noble learned united security party parties share matter please like number justice gallant defence defense "
    "natural care energy credit trust fire"
)
STYLES = closed("right noble honourable")
CALLED = closed(
    "hon honourable noble learned gallant reverend rev lord lords lady baroness viscount earl duke marquess and friend friends member members "
    "gentleman gentlemen"
)
BEING = closed("is are am it's that's i'm we're they're")
FINITE = closed("am is are be being been was were have has had having get got")
NARROW = closed("only merely simply just solely")
TURNING = closed("but yet however nevertheless still")
DOING = closed("do does did")
PUT_RIGHT = closed("because rather also a an the")
WHO = closed("who which that")


def table(part: str, **classes: Iterable[str]) -> Table:
    """Return for every word of some classes the names of those it is in, each after the part they are looked for in."""
    out: dict[str, tuple[str, ...]] = {}
    for name, some in classes.items():
        for word in some:
            out[word] = (*out.get(word, ()), f"{part} {name.replace('_', ' ')}")
    return out


def phrases(text: str) -> Phrases:
    """Return phrases, as lists of words, by their first word."""
    out: dict[str, tuple[list[str], ...]] = {}
    for phrase in text.split("|"):
        some = phrase.split()
        out[some[0]] = (*out.get(some[0], ()), some)
    return out


FIRST = {word: name for name, some in reversed(SUBJECTS.items()) for word in some}
GRANTED = table(
    "granted",
    denies=DENYING,
    may=MAY,
    could=closed("could"),
    would=closed("would should"),
    can=closed("can"),
    will=closed("will shall"),
    must=MUST,
    admits=ADMITTING,
    leans=LEANING,
    praises=PRAISING,
    rues=RUEING,
    sure=SURELY,
    perhaps=PERHAPS,
    told=TELLING,
    judges=JUDGING,
    own=OWN,
    be=closed("be"),
    has=closed("has have"),
    that=closed("that"),
    these=closed("these this such any"),
    was=closed("was were had"),
    article=closed("the a an"),
    present=BEING,
    always=closed("always often sometimes never generally usually"),
    also=closed("also moreover furthermore too further"),
    very=closed("very quite rather much so extremely certainly entirely fully great"),
    past_time=closed("ago last then once before formerly years yesterday earlier"),
    lessens=LESSENING,
    some=closed("some many most much few several all every"),
)
TURNED = table(
    "turned",
    denies=DENYING,
    may=MAY,
    could=closed("could"),
    would=closed("would should"),
    can=closed("can"),
    will=closed("will shall"),
    must=MUST,
    should=closed("should ought"),
    admits=ADMITTING,
    leans=LEANING,
    praises=PRAISING,
    rues=RUEING,
    perhaps=PERHAPS - closed("possible possibly"),
    told=TELLING,
    was=closed("was were had did"),
    judges=JUDGING,
    stress=closed("still nevertheless nonetheless also even however equally surely already now"),
    fact=closed("fact truth point question problem reality difficulty trouble answer issue"),
    own=OWN,
    be=closed("be"),
    they=closed("they them"),
    this=closed("this these"),
    there=closed("there"),
    than=closed("than"),
    because=closed("because"),
    present=BEING,
    also=closed("also moreover furthermore"),
    now=closed("now today yet currently"),
    more=closed("more most less better best further remain remains work continue"),
    seeks=closed("want ask hope suggest urge wonder"),
)
FORMULAS = phrases(
    "of course|no doubt|no question|no surprise|no secret|to be sure|to some extent|to that extent|it is true|it is right|it is possible|"
    "it may be|it is understandable|it is easy|it might be|it would be|that may|that is true|that is right|that might|that is correct|"
    "that is the|all very well|all right|quite right|quite true|is right|is true|is correct|is good news|is welcome|in principle|in fairness|"
    "in part|so far so|so far the|so far i|well and good|a good deal|a certain amount|there may|there are some|there is some|there are many|"
    "there is much|there is no doubt"
)
REPLIES = phrases(
    "at any rate|at least|at the end|at the moment|at present|in fact|in the short|in my view|in my opinion|in the meantime|in practice|"
    "in reality|i must|i have to|i do not|i am not|i cannot|i would|i should|i believe|i think|i hope|i feel|we must|we have to|we need|"
    "we cannot|we do not|we should|it is not|it does|it is also|it seems|it would|it is the|it cannot|it must|what i|what we|what is|"
    "what concerns|what matters|what about|what good|that is not|that is no|that does not|that is why|that ought|that must|for the future|"
    "for the moment|for all that|if we|if you|if i|if it|if the|if they|the fact|the truth|the point|the question|the problem|the real|"
    "the difficulty|the trouble|there is no|there are no|there is still|there must|there is a|there are some|there are many|my own|my point|"
    "my concern|on the whole|on balance|on the other|by no"
)
