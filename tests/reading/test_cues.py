"""Lines that date a page, lines of furniture, and sentences that begin like them."""

import pytest

from communique.reading.cues import is_boilerplate, is_date_line, is_update_line, update_end


@pytest.mark.parametrize(
    "line",
    [
        "Dernière mise à jour à 10h33 le 04/11",
        "Dernière mise à jour : 04/11/2016 - 10:33",
        "mis à jour le 04/11",
        "Mis à jour le 4 mars à 10h33 | Temps de lecture : 3 min",
        "MIS À JOUR LE 4 MARS",
        "Publié le 3 mars",
        "Publié le 3 mars 2020 par la rédaction Océan",
        "Publié il y a 3 heures",
        "Posté le 3 mars 2020",
        "(Mise à jour le 03.11.2016)",
        "Modifié le : 03/11/2016",
        "Mis en ligne le 1er août 2019",
        "date 2024-07",
        "Date de publication : 4 août 2019",
        "Published on March 3, 2020",
        "Опубликовано 3 ноября 2016",
    ],
)
def test_a_note_of_update(line: str) -> None:
    assert is_update_line(line)
    assert update_end(line) == len(line)


@pytest.mark.parametrize(
    "line",
    [
        "4 novembre 2016",
        "jeudi 3 novembre 2016 à 10h33",
        "04/11/2016",
        "2016-11-04",
        "Le 3 mars 2020.",
        "March 3, 2020",
    ],
)
def test_a_bare_date(line: str) -> None:
    assert is_date_line(line)
    assert not is_update_line(line)


@pytest.mark.parametrize(
    ("note", "rest"),
    [
        ("date 2024-11", "Le ministre a reçu son homologue à Nouakchott."),
        ("date 2024-07", "NOUAKCHOTT, 4 juillet 2024 /PRNewswire/ -- La commission s'est réunie pour la dixième fois."),
        ("Publié le 3 mars 2020", "La commission s'est réunie pour la dixième fois."),
        ("Mis à jour le 04/11 à 10h33", "– Le ministre a reçu son homologue à Nouakchott."),
    ],
)
def test_a_note_before_the_text_is_split_off(note: str, rest: str) -> None:
    assert update_end(f"{note} {rest}") == len(note)


@pytest.mark.parametrize(
    "line",
    [
        "Publiée le 3 mars dans le Journal officiel, la loi prévoit la création d'un comité.",
        "Publié en 2016, le rapport est une mise en garde.",
        "Créé le 3 mars 1992, le comité a siégé.",
        "Publié sans date",
        "En 2016, 27 ministres ont signé.",
        "2016",
        "3",
        "Date " + "1" * 200,
        "Le 3 mars 2020, le ministre a reçu son homologue.",
    ],
)
def test_a_sentence_is_no_note(line: str) -> None:
    assert update_end(line) == 0


@pytest.mark.parametrize(
    "line",
    [
        "Lire aussi : La visite du ministre aux Comores",
        "À LIRE ÉGALEMENT",
        "Partager sur Facebook",
        "Partager",
        "© AFP",
        "Copyright 2020 La Maison",
        "Crédit photo : Présidence",
        "(Photo : Présidence)",
        "aucun commentaire trouvé",
        "3 commentaires",
        "Articles similaires",
        "S’abonner à la newsletter",
        "Nous utilisons des cookies pour améliorer votre visite. Vous pouvez les refuser.",
        "Tous droits réservés.",
        "Source : Xinhua",
        "* * *",
    ],
)
def test_furniture(line: str) -> None:
    assert is_boilerplate(line)


@pytest.mark.parametrize(
    "line",
    [
        "Partager le développement avec ses voisins",
        "Retour à Antananarivo",
        "Accueil solennel au palais",
        "Les commentaires du ministre ont surpris.",
        "Source de tensions, la frontière sera bornée.",
        "Fin de la visite",
        "Photographe de formation, le ministre expose à Dakar.",
        "Lire et écrire : le programme commun des deux ministres",
    ],
)
def test_text_that_begins_like_furniture(line: str) -> None:
    assert not is_boilerplate(line)
