"""Every given thing gives documents or a failure: read + failed + skipped = given."""

import builtins
import io
import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import BinaryIO, cast

import pytest

from communique.reading.documents import Document
from communique.reading.inputs import Failure, read
from communique.reading.limits import MAX_CHARACTERS, MAX_CONTAINER_BYTES

TEXT = "Le président a reçu l'émir à Rabat.\r\nIls ont convenu de se revoir.\n"
LINE = json.dumps({"id": "d1", "text": TEXT}).encode() + b"\n"
PAGE = f"<html><body><article><p>{TEXT}</p></article></body></html>".encode()


def _one(path: Path | str, stdin: bytes | None = None) -> Document | Failure:
    (found,) = read([str(path)], None if stdin is None else io.BytesIO(stdin))
    return found


@pytest.mark.parametrize(
    ("name", "data", "source_name"),
    [
        ("a.txt", TEXT.encode(), "a.txt"),
        ("a.TXT", TEXT.encode(), "a.TXT"),
        ("a.md", TEXT.encode(), "a.md"),
        ("LISEZMOI", TEXT.encode(), "LISEZMOI"),
        ("a.2016", TEXT.encode(), "a.2016"),
        ("a.html", PAGE, "a.html"),
        ("page", PAGE, "page"),
        ("a.xhtml", b'<?xml version="1.0" encoding="utf-8"?>' + PAGE, "a.xhtml"),
        ("a.jsonl", LINE, "d1"),
        ("a.ndjson", LINE, "d1"),
        ("lines", LINE, "d1"),
    ],
)
def test_a_file_is_read(tmp_path: Path, name: str, data: bytes, source_name: str) -> None:
    (tmp_path / name).write_bytes(data)
    document = _one(tmp_path / name)
    assert isinstance(document, Document)
    assert document.source_name == source_name
    assert "a reçu l'émir à Rabat" in document.text


def test_plain_text_is_left_as_it_is(tmp_path: Path) -> None:
    text = "\u00a0 Un.\r\n\r\n\tDeux. \n\n"
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbf" + text.encode())
    document = _one(tmp_path / "a.txt")
    assert isinstance(document, Document)
    assert document.text == text


