"""The commands and questions about major incidents, each with its permission; the rules are in `app.domain.major`."""

from sqlalchemy import Connection, select

from app.domain.actor import Actor
from app.domain.errors import Missing, Refused
from app.domain.major import CANDIDATES
from app.domain.permissions import Permission, may
from app.domain.text import is_blank, note_text
from app.domain.vocabulary import OPEN_STATES, MajorState, State
from app.domain.wording import tr
from app.infra.unit_of_work import Store, Work
from app.models.incident import incident
from app.models.people import assignment_group
from app.services.access import ensure_visible, visible
from app.services.command import command, query
from app.services.escalation import major
from app.services.escalation.case import opened_case
from app.services.escalation.dto import MajorDecision, MajorRow
from app.services.escalation.going_back import take_decision_back
from app.services.incidents.dto import Audience, MajorFacts
from app.services.incidents.informing import audience_of
from app.services.incidents.major_lead import load_majors

_NOT_ENDED = sorted(state.value for state in OPEN_STATES | {State.RESOLVED})
_MOST = 200


class MajorQueries:
    """Which major incidents there are."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @query(Permission.ESCALATION_READ)
    def standing(self, connection: Connection, actor: Actor) -> tuple[MajorRow, ...]:
        """Those that wait for a decision, then those that were accepted, each the newest first; at most 200."""
        rows = connection.execute(
            select(incident, assignment_group.c.name.label("group_name"))
            .outerjoin(assignment_group, assignment_group.c.id == incident.c.group_id)
            .where(incident.c.major_state.in_(sorted(CANDIDATES)), incident.c.state.in_(_NOT_ENDED), visible(actor))
            .order_by(incident.c.major_state.desc(), incident.c.number.desc())
            .limit(_MOST)
        ).all()
        facts = load_majors(connection, [row.id for row in rows])
        decides = may(actor, Permission.MAJOR_DECIDE)
        found = []
        for row in rows:
            known = facts.get(row.id, MajorFacts())
            waits = row.major_state == MajorState.PROPOSED
            found.append(
                MajorRow(
                    id=row.id,
                    incident_id=row.id,
                    number=row.number,
                    short_description=row.short_description,
                    priority=row.priority,
                    incident_state=row.state,
                    major_state=row.major_state,
                    group_name=row.group_name,
                    since=known.since or row.updated_at,
                    by_name=known.by_name,
                    words=known.words,
                    lead_id=known.lead_id,
                    lead_name=known.lead_name,
                    is_mine=decides if waits else known.lead_id == actor.person_id,
                    next_update_at=None if waits else known.next_update_at,
                )
            )
        return tuple(found)

    @query(Permission.INCIDENT_WORK)
    def audience(self, connection: Connection, actor: Actor, incident_id: str) -> Audience:
        """Who reads a stakeholder update of the incident that is sent now."""
        ensure_visible(connection, actor, incident_id)
        return audience_of(connection, actor, incident_id)


class MajorCommands:
    """What people do about major incidents; one call is one transaction."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @command(Permission.MAJOR_PROPOSE)
    def propose(self, work: Work, incident_id: str, reason: str) -> None:
        """Propose an open incident as a major one; whoever decides about it is told."""
        case = opened_case(work, incident_id)
        text = note_text(reason, "reason")
        if is_blank(text):
            raise Refused("", (Missing("reason", tr("Say why it should be a major incident: who is hit, and how.")),))
        major.propose(case, text, f"major:{incident_id}:{case.row.version}")
        case.telling.send()

    @command(Permission.MAJOR_DECIDE)
    def accept(self, work: Work, incident_id: str, decision: MajorDecision) -> None:
        """Accept a proposal, or declare an open incident a major one without any."""
        case = opened_case(work, incident_id)
        major.accept(case, decision)
        case.telling.send()

    @command(Permission.MAJOR_DECIDE)
    def reject(self, work: Work, incident_id: str, reason: str) -> None:
        """Decide that a proposed one is none."""
        case = opened_case(work, incident_id)
        major.reject(case, reason)
        case.telling.send()

    @command(Permission.MAJOR_DECIDE)
    def demote(self, work: Work, incident_id: str, reason: str) -> None:
        """Take back that it is a major incident."""
        case = opened_case(work, incident_id)
        major.demote(case, reason)
        case.telling.send()

    @command(Permission.MAJOR_PROPOSE)
    def take_back(self, work: Work, incident_id: str) -> None:
        """Take back one's own last proposal or decision, shortly after and while nobody has decided anything since."""
        case = opened_case(work, incident_id)
        take_decision_back(case)
        case.telling.send()

    @command(Permission.MAJOR_DECIDE)
    def hand_over(self, work: Work, incident_id: str, lead_id: str) -> None:
        """Have somebody else lead an accepted one."""
        case = opened_case(work, incident_id)
        major.hand_over(case, lead_id)
        case.telling.send()
