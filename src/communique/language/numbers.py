"""Quantities of a text: numbers with what they count, money, percentages, ordinals, and how exact they claim to be.

Refuses ranges («entre 5 et 6 milliards»), vague counts («des milliers»), an article that only looks like «one», numbers
that name («article 5», «no. 2») and a currency name that several states share, unless the states named decide it. Years
and days of the month are numbers too: whoever asks for quantities leaves out those that a time expression covers.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Literal

from communique.language.numbers_grammar import Bound, Grammar, grammar
from communique.language.numbers_numerals import Valued, fractions, minus, numeral, ordinals, run_value
from communique.language.numbers_values import VULGAR

QuantityKind = Literal["number", "money", "percentage", "ordinal"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit: the span holds both, not the words of its bound."""

    start: int
    end: int
    value: float
    unit: str | None
    kind: QuantityKind
    bound: Bound | None


def find_numbers(text: str, folded: str, language: str, *, states: Collection[str] = (), every: bool = False) -> list[Quantity]:
    """Give the quantities of a text in order; `folded` has its offsets, `states` decide on currencies of one name.

    With `every` also what a bare phrase may mean and news does not: both ends of a range, signs, fractions, letters («3K»);
    what numbers count is left out then.
    """
    known = grammar(language)
    if any(c in VULGAR for c in text):
        folded = "".join(c if c in VULGAR else f for c, f in zip(text, folded, strict=True))
    found = [_plain(f, "number") for f in fractions(folded, known)] if every else []
    numerals = known.number.finditer(folded)
    found.extend(q for match in numerals if (q := _quantity(match, folded, known, states, every)) is not None)
    found.extend(_parts(folded, known, states))
    found = _disjoint(found)
    if not every:
        found = _without_ranges([q for q in found if not _is_a_name(q, folded, known)], folded, known)
    taken = [(q.start, q.end) for q in found if q.unit is not None]
    ranks = [_plain(o, "ordinal") for o in ordinals(folded, known)]
    ranks = [o for o in ranks if not any(a < o.end and o.start < b for a, b in taken)]
    if every:
        ranks = [o for o in ranks if not any(q.start <= o.start and o.end <= q.end and q.value % 1 for q in found)]
    plain = [q for q in found if not any(o.start < q.end and q.start < o.end for o in ranks)]
    return sorted([*plain, *ranks], key=lambda q: (q.start, q.end))


def _plain(valued: Valued, kind: QuantityKind) -> Quantity:
    return Quantity(*valued, None, kind, None)


def _quantity(match: re.Match[str], folded: str, known: Grammar, states: Collection[str], every: bool) -> Quantity | None:
    read = numeral(match, folded, known)
    if read is None:
        return None
    value, end, about, lettered = read
    start = match.start()
    bare = match["words"] in known.articles and end == match.end("words")
    unit_start, unit_end, unit, kind = _unit(folded, start, end, known, states)
    if every and kind == "number":
        if unit not in (None, "time") and folded[end].isalpha():
            return None
        unit_end, unit = end, None
        if percent := known.patterns["percent_of"].search(folded, max(0, start - 12), start):
            unit_start, unit, kind = percent.start(), "%", "percentage"
    if (bare or (lettered and not every)) and kind != "money":
        return None
    if kind == "money" and (unit_end > end or every):
        value, unit_end = _after_money(value, end, unit_end, folded, known)
    if every and (sign := minus(folded, unit_start, known)):
        value, unit_start = -value, sign.start()
    elif not every and re.search(r"(?<!\d)-$", folded[max(0, unit_start - 2) : unit_start]):
        return None
    bound = _bound(folded, unit_start, unit_end, known) or ("about" if about else None)
    return Quantity(unit_start, unit_end, float(f"{value:.12g}"), unit, kind, bound)


def _unit(folded: str, start: int, end: int, known: Grammar, states: Collection[str]) -> tuple[int, int, str | None, QuantityKind]:
    """Give the span of a numeral with its unit, the unit and the kind."""
    if percent := re.compile(rf" ?(?:{known.patterns['percent'].pattern})").match(folded, end):
        return start, percent.end(), "%", "percentage"
    places = (end, end + 1) if folded[end : end + 1] in (" ", "-") else (end,)
    sign = known.sign.search(folded, max(0, start - 12), start)
    for place in reversed(places):
        if money := known.currency.match(folded, place):
            code = _code(money, known, states)
            agrees = sign is not None and _agrees(sign, code, folded, known, states)
            return sign.start() if sign and agrees else start, money.end(), code, "money"
    if sign:
        return sign.start(), end, _code(sign, known, states), "money"
    for place in places:
        if unit := known.unit.match(folded, place):
            return start, unit.end(), known.units[int(str(unit.lastgroup)[1:])], "number"
    return start, end, None, "number"


