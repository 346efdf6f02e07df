"""The strip on an incident that is proposed as a major one, or is one: who said so, who leads it, what can be done."""

from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.actor import Actor
from app.domain.major import CANDIDATES, MajorStep, why_no_update, why_not
from app.domain.permissions import Permission, may
from app.domain.text import clean_line
from app.domain.vocabulary import MajorState, State
from app.domain.wording import inside, tr
from app.services.incidents.dto import IncidentDetail
from app.views.context import ViewContext
from app.views.toolkit.toast import announce
from app.views.widgets.spans import isolated
from app.views.widgets.strips import InfoStrip

STEPS = {
    "incident.propose_major": MajorStep.PROPOSE,
    "incident.accept_major": MajorStep.ACCEPT,
    "incident.reject_major": MajorStep.REJECT,
    "incident.lead_major": MajorStep.LEAD,
    "incident.demote_major": MajorStep.DEMOTE,
}
"""What each action does."""

_SHOWN = 240
"""Characters of what somebody wrote that a strip shows; the timeline has all of it."""

_BUTTONS = {
    MajorState.PROPOSED: (("incident.accept_major", tr("Accept…")), ("incident.reject_major", tr("Reject…"))),
    MajorState.ACCEPTED: (("incident.lead_major", tr("Change lead…")), ("incident.review", tr("Review"))),
}


def why_not_major(detail: IncidentDetail | None, actor: Actor, action: str) -> str | None:
    """Why an action about a major incident cannot be taken now; None when it can."""
    if detail is None:
        return tr("No incident is open")
    if detail.state not in set(State) or detail.major_state not in set(MajorState):
        return tr("Not possible for what an import brought")
    step = STEPS[action]
    problem = why_not(MajorState(detail.major_state), State(detail.state), step)
    return problem or (
        None if may(actor, step.permission) else tr("Not for the role {role}", role=inside(actor.role.label))
    )


def why_no_update_now(detail: IncidentDetail | None, actor: Actor) -> str | None:
    """Why no stakeholder update can be written now; None when it can."""
    if detail is None:
        return tr("No incident is open")
    if detail.state not in set(State) or detail.major_state not in set(MajorState):
        return tr("Not possible for what an import brought")
    problem = why_no_update(MajorState(detail.major_state), State(detail.state))
    is_desk = may(actor, Permission.INCIDENT_REPLY) and may(actor, Permission.INCIDENT_WORK)
    return problem or (None if is_desk else tr("Not for the role {role}", role=inside(actor.role.label)))


class MajorStrip(QWidget):
    """Shown while the incident is proposed as a major one or is one."""

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self._context = context
        self._shown: IncidentDetail | None = None
        self.strip = InfoStrip("", "red", icon="siren")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 24, 8)
        column.addWidget(self.strip)
        self.hide()
        context.ticker.watch(self, self.move_on)

    def show_incident(self, detail: IncidentDetail) -> None:
        """Say how it stands, with what the person at the window can do about it."""
        self.setVisible(detail.major_state in CANDIDATES and bool(detail.major.since))
        self._shown = None if self.isHidden() else detail
        if self._shown is None:
            return
        accepted = detail.major_state == MajorState.ACCEPTED
        self.strip.set_text(self._sentence(detail, accepted=accepted), "red" if accepted else "amber", "siren")
        self.strip.clear_buttons()
        for action, text in _BUTTONS[MajorState(detail.major_state)]:
            if action not in STEPS or why_not_major(detail, self._context.actor, action) is None:
                self.strip.add_button(text, partial(self._context.actions.run, action))

    def move_on(self) -> bool:
        """A promised update may have become due; it never goes by seconds."""
        if self._shown is not None and self._shown.major_state == MajorState.ACCEPTED:
            text = self._sentence(self._shown, accepted=True)
            if text != self.strip.text():
                self.strip.set_text(text)
                announce(self, text)
        return False

    def _sentence(self, detail: IncidentDetail, *, accepted: bool) -> str:
        facts = detail.major
        when = "" if facts.since is None else self._context.formats.within(facts.since, self._context.clock.now())
        if accepted:
            impact = f" {_short(detail.business_impact)}" if detail.business_impact else ""
            impact += self._promised(facts.next_update_at)
            return tr(
                "Major incident since {when}, led by {lead_name}.{impact}",
                when=when,
                lead_name=isolated(facts.lead_name or tr("nobody")),
                impact=impact,
            )
        by = tr(" by {by_name}", by_name=isolated(facts.by_name)) if facts.by_name else ""
        return tr("Proposed as a major incident {when}{by}: {short}", when=when, by=by, short=_short(facts.words))

    def _promised(self, due: datetime | None) -> str:
        if due is None:
            return ""
        now = self._context.now()
        when = self._context.formats.within(due, now)
        return tr(" Next update was due {when}.", when=when) if due <= now else tr(" Next update by {when}.", when=when)


def _short(text: str) -> str:
    line = clean_line(text)
    return isolated(line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…")
