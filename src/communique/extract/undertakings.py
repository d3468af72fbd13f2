"""Where a text names something that is built, run or held: the noun, its own name, and the words around both.

Decides nothing about whether it is a project. Of «the dams of A, of B and of C» it makes three.
"""

import re
from dataclasses import replace

from communique.extract.project_ends import NONE, find_ends
from communique.extract.project_nouns import Noun, Nouns, Undertaking, nouns
from communique.extract.project_parts import part_before
from communique.extract.project_prefixes import prefix_of
from communique.extract.scene import Scene
from communique.language.names import Name
from communique.language.tokens import Sentence, Token

_ACRONYM = re.compile(r"\([A-ZÉ]{2,8}\)")
"""The short name of the noun, right after it: «le centre hospitalier universitaire (CHU) de Kara»."""


def find_undertakings(scene: Scene, sentence: Sentence) -> list[Undertaking]:
    """Give the undertakings that a sentence names, in order, none inside another."""
    known = nouns(scene.mentions.parse.language)
    found: list[Undertaking] = []
    offset = sentence.start
    while match := known.any.search(scene.mentions.folded, offset, sentence.end):
        noun, end = _longest(known, scene, sentence, match.start())
        offset = end
        named = noun is not None and "known" in noun.traits
        token = _head(sentence, match.start(), end) if known.names_before or named else sentence.at(match.start())
        if named and noun is not None and token is not None:
            span = (match.start(), end)
            found.append(Undertaking(noun, sentence, token, *span, *span, span, span))
            continue
        if (
            noun is None
            or token is None
            or token.upos not in ("NOUN", "PROPN", "X", "ADV")
            or _inside_name(scene, noun, match.start(), end)
            or (_goes_on(scene, token, end) if known.names_before else _of_capitals(scene, token, known))
        ):
            continue
        bare = Undertaking(noun, sentence, token, match.start(), end, match.start(), end, (match.start(), end), None)
        first = _crossing(scene, _phrase(scene, _prefixed(scene, bare, known), known), known)
        if (noun.near is not None and not _joins(scene, first)) or ("named" in noun.traits and not _named(scene, first)):
            continue
        if found and _explains(scene, found[-1], first, known):
            continue
        if found and first.start < found[-1].end and known.names_before:
            if "named" in noun.traits:
                continue
            found.pop()
        first = _with_part(scene, first, found[-1].end if found else sentence.start, known)
        found.extend(_sited(scene, first, known) or [first, *_listed(scene, first, known)])
        offset = max(end, found[-1].end)
    return sorted([*found, *_corridors(scene, sentence, found, known)], key=lambda u: u.start)


def _corridors(scene: Scene, sentence: Sentence, found: list[Undertaking], known: Nouns) -> list[Undertaking]:
    """The corridors that the knowledge base knows, named without the noun: «the Trans-Caspian route»."""
    noun = next(n for n in known.rows if n.kind == "corridor" and "known" not in n.traits)
    more = []
    for name in scene.mentions.names_in(sentence.start, sentence.end, "initiative"):
        if not _is_corridor(name):
            continue
        token = _head(sentence, name.start, name.end)
        if token is not None and all(name.end <= u.start or u.end <= name.start for u in found):
            span = (name.start, name.end)
            more.append(Undertaking(noun, sentence, token, *span, *span, span, span))
    return more


def _head(sentence: Sentence, start: int, end: int) -> Token | None:
    """The token of a span that hangs on one outside it; the last one where there are several."""
    inside = [t for t in sentence.tokens if t.start < end and start < t.end]
    heads = [t for t in inside if t.head < 0 or sentence.tokens[t.head] not in inside]
    nominal = [t for t in heads if t.upos in ("NOUN", "PROPN")]
    found = nominal or heads or inside
    return found[-1] if found else None


def _prefixed(scene: Scene, found: Undertaking, known: Nouns) -> Undertaking:
    """Take in the words before the noun, in a language that puts the name there; a corridor known by name is all its name."""
    around = scene.mentions.names_in(max(0, found.start - 60), found.noun_end + 60, "initiative")
    whole = next((n for n in around if _is_corridor(n) and n.start <= found.start and found.noun_end <= n.end), None)
    if whole is not None:
        return replace(found, start=whole.start, end=whole.end, proper=(whole.start, whole.end))
    if not known.names_before:
        return found
    start, proper = prefix_of(scene, found.sentence, found.noun_start, known.words, found.noun.kind == "mission")
    if proper is None and sum(w[:1].isupper() for w in scene.text[found.noun_start : found.noun_end].split()) > 1:
        proper = (found.noun_start, found.noun_end)
    return replace(found, start=start, proper=proper)


def _longest(known: Nouns, scene: Scene, sentence: Sentence, start: int) -> tuple[Noun | None, int]:
    """The longest noun at an offset, of those that have the words near them that they need."""
    best: tuple[Noun | None, int] = (None, start + 1)
    for noun in known.rows:
        match = noun.pattern.match(scene.mentions.folded, start, sentence.end)
        if match and match.end() > best[1] and (noun.near is None or noun.near.search(_around(scene, sentence))):
            best = (noun, match.end())
    return best


