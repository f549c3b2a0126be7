"""Words that carry grammar rather than matter; they are counted, and flagged."""

FUNCTION_WORDS = frozenset(
    (
        "a an the this that these those some any no every each either neither all both half such"
        " i me my mine myself you your yours yourself yourselves he him his himself she her hers herself it its itself"
        " we us our ours ourselves they them their theirs themselves one ones someone anyone everyone nobody"
        " who whom whose which what where when why how whether that"
        " and or but nor so yet for if because although though unless until while whereas since than as"
        " of in on at by to from with without about into onto over under between among through during before after"
        " above below against across along around behind beyond up down out off near per via within upon towards toward"
        " be am is are was were been being have has had having do does did doing done will would shall should can could"
        " may might must ought not n't there here then now just also too very more most less least much many few little"
        " own same other another again once only even still ever never always often already"
        " i'm i've i'd i'll you're you've we're we've we'd we'll he's she's it's that's there's they're they've who's"
        " what's let's don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't"
        " couldn't shouldn't cannot it'd it'll he'd he'll she'd she'll they'd they'll mr mrs ms s t"
    ).split()
)
