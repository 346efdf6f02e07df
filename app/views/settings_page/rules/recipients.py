"""Whom a step tells: chips that are taken off, and a list to add from."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.escalation.rules import Recipient, RecipientKind
from app.domain.escalation.sentence import recipient_words
from app.domain.wording import sentence_case, tr
from app.views.settings_page.reference import NOTHING, Reference
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.choice_popup import ChoicePopup, Option, listed
from app.views.widgets.flow import FlowLayout

_BY_ROLE = (
    RecipientKind.ASSIGNEE, RecipientKind.GROUP, RecipientKind.LEAD, RecipientKind.MANAGER, RecipientKind.HEAD,
)  # fmt: skip


class Recipients(QWidget):
    """`changed` carries all of them."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._reference = NOTHING
        self.recipients: tuple[Recipient, ...] = ()
        self.chips: list[Button] = []
        self.setAccessibleName(tr("Whom to notify"))
        self._flow = FlowLayout(4, self)
        self.add = Button(tr("Add"), kind="link", icon="plus", height=Size.BUTTON_SMALL)
        self.add.setAccessibleName(tr("Add somebody to notify"))
        self.add.clicked.connect(self._offer)
        self._flow.addWidget(self.add)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @staticmethod
    def usual() -> tuple[Recipient, ...]:
        """Whom a new step tells."""
        return (Recipient(RecipientKind.ASSIGNEE),)

    def set_reference(self, reference: Reference) -> None:
        """People and groups that can be named."""
        self._reference = reference
        self.show_recipients(self.recipients)

    def show_recipients(self, recipients: tuple[Recipient, ...]) -> None:
        """Show these."""
        self.recipients = recipients
        names = self._reference.names
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._flow.removeWidget(self.add)
        self.chips = []
        for recipient in recipients:
            words = recipient_words(recipient, names)
            chip = Button(words, icon="x", height=Size.BUTTON_SMALL, parent=self)
            chip.setAccessibleName(tr("Do not notify {words}", words=words))
            chip.clicked.connect(lambda _checked=False, recipient=recipient: self._drop(recipient))
            self._flow.addWidget(chip)
            chip.show()
            self.chips.append(chip)
        self._flow.addWidget(self.add)

    def take(self, recipient: Recipient) -> None:
        """Add one."""
        if recipient not in self.recipients:
            self._take((*self.recipients, recipient))

    def _drop(self, recipient: Recipient) -> None:
        self._take(tuple(each for each in self.recipients if each != recipient))

    def _take(self, recipients: tuple[Recipient, ...]) -> None:
        self.show_recipients(recipients)
        self.add.setFocus()
        self.changed.emit(recipients)

    def _offer(self) -> None:
        found = [(Recipient(kind), sentence_case(kind.in_words), tr("by role")) for kind in _BY_ROLE]
        found += [
            (Recipient(RecipientKind.NAMED_GROUP, group.id), group.label, tr("group"))
            for group in self._reference.groups
        ]
        found += [
            (Recipient(RecipientKind.PERSON, person.id), person.label, person.hint) for person in self._reference.people
        ]
        free = [each for each in found if each[0] not in self.recipients]
        # An item of Qt keeps plain values only, so the options carry places in the list.
        options = [Option(str(place), label, hint) for place, (_recipient, label, hint) in enumerate(free)]
        popup = ChoicePopup(tr("Notify whom"), listed(options), self.add)
        popup.chosen.connect(lambda option: self.take(free[int(option.value)][0]))
        popup.open_at(self.add)
