"""Verb forms are read by rule, and a parse is mended only where a word can be nothing but a verb."""

import pytest

from communique.language import inflection
from communique.language.packs import table
from communique.language.tokens import Token, from_conllu

FORMS = [
    # form, lemma, features it has
    ("favoriseraient", "favoriser", "Mood=Cnd|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin"),
    ("cesseront", "cesser", "Mood=Ind|Number=Plur|Person=3|Tense=Fut|VerbForm=Fin"),
    ("notant", "noter", "Tense=Pres|VerbForm=Part"),
    ("prendrait", "prendre", "Mood=Cnd|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"),
    ("saluée", "saluer", "Gender=Fem|Number=Sing|Tense=Past|VerbForm=Part"),
    ("renforçait", "renforcer", "Mood=Ind|Number=Sing|Person=3|Tense=Imp|VerbForm=Fin"),
    ("engageons", "engager", "Number=Plur|Person=1"),
    ("protège", "protéger", "Person=3"),
    ("protégeait", "protéger", "Tense=Imp"),
    ("soulèvera", "soulever", "Tense=Fut"),
    ("accélérera", "accélérer", "Tense=Fut"),
    ("accélèrera", "accélérer", "Tense=Fut"),
    ("appellera", "appeler", "Tense=Fut"),
    ("achète", "acheter", "Person=3"),
    ("renouvelle", "renouveler", "Person=3"),
    ("renouvèle", "renouveler", "Person=3"),
    ("déploient", "déployer", "Number=Plur"),
    ("paye", "payer", "Person=3"),
    ("paiera", "payer", "Tense=Fut"),
    ("enverrons", "envoyer", "Tense=Fut|Person=1"),
    ("créée", "créer", "Gender=Fem"),
    ("rétablissent", "rétablir", "Mood=Ind|Number=Plur"),
    ("réunis", "réunir", "Gender=Masc|Number=Plur|VerbForm=Part"),
    ("promettaient", "promettre", "Tense=Imp"),
    ("maintiennent", "maintenir", "Mood=Ind|Number=Plur"),
    ("tinrent", "tenir", "Tense=Past|VerbForm=Fin"),
    ("redit", "redire", "Person=3|Tense=Pres"),
    ("fassent", "faire", "Mood=Sub|Number=Plur"),
    ("prévoira", "prévoir", "Tense=Fut"),
    ("reverra", "revoir", "Tense=Fut"),
    ("reçoivent", "recevoir", "Number=Plur"),
    ("due", "devoir", "Gender=Fem"),
    ("puisse", "pouvoir", "Mood=Sub"),
    ("voudraient", "vouloir", "Mood=Cnd"),
    ("faudra", "falloir", "Tense=Fut"),
    ("défendent", "défendre", "Number=Plur"),
    ("interrompt", "interrompre", "Person=3"),
    ("souscrivent", "souscrire", "Number=Plur"),
    ("conclut", "conclure", "Tense=Past"),
    ("incluses", "inclure", "Gender=Fem|Number=Plur"),
    ("résolvent", "résoudre", "Number=Plur"),
    ("reconstruisant", "reconstruire", "VerbForm=Part"),
    ("offert", "offrir", "VerbForm=Part"),
    ("accueillera", "accueillir", "Tense=Fut"),
    ("acquièrent", "acquérir", "Number=Plur"),
    ("parcourra", "parcourir", "Tense=Fut"),
    ("mort", "mourir", "VerbForm=Part"),
    ("rejoignit", "rejoindre", "Tense=Past"),
    ("accroissent", "accroître", "Number=Plur"),
    ("reconnaît", "reconnaître", "Person=3"),
    ("paraitra", "paraître", "Tense=Fut"),
    ("promues", "promouvoir", "Gender=Fem|Number=Plur"),
    ("convainc", "convaincre", "Person=3"),
    ("revêt", "revêtir", "Person=3"),
    ("irait", "aller", "Mood=Cnd"),
    ("soient", "être", "Mood=Sub"),
    ("eurent", "avoir", "Tense=Past"),
    ("œuvrer", "œuvrer", "VerbForm=Inf"),
]


