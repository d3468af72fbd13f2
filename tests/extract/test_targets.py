"""Goals and forecasts, read from sentences of our own."""

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
    document = Document(text, "t", "fr")
    scene = Scene(document, find_mentions(syntax.parse(text, "fr", spans)), "2021-05-05")
    into = Collector(text, document.id)
    collect_targets(scene, find_moments(scene, find_speech(scene).utterances), into)
    return [r for r in into.sorted() if isinstance(r, Target)]


ONE: list[tuple[str, dict[str, Any]]] = [
    ("Le Ghana et la Corée du Sud ambitionnent de porter leurs échanges à 5 milliards de dollars à l'horizon 2027.",
     {"measure": "trade-turnover", "value": 5e9, "unit": "USD", "due": "2027", "factor": None}),
    ("Le Ghana et la Grèce veulent tripler leur commerce bilatéral d'ici 2025.",
     {"measure": "trade-turnover", "value": None, "factor": 3.0, "due": "2025"}),
    ("Les échanges avec le Togo devraient atteindre 3 milliards d'euros l'an prochain, a estimé la ministre grecque.",
     {"value": 3e9, "unit": "EUR", "due": "2022"}),
    ("Le commerce entre l'Inde et le Kenya est modeste, et les deux pays ont l'ambition de le doubler.",
     {"measure": "trade-turnover", "factor": 2.0}),
    ("Le Togo portera ses échanges avec l'Italie de 3 milliards de dollars en 2020 à 4 milliards d'ici à 2030.",
     {"value": 4e9, "unit": "USD", "due": "2030"}),
    ("Le Ghana s'est engagé à porter de 100 à 150 mégawatts la fourniture d'électricité au Togo.",
     {"measure": "exports", "value": 150, "unit": "MW"}),
    ("Selon le ministre grec, l'accord rapportera à l'Égypte 4 milliards de dollars en dix ans.",
     {"measure": "other", "value": 4e9, "unit": "USD"}),
    ("La Bolivie exportera chaque année 7 milliards de m3 de gaz vers le Brésil.", {"measure": "exports", "value": 7e9}),
    ("La Norvège a annoncé le doublement de son aide au Malawi, qui sera portée à 4 millions d'euros.",
     {"measure": "grant", "value": 4e6, "factor": 2.0}),
    ("Le Chili et le Pérou veulent tripler le nombre de touristes d'ici 2025.", {"measure": "other", "factor": 3.0, "due": "2025"}),
    ("Le Ghana vise à produire 60 % de ses vaccins d'ici 2040.", {"measure": "other", "value": 60, "unit": "%", "due": "2040"}),
    ("Le Togo veut accroître ses exportations vers le Ghana de 30 % d'ici à 2027.", {"measure": "exports", "value": None}),
    ("L'objectif de la Tunisie est de doubler les exportations agricoles vers l'Algérie.",
     {"measure": "exports", "factor": 2.0}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ONE)
def test_one_target(text: str, expected: dict[str, Any]) -> None:
    (found,) = targets(text)
    assert {name: getattr(found, name) for name in expected} == expected


@pytest.mark.parametrize(
    "text",
    ["Le commerce entre le Maroc et l'Espagne a doublé en dix ans.",
     "Les échanges entre l'Inde et le Kenya ont atteint 3 milliards de dollars en 2020.",
     "L'Inde et le Kenya veulent développer fortement leurs échanges d'ici 2030.",
     "Un accord portant sur un investissement de 600 millions de dollars a été signé par l'Inde et le Kenya."],
)  # fmt: skip
def test_no_target(text: str) -> None:
    assert targets(text) == []
