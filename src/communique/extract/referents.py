"""Who a phrase stands for: people, states, organizations, pronouns and collectives. An empty answer means «not said»."""

import re
from functools import lru_cache

from communique.extract.scene import Scene
from communique.language import clauses
from communique.language.folding import fold
from communique.language.packs import table
from communique.language.roles import Role
from communique.language.tokens import Sentence, Token
from communique.records.parts import Party

Parties = tuple[Party, ...]
_CLITICS = {
    "il",
    "elle",
    "ils",
    "elles",
    "-t-il",
    "-t-elle",
    "-il",
    "-elle",
    "-t-ils",
    "-t-elles",
    "-ils",
    "-elles",
    "celui-ci",
    "celle-ci",
    "ce dernier",
    "cette dernière",
    "lui",
}


def referents(scene: Scene, sentence: Sentence, head: Token, focus: Parties = ()) -> Parties:
    """Give the parties that the phrase of `head` names, coordinated ones included; `focus` is who a pronoun may mean."""
    found: list[Party] = []
    for token in clauses.conjuncts(sentence, head):
        if token is head or token.deprel == "conj":
            found.extend(_one(scene, sentence, token, focus))
    return tuple(dict.fromkeys(found))


def _one(scene: Scene, sentence: Sentence, token: Token, focus: Parties) -> Parties:
    if token.lemma == "qui" or token.text.lower() == "qui":
        antecedent = _antecedent(sentence, token)
        return _one(scene, sentence, antecedent, ()) if antecedent is not None else ()
    if token.upos == "PRON":
        return _pronoun(scene, sentence, token, focus)
    if mention := scene.mention_of(sentence, token):
        return (scene.person(mention.member),)
    start, end = scene.phrase(sentence, token)
    return (
        _collective(scene, sentence, token, start, end)
        or _office(scene, sentence, token, start, end, focus)
        or _body(scene, sentence, token, start, end, focus)
        or _apposed(scene, sentence, token)
    )


def _antecedent(sentence: Sentence, token: Token) -> Token | None:
    """What a relative pronoun stands for: the noun that its clause modifies."""
    verb = next((a for a in sentence.ancestors(token) if a.deprel == "acl"), None)
    head = sentence.head(verb) if verb is not None else None
    return head if head is not None and head.upos in ("NOUN", "PROPN") and head.index < token.index else None


def _pronoun(scene: Scene, sentence: Sentence, token: Token, focus: Parties) -> Parties:
    word = token.text.lower().lstrip("-").removeprefix("t-")
    if word in ("nous", "je", "j'"):
        return focus
    if word in ("celui-ci", "celle-ci", "dernier", "dernière"):
        return _last_named(scene, token.start) or focus[:1]
    focus = focus or _first_named(scene, sentence, token)
    plural = word.endswith("s") or token.feat("Number") == "Plur"
    if word not in _CLITICS:
        return ()
    if plural:
        return focus if len(focus) > 1 else representatives(scene, scene.sentences[max(0, sentence.index - 1)])
    if not focus:
        return ()
    people = [p for p in focus if p.kind == "person"]
    if not people and word in ("il", "elle"):
        return _first_named(scene, sentence, token) or focus[:1]
    return tuple((people or list(focus))[:1])


def _last_named(scene: Scene, before: int) -> Parties:
    earlier = [m for m in scene.mentions.cast.mentions if m.end <= before]
    return (scene.person(earlier[-1].member),) if earlier else ()


def _first_named(scene: Scene, sentence: Sentence, token: Token) -> Parties:
    here = scene.mentions.people_in(sentence.start, token.start)
    return (scene.person(here[0].member),) if here else _last_named(scene, sentence.start)


def _collective(scene: Scene, sentence: Sentence, token: Token, start: int, end: int) -> Parties:
    folded = scene.folded(start, end)
    if scene.patterns["persons"].search(folded) and token.feat("Number") != "Sing":
        return representatives(scene, sentence, _functions(folded))
    match = scene.patterns["states"].search(folded)
    if match and match.start() <= 12 + max(0, token.start - start):
        pair = scene.pair_at(sentence)
        return scene.states(pair) if len(pair) == 2 else ()
    return ()


def _functions(folded: str) -> tuple[str, ...]:
    """The office that «the two ministers» names."""
    for words, functions in _OFFICES:
        if words in folded:
            return functions
    return ()


_OFFICES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("dirigeant", ("head-of-state", "head-of-government")),
    ("leader", ("head-of-state", "head-of-government")),
    ("premier", ("head-of-government",)), ("chefs de gouvernement", ("head-of-government",)),
    ("ministres", ("foreign-minister", "minister")), ("diplomatie", ("foreign-minister",)),
    ("president", ("head-of-state",)), ("chefs d'etat", ("head-of-state",)),
)  # fmt: skip


