"""One report in a sentence: the reporting verb, its speaker's word, the words attributed."""

from dataclasses import dataclass

from communique.language.tokens import Token


@dataclass(frozen=True, slots=True)
class Attribution:
    """A reporting verb (or preposition) with what it attributes; `speaker` is the head of the speaker's phrase, if any."""

    verb: Token
    speaker: Token | None
    content: tuple[int, int]
    act: str
    rule: str
    inverted: bool = False
