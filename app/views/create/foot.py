"""The foot of a create sheet: what hinders, and the buttons that finish the call."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.wording import tr
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.labels import ElidedLabel, Label


class SheetFoot(QWidget):
    """`create_wanted` carries whether the incident is to be opened."""

    create_wanted = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(Size.SHEET_FOOTER)
        self.setProperty("edge", "top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._hint = ElidedLabel(tr("Tab next field · Esc keeps the draft"), tokens.META, "text2")
        self.problem = Label("", tokens.META_MEDIUM, "red", wrap=True)
        self.problem.hide()
        self.open_button = Button(
            tr("Create and open"), icon="arrow-right", keys="Ctrl+Shift+Return", height=Size.BUTTON_PAGE
        )
        self.create_button = Button(
            tr("Create"), kind="primary", icon="check", keys="Ctrl+Return", height=Size.BUTTON_PAGE
        )
        self.open_button.clicked.connect(lambda _checked=False: self.create_wanted.emit(True))
        self.create_button.clicked.connect(lambda _checked=False: self.create_wanted.emit(False))
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(8)
        row.addWidget(self._hint, 1)
        row.addWidget(self.problem, 1)
        row.addWidget(self.open_button)
        row.addWidget(self.create_button)

    def say(self, text: str) -> None:
        """Say what hinders; an empty text says that nothing does."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        self._hint.setVisible(not text)

    def set_away(self, *, away: bool) -> None:
        """While the server is away the call is written down, and there is nothing to open."""
        self.create_button.setText(tr("Write down") if away else tr("Create"))
        self.create_button.updateGeometry()
        self.open_button.setVisible(not away)

    def set_live(self, *, live: bool) -> None:
        """While the desk works on it, it cannot be created a second time."""
        self.create_button.setEnabled(live)
        self.open_button.setEnabled(live)
