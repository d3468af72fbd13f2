"""The contract of the store: what was added comes back, once, whole, and in an order that no insertion changes."""

import itertools
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from communique.errors import LedgerError
from communique.ledger.ledgers import Ledger
from communique.ledger.queries import Filters
from communique.records.kinds import to_row


def content(ledger: Ledger) -> str:
    rows = [to_row(record) for record in ledger.records()]
    hits = [(hit.document, hit.start, hit.records) for hit in ledger.search("de")]
    states = sorted(tuple(row) for row in ledger.engine.connect().exec_driver_sql("SELECT * FROM record_state"))
    return json.dumps([rows, hits, states], ensure_ascii=False)


def test_records_come_back_exactly(filled: Ledger, story: SimpleNamespace) -> None:
    given = {record.id: record for extraction in story.everything() for record in extraction.records}
    assert {record.id: record for record in filled.records()} == given
    assert all(filled.record(key) == record for key, record in given.items())
    assert filled.document(story.hostile().document.id) == story.hostile().document


def test_adding_twice_adds_nothing(filled: Ledger, story: SimpleNamespace) -> None:
    before = content(filled)
    added = [filled.add(extraction) for extraction in story.everything()]
    assert not any(one.new or one.replaced or one.records for one in added)
    assert all(filled.knows(extraction.document) for extraction in story.everything())
    assert content(filled) == before


def test_the_order_of_adding_leaves_no_trace(tmp_path: Path, story: SimpleNamespace) -> None:
    seen = set()
    for number, order in enumerate(itertools.permutations(story.everything(), 4)):
        if number % 5 == 0:
            with Ledger.open(tmp_path / f"{number}.db", create=True) as ledger:
                for extraction in order:
                    ledger.add(extraction)
                seen.add(content(ledger))
    assert len(seen) == 1


def test_of_two_copies_of_a_text_the_one_that_states_more_stands(tmp_path: Path, story: SimpleNamespace) -> None:
    bare, rich, other = (
        story.first(),
        story.first(source_name="z.html", published="2016-11-04"),
        story.first(source_name="a.txt"),
    )
    seen = set()
    for number, order in enumerate(itertools.permutations([bare, rich, other])):
        with Ledger.open(tmp_path / f"{number}.db", create=True) as ledger:
            assert [ledger.add(extraction).new for extraction in order] == [True, False, False]
            assert ledger.document(bare.document.id).source_name == "z.html"
            assert len(ledger.search("tracteurs")) == 1
            seen.add(content(ledger))
    assert len(seen) == 1


def test_a_record_concerns_the_states_that_it_or_its_setting_names(filled: Ledger) -> None:
    between = list(filled.records(between=("KAZ", "CHN")))
    assert between == list(filled.records(between=("CHN", "KAZ")))
    kinds = {record.record for record in between}
    assert {"statement", "alignment", "commitment", "encounter", "project", "figure", "target", "milestone"} == kinds
    assert not any("FRA" in str(record) for record in between)
    assert [record.record for record in filled.records(between=("FRA", "KAZ"))] == ["encounter"]
    assert list(filled.records(between=("FRA", "CHN"))) == []


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        (date(2016, 11, 3), date(2016, 11, 3), ["[2014,2016]", "2016-11-03"]),
        (date(2016, 11, 4), None, ["[2014,2016]"]),
        (date(2015, 1, 1), date(2015, 12, 31), []),
        (None, date(2014, 5, 1), ["[2014,2016]"]),
        (date(2017, 1, 1), None, []),
        (None, None, ["[2014,2016]", "2016-11-03", None]),
    ],
)
def test_days_are_inclusive_and_sets_are_asked_member_by_member(
    filled: Ledger, since: date | None, until: date | None, expected: list[str | None]
) -> None:
    assert [record.date for record in filled.records(kind="encounter", since=since, until=until)] == expected


def test_undated_records_stand_last_and_a_figure_at_its_document(filled: Ledger) -> None:
    entries = list(filled.entries())
    assert [entry.dated is None for entry in entries] == sorted(entry.dated is None for entry in entries)
    (figure,) = filled.entries(Filters(kind="figure"))
    assert (figure.record.date, figure.dated) == (None, "2016-11-04")
    assert figure.reasons == ("rule test-figure", "cue «a»")


