"""Folders, walked in the order of their names. Everything found is either given on or named as skipped, never passed
over.

Hidden entries, other kinds of file and links back into a folder that is read anyway are skipped; a link out of the
folder is followed once.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from communique.reading.failures import Failure
from communique.reading.sniffing import READ, kind_of_name


def walk(root: Path) -> Iterator[Path | Failure]:
    """Give the files below the folder that may be texts, and a failure for every other entry."""
    pending = [root]
    seen = {root.resolve()}
    while pending:
        entry = pending.pop()
        if entry != root and (reason := _refusal(entry, root, seen)):
            yield Failure(str(entry), reason, "skipped")
        elif os.path.isdir(entry):
            seen.add(entry.resolve())
            try:
                pending += [entry / name for name in sorted(os.listdir(entry), reverse=True)]
            except OSError as error:
                yield Failure(str(entry), f"cannot be listed: {error.strerror}; check its permissions")
        else:
            yield entry


def _refusal(entry: Path, root: Path, seen: set[Path]) -> str | None:
    if entry.name.startswith("."):
        return "hidden; give it by its own path if it is to be read"
    if os.path.isdir(entry):
        return _link_refusal(entry, root, seen)
    if entry.is_symlink() and not os.path.exists(entry):
        return "a link to something that does not exist"
    if not os.path.isfile(entry):
        return "neither a file nor a folder that can be looked into; check what it is and its permissions"
    if entry.suffix and kind_of_name(entry.name) is None:
        return f"a kind of file that is not read (read are {READ})"
    return None


def _link_refusal(entry: Path, root: Path, seen: set[Path]) -> str | None:
    if not entry.is_symlink():
        return None
    target, top = entry.resolve(), root.resolve()
    if target in seen or target.is_relative_to(top) or top.is_relative_to(target):
        return "a link to a folder that is read under its own name"
    return None
