"""The fields that two people changed: what each was, both values beside each other, or below each other where it is
narrow.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.wording import tr
from app.views.incident.collision import Row
from app.views.toolkit import tokens
from app.views.widgets.labels import Label
from app.views.widgets.radio_card import RadioCard

_HEADS: Final = (tr("Field"), tr("Was"), tr("Theirs"), tr("Yours"))
_STRETCH: Final = (2, 3, 5, 5)
_ABREAST: Final = 560
"""From so many pixels on the values stand beside each other: two cards in less show three words in a line."""
_GLANCE: Final = 120


@dataclass(frozen=True, slots=True)
class _Line:
    name: Label
    was: Label
    before: Label
    """What the column of the former values says where there are columns."""
    cards: list[RadioCard]


class ConflictFields(QWidget):
    """Add the fields with their cards: theirs, mine, and both where both can be kept."""

    def __init__(self) -> None:
        super().__init__()
        self._heads = [Label(text, tokens.META_STRONG, "text2", parent=self) for text in _HEADS]
        self._lines: list[_Line] = []
        self._is_abreast = True
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 4)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        self._lay()

    def add(self, row: Row, stood: str, cards: list[RadioCard]) -> None:
        """A field, what stood there, and what can be chosen."""
        was = Label(_short(stood) or "–", tokens.UI, "text2", wrap=True, parent=self)
        was.setToolTip(row.was)
        before = Label(tr("Was: {value}", value=_short(stood) or "–"), tokens.UI, "text2", wrap=True, parent=self)
        before.setToolTip(row.was)
        line = _Line(Label(row.name, tokens.UI_MEDIUM, wrap=True, parent=self), was, before, cards)
        for label in (line.name, was):
            label.setContentsMargins(0, 7, 0, 0)
        self._lines.append(line)
        self._lay()

    def minimumSizeHint(self) -> QSize:
        """As narrow as one card: in less than what all columns need, there are none."""
        card = max((card.minimumSizeHint().width() for line in self._lines for card in line.cards), default=0)
        return QSize(card, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Another width may be the one at which columns come or go."""
        if event.type() == QEvent.Type.Resize and (self.width() >= _ABREAST) is not self._is_abreast:
            self._is_abreast = not self._is_abreast
            self._lay()
        return super().event(event)

    def _lay(self) -> None:
        grid = self._grid
        while grid.count():
            grid.takeAt(0)
        for column, stretch in enumerate(_STRETCH):
            grid.setColumnStretch(column, stretch if self._is_abreast else int(column == 0))
        for column, head in enumerate(self._heads):
            head.setVisible(self._is_abreast)
            if self._is_abreast:
                grid.addWidget(head, 0, column)
        place = 1
        for line in self._lines:
            line.was.setVisible(self._is_abreast)
            line.before.setVisible(not self._is_abreast)
            place = self._lay_abreast(line, place) if self._is_abreast else self._lay_below(line, place)
        self.updateGeometry()

    def _lay_abreast(self, line: _Line, place: int) -> int:
        for column, label in enumerate((line.name, line.was)):
            self._grid.addWidget(label, place, column, Qt.AlignmentFlag.AlignTop)
        for column, card in enumerate(line.cards[:2], 2):
            self._grid.addWidget(card, place, column)
        for below, card in enumerate(line.cards[2:], place + 1):
            self._grid.addWidget(card, below, 2, 1, 2)
        return place + len(line.cards) - 1

    def _lay_below(self, line: _Line, place: int) -> int:
        parts = (line.name, line.before, *line.cards)
        for below, part in enumerate(parts, place):
            self._grid.addWidget(part, below, 0)
        return place + len(parts)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _GLANCE else f"{words[: _GLANCE - 1]}…"
