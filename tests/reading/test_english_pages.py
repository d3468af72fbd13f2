"""English pages: datelines, notes of publication, furniture, dating; a few lines of our own each."""

import pytest

from communique.knowledge.catalog import catalog
from communique.language.mentions import find_mentions
from communique.language.tokens import Parse
from communique.reading.cues import is_boilerplate, is_date_line, is_update_line
from communique.reading.datelines import dateline_end
from communique.reading.dating import date_document
from communique.reading.documents import Document
from communique.reading.layout import blocks, outlet

BODY = "The minister received a delegation of the joint commission on deep-sea fishing in Victoria this week."


def published(text: str) -> str | None:
    """Date an English text."""
    document = Document(text, "page", "en")
    return date_document(document, blocks(text), find_mentions(Parse(text, "en", [])), catalog()).published


@pytest.mark.parametrize(
    "line",
    [
        "Ruritania agreed: the talks go on.",
        "On March 3, the minister left for Lima.",
        "By 2030 trade will double.",
        "In Astana, Nov. 7 is a holiday.",
    ],
)
def test_what_only_looks_like_a_dateline(line: str) -> None:
    assert dateline_end(line) == 0


@pytest.mark.parametrize(
    ("dateline", "source"),
    [
        ("ASTANA, Nov. 7 (Xinhua) --", "Xinhua"),
        ("MANILA, Philippines (AP) —", "AP"),
        ("MOSCOW. Sept 12 (Interfax) -", "Interfax"),
        ("New Delhi, March 3:", None),
        ("BEIJING, 3 June 2019 -", None),
        ("DUBAI:", None),
        ("New Delhi [India], May 5 (IANS):", "IANS"),
        ("KYIV (Ukraine), April 21 - RIA Novosti.", "RIA Novosti"),
        ("HARARE, Zimbabwe –", None),
        ("BAKU, Azerbaijan, June 3. Trend:", "Trend"),
        ("ASTANA. KAZINFORM", "Kazinform"),
        ("TOKYO, Japan, June 3, 2019 /PRNewswire/ --", "PRNewswire"),
    ],
)
def test_a_dateline_and_its_agency(dateline: str, source: str | None) -> None:
    text = f"{dateline} {BODY}"
    assert dateline_end(text) == len(dateline)
    assert outlet(text, blocks(text)) == source


@pytest.mark.parametrize(
    "line",
    ["Published: 12 May 2021, 10:15 GMT", "Posted on March 4, 2020", "Updated 02/06", "Last updated: Sept. 3, 2022 10:11 am"],
)
def test_notes_of_publication(line: str) -> None:
    assert is_update_line(line)


@pytest.mark.parametrize(
    "line",
    ["Monday, 4 March 2019", "January 9, 2023", "8 June 2022 15:20 (UTC+04:00)", "The Daily | Lima | Updated: May 5, 2022 10:11:12 am"],
)
def test_lines_that_are_dates(line: str) -> None:
    assert is_date_line(line)


@pytest.mark.parametrize(
    "line", ["By Jane Doe", "By Jane Doe and John Roe", "(Adds comment from ministry)", "Read more", "From: The Ministry of Works"]
)
def test_furniture(line: str) -> None:
    assert is_boilerplate(line)


@pytest.mark.parametrize("line", ["By signing, both sides gain.", "Ministers to meet by June", "From Lima to Quito by rail"])
def test_no_furniture(line: str) -> None:
    assert not is_boilerplate(line)


def test_numbered_paragraphs_are_a_body_under_a_headline() -> None:
    text = f"Joint statement of the two ministers\n\n1. {BODY * 2}\n\n2. {BODY * 2}"
    assert [b.kind for b in blocks(text)] == ["headline", "bullet", "bullet"]


def test_a_stored_date_is_cut_off_the_headline() -> None:
    text = f" date 2022-06-14 Ruritania signs six accords\n\n{BODY}"
    assert [b.kind for b in blocks(text)] == ["update", "headline", "body"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("LIMA, May 7, 2015 (AFP) - The port has reopened.", "2015-05-07"),
        ("Press release\nLima, 5th September 2018\n" + BODY, "2018-09-05"),
        ("11/03/2016\n" + BODY, "[2016-03-11,2016-11-03]"),
        ("25/03/2016\n" + BODY, "2016-03-25"),
        ("Updated 02/06\nA delegation arrived in Nur-Sultan on Monday for talks with the government on transport.", "2020-06-02"),
        ("UNITED NATIONS, Sept. 20 (Xinhua) -- The 72nd session of the UN General Assembly opened here.", "2017-09-20"),
        ("British Prime Minister Theresa May met French President Emmanuel Macron in London.", "[2017,2018,2019]"),
        ("Former U.S. President Barack Obama met British Prime Minister Theresa May.", "[2017,2018,2019]"),
        ("Britain's new prime minister, Theresa May, spoke.", "[2016,2017]"),
        ("On 27 June 2024, the ministers met in Lima. They signed an accord.", "2024-06-27"),
        ("LIMA, May 7, 2015 (AFP) - On 6 May 2015 the ministers met.", "2015-05-07"),
        ("TUNIS, March 3 (Xinhua) -- British Prime Minister Theresa May met her host on Friday.", "2017-03-03"),
        ("The minister announced a conference for 2026.", None),
        ("The minister received the ambassador.", None),
    ],
)
def test_dating(text: str, expected: str | None) -> None:
    assert published(text) == expected
