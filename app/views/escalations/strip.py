"""The strip on an incident that says to whom it is escalated, and offers what can be done about it."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import DeskError
from app.domain.escalation.words import EscalationState
from app.domain.events import EscalationChanged, Event, MuchChanged
from app.domain.permissions import Permission, may
from app.domain.vocabulary import OPEN_STATES
from app.domain.wording import tr
from app.services.escalation.dto import EscalationRow
from app.services.incidents.dto import IncidentDetail
from app.views.context import ViewContext
from app.views.escalations.acts import EscalationActs
from app.views.escalations.wording import addressee
from app.views.pages import Location
from app.views.widgets.strips import InfoStrip


def why_not_escalate(detail: IncidentDetail | None) -> str | None:
    """Why an incident cannot be escalated now; None when it can."""
    if detail is None:
        return tr("No incident is open")
    return None if detail.state in OPEN_STATES else tr("Only an open incident can be escalated")


class EscalationStrip(QWidget):
    """Shown while an escalation of the incident lives; the newest of several, with their number."""

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self.setProperty("manual", "escalation#by-hand")
        self._context = context
        self._incident_id = ""
        self._acts = EscalationActs(context, self._read)
        self.strip = InfoStrip("", "amber", icon="trending-up")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 24, 8)
        column.addWidget(self.strip)
        self.hide()

    def show_incident(self, incident_id: str) -> None:
        """Ask about this incident."""
        if incident_id != self._incident_id:
            self.hide()
        self._incident_id = incident_id
        self._read()

    def hear(self, event: Event) -> None:
        """Ask again when it was escalated, acknowledged or handed back."""
        mine = isinstance(event, EscalationChanged) and event.incident_id == self._incident_id
        if mine or isinstance(event, MuchChanged):
            self._read()

    def raise_over(self, page: QWidget, detail: IncidentDetail | None) -> None:
        """Open the sheet that escalates the incident over its page."""
        # Imported here, because an incident is read more often than it is escalated.
        from app.views.escalations.sheet import open_sheet

        if detail is not None:
            open_sheet(self._context, page, detail)

    def _read(self) -> None:
        if not self._incident_id or self._context.session is None:
            return
        if not may(self._context.actor, Permission.ESCALATION_READ):
            return
        desk, actor, incident_id = self._context.desk, self._context.actor, self._incident_id
        self._context.background.read(
            lambda: desk.escalations.of_incident(actor, incident_id),
            self._show,
            self._unknown,
            key=f"escalation-strip-{id(self)}",
        )

    def _unknown(self, _error: DeskError) -> None:
        # The page itself says that the incident cannot be read.
        self.hide()

    def _show(self, rows: tuple[EscalationRow, ...]) -> None:
        live = [row for row in rows if EscalationState(row.state).is_live]
        self.setVisible(bool(live))
        self.strip.clear_buttons()
        if not live:
            return
        row = live[0]
        waiting = row.state == EscalationState.WAITING
        more = tr(" and {count} more", count=len(live) - 1) if len(live) > 1 else ""
        if waiting and row.acknowledge_by is not None:
            by = self._context.formats.within(row.acknowledge_by, self._context.clock.now())
            state = tr("waits for acknowledgement by {by}", by=by)
        elif waiting:
            state = tr("waits for acknowledgement")
        else:
            state = (
                tr("acknowledged by {acknowledged_by_name}", acknowledged_by_name=row.acknowledged_by_name)
                if row.acknowledged_by_name
                else tr("being worked on")
            )
        self.strip.set_text(
            tr("Escalated to {addressee}{more}: {state}.", addressee=addressee(row), more=more, state=state),
            "amber" if waiting else "blue",
            "trending-up",
        )
        if waiting and row.is_mine:
            self.strip.add_button(tr("Acknowledge"), partial(self._acts.acknowledge, row))
        if row.is_mine:
            self.strip.add_button(tr("Take over"), partial(self._acts.take, row))
        self.strip.add_button(tr("All escalations"), partial(self._context.go, Location("escalations", row.state)))
