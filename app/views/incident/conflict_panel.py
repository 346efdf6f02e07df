"""Where two people changed the same thing: what it was, both values, and whose is to stand; never in the way of typing.

The panel stands in the place of the strips. Nothing is written before somebody chooses, and nothing typed is cleared.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.wording import tr
from app.views.incident.collision import Choice, Row, apart
from app.views.incident.conflict_fields import ConflictFields
from app.views.toolkit import tokens
from app.views.toolkit.marks import fill_rounded
from app.views.toolkit.toast import announce
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.finishing_keys import claims_finishing_key, is_finishing_key
from app.views.widgets.folding_row import FoldingRow
from app.views.widgets.labels import ElidedLabel, Label
from app.views.widgets.marks import Symbol
from app.views.widgets.radio_card import RadioCard

_LINES_OF_PROSE: Final = 8


class ConflictPanel(QWidget):
    """`applied` carries the choice of each field by its name; `left` is Esc: nothing is decided yet."""

    applied = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("manual", "together#two-people-change-the-same-incident")
        self._groups: dict[str, QButtonGroup] = {}
        self._cards: dict[tuple[str, Choice], RadioCard] = {}
        self._body = QWidget(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 12, 14, 12)
        self._column.addWidget(self._body)
        self.apply = Button(tr("Apply"), kind="primary", icon="git-merge", keys="Ctrl+Return", height=Size.BUTTON_SMALL)
        self.apply.clicked.connect(lambda _checked=False: self._apply())
        self.later = Button(tr("Keep editing"), kind="ghost", keys="Esc", height=Size.BUTTON_SMALL)
        self.later.clicked.connect(lambda _checked=False: self.left.emit())
        self._column.addWidget(self._foot())
        # Not at most as high as its hint, which is that of lines as long as they want to be.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def _foot(self) -> QWidget:
        foot = FoldingRow(8)
        foot.first.addWidget(ElidedLabel(tr("Arrows choose · Tab next field"), tokens.META, "text2"), 1)
        for button in (self.later, self.apply):
            foot.second.addWidget(button)
        return foot

    def ask(self, rows: Sequence[Row], when: Callable[[datetime], str]) -> None:
        """Show these fields with what is proposed for each; `when` writes the time of a change."""
        self._column.removeWidget(self._body)
        self._body.hide()
        self._body.deleteLater()
        self._groups, self._cards = {}, {}
        self._body = body = QWidget()
        title = _title(rows)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Symbol("git-merge", tr("Two versions"), "violet"), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(Label(title, tokens.UI_STRONG, wrap=True), 1)
        fields = ConflictFields()
        for row in rows:
            self._add(fields, row, when)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(fields)
        self._column.insertWidget(0, body)
        self.setAccessibleName(title)
        announce(self, title)

    def _add(self, fields: ConflictFields, row: Row, when: Callable[[datetime], str]) -> None:
        stood, other, own = apart(row.was, row.theirs, row.mine) if row.is_text else (row.was, row.theirs, row.mine)
        told = tr("unchanged") if row.at is None else f"{row.by}, {when(row.at)}"
        self._groups[row.field] = group = QButtonGroup(self._body)
        theirs = tr("{name}, theirs: {theirs}, {told}", name=row.name, theirs=row.theirs or tr("nothing"), told=told)
        mine = tr("{name}, yours: {mine}", name=row.name, mine=row.mine or tr("nothing"))
        offers = [(Choice.THEIRS, other, told, theirs), (Choice.MINE, own, tr("You"), mine)]
        if row.is_text:
            spoken = tr("{name}, keep both: theirs, then yours", name=row.name)
            offers.append((Choice.BOTH, tr("Keep both: theirs, then yours"), "", spoken))
        cards = []
        for choice, value, caption, spoken in offers:
            # Prose is judged by its words: a choice between two beginnings would be none.
            card = RadioCard(value, caption, spoken, lines=_LINES_OF_PROSE if row.is_text else 3)
            self._cards[row.field, choice] = card
            card.setToolTip({Choice.THEIRS: row.theirs, Choice.MINE: row.mine}.get(choice, ""))
            group.addButton(card)
            card.setChecked(choice is row.proposed)
            cards.append(card)
        fields.add(row, stood, cards)

    def choice(self, field: str) -> Choice:
        """Whose value is chosen for a field now."""
        return next(choice for (name, choice), card in self._cards.items() if name == field and card.isChecked())

    def choose(self, field: str, choice: Choice) -> None:
        """Choose for a field."""
        self._cards[field, choice].setChecked(True)

    def take_focus(self) -> None:
        """The first choice, so that Ctrl+Enter applies what is proposed."""
        for card in self._cards.values():
            if card.isChecked():
                card.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _apply(self) -> None:
        self.applied.emit({field: self.choice(field) for field in self._groups})

    def event(self, event: QEvent) -> bool:
        """Ctrl+Enter and Esc belong to the panel while the keyboard is in it."""
        return claims_finishing_key(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter applies, Esc keeps editing."""
        if not is_finishing_key(event):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            self._apply()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A card with the tint of what waits for somebody."""
        fill_rounded(QPainter(self), QRectF(self.rect()), Size.RADIUS_CARD, "violettint", "border2")


def _title(rows: Sequence[Row]) -> str:
    people = list(dict.fromkeys(row.by for row in rows if row.at is not None))
    who = tr(" and ").join(people) or tr("Somebody else")
    fields = ", ".join(row.name for row in rows if row.at is not None) or rows[0].name
    return tr(
        "{who} changed {fields} since you looked. Nothing was overwritten: choose what is to stand.",
        who=who,
        fields=fields,
    )
