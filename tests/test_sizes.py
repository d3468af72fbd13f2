"""No module over 300 lines, no function over 60: past that, an idea is missing."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

LINES, BODY = 300, 60
ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted(p for folder in ("src", "tools", "training", "benchmarks") for p in (ROOT / folder).rglob("*.py"))
Function = ast.FunctionDef | ast.AsyncFunctionDef


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_module_and_its_functions_are_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LINES, f"{path.name} has more than {LINES} lines"
    for function in functions(ast.parse(text)):
        where = f"{path.name}:{function.lineno} {function.name}"
        assert length(function) <= BODY, f"{where} has more than {BODY} lines"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_module_says_what_it_decides(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if text.strip():
        tree = ast.parse(text)
        assert ast.get_docstring(tree), f"{path.name} has no docstring"
        silent = [f.name for f in public_functions(tree) if not ast.get_docstring(f)]
        assert not silent, f"{path.name}: no docstring in {', '.join(silent)}"


def functions(tree: ast.Module) -> Iterator[Function]:
    """Give every function, methods and inner ones too."""
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def public_functions(tree: ast.Module) -> Iterator[Function]:
    """Give the module's functions and its public classes' methods, but for private and bodiless ones."""
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]
    for node in [*tree.body, *(part for owner in classes for part in owner.body)]:
        if isinstance(node, Function) and not node.name.startswith("_") and not bodiless(node):
            yield node


def bodiless(function: Function) -> bool:
    """Tell whether it only declares a shape, as a protocol's members do."""
    (first, *rest) = function.body
    return not rest and isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and first.value.value is ...


def length(function: Function) -> int:
    """Count the lines of a function with its head and docstring, without decorators."""
    return (function.end_lineno or function.lineno) - function.lineno + 1
