"""Word processors' files, books and printed pages, each made here by a real writer or by hand."""

import io
import zipfile

import pytest
from docx import Document as word

from rhetoric.errors import EmptyInput, InputError
from rhetoric.load import load
from rhetoric.load.docx import DocxLoader
from rhetoric.load.epub import EpubLoader
from rhetoric.load.odt import OdtLoader
from rhetoric.load.pdf import PdfLoader
from rhetoric.load.printed import paragraphs
from rhetoric.load.rtf import RtfLoader
from rhetoric.model.document import Document
from rhetoric.model.problem import Problem
from rhetoric.settings import Settings
from rhetoric.testing import check_loader

FIRST = "We must mend the bridge, and we must mend it before the winter comes."
SECOND = "Nobody who was in the hall that night could say afterwards what had been decided."
ODT = """<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0">
<office:automatic-styles><style:style style:name="P1" style:parent-style-name="Title"/></office:automatic-styles>
<office:body><office:text><text:p text:style-name="P1">The bridge</text:p><text:p>We must mend<text:s/>the bridge<text:note><text:note-body><text:p>a note</text:p></text:note-body></text:note>, and we must mend it before the winter comes.</text:p>
<text:h>What <text:span>then</text:span></text:h><text:list><text:list-item><text:p>{second}</text:p></text:list-item></text:list></office:text></office:body></office:document-content>""".replace(
    "{second}", SECOND
)
ODT_META = """<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta><dc:title>Ignored where a style says Title</dc:title><meta:initial-creator>Ann Lee</meta:initial-creator><meta:creation-date>2016-12-02T10:00:00</meta:creation-date></office:meta></office:document-meta>"""
RTF = r"""{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times;}}\f0 We must mend the bridge, and we must mend it before the winter comes.\par \'93Nobody\'94 who was in the hall that night could say afterwards what had been decided.\par}"""
OPF = """<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The bridge</dc:title><dc:creator>Ann Lee</dc:creator><dc:date>2016-12-02</dc:date><dc:language>en</dc:language></metadata>
<manifest><item id="n" href="nav.xhtml" properties="nav"/><item id="b" href="text/two%20.xhtml"/><item id="a" href="text/one.xhtml"/></manifest><spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>"""


def only(loader, path):
    return next(d for d in loader.read(path, Settings()) if isinstance(d, Document))


def marked(document):
    return [(m.kind, document.text[m.start : m.end]) for m in document.layout]


