"""What times of English news mean, and what is none: each row resolved against a publication date, a Friday."""

import pytest

from communique.language.folding import fold
from communique.language.times import find_times, resolve

FRIDAY = "2016-11-04"


def found(text: str, anchor: str | None = FRIDAY, hint: str = "") -> list[tuple[str, str, str | None]]:
    """Give words, kind and date of each time of a text."""
    times = find_times(text, fold(text), "en")
    return [(text[t.start : t.end], t.kind, resolve(t, anchor, hint)) for t in times]  # type: ignore[arg-type]


def dates(text: str, anchor: str | None = FRIDAY, hint: str = "") -> list[str | None]:
    """Give only the dates."""
    return [date for _, _, date in found(text, anchor, hint)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. May told the house that the army may march on.",
        "April Hansen and June Okoro chaired the panel.",
        "They came second, in a second round.",
        "The No. 2 official, flight 370, the 737, resolution 2231",
        "since the attacks known as 9/11",
        "every Monday, on Mondays, each Tuesday",
        "Good Friday and Black Friday",
        "the Arab spring, spring onions, a fall in prices, in fall prices",
        "Vision 2030, the 2030 Agenda, the 2030 Sustainable Development Goals",
        "a five-year plan, a 10-day tour, twenty years of friendship",
        "2000 people, a column of 2000 vehicles",
        "his first trip to the region in twenty years",
        "output doubled in five years",
        "+49 138-2010-2015",
        "up 3% on the previous year, and in the following week",
        "the day after the vote",
        "they sat in the sun",
    ],
)
def test_no_times(text: str) -> None:
    assert [f for f in found(text) if f[1] != "vague"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She landed on 3 November 2016 in Oslo.", "2016-11-03"),
        ("November 3, 2016", "2016-11-03"),
        ("Nov. 3, 2016", "2016-11-03"),
        ("on the 3rd of November 2016", "2016-11-03"),
        ("Thursday, 3 November 2016", "2016-11-03"),
        ("Thursday, November 3rd, 2016", "2016-11-03"),
        ("11/23/2016", "2016-11-23"),
        ("23/11/2016", "2016-11-23"),
        ("03-Nov-2016", "2016-11-03"),
        ("2016-11-03", "2016-11-03"),
        ("in November 2016", "2016-11"),
        ("in 2017, Bolivia", "2017"),
        ("the 2006 summit", "2006"),
        ("2015's harvest", "2015"),
        ("early 2014", "2014-01/2014-03"),
        ("at the end of 2014", "2014-10/2014-12"),
        ("in mid-March 2018", "2018-03-11/2018-03-20"),
        ("in the spring of 2016", "2016-21"),
        ("the first half of 2016", "2016-40"),
        ("the third quarter of 2019", "2019-35"),
        ("in Q3 2019", "2019-35"),
        ("H1 2019", "2019-40"),
        ("between 2014 and 2016", "2014/2016"),
        ("from 2014 to 2016", "2014/2016"),
        ("from March 2015 to May 2016", "2015-03/2016-05"),
        ("from December to March 2016", "2015-12/2016-03"),
        ("January-March 2016", "2016-01/2016-03"),
        ("7-9 September 2013", "2013-09-07/2013-09-09"),
        ("from September 7 to 9, 2013", "2013-09-07/2013-09-09"),
        ("between the 7th and 9th of September 2013", "2013-09-07/2013-09-09"),
        ("April 28 to May 3, 2013", "2013-04-28/2013-05-03"),
        ("on May 15 and 16, 2014", "2014-05-15/2014-05-16"),
        ("in 2023 and 2024", "2023/2024"),
        ("the 2021-27 budget", "2021/2027"),
        ("fiscal year 2023-24", "2023/2024"),
        ("FY2022", "2022"),
        ("the first five months of 2023", "2023-01/2023-05"),
        ("the last three months of 2023", "2023-10/2023-12"),
        ("in the 1990s", "199X"),
        ("in the early 1990s", "1990/1993"),
        ("the twenty-first century", "20XX"),
        ("the first week of October 2014", "2014-09-29/2014-10-05"),
        ("the last Friday of March 2015", "2015-03-27"),
        ("the week of October 7, 2013", "2013-10-07/2013-10-13"),
        ("since 2013", "2013/.."),
        ("starting January 1, 2015", "2015-01-01/.."),
        ("from 2015 onwards", "2015/.."),
        ("until 2019", "../2019"),
        ("around 2015", "2015~"),
    ],
)
def test_dates_that_need_no_anchor(text: str, expected: str) -> None:
    assert dates(text, None) == [expected]


