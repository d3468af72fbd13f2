"""The shapes of what is known: states, places, organizations, initiatives, persons with tenures, sectors, formulas."""

from dataclasses import dataclass

Names = dict[str, tuple[str, ...]]
"""Language → names, the usual one first."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A name or an office that holds for a time: half open, EDTF of any precision, empty where open."""

    text: str
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """A state. `id` is its ISO 3166-1 alpha-3 code."""

    id: str
    name: str
    un: str
    names: Names
    adjectives: Names
    inhabitants: Names
    combining: Names
    metonyms: Names
    old: dict[str, tuple[Dated, ...]]


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """A city, region or venue; `state` is empty where it lies in several."""

    id: str
    name: str
    state: str
    kind: str
    names: Names
    periods: dict[str, tuple[Dated, ...]]
    """Names that hold only for a time."""
    capital: tuple[Dated, ...]
    metonym_state: str
    """The state whose government the name stands for, empty where it stands for none."""


@dataclass(frozen=True, slots=True)
class Organization:
    """An organization, format, fund, company or medium; `short` is how a framework is printed."""

    id: str
    name: str
    short: str
    kind: str
    state: str
    seat: str
    members: tuple[str, ...]
    names: Names
    acronyms: Names


@dataclass(frozen=True, slots=True)
class Initiative:
    """A named development strategy, or a concept."""

    id: str
    name: str
    owners: tuple[str, ...]
    kind: str
    since: str
    parent: str
    names: Names


@dataclass(frozen=True, slots=True)
class Tenure:
    """One office of one person: half open, EDTF of any precision; `end` empty while in office."""

    role: str
    function: str
    start: str
    end: str
    source: str
    state: str
    organization: str


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who held an office."""

    id: str
    name: str
    family: tuple[str, ...]
    gender: str
    state: str
    names: Names
    tenures: tuple[Tenure, ...]


@dataclass(frozen=True, slots=True)
class Sector:
    """A field of cooperation, its cues and OECD DAC codes."""

    id: str
    name: str
    dac: tuple[str, ...]
    cues: Names


@dataclass(frozen=True, slots=True)
class Formula:
    """A canonical step of a relation."""

    id: str
    names: Names
