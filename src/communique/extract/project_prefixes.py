"""What stands before the noun of an undertaking, where a language puts it there: «the China-Laos high-speed railway».

Gives where the phrase begins and the span of its own name. An adjective of a state, or a state alone, is no name.
"""

import re

from communique.extract.scene import Scene
from communique.language.tokens import Sentence, Token

_WITHIN = ("ADJ", "NOUN", "PROPN", "NUM", "SYM", "X")
_MODIFIERS = ("amod", "compound", "nummod", "nmod", "flat", "advmod", "case", "dep")


def prefix_of(
    scene: Scene, sentence: Sentence, noun: int, words: dict[str, re.Pattern[str]], owned: bool
) -> tuple[int, tuple[int, int] | None]:
    """Give the start of the phrase and its name, if any, before the noun at an offset; `owned` takes in «Kenya's»."""
    tokens = [t for t in sentence.tokens if t.end <= noun]
    taken: list[Token] = []
    for token in reversed(tokens):
        later = taken[-1] if taken else None
        limit = later.start if later else noun
        if len(scene.text[token.end : limit].strip()) or not _belongs(scene, sentence, token, later, words, owned):
            break
        taken.append(token)
    while taken and (taken[-1].text in "()" or taken[-1].upos == "PUNCT" or taken[-1].text in ("'s", "’s", "-", "–")):
        taken.pop()
    taken.reverse()
    start = taken[0].start if taken else noun
    return start, _name(scene, taken)


def _belongs(scene: Scene, sentence: Sentence, token: Token, later: Token | None, words: dict[str, re.Pattern[str]], owned: bool) -> bool:
    folded = scene.folded(token.start, token.end)
    if token.text == ")":
        return re.search(r"\([A-Z]\w+$", scene.text[sentence.start : token.start]) is not None
    if token.text == "(":
        return later is not None
    if token.text in ("-", "–", "‑", "/"):
        return later is not None
    if folded in ("'s", "'"):
        return owned
    if token.text[:1].isupper():
        if words["not_name"].fullmatch(folded):
            return False
        opens = token.index == 0 and token.upos not in ("PROPN", "NOUN", "ADJ", "X")
        return not opens and token.deprel not in ("obl", "aux")
    if later is not None and later.text == "-":
        return token.text.isalnum()
    if token.upos == "NUM":
        return later is not None and later.upos in ("NOUN", "SYM", "PROPN") and later.deprel in ("compound", "nmod")
    if words["qualifier"].fullmatch(folded):
        return True
    return token.upos in _WITHIN and token.deprel in _MODIFIERS and token.head > token.index


def _name(scene: Scene, taken: list[Token]) -> tuple[int, int] | None:
    """The last run of words with a capital; an adjective of a state before it does not belong to it."""
    runs: list[list[Token]] = []
    for place, token in enumerate(taken):
        joins = token.text in ("-", "–", "‑", "/") and 0 < place < len(taken) - 1
        capital = token.text[:1].isupper() or (token.text.isdigit() and bool(runs) and bool(runs[-1]))
        if capital or (joins and runs and runs[-1] and taken[place + 1].text[:1].isupper()):
            if not runs:
                runs.append([])
            runs[-1].append(token)
        elif runs and runs[-1]:
            runs.append([])
    for run in reversed([r for r in runs if r]):
        while run[-1].text.isdigit() and run[-1] is not taken[-1]:
            run.pop()
        named = _without_adjective(scene, run)
        if named is not None:
            return named
    return None


def _without_adjective(scene: Scene, run: list[Token]) -> tuple[int, int] | None:
    start, end = run[0].start, run[-1].end
    for name in scene.mentions.names_in(start, end, "adjective"):
        if name.start == start and name.end < end and scene.text[name.end] == " ":
            start = name.end + 1
    whole = [n for n in scene.mentions.names_in(start, end, "adjective", "state") if n.start == start and n.end == end]
    return None if whole or start >= end else (start, end)
