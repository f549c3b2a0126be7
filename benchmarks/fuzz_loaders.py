"""Broken files for every loader, for as long as you like: no crash, no hang, no blow-up of memory.

usage: python benchmarks/fuzz_loaders.py [--minutes 10] [--seed 0]

Small sound files of every format are broken in turn: bytes flipped, cut off, doubled, swapped between files, put into an archive. Each is loaded in a process
of its own group with a limit of memory and time. A loader may refuse a file with an error of ours, or read what is left of it; anything
else is a finding, and the file is kept in `fuzz_findings/`.
"""

from __future__ import annotations

import argparse
import io
import json
import multiprocessing
import random
import resource
import sys
import tempfile
import time
import zipfile
from collections import Counter
from pathlib import Path

from rhetoric.load import load

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parent / "corpus"
MEMORY = 3_000_000_000  # bytes of address space
SECONDS = 20
AT_ONCE = 25  # files a process reads before a new one is started


def seeds() -> dict[str, bytes]:
    """Return sound small files of every format, by ending."""
    import gzip

    import pandas as pd
    from docx import Document as word

    text = (CORPUS / "lawson-progressive-alliance.md").read_text(encoding="utf-8")[:4_000]
    lines = [x for x in text.split("\n") if x][:12]
    out = {"txt": text.encode(), "md": text.encode()}
    rows = pd.DataFrame({"id": range(5), "text": lines[3:8], "party": list("abcde")})
    out["csv"], out["tsv"] = rows.to_csv(index=False).encode(), rows.to_csv(index=False, sep="\t").encode()
    out["jsonl"] = rows.to_json(orient="records", lines=True).encode()
    out["json"] = rows.to_json(orient="records").encode()
    buffer = io.BytesIO()
    rows.to_parquet(buffer)
    out["parquet"] = buffer.getvalue()
    buffer = io.BytesIO()
    rows.to_excel(buffer, index=False)
    out["xlsx"] = buffer.getvalue()
    body = "".join(f"<p>{x}</p>" for x in lines)
    out["html"] = (
        f"<html lang=en><head><title>T</title></head><body><article><h1>T</h1>{body}</article></body></html>".encode()
    )
    file = word()
    for x in lines:
        file.add_paragraph(x)
    buffer = io.BytesIO()
    file.save(buffer)
    out["docx"] = buffer.getvalue()
    out["rtf"] = (
        "{\\rtf1\\ansi " + "\\par ".join(x.encode("ascii", "ignore").decode() for x in lines) + "}"
    ).encode()
    speeches = "".join(
        f'<speech speakername="Ann Lee" id="a/debate/2016-01-01a.{n}"><p>{x}</p></speech>'
        for n, x in enumerate(lines)
    )
    out["xml"] = f"<publicwhip>{speeches}</publicwhip>".replace("&", "&amp;").encode()
    segments = "".join(f'<u who="#AnnLee"><seg>{x}</seg></u>' for x in lines)
    out["tei"] = (
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div>{segments}</div></body></text></TEI>'.encode()
    )
    out["odt"] = archive(
        {
            "content.xml": '<o:document-content xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><o:body><o:text>'
            + "".join(f"<t:p>{x}</t:p>" for x in lines)
            + "</o:text></o:body></o:document-content>"
        }
    )
    out["epub"] = archive(
        {
            "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>',
            "b.opf": '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>',
            "a.xhtml": f"<html><body>{body}</body></html>",
        }
    )
    out["pdf"] = printed(lines)
    out["zip"] = archive({"a.txt": text, "b.csv": out["csv"].decode(), "c.html": out["html"].decode()})
    out["txt.gz"] = gzip.compress(text.encode(), mtime=0)
    return out


