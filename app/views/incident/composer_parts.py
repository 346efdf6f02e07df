"""What the composer is built of: the tabs, the frame around text and buttons, and the row below the text."""

from collections.abc import Callable, Collection
from datetime import datetime
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QPaintEvent, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.actor import Actor
from app.domain.permissions import Permission, may
from app.domain.vocabulary import State
from app.domain.wording import tr
from app.services.incidents.dto import IncidentDetail
from app.views.incident.major_strip import why_no_update_now
from app.views.incident.modes import MODES, NOTE, REPLY, TABS, UPDATE
from app.views.toolkit import tokens
from app.views.toolkit.enter_presses import EnterPresses
from app.views.toolkit.formats import Formats
from app.views.toolkit.icons import paint_icon
from app.views.toolkit.key_caps import caps_of, follow_single_keys
from app.views.toolkit.marks import fill_rounded, keys_width, paint_focus_ring, paint_keys, paint_left, text_width
from app.views.toolkit.mirror import painter_on
from app.views.toolkit.theme import colour
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.flow import FlowLayout
from app.views.widgets.folding_row import FoldingRow
from app.views.widgets.labels import ElidedLabel
from app.views.widgets.text_box import TextBox

_TAB_HEIGHT: Final = 28
_CAP_HEIGHT: Final = 20


def stack(whole: QWidget, space: int, *parts: QWidget) -> None:
    """Put parts below each other."""
    column = QVBoxLayout(whole)
    column.setSpacing(space)
    for part in parts:
        column.addWidget(part)


def work_by_keys(composer: QWidget, edit: TextBox, turn: Callable[[], object]) -> None:
    """From anywhere in the composer, Ctrl+Tab goes to the next tab and Ctrl+Enter sends, once while it is held."""

    def send() -> None:
        # What has the keyboard may go with what is sent, and the keyboard would go to a box of the checklist.
        edit.setFocus(Qt.FocusReason.OtherFocusReason)
        edit.submitted.emit()

    for keys, act in (("Ctrl+Tab", turn), ("Ctrl+Return", send), ("Ctrl+Enter", send)):
        shortcut = QShortcut(QKeySequence(keys), composer)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(act is turn)
        shortcut.activated.connect(act)


class Tab(EnterPresses):
    """Chooses who will read what is written, in the colour of that."""

    def __init__(self, text: str, icon: str, tone: str) -> None:
        super().__init__()
        self._icon, self._tone = icon, tone
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self._holds = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(text_width(tokens.UI_STRONG, text) + 46, _TAB_HEIGHT)

    def set_holds(self, *, holds: bool) -> None:
        """Say that something is kept here, while another tab is open."""
        if holds != self._holds:
            self._holds = holds
            self.setAccessibleName(tr("{text}, begun", text=self.text()) if holds else self.text())
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        box = QRectF(self.rect())
        chosen = self.isChecked()
        ink = self._tone if chosen else "text2" if self.isEnabled() else "off"
        if chosen or self.underMouse():
            fill_rounded(painter, box, 14, f"{self._tone}tint" if chosen else "hover")
        paint_icon(painter, self._icon, colour(ink), 11, box.center().y() - 7, 14)
        style = tokens.UI_STRONG if chosen else tokens.UI_MEDIUM
        paint_left(painter, style, ink, box.adjusted(31, 0, 0, 0), self.text())
        if self._holds and not chosen:
            fill_rounded(painter, QRectF(box.right() - 12, box.center().y() - 3, 6, 6), 3, self._tone)
        if self.hasFocus():
            paint_focus_ring(painter, box, 14)


