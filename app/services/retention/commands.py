"""Asking for the rules of how long things are kept, and setting them."""

from sqlalchemy import Connection

from app.domain.actor import Actor
from app.domain.permissions import Permission
from app.domain.retention import RetentionKind, Rule, changed, cutoff
from app.infra.link import LONG
from app.infra.unit_of_work import Store, Work
from app.services.command import command, query
from app.services.retention import holds
from app.services.retention.dto import Amount, Overview, Standing
from app.services.retention.past import load_looked_at, load_runs, rule_history
from app.services.retention.rows import count, load_rule, store_rule

_NOTHING = Amount(0, 0, None)


class RetentionQueries:
    """What is kept, for how long, and what a rule takes."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @query(Permission.INCIDENT_READ_ALL, LONG)
    def overview(self, connection: Connection, actor: Actor) -> Overview:
        """All of it."""
        return Overview(
            tuple(self._standing(connection, kind) for kind in RetentionKind),
            holds.load_held(connection, actor),
            holds.count_held_by_itself(connection, actor),
            load_runs(connection),
            load_looked_at(connection),
            rule_history(connection),
        )

    @query(Permission.INCIDENT_READ_ALL, LONG)
    def preview(self, connection: Connection, _actor: Actor, kind: RetentionKind, months: int | None) -> Amount:
        """What a rule of so many months would take if it held now."""
        return self._due(connection, kind, months)

    def _standing(self, connection: Connection, kind: RetentionKind) -> Standing:
        now, kept = self.store.time.read(connection).now, load_rule(connection, kind)
        there = count(connection, kind, None, now)
        return Standing(kind, there, kept.rule, kept.by, self._due(connection, kind, kept.rule.months))

    def _due(self, connection: Connection, kind: RetentionKind, months: int | None) -> Amount:
        if months is None:
            return _NOTHING
        now = self.store.time.read(connection).now
        return count(connection, kind, cutoff(now, months), now)


class RetentionCommands:
    """Setting for how long things are kept, and holding incidents back from that."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @command(Permission.DATA_RETAIN)
    def set_rule(self, work: Work, kind: RetentionKind, months: int | None) -> Rule:
        """Keep a kind for so many months after the incident has ended, None: for ever; returns what holds when.

        What takes more than before begins a week later, and until then can be taken back by setting what held before.
        """
        rule = changed(load_rule(work.connection, kind).rule, months, work.now)
        store_rule(work, kind, rule)
        return rule

    @command(Permission.DATA_RETAIN)
    def hold(self, work: Work, number: str, reason: str) -> str:
        """Hold the incident of a number back from every rule; returns its identifier."""
        return holds.hold(work, number, reason)

    @command(Permission.DATA_RETAIN)
    def release(self, work: Work, incident_id: str) -> None:
        """Let an incident go; rules reach it a week later."""
        holds.release(work, incident_id)