@pytest.mark.parametrize(
    ("text", "hint", "expected"),
    [
        ("on November 3", "", "2016-11-03"),
        ("on November 12", "", "2016-11-12"),  # a day of the coming weeks is to come
        ("on November 12", "past", "2015-11-12"),
        ("in March", "", "2016-03"),
        ("in March", "future", "2017-03"),
        ("in May, when", "", "2016-05"),
        ("last March", "", "2016-03"),
        ("next March", "", "2017-03"),
        ("In April President Lund resigned.", "", "2016-04"),
        ("on Thursday", "", "2016-11-03"),
        ("on Thursday", "future", "2016-11-10"),
        ("last Friday", "", "2016-10-28"),
        ("next Tuesday", "", "2016-11-08"),
        ("this Saturday", "", "2016-11-05"),
        ("Monday morning", "", "2016-10-31"),
        ("Tuesday of last week", "", "2016-10-25"),
        ("yesterday", "", "2016-11-03"),
        ("today's talks", "", "2016-11-04"),
        ("the day before yesterday", "", "2016-11-02"),
        ("tomorrow", "", "2016-11-05"),
        ("last week", "", "2016-10-24/2016-10-30"),
        ("next month", "", "2016-12"),
        ("earlier this month", "", "2016-11"),
        ("later this year", "", "2016"),
        ("this year's budget", "", "2016"),
        ("in January this year", "", "2016-01"),
        ("in September last year", "", "2015-09"),
        ("late last year", "", "2015-10/2015-12"),
        ("early next month", "", "2016-12-01/2016-12-10"),
        ("in early June", "", "2016-06-01/2016-06-10"),
        ("last winter", "", "2015-24"),
        ("the 20th of next month", "", "2016-12-20"),
        ("the first Friday of next month", "", "2016-12-02"),
        ("two years ago", "", "2014"),
        ("three days ago", "", "2016-11-01"),
        ("two months from now", "", "2017-01"),
        ("over the past decade", "", "2006/2015"),
        ("over the past three years", "", "2013/2015"),
        ("in the next five years", "", "2017/2021"),
        ("two weeks before 30 June", "", "2016-06-16"),
        ("from October 28 to November 2", "", "2016-10-28/2016-11-02"),
        ("between Monday and Wednesday", "", "2016-10-31/2016-11-02"),
        ("between now and 2030", "", "2016-11-04/2030"),
        ("the 25th anniversary", "", "1991"),
        ("in recent years", "", None),
        ("in the coming weeks", "", None),
    ],
)
def test_dates_counted_from_publication(text: str, hint: str, expected: str | None) -> None:
    assert dates(text, FRIDAY, hint) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("raise trade to ten billion by 2025", "2025"),
        ("by the end of the year", "2016"),
        ("by year-end", "2016"),
        ("no later than June 30", "2017-06-30"),
        ("before March", "2017-03"),
        ("within three years", "2019"),
        ("by the end of next month", "2016-12"),
    ],
)
def test_deadlines(text: str, expected: str) -> None:
    assert [(kind, date) for _, kind, date in found(text)] == [("deadline", expected)]


def test_the_day_before_counts_from_the_last_day_named() -> None:
    assert dates("On Tuesday he saw his host. The day before, he had toured the port.") == ["2016-11-01", "2016-10-31"]


def test_a_line_break_inside_a_date() -> None:
    assert dates("on 3\nNovember\n2016") == ["2016-11-03"]


def test_bare_phrases_are_read_only_on_request() -> None:
    for text, expected in [("the 16th", "2016-11-16"), ("12/5", "2016-12-05"), ("two weeks later", "2016-11-18")]:
        assert found(text) == []
        (time,) = find_times(text, fold(text), "en", every=True)
        assert resolve(time, FRIDAY, "future") == expected
