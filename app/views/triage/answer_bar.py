"""The bar above the incident: how far it is, what is proposed and why, and the four answers with their keys."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.field_names import field_name
from app.domain.wording import tr
from app.views.toolkit import tokens
from app.views.toolkit.mirror import set_margins
from app.views.toolkit.tokens import Size
from app.views.triage.proposals import Proposal
from app.views.widgets.buttons import Button
from app.views.widgets.labels import ElidedLabel, Label
from app.views.widgets.marks import Pill
from app.views.widgets.spans import isolated

_MOST = 4
_ICONS = {"group_id": "users", "priority": "flag", "service_id": "layers", "category_id": "tag"}


class AnswerBar(QWidget):
    """`wanted` carries the id of the action whose button was pressed."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "raised")
        self.setProperty("edge", "bottom")
        self.setProperty("manual", "triage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.progress = Label("", tokens.UI_STRONG)
        self.pills = [Pill("", "blue", None) for _ in range(_MOST)]
        self.nothing = ElidedLabel("", tokens.META, "text2")
        self.reasons = ElidedLabel("", tokens.META, "text2")
        self.accept = self._button("triage.accept", tr("Accept"), "check", "1", kind="primary")
        self.accept.lead()
        self.duplicate = self._button("triage.duplicate", tr("Duplicate of…"), "git-merge", "2")
        self.decline = self._button("triage.decline", tr("Decline…"), "ban", "3")
        self.snooze = self._button("incident.snooze", tr("Snooze…"), "calendar-clock", "H")
        upper, lower = QHBoxLayout(), QHBoxLayout()
        upper.setSpacing(8)
        lower.setSpacing(6)
        upper.addWidget(self.progress)
        upper.addStretch(1)
        for button in (self.accept, self.duplicate, self.decline, self.snooze):
            upper.addWidget(button)
        for pill in self.pills:
            lower.addWidget(pill)
            pill.hide()
        lower.addWidget(self.nothing, 1)
        lower.addWidget(self.reasons, 1)
        column = QVBoxLayout(self)
        set_margins(column, 24, 10, 16, 10)
        column.setSpacing(8)
        column.addLayout(upper)
        column.addLayout(lower)

    def _button(self, action: str, text: str, icon: str, key: str, *, kind: str = "secondary") -> Button:
        button = Button(text, kind=kind, icon=icon, keys=key, height=Size.BUTTON)
        button.clicked.connect(lambda _checked=False: self.wanted.emit(action))
        return button

    def show_progress(self, position: int, total: int) -> None:
        """Say how far it is, such as "3 of 7"."""
        text = tr("{position} of {total}", position=position, total=total)
        self.progress.setText(text)
        self.progress.setAccessibleName(tr("Triage: {place}", place=text))

    def show_proposals(self, made: tuple[Proposal, ...], nothing: str) -> None:
        """Show what is proposed; without any, `nothing` says why."""
        for place, pill in enumerate(self.pills):
            pill.setVisible(place < len(made))
            if place < len(made):
                field = made[place].field
                pill.set_text(isolated(made[place].label), "blue", _ICONS[field])
                pill.setAccessibleName(f"{field_name(field)}: {made[place].label}")
                pill.setToolTip(_told(made[place]))
        self.nothing.set_text("" if made else nothing)
        self.nothing.setVisible(not made)
        self.reasons.set_text(" · ".join(each.reason for each in made))
        self.reasons.setToolTip("\n".join(map(_told, made)))
        self.reasons.setVisible(bool(made))

    def set_live(self, *, live: bool) -> None:
        """Whether there is an incident to answer."""
        for button in (self.accept, self.duplicate, self.decline, self.snooze):
            button.setEnabled(live)


def _told(made: Proposal) -> str:
    return f"{made.reason}\n{made.behind}" if made.behind else made.reason
