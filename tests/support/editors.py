"""Editors who look at incidents, think, and write what they made of what they saw; and the ledger that is checked."""

import random
from collections import Counter
from dataclasses import dataclass, field

from sqlalchemy import select

from app.domain.actor import Actor
from app.domain.errors import StaleEdit, Unavailable
from app.models.incident import journal_change, journal_entry
from app.services.desk import Desk
from app.services.incidents.dto import FieldEdit, IncidentRef, Post

FIELDS = ("short_description", "description", "business_impact", "cause", "workaround")
TITLE = "Printer on floor 2 jams"
"""What stands in the summary of an incident before the editors begin; everything else that they write is empty."""


@dataclass
class Ledger:
    """What one editor was told: accepted changes, refusals, comments, and how often the database was too busy."""

    accepted: list[tuple[str, str, str | None, str]] = field(default_factory=list)
    refused: list[tuple[str, str, str | None]] = field(default_factory=list)
    comments: Counter[str] = field(default_factory=Counter)
    turned_away: int = 0

    def add(self, other: "Ledger") -> None:
        """Put the pages of another editor to these."""
        self.accepted += other.accepted
        self.refused += other.refused
        self.comments += other.comments
        self.turned_away += other.turned_away


class Editor:
    """Looks, thinks, and writes what it made of what it saw."""

    def __init__(self, desk: Desk, actor: Actor, name: str) -> None:
        self.desk, self.actor, self.name = desk, actor, name
        self.ledger = Ledger()
        self.dice = random.Random(name)
        self._written = 0
        self.seen: dict[str, dict[str, str | None]] = {}

    def look(self, ref: IncidentRef) -> None:
        """Remember what stands there now."""
        detail = self.desk.incident.detail(self.actor, ref.id)
        self.seen[ref.id] = {name: getattr(detail, name) for name in FIELDS}

    def write(self, ref: IncidentRef) -> None:
        """Change one or two fields; values never come twice, so that a fork of their history would show."""
        if ref.id not in self.seen:
            self.look(ref)
        edits: dict[str, FieldEdit] = {}
        for name in self.dice.sample(FIELDS, self.dice.choice([1, 1, 2])):
            self._written += 1
            edits[name] = FieldEdit(self.seen[ref.id][name], f"{self.name} {self._written}")
        try:
            self.desk.incidents.edit(self.actor, ref.id, edits)
        except StaleEdit as stale:
            self.ledger.refused += [(ref.id, each.field, each.base) for each in stale.conflicts]
            self.look(ref)
            return
        for name, each in edits.items():
            base, value = each.base, str(each.value)
            self.seen[ref.id][name] = value
            self.ledger.accepted.append((ref.id, name, None if base is None else str(base), value))

    def comment(self, ref: IncidentRef) -> None:
        """Comments never conflict."""
        self.desk.incidents.post(self.actor, ref.id, Post(self.desk.new_id(), self.name, public=False))
        self.ledger.comments[ref.id] += 1

    def do_something(self, refs: list[IncidentRef]) -> None:
        """One act at one of these incidents."""
        act = self.dice.choice([self.write, self.write, self.write, self.look, self.comment])
        try:
            act(self.dice.choice(refs))
        except Unavailable:
            # Nothing was saved, it says; that is checked, because the journal may hold nothing that is not in here.
            self.ledger.turned_away += 1


def check(desk: Desk, actor: Actor, refs: list[IncidentRef], ledger: Ledger) -> None:
    """Every accepted change stands once in an unforked history that ends in the value that stands there now."""
    for ref in refs:
        detail = desk.incident.detail(actor, ref.id)
        for name in FIELDS:
            told = [
                (base, value)
                for incident_id, which, base, value in ledger.accepted
                if (incident_id, which) == (ref.id, name)
            ]
            steps = history(desk, ref, name)
            assert Counter(steps) == Counter(told), "what was acknowledged is what the journal holds"
            follower = dict(steps)
            assert len(follower) == len(steps), f"{name} was changed twice from the same value"
            value, length = _start(name), 0
            while value in follower:
                value, length = follower[value], length + 1
            assert length == len(steps)
            assert value == getattr(detail, name)
        assert sum(item.kind == "work_note" for item in detail.journal) == ledger.comments[ref.id]
    overtaken = {(incident_id, name, base) for incident_id, name, base, _ in ledger.accepted}
    assert set(ledger.refused) <= overtaken, "nobody is refused for a field that nobody else changed"


def _start(name: str) -> str | None:
    return {"short_description": TITLE, "description": ""}.get(name)


def history(desk: Desk, ref: IncidentRef, name: str) -> list[tuple[str | None, str]]:
    """The changes of a field as the journal tells them."""
    statement = (
        select(journal_change.c.old_value, journal_change.c.new_value)
        .join(journal_entry, journal_entry.c.id == journal_change.c.entry_id)
        .where(journal_change.c.incident_id == ref.id, journal_change.c.field == name)
    )
    with desk.store.reading() as connection:
        return [(row.old_value, row.new_value) for row in connection.execute(statement)]
