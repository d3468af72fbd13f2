"""Commitments from sentences of our own: who is bound, with whom, how firmly, to do what."""

import pytest

from communique.extract.collecting import Collector
from communique.extract.commitments import collect_promises, find_promises
from communique.extract.moments import find_moments
from communique.extract.scene import Scene
from communique.extract.speech import find_speech
from communique.language import sentences, syntax
from communique.language.mentions import find_mentions
from communique.reading.documents import Document
from communique.records.kinds import Alignment, Commitment, Record


def records(text: str) -> list[Record]:
    spans = [(start, end, 0) for start, end in sentences.split(text)]
    document = Document(text, "t", "fr")
    scene = Scene(document, find_mentions(syntax.parse(text, "fr", spans)), "2024-05-02")
    speech, into = find_speech(scene), Collector(text, document.id)
    collect_promises(scene, find_promises(scene, speech), find_moments(scene, speech.utterances), into)
    return list(into.sorted())


def told(text: str) -> list[tuple[str, str, str, str, str]]:
    """Give by, with, force, action and object of each commitment, states by their codes."""
    found = [r for r in records(text) if isinstance(r, Commitment)]
    parties = [(" ".join(p.id or p.name for p in c.by), " ".join(p.id or p.name for p in c.with_)) for c in found]
    spans = [text[c.object.start : c.object.end] if c.object else "" for c in found]
    return [(*p, c.force, c.action, o) for p, c, o in zip(parties, found, spans, strict=True)]


ROWS = [
    ("one field list is one commitment",
     "Le Pérou souhaite approfondir la coopération avec le Chili dans des domaines tels que la pêche, le tourisme et l'énergie.",
     [("PER", "CHL", "wish", "deepen",
       "la coopération avec le Chili dans des domaines tels que la pêche, le tourisme et l'énergie")]),
    ("three verbs are three",
     "Le Pérou est prêt à rouvrir la ligne, à baisser les tarifs et à renforcer la coopération avec le Chili, a dit la ministre.",
     [("PER", "CHL", "readiness", "open", "la ligne"), ("PER", "CHL", "readiness", "other", "les tarifs"),
      ("PER", "CHL", "readiness", "deepen", "la coopération avec le Chili")]),
    ("one modifier for two nouns is one commitment",
     "Le Pérou s'engage à renforcer sa communication et sa coordination avec le Chili.",
     [("PER", "CHL", "pledge", "coordinate", "sa communication et sa coordination avec le Chili")]),
    ("a verb shares the object of the next",
     "Le Pérou entend consolider et développer la coopération avec le Chili.",
     [("PER", "CHL", "wish", "deepen", "la coopération avec le Chili"),
      ("PER", "CHL", "wish", "expand", "la coopération avec le Chili")]),
    ("light verbs are looked through",
     "Le Pérou est prêt à travailler avec le Chili pour moderniser le port.",
     [("PER", "CHL", "readiness", "build", "le port")]),
    ("a decision of both is an agreement",
     "Le Pérou et le Chili ont décidé de moderniser le port.",
     [("PER CHL", "", "agreement", "build", "le port")]),
    ("a decision of one is a pledge",
     "Le Pérou a décidé de moderniser le port de Lima.",
     [("PER", "", "pledge", "build", "le port de Lima")]),
    ("an impersonal agreement binds both",
     "Il a été convenu d'ouvrir une ligne entre le Pérou et le Chili.",
     [("PER CHL", "", "agreement", "open", "une ligne entre le Pérou et le Chili")]),
    ("«se mettre d'accord pour»",
     "Le Pérou et le Chili se sont mis d'accord pour ouvrir une ligne.",
     [("PER CHL", "", "agreement", "open", "une ligne")]),
    ("what is asked of a named side",
     "La ministre péruvienne a demandé au Chili de ratifier l'accord de pêche.",
     [("CHL", "PER", "urge", "join", "l'accord de pêche")]),
    ("what a clause asks",
     "La ministre péruvienne a suggéré que le Chili ratifie l'accord de pêche.",
     [("CHL", "PER", "urge", "join", "l'accord de pêche")]),
    ("a counterpart that is an organization",
     "La ministre péruvienne a redit la volonté du Pérou de renforcer sa coopération avec l'Organisation mondiale de la santé.",
     [("PER", "org:who", "pledge", "deepen", "sa coopération avec l'Organisation mondiale de la santé")]),
    ("support for a thing",
     "La ministre péruvienne a renouvelé le soutien constant du Pérou à l'intégrité territoriale du Chili.",
     [("PER", "CHL", "pledge", "support", "l'intégrité territoriale du Chili")]),
    ("a condition promises nothing", "Si le Chili signait, le Pérou financerait le port, a dit la ministre péruvienne.", []),
    ("praise of a will promises nothing", "La ministre péruvienne a salué l'engagement du Chili à moderniser le port.", []),
    ("a planned meeting is none", "Le président péruvien doit rencontrer son homologue chilien.", []),
    ("an indirect question promises nothing",
     "La ministre péruvienne a expliqué dans quels domaines le Pérou souhaitait coopérer.", []),
    ("what is good for something asks nobody",
     "Ces visites sont essentielles pour renforcer la coopération avec le Pérou, a dit la ministre chilienne.", []),
    ("a denied will is none", "Le Pérou ne souhaite pas rouvrir la ligne.", []),
]  # fmt: skip


