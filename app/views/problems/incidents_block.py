"""The incidents of a problem: opened by a click, added by their numbers, removed one by one; all of it taken back."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.errors import DeskError
from app.domain.numbers import incident_number, parse_incident_number, problem_number
from app.domain.permissions import Permission, may
from app.domain.wording import tr, trn
from app.services.incidents.dto import IncidentRef, Outcome
from app.services.problems.dto import LinkedIncident, ProblemDetail
from app.views.context import ViewContext
from app.views.many_at_once import change_many
from app.views.pages import Location
from app.views.problems.problems_table import incidents_text
from app.views.queue.acts import QueueActs
from app.views.reviews.section import Section
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.flow import FlowLayout
from app.views.widgets.labels import ElidedLabel, Label
from app.views.widgets.marks import StatusGlyph
from app.views.widgets.spans import isolated

_SHOWN: Final = 40


class IncidentsBlock(Section):
    """`opened` carries the id of the incident that was clicked; `changed` tells that others belong to it now."""

    opened = Signal(str)
    changed = Signal()

    def __init__(self, context: ViewContext) -> None:
        super().__init__("incidents", tr("Incidents"))
        self._context = context
        self._acts = QueueActs(context)
        self._detail: ProblemDetail | None = None
        self.told = Label("", tokens.META, "text2", wrap=True)
        self.column.addWidget(self.told)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.column.addLayout(self._rows)
        self.number = _NumberField()
        self.number.returnPressed.connect(self.add)
        self._link = Button(tr("Link"), keys="L", height=Size.BUTTON)
        self._link.clicked.connect(lambda _checked=False: self.add())
        row = FlowLayout(6)
        row.addWidget(self.number)
        row.addWidget(self._link)
        self.in_queue = Button(tr("Show in the queue"), kind="ghost", icon="inbox", height=Size.BUTTON)
        self.in_queue.clicked.connect(self._show_in_queue)
        row.addWidget(self.in_queue)
        self.column.addLayout(row)
        self.problem = Label("", tokens.META_MEDIUM, "red", wrap=True)
        self.problem.hide()
        self.column.addWidget(self.problem)

    def show_problem(self, detail: ProblemDetail) -> None:
        """Show the incidents of this problem."""
        is_other = self._detail is None or self._detail.row.id != detail.row.id
        is_same = not is_other and self._detail is not None and self._detail.incidents == detail.incidents
        self._detail = detail
        self.in_queue.setVisible(detail.row.incidents > 0)
        for linking in (self.number, self._link):
            linking.setVisible(self._works)
        self.told.setText(incidents_text(detail.row.incidents, detail.row.open_incidents))
        if is_other:
            self.number.clear()
            self.problem.hide()
        if is_same:
            return
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for each in detail.incidents[:_SHOWN]:
            self._rows.addWidget(self._row(each))
        more = detail.row.incidents - _SHOWN
        if more > 0:
            self._rows.addWidget(Label(trn("and {n} more", "and {n} more", more), tokens.META, "text3"))

    @property
    def _works(self) -> bool:
        return may(self._context.actor, Permission.PROBLEM_WORK)

    def _row(self, each: LinkedIncident) -> QWidget:
        shown = incident_number(each.number)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(StatusGlyph(each.state))
        number = Button(shown, kind="link", height=26)
        number.setAccessibleName(tr("Open {number}: {title}", number=shown, title=each.short_description))
        number.clicked.connect(lambda _checked=False: self.opened.emit(each.id))
        row.addWidget(number)
        row.addWidget(ElidedLabel(isolated(each.short_description), tokens.UI, "text"), 2)
        row.addWidget(ElidedLabel(isolated(each.caller_name or ""), tokens.UI, "text2"), 1)
        if not self._works:
            return holder
        cross = IconButton("x", tr("{number} does not belong to this problem", number=shown), size=24)
        cross.clicked.connect(partial(self._remove, each.id))
        row.addWidget(cross)
        return holder

    def _show_in_queue(self, _checked: bool = False) -> None:
        if self._detail is not None:
            named = problem_number(self._detail.row.number)
            self._context.go(Location("queue", " ".join(("is:any", f"problem:{named}"))))

    def add(self) -> None:
        """Link the incidents whose numbers were typed."""
        detail, texts = self._detail, self.number.text().replace(",", " ").split()
        if detail is None:
            return
        if not texts:
            self._say(tr("Type the numbers of the incidents."))
            return
        desk, actor, problem = self._context.desk, self._context.actor, detail.row

        def find(text: str) -> IncidentRef | None:
            number = parse_incident_number(text)
            by_number = desk.incident.find_number(actor, number) if number is not None else None
            return by_number or desk.incident.find_source_number(actor, text)

        def found(refs: list[IncidentRef | None]) -> None:
            missing = [text for text, ref in zip(texts, refs, strict=True) if ref is None]
            if missing:
                self._say(tr("There is no incident {numbers}. Check the number.", numbers=", ".join(missing)))
                return
            ids = tuple(dict.fromkeys(ref.id for ref in refs if ref is not None))
            words = tr("linked to {number}", number=problem.shown_number)
            self._run(ids, lambda: desk.problem_work.link(actor, problem.id, ids), words, "link-2")

        self._context.background.read(lambda: [find(text) for text in texts], found, self._refused)

    def _remove(self, incident_id: str, _checked: bool = False) -> None:
        if self._detail is None:
            return
        desk, actor, problem = self._context.desk, self._context.actor, self._detail.row
        words = tr("taken from {number}", number=problem.shown_number)
        ids = (incident_id,)
        self._run(ids, lambda: desk.problem_work.unlink(actor, problem.id, ids), words, "unlink")

    def _run(self, ids: tuple[str, ...], work: Callable[[], tuple[Outcome, ...]], words: str, icon: str) -> None:
        def done(outcomes: tuple[Outcome, ...]) -> None:
            self.number.clear()
            self.problem.hide()
            self._acts.changed(words, icon, outcomes)
            self.changed.emit()

        change_many(self._context, len(ids), work, done, self._refused)

    def _refused(self, error: DeskError) -> None:
        self._say(str(error))

    def _say(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.show()
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)


class _NumberField(QLineEdit):
    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Numbers of incidents that belong to this problem"))
        self.setPlaceholderText(tr("INC-000123, 124"))
        self.setFixedHeight(Size.BUTTON)
        self.setFixedWidth(220)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.clearFocus()
        else:
            super().keyPressEvent(event)