def test_another_encoding_is_noted(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode("cp1252"))
    document = _one(tmp_path / "a.txt")
    assert isinstance(document, Document)
    assert document.text == TEXT
    assert "cp1252" in caplog.text


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \r\n\t\n", "empty"),
        ("a.txt", b"a\0b", "binary"),
        ("a.txt", b"\x80\x81\x82\x83", "iconv -f"),
        ("a.txt", b"mot " * (MAX_CHARACTERS // 4 + 1), "characters"),
        ("a.txt", b"m" * 20_000_000, "characters"),
        ("a.txt", b"m" * 20_000_100, "bytes"),
        ("a.txt", b"mot " * 500_000, "line"),
        ("a.html", b"", "not an HTML page"),
        ("a.html", b"<html><body><script>x</script></body></html>", "no text"),
        ("a.html", b"<b>" * 600_000, "tags"),
        ("a.pdf", b"", "PDF"),
        ("a.pdf", b"%PDF-1.4 nonsense", "damaged"),
        ("a.jsonl", b"", "empty"),
        ("a.json", b'{\n"text": "a"}', "jq"),
        ("a.json", b'[{"text": "a"}]', "jq"),
        ("a.docx", b"PK\x03\x04rest", "office"),
        ("a.rtf", b"{\\rtf1 x}", "RTF"),
        ("a.xml", b"<?xml version='1.0'?><rss/>", "XML"),
        ("a.jpg", b"\xff\xd8\xff\xe0", "image"),
        ("nothing", b"", "empty"),
    ],
)
def test_a_bad_file_is_one_failure_that_names_it(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    started = time.monotonic()
    failure = _one(tmp_path / name)
    assert isinstance(failure, Failure), failure
    assert (failure.name, failure.kind) == (str(tmp_path / name), "failed")
    assert reason in failure.reason
    assert time.monotonic() - started < 5


def test_a_huge_file_is_refused_by_its_size_alone(tmp_path: Path) -> None:
    for name in ("a.txt", "a.html", "a.pdf"):
        with (tmp_path / name).open("wb") as sparse:
            sparse.truncate(MAX_CONTAINER_BYTES * 1000)
        failure = _one(tmp_path / name)
        assert isinstance(failure, Failure)
        assert "larger than" in failure.reason


@pytest.mark.parametrize("path", ["missing.txt", "no/such/folder/a.txt", "a\0b.txt", "x" * 5000, ""])
def test_what_is_not_there_is_a_failure(path: str) -> None:
    failure = _one(path)
    assert isinstance(failure, Failure)
    assert failure.name == path


def test_a_file_that_may_not_be_read_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(builtins, "open", refuse)
    failure = _one(tmp_path / "a.txt")
    assert isinstance(failure, Failure)
    assert "permi" in failure.reason


def test_a_folder_gives_documents_failures_and_skips(tmp_path: Path) -> None:
    for name, data in (("b/a.txt", TEXT.encode()), ("a.jsonl", LINE + b"{\n" + LINE), ("c.xlsx", b"x"), ("d.txt", b"")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    found = list(read([str(tmp_path)]))
    assert [f.source_name if isinstance(f, Document) else (f.kind, os.path.relpath(f.name, tmp_path)) for f in found] == [
        "d1",
        ("failed", "a.jsonl:2"),
        "d1",
        "b/a.txt",
        ("skipped", "c.xlsx"),
        ("failed", "d.txt"),
    ]


@pytest.mark.parametrize("inside", [None, "a.xlsx"])
def test_a_folder_without_any_text_is_a_failure(tmp_path: Path, inside: str | None) -> None:
    if inside:
        (tmp_path / inside).write_bytes(b"x")
    *skipped, failure = read([str(tmp_path)])
    assert isinstance(failure, Failure)
    assert (failure.name, failure.kind) == (str(tmp_path), "failed")
    assert len(skipped) == (1 if inside else 0)


@pytest.mark.parametrize(
    ("data", "source_name"),
    [
        (TEXT.encode(), "<stdin>"),
        (b"\n\n" + TEXT.encode(), "<stdin>"),
        (b"\n" + LINE, "d1"),
        (b"\xef\xbb\xbf" + LINE, "d1"),
        (PAGE, "<stdin>"),
        (b"\n <!DOCTYPE html>\n" + PAGE, "<stdin>"),
        ("{Le texte commence par une accolade} et il a reçu l'émir à Rabat.".encode(), "<stdin>"),
    ],
)
def test_standard_input_is_sniffed(data: bytes, source_name: str) -> None:
    document = _one("-", data)
    assert isinstance(document, Document)
    assert document.source_name == source_name
    assert "a reçu l'émir à Rabat" in document.text
    assert data.startswith((b"{", b"\xef", b"\n{")) or "<" not in document.text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (None, "no standard input"),
        (b"", "empty"),
        (b"a\0b", "binary"),
        (b"m" * 20_000_000, "press"),
        (b"%PDF-1.4", "PDF"),
    ],
)
def test_bad_standard_input_is_one_failure(data: bytes | None, reason: str) -> None:
    failure = _one("-", data)
    assert isinstance(failure, Failure)
    assert failure.name == "<stdin>"
    assert reason in failure.reason


class _Endless(io.RawIOBase):
    """A stream without end; fails when more is asked for than was agreed."""

    def __init__(self, part: bytes) -> None:
        self.part, self.given = part, 0

    def readline(self, size: int | None = -1) -> bytes:
        return self.read(len(self.part))

    def read(self, size: int = -1) -> bytes:
        self.given += len(self.part)
        assert self.given < 3 * MAX_CONTAINER_BYTES
        return self.part


def test_an_endless_stream_is_refused() -> None:
    (failure,) = read(["-"], cast(BinaryIO, _Endless(b"Un mot.\n" * 10_000)))
    assert isinstance(failure, Failure)
    assert "larger" in failure.reason


def test_lines_of_standard_input_are_read_as_they_come() -> None:
    found = read(["-"], cast(BinaryIO, _Endless(LINE)))
    assert [isinstance(next(found), Document) for _ in range(3)] == [True, True, True]


def test_a_pipe_is_read_like_standard_input(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(LINE,))
    writer.start()
    document = _one(pipe)
    writer.join()
    assert isinstance(document, Document)


def test_paths_are_opened_only_when_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    found = read([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")])
    assert isinstance(next(found), Document)
    (tmp_path / "b.txt").write_text(TEXT)
    assert isinstance(next(found), Document)


def test_a_name_that_is_no_unicode_is_made_printable(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(path, "wb") as out:
        out.write(TEXT.encode())
    document = _one(os.fsdecode(path))
    assert isinstance(document, Document)
    assert document.source_name == "caf\\xe9.txt"


def test_nothing_heavy_is_imported_before_it_is_needed() -> None:
    code = "import sys, communique.reading.inputs, communique.reading.layout, communique.reading.identification\n"
    code += "print([m for m in ('lxml', 'trafilatura', 'pypdfium2', 'py3langid', 'numpy') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
