"""Paints the lines of the queue straight from the rows; no font, pen or icon is made while it paints.

It paints whole lines rather than cells like a delegate: a call from Qt into Python for each of 180 cells was measured
to cost more than half of a page's paint.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, NamedTuple, Protocol

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from app.domain.numbers import incident_number
from app.domain.risk import level_of
from app.domain.sla.display import Standing
from app.domain.tags import tags_of
from app.domain.wording import number, tr
from app.services.incidents.queue_dto import QueueRow
from app.views.queue.beside_words import BETWEEN, WAIT, Mark, beside_words, mark_width
from app.views.queue.columns import Column
from app.views.queue.layout import Head
from app.views.queue.wording import MAJOR_MARKS, Wording
from app.views.toolkit import tokens
from app.views.toolkit.clock_marks import paint_standing, standing_width
from app.views.toolkit.icons import paint_icon
from app.views.toolkit.marks import (
    CHECK_BOX,
    RISK_INKS,
    fill,
    fill_rounded,
    paint_avatar,
    paint_check_box,
    paint_focus_ring,
    paint_left,
    paint_pill,
    paint_priority,
    paint_right,
    paint_state,
    pill_width,
    state_look,
    text_width,
)
from app.views.toolkit.theme import colour
from app.views.toolkit.tokens import Size

_BAR = 3
_ROOM_OF_A_TAG: Final = 320
"""Beside each tag so many pixels of the short description stay."""

_GONE: Final = 0.45
_DOT: Final = 7
"""Pixels across; marks what is unread."""
"""How faint a row is that no longer belongs here and stays only until one moves on."""
_SHARES: Final[dict[int, float]] = {
    Column.SUMMARY: 0.6, Column.NUMBER: 0.8, Column.PRIORITY: 0.6, Column.CALLER: 0.7,
}  # fmt: skip
"""How much of a cell is grey while its row is on its way; others stay empty."""


class Stretch(NamedTuple):
    """Where a column stands in the viewport, in pixels."""

    column: int
    left: int
    width: int


class Lines(Protocol):
    """Where the lines come from: the table, or the last known rows on a cold start."""

    wording: Wording
    marked: set[str]
    gone: set[str]

    def head_at(self, line: int) -> Head | None:
        """The head on a line; None for a row."""
        ...

    def row_at(self, line: int) -> QueueRow | None:
        """The row on a line; None for a head and for a row that has not come yet."""
        ...


class RowPainter:
    """Paints lines for the view, which tells it which line the pointer is on and whether rows are cards."""

    def __init__(self, table: Lines) -> None:
        self._table = table
        # Kept by the view: asking the option for its state costs more than painting a short text.
        self.current = -1
        self.has_keyboard = False
        self.hovered = -1
        self.card = False
        self.caller_beside_summary = True
        self.hold_beside_summary = True
        self.clock_below_summary = False
        self.site_beside_summary = True
        self.tags_beside_summary = True
        self._cells: dict[int, Callable[[QPainter, QRectF, QueueRow, bool], None]] = {
            Column.MARK: self._mark,
            Column.PRIORITY: self._priority,
            Column.STATE: self._state,
            Column.NUMBER: self._number,
            Column.SUMMARY: self._summary,
            Column.CALLER: self._caller,
            Column.STATUS: self._status,
            Column.GROUP: self._group,
            Column.SITE: partial(self._text, Column.SITE),
            Column.SERVICE: partial(self._text, Column.SERVICE),
            Column.CATEGORY: partial(self._text, Column.CATEGORY),
            Column.CHANNEL: partial(self._text, Column.CHANNEL),
            Column.TAGS: partial(self._text, Column.TAGS),
            Column.REASON: partial(self._text, Column.REASON),
            Column.CODE: partial(self._text, Column.CODE),
            Column.SLA: self._clock,
            Column.RESPONSE: self._response,
            Column.RISK: self._risk,
            Column.HOLD: self._hold,
            Column.OPENED: self._opened,
            Column.REOPENED: self._reopened,
            Column.ASSIGNEE: self._assignee,
            Column.UPDATED: self._updated,
        }

    def use_columns(self, shown: frozenset[Column]) -> None:
        """What has no column of its own is shown beside the short description."""
        self.card = Column.NUMBER not in shown
        self.caller_beside_summary = Column.CALLER not in shown
        self.hold_beside_summary = Column.HOLD not in shown
        self.clock_below_summary = Column.SLA not in shown
        self.site_beside_summary = Column.SITE not in shown
        self.tags_beside_summary = Column.TAGS not in shown

    def paint_line(self, painter: QPainter, line: int, top: int, height: int, columns: Sequence[Stretch]) -> None:
        """One line over the given columns: background, cells or head, and the hairline below."""
        left = columns[0].left
        width = columns[-1].left + columns[-1].width - left
        whole = QRectF(left, top, width, height)
        chosen = line == self.current
        head = self._table.head_at(line)
        if head is not None:
            fill(painter, whole, "sel" if chosen else "raised")
            paint_head(painter, whole, head)
        else:
            self._paint_row(painter, whole, line, columns, chosen=chosen)
        fill(painter, QRectF(left, top + height - 1, width, 1), "border")
        if chosen:
            fill(painter, QRectF(left, top, _BAR, height), "accent")
        if chosen and self.has_keyboard:
            paint_focus_ring(painter, whole, 2)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_row(
        self, painter: QPainter, whole: QRectF, line: int, columns: Sequence[Stretch], *, chosen: bool
    ) -> None:
        hovered = line == self.hovered
        if chosen or hovered:
            fill(painter, whole, "sel" if chosen else "hover")
        row = self._table.row_at(line)
        if row is not None and row.id in self._table.gone:
            painter.setOpacity(_GONE)
        for column in columns:
            box = QRectF(column.left, whole.top(), column.width, whole.height())
            if row is None:
                self._skeleton(painter, box, column.column)
            else:
                self._cells[column.column](painter, box, row, chosen or hovered)
        painter.setOpacity(1)

    def _mark(self, painter: QPainter, box: QRectF, row: QueueRow, under: bool) -> None:
        marked = row.id in self._table.marked
        if marked or under:
            state = Qt.CheckState.Checked if marked else Qt.CheckState.Unchecked
            paint_check_box(painter, box.left() + 12, box.center().y(), state)
        elif row.id in self._table.wording.unread:
            left, top = box.left() + 12 + (CHECK_BOX - _DOT) / 2, box.center().y() - _DOT / 2
            fill_rounded(painter, QRectF(left, top, _DOT, _DOT), _DOT / 2, "accent")

    def _priority(self, painter: QPainter, box: QRectF, row: QueueRow, under: bool) -> None:
        paint_priority(painter, box.left() + (10 if self.card else 8), self._middle(box), row.priority)
        if self.card:
            # A card has no column for the box of a row: it stands in the second line.
            self._mark(painter, box.adjusted(4, box.height() / 2 - 6, 0, -4), row, under)

    def _state(self, painter: QPainter, box: QRectF, row: QueueRow, _under: bool) -> None:
        paint_state(painter, box.left() + 8, self._middle(box), row.state)

    def _number(self, painter: QPainter, box: QRectF, row: QueueRow, _under: bool) -> None:
        paint_left(painter, tokens.UI, "text2", box.adjusted(8, 0, -4, 0), incident_number(row.number))

    def _caller(self, painter: QPainter, box: QRectF, row: QueueRow, _under: bool) -> None:
        left = box.left() + 8
        if row.vip:
            paint_icon(painter, "star", colour("violet"), left, box.center().y() - 7, 14)
            left += 19
        inner = QRectF(left, box.top(), box.right() - left - 6, box.height())
        paint_left(painter, tokens.UI, "text2", inner, row.caller_name or "")

    def _status(self, painter: QPainter, box: QRectF, row: QueueRow, _under: bool) -> None:
        paint_left(painter, tokens.UI, "text2", box.adjusted(8, 0, -4, 0), state_look(row.state).label)

    def _group(self, painter: QPainter, box: QRectF, row: QueueRow, _under: bool) -> None:
        paint_left(painter, tokens.UI, "text2", box.adjusted(8, 0, -4, 0), row.group_name or "–")

    def _text(self, column: Column, painter: QPainter, box: QRectF, row: QueueRow, _under: bool) -> None:
        paint_left(painter, tokens.UI, "text2", box.adjusted(8, 0, -4, 0), self._table.wording.text(row, column) or "–")

    def _clock(self, painter: QPainter, box: QRectF, row: QueueRow, _under: bool) -> None:
        self._standing(painter, box, self._table.wording.standing(row))

    def _response(self, painter: QPainter, box: QRectF, row: QueueRow, _under: bool) -> None:
        self._standing(painter, box, self._table.wording.response(row))

    def _standing(self, painter: QPainter, box: QRectF, standing: Standing) -> None:
        room = min(standing_width(standing), box.width() - 8)
        paint_standing(painter, box.left() + 6, self._middle(box), standing, room=room)

    def _risk(self, painter: QPainter, box: QRectF, row: QueueRow, _under: bool) -> None:
        if row.risk is not None:
            ink = RISK_INKS[level_of(row.risk)]
            text = self._table.wording.text(row, Column.RISK)
            paint_right(painter, tokens.UI_MEDIUM, ink, box.adjusted(2, 0, -12, 0), text)

    def _hold(self, painter: QPainter, box: QRectF, row: QueueRow, _under: bool) -> None:
        text = self._table.wording.hold_until(row)
        if text:
            paint_pill(painter, box.left() + 6, box.center().y(), text, "violet", "pause")

    def _opened(self, painter: QPainter, box: QRectF, row: QueueRow, _under: bool) -> None:
        paint_left(painter, tokens.UI, "text2", box.adjusted(8, 0, -4, 0), self._table.wording.opened(row))

    def _reopened(self, painter: QPainter, box: QRectF, row: QueueRow, _under: bool) -> None:
        text = self._table.wording.text(row, Column.REOPENED)
        paint_right(painter, tokens.UI, "text2", box.adjusted(2, 0, -12, 0), text)

    def _assignee(self, painter: QPainter, box: QRectF, row: QueueRow, _under: bool) -> None:
        paint_avatar(painter, box.left() + (box.width() - Size.AVATAR) / 2, box.center().y(), row.assignee_name)

    def _updated(self, painter: QPainter, box: QRectF, row: QueueRow, _under: bool) -> None:
        text = self._table.wording.text(row, Column.UPDATED)
        paint_right(painter, tokens.META, "text2", box.adjusted(2, 0, -12, 0), text)

    def _summary(self, painter: QPainter, box: QRectF, row: QueueRow, _under: bool) -> None:
        if self.card:
            self._summary_card(painter, box, row)
            return
        right = self._summary_marks(painter, box, row)
        inner = QRectF(box.left() + 8, box.top(), right - box.left() - 12, box.height())
        style = self._title_style(row)
        paint_left(painter, style, "text", inner, row.short_description)
        if self.caller_beside_summary and row.caller_name:
            self._beside_summary(painter, inner.adjusted(text_width(style, row.short_description) + 10, 0, 0, 0), row)

    def _title_style(self, row: QueueRow) -> tokens.TypeStyle:
        stands_out = row.state == "new" or row.id in self._table.wording.unread
        return tokens.UI_STRONG if stands_out else tokens.UI_MEDIUM

    def _beside_summary(self, painter: QPainter, rest: QRectF, row: QueueRow) -> None:
        if rest.width() > 40:
            site = row.site_name if self.site_beside_summary else None
            text = " · ".join(filter(None, (row.caller_name, site)))
            paint_left(painter, tokens.META, "text3", rest, text)

    def _summary_card(self, painter: QPainter, box: QRectF, row: QueueRow) -> None:
        right = self._summary_marks(painter, box.adjusted(0, 0, 0, -box.height() / 2 + 4), row)
        upper = QRectF(box.left() + 8, box.top() + 6, right - box.left() - 12, 20)
        style = self._title_style(row)
        paint_left(painter, style, "text", upper, row.short_description)
        clock = self._table.wording.standing(row).text if self.clock_below_summary else ""
        facts = (clock, incident_number(row.number), row.caller_name, row.group_name)
        lower = QRectF(box.left() + 8, box.top() + 28, box.width() - 12, 18)
        paint_left(painter, tokens.META, "text3", lower, " · ".join(filter(None, facts)))

    def _summary_marks(self, painter: QPainter, box: QRectF, row: QueueRow) -> float:
        """Icons at the right end of the short description; returns where the text has to end."""
        right, middle = box.right() - 8, box.center().y()
        if row.id in self._table.gone:
            # What is said of the row is not faint itself.
            painter.setOpacity(1)
            said = tr("No longer matches")
            right -= pill_width(said, "minus")
            paint_pill(painter, right, middle, said, "slate", "minus")
            painter.setOpacity(_GONE)
            right -= 6
        if row.messages:
            width = max(16, text_width(tokens.META, str(row.messages)))
            paint_right(
                painter, tokens.META, "text2", QRectF(right - width, box.top(), width, box.height()), str(row.messages)
            )
            paint_icon(painter, "message-square", colour("text3"), right - width - 18, middle - 7, 14)
            right -= width + 24
        if row.attachments:
            paint_icon(painter, "paperclip", colour("text3"), right - 14, middle - 7, 14)
            right -= 20
        if row.id in self._table.wording.followed:
            paint_icon(painter, "bell", colour("accent"), right - 14, middle - 7, 14)
            right -= 20
        wanted = text_width(self._title_style(row), row.short_description)
        for mark in beside_words(self._pills(row, box), wanted, right - box.left(), box.width()):
            text, tone, icon = mark
            right -= mark_width(mark)
            if text:
                paint_pill(painter, right, middle, text, tone, icon)
            else:
                paint_icon(painter, icon, colour(tone), right, middle - 7, 14)
            right -= BETWEEN
        return right

    def _pills(self, row: QueueRow, box: QRectF) -> list[Mark]:
        """What is marked beside the short description, from the right."""
        hold = self._table.wording.hold_until(row) if self.hold_beside_summary else ""
        major, tone_of_major, _said = MAJOR_MARKS.get(row.major_state, ("", "", ""))
        tags = _tags_shown(row, box.width() if self.tags_beside_summary else 0)
        vip = tr("VIP") if row.vip and self.caller_beside_summary else ""
        marks: list[Mark] = [
            self._table.wording.company(row),
            (hold, "violet", WAIT),
            (major, tone_of_major, "siren"),
        ]
        marks += [(tag, "slate", "tag") for tag in tags]
        return [each for each in (*marks, (vip, "violet", "star")) if each[0]]

    def _middle(self, box: QRectF) -> float:
        return box.top() + 16 if self.card else box.center().y()

    def _skeleton(self, painter: QPainter, box: QRectF, column: int) -> None:
        share = _SHARES.get(column, 0.0)
        if share:
            bar = QRectF(box.left() + 8, box.center().y() - 5, (box.width() - 16) * share, 10)
            fill_rounded(painter, bar, 5, "skeleton")


def _tags_shown(row: QueueRow, room: float) -> tuple[str, ...]:
    """The tags that stand beside a short description: as many as leave it most of the room."""
    return tags_of(row.tags)[: int(room // _ROOM_OF_A_TAG)] if row.tags else ()


def paint_head(painter: QPainter, box: QRectF, head: Head) -> None:
    """The arrow, the mark, the name and the count of a group; also used by the head that stays on top."""
    middle = box.center().y()
    arrow = "chevron-right" if head.collapsed else "chevron-down"
    paint_icon(painter, arrow, colour("text2"), box.left() + 12, middle - 8)
    left = box.left() + 40
    key = head.group.key
    label = head.group.label
    if key.isdecimal() and len(key) == 1:
        paint_priority(painter, left - 4, middle, int(key))
        label = label.removeprefix(f"P{key}").strip() or label
        left += Size.BADGE_WIDTH + 4
    elif key in _CLOCK_HEADS:
        icon, tone = _CLOCK_HEADS[key]
        paint_icon(painter, icon, colour(tone), left, middle - 8)
        left += 24
    elif key in _STATES:
        paint_state(painter, left, middle, key)
        left += Size.GLYPH + 8
    text = QRectF(left, box.top(), 400, box.height())
    paint_left(painter, tokens.UI_STRONG, "text", text, label)
    left += text_width(tokens.UI_STRONG, label) + 8
    paint_left(painter, tokens.UI, "text2", QRectF(left, box.top(), 90, box.height()), number(head.group.incidents))


_CLOCK_HEADS: Final = {
    "breached": ("octagon-alert", "red"),
    "hour": ("timer", "orange"),
    "today": ("clock", "text2"),
    "later": ("calendar-clock", "text2"),
    "paused": ("circle-pause", "violet"),
    "missed": ("triangle-alert", "red"),
    "met": ("check", "green"),
    "no_target": ("minus", "text3"),
}
"""The heads of a queue grouped by clocks: their icons and inks."""

_STATES: Final = frozenset({"new", "in_progress", "on_hold", "resolved", "closed", "canceled"})
