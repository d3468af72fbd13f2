"""Encounters told in passing, planned, by sides or by nouns, in both languages; negatives first. Published on a Wednesday, 5 May 2021."""

from typing import Any

import pytest

from communique.records.kinds import Encounter
from told_encounters import encounters as read
from told_encounters import told


def encounters(language: str, text: str) -> list[Encounter]:
    return read(text, language=language)


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        # a word to a newspaper on the line is no call
        ("en", "Kenyan Energy Minister Charles Keter told The Citizen by phone that Rwanda's President Paul Kagame agreed.", "call"),
        # what an agreement is about is no meeting
        ("en", "Kenya and Rwanda are to conclude an agreement on political consultations.", "meeting"),
        # an office in a body is not the body's meeting
        ("fr", "Paul Kagame a parlé du président du Conseil présidentiel libyen, Mohamed Menfi.", "meeting"),
        # a plan unveiled is no ceremony
        ("en", "President Paul Kagame unveiled a package of aid in Nairobi.", "ceremony"),
        # a statement published is no occasion
        ("fr", "Les présidents Paul Kagame et Uhuru Kenyatta ont publié une déclaration conjointe.", "ceremony"),
        # who goes home visits nobody
        ("fr", "Le président rwandais Paul Kagame est attendu samedi à Kigali.", "visit"),
        # what is signed without a place and a day need be no document
        ("en", "The book about Kenya and Rwanda was signed in Nairobi.", "signing"),
        # those of no organization
        ("fr", "Le président Paul Kagame a reçu une délégation de jeunes.", "meeting"),
        # a group that meets nowhere and at no time
        ("en", "The experts of the two countries will meet. Kenya and Rwanda are neighbours.", "meeting"),
    ],
)
def test_none_of_a_kind(language: str, text: str, kind: str) -> None:
    assert [r for r in encounters(language, text) if r.kind == kind] == []


