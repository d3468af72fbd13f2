"""Verbs that the tagger took for other words, mended by what hangs on them: what stays as it is first."""

import pytest

from communique.language.helpers import finish
from communique.language.tokens import from_conllu

NOUN = """
1 The   the   DET  _ _ 2 det   _ _
2 plans plan  NOUN _ _ 3 nsubj _ _
3 cost  cost  VERB _ Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
4 much  much  ADV  _ _ 3 advmod _ _
5 .     .     PUNCT _ _ 3 punct _ _
"""
PLANS = """
1 Oman   Oman   PROPN _ _ 2 compound _ _
2 plans  plan   NOUN  _ _ 0 root _ _
3 to     to     PART  _ _ 4 mark _ _
4 build  build  VERB  _ VerbForm=Inf 2 acl _ _
5 ports  port   NOUN  _ _ 4 obj _ _
6 .      .      PUNCT _ _ 2 punct _ _
"""
ABANDON = """
1 Oman    Oman    PROPN _ _ 2 nsubj _ _
2 demands demand  VERB  _ Mood=Ind|Tense=Pres|VerbForm=Fin 0 root _ _
3 that    that    SCONJ _ _ 5 mark _ _
4 Qatar   Qatar   PROPN _ _ 5 nsubj _ _
5 abandon abandon NOUN  _ _ 2 ccomp _ _
6 it      it      PRON  _ _ 5 obj _ _
7 .       .       PUNCT _ _ 2 punct _ _
"""
AGREED = """
1 Ministers minister NOUN _ _ 0 root _ _
2 agreed    agree    VERB _ Tense=Past|VerbForm=Part 1 acl _ _
3 to        to       PART _ _ 4 mark _ _
4 meet      meet     VERB _ VerbForm=Inf 2 xcomp _ _
5 .         .        PUNCT _ _ 1 punct _ _
"""


@pytest.mark.parametrize(
    ("block", "place", "expected"),
    [
        (NOUN, 1, ("NOUN", "plan", "")),
        (PLANS, 1, ("VERB", "plan", "Fin")),
        (ABANDON, 4, ("VERB", "abandon", "Inf")),
        (AGREED, 1, ("VERB", "agree", "Fin")),
    ],
    ids=["a noun", "a verb that looks like a plural", "a bare verb with mark and object", "a past tense read as a participle"],
)
def test_verbs_are_found(block: str, place: int, expected: tuple[str, str, str]) -> None:
    token = finish(from_conllu(block).tokens, "en")[place]
    assert (token.upos, token.lemma, token.feat("VerbForm")) == expected


def test_the_noun_before_a_past_tense_is_its_subject() -> None:
    ministers, agreed, *_ = finish(from_conllu(AGREED).tokens, "en")
    assert (ministers.head, ministers.deprel, agreed.head, agreed.deprel) == (1, "nsubj", -1, "root")
