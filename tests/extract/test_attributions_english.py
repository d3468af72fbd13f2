"""Who says what in English sentences: (text, speaker and words of each report), each row with what it guards."""

import pytest

from communique.extract.scene import Scene
from communique.extract.speech import find_speech
from communique.language import sentences, syntax
from communique.language.mentions import find_mentions
from communique.reading.documents import Document


def said(text: str) -> list[tuple[str, str]]:
    """Give the speakers, by last name, and the words of each report; paragraphs are parted by a line."""
    spans, start = [], 0
    for block, paragraph in enumerate(text.split("\n")):
        spans += [(a, b, block) for a, b in sentences.split(text, start, start + len(paragraph))]
        start += len(paragraph) + 1
    scene = Scene(Document(text, "t", "en"), find_mentions(syntax.parse(text, "en", spans)), "2024-05-02")
    found = find_speech(scene).utterances
    return [(" ".join(p.name.split()[-1] for p in u.speakers), text[u.content[0] : u.content[1]]) for u in found]


NONE = [
    ("topics are no words", "Minister Awa Sow and Minister Tom Okello discussed the fishing agreement."),
    ("a denied report", "Minister Awa Sow did not say that the port would open."),
    ("a modal is no report", "Minister Awa Sow will announce a new line on Friday."),
    ("a thing says nothing", "The report stresses the rise in prices."),
    ("a call on someone is a visit", "Minister Awa Sow called on President Tom Okello at his residence."),
    ("a source without a name tells it", "The port might open in May, a source at the company said."),
    ("a participle of a thing", "Minister Awa Sow signed a letter welcoming the agreement."),
]


@pytest.mark.parametrize(("guards", "text"), NONE)
def test_no_report(guards: str, text: str) -> None:
    assert said(text) == [], guards


ROWS = [
    ("verb before a clause",
     "Minister Awa Sow said that the port would open in May.",
     [("Sow", "the port would open in May")]),
    ("no word marks the clause",
     "Minister Awa Sow said the port would open in May.",
     [("Sow", "the port would open in May")]),
    ("a day before the clause",
     "Minister Awa Sow said on Monday the port would open in May.",
     [("Sow", "the port would open in May")]),
    ("subject before the verb behind its words",
     "The port would open in May, Minister Awa Sow said.",
     [("Sow", "The port would open in May")]),
    ("verb before its subject",
     "The port would open in May, said Minister Awa Sow.",
     [("Sow", "The port would open in May")]),
    ("an insertion reports the whole",
     "The port, Minister Awa Sow said, would open in May.",
     [("Sow", "The port, Minister Awa Sow said, would open in May")]),
    ("a relative clause before the verb is no inversion",
     "Minister Awa Sow, who arrived on Monday, said Chile would open the port.",
     [("Sow", "Chile would open the port")]),
    ("those who are told are passed over",
     "Minister Awa Sow told reporters that the port would open in May.",
     [("Sow", "the port would open in May")]),
    ("a participle goes on",
     "The port would open in May, Minister Awa Sow said, adding that the road would follow.",
     [("Sow", "The port would open in May"), ("Sow", "the road would follow")]),
    ("a participle opens the sentence",
     "Noting that the port was ready, Minister Awa Sow said the road would follow.",
     [("Sow", "the port was ready"), ("Sow", "the road would follow")]),
    ("quoted as saying is the quoted one's",
     "Minister Awa Sow was quoted as saying that the port would open.",
     [("Sow", "the port would open")]),
    ("according to",
     "According to Minister Awa Sow, the port would open in May.",
     [("Sow", "the port would open in May")]),
    ("an appeal",
     "Minister Awa Sow called on both sides to reopen the border.",
     [("Sow", "reopen the border")]),
    ("a feeling without an article",
     "Minister Awa Sow voiced concern about the situation at the border.",
     [("Sow", "concern about the situation at the border")]),
    ("two verbs, one subject",
     "Minister Awa Sow welcomed the agreement and reiterated her support for the port.",
     [("Sow", "the agreement"), ("Sow", "her support for the port")]),
    ("a quotation goes on after the report",
     '"The port is ready," Minister Awa Sow said. "The road will follow soon."',
     [("Sow", '"The port is ready,"'), ("Sow", '"The road will follow soon."')]),
    ("a colon announces a quotation in the next paragraph",
     "Minister Awa Sow said:\n\"The port is ready for the first ships.\"",
     [("Sow", '"The port is ready for the first ships."')]),
    ("a label names the speaker of a paragraph",
     "Minister Awa Sow met the press.\nAWA SOW: \"The port is ready for ships. The road will follow.\"",
     [("Sow", '"The port is ready for ships'), ("Sow", 'The road will follow."')]),
]  # fmt: skip


@pytest.mark.parametrize(("guards", "text", "expected"), ROWS)
def test_report(guards: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected, guards


def test_a_readout_runs_on_in_the_present_for_the_speakers_side() -> None:
    text = "Chilean Minister Awa Sow said that the port was ready. Chile attaches importance to the road."
    assert [speaker for speaker, _ in said(text)] == ["Sow", "Sow"]


def test_the_journalists_past_tense_is_nobodys_speech() -> None:
    text = "Chilean Minister Awa Sow said that the port was ready. Chile signed an agreement on the road in May."
    assert len(said(text)) == 1


def test_a_verb_and_a_colon_are_no_label() -> None:
    text = 'Minister Awa Sow said: "The port is ready for ships." Minister Tom Okello said the road would follow.'
    assert [speaker for speaker, _ in said(text)] == ["Sow", "Okello"]


def test_a_pronoun_keeps_its_gender() -> None:
    text = "President Emmanuel Macron received Chancellor Angela Merkel in Paris. She said the port was ready."
    assert said(text) == [("Merkel", "the port was ready")]
