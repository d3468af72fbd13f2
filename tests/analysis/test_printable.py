import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.analysis.printable import is_web_address, markdown, one_line, printable, shortened


@pytest.mark.parametrize(
    ("text", "expected", "guards"),
    [
        ("\x1b[31mrouge\x1b[0m", "rouge", "colours"),
        ("\x1b]0;titre\x07reste", "reste", "window titles"),
        ("\x1b]8;;http://x\x1b\\lien\x1b]8;;\x1b\\", "lien", "hyperlinks"),
        ("\x1b]0;sans fin\nreste", "\nreste", "an unclosed title ends with its line"),
        ("\x9b2Jvide", "vide", "one-byte escapes"),
        ("\x1bcvide", "vide", "a reset"),
        ("a\x00b\x07c\x7f", "abc", "controls"),
        ("a\u202eb\u2066c", "abc", "reversed writing"),
        ("a\r\nb\rc", "a\nb\nc", "line ends stay"),
        ("Étude 会谈 ё", "Étude 会谈 ё", "letters stay"),
    ],
)
def test_printable(text: str, expected: str, guards: str) -> None:
    assert printable(text) == expected, guards


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("[a](javascript:b)", r"\[a\](javascript:b)"),
        ("![a](b)", r"!\[a\](b)"),
        ("a | b", r"a \| b"),
        ("# titre", r"\# titre"),
        ("- point", r"\- point"),
        ("> cité", "&gt; cité"),
        ("1. un", "1&#8203;. un"),
        ("*a* _b_ `c` ~d~ $e$", r"\*a\* \_b\_ \`c\` \~d\~ \$e\$"),
        ("a\n# b\n---", "a # b ---"),
        ("&lt;b&gt;", "&amp;lt;b&amp;gt;"),
        ("Le 3-4 mai, à 5 %.", "Le 3-4 mai, à 5 %."),
    ],
)
def test_markdown_is_only_ever_text(text: str, expected: str) -> None:
    assert markdown(text) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/a?b=1&c=2", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        (" https://example.org", False),
        ('https://x" onclick="y', False),
        ("https://x\n.org", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("https://ex\u202eample.org", False),
        (None, False),
    ],
)
def test_only_web_addresses_are_links(url: str | None, expected: bool) -> None:
    assert is_web_address(url) is expected


@given(st.text())
def test_one_line_is_one_line_and_stays_so(text: str) -> None:
    line = one_line(text)
    assert "\n" not in line and not any(c < " " or "\x7f" <= c <= "\x9f" for c in line)
    assert one_line(line) == line and len(shortened(text, 10)) <= 10
