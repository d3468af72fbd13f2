"""A brief as one Markdown or HTML file. Every value is escaped for its format; nothing is fetched, nothing runs."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any, Literal

from communique.analysis import printable
from communique.analysis.briefs import Brief
from communique.analysis.wording import FOLDER, Wording, load
from communique.records.edtf import bounds

Format = Literal["md", "html"]


def render(brief: Brief, form: Format, language: str = "en", *, names: Mapping[str, str] | None = None) -> str:
    """Write the brief; `names`: the key of a state or strategy → its name. The same brief gives the same text."""
    wording = load(language, names or {})
    template = _environment(form, wording).get_template(f"brief.{form}.j2")
    documents = {document.document: document for document in brief.documents}
    sources_of = {key: list(group) for key, group in groupby(brief.sources, lambda s: s.document)}
    values = {"brief": brief, "q": brief.question, "w": wording, "t": wording.words}
    return str(template.render(values, documents=documents, sources_of=sources_of))


def _environment(form: Format, wording: Wording) -> Any:
    """Imported here: only a brief needs Jinja2."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    def shown(value: object) -> object:
        if isinstance(value, Markup) or not isinstance(value, str):
            return value
        return Markup(printable.markdown(value)) if form == "md" else printable.printable(value)

    environment = Environment(
        loader=FileSystemLoader(FOLDER), autoescape=True, finalize=shown, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    environment.filters |= {"say": lambda value, group: wording.say(group, value), "day": wording.day,
                            "who": wording.who, "state": wording.state, "percent": wording.percent}  # fmt: skip
    environment.tests |= {"web_address": printable.is_web_address}
    environment.globals |= {"quantity": wording.quantity, "is_before": _is_before}
    return environment


def _is_before(edtf: str | None, day: Any) -> bool:
    """Tell whether a date lies wholly before a day."""
    return edtf is not None and bounds(edtf).last < day
