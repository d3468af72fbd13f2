"""Words attributed by a preposition: «selon le ministre, …». A journal's own source («selon un communiqué») is no speaker."""

import re

from communique.extract.frames import Frames
from communique.extract.judgements import trimmed_end
from communique.extract.scene import Scene
from communique.language import clauses
from communique.language.folding import fold
from communique.language.tokens import Sentence, Token


def according(scene: Scene, sentence: Sentence, lexicon: Frames) -> list[tuple[Token, tuple[int, int]]]:
    """Give the heads of those named after «selon» and the words attributed to them."""
    folded = scene.folded(sentence.start, sentence.end)
    found = []
    for phrase in lexicon.according:
        for match in re.finditer(rf"(?<!\w){re.escape(fold(phrase))}(?!\w)", folded):
            head = _head(sentence, sentence.start + match.end())
            if head is not None and not lexicon.cues["medium"].search(_phrase(scene, sentence, head)):
                found.append((head, _around(scene, sentence, sentence.start + match.start(), head, lexicon)))
    relative = lexicon.cues["for_whom"].search(folded)
    qui = sentence.at(sentence.start + relative.end() - 1) if relative else None
    if qui is not None and qui.end + 1 < trimmed_end(scene, sentence):
        found.append((qui, (qui.end + 1, trimmed_end(scene, sentence))))
    return found + _opening(scene, sentence, lexicon) + _judged_by(scene, sentence, lexicon)


def _phrase(scene: Scene, sentence: Sentence, head: Token) -> str:
    """The words of a noun phrase, folded: a press service or an agency is a source, nobody who speaks."""
    start, end = clauses.span(sentence, head, without=("acl", "advcl", "parataxis", "appos"))
    return scene.folded(start, end)


def _opening(scene: Scene, sentence: Sentence, lexicon: Frames) -> list[tuple[Token, tuple[int, int]]]:
    """«Pour lui, le pont est un atout»: a person's view that opens the sentence."""
    tokens = sentence.tokens
    if len(tokens) < 5 or tokens[0].text.lower() not in lexicon.weak_according or lexicon.forms["subject_first"]:
        return []
    comma = next((t for t in tokens[1:8] if t.text == ","), None)
    head = _head(sentence, tokens[0].end)
    if comma is None or head is None or head.index > comma.index or not _someone(scene, sentence, head, lexicon):
        return []
    end = trimmed_end(scene, sentence)
    return [(head, (comma.end + 1, end))] if comma.end + 1 < end else []


def _someone(scene: Scene, sentence: Sentence, head: Token, lexicon: Frames) -> bool:
    return head.text.lower() in lexicon.words["person_third"] or scene.mention_of(sentence, head) is not None


def _judged_by(scene: Scene, sentence: Sentence, lexicon: Frames) -> list[tuple[Token, tuple[int, int]]]:
    """«il est nécessaire pour M. X de …», «c'est pour M. X une occasion»: a person's judgement, behind a copula."""
    copula = next((t for t in sentence.tokens if t.lemma in lexicon.words["copulas"]), None)
    if copula is None:
        return []
    for token in sentence.tokens[copula.index + 1 : copula.index + 8]:
        if token.text.lower() in lexicon.weak_according:
            head = _head(sentence, token.end)
            if head is not None and scene.mention_of(sentence, head) is not None:
                return [(head, (sentence.start, trimmed_end(scene, sentence)))]
    return []


def _head(sentence: Sentence, offset: int) -> Token | None:
    for token in sentence.tokens:
        if token.start >= offset and token.upos in ("NOUN", "PROPN", "PRON"):
            return _of_compound(sentence, token)
        if token.start >= offset and token.upos not in ("DET", "ADJ", "NUM", "ADP"):
            return None
    return None


def _of_compound(sentence: Sentence, token: Token) -> Token:
    """The head of a compound («Finance Ministry», «Prime Minister X») that the first noun only modifies."""
    head = sentence.head(token)
    while head is not None and token.deprel in ("compound", "nmod") and head.index > token.index and head.upos in ("NOUN", "PROPN"):
        if any(t.text == "," for t in sentence.tokens[token.index : head.index]):
            break
        if token.deprel == "nmod" and token.subtype not in ("desc", "poss", ""):
            break
        token, head = head, sentence.head(head)
    return token


def _around(scene: Scene, sentence: Sentence, start: int, head: Token, lexicon: Frames) -> tuple[int, int]:
    """Give the words before «selon X» where it closes the sentence, else those after it."""
    end_of_phrase = clauses.span(sentence, head, without=("acl", "advcl", "parataxis"))[1]
    rest = sum(c.isalnum() for c in scene.text[end_of_phrase : sentence.end])
    inserted = not lexicon.cues["going_on"].match(scene.folded(end_of_phrase, sentence.end))
    if start - sentence.start > 25 and rest > 3 and inserted:
        return sentence.start, trimmed_end(scene, sentence)
    if start - sentence.start > 25:
        end = start
        while end > sentence.start and scene.text[end - 1] in " ,":
            end -= 1
        return sentence.start, end
    begin = end_of_phrase
    while begin < sentence.end and scene.text[begin] in " ,:":
        begin += 1
    last = trimmed_end(scene, sentence)
    return (begin, last) if begin < last else (sentence.start, last)
