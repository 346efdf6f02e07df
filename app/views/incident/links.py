"""Incidents that belong together: parents, children, duplicates; added by number, opened by a click."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.errors import DeskError
from app.domain.numbers import incident_number, parse_incident_number
from app.domain.vocabulary import LinkKind
from app.domain.wording import sentence_case, tr
from app.services.incidents.dto import IncidentDetail, IncidentRef, LinkedIncident
from app.views.context import ViewContext
from app.views.incident.blocks import Block
from app.views.incident.casework import Casework
from app.views.incident.linking import KINDS, Linking
from app.views.merging.sheet import open_merge
from app.views.toolkit import tokens
from app.views.toolkit.mirror import set_margins
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.choices import Select
from app.views.widgets.labels import ElidedLabel, Label
from app.views.widgets.marks import StatusGlyph
from app.views.widgets.spans import isolated


class LinksBlock(Block):
    """`opened` carries the id of the linked incident that was clicked; `form_opened` asks to be scrolled to.

    `add_wanted` asks for what `L` does.
    """

    opened = Signal(str)
    form_opened = Signal()
    add_wanted = Signal()

    def __init__(self, context: ViewContext, casework: Casework) -> None:
        self.add = Button(tr("Add"), kind="link", keys="L", height=Size.TARGET_LEAST)
        super().__init__(tr("Linked"), self.add)
        self.setProperty("manual", "acting#duplicates")
        self._context, self._casework = context, casework
        self._linking = Linking(context, casework)
        self.add.clicked.connect(lambda _checked=False: self.add_wanted.emit())
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.column.addLayout(self._rows)
        self._none = Label(tr("Nothing is linked"), tokens.META, "text3")
        self.column.addWidget(self._none)
        self.form = self._build_form()
        self.column.addWidget(self.form)
        self._shown: tuple[LinkedIncident, ...] | None = None

    def _build_form(self) -> QWidget:
        form = QWidget()
        form.hide()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 2, 0, 4)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(6)
        self.kind = Select(tr("How they belong together"), height=Size.BUTTON)
        for kind, text in KINDS:
            self.kind.addItem(text, kind.value)
        self.number = _NumberField()
        self.number.returnPressed.connect(self._look_up)
        self.number.left.connect(self._close_form)
        row.addWidget(self.kind)
        row.addWidget(self.number, 1)
        button = Button(tr("Link"), height=Size.BUTTON)
        button.clicked.connect(lambda _checked=False: self._look_up())
        row.addWidget(button)
        column.addLayout(row)
        self.problem = Label("", tokens.META_MEDIUM, "red", wrap=True)
        self.problem.hide()
        column.addWidget(self.problem)
        return form

    def show_incident(self, detail: IncidentDetail, *, editable: bool) -> None:
        """Show the links of this incident."""
        self.add.setVisible(editable)
        if detail.links == self._shown:
            return
        self._shown = detail.links
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for link in detail.links:
            self._rows.addWidget(self._row(link, editable=editable))
        self._none.setVisible(not detail.links)

    def _row(self, link: LinkedIncident, *, editable: bool) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(StatusGlyph(link.state))
        number = Button(incident_number(link.number), kind="link", height=24)
        number.setAccessibleName(
            tr(
                "Open {number}, {kind}: {short_description}",
                number=incident_number(link.number),
                kind=tr(link.kind),
                short_description=link.short_description,
            )
        )
        number.clicked.connect(lambda _checked=False: self.opened.emit(link.incident_id))
        row.addWidget(number)
        row.addWidget(ElidedLabel(sentence_case(tr(link.kind)), tokens.META, "text3"), 1)
        if editable:
            cross = IconButton("x", tr("Remove the link to {number}", number=incident_number(link.number)), size=24)
            cross.clicked.connect(lambda _checked=False: self._linking.remove(link))
            row.addWidget(cross)
        column.addLayout(row)
        summary = QHBoxLayout()
        set_margins(summary, 28, 0, 0, 0)
        summary.addWidget(ElidedLabel(isolated(link.short_description), tokens.META, "text2"))
        column.addLayout(summary)
        return holder

    def open_form(self) -> None:
        """Ask which incident and how it belongs here."""
        self.problem.hide()
        self.form.show()
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form_opened.emit()

    def _close_form(self) -> None:
        self.form.hide()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look_up(self) -> None:
        text = self.number.text().strip()
        number = parse_incident_number(text)
        if not text:
            self._say(tr("Type the number of the other incident."))
            return
        desk, actor = self._context.desk, self._context.actor

        def find() -> IncidentRef | None:
            by_number = desk.incident.find_number(actor, number) if number is not None else None
            return by_number or desk.incident.find_source_number(actor, text)

        incident_id = self._casework.incident_id
        self._context.background.read(find, lambda found: self._found(incident_id, text, found), key="link-number")

    def _found(self, incident_id: str, text: str, found: IncidentRef | None) -> None:
        if incident_id != self._casework.incident_id:
            return
        if found is None:
            self._say(tr("There is no incident {text}. Check the number.", text=text))
            return
        kind = LinkKind(str(self.kind.currentData()))
        if kind is LinkKind.DUPLICATE:
            # Merging does more than a link, so it is shown first.
            self._linked()
            open_merge(self._context, [incident_id, found.id], found.id)
            return
        self._linking.add(found, kind, self._linked, self._refused)

    def _linked(self) -> None:
        self.number.clear()
        self._close_form()

    def _refused(self, error: DeskError) -> None:
        self._say(str(error))

    def _say(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.show()
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)


class _NumberField(QLineEdit):
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Number of the other incident"))
        self.setPlaceholderText("INC-000123")
        self.setFixedHeight(Size.BUTTON)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
