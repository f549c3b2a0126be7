"""Past participles, and those that describe a state or a feeling and so are no passives."""

from __future__ import annotations

from rhetoric.extract.devices.words import closed

IRREGULAR = closed(
    "begun bitten blown borne bought broken brought built burnt cast caught chosen cut dealt done drawn driven dug eaten fed "
    "felt flown forbidden foreseen forgiven forgotten forsaken fought found frozen given ground grown handed hanged heard "
    "held hidden hit hung hurt kept known laid learnt led lent lit lost made meant met mown outdone outlawed overcome overdone "
    "overridden overruled overseen overtaken overthrown paid put rebuilt read redrawn remade repaid resold rewritten "
    "ridden rung said seen sent set sewn shaken shot shown shut slain sold sought sown spent spelt split spoken "
    "spoilt spread spun squeezed stolen struck strung stung sung sunk swept swollen sworn taken taught thought "
    "thrown told torn trodden underpaid understood undertaken undone unwritten upheld uprooted withdrawn withheld "
    "woken won worn woven wound written wrung outbid outsold undersold underwritten mistaught misled "
    "miscast misread misspent preset resent retaken retold reset betrayed left beaten thrust bound bred sped split"
) - closed("unwritten mistaught sped resent")

NO_PARTICIPLES = closed(
    "need indeed speed breed creed deed feed greed heed seed steed weed bleed bed red shed sled wed fed bred hundred kindred "
    "sacred naked wicked rugged ragged wretched beloved learned crooked proceed succeed exceed embed misdeed "
    "newlywed infrared biped moped med ted ned ed fred ahmed mohammed muhammed mohamed hamed saeed"
)

STATES = closed(
    "accustomed acquainted addicted affiliated afflicted aged agreed aligned allied armed arrayed arrived assorted "
    "associated assured attached attuned based behaved belated besotted biased blessed born bound certified civilised civilized "
    "clothed clustered coloured committed complicated composed comprised compromised concerned concentrated confined connected "
    "consisted contented convinced correlated crowded dated deceased decided dedicated departed derived detached detailed "
    "determined devoted disabled disadvantaged disengaged disinclined disposed distinguished divided "
    "divorced doomed dressed drunk educated elapsed elongated embedded endowed engaged entitled entrenched "
    "equipped exhausted experienced faced faded fascinated finished fit fitted fixated flawed focused "
    "focussed founded fraught geared gifted grounded grown guided happened headed hooked "
    "ill-advised ill-informed imbued inclined indebted inhabited inspired integrated intoxicated "
    "inured involved isolated jaded joined justified kitted knackered lapsed lettered licensed limited linked located loaded "
    "lined made-up married matured mired misguided mistaken mixed motivated obligated obliged obsessed occupied "
    "opposed orientated oriented outdated outmoded outspoken overcrowded overjoyed packed perched permeated poised "
    "populated positioned predisposed prejudiced preoccupied prepared pronounced qualified reconciled related relaxed resigned resolved "
    "retired riddled rooted saturated scattered seated self-employed settled situated skilled soaked "
    "sophisticated spirited staffed stalled starved steeped stretched stuck suited supposed surrounded suspected talented tailored tasked "
    "tempted tied tilted troubled twinned twisted unaccompanied unaffected unaltered unanswered unaware unbalanced unchanged "
    "unchecked unconnected undecided underdeveloped undeserved undisputed uneducated unemployed unequalled unexpected "
    "unfinished unfounded unimpressed uninformed uninsured uninterested united unjustified unknown unlimited unmoved unoccupied "
    "unparalleled unprecedented unprepared unqualified unrelated unresolved unsatisfied unskilled unsuited "
    "untouched untrained unwanted used valued varied versed vested wedded well-known well-established well-informed "
    "wounded worried wooded"
)

FEELINGS = closed(
    "aggrieved agitated alarmed amazed amused angered annoyed anguished appalled ashamed assured astonished astounded "
    "baffled bemused bewildered blessed bored chastened cheered comforted confused cowed dazed dazzled dejected delighted "
    "demoralised demoralized depressed devastated disappointed disaffected discouraged disenchanted disenfranchised "
    "disgusted disheartened disillusioned dismayed displeased disquieted dissatisfied distracted distraught distressed distrusted "
    "disturbed dumbfounded elated embarrassed enraged enthused entranced exasperated excited fatigued flattered "
    "flabbergasted flummoxed frightened frustrated fulfilled galled gladdened gratified grieved gutted heartened honored "
    "honoured horrified humbled humiliated impressed incensed infuriated interested intimidated intrigued irritated "
    "minded miffed moved mystified nauseated offended outraged overawed overjoyed overwhelmed panicked perplexed perturbed "
    "petrified pissed pleased privileged puzzled ravaged refreshed relieved repelled repulsed revolted "
    "saddened satisfied scandalised scared shamed shocked sickened sobered speechless spooked staggered startled struck "
    "stumped stunned suprised surprised tempted terrified thrilled tired tormented touched traumatised troubled "
    "unconcerned unimpressed unnerved unsettled upset vexed wearied"
)

ADJECTIVAL = STATES | FEELINGS

UNDOING = closed(
    "unveiled unleashed united unified unlocked unravelled unloaded uncovered unearthed unmasked unpicked unpacked uncoupled"
)

RESULTS = closed(
    "broken closed split spread shut left lost drawn set finished fixed locked meant hidden hung crossed stranded "
    "protected destined designed balanced covered registered dispersed opened done torn known centred centered agreed "
    "worn swollen frozen grown lit abandoned increased developed employed filled exposed encouraged separated furnished diminished shaped "
    "gathered inherited strained fuelled reassured"
)

WITH_OBJECTS = closed(
    "given denied paid told offered allowed granted shown sent promised asked taught awarded handed called charged elected "
    "appointed made left considered named declared refused lent assigned allocated accorded afforded owed fed spared "
    "guaranteed sold dealt found deemed issued fined bought assured set required provided supplied forced"
)

PREFIXES = (
    "re-",
    "co-",
    "pre-",
    "over-",
    "under-",
    "de-",
    "mis-",
    "ring-",
    "cross-",
    "fast-",
    "second-",
    "sub-",
)


def regular(word: str) -> bool:
    """Return whether a word has the form of a regular past or participle and is not known as another word."""
    if not word.endswith("ed") or len(word) < 4 or word in NO_PARTICIPLES:
        return False
    if "-" in word or "'" in word:
        return word.startswith(PREFIXES) and "'" not in word
    return not word.startswith("un") or word in UNDOING or word.startswith("under")


def past_participle(word: str) -> bool:
    """Return whether a word is a past participle in form that may be a verb in the passive."""
    return (word in IRREGULAR or regular(word)) and word not in ADJECTIVAL
