"""The filter field: finished terms are chips, the rest is text; Backspace turns the last chip into text again."""

import re
from dataclasses import replace
from itertools import accumulate
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPen, QTextLayout
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from app.domain.query.filter import Problem, TermKind, parse_filter
from app.domain.query.terms import explained
from app.domain.wording import tr
from app.views.toolkit import tokens
from app.views.toolkit.fonts import font, metrics
from app.views.toolkit.icons import paint_icon
from app.views.toolkit.marks import fill_rounded, paint_focus_ring, paint_left, text_width
from app.views.toolkit.mirror import painter_on, set_margins
from app.views.toolkit.theme import colour
from app.views.toolkit.tokens import Size
from app.views.widgets.marks import KeyHint

REST_MS = 150
"""The filter runs once the hand has rested this long after the last key."""

_WIDEST_CHIP = 220
_LEAST_VALUE = 14
"""Pixels of its value that a chip shows where there is little room; the rest is told by its tool tip."""


_MOST_TOLD = 12


class _Chip(QAbstractButton):
    """One finished term; a click or Delete takes it away."""

    def __init__(self, term: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.term = term
        field, _, value = term.partition(":")
        self._field, self._value = f"{field}:", value.replace('"', "")
        self.setAccessibleName(tr("Filter {term}", term=term))
        self.setToolTip(tr("Remove {term}", term=term))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = 34 + text_width(tokens.META_MEDIUM, self._field) + text_width(tokens.META_STRONG, self._value)
        return QSize(min(width, _WIDEST_CHIP), Size.TARGET_LEAST)

    def minimumSizeHint(self) -> QSize:
        least = 34 + text_width(tokens.META_MEDIUM, self._field) + _LEAST_VALUE
        return QSize(min(least, self.sizeHint().width()), Size.TARGET_LEAST)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        # The words of filters are the same in every language, and read from left to right.
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        box = QRectF(self.rect()).adjusted(0, 1, 0, -1)
        fill_rounded(painter, box, Size.RADIUS_BADGE, "sel")
        left = box.left() + 8
        paint_left(painter, tokens.META_MEDIUM, "accent", box.adjusted(8, 0, -24, 0), self._field)
        left += text_width(tokens.META_MEDIUM, self._field)
        rest = QRectF(left, box.top(), box.right() - 22 - left, box.height())
        paint_left(painter, tokens.META_STRONG, "accent", rest, self._value)
        ink = colour("accent" if self.underMouse() else "text2")
        paint_icon(painter, "x", ink, box.right() - 18, box.center().y() - 6, 12)
        if self.hasFocus():
            paint_focus_ring(painter, box, Size.RADIUS_BADGE)


class _Field(QLineEdit):
    """The text after the chips; underlines with dots what the filter cannot read."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.problems: tuple[Problem, ...] = ()
        self.setProperty("plain", True)
        self.setFont(font(tokens.UI))
        self.setMinimumWidth(64)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.problems:
            return
        painter = QPainter(self)
        painter.setPen(QPen(colour("red"), 1.5, Qt.PenStyle.DotLine))
        bottom = self.height() // 2 + metrics(tokens.UI).height() // 2
        for left, right in self.underlined():
            painter.drawLine(left, bottom, right, bottom)

    def underlined(self) -> list[tuple[int, int]]:
        """From where to where a line is to be drawn, as far as it is seen: a whole mail may have been pasted here."""
        # Laid out once: to measure what stands before each of a thousand problems holds the window up for a minute.
        layout = QTextLayout(self.text(), self.font())
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()

        # Qt counts what lies beyond the first 65,536 signs as two, and Python as one.
        before = [0, *accumulate(1 + (sign > "\uffff") for sign in self.text())]

        def place(position: int) -> float:
            # The stubs know no type of it: where the position is, and which one it is when it lay in a sign.
            found: Any = line.cursorToX(position)
            return float(found[0])

        start = self.cursorRect().center().x() - place(self.cursorPosition())
        ends = ((place(before[each.start]), place(before[each.end])) for each in self.problems)
        spans = [(round(start + min(pair)), round(start + max(pair))) for pair in ends]
        return [(left, right) for left, right in spans if right > 0 and left < self.width()]


class ChipLineEdit(QWidget):
    """`changed` carries the whole filter once it has rested; `submitted` comes with Enter, `left` with Escape."""

    changed = Signal(str)
    submitted = Signal()
    left = Signal()

    def __init__(self, name: str, placeholder: str, key_hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: list[_Chip] = []
        self._placeholder = placeholder
        self._told = ""
        self.field = _Field(self)
        self.field.setAccessibleName(name)
        self.field.setAccessibleDescription(
            tr("Terms such as is:open, priority:1, team:network, assignee:me, or words")
        )
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self._edited)
        self.field.editingFinished.connect(self._check)
        self.setFocusProxy(self.field)
        self._row = QHBoxLayout(self)
        set_margins(self._row, 34, 2, 6, 2)
        self._row.setSpacing(6)
        self._row.addWidget(self.field, 1)
        if key_hint:
            self._row.addWidget(KeyHint(key_hint))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self._tell)
        self.setFixedHeight(Size.FILTER)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._show_placeholder()

    def text(self) -> str:
        """The whole filter: chips first, then the text."""
        return " ".join([chip.term for chip in self._chips] + self.field.text().split())

    def set_text(self, text: str) -> None:
        """Show this filter, without telling anybody."""
        self._timer.stop()
        self._clear_chips()
        parsed = parse_filter(text)
        words = [] if parsed.is_plain else [text.strip()]
        for term in parsed.terms if parsed.is_plain else ():
            if term.kind is TermKind.WORD:
                words.append(term.text)
            else:
                self._add_chip(term.text)
        if parsed.is_plain:
            for term in parsed.orders:
                self._add_chip(term.text)
            words.extend(text[problem.start : problem.end] for problem in parsed.problems)
        self.field.setText(" ".join(words))
        self._told = self.text()
        self._check()

    def chips(self) -> list[str]:
        """The finished terms."""
        return [chip.term for chip in self._chips]

    def clear(self) -> None:
        """Take everything away and say so."""
        self._clear_chips()
        self.field.clear()
        self._check()
        self._tell()

    def complete(self, start: int, end: int, text: str, *, finished: bool) -> None:
        """Put a text in place of a stretch of what is typed; with `finished` its term becomes a chip."""
        before = self.field.text()
        self.field.setText(before[:start] + text + before[end:])
        self.field.setCursorPosition(start + len(text))
        self._edited(self.field.text())
        if finished and self._finish_terms():
            self._tell()

    def go_on(self) -> None:
        """Take the keyboard for one more term or word."""
        self._leave_room()
        self.setFocus()

    def replace(self, text: str) -> None:
        """Show another filter and say so."""
        before = self._told
        self.set_text(text)
        self._told = before
        self._tell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys that mean something here: Space and Enter finish a term, Backspace opens the last chip again."""
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            # What lacks its value is a mistake only where nobody goes on typing it.
            self._check()
            self.update()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        at_end = self.field.cursorPosition() == len(self.field.text())
        if key == Qt.Key.Key_Backspace and not self.field.text() and self._chips:
            chip = self._chips.pop()
            self.field.setText(chip.term)
            self._discard(chip)
            return True
        if event.matches(QKeySequence.StandardKey.SelectAll) and self._chips:
            self._all_as_text()
            return True
        if key == Qt.Key.Key_Space and at_end and self._finish_terms():
            self._tell()
            return True
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._finish_terms()
            self._tell()
            self.submitted.emit()
            return True
        if key == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        return False

    def _all_as_text(self) -> None:
        """Select everything, chips too, as what is typed next takes the place of all of it."""
        text = self.text()
        self._clear_chips()
        self.field.setText(text)
        self.field.selectAll()
        self._check()

    def _finish_terms(self) -> bool:
        text = self.field.text()
        if text.count('"') % 2:
            return False
        parsed = parse_filter(text)
        if not self._stands_alone(text):
            return False
        finished = [term for term in (*parsed.terms, *parsed.orders) if term.kind is not TermKind.WORD]
        if not finished:
            return False
        for term in finished:
            self._add_chip(term.text)
            # As a whole, not where the same letters stand inside another word.
            text = re.sub(rf"(?<!\S){re.escape(term.text)}(?!\S)", "", text, count=1)
        self.field.setText(" ".join(text.split()))
        self._leave_room()
        self._check()
        return True

    def _leave_room(self) -> None:
        """Have what is typed next begin a word of its own, behind the words that stand there."""
        text = self.field.text()
        if text and not text.endswith(" "):
            self.field.setText(f"{text} ")
        self.field.setCursorPosition(len(self.field.text()))

    @staticmethod
    def _stands_alone(text: str) -> bool:
        """Whether its terms may become chips: what "or" and brackets join stays together as it was written."""
        words = text.lower().split()
        return "or" not in words and "and" not in words and "(" not in text and ")" not in text

    def _edited(self, _text: str) -> None:
        self._check()
        self._timer.start()

    def _is_being_typed(self, problem: Problem, shift: int) -> bool:
        """Whether a term only lacks the value that is about to be typed."""
        at_hand = self.field.hasFocus() and problem.end - shift == self.field.cursorPosition()
        return problem.is_unfinished and at_hand

    def _check(self) -> None:
        # Chips and text are one filter: "or" after a chip joins it with what follows.
        before = "".join(f"{chip.term} " for chip in self._chips)
        problems = parse_filter(before + self.field.text()).problems
        shift = len(before)
        self.field.problems = tuple(
            replace(problem, start=problem.start - shift, end=problem.end - shift)
            for problem in problems
            if problem.start >= shift and not self._is_being_typed(problem, shift)
        )
        self.field.setToolTip(explained(self.field.problems, _MOST_TOLD))
        self.field.update()
        self._show_placeholder()

    def _show_placeholder(self) -> None:
        self.field.setPlaceholderText(tr("add filter…") if self._chips else self._placeholder)

    def _tell(self) -> None:
        self._timer.stop()
        if self.text() != self._told:
            self._told = self.text()
            self.changed.emit(self._told)

    def _add_chip(self, term: str) -> None:
        if term in self.chips():
            return
        chip = _Chip(term, self)
        chip.clicked.connect(lambda: self._remove(chip))
        self._row.insertWidget(len(self._chips), chip)
        self._chips.append(chip)

    def _remove(self, chip: _Chip) -> None:
        self._chips.remove(chip)
        self._discard(chip)
        self.field.setFocus()
        self._tell()

    def _clear_chips(self) -> None:
        for chip in self._chips:
            self._discard(chip)
        self._chips.clear()

    def _discard(self, chip: _Chip) -> None:
        self._row.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
        self._check()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click anywhere in the box is a click into the field."""
        self.field.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The box, the magnifier and the focus ring."""
        painter = painter_on(self)
        box = QRectF(self.rect())
        fill_rounded(painter, box, Size.RADIUS_FILTER, "raised", "control")
        paint_icon(painter, "search", colour("text2"), 10, box.center().y() - 8)
        if self.field.hasFocus():
            paint_focus_ring(painter, box, Size.RADIUS_FILTER)
