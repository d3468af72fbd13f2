"""Figures in English, read from sentences of our own."""

from typing import Any

import pytest

from communique.extract.collecting import Collector
from communique.extract.figures import collect_figures
from communique.extract.moments import find_moments
from communique.extract.scene import Scene
from communique.extract.speech import find_speech
from communique.language import sentences, syntax
from communique.language.mentions import find_mentions
from communique.reading.documents import Document
from communique.records.kinds import Figure


def figures(text: str) -> list[Figure]:
    spans = [(start, end, 0) for start, end in sentences.split(text)]
    document = Document(text, "t", "en")
    scene = Scene(document, find_mentions(syntax.parse(text, "en", spans)), "2020-05-05")
    into = Collector(text, document.id)
    collect_figures(scene, find_moments(scene, find_speech(scene).utterances), into)
    return [r for r in into.sorted() if isinstance(r, Figure)]


ONE: list[tuple[str, dict[str, Any]]] = [
    ("Bilateral trade between Kenya and Oman reached $41 billion in 2019, up 32 percent year on year.",
     {"measure": "trade-turnover", "value": 41000000000.0, "unit": "USD", "period": "2019", "change": 0.32, "states": ["KEN", "OMN"]}),
    ("Japan has provided a $300 million loan to Ghana.",
     {"measure": "loan", "value": 300000000.0, "states": ["JPN", "GHA"]}),
    ("Germany will donate 15 million euros in humanitarian aid to Malawi.",
     {"measure": "grant", "value": 15000000.0, "unit": "EUR", "states": ["DEU", "MWI"]}),
    ("Canada will contribute 90 million dollars to Togo.",
     {"measure": "grant", "unit": "CAD", "states": ["CAN", "TGO"]}),
    ("The European Union pledged 100 million euros for Somalia.",
     {"measure": "grant", "value": 100000000.0, "names": ["European Union", "Somalia"]}),
    ("The two sides, Kenya and Oman, signed 23 agreements.",
     {"measure": "number-of-agreements", "value": 23, "unit": "agreement"}),
    ("The airline now operates twelve flights a week between Kenya and Oman.",
     {"measure": "flights", "value": 12}),
    ("Oman is Kenya's second largest trading partner.",
     {"measure": "other", "value": 2, "unit": "rank"}),
    ("Chinese investment in Peru totals more than 30 billion dollars.",
     {"measure": "investment", "bound": "at-least", "states": ["CHN", "PER"]}),
    ("The companies of Chile and Peru signed deals worth $2bn.",
     {"measure": "contract-value", "value": 2000000000.0}),
    ("Imports from Brazil to Mali fell by 8 percent in 2019.",
     {"measure": "imports", "value": None, "change": -0.08, "period": "2019"}),
    ("Trade between Morocco and Spain has doubled since 2012.",
     {"measure": "trade-turnover", "value": None, "change": 1.0, "states": ["MAR", "ESP"]}),
    ("Peru exported 300,000 tonnes of copper to Japan in 2019.",
     {"measure": "exports", "value": 300000, "unit": "t", "states": ["PER", "JPN"]}),
    ("Air Malta flies to Tunis six times a week under the deal with Tunisia.",
     {"measure": "flights", "value": 6, "unit": "flight"}),
    ("Poland's power line will carry 700 megawatts of electricity.",
     {"measure": "other", "value": 700, "unit": "MW"}),
    ("France offered 200 scholarships to Malian students.",
     {"measure": "students", "value": 200, "unit": "scholarship"}),
    ("Ghana launched a $3 billion project to connect its ports.",
     {"measure": "investment", "value": 3000000000.0}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ONE)
def test_one_figure(text: str, expected: dict[str, Any]) -> None:
    (found,) = figures(text)
    got = {name: getattr(found, name, None) for name in expected}
    got |= {"states": [p.state for p in found.subject]} if "states" in expected else {}
    got |= {"names": [p.name for p in found.subject]} if "names" in expected else {}
    got |= {"change": found.change.value if found.change else None} if "change" in expected else {}
    assert got == expected


@pytest.mark.parametrize(
    "text",
    ["Kenya's GDP grew by 5 percent to $90 billion.",
     "The attack killed 27 people and wounded 120 in the capital of Mali.",
     "Kenya and Oman are expected to sign twelve agreements.",
     "The Greek minister paid 20 euros of credit.",
     "Kenya imports 80 percent of its oil from Saudi Arabia."],
)  # fmt: skip
def test_no_figure(text: str) -> None:
    assert figures(text) == []
