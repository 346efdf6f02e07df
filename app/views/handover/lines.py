"""The lines of a hand-over sheet in their blocks: a box to tick, what each is about, and the next step to type."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.domain.handover import STEP_LIMIT, Block, standing_words
from app.domain.wording import tr
from app.services.handovers.dto import Line
from app.views.context import ViewContext
from app.views.toolkit import tokens
from app.views.toolkit.marks import paint_focus_ring, paint_left
from app.views.toolkit.mirror import painter_on
from app.views.toolkit.tokens import Size
from app.views.widgets.choices import CheckBox
from app.views.widgets.labels import Label

_HEIGHT = 44
_AT_A_TIME: Final = 12
"""Rows that are made in one turn of the window: each takes a millisecond, and two more when it is laid out."""
_CHORD: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
"""With one of these a key is somebody else's, as Ctrl+Enter is the sheet's."""
_NUMBER, _OWNER, _TIME = 92, 150, 128
_LEAST_OWNER, _SHARE_OF_OWNER = 92, 0.3


def told_time(context: ViewContext, line: Line, now: datetime) -> tuple[str, str]:
    """The time of a line and what it is; both empty where it has none."""
    if line.at is None:
        return "", ""
    return context.formats.moment(line.at, now), line.at_kind.label


class _About(QAbstractButton):
    """What a line is about, painted in one piece; a click, Enter or Space opens it."""

    def __init__(self, line: Line, when: tuple[str, str]) -> None:
        super().__init__()
        self._line, self._when = line, when
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        parts = (
            line.number, line.summary, standing_words(line.block, line.standing), line.owner or tr("Nobody"),
            " ".join(reversed(when)).strip(),
        )  # fmt: skip
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.setToolTip(f"{line.number}  {line.summary}")

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(80, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens it as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() & _CHORD:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Number, summary over its standing, owner, and time over what it is."""
        painter, line, width = painter_on(self), self._line, float(self.width())
        upper, lower = 5.0, 23.0
        paint_left(painter, tokens.UI_STRONG, "text", QRectF(0, upper, _NUMBER - 8, 18), line.number)
        # With large text on a small screen the name of a person gives way before what the incident is about.
        for_owner = min(_OWNER, max(_LEAST_OWNER, (width - _NUMBER - _TIME) * _SHARE_OF_OWNER))
        room = max(60.0, width - _NUMBER - for_owner - _TIME - 12)
        paint_left(painter, tokens.UI_MEDIUM, "text", QRectF(_NUMBER, upper, room, 18), line.summary)
        said = standing_words(line.block, line.standing)
        if line.is_restricted:
            said = tr("{standing}, restricted", standing=said)
        paint_left(painter, tokens.META, "text2", QRectF(_NUMBER, lower, room, 16), said)
        left = _NUMBER + room + 12
        owner, ink = (line.owner, "text") if line.owner else (tr("Nobody"), "text2")
        paint_left(painter, tokens.UI, ink, QRectF(left, upper, for_owner - 8, 18), owner)
        left += for_owner
        late = line.at_kind.value == "breached"
        paint_left(painter, tokens.UI_MEDIUM, "red" if late else "text", QRectF(left, upper, _TIME, 18), self._when[0])
        paint_left(painter, tokens.META, "text2", QRectF(left, lower, _TIME, 16), self._when[1])
        if self.hasFocus():
            paint_focus_ring(painter, QRectF(self.rect()), Size.RADIUS_CONTROL)


