"""Binding words on hand-written parses: which rule fires, whom it binds, which verbs it leads to."""

import pytest

from communique.extract.frames import frames
from communique.extract.scene import Scene
from communique.extract.triggers import triggers
from communique.language.mentions import find_mentions
from communique.language.tokens import Parse, from_conllu
from communique.reading.documents import Document

WISH = """
1 Lima     Lima     PROPN _ _                                0 nsubj _ _
2 souhaite souhaiter VERB _ Mood=Ind|Tense=Pres|VerbForm=Fin 0 root  _ _
3 ouvrir   ouvrir   VERB  _ VerbForm=Inf                     2 xcomp _ _
4 un       un       DET   _ _                                5 det   _ _
5 port     port     NOUN  _ _                                3 obj   _ _
""".replace("0 nsubj", "2 nsubj")
READY = """
1 Lima    Lima    PROPN _ _                                3 nsubj _ _
2 est     être    AUX   _ Mood=Ind|Tense=Pres|VerbForm=Fin 3 cop   _ _
3 prête   prêt    ADJ   _ _                                0 root  _ _
4 à       à       ADP   _ _                                5 mark  _ _
5 ouvrir  ouvrir  VERB  _ VerbForm=Inf                     3 xcomp _ _
6 et      et      CCONJ _ _                                8 cc    _ _
7 à       à       ADP   _ _                                8 mark  _ _
8 bâtir   bâtir   VERB  _ VerbForm=Inf                     5 conj  _ _
"""
WILL = """
1 la       le       DET  _ _            2 det  _ _
2 volonté  volonté  NOUN _ _            0 root _ _
3 de       de       ADP  _ _            4 case _ _
4 Lima     Lima     PROPN _ _           2 nmod _ _
5 de       de       ADP  _ _            6 mark _ _
6 bâtir    bâtir    VERB _ VerbForm=Inf 4 acl  _ _
"""
FUTURE = """
1 Lima      Lima     PROPN _ _                               2 nsubj _ _
2 financera financer VERB  _ Mood=Ind|Tense=Fut|VerbForm=Fin 0 root  _ _
3 le        le       DET   _ _                               4 det   _ _
4 port      port     NOUN  _ _                               2 obj   _ _
"""
DENIED = """
1 Lima      Lima     PROPN _ _                               3 nsubj  _ _
2 ne        ne       ADV   _ Polarity=Neg                    3 advmod _ _
3 financera financer VERB  _ Mood=Ind|Tense=Fut|VerbForm=Fin 0 root   _ _
4 pas       pas      ADV   _ Polarity=Neg                    3 advmod _ _
5 le        le       DET   _ _                               6 det    _ _
6 port      port     NOUN  _ _                               3 obj    _ _
"""
USEFUL = """
1 C'        ce        PRON _ _                                3 nsubj _ _
2 est       être      AUX  _ Mood=Ind|Tense=Pres|VerbForm=Fin 3 cop   _ _
3 essentiel essentiel ADJ  _ _                                0 root  _ _
4 pour      pour      ADP  _ _                                5 mark  _ _
5 bâtir     bâtir     VERB _ VerbForm=Inf                     3 advcl _ _
"""


def found(block: str, language: str = "fr") -> list[tuple[str, str, str | None, list[str]]]:
    """Give rule, force, who is bound and the verbs."""
    sentence = from_conllu(block)
    sentence.language = language
    text = " ".join(t.text for t in sentence.tokens)
    scene = Scene(Document(text, "t", language), find_mentions(Parse(text, language, [sentence])), None)
    told = triggers(scene, sentence, frames(language))
    return [(t.rule, t.force, t.bound.text if t.bound else None, [h.text for h in t.heads]) for t in told]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (WISH, [("duty-verb", "wish", "Lima", ["ouvrir"])]),
        (READY, [("disposition", "readiness", "Lima", ["ouvrir", "bâtir"])]),
        (WILL, [("noun-of-will", "pledge", "Lima", ["bâtir"])]),
        (FUTURE, [("future", "pledge", "Lima", ["financera"])]),
        (DENIED, []),
        (USEFUL, []),
    ],
    ids=["wish", "readiness of two verbs", "a will whose verb hangs on its owner", "future", "denied", "useful for"],
)
def test_triggers(block: str, expected: list[tuple[str, str, str | None, list[str]]]) -> None:
    assert found(block) == expected


SHOULD = """
1 Lima    Lima    PROPN _ _                                3 nsubj _ _
2 should  should  AUX   _ Mood=Ind|Tense=Pres|VerbForm=Fin 3 aux   _ _
3 build   build   VERB  _ Mood=Ind|Tense=Pres|VerbForm=Fin 0 root  _ _
4 ports   port    NOUN  _ _                                3 obj   _ _
5 ,       ,       PUNCT _ _                                6 punct _ _
6 deepen  deepen  VERB  _ VerbForm=Inf                     4 amod  _ _
7 trade   trade   NOUN  _ _                                4 conj  _ _
"""
MIGHT = """
1 Lima    Lima    PROPN _ _                                3 nsubj _ _
2 might   might   AUX   _ Mood=Cnd|Tense=Pres|VerbForm=Fin 3 aux   _ _
3 agree   agree   VERB  _ Mood=Cnd|Tense=Pres|VerbForm=Fin 0 root  _ _
4 to      to      PART  _ _                                5 mark  _ _
5 build   build   VERB  _ VerbForm=Inf                     3 xcomp _ _
"""
UNLESS = """
1 Lima    Lima    PROPN _ _                                3 nsubj _ _
2 will    will    AUX   _ Mood=Ind|Tense=Fut|VerbForm=Fin  3 aux   _ _
3 build   build   VERB  _ Mood=Ind|Tense=Fut|VerbForm=Fin  0 root  _ _
4 it      it      PRON  _ _                                3 obj   _ _
5 unless  unless  SCONJ _ _                                7 mark  _ _
6 Quito   Quito   PROPN _ _                                7 nsubj _ _
7 objects object  VERB  _ Mood=Ind|Tense=Pres|VerbForm=Fin 3 advcl _ _
"""


@pytest.mark.parametrize(
    ("block", "expected"),
    [(SHOULD, [("duty-verb", "urge", "Lima", ["build", "deepen"])]), (MIGHT, []), (UNLESS, [])],
    ids=["a list whose verbs share one modal", "a mere possibility", "a condition behind"],
)
def test_english_triggers(block: str, expected: list[tuple[str, str, str | None, list[str]]]) -> None:
    assert found(block, "en") == expected
