"""Bytes to text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhetoric.errors import BinaryInput, EmptyInput, MissingInput
from rhetoric.load.encoding import decode, read_text
from rhetoric.load.mojibake import garbled, mend, signs

QUOTE = "“It didn’t happen by accident” – a café"


@pytest.mark.parametrize(
    ("raw", "repair"),
    [
        (QUOTE.encode("utf-8"), None),
        (QUOTE.encode("utf-8-sig"), "byte-order mark"),
        (QUOTE.encode("utf-16"), "UTF-16"),
        (b"\xfe\xff" + QUOTE.encode("utf-16-be"), "UTF-16"),
        (QUOTE.encode("utf-32"), "UTF-32"),
        (QUOTE.encode("utf-16-le") + "x".encode("utf-16-le") * 400, "UTF-16 without"),
        (QUOTE.encode("cp1252"), "Windows-1252"),
        (QUOTE.encode("mac_roman"), "Mac Roman"),
        (QUOTE.encode("utf-8") + "\n“once more”".encode("cp1252"), "Windows-1252"),
    ],
)
def test_encodings(raw, repair):
    found = decode(raw)
    assert found.text.startswith(QUOTE)
    assert found.text.endswith(("café", "x", "“once more”"))
    assert (repair in found.repairs[0]) if repair else not found.repairs


@pytest.mark.parametrize("raw", [b"abc\x00def", bytes(range(256)) * 4, b"\x01\x02\x03 word", b"\xff\xfe\x00"])
def test_what_is_no_text_is_refused(raw):
    with pytest.raises(BinaryInput):
        decode(raw)


def test_files(tmp_path):
    file = tmp_path / "a.txt"
    file.write_bytes("One\r\nitâ€™s two\ufffd".encode())
    found = read_text(file)
    assert found.text == "One\nit’s two\ufffd"
    assert [r.split()[1] for r in found.repairs] == ["garbled", "characters"]
    file.write_bytes(b" \n\t\n")
    with pytest.raises(EmptyInput):
        read_text(file)
    with pytest.raises(MissingInput):
        read_text(tmp_path / "b.txt")


@pytest.mark.parametrize(
    ("text", "mended", "n"),
    [
        ("itâ€™s", "it’s", 1),
        ("â€œSoâ€\x9d", "“So”", 2),
        ("â€œSo,â€ he said", "“So,” he said", 2),
        ("cafÃ© Â£3", "café £3", 2),
        ("Ã¢â‚¬â„¢", "’", 4),
        ("â\x80 x", "â\x80 x", 0),
        ("ðŸ™‚", "🙂", 1),
        ("plain ’ text", "plain ’ text", 0),
        ("un café», NÃO, à Paris, Âge, É»", "un café», NÃO, à Paris, Âge, É»", 0),
    ],
)
def test_mojibake_is_mended_and_nothing_else(text, mended, n):
    assert mend(text) == (mended, n)
    assert garbled(mended) is False


@given(st.text(st.sampled_from("aâ€™ÃÂ©ðïŸ“ .") | st.characters(), max_size=9))
def test_signs_of_garbling_are_found_one_by_one(text):
    assert signs(text) == (re.search("[ÂÃâïð]", text) is not None)
