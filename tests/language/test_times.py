"""What times of French news mean: (text, anchor, hint, what is found), each resolved against a publication date."""

import pytest

from communique.language.folding import fold
from communique.language.times import Time, find_times, resolve

FRIDAY = "2016-11-04"


def found(text: str, anchor: str | None = FRIDAY, hint: str = "") -> list[tuple[str, str, str | None]]:
    """Give words, kind and date of each time of a text."""
    times = find_times(text, fold(text), "fr")
    return [(text[t.start : t.end], t.kind, resolve(t, anchor, hint)) for t in times]  # type: ignore[arg-type]


def dates(text: str, anchor: str | None = FRIDAY, hint: str = "") -> list[str | None]:
    """Give only the dates."""
    return [date for _, _, date in found(text, anchor, hint)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Elle est arrivée le 3 novembre 2016 à Lomé.", "2016-11-03"),
        ("le 1er mars 2012", "2012-03-01"),
        ("le premier mars 2012", "2012-03-01"),
        ("jeudi 3 novembre 2016", "2016-11-03"),
        ("OSLO, 3 NOVEMBRE 2016", "2016-11-03"),
        ("04/11/2016", "2016-11-04"),
        ("le 4.11.2016", "2016-11-04"),
        ("20/02/14", "2014-02-20"),
        ("2016-11-04", "2016-11-04"),
        ("novembre 2016", "2016-11"),
        ("en 2017, la Bolivie", "2017"),
        ("l'année 2011 verra la fin du chantier", "2011"),
        ("le sommet de 2006 à Lima", "2006"),
        ("fin 2014", "2014-10/2014-12"),
        ("au début de 2020", "2020-01/2020-03"),
        ("mi-mars 2018", "2018-03-11/2018-03-20"),
        ("au printemps 2016", "2016-21"),
        ("au premier semestre 2016", "2016-40"),
        ("au troisième trimestre de 2019", "2019-35"),
        ("entre 2014 et 2016", "2014/2016"),
        ("de mars 2015 à mai 2016", "2015-03/2016-05"),
        ("de décembre à mars 2016", "2015-12/2016-03"),
        ("de janvier à mars 2016", "2016-01/2016-03"),
        ("du 7 au 9 septembre 2013", "2013-09-07/2013-09-09"),
        ("les 15 et 16 mai 2014", "2014-05-15/2014-05-16"),
        ("les 3, 5 et 9 mai 2014", "{2014-05-03,2014-05-05,2014-05-09}"),
        ("en 2023 et 2024", "2023/2024"),
        ("en 2013 et 2016", "{2013,2016}"),
        ("au titre de 2023-2027", "2023/2027"),
        ("la saison 2022-23", "2022/2023"),
        ("au cours des cinq premiers mois de 2023", "2023-01/2023-05"),
        ("les trois premiers trimestres de 2019", "2019-01/2019-09"),
        ("dans les années 1990", "199X"),
        ("dans les années soixante-dix", "197X"),
        ("au XXIe siècle, au 21e siècle", "20XX"),
        ("la première semaine d'octobre 2014", "2014-09-29/2014-10-05"),
        ("le dernier vendredi de mars 2015", "2015-03-27"),
        ("la semaine du 7 octobre 2013", "2013-10-07/2013-10-13"),
        ("depuis 2013", "2013/.."),
        ("à compter du 1er janvier 2015", "2015-01-01/.."),
        ("jusqu'en 2019", "../2019"),
        ("vers 2015", "2015~"),
    ],
)
def test_dates_that_need_no_anchor(text: str, expected: str) -> None:
    assert dates(text, None) == [expected]