def _around(scene: Scene, sentence: Sentence) -> str:
    """The sentence and the one before it."""
    return scene.folded(scene.sentences[max(0, sentence.index - 1)].start, sentence.end)


def _inside_name(scene: Scene, noun: Noun, start: int, end: int) -> bool:
    """«Route» of «Route de la soie» is part of an initiative's name; a pipeline or a house of culture is itself."""
    around = scene.mentions.names_in(max(0, start - 60), end + 60, "initiative", "organization", "person", "place")
    house = noun.kind == "cultural-centre"
    corridor = noun.kind == "corridor"
    inside = [n for n in around if n.start <= start and end <= n.end and not _is_line(scene, n)]
    return any(not (corridor and _is_corridor(n)) for n in inside) and not house


def _is_corridor(name: Name) -> bool:
    """A corridor is a project, though the knowledge base lists it among initiatives."""
    return name.kind == "initiative" and name.key.endswith("corridor")


def _of_capitals(scene: Scene, token: Token, known: Nouns) -> bool:
    """«Trans Tunisian Pipeline Company»: a noun right after a capitalised word, written so itself."""
    before = scene.text[: token.start].rstrip(" ").rpartition(" ")[2]
    if known.words["determiner"].fullmatch(f"la {before.lower()} "):
        return False
    return token.text[:1].isupper() and before[:1].isupper() and before.isalpha() and len(before) > 3


def _goes_on(scene: Scene, token: Token, end: int) -> bool:
    """«Port» of «the Port Sudan Hospital»: a noun with a capital, and another right after it, is part of a longer name."""
    return token.text[:1].isupper() and bool(re.match(r"[ -](?:[A-Z][a-z]|\d+ ?[a-z]?[A-Z])", scene.text[end : end + 8]))


def _named(scene: Scene, found: Undertaking) -> bool:
    """Has it a name of its own, right before or after it? «Le projet de Durand» has none."""
    if found.proper is None or found.proper[1] <= found.noun_start:
        return found.proper is not None
    return not scene.folded(found.noun_end, found.proper[0]).strip(' "')


def _joins(scene: Scene, found: Undertaking) -> bool:
    """Has it a name or ends that join two places?"""
    return bool(found.ends) or bool(found.proper and re.search(r"\w ?[-–] ?\w", scene.text[found.proper[0] : found.proper[1]]))


def _crossing(scene: Scene, found: Undertaking, known: Nouns) -> Undertaking:
    """«A bridge across the Tagus»: what it crosses is its name, where it has no other."""
    match = known.crossing[1].match(scene.text, found.end, found.sentence.end) if found.noun.kind in known.crossing[0] else None
    if match is None or found.proper is not None or found.ends or scene.mentions.names_in(match.start("name"), match.end("name"), "state"):
        return found
    return replace(found, proper=match.span("name"), end=match.end(), label=(found.label[0], match.end()))


def _with_part(scene: Scene, found: Undertaking, start: int, known: Nouns) -> Undertaking:
    """A named site with one of its parts before it: the part is what is built, and governed by the deed."""
    part = part_before(scene, start, found.start, known.parts) if found.proper and "site" in found.noun.traits else None
    token = found.sentence.at(part.noun) if part else None
    if part is None or token is None:
        return found
    return replace(found, token=token, part=part.name, label=(part.start, found.end))


def _is_line(scene: Scene, name: Name) -> bool:
    """A pipeline or road between two states or regions that the knowledge base lists among initiatives."""
    return name.kind == "initiative" and bool(re.search(r"\w-\w", scene.text[name.start : name.end]))


def _explains(scene: Scene, earlier: Undertaking, later: Undertaking, known: Nouns) -> bool:
    """«…the base of Tema, a port of the south», «X is a power station»: the second only says what the first is."""
    if later.sentence.children(later.token, "cop") and later.proper is None:
        return True
    return bool(earlier.proper or earlier.ends) and bool(known.words["explains"].fullmatch(scene.folded(earlier.end, later.start)))


