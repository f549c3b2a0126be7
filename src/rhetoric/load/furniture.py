"""Page furniture: lines that belong to a page and not to the article on it."""

from __future__ import annotations

import re

LONGEST = 220
AGENCY = (
    r"(?:getty(?: images)?|afp|reuters|ap|epa|epa-efe|pa(?: wire| images| media| archive)?|alamy(?: stock photo)?|shutterstock"
    r"|rex (?:features|shutterstock)|istock(?:photo)?|press association|associated press|bloomberg|wpa pool|via getty images)"
)
BUTTON = (
    r"(?:share(?: this)?(?: article| page| story| post| link)?(?: on| via)?|tweet(?: this)?|retweet|e-?mail(?: this| to a friend)?|"
    r"print(?: this)?(?: page| article)?|facebook|twitter|whatsapp|linkedin|pinterest|reddit|instagram|copy link|messenger)"
)
PIECES = r"[\w&’'-]+(?: [\w&’'-]+){0,2}"
WHERE_READ = r"(?:magazine|issue|edition|paper|newspaper|newsletter|print|online|website|site|app)"
PIECE = r"(?:interview|article|story|feature|piece|profile|review|essay|column|extract|blog|post|report|text|transcript)"

RULES: tuple[tuple[str, str], ...] = (
    ("picture credit", rf"(?:©|\(c\)|credits?:?|photo:?|via)?\s*{AGENCY}(?:\s*[/|,&]\s*{AGENCY})*\.?"),
    (
        "picture credit",
        r"(?:photo(?:graph)?s?|images?|pictures?|illustrations?|credit)(?: credit| by)?\s*:\s*[^.!?]{1,90}\.?",
    ),
    ("picture credit", r"(?:photo(?:graph)?|image|picture|illustration) by [^.!?]{2,80}"),
    ("picture credit", rf"[^.!?]{{1,60}}\s?/\s?{AGENCY}\.?"),
    (
        "page control",
        r"(?:show|hide|show hide|show/hide|view|enlarge|expand|open) (?:image|caption|picture|photo|gallery)s?",
    ),
    (
        "page control",
        r"(?:click|tap) (?:here )?to (?:enlarge|expand|play|view|share|comment|read more|subscribe)[^.]{0,60}\.?",
    ),
    ("page control", rf"{BUTTON}(?:[\s|·•,/]+(?:and |by )?{BUTTON})*:?"),
    (
        "page control",
        r"skip to (?:main )?(?:content|navigation)|back to top|play video|copy (?:this )?link|log ?in|sign in|menu",
    ),
    (
        "page control",
        r"save (?:this )?(?:article|story|for later)|text size.{0,20}|\d+[ -]min(?:ute)?s?[ -]read",
    ),
    ("page control", rf"{PIECES}(?:\s*[|>»›]\s*{PIECES}){{1,9}}"),
    (
        "advertisement",
        r"advertis(?:e)?ment|advertising|sponsored(?: content| by [^.]{2,40})?|paid content|promoted (?:content|stories)",
    ),
    (
        "sign-up line",
        r"(?:sign up|subscribe|register|subscribe (?:from|for) [^.]{1,40})(?: now| today| here| for free)?[.!]?",
    ),
    (
        "sign-up line",
        r"(?:sign up|subscribe|register)\b[^.!?]{1,120}\b(?:newsletters?|e-?mails?|magazine|alerts|bulletin|briefing|podcast|inbox|"
        r"for free|offer|subscription|here)\b[^!?]{0,60}",
    ),
    ("sign-up line", r"get .{1,80}\b(?:newsletter|(?:to|in) your inbox)\b.{0,40}"),
    (
        "sign-up line",
        r"follow (?:us|me|him|her|them|@\w+|[\w’' ]{2,40})(?: @\w+)? on (?:twitter|facebook|instagram|x|linkedin|tiktok)\b[^.]{0,40}\.?",
    ),
    ("sign-up line", r"follow @\w+\.?|(?:like|find) us on facebook\.?"),
    (
        "sign-up line",
        r"support (?:our|independent|quality) journalism\b.{0,80}|(?:donate|join) (?:now|today)[.!]?|become a (?:member|subscriber|supporter)[^.]{0,40}[.!]?",
    ),
    ("link", r"(?:read more|read next|read also|also read|see also|related|recommended)\s*[:>»|]\s*.{1,180}"),
    (
        "link",
        r"read (?:more|next|on|also)(?: here| about this)?[.…]*|continue reading[.…]*|(?:find out|learn) more[.…]*",
    ),
    (
        "links",
        r"(?:most|more) (?:read|popular|viewed|commented|shared)(?: (?:in|on|from) .{1,40})?|trending(?: now)?|editors?[’']?s? picks?",
    ),
    (
        "links",
        r"related(?: articles?| content| stories| topics| posts)?:?|recommended(?: for you)?|you (?:may|might) also like|more (?:on this story|from (?:the |this )?.{2,40})",
    ),
    ("links", r"(?:topics|tags|filed under|categories)(?::.{0,160})?"),
    (
        "promotion",
        rf"read (?:the|this|our|his|her|their|more of the) (?:full |whole |rest of the |exclusive )?{PIECE}\b.{{0,60}}"
        rf"\b(?:in|on|at|here)\b.{{0,40}}\b{WHERE_READ}\b.{{0,40}}",
    ),
    (
        "promotion",
        rf"read (?:the|this|our) (?:full |whole |rest of the )?{PIECE} (?:here|online|in full)\b.{{0,40}}",
    ),
    (
        "promotion",
        r"this (?:interview|article|piece|essay|column|extract|profile|blog|story) (?:(?:first |originally )?(?:appears|appeared)"
        r"(?: first| originally)?|(?:was|is) (?:first |originally )?published(?: first| originally)?) (?:in|on|by|at) .{2,140}",
    ),
    ("promotion", r"from the \d{1,2} [a-z]+(?: \d{4})? (?:issue|edition)(?: of .{2,40})?"),
    (
        "comment count",
        r"\d[\d,.]*k? (?:comments?|shares?|likes?|retweets?|views)|comments?\s*\(?\d*\)?|no comments(?: yet)?",
    ),
    (
        "comment count",
        r"(?:leave|post|add|write) a (?:comment|reply)|(?:view|show|read|see)(?: all)?(?: \d+)? comments|join the (?:conversation|discussion)",
    ),
    ("copyright line", r"(?:©|\(c\) ?\d{4}|copyright (?:©|\(c\)|\d{4})).{0,120}|all rights reserved\.?"),
    ("cookie notice", r"(?:we|this (?:web)?site) uses? cookies\b.{0,180}"),
)
COMPILED = tuple((note, re.compile(rule, re.IGNORECASE)) for note, rule in RULES)
ANY = re.compile("|".join(f"(?:{rule})" for _, rule in RULES), re.IGNORECASE)


def furniture(text: str) -> str:
    """Return why a line is page furniture, or an empty string where it is none.

    Parameters
    ----------
    text : str
        One line, each run of white space one space.

    Notes
    -----
    A rule has to fit the whole line: a sentence that mentions a newsletter is no furniture. A line of more than 220
    characters never is.
    """
    if len(text) > LONGEST or not ANY.fullmatch(text):
        return ""
    return next((note for note, rule in COMPILED if rule.fullmatch(text)), "")
