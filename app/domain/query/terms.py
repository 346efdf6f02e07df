"""The tree of a filter that was read: terms, what joins them, and what could not be read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class TermKind(StrEnum):
    """What a term asks about; the value is the name of its field as it is typed."""

    IS = "is"
    PRIORITY = "priority"
    TEAM = "team"
    ASSIGNEE = "assignee"
    REQUESTER = "requester"
    SITE = "site"
    SERVICE = "service"
    CATEGORY = "category"
    TAG = "tag"
    PROBLEM = "problem"
    CHANNEL = "channel"
    HOLD = "hold"
    CODE = "code"
    SLA = "sla"
    RESPONSE = "response"
    RESOLUTION = "resolution"
    UPDATE = "update"
    CREATED = "created"
    UPDATED = "updated"
    RESOLVED = "resolved"
    CLOSED = "closed"
    RISK = "risk"
    DUE = "due"
    AGE = "age"
    HAS = "has"
    LINK = "link"
    PARENT = "parent"
    ID = "id"
    LEVEL = "level"
    REOPENED = "reopened"
    COMMENTS = "comments"
    SUBJECT = "subject"
    TEXT = "text"
    SORT = "sort"
    GROUP = "group"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Term:
    """One condition; several values mean "one of them". Values are lower case but for words."""

    kind: TermKind
    values: tuple[str, ...]
    negated: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """A stretch of the text that cannot be read: where it stands and what was probably meant.

    `instead` is what the stretch is to be replaced by for that, where there is one guess. A term `is_unfinished` where
    its value is missing: no mistake as long as somebody types there.
    """

    start: int
    end: int
    message: str
    instead: str = ""
    is_unfinished: bool = False


def explained(problems: Iterable[Problem], most: int) -> str:
    """A sentence a line about each of them, and at most so many: a whole mail may have been pasted."""
    said = list(dict.fromkeys(problem.message for problem in problems))
    if len(said) > most:
        # The last says where a filter is too long to be read.
        said = [*said[: most - 1], said[-1]]
    return "\n".join(each if each.endswith((".", "?")) else f"{each}." for each in said)


@dataclass(frozen=True, slots=True)
class Group:
    """Conditions of which all have to hold, or, with `any_of`, one; `text` is how they were written."""

    parts: "tuple[Node, ...]" = ()
    any_of: bool = False
    negated: bool = False
    text: str = ""


Node = Term | Group


@dataclass(frozen=True, slots=True)
class Filter:
    """A read filter: what has to hold, in which order rows stand, and what could not be read."""

    root: Group = Group()
    problems: tuple[Problem, ...] = ()
    orders: tuple[Term, ...] = ()

    @property
    def terms(self) -> tuple[Term, ...]:
        """Every single condition, wherever it stands, in the order of the text."""
        return tuple(_leaves(self.root))

    @property
    def is_plain(self) -> bool:
        """Whether it is terms side by side and nothing else."""
        return not self.root.any_of and all(isinstance(part, Term) for part in self.root.parts)


def _leaves(node: Node) -> Iterator[Term]:
    if isinstance(node, Term):
        yield node
    else:
        for part in node.parts:
            yield from _leaves(part)