ONE: list[tuple[str, str, dict[str, Any]]] = [
    # whom a relative clause is about
    (
        "en", "President Uhuru Kenyatta thanked President Paul Kagame of Rwanda, with whom he held talks in Kigali on Tuesday.",
        {"kind": "meeting", "who": ["Kagame", "Kenyatta"], "place": "Kigali", "date": "2021-05-04"},
    ),
    (
        "fr", "Le président Uhuru Kenyatta a loué le président rwandais Paul Kagame, rencontré à Kigali en janvier.",
        {"kind": "meeting", "who": ["Kagame", "Kenyatta"], "place": "Kigali", "date": "2021-01"},
    ),
    # courtesy calls
    (
        "en", "Foreign Minister Vincent Biruta of Rwanda paid a courtesy call on H.E. President Uhuru Kenyatta on Tuesday.",
        {"kind": "meeting", "who": ["Biruta", "Kenyatta"], "date": "2021-05-04"},
    ),
    # groups of both sides
    (
        "fr", "Le Kenya et le Rwanda sont liés : un groupe de travail conjoint se réunira en janvier à Kigali.",
        {"kind": "meeting", "who": ["Kenya", "Rwanda"], "place": "Kigali", "date": "2022-01", "status": "planned"},
    ),
    (
        "en", "Technical teams from the two countries, Kenya and Rwanda, are close. Experts of the two sides will meet in Kigali in June.",
        {"kind": "meeting", "who": ["Kenya", "Rwanda"], "place": "Kigali", "date": "2021-06", "status": "planned"},
    ),
    # who is sent
    (
        "en", "A team from the Rwanda Tea Board would travel to Nairobi in June.",
        {"kind": "visit", "who": ["Board"], "place": "Nairobi", "date": "2021-06", "status": "planned"},
    ),
    (
        "fr", "Une délégation rwandaise se rendra à Nairobi en juin.",
        {"kind": "visit", "who": ["Rwanda"], "place": "Nairobi", "date": "2021-06", "status": "planned"},
    ),
    (
        "en", "President Paul Kagame has accepted an invitation to visit Kenya in December.",
        {"kind": "visit", "who": ["Kagame"], "host": "KEN", "date": "2021-12", "status": "planned"},
    ),
    (
        "en", "President Paul Kagame has accepted an invitation to attend the fair in Nairobi on 9 December.",
        {"kind": "visit", "who": ["Kagame"], "place": "Nairobi", "date": "2021-12-09", "status": "planned"},
    ),
    # who receives a delegation
    (
        "fr", "Le président Paul Kagame a reçu mardi une délégation de la Banque africaine de développement.",
        {"kind": "meeting", "who": ["Bank", "Kagame"], "date": "2021-05-04"},
    ),
    # signings: planned, nominal, by the states and by the ministers
    (
        "fr", "Le ministre kényan Raychelle Omamo et le ministre rwandais Vincent Biruta signeront jeudi au palais un texte.",
        {"kind": "signing", "who": ["Biruta", "Omamo"], "date": "2021-05-06", "status": "planned"},
    ),
    (
        "fr", "En 2012, le Rwanda avait signé avec Nairobi une ébauche.",
        {"kind": "signing", "who": ["Kenya", "Rwanda"], "date": "2012", "status": "held"},
    ),
    (
        "en", "Kenya and Rwanda have strengthened their ties with the signing of four agreements in Nairobi on Tuesday.",
        {"kind": "signing", "who": ["Kenya", "Rwanda"], "place": "Nairobi", "date": "2021-05-04"},
    ),
    (
        "fr",
        "Le Kenya et le Rwanda ont signé mardi à Kigali un accord aérien. "
        "L'entente a été paraphée par la ministre kényane Raychelle Omamo et le ministre rwandais Vincent Biruta.",
        {"kind": "signing", "who": ["Biruta", "Omamo"], "place": "Kigali", "date": "2021-05-04"},
    ),
    # stays: first and last day
    (
        "fr", "Le président rwandais Paul Kagame est arrivé lundi à Nairobi pour une visite de quatre jours.",
        {"kind": "visit", "who": ["Kagame"], "place": "Nairobi", "date": "2021-05-03/2021-05-06"},
    ),
    # «here» is the city of the dateline
    (
        "en", "ISLAMABAD, May 5 (APP): President Uhuru Kenyatta of Kenya met Prime Minister Imran Khan here on Wednesday.",
        {"kind": "meeting", "who": ["Kenyatta", "Khan"], "place": "Islamabad", "host": "PAK", "date": "2021-05-05"},
    ),
    # a city rather than the state it lies in
    (
        "en", "President Uhuru Kenyatta met President Paul Kagame in Rwanda's capital of Kigali on Tuesday.",
        {"kind": "meeting", "place": "Kigali", "date": "2021-05-04"},
    ),
    # statements made together
    (
        "fr", "Uhuru Kenyatta a dit sa joie lors d'une déclaration commune avec le président rwandais Paul Kagame mardi à Nairobi.",
        {"kind": "ceremony", "who": ["Kagame", "Kenyatta"], "place": "Nairobi", "date": "2021-05-04"},
    ),
    # the heads of delegations are who took part
    (
        "fr",
        "La 11e session de la Grande Commission mixte de coopération entre le Kenya et le Rwanda s'est tenue à Nairobi les 3 et 4 mai. "
        "La délégation rwandaise était conduite par Vincent Biruta et la partie kényane était conduite par Raychelle Omamo.",
        {"kind": "meeting", "who": ["Biruta", "Omamo"], "date": "2021-05-03/2021-05-04", "ordinal": 11},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), ONE)
def test_one_told(language: str, text: str, expected: dict[str, Any]) -> None:
    found = [told(r) for r in encounters(language, text) if r.kind == expected["kind"]]
    assert [{name: r[name] for name in expected} for r in found] == [expected]


def test_each_call_is_a_meeting_of_its_own() -> None:
    text = "Rwanda's President Paul Kagame called on Chief Justice Martha Koome, met Kenyan Foreign Minister Raychelle Omamo and left."
    found = [told(r)["who"] for r in encounters("en", text) if r.kind == "meeting"]
    assert sorted(found) == [["Kagame", "Koome"], ["Kagame", "Omamo"]]


def test_the_last_meeting_gives_no_day_to_this_one() -> None:
    text = "Le président Paul Kagame a rencontré Uhuru Kenyatta à Nairobi. Leur dernière rencontre avait eu lieu le 3 mai 2019 à Kigali."
    assert [r.date for r in encounters("fr", text) if r.place and r.place.name == "Nairobi"] in ([None], ["2021-05"])
