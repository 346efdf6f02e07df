"""The list behind the bell: what the person was told, newest first; Enter leads to the incident."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.domain.errors import DeskError
from app.domain.wording import tr, trn
from app.services.notifications.dto import NoticeKind, Notification
from app.views.context import ViewContext
from app.views.toolkit import tokens
from app.views.toolkit.icons import paint_icon
from app.views.toolkit.marks import OWN_RING, fill_rounded, paint_focus_ring, paint_left, paint_right, text_width
from app.views.toolkit.mirror import end_of, mirror
from app.views.toolkit.shadow import SHADOW
from app.views.toolkit.theme import colour
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.floating_sheet import FloatingSheet
from app.views.widgets.labels import Label
from app.views.widgets.strips import EmptyState

ICONS: Final = {
    NoticeKind.ASSIGNED: "user-plus",
    NoticeKind.ANSWERED: "reply",
    NoticeKind.BURST: "siren",
    NoticeKind.CATALOGUE: "tags",
    NoticeKind.CLOCK: "timer",
    NoticeKind.ESCALATION: "trending-up",
    NoticeKind.FOLLOWED: "bell",
    NoticeKind.HANDED_BACK: "undo-2",
    NoticeKind.HANDOVER: "clipboard-list",
    NoticeKind.HOLD: "calendar-clock",
    NoticeKind.MAJOR: "siren",
    NoticeKind.MENTIONED: "message-square",
    NoticeKind.RULE: "zap",
    NoticeKind.SHIFT: "users",
}
_ROW: Final = int(Qt.ItemDataRole.UserRole)
_WHEN: Final = _ROW + 1
_HEIGHT: Final = 48
_MOST_IN_TIP: Final = 10
_WIDTH: Final = 420


def icon_of(kind: str) -> str:
    """The icon of a kind; a kind of a newer program has the bell."""
    return ICONS[NoticeKind(kind)] if kind in set(NoticeKind) else "bell"


class Told(NamedTuple):
    """The newest notification about an incident, unread as long as one about it is, and the older ones."""

    notice: Notification
    earlier: tuple[Notification, ...] = ()


def by_incident(found: Iterable[Notification]) -> list[Told]:
    """One for each incident, so that a busy one pushes no other out of sight; what is about none stands for itself."""
    groups: dict[str, list[Notification]] = {}
    for notice in found:
        groups.setdefault(notice.incident_id or notice.id, []).append(notice)
    return [_told(group) for group in groups.values()]


def _told(group: list[Notification]) -> Told:
    newest, *earlier = group
    unread = [each for each in group if each.read_at is None]
    if unread:
        newest = newest._replace(read_at=None, is_urgent=any(each.is_urgent for each in unread))
    return Told(newest, tuple(earlier))


def spoken(notice: Notification, when: str) -> str:
    """A row as a screen reader says it."""
    parts = [
        "" if notice.read_at else tr("unread"),
        tr("urgent") if notice.is_urgent else "",
        notice.title,
        notice.body,
        when,
    ]
    return ", ".join(part for part in parts if part)


def in_two(style: tokens.TypeStyle, text: str, width: float) -> tuple[str, str]:
    """A text in two lines, of which the first is as long as fits; a text that fits has no second."""
    first = text
    while text_width(style, first) > width:
        shorter = first.rpartition(" ")[0]
        if not shorter:
            return text, ""
        first = shorter
    return first, text[len(first) :].lstrip()


class _Rows(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, _HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        mirror(painter, option.widget, QRectF(option.rect))
        notice: Notification = index.data(_ROW)
        box = QRectF(option.rect).adjusted(4, 1, -4, -1)
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            fill_rounded(painter, box, Size.RADIUS_CONTROL, "sel" if chosen else "hover")
        unread = notice.read_at is None
        tone = "red" if notice.is_urgent else "accent" if unread else "text3"
        paint_icon(painter, icon_of(notice.kind), colour(tone), box.left() + 10, box.top() + 12, 16)
        left, width = box.left() + 38, box.width() - 50
        style = tokens.UI_STRONG if unread else tokens.UI
        title, rest = (notice.title, "") if notice.body else in_two(style, notice.title, width)
        paint_left(painter, style, "text", QRectF(left, box.top() + 5, width, 18), title)
        when = str(index.data(_WHEN))
        below = QRectF(left, box.top() + 24, width - text_width(tokens.META, when) - 10, 16)
        paint_left(painter, style if rest else tokens.META, "text" if rest else "text2", below, rest or notice.body)
        paint_right(painter, tokens.META, "text3", QRectF(left, box.top() + 24, width, 16), when)
        if chosen and state & QStyle.StateFlag.State_HasFocus:
            paint_focus_ring(painter, box, Size.RADIUS_CONTROL)
        painter.restore()


class NoticePanel(FloatingSheet):
    """`opened` carries the Notification whose incident is wanted, `read` that some were marked, `left` is Esc."""

    opened = Signal(object)
    read = Signal()
    left = Signal()

    def __init__(self, context: ViewContext, host: QWidget) -> None:
        super().__init__(host)
        self._context = context
        self.setAccessibleName(tr("Notifications"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Notifications, newest first"))
        self.list.setItemDelegate(_Rows(self.list))
        self.list.setProperty(OWN_RING, True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._open)
        self.list.itemActivated.connect(self._open)
        self.empty = EmptyState("bell", tr("Reading what happened"))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.list)
        self.all_read = Button(tr("Mark all as read"), kind="ghost", height=Size.BUTTON_SMALL)
        self.all_read.clicked.connect(lambda _checked=False: self.mark_all())
        cross = IconButton("x", tr("Close (Esc)"), size=28)
        cross.clicked.connect(lambda _checked=False: self.left.emit())
        head = QHBoxLayout()
        head.addWidget(Label(tr("Notifications"), tokens.SHEET_TITLE), 1)
        head.addWidget(self.all_read)
        head.addWidget(cross)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(12, 10, 8, 10)
        column.addLayout(head)
        column.addWidget(self.stack, 1)

    def start(self) -> None:
        """Show below the bell and read."""
        self.place()
        self.show()
        self.raise_()
        self.load()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> None:
        """Below the bell, as large as the window has room."""
        host = self.parentWidget()
        if host is not None:
            width = min(_WIDTH, host.width() - 16) + 2 * SHADOW
            height = min(620, host.height() - 16)
            self.resize(width, height)
            self.move(QPoint(end_of(host, width, 12 - SHADOW), 28))

    def load(self) -> None:
        """Read the list."""
        desk, actor = self._context.desk, self._context.actor
        self._context.background.read(
            lambda: desk.notifications.mine(actor), self._show, self._failed, key=f"notices-{id(self)}"
        )

    def mark_all(self) -> None:
        """Everything has been read."""
        desk, actor = self._context.desk, self._context.actor

        def done(_count: int) -> None:
            self.read.emit()
            self.load()

        self._context.background.write(
            lambda: desk.notifications.mark_read(actor), done, self._context.toasts.say_error
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes, Enter opens the incident."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.list.currentItem() is not None:
            self._open(self.list.currentItem())

    def _show(self, found: tuple[Notification, ...]) -> None:
        place = max(self.list.currentRow(), 0)
        self.list.clear()
        for told in by_incident(found):
            self._add(told)
        self.stack.setCurrentIndex(1 if found else 0)
        self.all_read.setEnabled(any(notice.read_at is None for notice in found))
        if found:
            self.list.setCurrentRow(min(place, self.list.count() - 1))
        else:
            self.empty.set_text("circle-check", tr("Nothing happened yet"), tr("What concerns you is told here."))

    def _add(self, told: Told) -> None:
        notice, count = told.notice, len(told.earlier)
        when = self._moment(notice)
        if count:
            more = trn("{n} earlier one", "{n} earlier ones", count)
            when = f"{when} · {more}"
        item = QListWidgetItem(notice.title)
        item.setData(_ROW, notice)
        item.setData(_WHEN, when)
        item.setData(int(Qt.ItemDataRole.AccessibleTextRole), spoken(notice, when))
        before = (f"{self._moment(each)}: {each.title}" for each in told.earlier[:_MOST_IN_TIP])
        item.setToolTip("\n".join(part for part in (notice.title, notice.body, *before) if part))
        self.list.addItem(item)

    def _moment(self, notice: Notification) -> str:
        return self._context.formats.moment(notice.created_at, self._context.clock.now())

    def _failed(self, error: DeskError) -> None:
        self.stack.setCurrentIndex(0)
        self.empty.set_text("circle-alert", tr("The notifications cannot be shown"), str(error))
        self.empty.add_button(tr("Try again"), self.load, kind="primary")

    def _open(self, item: QListWidgetItem) -> None:
        self.opened.emit(item.data(_ROW))
