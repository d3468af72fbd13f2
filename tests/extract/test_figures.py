"""Figures of a relation, read from sentences of our own."""

from typing import Any

import pytest

from communique.extract.collecting import Collector
from communique.extract.figures import collect_figures
from communique.extract.moments import find_moments
from communique.extract.scene import Scene
from communique.extract.speech import find_speech
from communique.language import sentences, syntax
from communique.language.mentions import find_mentions
from communique.reading.documents import Document
from communique.records.kinds import Figure


def figures(text: str) -> list[Figure]:
    spans = [(start, end, 0) for start, end in sentences.split(text)]
    document = Document(text, "t", "fr")
    scene = Scene(document, find_mentions(syntax.parse(text, "fr", spans)), "2021-05-05")
    into = Collector(text, document.id)
    collect_figures(scene, find_moments(scene, find_speech(scene).utterances), into)
    return [r for r in into.sorted() if isinstance(r, Figure)]


ONE: list[tuple[str, dict[str, Any]]] = [
    ("Les exportations de l'Italie vers la Tunisie ont reculé de 8 % en 2019, à 2,4 milliards d'euros.",
     {"measure": "exports", "value": 2.4e9, "period": "2019", "change": -0.08, "states": ["ITA", "TUN"]}),
    ("Les importations maliennes en provenance du Brésil s'élèvent à 310 millions de dollars.",
     {"measure": "imports", "value": 3.1e8, "unit": "USD", "states": ["MLI", "BRA"]}),
    ("L'Allemagne a accordé à la Zambie un prêt concessionnel de 120 millions d'euros.",
     {"measure": "loan", "value": 1.2e8, "unit": "EUR", "states": ["DEU", "ZMB"]}),
    ("La Norvège fera don de 15 millions de couronnes norvégiennes au Malawi.",
     {"measure": "grant", "value": 1.5e7, "unit": "NOK", "states": ["NOR", "MWI"]}),
    ("Les investissements danois au Ghana totalisent 4 milliards de dollars.",
     {"measure": "investment", "value": 4e9}),
    ("Quelque 4 200 étudiants vietnamiens sont inscrits dans les universités hongroises.",
     {"measure": "students", "value": 4200, "bound": "about", "states": ["VNM", "HUN"]}),
    ("La compagnie assure désormais douze vols hebdomadaires entre le Kenya et Oman.",
     {"measure": "flights", "value": 12, "unit": "flight"}),
    ("La Norvège allouera 15 millions de dollars au Malawi.", {"measure": "grant", "value": 1.5e7, "states": ["NOR", "MWI"]}),
    ("La Bolivie a livré 6 milliards de m3 de gaz au Brésil en 2020.",
     {"measure": "exports", "value": 6e9, "unit": "m3", "period": "2020", "states": ["BOL", "BRA"]}),
    ("La Zambie concédera 20 000 hectares de terres à l'Égypte.", {"measure": "other", "value": 20000, "unit": "har"}),
    ("Onze (11) accords ont été paraphés par les ministres du Kenya et d'Oman.",
     {"measure": "number-of-agreements", "value": 11}),
    ("La crise avait fait chuter de 80 % en mai, sur un an, les arrivées de touristes russes en Égypte.",
     {"measure": "other", "value": None, "change": -0.8}),
    ("Le Chili et le Pérou veulent développer leurs échanges. Ils ont atteint 3 milliards de dollars en 2020.",
     {"measure": "trade-turnover", "value": 3e9, "period": "2020"}),
    ("Le commerce de la Chine avec le Pérou avait atteint 18 milliards de dollars américains en 2020 et pourrait croître.",
     {"measure": "trade-turnover", "value": 1.8e10, "states": ["CHN", "PER"]}),
    ("Douze accords ont été signés lors de la visite du président du Kenya à Oman.",
     {"measure": "number-of-agreements", "value": 12, "unit": "agreement"}),
    ("La Banque africaine de développement a approuvé un prêt de 150 millions d'euros en faveur du Togo.",
     {"measure": "loan", "value": 1.5e8, "states": [None, "TGO"]}),
    ("Une ligne de crédit de 100 millions d'euros a été accordée au Togo par la Corée du Sud.",
     {"measure": "loan", "states": ["KOR", "TGO"]}),
    ("Le Brésil a importé du Maroc 400 000 tonnes d'engrais en 2019.", {"measure": "imports", "states": ["BRA", "MAR"]}),
    ("Vingt documents ont été échangés entre le Kenya et Oman.", {"measure": "number-of-agreements", "value": 20}),
    ("Le commerce entre le Maroc et l'Espagne a doublé depuis 2012.",
     {"measure": "trade-turnover", "value": None, "change": 1.0, "states": ["MAR", "ESP"]}),
    ("Les échanges entre le Chili et le Pérou ont atteint 3 milliards de dollars, soit 2,6 milliards d'euros en 2020.",
     {"measure": "trade-turnover", "value": 3e9, "unit": "USD", "period": "2020"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ONE)
def test_one_figure(text: str, expected: dict[str, Any]) -> None:
    (found,) = figures(text)
    got = {name: getattr(found, name, None) for name in expected}
    got |= {"states": [p.state for p in found.subject]} if "states" in expected else {}
    got |= {"change": found.change.value if found.change else None} if "change" in expected else {}
    assert got == expected


@pytest.mark.parametrize(
    "text",
    ["Le ministre grec, âgé de 54 ans, a été élu par 212 voix sur 350.",
     "L'attentat a fait 27 morts et 120 blessés dans la capitale du Mali.",
     "Le PIB de l'Éthiopie a progressé de 9 % en 2018, selon le ministre grec.",
     "Le Pérou et le Chili veulent porter leurs échanges à 5 milliards de dollars d'ici à 2027.",
     "Le ministre grec a payé 20 euros de crédit.",
     "Le Kenya et Oman devraient conclure douze accords.",
     "Le Kenya a perdu 6 milliards de dollars de revenus d'exportation vers Oman."],
)  # fmt: skip
def test_no_figure(text: str) -> None:
    assert figures(text) == []


def test_a_year_on_year_rise_goes_with_its_level() -> None:
    (found,) = figures(
        "Entre janvier et mars, les échanges entre l'Inde et le Japon se sont chiffrés à 12 milliards de dollars, "
        "soit une hausse de 4,5 % sur un an."
    )
    assert found.change is not None
    assert (found.change.value, found.change.basis, found.period) == (0.045, "year-on-year", "2021-01/2021-03")


def test_the_same_figure_told_twice_is_one_record() -> None:
    (found,) = figures(
        "Le commerce entre l'Inde et le Japon a atteint 20 milliards de dollars en 2019.\n\n"
        "Ces 20 milliards de dollars d'échanges restent modestes, a dit le ministre indien."
    )
    assert (len(found.evidence), found.period) == (2, "2019")


def test_a_bare_sum_has_the_currency_before_it() -> None:
    found = figures("L'Inde a accordé au Népal 3 milliards de dollars de prêts et des dons de 2 milliards.")
    assert {(f.measure, f.value, f.unit) for f in found} == {("loan", 3e9, "USD"), ("grant", 2e9, "USD")}


def test_an_earlier_level_told_beside_is_a_figure_too() -> None:
    found = figures("Les échanges entre l'Inde et le Japon ont atteint 4 milliards de dollars en 2020, contre 3 milliards en 2019.")
    assert {(f.measure, f.value, f.period) for f in found} == {("trade-turnover", 4e9, "2020"), ("trade-turnover", 3e9, "2019")}
