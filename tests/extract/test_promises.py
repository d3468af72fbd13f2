"""Promises as the press tells them, in both languages, from sentences of our own: what is none first, then who binds whom to what."""

import pytest

from communique.pipeline import Reader
from communique.reading.documents import Document
from communique.records.kinds import Commitment

LEADS = {
    "en": "LIMA, 4 May 2019 – President Uhuru Kenyatta of Kenya met President Martín Vizcarra of Peru on Friday. ",
    "fr": "LIMA, 4 mai 2019 – Le président kényan Uhuru Kenyatta a rencontré vendredi le président péruvien Martín Vizcarra. ",
}
NONE = [
    ("en", "Kenya does not intend to open an embassy in Lima."),
    ("en", "Observers expect that Kenya will sign the treaty soon."),
    ("en", "The deal will benefit farmers in both countries."),
    ("en", "The grant was announced last year by the bank."),
    ("en", "Kenyatta said they were in a position of strength."),
    ("en", "The two countries also agreed that cooperation in fisheries matches the interests of both peoples."),
    ("en", "Kenya and Peru signed a pact on customs in June 2011."),
    ("en", "Kenya and Peru have long agreed on most issues."),
    ("fr", "Le Kenya n'a pas l'intention d'ouvrir une ambassade à Lima."),
    ("fr", "Les mesures à prendre seront discutées lundi."),
    ("fr", "L'accord profitera aux agriculteurs des deux pays."),
    ("fr", "Il lui a demandé de transmettre au président ses salutations fraternelles."),
    ("fr", "M. Kenyatta a salué l'engagement du Pérou à protéger les océans."),
]
ROWS = [
    ("en", "Kenyatta said Kenya would never do anything to damage the shared fisheries.", "KEN", "", "pledge", "oppose"),
    ("en", "The two leaders agreed that the next session would be held in Lima.", "KEN PER", "", "agreement", "host"),
    ("en", "Kenyatta gave the assurance that Kenya would issue visas to 200 Peruvian students.", "KEN", "PER", "pledge", "other"),
    ("en", "The two presidents called for the removal of all tariffs on fish.", "", "", "urge", "resolve"),
    ("en", "Kenyatta renewed his call for the lifting of the sanctions on Cuba.", "", "", "urge", "resolve"),
    ("en", "The two presidents reaffirmed their commitment to the goal of cutting the import bill.", "KEN PER", "", "pledge", "resolve"),
    ("en", "Peru will recruit Kenyan nurses.", "PER", "KEN", "pledge", "other"),
    ("en", "Vizcarra confirmed a grant of $5 million for schools in Kenya.", "PER", "KEN", "pledge", "support"),
    ("en", "He also announced the upcoming opening of a consulate in Lima.", "KEN", "PER", "pledge", "open"),
    ("en", "The two countries agreed to put in place a hotline.", "KEN PER", "", "agreement", "start"),
    ("en", "The ministers expressed their interest in strengthening cooperation.", "KEN PER", "", "wish", "deepen"),
    ("en", "Kenya is in a position to supply Peru with tea.", "KEN", "PER", "readiness", "support"),
    ("en", "Kenya backed Namibia's candidacy for the council.", "KEN", "NAM", "pledge", "support"),
    ("en", "Kenya and Peru reiterated their support for the people of Haiti.", "KEN PER", "HTI", "pledge", "support"),
    ("fr", "M. Kenyatta a annoncé un don de dix ambulances en faveur du Pérou.", "KEN", "PER", "pledge", "support"),
    ("fr", "Les deux pays se sont mis d'accord sur la création d'un fonds commun.", "KEN PER", "", "agreement", "build"),
    ("fr", "Le Kenya ne fera jamais rien qui puisse nuire aux pêcheries, a assuré M. Kenyatta.", "KEN", "", "pledge", "oppose"),
    ("fr", "Les deux chefs d'Etat se sont entendus pour ouvrir leurs frontières communes.", "KEN PER", "", "agreement", "open"),
    ("fr", "« Nous avons décidé ensemble de créer un fonds commun », a dit M. Kenyatta.", "KEN PER", "", "agreement", "start"),
    ("fr", "Le Kenya se tient prêt à accueillir la prochaine conférence.", "KEN", "PER", "readiness", "host"),
    ("fr", "Le Kenya est en mesure de fournir du thé au Pérou.", "KEN", "PER", "readiness", "support"),
    ("fr", "L'accord prévoit le déploiement de 40 médecins au Kenya.", "PER KEN", "", "agreement", "other"),
]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def told(reader: Reader, language: str, sentence: str) -> list[Commitment]:
    """Give the commitments of a sentence that follows the lead."""
    lead = LEADS[language]
    found = reader.extract(Document(lead + sentence + "\n", "t", language=language)).records
    return [r for r in found if isinstance(r, Commitment) and r.evidence[0].start >= len(lead)]


@pytest.mark.parametrize(("language", "sentence"), NONE, ids=[row[1] for row in NONE])
def test_nobody_is_bound(reader: Reader, language: str, sentence: str) -> None:
    assert told(reader, language, sentence) == []


@pytest.mark.parametrize(("language", "sentence", "by", "counterparts", "force", "action"), ROWS, ids=[row[1] for row in ROWS])
def test_bound(reader: Reader, language: str, sentence: str, by: str, counterparts: str, force: str, action: str) -> None:
    found = told(reader, language, sentence)
    rows = [(" ".join(sorted(p.id or p.name for p in c.by)), " ".join(p.id or p.name for p in c.with_), c.force, c.action) for c in found]
    assert rows == [(" ".join(sorted(by.split())), counterparts, force, action)]


def test_people_who_agree_are_those_who_say_so(reader: Reader) -> None:
    (one,) = told(reader, "en", "The two presidents agreed to open a joint school.")
    assert [p.name for p in one.speakers] == ["Uhuru Kenyatta", "Martín Vizcarra"]


def test_words_behind_a_relative_pronoun_are_not_what_is_promised(reader: Reader) -> None:
    (one,) = told(reader, "fr", "Le Pérou s'engage à agrandir le port de Callao, par lequel transite tout son blé.")
    assert "agriculture" not in one.sectors


def test_three_deeds_that_a_need_leads_to(reader: Reader) -> None:
    found = told(
        reader, "fr", "Ils ont convenu de la nécessité de renforcer leurs liens, d'accroître les échanges et de protéger la pêche."
    )
    assert [c.action for c in found] == ["deepen", "increase", "support"]
    assert {c.force for c in found} == {"agreement"}


def test_what_a_page_begins_with_as_given_is_fulfilled(reader: Reader) -> None:
    found = reader.extract(Document("Kenya donated ten buses to Haiti on Monday, officials said.\n", "t", language="en")).records
    assert [(c.status, [p.id for p in c.with_]) for c in found if isinstance(c, Commitment)] == [("fulfilled", ["HTI"])]