class _Step(QLineEdit):
    """The next step; Enter goes on to the next line that has none."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class LineRow(QWidget):
    """`changed` follows what was typed or ticked, `opened` a click on what it is about, `entered` Enter in the step."""

    changed = Signal()
    opened = Signal()
    entered = Signal()

    def __init__(self, context: ViewContext, line: Line, now: datetime, *, is_fixed: bool) -> None:
        super().__init__()
        self._line = line
        self.tick = CheckBox("")
        self.tick.setAccessibleName(tr("{number} was gone through", number=line.number))
        self.tick.setToolTip(self.tick.accessibleName())
        self.tick.setMinimumSize(24, 24)
        self.tick.setChecked(line.is_checked)
        self.tick.setEnabled(not is_fixed)
        self.about = _About(line, told_time(context, line, now))
        self.about.clicked.connect(lambda _checked=False: self.opened.emit())
        self.step = _Step(line.next_step)
        self.step.setAccessibleName(tr("Next step of {number}", number=line.number))
        self.step.setPlaceholderText(tr("Next step"))
        self.step.setToolTip(line.next_step)
        self.step.setMaxLength(STEP_LIMIT)
        self.step.setReadOnly(is_fixed)
        self.step.setFixedHeight(Size.BUTTON_SMALL + 2)
        self.step.setCursorPosition(0)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(self.tick)
        row.addWidget(self.about, 3)
        row.addWidget(self.step, 2)
        self.tick.toggled.connect(lambda _on: self.changed.emit())
        self.step.textEdited.connect(self._typed)
        self.step.entered.connect(self.entered)

    @property
    def parts(self) -> tuple[QWidget, QWidget, QWidget]:
        """Where the keyboard can be."""
        return self.tick, self.about, self.step

    @property
    def line(self) -> Line:
        """The line as it is said now."""
        return self._line._replace(next_step=self.step.text().strip(), is_checked=self.tick.isChecked())

    def _typed(self, text: str) -> None:
        self.step.setToolTip(text)
        self.changed.emit()


class Lines(QWidget):
    """The five blocks, in their order. `opened` carries the line that was clicked, `changed` tells of typing.

    A long sheet has more rows than one turn of the window has time for, so they are made some at a time. What is said
    is known of all lines at once; whoever asks for a row has those before it made as well.
    """

    changed = Signal()
    opened = Signal(object)

    def __init__(self, context: ViewContext, *, is_fixed: bool = False) -> None:
        super().__init__()
        self._context, self._is_fixed = context, is_fixed
        self._rows: list[LineRow] = []
        self._lines: list[Line] = []
        self._making: Iterator[None] = iter(())
        self._next_turn = QTimer(self, singleShot=True, interval=0)
        self._next_turn.timeout.connect(self._turn)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_lines(self, lines: tuple[Line, ...], now: datetime) -> None:
        """Show these."""
        # As high as before until all are made, so that whoever has scrolled stays where they are.
        self.setMinimumHeight(self.height() if self._rows else 0)
        self._rows, self._lines = [], [line for block in Block for line in lines if line.block is block]
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._making = self._made(now)
        self._turn()

    @property
    def rows(self) -> list[LineRow]:
        """All rows; those that are not there yet are made."""
        self._make(len(self._lines))
        return self._rows

    def said(self) -> list[Line]:
        """The lines as they are said now."""
        return [row.line for row in self._rows] + self._lines[len(self._rows) :]

    def bare(self) -> list[str]:
        """The numbers of the lines without a next step."""
        return [line.number for line in self.said() if not line.next_step.strip()]

    def place_of_keyboard(self) -> tuple[str, int] | None:
        """The number of the line in which the keyboard is, and in which of its parts; None for none."""
        places = ((row, part) for row in self._rows for part, each in enumerate(row.parts) if each.hasFocus())
        return next(((row.line.number, part) for row, part in places), None)

    def row_of(self, number: str) -> LineRow | None:
        """The row of a line."""
        place = next((place for place, line in enumerate(self._lines) if line.number == number), None)
        if place is None:
            return None
        self._make(place + 1)
        return self._rows[place]

    def _turn(self) -> None:
        self._make(len(self._rows) + _AT_A_TIME)
        if len(self._rows) < len(self._lines):
            self._next_turn.start()

    def _make(self, count: int) -> None:
        while len(self._rows) < count and next(self._making, self) is None:
            pass
        if len(self._rows) == len(self._lines):
            for _rest in self._making:
                pass
            self.setMinimumHeight(0)

    def _made(self, now: datetime) -> Iterator[None]:
        for number, block in enumerate(Block, 1):
            of_block = [line for line in self._lines if line.block is block]
            self._column.addWidget(_head(number, block, len(of_block)))
            for line in of_block:
                self._column.addWidget(self._row(line, now))
                yield

    def _row(self, line: Line, now: datetime) -> LineRow:
        row = LineRow(self._context, line, now, is_fixed=self._is_fixed)
        row.changed.connect(self.changed)
        row.opened.connect(lambda: self.opened.emit(row.line))
        row.entered.connect(lambda: self._go_on(row))
        self._rows.append(row)
        return row

    def _go_on(self, row: LineRow) -> None:
        """To the next line without a step, from the top again after the last; else to the next line."""
        said = self.said()
        at = self._rows.index(row)
        after = [*said[at + 1 :], *said[:at]] or said
        wanted = self.row_of(next((each for each in after if not each.next_step.strip()), after[0]).number)
        if wanted is not None:
            wanted.step.setFocus(Qt.FocusReason.TabFocusReason)


def _head(number: int, block: Block, count: int) -> QWidget:
    head = QWidget()
    head.setProperty("surface", "raised")
    head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    head.setFixedHeight(Size.GROUP_HEAD)
    row = QHBoxLayout(head)
    row.setContentsMargins(16, 0, 16, 0)
    row.addWidget(Label(f"{number}  {block.label}", tokens.UI_STRONG))
    row.addWidget(Label(str(count) if count else tr("None"), tokens.META, "text2"))
    row.addStretch(1)
    return head
