"""English encounters read from sentences of our own, negatives first. Published on a Wednesday, 5 May 2021."""

from functools import partial
from typing import Any

import pytest

from told_encounters import encounters as read
from told_encounters import told

encounters = partial(read, language="en")


@pytest.mark.parametrize(
    "text",
    [
        # a thing is received, a decision welcomed, a target met
        "President Uhuru Kenyatta received an invitation from Rwanda.",
        "Kenya met its targets in 2020.",
        "The team will meet Kenya in Nairobi on Saturday.",
        "President Paul Kagame met with reporters in Nairobi.",
        # what does not happen
        "President Paul Kagame cancelled a visit to Kenya.",
        "President Paul Kagame refused to meet President Uhuru Kenyatta in Nairobi.",
        "The meeting between President Paul Kagame and President Uhuru Kenyatta was postponed.",
        "President Paul Kagame did not meet President Uhuru Kenyatta in Nairobi.",
        # no encounter at all
        "President Paul Kagame prepared to attend the Beijing Olympics.",
        "President Paul Kagame called on Kenya to open its market.",
        "In a message, President Paul Kagame hailed the talks between the two sides.",
        # at home, among one's own
        "President Paul Kagame visited a school in Kigali on Monday.",
        "President Uhuru Kenyatta met Foreign Minister Raychelle Omamo of Kenya.",
    ],
)
def test_no_encounter(text: str) -> None:
    assert encounters(text) == []


