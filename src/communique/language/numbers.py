"""Quantities of a text: numbers with what they count, money, percentages, ordinals, and how exact they claim to be.

Refuses ranges («entre 5 et 6 milliards»), vague counts («des milliers»), an article that only looks like «one», and a
currency name that several states share, unless the states named decide it. Years and days of the month are numbers
too: whoever asks for quantities leaves out those that a time expression covers.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Literal

from communique.language.numbers_grammar import Bound, Grammar, digits_value, grammar, words_value

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


def find_numbers(text: str, folded: str, language: str, *, states: Collection[str] = ()) -> list[Quantity]:
    """Give the quantities of a text in order; `folded` has its offsets, `states` decide on currencies of one name."""
    known = grammar(language)
    found = [q for match in known.number.finditer(folded) if (q := _quantity(match, folded, known, states)) is not None]
    found.extend(_symbol_first(folded, known, found))
    found = _without_ranges(_disjoint(found), folded, known)
    taken = [(q.start, q.end) for q in found if q.unit is not None]
    ordinals = [o for o in _ordinals(folded, known) if not any(a < o.end and o.start < b for a, b in taken)]
    plain = [q for q in found if not any(o.start < q.end and q.start < o.end for o in ordinals)]
    return sorted([*plain, *ordinals], key=lambda q: (q.start, q.end))


def _quantity(match: re.Match[str], folded: str, known: Grammar, states: Collection[str]) -> Quantity | None:
    value, about = _value(match, known)
    if value is None:
        return None
    start, end = match.span()
    scaled = 1.0
    for word in re.findall(r"[a-z]+", match["scale"]):
        scaled *= known.scales.get(word, 1.0)
    if half := re.compile(r" " + known.patterns["half_after"].pattern.removeprefix(r"\b")).match(folded, end):
        value, end = value + 0.5, half.end()
    value *= scaled
    bare = match["words"] in known.articles and scaled == 1.0
    unit_end, unit, kind = _unit(folded, end, known, states)
    if bare and kind != "money":
        return None
    if scaled in (1e6, 1e9) and kind != "money" and re.search(r"\b(?:m|mio|mia)$", match["scale"]):
        return None
    bound = _bound(folded, start, unit_end, known) or ("about" if about else None)
    return Quantity(start, unit_end, float(f"{value:.12g}"), unit, kind, bound)


def _value(match: re.Match[str], known: Grammar) -> tuple[float | None, bool]:
    """Give the number before its scale words, and whether it is a round one by nature."""
    if match["digits"]:
        return digits_value(match["digits"]), False
    if match["collective"]:
        return float(known.collective[match["collective"]]), True
    return words_value([w for w in re.split(r"[ -]", match["words"]) if w != "et"], known.words), False


def _unit(folded: str, end: int, known: Grammar, states: Collection[str]) -> tuple[int, str | None, QuantityKind]:
    if percent := re.compile(rf" ?(?:{known.patterns['percent'].pattern})").match(folded, end):
        return percent.end(), "%", "percentage"
    if money := known.currency.match(folded, end) or known.currency.match(folded, end + 1 if folded[end : end + 1] == " " else end):
        return money.end(), _code(money, known, states), "money"
    for place in (end, end + 1 if folded[end : end + 1] == " " else end):
        if unit := known.unit.match(folded, place):
            return unit.end(), known.units[int(str(unit.lastgroup)[1:])], "number"
    return end, None, "number"


def _code(match: re.Match[str], known: Grammar, states: Collection[str]) -> str | None:
    currency = known.currencies[int(str(match.lastgroup)[1:])]
    codes = {currency.states[s] for s in states if s in currency.states}
    return currency.code or (codes.pop() if len(codes) == 1 else None)


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


def _symbol_first(folded: str, known: Grammar, found: list[Quantity]) -> list[Quantity]:
    """«$3,5 milliards», «USD 40 millions»: money whose sign stands first; also half of a scale, «un demi-milliard»."""
    more: list[Quantity] = []
    for quantity in [q for q in found if q.kind == "number" and q.unit is None]:
        head = folded[max(0, quantity.start - 4) : quantity.start].rstrip()
        sign = next((s for s in ("us$", "$", "€", "£", "usd", "eur") if head.endswith(s)), "")
        if sign and (match := known.currency.fullmatch(sign)):
            found.remove(quantity)
            more.append(replace(quantity, unit=_code(match, known, ()), kind="money", start=quantity.start - len(sign)))
    for match in re.finditer(rf"{known.patterns['half_before'].pattern}(?P<scale>millions?|milliards?|million|milliard)(?!\w)", folded):
        end, unit, kind = _unit(folded, match.end(), known, ())
        more.append(
            Quantity(
                match.start(),
                end,
                known.scales[match["scale"]] / 2,
                unit,
                kind,
                _bound(folded, match.start(), end, known),
            )
        )
    return more


def _without_ranges(found: list[Quantity], folded: str, known: Grammar) -> list[Quantity]:
    """Drop both ends of a range; of a movement («porter de 5 à 8 milliards») keep where it ends."""
    kept: list[Quantity] = []
    index = 0
    while index < len(found):
        first, second = found[index], found[index + 1] if index + 1 < len(found) else None
        link = second is not None and known.patterns["range_link"].fullmatch(folded, first.end, second.start)
        if (
            not link
            or second is None
            or _is_year(first) != _is_year(second)
            or (folded[first.end : second.start].strip() in ("et", "ou") and first.unit is not None)
        ):
            kept.append(first)
            index += 1
            continue
        before = folded[max(0, first.start - 70) : first.start]
        opened = known.patterns["range_start"].search(before)
        if opened and opened.group().strip() == "de" and known.patterns["movement"].search(before):
            kept.append(replace(second, bound=None))
        elif not opened and folded[first.end : second.start].strip() == "et":
            kept.extend((first, second))
        index += 2
    return kept


def _is_year(quantity: Quantity) -> bool:
    return quantity.unit is None and quantity.end - quantity.start == 4 and 1900 <= quantity.value <= 2100


def _ordinals(folded: str, known: Grammar) -> list[Quantity]:
    found = []
    for match in known.ordinal.finditer(folded):
        value = known.ordinals[match["word"]] if match["word"] else int(match[1])
        found.append(Quantity(match.start(), match.end(), float(value), None, "ordinal", None))
    return found
