"""Who is affected: name, how to reach them, and how they want to be treated."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.wording import tr
from app.services.incidents.dto import IncidentDetail, Person
from app.views.context import ViewContext
from app.views.incident.blocks import Block
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.choice_popup import listed
from app.views.widgets.labels import ElidedLabel
from app.views.widgets.marks import Avatar, Pill
from app.views.widgets.pick_field import PickField
from app.views.widgets.spans import isolated
from app.views.widgets.strips import InfoStrip


class RequesterBlock(Block):
    """The card of the caller; `picker` chooses another person."""

    def __init__(self, context: ViewContext) -> None:
        self._change = Button(tr("Change"), kind="link", height=Size.TARGET_LEAST)
        super().__init__(tr("Requester"), self._change)
        self._context = context
        self._person: Person | None = None
        self.picker = PickField(tr("Requester"), listed(()))
        self.picker.hide()
        self._change.clicked.connect(lambda _checked=False: self._pick())
        self.picker.chosen.connect(lambda _option: self.picker.hide())
        self._avatar = Avatar(None, 30)
        self._name = ElidedLabel("", tokens.UI_STRONG)
        self._vip = Pill(tr("VIP"), "violet", "star")
        self._role = ElidedLabel("", tokens.META, "text2")
        self._phone = IconButton("phone", tr("Copy the phone number"), size=28)
        self._mail = IconButton("mail", tr("Copy the e-mail address"), size=28)
        self._reach = ElidedLabel("", tokens.META, "text2")
        self._note = InfoStrip("", "amber", icon="info")
        self._phone.clicked.connect(lambda _checked=False: self._copy("phone"))
        self._mail.clicked.connect(lambda _checked=False: self._copy("mail"))
        self.column.addWidget(self.picker)
        self.column.addLayout(self._card())
        self.column.addWidget(self._note)

    def _card(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(9)
        row.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(1)
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self._name, 1)
        top.addWidget(self._vip)
        texts.addLayout(top)
        texts.addWidget(self._role)
        texts.addWidget(self._reach)
        row.addLayout(texts, 1)
        row.addWidget(self._phone, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._mail, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def show_incident(self, detail: IncidentDetail, *, editable: bool) -> None:
        """Show the caller of this incident."""
        person = self._person = detail.caller
        self._change.setVisible(editable)
        self._change.setText(tr("Change") if person is not None else tr("Choose"))
        self._avatar.set_name(person.name if person is not None else None)
        self._name.set_text(isolated(person.name) if person is not None else tr("Nobody was named"))
        parts = (person.job_title, person.site_name) if person is not None else ()
        self._say(self._role, " · ".join(part for part in parts if part))
        reach = (person.phone, person.email) if person is not None else ()
        self._say(self._reach, " · ".join(part for part in reach if part))
        self._vip.setVisible(person is not None and person.vip)
        self._phone.setVisible(person is not None and bool(person.phone))
        self._mail.setVisible(person is not None and bool(person.email))
        note = person.handling_note if person is not None else None
        self._note.setVisible(bool(note))
        self._note.set_text(note or "")

    def _say(self, label: ElidedLabel, text: str) -> None:
        label.set_text(text)
        label.setVisible(bool(text))

    def _pick(self) -> None:
        self.picker.show()
        self.picker.set_value("", empty=tr("Name, phone or mail"))
        self.picker.setFocus(Qt.FocusReason.OtherFocusReason)
        self.picker.open_list()

    def _copy(self, what: str) -> None:
        if self._person is None:
            return
        text = self._person.phone if what == "phone" else self._person.email
        QGuiApplication.clipboard().setText(text or "")
        self._context.toasts.show(tr("Copied {text}", text=text), icon="copy", shown_ms=3_000)
