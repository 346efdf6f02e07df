"""The texts of the source that pass `app.domain.wording`, collected from its syntax and from the words of enums."""

import ast
import importlib
from collections.abc import Iterator
from typing import NamedTuple

from app.domain.vocabulary import Word
from app.domain.wording import in_english
from tests.arch.source import Module, modules

SAID = {"tr", "marked"}
COUNTED = {"trn", "marked_count"}


class Text(NamedTuple):
    """A text as it is written in the source; `one` is its form for a single thing, empty where nothing is counted."""

    source: str
    one: str = ""

    @property
    def is_counted(self) -> bool:
        """Whether its translation has a form for each kind of number."""
        return bool(self.one)


class Call(NamedTuple):
    """One use of a function of words: where, which, and the literals it is given, None for what is none."""

    place: str
    name: str
    literals: tuple[str | None, ...]
    is_spread: bool


def calls(module: Module) -> Iterator[Call]:
    """Every use of the functions of words in a module."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SAID | COUNTED:
            wanted = node.args[: 1 if node.func.id in SAID else 2]
            literals = tuple(
                arg.value if isinstance(arg, ast.Constant) and isinstance(arg.value, str) else None for arg in wanted
            )
            spread = any(isinstance(arg, ast.Starred) for arg in node.args)
            yield Call(f"{module.path}:{node.lineno}", node.func.id, literals, spread)


def texts() -> list[Text]:
    """All texts, in the order of the source; one that is counted somewhere has that form everywhere."""
    found: dict[str, Text] = {}
    for module in modules("app"):
        for call in calls(module):
            if None in call.literals or call.is_spread:
                continue
            *one, source = (text for text in call.literals if text is not None)
            if source not in found or one:
                found[source] = Text(source, *one)
    for word in sorted(_words()):
        found.setdefault(word, Text(word))
    return list(found.values())


def _words() -> set[str]:
    # Each module that has such words is imported, so that they are the same whoever asks.
    for module in modules("app"):
        if "(Word)" in module.text:
            importlib.import_module(module.name)
    with in_english():
        return {member.label for kind in _kinds(Word) for member in kind}


def _kinds(kind: type[Word]) -> Iterator[type[Word]]:
    for each in kind.__subclasses__():
        if each.__module__.startswith("app."):
            yield each
            yield from _kinds(each)
