"""Which stated dates are days for certain."""

import pytest

from communique.reading.stated_dates import stated_date


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2016-11-04", "2016-11-04"),
        ("2016-11-04T10:33:00+01:00", "2016-11-04"),
        ("2016-11-04T23:59:59Z", "2016-11-04"),
        ("2016-11-04 10:33", "2016-11-04"),
        ("20161104", "2016-11-04"),
        ("2016/11/04", "2016-11-04"),
        ("  2016-11-04\n", "2016-11-04"),
        ("2016-11", "2016-11"),
        ("Fri, 04 Nov 2016 10:33:00 +0100", "2016-11-04"),
        ("04/11/2016", None),
        ("4 novembre", None),
        ("2016-02-30", None),
        ("1970-01-01T00:00:00Z", None),
        ("0001-01-01", None),
        ("2016-11-04garbage", None),
        ("", None),
        ("x" * 10_000, None),
        ("99 Nov 2016", None),
    ],
)
def test_stated_date(value: str, date: str | None) -> None:
    assert stated_date(value) == date
