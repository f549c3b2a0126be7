"""Closed classes of English words, as far as finding a subject needs them."""

from __future__ import annotations


def listed(words: str) -> frozenset[str]:
    """Return the words of a list written in one string.

    Examples
    --------
    >>> sorted(listed("and but or"))
    ['and', 'but', 'or']
    """
    return frozenset(words.split())


DETERMINERS = listed(
    "the a an this that these those some any many several most few both each every another one two three four five six seven eight nine ten"
    " all no other his her its their our my your such certain various numerous"
)
NUMBERS = listed("two three four five six seven eight nine ten")
PREPOSITIONS = listed(
    "of in on at for with from by to about against into over under through during after before between among across"
    " around near without within outside inside toward towards upon despite amid like unlike per via since until"
    " throughout following regarding alongside beyond besides off up down out as"
)
LINKS = listed("of for at from in with on to")
SUBORDINATORS = listed(
    "that because although though while whereas when whenever if unless whether since once until where wherever why how what"
    " than as so after before who whom which whose even"
)
CONJUNCTIONS = listed("and but or nor yet plus")
AUXILIARIES = listed(
    "is are was were be been being am has have had having do does did will would can could shall should may might must"
    " 's 're 've 'd 'll ’s ’re ’ve ’d ’ll isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't"
    " couldn't shouldn't isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t doesn’t don’t didn’t won’t wouldn’t can’t couldn’t shouldn’t"
    " cannot"
)
BE = listed("is are was were be been being am isn't wasn't weren't isn’t wasn’t weren’t 's ’s get got")
ADVERBS = listed(
    "also then later now not never always often sometimes still just even once again soon recently already earlier only"
    " further too instead therefore thus however meanwhile moreover both all each himself herself themselves itself myself first"
    " famously almost perhaps maybe yesterday today tonight ago back monday tuesday wednesday thursday friday saturday sunday previously"
    " afterward afterwards reportedly flatly thereafter yet ever quite rather simply since elsewhere nonetheless nevertheless"
)
DAYS = listed("monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow")
MONTHS = listed(
    "january february march april may june july august september october november december jan feb aug sept oct nov dec"
)
HE = listed("he him his himself")
SHE = listed("she her hers herself")
SUBJECTS = listed("he she they it we i you who many some others one most both few several everyone nobody")
PRONOUNS = listed("he she they it we i you")
OBJECTS = listed("him them us me himself herself themselves itself myself ourselves")
# Common verbs of plain narration that end a noun phrase when looking left.
VERBS = listed(
    "came come comes went goes made makes took takes got gets gave gives led leads ran runs held holds won lost followed follows"
    " showed shows became becomes leaves met meets began begins sent sends brought let kept put set saw sees appeared seemed"
    " released responded sought wants wanted needs needed knew knows believes believed thinks thought found finds used"
)
# Irregular past forms beside those.
PASTS = listed(
    "left drew drove fell felt fought flew forgot grew heard hit rose sat sold spent stood struck taught threw told understood"
    " wore wrote broke bought brought built caught chose cut dealt did fed fled hung hurt laid lay lent lit meant paid quit"
    " rode sank shook shot shut slept spoke spread stole stuck swept tore voted woke said had was were"
)
# Words that never belong to a name though they may stand capitalised at the start of a sentence.
FUNCTION = (
    DETERMINERS
    | PREPOSITIONS
    | SUBORDINATORS
    | CONJUNCTIONS
    | AUXILIARIES
    | ADVERBS
    | PRONOUNS
    | OBJECTS
    | DAYS
    | MONTHS
    | listed(
        "there here yes no not well mr mrs ms former according asked speaking meanwhile ironically asian indeed finally additionally"
        " last next late early this that these those on read more video photo getty why how what where when who new update"
        " exclusive breaking watch see via source image images copyright"
    )
) - {"may", "will", "mr", "mrs", "ms", "former"}
# Nouns for people who speak, for roles and for the bodies and papers that speak for them.
ROLES = listed(
    "president senator governor congressman congresswoman representative mayor minister secretary chancellor leader speaker candidate"
    " nominee frontrunner front-runner businessman billionaire mogul tycoon politician lawmaker spokesman spokeswoman spokesperson"
    " adviser advisor aide strategist manager chairman chairwoman chair director analyst professor academic author writer editor"
    " journalist reporter columnist commentator lawyer attorney judge prosecutor officer official ambassador general colonel pollster"
    " consultant activist organizer organiser campaigner expert economist historian executive founder owner host anchor critic supporter"
    " voter resident mp mep msp peer lord baroness prince princess king queen pope bishop archbishop priest pastor rabbi imam father"
    " mother brother sister son daughter wife husband man woman boy girl student teacher doctor nurse veteran soldier friend colleague"
    " ally rival opponent predecessor successor democrat republican conservative liberal socialist independent premier taoiseach deputy"
    " delegate superdelegate donor member chief head boss whip backbencher insider source star actor actress singer comedian"
    " lobbyist staffer neurosurgeon surgeon ceo coach player fighter boxer champion legend sheriff detective interviewer moderator correspondent"
    " ex-president ex-wife widow statesman vermonter texan ohioan floridian native realtor treasurer commissioner"
    " commentator scholar scientist researcher fellow psychologist philosopher theorist"
)
BODIES = listed(
    "statement report poll survey study paper document memo letter email newspaper magazine article column editorial post tweet website"
    " site book ad advertisement complaint lawsuit suit filing order ruling opinion group organization organisation party campaign committee"
    " commission council department agency ministry government administration company firm bank court board team union association"
    " network station channel office police officials lawmakers authorities aides advisers critics supporters analysts experts"
    " observers sources republicans democrats conservatives liberals voters lawyers prosecutors investigators researchers reporters spokesmen"
    " transcript release press message text blog fund foundation institute center centre coalition league bureau"
    " leaders people others pair couple duo men women families family residents activists organizers protesters"
)
