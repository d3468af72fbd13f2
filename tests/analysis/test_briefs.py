import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace

import pytest

from communique.analysis.briefs import Brief, Question, gather
from communique.analysis.rendering import render
from communique.ledger.ledgers import Ledger

NAMES = {"CHN": "Chine", "KAZ": "Kazakhstan", "nurly-zhol": "Nurly Zhol"}
AS_OF = date(2020, 1, 1)
VOID = {"meta", "br"}


class Page(HTMLParser):
    """Collects elements, attributes and text, and checks that every element is closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open, self.tags, self.attributes, self.text = [], [], [], ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, *pair) for pair in attrs]
        self.open += [] if tag in VOID else [tag]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def brief_of(ledger: Ledger, since: int = 2015, until: date | None = None) -> Brief:
    return gather(ledger, Question(("CHN", "KAZ"), date(since, 1, 1), until, AS_OF))


def test_a_brief_holds_what_concerns_both_since_the_day(ledger: Ledger) -> None:
    brief = brief_of(ledger)
    assert dict(brief.counts) == {
        "encounter": 1, "milestone": 1, "commitment": 3, "alignment": 1, "project": 2, "figure": 1, "target": 1,
        "statement": 3,
    }  # fmt: skip
    assert [item.record.date for item in brief.encounters] == ["2016-11-03"]
    assert [step.dated for step in brief.milestones] == ["1992", "2017"]
    assert "troisieme.txt" not in [document.source_name for document in brief.documents]


def test_a_later_day_leaves_earlier_things_out_but_the_ladder(ledger: Ledger) -> None:
    brief = brief_of(ledger, since=2018)
    assert sum(count for _, count in brief.counts) == len(brief.projects[0].mentions) == 2
    assert len(brief.milestones) == 2 and brief.encounters == ()


def test_an_end_day_leaves_later_things_out(ledger: Ledger) -> None:
    brief = brief_of(ledger, until=date(2016, 12, 31))
    assert [step.dated for step in brief.milestones] == ["1992"]
    assert [document.source_name for document in brief.documents] == ["premier.txt", "deuxieme.txt"]


def test_commitments_stand_by_side_the_firmest_first(ledger: Ledger) -> None:
    found = [(bound.side, [force for force, _ in bound.forces]) for bound in brief_of(ledger).commitments]
    assert found == [("CHN", ["pledge"]), ("both", ["agreement", "pledge"])]


def test_commitments_of_one_sentence_are_quoted_once(ledger: Ledger, story: SimpleNamespace) -> None:
    sentence = "La Chine ouvrira un lycée et soutiendra un hôpital à Almaty."
    row = {"is": "commitment", "at": sentence, "by": (story.CHINA,), "with": (story.KAZAKHSTAN,), "force": "pledge",
           "date": "2019"}  # fmt: skip
    rows = [
        row | {"action": "open", "object": "un lycée"},
        row | {"action": "support", "object": "un hôpital à Almaty"},
    ]
    ledger.add(story.build(f"Almaty. {sentence}", rows, source_name="lycee.txt"))
    promise = brief_of(ledger, since=2019).commitments[0].forces[0][1][0]
    assert [item.content for item in promise.items] == ["un lycée", "un hôpital à Almaty"]
    (passage,) = promise.quote
    assert [piece for piece, marked in passage.pieces if marked] == ["un lycée", "un hôpital à Almaty"]


def test_one_step_told_twice_is_one_line(ledger: Ledger, story: SimpleNamespace) -> None:
    row = {"is": "milestone", "at": "Les liens datent de 1992.", "parties": (story.CHINA, story.KAZAKHSTAN)}
    ledger.add(story.build("Les liens datent de 1992.", [row | {"status": "diplomatic-relations", "date": "1992"}]))
    steps = brief_of(ledger).milestones
    assert [(step.dated, len(step.mentions)) for step in steps] == [("1992", 2), ("2017", 1)]


def test_projects_are_one_line_with_the_latest_status(ledger: Ledger) -> None:
    (project,) = brief_of(ledger).projects
    assert project.status == "operating" and [m.record.status for m in project.mentions] == ["operating", "planned"]


def test_the_matrix_has_a_column_for_each_side(ledger: Ledger) -> None:
    (row,) = brief_of(ledger).alignments
    assert [(side, len(found)) for side, found in row.sides] == [("CHN", 1), ("KAZ", 0), ("both", 0)]


def test_what_is_not_known_is_said(ledger: Ledger) -> None:
    brief = brief_of(ledger)
    assert [item.record.record for item in brief.undated] == ["commitment", "encounter"]
    assert [document.source_name for document in brief.uncertain] == ["deuxieme.txt"]
    assert [name for name, _ in brief.unresolved][:2] == ["Aru Bektasova", "Bakytzhan Sagintayev"]


def test_every_line_leads_to_a_numbered_sentence(ledger: Ledger) -> None:
    brief = brief_of(ledger)
    assert [source.number for source in brief.sources] == list(range(1, len(brief.sources) + 1))
    for source in brief.sources:
        text = ledger.document(source.document).text
        marks = [mark for passage in source.context for mark in passage.marks]
        assert marks and all(text[mark.end - 1] in ".»" for mark in marks)
    for language in ("fr", "en"):
        page = Page(render(brief, "html", language, names=NAMES))
        targets = {value for _, name, value in page.attributes if name == "id"}
        links = [value[1:] for tag, name, value in page.attributes if tag == "a" and name == "href" and value[0] == "#"]
        assert page.open == [] and len(links) > 20 and set(links) <= targets
        markdown = render(brief, "md", language, names=NAMES)
        assert set(re.findall(r"\]\(#(s\d+)\)", markdown)) == set(re.findall(r'<a id="(s\d+)"></a>', markdown))


@pytest.mark.parametrize(
    ("language", "words"),
    [("fr", ["Engagements ouverts", "échéance passée", "Chine", "Promis", "Nurly Zhol + silk road economic belt",
             "13 milliards USD", "+8 % sur un an", "avant la période", "usine", "industrie"]),
     ("en", ["Open commitments", "date passed", "Pledged", "13 billion USD", "before the period", "plant"])],
)  # fmt: skip
def test_a_brief_speaks_its_language(ledger: Ledger, language: str, words: list[str]) -> None:
    text = " ".join(Page(render(brief_of(ledger), "html", language, names=NAMES)).text.split())
    assert [word for word in words if word not in text] == []


def test_hostile_text_stays_text_in_html(ledger: Ledger) -> None:
    html = render(brief_of(ledger), "html", "fr", names=NAMES)
    page = Page(html)
    assert not {"script", "img", "iframe", "link"} & set(page.tags) and page.tags.count("b") == 9 + 3 + 1
    assert "<script>alert(1)</script>" in page.text and "<img src=x onerror=alert(3)>" in page.text
    assert not [name for _, name, _ in page.attributes if name.startswith("on")]
    addresses = [value for _, name, value in page.attributes if name in ("href", "src")]
    assert {value for value in addresses if value[0] != "#"} == {"https://example.org/premier?a=1&b=2"}
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202e]", html)
    assert "url(" not in html and "@import" not in html


def test_hostile_text_stays_text_in_markdown(ledger: Ledger) -> None:
    markdown = render(brief_of(ledger), "md", "fr", names=NAMES)
    tags = set(re.findall(r"<[^>]*>", markdown))
    assert tags == {"<mark>", "</mark>"} | {tag for tag in tags if re.fullmatch(r'<a id="s\d+">|</a>', tag)}
    assert set(re.findall(r"(?<!\\)\]\(([^)]*)\)", markdown)) == {f"#s{n}" for n in range(1, 12)}
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202e]", markdown)
    assert "\n# Big" not in markdown and r"\*\*gras\*\*" in markdown
    tables = [line for line in markdown.splitlines() if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in tables} <= {5, 6, 7}


def test_a_relation_of_which_nothing_is_known_gives_an_honest_brief(ledger: Ledger) -> None:
    brief = gather(ledger, Question(("FRA", "BRA"), date(2015, 1, 1), None, AS_OF))
    for form in ("html", "md"):
        text = render(brief, form, "en")
        assert text.count("Nothing found.") == 8 and "FRA" in text


def test_the_same_ledger_in_another_order_gives_the_same_bytes(ledger: Ledger, story: SimpleNamespace, tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "other.db", create=True) as other:
        for extraction in reversed(story.everything()):
            other.add(extraction)
        for form in ("html", "md"):
            assert render(brief_of(other), form, "fr") == render(brief_of(ledger), form, "fr")
