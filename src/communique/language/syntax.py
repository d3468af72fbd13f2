"""Syntax by the trained pipeline of a language: sentences in, tokens with lemmas, morphology and UD relations out.

The pipelines ship in `language/pipelines/<code>`; a better one is named by its path. Its labels are checked to be UD.
"""

import importlib
import sys
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

from communique.errors import PipelineError
from communique.language import folding, inflection, tokenizer
from communique.language.tokens import Parse, Sentence, Token, split_relation

SHIPPED = Path(__file__).parent / "pipelines"
_NEEDED = {"nsubj", "obj", "obl", "xcomp", "ccomp", "conj", "advcl", "acl", "case", "amod", "nmod", "appos"}


@lru_cache(maxsize=8)
def load(language: str, path: str | None = None) -> Any:
    """Load the pipeline of a language once; `PipelineError` where it is missing, broken or not UD."""
    spacy = _spacy()
    place = Path(path) if path else SHIPPED / language
    if not (place / "config.cfg").exists():
        raise PipelineError(f"no syntax for language '{language}' in {place}: train it with `make train` or name another")
    try:
        nlp = spacy.load(place)
    except Exception as error:
        raise PipelineError(f"the pipeline in {place} does not load ({error}): train it again or name another") from error
    _check(nlp, place)
    return nlp


def _spacy() -> Any:
    """Import spaCy without its command line, whose imports (downloads, project templates) take a tenth of our start-up.

    spaCy's `__init__` asks `spacy.cli.info` for one function; an empty stand-in is put there and taken away again.
    """
    if "spacy" not in sys.modules:
        commands, info = ModuleType("spacy.cli"), ModuleType("spacy.cli.info")
        commands.__path__ = []
        info.info = None  # type: ignore[attr-defined]
        sys.modules["spacy.cli"], sys.modules["spacy.cli.info"] = commands, info
        try:
            importlib.import_module("spacy")
        finally:
            del sys.modules["spacy.cli"], sys.modules["spacy.cli.info"]
    return sys.modules["spacy"]


def _check(nlp: Any, place: Path) -> None:
    if "parser" not in nlp.pipe_names:
        raise PipelineError(f"the pipeline in {place} has no parser: name one with a UD dependency parse")
    labels = {split_relation(label)[0] for label in nlp.get_pipe("parser").labels}
    if missing := _NEEDED - labels:
        raise PipelineError(f"the pipeline in {place} is not Universal Dependencies: it lacks {', '.join(sorted(missing))}")


def parse(text: str, language: str, spans: Sequence[tuple[int, int, int]], path: str | None = None) -> Parse:
    """Parse the sentences of a text, given as (start, end, block)."""
    nlp = load(language, path)
    from spacy.tokens import Doc

    even = folding.plain(text)
    docs = []
    for start, end, _ in spans:
        words, spaces = tokenizer.spell(even[start:end])
        words[:1] = [_uncapitalised(words[0], language)] if words else []
        doc = Doc(nlp.vocab, words=words, spaces=spaces)
        for token in doc[1:]:
            token.is_sent_start = False
        docs.append(doc)
    parsed = nlp.pipe(docs, batch_size=64)
    sentences = [_sentence(index, doc, even, span, language) for index, (doc, span) in enumerate(zip(parsed, spans, strict=True))]
    return Parse(text, language, sentences)


def _uncapitalised(word: str, language: str) -> str:
    """A sentence's first word in small letters where it is a participle, which the pipeline takes for a name otherwise."""
    small = word.lower()
    participle = word[:1].isupper() and any("Tense=Pres|VerbForm=Part" in r.feats for r in inflection.readings(small, language))
    return small if participle else word


def _sentence(index: int, doc: Any, even: str, span: tuple[int, int, int], language: str) -> Sentence:
    start, end, block = span
    tokens = []
    for place, (token, (a, b)) in enumerate(zip(doc, tokenizer.cut(even[start:end]), strict=True)):
        relation, subtype = split_relation(token.dep_)
        head = -1 if token.head.i == place else token.head.i
        tokens.append(
            Token(place, even[start + a : start + b], start + a, start + b, token.lemma_, token.pos_, str(token.morph),
                  head, "root" if head < 0 else relation, subtype)
        )  # fmt: skip
    return Sentence(index, start, end, inflection.correct(tokens, language), block)
