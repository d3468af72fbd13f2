"""Deeds and the reach of their words on hand-written parses: no model is loaded."""

import pytest

from communique.extract import extents
from communique.extract.actions import deeds
from communique.extract.frames import frames
from communique.extract.scene import Scene
from communique.language.folding import fold
from communique.language.mentions import find_mentions
from communique.language.tokens import Parse, Sentence, from_conllu
from communique.reading.documents import Document

LIST = """
1  renforcer   renforcer   VERB  _ VerbForm=Inf 0 root  _ _
2  la          le          DET   _ _            3 det   _ _
3  coopération coopération NOUN  _ _            1 obj   _ _
4  dans        dans        ADP   _ _            6 case  _ _
5  les         le          DET   _ _            6 det   _ _
6  domaines    domaine     NOUN  _ _            1 obl   _ _
7  de          de          ADP   _ _            9 case  _ _
8  la          le          DET   _ _            9 det   _ _
9  pêche       pêche       NOUN  _ _            6 nmod  _ _
10 et          et          CCONJ _ _            12 cc   _ _
11 du          de+le       ADP   _ _            12 case _ _
12 tourisme    tourisme    NOUN  _ _            9 conj  _ _
13 afin        afin        ADV   _ _            15 mark _ _
14 de          de          ADP   _ _            13 fixed _ _
15 créer       créer       VERB  _ VerbForm=Inf 1 advcl _ _
16 des         un          DET   _ _            17 det  _ _
17 emplois     emploi      NOUN  _ _            15 obj  _ _
"""
TWO = """
1 ouvrir   ouvrir   VERB  _ VerbForm=Inf 0 root  _ _
2 un       un       DET   _ _            3 det   _ _
3 consulat consulat NOUN  _ _            1 obj   _ _
4 moderne  moderne  ADJ   _ _            3 amod  _ _
5 et       et       CCONJ _ _            7 cc    _ _
6 une      un       DET   _ _            7 det   _ _
7 école    école    NOUN  _ _            3 conj  _ _
8 bilingue bilingue ADJ   _ _            7 amod  _ _
"""
SHARED = """
1 ouvrir   ouvrir   VERB  _ VerbForm=Inf 0 root  _ _
2 un       un       DET   _ _            3 det   _ _
3 consulat consulat NOUN  _ _            1 obj   _ _
4 et       et       CCONJ _ _            6 cc    _ _
5 une      un       DET   _ _            6 det   _ _
6 école    école    NOUN  _ _            3 conj  _ _
7 bilingue bilingue ADJ   _ _            6 amod  _ _
"""


def scene(block: str) -> tuple[Scene, Sentence, str]:
    sentence = from_conllu(block)
    text = " ".join(t.text for t in sentence.tokens)
    return Scene(Document(text, "t", "fr"), find_mentions(Parse(text, "fr", [sentence])), None), sentence, text


@pytest.mark.parametrize(
    ("block", "objects"),
    [
        (LIST, ["la coopération dans les domaines de la pêche et du tourisme"]),
        (TWO, ["un consulat moderne", "une école bilingue"]),
        (SHARED, ["un consulat et une école bilingue"]),
    ],
    ids=["a list ends before its purpose", "own nouns and modifiers are two", "one modifier serves both"],
)
def test_objects_of_a_deed(block: str, objects: list[str]) -> None:
    read, sentence, text = scene(block)
    found = deeds(read, sentence, (sentence.tokens[0],), len(text), frames("fr"))
    assert [text[slice(*d.object)] for d in found] == objects


def test_the_purpose_is_within_reach_for_sectors() -> None:
    read, sentence, text = scene(LIST)
    deed = deeds(read, sentence, (sentence.tokens[0],), len(text), frames("fr"))[0]
    assert text[slice(*deed.reach)].endswith("créer des emplois")


def test_a_clause_keeps_its_purpose_and_a_noun_does_not() -> None:
    _, sentence, text = scene(LIST)
    head = sentence.tokens[2]
    assert text[: extents.end_of(sentence, fold(text), head, len(text))].endswith("tourisme")
    assert text[: extents.end_of(sentence, fold(text), head, len(text), clause=True)].endswith("emplois")
