"""The composer as one line: in a low window the room is for what is read, until somebody writes or has begun to."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.views.incident.modes import NOTE, REPLY, UPDATE
from app.views.pages import Page

if TYPE_CHECKING:
    from app.views.incident.composer import Composer

LOW: Final = 760
"""Pixels: on a page that is lower, a whole composer in which nothing stands leaves a fifth of it to the timeline."""

_KEYS: Final = {REPLY: "incident.reply", NOTE: "incident.note", UPDATE: "incident.update"}
_WHOLE: Final = ((24, 10, 24, 14), (12, 9, 9, 9))
_ONE: Final = ((24, 2, 24, 10), (12, 3, 9, 0))
_SPARE: Final = (18, 12)
"""Pixels around the composer and in its frame, and beside the lines of the field: in one line the text is centred."""


class OneLine(QObject):
    """`holds` while the composer is one line, `in_use` while somebody writes or has begun to; `changed` tells of both.

    The field itself is that line, so it is reached by everything by which it always is: its keys, Tab, F6, a click.
    """

    changed = Signal()

    def __init__(self, composer: "Composer", keys: Callable[[str], str]) -> None:
        super().__init__(composer)
        self._composer, self._keys = composer, keys
        self._page: QWidget | None = None
        self._is_low = self._is_begun = self._is_written_in = False
        self.holds = self.in_use = False
        self._lay()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    def follow_page(self, page: QWidget) -> None:
        """Hold as long as this page is low."""
        self._page = page
        page.installEventFilter(self)
        self._measure()

    def follow(self, mode: str, *, is_begun: bool) -> None:
        """Hold only while nothing is begun, in whichever tab; the line shows the key of the open one."""
        self._is_begun = is_begun
        # In a window that is not the one in front, nobody is told where the keyboard is going to be.
        self._is_written_in = self._is_written_in or self._has_keyboard()
        self._look()
        self._composer.line.show_key(self._keys(_KEYS[mode]) if self.holds else "")

    def forget(self) -> None:
        """Another incident is shown, and nobody writes about it yet unless the keyboard is there."""
        self._is_written_in = self._has_keyboard()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The page has another height."""
        if event.type() == QEvent.Type.Resize:
            self._measure()
        return False

    def _measure(self) -> None:
        self._is_low = self._page is not None and self._page.height() < LOW
        self._look()

    def _has_keyboard(self) -> bool:
        return self._is_in(self._composer.window().focusWidget())

    def _is_in(self, widget: QWidget | None) -> bool:
        return widget is not None and (widget is self._composer or self._composer.isAncestorOf(widget))

    def _focus_moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        """A sheet or a list over the page does not count: whoever closes it goes on where they were."""
        if self._is_in(now):
            self._is_written_in = True
        elif now is not None and self._is_written_in and self._is_on_page(now):
            self._is_written_in = False
        self._look()

    def _is_on_page(self, widget: QWidget) -> bool:
        page = self._page
        while page is not None and not page.isAncestorOf(widget):
            # Triage is a page that holds this one.
            page = next((each for each in _above(page) if isinstance(each, Page)), None)
        return page is not None

    def _look(self) -> None:
        was_in_use, self.in_use = self.in_use, self._is_begun or self._is_written_in
        wanted = self._is_low and not self.in_use
        if wanted == self.holds:
            if self.in_use != was_in_use:
                self.changed.emit()
            return
        if wanted and QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            # What is pressed would move away below the pointer, before it is let go or clicked once more.
            QTimer.singleShot(QApplication.doubleClickInterval(), self, self._look)
            return
        self.holds = wanted
        self._lay()
        self.changed.emit()

    def _lay(self) -> None:
        composer = self._composer
        for part in (composer.tabs, composer.foot):
            part.setVisible(not self.holds)
        around, inside = _ONE if self.holds else _WHOLE
        for whole, margins in ((composer, around), (composer.box, inside)):
            layout = whole.layout()
            if layout is not None:
                layout.setContentsMargins(*margins)
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if self.holds else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        composer.edit.setVerticalScrollBarPolicy(bar)
        composer.edit.set_rows(1 if self.holds else 2, 9, spare=_SPARE[self.holds])


def _above(widget: QWidget) -> Iterator[QWidget]:
    above = widget.parentWidget()
    while above is not None:
        yield above
        above = above.parentWidget()
