"""Is a text English? By the share of function words, the commonest words of a language."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

LEAST = 20
FIRST_WORDS, MOST_WORDS = (60, 400), 2_000
CHARACTERS = 10
CLEAR = 0.25
PLAUSIBLE = 0.06
NAMEABLE = 0.2
LETTERS_A_WORD = 3
LAST_LATIN = 0x24F  # no letter up to here is of another script
OTHER_SCRIPT = re.compile(r"[^\W\d_\u0000-\u024f\u1e00-\u1eff]")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

FUNCTION_WORDS = {
    "English": "the of and to a in that is was for it with as his on be at by i this had not are but from or have an "
    "they which one you were her all she there would their we him been has when who will more no if out so said what "
    "its about than into them can only other some could these may do first any my now such like our over me even most "
    "after also did many before must through where your should because those how us he it's don't didn't i'm "
    "up just think say says very right then people being that's here get go know want",
    "German": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er "
    "hat dass daß sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis "
    "mehr durch man sein wurde sei wir ich ihr uns wenn kann was diese dieser schon",
    "French": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la avec son "
    "aux ou mais cette nous leur elle ont été être fait comme je vous ils d'un d'une l'on c'est qu'il tout sa ses "
    "ces deux même",
    "Spanish": "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin "
    "sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está nos",
    "Italian": "di e il la che in a per un è del non si una della con le i da al sono dei lo come nel alla più gli ha ma "
    "delle o anche se dal suo ed questo nella ci sua mi essere stato degli due loro hanno l'italia dell'anno cui perché",
    "Dutch": "de het een van en in is dat op te zijn met voor niet die aan er om ook als dan maar bij of uit nog door naar "
    "heeft hij wordt over tot worden was wat hebben deze kan geen meer zij werd ze had ik wij we dit moeten zou",
    "Portuguese": "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à "
    "seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois",
    "Danish": "og i at det er en til af på for med der den de ikke som et har jeg vi har man så fra men om kan skal vil "
    "også være var eller hvad når sig os ved denne dette blev bliver mere meget nu her",
    "Swedish": "och i att det som en på är av för med den till inte har de ett om vi var jag men så kan från eller ska "
    "nu där vid när man mycket också under detta sig hade skulle finns mot efter blir vara",
    "Norwegian": "og i det er på som en for å til at av med har de ikke den et om vi var jeg men så kan fra eller skal "
    "ble også være når etter over seg ved dette hva mer må blir nå",
    "Polish": "i w na z do się nie że jest to o jak ale po co za od tak przez dla są ich czy już tego być może tylko "
    "jego tym który oraz które było ma by ze pan jako również",
    "Czech": "a v se na je že to s z do o i ve k za by pro jsem jako tak ale po jsou už od která které který bylo byl "
    "také nebo když jeho podle aby může co však při",
    "Finnish": "ja on ei että se hän oli mutta ovat myös kun niin kuin tai joka mitä ole sen jos vain nyt olen tämä olla "
    "ollut jo sitä vielä minä me kanssa mukaan joka ovat",
    "Hungarian": "a az és hogy nem is egy ez meg van de ha csak már mint volt el azt még kell vagy ki lesz aki én be "
    "lehet amely ezt minden szerint több",
    "Romanian": "de și în a la cu pe nu o că să un din care pentru este mai au sunt ce se al prin ale fost lui dar sau "
    "această acest ca după am",
    "Turkish": "ve bir bu da de için ile çok ne daha olarak olan gibi var en kadar değil sonra ama o ki ben mi her biz "
    "olduğu diye",
    "Welsh": "y yr yn a i o ar mae am fod gan ei mewn wedi bod ond hefyd oedd eu at sydd hyn hynny fel gyda roedd nid "
    "dros ac ni",
    "Irish": "agus an na a i ar go is tá le sé do bhí ag ach ní de nach sin atá leis seo mar siad bhfuil sa gur chun",
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a text looks to be written in.

    Parameters
    ----------
    english : bool
        Whether it may be scored as English; true as well where nothing can be said.
    language : str
        The language whose function words it holds most of, or an empty string where that says little.
    share : float
        The share of its words that are function words of English, 0 to 1; NaN below `LEAST` words.
    """

    english: bool
    language: str
    share: float


@lru_cache(maxsize=1)
def word_lists() -> dict[str, frozenset[str]]:
    """Return the function words of every language that can be named."""
    return {name: frozenset(words.split()) for name, words in FUNCTION_WORDS.items()}


def judge(text: str, least: int = LEAST) -> Judgement:
    """Judge whether a text is English by its first words, at most 2,000.

    Parameters
    ----------
    text : str
    least : int
        Below so many words nothing is said, and the text passes.

    Notes
    -----
    A text is refused if another language has more function words in it than English, by half at least, or if English
    ones are fewer than six in a hundred, or if most of its letters are not Latin. Texts that are mostly names and figures pass from twelve in a hundred on.
    Mixed texts are judged by their larger part; English written before 1500 and dialects in their own spelling may
    be refused.
    """
    if not text.isascii() and other_script(text[: MOST_WORDS * CHARACTERS], LETTERS_A_WORD * least):
        return Judgement(False, "", 0.0)
    held = word_lists()["English"]
    for size in FIRST_WORDS:  # most texts show it soon, and this is quick
        pieces = text[: size * CHARACTERS].lower().split()
        if len(pieces) >= least and (known := sum(map(held.__contains__, pieces))) >= CLEAR * len(pieces):
            return Judgement(True, "English", known / len(pieces))
    words = first_words(text, MOST_WORDS)
    if words.total() < least:
        return Judgement(True, "", float("nan"))
    shares = {name: share(words, name) for name in word_lists()}
    english = shares["English"]
    best = max(shares, key=lambda name: shares[name])
    foreign = best != "English" and shares[best] >= max(2 * PLAUSIBLE, 1.5 * english)
    if foreign or english < PLAUSIBLE:
        return Judgement(False, best if foreign and shares[best] >= NAMEABLE else "", english)
    return Judgement(True, best, english)


def other_script(text: str, least: int) -> bool:
    """Whether at least so many letters, and most of all letters, are not Latin."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    if np.count_nonzero(points > LAST_LATIN) < least:  # they are few in most texts, and this is quick
        return False
    other = len(OTHER_SCRIPT.findall(text))
    return other >= least and 2 * other > sum(c.isalpha() for c in text)


def first_words(text: str, n: int) -> Counter[str]:
    """Count the first `n` words of a text, in lower case; a mapping with their sum as ``total()``."""
    found = WORD.findall(text[: n * CHARACTERS].lower().replace("’", "'"))
    return Counter(found[:n])


def share(words: Counter[str], language: str) -> float:
    """Return which share of the counted words are function words of a language."""
    held = word_lists()[language]
    return sum(n for word, n in words.items() if word in held) / max(1, words.total())
