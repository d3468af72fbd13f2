"""A line is a paragraph, unless the text is hard-wrapped."""

import textwrap

import pytest

from communique.reading.wrapping import paragraphs

LONG = (
    "Le ministre des Comores a reçu mardi à Moroni une délégation de la commission de l'océan Indien, conduite par "
    "son secrétaire général, pour préparer la prochaine réunion des chefs d'État. Les deux parties ont passé en revue "
    "les projets en cours et sont convenues d'en accélérer l'exécution avant la fin de l'année."
)


def _cut(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs(text)]


@pytest.mark.parametrize("width", [62, 72, 80, 100])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_wrapped_lines_are_one_paragraph(width: int, ending: str) -> None:
    wrapped = ending.join(textwrap.wrap(LONG, width))
    text = f"Moroni accueille la commission{ending}{ending}{wrapped}{ending}{ending}{wrapped}{ending}"
    assert [" ".join(part.split()) for part in _cut(text)] == ["Moroni accueille la commission", LONG, LONG]


def test_wrapped_items_addresses_and_ended_lines_stand_alone() -> None:
    wrapped = "\n".join(textwrap.wrap(LONG, 70))
    text = f"Titre court\n{wrapped}\n- ouvrir un consulat\n- former des juges\nhttps://a.example/1\n{wrapped}"
    assert [" ".join(part.split())[:12] for part in _cut(text)] == [
        "Titre court",
        LONG[:12],
        "- ouvrir un ",
        "- former des",
        "https://a.ex",
        LONG[:12],
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Un.\nDeux.\r\nTrois.\rQuatre.", ["Un.", "Deux.", "Trois.", "Quatre."]),
        (" \u00a0Un. \n\n \u00a0 \n\tDeux.\u00a0", ["Un.", "Deux."]),
        ("Un.\u2028Deux.\x0cTrois.\x85", ["Un.", "Deux.", "Trois."]),
        (f"{LONG}\n{LONG}", [LONG, LONG]),
        ("\n".join(f"{'Une phrase entière qui tient sur sa ligne et finit ici, point':<70}." for _ in range(6)), None),
        ("", []),
        (" \n\u00a0\n", []),
    ],
)
def test_otherwise_a_line_is_a_paragraph(text: str, parts: list[str] | None) -> None:
    assert _cut(text) == (parts if parts is not None else text.split("\n"))
