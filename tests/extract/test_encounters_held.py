"""Signings, sessions and visits told without their people beside them. Sentences of our own; published on Wednesday, 5 May 2021."""

from typing import Any

import pytest

from told_encounters import encounters, told

_PAIR = "Le président kényan Uhuru Kenyatta et le président rwandais Paul Kagame"
_NEIGHBOURS = "Le Kenya et le Rwanda sont voisins. "

CASES: list[tuple[str, list[dict[str, Any]]]] = [
    # signings: witnesses, passives, participles
    (f"{_PAIR} ont assisté mardi à la signature de deux mémorandums.",
     [{"kind": "signing", "who": ["Kagame", "Kenyatta"], "date": "2021-05-04"}]),
    ("La base restera, aux termes d'un accord signé lundi à Nairobi par les présidents rwandais Paul Kagame et kényan Uhuru Kenyatta.",
     [{"kind": "signing", "who": ["Kagame", "Kenyatta"], "place": "Nairobi", "date": "2021-05-03"}]),
    (f"{_NEIGHBOURS}Trois accords ont été paraphés lundi par les ministres des deux pays.",
     [{"kind": "signing", "who": ["Kenya", "Rwanda"], "date": "2021-05-03"}]),
    (f"{_PAIR} se sont vus. Les ministres des deux pays ont signé, sous l'œil des deux chefs d'État, trois accords.",
     [{"kind": "meeting"}, {"kind": "signing", "who": ["Kagame", "Kenyatta"]}]),
    # regular formats and series
    (f"{_NEIGHBOURS}La 3e session de la commission mixte aura lieu en juin à Kigali.",
     [{"kind": "meeting", "who": ["Kenya", "Rwanda"], "status": "planned", "place": "Kigali", "date": "2021-06", "ordinal": 3}]),
    ("La VIIe session de la commission binationale Kenya-Rwanda se tiendra en juillet à Kigali.",
     [{"kind": "meeting", "who": ["Kenya", "Rwanda"], "status": "planned", "ordinal": 7, "date": "2021-07"}]),
    (f"{_NEIGHBOURS}La première rencontre s'était déroulée le 7 janvier à Nairobi ; la prochaine est prévue en juin à Kigali.",
     [{"place": "Nairobi", "status": "held", "date": "2021-01-07"}, {"place": "Kigali", "status": "planned", "date": "2021-06"}]),
    ("La chancelière allemande Angela Merkel a ouvert mardi avec le président kényan Uhuru Kenyatta un forum économique à Nairobi.",
     [{"kind": "conference", "who": ["Kenyatta", "Merkel"], "place": "Nairobi", "series": "Business Forum"}]),
    (f"{_PAIR} rappellent leurs rencontres de 2012 à Nairobi et de 2015 à Kigali.",
     [{"kind": "meeting", "place": "Nairobi", "date": "2012"}, {"kind": "meeting", "place": "Kigali", "date": "2015"}]),
    # receptions and reunions
    ("Le président rwandais Paul Kagame a été reçu mardi par le président kényan Uhuru Kenyatta et par le ministre kényan Ukur Yatani.",
     [{"kind": "meeting", "who": ["Kagame", "Kenyatta"]}, {"kind": "meeting", "who": ["Kagame", "Yatani"]}]),
    (f"{_PAIR}, brouillés depuis que la frontière avait été fermée, se sont retrouvés mardi à Nairobi.",
     [{"kind": "meeting", "who": ["Kagame", "Kenyatta"], "place": "Nairobi", "date": "2021-05-04"}]),
    # visits
    ("Ce sommet n'efface pas la visite que le président rwandais Paul Kagame doit effectuer à Nairobi les 17 et 18 mai.",
     [{"kind": "visit", "who": ["Kagame"], "status": "planned", "place": "Nairobi", "date": "2021-05-17/2021-05-18"}]),
    ("Le texte fait suite au déplacement effectué à Nairobi par le président rwandais Paul Kagame en mars 2019.",
     [{"kind": "visit", "who": ["Kagame"], "place": "Nairobi", "date": "2019-03"}]),
    ("C'est la troisième visite au Kenya du président rwandais Paul Kagame après celles de mars 2018 et de mai 2019.",
     [{"kind": "visit", "date": "2018-03"}, {"kind": "visit", "date": "2019-05"}, {"kind": "visit", "ordinal": 3}]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_told_without_people_beside(text: str, expected: list[dict[str, Any]]) -> None:
    got = [told(r) for r in encounters(text)]
    assert len(got) == len(expected)
    for wanted in expected:
        assert any({name: row[name] for name in wanted} == wanted for row in got), (wanted, got)


@pytest.mark.parametrize(
    "text",
    [
        f"{_NEIGHBOURS}L'accord signé en 2016 reste en vigueur.",
        "Le président kényan Uhuru Kenyatta a signé lundi un décret sur les programmes scolaires.",
        "Le Kenya et le Rwanda ont décidé de relancer leur dialogue stratégique.",
        "Le Kenya appliquera les mesures annoncées lors du Forum sur la coopération sino-africaine.",
        f"La réunion du parti s'est tenue lundi à Nairobi. {_NEIGHBOURS}",
        f"Une réunion d'experts est prévue en juin à Nairobi. {_NEIGHBOURS}",
        f"La réunion des ministres de l'Union africaine s'est tenue lundi à Nairobi. {_NEIGHBOURS}",
        "Le championnat a repris. La rencontre de Nairobi s'est terminée par un nul entre le Kenya et le Rwanda.",
    ],
)
def test_none_is_told(text: str) -> None:
    assert encounters(text) == []
