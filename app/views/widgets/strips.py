"""Strips that say something that lasts, and the state of an empty page; neither ever covers the work."""

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.wording import tr
from app.views.toolkit import tokens
from app.views.toolkit.marks import fill_rounded
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button, IconButton, OpeningButton
from app.views.widgets.folding_row import FoldingRow
from app.views.widgets.labels import Label
from app.views.widgets.marks import Symbol

_ICONS = {"blue": "info", "amber": "triangle-alert", "red": "octagon-alert", "green": "circle-check", "violet": "pause"}


_LEAST_TEXT: Final = 180
"""Pixels of the sentence beside the buttons; with less of them they stand below it."""


class InfoStrip(FoldingRow):
    """One sentence on a tint with an icon, buttons and, where it may be put away, a cross."""

    def __init__(self, text: str = "", tone: str = "blue", *, icon: str | None = None, closable: bool = False) -> None:
        super().__init__(spacing=8, least=_LEAST_TEXT)
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._symbol = Symbol(icon or _ICONS[tone], tone, tone)
        self._label = Label(text, tokens.UI_MEDIUM, wrap=True)
        self.row.setContentsMargins(12, 8, 8, 8)
        self.first.addWidget(self._symbol, 0, Qt.AlignmentFlag.AlignVCenter)
        self.first.addWidget(self._label, 1)
        self._buttons: list[Button] = []
        self._cross = IconButton("x", tr("Dismiss"), size=24)
        self._cross.clicked.connect(self.hide)
        self.second.addWidget(self._cross)
        self._cross.setVisible(closable)
        self.set_text(text, tone, icon)

    def set_text(self, text: str, tone: str | None = None, icon: str | None = None) -> None:
        """Say this instead."""
        self._tone = tone or self._tone
        self._symbol.set_icon(icon or _ICONS[self._tone], _spoken(self._tone), self._tone)
        self._label.setText(text)
        self.setAccessibleName(text)
        self.update()

    def text(self) -> str:
        """What it says."""
        return self._label.text()

    def say_with(self, text: str, tone: str, offers: Iterable[tuple[str, Callable[[], object]]]) -> None:
        """Show itself, and say this with these offers."""
        self.set_text(text, tone)
        self.clear_buttons()
        for name, run in offers:
            self.add_button(name, run)
        self.show()

    def add_button(self, text: str, run: Callable[[], object], *, kind: str = "secondary") -> Button:
        """Offer something to do about it."""
        button = Button(text, kind=kind, height=Size.BUTTON_SMALL)
        button.clicked.connect(lambda _checked=False: run())
        self.second.insert_before_last(button)
        self._buttons.append(button)
        return button

    def clear_buttons(self) -> None:
        """Offer nothing."""
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons.clear()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The tint."""
        fill_rounded(QPainter(self), QRectF(self.rect()), Size.RADIUS_CARD, f"{self._tone}tint")


def _spoken(tone: str) -> str:
    return {
        "blue": tr("Information"),
        "amber": tr("Warning"),
        "red": tr("Error"),
        "green": tr("Done"),
        "violet": tr("Waiting"),
    }[tone]


class EmptyState(QWidget):
    """Why nothing is shown and what to do next: an icon, a sentence, a hint and buttons."""

    def __init__(self, icon: str, title: str, hint: str = "") -> None:
        super().__init__()
        self._symbol = Symbol(icon, title, "text3", 28)
        self._title = Label(title, tokens.SHEET_TITLE, wrap=True)
        self._hint = Label(hint, tokens.UI, "text2", wrap=True)
        for label in (self._title, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._buttons: list[Button] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 16, 32, 16)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(self._symbol, 0, Qt.AlignmentFlag.AlignHCenter)
        # Not aligned: an aligned label is not asked how high it is for its width, and its second line is cut.
        column.addWidget(self._title)
        column.addWidget(self._hint)
        column.addSpacing(4)
        column.addLayout(self._row)
        column.addStretch(3)
        self._row.setAlignment(Qt.AlignmentFlag.AlignHCenter)

    def set_text(self, icon: str, title: str, hint: str = "") -> None:
        """Say this instead, and offer nothing until buttons are added."""
        self._symbol.set_icon(icon, title, "text3")
        self._title.setText(title)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.setAccessibleName(title)
        self.setFocusProxy(None)  # type: ignore[arg-type]  # Qt takes none; its stubs do not say so
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons.clear()

    def title(self) -> str:
        """The sentence."""
        return self._title.text()

    def offers(self, button: Button) -> bool:
        """Whether this button is still among what is offered."""
        return button in self._buttons

    def add_button(self, text: str, run: Callable[[], object], *, kind: str = "secondary", keys: str = "") -> Button:
        """Offer a next step."""
        button = OpeningButton(text, kind=kind, keys=keys, height=Size.BUTTON_PAGE)
        button.clicked.connect(lambda _checked=False: run())
        self._row.addWidget(button)
        if not self._buttons:
            self.setFocusProxy(button)
        self._buttons.append(button)
        return button
