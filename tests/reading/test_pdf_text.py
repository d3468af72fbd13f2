"""Lines with their places → paragraphs: joined, mended, without heads, feet and page numbers."""

import pytest

from communique.reading.pdf_text import Line, joined


def _page(*texts: str, gaps: dict[int, float] | None = None, width: float = 5.0) -> list[Line]:
    """Set lines one below the other, 14 points apart, more above the lines that `gaps` names."""
    lines: list[Line] = []
    top = 780.0
    for index, text in enumerate(texts):
        top -= (gaps or {}).get(index, 0.0)
        lines.append(Line(text, 70.0, 70.0 + width * len(text), top, top - 11.0))
        top -= 14.0
    return lines


LONG = "La ministre a ouvert la séance en rappelant que les deux capitales"


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ((LONG, "travaillent ensemble depuis dix ans déjà sur tous ces dossiers"), " "),
        ((LONG[:-9] + " coopéra-", "tion avance bien sur tous les dossiers communs aux deux pays"), "coopération"),
        ((LONG[:-9] + " le vice-", "président a signé le texte commun avec tous ses homologues"), "vice-président"),
        ((LONG[:-9] + " peut-", "être a-t-on signé le texte commun avec tous les homologues"), "peut-être"),
        ((LONG[:-9] + " Saint-", "Pétersbourg accueille la prochaine séance de la commission"), "Saint-Pétersbourg"),
    ],
)
def test_lines_are_joined_and_words_mended(lines: tuple[str, ...], text: str) -> None:
    found = joined([_page(*lines)])
    assert text in found
    assert "\n" not in found


def test_a_compound_that_the_text_has_elsewhere_keeps_its_hyphen() -> None:
    lines = ("Le chargé d'affaires a salué le savoir-", "faire des ingénieurs ; ce savoir-faire est rare et précieux.")
    assert "le savoir-faire des" in joined([_page(*lines)])


def test_a_gap_a_short_line_and_an_indent_begin_paragraphs() -> None:
    gapped = _page(LONG, LONG, gaps={1: 12.0})
    short = _page(LONG, "fin de la phrase.", "Une autre commence ici et va jusqu'au bout de la ligne, ou presque")
    indented = _page(LONG, LONG)
    indented[1] = Line(LONG, 95.0, indented[1].right, indented[1].top, indented[1].bottom)
    assert [joined([page]).count("\n\n") for page in (gapped, short, indented)] == [1, 1, 1]


def test_items_begin_paragraphs() -> None:
    assert joined([_page(LONG + " :", "- ouvrir un consulat", "- former des juges")]).count("\n\n") == 2


def test_a_sentence_goes_on_over_the_page() -> None:
    gaps = {1: 20.0, 2: 20.0}
    pages = [
        _page("Service de presse", LONG, "1", gaps=gaps),
        _page("Service de presse", "travaillent ensemble.", "2", gaps=gaps),
    ]
    assert joined(pages) == f"{LONG} travaillent ensemble."


def test_heads_and_feet_are_dropped_wherever_they_stand_in_the_order_of_reading() -> None:
    pages = []
    for number in range(4):
        texts = (
            "Ambassade à Port-Louis",
            f"Texte numéro {number} sur la pêche.",
            "Il continue.",
            f"Page {number + 1} sur 4",
        )
        page = _page(*texts, gaps={1: 20.0, 3: 20.0})
        pages.append([page[3], page[1], page[2], page[0]])
    text = joined(pages)
    assert "Ambassade" not in text
    assert "Page" not in text
    assert [f"numéro {number} sur" in text for number in range(4)] == [True] * 4


def test_a_running_head_with_a_year_is_kept_once() -> None:
    words = ("un", "deux", "trois")
    pages = [_page("Paris, le 4 avril 2022", f"Texte {word} sur la pêche.", gaps={1: 20.0}) for word in words]
    assert joined(pages).count("4 avril 2022") == 1


@pytest.mark.parametrize("pages", [[], [[]], [_page("3")]])
def test_no_lines_no_text(pages: list[list[Line]]) -> None:
    assert joined(pages) == ""


def test_lines_of_the_text_that_repeat_are_no_heads() -> None:
    page = _page("Le ministre a parlé.", "Il a dit oui.", "Il a dit non.", "Il a dit oui.")
    assert joined([page] * 4).count("Il a dit oui.") == 8
