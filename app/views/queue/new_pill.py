"""How many incidents came into the list that are not in view: a pill on top of it that leads there."""

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent

from app.domain.wording import tr
from app.views.queue.fresh import Freshness
from app.views.queue.table_view import QueueView
from app.views.toolkit import tokens
from app.views.toolkit.enter_presses import EnterPresses
from app.views.toolkit.icons import paint_icon
from app.views.toolkit.key_caps import caps_of, follow_single_keys
from app.views.toolkit.marks import fill_rounded, keys_width, paint_focus_ring, paint_keys, paint_left, text_width
from app.views.toolkit.mirror import painter_on
from app.views.toolkit.theme import colour
from app.views.toolkit.tokens import Size

_HEIGHT = 28
_KEY: Final = "."


class NewPill(EnterPresses):
    """Rows are put in order by themselves, but never the list under somebody's eyes: what came elsewhere is counted.

    `offered` says that there is something to go to now, or no longer.
    """

    offered = Signal()

    def __init__(self, view: QueueView, fresh: Freshness, read_again: Callable[[], None]) -> None:
        super().__init__(view.viewport())
        self._view, self._fresh, self._read_again = view, fresh, read_again
        self._ids: set[str] = set()
        self._told: set[str] = set()
        self._wants_there = False
        self._was_offered = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        fresh.arrived.connect(self.add)
        view.verticalScrollBar().valueChanged.connect(lambda _value: self.look())
        view.viewport().installEventFilter(self)
        self.clicked.connect(lambda _checked=False: self.go())
        follow_single_keys(self, _KEY)

    def take_keys(self) -> None:
        """Name the key as long as it does something."""
        if self._ids:
            self._say()
            self.update()

    def add(self, ids: Iterable[str]) -> None:
        """These incidents came into the list; one that was counted once is not new any more when it changes again."""
        self._ids.update(set(ids) - self._told)
        self._told.update(ids)
        self.look()

    def clear(self) -> None:
        """Another list is shown."""
        self._ids.clear()
        self._told.clear()
        self._fresh.look_anew()
        self.look()

    @property
    def count(self) -> int:
        """How many are not in view."""
        return len(self._ids)

    def go(self) -> None:
        """Put the rows in order now and select the first of those that came."""
        if self._ids:
            self._wants_there = True
            self._read_again()

    def answered(self) -> None:
        """The list was read anew."""
        if self._wants_there:
            self._wants_there = False
            lines = [line for line in map(self._view.table.line_of_id, self._ids) if line is not None]
            self._ids.clear()
            if lines:
                self._view.select_line(min(lines))
            else:
                self._view.scrollToTop()
                self._view.select_first_row()
        self.look()

    def look(self) -> None:
        """What is in view now is not counted any more."""
        if not self._ids and not self._was_offered:
            self.hide()
            return
        if not self._wants_there:
            self._ids -= self._seen()
        self._say()
        if bool(self._ids) is not self._was_offered:
            # The key works only while there is something to go to, and nobody moves in the list to have it looked at.
            self._was_offered = bool(self._ids)
            self.offered.emit()

    def _seen(self) -> set[str]:
        first, last = self._view.visible_lines()
        table = self._view.table
        return {key for key in self._ids if (line := table.line_of_id(key)) is not None and first <= line <= last}

    def _say(self) -> None:
        self.setText(tr("{count} new", count=len(self._ids)))
        if caps_of(_KEY):
            self.setAccessibleName(tr("{value}, not in view. The key . leads there", value=self.text()))
            self.setToolTip(tr("Go to what is new (.)"))
        else:
            self.setAccessibleName(tr("{value}, not in view", value=self.text()))
            self.setToolTip(tr("Go to what is new"))
        self.setVisible(bool(self._ids) and not self._wants_there)
        self._place()

    def sizeHint(self) -> QSize:
        """Arrow, words and key."""
        return QSize(
            12 + 16 + 6 + text_width(tokens.META_STRONG, self.text()) + 8 + keys_width(caps_of(_KEY)) + 10, _HEIGHT
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle when the list changes its width."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        size = self.sizeHint()
        top = Size.GROUP_HEAD + 6 if self._view.table.layout_of_lines.head_lines() else 6
        self.setGeometry((self._view.viewport().width() - size.width()) // 2, top, size.width(), size.height())
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A pill in the colour of what leads somewhere."""
        painter = painter_on(self)
        box = QRectF(self.rect())
        fill_rounded(painter, box, _HEIGHT / 2, "accentfill")
        paint_icon(painter, "arrow-up", colour("onaccent"), 12, box.center().y() - 7, 14)
        paint_left(painter, tokens.META_STRONG, "onaccent", box.adjusted(32, 0, 0, 0), self.text())
        paint_keys(painter, box.right() - 8, box.center().y(), caps_of(_KEY), ink="onaccent", fill="accentdown")
        if self.hasFocus():
            paint_focus_ring(painter, box, _HEIGHT / 2, "onaccent")
