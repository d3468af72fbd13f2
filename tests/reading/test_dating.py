"""Dating pages that print no year, each page a few sentences of our own; what constrains it is said beside it."""

import json
from pathlib import Path

import pytest

from communique.knowledge.catalog import catalog
from communique.language.mentions import find_mentions
from communique.language.tokens import Parse
from communique.reading.dating import Dating, date_document
from communique.reading.documents import Document
from communique.reading.layout import blocks

SHARED = Path(__file__).resolve().parents[3] / "shared"
UPDATE = "Dernière mise à jour à 10h15 le {}\n"


def dated(text: str, published: str | None = None) -> Dating:
    """Date a French text."""
    document = Document(text, "page", "fr", published=published)
    return date_document(document, blocks(text), find_mentions(Parse(text, "fr", [])), catalog())


CASES = [
    # printed dates
    ("LIMA, 7 mai 2015 (AFP) - Le port a rouvert.", "2015-05-07"),
    ("Ottawa, le 12 janvier 2023\nLes deux pays ont signé un accord.", "2023-01-12"),
    ("(Le Quotidien, 29/12/2010)\nLe don a été remis hier par l'ambassadeur.", "2010-12-29"),
    (" date 2019-06 Le port a rouvert.", "2019-06"),
    (" date 2019-06-03 Le port a rouvert.", "2019-06-03"),
    (" date 2024-03 OSLO, 5 mars 2024 /PRNewswire/ -- Le port a rouvert.", "2024-03-05"),
    (" date 2024-03 QUITO, 5 mars (Xinhua) -- Le port a rouvert.", "2024-03-05"),
    # offices
    (UPDATE.format("09/07") + "La chancelière allemande Angela Merkel et le président français François Hollande"
     " se sont entretenus mardi à Berlin.", "[2013-07-09,2014-07-09]"),
    (UPDATE.format("09/07") + "Le président américain Barack Obama a reçu le Premier ministre indien Narendra Modi."
     " La chancelière allemande Angela Merkel les a salués.", "[2014-07-09,2015-07-09,2016-07-09]"),
    ("Le président brésilien Michel Temer a reçu son hôte à Brasilia. La foire se"
     " tiendra en mai 2018.", "[2016,2017,2018]"),
    ("Le Premier ministre britannique Boris Johnson a reçu le président américain"
     " Donald Trump à Londres.", "[2019,2020,2021]"),
    ("L'ancien président américain Barack Obama a reçu le Premier ministre"
     " britannique Theresa May.", "[2017,2018,2019]"),
    ("La nouvelle Première ministre britannique Theresa May a tracé sa ligne.", "[2016,2017]"),
    # two offices at once, and one of a time long past
    ("Le Premier ministre italien Matteo Renzi a reçu le ministre italien des Affaires étrangères, Paolo Gentiloni.",
     "[2014,2015,2016]"),
    ("En 2008, le président américain George W. Bush avait reçu le roi Abdallah.", None),
    # names of places
    (UPDATE.format("02/06") + "La délégation est arrivée mardi à Noursoultan.", "[2020-06-02,2021-06-02]"),
    (UPDATE.format("02/06") + "La délégation est arrivée lundi à Noursoultan.", "2020-06-02"),
    (UPDATE.format("02/06") + "Une délégation est arrivée à Noursoultan.",
     "[2019-06-02,2020-06-02,2021-06-02,2022-06-02]"),
    ("Le ministre a présenté la déclaration d'Astana.", None),
    ("NOURSOULTAN - Une délégation est arrivée dans la capitale.", "[2019,2020,2021,2022]"),
    # years spoken of
    (UPDATE.format("03/02") + "Le président kenyan Uhuru Kenyatta a reçu mardi son hôte. La foire se tiendra en 2017."
     " Le chemin de fer a été ouvert en mars 2015.", "2016-02-03"),
    ("Le stade a été inauguré en mars 2019. La coupe se tiendra en 2021.", "[2019,2020,2021]"),
    ("Le président chilien Sebastian Piñera a reçu son hôte. Les échanges ont"
     " atteint un sommet en 2020.", "[2020,2021,2022]"),
    ("Le ministre a annoncé une conférence en 2026.", None),
    ("Les deux pays veulent doubler leurs échanges d'ici 2018. Le président français François Hollande l'a dit."
     " Le traité a été signé en 2015.", "[2015,2016,2017]"),
    # weekdays
    (UPDATE.format("04/09") + "Le président sud-africain Cyril Ramaphosa a reçu mardi son hôte. La foire a eu lieu"
     " en 2022. La suivante aura lieu en 2025.", "2024-09-04"),
    ("La Première ministre britannique Theresa May a été reçue jeudi 9 juin à Lima.", "[2016,2017]"),
    # meetings by number, the eve of a summit, days with a name
    ("Le 18e sommet de l'Organisation de coopération de Shanghai s'est ouvert samedi.", "2018"),
    ("La ministre a pris part mardi au dixième sommet des BRICS, à Johannesburg.", "2018"),
    ("Les ministres se sont rencontrés mardi à Abidjan, à la veille du sommet Union"
     " africaine-Union européenne.", "[2014-04,2017-11]"),
    ("Le président français François Hollande sera mardi l'invité du défilé du Republic Day.", "2016-01"),
    # contradictions: the weakest gives way, the printed date stays
    ("LIMA, 7 mai 2001 (AFP) - Le président français Emmanuel Macron est arrivé à Noursoultan.", "2001-05-07"),
    ("LIMA, 7 mai 2015 (AFP) - L'accord a été signé en 2019.", "2015-05-07"),
    # nothing to go on
    ("Le ministre a reçu l'ambassadeur. Ils ont parlé de coopération.", None),
    ("La Chine et le Kenya veulent coopérer davantage.", None),
    ("", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_dating(text: str, expected: str | None) -> None:
    result = dated(text)
    assert result.published == expected, "\n".join(result.reasons)


def test_metadata_and_dateline_agree_or_the_dateline_stays() -> None:
    line = "LIMA, 7 mai (AFP) - Le port a rouvert."
    assert dated(line, "2015").published == "2015-05-07"
    assert dated(line, "2015-05-07").basis == ("dateline", "metadata")
    both = dated("LIMA, 7 mai 2015 (AFP) - Le port a rouvert.", "2015-06-01")
    assert both.published == "2015-05-07"
    assert any("dropped" in reason for reason in both.reasons)
    assert dated("Le port a rouvert.", "2015-06-01").published == "2015-06-01"


def test_the_basis_names_only_what_excludes_days() -> None:
    result = dated(UPDATE.format("02/06") + "La délégation est arrivée lundi à Noursoultan.")
    assert result.basis == ("dateline", "weekday", "place-name")
    assert [b - a > 0 for a, b in result.evidence] == [True] * 3
    assert dated("LIMA, 7 mai 2015 (AFP) - Le port a rouvert.").basis == ("dateline",)


def test_every_constraint_is_told() -> None:
    result = dated("Le Premier ministre britannique Boris Johnson a reçu le président américain Donald Trump.")
    assert len(result.reasons) == 2
    assert all(reason.startswith("office-holder: ") for reason in result.reasons)


@pytest.mark.skipif(not SHARED.exists(), reason="the sample articles are not beside the repository")
@pytest.mark.parametrize("gold", sorted(SHARED.glob("gold/*.json")), ids=lambda path: path.stem[:3])
def test_the_sample_articles(gold: Path) -> None:
    record = next(r for r in json.loads(gold.read_text(encoding="utf-8"))["records"] if r["record"] == "document")
    text = (SHARED / "seeds" / f"{gold.stem}.txt").read_bytes().decode("utf-8")
    result = dated(text)
    accepted = [record["published"], *record.get("alternatives", {}).get("published", [])]
    assert result.published in accepted, "\n".join(result.reasons)