def has(form: inflection.Form, subset: str) -> bool:
    return set(subset.split("|")) <= set(form.feats.split("|"))


def sentence(*rows: str) -> list[Token]:
    """Tokens from «text lemma upos feats head deprel»."""
    cells = [row.split() for row in rows]
    lines = [f"{i} {c[0]} {c[1]} {c[2]} _ {c[3]} {c[4]} {c[5]} _ _" for i, c in enumerate(cells, 1)]
    return from_conllu("\n".join(lines)).tokens


@pytest.mark.parametrize(("form", "lemma", "feats"), FORMS)
def test_a_form_is_read(form: str, lemma: str, feats: str) -> None:
    found = inflection.readings(form, "fr")
    assert any(reading.lemma == lemma and has(reading, feats) for reading in found), found


@pytest.mark.parametrize("word", ["prendrer", "salués-moi", "ministre", "sommet", "appèlle", "engagait", "commencait", ""])
def test_what_is_no_verb_form_has_no_reading(word: str) -> None:
    assert inflection.readings(word, "fr") == ()


def test_a_language_without_verbs_has_no_readings() -> None:
    assert inflection.readings("notant", "xx") == ()


def test_features_are_in_the_order_of_the_treebanks() -> None:
    assert inflection.readings("cesseront", "fr")[0].feats == "Mood=Ind|Number=Plur|Person=3|Tense=Fut|VerbForm=Fin"


def test_the_whole_table_agrees_with_single_readings() -> None:
    every = inflection.forms("fr")
    assert len(every) > 60_000
    assert all(inflection.readings(word, "fr") == every[word] for word in list(every)[::97])


def test_the_verbs_of_the_other_tables_are_listed() -> None:
    told = [lemma for row in table("fr", "speech")["reporting"] for lemma in row["lemmas"]]
    met = [lemma for row in table("fr", "encounters")["verbs"].values() for lemma in row]
    infinitives = {lemma for lemma in told + met if lemma.endswith(("er", "ir", "re")) and "-" not in lemma}
    assert not {lemma for lemma in infinitives if not inflection.readings(lemma, "fr")}


def test_each_verb_stands_once_and_ends_as_its_paradigm() -> None:
    verbs = {group: row.split() for group, row in table("fr", "verbs")["verbs"].items() if group != "doubling"}
    every = [lemma for row in verbs.values() for lemma in row]
    assert not {lemma for lemma in every if every.count(lemma) > 1}
    assert all(lemma.endswith(group) for group, row in verbs.items() for lemma in row)


@pytest.mark.parametrize("rule", table("fr", "verbs")["spelling"], ids=lambda rule: rule["ends"])
def test_the_example_of_a_spelling_rule_holds(rule: dict[str, str]) -> None:
    lemma, _, forms = rule["example"].partition(": ")
    for form in forms.split(", "):
        assert lemma in {reading.lemma for reading in inflection.readings(form, "fr")}, form


@pytest.mark.parametrize("word", ["visite", "Rencontre", "échange", "aide", "soutiens", "lutte", "offre", "prêtes"])
def test_homographs(word: str) -> None:
    assert inflection.is_homograph(word, "fr")


@pytest.mark.parametrize("word", ["cesseront", "aspire", "favoriser", "zinzin"])
def test_no_homographs(word: str) -> None:
    assert not inflection.is_homograph(word, "fr")


