"""Who a phrase stands for: people, states, organizations, pronouns and collectives. An empty answer means «not said»."""

from dataclasses import replace

from communique.extract.bodies import body
from communique.extract.genders import clashes, feminine_state, gender_of, member_of, named_of
from communique.extract.scene import Scene
from communique.language import clauses
from communique.language.packs import table
from communique.language.roles import Role
from communique.language.tokens import Sentence, Token
from communique.records.parts import Party

Parties = tuple[Party, ...]


def referents(scene: Scene, sentence: Sentence, head: Token, focus: Parties = ()) -> Parties:
    """Give the parties that the phrase of `head` names, coordinated ones included; `focus` is who a pronoun may mean."""
    found: list[Party] = []
    for token in clauses.conjuncts(sentence, head):
        if token is head or token.deprel == "conj":
            found.extend(_one(scene, sentence, token, focus))
    return tuple(dict.fromkeys(found))


def _one(scene: Scene, sentence: Sentence, token: Token, focus: Parties) -> Parties:
    if token.text.lower() in scene.frames.words["who"] or token.upos == "PRON" and _is_relative(sentence, token):
        antecedent = _antecedent(sentence, token)
        return _one(scene, sentence, antecedent, ()) if antecedent is not None else ()
    if token.upos == "PRON":
        return _pronoun(scene, sentence, token, focus)
    if mention := scene.mention_of(sentence, token):
        return (scene.person(mention.member),)
    start, end = scene.phrase(sentence, token)
    return (
        _collective(scene, sentence, token, start, end)
        or _other_one(scene, sentence, token, focus)
        or _office(scene, sentence, token, start, end, focus)
        or body(scene, token, start, end, focus)
        or _apposed(scene, sentence, token)
    )


def _antecedent(sentence: Sentence, token: Token) -> Token | None:
    """What a relative pronoun stands for: the noun that its clause modifies."""
    verb = next((a for a in sentence.ancestors(token) if a.deprel == "acl"), None)
    head = sentence.head(verb) if verb is not None else None
    return head if head is not None and head.upos in ("NOUN", "PROPN") and head.index < token.index else None


def _is_relative(sentence: Sentence, token: Token) -> bool:
    """«which said», «that pledged»: a relative pronoun as the subject of its clause."""
    return token.feat("PronType") == "Rel" and sentence.language != "fr"


def _pronoun(scene: Scene, sentence: Sentence, token: Token, focus: Parties) -> Parties:
    words = scene.frames.words
    word = token.text.lower().lstrip("-").removeprefix("t-")
    if word in words["person_first"]:
        return focus
    if word in words["person_latter"]:
        return _last_named(scene, token.start) or focus[:1]
    if word not in words["person_third"]:
        return ()
    if (gender := gender_of(scene, word)) and (known := _gendered(scene, sentence, token, focus, gender)):
        return known
    focus = focus or _first_named(scene, sentence, token)
    if word in words["person_neuter"]:
        return tuple(p for p in focus if p.kind != "person")[:1]
    if word in words["person_plural"] or token.feat("Number") == "Plur":
        if _of_unknown(scene, sentence, token):
            return ()
        return focus if len(focus) > 1 else representatives(scene, scene.sentences[max(0, sentence.index - 1)])
    if not focus:
        return ()
    people = [p for p in focus if p.kind == "person"]
    if people and gender and clashes(scene, people[0], gender):
        return named_of(scene, sentence, token.start, gender) or feminine_state(scene, sentence, gender) or ()
    if not people:
        return _first_named(scene, sentence, token) or focus[:1]
    return tuple((people or list(focus))[:1])


