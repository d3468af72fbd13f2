"""Where sentences end inside a paragraph. A full stop after a title, an initial or an abbreviation ends none."""

import re

_ABBREVIATED = re.compile(
    r"(?:^|[\s(«\"'.])(?:MM?|Mr|Mrs|Ms|Dr|Pr|Me|Mgr|St|Ste|av|apr|env|cf|art|vol|no|n°|p|pp|éd|éds|al|etc|janv|févr|sept|"
    r"oct|nov|déc|avr|juil|Jr|Sr|vs|Inc|Corp|Co|Ltd|Gen|Sen|Rep|Gov|[A-ZÉÈ])\.$"
)
_END = re.compile(
    r"(?P<stop>[.!?…]+(?:\s?[»”\"')\]])*|[。！？]+[」』”]*)"
    r"(?P<gap>\s+(?=[\"«“('\[—–-]?\s?[A-ZÀ-ÖØ-ÞŒĀ-ŽА-ЯЁӘҒҚҢӨҰҮҺІ0-9])|$|(?<=[。！？」』”]))"
)


def split(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Give the spans of the sentences of one paragraph, trimmed of white space; offsets into `text`."""
    end = len(text) if end is None else end
    found, begin = [], start
    for match in _END.finditer(text, start, end):
        stop = match.end("stop")
        if match["stop"].startswith(".") and len(match["stop"]) == 1 and _ABBREVIATED.search(text[max(begin, stop - 12) : stop]):
            continue
        found.append((begin, stop))
        begin = match.end()
    found.append((begin, end))
    return [trimmed for a, b in found if (trimmed := _trim(text, a, b))]


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
