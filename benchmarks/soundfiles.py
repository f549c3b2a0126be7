"""Sound files of every format that is read, one short English text in each, made from real prose."""

from __future__ import annotations

import gzip
import io
import json
import random
import textwrap
import zipfile
from collections.abc import Callable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parent / "corpus"
SPEECHES = HERE.parents[1] / "shared" / "data" / "loaders" / "hansard" / "speeches_sample.json.gz"
LEAST, MOST = 30, 250  # words of a paragraph
PARAGRAPHS = 3
LINE, LINES = 88, 60  # letters of a printed line, lines of a printed page
Text = Sequence[str]
Maker = Callable[[Text, str], bytes]


def paragraphs() -> list[str]:
    """Return paragraphs of the corpus, and speeches of the shared sample where it is beside the checkout."""
    found: list[str] = []
    for file in sorted(CORPUS.glob("*.md")):
        body = file.read_text(encoding="utf-8").split("---", 2)[2]
        found += body.split("\n\n")
    if SPEECHES.exists():
        found += [s["text"] for s in json.loads(gzip.decompress(SPEECHES.read_bytes()))]
    tidy = (" ".join(p.split()) for p in found)
    plain = (p for p in tidy if p.isprintable() and all(fits(p, e) for e in ("cp1252", "mac_roman")))
    return list(dict.fromkeys(p for p in plain if LEAST <= len(p.split()) <= MOST and p[-1] in ".!?”"))


def fits(text: str, encoding: str) -> bool:
    """Whether an encoding has every character of a text."""
    return text.encode(encoding, "ignore").decode(encoding) == text


def texts(count: int, draw: random.Random) -> list[list[str]]:
    """Return so many texts of three paragraphs, no two the same."""
    every = paragraphs()
    found: dict[tuple[str, ...], list[str]] = {}
    while len(found) < count:
        chosen = draw.sample(every, PARAGRAPHS)
        found[tuple(chosen)] = chosen
    return list(found.values())


def plain(text: Text) -> str:
    """Return a text as plain text."""
    return "\n\n".join(text) + "\n"


def row(text: Text, name: str) -> dict[str, str]:
    """Return a text as a row of a table."""
    return {"id": name, "text": plain(text), "party": "Green"}


def frame(text: Text, name: str) -> Any:
    """Return a table of one row."""
    import pandas as pd

    return pd.DataFrame([row(text, name)])


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """Return a zip archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(zipfile.ZipInfo(name, (2016, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def html(text: Text, name: str) -> str:
    """Return a web page with an article."""
    body = "".join(f"<p>{escape(p)}</p>\n" for p in text)
    menu = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/news'>News</a></li></ul></nav>"
    return (
        f"<!DOCTYPE html>\n<html lang='en'><head><meta charset='CHARSET'><title>What was said, {name}</title></head>\n"
        f"<body>{menu}<article><h1>What was said, {name}</h1>\n{body}</article><footer>Contact us</footer></body></html>"
    )


def page(encoding: str) -> Maker:
    """Return a maker of web pages in an encoding, which they declare."""
    return lambda text, name: html(text, name).replace("CHARSET", encoding).encode(encoding)


def pdf(text: Text, name: str = "") -> bytes:
    """Return a PDF with a layer of text."""
    lines = [line for p in text for line in [*textwrap.wrap(p, LINE, break_on_hyphens=False), ""]]
    pages = [lines[n : n + LINES] for n in range(0, len(lines), LINES)]
    return printed([b"\n".join(map(shown, part)) for part in pages])


def shown(line: str) -> bytes:
    """Return the operators that print a line and go to the next."""
    raw = line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"(" + raw + b") Tj T*"


def printed(pages: Sequence[bytes], head: bytes = b"BT /F 10 Tf 12 TL 50 780 Td\n") -> bytes:
    """Return a PDF whose pages show what some operators say."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(pages), kids),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for n, operators in enumerate(pages):
        stream = head + operators + (b"\nET" if head else b"")
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents %d 0 R >>"
            % (5 + 2 * n)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    out, places = b"%PDF-1.4\n", []
    for n, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (n, content)
    table = b"".join(b"%010d 00000 n \n" % at for at in places)
    tail = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table) + tail


def docx(text: Text, name: str = "") -> bytes:
    """Return a Word document."""
    from docx import Document

    file = Document()
    for p in text:
        file.add_paragraph(p)
    buffer = io.BytesIO()
    file.save(buffer)
    return buffer.getvalue()


def odt(text: Text, name: str = "") -> bytes:
    """Return an OpenDocument text."""
    office, words = (f"urn:oasis:names:tc:opendocument:xmlns:{x}:1.0" for x in ("office", "text"))
    body = "".join(f"<t:p>{escape(p)}</t:p>" for p in text)
    content = f'<o:document-content xmlns:o="{office}" xmlns:t="{words}"><o:body><o:text>{body}</o:text></o:body></o:document-content>'
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def epub(text: Text, name: str = "", **more: str) -> bytes:
    """Return a book of one chapter."""
    container = "urn:oasis:names:tc:opendocument:xmlns:container"
    body = "".join(f"<p>{escape(p)}</p>" for p in text)
    return zipped(
        {
            "META-INF/container.xml": f'<container xmlns="{container}"><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>',
            "b.opf": '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="a.xhtml"/></manifest>'
            '<spine><itemref idref="a"/></spine></package>',
            "a.xhtml": f"<html><body>{body}</body></html>",
            **more,
        }
    )


