"""Every text for people passes the one place where it changes language, and every shipped language says all of them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.views.toolkit.tongue import SHIPPED
from tests.arch.source import Module, modules
from tests.words.catalog import compile_to, path_of, read, renewed
from tests.words.source import COUNTED, SAID, calls, texts

_NAMES = re.compile(r"\{(\w*)\}")
_MARKUP = re.compile(r"^<\w|margin-top: ?0")
_WORD = re.compile(r"[A-Za-z]{2,}")
_QUOTES = re.compile("[“”„]")
_WORDS = re.compile(r"[A-Za-z]{2,}[^A-Za-z]* [^A-Za-z]*[A-Za-z]{2,}")

BUGS = {"AssertionError", "KeyError", "LookupError", "NotImplementedError", "RuntimeError", "TypeError", "ValueError"}
"""What is told to those who mend the program, in English."""

NOT_SAID = {
    "critical", "debug", "error", "exception", "info", "log", "warning",  # what stands in the log
    "Template", "compile", "cast", "setStyleSheet",
}  # fmt: skip

AS_WRITTEN: dict[str, str] = {
    " --set imported": "a command",
    "Dana Okafor": "a sample that is made up, as people would write it",
    "Inter Display": "a family of fonts",
    "JetBrains Mono": "a family of fonts",
    "Printer on floor 2 jams": "a sample that is made up, as people would write it",
    "Priya Raman": "a sample that is made up, as people would write it",
    "Service desk": "a sample that is made up, as people would write it",
    "This plugin does not support": "a message of Qt that is looked for",
    "Mainstay, with reportlab": "what a file says of the program that made it",
    "Made by mistake": "a reason that is stored, and so the same for everybody",
    "Taken back": "a reason that is stored, and so the same for everybody",
    "is:any {} created:today": "the language of filters",
    "YYYY-MM-DD HH:MM": "how a date is typed",
    "approved as ": "how the journal begins an entry",
    "duplicate of": "a key of the desk, said where it is shown",
    "find number": "a key between parts of the program",
    "is:open assignee:{}": "the language of filters",
    "is:open assignee:me": "the language of filters",
    "is:open assignee:none": "the language of filters",
    "is:open is:breached": "the language of filters",
    "is:open sla:0..1h": "the language of filters",
    "is:open team:{}": "the language of filters",
    "main.py sla recount": "a command",
    "mark all": "a key between parts of the program",
    "own groups": "a key between parts of the program",
    "queue block {}": "a key between parts of the program",
    "set up": "a key between parts of the program",
    "view counts": "a key between parts of the program",
    "words or is: priority: team: assignee:": "the language of filters",
}
"""Literals of more than one word of views and reports that are shown to nobody, or are no language; only ever fewer."""

SAME_IN_ALL: dict[str, str] = {
    "English": "the name of a language, as those who speak it write it",
    "FAQ": "a word of every language",
    "Mainstay": "the name of the program",
    "YYYY-MM-DD": "how a date is typed",
    "time_zone": "a key of the desk",
}
"""Literals among said ones that are the same in every language; only ever fewer."""


@pytest.mark.parametrize("language", SHIPPED)
def test_a_shipped_language_says_exactly_what_the_source_says(language: str) -> None:
    known = read(language)
    wanted = {text.source for text in texts()}
    assert not wanted ^ set(known), "python -m tests.words brings the catalogs up to date"
    missing = [entry.source for entry in renewed(known, texts()) if not entry.is_translated]
    assert not missing, f"{path_of(language).name} does not translate these"


@pytest.mark.parametrize("language", SHIPPED)
def test_a_translation_has_the_values_and_the_edges_of_its_text(language: str) -> None:
    one = {text.source: text.one for text in texts()}
    wrong = []
    for entry in read(language).values():
        names = set(_NAMES.findall(entry.source)) | set(_NAMES.findall(one[entry.source]))
        needed = set(_NAMES.findall(entry.source)) - {"n"}
        for form in entry.forms:
            own = set(_NAMES.findall(form))
            lost = needed - own if not entry.is_counted or form == entry.forms[-1] else set()
            if own - names or lost or _edges(form) != _edges(entry.source):
                wrong.append((entry.source, form))
    assert not wrong


@pytest.mark.parametrize("language", SHIPPED)
def test_a_counted_text_has_a_form_for_each_kind_of_number(language: str) -> None:
    counted = {text.source for text in texts() if text.is_counted}
    entries = read(language).values()
    assert {entry.source for entry in entries if entry.is_counted} == counted
    assert not [entry.source for entry in entries if len(entry.forms) != (2 if entry.is_counted else 1)]


@pytest.mark.parametrize("language", SHIPPED)
def test_what_the_program_loads_is_made_of_the_catalog(language: str, tmp_path: Path) -> None:
    made = tmp_path / "made.qm"
    compile_to(language, made)
    assert made.read_bytes() == path_of(language).with_suffix(".qm").read_bytes(), "run python -m tests.words"


def test_a_text_is_a_literal_so_that_it_is_found() -> None:
    wrong = []
    for module in modules("app"):
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SAID | COUNTED:
                wrong += [
                    f"{module.path}:{node.lineno}"
                    for arg in node.args[: 1 if node.func.id in SAID else 2]
                    if isinstance(arg, ast.JoinedStr | ast.BinOp | ast.IfExp)
                ]
    assert not wrong
    assert sum(1 for module in modules("app") for _ in calls(module)) > len(texts()) > 1000


def test_no_view_or_report_shows_words_that_stay_english() -> None:
    found: dict[str, str] = {}
    for module in (*modules("app/views"), *modules("app/reports")):
        if not module.path.rpartition("/")[2].startswith("tour"):
            found |= {text: f"{module.path}:{line}" for line, text in _unsaid(module)}
    fresh = {text: place for text, place in found.items() if text not in AS_WRITTEN}
    assert not fresh, "write tr(…) around what people read"
    assert not set(AS_WRITTEN) - set(found), "these exceptions are gone"


def test_what_stands_among_texts_that_are_said_is_said_too() -> None:
    """A single word looks like a key; what stands in its place in the next line tells that people read it."""
    found: dict[str, str] = {}
    for module in modules("app"):
        if not module.path.rpartition("/")[2].startswith("tour"):
            found |= {text: f"{module.path}:{line}" for line, text in _unsaid_among_said(module)}
    fresh = {text: place for text, place in found.items() if text not in SAME_IN_ALL}
    assert not fresh, "write tr(…) around what people read"
    assert not set(SAME_IN_ALL) - set(found), "these exceptions are gone"


def test_quotation_marks_are_those_of_the_reader() -> None:
    """A name between the marks of English stood in the middle of German sentences."""
    found = {
        f"{module.path}:{line}"
        for module in (*modules("app/views"), *modules("app/reports"), *modules("app/domain"))
        for line, text in _unsaid_in(module.tree, said=False, looked_for=_QUOTES)
        if not module.path.rpartition("/")[2].startswith("tour")
    }
    assert not found, "app.domain.wording.quoted puts a text between them"


def _edges(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def _unsaid(module: Module) -> Iterator[tuple[int, str]]:
    """Literals of more than one word that no function of words is given, but for what is plainly said to nobody."""
    yield from _unsaid_in(module.tree, said=False)


def _unsaid_in(node: ast.AST, *, said: bool, looked_for: re.Pattern[str] = _WORDS) -> Iterator[tuple[int, str]]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        if not said and looked_for.search(node.value) and not _MARKUP.search(node.value):
            yield node.lineno, node.value
        return
    if isinstance(node, ast.JoinedStr):
        whole = "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
        if not said and looked_for.search(whole.replace("{}", "")) and not _MARKUP.search(whole):
            yield node.lineno, whole
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                yield from _unsaid_in(part.value, said=said, looked_for=looked_for)
        return
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return
    if isinstance(node, ast.Call):
        said = said or _called(node) in SAID | COUNTED | BUGS | NOT_SAID
    for child in _shown_children(node):
        yield from _unsaid_in(child, said=said, looked_for=looked_for)


def _shown_children(node: ast.AST) -> Iterator[ast.AST]:
    """The parts of a node without its annotations, which are names of types."""
    hidden = {getattr(node, "annotation", None), getattr(node, "returns", None)}
    yield from (child for child in ast.iter_child_nodes(node) if child not in hidden)


def _unsaid_among_said(module: Module) -> Iterator[tuple[int, str]]:
    """Literals that stand in the same place as a text that is said: in a table, its rows, or the two ways of an if."""
    for node in ast.walk(module.tree):
        for alike in _alike_in(node):
            if any(isinstance(each, ast.Call) and _called(each) in SAID | COUNTED for each in alike):
                yield from (
                    (each.lineno, each.value)
                    for each in alike
                    if isinstance(each, ast.Constant) and isinstance(each.value, str) and _WORD.search(each.value)
                )


def _alike_in(node: ast.AST) -> Iterator[list[ast.expr]]:
    if isinstance(node, ast.IfExp):
        yield [node.body, node.orelse]
    elif isinstance(node, ast.Dict):
        yield node.values
        yield from _columns(node.values)
    elif isinstance(node, ast.List | ast.Set):
        yield node.elts
        yield from _columns(node.elts)
    elif isinstance(node, ast.Tuple):
        yield from _columns(node.elts)


def _columns(rows: list[ast.expr]) -> Iterator[list[ast.expr]]:
    """What stands first in every row, what stands second, and so on."""
    tuples = [row.elts for row in rows if isinstance(row, ast.Tuple)]
    made = [row.args for row in rows if isinstance(row, ast.Call) and _called(row) not in SAID | COUNTED]
    for table in (tuples, made):
        for column in range(max(map(len, table), default=0)):
            yield [cells[column] for cells in table if column < len(cells)]


def _called(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