class Tabs(QWidget):
    """`chosen` carries the tab that was clicked; beside them stands who reads what is written.

    `instead_of` is the tab in whose place another was opened, because it could not be written, until one is chosen.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.instead_of = ""
        self.tabs = {mode: Tab(*TABS[mode]) for mode in MODES}
        self.recipient = ElidedLabel("", tokens.META, "text2")
        self._can_update = False
        self.recipient.setFixedHeight(_TAB_HEIGHT)
        group = QButtonGroup(self)
        # With large text in a small window who reads it stands in the next line.
        column, row = QVBoxLayout(self), FlowLayout(8)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        for mode, tab in self.tabs.items():
            group.addButton(tab)
            tab.clicked.connect(lambda _checked=False, mode=mode: self.chosen.emit(mode))
            row.addWidget(tab)
        row.addWidget(self.recipient)

    def offer(self, detail: IncidentDetail, actor: Actor) -> None:
        """What of an incident can be written to by whom."""
        self.tabs[REPLY].setEnabled(detail.state not in {State.CLOSED, State.CANCELED})
        self.tabs[NOTE].setVisible(may(actor, Permission.INCIDENT_WORK_NOTE))
        self._can_update = why_no_update_now(detail, actor) is None

    def offered(self) -> list[str]:
        """What can be written now."""
        return [mode for mode, tab in self.tabs.items() if tab.isEnabled() and not tab.isHidden()]

    def to_open(self, mode: str, *, has_text: bool) -> str:
        """Another tab where this one cannot be written; that one again as soon as it can, where nothing is begun."""
        offered = self.offered()
        if mode not in offered:
            self.instead_of = mode
            return self.after("")
        if self.instead_of not in offered or has_text:
            return mode
        # Nobody chose this tab: to what was canceled there is no reply, to the next incident there is.
        wanted, self.instead_of = self.instead_of, ""
        return wanted

    def after(self, mode: str) -> str:
        """The next one that can be written, round and round; the reply where nothing can be."""
        offered = self.offered() or [REPLY]
        place = offered.index(mode) if mode in offered else -1
        return offered[(place + 1) % len(offered)]

    def show_open(self, mode: str, begun: Collection[str]) -> None:
        """Which one is open, and where something stands; an update that can no longer be sent can still be read."""
        for each, tab in self.tabs.items():
            tab.setChecked(each == mode)
            tab.set_holds(holds=each != mode and each in begun)
        self.tabs[UPDATE].setVisible(self._can_update or UPDATE in begun)


class Foot(FoldingRow):
    """Attach, what is known of the draft, discard, send."""

    def __init__(self) -> None:
        super().__init__(spacing=6)
        self.attach = IconButton("paperclip", tr("Attach a file (Ctrl+Shift+A)"), size=28)
        self.help = IconButton("text-quote", tr("Have a draft written (writing help)"), size=28)
        self.help.hide()
        self.status = ElidedLabel("", tokens.META, "text3")
        self.discard = Button(tr("Discard draft"), kind="ghost", height=Size.BUTTON_SMALL)
        self.send = Button(tr("Send"), icon="send", keys="Ctrl+Return")
        self.first.addWidget(self.attach)
        self.first.addWidget(self.help)
        self.first.addWidget(self.status, 1)
        self.second.addWidget(self.discard)
        self.second.addWidget(self.send)


class Cap(QWidget):
    """The key that leads to a field, at its end; the pointer goes through it."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._wanted = self._keys = ""
        self.hide()

    def show_key(self, keys: str) -> None:
        """Show this key, or none."""
        self._wanted = keys
        follow_single_keys(self, keys)

    def take_keys(self) -> None:
        """Show it as long as it does something."""
        self._keys = caps_of(self._wanted)
        self.setFixedSize(keys_width(self._keys), _CAP_HEIGHT)
        self.setVisible(bool(self._keys))
        self.update()

    @property
    def keys(self) -> str:
        """What is shown."""
        return self._keys

    def paintEvent(self, _event: QPaintEvent) -> None:
        box = QRectF(self.rect())
        paint_keys(painter_on(self), box.right(), box.center().y(), self._keys, ink="text2", fill=None)


class Line(QWidget):
    """The field in which one writes and, where it is all that is shown, the key that leads to it."""

    def __init__(self, edit: TextBox) -> None:
        super().__init__()
        self._edit, self.cap = edit, Cap()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(edit, 1)
        row.addWidget(self.cap)

    def show_key(self, keys: str) -> None:
        """Show and speak this key, or none."""
        self.cap.show_key(keys)
        shown = self.cap.keys
        self._edit.setAccessibleDescription(tr("Key: {keys}", keys=shown) if shown else "")


def status_words(formats: Formats, saved: datetime | None, *, is_sending: bool) -> str:
    """What is known of what is written, and what can be done where nothing is."""
    if is_sending:
        return tr("Sending…")
    if saved is not None:
        return tr("Draft saved {when}", when=formats.time(saved))
    return tr("Paste a screenshot or drop files")


_GROUNDS: Final = {REPLY: ("surface", "control"), NOTE: ("note", "noteborder"), UPDATE: ("violettint", "violet")}


class Box(QWidget):
    """The frame around text and buttons; it wears the focus of what is in it, and the colour of the tab."""

    def __init__(self, composer: QWidget) -> None:
        super().__init__(composer)
        self._mode = REPLY

    def set_mode(self, mode: str) -> None:
        """Yellow for what only the desk reads, violet for what many read."""
        self._mode = mode
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Beside the text it is the field as well."""
        edit = self.findChild(TextBox)
        if edit is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
        else:
            edit.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        box = QRectF(self.rect())
        edit = self.findChild(TextBox)
        focused = edit is not None and edit.hasFocus()
        ground, edge = _GROUNDS[self._mode]
        fill_rounded(painter, box, Size.RADIUS_CARD, ground, edge)
        if focused:
            paint_focus_ring(painter, box, Size.RADIUS_CARD)
