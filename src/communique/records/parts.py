"""The parts that records are made of: spans, parties, places, amounts. They say nothing about how they were found."""

from typing import Literal

from pydantic import BaseModel, ConfigDict


class Part(BaseModel):
    """A frozen value; an unknown field is an error."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", use_attribute_docstrings=True)


class Span(Part):
    """A stretch of the document's text: code point offsets, half open."""

    start: int
    """First code point."""
    end: int
    """One past the last code point."""


class Party(Part):
    """A state, person or organization that takes part in something."""

    name: str
    """Canonical English name; as written where the knowledge base does not know it."""
    kind: Literal["state", "person", "organization"]
    """What it is."""
    id: str | None = None
    """Key in the knowledge base (`KAZ`, `org:sco`, `person:li-keqiang`), null where unknown."""
    state: str | None = None
    """ISO 3166-1 alpha-3 code of the state it is, belongs to or speaks for."""
    role: str | None = None
    """Office named in the text or held at that date, canonical English; persons only."""


class Place(Part):
    """Where something was."""

    name: str
    """Canonical English name; as written where unknown."""
    state: str | None = None
    """ISO 3166-1 alpha-3 code of its state."""


class Amount(Part):
    """A sum or quantity that a commitment names."""

    value: float
    """The number, scale words resolved."""
    unit: str | None = None
    """ISO 4217 for money, else UCUM or a plain noun."""
    bound: Literal["at-least", "at-most", "about"] | None = None
    """What the text says about its exactness."""


class Change(Part):
    """A relative change."""

    value: float
    """As a fraction: 0.32 is a rise of 32 %."""
    basis: str | None = None
    """What it is measured against: `year-on-year`, or a year."""