def _agrees(sign: re.Match[str], code: str | None, folded: str, known: Grammar, states: Collection[str]) -> bool:
    """Tell whether a sign before the number is of the currency after it, and not of the number before."""
    if re.search(r"\d ?$", folded[max(0, sign.start() - 2) : sign.start()]):
        return False
    return sign[0].strip() == "$" or _code(sign, known, states) == code


def _after_money(value: float, end: int, unit_end: int, folded: str, known: Grammar) -> tuple[float, int]:
    """«75 USD million», «3 dollars 50 cents»: what still follows the currency."""
    if scale := re.compile(rf" ({'|'.join(known.scales)})(?!\w)").match(folded, unit_end):
        return value * known.scales[scale[1]], scale.end()
    if (cents := known.patterns["cents"].match(folded, unit_end)) and value < 1000:
        number = cents["cents"]
        hundredths = float(number) if number.isdigit() else run_value(number, known)
        return (value + hundredths / 100, cents.end()) if hundredths else (value, unit_end)
    return value, unit_end


def _code(match: re.Match[str], known: Grammar, states: Collection[str]) -> str | None:
    currency = known.currencies[int(str(match.lastgroup)[1:])]
    codes = {currency.states[s] for s in states if s in currency.states}
    return currency.code or (codes.pop() if len(codes) == 1 else None) or (currency.default if not codes and currency.default else None)


def _bound(folded: str, start: int, end: int, known: Grammar) -> Bound | None:
    before = folded[max(0, start - 60) : start]
    for bound, pattern in known.before:
        if pattern.search(before):
            return bound
    for bound, pattern in known.after:
        if pattern.match(folded[end : end + 20]):
            return bound
    return None


def _disjoint(found: list[Quantity]) -> list[Quantity]:
    """Keep the first and longest of those that overlap: the «cent» of «pour cent» is no number."""
    kept: list[Quantity] = []
    for quantity in sorted(found, key=lambda q: (q.start, -q.end)):
        if not kept or quantity.start >= kept[-1].end:
            kept.append(quantity)
    return kept


def _parts(folded: str, known: Grammar, states: Collection[str]) -> list[Quantity]:
    """«Un demi-milliard d'euros», «half a million people»."""
    found = []
    for match in known.part.finditer(folded):
        start, end, unit, kind = _unit(folded, match.start(), match.end(), known, states)
        value = known.fractions[match["part"]] * known.scales[match["scale"]]
        found.append(Quantity(start, end, value, unit, kind, _bound(folded, start, end, known)))
    return found


def _without_ranges(found: list[Quantity], folded: str, known: Grammar) -> list[Quantity]:
    """Drop both ends of a range; of a movement («porter de 5 à 8 milliards») keep where it ends."""
    kept: list[Quantity] = []
    index = 0
    while index < len(found):
        first, second = found[index], found[index + 1] if index + 1 < len(found) else None
        link = second is not None and known.patterns["range_link"].fullmatch(folded, first.end, second.start)
        between = "" if second is None else folded[first.end : second.start].strip()
        joined = between in known.joiners or between in known.choices
        if not link or second is None or _is_year(first) != _is_year(second) or (joined and first.unit is not None):
            kept.append(first)
            index += 1
            continue
        before = folded[max(0, first.start - 70) : first.start]
        opened = known.patterns["range_start"].search(before)
        if known.patterns["movement_from"].search(before) and known.patterns["movement"].search(before):
            kept.append(replace(second, bound=None))
        elif not opened and between in known.joiners:
            kept.extend((first, second))
        index += 2
    return kept


def _is_a_name(quantity: Quantity, folded: str, known: Grammar) -> bool:
    """Tell the number of «article 5», «no. 2», «flight 12», «one of them» from a count."""
    if quantity.kind != "number":
        return False
    if known.patterns["idioms"].match(folded, quantity.start):
        return True
    return quantity.unit is None and known.patterns["labels"].search(folded, max(0, quantity.start - 24), quantity.start) is not None


def _is_year(quantity: Quantity) -> bool:
    return quantity.unit is None and quantity.end - quantity.start == 4 and 1900 <= quantity.value <= 2100
