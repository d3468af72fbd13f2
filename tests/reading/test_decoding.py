"""Which bytes are text, in which encoding; and that nothing of the text is lost."""

import pytest

from communique.errors import ReadError
from communique.reading.decoding import decode

FRENCH = "Le chef de la diplomatie a été reçu à Alger ; l’œuvre commune, dit-il, coûtera 3 € par tête.\r\n"
RUSSIAN = "Министр иностранных дел встретился с послом и обсудил с ним развитие отношений.\n"


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (FRENCH.encode(), FRENCH, "utf-8"),
        (b"\xef\xbb\xbf" + FRENCH.encode(), FRENCH, "utf-8"),
        (FRENCH.encode("utf-16"), FRENCH, "utf-16-le"),
        (b"\xfe\xff" + FRENCH.encode("utf-16-be"), FRENCH, "utf-16-be"),
        (FRENCH.encode("cp1252"), FRENCH, "cp1252"),
        ("Le sommet a été ajourné.".encode("latin-1"), "Le sommet a été ajourné.", "cp1252"),
        ("Le cœur du traité".encode("iso-8859-15"), "Le cœur du traité", "iso-8859-15"),
        (RUSSIAN.encode("cp1251"), RUSSIAN, "cp1251"),
        ("  \u00a0Oui.\r\n\r\n ".encode(), "  \u00a0Oui.\r\n\r\n ", "utf-8"),
        ("一带一路".encode(), "一带一路", "utf-8"),
        (b"A stray bell\x07" + b" in a long line of telegraph text" * 20, None, "utf-8"),
    ],
)
def test_text_is_decoded_with_nothing_stripped(data: bytes, text: str | None, encoding: str) -> None:
    decoded = decode(data)
    assert decoded.encoding == encoding
    assert text is None or decoded.text == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"Le ministre\x00a dit", "NUL"),
        (bytes(range(1, 32)) * 10, "control"),
        ("Le ministre a été reçu".encode("utf-16-le"), "UTF-16"),
        (bytes(range(128, 256)), "iconv -f"),
        (FRENCH.replace("€", "").replace("’", "'").encode("mac-roman"), "iconv -f"),
        ("Le président a été reçu à la Maison".encode("cp850"), "iconv -f"),
        (RUSSIAN.encode("koi8-r"), "iconv -f"),
        ("Été à Genève, où l’on négocia.".encode() + b"\xe9", "not UTF-8"),
        (b"\xff\xfeL\x00e", "damaged at byte 2"),
        (b"\xff\xfe\x00\xd8", "UTF-16"),
        (b"\xff\xfeL\x00\x00\x00", "binary"),
    ],
)
def test_what_is_not_certainly_text_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        decode(data)


def test_the_message_names_the_place() -> None:
    with pytest.raises(ReadError, match="line 2"):
        decode("Une première ligne\n".encode() + bytes(range(128, 200)))
