"""English or not."""

import gzip
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhetoric.load.language import OTHER_SCRIPT, judge, other_script

SHARED = Path(__file__).resolve().parents[2] / ".." / "shared"
FOREIGN = {
    "German": "Die Regierung hat gestern beschlossen, dass die Steuern im nächsten Jahr nicht erhöht werden. Der Minister "
    "sagte, es sei ein guter Tag für das Land und für alle, die hier leben.",
    "French": "Le gouvernement a annoncé hier que les impôts n'augmenteront pas l'année prochaine. Le ministre a déclaré que "
    "c'était un bon jour pour le pays et pour tous ceux qui vivent et travaillent ici.",
    "Spanish": "El gobierno anunció ayer que los impuestos no subirán el próximo año. El ministro dijo que era un buen día "
    "para el país y para todos los que viven y trabajan aquí.",
    "Italian": "Il governo ha annunciato ieri che le tasse non aumenteranno il prossimo anno. Il ministro ha detto che era "
    "una buona giornata per il paese e per tutti coloro che vivono e lavorano qui.",
    "Dutch": "De regering heeft gisteren aangekondigd dat de belastingen volgend jaar niet omhoog gaan. De minister zei dat "
    "het een goede dag was voor het land en voor iedereen die hier woont en werkt.",
    "Portuguese": "O governo anunciou ontem que os impostos não vão aumentar no próximo ano. O ministro disse que era um bom "
    "dia para o país e para todos os que aqui vivem e trabalham, mas a oposição não concordou com ele.",
    "Swedish": "Regeringen meddelade i går att skatterna inte kommer att höjas nästa år. Ministern sade att det var en bra "
    "dag för landet och för alla som bor och arbetar här.",
    "Polish": "Rząd ogłosił wczoraj, że podatki nie wzrosną w przyszłym roku. Minister powiedział, że to dobry dzień dla "
    "kraju i dla wszystkich, którzy tu mieszkają i pracują, ale opozycja się z nim nie zgodziła.",
    "Welsh": "Mae'r Llywodraeth wedi cyhoeddi cynllun newydd ar gyfer addysg yng Nghymru. Dywedodd y Gweinidog fod hyn yn gam "
    "pwysig ymlaen i bobl ifanc a'u teuluoedd, ac y bydd arian ychwanegol ar gael.",
    "": "Правительство вчера объявило, что налоги в следующем году повышаться не будут. Министр сказал, что это хороший день "
    "для страны и для всех, кто здесь живёт и работает.",
}


def shared(*parts):
    path = SHARED.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"the shared evaluation data ({'/'.join(parts)}) is not here")
    return path


@pytest.mark.parametrize("name", FOREIGN)
def test_other_languages_are_refused_and_named(name):
    found = judge(FOREIGN[name])
    assert not found.english
    assert found.language == name


def test_a_script_without_spaces_is_refused():
    assert not judge(
        "政府昨天宣布明年不会增加税收部长说这对国家和所有在这里生活和工作的人来说都是美好的一天" * 2
    ).english


def test_english_passes_with_foreign_words_in_it():
    assert judge(
        "The ‘Schadenfreude’ of the left was not a pretty sight, and the party paid for it at the polls."
    ).english
    assert judge(
        "Liberté, égalité, fraternité: the words that the crowd sang in the square on the night of the vote."
    ).english


def test_of_fewer_than_twenty_words_nothing_is_said():
    few = "Die Regierung hat gestern beschlossen, dass die Steuern nicht erhöht werden"
    assert judge(few).english
    assert judge(FOREIGN["German"], 50).english


def test_a_long_text_is_judged_by_its_beginning():
    assert not judge((FOREIGN["German"] + " ") * 4000).english


@pytest.mark.shared
def test_no_english_text_of_the_shared_sets_is_refused():
    files = [shared("data", "bench", "docs10.jsonl.gz"), *sorted(shared("gold").glob("*/input.jsonl.gz"))]
    texts = 0
    for file in files:
        with gzip.open(file, "rt", encoding="utf-8") as rows:
            for row in rows:
                text = json.loads(row)["text"]
                texts += 1
                assert judge(text).english, text[:200]
    assert texts > 10_000


@pytest.mark.shared
def test_danish_debate_is_refused():
    (file,) = shared("data", "loaders", "tei").glob("ParlaMint-DK*.xml")
    body = file.read_text(encoding="utf-8").split("<body", 1)[1]
    found = judge(" ".join(re.sub("<[^>]+>", " ", body).split()))
    assert (found.english, found.language) == (False, "Danish")


@given(
    st.text(st.characters() | st.sampled_from("aé“Жж語ḁ\u024f\u0250\ud800"), max_size=30), st.integers(1, 9)
)
def test_letters_of_another_script_are_counted(text, least):
    other = len(OTHER_SCRIPT.findall(text))
    assert other_script(text, least) == (other >= least and 2 * other > sum(c.isalpha() for c in text))
