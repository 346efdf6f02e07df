"""All keys on one sheet, made from the action registry, over the window; any key or click puts it away."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.views.actions import ActionRegistry, Scope
from app.views.toolkit import tokens
from app.views.toolkit.theme import colour
from app.views.widgets.labels import ElidedLabel, Label
from app.views.widgets.marks import KeyHint

_COLUMNS = 2


class ShortcutSheet(QWidget):
    """The sheet on its scrim."""

    def __init__(self, host: QWidget, actions: ActionRegistry) -> None:
        super().__init__(host)
        self.setAccessibleName("Keyboard shortcuts")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setGeometry(host.rect())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        card = QFrame()
        card.setProperty("card", "sheet")
        card.setMaximumWidth(860)
        column = QVBoxLayout(card)
        column.setContentsMargins(24, 20, 8, 12)
        column.addWidget(Label("Keyboard shortcuts", tokens.VIEW_TITLE))
        hint = "Letters work while a list or a page has the focus, never while you type. Ctrl K finds everything."
        column.addWidget(Label(hint, tokens.UI, "text2"))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        canvas = QWidget()
        canvas.setObjectName("canvas")
        grid = QGridLayout(canvas)
        grid.setContentsMargins(0, 8, 16, 8)
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(4)
        _fill(grid, actions)
        area.setWidget(canvas)
        column.addWidget(area, 1)
        card.setMaximumHeight(canvas.sizeHint().height() + 120)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(40, 40, 40, 40)
        outer.addStretch(1)
        outer.addWidget(card, 8)
        outer.addStretch(1)
        self.show()
        self.raise_()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Any key puts the sheet away."""
        event.accept()
        self.close()

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


def _fill(grid: QGridLayout, actions: ActionRegistry) -> None:
    offers = [offer for offer in actions.offers() if offer.spec.keys]
    cells: list[QWidget] = []
    for scope in Scope:
        here = [offer.spec for offer in offers if offer.spec.scope is scope]
        if not here:
            continue
        title = Label(scope.value, tokens.META_STRONG, "text3")
        title.setContentsMargins(0, 12, 0, 2)
        cells.append(title)
        for spec in here:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(ElidedLabel(spec.text.rstrip("…"), tokens.UI), 1)
            for keys in spec.keys:
                row.addWidget(KeyHint(keys))
            cells.append(line)
    height = -(-len(cells) // _COLUMNS)
    for number, cell in enumerate(cells):
        grid.addWidget(cell, number % height, number // height)
    grid.setRowStretch(height, 1)
