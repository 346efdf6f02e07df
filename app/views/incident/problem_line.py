"""Below the problem that an incident names: what it is called, how it stands, and the way there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.permissions import Permission, may
from app.domain.wording import tr
from app.services.incidents.dto import IncidentDetail
from app.services.problems.dto import ProblemChoice
from app.views.context import ViewContext
from app.views.problems.looks import state_name, workaround_name
from app.views.toolkit import tokens
from app.views.widgets.buttons import Button
from app.views.widgets.labels import ElidedLabel, Label
from app.views.widgets.spans import isolated


class ProblemLine(QWidget):
    """`opened` carries the id of the problem. Hidden where the incident names none of this desk."""

    opened = Signal(str)

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self._context = context
        self._incident_id = ""
        self.problem: ProblemChoice | None = None
        self.title = ElidedLabel("", tokens.UI_MEDIUM)
        self.told = Label("", tokens.META, "text2", wrap=True)
        self.open = Button(tr("Open the problem"), kind="link", height=24)
        self.open.clicked.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(2)
        for widget in (self.title, self.told, self.open):
            column.addWidget(widget)
        self.hide()

    def show_incident(self, detail: IncidentDetail) -> None:
        """Read how the problem of this incident stands."""
        is_other = detail.id != self._incident_id
        self._incident_id = detail.id
        ref = detail.problem_ref
        if ref is None or not may(self._context.actor, Permission.PROBLEM_READ):
            self._show(None)
            return
        if is_other or (self.problem is not None and self.problem.shown_number != ref):
            self._show(None)
        desk, actor, incident_id = self._context.desk, self._context.actor, detail.id

        def arrived(found: ProblemChoice | None) -> None:
            if incident_id == self._incident_id:
                self._show(found)

        self._context.background.read(
            lambda: desk.problems.named(actor, ref), arrived, lambda _error: None, key=f"problem-line-{id(self)}"
        )

    def _show(self, problem: ProblemChoice | None) -> None:
        self.problem = problem
        self.setVisible(problem is not None)
        if problem is not None:
            self.title.set_text(isolated(problem.title))
            self.told.setText(f"{state_name(problem.state)} · {workaround_name(problem.workaround_state)}")

    def _open(self, _checked: bool = False) -> None:
        if self.problem is not None:
            self.opened.emit(self.problem.id)
