"""What counts as a promise and what does not, in both languages: guests, papers left unsaid, how things are, proposals to both."""

import pytest

from communique.pipeline import Reader
from communique.reading.documents import Document
from communique.records.kinds import Commitment

LEADS = {
    "en": "LIMA, 4 May 2019 – President Uhuru Kenyatta of Kenya met President Martín Vizcarra of Peru on Friday. ",
    "fr": "LIMA, 4 mai 2019 – Le président kényan Uhuru Kenyatta a rencontré vendredi le président péruvien Martín Vizcarra. ",
}
NONE = [
    ("en", "Mr Kenyatta invited his counterpart to make an official visit to Kenya."),
    ("en", "Kenyatta invited Vizcarra to attend the tea summit in Nairobi."),
    ("en", "Kenyatta invited Vizcarra to take part in the launch ceremony of the port."),
    ("en", "The two sides signed several documents."),
    ("en", "Eleven documents were signed after the talks."),
    ("en", "The two presidents signed a joint declaration on strategic partnership."),
    ("en", "The two presidents agreed that bilateral relations are growing steadily."),
    ("en", "Kenyatta indicated that the meeting had shown the need to expand trade."),
    ("fr", "M. Kenyatta a invité son homologue à effectuer une visite officielle au Kenya."),
    ("fr", "M. Kenyatta a invité M. Vizcarra à prendre part à la cérémonie d'ouverture du port."),
    ("fr", "Les deux présidents ont signé une déclaration sur l'établissement d'un partenariat stratégique."),
    ("fr", "M. Kenyatta a évoqué la possibilité d'inviter les pêcheurs péruviens à ouvrir un comptoir."),
    ("fr", "Plusieurs documents ont été signés."),
    ("fr", "Les deux présidents ont convenu que les relations se développent bien."),
]
ROWS = [
    ("en", "With a view to more trade, the Peruvian leader proposed to open Art Houses in both capitals.", "KEN PER", "urge", "open"),
    ("en", "Mr Vizcarra initiated the drafting of a treaty on fisheries.", "KEN PER", "urge", "start"),
    ("en", "Mr Kenyatta spoke for the speedy conclusion of the fisheries treaty.", "KEN PER", "urge", "start"),
    ("en", "Kenyatta invited Peruvian businessmen to take advantage of the new port.", "PER", "urge", "implement"),
    ("en", "The Pacific must become a zone of trust, Mr Kenyatta said.", "", "urge", "other"),
    ("en", "The two sides reached consensus on measures to expand trade in tea.", "KEN PER", "agreement", "expand"),
    ("en", "Kenyatta and his counterpart Martín Vizcarra have agreed to open a port.", "KEN PER", "agreement", "open"),
    ("en", "The two presidents agreed that the two countries should expand trade.", "KEN PER", "agreement", "expand"),
    ("fr", "M. Kenyatta a proposé l'ouverture d'une liaison maritime directe.", "KEN PER", "urge", "open"),
    ("fr", "M. Vizcarra a lancé l'idée d'un fonds commun pour la pêche.", "KEN PER", "urge", "other"),
    ("fr", "M. Kenyatta s'est prononcé pour la conclusion rapide du traité sur la pêche.", "KEN PER", "urge", "start"),
    ("fr", "Le Pacifique doit devenir une zone de confiance, a dit M. Kenyatta.", "", "urge", "other"),
    (
        "fr",
        "Le Kenya et le Pérou ont promis d'approfondir leur coopération, a déclaré le porte-parole Otieno Wafula.",
        "KEN PER",
        "pledge",
        "deepen",
    ),
]
WHOLE = [
    ("Kenya and Peru agreed to implement the Kenya-Peru Action Plan.", "the Kenya-Peru Action Plan"),
    ("Peru will help Kenyan and Peruvian firms access new markets.", "Kenyan and Peruvian firms"),
]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def told(reader: Reader, language: str, sentence: str) -> list[Commitment]:
    """Give the commitments of a sentence that follows the lead."""
    lead = LEADS[language]
    found = reader.extract(Document(lead + sentence + "\n", "t", language=language)).records
    return [r for r in found if isinstance(r, Commitment) and r.evidence[0].start >= len(lead)]


@pytest.mark.parametrize(("language", "sentence"), NONE)
def test_none(reader: Reader, language: str, sentence: str) -> None:
    assert told(reader, language, sentence) == []


@pytest.mark.parametrize(("language", "sentence", "by", "force", "action"), ROWS)
def test_rows(reader: Reader, language: str, sentence: str, by: str, force: str, action: str) -> None:
    found = told(reader, language, sentence)
    assert [(" ".join(sorted(p.id or p.name for p in r.by)), r.force, r.action) for r in found] == [(by, force, action)]


@pytest.mark.parametrize(("sentence", "thing"), WHOLE)
def test_objects_stay_whole(reader: Reader, sentence: str, thing: str) -> None:
    text = LEADS["en"] + sentence
    found = told(reader, "en", sentence)
    assert [text[r.object.start : r.object.end] for r in found if r.object] == [thing]
