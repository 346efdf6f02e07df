"""A few alternatives as buttons with digits: one key chooses, arrows move."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from app.domain.wording import tr
from app.views.toolkit import tokens
from app.views.toolkit.cut_text import tell_whole
from app.views.toolkit.icons import paint_icon
from app.views.toolkit.marks import fill_rounded, paint_focus_ring, paint_keys, paint_left, text_width
from app.views.toolkit.mirror import painter_on
from app.views.toolkit.theme import colour
from app.views.toolkit.tokens import Size
from app.views.widgets.flow import FlowLayout


class _Choice(QAbstractButton):
    def __init__(self, label: str, digit: str) -> None:
        super().__init__()
        self._digit = digit
        self.setText(label)
        self.setAccessibleName(tr("{label}, key {digit}", label=label, digit=digit) if digit else label)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = text_width(tokens.UI_MEDIUM, self.text()) + 22 + (26 if self._digit else 20)
        return QSize(width, Size.BUTTON_SMALL)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 120), Size.BUTTON_SMALL)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        tell_whole(self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        box = QRectF(self.rect())
        chosen = self.isChecked()
        fill = "sel" if chosen else "hover" if self.underMouse() else "surface"
        fill_rounded(painter, box, Size.RADIUS_CONTROL, fill, "accent" if chosen else "border2")
        left = box.left() + 8
        if chosen:
            paint_icon(painter, "check", colour("accent"), left + 1, box.center().y() - 7, 14)
            left += 26 if self._digit else 20
        elif self._digit:
            paint_keys(painter, left + 18, box.center().y(), self._digit, ink="text2", fill=None)
            left += 26
        else:
            left += 13
        paint_left(
            painter, tokens.UI_MEDIUM, "text", QRectF(left, 0, box.right() - left - 4, box.height()), self.text()
        )
        if self.hasFocus():
            paint_focus_ring(painter, box, Size.RADIUS_CONTROL)


class DigitChoices(QWidget):
    """`chosen` carries the key of the alternative that a person took; the first nine have digits."""

    chosen = Signal(str)

    def __init__(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, _Choice] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        flow = FlowLayout(6)
        column.addLayout(flow)
        for number, (key, label) in enumerate(choices, 1):
            button = _Choice(label, str(number) if number <= 9 else "")
            self._group.addButton(button)
            self._buttons[key] = button
            flow.addWidget(button)
        self._quiet = False
        self._group.buttonToggled.connect(self._toggled)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def value(self) -> str:
        """The key of the chosen alternative; empty while none is."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def choose(self, key: str) -> None:
        """Show an alternative as chosen without telling anybody; an unknown or empty key chooses none."""
        self._quiet = True
        self._group.setExclusive(False)
        for name, button in self._buttons.items():
            button.setChecked(name == key)
        self._group.setExclusive(True)
        self._quiet = False

    def focus_first(self) -> None:
        """Put the keyboard on the chosen alternative, or on the first."""
        button = self._buttons.get(self.value()) or next(iter(self._buttons.values()))
        button.setFocus(Qt.FocusReason.TabFocusReason)

    def event(self, event: QEvent) -> bool:
        """Digits, Space and arrows belong to the choices, not to the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
            and event.text().isdecimal()
        ):
            event.accept()
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows are wrapped by the width; layouts around that do not ask by width must still leave room for them."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(event.size().width()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit chooses; arrows move the focus."""
        keys = list(self._buttons)
        if event.text().isdecimal() and 1 <= int(event.text()) <= min(9, len(keys)):
            button = self._buttons[keys[int(event.text()) - 1]]
            button.setFocus(Qt.FocusReason.OtherFocusReason)
            button.setChecked(True)
            return
        super().keyPressEvent(event)

    def _toggled(self, _button: QAbstractButton, checked: bool) -> None:
        if checked and not self._quiet:
            self.chosen.emit(self.value())
