"""Antonyms of political prose, the package's own: groups of words, of which those before the space are opposed to those after it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

VERBS = """
win/won lose/lost | succeed/prevail fail/falter | build/built/create/construct/found
destroy/wreck/ruin/demolish/dismantle | rebuild/rebuilt/mend/restore/repair/heal
break/broke/broken/destroy/damage/tear/tore/torn/hurt/wound |
increase/raise/expand/grow/grew/grown/multiply/boost/double
reduce/lower/cut/shrink/shrank/shrunk/decrease/diminish/halve/slash | rise/rose/risen/climb/soar
fall/fell/fallen/drop/decline/sink/sank/sunk/plunge/plummet | add subtract/remove | strengthen/reinforce/fortify
weaken/undermine/erode/enfeeble | improve/better/enhance worsen/deteriorate/harm/impair/degrade |
encourage/promote/foster/stimulate discourage/deter/hinder/stifle | help/assist/aid/benefit
hinder/harm/hurt/hamper/obstruct/injure | support/back/endorse/favour/favor oppose/resist/attack/fight/fought |
accept/adopt/welcome/embrace/approve reject/refuse/decline/repudiate/spurn | agree disagree/differ/quarrel |
include/embrace/welcome exclude/omit/shun/expel | unite/join/bind/bound divide/split/separate/sever |
love/like/cherish/adore hate/loathe/detest/dislike/despise | praise/applaud/commend/laud/honour/honor
blame/condemn/criticise/criticize/censure/denounce/rebuke | reward punish/penalise/penalize |
forgive/forgave/forgiven/pardon condemn/avenge/resent/punish | trust/believe
distrust/mistrust/doubt/suspect/disbelieve | give/gave/given take/took/taken/receive/keep/kept/withhold/withheld
| spend/spent save/earn/raise/hoard | buy/bought/purchase sell/sold | borrow lend/lent/repay/repaid | pay/paid
owe/earn/receive/default | gain/acquire/obtain lose/lost/forfeit/surrender |
begin/began/begun/start/open/commence/launch end/finish/stop/close/conclude/cease | open close/shut |
advance/proceed/march retreat/withdraw/withdrew/withdrawn/recede/regress | lead/led/command/govern
follow/obey/serve | speak/spoke/spoken/talk/preach/lecture/boast/promise/pledge
act/deliver/listen/practise/perform | remember/recall forget/forgot/forgotten/ignore/neglect |
live/survive/flourish/thrive die/perish/wither/kill/languish | bear/born die/bury/buried | attack/assault/invade
defend/protect/guard/shield | protect/guard/defend/safeguard/preserve
endanger/threaten/expose/attack/destroy/betray/imperil | free/liberate/release/emancipate
enslave/imprison/oppress/bind/constrain/restrain/chain | allow/permit/let/enable
forbid/prohibit/ban/prevent/stop/forbade/forbidden/block | enable/empower disable/prevent/restrict/constrain |
solve/resolve cause/create/worsen/aggravate | ask tell/told/reply | teach/taught
learn/learned/learnt | produce/manufacture consume/waste | export import | employ/hire dismiss/sack/fire |
admit/confess/concede deny/conceal/denied | reveal/disclose/expose/show
conceal/hide/hid/hidden/cover/mask/disguise | tell/told/inform deceive/lie/mislead/misled/conceal |
stay/remain/stand/stood leave/left/go/went/gone/quit/depart/flee/fled | come/came go/went/gone | arrive/enter
depart/leave/exit | push pull | lift/raise/elevate lower/drop/sink/depress | stand/stood
fall/fell/fallen/kneel/lie | hope/desire fear/dread/despair | laugh/smile/rejoice cry/weep/wept/mourn |
know/knew/known guess/believe/doubt/ignore | ease/soothe/relieve/alleviate aggravate/inflame/worsen/intensify |
simplify complicate | speed/accelerate/hasten slow/delay/impede/retard | pass/adopt/enact
defeat/reject/repeal/veto/block | vote abstain | narrow/close/bridge widen/broaden | feed/fed/nourish starve |
cure/heal/treat kill/harm/infect/sicken/wound | cooperate/collaborate compete/clash/fight/conflict | invest
squander/waste/consume | serve/obey rule/betray/command/exploit | inspire/hearten/uplift
dismay/dishearten/depress/bore | persuade/convince force/compel/coerce/impose/dissuade | choose/chose/chosen
force/compel/impose | keep/kept/honour/honor/fulfil/maintain break/broke/broken/betray/abandon |
maintain/keep/kept/retain/preserve/conserve change/abandon/scrap/abolish/alter/discard | centralise/centralize
decentralise/decentralize/devolve/disperse | nationalise/nationalize privatise/privatize | tax/levy
spend/spent/rebate/exempt | look_forward look_back | tighten loosen/relax | clarify/illuminate
confuse/obscure/blur | prove/confirm/establish disprove/refute/deny | earn/deserve steal/stole/stolen/inherit |
appease/placate provoke/confront/defy | negotiate/discuss fight/dictate/fought/impose | respect/revere/esteem
despise/scorn/insult/disregard | plan/prepare improvise/drift/muddle | seek/sought avoid/shun/find/found |
ignore/neglect/overlook heed/notice/consider/address/tackle | tackle/address/confront/face
evade/duck/dodge/avoid/ignore/shirk | curb/restrain/limit unleash/extend/expand | pull push/drive | rest/wait/sleep/hesitate work/fight/fought/march/strive/act | admire
despise | bless curse | join leave | sow/plant reap/harvest | compensate penalise/deprive | deprive/strip/rob
give/grant/endow/furnish/supply | grant/give deny/refuse/withhold/denied
"""
NOUNS = """
hope/optimism/confidence fear/despair/pessimism/gloom/dread | friend/ally/partner/neighbour/neighbor
enemy/foe/adversary/opponent/rival/stranger | strength/power/might weakness/frailty/impotence/feebleness |
success/triumph/achievement/accomplishment failure/disaster/fiasco | victory/win defeat/loss | winner/victor
loser/victim | unity/union/solidarity/harmony/agreement
division/discord/disunity/conflict/strife/disagreement/faction | peace
war/conflict/violence/strife/battle/hostility | truth/honesty/candour
lie/falsehood/deceit/deception/error/untruth/myth/dishonesty | freedom/liberty/independence
slavery/tyranny/oppression/bondage/servitude/dependence/dictatorship/subjection/serfdom/coercion/restraint/captivity
| democracy dictatorship/tyranny/autocracy/totalitarianism/oligarchy/despotism/anarchy/bureaucracy |
right/privilege/entitlement duty/responsibility/obligation/favour/favor | problem/difficulty solution/remedy |
life/birth death | love/affection hate/hatred/enmity | light darkness/dark/shadow |
profit/gain/benefit/advantage loss/cost/price/sacrifice/harm/damage/disadvantage/detriment |
word/rhetoric/talk/promise/slogan/speech/pledge/platitude/gesture
action/deed/fact/delivery/performance/practice/reality/result/substance/achievement/act |
theory/principle/precept practice/reality/fact/expediency | order/stability/calm/certainty
chaos/disorder/anarchy/confusion/turmoil/instability/uncertainty/mess/muddle | beginning/start/birth
end/ending/finish/conclusion/death | pride/honour/honor/glory shame/disgrace/dishonour/humiliation |
trust/faith/confidence/belief distrust/mistrust/suspicion/doubt/cynicism | joy/happiness/pleasure/delight
sorrow/grief/misery/pain/sadness/suffering/anguish | good/virtue evil/vice/harm/ill/bad/sin | heaven/paradise
hell | justice/fairness/equity injustice/unfairness/inequity/favouritism/charity/mercy/vengeance/revenge |
equality inequality/privilege/hierarchy | wealth/riches/prosperity/affluence/abundance/plenty/luxury
poverty/scarcity/misery/squalor/hardship/shortage/famine/destitution | surplus deficit/shortage |
income/revenue/receipt expenditure/spending/outgoing/outlay | asset liability/burden | opportunity/chance
threat/burden/danger/obstacle/barrier/problem | safety/security danger/risk/peril/insecurity/threat |
innocence/innocent guilt/guilty | crime/offence punishment/penalty | reward/incentive/carrot
punishment/penalty/stick/deterrent/sanction | wisdom/prudence/sense
folly/foolishness/recklessness/nonsense/stupidity | courage/bravery/boldness cowardice/timidity/fear/caution |
reason/logic/argument/persuasion force/passion/emotion/prejudice/violence/coercion/compulsion/sentiment |
fact/evidence/truth
fiction/opinion/myth/rumour/speculation/fantasy/assertion/propaganda/conjecture/supposition/allegation/feeling |
reality/substance/content
appearance/illusion/style/form/shadow/image/fantasy/dream/pretence/perception/impression | quantity/number
quality | majority minority | growth/expansion/increase/boom/rise
decline/contraction/decrease/recession/slump/reduction/fall/cut/stagnation/bust/austerity | cause/disease
effect/symptom/consequence/result/cure/remedy | cure/remedy/prevention disease/illness/sickness/treatment |
health/fitness sickness/illness/disease | presence absence | arrival/entry departure/exit | supply demand |
master/ruler/king/lord/tyrant/boss servant/slave/subject/serf/peasant/worker/tool | leader/leadership
follower/followership/drift | heart head/mind/wallet | body/flesh/matter soul/spirit/mind | sheep goat/wolf |
sword/gun/bullet/bomb/arms pen/ploughshare/plowshare/ballot/butter | tradition/continuity/stability/heritage
change/innovation/revolution/novelty/progress | progress/advance
retreat/reaction/setback/regress/stagnation/decay | cooperation/co-operation/partnership/collaboration/consensus
confrontation/conflict/competition/rivalry | dialogue/negotiation/diplomacy/compromise
confrontation/war/force/violence/conflict/dictation | credit/praise/thanks/applause
blame/criticism/censure/condemnation/abuse | hero/saint/angel villain/coward/sinner/traitor/devil/scoundrel |
blessing/boon/gift curse/burden/bane | dream/hope/vision nightmare/fear/reality | laughter/joy tear/weeping |
respect/admiration/esteem contempt/disrespect/scorn | generosity/charity/compassion/kindness/mercy
meanness/greed/selfishness/cruelty/harshness/indifference | action/activity/intervention
inaction/delay/apathy/inactivity/passivity/neglect | knowledge/learning/education/understanding
ignorance/superstition | competence/efficiency incompetence/inefficiency/waste/bungling | efficiency waste |
leadership drift/followership | choice/consent/option compulsion/coercion/necessity/command/force/imposition |
letter/form spirit/substance | means end | investment consumption/waste/subsidy/spending | saving/thrift
spending/extravagance/profligacy | work/employment/job/labour unemployment/idleness/welfare/dole/leisure/benefit
| producer/maker consumer/user | seller/vendor buyer/purchaser | moment/minute/day/hour
eternity/century/lifetime/generation/decade/age | individual/person/man/citizen
society/collective/bureaucrat/machine | people politician/elite/establishment/bureaucrat | many/majority/mass
few/minority/elite | optimist pessimist/cynic | supporter/advocate/proponent/champion
opponent/critic/enemy/detractor | patriot traitor | sacrifice selfishness/gain/comfort | hand fist | bridge
wall/barrier | ladder chain | carrot stick | solution/cure problem/ill/disease | maximum/ceiling minimum/floor |
debt credit/asset/saving | tolerance/understanding intolerance/bigotry/prejudice | aid/help hindrance | servant
master | defence/defense attack/assault/offence | diversity unity/uniformity | inclusion exclusion | lion lamb |
rule/norm exception | tyrant liberator | mountain valley/molehill | simplicity complexity | burden
joy/benefit/relief/blessing | partnership paternalism/dependency/domination | dependency/dependence
independence/self-reliance | support/backing opposition/hostility/resistance | promise/pledge
betrayal/performance | plan/design accident/muddle/chance | equal subordinate/inferior/superior
"""
ADJECTIVES = """
good/fine/excellent/great/decent bad/evil/poor/terrible/wicked | better/best worse/worst | right/correct
wrong/mistaken/incorrect | true/real/genuine/authentic false/fake/bogus/sham/phony/imaginary/pretended/untrue |
strong/powerful/mighty/robust weak/feeble/frail/powerless/fragile |
rich/wealthy/affluent/prosperous/privileged/well-off/wealthier/richer
poor/needy/deprived/impoverished/disadvantaged/poorer/destitute/badly-off | easy/simple/easier
hard/difficult/tough/complex/complicated/harder | great/big/large/huge/vast/major/enormous/bigger/larger/greater
little/small/tiny/minor/petty/slight/smaller/lesser/minute | high/tall/lofty low/base/short | long short/brief |
wide/broad/broader/wider narrow/narrower/limited | deep/profound shallow/superficial | full empty/hollow | heavy
light | fast/quick/rapid/swift/speedy slow/gradual/sluggish | hot/warm cold/cool | bright/light/brighter
dark/gloomy/dim/bleak/darker | happy/joyful/glad/cheerful sad/unhappy/miserable/sorry | safe/secure
dangerous/risky/perilous/insecure/vulnerable/unsafe | free
enslaved/captive/oppressed/bound/restricted/compulsory | open/transparent closed/secret/hidden/shut/covert |
honest/sincere/truthful/frank dishonest/deceitful/false/hypocritical | legitimate/proper
unethical/improper/illegitimate/corrupt | just/fair/equitable unjust/unfair/arbitrary/biased |
wise/prudent/sensible/responsible/sound foolish/reckless/irresponsible/silly/stupid/rash/unwise |
brave/bold/courageous timid/cowardly/fearful/cautious/afraid | proud ashamed/humble | humble/modest
arrogant/proud/haughty | generous/kind mean/selfish/cruel/unkind/greedy/stingy | human/humane/compassionate
inhuman/inhumane/cruel/brutal/callous/harsh/heartless | united divided/split/disunited/fragmented | peaceful
warlike/violent/belligerent/hostile | democratic
undemocratic/autocratic/authoritarian/dictatorial/totalitarian/bureaucratic | legal/lawful/legitimate
illegal/unlawful/illegitimate/criminal | new/modern/fresh/novel
old/ancient/outdated/obsolete/traditional/stale/old-fashioned/archaic | young old/elderly/aged | early/earlier
late/later | past/former/previous present/future/current/next | temporary/transient/short-term/fleeting/passing
permanent/lasting/long-term/enduring/eternal/long-lasting | progressive/liberal/radical
regressive/conservative/reactionary | voluntary/optional compulsory/mandatory/obligatory/forced |
positive/constructive negative/destructive | optimistic/hopeful/confident
pessimistic/despairing/fearful/hopeless | active/dynamic/proactive passive/inactive/idle/reactive/inert |
alive/living dead/dying/lifeless | healthy/well/fit sick/ill/unhealthy/unfit/ailing | clean/pure
dirty/polluted/corrupt/impure/filthy | sweet bitter/sour | innocent guilty | natural
artificial/unnatural/man-made | defensive offensive/aggressive |  practical/concrete/realistic/tangible
theoretical/abstract/idealistic/academic/visionary/ideological/utopian/intangible | rational/reasonable/logical
irrational/emotional/unreasonable/absurd | clear/plain/explicit vague/obscure/ambiguous/unclear/confused/muddled
| certain/sure/definite uncertain/doubtful/unsure/tentative | cheap/cheaper/inexpensive
expensive/dear/costly/dearer | valuable/precious worthless | useful useless/futile | effective
ineffective/futile/impotent | efficient inefficient/wasteful | flexible/adaptable rigid/inflexible/fixed | equal
unequal/inferior/superior | superior inferior | central peripheral/marginal | stable/steady unstable/volatile |
firm/resolute/decisive/determined weak/wavering/indecisive/irresolute/hesitant/soft | hard/tough
soft/gentle/lenient | loud/noisy quiet/silent | visible/seen invisible/unseen/hidden | known unknown | possible
impossible | perfect imperfect/flawed | necessary unnecessary/superfluous | popular unpopular |
ordinary/common/normal/usual extraordinary/special/unusual/exceptional/rare/privileged | general/universal
particular/specific/special/partial/sectional | total/complete/whole/entire/absolute
partial/incomplete/limited/piecemeal/relative | absolute relative | simple/plain complex/elaborate/complicated |
friendly hostile/unfriendly | loyal/faithful disloyal/treacherous/unfaithful | moral/ethical
immoral/amoral/unethical | willing/eager reluctant/unwilling/loath | independent
dependent/subordinate/subservient | direct indirect | fortunate/lucky unfortunate/unlucky | bold timid |
serious/grave trivial/frivolous/flippant/light | important/significant/crucial
unimportant/insignificant/trivial/minor | lasting fleeting | sufficient/adequate/enough/ample
insufficient/inadequate/scarce | coherent/comprehensive/coordinated piecemeal/fragmented/incoherent/haphazard |
offensive defensive | subjective objective | urgent/immediate gradual/distant/eventual/leisurely |
near/close/nearby distant/remote/far | first/foremost last/final | present absent | real unreal | quantitative
qualitative |  spiritual/moral material/physical/financial/worldly | skilled unskilled
| literate illiterate | employed/working unemployed/jobless/idle
"""
PLAIN = """
more/greater/higher less/fewer/lower/little | many/most/much few/little/least |
all/everyone/everybody/everything/every none/nobody/nothing/no-one/no | everyone/all few/some |
always/ever/forever never/rarely/seldom/sometimes | often/frequently rarely/seldom | up down |
forward/forwards/ahead back/backward/backwards/behind | yesterday/then/once/formerly/previously
today/now/tomorrow/nowadays | today/now/present tomorrow/later/future/then | past/history/yesterday
future/tomorrow/present/today/destiny | before/beforehand after/afterwards | first last/finally/second | over
under | above below/beneath | inside/within/in outside/without/out | with without | for against | top/summit
bottom/base | left right | near far | half whole | yes no | on off | maximum minimum | one/single
many/thousands/all/hundreds/millions/dozens | thousands/millions/billions one/dozens/handful/few |
we/us/our/ours/ourselves they/them/their/theirs/themselves | me/my/i/mine/myself
you/your/yours/yourself/him/his/he/she/her/they/their/them/others | we/us/our you/your/he/his/him |
ourselves/self others/another | some/one others/other/another | former latter | this that/other | these those |
alone together | apart together/united | gladly/willingly reluctantly/grudgingly | long-term short-term | early
late/later | million/billion nothing/pennies/thousand | words deeds | least most | dozens hundreds
"""
KINDS = """
man/male woman/female | men women | boy girl | husband wife | son daughter | father mother | parent child |
children parents/adults | adult child/minor | youth/young age/elderly/old | employer/boss/management/manager
employee/worker/staff/labour/union | landlord tenant | teacher pupil/student | doctor/nurse patient | north
south | east west | black white | day night | summer winter | morning evening | town/city/urban
country/countryside/village/rural | land sea/water | capital/capitalist labour/worker | market/business
state/government | republican democrat | conservative/tory labour/socialist | congress president/administration
| house senate | import export | buyer seller | producer consumer | industry agriculture/farming | export import
| church state | mind body | england scotland/ireland/wales/france/germany | britain/british
europe/european/france/germany/america/ireland | america/american europe/china/mexico/russia/soviet |
protestant/unionist catholic/nationalist | lord common | minister member/secretary | federal state | state local
| question answer | cost benefit | say/said do/did/done/act/hear/heard |
individual/person/citizen/people/public/nation state/government/party/congress | private/personal state/national
| federal/national/central local/regional | national international/global/foreign | political
economic/legal/military/operational/administrative/personal | make/made use | war peace | arm/army navy | rich
poor | rural urban | domestic/internal foreign/external/international/alien | inner outer | inside outside |
local national/global | northern southern | eastern western | male female | private/individual/personal public/collective/common | home/here abroad/overseas/there
"""
LISTS = (("verb", VERBS), ("noun", NOUNS), ("quality", ADJECTIVES), ("plain", PLAIN), ("kind", KINDS))
DOUBLING = frozenset("bdgmnprt")
VOWELS = frozenset("aeiou")


@dataclass(frozen=True)
class Opposites:
    """Which words are opposed.

    Parameters
    ----------
    sides : mapping of str to tuple of int
        For each form the groups it stands in, counted from 1: positive on one side of a group, negative on the other.
    sorts : sequence of str
        What each group holds, from 0: verbs, nouns, qualities, small words (``plain``) or kinds of a thing.
    """

    sides: Mapping[str, tuple[int, ...]]
    sorts: Sequence[str]


@cache
def opposites() -> Opposites:
    """Return the opposites of the lists, in all their forms."""
    sides: dict[str, list[int]] = {}
    sorts: list[str] = []
    for sort, text in LISTS:
        for group in text.split("|"):
            sorts.append(sort)
            for sign, side in zip((1, -1), group.split(), strict=True):
                for word in side.split("/"):
                    for form in forms(word, sort):
                        numbers = sides.setdefault(form, [])
                        if sign * len(sorts) not in numbers:
                            numbers.append(sign * len(sorts))
    return Opposites({form: tuple(numbers) for form, numbers in sides.items()}, sorts)


def forms(word: str, sort: str) -> Iterator[str]:
    """Yield a word of the lists and its endings, among them some that no one writes."""
    yield word
    if sort in ("verb", "noun", "kind"):
        if word.endswith("y") and word[-2:-1] not in VOWELS:
            yield word[:-1] + "ies"
        else:
            yield word + ("es" if word.endswith(("s", "x", "ch", "sh", "z")) else "s")
    if sort == "verb":
        stems = [word.removesuffix("e")]
        if word[-1] in DOUBLING and word[-2:-1] in VOWELS and word[-3:-2] not in VOWELS:
            stems.append(word + word[-1])
        past = [word[:-1] + "i"] if word.endswith("y") and word[-2:-1] not in VOWELS else stems
        yield from (stem + "ed" for stem in past)
        yield from (stem + "ing" for stem in stems)
    if sort == "quality":
        yield word[:-1] + ("ily" if word.endswith("y") else "y" if word.endswith("le") else word[-1] + "ly")