MENDED = [
    # what it guards, sentence, which word, its class, lemma and features after
    ("a lemma the tagger made up", ["Elle elle PRON _ 2 nsubj", "prendrait prendrer VERB Mood=Cnd|VerbForm=Fin 0 root"],
     1, "VERB", "prendre", "Mood=Cnd|VerbForm=Fin"),
    ("features that cannot be", ["Ils ils PRON _ 2 nsubj", "cesseront cessere VERB Tense=Past|VerbForm=Part 0 root"],
     1, "VERB", "cesser", "Mood=Ind|Number=Plur|Person=3|Tense=Fut|VerbForm=Fin"),
    ("no features", ["Ils ils PRON _ 2 nsubj", "favoriseraient favoriseraier VERB _ 0 root"],
     1, "VERB", "favoriser", "Mood=Cnd|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin"),
    ("a verb taken for an adjective", ["Bamako Bamako PROPN _ 2 nsubj", "aspire aspire ADJ Number=Sing 0 root"],
     1, "VERB", "aspirer", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"),
    ("a participle that begins the sentence", ['" " PUNCT _ 2 punct', "Notant Notant PROPN _ 0 root"],
     1, "VERB", "noter", "Tense=Pres|VerbForm=Part"),
    ("a participle with its auxiliary", ["a avoir AUX _ 2 aux", "salué salué ADJ Gender=Masc 0 root"],
     1, "VERB", "saluer", "Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part"),
    ("a participle after «have» in a wrong tree",
     ["a avoir VERB _ 0 root", "hier hier ADV _ 1 mod", "salué salué NOUN _ 1 obj"],
     2, "VERB", "saluer", "Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part"),
    ("the auxiliary before «suivre»", ["suis suivre AUX _ 2 aux", "venu venir VERB _ 0 root"],
     0, "AUX", "être", "Mood=Ind|Number=Sing|Person=1|Tense=Pres|VerbForm=Fin"),
    ("the number tells two verbs apart", ["convient convenir VERB Number=Plur|VerbForm=Fin 0 root"],
     0, "VERB", "convier", "Number=Plur|VerbForm=Fin"),
    ("«prêtes» is no form of «prêter»", ["prêtes prêter ADJ Gender=Fem|Number=Plur 0 root"],
     0, "ADJ", "prêt", "Gender=Fem|Number=Plur"),
    ("an adjective that was a participle", ["déterminées déterminer ADJ Gender=Fem 0 root"],
     0, "ADJ", "déterminé", "Gender=Fem"),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "at", "upos", "lemma", "feats"), [m[1:] for m in MENDED], ids=[m[0] for m in MENDED])
def test_a_parse_is_mended(rows: list[str], at: int, upos: str, lemma: str, feats: str) -> None:
    tokens = sentence(*rows)
    assert inflection.correct(tokens, "fr") is tokens
    assert (tokens[at].upos, tokens[at].lemma, tokens[at].feats) == (upos, lemma, feats)


KEPT = [
    # what it guards, sentence, which word
    ("a name inside a sentence", ["avec avec ADP _ 2 case", "Aspire Aspire PROPN _ 0 root"], 1),
    ("a name that begins one", ["Aspire Aspire PROPN _ 0 root", "gagne gagner VERB _ 1 x"], 0),
    ("a noun", ["visite visite NOUN _ 0 root"], 0),
    ("a noun after its article", ["une un DET _ 2 det", "aspire aspire NOUN _ 0 root"], 1),
    ("a plural in -ions", ["relations relation NOUN Number=Plur 0 root", "bilatérales bilatéral ADJ _ 1 amod"], 0),
    ("a participle as an adjective", ["accord accord NOUN _ 0 root", "renouvelé renouvelé ADJ _ 1 amod"], 1),
    ("an adjective in -ant", ["propos propos NOUN _ 0 root", "apaisant apaisant ADJ _ 1 amod"], 1),
    ("a preposition", ["concernant concernant ADP _ 2 case", "Lomé Lomé PROPN _ 0 root"], 0),
    ("a verb that is not listed", ["zinzinule zinzinuler VERB Tense=Pres 0 root"], 0),
]


@pytest.mark.parametrize(("rows", "at"), [k[1:] for k in KEPT], ids=[k[0] for k in KEPT])
def test_a_parse_is_left_alone(rows: list[str], at: int) -> None:
    before, after = sentence(*rows)[at], sentence(*rows)
    assert inflection.correct(after, "fr")[at] == before
