"""Every stretch of a text has its kind, in order, and nothing is left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.reading.layout import Block, blocks, outlet

LONG = "Le Premier ministre a reçu mardi à Victoria une délégation de la commission mixte de la pêche hauturière."


def _kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind, text[block.start : block.end]) for block in blocks(text)]


def _covers(text: str, found: tuple[Block, ...]) -> bool:
    edges = [0, *(edge for block in found for edge in (block.start, block.end)), len(text)]
    gaps = [text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]
    return edges == sorted(edges) and not "".join(gaps).strip() and all(text[b.start : b.end].strip() for b in found)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (f"Dernière mise à jour à 10h33 le 04/11\n{LONG}", ["update", "body"]),
        (f"Victoria accueille la commission\n\n{LONG}", ["headline", "body"]),
        (f"Les Seychelles\n\nVictoria accueille la commission de la pêche\n\n{LONG}", ["heading", "headline", "body"]),
        (f"Victoria accueille la commission\nPublié le 3 mars\n{LONG}", ["headline", "update", "body"]),
        (f"Quel avenir pour la pêche ?\n{LONG}", ["headline", "body"]),
        (
            f"Victoria accueille la commission\n{LONG}\nUn accord proche\n{LONG}",
            ["headline", "body", "heading", "body"],
        ),
        (f" date 2024-11 {LONG}", ["update", "body"]),
        (
            f" date 2024-07 VICTORIA, 4 juillet 2024 /PRNewswire/ -- {LONG}\n\nhttps://a.example/p.html",
            ["update", "dateline", "body", "link"],
        ),
        (f"Titre de la dépêche du jour\n\nVICTORIA, 4 nov. (Xinhua) -- {LONG}", ["headline", "dateline", "body"]),
        (f"Paris, le 4 avril 2022\n\nVisite du ministre aux Seychelles\n\n{LONG}", ["dateline", "headline", "body"]),
        (f"{LONG}\nPEKIN, 4 nov. (Xinhua) -- {LONG}", ["body", "body"]),
        (
            f"{LONG} :\n- ouvrir un consulat ;\n• former des juges ;\n2) patrouiller",
            ["body", "bullet", "bullet", "bullet"],
        ),
        (
            f"{LONG}\n(APS)\nLire aussi : autre chose\n© Présidence",
            ["body", "boilerplate", "boilerplate", "boilerplate"],
        ),
        (f"{LONG}\nUne dernière ligne sans point", ["body", "body"]),
        ("Une seule ligne sans point", ["body"]),
        ("VICTORIA (MAP) – Le ministre est arrivé", ["dateline", "body"]),
        ("", []),
        ("\n \u00a0 \n", []),
    ],
)
def test_kinds(text: str, kinds: list[str]) -> None:
    assert [kind for kind, _ in _kinds(text)] == kinds
    assert _covers(text, blocks(text))


def test_the_body_begins_behind_the_dateline() -> None:
    assert _kinds(f"VICTORIA, 4 nov. (Xinhua) -- {LONG}") == [
        ("dateline", "VICTORIA, 4 nov. (Xinhua) --"),
        ("body", LONG),
    ]


@given(st.text(alphabet=st.sampled_from("aÉ3 .–-:/()«»\n\r\u00a0\u2028"), max_size=200))
def test_any_text_is_covered(text: str) -> None:
    assert _covers(text, blocks(text))


@given(st.lists(st.sampled_from(["Publié le 3 mars", "PEKIN, 4 nov. (Xinhua) --", LONG, "Titre", "- a", " ", "\n", "\n\n", "© X"])))
def test_any_order_is_covered(parts: list[str]) -> None:
    text = " ".join(parts)
    assert _covers(text, blocks(text))


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (f"PEKIN, 4 nov. (Xinhua) -- {LONG}", "Xinhua"),
        (f"BEIJING, 4 juillet 2024 /PRNewswire/ -- {LONG}", "PRNewswire"),
        (f"ALGER, 12 mars (Agence du port) – {LONG}", "Agence du port"),
        (f"{LONG} (APS)", "APS"),
        (f"{LONG[:-1]} (avec APS).", "APS"),
        (f"{LONG} (Xinhua/AFP)", "Xinhua"),
        (f"{LONG}\n\n(APS)", "APS"),
        (f"{LONG}\nAFP", "AFP"),
        (f"{LONG}\nSource : Xinhua", "Xinhua"),
        (f"{LONG}\nSource: Agence de presse Reuters", "Reuters"),
        (f"{LONG}\n(Source : Ministère de la Pêche)", "Ministère de la Pêche"),
        (f"{LONG}\nSource : https://a.example/1", None),
        (f"AFP\nVictoria accueille la commission\n{LONG}", "AFP"),
        (f"{LONG} Selon l'agence Xinhua, tout va bien.", None),
        (f"{LONG} L'Organisation de coopération (OCS)", None),
        (f"© AFP\n{LONG}", None),
        ("", None),
    ],
)
def test_outlet(text: str, source: str | None) -> None:
    assert outlet(text, blocks(text)) == source
