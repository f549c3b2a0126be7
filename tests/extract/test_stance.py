"""Stance toward those named, by the model over words."""

from __future__ import annotations

import numpy as np
import pytest

from rhetoric.errors import InputError
from rhetoric.extract.stance import RULED, StanceExtractor, targets_of
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document
from rhetoric.model.evidence import Evidence
from rhetoric.pipeline import read
from rhetoric.settings import Settings
from rhetoric.testing import check_extractor

STANCE = StanceExtractor("lexical")
PRAISE = "Labour did a wonderful, brave and honest job, and we love it."
BLAME = "Labour did a terrible, corrupt and dishonest job, and we hate it."


def corpus_of_documents(*documents: Document) -> Corpus:
    """Return documents with voices and tokens."""
    return read(documents, Settings(any_language=True))


def asked(text: str, *spans: tuple[int, int], name: str = "a") -> Document:
    """Return a document that asks about some places."""
    return Document(name, text, meta={"targets": [{"start": s, "end": e} for s, e in spans]})


def found(*documents: Document) -> Evidence:
    """Return the stance toward those whom documents name."""
    return STANCE.extract(corpus_of_documents(*documents))


def told(evidence: Evidence) -> list[tuple[str, str, str]]:
    """Return feature, target and rule of each row."""
    return [
        (evidence.features[f].name, a["target"], evidence.entries[e])
        for f, a, e in zip(evidence.feature, evidence.attrs, evidence.entry, strict=True)
    ]


def test_praise_and_blame_have_their_signs():
    evidence = found(Document("a", PRAISE), Document("b", BLAME))
    assert evidence.weight[0] > 0.2 > -0.2 > evidence.weight[1]
    assert [a["label"] for a in evidence.attrs] == ["positive", "negative"]
    assert {a["target"] for a in evidence.attrs} == {"Labour Party"}
    assert (np.abs(evidence.weight) <= 1).all()


def test_an_act_judged_decides_and_is_evidence_itself():
    evidence = found(Document("a", "Attacking the Liberal Democrats is wrong."))
    assert told(evidence) == [
        ("stance.acts", "acts against Liberal Democrats", "act judged"),
        ("stance.toward", "Liberal Democrats", "act judged"),
    ]
    assert evidence.weight.tolist() == [-RULED, RULED]
    assert [(int(s), int(e)) for s, e in zip(evidence.start, evidence.end, strict=True)] == [
        (0, 31),
        (14, 31),
    ]
    assert all("is called 'wrong'" in a["why"] for a in evidence.attrs)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"We won the vote last night," said Mr Jones.', "Jones"),
        ('"We won the vote last night," Ann Lee said.', "Ann Lee"),
        ('Jon Cruddas says: "We won the vote last night."', "Jon Cruddas"),
    ],
)
def test_the_mention_of_who_speaks_is_neutral(text, speaker):
    evidence = found(Document("a", text))
    assert told(evidence) == [("stance.toward", speaker, "speaker")]
    assert evidence.weight.tolist() == [0.0]
    assert evidence.attrs[0]["label"] == "neutral"


def test_what_a_person_belongs_to_is_not_asked():
    evidence = found(Document("a", "Then the Tory MP Zac Goldsmith stepped down."))
    assert [a["target"] for a in evidence.attrs] == ["Zac Goldsmith"]


def test_the_holder_is_whose_words_they_are():
    evidence = found(Document("a", 'Labour lost. "The Tories are dreadful," Ann Lee said.'))
    holders = {
        str(a["target"]): evidence.voices[v] for a, v in zip(evidence.attrs, evidence.voice, strict=True)
    }
    assert holders["Conservative Party"] == "Ann Lee"
    assert holders["Labour Party"] == "author of a"


def test_targets_given_are_answered_span_by_span():
    text = "The city is a wonderful place, and the traffic is a terrible curse."
    spans = [(4, 8), (39, 46), (0, len(text))]
    evidence = found(asked(text, *spans))
    rows = sorted(zip(evidence.start.tolist(), evidence.end.tolist(), strict=True))
    assert rows == sorted(spans)
    assert {a["kind"] for a in evidence.attrs} == {"asked"}
    assert {text[s:e] for s, e in rows} == {str(a["target"]) for a in evidence.attrs}


def test_a_target_that_is_a_mention_has_its_actor_s_name_and_is_answered_once():
    evidence = found(asked("The Tories lost, and Labour won.", (4, 10)))
    assert [a["target"] for a in evidence.attrs] == ["Conservative Party", "Labour Party"]


def test_a_speaker_who_is_asked_about_is_not_passed_over():
    text = '"We won the vote last night," Ann Lee said.'
    evidence = found(asked(text, (30, 37)))
    assert told(evidence) == [("stance.toward", "Ann Lee", "words")]


