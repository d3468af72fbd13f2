"""Which figure of a date is the month: by the page's other dates and the states it names; sentences of our own."""

import pytest

from communique.language.folding import fold
from communique.language.times import find_times, resolve
from communique.language.times_figures import figure_order


@pytest.mark.parametrize(
    ("text", "states", "order"),
    [
        ("The port opened on 3/5/2016.", {"USA", "KEN"}, ""),
        ("The port opened on 3/5/2016.", set(), ""),
        ("Signed on 25/4/2016, amended on 4/25/2016.", {"KEN"}, ""),
        ("The port opened on 3/5/2016 and closed on 25/6/2016.", {"USA"}, "day"),
        ("The port opened on 3/5/2016 and closed on 6/25/2016.", {"KEN"}, "month"),
        ("07/06/2023 one story, 12/06/2023 another, 09/06/2023 ours.", set(), "day"),
        ("06/07/2023 one story, 06/12/2023 another.", set(), "month"),
        ("The port opened on 3/5/2016.", {"KEN", "UGA"}, "day"),
    ],
)
def test_order(text: str, states: set[str], order: str) -> None:
    assert figure_order(fold(text), "en", states) == order


def test_french_writes_the_day_first() -> None:
    assert figure_order("le 3/5/2016", "fr", {"USA"}) == "day"


@pytest.mark.parametrize(
    ("text", "order", "expected"),
    [
        ("It opened on 3/5/2016.", "", "[2016-03-05,2016-05-03]"),
        ("It opened on 3/5/2016.", "day", "2016-05-03"),
        ("It opened on 3/5/2016.", "month", "2016-03-05"),
        ("It opened on 23/5/2016.", "", "2016-05-23"),
        ("It opened on 4/4/2016.", "", "2016-04-04"),
        ("It opened on 2016-03-05.", "day", "2016-03-05"),
    ],
)
def test_dates_in_figures(text: str, order: str, expected: str) -> None:
    times = find_times(text, fold(text), "en", order=order)  # type: ignore[arg-type]
    assert [resolve(t, None) for t in times] == [expected]
