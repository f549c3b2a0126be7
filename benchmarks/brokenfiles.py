"""Files that cannot be read rightly, each with the error that it must give, certain by how it is made.

A file that was cut or damaged can often be read in part; only such are here that cannot be read at all, or must not be.
"""

from __future__ import annotations

import gzip
import io
import json
import random
import stat
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass

import soundfiles as sound
from soundfiles import Text

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x02\x00\x00\x00\x02\x00\x08\x02\x00\x00\x00"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + b"\x3e\x00\x03\x00\xfe\xff\x09\x00"
RAR = b"Rar!\x1a\x07\x01\x00"
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
FOREIGN = {
    "German": "Die Regierung hat gestern beschlossen, dass die Steuern im nächsten Jahr nicht erhöht werden.|Der Minister sagte, es "
    "sei ein guter Tag für das Land und für alle, die hier leben.|Wir werden die Schulen und die Krankenhäuser nicht vergessen.|Das "
    "Parlament hat mit einer Mehrheit von drei Stimmen für den Antrag gestimmt.|Aber die Opposition ist mit dem Ergebnis nicht zufrieden.",
    "French": "Le gouvernement a décidé hier que les impôts ne seront pas augmentés dans les mois qui viennent.|Le ministre a dit que "
    "c'est un bon jour pour le pays et pour tous ceux qui vivent ici.|Nous ne pouvons pas oublier les écoles et les hôpitaux de la "
    "ville.|Mais les députés de la gauche ne sont pas contents de ce vote.|Il faut que nous soyons plus unis dans cette crise.",
    "Spanish": "El gobierno ha decidido que los impuestos no van a subir en los años que vienen.|El ministro dijo que es un buen día "
    "para el país y para todos los que viven aquí.|No podemos olvidar las escuelas y los hospitales de la ciudad.|Pero los diputados de "
    "la oposición no están contentos con el voto.|Es una ley que no se puede cambiar sin el acuerdo de todos.",
    "Russian": "Правительство вчера решило, что налоги в следующем году не будут повышены.|Министр сказал, что это хороший день для "
    "страны и для всех, кто здесь живёт.|Мы не забудем школы и больницы нашего города.|Но оппозиция недовольна результатом голосования.|"
    "Парламент принял закон большинством в три голоса.",
}


@dataclass(frozen=True, slots=True)
class Broken:
    """One way in which a file is broken.

    Parameters
    ----------
    label : str
    ending : str
    error : str
        The kind that its row of the errors table must have.
    says : str
        Words that its message must hold.
    make : callable
        From a text, a name and a stream of chance to the bytes.
    """

    label: str
    ending: str
    error: str
    says: str
    make: Callable[[Text, str, random.Random], bytes]


def foreign(draw: random.Random) -> list[str]:
    """Return a text that is not English."""
    sentences = draw.choice(list(FOREIGN.values())).split("|")
    return [" ".join(draw.sample(sentences, len(sentences))) for _ in range(2)]