def representatives(scene: Scene, sentence: Sentence, functions: tuple[str, ...] = ()) -> Parties:
    """Give the two people of two states named last before the end of a sentence, of an office if one is asked for, else their states."""
    found: dict[str, Party] = {}
    pair = scene.pair_at(sentence)
    members = scene.mentions.cast.members
    before = [
        m for m in scene.mentions.cast.mentions if m.end <= sentence.end and (not functions or scene.acts_as(members[m.member], functions))
    ]
    if functions and len({members[m.member].state for m in before}) < 2:
        return representatives(scene, sentence)
    for mention in reversed(before):
        party = scene.person(mention.member)
        if party.state and party.state in pair and party.state not in found:
            found[party.state] = party
        if len(found) == 2:
            return tuple(found[s] for s in pair if s in found)
    return scene.states(pair) if len(pair) == 2 else ()


def _office(scene: Scene, sentence: Sentence, token: Token, start: int, end: int, focus: Parties) -> Parties:
    for role in scene.mentions.roles_in(sentence.start, sentence.end):
        if role.start <= token.start < role.end:
            if role.plural and role.function != "spokesperson":
                return _office_pair(scene, sentence, role.function)
            if role.function == "counterpart":
                party = scene.holder(role)
                return (party,) if party.id else ()
            if not role.state and not role.organization and (known := _without_state(scene, role, focus)):
                return known
            return (scene.holder(role),)
    return ()


def _without_state(scene: Scene, role: Role, focus: Parties) -> Parties:
    """«le diplomate», «le ministre»: the one in focus, else the only one of the cast with such an office."""
    members = scene.mentions.cast.members
    same = [
        i
        for i, m in enumerate(members)
        if m.role and (m.role == role.role or role.function not in ("other", "leader") and m.function == role.function)
    ]
    if role.role == "Diplomat" and not same:
        return focus if len(focus) == 1 and focus[0].kind == "person" else _last_named(scene, role.start)
    if len(focus) == 1 and focus[0].kind == "person":
        office = next((m for m in members if m.name == focus[0].name), None)
        generic = role.function in ("leader", "other", "minister") and role.role in (
            "",
            "Diplomat",
            "Minister",
            "Director",
            "Adviser",
        )
        if generic or office is not None and office.function == role.function:
            return focus
    return (scene.person(same[0]),) if len(same) == 1 else ()


def _office_pair(scene: Scene, sentence: Sentence, function: str) -> Parties:
    people = [p for p in representatives(scene, sentence) if p.kind == "person"]
    return tuple(people) if len(people) == 2 else ()


def _body(scene: Scene, sentence: Sentence, token: Token, start: int, end: int, focus: Parties) -> Parties:
    """States, organizations, capitals as the head; «la partie kazakhe», «son pays»."""
    for name in scene.mentions.names_in(start, end):
        if not name.start <= token.start < name.end:
            continue
        if name.kind == "state" and name.key:
            return (scene.state(name.key),)
        if name.kind == "organization" and name.key:
            return (scene.organization(name.key),)
        if name.kind == "place" and (metonym := scene.metonym(name.key)):
            return (scene.state(metonym),)
        if name.kind == "adjective" and token.text[:1].isupper() and name.key:
            return (scene.state(name.key),)
    language = scene.mentions.parse.language
    folded = scene.folded(start, end)
    noun = scene.folded(token.start, token.end)
    if scene.patterns["own"].search(folded) and focus and focus[0].state:
        return (scene.state(focus[0].state),)
    states = [n.key for n in scene.mentions.names_in(start, end, "state", "adjective") if n.key]
    if noun in _folded(language, "state"):
        if states:
            return scene.states(list(dict.fromkeys(states)))
        near = _country_in_focus(scene, folded, focus)
        return (scene.state(near),) if near else ()
    if noun in _folded(language, "organization"):
        written = re.sub(r"^(?:l['’]|les? |la |un |une |des |du |d['’])", "", scene.text[start:end], flags=re.IGNORECASE)
        return (Party(name=written, kind="organization", state=states[0] if states else None),)
    return ()


@lru_cache(maxsize=16)
def _folded(language: str, kind: str) -> frozenset[str]:
    return frozenset(map(fold, table(language, "institutions")[kind]))


def _country_in_focus(scene: Scene, folded: str, focus: Parties) -> str:
    if scene.patterns["article_country"].search(folded) and focus and focus[0].state:
        return focus[0].state
    return ""


def _apposed(scene: Scene, sentence: Sentence, token: Token) -> Parties:
    for child in sentence.children(token, "appos", "flat", "nmod"):
        if child.deprel == "nmod" and sentence.children(child, "case"):
            continue
        if mention := scene.mention_of(sentence, child):
            return (scene.person(mention.member),)
    return ()


def sides(scene: Scene, parties: Parties) -> Parties:
    """Give the states, or organizations, that parties speak for, each once."""
    found = [scene.state(p.state) if p.state and p.kind != "organization" else p for p in parties]
    return tuple(dict.fromkeys(p for p in found if p.kind != "person" or not p.state))
