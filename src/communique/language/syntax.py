"""Syntax by the trained pipeline of a language: sentences in, tokens with lemmas, morphology and UD relations out.

The pipelines ship in `language/pipelines/<code>`; a better one is named by its path. Its labels are checked to be UD.
"""

import importlib
import sys
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

from communique.errors import PipelineError
from communique.language import folding, helpers, inflection, standins, tokenizer
from communique.language.names import Name
from communique.language.tokens import Parse, Sentence, Token, split_relation

SHIPPED = Path(__file__).parent / "pipelines"
_TAKEN = ["LOWER", "LEMMA", "POS", "MORPH", "HEAD", "DEP"]
_WRAP = 2**64
"""A head is given as the way to it; one to the left comes as a large unsigned number."""
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


Span = tuple[int, int, int]


def parse(
    text: str, language: str, spans: Sequence[Span], path: str | None = None, names: Iterable[Name] = (),
    wanted: Sequence[bool] | None = None,
) -> Parse:  # fmt: skip
    """Parse the sentences of a text, given as (start, end, block), with the names known in it.

    Those that are not wanted have no tokens. What the library keeps of the words is let go of afterwards.
    """
    nlp = load(language, path)
    even = folding.plain(text)
    other = standins.stand_ins(text, names, language)
    sentences = [Sentence(index, *span[:2], [], span[2], language) for index, span in enumerate(spans)]
    chosen = [s for s in sentences if wanted is None or wanted[s.index]]
    cuts = [tokenizer.cut(even[s.start : s.end], language) for s in chosen]
    with nlp.memory_zone():
        docs = [_doc(nlp, even, sentence, cut, other) for sentence, cut in zip(chosen, cuts, strict=True)]
        for sentence, cut, doc in zip(chosen, cuts, nlp.pipe(docs, batch_size=64), strict=True):
            sentences[sentence.index] = _sentence(sentence, doc, even, cut)
    return Parse(text, language, sentences)


def _doc(nlp: Any, even: str, sentence: Sentence, cut: list[tuple[int, int]], other: dict[tuple[int, int], str]) -> Any:
    """Make the library's document of one sentence, names replaced by their stand-ins."""
    from spacy.tokens import Doc

    start = sentence.start
    words, spaces = tokenizer.spell(even[start : sentence.end], cut)
    words[:1] = [_uncapitalised(words[0], sentence.language)] if words else []
    if other:
        words = [other.get((start + a, start + b), word) for word, (a, b) in zip(words, cut, strict=True)]
    return Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=[place == 0 for place in range(len(words))])


def _uncapitalised(word: str, language: str) -> str:
    """A sentence's first word in small letters where it is a participle, which the pipeline takes for a name otherwise."""
    small = word.lower()
    participle = word[:1].isupper() and any("Tense=Pres|VerbForm=Part" in r.feats for r in inflection.readings(small, language))
    return small if participle else word


def _sentence(bare: Sentence, doc: Any, even: str, cut: list[tuple[int, int]]) -> Sentence:
    """Give a sentence with its tokens; what the library knows is taken out in one array, by the codes of its strings."""
    tokens, start, language, strings = [], bare.start, bare.language, doc.vocab.strings
    rows = doc.to_array(_TAKEN).tolist()
    for place, ((lower, lemma, pos, morph, head, relation), (a, b)) in enumerate(zip(rows, cut, strict=True)):
        own = even[start + a : start + b]
        name, subtype = split_relation(strings[relation])
        upos = strings[pos]
        replaced = strings[lower] != own.lower()
        said = strings[lemma] if not replaced else own.lower() if upos == "ADJ" else own
        feats = strings[morph]
        offset = head - _WRAP if head >= _WRAP // 2 else head
        tokens.append(
            Token(place, own, start + a, start + b, said, upos, feats if feats != "_" else "", place + offset if offset else -1,
                  name if offset else "root", subtype)
        )  # fmt: skip
    mended = helpers.finish(inflection.correct(tokens, language), language)
    return Sentence(bare.index, start, bare.end, mended, bare.block, language)