def half(raw: bytes, draw: random.Random) -> bytes:
    """Return the first part of a file, a fifth to four fifths of it."""
    return raw[: draw.randint(len(raw) // 5, len(raw) * 4 // 5)]


def chance(draw: random.Random) -> bytes:
    """Return bytes of chance that are no text: NULs among them, and no byte-order mark."""
    return b"\x01\x00\x02" + draw.randbytes(3_000)


def member_damaged(raw: bytes, name: str, draw: random.Random) -> bytes:
    """Return a zip archive in which a byte of a packed member is another, so that it unpacks to something else or not at all."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        info = archive.getinfo(name)
    while True:
        at = info.header_offset + 30 + len(name) + draw.randrange(info.compress_size)
        found = raw[:at] + bytes([raw[at] ^ 0x55]) + raw[at + 1 :]
        if not opens(found):
            return found


def opens(raw: bytes) -> bool:
    """Whether every member of an archive can be unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return archive.testzip() is None
    except (zipfile.BadZipFile, zlib.error, EOFError):
        return False


def locked(raw: bytes) -> bytes:
    """Return a zip archive whose members say that they are encrypted."""
    out = bytearray(raw)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = raw.find(mark)
        while at >= 0:
            out[at + place] |= 1
            at = raw.find(mark, at + 4)
    return bytes(out)


def link(name: str) -> bytes:
    """Return a zip archive that holds a link out of it."""
    info = zipfile.ZipInfo(f"{name}.txt", (2016, 1, 1, 0, 0, 0))
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr(info, "/etc/passwd")
    return buffer.getvalue()


def secret(text: Text) -> bytes:
    """Return a PDF that asks for a password."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(sound.pdf(text))))
    writer.encrypt("open sesame", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def locked_odt(text: Text, draw: random.Random) -> bytes:
    """Return an OpenDocument text that asks for a password."""
    manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    entry = '<m:file-entry m:full-path="content.xml"><m:encryption-data m:checksum="x"/></m:file-entry>'
    return sound.zipped(
        {
            "content.xml": draw.randbytes(900),
            "META-INF/manifest.xml": f'<m:manifest xmlns:m="{manifest}">{entry}</m:manifest>',
        }
    )


def locked_epub(text: Text) -> bytes:
    """Return a book whose chapter is protected."""
    container, xmlenc = "urn:oasis:names:tc:opendocument:xmlns:container", "http://www.w3.org/2001/04/xmlenc#"
    data = f'<d:EncryptedData xmlns:d="{xmlenc}"><d:CipherData><d:CipherReference URI="a.xhtml"/></d:CipherData></d:EncryptedData>'
    return sound.epub(
        text, **{"META-INF/encryption.xml": f'<encryption xmlns="{container}">{data}</encryption>'}
    )


def frame(kind: str, **columns: object) -> bytes:
    """Return a table of one row as Excel or Parquet."""
    import pandas as pd

    buffer = io.BytesIO()
    rows = pd.DataFrame({name: [value] for name, value in columns.items()})
    rows.to_excel(buffer, index=False) if kind == "xlsx" else rows.to_parquet(buffer)
    return buffer.getvalue()


def entity(declared: str, used: str, text: Text) -> bytes:
    """Return a debate that declares entities and uses one."""
    return (
        sound.hansard(["ENTITY", *text])
        .replace(b"ENTITY", used.encode(), 1)
        .replace(b"<publicwhip>", f"<!DOCTYPE publicwhip [{declared}]><publicwhip>".encode(), 1)
    )


def every() -> list[Broken]:
    """Return all ways, in a fixed order."""
    return [*empty(), *cut(), *other(), *harmful(), *malformed(), *in_rows(), *unknown_tongues()]


def empty() -> list[Broken]:
    """Return files with nothing in them, or no words."""
    endings = "txt md html pdf docx odt rtf epub tei xml csv tsv xlsx json jsonl parquet txt.gz jsonl.gz zip".split()
    nothing = [Broken("no bytes", e, "EmptyInput", "nothing in it", lambda *_: b"") for e in endings]
    blank = "nothing in it|no text|text is empty|no utterance|no speech|no header|no article"
    made: dict[str, Callable[[], bytes]] = {
        "txt": lambda: b" \r\n\t\n" * 9,
        "md": lambda: b"---\ntitle: Nothing\n---\n\n",
        "html": lambda: b"<html><body><nav><a href='/'>Home</a></nav></body></html>",
        "pdf": lambda: sound.printed([], b""),
        "docx": lambda: sound.docx([]),
        "odt": lambda: sound.odt([" "]),
        "rtf": lambda: sound.rtf([" "]),
        "epub": lambda: sound.epub([" "]),
        "tei": lambda: sound.tei([]),
        "xml": lambda: sound.hansard([]),
        "csv": lambda: b"id,text\n",
        "json": lambda: b"[]",
        "jsonl": lambda: b"\n\n\n",
        "xlsx": lambda: frame("xlsx", id="a", text=None),
        "parquet": lambda: frame("parquet", id="a", text=""),
        "txt.gz": lambda: gzip.compress(b" \n"),
        "jsonl.gz": lambda: gzip.compress(b""),
        "zip": lambda: sound.zipped({}),
    }
    return nothing + [
        Broken("no words", e, "EmptyInput", blank, lambda *_, make=make: make()) for e, make in made.items()
    ]


def cut() -> list[Broken]:
    """Return files that were cut off or damaged so that they cannot be opened."""
    damaged = "damaged|cut off|too early|not well-formed"
    whole: dict[str, Callable[[Text, str], bytes]] = {
        "docx": sound.docx, "odt": sound.odt, "epub": sound.epub, "xlsx": sound.excel, "parquet": sound.parquet,
        "tei": sound.tei, "xml": sound.hansard, "zip": lambda t, n: sound.zipped({f"{n}.txt": sound.plain(t)}),
        "json": lambda t, n: json.dumps([sound.row(t, n)]).encode(), "jsonl": sound.jsonl,
        "txt.gz": lambda t, n: gzip.compress(sound.plain(t).encode()), "jsonl.gz": lambda t, n: gzip.compress(sound.jsonl(t, n)),
        "xml.gz": lambda t, n: gzip.compress(sound.hansard(t)), "html.gz": lambda t, n: gzip.compress(sound.html(t, n).encode()),
    }  # fmt: skip
    found = [
        Broken("cut off", e, "InputError", damaged, lambda t, n, d, make=make: half(make(t, n), d))
        for e, make in whole.items()
    ]
    found.append(
        Broken(
            "cut off", "pdf", "InputError", "damaged|no PDF", lambda t, n, d: sound.pdf(t)[: d.randint(9, 60)]
        )
    )
    found.append(
        Broken("cut off", "csv", "InputError", "a quotation mark", lambda t, n, d: half(sound.csv(["“One,” he said, \"two\"", *t], n), d))
    )  # fmt: skip
    members = {"docx": (sound.docx, "word/document.xml"), "odt": (sound.odt, "content.xml"), "epub": (sound.epub, "a.xhtml"),
        "xlsx": (sound.excel, "xl/worksheets/sheet1.xml")}  # fmt: skip
    found += [
        Broken(
            "a byte changed", e, "InputError", "damaged",
            lambda t, n, d, make=make, name=name: member_damaged(make(t, n), name, d),
        )
        for e, (make, name) in members.items()
    ]  # fmt: skip
    found.append(
        Broken("a byte changed", "zip", "InputError", "damaged",
            lambda t, n, d: member_damaged(sound.zipped({f"{n}.txt": sound.plain(t)}), f"{n}.txt", d))
    )  # fmt: skip
    found.append(
        Broken("bad checksum", "txt.gz", "InputError", "damaged",
            lambda t, n, d: gzip.compress(sound.plain(t).encode())[:-8] + b"\x01\x02\x03\x04\x05\x06\x07\x08")
    )  # fmt: skip
    return found


def other() -> list[Broken]:
    """Return files that are not what their ending says."""
    bytes_of_chance = [
        Broken("bytes of chance", e, "BinaryInput", "no text", lambda t, n, d: chance(d))
        for e in ("txt", "md", "html", "csv", "tsv", "json", "jsonl")
    ] + [
        Broken("bytes of chance", e, "InputError", "no PDF|no archive|no RTF|not well-formed|no Parquet|not packed by gzip", lambda t, n, d: chance(d))
        for e in ("pdf", "docx", "odt", "rtf", "epub", "tei", "xlsx", "parquet", "zip", "txt.gz", "jsonl.gz")
    ]  # fmt: skip
    old = "before 2007|password"
    return [
        *bytes_of_chance,
        *(Broken("a picture", e, "BinaryInput", "no text", lambda t, n, d: PNG + d.randbytes(900)) for e in ("txt", "html", "csv")),
        *(Broken("an old Office file", e, "InputError", old, lambda t, n, d: OLE + d.randbytes(2_000)) for e in ("docx", "xlsx")),
        Broken("a web page", "pdf", "InputError", "no PDF", lambda t, n, d: sound.html(t, n).encode()),
        Broken("a web page", "docx", "InputError", "no archive|no Word", lambda t, n, d: sound.html(t, n).encode()),
        Broken("a web page", "rtf", "InputError", "RTF", lambda t, n, d: sound.html(t, n).encode()),
        Broken("OpenDocument", "docx", "InputError", "no Word document", lambda t, n, d: sound.odt(t)),
        Broken("Word", "odt", "InputError", "OpenDocument", lambda t, n, d: sound.docx(t)),
        Broken("Word", "epub", "InputError", "no EPUB|no book", lambda t, n, d: sound.docx(t)),
        Broken("Word", "xlsx", "InputError", "no Excel workbook", lambda t, n, d: sound.docx(t)),
        Broken("Word", "csv", "BinaryInput", "no text", lambda t, n, d: sound.docx(t)),
        Broken("a RAR archive", "zip", "InputError", "no archive", lambda t, n, d: RAR + d.randbytes(500)),
        Broken("text", "txt.gz", "InputError", "gzip", lambda t, n, d: sound.plain(t).encode()),
        Broken("text", "jsonl.gz", "InputError", "gzip", lambda t, n, d: sound.jsonl(t, n)),
        Broken("text", "parquet", "InputError", "no Parquet", lambda t, n, d: sound.csv(t, n)),
        Broken("a news feed", "xml", "UnknownFormat", "<rss>", lambda t, n, d: b"<rss><channel><title>" + n.encode() + b"</title></channel></rss>"),
        Broken("a picture of a page", "pdf", "InputError", "scan", lambda t, n, d: sound.printed([b"0 0 m 500 500 l S"] * d.randint(1, 4))),
    ]  # fmt: skip


def harmful() -> list[Broken]:
    """Return files made to do harm, or locked."""
    zeros = bytes(12_000_000)
    outside = {f"{up}NAME.txt": up for up in ("../", "/tmp/", "C:/", "a/../../", "..\\")}
    return [
        Broken("bomb", "zip", "InputError", "would unpack", lambda t, n, d: sound.zipped({f"{n}.txt": zeros})),
        Broken("bomb", "docx", "InputError", "would unpack", lambda t, n, d: sound.zipped({"word/document.xml": zeros, n: b""})),
        *(
            Broken("bomb", e, "InputError", "unpacks to", lambda t, n, d: gzip.compress(b" " * (12_000_000 + len(n))))
            for e in ("txt.gz", "csv.gz", "jsonl.gz", "json.gz", "xml.gz", "html.gz")
        ),
        *(
            Broken(f"escape {up}", "zip", "unsafe", "leads out", lambda t, n, d, name=name: sound.zipped({name.replace("NAME", n): sound.plain(t)}))
            for name, up in outside.items()
        ),
        Broken("a link in a zip", "zip", "unsafe", "link", lambda t, n, d: link(n)),
        Broken("locked", "zip", "InputError", "encrypted", lambda t, n, d: locked(sound.zipped({f"{n}.txt": sound.plain(t)}))),
        Broken("locked", "docx", "InputError", "encrypted", lambda t, n, d: locked(sound.docx(t))),
        Broken("locked", "pdf", "InputError", "password", lambda t, n, d: secret(t)),
        Broken("locked", "odt", "InputError", "password", lambda t, n, d: locked_odt(t, d)),
        Broken("locked", "epub", "InputError", "protected", lambda t, n, d: locked_epub(t)),
        Broken("entities that grow", "xml", "InputError", "entit", lambda t, n, d: entity('<!ENTITY l0 "lol">' + LAUGHS, "&l9;", t)),
        Broken("an entity of a file", "xml", "InputError", "entit", lambda t, n, d: entity('<!ENTITY e SYSTEM "file:///etc/passwd">', "&e;", t)),
        Broken("an entity of a file", "tei", "InputError", "entit",
            lambda t, n, d: b'<!DOCTYPE TEI [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + sound.tei(["XX", *t]).replace(b"XX", b"&e;", 1)),
    ]  # fmt: skip


def malformed() -> list[Broken]:
    """Return files of text whose form is wrong."""
    bad = "not valid JSON"
    deep = b'{"id": "a", "text": "' + b"x" * 9 + b'", "more": ' + b"[" * 100_000
    return [
        Broken("a stray <", "xml", "InputError", "not well-formed", lambda t, n, d: sound.hansard(["MARK", *t]).replace(b"MARK", b"3 < 4")),
        Broken("a stray &", "tei", "InputError", "not well-formed|entit", lambda t, n, d: sound.tei(["MARK", *t]).replace(b"MARK", b"R&D; law")),
        Broken("tags that cross", "xml", "InputError", "not well-formed", lambda t, n, d: sound.hansard(t).replace(b"</p></speech>", b"</speech></p>", 1)),
        Broken("a comma too many", "json", "InputError", bad, lambda t, n, d: json.dumps(sound.row(t, n)).encode()[:-1] + b",}"),
        Broken("two objects", "json", "InputError", f"{bad}|.jsonl", lambda t, n, d: sound.jsonl(t, n) * 2),
        Broken("single quotes", "jsonl", "InputError", bad, lambda t, n, d: repr(sound.row(t, n)).encode() + b"\n"),
        Broken("a brace too few", "jsonl", "InputError", bad, lambda t, n, d: sound.jsonl(t, n).rstrip()[:-1] + b"\n"),
        Broken("too deep", "jsonl", "InputError", f"{bad}|deep", lambda t, n, d: deep + n.encode()),
        Broken("a list", "jsonl", "InputError", "where an object should be", lambda t, n, d: json.dumps([sound.plain(t)]).encode()),
        Broken("a list of strings", "json", "InputError", "where an object should be", lambda t, n, d: json.dumps([sound.plain(t)]).encode()),
        Broken("front matter without an end", "md", "InputError", "no end", lambda t, n, d: b"---\ntitle: " + n.encode() + b"\n" + sound.plain(t).encode()),
        Broken("front matter", "txt", "InputError", "key: value", lambda t, n, d: b"---\ntitle: a\n" + sound.plain(t).encode() + b"---\nText.\n"),
    ]  # fmt: skip


def in_rows() -> list[Broken]:
    """Return tables of one row that cannot be used."""
    column, number = "no column 'text'|no field 'text'", "not a text"
    return [
        Broken("no text column", "csv", "InputError", column, lambda t, n, d: sound.csv(t, n).replace(b"text", b"body", 1)),
        Broken("no text column", "tsv", "InputError", column, lambda t, n, d: sound.csv(t, n, "\t").replace(b"text", b"body", 1)),
        Broken("no text column", "jsonl", "InputError", column, lambda t, n, d: sound.jsonl(t, n).replace(b'"text"', b'"body"', 1)),
        Broken("no text column", "xlsx", "InputError", column, lambda t, n, d: frame("xlsx", id=n, body=sound.plain(t))),
        Broken("no text column", "parquet", "InputError", column, lambda t, n, d: frame("parquet", id=n, body=sound.plain(t))),
        Broken("a number as text", "jsonl", "InputError", number, lambda t, n, d: json.dumps({"id": n, "text": d.random()}).encode()),
        Broken("a number as text", "parquet", "InputError", number, lambda t, n, d: frame("parquet", id=n, text=d.random())),
        Broken("a number as text", "xlsx", "InputError", number, lambda t, n, d: frame("xlsx", id=n, text=d.random())),
        Broken("an empty text", "csv", "EmptyInput", "text is empty", lambda t, n, d: f"id,text,party\n{n},,Green\n".encode()),
        Broken("an empty text", "jsonl", "EmptyInput", "text is empty", lambda t, n, d: json.dumps({"id": n, "text": " "}).encode()),
        Broken("no text", "json", "EmptyInput", "text is empty", lambda t, n, d: json.dumps([{"id": n, "text": None}]).encode()),
        Broken("cells too many", "csv", "InputError", "cells, the header", lambda t, n, d: f"id,text\n{n},He said yes, and no, and left\n".encode()),
        Broken("a quote too few", "csv", "InputError", "a quotation mark", lambda t, n, d: f'id,text\n{n},"{t[0]}\n'.encode()),
    ]  # fmt: skip


def unknown_tongues() -> list[Broken]:
    """Return sound files whose text is not English."""
    makers: dict[str, Callable[[Text, str], bytes]] = {
        "txt": lambda t, n: sound.plain(t).encode(), "html": lambda t, n: sound.html(t, n).replace("CHARSET", "utf-8").encode(),
        "docx": sound.docx, "odt": sound.odt, "epub": sound.epub, "tei": sound.tei, "csv": sound.csv, "jsonl": sound.jsonl,
        "zip": lambda t, n: sound.zipped({f"{n}.txt": sound.plain(t)}),
    }  # fmt: skip
    return [
        Broken("not English", e, "NotEnglish", "does not look English", lambda t, n, d, make=make: make(foreign(d), n))
        for e, make in makers.items()
    ]  # fmt: skip
