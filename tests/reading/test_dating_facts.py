"""The facts of dating are dates in order, and the days they name can be written."""

from datetime import date

import pytest

from communique.reading.dating import days
from communique.reading.dating.facts import facts
from communique.records import edtf


def test_meetings_are_numbered_in_order() -> None:
    for series in facts("fr").series:
        held = [edtf.bounds(series.meetings[number]) for number in sorted(series.meetings)]
        assert all(a.last < b.first for a, b in zip(held, held[1:], strict=False)), series.name


def test_days_with_a_name_exist_and_new_names_have_a_beginning() -> None:
    assert all(date(2016, fixed.month, fixed.day) for fixed in facts("fr").fixed_days)
    assert all(edtf.validate(name.start) for name in facts("fr").new_names)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (["2016-11-04"], "2016-11-04"),
        (["2016-11-03/2016-11-04"], "2016-11"),
        (["2013-05-16", "2019-05-16"], "[2013-05-16,2019-05-16]"),
        (["2013-05", "2019-05"], "[2013-05,2019-05]"),
        (["2015-12-20/2016-01-10"], "2015-12/2016-01"),
        (["2016-03-04/2016-04-02"], "2016-03/2016-04"),
        (["2016-03/2016-09"], "2016"),
        (["2014-04/2016-09"], "[2014,2015,2016]"),
        (["2001/2020"], None),
        ([], None),
    ],
)
def test_days_that_are_left_are_written_no_finer_than_they_are(parts: list[str], expected: str | None) -> None:
    assert days.describe(days.union(map(days.of_edtf, parts))) == expected


def test_weekdays_and_yearly_days() -> None:
    assert days.members(days.of_edtf("2016-11") & days.on_weekday(4) & days.yearly(11, 3)) == [date(2016, 11, 3)]
    assert len(days.members(days.yearly(2, 29))) == 11
