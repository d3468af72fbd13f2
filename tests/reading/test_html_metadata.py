"""What a page states about itself, and what is not taken for a statement."""

import pytest

from communique.reading.html_metadata import PageStatements, page_statements
from communique.reading.html_text import parse_page


def _stated(head: str = "", body: str = "") -> PageStatements:
    return page_statements(parse_page(f"<html><head>{head}</head><body>{body}<p>Texte.</p></body></html>"))


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        ("<meta property='article:published_time' content='2016-11-04T10:33:00+01:00'>", "", "2016-11-04"),
        ("<meta name='DC.date.issued' content='2016-11-04'>", "", "2016-11-04"),
        ("<meta name='date' content='20161104'>", "", "2016-11-04"),
        ("<meta name='date' content='04/11/2016'>", "", None),
        ("<meta property='article:modified_time' content='2016-11-04'>", "", None),
        ('<script type=\'application/ld+json\'>{"datePublished": "2016-11-04"}</script>', "", "2016-11-04"),
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "datePublished": "2001-01-01"},'
            '{"@type": ["NewsArticle"], "datePublished": "2016-11-04T08:00:00Z"}]}</script>',
            "",
            "2016-11-04",
        ),
        ('<script type=\'application/ld+json\'>{"dateModified": "2016-11-04"}</script>', "", None),
        ("<script type='application/ld+json'>{broken</script>", "", None),
        (f"<script type='application/ld+json'>{'[' * 100_000}</script>", "", None),
        ('<script type=\'application/ld+json\'>{"datePublished": {"a": 3}}</script>', "", None),
        ("", "<time datetime='2016-11-04T10:33'>vendredi</time>", "2016-11-04"),
        ("", "<time datetime='2016-11-04'>a</time><time datetime='2016-11-05'>b</time>", None),
        ("", "<time datetime='2016-11-04'>a</time><time class='updated' datetime='2016-11-05'>b</time>", "2016-11-04"),
        ("", "<time datetime='2016-11-03'>a</time><time pubdate datetime='2016-11-04'>b</time>", "2016-11-04"),
        ("", "<span itemprop='datePublished' content='2016-11-04'>hier</span>", "2016-11-04"),
        ("", "<time>4 novembre 2016</time><p>Publié le 4 novembre 2016</p>", None),
        ("<link rel='canonical' href='https://a.example/2016/11/04/sommet'>", "", None),
        (
            "<meta name='date' content='2016-11-09'><meta property='article:published_time' content='2016-11-04'>",
            "",
            "2016-11-04",
        ),
    ],
)
def test_only_a_stated_day_of_publication_counts(head: str, body: str, published: str | None) -> None:
    assert _stated(head, body).published == published


def test_titles() -> None:
    stated = _stated("<meta property='og:title' content=' Un  titre '><title>Un titre\n- Site</title>")
    assert (stated.shared_title, stated.window_title) == ("Un titre", "Un titre - Site")
    assert _stated().window_title is None


def test_site_and_address() -> None:
    stated = _stated("<meta property='og:site_name' content='Le Courrier'><meta property='og:url' content='http://a.example/'>")
    assert (stated.source, stated.url) == ("Le Courrier", "http://a.example/")
    assert _stated("<link rel=canonical href='javascript:alert(1)'>").url is None
    assert _stated("<link rel=canonical href='/relatif'>").url is None
