"""French encounters told in the ways that the verbs of meeting do not cover; sentences of our own, published on 5 May 2021."""

from typing import Any

import pytest

from told_encounters import encounters


@pytest.mark.parametrize(
    "text",
    [
        "Le président rwandais Paul Kagame a reporté sa visite au Kenya.",
        "Le président rwandais Paul Kagame a refusé de rencontrer le président kényan Uhuru Kenyatta.",
        "La visite de Paul Kagame au Kenya, prévue mardi, a été annulée.",
        "Paul Kagame a reçu les lettres de créance de l'ambassadeur du Kenya, James Kimonyo.",
    ],
)
def test_no_encounter(text: str) -> None:
    assert encounters(text) == []


ONE: list[tuple[str, dict[str, Any]]] = [
    # a counterpart without a name
    ("Le président kényan Uhuru Kenyatta a reçu lundi à Nairobi son homologue rwandais.",
     {"kind": "meeting", "who": ["Kagame", "Kenyatta"], "place": "Nairobi", "date": "2021-05-03"}),
    # a dateline is no subject
    ("Nairobi (KNA) – Le président kényan Uhuru Kenyatta s'est entretenu lundi avec son homologue rwandais Paul Kagame.",
     {"kind": "meeting", "who": ["Kagame", "Kenyatta"], "date": "2021-05-03"}),
    # audiences, exchanges, talks between verb and noun
    ("Le président kényan Uhuru Kenyatta a accordé une audience lundi au président rwandais Paul Kagame.",
     {"kind": "meeting", "who": ["Kagame", "Kenyatta"], "date": "2021-05-03"}),
    ("Auparavant, Paul Kagame avait eu avec le président kényan Uhuru Kenyatta des entretiens en tête-à-tête.",
     {"kind": "meeting", "who": ["Kagame", "Kenyatta"]}),
    ("Les discussions entre Paul Kagame et Uhuru Kenyatta, lundi à Nairobi, ont porté sur le commerce.",
     {"kind": "meeting", "who": ["Kagame", "Kenyatta"], "place": "Nairobi"}),
    # visits that no verb of travel tells
    ("De passage à Nairobi, le président rwandais Paul Kagame a salué la coopération.",
     {"kind": "visit", "who": ["Kagame"], "place": "Nairobi"}),
    ("Le ministre rwandais des Affaires étrangères, Vincent Biruta, a conduit lundi une délégation à Nairobi.",
     {"kind": "visit", "who": ["Biruta"], "place": "Nairobi", "date": "2021-05-03"}),
    ("Le président rwandais Paul Kagame, à la tête d'une forte délégation, est depuis lundi à Nairobi.",
     {"kind": "visit", "who": ["Kagame"], "place": "Nairobi"}),
    ("A Nairobi, première étape d'une tournée régionale, Paul Kagame a salué la coopération.",
     {"kind": "visit", "who": ["Kagame"], "place": "Nairobi"}),
    ("Paul Kagame a regagné Kigali après un séjour de trois jours au Kenya.",
     {"kind": "visit", "who": ["Kagame"], "place": "Kenya"}),
    # councils and committees of two states
    ("Le Conseil présidentiel rwando-kényan, coprésidé lundi à Nairobi par Paul Kagame et Uhuru Kenyatta, a adopté un plan.",
     {"kind": "meeting", "who": ["Kagame", "Kenyatta"], "series": "Rwanda-Kenya Presidential Council", "place": "Nairobi"}),
    ("La 5e session du Comité bilatéral de suivi Rwanda-Kenya s'est tenue lundi à Nairobi.",
     {"kind": "meeting", "who": ["Kenya", "Rwanda"], "series": "Rwanda-Kenya Bilateral Committee", "ordinal": 5}),
    # signings told of the states or between persons
    ("Un mémorandum a été signé entre le ministre rwandais Vincent Biruta et son homologue kényane Raychelle Omamo.",
     {"kind": "signing", "who": ["Biruta", "Omamo"]}),
    # what is praised has been held
    ("Paul Kagame a salué la tenue à Nairobi du sommet de l'Union africaine.",
     {"kind": "conference", "who": ["Union"], "series": "AU Summit", "status": "held"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ONE)
def test_one_encounter(text: str, expected: dict[str, Any]) -> None:
    (found,) = encounters(text)
    got = {
        "kind": found.kind, "who": sorted(p.name.split()[-1] for p in found.participants), "status": found.status,
        "place": found.place.name if found.place else None, "date": found.date, "series": found.series, "ordinal": found.ordinal,
    }  # fmt: skip
    assert {name: got[name] for name in expected} == expected


def test_hosts_in_a_row_are_met_one_by_one() -> None:
    found = encounters(
        "Paul Kagame a eu des entretiens avec le président kényan Uhuru Kenyatta et le président de l'Assemblée nationale, Justin Muturi."
    )
    assert sorted(sorted(p.name.split()[-1] for p in r.participants) for r in found) == [["Kagame", "Kenyatta"], ["Kagame", "Muturi"]]


def test_next_session_is_of_the_format_before() -> None:
    text = (
        "La 8e session de la Commission mixte entre le Rwanda et le Kenya s'est tenue lundi à Nairobi. "
        "La prochaine session aura lieu à Kigali."
    )
    held, planned = encounters(text)
    assert (planned.status, planned.series, planned.place and planned.place.name) == ("planned", held.series, "Kigali")
