"""Article text made safe to show: no control characters, no escape sequences, no reversed writing.

The stored text stays as it is; only what is shown is cleaned. Markup is escaped by whoever writes that markup.
"""

import re

_ESCAPES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # colours, cursor
    r"|\x1b[\]P^_X][^\x07\x1b\n]*(?:\x07|\x1b\\)?"  # titles, links, device strings
    r"|\x1b[ -/]*[0-~]?"
)
_HIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
_SPACE = re.compile(r"\s+")
_MARKDOWN = re.compile(r"([\\`*_\[\]|~$])")
_OPENING = re.compile(r"^(\s*)([#+\-=>]|\d+(?=[.)]))")


def printable(text: str) -> str:
    """Take out escape sequences, control and direction characters; line ends stay."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _HIDDEN.sub("", _ESCAPES.sub("", lines).replace("\t", " "))


def one_line(text: str) -> str:
    """Give printable text with every run of white space as one space."""
    return _SPACE.sub(" ", printable(text)).strip()


def shortened(text: str, length: int) -> str:
    """Give one printable line of at most so many characters."""
    line = one_line(text)
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"


def markdown(text: str) -> str:
    """Give one line in which nothing is markup, neither Markdown nor HTML."""
    escaped = one_line(text).replace("&", "&amp;").replace("<", "&lt;")
    return _OPENING.sub(_guarded, _MARKDOWN.sub(r"\\\1", escaped).replace(">", "&gt;"))


def _guarded(match: re.Match[str]) -> str:
    sign = match[2]
    return f"{match[1]}{sign}&#8203;" if sign.isdigit() else f"{match[1]}\\{sign}"


def is_web_address(url: str | None) -> bool:
    """Tell whether a link may lead there: only http and https, without anything that is not printable."""
    return bool(url and re.match(r"https?://[^\s\"'<>\\]+$", url) and printable(url) == url)
