"""Small sentences that plain VADER gets wrong: acts that are judged, praise in dark words, blame in warm ones, irony, a quoted opponent."""

import pytest

from rhetoric.extract.stance import StanceExtractor
from rhetoric.extract.vader import mapped, scores
from rhetoric.model.document import Document
from rhetoric.pipeline import analyse_documents, read
from rhetoric.settings import Settings

SENTENCES = {
    "a harm called wrong": ("Attacking the Liberals is wrong.", "Liberals", 1),
    "a harm called a mistake": ("It is a grave mistake to disparage the Greens.", "Greens", 1),
    "a harm to be stopped": ("We should stop insulting the Conservatives.", "Conservatives", 1),
    "a danger of a harm": ("There is a danger of ignoring Plaid Cymru.", "Plaid Cymru", 1),
    "a harm called unfair": ("It is unfair to blame Gordon Brown.", "Gordon Brown", 1),
    "a harm called a disgrace": ("Smearing Jeremy Corbyn is a disgrace.", "Jeremy Corbyn", 1),
    "a harm called foolish": ("Ignoring Plaid Cymru is foolish.", "Plaid Cymru", 1),
    "leaving somebody called a mistake": ("It would be a mistake to abandon Labour.", "Labour", 1),
    "trust that nobody should have": ("Nobody should trust the Tories.", "Tories", -1),
    "help that nobody should give": ("Nobody should help Ukip.", "Ukip", -1),
    "praise called wrong": ("It is wrong to praise the BNP.", "BNP", -1),
    "a reward called a mistake": (
        "To reward the bankers of the Conservative Party would be a mistake.", "Conservative Party", -1,
    ),
    "what they join for": ("They united to beat the Tories.", "Tories", -1),
    "evils that somebody ended": ("Roosevelt ended the hunger, the fear and the war.", "Roosevelt", 1),
    "evils that somebody fought": ("Gordon Brown fought poverty, disease and despair all his life.", "Gordon Brown", 1),
    "greatness denied": ("Nick Clegg is hardly a great leader.", "Nick Clegg", -1),
    "safety denied": ("Far from a safe pair of hands, Theresa May lost her majority.", "Theresa May", -1),
    "care that is feigned": ("The Conservatives pretend to care.", "Conservatives", -1),
    "friends not won": ("David Cameron could not even win his friends over.", "David Cameron", -1),
    "irony marked by quotation marks": ("The “brilliant” Boris Johnson lost the vote again.", "Boris Johnson", -1),
}  # fmt: skip


def sign(value, neutral=0.05):
    """The sign of a score; VADER's authors call what is nearer to 0 than .05 neutral."""
    return int(value > neutral) - int(value < -neutral)


@pytest.mark.parametrize("name", SENTENCES)
def test_stance_is_right_where_vader_errs(name):
    text, target, expected = SENTENCES[name]
    start = text.index(target)
    spans = [{"start": start, "end": start + len(target)}]
    corpus = read([Document(id="d", text=text, meta={"targets": spans})], Settings())
    evidence = StanceExtractor().extract(corpus).of("stance.toward")
    said = {(s, e): a["label"] for s, e, a in zip(evidence.start, evidence.end, evidence.attrs, strict=True)}
    assert said[start, start + len(target)] == {1: "positive", -1: "negative"}[expected]
    assert sign(scores([mapped(text)])[0][0]) != expected


def test_what_an_opponent_is_quoted_with_is_his():
    text = "“The Greens are a disgrace to this country,” said Nigel Farage. Labour welcomed the Greens to the hall."
    table = analyse_documents([Document(id="d", text=text)], Settings(layers=("stance", "sentiment"))).stance
    farage = table[(table["holder"] == "Nigel Farage") & table["target"].str.startswith("Green")]
    assert farage["label"].tolist() == ["negative"]
    others = table[(table["holder"] != "Nigel Farage") & table["target"].str.startswith("Green")]
    assert "negative" not in others["label"].tolist()
