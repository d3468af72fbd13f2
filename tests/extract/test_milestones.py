"""Steps of a relation, read from sentences of our own."""

import pytest

from communique.extract.collecting import Collector
from communique.extract.milestones import collect_milestones
from communique.extract.moments import find_moments
from communique.extract.scene import Scene
from communique.extract.speech import find_speech
from communique.language import sentences, syntax
from communique.language.mentions import find_mentions
from communique.reading.documents import Document
from communique.records.kinds import Milestone


def milestones(text: str) -> list[Milestone]:
    spans = [(start, end, 0) for start, end in sentences.split(text)]
    document = Document(text, "t", "fr")
    scene = Scene(document, find_mentions(syntax.parse(text, "fr", spans)), "2020-05-05")
    into = Collector(text, document.id)
    collect_milestones(scene, find_moments(scene, find_speech(scene).utterances), into)
    return [r for r in into.sorted() if isinstance(r, Milestone)]


ONE = [
    ("La Serbie et la Grèce ont établi des relations diplomatiques en 1992.", "diplomatic-relations", "1992"),
    ("Les deux pays fêtent cette année le 50e anniversaire de l'établissement de leurs relations diplomatiques, a "
     "rappelé le ministre norvégien à son homologue ghanéen.", "diplomatic-relations", "1970"),
    ("Le Brésil et l'Inde ont élevé en 2006 leurs relations au rang de partenariat stratégique.",
     "strategic-partnership", "2006"),
    ("La Hongrie et le Kenya ont signé mardi un partenariat stratégique renforcé.",
     "enhanced-strategic-partnership", "2020-05-05"),
    ("Le Pérou et la Suède ont rompu leurs relations diplomatiques en 1975.", "severance-of-diplomatic-relations", "1975"),
    ("L'Argentine et la Thaïlande avaient rétabli leurs relations diplomatiques en 1990.",
     "restoration-of-diplomatic-relations", "1990"),
    ("Le Chili et le Pérou n'avaient pas connu pareille brouille depuis l'établissement de leurs relations, en 1962.",
     "diplomatic-relations", "1962"),
    ("Le Chili et le Pérou ont conclu un traité d'amitié et de coopération le 3 juin 1929.",
     "treaty-of-friendship-and-cooperation", "1929-06-03"),
    ("La conférence du Traité d'amitié (TA) entre le Togo et le Ghana s'ouvre. Le TA, institué en 2008, est oublié.",
     "treaty-of-friendship", "2008"),
    ("Le Kazakhstan et la Turquie célèbrent les 28 ans de leurs relations diplomatiques.",
     "diplomatic-relations", "1992"),
    ("Le Kenya et la Norvège célèbrent cette année le cinquantenaire de leurs relations diplomatiques.",
     "diplomatic-relations", "1970"),
    ("Les relations diplomatiques entre le Togo et le Chili ont été établies le 5 mai 1975.",
     "diplomatic-relations", "1975-05-05"),
    ("Le Maroc a rompu ses relations avec l'Iran en 2018.", "severance-of-diplomatic-relations", "2018"),
    ("Le Togo et le Chili fêtent les 20 ans de leur traité d'amitié.", "treaty-of-friendship", "2000"),
    ("Les deux pays ont fêté en 2019 le soixante-dixième anniversaire de leurs relations diplomatiques, a dit le "
     "ministre bulgare à son homologue mongol.", "diplomatic-relations", "1949"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "status", "date"), ONE)
def test_one_milestone(text: str, status: str, date: str) -> None:
    (found,) = milestones(text)
    assert (found.status, found.date, len(found.parties)) == (status, date, 2)


@pytest.mark.parametrize(
    "text",
    ["Le Qatar est notre partenaire stratégique, a souligné le ministre turc.",
     "La Pologne souhaite élever ses relations avec le Japon au rang de partenariat stratégique.",
     "Le Japon et la Pologne approfondiront leur partenariat stratégique.",
     "L'Inde et cinq pays d'Afrique ont signé en 2018 un partenariat stratégique."],
)  # fmt: skip
def test_no_milestone(text: str) -> None:
    assert milestones(text) == []


def test_a_chain_gives_each_step_its_own_clause() -> None:
    text = (
        "Le Togo et le Japon ont d'abord conclu un partenariat stratégique en 2003, puis un partenariat stratégique "
        "global en 2009 et enfin un partenariat stratégique global permanent en 2017."
    )
    found = milestones(text)
    assert [(m.status, m.date) for m in found] == [
        ("strategic-partnership", "2003"),
        ("comprehensive-strategic-partnership", "2009"),
        ("permanent-comprehensive-strategic-partnership", "2017"),
    ]
    assert all(len(m.evidence) == 1 and m.evidence[0].end - m.evidence[0].start < 90 for m in found)


def test_the_same_step_told_twice_is_one_record() -> None:
    (found,) = milestones(
        "Le Togo et le Japon ont noué des relations diplomatiques en 1961.\n\n"
        "Cinquante-neuf ans après l'établissement des relations diplomatiques entre le Togo et le Japon, le ministre "
        "togolais a salué leurs liens."
    )
    assert (found.date, len(found.evidence) >= 1) == ("1961", True)


@pytest.mark.parametrize(
    ("text", "date"),
    [("L'Égypte et le Japon entretiennent un partenariat global depuis 2015.", "2015"),
     ("Le ministre a évoqué le partenariat global établi en 2012 entre l'Irlande et le Pérou.", "2012"),
     ("Le Népal et le Brésil ont décidé de hisser leurs relations au niveau d'un partenariat global.", None)],
)  # fmt: skip
def test_a_step_in_other_forms(text: str, date: str | None) -> None:
    (found,) = milestones(text)
    assert (found.status, found.date) == ("comprehensive-partnership", date)