def zipped(path, **members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


@pytest.fixture
def docx(tmp_path):
    file = word()
    file.core_properties.author = "Ann Lee"
    file.add_paragraph("The bridge", style="Title")
    file.add_paragraph(FIRST)
    file.add_heading("What then", 1)
    file.add_table(1, 2).rows[0].cells[1].text = SECOND
    file.save(tmp_path / "bridge.docx")
    return tmp_path / "bridge.docx"


@pytest.fixture
def odt(tmp_path):
    return zipped(tmp_path / "bridge.odt", **{"content.xml": ODT, "meta.xml": ODT_META})


@pytest.fixture
def epub(tmp_path):
    container = '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
    return zipped(
        tmp_path / "bridge.epub",
        **{
            "META-INF/container.xml": container,
            "OEBPS/book.opf": OPF,
            "OEBPS/nav.xhtml": "<html><body><ol><li>One</li></ol></body></html>",
            "OEBPS/text/one.xhtml": f"<html><body><h1>The bridge</h1><p>{FIRST}<sup>1</sup></p></body></html>",
            "OEBPS/text/two .xhtml": f"<html><body><div>{SECOND}<script>x</script></div></body></html>",
        },
    )


@pytest.fixture
def rtf(tmp_path):
    (tmp_path / "bridge.rtf").write_text(RTF, encoding="ascii")
    return tmp_path / "bridge.rtf"


def printed(path, pages, **about):
    """Write pages of lines as a PDF with a text layer."""
    from matplotlib import rc_context
    from matplotlib.backends.backend_pdf import PdfPages
    from matplotlib.figure import Figure

    with rc_context({"pdf.fonttype": 42}), PdfPages(path, metadata=about) as pdf:
        for lines in pages:
            figure = Figure(figsize=(8, 11))
            for n, line in enumerate(lines):
                figure.text(0.1, 0.95 - 0.03 * n, line)
            pdf.savefig(figure)
    return path


def page(number):
    """Return the lines of a page, with a running head and a page number."""
    return [
        "Report of the council 2016",
        f"Part {number}: {FIRST} It is a question of neigh-",
        "bourliness, and nothing else will do for those who live on the other side of the river.",
        "It is so.",
        SECOND,
        f"This is said {'once ' * number}more.",
        f"{number}",
    ]


@pytest.fixture
def pdf(tmp_path):
    return printed(
        tmp_path / "bridge.pdf", [page(n) for n in (1, 2, 3)], Title="The bridge", Author="Ann Lee"
    )


def test_docx(docx):
    found = only(DocxLoader(), docx)
    assert found.text.split("\n\n") == ["The bridge", FIRST, "What then", SECOND]
    assert marked(found) == [("headline", "The bridge"), ("crosshead", "What then")]
    assert (found.id, found.title, found.author) == ("bridge", "The bridge", "Ann Lee")


def test_odt(odt):
    found = only(OdtLoader(), odt)
    assert found.text.split("\n\n") == ["The bridge", FIRST, "What then", SECOND]
    assert marked(found) == [("headline", "The bridge"), ("crosshead", "What then")]
    assert (found.title, found.author, found.date) == ("The bridge", "Ann Lee", "2016-12-02")


def test_rtf(rtf):
    found = only(RtfLoader(), rtf)
    assert found.text.split("\n\n") == [FIRST, SECOND.replace("Nobody", "“Nobody”")]


def test_epub(epub):
    found = only(EpubLoader(), epub)
    assert found.text.split("\n\n") == ["The bridge", FIRST, SECOND]
    assert (found.title, found.author, found.date, found.lang) == (
        "The bridge",
        "Ann Lee",
        "2016-12-02",
        "en",
    )


def test_pdf(pdf):
    found = only(PdfLoader(), pdf)
    assert "Report of the council" not in found.text
    assert found.text.split("\n\n")[:2] == [
        f"Part 1: {FIRST} It is a question of neighbourliness, and nothing else will do for those who live on the other side of"
        " the river. It is so.",
        f"{SECOND} This is said once more.",
    ]
    assert (found.title, found.author) == ("The bridge", "Ann Lee")


@pytest.mark.parametrize("name", ["docx", "odt", "epub", "rtf", "pdf"])
def test_contract(name, request):
    loader = {"docx": DocxLoader, "odt": OdtLoader, "epub": EpubLoader, "rtf": RtfLoader, "pdf": PdfLoader}[
        name
    ]
    check_loader(loader(), request.getfixturevalue(name))


def test_scan_is_refused(tmp_path):
    scan = printed(tmp_path / "scan.pdf", [[], []])
    with pytest.raises(InputError, match="a scan") as fault:
        only(PdfLoader(), scan)
    assert "OCR" in str(fault.value)


def test_a_page_without_text_is_reported(tmp_path):
    file = printed(tmp_path / "some.pdf", [page(1), [], page(2)])
    (problem,) = [p for p in PdfLoader().read(file, Settings()) if isinstance(p, Problem)]
    assert problem.message.startswith("1 of 3 pages hold no text")


def test_pdf_with_a_password(tmp_path, pdf):
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(pdf))
    writer.encrypt("secret", algorithm="RC4-128")
    locked = io.BytesIO()
    writer.write(locked)
    (tmp_path / "locked.pdf").write_bytes(locked.getvalue())
    with pytest.raises(InputError, match="asks for a password"):
        only(PdfLoader(), tmp_path / "locked.pdf")


@pytest.mark.parametrize(
    "ending", ["docx", "odt", "epub", "rtf", "pdf", "xlsx", "parquet", "zip", "txt.gz", "html.gz"]
)
@pytest.mark.parametrize(
    "content", [b"", b"no such format", b"PK\x03\x04 broken", b"%PDF-1.4 broken", b"\x1f\x8b broken"]
)
def test_broken_files_are_one_error_each(tmp_path, ending, content):
    file = tmp_path / f"broken.{ending}"
    file.write_bytes(content)
    found = load([file])
    assert found.documents == ()
    (problem,) = found.problems
    assert problem.level == "error"
    assert "its loader failed" not in problem.message


def test_empty_document(tmp_path):
    word().save(tmp_path / "empty.docx")
    with pytest.raises(EmptyInput):
        only(DocxLoader(), tmp_path / "empty.docx")


def test_lines_to_paragraphs_by_hand():
    first = [
        "A line of prose that is as wide as any other line on the page is, or",
        "near it. The centre-",
        "left lost.",
        "Next one begins here and is broken at the very end of a sen-",
        "tence. The ﬁnal oﬃce of the centre-left.",
    ]
    assert paragraphs(["\n".join(first)]) == [
        "A line of prose that is as wide as any other line on the page is, or near it. The centre-left lost.",
        "Next one begins here and is broken at the very end of a sentence. The final office of the centre-left.",
    ]


def test_running_heads_and_page_numbers_go():
    pages = [
        f"Annual report {n}\n\nSome words of page {n} that no other page has, {word}.\n– {n} –"
        for n, word in ((1, "one"), (2, "two"), (3, "three"))
    ]
    found = " ".join(paragraphs(pages))
    assert "Annual" not in found
    assert "–" not in found
    assert "one." in found
