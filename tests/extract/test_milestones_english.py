"""Steps of a relation in English, read from sentences of our own."""

import pytest

from communique.extract.collecting import Collector
from communique.extract.milestones import collect_milestones
from communique.extract.moments import find_moments
from communique.extract.scene import Scene
from communique.extract.speech import find_speech
from communique.language import sentences, syntax
from communique.language.mentions import find_mentions
from communique.reading.documents import Document
from communique.records.kinds import Milestone


def milestones(text: str) -> list[Milestone]:
    spans = [(start, end, 0) for start, end in sentences.split(text)]
    document = Document(text, "t", "en")
    scene = Scene(document, find_mentions(syntax.parse(text, "en", spans)), "2020-05-05")
    into = Collector(text, document.id)
    collect_milestones(scene, find_moments(scene, find_speech(scene).utterances), into)
    return [r for r in into.sorted() if isinstance(r, Milestone)]


ONE = [
    ("Serbia and Greece established diplomatic relations in 1992.", "diplomatic-relations", "1992"),
    ("Brazil and India elevated their relations to the level of a strategic partnership in 2006.",
     "strategic-partnership", "2006"),
    ("Hungary and Kenya signed an enhanced strategic partnership on Tuesday.",
     "enhanced-strategic-partnership", "2020-05-05"),
    ("Argentina and Thailand restored diplomatic relations in 1990.", "restoration-of-diplomatic-relations", "1990"),
    ("Peru and Norway this year celebrate 50 years of ties.", "diplomatic-relations", "1970"),
    ("Peru marks two decades of strategic partnership with Norway.", "strategic-partnership", "2000"),
    ("Peru was among the first states to recognise Norway, in 1905.", "recognition", "1905"),
    ("Peru concluded a security pact with Norway in May 2012.", "security-pact", "2012-05"),
    ("Diplomatic relations between Peru and Norway, broken off in 1961, were restored in 1996.",
     "restoration-of-diplomatic-relations", "1996"),
    ("Morocco cut ties with Iran in 2018.", "severance-of-diplomatic-relations", "2018"),
    ("Diplomatic relations between Kenya and Oman were established in 1976.", "diplomatic-relations", "1976"),
    ("Kazakhstan and Turkey are celebrating 28 years of diplomatic relations.", "diplomatic-relations", "1992"),
    ("Chile and Peru concluded a treaty of friendship and cooperation on 3 June 1929.",
     "treaty-of-friendship-and-cooperation", "1929-06-03"),
    ("This year marks the bicentenary of diplomatic relations between Chile and Peru.", "diplomatic-relations", "1820"),
    ("Kenya and Japan agreed to upgrade bilateral ties to an all-weather comprehensive strategic partnership.",
     "all-weather-comprehensive-strategic-partnership", None),
    ("The strategic partnership between India and Kenya was established in 2016.", "strategic-partnership", "2016"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "status", "date"), ONE)
def test_one_milestone(text: str, status: str, date: str | None) -> None:
    (found,) = milestones(text)
    assert (found.status, found.date, len(found.parties)) == (status, date, 2)


@pytest.mark.parametrize(
    "text",
    ["Qatar is our comprehensive strategic partner, the Turkish minister said.",
     "Poland wishes to elevate its relations with Japan to a strategic partnership.",
     "Japan and Poland will deepen their strategic partnership.",
     "India and five countries of Africa signed a strategic partnership in 2018.",
     "Poland and Japan signed an air services agreement on Monday.",
     "Poland is negotiating a defence agreement with Japan.",
     "Portugal will support Togo's efforts to become a full member of the African Union."],
)  # fmt: skip
def test_no_milestone(text: str) -> None:
    assert milestones(text) == []