def test_context_marks_the_sentence_between_its_paragraphs(filled: Ledger) -> None:
    record = next(filled.records(kind="alignment"))
    (passage,) = filled.context(record.id)
    assert [piece for piece, marked in passage.pieces if marked] == [
        "Les deux parties ont convenu d'arrimer la Route lumineuse à la Ceinture économique de la Route de la soie."
    ]
    assert passage.text.startswith("La Chine construira") and passage.text.endswith("d'ici 2020.")


@pytest.mark.parametrize(
    ("query", "filters", "count"),
    [
        ("TRACTEURS", Filters(), 2),
        ("tracteur*", Filters(kind="commitment"), 1),
        ("tracteurs", Filters(since=date(2018, 1, 1)), 2),
        ("tracteurs", Filters(kind="project", since=date(2020, 1, 1)), 1),
        ("Kazakhstan agreement", Filters(), 0),
        ("milestone partenaires", Filters(), 1),
        ("哈萨克斯坦", Filters(), 1),
        ("与", Filters(), 1),
        ("克萨", Filters(), 0),
        ("uranium", Filters(between=("FRA", "KAZ")), 1),
        ("uranium", Filters(between=("CHN", "KAZ")), 0),
        ("'; DROP TABLE records; --", Filters(), 1),
        ('" OR 1=1', Filters(), 0),
        ("(", Filters(), 0),
        ("", Filters(), 0),
    ],
)
def test_search(filled: Ledger, query: str, filters: Filters, count: int) -> None:
    hits = filled.search(query, filters)
    assert len(hits) == count
    for hit in hits:
        assert filled.document(hit.document).text[hit.start : hit.end] == hit.text


def test_search_finds_names_that_the_sentence_does_not_spell(filled: Ledger) -> None:
    (hit,) = filled.search("nurly zhol")
    assert "Route lumineuse" in hit.text and [kind for _, kind in hit.records] == ["alignment", "commitment"]


def test_ids_may_be_cut_short_where_one_is_meant(filled: Ledger) -> None:
    record = next(filled.records(kind="target"))
    number = record.id.removeprefix("target-")[:8]
    assert filled.identify(record.id) == filled.identify("targ") == filled.identify(number) == record.id
    for wrong in ("doc", "", "nothing", "%", "doc_"):
        with pytest.raises(LedgerError, match="begin"):
            filled.identify(wrong)


def test_a_kind_that_there_is_not_is_named(filled: Ledger) -> None:
    with pytest.raises(LedgerError, match="'treaty' is no kind"):
        list(filled.records(kind="treaty"))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"document": "doc-0"}, "another document"),
        ({"date": "hier"}, "no EDTF date"),
        ({"evidence": ({"start": 5, "end": 9_999},)}, "outside the text"),
    ],
)
def test_what_the_text_belies_is_refused_whole(ledger: Ledger, story: SimpleNamespace, change: dict, message: str) -> None:
    good = story.first()
    bad = type(good.records[1]).model_validate(to_row(good.records[1]) | change, strict=False)
    with pytest.raises(LedgerError, match=message):
        ledger.add(replace(good, records=(good.records[0], bad)))
    with pytest.raises(LedgerError, match="does not fit"):
        ledger.add(replace(good, records=(good.records[0], good.records[0])))
    assert list(ledger.records()) == [] and not ledger.knows(good.document)


def test_half_a_character_is_refused_in_one_line(ledger: Ledger, story: SimpleNamespace) -> None:
    with pytest.raises(LedgerError, match="lone surrogate"):
        ledger.add(story.build("Un \ud800 mot.", [], source_name="x.txt"))
    assert ledger.counts()["document"] == 0


def test_a_stream_of_records_does_not_keep_a_writer_out(filled: Ledger, story: SimpleNamespace) -> None:
    stream = filled.records()
    next(stream)
    assert filled.add(story.build("Autre texte.", [], source_name="autre.txt")).new
    assert len(list(stream)) == 20
