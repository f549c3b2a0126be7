"""Words by which a text says that it cites: verbs of saying, kinds of works, newspapers, bodies."""

from __future__ import annotations

from rhetoric.extract.devices.words import closed

SAYING = closed(
    "said says wrote writes argued argues told warned warns claimed explained explains declared declares insisted insists suggested "
    "admitted admits announced stated observed observes remarked noted concluded concludes reminded reminds asserted asserts "
    "commented complained complains confirmed confirms conceded concedes acknowledged acknowledges tweeted recalled predicted "
    "predicts agreed agrees replied maintained pointed added quipped lamented contended contends reported"
)
OF_BODIES = closed(
    "say argue warn found finds estimates estimated recommended recommends calculated calculates shows showed describes sets"
)
NEED_THAT = closed(
    "claims notes states reports estimates estimated found finds calculated calculates recalled agreed agrees confirmed confirms recommends "
    "recommended acknowledged acknowledges shows showed say maintained announced reported pointed suggested predicted predicts describes "
    "sets added concluded concludes noted"
)
TURNED = closed(
    "said says wrote writes argued argues warned warns declared agreed agrees explained explains insisted insists added tweeted asked"
)
WORKS = closed(
    "speech speeches book books essay essays report reports pamphlet pamphlets article articles lecture lectures column columns "
    "letter letters memoir memoirs autobiography diaries manifesto novel poem play biography treatise sermon sermons "
    "remarks comments statement statements interview testimony "
    "dictum aphorism maxim phrase words editorial editorials memorandum survey paper papers"
)
NO_POSSESSORS = closed(
    "today's yesterday's tomorrow's year's week's month's night's it's that's let's he's she's there's what's who's here's"
)
PAPER_NAMES = frozenset(
    (
        "daily mail", "daily telegraph", "sunday telegraph", "sunday times", "daily mirror", "daily express", "daily herald", "daily news",
        "daily chronicle", "morning post", "morning star", "new statesman", "financial times", "evening standard", "pall mall gazette",
        "westminster gazette", "manchester guardian", "yorkshire post", "birmingham post", "glasgow herald", "new york times",
        "washington post", "wall street journal", "irish times", "irish independent", "sunday express", "sunday independent",
        "mail on sunday", "independent on sunday", "church times", "nursing times", "new york post", "los angeles times", "boston globe",
        "economist", "guardian", "observer", "spectator", "scotsman", "times", "independent", "sun", "telegraph", "mirror", "lancet",
        "washington times", "usa today", "huffington post", "sunday mirror", "news of the world", "tablet", "sunday express",
        "british medical journal", "western mail", "economic journal", "evening news", "daily record", "sunday mail",
    )
)  # fmt: skip
OFFICES = frozenset(
    (
        "prime minister", "president", "chancellor", "chancellor of the exchequer", "home secretary", "foreign secretary", "minister",
        "secretary of state", "attorney-general", "attorney general", "taoiseach", "tánaiste", "pope", "lord chancellor", "government",
        "first minister", "solicitor-general", "leader of the opposition", "deputy prime minister", "president of the board of trade",
        "under-secretary of state", "parliamentary secretary", "minister of labour", "minister of health", "financial secretary",
        "paymaster general", "postmaster-general", "lord privy seal", "speaker", "governor", "archbishop of canterbury",
    )
)  # fmt: skip
TITLES = closed(
    "mr mrs ms miss dr sir dame lord lady baroness professor prof president senator sen sens rep congressman congresswoman governor "
    "gov general earl viscount archbishop bishop councillor justice judge chancellor secretary deputy king queen pope saint st "
    "minister chairman marquess duke reverend rev captain colonel admiral mayor"
)
BODY_WORDS = closed(
    "committee commission institute association society union council office agency board bank foundation centre center trust group "
    "federation confederation party court department ministry treasury university college church assembly congress senate "
    "inquiry tribunal authority panel alliance league network forum bureau service chamber corporation academy observatory "
    "ombudsman auditor watchdog nato unesco unicef labour"
)
BODIES = closed(
    "ifs obr cbi tuc bma imf un eu oecd nao who nhs bbc cia fbi nato gao cbo fda epa doj rspca ukip snp bnp rcn nut hmrc ons nasuwt "
    "treasury hansard bible koran talmud unicef scripture scriptures torah"
)
NO_NAMES = closed(
    "i he she it we they you who that this these those there one and but so as if what when where how why which the a an in on at of "
    "for to from by with yes no not now then here all some many most both neither nobody everyone everybody somebody anyone no-one "
    "others people critics experts ministers officials members friends monday tuesday wednesday thursday friday saturday sunday january "
    "february march april may june july august september october november december nothing everything bill act clause amendment "
    "article section order motion house english british french german american irish scottish welsh labour's tory whatever whoever "
    "gentleman lady lords member hon friend question answer mr mrs ms dr sir"
)
PARTICLES = closed("of the and for on de von van in to")
FIGURES = closed(
    "report reports study studies figures poll polls survey surveys research analysis estimates newspaper newspapers statistics"
)