def _phrase(scene: Scene, found: Undertaking, known: Nouns) -> Undertaking:
    """Read the words after the noun: adjectives, goods, «of» and the name."""
    tokens = [t for t in found.sentence.tokens if t.start >= found.end]
    end, proper, place, open_of = found.end, found.proper, 0, False
    while place < len(tokens):
        token = tokens[place]
        bare = found.noun.kind in ("satellite", "equipment")
        unled = token.text == "(" or (token.text[:1].isupper() and not open_of and not bare)
        if known.names_before and (found.proper is not None or unled):
            break
        if short := _ACRONYM.match(scene.text, token.start, found.sentence.end) if proper is None and not open_of else None:
            end = short.end()
            place = next((i for i, t in enumerate(tokens) if t.start >= end), len(tokens))
            continue
        if token.text[:1].isupper() or (token.text in '"(«' and place + 1 < len(tokens) and tokens[place + 1].text[:1].isupper()):
            if (proper is None) == (token.text == "("):
                break
            span = _name_at(scene, token, known, found.sentence.end)
            if span is None:
                break
            proper = (proper[0], span[1]) if proper else span
            proper = (proper[0], _dashed(scene, found, proper[1], known))
            end = proper[1]
            place = next((i for i, t in enumerate(tokens) if t.start >= end), len(tokens))
            open_of = False
            continue
        word = scene.folded(token.start, token.end)
        if word in known.of_words or (open_of and word in known.of_articles):
            open_of = True
        elif (not known.names_before and _qualifies(scene, token, word, known)) or (open_of and token.upos == "NOUN" and proper is None):
            end, open_of = token.end, False
        else:
            break
        place += 1
    if found.noun.kind.startswith("year-of"):
        end = _year_end(scene, end, found.sentence.end)
    joins = found.noun.kind in known.joining and (found.noun.near is None or proper is None)
    after = found.noun_end if proper and known.words["led_by_of"].search(scene.folded(found.noun_end, proper[0])) else end
    ends, limit = find_ends(scene, found.sentence, after, known.between, known.ends) if joins else NONE
    end = max(end, limit)
    return replace(found, end=end, proper=proper, ends=ends, label=(_label_start(scene, found, known), end))


def _qualifies(scene: Scene, token: Token, word: str, known: Nouns) -> bool:
    """Adjectives, goods, adjectives of states and the participles that a noun of building has as a rule."""
    if token.upos == "ADJ" or word in known.goods or known.words["qualifier"].fullmatch(word):
        return True
    return bool(scene.mentions.names_in(token.start, token.end, "adjective"))


def _dashed(scene: Scene, found: Undertaking, end: int, known: Nouns) -> int:
    """Go on over a spaced hyphen or dash in the name of what runs from end to end: «Dakar - Thiès»."""
    rest = scene.text[end : found.sentence.end]
    match = known.ends["dash"].match(rest) if found.noun.kind in known.joining else None
    if match is None and found.noun.kind == "pipeline" and scene.text[found.noun_end : end].count(" ") == 1:
        match = known.words["long_name"].match(rest)
    return end + match.end() if match else end


def _year_end(scene: Scene, end: int, limit: int) -> int:
    """Take in the state that a year is of: «année du tourisme au Kazakhstan»."""
    near = scene.mentions.names_in(end, min(limit, end + 40), "state")
    return near[0].end if near and re.fullmatch(r" [a-z' ]{1,12}", scene.folded(end, near[0].start)) else end


def _name_at(scene: Scene, token: Token, known: Nouns, limit: int) -> tuple[int, int] | None:
    quoted = token.text in '"(«'
    start = token.end if quoted else token.start
    start += len(scene.text[start:limit]) - len(scene.text[start:limit].lstrip())
    match = known.words["name"].match(scene.text, start, limit)
    if match is None:
        return None
    end = match.end()
    if quoted and (whole := known.words["quoted"].match(scene.text[start:limit])):
        return start, start + whole.end("name")
    if known.words["institution"].match(match.group()) and (more := known.words["more"].match(scene.text[end:limit])):
        end += more.end()
    closing = scene.text[end : end + 2].strip()[:1]
    if token.text == "(":
        return token.start, end + (closing == ")")
    return start, end


def _label_start(scene: Scene, found: Undertaking, known: Nouns) -> int:
    low = max(found.sentence.start, found.start - 40)
    match = known.words["determiner"].search(scene.folded(low, found.start))
    return low + match.start() if match else found.start


def _sited(scene: Scene, first: Undertaking, known: Nouns) -> list[Undertaking]:
    """«Two posts, at A and B»: one for each place told after a plural that has no name."""
    plural = first.token.feat("Number") == "Plur" or bool(known.words["plural"].search(first.token.text))
    if not plural or first.ends or "site" not in first.noun.traits or (first.proper and first.proper[0] < first.noun_end):
        return []
    match = known.words["sited"].match(scene.text, first.noun_end, first.sentence.end)
    if match is None:
        return []
    found = []
    for name in known.words["name"].finditer(scene.text, match.start("places"), match.end("places")):
        found.append(replace(first, end=name.end(), proper=name.span(), label=(first.label[0], name.end()), site=name.group()))
    return found


def _listed(scene: Scene, first: Undertaking, known: Nouns) -> list[Undertaking]:
    """«, of B and of C» after a plural noun with a name."""
    found: list[Undertaking] = []
    plural = first.token.feat("Number") == "Plur" or bool(known.words["plural"].search(first.token.text))
    end = first.end
    while plural and first.proper is not None and (match := known.words["and_of"].match(scene.text, end, first.sentence.end)):
        token = first.sentence.at(match.end())
        span = _name_at(scene, token, known, first.sentence.end) if token is not None else None
        if span is None:
            break
        found.append(replace(first, end=span[1], proper=span, label=span, start=span[0]))
        end = span[1]
    return found
