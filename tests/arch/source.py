"""Reading the program's own source for the tests of the house."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]


class Module(NamedTuple):
    """One source file of the project."""

    path: str  # relative to the checkout, with forward slashes
    name: str  # as it is imported
    text: str
    tree: ast.Module


@cache
def modules(*tops: str) -> tuple[Module, ...]:
    """Every Python file under these folders or files of the checkout, sorted by path."""
    found = []
    for top in tops:
        place = ROOT / top
        files = sorted(place.rglob("*.py")) if place.is_dir() else [place] * place.exists()
        found += [_read(path) for path in files]
    return tuple(found)


@cache
def _read(path: Path) -> Module:
    # Each file once, whatever is asked: its tree takes a megabyte, and there are a dozen lists of files.
    relative = path.relative_to(ROOT)
    parts = relative.with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    text = path.read_text(encoding="utf-8")
    return Module(relative.as_posix(), name, text, ast.parse(text, str(path)))


def module_level_imports(module: Module) -> Iterator[str]:
    """What importing the module imports at once: dotted names, without what only a type checker sees."""
    yield from _imports_of(module.tree.body, module)


def _imports_of(body: list[ast.stmt], module: Module) -> Iterator[str]:
    for statement in body:
        if isinstance(statement, ast.Import):
            yield from (alias.name for alias in statement.names)
        elif isinstance(statement, ast.ImportFrom):
            yield from imported_from(statement)
        elif isinstance(statement, ast.If):
            if not _is_type_checking(statement.test):
                yield from _imports_of(statement.body, module)
            yield from _imports_of(statement.orelse, module)
        elif isinstance(statement, ast.Try):
            yield from _imports_of(statement.body + statement.orelse + statement.finalbody, module)
        elif isinstance(statement, ast.ClassDef | ast.With):
            yield from _imports_of(statement.body, module)


def imported_from(statement: ast.ImportFrom) -> Iterator[str]:
    """The module of a `from` import, and each name as if it were a module of it."""
    package = statement.module or ""
    yield package
    yield from (f"{package}.{alias.name}" for alias in statement.names)


def _is_type_checking(test: ast.expr) -> bool:
    return "TYPE_CHECKING" in ast.dump(test)


def dotted(node: ast.expr) -> str:
    """`a.b.c` of an attribute chain, or an empty text for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        inner = dotted(node.value)
        return f"{inner}.{node.attr}" if inner else ""
    return ""
