"""What the composer is built of: the tabs, the frame around text and buttons, and the row below the text."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from app.domain.wording import tr
from app.views.toolkit import tokens
from app.views.toolkit.icons import paint_icon
from app.views.toolkit.marks import fill_rounded, paint_focus_ring, paint_left, text_width
from app.views.toolkit.mirror import painter_on
from app.views.toolkit.theme import colour
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.labels import ElidedLabel
from app.views.widgets.text_box import TextBox


class Tab(QAbstractButton):
    """Chooses who will read what is written, in the colour of that."""

    def __init__(self, text: str, icon: str, tone: str) -> None:
        super().__init__()
        self._icon, self._tone = icon, tone
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(text_width(tokens.UI_STRONG, text) + 46, 28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        box = QRectF(self.rect())
        chosen = self.isChecked()
        ink = self._tone if chosen else "text2"
        if chosen or self.underMouse():
            fill_rounded(painter, box, 14, f"{self._tone}tint" if chosen else "hover")
        paint_icon(painter, self._icon, colour(ink), 11, box.center().y() - 7, 14)
        style = tokens.UI_STRONG if chosen else tokens.UI_MEDIUM
        paint_left(painter, style, ink, box.adjusted(31, 0, 0, 0), self.text())
        if self.hasFocus():
            paint_focus_ring(painter, box, 14)


class Foot(QWidget):
    """Attach, what is known of the draft, discard, send."""

    def __init__(self) -> None:
        super().__init__()
        self.attach = IconButton("paperclip", tr("Attach a file (Ctrl+Shift+A)"), size=28)
        self.help = IconButton("text-quote", tr("Have a draft written (writing help)"), size=28)
        self.help.hide()
        self.status = ElidedLabel("", tokens.META, "text3")
        self.discard = Button(tr("Discard draft"), kind="ghost", height=Size.BUTTON_SMALL)
        self.send = Button(tr("Send"), kind="primary", icon="send", keys="Ctrl+Return")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.attach)
        row.addWidget(self.help)
        row.addWidget(self.status, 1)
        row.addWidget(self.discard)
        row.addWidget(self.send)


class Box(QWidget):
    """The frame around text and buttons; it wears the focus of what is in it, and the colour of a note."""

    def __init__(self, composer: QWidget) -> None:
        super().__init__(composer)
        self._note = False

    def set_note(self, *, note: bool) -> None:
        """Yellow for what only the desk reads."""
        self._note = note
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        box = QRectF(self.rect())
        edit = self.findChild(TextBox)
        focused = edit is not None and edit.hasFocus()
        edge = "noteborder" if self._note else "control"
        fill_rounded(painter, box, Size.RADIUS_CARD, "note" if self._note else "surface", edge)
        if focused:
            paint_focus_ring(painter, box, Size.RADIUS_CARD)
