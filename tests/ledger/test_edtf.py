from datetime import date

import pytest

from communique.records.edtf import FIRST, LAST, bounds, meets, spans, validate

DAYS = [
    ("2016-11-03", "2016-11-03", "2016-11-03", "a day"),
    ("2016-02", "2016-02-01", "2016-02-29", "a month, leap year"),
    ("1900-02", "1900-02-01", "1900-02-28", "a century is no leap year"),
    ("2017", "2017-01-01", "2017-12-31", "a year"),
    ("2016-11~", "2016-11-01", "2016-11-30", "a qualifier does not widen"),
    ("2016-11-03?", "2016-11-03", "2016-11-03", "uncertain"),
    ("2016%", "2016-01-01", "2016-12-31", "both"),
    ("201X", "2010-01-01", "2019-12-31", "a decade"),
    ("20XX", "2000-01-01", "2099-12-31", "a century"),
    ("2016-XX", "2016-01-01", "2016-12-31", "month unspecified"),
    ("2016-11-XX", "2016-11-01", "2016-11-30", "day unspecified"),
    ("2016-XX-XX", "2016-01-01", "2016-12-31", "both unspecified"),
    ("2014/2016", "2014-01-01", "2016-12-31", "an interval of years"),
    ("2016-11-03/2016-11-05", "2016-11-03", "2016-11-05", "an interval of days"),
    ("2016-11~/2017", "2016-11-01", "2017-12-31", "mixed precision"),
    ("2016-21", "2016-03-01", "2016-05-31", "spring"),
    ("2016-24", "2016-12-01", "2017-02-28", "winter runs into the next year"),
    ("2016-29", "2016-09-01", "2016-11-30", "southern spring"),
    ("2016-33", "2016-01-01", "2016-03-31", "first quarter"),
    ("2016-36", "2016-10-01", "2016-12-31", "last quarter"),
    ("2016-38", "2016-05-01", "2016-08-31", "middle third"),
    ("2016-40", "2016-01-01", "2016-06-30", "first half"),
    ("2016-41", "2016-07-01", "2016-12-31", "second half"),
    ("[2014,2015,2016]", "2014-01-01", "2016-12-31", "one of a set"),
    ("[2014-03-01, 2015-03-01]", "2014-03-01", "2015-03-01", "spaces are allowed"),
    ("{2014,2016}", "2014-01-01", "2016-12-31", "all of a set"),
    ("[2014..2016,2020]", "2014-01-01", "2020-12-31", "a range in a set"),
]


@pytest.mark.parametrize(("text", "first", "last", "guards"), DAYS)
def test_bounds(text: str, first: str, last: str, guards: str) -> None:
    assert bounds(text) == (date.fromisoformat(first), date.fromisoformat(last)), guards
    assert validate(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("../2019", (FIRST, date(2019, 12, 31))),
        ("/2019", (FIRST, date(2019, 12, 31))),
        ("2016/..", (date(2016, 1, 1), LAST)),
        ("2016/", (date(2016, 1, 1), LAST)),
        ("../..", (FIRST, LAST)),
        ("XXXX", (FIRST, LAST)),
        ("9999-24", (date(9999, 12, 1), LAST)),
    ],
)
def test_open_ends(text: str, expected: tuple[date, date]) -> None:
    assert bounds(text) == expected


WRONG = [
    "", " ", "2016-13", "2016-00", "2016-42", "2016-20", "2016-02-30", "2016-11-31", "0000", "16", "03/11/2016",
    "2016-1X", "2016-XX-03", "2016/2014", "2014/2015/2016", "[]", "[2014,]", "[2014", "2016-11-03T10:00", "2016-21-01",
    "２０１６", "2016\n", "-0044", "Y17000", "hier", "[2016..2014]", "...", "..",
]  # fmt: skip


@pytest.mark.parametrize("text", WRONG)
def test_refuses(text: str) -> None:
    with pytest.raises(ValueError, match="no EDTF date"):
        validate(text)


@pytest.mark.parametrize(
    ("text", "since", "until", "expected"),
    [
        ("2016-11-03", date(2016, 11, 3), LAST, True),
        ("2016-11-03", date(2016, 11, 4), LAST, False),
        ("2016", date(2016, 6, 1), date(2016, 6, 2), True),
        ("[2014,2016]", date(2015, 1, 1), date(2015, 12, 31), False),
        ("[2014,2016]", date(2015, 1, 1), LAST, True),
        ("../2019", FIRST, date(1950, 1, 1), True),
    ],
)
def test_meets(text: str, since: date, until: date, expected: bool) -> None:
    assert meets(text, since, until) is expected


def test_spans_keeps_the_members_of_a_set() -> None:
    assert [span.first.year for span in spans("[2014,2016]")] == [2014, 2016]
