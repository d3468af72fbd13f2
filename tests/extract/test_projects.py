"""Projects, read from sentences of our own."""

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
    document = Document(text, "t", "fr")
    scene = Scene(document, find_mentions(syntax.parse(text, "fr", spans)), "2020-05-05")
    into = Collector(text, document.id)
    collect_projects(scene, find_moments(scene, find_speech(scene).utterances), into)
    return [r for r in into.sorted() if isinstance(r, Project)]


ONE: list[tuple[str, dict[str, Any]]] = [
    ("Le président ghanéen a inauguré lundi à Tamale un hôpital construit par la Turquie.",
     {"name": "Tamale Hospital", "kind": "hospital", "status": "launched", "date": "2020-05-04"}),
    ("Une entreprise coréenne construira une usine de batteries à Debrecen, en Hongrie.",
     {"name": "Debrecen Battery Plant", "kind": "plant", "status": "planned", "state": "HUN"}),
    ("Le barrage de Souapiti, en Guinée, a été mis en service en 2019.",
     {"name": "Souapiti Dam", "kind": "dam", "status": "operating", "date": "2019", "state": "GIN"}),
    ("Les travaux du chemin de fer Kampala-Kigali, entre l'Ouganda et le Rwanda, ont commencé.",
     {"name": "Kampala-Kigali Railway", "kind": "railway", "status": "under-construction"}),
    ("Le projet d'oléoduc entre l'Ouganda et la Tanzanie a été abandonné.",
     {"name": "Uganda-Tanzania Oil Pipeline", "kind": "pipeline", "status": "cancelled"}),
    ("Le Mexique et la France organiseront en 2021 une année croisée de la culture.",
     {"name": "Mexico-France Culture Year (2021)", "kind": "year-of-culture", "status": "planned", "date": "2021"}),
    ("L'année de la culture russe au Sénégal sera lancée en janvier.",
     {"name": "Russia Culture Year in Senegal (2021)", "state": "SEN", "status": "planned", "date": "2021-01"}),
    ("Le Japon a ouvert une ambassade à Vanuatu.", {"kind": "mission", "status": "launched", "state": "VUT"}),
    ("Le Portugal et l'Angola ont convenu de créer un fonds d'investissement commun.",
     {"name": "Portuguese-Angolan Joint Investment Fund", "kind": "fund", "status": "planned"}),
    ("La Turquie et l'Éthiopie ont lancé la construction d'un parc industriel à Mekele.",
     {"name": "Mekelle Industrial Park", "kind": "industrial-park", "state": "ETH"}),
    ("Le Japon posera lundi la première pierre du deuxième pont de Bissau, en Guinée-Bissau.",
     {"name": "Second Bridge of Bissau", "kind": "road", "status": "planned", "state": "GNB"}),
    ("La Corée du Sud inaugurera un centre de prévention et de contrôle des maladies à l'hôpital de Kumi, en Ouganda.",
     {"kind": "medical-centre", "status": "planned", "state": "UGA"}),
    ("La Russie et l'Égypte ont signé un contrat pour la construction de deux réacteurs à la centrale nucléaire d'El Dabaa.",
     {"name": "El Dabaa Nuclear Power Plant (2 reactors)", "kind": "power-station"}),
    ("Le Togo et le Bénin construiront un gazoduc entre les deux pays.",
     {"name": "Togo-Benin Gas Pipeline", "kind": "pipeline", "status": "planned"}),
    ("Le Kenya et l'Ouganda accéléreront les travaux du chemin de fer Naivasha – Kampala.",
     {"name": "Naivasha-Kampala Railway", "kind": "railway"}),
    ("Le Ghana et l'Inde ont lancé les travaux de la ligne Tema-Mpakadan, longue de 97 km, où les trains rouleront à diesel.",
     {"name": "Tema-Mpakadan Railway", "kind": "railway"}),
    ("L'ambassadeur de France au Pérou a salué le travail de l'Alliance française d'Arequipa.",
     {"name": "Alliance française of Arequipa", "kind": "cultural-centre", "status": None}),
    ("Le gaz algérien arrive en Espagne par le gazoduc Medgaz.", {"name": "Medgaz Gas Pipeline", "status": None}),
    ("Le Togo et le Ghana ont relancé le projet Adjarala.", {"name": "Adjarala Project", "kind": "other", "status": None}),
    ("Le ministre ghanéen a annoncé l'ouverture prochaine d'un consulat général du Ghana à Oslo.",
     {"kind": "mission", "status": "planned", "state": "NOR"}),
    ("Le Togo et le Kenya ont inauguré un pont sur le Mono.", {"name": "Mono Bridge", "kind": "road", "status": "launched"}),
    ("La Russie livrera trois frégates Talwar à l'Inde.", {"name": "Talwar frigates", "kind": "equipment"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ONE)
def test_one_project(text: str, expected: dict[str, Any]) -> None:
    (found,) = projects(text)
    assert {name: getattr(found, name) for name in expected} == expected


@pytest.mark.parametrize(
    "text",
    ["Le ministre ivoirien s'est rendu à l'université de Dakar, au Sénégal.",
     "Une explosion s'est produite près du port de Tartous, en Syrie.",
     "Le président indien a été accueilli à l'aéroport de Genève par le président suisse.",
     "Le Kenya et l'Inde veulent construire des usines.",
     "L'Inde n'a pas construit de barrage au Népal.",
     "Selon l'université de Nairobi, le Kenya a lancé des réformes.",
     "Le Kenya et l'Inde ont discuté de la construction de ce pont.",
     "Le projet de Durand a été salué par le Togo et le Ghana.",
     "Le port de Lomé approvisionne le Niger et le Burkina Faso.",
     "La compagnie ouvrira la ligne Nairobi-Bombay, a dit le ministre indien à son homologue kényan."],
)  # fmt: skip
def test_no_project(text: str) -> None:
    assert projects(text) == []


def test_a_plural_with_several_names_is_several_projects() -> None:
    found = projects("Le Togo construira en 2022 les barrages de Kara, d'Adjarala et de Nangbeto avec l'aide du Japon.")
    assert {p.name for p in found} == {"Kara Dam", "Adjarala Dam", "Nangbeto Dam"}


def test_a_project_told_twice_is_one_record() -> None:
    (found,) = projects("Le Kenya et le Japon construiront le port de Lamu.\n\nLe port de Lamu a été inauguré hier par le ministre.")
    assert (len(found.evidence), found.status) == (2, "launched")
