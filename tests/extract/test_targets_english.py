"""Goals and forecasts in English, read from sentences of our own."""

from typing import Any

import pytest

from communique.extract.collecting import Collector
from communique.extract.moments import find_moments
from communique.extract.scene import Scene
from communique.extract.speech import find_speech
from communique.extract.targets import collect_targets
from communique.language import sentences, syntax
from communique.language.mentions import find_mentions
from communique.reading.documents import Document
from communique.records.kinds import Target


def targets(text: str) -> list[Target]:
    spans = [(start, end, 0) for start, end in sentences.split(text)]
    document = Document(text, "t", "en")
    scene = Scene(document, find_mentions(syntax.parse(text, "en", spans)), "2020-05-05")
    into = Collector(text, document.id)
    collect_targets(scene, find_moments(scene, find_speech(scene).utterances), into)
    return [r for r in into.sorted() if isinstance(r, Target)]


ONE: list[tuple[str, dict[str, Any]]] = [
    ("Kenya and Oman aim to double trade to $5 billion by 2030.",
     {"measure": "trade-turnover", "value": 5000000000.0, "factor": 2.0, "due": "2030"}),
    ("Trade between India and Kenya is expected to reach $10 billion by 2025, the minister said.",
     {"value": 10000000000.0, "unit": "USD", "due": "2025"}),
    ("India and Ghana set a target of $100 billion in bilateral trade by 2030.",
     {"value": 100000000000.0, "due": "2030", "factor": None}),
    ("Kenya and Oman plan to increase bilateral trade from $2 billion to $4 billion.",
     {"value": 4000000000.0}),
    ("Under the deal, Uganda will export 40 MW of power to Rwanda.",
     {"measure": "exports", "value": 40, "unit": "MW"}),
    ("The African Union set itself the goal of producing 60 percent of its medicines by 2040.",
     {"measure": "other", "value": 60, "unit": "%", "due": "2040"}),
    ("Kenya and Oman want to raise trade, currently $40 million, to $90 million by 2025.",
     {"measure": "trade-turnover", "value": 9e7, "due": "2025"}),
    ("Kenya plans to attract $70 million from Oman by 2025.", {"measure": "investment", "value": 7e7, "due": "2025"}),
    ("Kenya aims to raise exports to Oman by 30 percent by 2027.",
     {"measure": "exports", "value": None, "due": "2027"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ONE)
def test_one_target(text: str, expected: dict[str, Any]) -> None:
    (found,) = targets(text)
    assert {name: getattr(found, name) for name in expected} == expected


@pytest.mark.parametrize(
    "text",
    ["Trade between Morocco and Spain has doubled since 2012.",
     "Trade between India and Kenya reached $3 billion in 2019.",
     "India and Kenya want to expand their trade strongly by 2030.",
     "Ghana produced 60 percent of its electricity by 2019."],
)  # fmt: skip
def test_no_target(text: str) -> None:
    assert targets(text) == []