def test_a_target_without_a_word_is_neutral_whatever_stands_in_the_next_text():
    alone = found(asked("We won.   ", (8, 9)))
    beside = found(asked("We won.   ", (8, 9)), Document("b", BLAME))
    assert alone.weight.tolist() == [0.0] == beside.weight.tolist()[:1]
    assert len(found(asked("   ", (1, 2)))) == 1


@pytest.mark.parametrize(
    "given",
    [
        "0-4",
        {"start": 0, "end": 4},
        [3],
        [{"start": 0}],
        [{"start": None, "end": 4}],
        [{"start": "a", "end": 4}],
        [{"start": 0.5, "end": 4}],
        [{"start": float("inf"), "end": 4}],
        [{"start": 3, "end": 3}],
        [{"start": -1, "end": 3}],
        [{"start": 0, "end": 99}],
    ],
)
def test_bad_targets_name_the_document(given):
    with pytest.raises(InputError, match=r"d17: .*target") as fault:
        found(Document("d17", "Labour won.", meta={"targets": given}))
    assert fault.value.where == "d17"


def test_no_targets_are_no_fault():
    assert list(targets_of("a", None, 10)) == []
    assert list(targets_of("a", [], 10)) == []
    assert list(targets_of("a", [{"start": 2.0, "end": 4}], 10)) == [(2, 4)]


def test_places_asked_about_are_answered_as_they_stand(corpus_of):
    from rhetoric.extract.stance import Asked

    corpus = corpus_of("Attacking the city is wrong. The sea is cold.")
    evidence = STANCE.answer(corpus, [Asked(0, 14, 18, "the city", "asked", "asked")])
    assert told(evidence) == [
        ("stance.acts", "acts against the city", "act judged"),
        ("stance.toward", "the city", "act judged"),
    ]
    assert len(STANCE.answer(corpus, [])) == 0


def test_contract():
    documents = (
        asked("The city is wonderful. Attacking the Liberal Democrats is wrong.  ", (4, 8), (65, 66)),
        Document("b", 'Jon Cruddas met David Miliband. "I do not trust the Tories," Cruddas said. He left.'),
        Document("c", "The Liberals and Labour: nothing at all."),
        Document("d", ""),
    )
    check_extractor(STANCE, corpus_of_documents(*documents))


def test_shard_law_at_every_cut():
    documents = [
        Document("a", PRAISE),
        asked("We won.  ", (7, 8), name="b"),
        Document("c", "Attacking the Greens is wrong, Ukip says."),
        Document("d", BLAME),
    ]
    corpus = corpus_of_documents(*documents)
    texts = {d.id: d.text for d in documents}
    whole = STANCE.extract(corpus).table(texts)
    for cut in range(len(documents) + 1):
        parts = Evidence.concat([STANCE.extract(corpus[:cut]), STANCE.extract(corpus[cut:])])
        assert parts.table(texts).equals(whole)


def test_the_model_does_not_look_at_the_name():
    same = found(*(Document(n, f"{n} did a terrible job of it.") for n in ("Labour", "Ukip", "Sinn Féin")))
    assert len(set(same.weight.tolist())) == 1


def test_a_target_over_two_sentences_is_answered_by_the_first():
    text = "We thank Labour. The Greens are not just good."
    spans = [{"start": 9, "end": 26}]
    corpus = read([Document(id="d", text=text, meta={"targets": spans})], Settings())
    evidence = StanceExtractor("lexical").extract(corpus).of("stance.toward")
    assert (9, 26) in set(zip(evidence.start.tolist(), evidence.end.tolist(), strict=True))


def stance_of(text):
    corpus = read([Document(id="d", text=text)], Settings())
    evidence = StanceExtractor("lexical").extract(corpus).of("stance.toward")
    return [
        (text[s:e], evidence.entries[k], w)
        for s, e, k, w in zip(evidence.start, evidence.end, evidence.entry, evidence.weight, strict=True)
    ]


def test_who_is_not_just_doing_something_does_better_in_that_sentence():
    found = stance_of(
        "David Miliband is not just reciting policies; he speaks of belonging. David Miliband is reciting."
    )
    assert found[:2] == [("David Miliband", "manner", 0.6), ("he", "manner", 0.6)]
    assert found[2][1] == "words"


def test_one_name_of_a_list_of_four_is_neutral_and_of_three_is_not():
    four = stance_of("The vote is split between Labour, the Greens, the SNP and Plaid Cymru.")
    assert [(rule, value) for _, rule, value in four] == [("manner", 0.0)] * 4
    three = stance_of("The vote is split between Labour, the Greens and the SNP.")
    assert {rule for _, rule, _ in three} == {"words"}


@pytest.mark.parametrize(
    "text",
    [
        "He's not just attacking the Greens.",
        "She has not attacked the Greens.",
        "They didn't insult the Greens.",
    ],
)
def test_to_whom_a_harm_is_denied_is_neutral(text):
    assert stance_of(text)[-1][1:] == ("manner", 0.0)


def test_a_harm_that_is_done_is_not():
    assert stance_of("He is attacking the Greens.")[-1][1] == "words"