def _gendered(scene: Scene, sentence: Sentence, token: Token, focus: Parties, gender: str) -> Parties:
    """«Elle», «elles» after «la Commission», «les deux parties»: the subject before it of that gender and number, no person."""
    if token.feat("Gender") == "" and not scene.frames.words["feminine_article"]:
        return ()
    if any(p.kind == "person" and not clashes(scene, p, gender) for p in focus):
        return ()
    near = scene.sentences[max(0, sentence.index - 1) : sentence.index]
    wanted = ("Fem" if gender == "f" else "Masc", "Plur" if token.feat("Number") == "Plur" else "Sing")
    for before, last in ((sentence, token.index), *((s, len(s.tokens)) for s in near)):
        for noun in reversed(before.tokens[:last]):
            if noun.deprel == "nsubj" and noun.upos == "NOUN" and (noun.feat("Gender"), noun.feat("Number")) == wanted:
                return tuple(p for p in _one(scene, before, noun, ()) if p.kind != "person")
    return ()


def _of_unknown(scene: Scene, sentence: Sentence, token: Token) -> bool:
    """«The rebels said that they …»: a plural that goes back to a plural noun of the same sentence, whom nothing resolves."""
    before = [t for t in sentence.tokens[: token.index] if t.deprel == "nsubj" and t.upos == "NOUN" and t.feat("Number") == "Plur"]
    return bool(before) and not _one(scene, sentence, before[-1], ())


def _other_one(scene: Scene, sentence: Sentence, token: Token, focus: Parties) -> Parties:
    """«son hôte», «his host»: of the two people the one who is not in focus, of the state that stands with it if one does."""
    if token.lemma.lower() not in scene.frames.words["others"]:
        return ()
    if not any(t.feat("Poss") == "Yes" or t.upos == "DET" and t.lemma in ("son", "leur") for t in sentence.children(token)):
        return ()
    start, end = scene.phrase(sentence, token)
    states = scene.states_in(start, end)
    if any(r.function == "counterpart" and r.start <= token.start < r.end for r in scene.mentions.cast.free) and states:
        return ()
    here = [p for p in representatives(scene, sentence) if p.kind == "person"]
    if states:
        return tuple(p for p in here if p.state == states[0])
    rest = tuple(p for p in here if p not in focus)
    return rest if len(here) == 2 and len(rest) == 1 else ()


def epithet(scene: Scene, sentence: Sentence, head: Token, focus: Parties) -> Parties:
    """«a lâché le Vaudois», «le maître du Kremlin»: who is in focus, or the one person of the state named, by another name."""
    words, institutions = scene.frames.words, table(scene.language, "institutions")
    determined = any(t.text.lower() in words["definite"] for t in sentence.tokens[max(0, head.index - 3) : head.index])
    silent = {*institutions["organization"], *institutions["document"], *institutions["things"], *institutions["state"]}
    if head.upos not in ("NOUN", "PROPN") or not determined or head.lemma.lower() in silent or head.feat("Number") == "Plur":
        return ()
    if any(t.upos == "PROPN" and t.index == head.index + 1 for t in sentence.children(head, "appos", "flat")):
        return ()
    start, end = scene.phrase(sentence, head)
    people = tuple(p for p in focus if p.kind == "person")
    if head.lemma.lower() in words["others"]:
        return people if len(people) == 1 else ()
    if states := scene.states_in(start, end):
        before = [m.member for m in scene.mentions.cast.mentions if m.end <= start]
        same = [i for i in dict.fromkeys(before) if scene.mentions.cast.members[i].state == states[0]]
        return (scene.person(same[0]),) if len(same) == 1 else ()
    if len(scene.text[start:end].split()) > 4 or scene.mentions.names_in(start, end):
        return ()
    if any(t.text.lower() in words["feminine_article"] for t in sentence.tokens[max(0, head.index - 3) : head.index]):
        women = tuple(p for p in people if (member := member_of(scene, p)) is not None and member.gender == "f")
        people = women or tuple(p for p in people if not clashes(scene, p, "f"))
    return people if len(people) == 1 else ()


def _last_named(scene: Scene, before: int) -> Parties:
    earlier = [m for m in scene.mentions.cast.mentions if m.end <= before]
    return (scene.person(earlier[-1].member),) if earlier else ()


def _first_named(scene: Scene, sentence: Sentence, token: Token) -> Parties:
    here = scene.mentions.people_in(sentence.start, token.start)
    return (scene.person(here[0].member),) if here else _last_named(scene, sentence.start)


