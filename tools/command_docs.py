"""The page of the command line, from the Typer application. A command or option without its sentence is an error."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any, get_args, get_type_hints

import typer
from typer.models import ArgumentInfo, OptionInfo

INTRODUCTION = """\
<!-- written by tools/generate_docs.py from the application: do not edit -->
# Commands

Results go to standard output; messages, the progress bar and the closing line `read N, failed N, skipped N` to
standard error.

| exit code | what it says |
|---|---|
| 0 | done; of reading: at least one document was read |
| 1 | nothing was read or found, or an error that is told in one line |
| 2 | the command line is wrong |
| 130 | interrupted; what was added is kept |
| 141 | the reader of the output went away |
"""


PIPE = "\\|"
"""A bar inside a table's cell."""


@dataclass(frozen=True)
class Parameter:
    """An argument or an option: how it is written, what it stands at, what it means."""

    written: str
    default: str
    meaning: str
    argument: bool


def page(app: typer.Typer) -> str:
    """Give the whole page."""
    listed = [c for c in app.registered_commands if not c.hidden]
    sections = [_section(str(c.name or c.callback.__name__), c.callback) for c in listed if c.callback]
    return "\n\n".join([INTRODUCTION.strip(), *sections]) + "\n"


def _section(name: str, command: Callable[..., Any]) -> str:
    if not command.__doc__:
        raise TypeError(f"{name} has no docstring")
    found = parameters(command)
    usage = " ".join(["communique", name, *(p.written for p in found if p.argument)])
    options = " [OPTIONS]" if any(not p.argument for p in found) else ""
    rows = [f"| `{p.written.replace('|', PIPE)}` | {p.default} | {p.meaning} |" for p in found]
    table = ["| argument or option | default | meaning |", "|---|---|---|", *rows]
    return "\n\n".join([f"## {name}", inspect.cleandoc(command.__doc__), f"```\n{usage}{options}\n```", "\n".join(table)])


def parameters(command: Callable[..., Any]) -> list[Parameter]:
    """Give the arguments and options of a command, in its order."""
    hints = get_type_hints(command, include_extras=True)
    return [_parameter(p, hints[p.name]) for p in inspect.signature(command).parameters.values()]


def _parameter(parameter: inspect.Parameter, hint: Any) -> Parameter:
    kind, *metadata = get_args(hint)
    about = next((m for m in metadata if isinstance(m, ArgumentInfo | OptionInfo)), None)
    if about is None or not about.help:
        raise TypeError(f"{parameter.name} has no help")
    argument = isinstance(about, ArgumentInfo)
    words = " ".join(about.help.split())
    said = f"{words} Environment: `{about.envvar}`." if about.envvar else words
    return Parameter(_written(parameter.name, kind, about), _default(parameter), said, argument)


def _written(name: str, kind: Any, about: ArgumentInfo | OptionInfo) -> str:
    metavar = about.metavar or _choices(kind) or ("N" if kind is int else "PATH")
    if isinstance(about, ArgumentInfo):
        return metavar
    given = about.default if isinstance(about.default, str) else f"--{name.replace('_', '-')}"
    option = (about.param_decls or [given])[0]
    return option if kind is bool else f"{option} {metavar}"


def _choices(kind: Any) -> str:
    """Give the values of an enumeration, or of the one that may be absent; nothing for other types."""
    enums = [k for k in (kind, *get_args(kind)) if inspect.isclass(k) and issubclass(k, Enum)]
    return "|".join(str(member.value) for member in enums[0]) if enums else ""


def _default(parameter: inspect.Parameter) -> str:
    value = parameter.default
    if value is inspect.Parameter.empty:
        return "required"
    if value is None or value is False:
        return "–"
    return f"`{value.value if isinstance(value, Enum) else value}`"
