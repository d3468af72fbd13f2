"""Who says what in a sentence: (text, speaker and words of each report), each row with what it guards."""

import pytest

from communique.extract.inversion import inverted
from communique.extract.quotations import is_direct
from communique.extract.scene import Scene
from communique.extract.speech import find_speech
from communique.language import sentences, syntax
from communique.language.mentions import find_mentions
from communique.language.tokens import Parse, from_conllu
from communique.reading.documents import Document


def said(text: str) -> list[tuple[str, str]]:
    """Give the speakers, by last name, and the words of each report."""
    spans = [(start, end, 0) for start, end in sentences.split(text)]
    scene = Scene(Document(text, "t", "fr"), find_mentions(syntax.parse(text, "fr", spans)), "2024-05-02")
    found = find_speech(scene).utterances
    return [(" ".join(p.name.split()[-1] for p in u.speakers), text[u.content[0] : u.content[1]]) for u in found]


ROWS = [
    ("verb before a clause",
     "La ministre Awa Sow a indiqué que le port ouvrirait en mai.",
     [("Sow", "le port ouvrirait en mai")]),
    ("verb after its words",
     "Le port ouvrira en mai, a indiqué mardi à Lima la ministre Awa Sow.",
     [("Sow", "Le port ouvrira en mai")]),
    ("speaker behind «pour sa part»",
     "Le port ouvrira en mai, a indiqué pour sa part la ministre Awa Sow.",
     [("Sow", "Le port ouvrira en mai")]),
    ("a subject before the verb, parted by commas, is no inversion",
     "La ministre Awa Sow, arrivée lundi, a souligné l'importance du port.",
     [("Sow", "l'importance du port")]),
    ("what is thanked for belongs to the words",
     "La ministre Awa Sow a remercié le Chili d'avoir soutenu la candidature de son pays.",
     [("Sow", "le Chili d'avoir soutenu la candidature de son pays")]),
    ("a comparison belongs to the words",
     "La ministre Awa Sow a souligné l'importance du Chili comme partenaire de son pays.",
     [("Sow", "l'importance du Chili comme partenaire de son pays")]),
    ("a will keeps what is willed",
     "La ministre Awa Sow a réaffirmé la volonté du Sénégal de rouvrir la ligne et de baisser les tarifs.",
     [("Sow", "la volonté du Sénégal de rouvrir la ligne et de baisser les tarifs")]),
    ("a circumstance is no part of the words",
     "La ministre Awa Sow a salué la solidité des liens avec le Chili, lors d'une visite à Lima.",
     [("Sow", "la solidité des liens avec le Chili")]),
    ("two participles under one auxiliary",
     "La ministre Awa Sow a salué l'accord de pêche et exprimé sa gratitude au Chili.",
     [("Sow", "l'accord de pêche"), ("Sow", "sa gratitude au Chili")]),
    ("a participle goes on with the same speaker",
     "La ministre Awa Sow a affirmé que le port avançait, ajoutant que la route suivrait.",
     [("Sow", "le port avançait"), ("Sow", "la route suivrait")]),
    ("a participle before the main clause",
     "Notant que le port avançait, la ministre Awa Sow a ajouté que la route suivrait.",
     [("Sow", "le port avançait"), ("Sow", "la route suivrait")]),
    ("a document only passes on",
     "La ministre Awa Sow a salué l'accord de pêche, indique un communiqué du ministère.",
     [("Sow", "l'accord de pêche")]),
    ("an infinitive is said",
     "La ministre Awa Sow a dit soutenir la médiation du Chili.",
     [("Sow", "soutenir la médiation du Chili")]),
    ("what is relevé by someone",
     "La convergence des deux pays a été soulignée par la ministre Awa Sow.",
     [("Sow", "La convergence des deux pays")]),
    ("a topic is no statement", "La ministre Awa Sow a évoqué la situation au Sahel.", []),
    ("a thing says nothing", "Le rapport souligne la hausse des prix.", []),
    ("a denied report is none", "La ministre Awa Sow n'a pas confirmé la visite.", []),
    ("«ni» denies too", "La ministre Awa Sow n'a pas confirmé la visite, ni condamné l'attaque.", []),
    ("a phrase with its noun",
     "La ministre Awa Sow a mis en avant la stabilité de la région.",
     [("Sow", "la stabilité de la région")]),
    ("«selon» before a person",
     "Selon la ministre Awa Sow, le port ouvrira en mai.",
     [("Sow", "le port ouvrira en mai")]),
    ("a quotation of three sentences is three",
     "« Le port est prêt. La route suivra. Rien ne manque », a déclaré la ministre Awa Sow.",
     [("Sow", "« Le port est prêt"), ("Sow", "La route suivra"), ("Sow", "Rien ne manque »")]),
    ("capitals speak for their states",
     "Lima a indiqué que le port ouvrirait en mai.",
     [("Peru", "le port ouvrirait en mai")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_reports(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


INVERTED = """
1  Le       le       DET   _ Definite=Def                                  2  det    _ _
2  port     port     NOUN  _ _                                             3  nsubj  _ _
3  ouvre    ouvrir   VERB  _ Mood=Ind|Tense=Pres|VerbForm=Fin              6  nsubj  _ _
4  ,        ,        PUNCT _ _                                             3  punct  _ _
5  a        avoir    AUX   _ Mood=Ind|Tense=Pres|VerbForm=Fin              6  aux    _ _
6  dit      dire     VERB  _ Tense=Past|VerbForm=Part                      0  root   _ _
7  la       le       DET   _ _                                             8  det    _ _
8  ministre ministre NOUN  _ _                                             6  obj    _ _
9  .        .        PUNCT _ _                                             6  punct  _ _
"""


def test_order_decides_where_the_parser_gives_the_verb_a_wrong_subject() -> None:
    sentence = from_conllu(INVERTED)
    text = " ".join(t.text for t in sentence.tokens)
    scene = Scene(Document(text, "t", "fr"), find_mentions(Parse(text, "fr", [sentence])), None)
    found = inverted(scene, sentence, sentence.tokens[5])
    assert found is not None
    assert found[0].text == "ministre"
    assert text[slice(*found[1])] == "Le port ouvre"


@pytest.mark.parametrize(
    ("text", "direct"),
    [
        ("« Nous tiendrons nos engagements »", True),
        ("une « étape décisive » pour les deux pays", False),
        ("«convergence de vues»", False),
    ],
)
def test_direct_is_a_clause_in_quotation_marks(text: str, direct: bool) -> None:
    assert is_direct(text, 0, len(text)) is direct
