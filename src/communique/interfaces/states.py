"""States as people write them on a command line: an alpha-3 code, or a name in French or English.

A name that several states bear is refused with their codes, never guessed.
"""

import re

from communique.errors import KnowledgeError
from communique.knowledge.catalog import Catalog, catalog
from communique.knowledge.shapes import Initiative, State
from communique.language.folding import fold

LANGUAGES = ("en", "fr")
_CODE = re.compile(r"[A-Z]{3}")


def resolve_state(text: str) -> str:
    """Give the alpha-3 code of a state; `KnowledgeError` where no state or several are called so."""
    known = _known()
    code = text.strip().upper()
    if _CODE.fullmatch(code) and (known is None or code in known.states):
        return code
    found = sorted(_called(known, text)) if known else []
    if len(found) == 1:
        return found[0]
    if found:
        raise KnowledgeError(f"'{text}' is the name of several states: write {' or '.join(found)}")
    raise KnowledgeError(f"'{text}' is no state that is known: write its ISO 3166-1 code of three letters, as KAZ")


def names_for(language: str) -> dict[str, str]:
    """Give the usual names of states and strategies in a language, by key; nothing where no knowledge is installed."""
    known = _known()
    if known is None:
        return {}
    entries: list[State | Initiative] = [*known.states.values(), *known.initiatives.values()]
    return {entry.id: (entry.names.get(language) or (entry.name,))[0] for entry in entries}


def _known() -> Catalog | None:
    """Codes work without the knowledge base, which a checkout has only once it is compiled."""
    try:
        return catalog()
    except KnowledgeError:
        return None


def _called(known: Catalog, text: str) -> set[str]:
    wanted = fold(text.strip())
    named = ((state.id, [state.name, *state.names.get("en", ()), *state.names.get("fr", ())]) for state in known.states.values())
    return {code for code, names in named if any(fold(name) == wanted for name in names)}
