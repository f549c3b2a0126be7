"""Voices by marks alone: whose words a text holds, without asking for names."""

from rhetoric import segment, voice
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document, Mark


def said(*documents: Document) -> list[list[tuple[str, str]]]:
    """Return the runs of voices of each text."""
    corpus = voice.by_marks(segment.segment(Corpus(documents)))
    out: list[list[tuple[str, str]]] = [[] for _ in documents]
    s = corpus.spoken
    for doc, start, end, v in zip(
        s.doc.tolist(), s.start.tolist(), s.end.tolist(), s.voice.tolist(), strict=True
    ):
        out[doc].append((corpus.voices[v].id, documents[doc].text[start:end]))
    return out


def test_speech_is_taken_from_the_author_and_a_phrase_is_not():
    text = "He said: “We will not go back there again.” That was ‘brave’ and “so wrong”."
    [runs] = said(Document("a", text, author="Ann Lee"))
    assert runs == [
        ("Ann Lee", "He said: “"),
        ("unattributed", "We will not go back there again."),
        ("Ann Lee", "” That was ‘brave’ and “so wrong”."),
    ]


def test_a_quotation_goes_on_in_the_next_paragraph():
    text = "She rose.\n“One two three four five six.\n“Seven eight nine ten eleven.” Then she sat."
    [runs] = said(Document("a", text))
    assert [t for v, t in runs if v == "unattributed"] == [
        "One two three four five six.",
        "Seven eight nine ten eleven.",
    ]


def test_turns_by_labels_and_by_layout():
    text = "ANN LEE: We win now.\nBOB HAY: You lose then.\nANN LEE: Not so at all.\nBOB HAY: Just so."
    [runs] = said(Document("a", text))
    assert [v for v, t in runs if t.strip()[:2] in ("We", "Yo", "No", "Ju")] == ["Ann Lee", "Bob Hay"] * 2
    marks = (Mark("turn", 0, 8, "Ann Lee"), Mark("turn", 9, 19, "Bob Hay"))
    [runs] = said(Document("b", "We rise.\nWe do not.", layout=marks))
    assert [v for v, t in runs if t.strip()] == ["Ann Lee", "Bob Hay"]


def test_headings_belong_to_headings():
    marks = (Mark("headline", 0, 11),)
    [runs] = said(Document("a", "A new start\nWe begin.", layout=marks))
    assert runs[0] == ("headings", "A new start")


def test_every_character_has_one_voice():
    texts = ["“Open and never closed, as it may be.\nNext.", "", "”", "Plain."]
    for text, runs in zip(texts, said(*(Document(str(n), t) for n, t in enumerate(texts))), strict=True):
        assert "".join(t for _, t in runs) == text
