"""Pages: the article's text with its headline first and its dates kept, whatever the page does."""

import pytest

from communique.errors import ReadError
from communique.reading import html
from communique.reading.charsets import decode_page
from communique.reading.html import read_html

P1 = "Le ministre malgache des Affaires étrangères a été reçu mardi à Port-Louis par son homologue mauricien."
P2 = "Les deux parties sont convenues de rouvrir la ligne maritime et d'alléger les formalités de douane."
P3 = "Une commission mixte se réunira au printemps, a précisé le porte-parole de la présidence."
BODY = f"<p>{P1}</p><p>{P2}</p><p>{P3}</p>"
MENU = "<nav><ul><li><a href='/'>Rubriques du site</a></li></ul></nav>"
FOOT = "<footer><p>Mentions légales de la maison</p></footer>"


def _page(inside: str, head: str = "") -> bytes:
    return f"<!doctype html><html><head>{head}</head><body>{MENU}{inside}{FOOT}</body></html>".encode()


def _text(inside: str, head: str = "") -> str:
    return read_html(_page(inside, head), "page.html").text


@pytest.fixture(params=["trafilatura", "plain"])
def _reading(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run a test with either reading of the page."""
    if request.param == "plain":
        monkeypatch.setattr(html, "_extracted", lambda tree: None)


@pytest.mark.usefixtures("_reading")
class TestBothReadings:
    """What holds whether trafilatura or the plain reading is taken."""

    def test_headline_blank_line_paragraphs(self) -> None:
        text = _text(f"<article><h1>Maurice et Madagascar   se rapprochent</h1>{BODY}</article>")
        assert text == "\n".join(["Maurice et Madagascar se rapprochent", "", P1, P2, P3])

    @pytest.mark.parametrize(
        "inside",
        [
            f"<article><h1>Titre du jour</h1><p class='date'>Dernière mise à jour à 10h33 le 04/11</p>{BODY}</article>",
            f"<article><header><h1>Titre du jour</h1><time>Mis à jour le 04/11</time></header>{BODY}</article>",
            f"<main><h1>Titre du jour</h1><div>Mis à jour le 04/11</div><article>{BODY}</article></main>",
            f"<h1>Titre du jour</h1><div><span>Mis à jour le</span> <span>04/11</span></div><article>{BODY}</article>",
            f"<article><h1>Titre du jour</h1>{BODY}<small>Mis à jour le 04/11</small></article>",
        ],
    )
    def test_the_note_of_update_survives(self, inside: str) -> None:
        text = _text(inside)
        assert text.count("04/11") == 1
        assert text.startswith("Titre du jour\n\n")
        assert all(p in text for p in (P1, P2, P3))

    def test_a_bare_date_above_the_text_survives(self) -> None:
        text = _text(f"<article><h1>Titre du jour</h1><time>4 novembre 2016</time>{BODY}</article>")
        assert "\n4 novembre 2016\n" in text

    def test_what_is_no_text_is_left_out(self) -> None:
        noise = (
            "<script>var a = 'publicité';</script><style>p {color: red}</style><form><input value='x'>Recherche</form>"
            "<aside><p>Encadré sans rapport avec le sujet</p></aside><p hidden>Texte caché</p>"
            "<noscript>Activez</noscript>"
            "<!-- commentaire secret --><template><p>modèle</p></template><svg><text>dessin</text></svg>"
        )
        text = _text(f"<article>{noise}{BODY}</article>")
        for left_out in ("publicité", "color", "Rubriques", "Mentions", "commentaire secret", "dessin", "var a"):
            assert left_out not in text

    def test_entities_and_addresses(self) -> None:
        link = "<a href='javascript:alert(1)'>dit-on</a>"
        sign = f"<p>L&rsquo;accord &lt;n&deg;&nbsp;3&gt; &eacute;tait pr&ecirc;t, {link} ici.</p>"
        text = _text(f"<article>{BODY}{sign}</article>")
        assert "L’accord <n°" in text
        assert "était prêt, dit-on ici." in text
        assert "javascript" not in text

    def test_identical_paragraphs_are_all_kept(self) -> None:
        assert _text(f"<article>{BODY}<p>{P1}</p></article>").count(P1) == 2

    def test_list_items_and_line_breaks_are_lines(self) -> None:
        items = "<ul><li>ouvrir un consulat</li><li>former des juges</li></ul><p>Un.<br>Deux.</p>"
        text = _text(f"<article>{BODY}{items}</article>")
        assert "\n- ouvrir un consulat\n- former des juges\n" in text
        assert text.endswith("\nUn.\nDeux.")


def test_the_headline_is_the_one_that_the_title_repeats() -> None:
    title = "<title>Le sommet est reporté - Le Courrier</title>"
    text = _text(f"<h1>Le Courrier</h1><main><h1>Le sommet est reporté</h1>{BODY}</main>", title)
    assert text.startswith("Le sommet est reporté\n\n")


@pytest.mark.parametrize(
    ("head", "inside", "title"),
    [
        ("<meta property='og:title' content='Un titre'><title>Autre</title>", "<h1>Encore</h1>", "Un titre"),
        ("<title>Autre</title>", "<h1>Un <b>titre</b></h1>", "Un titre"),
        ("<title>Un titre</title>", "<h1><img src=a></h1>", "Un titre"),
        ("", "", None),
    ],
)
def test_title(head: str, inside: str, title: str | None) -> None:
    assert read_html(_page(f"<article>{inside}{BODY}</article>", head), "a.html").title == title


def test_a_page_without_h1_begins_with_its_text() -> None:
    assert _text(f"<article>{BODY}</article>", "<title>Autre</title>").startswith(P1)


def test_the_plain_reading_is_taken_where_trafilatura_loses_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "_extracted", lambda tree: P1[:40])
    assert _text(f"<article>{BODY}</article>") == "\n".join([P1, P2, P3])


@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "table", "x-y", "ul", "font"])
def test_ten_thousand_nested_elements(tag: str) -> None:
    text = _text(f"<{tag}>" * 10_000 + BODY + f"</{tag}>" * 10_000)
    assert all(p in text for p in (P1, P2, P3))


def test_nested_beyond_reason_is_refused() -> None:
    with pytest.raises(ReadError, match="nested"):
        _text("<article>" * 10_000 + BODY)


@pytest.mark.parametrize(
    "inside",
    [
        f"<article><p>{P1}<p>{P2}<p>{P3}",
        f"<article></div></p></b>{BODY}</span>",
        f"<article>{BODY}<p <b></article",
        f"<article>\0{BODY}\0</article>",
        "<article>\x01" + BODY + "<p>Un si\x02gne.&#1;</p></article>",
        f"<article>{BODY}<?php echo 1 ?><![CDATA[x]]></article>",
        f"<frameset></frameset><article>{BODY}</article>",
    ],
)
def test_broken_markup(inside: str) -> None:
    text = _text(inside)
    assert all(p in text for p in (P1, P2, P3))
    assert all(character.isprintable() or character == "\n" for character in text)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"   ",
        b"<html></html>",
        b"<html><body><script>document.write('x')</script></body></html>",
        b"<!-- a -->",
        b"\0\0",
    ],
)
def test_a_page_without_text_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError):
        read_html(data, "page.html")


def test_a_page_too_large_for_trafilatura_is_read_plainly() -> None:
    text = _text(f"<article>{BODY * 5_000}</article>")
    assert text.count(P3) == 5_000


@pytest.mark.parametrize(
    ("declaration", "encoding"),
    [
        ("<meta charset='iso-8859-1'>", "cp1252"),
        ("<meta charset=windows-1252>", "cp1252"),
        ("<meta http-equiv='Content-Type' content='text/html; charset=ISO-8859-15'>", "iso-8859-15"),
        ("<meta charset='iso-8859-1'>", "utf-8"),
        ("<meta charset='utf-8'>", "cp1252"),
        ("<meta charset='no-such-thing'>", "cp1252"),
        ("<meta charset='hex'>", "cp1252"),
        ("", "utf-8"),
        ("", "cp1252"),
        ("", "utf-16"),
        ("", "utf-8-sig"),
    ],
)
def test_charsets(declaration: str, encoding: str) -> None:
    page = f"<html><head>{declaration}</head><body><p>L'œuvre a été signée.</p></body></html>"
    decoded = decode_page(page.encode(encoding))
    assert decoded == page


def test_russian_pages_in_windows_1251() -> None:
    page = "<?xml version='1.0' encoding='windows-1251'?><html><body><p>Министр принял посла.</p></body></html>"
    assert "Министр принял посла." in read_html(page.encode("cp1251"), "a.html").text
