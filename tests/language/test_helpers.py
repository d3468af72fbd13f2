"""A verb gets tense and mood from its helper; one with «to» stays an infinitive."""

from communique.language import clauses, helpers
from communique.language.tokens import from_conllu

WILL_MEET_AND_SIGN = """
1 Ministers minister NOUN _ Number=Plur 3 nsubj _ _
2 will will AUX _ VerbForm=Fin 3 aux _ _
3 meet meet VERB _ VerbForm=Inf 0 root _ _
4 and and CCONJ _ _ 5 cc _ _
5 sign sign VERB _ VerbForm=Inf 3 conj _ _
6 to to PART _ _ 7 mark _ _
7 please please VERB _ VerbForm=Inf 5 advcl _ _
"""


def read(block: str):
    sentence = from_conllu(block, language="en")
    helpers.finish(sentence.tokens, "en")
    return sentence, {t.text: t for t in sentence.tokens}


def test_a_helper_makes_a_future_of_the_verb_and_of_those_joined_to_it() -> None:
    sentence, words = read(WILL_MEET_AND_SIGN)
    for verb in ("meet", "sign"):
        assert clauses.form(sentence, words[verb]).tense == "Fut"
        assert not clauses.is_infinitive(words[verb])
    assert clauses.is_infinitive(words["please"])


def test_would_is_a_conditional_and_not_negates() -> None:
    sentence, words = read(
        """
1 Oslo Oslo PROPN _ _ 4 nsubj _ _
2 would would AUX _ VerbForm=Fin 4 aux _ _
3 not not PART _ Polarity=Neg 4 advmod _ _
4 join join VERB _ VerbForm=Inf 0 root _ _
"""
    )
    form = clauses.form(sentence, words["join"])
    assert (form.mood, form.negated, form.perfect) == ("Cnd", True, False)


def test_have_makes_a_compound_past_and_be_none() -> None:
    sentence, words = read(
        """
1 She she PRON _ _ 3 nsubj _ _
2 has have AUX _ Mood=Ind|Tense=Pres|VerbForm=Fin 3 aux _ _
3 met meet VERB _ Tense=Past|VerbForm=Part 0 root _ _
4 and and CCONJ _ _ 6 cc _ _
5 is be AUX _ Mood=Ind|Tense=Pres|VerbForm=Fin 6 aux _ _
6 leaving leave VERB _ Tense=Pres|VerbForm=Part 3 conj _ _
"""
    )
    assert clauses.form(sentence, words["met"]).perfect
    assert not clauses.form(sentence, words["leaving"]).perfect