@pytest.mark.parametrize(
    ("text", "hint", "expected"),
    [
        ("le 3 novembre", "", "2016-11-03"),
        ("le 12 novembre", "", "2016-11-12"),  # a day of the coming weeks is to come
        ("le 12 novembre", "past", "2015-11-12"),
        ("jeudi 3 novembre", "", "2016-11-03"),
        ("le 04/11", "", "2016-11-04"),
        ("en novembre", "", "2016-11"),
        ("en mars", "", "2016-03"),
        ("en mars", "future", "2017-03"),
        ("en décembre", "", "2015-12"),
        ("en mars dernier", "", "2016-03"),
        ("mars prochain", "", "2017-03"),
        ("jeudi", "", "2016-11-03"),
        ("vendredi", "", "2016-11-04"),
        ("jeudi", "future", "2016-11-10"),
        ("mardi dernier", "", "2016-11-01"),
        ("vendredi dernier", "", "2016-10-28"),
        ("mercredi prochain", "", "2016-11-09"),
        ("ce samedi", "", "2016-11-05"),
        ("lundi 31, il", "", "2016-10-31"),
        ("mardi de la semaine dernière", "", "2016-10-25"),
        ("hier", "", "2016-11-03"),
        ("aujourd’hui", "", "2016-11-04"),
        ("demain", "", "2016-11-05"),
        ("avant-hier", "", "2016-11-02"),
        ("la semaine dernière", "", "2016-10-24/2016-10-30"),
        ("la semaine prochaine", "", "2016-11-07/2016-11-13"),
        ("le mois dernier", "", "2016-10"),
        ("le mois prochain", "", "2016-12"),
        ("l'année dernière", "", "2015"),
        ("l'an prochain", "", "2017"),
        ("cette année", "", "2016"),
        ("cet été", "", "2016-22"),
        ("en septembre de l'année dernière", "", "2015-09"),
        ("fin octobre", "", "2016-10-21/2016-10-31"),
        ("il y a deux ans", "", "2014"),
        ("il y a une trentaine d'années", "", "1986"),
        ("il y a trois jours", "", "2016-11-01"),
        ("dans deux mois", "", "2017-01"),
        ("depuis trois ans", "", "2013/.."),
        ("au cours des trois dernières années", "", "2013/2015"),
        ("dans les cinq prochaines années", "", "2017/2021"),
        ("ces dernières années", "", None),
        ("le 25e anniversaire des relations", "", "1991"),
        ("du 28 octobre au 2 novembre", "", "2016-10-28/2016-11-02"),
        ("trois jours avant le 12 novembre", "", "2016-11-09"),
        ("le lendemain du 1er novembre", "", "2016-11-02"),
        ("le 5 du mois prochain", "", "2016-12-05"),
        ("le prochain trimestre", "", "2017-33"),
        ("au cours de la dernière décennie", "", "2006/2015"),
        ("le jeudi 3, il", "", "2016-11-03"),
        ("de 2007 à la fin de 2008", "", "2007/2008-12"),
        ("entre lundi et mercredi", "", "2016-10-31/2016-11-02"),
        ("du 9 au 12 novembre", "future", "2016-11-09/2016-11-12"),
    ],
)
def test_dates_counted_from_publication(text: str, hint: str, expected: str | None) -> None:
    assert dates(text, FRIDAY, hint) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("porter les échanges à dix milliards d'ici 2025", "2025"),
        ("d'ici à 2030", "2030"),
        ("à l'horizon 2035", "2035"),
        ("avant fin 2017", "2017"),
        ("d'ici la fin de 2016", "2016"),
        ("d'ici la fin de l'année", "2016"),
        ("d'ici trois ans", "2019"),
        ("d'ici mars", "2017-03"),
    ],
)
def test_deadlines(text: str, expected: str) -> None:
    assert [(kind, date) for _, kind, date in found(text)] == [("deadline", expected)]


@pytest.mark.parametrize(
    "text",
    [
        "sept ministres en sept mois",
        "M. Mai a pris la parole.",
        "41 milliards de dollars",
        "une mission vers la planète Mars",
        "plus de 2 000 personnes, 2000 personnes",
        "un convoi de 2000 camions",
        "une seconde fois, en second lieu",
        "les Vingt se réunissent",
        "la stratégie Vision 2030 et l'Agenda 2063",
        "boulevard du 30 Juin",
        "tous les lundis, chaque mardi",
        "une coopération pour quarante ans",
        "le vol 2016-3012",
        "à la veille de l'ouverture",
    ],
)
def test_no_times(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "anchor", "expected"),
    [
        ("jeudi", "2016-11", "2016-11"),
        ("hier", "2016", "2016"),
        ("jeudi", "[2013-05-16,2019-05-16]", "[2013-05-16,2019-05-16]"),
        ("mercredi", "[2013-05-16,2019-05-16]", "[2013-05-15,2019-05-15]"),
        ("l'année dernière", "[2014,2015,2016]", "[2013,2014,2015]"),
        ("il y a deux ans", "2016-11", "2014"),
        ("en mars", "2016-11", "2016-03"),
        ("en mars", "2016", "[2015-03,2016-03]"),
        ("l'année dernière", "2014-05/2016-02", "[2013,2014,2015]"),
        ("jeudi", None, None),
        ("jeudi", "2014/..", None),
        ("en 2012", "[2014,2015]", "2012"),
    ],
)
def test_coarse_and_manifold_anchors(text: str, anchor: str | None, expected: str | None) -> None:
    assert dates(text, anchor) == [expected]


def test_the_day_before_counts_from_the_last_day_named() -> None:
    assert dates("Mardi, il a vu son hôte. La veille, il avait visité le port.") == ["2016-11-01", "2016-10-31"]


def test_spans_are_offsets_and_resolving_is_pure() -> None:
    text = "La réunion, tenue à Oslo en mars 2014, a repris jeudi."
    assert [t[0] for t in found(text)] == ["en mars 2014", "jeudi"]
    time: Time = find_times(text, fold(text), "fr")[1]
    assert resolve(time, "2016-11-04") == resolve(time, "2016-11-04") == "2016-11-03"


def test_a_line_break_inside_a_date() -> None:
    assert dates("le 3\nnovembre\n2016") == ["2016-11-03"]
