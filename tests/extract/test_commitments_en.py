"""Commitments in English from sentences of our own: what is none first, then who is bound, with whom, how firmly, to do what."""

import pytest

from communique.pipeline import Reader
from communique.reading.documents import Document
from communique.records.kinds import Commitment

LEAD = "NAIROBI, May 14, 2019 - Kenyan President Uhuru Kenyatta received Norwegian Prime Minister Erna Solberg in Nairobi on Tuesday.\n\n"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def told(reader: Reader, sentence: str) -> list[tuple[str, str, str, str]]:
    """Give by, with, force and action of each commitment of a sentence that follows the lead."""
    found = reader.extract(Document(LEAD + sentence + "\n", "t", language="en")).records
    own = [r for r in found if isinstance(r, Commitment) and r.evidence[0].start >= len(LEAD)]
    return [(" ".join(p.id or p.name for p in c.by), " ".join(p.id or p.name for p in c.with_), c.force, c.action) for c in own]


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway will not sell frigates to Kenya, she said.",
        "Norway refused to sell frigates to Kenya.",
        "The prime minister ruled out sending troops to Mali.",
        "Norway did not agree to lower tariffs.",
        "If Kenya ratifies the treaty, Norway will double its aid.",
        "Norway would join the mission if the Security Council approved it.",
        "Norway opposed the plan.",
        "Kenya could open a consulate in Bergen.",
        "Trade between the two countries will grow.",
        "Analysts expect trade between the two countries to grow.",
        "The agreement will allow Kenya to export tea to Norway duty-free.",
        "Kenyatta and Solberg will meet again in Oslo in June.",
        "The two leaders agreed on the importance of multilateralism.",
        "The prime minister welcomed Kenya's decision to protect elephants.",
        "Norway will impose sanctions on the rebels.",
        "Rebels threatened to attack Nairobi unless Kenya withdrew its troops.",
        "The police said they would impose a curfew in Nairobi.",
    ],
)  # fmt: skip
def test_no_promise(reader: Reader, sentence: str) -> None:
    assert told(reader, sentence) == []


ROWS = [
    ("Kenya hopes to expand trade with Norway.", [("KEN", "NOR", "wish", "expand")]),
    ("Norway would like to open a consulate in Mombasa.", [("NOR", "KEN", "wish", "open")]),
    ("Norway looks forward to closer cooperation with Kenya.", [("NOR", "KEN", "wish", "deepen")]),
    ("Norway is ready to work with Kenya to modernize the port.", [("NOR", "KEN", "readiness", "build")]),
    ("She expressed Norway's willingness to train Kenyan coast guards.", [("NOR", "KEN", "readiness", "support")]),
    ("Kenya asked Norway to support its bid.", [("NOR", "KEN", "urge", "support")]),
    ("Kenya demanded that Norway return the ship.", [("NOR", "KEN", "urge", "other")]),
    ("Solberg said she hoped Kenya would join the treaty.", [("KEN", "NOR", "urge", "join")]),
    ("The president stressed the need to expand trade.", [("KEN NOR", "", "urge", "expand")]),
    ("Norway will help Kenya build two wind farms.", [("NOR", "KEN", "pledge", "build")]),
    ("Norway pledged 40 million dollars to Kenya.", [("NOR", "KEN", "pledge", "support")]),
    ("Norway plans to open a trade office in Mombasa.", [("NOR", "KEN", "pledge", "open")]),
    ("Kenya will never allow foreign bases on its soil, Kenyatta said.", [("KEN", "", "pledge", "oppose")]),
    ("Kenya and Norway agreed to resume direct flights.", [("KEN NOR", "", "agreement", "start")]),
    ("Kenya and Norway signed an agreement on fisheries.", [("KEN NOR", "", "agreement", "other")]),
    ("It was agreed to reopen the border crossing.", [("KEN NOR", "", "agreement", "open")]),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_promise(reader: Reader, sentence: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert told(reader, sentence) == expected


def test_a_list_of_fields_is_one_and_a_list_of_verbs_is_three(reader: Reader) -> None:
    fields = told(reader, "The two sides agreed to deepen trade, investment and energy cooperation.")
    verbs = told(reader, "The two sides should enhance communication, deepen energy cooperation and expand tourism.")
    assert len(fields) == 1
    assert [action for *_, action in verbs] == ["coordinate", "deepen", "expand"]
