"""What is no encounter of those named beside it: appeals, orders, purposes, companions. Sentences of our own; Wednesday, 5 May 2021."""

from functools import partial
from typing import Any

import pytest

from told_encounters import encounters, told

english = partial(encounters, language="en")

_PAIR = "Le président kényan Uhuru Kenyatta et le président rwandais Paul Kagame"
_BOTH = "Kenyan President Uhuru Kenyatta and Rwandan President Paul Kagame"

CASES: list[tuple[str, list[dict[str, Any]]]] = [
    # an appeal is no call
    (f"{_PAIR} ont appelé au dialogue entre les parties.", []),
    ("Le président kényan Uhuru Kenyatta a appelé son homologue rwandais Paul Kagame à la patience.", []),
    (f"{_BOTH} called for dialogue among the parties.", []),
    # a time inside «since» dates no visit
    ("Le président rwandais Paul Kagame a effectué mardi une visite à Nairobi. C'est sa première visite au Kenya depuis sa réélection, "
     "en août 2017.", [{"kind": "visit", "who": ["Kagame"], "place": "Nairobi", "date": "2021-05-04"}]),
    ("Rwandan President Paul Kagame visited Nairobi on Tuesday. It is his first visit to Kenya since winning office in August 2017.",
     [{"kind": "visit", "who": ["Kagame"], "date": "2021-05-04"}]),
    # who is sent meets, not who sends
    (f"{_PAIR} ont chargé leurs experts de se réunir à Kigali en juin.",
     [{"kind": "meeting", "who": ["Kenya", "Rwanda"], "place": "Kigali", "status": "planned", "date": "2021-06"}]),
    (f"{_BOTH} instructed their customs officers to meet in Kigali next month.",
     [{"kind": "meeting", "who": ["Kenya", "Rwanda"], "place": "Kigali", "status": "planned", "date": "2021-06"}]),
    ("Kenyan President Uhuru Kenyatta told his officers to meet the deadline.", []),
    # a dinner in someone's honour is one ceremony
    ("Kenyan President Uhuru Kenyatta and First Lady Margaret Kenyatta will give a banquet in honour of Rwandan President Paul Kagame "
     "on Friday.", [{"kind": "ceremony", "status": "planned"}]),
    # whoever invites does not travel
    ("Rwandan President Paul Kagame thanked his hosts. He invited the chairman to take part in the fair in Nairobi.", []),
    # one with each
    ("Kenyan President Uhuru Kenyatta held separate talks with Rwandan President Paul Kagame and Zambian President Hakainde Hichilema.",
     [{"kind": "meeting", "who": ["Kagame", "Kenyatta"]}, {"kind": "meeting", "who": ["Hichilema", "Kenyatta"]}]),
    # a purpose is no encounter
    ("Le Kenya a levé la taxe pour ouvrir la voie à des discussions avec le président rwandais Paul Kagame.", []),
    ("Kenyan President Uhuru Kenyatta lifted the levy to pave the way for talks with Rwandan President Paul Kagame.", []),
    # a companion is no visitor
    ("Le président rwandais Paul Kagame a effectué une visite à Nairobi où il était accompagné de l'ambassadeur Jean Habimana.",
     [{"kind": "visit", "who": ["Kagame"], "place": "Nairobi"}]),
    # one conference, whatever part of its name is told
    ("Le ministre kényan Ukur Yatani a participé mardi à Kigali à la conférence ministérielle du Forum des affaires.",
     [{"kind": "conference", "who": ["Yatani"], "place": "Kigali"}]),
    # an inauguration is held in the state of whoever is inaugurated
    (f"{_BOTH} attended the inauguration of Zambian President Hakainde Hichilema last month.",
     [{"kind": "ceremony", "who": ["Kagame", "Kenyatta"], "host": "ZMB"}]),
    (f"{_PAIR} ont assisté en avril à l'investiture du président zambien Hakainde Hichilema.",
     [{"kind": "ceremony", "who": ["Kagame", "Kenyatta"], "host": "ZMB"}]),
    # signed by persons
    ("The communique was read out in Nairobi on Tuesday. It was signed by Kenyan minister Ukur Yatani and Rwandan minister "
     "Vincent Biruta.", [{"kind": "signing", "who": ["Biruta", "Yatani"]}]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_apart(text: str, expected: list[dict[str, Any]]) -> None:
    """Who meets is who the words say meets."""
    found = (english if text.split()[0] in ("Kenyan", "Rwandan", "The") else encounters)(text)
    got = [told(r) for r in found]
    assert len(got) == len(expected), got
    for wanted in expected:
        assert any({name: row[name] for name in wanted} == wanted for row in got), (wanted, got)
