"""Reading escalations, rules and offers; the work is done in the modules beside this one."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from sqlalchemy import ColumnElement, Connection, or_, select

from app.domain.actor import Actor
from app.domain.errors import NotFound
from app.domain.escalation.check import check_rules, unwatched
from app.domain.escalation.preset import default_rules
from app.domain.escalation.rules import Rule
from app.domain.escalation.sentence import parts, sentence
from app.domain.escalation.words import LIVE_STATES, Level
from app.domain.permissions import Permission
from app.domain.sla.policy import CLOCKS, DEFAULT_THRESHOLDS, Clock, Policy
from app.domain.sla.thresholds import Threshold
from app.domain.wording import tr
from app.infra.link import LONG
from app.infra.unit_of_work import Store
from app.models.escalation import escalation, escalation_book, shift_offer
from app.models.incident import incident
from app.models.people import person
from app.services.access import ensure_visible, visible
from app.services.command import query
from app.services.escalation.book import load_book, load_version
from app.services.escalation.crowd import Crowd
from app.services.escalation.dry_run import MOST_DAYS, run_dry
from app.services.escalation.dto import (
    Chain,
    DryRun,
    EscalationFilter,
    EscalationRow,
    RuleBookView,
    RuleCheck,
    RuleView,
    ShiftOfferRow,
    Targets,
)
from app.services.escalation.names import shown_names
from app.services.escalation.rows import as_offers, as_rows, escalation_rows, offer_rows
from app.services.escalation.targets import load_targets
from app.services.sla.books import load_rules

_LIVE = sorted(state.value for state in LIVE_STATES)


class EscalationQueries:
    """What is escalated to whom, by which rules, and who could be next; all times in UTC."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @query(Permission.ESCALATION_READ)
    def live(
        self, connection: Connection, actor: Actor, wanted: EscalationFilter | None = None
    ) -> tuple[EscalationRow, ...]:
        """The escalations of the filter: those to acknowledge soonest first, then the active, then what has ended."""
        wanted = wanted or EscalationFilter()
        shown: ColumnElement[bool] = escalation.c.state.in_(_LIVE)
        if wanted.ended_days:
            since = self.store.time.read(connection).now - timedelta(days=wanted.ended_days)
            shown = or_(shown, escalation.c.ended_at >= since)
        statement = escalation_rows().where(shown)
        if wanted.group_id is not None:
            named = wanted.group_id
            statement = statement.where(or_(escalation.c.to_group_id == named, escalation.c.from_group_id == named))
        statement = statement.order_by(
            escalation.c.state.in_(_LIVE).desc(),
            (escalation.c.state == "waiting").desc(),
            escalation.c.acknowledge_by.is_(None),
            escalation.c.acknowledge_by,
            escalation.c.raised_at.desc(),
        )
        found = as_rows(connection, actor, Crowd(connection), statement.limit(wanted.limit))
        return tuple(row for row in found if row.is_mine or not wanted.mine)

    @query(Permission.ESCALATION_READ)
    def of_incident(self, connection: Connection, actor: Actor, incident_id: str) -> tuple[EscalationRow, ...]:
        """Everything that was ever escalated of an incident, newest first."""
        ensure_visible(connection, actor, incident_id)
        statement = escalation_rows().where(escalation.c.incident_id == incident_id)
        statement = statement.order_by(escalation.c.raised_at.desc(), escalation.c.id.desc())
        return tuple(as_rows(connection, actor, Crowd(connection), statement))

    @query(Permission.ESCALATE)
    def targets(self, connection: Connection, actor: Actor, incident_id: str) -> Targets:
        """Who an incident can be escalated to, who is on duty now and what they have on their hands."""
        row = connection.execute(select(incident).where(incident.c.id == incident_id, visible(actor))).one_or_none()
        if row is None:
            raise NotFound(tr("This incident does not exist, or you may not see it."))
        return load_targets(connection, row, self.store.time.read(connection).now)

    @query(Permission.ESCALATION_READ)
    def shift_offers(
        self, connection: Connection, actor: Actor, group_id: str | None = None, answered_days: int = 0
    ) -> tuple[ShiftOfferRow, ...]:
        """The open offers, to one group or to all, and those answered in the last days; highest priority first."""
        shown: ColumnElement[bool] = shift_offer.c.answered_at.is_(None)
        if answered_days:
            since = self.store.time.read(connection).now - timedelta(days=answered_days)
            shown = or_(shown, shift_offer.c.answered_at >= since)
        statement = offer_rows().where(shown)
        if group_id is not None:
            statement = statement.where(shift_offer.c.to_group_id == group_id)
        order = shift_offer.c.answered_at.is_not(None), incident.c.priority, shift_offer.c.offered_at
        return as_offers(connection, actor, statement.order_by(*order).limit(500))

    @query(Permission.ESCALATION_READ)
    def rules(self, connection: Connection, _actor: Actor) -> tuple[RuleView, ...]:
        """The rules in force, in their order, with their sentences."""
        return _views(load_book(connection).rules, shown_names(connection))

    @query(Permission.ESCALATION_READ)
    def default_rules(self, connection: Connection, _actor: Actor) -> tuple[RuleView, ...]:
        """The rules that a new desk begins with, to go back to."""
        return _views(default_rules(), shown_names(connection))

    @query(Permission.ESCALATION_READ)
    def rule_books(self, connection: Connection, _actor: Actor, limit: int = 50) -> tuple[RuleBookView, ...]:
        """The published versions, newest first."""
        names = shown_names(connection)
        statement = (
            select(escalation_book, person.c.name.label("created_by_name"))
            .outerjoin(person, person.c.id == escalation_book.c.created_by_id)
            .order_by(escalation_book.c.number.desc())
            .limit(limit)
        )
        return tuple(
            RuleBookView(
                row.number,
                row.effective_from,
                _views(load_version(connection, row.number).rules, names),
                row.note,
                row.created_by_name,
            )
            for row in connection.execute(statement).all()
        )

    @query(Permission.ESCALATION_READ)
    def sentences(self, connection: Connection, _actor: Actor, rules: Sequence[Rule]) -> tuple[RuleView, ...]:
        """How rules that are being edited read."""
        return _views(rules, shown_names(connection))

    @query(Permission.ESCALATION_READ)
    def check_rules(self, connection: Connection, _actor: Actor, rules: Sequence[Rule]) -> RuleCheck:
        """What keeps rules from being published, rules that would chase each other for ever included."""
        names = shown_names(connection)
        findings = check_rules(rules, Crowd(connection).tiers(), names)
        books = load_rules(connection).books
        watched = {watch for policy in (books[-1].policies if books else ()) for watch in _watched(policy)}
        notes = unwatched([rule for rule in rules if rule.enabled], watched)
        return RuleCheck(findings, tuple(sentence(rule, names) for rule in rules), notes)

    @query(Permission.SLA_EDIT, LONG)
    def dry_run(self, connection: Connection, actor: Actor, rules: Sequence[Rule], days: int = 30) -> DryRun:
        """How often rules would have acted in the last days (at most 366), on which incidents, by the real clocks."""
        until = self.store.time.read(connection).now
        return run_dry(connection, actor, rules, until - timedelta(days=min(max(days, 1), MOST_DAYS)), until)

    @query(Permission.ESCALATION_READ)
    def chain(self, connection: Connection, _actor: Actor) -> Chain:
        """Who is chosen as manager and head."""
        crowd = Crowd(connection)
        managers, heads = crowd.chosen(Level.MANAGER), crowd.chosen(Level.HEAD)
        return Chain(tuple(managers), tuple(heads), crowd.shown(managers), crowd.shown(heads))


def _watched(policy: Policy) -> Iterator[tuple[Clock, Threshold]]:
    for clock in CLOCKS:
        yield from ((clock, threshold) for threshold in policy.thresholds.get(clock, DEFAULT_THRESHOLDS))


def _views(rules: Sequence[Rule], names: dict[str, str]) -> tuple[RuleView, ...]:
    return tuple(RuleView(rule, sentence(rule, names), parts(rule, names)) for rule in rules)
