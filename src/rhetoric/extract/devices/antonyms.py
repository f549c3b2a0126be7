"""Antonyms of political prose, the package's own."""

from __future__ import annotations

from functools import lru_cache

CONTRARIES = """
wrong right | defensive offensive | rich poor | wealthy poor | past future | war peace | friend enemy
friends enemies | friend foe | friends foes | hope fear | hopes fears | hope despair | win lose | won lost
winning losing | winners losers | winner loser | strong weak | strength weakness | strengths weaknesses
success failure | successes failures | succeed fail | succeeded failed | succeeds fails | victory defeat
victories defeats | triumph disaster | little great | small great | better worse | best worst | good bad
good evil | love hate | loves hates | loved hated | light dark | light darkness | unity division
united divided | unite divide | unites divides | begin end | begins ends | beginning end | start end | rise fall
rises falls | rising falling | rose fell | more less | increase reduce | increased reduced | raise cut
truth lies | truth falsehood | true false | freedom slavery | freedom oppression | freedom tyranny
liberty tyranny | democracy dictatorship | rights duties | rights responsibilities | right duty
problem solution | problems solutions | yesterday tomorrow | today tomorrow | life death | live die | lives dies
living dead | alive dead | born die | build destroy | built destroyed | create destroy | created destroyed
gain loss | gain lose | gains losses | profit loss | profits losses | give take | gives takes | given taken
gave took | giving taking | give receive | words deeds | words action | words actions | theory practice
promise deliver | promises delivery | talk action | talk act | progressive regressive | forward back | forward backward
forwards backwards | advance retreat | remember forget | remembered forgotten | speak listen | talk listen
order chaos | always never | everything nothing | everyone nobody | easy hard | easy difficult | cheap expensive
cheap dear | ask tell | stand fall | accept reject | accepted rejected | love fear | pride shame
trust distrust | optimism pessimism | optimist pessimist | spend save | spending saving | buy sell | borrow lend
push pull | attack defend | attacked defended | attack defence | teach learn | lead follow | leaders followers
leader follower | master servant | masters servants | ruler ruled | heaven hell | heart head | hearts minds
body soul | mind body | health sickness | ally enemy | allies enemies | ally adversary | safe dangerous
safety danger | security risk | real imaginary | real unreal | natural artificial | innocent guilty
innocence guilt | crime punishment | reward punish | punishment reward | encourage discourage | support oppose
supported opposed | supports opposes | inclusion exclusion | join leave | remain leave | stay leave
presence absence | laugh cry | laughter tears | joy sorrow | joy grief | happy sad | happiness misery
tears joy | kind cruel | brave cowardly | courage cowardice | wise foolish | wisdom folly | honest dishonest
reason passion | reason force | force persuasion | persuasion coercion | voluntary compulsory
voluntary mandatory | permit forbid | allow forbid | allow prevent | help hinder | help harm | helped harmed
benefit harm | benefits costs | benefits harms | cure kill | heal hurt | asset liability | assets liabilities
opportunity threat | opportunities threats | opportunity burden | chance threat | leadership followership
ancient modern | tradition change | continuity change | stability change | unity diversity | simple complex
sense nonsense | fact fiction | facts fiction | fact opinion | facts opinions | reality appearance
appearance reality | reality rhetoric | rhetoric reality | substance style | form substance | letter spirit
quantity quality | individual collective | individual society | self others | ours theirs | left right
master slave | sweet bitter | blessing curse | bless curse | praise blame | credit blame | admire despise
respect contempt | generous mean | proud ashamed | proud humble | humble arrogant | cooperation conflict
co-operation conflict | cooperation confrontation | competition cooperation | consensus conflict
compromise conflict | dialogue confrontation | negotiation war | ballot bullet | ballots bullets
swords ploughshares | lion lamb | moment eternity
"""
KINDS = """
old new | many few | small big | small large | big little | public private | local national | local global
national international | domestic foreign | home abroad | first last | open closed | open close | up down
more fewer | increase decrease | raise lower | question answer | questions answers | inside outside | top bottom
above below | before after | yesterday today | young old | youth age | men women | man woman | north south
east west | start finish | start stop | state market | ever never | all none | all nothing | temporary permanent
short long | long-term short-term | cause effect | causes effects | majority minority | import export
imports exports | sick healthy | early late | earlier later | near far | high low | higher lower | fast slow
hot cold | warm cold | full empty | deep shallow | broad narrow | wide narrow | supporters opponents
agree disagree | include exclude | stay go | come go | came went | enter leave | arrival departure
present absent | legal illegal | minimum maximum | less greater | individual state | us them | employer employee
employers employees | employers workers | capital labour | management workers | labour conservative
republican democrat | republicans democrats | urban rural | city country | town country | land sea
buyer seller | landlord tenant | landlords tenants | black white | day night | summer winter | morning evening
mother father | husband wife | son daughter | boy girl | boys girls | parent child | parents children
teacher pupil | doctor patient
"""


@lru_cache(maxsize=2)
def antonyms(kinds: bool = True) -> dict[str, tuple[str, ...]]:
    """Return for every word of the lists its opposites; with or without those that mostly tell kinds of a thing apart."""
    out: dict[str, list[str]] = {}
    pairs = f"{CONTRARIES}|{KINDS}" if kinds else CONTRARIES
    for pair in pairs.replace("\n", "|").split("|"):
        if words := pair.split():
            for one, other in (words, words[::-1]):
                if other not in out.setdefault(one, []):
                    out[one].append(other)
    return {word: tuple(others) for word, others in out.items()}