ONE: list[tuple[str, dict[str, Any]]] = [
    # verbs of meeting
    ("President Paul Kagame met Chancellor Angela Merkel in Berlin on Monday.",
     {"kind": "meeting", "who": ["Kagame", "Merkel"], "place": "Berlin", "host": "DEU", "date": "2021-05-03", "status": "held"}),
    ("President Paul Kagame met with Foreign Minister Jan Petersen of Norway in Nairobi.",
     {"kind": "meeting", "who": ["Kagame", "Petersen"], "place": "Nairobi", "host": "KEN", "status": "held"}),
    ("President Uhuru Kenyatta received President Paul Kagame on Tuesday.",
     {"kind": "meeting", "who": ["Kagame", "Kenyatta"], "host": "KEN", "date": "2021-05-04"}),
    ("President Paul Kagame will be received by President Uhuru Kenyatta in Nairobi on Friday.",
     {"kind": "meeting", "who": ["Kagame", "Kenyatta"], "place": "Nairobi", "date": "2021-05-07", "status": "planned"}),
    ("President Paul Kagame and President Uhuru Kenyatta will meet in Zurich.",
     {"kind": "meeting", "who": ["Kagame", "Kenyatta"], "place": "Zurich", "host": "CHE", "status": "planned"}),
    ("President Paul Kagame is due to meet President Uhuru Kenyatta in Nairobi on Friday.",
     {"kind": "meeting", "who": ["Kagame", "Kenyatta"], "date": "2021-05-07", "status": "planned"}),
    ("President Paul Kagame, President Uhuru Kenyatta and Chancellor Angela Merkel met in Nairobi on Monday.",
     {"kind": "meeting", "who": ["Kagame", "Kenyatta", "Merkel"], "place": "Nairobi", "status": "held"}),
    ("President Paul Kagame called on President Uhuru Kenyatta in Nairobi.",
     {"kind": "meeting", "who": ["Kagame", "Kenyatta"], "place": "Nairobi"}),
    # nouns of meeting: the place of the talks is no partner
    ("President Paul Kagame held talks with Chancellor Angela Merkel in Berlin.",
     {"kind": "meeting", "who": ["Kagame", "Merkel"], "place": "Berlin", "host": "DEU"}),
    ("Talks between President Paul Kagame and President Uhuru Kenyatta took place in Nairobi on Tuesday.",
     {"kind": "meeting", "who": ["Kagame", "Kenyatta"], "place": "Nairobi", "date": "2021-05-04"}),
    ("Following talks with President Paul Kagame, President Uhuru Kenyatta said trade would grow.",
     {"kind": "meeting", "who": ["Kagame", "Kenyatta"], "status": "held"}),
    ("During the meeting, which took place on 4 May, Paul Kagame and Uhuru Kenyatta discussed trade.",
     {"kind": "meeting", "who": ["Kagame", "Kenyatta"], "date": "2021-05-04"}),
    # telephone
    ("Paul Kagame and Angela Merkel spoke by phone on Tuesday.",
     {"kind": "call", "who": ["Kagame", "Merkel"], "date": "2021-05-04", "place": None}),
    ("President Paul Kagame and President Uhuru Kenyatta had a telephone conversation on Tuesday.",
     {"kind": "call", "who": ["Kagame", "Kenyatta"], "date": "2021-05-04"}),
    # visits
    ("President Paul Kagame arrived in Astana on Monday on a three-day state visit.",
     {"kind": "visit", "who": ["Kagame"], "place": "Astana", "host": "KAZ", "date": "2021-05-03/2021-05-05"}),
    ("President Paul Kagame paid an official visit to Kenya from 3 to 5 May.",
     {"kind": "visit", "who": ["Kagame"], "place": "Kenya", "date": "2021-05-03/2021-05-05"}),
    ("Paul Kagame's last visit to Kenya was in March 2018.",
     {"kind": "visit", "who": ["Kagame"], "place": "Kenya", "date": "2018-03", "status": "held"}),
    ("President Paul Kagame, who is visiting Kenya, praised the cooperation.",
     {"kind": "visit", "who": ["Kagame"], "place": "Kenya", "date": "2021-05"}),
    ("President Paul Kagame is in Cairo for talks on trade.",
     {"kind": "visit", "who": ["Kagame"], "place": "Cairo", "host": "EGY"}),
    ("President Paul Kagame is expected to visit Kenya in June.",
     {"kind": "visit", "who": ["Kagame"], "place": "Kenya", "date": "2021-06", "status": "planned"}),
    ("President Paul Kagame invited President Uhuru Kenyatta to visit Rwanda.",
     {"kind": "visit", "who": ["Kenyatta"], "place": "Rwanda", "status": "planned"}),
    ("A Rwandan delegation led by Foreign Minister Vincent Biruta arrived in Nairobi on Monday.",
     {"kind": "visit", "who": ["Biruta"], "place": "Nairobi", "date": "2021-05-03"}),
    # conferences and regular formats
    ("President Paul Kagame is scheduled to attend a summit in Nairobi.",
     {"kind": "conference", "who": ["Kagame"], "place": "Nairobi", "status": "planned"}),
    ("President Paul Kagame attended the African Union summit in Addis Ababa in February.",
     {"kind": "conference", "who": ["Kagame"], "series": "AU Summit", "place": "Addis Ababa", "date": "2021-02"}),
    ("The 12th meeting of the Rwanda-Kenya Intergovernmental Commission was held in Nairobi on Monday.",
     {"kind": "meeting", "who": ["Kenya", "Rwanda"], "series": "Rwanda-Kenya Intergovernmental Commission", "ordinal": 12}),
    # ceremonies and signings
    ("President Paul Kagame and President Uhuru Kenyatta held a joint press conference in Nairobi on Tuesday.",
     {"kind": "ceremony", "who": ["Kagame", "Kenyatta"], "place": "Nairobi"}),
    ("Rwanda and Kenya signed five memoranda of understanding in Nairobi on Monday.",
     {"kind": "signing", "who": ["Kenya", "Rwanda"], "place": "Nairobi", "date": "2021-05-03"}),
    ("The agreement was signed by Foreign Minister Vincent Biruta and Foreign Minister Raychelle Omamo on Monday.",
     {"kind": "signing", "who": ["Biruta", "Omamo"], "date": "2021-05-03"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ONE)
def test_one_encounter(text: str, expected: dict[str, Any]) -> None:
    (found,) = encounters(text)
    got = told(found)
    assert {name: got[name] for name in expected} == expected


def test_switzerland_is_no_party_of_a_meeting_in_zurich() -> None:
    (found,) = encounters("President Paul Kagame and President Uhuru Kenyatta will meet in Zurich next week.")
    assert "CHE" not in {p.state for p in found.participants}


def test_visiting_guest_is_met_and_visits() -> None:
    found = encounters("President Uhuru Kenyatta held talks with visiting Rwandan President Paul Kagame in Nairobi on Tuesday.")
    assert {(r.kind, r.host_state) for r in found} == {("meeting", "KEN"), ("visit", "KEN")}
    assert [p.name for r in found if r.kind == "visit" for p in r.participants] == ["Paul Kagame"]


def test_hosts_met_one_by_one_are_two_meetings() -> None:
    found = encounters("Secretary Antony Blinken met with President Uhuru Kenyatta and Foreign Minister Raychelle Omamo in Nairobi.")
    assert sorted(sorted(p.name.split()[-1] for p in r.participants) for r in found) == [["Blinken", "Kenyatta"], ["Blinken", "Omamo"]]


def test_sentences_of_one_meeting_are_one_record() -> None:
    text = "President Uhuru Kenyatta received President Paul Kagame in Nairobi on Monday. The meeting was held at State House."
    (found,) = encounters(text)
    assert len(found.evidence) == 2
