"""A date that a container states (HTML metadata, JSON) → EDTF. Keeps the day as written, without its time of day.

Refuses what is ambiguous (`04/11/2016`), impossible, or the zero of some clock (1970-01-01).
"""

import re
from email.utils import parsedate

from communique.records.edtf import validate

_ISO = re.compile(r"(\d{4})([-/.]?)(0[1-9]|1[0-2])\2([0-2]\d|3[01])(?:$|[T\s]+\d\d?[:hH]?\d\d.*|Z$|[+-]\d\d:?\d\d$)", re.S)
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_ZEROS = frozenset({"1970-01-01", "1969-12-31", "1900-01-01"})


def stated_date(value: str) -> str | None:
    """Give `YYYY-MM-DD`, or `YYYY-MM` where only the month is stated; None where the value is no certain date."""
    value = value.strip()[:100]
    if match := _ISO.fullmatch(value):
        return _possible("-".join(match.group(1, 3, 4)))
    if _MONTH.fullmatch(value):
        return _possible(value)
    return _possible(_from_mail(value))


def _from_mail(value: str) -> str:
    """Read the form of e-mail headers and feeds: `Fri, 04 Nov 2016 10:33:00 +0100`."""
    if not re.search(r"[A-Za-z]{3}\s+\d{4}\b", value):
        return ""
    try:
        parsed = parsedate(value)
    except (TypeError, ValueError, IndexError, OverflowError):
        return ""
    return "{:04}-{:02}-{:02}".format(*parsed[:3]) if parsed else ""


def _possible(date: str) -> str | None:
    try:
        validate(date)
    except ValueError:
        return None
    return date if "1900" <= date[:4] <= "2100" and date not in _ZEROS else None
