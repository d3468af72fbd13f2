"""How much is known at least: the counts that the project promises."""

import re

import pytest

from communique.knowledge.catalog import Catalog, build, read_sources

RAW = read_sources()
SECTORS = [
    "production-capacity",
    "trade",
    "investment",
    "finance",
    "energy",
    "minerals",
    "agriculture",
    "transport",
    "connectivity",
    "logistics",
    "infrastructure",
    "industry",
    "technology",
    "space",
    "digital",
    "environment",
    "health",
    "education",
    "culture",
    "tourism",
    "people-to-people",
    "media",
    "security",
    "defence",
    "justice",
    "local-cooperation",
    "governance",
    "policy-coordination",
    "international-affairs",
    "humanitarian",
]
WITH_DEPUTIES = ["CHN", "KAZ", "RUS", "FRA", "DEU", "USA", "IND", "JPN", "TUR", "MAR", "DZA"]


@pytest.fixture(scope="module")
def known() -> Catalog:
    return build(RAW)


def test_all_members_and_observers_of_the_united_nations(known: Catalog) -> None:
    by_status = {status: [s for s in known.states.values() if s.un == status] for status in ("member", "observer")}
    assert len(by_status["member"]) == 193
    assert {s.id for s in by_status["observer"]} == {"PSE", "VAT"}
    bare = [s.id for group in by_status.values() for s in group if not (s.adjectives.get("fr") and s.inhabitants.get("fr"))]
    assert not bare, "every state has adjectives and inhabitants"


def test_every_member_has_a_capital(known: Catalog) -> None:
    with_capital = {p.state for p in known.places.values() if any(not span.end for span in p.capital)}
    assert not [s.id for s in known.states.values() if s.un == "member" and s.id not in with_capital | {"ISR", "NRU"}]


def test_organizations_formats_and_funds(known: Catalog) -> None:
    counted = [o for o in known.organizations.values() if o.kind in ("intergovernmental", "format", "forum", "bank", "fund")]
    assert len(counted) >= 150


def test_initiatives_and_strategies(known: Catalog) -> None:
    assert len([i for i in known.initiatives.values() if i.kind == "strategy"]) >= 60


def test_sectors_have_cues_and_codes(known: Catalog) -> None:
    assert list(known.sectors) == SECTORS
    for row in RAW["sectors"]["sector"]:
        assert row["fr"]["cues"], row["id"]
        assert row["en"]["cues"], row["id"]
        assert row["dac"] or row["note"], f"{row['id']}: a DAC code, or a note why there is none"
        assert all(re.fullmatch(r"\d{3}|\d{5}", code) for code in row["dac"]), row["id"]


@pytest.mark.parametrize("code", WITH_DEPUTIES)
def test_deputies_of_the_states_most_in_the_press(known: Catalog, code: str) -> None:
    functions = {t.function for p in known.by_state[code] for t in p.tenures}
    assert functions & {"deputy-head-of-government", "deputy-head-of-state"} or code in ("MAR", "DZA", "FRA"), functions
    assert {"minister", "ambassador", "speaker", "other"} & functions
