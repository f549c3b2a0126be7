"""Files that are no dictionaries: an error that names the file, soon, and nothing else."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rhetoric.errors import DictionaryError
from rhetoric.match.formats import FORMATS, read_dictionary

ENDINGS = [f.endings[0] for f in FORMATS.values()]
HEADS = {
    ".dic": b"%\n1\ta\n%\n",
    ".dicx": b"DicTerm,a,b\n",
    ".cat": b"A\n\tB\n",
    ".lc3": b"+A\n",
    ".ykd": b'<dictionary><cnode name="a">',
    ".csv": b"key,pattern,weight,pole,case,priority\n",
    ".tsv": b"key\tpattern\tweight\n",
    ".yml": b"a:\n",
}
SIGNS = st.text("ab*?|/.…3()<>%_@#+:-,;\"'\t\n [{&!\\é", max_size=80).map(str.encode)
TAGS = st.lists(
    st.sampled_from(
        [b'<cnode name="a">', b"</cnode>", b'<pnode name="b"/>', b"<x>", b"&a;", b"<!--", b"]]>", b"\x01"]
    ),
    max_size=12,
).map(b"".join)


def outcome(path, raw):
    path.write_bytes(raw)
    try:
        read = read_dictionary(path)
    except DictionaryError as fault:
        assert str(path) in str(fault)
        assert fault.do
        return None
    assert read.entries
    assert all(e.pattern and e.key and e.line and e.where == str(path) for e in read.entries)
    return read


@pytest.mark.parametrize("ending", ENDINGS)
@settings(max_examples=120)
@given(raw=st.binary(max_size=200) | SIGNS | TAGS, head=st.booleans())
def test_random_bytes(ending, raw, head, tmp_path_factory):
    outcome(tmp_path_factory.getbasetemp() / f"random{ending}", (HEADS[ending] if head else b"") + raw)


LONG = {
    "letters": b"a" * 10**6,
    "words": b"ab " * 300_000,
    "codes": b"(1 " * 150_000 + b"<of>1/ " * 100_000,
    "numbers": b"1 " * 400_000,
    "brackets": b"[" * 400_000,
    "maps": b"a: {" * 100_000,
    "parentheses": b"(" * 300_000 + b"1)" * 300_000,
    "angles": b"<" * 500_000,
    "elements": b"<cnode name='a'>" * 60_000,
    "bars": b"|" * 300_000 + b"?" * 300_000,
    "slashes": b"/" * 10**6,
    "quotes": b'"' * 10**6 + b"a",
    "tabs": b"\t" * 10**6 + b"a",
    "deep": b"".join(b"\t" * n + b"a\n" for n in range(1200)),
    "indents": b"".join(b" " * n + b"a:\n" for n in range(1200)),
    "lines": b"a\n" * 200_000,
    "same": b"word (1)\n" * 100_000,
    "nothing": b" " * 10**6,
    "digits": b"9" * 10**6,
}


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("kind", LONG)
def test_a_huge_file_takes_linear_time(ending, kind, tmp_path):
    for n, head in enumerate((b"", HEADS[ending], HEADS[ending] + b"x\t")):
        begun = time.process_time()
        outcome(tmp_path / f"{n}{ending}", head + LONG[kind] + b"\n")
        assert time.process_time() - begun < 15


def test_a_document_type_is_refused_before_it_grows(tmp_path):
    path = tmp_path / "a.ykd"
    path.write_text(
        '<?xml version="1.0"?>\n<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>\n'
        '<dictionary><cnode name="c"><pnode name="&b;"/></cnode></dictionary>'
    )
    with pytest.raises(DictionaryError, match=r"a\.ykd:2: a document type \(<!DOCTYPE>\) - remove it"):
        read_dictionary(path)
