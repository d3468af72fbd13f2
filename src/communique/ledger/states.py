"""Which states a record concerns: those it names itself, else also those of what it stands in.

Li alone, speaking at his meeting with a Kazakh minister, concerns both states: his statement's venue names them. A
record that names fewer than two states also takes those of the other records in its sentence. Nothing else is inferred.
"""

from collections.abc import Iterable, Mapping, Sequence

from communique.ledger.shapes import party_slots
from communique.records.kinds import Record
from communique.records.parts import Party

OWN = "record"
SETTING = "setting"


def parties(record: Record) -> Iterable[tuple[str, int, Party]]:
    """Give all parties of a record with their slot, as the contract names it, and their place in it."""
    for slot, attribute in party_slots(type(record)).items():
        for position, party in enumerate(getattr(record, attribute)):
            yield slot, position, party


def own_states(record: Record) -> set[str]:
    """Give the alpha-3 codes that the record itself holds: of its parties, host, state and place."""
    place = getattr(record, "place", None)
    found = {getattr(record, "host_state", None), getattr(record, "state", None), place and place.state}
    found |= {party.state or (party.id if party.kind == "state" else None) for _, _, party in parties(record)}
    return {state for state in found if state}


def states(records: Sequence[Record], beside: Mapping[str, Iterable[str]]) -> dict[str, dict[str, str]]:
    """Give for each record its states and their basis, `record` or `setting`; `beside`: id → ids in its sentence."""
    own = {record.id: own_states(record) for record in records}
    set_in = {record.id: own[record.id] | _venue_states(record, own) for record in records}
    found = {}
    for record in records:
        near = beside.get(record.id, ()) if len(set_in[record.id]) < 2 else ()
        reached = set_in[record.id].union(*(set_in[other] for other in near))
        found[record.id] = {state: OWN if state in own[record.id] else SETTING for state in sorted(reached)}
    return found


def _venue_states(record: Record, own: Mapping[str, set[str]]) -> set[str]:
    links = (getattr(record, "venue", None), getattr(record, "occasion", None))
    return set().union(*(own.get(link, set()) for link in links if link))
