"""All keys on one sheet, made from the action registry, over the window; a click or a key puts it away."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.domain.wording import tr
from app.views.actions import ActionRegistry, ActionSpec, Scope
from app.views.toolkit import tokens
from app.views.toolkit.mirror import set_margins
from app.views.toolkit.theme import colour
from app.views.widgets.labels import ElidedLabel, Label
from app.views.widgets.marks import KeyHint

_SCROLLS = {
    Qt.Key.Key_Up: -40, Qt.Key.Key_Down: 40, Qt.Key.Key_PageUp: -400, Qt.Key.Key_PageDown: 400,
}  # fmt: skip
"""Keys that move the sheet, where it is higher than the window, and how far."""


class ShortcutSheet(QWidget):
    """The sheet on its scrim."""

    def __init__(self, host: QWidget, actions: ActionRegistry) -> None:
        super().__init__(host)
        self.setAccessibleName(tr("Keyboard shortcuts"))
        self._before = QApplication.focusWidget()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._host = host
        self.setGeometry(host.rect())
        host.installEventFilter(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # From the outside in: what is put into something is told who stands around it, with all that is in it.
        outer, card = QHBoxLayout(self), QFrame()
        outer.setContentsMargins(40, 40, 40, 40)
        outer.addStretch(1)
        outer.addWidget(card, 8)
        outer.addStretch(1)
        card.setProperty("card", "sheet")
        card.setMaximumWidth(860)
        column = QVBoxLayout(card)
        set_margins(column, 24, 20, 8, 12)
        column.addWidget(Label(tr("Keyboard shortcuts"), tokens.VIEW_TITLE))
        hint = tr("Letters work while a list or a page has the focus, never while you type. Ctrl K finds everything.")
        column.addWidget(Label(hint, tokens.UI, "text2", wrap=True))
        self.area = QScrollArea()
        column.addWidget(self.area, 1)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        canvas = QWidget()
        canvas.setObjectName("canvas")
        self.area.setWidget(canvas)
        columns = QHBoxLayout(canvas)
        set_margins(columns, 0, 8, 16, 8)
        columns.setSpacing(32)
        for groups in _balanced(_groups(actions)):
            _fill(columns, groups)
        card.setMaximumHeight(canvas.sizeHint().height() + 120)
        self.show()
        self.raise_()
        self.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """It lies over the whole window, whatever size that has by now."""
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._host.rect())
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows scroll; any other key puts the sheet away."""
        event.accept()
        by = _SCROLLS.get(Qt.Key(event.key()))
        if by is None:
            self.close()
            return
        bar = self.area.verticalScrollBar()
        bar.setValue(bar.value() + by)

    def focusNextPrevChild(self, _forward: bool) -> bool:
        """There is nothing else to go to while the sheet lies over the page."""
        return True

    def closeEvent(self, event: QCloseEvent) -> None:
        """The keyboard goes back to where it was."""
        super().closeEvent(event)
        if self._before is not None and isValid(self._before):
            self._before.setFocus()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """So does a click."""
        event.accept()
        self.close()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The scrim."""
        paint_scrim(self)


def paint_scrim(widget: QWidget) -> None:
    """Darken what lies behind a floating sheet, more on dark ground."""
    light = colour("surface").lightness() > 128
    shade = QColor(16, 19, 26)
    shade.setAlphaF(tokens.SHADE["light" if light else "dark"])
    QPainter(widget).fillRect(QRectF(widget.rect()), shade)


def _groups(actions: ActionRegistry) -> list[tuple[str, list[ActionSpec]]]:
    offers = [offer.spec for offer in actions.offers() if offer.spec.keys]
    groups = [(scope.value, [spec for spec in offers if spec.scope is scope]) for scope in Scope]
    return [group for group in groups if group[1]]


def _balanced(groups: list[tuple[str, list[ActionSpec]]]) -> list[list[tuple[str, list[ActionSpec]]]]:
    """Two columns of nearly the same height, with no group torn apart."""

    def height(part: list[tuple[str, list[ActionSpec]]]) -> int:
        return sum(len(specs) + 2 for _, specs in part)

    cut = min(range(1, len(groups) + 1), key=lambda at: max(height(groups[:at]), height(groups[at:])))
    return [groups[:cut], groups[cut:]]


def _fill(columns: QHBoxLayout, groups: list[tuple[str, list[ActionSpec]]]) -> None:
    column = QVBoxLayout()
    columns.addLayout(column, 1)
    column.setSpacing(4)
    for name, specs in groups:
        title = Label(name, tokens.META_STRONG, "text3")
        title.setContentsMargins(0, 12, 0, 2)
        column.addWidget(title)
        for spec in specs:
            line = QHBoxLayout()
            line.setSpacing(6)
            column.addLayout(line)
            line.addWidget(ElidedLabel(spec.text.rstrip("…"), tokens.UI), 1)
            for keys in spec.keys:
                line.addWidget(KeyHint(keys))
    column.addStretch(1)
