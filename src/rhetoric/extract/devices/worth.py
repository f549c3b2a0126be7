"""What the words of a row are worth: ideas, virtues, evils and qualities against things, trades, places and papers.

'Freedom, peace and prosperity' reads as a figure, 'roads, buses and trams' as an inventory. The lists are of kinds of words, by
general knowledge; endings tell the rest, as `weight` does.
"""

from __future__ import annotations

from functools import lru_cache

from rhetoric.extract.devices.weight import weight
from rhetoric.extract.devices.words import closed

WORTHY = closed(
    "abolition absurdity abundance abuses ache acrimony admiration adventure agitation alienation alliance allies allure amity anarchy anxieties "
    "approbation arrogance artistry assurance atonement atrocity authority autonomy avarice aversion bankruptcy barbarism benevolence betrayal "
    "blessing blessings bloodshed bondage bravado brotherhood brutality bungling bureaucracy calamity calumny carnage carelessness caprice "
    "certainty charity chastity childhood clamour clarity collapse comfort comradeship concord condemnation conduct conquest consolation constancy "
    "contentment continuity contradiction conflict conflicts corruption counsel cowardice creed cruelty curiosity danger daring death decay defeat "
    "defiance delight democracy dependence depravity depression descent desperation destinies detriment deviance diplomacy disaster discord "
    "disillusion dislocation disorder disruption dissension distinction distortion distraction dominion drama drudgery duplicity earnestness "
    "effort elegance eloquence eminence encouragement energies engagement enmity enslavement error esteem estrangement ethics "
    "evasion evil evils exaltation exhaustion exile expectation extortion extremism faction faculties fairness falsehood famine fate favour favours "
    "ferment feud feuds fidelity flattery forethought foresight fortune fortunes fraternity freedom friction future futures gaiety gallantry generosity gentleness "
    "gladness glamour governance grievance grievances growth habits happiness harmony haste heart hearts helplessness heresy heroism history holiness "
    "honesty honour hopelessness horror hospitality hostility humour hysteria idealism ideals idleness ideology ignominy illusion immorality impatience "
    "impotence improvement impunity incapacity indecision independence indignation indolence inefficiency inequality infamy infighting "
    "influence ingratitude inhumanity injustice innocence insolence instability integrity intellect intemperance intolerance intransigence invention "
    "irresponsibility jealousies jealousy joy judgment justice laughter laziness leadership legitimacy liberality liberties liberty life light literature "
    "lives logic loss losses luxury maladministration malevolence manhood manliness manners meaning meanness meddling merit method might mind minds mischief misrule "
    "modesty morale morality morals motive motives murder mutuality mystery nation nationhood necessity negligence nobility nonsense nostalgia novelty "
    "obedience obligation obstacles obstinacy offence openness opinion oppressor opulence order outcry outlook overruns pain pathos peace perjury perfidy peril perils pestilence "
    "pettiness philosophy piety pity plenty pleasure pleasures plunder poetry poison politeness pomp popularity posterity poverty power powers pretence pretension pride principle principles "
    "probity procrastination profligacy promise prosperity protest providence prudence purity purpose purposes rage rank rapacity rashness reality reason rebellion reckoning rectitude "
    "refinement religion renown repose repute rescue respectability respite restraints retribution revolt reward rhetoric riches ridicule right righteousness rights riot riots risk risks rivalry robbery romance "
    "ruthlessness sadness safety salvation sanity satisfaction scholarship scorn secrecy selfishness sense sensibility sentiment servitude severity shame shock simplicity sin sins skill sloth "
    "sobriety society solace soul souls spirit spirits spite stability standards standing starvation statesmanship stigma strain strategy strife strives stubbornness substance subterfuge supremacy "
    "surrender taste tempers temperance tension tensions terror theft thinking thirst threat tolerance torture trust truth truths tyrants ugliness unfairness unhappiness uniqueness "
    "value values vandalism vanity variety vengefulness verdict vice vices victory vindication violence virtue virtues vision visions vitality vulgarity want war warfare wars weakness wealth weaknesses "
    "wickedness will wisdom wit worship worth wrath wrong wrongs youthfulness zeal "
    "agony ambition ambitions anguish apathy appeasement aspiration aspirations bigotry bitterness blood brutality candour "
    "chaos cohesion commitment compassion complacency confusion consensus consent contempt conviction convictions cooperation "
    "co-operation corruption cunning cynicism deceit deception decline degradation delay delays denial deprivation desire "
    "desolation despair despotism destitution determination devastation devotion dialogue discipline discontent discretion "
    "discrimination dishonour dismay disregard dissent distress distrust division divisions dogma dread dreams duties "
    "efforts emancipation endeavour endurance enterprise enthusiasm equity excess exclusion exploitation expertise extravagance failure "
    "failures fanaticism fervour folly forgiveness fortitude frustration futility generations genius goodwill grandeur gratitude grief grit "
    "hardship hatred havoc heritage heroes humanity humiliation hunger hypocrisy imagination inaction incompetence indifference "
    "inertia ingenuity injury innovation insight inspiration instinct insult intimidation intrigue inventiveness "
    "kindness learning legacy liberation lie lies livelihood livelihoods malaise martyrdom memory mercy mismanagement mistrust muddle "
    "mutual neighbourliness neglect oppression optimism outrage panic partnership passions patriotism persecution perseverance "
    "perspiration plight pluralism populism possibilities prejudice privilege privileges prospects prowess prudence punishment rancour "
    "recession reconciliation redemption reform reforms regret relief renewal repression reproach resentment resilience resolve resolution "
    "responsibility restraint revenge reverence rigour ruin sacrifice sacrifices salvation sanctity scandal self-respect "
    "self-reliance serenity shambles sincerity slavery solidarity sovereignty speculation splendour stagnation starvation stupidity "
    "subversion suffering superstition survival suspicion sympathy tears tenacity thrift timidity toil torment traditions "
    "tradition tragedy transparency treachery treason triumph tumult turmoil tyranny understanding unemployment unity unrest uproar "
    "usurpation valour vengeance vigilance vigour villainy vindictiveness waste welfare well-being will worries wretchedness zest "
    "achievement achievements advancement affection aspiration character charm civilisation civilization confidence creativity credibility "
    "dangers darkness dedication destiny differences destruction diligence domination experience experiences fidelity forbearance fraternity "
    "friendship greatness guilt homelessness illness inspiration insecurity involvement isolation joblessness joys knowledge "
    "misfortune needs obligations obstruction opinions outlooks pains participation perspective perspectives pressures progress quality "
    "realities reliability remorse resourcefulness security skills sorrows stamina struggle struggles success talents "
    "advice attitude attitudes belief beliefs capacity concern concerns emotions endeavor endeavors expectations feelings goals inefficiencies "
    "initiative loyalty manners motives prestige protection pursuits reputation sentiments temperament bickering quarrelling scarcities squalor "
    "temptation thoughts threats time tranquillity trials uncertainty victory vocation voice voices weakness woes wonder work"
)
FINE = closed(
    "barbaric bureaucratic convenient correct deadly delicate elaborate firm genuine genuinely heroic humane inefficient invaluable modest patriotic "
    "permanent proper risky scandalous shortsighted special spiritual total unique unfit wasteful weighty "
    "able ample bloody broken careful coherent compact compassionate compelling consistent constructive cool creative credible crude current "
    "dedicated decisive determined diverse divided dynamic earnest educated efficient energetic enlightened ethical experienced "
    "fearless flexible focused fragmented frank frail generous gifted grave hard-working hardworking ignorant impartial improved inadequate "
    "inclusive incoherent independent innovative integrated intelligent lasting lean legitimate limited lucid mean measured "
    "moral motivated naive necessary needless obvious orderly outdated passionate patient persistent practical pragmatic predictable "
    "principled productive progressive prompt qualified radical rapid rational realistic reckless reliable relevant reliable resolute respected rigorous robust "
    "simplified sober solemn streamlined sturdy sustained swift targeted thorough thoughtful tight timely tired tolerant tragic transparent trained "
    "unable unaffordable undemocratic unprecedented unprincipled unrealistic urgent versatile vibrant vigorous vital vivid voluntary weary "
    "well-trained workable young"
)
PEOPLE = closed(
    "people men women children pupils students teachers parents staff members doctors nurses patients workers police officers firefighters "
    "soldiers sailors airmen troops veterans farmers ranchers fishermen businessmen lawyers judges jurors jury witnesses victims "
    "experts scientists academics academia scholars clergy churches clerks officials politicians ministers senators legislators "
    "lawmakers governors mayors residents citizens taxpayers consumers customers clients creditors employers employees pensioners seniors "
    "adults youths youth kids toddlers infants babies boys girls man woman child mother father son daughter husband wife brother sister "
    "uncle aunt grandparents widows orphans friends colleagues neighbours neighbors supporters allies partners donors artists "
    "writers journalists reporters editors engineers managers supervisors directors executives owners tenants landlords landowners "
    "merchants traders shopkeepers fishers miners drivers passengers pilots pharmacists physicians midwives carers caregivers "
    "advocates activists volunteers advisers advisors counsellors counselors delegates candidates voters republicans democrats conservatives "
    "liberals socialists terrorists criminals immigrants refugees migrants gays lesbians blacks whites minorities majorities individuals "
    "couples persons specialists professionals personnel public servants crew crews captain chairman president secretary treasurer "
    "minister governor senator spokesman someone anyone others king queen lords commons peasants artisans tradesmen seamen gentlemen ladies"
)
PLACES = closed(
    "schools school hospitals hospital universities university colleges college offices office homes houses flats buildings building "
    "clinics surgeries prisons prison courts court libraries museums theatres galleries parks park shops stores restaurants hotels pubs factories "
    "factory mills mines warehouses farms farm roads road streets street highways bridges rail railways trains buses trams airports ports "
    "docks harbours harbors canals rivers river lakes lake streams waterways seas sea coasts coast islands mountains forests fields land lands "
    "soil towns town cities city villages village counties county districts district regions region states state provinces countries "
    "country nations boroughs parishes areas area sites site locations laboratories labs plants plant stations centres centers abroad "
    "north south east west europe home garden gardens borders border headquarters workplaces workplace classrooms"
)
FIELDS = closed(
    "education health housing transport transportation agriculture farming fishing fisheries forestry horticulture mining manufacturing "
    "construction engineering finance banking insurance retail tourism trade commerce business businesses industries shipping aviation energy "
    "electricity gas oil coal steel water sewage drainage telecommunications broadband media press radio television film music art arts drama sport "
    "sports leisure recreation science sciences technology technologies mathematics maths math physics chemistry biology medicine dentistry "
    "history geography languages law policing defence defense justice immigration taxation pensions welfare environment "
    "conservation nutrition food foods rural social economic political environmental cultural industrial agricultural commercial financial "
    "medical mental physical scientific technical educational legal military naval civil federal national regional local domestic foreign "
    "international administrative fiscal monetary budgetary racial ethnic religious linguistic geographical statistical electoral parliamentary nuclear "
    "chemical biological radiological electronic digital mechanical electrical clinical surgical academic vocational marketing accounting "
    "management administration planning procurement logistics training testing maintenance repair repairs research analysis monitoring surveillance "
    "inspection enforcement treatment prevention detection rehabilitation counselling counseling screening design development production distribution transmission "
    "storage processing recruitment staffing security"
)
THINGS = closed(
    "aircraft ships ship vessels boats planes helicopters missiles tanks weapons guns bombs ammunition cars car trucks lorries vans "
    "vehicles bicycles engines motors machines machinery machine equipment tools materials material goods commodities products product supplies stocks parts components furniture "
    "clothing clothes shoes boots uniforms food meat beef mutton bacon butter cheese milk eggs bread flour wheat oats barley corn "
    "maize rice sugar fruit fruits vegetables potatoes apples pears tea coffee wine beer spirits tobacco alcohol cigarettes timber wood "
    "iron copper lead zinc gold silver cotton wool cloth glass paper cement bricks stone stones sand fuel fuels diesel petrol "
    "ethanol biodiesel cattle sheep pigs horses poultry dogs cats birds fish animals animal crops seeds trees grass flowers insects "
    "books newspapers letters documents records reports papers forms files maps charts photographs films emails computers software hardware "
    "telephones phones drugs medicines vaccines cocaine heroin cannabis methamphetamine cancer diabetes asthma stroke tuberculosis malaria "
    "pneumonia influenza hiv aids head hand foot bone lung heart liver kidney brain skin muscle eyes ears wages wage salaries salary "
    "fees fee charges costs cost prices price rates rate taxes tax rents rent rates duties tariffs grants grant loans loan subsidies subsidy benefits pensions "
    "allowances bonuses premiums dividends profits interest income incomes revenue revenues expenditure spending savings investment investments assets "
    "capital budget budgets funds funding credit debt mortgages shares bonds securities contracts licences licenses permits "
    "certificates bills bill acts clauses amendments sections paragraphs schedules regulations regulation rules orders statutes treaties "
    "conventions committees committee boards councils council agencies agency departments department ministries authorities authority institutions "
    "organisations organizations organization associations societies unions companies company firms corporations groups bodies parties party clubs teams programs programmes "
    "projects project plans schemes services service systems system facilities facility infrastructure activities operations procedures processes "
    "methods techniques arrangements measures policies policy proposals recommendations guidelines standards criteria data information statistics figures "
    "numbers number amounts sizes size age sex race gender colour weight height length date dates days day weeks week months month years year hours hour minutes "
    "morning afternoon evening night today tomorrow yesterday spring summer autumn winter monday tuesday wednesday thursday friday "
    "saturday sunday january february march april may june july august september october november december first second third "
    "red white blue green black yellow meetings conferences seminars hearings visits interviews surveys studies questions answers comments "
    "speeches statements articles essays reading writing arithmetic grammar spelling punctuation resources issues matters items objects samples "
    "storms floods fires earthquakes drought roads habitat habitats wildlife species hybrids biomass biofuels geothermal solar wind hydropower "
    "carbon dioxide methane methanol gasoline petroleum aluminum aluminium minerals metals chemicals emissions pollutants tires asphalt "
    "appliances wiring heating lighting plumbing insulation lodging meals lunches breakfast lunch dinner supper snacks catering photos video videos "
    "signs posts labels poles polls primaries ballots ballot elections election caucuses ads tweets email website websites phone electronics "
    "sensors cameras radios fences fencing scanners navigation weatherization tuition scholarships internships workshops textbooks syllabus curriculum curricula "
    "degrees grades credentials examinations exams applications appointments petitions filings warrants disease diseases viruses virus anemia leukemia "
    "arthritis smallpox fever symptoms syndrome injuries surgery telemedicine mammograms prescriptions soybeans strawberries nuts pecans "
    "peas beans rice syrup onions runways hangars taxiways ramps piers locks dams levees sewers pipes pipelines pumps wells turbines batteries airfields "
    "hotels barracks dormitories kitchens rooms doors windows floors ceilings walls sidewalks playgrounds gymnasiums auditoriums sales sale purchase purchases "
    "dollars euros pounds cents percent purchasing invoices receipts payments mortgage tuition donations contributions expenses overheads outlays counties "
    "tribes subcommittee subcommittees executives retirees agents representatives dealers households siblings cousins aunts nieces nephews grandchildren "
    "grandparents spouses dependents editor author correspondent analysts economists historian colonel admiral professors dean deans registries databases archives journals newsletters brochures"
)
PERSONS = ("ers", "ors", "ists", "ians", "ologist", "keepers")
PLAIN = PEOPLE | PLACES | FIELDS | THINGS


@lru_cache(maxsize=1 << 16)
def worth(word: str) -> float:
    """Return what a word is worth in a row: 1 an idea, a virtue, an evil or a quality, a half perhaps, 0 what is not known, -1 a thing or a trade."""
    if word in WORTHY or word in FINE:
        return 1.0
    if word in PLAIN or (len(word) > 6 and word.endswith(PERSONS)):
        return -1.0
    return weight(word)
