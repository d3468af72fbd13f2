"""Who a pronoun's gender allows: people of the cast, and states that French gives a feminine article."""

from communique.extract.scene import Scene
from communique.language.packs import table
from communique.language.people import Member
from communique.language.tokens import Sentence
from communique.records.parts import Party

Parties = tuple[Party, ...]


def gender_of(scene: Scene, word: str) -> str:
    """Give the gender that a pronoun shows: `f`, `m` or nothing."""
    pronouns = table(scene.language, "grammar")["pronouns"]
    if word in pronouns["feminine_plural"] and word not in pronouns["masculine_plural"]:
        return "f"
    return "f" if word in pronouns["feminine"] else "m" if word in pronouns["masculine"] else ""


def member_of(scene: Scene, party: Party) -> Member | None:
    """Give the member of the cast that a party is."""
    return next((m for m in scene.mentions.cast.members if m.name == party.name), None)


def clashes(scene: Scene, party: Party, gender: str) -> bool:
    """Tell whether someone is known to be of the other gender."""
    member = member_of(scene, party)
    return member is not None and member.gender not in ("", gender)


def named_of(scene: Scene, sentence: Sentence, before: int, gender: str) -> Parties:
    """Give who of a gender was named last in the sentence or the two before it."""
    members = scene.mentions.cast.members
    floor = scene.sentences[max(0, sentence.index - 2)].start
    near = [m for m in scene.mentions.cast.mentions if floor <= m.start and m.end <= before]
    known = [m for m in near if members[m.member].gender == gender] or [m for m in near if not members[m.member].gender]
    return (scene.person(known[-1].member),) if known else ()


def feminine_state(scene: Scene, sentence: Sentence, gender: str) -> Parties:
    """Give, for «la France … Elle», the state with a feminine article named last in the sentence before."""
    if gender != "f" or not scene.frames.words["feminine_article"] or not sentence.index:
        return ()
    near = scene.sentences[sentence.index - 1]
    names = [n for n in scene.mentions.names_in(near.start, near.end, "state") if scene.folded(n.start - 3, n.start) == "la " and n.key]
    return (scene.state(names[-1].key),) if names else ()