def rtf(text: Text, name: str = "") -> bytes:
    """Return rich text; what is no ASCII stands in it as escapes of Windows-1252."""
    body = "\\par ".join(p.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}") for p in text)
    return b"{\\rtf1\\ansi\\ansicpg1252 " + b"".join(
        bytes([b]) if b < 128 else b"\\'%02x" % b for b in (body + "}").encode("cp1252")
    )


def hansard(text: Text, name: str = "") -> bytes:
    """Return a debate as ParlParse has them."""
    speeches = "".join(
        f'<speech speakername="Ann Lee" id="uk.org.publicwhip/debate/2016-01-01a.{n}"><p>{escape(p)}</p></speech>\n'
        for n, p in enumerate(text)
    )
    return f"<publicwhip>\n{speeches}</publicwhip>\n".encode()


def tei(text: Text, name: str = "") -> bytes:
    """Return a debate as ParlaMint has them."""
    said = "".join(f'<u who="#AnnLee"><seg>{escape(p)}</seg></u>\n' for p in text)
    return (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div>{said}</div></body></text></TEI>'.encode()
    )


def excel(text: Text, name: str) -> bytes:
    """Return a workbook of one row."""
    buffer = io.BytesIO()
    frame(text, name).to_excel(buffer, index=False)
    return buffer.getvalue()


def parquet(text: Text, name: str) -> bytes:
    """Return a Parquet file of one row."""
    buffer = io.BytesIO()
    frame(text, name).to_parquet(buffer)
    return buffer.getvalue()


def csv(text: Text, name: str, mark: str = ",") -> bytes:
    """Return a table of one row."""
    raw: bytes = frame(text, name).to_csv(index=False, sep=mark).encode()
    return raw


def jsonl(text: Text, name: str) -> bytes:
    """Return one line of JSON."""
    return json.dumps(row(text, name), ensure_ascii=False).encode() + b"\n"


def front(text: Text, name: str) -> bytes:
    """Return Markdown with front matter."""
    return (
        f"---\ntitle: What was said, {name}\nauthor: Ann Lee\ndate: 2016-05-10\n---\n{plain(text)}".encode()
    )


def packed(maker: Maker) -> Maker:
    """Return a maker of the same, packed by gzip."""
    return lambda text, name: gzip.compress(maker(text, name), mtime=0)


def encoded(encoding: str, mark: bytes = b"") -> Maker:
    """Return a maker of plain text in an encoding."""
    return lambda text, name: mark + plain(text).encode(encoding)


FORMATS: tuple[tuple[str, str, Maker], ...] = (
    ("UTF-8", "txt", encoded("utf-8")),
    ("UTF-8 with a mark", "txt", encoded("utf-8-sig")),
    ("Windows-1252", "txt", encoded("cp1252")),
    ("UTF-16 with a mark", "txt", encoded("utf-16-le", b"\xff\xfe")),
    ("UTF-16 without one", "txt", encoded("utf-16-be")),
    ("UTF-32", "txt", encoded("utf-32-be", b"\x00\x00\xfe\xff")),
    ("Mac Roman", "txt", lambda text, name: plain([*text, "That’s what they’d said."]).encode("mac_roman")),
    ("front matter", "md", front),
    ("HTML", "html", page("utf-8")),
    ("HTML, Windows-1252", "htm", page("windows-1252")),
    ("HTML packed", "html.gz", packed(page("utf-8"))),
    ("PDF", "pdf", pdf),
    ("Word", "docx", docx),
    ("OpenDocument", "odt", odt),
    ("RTF", "rtf", rtf),
    ("EPUB", "epub", epub),
    ("ParlaMint", "tei", tei),
    ("Hansard", "xml", hansard),
    ("Hansard packed", "xml.gz", packed(hansard)),
    ("CSV", "csv", csv),
    ("CSV, semicolons", "csv", lambda text, name: csv(text, name, ";")),
    ("CSV packed", "csv.gz", packed(csv)),
    ("TSV", "tsv", lambda text, name: csv(text, name, "\t")),
    ("Excel", "xlsx", excel),
    ("Parquet", "parquet", parquet),
    ("JSON", "json", lambda text, name: json.dumps([row(text, name)]).encode()),
    ("JSON lines", "jsonl", jsonl),
    ("JSON lines packed", "jsonl.gz", packed(jsonl)),
    ("text packed", "txt.gz", packed(encoded("utf-8"))),
    ("zip of text", "zip", lambda text, name: zipped({f"deep/er/{name}.txt": plain(text)})),
    ("zip of Word", "zip", lambda text, name: zipped({f"{name}.docx": docx(text)})),
    (
        "zip of gzip",
        "zip",
        lambda text, name: zipped({f"{name}.txt.gz": gzip.compress(plain(text).encode())}),
    ),
)
