"""Reports inside and beside each other, in both languages: (guards, language, text, speaker and words of each)."""

import pytest

from communique.extract.scene import Scene
from communique.extract.speech import find_speech
from communique.language import sentences, syntax
from communique.language.mentions import find_mentions
from communique.reading.documents import Document


def said(language: str, text: str) -> list[tuple[str, str]]:
    spans = [(start, end, 0) for start, end in sentences.split(text)]
    scene = Scene(Document(text, "t", language), find_mentions(syntax.parse(text, language, spans)), "2024-05-02")
    found = find_speech(scene).utterances
    return [(" ".join(p.name.split()[-1] for p in u.speakers), text[u.content[0] : u.content[1]]) for u in found]


NONE = [
    ("a caption greets nobody", "en", "President Tom Okello is welcomed by Minister Awa Sow at the airport."),
    ("an anniversary is kept, not praised", "en", "Chile and Peru are celebrating the anniversary of their relations."),
    ("talks are held, not told", "en", "Minister Awa Sow held a meeting which was followed by a dinner."),
    ("a press service is a source", "en", "According to the press service, the two delegations met at noon."),
    ("a body is the source of a figure", "en", "According to the Finance Ministry, trade reached 5 million dollars in 2019."),
    ("a text foresees", "fr", "L'accord, valable deux ans, prévoit l'envoi d'une équipe."),
]


@pytest.mark.parametrize(("guards", "language", "text"), NONE)
def test_no_report(guards: str, language: str, text: str) -> None:
    assert said(language, text) == [], guards


ROWS = [
    ("who only passes on another's words says nothing", "en",
     "Spokesman Jan Weber said President Tom Okello had called for calm.",
     [("Okello", "for calm")]),
    ("who recalls an agreement says it himself", "en",
     "Minister Awa Sow recalled that President Tom Okello and President Ana Ruiz had agreed to open the road.",
     [("Sow", "President Tom Okello and President Ana Ruiz had agreed to open the road")]),
    ("a second verb whose subject is no person", "en",
     "Minister Awa Sow said her country was keen to import more rice and hoped that prices would fall.",
     [("Sow", "her country was keen to import more rice"), ("Sow", "prices would fall")]),
    ("a second verb that leaves the future", "en",
     "Minister Awa Sow said Peru would never close the bridge, and pledged that the port would open.",
     [("Sow", "Peru would never close the bridge"), ("Sow", "the port would open")]),
    ("who is quoted speaks, not who quotes", "en",
     '"The bridge will be open in May," the agency quoted Minister Awa Sow as saying.',
     [("Sow", '"The bridge will be open in May,"')]),
    ("a participle that opens the sentence", "en",
     "Terming smuggling and piracy common threats, Minister Awa Sow called for joint action.",
     [("Sow", "smuggling and piracy common threats"), ("Sow", "for joint action")]),
    ("a light verb with its noun", "en",
     "Minister Awa Sow gave the assurance that the port would open.",
     [("Sow", "the assurance that the port would open")]),
    ("an opportunity is taken to say", "en",
     "Minister Awa Sow took the opportunity to thank the crew.",
     [("Sow", "the crew")]),
    ("the verb behind «and» is no adjective", "en",
     "Minister Awa Sow praised the work of the crew and expressed support for the plan.",
     [("Sow", "the work of the crew"), ("Sow", "support for the plan")]),
    ("two reports around an insertion", "fr",
     "La ministre Awa Sow a, pour sa part, salué l'accueil de la ville et remercié les experts.",
     [("Sow", "l'accueil de la ville"), ("Sow", "les experts")]),
    ("who is asked stands between", "fr",
     "La ministre Awa Sow a, pour sa part, appelé les armateurs du golfe à lutter ensemble contre la fraude.",
     [("Sow", "lutter ensemble contre la fraude")]),
    ("the infinitive that narrates", "fr",
     "La ministre Awa Sow a salué le plan. Et de rappeler que le pont est ouvert.",
     [("Sow", "le plan"), ("Sow", "le pont est ouvert")]),
    ("«tenir à» carries the report of its infinitive", "fr",
     "La ministre Awa Sow a tenu à saluer le courage des secouristes.",
     [("Sow", "le courage des secouristes")]),
    ("«tenir à» behind the words", "fr",
     "Le port ouvrira en mai, a tenu à préciser la ministre Awa Sow.",
     [("Sow", "Le port ouvrira en mai")]),
]  # fmt: skip


@pytest.mark.parametrize(("guards", "language", "text", "expected"), ROWS)
def test_report(guards: str, language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert said(language, text) == expected, guards