def archive(members: dict[str, str]) -> bytes:
    """Return a zip archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(zipfile.ZipInfo(name, (2016, 1, 1, 0, 0, 0)), content)
    return buffer.getvalue()


def printed(lines: list[str]) -> bytes:
    """Return a PDF with a text layer."""
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    buffer = io.BytesIO()
    with rc_context({"pdf.fonttype": 42}):
        figure = Figure(figsize=(8, 11))
        for n, line in enumerate(lines):
            figure.text(0.1, 0.95 - 0.04 * n, line[:90].replace("$", ""))
        figure.savefig(buffer, format="pdf")
    return buffer.getvalue()


def broken(raw: bytes, others: list[bytes], draw: random.Random) -> bytes:
    """Return a file broken in one to four ways."""
    data = bytearray(raw)
    for _ in range(draw.randint(1, 4)):
        if not data:
            break
        at, length = draw.randrange(len(data)), draw.choice((1, 2, 8, 64, 1_000))
        match draw.randrange(8):
            case 0:
                data[at] ^= 1 << draw.randrange(8)
            case 1:
                data = data[:at]
            case 2:
                data[at:at] = draw.randbytes(length)
            case 3:
                del data[at : at + length]
            case 4:
                data[at : at + length] = data[at : at + length] * draw.choice((2, 50))
            case 5:
                other = draw.choice(others)
                place = draw.randrange(len(other))
                data[at : at + length] = other[place : place + length]
            case 6:
                data[at : at + length] = draw.choice((b"\x00", b"\xff", b"<", b"{", b"&a;", b"\x1b")) * length
            case 7:
                data[at : at + 4] = draw.choice((2**31 - 1, 2**32 - 1, 0)).to_bytes(4, "little")
    return bytes(data)


def read(files: list[str], queue: multiprocessing.Queue[tuple[str, str]]) -> None:
    """Load files one after the other under a limit of memory, and report on each."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    for file in files:
        queue.put((file, "begun"))
        try:
            found = load([file])
            own = [p for p in found.problems if "its loader failed" in p.message]
            queue.put(
                (file, f"unforeseen: {own[0].message}" if own else "read" if found.documents else "refused")
            )
        except BaseException as fault:
            queue.put((file, f"crashed: {type(fault).__name__}: {fault}"))


def tried(files: list[str]) -> dict[str, str]:
    """Return what became of each file; one that hangs or takes its process down is named."""
    out: dict[str, str] = {}
    left = files
    while left:
        context = multiprocessing.get_context("spawn")
        queue: multiprocessing.Queue[tuple[str, str]] = context.Queue()
        process = context.Process(target=read, args=(left, queue))
        process.start()
        current, since = "", time.monotonic()
        while len(out) < len(files):
            try:
                file, what = queue.get(timeout=0.5)
            except Exception:
                if not process.is_alive() or time.monotonic() - since > SECONDS * (3 if not current else 1):
                    break
                continue
            since = time.monotonic()
            current = file if what == "begun" else ""
            if what != "begun":
                out[file] = what
        if current and current not in out:
            out[current] = "hung" if process.is_alive() else "took its process down"
        process.kill()
        process.join()
        left = [f for f in left if f not in out]
    return out


def main() -> int:
    """Run the fuzzing."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args()
    sound = seeds()
    draw, end = random.Random(chosen.seed), time.monotonic() + 60 * chosen.minutes
    counts: Counter[tuple[str, str]] = Counter()
    kept = HERE / "fuzz_findings"
    while time.monotonic() < end:
        with tempfile.TemporaryDirectory() as folder:
            files = []
            for n in range(AT_ONCE):
                ending = draw.choice(list(sound))
                path = Path(folder) / f"f{n}.{ending}"
                path.write_bytes(broken(sound[ending], list(sound.values()), draw))
                files.append(str(path))
            for file, what in tried(files).items():
                name = Path(file).name
                counts[name.split(".", 1)[1], what.split(":")[0]] += 1
                if what not in ("read", "refused"):
                    kept.mkdir(exist_ok=True)
                    number = len(list(kept.iterdir()))
                    (kept / f"{number}-{name}").write_bytes(Path(file).read_bytes())
                    print(f"{kept.name}/{number}-{name}: {what}", flush=True)
    table: dict[str, dict[str, int]] = {}
    for (ending, what), n in sorted(counts.items()):
        table.setdefault(ending, {})[what] = n
    result = {
        "minutes": chosen.minutes,
        "seed": chosen.seed,
        "files": sum(counts.values()),
        "by_ending": table,
    }
    print(json.dumps(result, indent=1))
    (HERE / "fuzz_loaders.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    return int(any(what not in ("read", "refused") for _, what in counts))


if __name__ == "__main__":
    sys.exit(main())
