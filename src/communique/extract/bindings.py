"""A binding word with what it binds, and the syntax that all rules of binding share: completing infinitives, denial, marks."""

from dataclasses import dataclass

from communique.extract.frames import Frames
from communique.language import clauses
from communique.language.tokens import Sentence, Token


@dataclass(frozen=True, slots=True)
class Trigger:
    """A binding word, the head of who is bound (none where nobody is named), and the heads of what is to be done."""

    token: Token
    force: str
    bound: Token | None
    heads: tuple[Token, ...]
    rule: str
    addressed: bool = False
    """Whether `bound` is asked by someone else («appelle X à»)."""


def denied(sentence: Sentence, token: Token) -> bool:
    """Tell whether a word is denied; «ne cesser de» and «ne ménager aucun effort» are not."""
    before = sentence.tokens[token.index - 1].text.lower() if token.index else ""
    if before == "ni":
        return True
    return clauses.form(sentence, token).negated and token.lemma not in ("cesser", "ménager", "tarder", "manquer")


def mark_of(sentence: Sentence, token: Token) -> str:
    """Give the first word of what marks a phrase, empty where nothing does."""
    return clauses.marker(sentence, token).split(" ")[0]


def infinitives(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    """Give the infinitives that complete a word, purpose clauses left out."""
    found = []
    for complement in clauses.complements(sentence, token):
        if complement.index < token.index or not (clauses.is_infinitive(complement) or complement.deprel == "conj"):
            continue
        mark = clauses.marker(sentence, complement)
        if mark.startswith(("pour", "afin", "en vue", "sans", "avant", "après")):
            continue
        if clauses.is_infinitive(complement) and not _fixed(sentence, complement):
            found.append(complement)
    if not found:
        found = _right_behind(sentence, token)
    if found:
        bare = [t for t in sentence.children(token, "conj") if clauses.is_infinitive(t) and t.index > found[0].index]
        rest = [*clauses.series(sentence, found[0]), *bare]
        known = {t.index: t for t in [*_listed_before(sentence, token, found[0]), *found, *rest] if not _fixed(sentence, t)}
        found = sorted(known.values(), key=lambda t: t.index)
    return tuple(found)


def _listed_before(sentence: Sentence, token: Token, first: Token) -> list[Token]:
    """«s'est engagé, …, à bâtir X, à élargir Y»: what stands before in a row of «, à + infinitive», tied elsewhere."""

    def listed(t: Token) -> bool:
        return t.index > 2 and sentence.tokens[t.index - 1].text.lower() == "à" and sentence.tokens[t.index - 2].text == ","

    between = sentence.tokens[token.index + 1 : first.index] if listed(first) else ()
    return [t for t in between if clauses.is_infinitive(t) and listed(t)]


def _fixed(sentence: Sentence, token: Token) -> bool:
    """Is it no verb of its own («à compter du», «à en croire», «au sortir de»)?"""
    before = sentence.tokens[token.index - 1].text.lower() if token.index else ""
    return before in ("au", "du") or before in ("à", "en") and token.lemma in ("compter", "commencer", "partir", "croire", "juger")


def _right_behind(sentence: Sentence, token: Token) -> list[Token]:
    """The infinitive right behind a verb, adverbs and «à», «de» between, where the parser tied it elsewhere."""
    for follow in sentence.tokens[token.index + 1 : token.index + 6]:
        if clauses.is_infinitive(follow):
            return [] if _fixed(sentence, follow) else [follow]
        if follow.upos not in ("ADV", "ADP", "PRON", "ADJ") or follow.text.lower() in ("pour", "sans", "afin"):
            return []
    return []


_URGING = ("exhorter", "appeler", "inviter", "encourager", "inciter", "presser", "enjoindre", "sommer")


def asked(sentence: Sentence, token: Token, found: tuple[Token, ...]) -> tuple[Token, ...]:
    """Give the infinitives of an appeal from the first on that follows «à» or «de»: «appelle X à faire …, à élargir …»."""
    stop = found[0].index if found else token.index + 18
    for follow in sentence.tokens[token.index + 1 : stop]:
        if follow.text in (",", ";", ":") or follow.upos == "AUX":
            break
        opened = clauses.is_infinitive(follow) and sentence.tokens[follow.index - 1].text.lower() in ("à", "de", "d'")
        if opened and not _fixed(sentence, follow):
            governor = sentence.head(follow)
            tied = governor is not None and governor.upos == "NOUN" and governor.index == follow.index - 2
            if governor is not None and tied and not (token.lemma in _URGING and governor.head == token.index):
                break
            rest = [*found, *clauses.series(sentence, follow)]
            return tuple(sorted({t.index: t for t in rest}.values(), key=lambda t: t.index))
    return found


def wanted(sentence: Sentence, token: Token) -> Token | None:
    """Give the verb of «souhaite que l'autre + verb»."""
    for child in sentence.children(token, "ccomp", "acl", "xcomp", "advcl"):
        if child.index > token.index and child.subtype != "relcl" and clauses.marker(sentence, child).startswith("qu"):
            return child
    return None


def binding_clause(sentence: Sentence, token: Token, verb: Token, force: str, lexicon: Frames) -> Trigger | None:
    """Give what «que» and a clause ask of its subject: «suggère que les deux parties promeuvent …»."""
    heads: tuple[Token, ...] = (verb,)
    if verb.lemma in lexicon.light_verbs:
        heads = infinitives(sentence, verb) or heads
    further = [t for t in clauses.conjuncts(sentence, verb) if t is not verb and t.upos == "VERB"]
    for other in further:
        heads = (*heads, *((infinitives(sentence, other) if other.lemma in lexicon.light_verbs else ()) or (other,)))
    if any(h.upos not in ("VERB", "AUX") or h.lemma in ("être", "avoir", "pouvoir", "permettre") for h in heads):
        return None
    bound = clauses.own_subject(sentence, verb)
    if bound is None or clauses.form(sentence, verb).passive:
        return None
    return Trigger(token, force, bound, heads, "wanted", addressed=True)


def is_embedded(sentence: Sentence, token: Token, lexicon: Frames) -> bool:
    """Tell whether a word stands in an indirect question or a condition, or under «accuser»: nothing is bound there."""
    for before in reversed(sentence.tokens[max(0, token.index - 9) : token.index]):
        if before.lemma in ("quel", "accuser", "soupçonner") or before.text.lower() in ("quels", "quelles", "accusant"):
            return True
        if before.text in (",", ";", ":", '"'):
            return False
        if before.text.lower() in ("si", "s'") and before.upos == "SCONJ":
            return True
    return False
