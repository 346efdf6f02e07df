"""Beside a new incident: what the caller has open already, open ones that sound the same, and what helped before."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.level_hints import LevelHint
from app.domain.numbers import incident_number
from app.domain.permissions import Permission, may
from app.domain.wording import tr
from app.services.incidents.dto import LinkedIncident
from app.services.knowledge.dto import Case, SuggestedArticle
from app.services.problems.dto import SuggestedProblem
from app.services.suggestions.dto import Alike, AlikeFound, AlikeQuery
from app.views.context import ViewContext
from app.views.create.articles import ArticleCards
from app.views.create.known_errors import KnownErrorCard
from app.views.suggestions.advising import alike_words, resolution_words
from app.views.suggestions.level_hints import LevelHints
from app.views.toolkit import tokens
from app.views.toolkit.marks import state_look
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.labels import ElidedLabel, Label
from app.views.widgets.marks import StatusGlyph, Symbol
from app.views.widgets.spans import isolated

_SHOWN = 3
_LEAST_TYPED = 4
"""Fewer letters say too little to look for articles and problems."""


class _Answers(NamedTuple):
    articles: tuple[SuggestedArticle, ...] = ()
    problems: tuple[SuggestedProblem, ...] = ()


class Found(NamedTuple):
    """An incident that is offered: `about` says why, `helped` what resolved it where it is resolved."""

    id: str
    number: int
    summary: str
    state: str
    about: str
    helped: str = ""


class _Card(QFrame):
    def __init__(self, found: Found, open_it: "partial[None]", add: "partial[None]") -> None:
        super().__init__()
        self.setProperty("card", "true")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 8, 9)
        column.setSpacing(3)
        top = QHBoxLayout()
        top.setSpacing(7)
        number = incident_number(found.number)
        glyph = StatusGlyph(found.state)
        glyph.setAccessibleName(state_look(found.state).label)
        top.addWidget(glyph)
        top.addWidget(Label(number, tokens.UI_STRONG, "accent"))
        top.addStretch(1)
        opener = Button(tr("Open"), kind="ghost", height=Size.TARGET_LEAST)
        opener.setAccessibleName(tr("Open {number}", number=number))
        opener.clicked.connect(lambda _checked=False: open_it())
        top.addWidget(opener)
        column.addLayout(top)
        column.addWidget(ElidedLabel(isolated(found.summary), tokens.UI_MEDIUM))
        foot = QHBoxLayout()
        about = ElidedLabel(found.about, tokens.META, "text2")
        about.setToolTip(found.about)
        foot.addWidget(about, 1)
        if found.helped:
            helped = ElidedLabel(found.helped, tokens.META_MEDIUM)
            helped.setToolTip(found.helped)
            column.addWidget(helped)
        else:
            adder = Button(tr("Add as a note"), kind="ghost", height=Size.TARGET_LEAST)
            adder.setAccessibleName(tr("Add this call as a note to {number}", number=number))
            adder.clicked.connect(lambda _checked=False: add())
            foot.addWidget(adder)
        column.addLayout(foot)


class SidePanel(QScrollArea):
    """`open_wanted` and `note_wanted` carry the Found incident, `ended_found` the resolved ones that are like the call.

    Lists change only when they differ.
    """

    open_wanted = Signal(object)
    note_wanted = Signal(object)
    ended_found = Signal(object)

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self._context = context
        self._key = f"create-{id(self)}"
        self._callers: tuple[Found, ...] = ()
        self._similar: tuple[Found, ...] = ()
        self._solved: tuple[Found, ...] = ()
        self._caller = ""
        self.setAccessibleName(tr("What is known already"))
        self.setProperty("edge", "left")
        self.setFixedWidth(336)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setProperty("surface", "raised")
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWidget(inside)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(18, 16, 18, 16)
        self._column.setSpacing(8)
        self._hint = Label(
            tr("What the caller has open, what sounds the same, articles and what helped before appear while you "
               "type."),
            tokens.META, "text3", wrap=True,
        )  # fmt: skip
        self._column.addWidget(self._hint)
        self._body = QWidget(inside)
        self._column.addWidget(self._body)
        self.hints = LevelHints(context)
        self.levels: Callable[[], Mapping[str, int | None]] = dict
        self._hinted: tuple[LevelHint, ...] = ()
        self._column.addWidget(self.hints)
        self.articles = ArticleCards(context)
        self.articles.changed.connect(self._dress_hint)
        self._column.addWidget(self.articles)
        self.known_error = KnownErrorCard(context)
        self.known_error.changed.connect(self._dress_hint)
        self._column.addWidget(self.known_error)
        self._column.addStretch(1)

    def found(self) -> tuple[Found, ...]:
        """What is offered now, in order."""
        return tuple(found for _icon, _title, some in self._kinds() for found in some[: self._most])

    def show_caller(self, person_id: str, name: str) -> None:
        """Look for open incidents of this caller; an empty id for nobody."""
        self._caller = name
        if not person_id:
            self._context.background.forget(f"{self._key}-caller")
            self._set(callers=())
            return
        desk, actor = self._context.desk, self._context.actor
        self._context.background.read(
            lambda: desk.incident.open_of_caller(actor, person_id),
            lambda rows: self._set(callers=tuple(map(_of_caller, rows))),
            key=f"{self._key}-caller",
        )

    def show_like(self, asked: AlikeQuery) -> None:
        """Look for incidents that sound like this, open and resolved."""
        if not asked.title.strip() or not may(self._context.actor, Permission.INCIDENT_READ_ALL):
            self._context.background.forget(f"{self._key}-similar")
            self._set(like=AlikeFound())
            return
        desk, actor = self._context.desk, self._context.actor
        self._context.background.read(
            lambda: desk.suggestions.alike(actor, asked),
            lambda found: self._set(like=found),
            key=f"{self._key}-similar",
        )

    def forget(self) -> None:
        """Wait for no answer any more."""
        for what in ("caller", "similar", "answers"):
            self._context.background.forget(f"{self._key}-{what}")

    def look_for_answers(self, case: Case) -> None:
        """Look for articles, and for the problem, that may answer this; words that say too little find none."""
        if len(case.text.strip()) < _LEAST_TYPED:
            self._context.background.forget(f"{self._key}-answers")
            self._answer(_Answers())
            return
        desk, actor = self._context.desk, self._context.actor
        works_on_problems = may(actor, Permission.PROBLEM_WORK)

        def read() -> _Answers:
            articles = desk.knowledge.suggest(actor, case)
            return _Answers(articles, desk.problems.suggest(actor, case, articles) if works_on_problems else ())

        self._context.background.read(read, self._answer, lambda _error: None, key=f"{self._key}-answers")

    def _answer(self, found: _Answers) -> None:
        self.articles.show_found(found.articles)
        self.known_error.show_found(found.problems)

    def dress_hints(self) -> None:
        """Show the hints for levels that stand otherwise now."""
        self.hints.show_hints(self._hinted, self.levels())

    def _set(self, *, callers: tuple[Found, ...] | None = None, like: AlikeFound | None = None) -> None:
        before = (self._callers, self._similar, self._solved)
        self._callers = self._callers if callers is None else callers
        theirs = {found.id for found in self._callers}
        if like is not None:
            self._similar = tuple(_of_like(each) for each in like.open if each.id not in theirs)
            self._solved = tuple(map(_of_like, like.resolved))
            self._hinted = like.hints
            self.ended_found.emit(like.ended)
        self.dress_hints()
        if (self._callers, self._similar, self._solved) != before:
            self._show()

    def _kinds(self) -> list[tuple[str, str, tuple[Found, ...]]]:
        first = self._caller.split(" ")[0]
        return [
            ("circle-user", tr("Open incidents of {first}", first=isolated(first) or tr("the caller")), self._callers),
            ("git-merge", tr("Maybe the same problem"), self._similar),
            ("circle-check", tr("What helped before"), self._solved),
        ]

    @property
    def _most(self) -> int:
        """So many of each kind have room."""
        return _SHOWN if sum(bool(some) for _icon, _title, some in self._kinds()) < 3 else _SHOWN - 1

    def _show(self) -> None:
        self._column.removeWidget(self._body)
        self._body.hide()
        self._body.deleteLater()
        self._body = QWidget(self.widget())
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for icon, title, found in self._kinds():
            self._section(column, icon, title, found)
        self._dress_hint()
        self._column.insertWidget(1, self._body)
        self._body.show()

    def _dress_hint(self) -> None:
        self._hint.setVisible(not self.found() and not self.articles.shown and self.known_error.shown is None)

    def _section(self, column: QVBoxLayout, icon: str, title: str, found: tuple[Found, ...]) -> None:
        if not found:
            return
        head = QHBoxLayout()
        head.setSpacing(7)
        head.addWidget(Symbol(icon, title))
        head.addWidget(ElidedLabel(title, tokens.UI_STRONG), 1)
        if len(found) > self._most:
            head.addWidget(Label(tr("{most} of {count}", most=self._most, count=len(found)), tokens.META, "text2"))
        column.addLayout(head)
        for each in found[: self._most]:
            column.addWidget(_Card(each, partial(self.open_wanted.emit, each), partial(self.note_wanted.emit, each)))
        column.addSpacing(6)


def _of_caller(row: LinkedIncident) -> Found:
    return Found(row.incident_id, row.number, row.short_description, row.state, state_look(row.state).label)


def _of_like(found: Alike) -> Found:
    helped = resolution_words(found) if found.resolved_at is not None else ""
    return Found(found.id, found.number, found.short_description, found.state, alike_words(found), helped)
