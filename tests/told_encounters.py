"""Encounters read out of sentences as the tests tell them; published on a Wednesday, 5 May 2021, unless said otherwise."""

from typing import Any

from communique.extract.collecting import Collector
from communique.extract.encounters import collect_encounters
from communique.extract.moments import find_moments
from communique.extract.scene import Scene
from communique.extract.speech import find_speech
from communique.language import sentences, syntax
from communique.language.mentions import find_mentions
from communique.reading.documents import Document
from communique.records.kinds import Encounter


def encounters(text: str, published: str | None = "2021-05-05", language: str = "fr") -> list[Encounter]:
    """Read the encounters of a text."""
    spans = [(start, end, 0) for start, end in sentences.split(text)]
    document = Document(text, "t", language)
    scene = Scene(document, find_mentions(syntax.parse(text, language, spans)), published)
    speech, into = find_speech(scene), Collector(text, document.id)
    collect_encounters(scene, speech, find_moments(scene, speech.utterances), into)
    return [r for r in into.sorted() if isinstance(r, Encounter)]


def told(record: Encounter) -> dict[str, Any]:
    """Give what a test compares of an encounter."""
    return {
        "kind": record.kind, "who": sorted(p.name.split()[-1] for p in record.participants), "status": record.status,
        "place": record.place.name if record.place else None, "host": record.host_state, "date": record.date,
        "series": record.series, "ordinal": record.ordinal,
    }  # fmt: skip
