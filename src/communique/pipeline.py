"""The one place where the stages are wired: a document goes in, its records and the reasons for them come out."""

from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any

from communique.errors import ReadError
from communique.extract.collecting import Collector
from communique.extract.commitments import collect_promises, find_promises
from communique.extract.encounters import collect_encounters
from communique.extract.figures import collect_figures
from communique.extract.milestones import collect_milestones
from communique.extract.moments import find_moments
from communique.extract.projects import collect_projects
from communique.extract.scene import Scene
from communique.extract.speech import find_speech
from communique.extract.statements import collect_statements
from communique.extract.targets import collect_targets
from communique.knowledge.catalog import catalog
from communique.language import packs, sentences, syntax
from communique.language.folding import fold
from communique.language.mentions import find_mentions
from communique.language.names import gazetteer
from communique.language.relevance import relevant
from communique.reading.blocks import Block
from communique.reading.dating import Dating, date_document
from communique.reading.documents import Document
from communique.reading.identification import identify
from communique.reading.layout import blocks, outlet
from communique.reading.outlets import is_outlet_line
from communique.records.kinds import DocumentRecord, Record

READ = ("body", "bullet")
"""The blocks whose sentences are read for records; headlines and headings repeat the body."""


@dataclass(frozen=True)
class Extraction:
    """What one document says."""

    document: Document
    records: tuple[Record, ...]
    """The document record first, then the others in the order of the text."""
    reasons: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Record id → the rule, the cues and the constraints behind it, a line each."""


class Reader:
    """Reads documents into records; loads each language's syntax once, at first use."""

    def __init__(self, pipelines: dict[str, str] | None = None) -> None:
        """`pipelines` names other UD pipelines by language, as paths."""
        self._pipelines = pipelines or {}

    def extract(self, document: Document) -> Extraction:
        """Read one document. `PipelineError` where the language has no syntax, `ReadError` where it is unsupported."""
        language = _language(document)
        layout = blocks(document.text)
        spans = sentences_of(document.text, layout)
        folded = fold(document.text)
        names = gazetteer(language).find(document.text, folded)
        wanted = relevant(folded, spans, names, language)
        parse = syntax.parse(document.text, language, spans, self._pipelines.get(language), names, wanted)
        mentions = find_mentions(parse, folded, names)
        dating = date_document(document, layout, mentions, catalog())
        scene = Scene(document, mentions, dating.published)
        into = Collector(document.text, document.id)
        _describe(document, language, layout, dating, into)
        _collect(scene, into)
        return Extraction(document, into.sorted(), into.reasons)


def _language(document: Document) -> str:
    language = (document.language or identify(document.text) or "").split("-")[0].lower()
    supported = packs.languages()
    if language not in supported:
        named = f"is in '{language}'" if language else "is too short to tell its language"
        raise ReadError(f"{document.source_name}: the text {named}; read are: {', '.join(supported)}")
    return language


def sentences_of(text: str, layout: tuple[Block, ...]) -> list[tuple[int, int, int]]:
    """Give the sentences that are read of a text, as (start, end, block)."""
    return [
        (start, end, index)
        for index, block in enumerate(layout)
        if block.kind in READ
        for start, end in sentences.split(text, block.start, block.end)
    ]


def _describe(document: Document, language: str, layout: tuple[Block, ...], dating: Dating, into: Collector) -> None:
    title = document.title or _headline(document.text, layout)
    into.add(
        DocumentRecord, list(dating.evidence), (0, len(document.text)), dating.reasons,
        language=language, title=title, published=dating.published, published_basis=dating.basis,
        source=document.source or outlet(document.text, layout), source_name=document.source_name,
        url=document.url, confidence=1.0, date=dating.published,
    )  # fmt: skip


def _headline(text: str, layout: tuple[Block, ...]) -> str | None:
    """The headline over the body: where several short lines stand there, the first of six words, for an outlet's name has fewer."""
    above = list(takewhile(lambda b: b.kind not in READ, layout))
    lines = [text[b.start : b.end].lstrip("# ") for b in above if b.kind in ("headline", "heading")]
    lines = [line for line in lines if not is_outlet_line(line)]
    return next((line for line in lines if len(line.split()) > 5), lines[0] if lines else None)


def _collect(scene: Scene, into: Collector) -> None:
    speech = find_speech(scene)
    moments = find_moments(scene, speech.utterances)
    collect_encounters(scene, speech, moments, into)
    promises = find_promises(scene, speech)
    collect_statements(scene, speech, promises, moments, into)
    collect_promises(scene, promises, moments, into)
    steps: tuple[Any, ...] = (collect_projects, collect_figures, collect_targets, collect_milestones)
    for step in steps:
        step(scene, moments, into)
