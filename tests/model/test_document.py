"""A text and its hash."""

import dataclasses
import hashlib
import pickle

from rhetoric.model.document import Document


def test_the_hash_is_that_of_the_text_and_goes_with_it():
    text = Document("a", "“Café” \ud800")
    want = hashlib.sha256(text.text.encode("utf-8", "surrogatepass")).hexdigest()
    assert text.sha256 == text.sha256 == want
    assert pickle.loads(pickle.dumps(text)).sha256 == want


def test_another_text_has_another_hash_and_the_hash_tells_no_texts_apart():
    text = Document("a", "One.")
    asked = Document("a", "One.")
    asked.sha256  # noqa: B018  (worked out)
    assert asked == text
    assert repr(asked) == repr(text)
    assert dataclasses.replace(asked, text="Two.").sha256 == Document("b", "Two.").sha256 != asked.sha256
