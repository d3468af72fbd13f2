"""The shape of a constraint: which days it leaves, why, and how much is to be trusted when constraints contradict."""

from dataclasses import dataclass, field

STRENGTHS = {
    "dateline": 10, "metadata": 9, "place-name": 7, "office-holder": 6, "past-date": 5, "relative-year": 4,
    "event-ordinal": 3, "weekday": 2, "founding": 1, "lead-date": 0.9,
}  # fmt: skip
"""What gives way first has the smallest number: a printed date is weighed last, a convention first."""


@dataclass(frozen=True, slots=True)
class Constraint:
    """Days that are left by one piece of evidence."""

    basis: str
    days: int = field(repr=False)
    """As bits, see `days`."""
    why: str
    span: tuple[int, int] | None
    strength: int

    def __str__(self) -> str:
        return f"{self.basis}: {self.why}"


def constraint(basis: str, days: int, why: str, span: tuple[int, int] | None, *, weaker: float = 0) -> Constraint:
    """Make a constraint with the strength of its basis."""
    return Constraint(basis, days, why, span, int(10 * (STRENGTHS[basis] - weaker)))
