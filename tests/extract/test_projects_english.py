"""Projects in English, read from sentences of our own."""

from typing import Any

import pytest

from communique.extract.collecting import Collector
from communique.extract.moments import find_moments
from communique.extract.projects import collect_projects
from communique.extract.scene import Scene
from communique.extract.speech import find_speech
from communique.language import sentences, syntax
from communique.language.mentions import find_mentions
from communique.reading.documents import Document
from communique.records.kinds import Project


def projects(text: str) -> list[Project]:
    spans = [(start, end, 0) for start, end in sentences.split(text)]
    document = Document(text, "t", "en")
    scene = Scene(document, find_mentions(syntax.parse(text, "en", spans)), "2020-05-05")
    into = Collector(text, document.id)
    collect_projects(scene, find_moments(scene, find_speech(scene).utterances), into)
    return [r for r in into.sorted() if isinstance(r, Project)]


ONE: list[tuple[str, dict[str, Any]]] = [
    ("The Ghanaian president opened in Tamale a hospital built by Turkey.",
     {"name": "Tamale Hospital", "kind": "hospital"}),
    ("A Korean company will build a battery plant in Debrecen, Hungary.",
     {"name": "Debrecen Battery Plant", "kind": "plant", "status": "planned", "state": "HUN"}),
    ("The Souapiti dam in Guinea was commissioned in 2019.",
     {"name": "Souapiti Dam", "kind": "dam", "status": "launched", "date": "2019", "state": "GIN"}),
    ("The oil pipeline project between Uganda and Tanzania has been abandoned.",
     {"name": "Uganda-Tanzania Oil Pipeline", "kind": "pipeline", "status": "cancelled"}),
    ("Japan opened an embassy in Vanuatu.",
     {"kind": "mission", "status": "launched", "state": "VUT"}),
    ("India's embassy in Tirana will be opened next year.",
     {"name": "Embassy of India in Tirana", "status": "planned"}),
    ("Portugal and Angola agreed to set up a joint investment fund.",
     {"name": "Portuguese-Angolan Joint Investment Fund", "status": "planned"}),
    ("Russia and Egypt signed a contract for the construction of two reactors at the El Dabaa nuclear power plant.",
     {"name": "El Dabaa Nuclear Power Plant (2 reactors)", "kind": "power-station"}),
    ("Togo and Benin will build a gas pipeline between the two countries.",
     {"name": "Togo-Benin Gas Pipeline", "kind": "pipeline", "status": "planned"}),
    ("The President inaugurated the China-Laos railway on Monday.",
     {"name": "China-Laos Railway", "kind": "railway", "status": "launched"}),
    ("The Port of Gwadar has been completed.",
     {"name": "Port of Gwadar", "kind": "port", "status": "completed", "state": "PAK"}),
    ("The Rogun hydroelectric power plant is being built in Tajikistan.",
     {"name": "Rogun Hydroelectric Power Plant", "status": "under-construction"}),
    ("Japan and Ghana agreed to build a bridge across the Volta River.",
     {"name": "Volta River Bridge", "kind": "road", "status": "planned"}),
    ("The president of Ghana opened a bridge connecting Ghana with Togo on Tuesday.",
     {"name": "Ghana-Togo Bridge", "date": "2020-05-05"}),
    ("Work on the second phase of the Lekki Deep Sea Port is expected to be completed by 2022.",
     {"name": "Lekki Deep Sea Port", "status": "planned", "date": "2022"}),
    ("The talks focused on the port of Berbera and the Berbera corridor.",
     {"name": "Berbera Corridor", "kind": "corridor", "status": None}),
    ("The minister hailed the Standard Gauge Railway built by China between Mombasa and Nairobi.",
     {"name": "Standard Gauge Railway", "status": "completed"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ONE)
def test_one_project(text: str, expected: dict[str, Any]) -> None:
    (found,) = projects(text)
    assert {name: getattr(found, name) for name in expected} == expected


@pytest.mark.parametrize(
    "text",
    ["The prime minister arrived at Kotoka International Airport on Monday.",
     "Investments in factories and hospitals will grow in Ghana.",
     "He was speaking at the University of Nairobi, in Kenya.",
     "The Port Authority of Lagos said it would expand in Nigeria.",
     "Ghana has not built a dam in Togo.",
     "The Joint Commission of Ghana and Togo reviewed trade.",
     "The delegation from Japan visited the National Museum of Ghana."],
)  # fmt: skip
def test_no_project(text: str) -> None:
    assert projects(text) == []


def test_the_bridge_told_of_again_is_one_record() -> None:
    text = (
        "Ghana and Togo agreed to build a bridge across the Mono River. "
        "The bridge, which is to link Tabligbo with Akatsi, will be built by 2024."
    )
    (found,) = projects(text)
    assert (found.name, len(found.evidence)) == ("Mono River Bridge", 2)
