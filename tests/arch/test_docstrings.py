"""What is public in app/ says what it is for."""

import ast
from collections.abc import Iterator

from tests.arch.source import Module, modules

# Methods that Qt calls and Qt documents; their names are not ours. camelCase names are Qt's as well.
QT_OVERRIDES = {"data", "flags", "index", "parent", "paint", "event", "match", "sort", "minimumSizeHint"}


def undocumented(module: Module) -> Iterator[str]:
    if ast.get_docstring(module.tree) is None:
        yield f"{module.path}:1 module"
    yield from _inside(module, module.tree.body, "")


def _inside(module: Module, body: list[ast.stmt], prefix: str) -> Iterator[str]:
    for node in body:
        if isinstance(node, ast.If):
            yield from _inside(module, node.body + node.orelse, prefix)
        if not isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) or node.name.startswith("_"):
            continue
        if ast.get_docstring(node) is None and not _is_somebody_elses(module, node, in_class=bool(prefix)):
            yield f"{module.path}:{node.lineno} {prefix}{node.name}"
        if isinstance(node, ast.ClassDef):
            yield from _inside(module, node.body, f"{node.name}.")


def _is_somebody_elses(
    module: Module, node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef, *, in_class: bool
) -> bool:
    """Whether the documentation stands at what the method overrides or overloads."""
    decorators = {ast.unparse(decorator).rsplit(".", 1)[-1] for decorator in node.decorator_list}
    if decorators & {"override", "overload", "setter"}:
        return True
    in_views = module.path.startswith("app/views/")
    return in_class and in_views and (node.name in QT_OVERRIDES or node.name != node.name.lower())


def test_public_things_have_docstrings() -> None:
    found = [place for module in modules("app", "main.py") for place in undocumented(module)]
    assert not found, found
