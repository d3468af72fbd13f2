"""What a brief says around its matter, in one language: headings, names of kinds and forces, dates and sums for people.

The words are in templates/wording.*.toml; a value that has no wording there is shown as it is, never left out.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from communique.analysis.printable import one_line
from communique.errors import CommuniqueError
from communique.records.parts import Party

FOLDER = Path(__file__).parent / "templates"
LANGUAGES = ("en", "fr")
_POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)")


@dataclass(frozen=True)
class Wording:
    """The words of one language, and names in it by key: of states, of strategies."""

    language: str
    words: Mapping[str, Any]
    names: Mapping[str, str]

    def say(self, group: str, value: str | None) -> str:
        """Give the words for a value of a closed list; the value itself where there are none."""
        if value is None:
            return ""
        plain = value.replace("-", " ") if value.islower() else value
        return str(self.words["of"].get(group, {}).get(value, self.names.get(value, plain)))

    def state(self, code: str | None) -> str:
        """Give the name of a state; its code where the name is unknown."""
        return self.names.get(code or "", code or "")

    def who(self, found: Sequence[Party]) -> str:
        """Name parties with their offices."""
        return ", ".join(self._party(party) for party in found) or str(self.words["no_one"])

    def _party(self, party: Party) -> str:
        if party.kind == "state":
            return self.names.get(party.id or "", party.name)
        return f"{party.name} ({self.say('role', party.role)})" if party.role else party.name

    def day(self, edtf: str | None) -> str:
        """Say a date for people: «3 November 2016», «2014, 2015 or 2016», «since March 2018»."""
        if edtf is None:
            return str(self.words["undated"])
        if edtf[:1] == "[":
            *others, last = (self._point(member.strip()) for member in edtf[1:-1].split(","))
            return f"{', '.join(others)} {self.words['or']} {last}" if others else last
        start, slash, end = edtf.partition("/")
        return self._interval(start, end) if slash else self._point(edtf)

    def _interval(self, start: str, end: str) -> str:
        first, last = (self._point(part) if part not in ("", "..") else "" for part in (start, end))
        if first and last:
            return f"{first} – {last}"
        return f"{self.words['until']} {last}" if last else f"{self.words['since']} {first}"

    def _point(self, point: str) -> str:
        match = _POINT.fullmatch(point)
        if not match or int(match[2] or 1) > 12:
            return point
        month = self.words["months"][int(match[2]) - 1] if match[2] else ""
        number = str(int(match[3])) if match[3] else ""
        said = " ".join(part for part in (number, month, match[1]) if part)
        return f"{self.words['about']} {said}" if match[4] else said

    def quantity(self, value: float | None, unit: str | None, bound: str | None = None) -> str:
        """Say a number for people, large ones with their scale word."""
        if value is None:
            return ""
        for scale in self.words["scales"]:
            if abs(value) >= scale["from"]:
                return self._joined(bound, self._number(value / scale["from"]), scale["word"], unit)
        return self._joined(bound, self._number(value), "", unit)

    def _joined(self, bound: str | None, number: str, scale: str, unit: str | None) -> str:
        return " ".join(part for part in (self.say("bound", bound), number, scale, unit or "") if part)

    def _number(self, value: float) -> str:
        text = f"{value:,.2f}".rstrip("0").rstrip(".")
        return text.translate(str.maketrans({",": self.words["thousands"], ".": self.words["decimal"]}))

    def percent(self, value: float) -> str:
        """Say a change: a rise of a third is «+33.3 %»."""
        return f"{'+' if value > 0 else ''}{self._number(round(value * 100, 1))} %".replace("-", "−")


def load(language: str, names: Mapping[str, str]) -> Wording:
    """Load the words of a language; `CommuniqueError` where briefs are not written in it."""
    if language not in LANGUAGES:
        raise CommuniqueError(f"briefs are written in {' and '.join(LANGUAGES)}, not in '{one_line(language)}'")
    words = tomllib.loads((FOLDER / f"wording.{language}.toml").read_text(encoding="utf-8"))
    return Wording(language, words, names)
