"""No id leads nowhere: owners, members, parents, states of places and tenures, what `[[shared]]` rows name."""

from collections.abc import Iterator

import pytest

from communique.knowledge.catalog import Catalog, build, read_sources

RAW = read_sources()
TERRITORIES = {"COK", "ESH", "MSR", "NCL", "NIU", "PYF"}
"""Members of organizations that are no state of states.toml."""


@pytest.fixture(scope="module")
def known() -> Catalog:
    return build(RAW)


def references(known: Catalog) -> Iterator[tuple[str, str]]:
    """Give each entry's key with an id that it names, empty ones left out."""
    for place in known.places.values():
        yield from ((place.id, state) for state in (place.state, place.metonym_state) if state)
    for organization in known.organizations.values():
        yield from ((organization.id, other) for other in (organization.state, *organization.members) if other)
    for initiative in known.initiatives.values():
        yield from ((initiative.id, other) for other in (*initiative.owners, initiative.parent) if other)
    for person in known.persons.values():
        for tenure in person.tenures:
            yield from ((person.id, other) for other in (tenure.state, tenure.organization) if other)


def test_every_id_is_known(known: Catalog) -> None:
    ids = {*known.states, *known.places, *known.organizations, *known.initiatives}
    assert not [(entry, other) for entry, other in references(known) if other not in ids | TERRITORIES]


@pytest.mark.parametrize("file", ["states", "places", "organizations", "initiatives"])
def test_what_shared_and_homonym_rows_name_is_known(known: Catalog, file: str) -> None:
    ids = {*known.states, *known.places, *known.organizations, *known.initiatives}
    rows = RAW[file].get("shared", []) + RAW[file].get("homonym", [])
    named = [(row["text"], key) for row in rows for field in ("states", "places", "ids") for key in row.get(field, [])]
    assert not [pair for pair in named if pair[1] not in ids]


def test_every_tenure_is_of_a_state_or_an_organization(known: Catalog) -> None:
    assert not [(p.name, t.role) for p in known.persons.values() for t in p.tenures if not (t.state or t.organization)]


def test_no_initiative_is_its_own_ancestor(known: Catalog) -> None:
    for initiative in known.initiatives.values():
        seen = [initiative.id]
        while parent := known.initiatives[seen[-1]].parent:
            assert parent not in seen, seen
            seen.append(parent)