GIVEN = [
    ("La Suède, elle, versera 10 millions d'euros au Népal.", [("SWE", "NPL", "pledge", "support")]),
    ("Le Pérou et le Chili sont parvenus à un accord sur le transit.", [("PER CHL", "", "agreement", "other")]),
    ("Le Pérou et le Chili ont signé un accord portant sur l'augmentation des quotas.", [("PER CHL", "", "agreement", "increase")]),
    ("Le Pérou et le Chili se sont réunis à Lima. Il a été décidé de rouvrir le pont.", [("PER CHL", "", "agreement", "open")]),
    ("Le port d'Arica sera modernisé, a promis la ministre chilienne.", [("CHL", "", "pledge", "build")]),
    ("Le Pérou, a indiqué la ministre péruvienne, financera un hôpital au Chili.", [("PER", "CHL", "pledge", "support")]),
    ("Le Chili est disposé à oeuvrer avec le Pérou au développement du tourisme.", [("CHL", "PER", "readiness", "expand")]),
    ("La ministre chilienne s'est engagée, à compter du 3 mars, à rouvrir la ligne.", [("CHL", "", "pledge", "open")]),
    ("Le Pérou et le Chili se sont réunis à Lima. Six accords ont été signés.", [("PER CHL", "", "agreement", "other")]),
    ("Le Pérou et le Chili se sont réunis à Lima. Aucun accord n'a été signé.", []),
    ("Les présidents péruvien et chilien ont assisté à la signature d'un accord.", [("PER CHL", "", "agreement", "other")]),
    ("Le Pérou va moderniser un port au Chili.", [("PER", "CHL", "pledge", "build")]),
    ("Le Pérou ne tolérera pas la contrebande.", [("PER", "", "pledge", "oppose")]),
    ("Le Chili sollicite l'appui du Pérou.", []),
    ("Le Pérou n'a aucun intérêt à rouvrir la ligne.", []),
    ("La pluie fournira de l'eau aux champs du Pérou.", []),
    ("Le Chili perdra, et le Pérou obtiendra la victoire.", []),
]


@pytest.mark.parametrize(("text", "expected"), GIVEN)
def test_futures_and_signed_texts(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert [row[:4] for row in told(text)] == expected


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_commitments(text: str, expected: list[tuple[str, str, str, str, str]]) -> None:
    assert told(text) == expected


def test_states_that_bind_themselves_have_no_speaker() -> None:
    found = records("Le Pérou et le Chili ont réaffirmé leur volonté de moderniser le port.")
    assert [(r.speakers, r.force) for r in found if isinstance(r, Commitment)] == [((), "pledge")]


def test_purpose_gives_sectors_and_no_record() -> None:
    found = records("Le Pérou s'engage à rouvrir la ligne afin de développer le tourisme.")
    assert [r.sectors for r in found if isinstance(r, Commitment)] == [("tourism",)]


def test_two_named_strategies_give_an_alignment_too() -> None:
    text = "Le Kazakhstan souhaite arrimer la Route lumineuse à l'initiative la Ceinture et la Route."
    found = records(text)
    assert [r.initiatives for r in found if isinstance(r, Alignment)] == [("belt-and-road", "nurly-zhol")]
    assert [r.action for r in found if isinstance(r, Commitment)] == ["align"]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Le Japon s'engage à verser 20 millions de dollars au Laos.", (20_000_000.0, "USD")),
        ("Le Japon s'engage à verser une aide au Laos.", None),
    ],
)
def test_a_sum_inside_the_object_is_the_amount(text: str, amount: tuple[float, str] | None) -> None:
    (found,) = [r for r in records(text) if isinstance(r, Commitment)]
    assert (found.amount and (found.amount.value, found.amount.unit)) == amount
