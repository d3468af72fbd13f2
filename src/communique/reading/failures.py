"""What was given and could not be read: named, with the reason and the way out. A failure is data, no exception."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Failure:
    """One given thing that gave no document."""

    name: str
    """The path as given or found, with the line where one line of a file failed (`news.jsonl:12`)."""
    reason: str
    """What happened and what to do."""
    kind: Literal["failed", "skipped"] = "failed"
    """`skipped` is what a folder holds beside texts; everything else is `failed`."""