def _collective(scene: Scene, sentence: Sentence, token: Token, start: int, end: int) -> Parties:
    folded = scene.folded(start, end)
    if scene.patterns["persons"].search(folded) and token.feat("Number") != "Sing":
        return representatives(scene, sentence, _functions(scene, folded))
    match = scene.patterns["states"].search(folded)
    if match and match.start() <= 12 + max(0, token.start - start):
        pair = scene.pair_at(sentence)
        return scene.states(pair) if len(pair) == 2 else ()
    return ()


def _functions(scene: Scene, folded: str) -> tuple[str, ...]:
    """The office that «the two ministers» names."""
    return next((functions for words, functions in scene.frames.offices if words in folded), ())


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
    high = {members[m.member].state for m in before if members[m.member].function != "other"}
    for mention in reversed(before):
        if not functions and members[mention.member].function == "other" and members[mention.member].state in high:
            continue
        party = scene.person(mention.member)
        if party.state and party.state in pair and party.state not in found:
            found[party.state] = party
        if len(found) == 2:
            return tuple(found[s] for s in pair if s in found)
    return scene.states(pair) if len(pair) == 2 else ()


def _office(scene: Scene, sentence: Sentence, token: Token, start: int, end: int, focus: Parties) -> Parties:
    for role in scene.mentions.roles_in(sentence.start, sentence.end):
        if role.start <= token.start < role.end:
            if any(t.text.lower() in scene.frames.words["indefinite"] for t in sentence.children(token, "det")):
                written = scene.text[token.start : end] if end > token.start else scene.text[role.start : role.end]
                return (Party(name=written, kind="person", state=role.state or None, role=role.role or None),)
            if role.plural and role.function != "spokesperson":
                return _office_pair(scene, sentence, token, role)
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
    if (guests := scene.guests(role, same)) != same:
        return (scene.person(guests[0]),) if len(guests) == 1 else ()
    if role.role == "Diplomat" and not same:
        return focus if len(focus) == 1 and focus[0].kind == "person" else _last_named(scene, role.start)
    titled = [i for i in same if role.role and members[i].role == role.role]
    own = [i for i in same if members[i].state == scene.home and members[i].function == role.function]
    if len(own) == 1 and len(same) > 1 and scene.text[role.start].isupper() and role.function in ("head-of-state", "head-of-government"):
        return (scene.person(own[0]),)
    if len(focus) == 1 and focus[0].kind == "person":
        office = next((m for m in members if m.name == focus[0].name), None)
        if not same and not role.state and office is not None and not office.role:
            return focus
        if role.function == "minister" and office is not None and office.function in ("head-of-state", "head-of-government"):
            before = [m.member for m in scene.mentions.cast.mentions if m.end <= role.start]
            ministers = [i for i in before if members[i].function in ("minister", "foreign-minister")]
            return (scene.person(ministers[-1]),) if ministers else ()
        if office is not None and office.role != role.role and len(titled) == 1 and not {office.role, role.role} <= _PREMIERS:
            return (scene.person(titled[0]),)
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


_PREMIERS = {"Premier", "Prime Minister", "Chief Minister"}


def _office_pair(scene: Scene, sentence: Sentence, token: Token, role: Role) -> Parties:
    """«the presidents of X and Y», «the Heads of State»: the holders of the states named, else the two of that office named last."""
    if len(role.states) > 1:
        found = [scene.holder(replace(role, state=s, states=(), plural=False)) for s in role.states]
        return tuple(dict.fromkeys(p for p in found if p.id)) or scene.states(list(role.states))
    if role.function == "leader" and (role.states or sentence.children(token, "amod", "nmod", "acl", "compound")):
        return ()
    functions = _TOGETHER.get(role.function, (role.function,))
    people = [p for p in representatives(scene, sentence, functions) if p.kind == "person"]
    return tuple(people) if len(people) == 2 else ()


_TOGETHER = {
    "leader": ("head-of-state", "head-of-government"),
    "minister": ("minister", "foreign-minister", "deputy-minister"),
    "head-of-government": ("head-of-government",),
}
"""Whom a plural title may mean besides its own office."""


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
