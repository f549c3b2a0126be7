"""Tone: equal to the published implementation, one row a sentence, given to the right voice."""

from __future__ import annotations

import random
from time import process_time

import pytest
from vaderSentiment.vaderSentiment import BOOSTER_DICT, NEGATE, SPECIAL_CASES, SentimentIntensityAnalyzer

from rhetoric.extract.sentiment import SentimentExtractor
from rhetoric.extract.vader import Reader, mapped

HAND = [
    "We don’t like it.",
    "We don't like it.",
    "“I love this,” she said – “truly!”",
    "It was great, but the end was AWFUL!!!",
    "At least it isn't the worst.",
    "The least good of a bad lot??",
    "No good came of it, nor any joy.",
    "Never so happy, without doubt a kind of triumph.",
    "That is the shit, yeah right.",
    "Good luck to them 😀 and ©.",
    "kind of good",
    "",
    "...",
]
SMALL = "but but so this doubt or nor least at very of the a “ ’tis"


@pytest.fixture(scope="module")
def published() -> SentimentIntensityAnalyzer:
    return SentimentIntensityAnalyzer()


def made_up(published: SentimentIntensityAnalyzer, count: int) -> list[str]:
    """Return sentences that stress every rule."""
    draw = random.Random(7)
    strong = [*draw.sample(sorted(published.lexicon), 80), "no", "kind", "great", "bad", "die"]
    weak = [*BOOSTER_DICT, *NEGATE, *SMALL.split()]
    weak += [word for phrase in SPECIAL_CASES for word in phrase.split()]
    out = []
    for _ in range(count):
        words = [draw.choice(draw.choice((strong, weak))) for _ in range(draw.randint(1, 12))]
        words = [
            w.upper() if draw.random() < 0.1 else w + draw.choice(["", "", ",", "!", "’s", "?"])
            for w in words
        ]
        out.append(" ".join(words))
    return out


def test_scores_equal_the_published_ones(published):
    reader = Reader()
    for text in [mapped(t) for t in [*HAND, *made_up(published, 3000)]]:
        assert reader.score(text)[0] == published.polarity_scores(text)["compound"], text


def test_two_hundred_sentences_of_a_corpus_equal_the_published_scores(published, corpus_of, seed):
    texts = [" ".join(made_up(published, 20)).replace("'", "’") + "." for _ in range(30)]
    for corpus in (corpus_of(*texts), seed, corpus_of("\n\n".join(h for h in HAND if h.strip(". ")) * 20)):
        evidence = SentimentExtractor().extract(corpus)
        assert len(evidence)
        for doc, start, end, weight in zip(
            evidence.doc, evidence.start, evidence.end, evidence.weight, strict=True
        ):
            text = mapped(corpus.documents[doc].text[start:end])
            assert weight == published.polarity_scores(text)["compound"]
    assert len(evidence) >= 200


def test_curly_marks_do_not_turn_a_negation_round():
    assert Reader().score(mapped("We don’t like it."))[0] < 0


def test_every_sentence_with_a_word_has_a_row_and_zero_is_kept(corpus_of):
    corpus = corpus_of("It is good. The vote was on Thursday.")
    evidence = SentimentExtractor().extract(corpus)
    assert evidence.sentence.tolist() == [0, 1]
    assert evidence.weight.tolist() == [0.4404, 0.0]
    assert evidence.attrs.tolist() == [{"words": {"good": 1.9}}, None]
    assert evidence.end[0] == len("It is good.")


def test_a_shared_sentence_belongs_to_the_voice_with_the_most_words(voiced):
    text = 'Cruddas continues: "It is a very good idea for us." He smiled.'
    evidence = SentimentExtractor().extract(voiced(text, ("Jon", "It is a very good idea for us.")))
    assert [evidence.voices[v] for v in evidence.voice] == ["Jon", "author of d0"]


def test_a_text_without_a_word_has_no_tone(corpus_of):
    assert len(SentimentExtractor().extract(corpus_of("* * *", "..."))) == 0


def test_one_endless_sentence_is_read_in_linear_time():
    start = process_time()
    score, _ = Reader().score("great bad but not " * 20_000)
    assert -1 <= score <= 1
    assert process_time() - start < 5
