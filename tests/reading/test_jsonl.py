"""JSON Lines: good lines are documents, each bad one is one failure with its place, and reading is lazy."""

import json
from collections.abc import Iterator

import pytest

from communique.reading.documents import Document
from communique.reading.failures import Failure
from communique.reading.jsonl import bounded_lines, read_jsonl
from communique.reading.limits import MAX_CHARACTERS, MAX_JSON_LINE_BYTES

TEXT = "Le ministre a reçu l'ambassadeur."


def _read(*lines: bytes | None) -> list[Document | Failure]:
    return list(read_jsonl(lines, path="in/news.jsonl", name="news.jsonl"))


def _line(**fields: object) -> bytes:
    return json.dumps({"id": "a", "text": TEXT, **fields}).encode() + b"\n"


def test_all_fields_are_kept() -> None:
    line = _line(language="fr", title="T", published="2016-11-04", url="https://a.example/1", source="APS", extra=[1])
    assert _read(line) == [Document(TEXT, "a", "fr", "T", "2016-11-04", "https://a.example/1", "APS")]


@pytest.mark.parametrize(
    ("fields", "name"),
    [({}, "a"), ({"id": None}, "news.jsonl:1"), ({"id": ""}, "news.jsonl:1"), ({"id": 7}, "7")],
)
def test_the_id_names_the_document(fields: dict[str, object], name: str) -> None:
    (document,) = _read(_line(**fields))
    assert isinstance(document, Document)
    assert document.source_name == name


@pytest.mark.parametrize(
    ("published", "kept"),
    [
        ("2016-11", "2016-11"),
        ("[2014,2015,2016]", "[2014,2015,2016]"),
        ("2016-11-04T10:33:00Z", "2016-11-04"),
        ("", None),
        (None, None),
    ],
)
def test_published_is_edtf(published: str | None, kept: str | None) -> None:
    (document,) = _read(_line(published=published))
    assert isinstance(document, Document)
    assert document.published == kept


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{bad\n", "not JSON"),
        (b'["a"]\n', "not an object"),
        (b"null\n", "not an object"),
        (b'{"id": "a"}\n', "text"),
        (b'{"text": 3}\n', "text"),
        (b'{"text": "  "}\n', "empty"),
        (b'{"text": "\\u0000"}\n', "binary"),
        (b'{"text": "a \\ud800 b"}\n', "surrogate"),
        (b'{"text": "\xe9"}\n', "not UTF-8"),
        (_line(published="4 novembre 2016"), "EDTF"),
        (_line(id=True), "'id'"),
        (_line(id=["a"]), "'id'"),
        (_line(title=3), "'title'"),
        (_line(text="a" * (MAX_CHARACTERS + 1)), "characters"),
        (b"[" * 100_000 + b"\n", "not JSON"),
        (b'{"text": 1' + b"0" * 5000 + b"}\n", "not JSON"),
        (None, "bytes"),
    ],
)
def test_a_bad_line_is_one_failure_and_the_others_go_on(line: bytes | None, reason: str) -> None:
    first, second, third = _read(_line(id="x"), line, _line(id="z"))
    assert isinstance(first, Document)
    assert isinstance(third, Document)
    assert isinstance(second, Failure)
    assert (second.name, second.kind) == ("in/news.jsonl:2", "failed")
    assert reason in second.reason


def test_a_mark_and_blank_lines_are_no_lines() -> None:
    assert [type(found) for found in _read(b"\xef\xbb\xbf" + _line(), b"\n", b"  \r\n", _line())] == [
        Document,
        Document,
    ]


def test_a_file_of_blank_lines_is_empty() -> None:
    (failure,) = _read(b"\n", b"\n")
    assert isinstance(failure, Failure)
    assert "empty" in failure.reason


def test_lines_are_asked_for_one_by_one() -> None:
    def endless() -> Iterator[bytes]:
        while True:
            yield _line()

    found = read_jsonl(endless(), path="p", name="n")
    assert isinstance(next(found), Document)
    assert isinstance(next(found), Document)


class _Huge:
    """A stream that gives one line of twice the limit, then a short one, without holding either."""

    def __init__(self) -> None:
        self.left = 2 * MAX_JSON_LINE_BYTES
        self.asked = 0

    def readline(self, size: int) -> bytes:
        self.asked = max(self.asked, size)
        if self.left > 0:
            given = min(size, self.left)
            self.left -= given
            return b"a" * given if self.left else b"a" * (given - 1) + b"\n"
        self.left -= 1
        return b"{}\n" if self.left == -1 else b""


def test_a_line_beyond_the_limit_is_passed_over_in_bounded_memory() -> None:
    stream = _Huge()
    assert list(bounded_lines(stream)) == [None, b"{}\n"]  # type: ignore[arg-type]
    assert stream.asked <= MAX_JSON_LINE_BYTES + 1
