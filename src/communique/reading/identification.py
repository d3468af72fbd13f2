"""Which language a text is in: the script first, then, of Latin letters, the likeliest of a small set.

Refuses to answer (None) where there are too few letters, where no language of the set is likely enough, and for scripts
and alphabets that it does not tell apart.
"""

import re
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

_LATIN = ("fr", "en", "es", "it", "de", "pt", "ro", "nl", "tr", "pl")
_SAMPLE = 20_000
_FEWEST_LETTERS = 12
_FEWEST_HAN = 4
_LIKELY = 0.8
_FEWEST_WORDS = 40
_CLEAR = 0.3
_ENOUGH_FOR_RUSSIAN = 300
_SCRIPTS = {
    "latin": re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]"),
    "cyrillic": re.compile(r"[Ѐ-ԯ]"),
    "han": re.compile(r"[㐀-䶿一-鿿𠀀-𲎯]"),
    "kana": re.compile(r"[぀-ヿ]"),
}
_OTHER = re.compile(r"[^\W\d_]")
_KAZAKH = re.compile(r"[әғқңөұүһі]")
_KAZAKH_ALONE = re.compile(r"[әғқұһ]")
_NOT_RUSSIAN = re.compile(r"[ђѓєѕіїјљњћќўџґ]")


def identify(text: str) -> str | None:
    """Give the BCP 47 code, or None where it is uncertain."""
    sample = text[:_SAMPLE]
    counts = {script: len(pattern.findall(sample)) for script, pattern in _SCRIPTS.items()}
    script = max(counts, key=lambda name: counts[name])
    if counts[script] * 2 <= len(_OTHER.findall(sample)):
        return None
    if script in ("han", "kana"):
        return _of_han(counts)
    if counts[script] < _FEWEST_LETTERS:
        return None
    return _of_cyrillic(sample.lower(), counts[script]) if script == "cyrillic" else _of_latin(sample)


def _of_han(counts: dict[str, int]) -> str | None:
    if counts["kana"] * 20 > counts["han"]:
        return None
    return "zh" if counts["han"] >= _FEWEST_HAN else None


def _of_cyrillic(sample: str, letters: int) -> str | None:
    """Tell Kazakh by its own letters; Russian is what has none but Russian letters, and all of them in a long text."""
    kazakh = len(_KAZAKH.findall(sample))
    if kazakh * 20 >= letters:
        return "kk" if _KAZAKH_ALONE.search(sample) else None
    if len(_NOT_RUSSIAN.findall(sample)) * 50 > letters:
        return None
    return "ru" if letters < _ENOUGH_FOR_RUSSIAN or "ы" in sample else None


def _of_latin(sample: str) -> str | None:
    if clear := _by_function_words(sample):
        return clear
    code, probability = _identifier().classify(sample)
    return str(code) if probability >= _LIKELY else None


def _by_function_words(sample: str) -> str | None:
    """Tell a text by its commonest words where one language is far ahead; None leaves it to the slower model."""
    words = [w.lower() for w in re.findall(r"[^\W\d_]+", sample[:4000])]
    if len(words) < _FEWEST_WORDS:
        return None
    shares = sorted(((sum(w in known for w in words) / len(words), code) for code, known in _function_words().items()), reverse=True)
    (best, code), (second, _) = shares[0], shares[1]
    return code if best >= _CLEAR and best >= 2 * second else None


@lru_cache(maxsize=1)
def _function_words() -> dict[str, frozenset[str]]:
    data = tomllib.loads((Path(__file__).parent / "function_words.toml").read_text(encoding="utf-8"))
    return {code: frozenset(words) for code, words in data.items()}


@lru_cache(maxsize=1)
def _identifier() -> Any:
    """Load py3langid's model, limited to our languages; about a second, once."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(_LATIN))
    return identifier
