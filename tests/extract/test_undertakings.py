"""Projects told by a name of their own, in lists, as still to come, one by one after a plural; and what makes none."""

import pytest

from communique.extract.collecting import Collector
from communique.extract.moments import find_moments
from communique.extract.projects import collect_projects
from communique.extract.scene import Scene
from communique.extract.speech import find_speech
from communique.language import sentences, syntax
from communique.language.mentions import find_mentions
from communique.reading.documents import Document
from communique.records.kinds import Project


def projects(language: str, text: str) -> list[Project]:
    spans = [(start, end, 0) for start, end in sentences.split(text)]
    document = Document(text, "t", language)
    scene = Scene(document, find_mentions(syntax.parse(text, language, spans)), "2020-05-05")
    into = Collector(text, document.id)
    collect_projects(scene, find_moments(scene, find_speech(scene).utterances), into)
    return [r for r in into.sorted() if isinstance(r, Project)]


NAMES: list[tuple[str, str, list[tuple[str, str | None]]]] = [
    # an undertaking that goes by a name of its own
    ("en", "The ministers of Latvia and Estonia reviewed Rail Baltica.", [("Rail Baltica", None)]),
    ("fr", "Les ministres letton et estonien ont évoqué Via Baltica.", [("Via Baltica", None)]),
    ("en", "Turkmenistan wants the TAPI gas pipeline to be completed by 2024.", [("TAPI Gas Pipeline", "planned")]),
    # examples of projects
    ("fr", "Le Kenya et le Japon ont parlé de projets communs, notamment le port de Lamu.", [("Lamu Port", None)]),
    ("en", "Kenya and Japan spoke of joint projects such as the Lamu port.", [("Lamu Port", None)]),
    # what its own words put ahead
    ("en", "The ministers of Uganda and Japan flew over the future Kampala metro.", [("Kampala Metro", "planned")]),
    # one by one after a plural
    ("en", "Kenya plans to build three customs posts, at Lunga and Vanga, for trade with Tanzania.",
     [("Lunga Customs Station", "planned"), ("Vanga Customs Station", "planned")]),
    # taken up by a relative
    ("fr", "La Suède a signé un accord relatif à l'école d'agriculture de Kédougou, dont la construction s'achèvera en 2022.",
     [("Kédougou School", "planned")]),
    # posts: of whom, and where
    ("en", "Peru will open an embassy in Accra, in Ghana.", [("Embassy of Peru in Accra", "planned")]),
    ("fr", "Le Pérou envisage d'ouvrir un consulat à Abidjan, en Côte d'Ivoire.", [("Consulate of Peru in Abidjan", "proposed")]),
    # a centre of both
    ("fr", "Malte et la Tunisie ont décidé d'ouvrir un centre conjoint de secours en mer.", [("Maltese-Tunisian Joint Centre", "planned")]),
    ("fr", "Cuba enverra une brigade médicale à Maputo, au Mozambique.", [("Medical Brigade in Maputo", "planned")]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), NAMES)
def test_the_names_and_how_far_they_are(language: str, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert sorted((p.name, p.status) for p in projects(language, text)) == sorted(expected, key=lambda e: e[0])


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "The ministers of Ghana and Togo discussed trade, the port and tourism."),
     ("en", "Schools were closed in Ghana, and bridges were washed away."),
     ("en", "Future projects will be discussed by Ghana and Togo."),
     ("fr", "Les deux ministres ont parlé de la question des routes et des ports."),
     ("fr", "Le Ghana et le Togo renforceront la protection du corridor de Lomé."),
     ("fr", "Le Ghana veut des projets tels que ceux du Togo.")],
)  # fmt: skip
def test_none(language: str, text: str) -> None:
    assert projects(language, text) == []


def test_a_perfect_in_english_tells_no_day() -> None:
    (found,) = projects("en", "Chile has opened an embassy in Oslo, in Norway.")
    assert (found.status, found.date) == ("launched", None)


def test_the_day_of_a_study_is_not_that_of_the_bridge() -> None:
    (found,) = projects("en", "Zambia and Malawi agreed on a design of the bridge across the Luangwa River by 2021.")
    assert found.date is None


def test_a_time_of_a_verb_beside_is_not_its_day() -> None:
    (found,) = projects("en", "Nepal and India agreed to build the Karnali dam in Nepal and to convene a panel by March 2021.")
    assert found.date is None
