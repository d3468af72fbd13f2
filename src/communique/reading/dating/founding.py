"""Constraints from beginnings: nobody names an initiative before it was announced.

Organizations do not count: bodies in the making are named for years before they begin.
"""

from communique.reading.dating import days
from communique.reading.dating.constraints import Constraint, constraint
from communique.reading.dating.evidence import Evidence
from communique.records import edtf


def foundings(evidence: Evidence) -> list[Constraint]:
    """The latest beginning of an initiative that the text names."""
    found = []
    for name in evidence.mentions.names:
        if name.kind != "initiative" or not name.key:
            continue
        entry = evidence.known.initiatives[name.key]
        if entry.since:
            found.append((edtf.bounds(entry.since).first, entry.name, entry.since, (name.start, name.end)))
    if not found:
        return []
    first, label, since, span = max(found)
    return [constraint("founding", days.since(first), f"{label} was announced {since}", span)]
