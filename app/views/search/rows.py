"""How hits are listed: a title and a snippet each, under the head of their kind with the count."""

from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.problems import ProblemState
from app.domain.search.marking import Marked
from app.domain.wording import number, tr
from app.services.search.dto import Attempt, Hit, HitGroup, Kind, SearchResult, number_of
from app.views.palette.over_window import Index, Lines
from app.views.problems.looks import state_name
from app.views.search.marked_text import paint_marked
from app.views.toolkit import tokens
from app.views.toolkit.formats import ago
from app.views.toolkit.icons import paint_icon
from app.views.toolkit.marks import (
    fill_rounded,
    paint_avatar,
    paint_left,
    paint_priority,
    paint_right,
    paint_state,
    state_look,
    text_width,
)
from app.views.toolkit.mirror import mirror
from app.views.toolkit.theme import colour
from app.views.toolkit.tokens import Size
from app.views.widgets.spans import isolated

SECTION_ROW: Final = 30
HIT_ROW: Final = 52
_MOST_RIGHT: Final = 0.45
"""So much of a line is for what stands at its right."""
LABELS: Final = {
    Kind.INCIDENT: tr("Incidents"),
    Kind.PROBLEM: tr("Problems"),
    Kind.ARTICLE: tr("Knowledge"),
    Kind.PERSON: tr("People"),
    Kind.ITEM: tr("Configuration items"),
    Kind.REVIEW: tr("Reviews"),
}
_ICONS: Final = {Kind.PROBLEM: "circle-alert", Kind.ARTICLE: "book-open", Kind.ITEM: "server", Kind.REVIEW: "file-text"}
_WRITTEN_STATES: Final = {
    "draft": tr("Draft"),
    "in_review": tr("In review"),
    "published": tr("Published"),
    "retired": tr("Retired"),
    **{state.value: state_name(state) for state in ProblemState},
}
"""How far a review, an article or a problem is; an incident's state is a mark."""
_SELECTED: Final = QStyle.StateFlag.State_Selected


class HitLines(Lines):
    """What was found, kind by kind."""

    def show_result(self, found: SearchResult) -> None:
        """Show this instead."""
        lines: list[Any] = []
        for group in found.groups:
            lines += [head_of(group), *group.hits]
        self.show(lines)

    def said(self, line: Any, *, spoken: bool) -> str:
        """The title; spoken with all that is painted beside it."""
        if not spoken:
            return str(line.title.text)
        number = number_of(line)
        state = _state_label(line) if line.state else ""
        about = (state, about_problem(line), line.hint, line.place)
        return ", ".join(filter(None, (number, line.title.text, *about, line.snippet.text)))


def notice_of(found: SearchResult) -> str:
    """What is to be said of a second try: what was taken for what."""
    if found.attempt is Attempt.PARTS:
        return tr("Nothing has these words. Shown is what holds them in the middle of others.")
    if not found.taken_for:
        return tr("Nothing has exactly these words. Shown is what has similar ones.")
    taken = ", ".join(
        tr("“{word}” for “{typed}”", word=isolated(word), typed=isolated(typed)) for typed, word in found.taken_for
    )
    return tr("Nothing has exactly these words. Shown is {taken}.", taken=taken)


def head_of(group: HitGroup) -> str:
    """`Incidents · 7`, `Incidents · 50 of 400+`."""
    count = f"{number(group.count)}{'+' if group.is_more else ''}"
    shown = (
        count
        if group.count == len(group.hits) and not group.is_more
        else tr("{count} of {count2}", count=len(group.hits), count2=count)
    )
    return f"{LABELS[group.kind]} · {shown}"


def about_problem(hit: Hit) -> str:
    """`PRB-000003: Known error` for an article about a problem; else nothing."""
    about = hit.problem
    return "" if about is None else tr("{number}: {state}", number=about.shown_number, state=state_name(about.state))


def _state_label(hit: Hit) -> str:
    return state_look(hit.state).label if hit.kind is Kind.INCIDENT else _WRITTEN_STATES.get(hit.state, hit.state)


class HitDelegate(QStyledItemDelegate):
    """Paints them; `now` is the moment from which ages are counted."""

    def __init__(self, lines: HitLines, now: datetime) -> None:
        super().__init__(lines)
        self._lines, self._now = lines, now

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Heads are lower than hits."""
        return QSize(100, SECTION_ROW if isinstance(self._lines.lines[index.row()], str) else HIT_ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One line."""
        box, line = QRectF(option.rect), self._lines.lines[index.row()]
        painter.save()
        mirror(painter, option.widget, QRectF(option.rect))
        if isinstance(line, str):
            paint_left(painter, tokens.META_STRONG, "text3", box.adjusted(20, 6, 0, 0), line)
        else:
            self._paint_hit(painter, box.adjusted(8, 1, -8, -1), line, chosen=bool(option.state & _SELECTED))
        painter.restore()

    def _paint_hit(self, painter: QPainter, box: QRectF, hit: Hit, *, chosen: bool) -> None:
        if chosen:
            fill_rounded(painter, box, Size.RADIUS_CARD, "sel")
            fill_rounded(painter, QRectF(box.left(), box.center().y() - 10, 3, 20), 1.5, "accent")
        upper = QRectF(box.left() + 44, box.top() + 4, box.width() - 56, 22)
        lower = QRectF(upper.left(), box.top() + 25, upper.width(), 20)
        _paint_mark(painter, hit, box.left() + 14, upper.center().y())
        upper.setRight(self._paint_right(painter, hit, upper) - 12)
        if hit.number is not None:
            number = number_of(hit)
            paint_left(painter, tokens.META, "text3", upper, number)
            upper.setLeft(upper.left() + text_width(tokens.META, number) + 10)
        paint_marked(painter, tokens.UI_MEDIUM, "text", upper, hit.title)
        if hit.place:
            paint_left(painter, tokens.META_MEDIUM, "text3", lower, hit.place)
            lower.setLeft(lower.left() + text_width(tokens.META_MEDIUM, hit.place) + 8)
        paint_marked(painter, tokens.META, "text2", lower, hit.snippet if hit.snippet.text else Marked(""))

    def _paint_right(self, painter: QPainter, hit: Hit, box: QRectF) -> float:
        """The badge, and who and when; returns where they begin."""
        right = box.right()
        if hit.priority is not None:
            paint_priority(painter, right - Size.BADGE_WIDTH, box.center().y(), hit.priority)
            right -= Size.BADGE_WIDTH + 8
        state = "" if hit.kind is Kind.INCIDENT else _WRITTEN_STATES.get(hit.state, "")
        when = "" if hit.at is None else ago(hit.at, self._now)
        told = " · ".join(filter(None, (about_problem(hit), state, hit.hint, when)))
        width = min(text_width(tokens.META, told) + 1, int(box.width() * _MOST_RIGHT))
        paint_right(painter, tokens.META, "text3", QRectF(right - width, box.top(), width, box.height()), told)
        return right - width


def _paint_mark(painter: QPainter, hit: Hit, left: float, middle: float) -> None:
    if hit.kind is Kind.INCIDENT:
        paint_state(painter, left + 1, middle, hit.state)
    elif hit.kind is Kind.PERSON:
        paint_avatar(painter, left - 3, middle, hit.title.text)
    else:
        paint_icon(painter, _ICONS[hit.kind], colour("text2"), left, middle - 8)
