"""Which words may be verbs, and in which form, for members that open with one."""

from __future__ import annotations

from functools import lru_cache

from rhetoric.extract.devices.weight import IRREGULAR, MADE, QUALITIES, VERBS
from rhetoric.extract.devices.words import FUNCTION, closed

MORE = closed(
    "absorb abuse accelerate accommodate accompany account accuse acquire adapt adjust administer adore affect afford aid alarm "
    "alert alleviate allocate alter amend amuse analyse analyze announce annoy anticipate apologise appear applaud appreciate approach approve argue arm "
    "arouse arrange arrest arrive articulate assemble assert assess assign associate assume attach attain attend attribute audit "
    "avenge await award back bail bankrupt bar bear beat beg befriend behave belittle belong bend beneficial benefit bet betray bid bite bless blind "
    "bloom blow boast bolster bother bow brace brand bribe brief broaden brush bully bungle burden burn bury calculate calm campaign "
    "cancel cast catch cause caution cease celebrate censor censure challenge champion chant chase chat cheat cheer cherish circulate cite civilise "
    "clamp clap clarify classify clear climb cling close clothe coach coerce collaborate collapse collect combat combine comfort commend "
    "comment commission communicate compare compel compensate compile complain comply compose comprehend compromise conceal concede "
    "conceive concentrate concern conclude condense confer confess confide confine confiscate conflict conform confront confuse congratulate connect "
    "conquer consent consist consolidate conspire constitute constrain consume contact contain contend contest contract contrast convene converse convert convey "
    "convict convince cook cool correspond corrupt counsel count counter covet crack cram crawl creep cripple criticise criticize crush "
    "cry cultivate curb cure curse dance dare dash dazzle deepen declare decline decrease deduct deepen defer defraud degrade delight demean demolish demonstrate denounce depart "
    "depend depict deplore deport deprive derive descend describe desert desire desist despair despise detain deter deteriorate detest "
    "devalue devastate devise devote devour dictate differ dig digest dilute diminish dine dip disagree disappear disappoint disarm discharge discipline disclose "
    "discourage discredit discriminate dishonour dismantle dismiss disobey dispatch dispel display dispose dispute disregard disrupt dissolve "
    "distinguish distort distribute disturb diversify donate doubt downgrade draft drag drain draw dream dress drift drill drink drop drown dry duck dwell "
    "ease echo edit elevate elicit embark embarrass embody embolden embrace emerge emphasise emphasize encounter encroach endanger endeavour endorse endow endure energise "
    "engender enlarge enlighten enlist enrage enslave entail entangle enter entertain entice entitle entrench entrust envisage equip eradicate erase erect erode err "
    "escalate escape establish esteem evade evolve exacerbate exaggerate exalt exceed excel exchange excite excuse execute exercise exert exhaust exhibit exile exist expect expel experience "
    "experiment expire explode exploit explore export express extinguish extol extort extract falter fan fast fault favour favor fear feature feign fetch fine fire fit fix flag flee "
    "flourish flow fly foment forbid forecast foresee forge forget forgive form forward fracture frame fray free freeze frighten frustrate fuel function fund further gamble gather generate "
    "glorify grab grant grasp grieve grind grip groom groan guarantee guess hamper hand handle hang happen harass harbour harden harm harmonise harmonize harness haunt head heed "
    "highlight hinder hire hit hunger hunt hurry idolise ignite illuminate illustrate imagine impair impart impeach impede imperil implement implore imply import impress imprison incite inflict inhabit inhibit "
    "injure innovate inquire insert inspect inspect instil instill institute instruct insult integrate intend intensify interest interfere interrogate interrupt intervene intimidate introduce invade "
    "invent invoke involve irritate isolate issue jeopardise jeopardize journey jump justify kick kidnap kneel knock label labour lack lament land last laugh launch lay leap legislate legitimise "
    "lend lengthen lessen liberate lie lighten like line linger link liquidate load loathe lobby locate lock log lower lure maim malign map march mark market marry master match mature maximise mean "
    "measure meddle mediate melt mention merit mine minimise misuse mislead misrepresent mitigate mix mock moderate modernise modify monitor mount mourn multiply murder mutilate "
    "name narrow nationalise near neglect negotiate neutralise nominate note notice nourish nurse nurture obey object obscure observe obstruct obtain occupy occur offend open "
    "operate oppress outlaw outline outrage overhaul override overrule overturn owe own pack participate pass patrol pause penalise perform perish permit perpetuate persecute persevere persist "
    "persuade pervert petition pick pioneer place plague plant plead please pledge plot plough plunder plunge police polish pollute ponder populate portray pose possess postpone pour praise pray preach precipitate predict prefer prejudice "
    "presume pretend prevail prey print prize probe proceed process procure proclaim profit progress prohibit prolong prompt propagate propel prosecute prosper protest provoke publish "
    "pump purchase purge purify purport pursue qualify question quit quote raid rally ransom rape ravage react reaffirm realise realize reap rear reassure rebel rebuke recall reckon reclaim recognise recommend "
    "reconcile reconsider record recover recycle redeem redress redirect refer refine reflect refrain refresh refuel refute regain regard register regret regulate rehabilitate reign reinforce reinstate reinvest reinvigorate rejoice "
    "relate relax relieve relinquish rely remark remedy remind render renew renounce rent reopen reorganise repay repeat report repress reproach rescue research resent reserve reside resign resort rest result resume retain retire retreat "
    "retrieve retrain reuse revert review revise revitalise revitalize revive revoke revolutionise rid rig risk rival roam roar rob root rot ruin rule rush sack safeguard salute sample sanction satisfy scale scan scare scatter "
    "scheme scorn scrape scream screen search season seduce select sentence separate serve sever shake shape shatter shelter shield shift shine shoot shop shorten shoulder shout sign signal "
    "silence simplify sing sink skip slash slaughter sleep slide slip slow smash smear smile smoke smooth smuggle snatch sneer snipe soar soften soothe sow spare spark specify spell spill spin split spoil sponsor spur squander square "
    "squeeze stabilise stabilize stage stagnate stamp standardise starve state steady steer step stick stifle stimulate sting stipulate stir store storm strain strangle streamline stress stretch strip struggle stumble subdue subject submit "
    "subscribe subsidise substitute subvert succeed suffocate suggest sum summon supervise supplement suppress surrender surround survey suspect suspend swallow swear sweat sweep swim swing swindle switch sympathise tame target "
    "tarnish taste tax tear tempt tend terminate terrify testify thank thrive throw tie tighten toil tolerate top topple torment torture toss touch toughen tour trace track trade trample transcend transfer translate transmit transport trap "
    "trick trigger triumph troop trouble tumble undercut undergo underlie underpin undertake undo unfold unify unleash unlock unravel unveil update upgrade upset usher usurp utilise utilize utter vanish vary venture verify "
    "require put determine set focus cut let contribute fall enact acknowledge accomplish fulfill cast overcome reverse oversee influence shut shew suppose "
    "file expedite finance capture arise host borrow enroll spread roll clinch transition furnish halt hide offset insure ascertain split opt cross induce "
    "waive exempt leverage sue rein schedule abide adhere pronounce craft seal divert thwart reimburse distance affirm redeploy exit rethink contradict sway "
    "boycott accrue underscore tender harvest reintroduce counteract tap restrain manufacture bestow overtake garner augment quell adjourn sail apprehend "
    "wrap ride revisit interpret phase prescribe avert suit circumvent retool cater assuage concur chart fend pool shrink disavow allude shed abstain bypass "
    "defray repel enquire haul solicit showcase allay overlook overthrow displace forgo score resettle coalesce scramble flip rescind complement extradite "
    "relay plug pave deem commence muster rename acquiesce restructure refinance ditch indulge coincide indict dislike transact rebound carve bash redefine woo "
    "halve impute discard reassess restart discontinue derail remit ramp align straighten advert uncover tout curtail accede infer merge depose trespass preside "
    "plummet delete realign swell disperse surmount inject preempt dislodge rebut deflect upend install hurt impose "
    "veto view vilify vindicate violate visit voice volunteer vow wage wander warn warrant wash watch wear weep weigh whip whisper widen wield wish withdraw withhold withstand witness wonder worsen worship wound wreck wrestle yield"
)
PAST = closed(
    "bore beaten begged bent bitten blown bought bound bred brought built burnt cast caught clung cost cut dealt drawn dreamt drove fed felt fled flew flown forbade forgiven "
    "fought froze frozen hidden hit hung hurt kept laid leapt learnt left lent lit lost made meant met overcame overcome paid put quit ran rang reset rid risen said sang sank sat sent set "
    "shaken shone shot shrank shut slept slid sold sought spent spilt split spoilt spread sprang stood stuck stung strove struck swept sworn taught thrown thrust told took torn tore "
    "undermined understood undertook undone upheld upset went won wore worn wove woven withdrew withdrawn withheld withstood wound wrote"
)
ALL = VERBS | MORE
PASTS = PAST | frozenset(IRREGULAR)
ADVERBS = closed(
    "well better best more most less least very so too quite deeply fully ill not no longer ever never always still just even only also "
    "further fairly rather once soon largely highly"
)


@lru_cache(maxsize=1 << 16)
def adverb(word: str) -> bool:
    """Return whether a word only qualifies what follows it."""
    return word in ADVERBS or (len(word) > 4 and word.endswith("ly"))


@lru_cache(maxsize=1 << 16)
def form(word: str) -> str:
    """Return the form of a verb, ``base``, ``s``, ``ed`` or ``ing``, or ``''`` where a word is none that is known."""
    if word in FUNCTION:
        return ""
    if word in PASTS:
        return "ed"
    if word in ALL:
        return "base"
    last = word[-1:]
    if last == "d":
        return "ed" if len(word) > 4 and word[-2] == "e" and word[-3] != "e" else ""
    if last == "g":
        return "ing" if len(word) > 5 and word.endswith("ing") else ""
    if last == "s":
        stem = word[:-1]
        known = (
            stem in ALL
            or stem.endswith(MADE)
            or word[:-2] in ALL
            or (word.endswith("ies") and word[:-3] + "y" in ALL)
        )
        return "s" if known and not word.endswith("ss") else ""
    return "base" if last in "ey" and len(word) > 5 and word.endswith(MADE) and word not in QUALITIES else ""
