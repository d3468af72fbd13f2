"""Encounters read from sentences of our own: who, what, where, when, and what is none. Published on a Wednesday, 5 May 2021."""

from typing import Any

import pytest

from told_encounters import encounters, told

ONE: list[tuple[str, dict[str, Any]]] = [
    # verbs of meeting
    ("Le président sénégalais Macky Sall a rencontré mardi à Lisbonne le Premier ministre portugais António Costa.",
     {"kind": "meeting", "who": ["Costa", "Sall"], "place": "Lisbon", "host": "PRT", "date": "2021-05-04", "status": "held"}),
    ("Le président sénégalais Macky Sall a été reçu lundi par la chancelière allemande Angela Merkel.",
     {"kind": "meeting", "who": ["Merkel", "Sall"], "host": "DEU", "date": "2021-05-03"}),
    ("Demain, le président rwandais Paul Kagame doit être reçu par le président kényan Uhuru Kenyatta.",
     {"kind": "meeting", "who": ["Kagame", "Kenyatta"], "host": "KEN", "date": "2021-05-06", "status": "planned"}),
    # telephone
    ("Le président rwandais Paul Kagame et le président kényan Uhuru Kenyatta ont échangé mardi par téléphone.",
     {"kind": "call", "who": ["Kagame", "Kenyatta"], "date": "2021-05-04"}),
    # visits
    ("Le président rwandais Paul Kagame se rendra au Portugal le 20 mai.",
     {"kind": "visit", "who": ["Kagame"], "place": "Portugal", "date": "2021-05-20", "status": "planned"}),
    ("Le président rwandais Paul Kagame est attendu vendredi à Lisbonne.",
     {"kind": "visit", "who": ["Kagame"], "place": "Lisbon", "date": "2021-05-07", "status": "planned"}),
    ("Le président rwandais Paul Kagame effectue depuis lundi sa deuxième visite au Portugal.",
     {"kind": "visit", "who": ["Kagame"], "host": "PRT", "ordinal": 2, "date": "2021-05"}),
    ("L'accord date de la visite effectuée en mars 2019 par le président rwandais Paul Kagame au Portugal.",
     {"kind": "visit", "who": ["Kagame"], "host": "PRT", "date": "2019-03"}),
    ("Le président kényan Uhuru Kenyatta a invité le président rwandais Paul Kagame à se rendre à Nairobi.",
     {"kind": "visit", "who": ["Kagame"], "place": "Nairobi", "status": "planned"}),
    # ceremonies, conferences, regular formats
    ("Le président rwandais Paul Kagame a inauguré lundi à Nairobi la nouvelle ambassade de son pays.",
     {"kind": "ceremony", "who": ["Kagame"], "place": "Nairobi", "date": "2021-05-03"}),
    ("Le président rwandais Paul Kagame participera en juin au sommet Union africaine-Union européenne.",
     {"kind": "conference", "series": "AU-EU Summit", "date": "2021-06", "status": "planned"}),
    ("Les deux ministres ont annoncé la tenue en juin de la 7e session de la Grande Commission mixte tuniso-kényane.",
     {"kind": "meeting", "series": "Tunisia-Kenya Joint Commission", "ordinal": 7, "status": "planned"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ONE)
def test_one_encounter(text: str, expected: dict[str, Any]) -> None:
    (found,) = encounters(text)
    got = told(found)
    assert {name: got[name] for name in expected} == expected


@pytest.mark.parametrize(
    "text",
    [
        "Le président kényan Uhuru Kenyatta a reçu une invitation du Portugal.",
        "Le président kényan Uhuru Kenyatta a reçu le ministre kényan des Finances, Ukur Yatani.",
        "Le président kényan Uhuru Kenyatta a visité lundi une école de Nairobi.",
        "La sélection kényane disputera samedi une rencontre contre le Rwanda.",
        "La visite du musée est gratuite, et le forum des artisans ouvre samedi.",
        "La visite du président rwandais Paul Kagame au Portugal, sans cesse reportée, n'a jamais eu lieu.",
        "Aucune rencontre entre le président rwandais Paul Kagame et le président kényan Uhuru Kenyatta n'est prévue.",
        "Le porte-parole kényan a répondu aux journalistes lors d'une conférence de presse.",
        "Les deux pays ont parlé de la commission mixte.",
    ],
)
def test_no_encounter(text: str) -> None:
    assert [told(e) for e in encounters(text)] == []


def test_each_stop_of_a_journey_is_a_visit() -> None:
    found = encounters("La tournée du président rwandais Paul Kagame l'a conduit au Kenya et le mènera en Zambie.")
    assert sorted((e.host_state, e.status) for e in found if e.host_state) == [("KEN", "held"), ("ZMB", "planned")]


def test_a_second_guest_is_a_second_meeting() -> None:
    found = encounters(
        "Le président kényan Uhuru Kenyatta a reçu mardi à Nairobi le président rwandais Paul Kagame. "
        "Dans la même journée, M. Kenyatta a reçu le président sénégalais Macky Sall."
    )
    assert [(told(e)["who"], e.date, e.host_state) for e in found] == [
        (["Kagame", "Kenyatta"], "2021-05-04", "KEN"),
        (["Kenyatta", "Sall"], "2021-05-04", "KEN"),
    ]


def test_talks_told_twice_are_one_meeting() -> None:
    (found,) = encounters(
        "Le président kényan Uhuru Kenyatta a rencontré mardi à Nairobi le président rwandais Paul Kagame. "
        "Leur entretien a porté sur le commerce."
    )
    assert len(found.evidence) == 2


def test_the_day_of_a_verb_of_saying_is_not_the_day_of_what_it_says() -> None:
    (found,) = encounters("Le président rwandais Paul Kagame se rendra à Nairobi, a annoncé lundi son porte-parole.")
    assert (found.status, found.date) == ("planned", None)


def test_what_follows_the_news_is_of_its_day() -> None:
    text = (
        "Le président kényan Uhuru Kenyatta a rencontré mardi à Nairobi le président rwandais Paul Kagame. "
        "Les deux présidents ont ensuite signé un accord de défense."
    )
    signing = next(e for e in encounters(text) if e.kind == "signing")
    assert (signing.date, signing.host_state) == ("2021-05-04", "KEN")


def test_what_is_told_as_past_keeps_no_day_of_the_news() -> None:
    text = (
        "Le président kényan Uhuru Kenyatta a rencontré mardi à Nairobi le président rwandais Paul Kagame. "
        "M. Kagame avait récemment rencontré le président sénégalais Macky Sall."
    )
    assert [e.date for e in encounters(text)] == ["2021-05-04", None]
