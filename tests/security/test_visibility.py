"""Everything that the program can ask, asked by everybody about random incidents, against a rule of five lines.

The rule is written down here once more, without a database. On SQLite it tests the services, on PostgreSQL the policies
as well: there everybody asks by a login of their own, and every table is asked behind the program's back too.
"""

import os
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from itertools import product
from typing import Any

import pytest
from sqlalchemy import select

from app.domain.actor import Actor
from app.domain.errors import DeskError, NotFound
from app.domain.vocabulary import Role, State, Visibility
from app.infra.ids import IdMaker
from app.models.base import metadata
from app.services.incidents.queue_dto import QueueQuery
from tests.support.crew import Crew
from tests.support.own_logins import OwnLoginsDesk

COUNT = int(os.environ.get("MAINSTAY_VISIBILITY_INCIDENTS", "120"))
"""How many random incidents; before a release 2,000."""

OPEN = {"new", "in_progress", "on_hold"}


@dataclass
class Made:
    """One random incident, as far as the rule looks at it."""

    id: str
    number: int
    caller_id: str
    restricted_group_id: str | None
    group_id: str
    state: str
    assignee_id: str | None
    entries: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    links: set[int] = field(default_factory=set)
    review_id: str = ""
    escalation_id: str = ""


def sees(actor: Actor, incident: Made) -> bool:
    """The rule: callers see their own; the desk sees all but what is restricted to groups of others."""
    if actor.role is Role.REQUESTER:
        return incident.caller_id == actor.person_id
    return incident.restricted_group_id is None or incident.restricted_group_id in actor.group_ids


def reads(actor: Actor, visibility: str) -> bool:
    """Callers read what is public."""
    return actor.role is not Role.REQUESTER or visibility == Visibility.PUBLIC


@dataclass
class World:
    """A desk full of random incidents, and who asks."""

    crew: Crew
    incidents: list[Made]
    actors: list[Actor]

    def seen_by(self, actor: Actor) -> list[Made]:
        """What the rule lets somebody see."""
        return [each for each in self.incidents if sees(actor, each)]


@pytest.fixture
def world(crew: Crew) -> World:
    """Incidents of two callers in two groups, a third of them restricted, with all that hangs on them."""
    dice = random.Random(crew.desk.identity.partition(":")[0] + str(COUNT))
    admin = crew.admin
    personnel = crew.desk.people_admin.add_group(admin, "Personnel", 2, (crew.agent.person_id,))
    actors = [crew.admin, crew.supervisor, crew.agent, crew.engineer, crew.requester, crew.neighbour]
    actors = [crew.desk.people.me(each) for each in actors]
    new_id = crew.desk.store.ids.new
    incidents = [_random(dice, new_id, number, crew, personnel) for number in range(1, COUNT + 1)]
    _store(crew, incidents, dice, crew.desk.store.ids)
    return World(crew, incidents, actors)


def _random(dice: random.Random, new_id: Callable[[], str], number: int, crew: Crew, personnel: str) -> Made:
    groups = [crew.service_desk, crew.network, personnel]
    return Made(
        id=new_id(),
        number=number,
        caller_id=dice.choice([crew.requester, crew.neighbour]).person_id,
        restricted_group_id=dice.choice([None, None, *groups]),
        group_id=dice.choice(groups),
        state=dice.choice([state.value for state in State]),
        assignee_id=dice.choice([None, crew.agent.person_id, crew.engineer.person_id]),
    )


def _store(crew: Crew, incidents: list[Made], dice: random.Random, ids: IdMaker) -> None:
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in _TABLES}
    now = crew.clock.now()
    for each in incidents:
        _describe(rows, each, dice, ids, now - timedelta(hours=each.number % 50))
    for one, other in ((dice.choice(incidents), dice.choice(incidents)) for _ in range(COUNT)):
        if one is not other and other.number not in one.links:
            one.links.add(other.number)
            other.links.add(one.number)
            rows["incident_link"].append(
                {"id": ids.new(), "source_id": one.id, "target_id": other.id, "kind": "related", "created_at": now}
            )
    with crew.desk.store.database.writing() as connection:
        for name in _TABLES:
            connection.execute(metadata.tables[name].insert(), rows[name])


_TABLES = (
    "incident", "journal_entry", "journal_change", "attachment_content", "attachment", "incident_link", "review",
    "review_cause", "escalation", "notification", "incident_clocks", "timer", "imported_record", "checklist_step",
    "incident_risk",
)  # fmt: skip


def _describe(rows: dict[str, list[dict[str, Any]]], made: Made, dice: random.Random, ids: IdMaker, at: Any) -> None:
    hold = {"hold_reason": "awaiting_vendor"} if made.state == State.ON_HOLD else {"hold_reason": None}
    about = {"incident_id": made.id}
    rows["incident"].append(
        {
            "id": made.id, "number": made.number, "short_description": f"Incident {made.number} jams",
            "caller_id": made.caller_id, "reported_at": at, "created_at": at, "updated_at": at, "impact": 2,
            "urgency": 2, "computed_priority": 3, "priority": 3, "state": made.state, "group_id": made.group_id,
            "assignee_id": made.assignee_id, "restricted_group_id": made.restricted_group_id,
            "source_number": f"SRC{made.number}", **hold,
        }
    )  # fmt: skip
    for place, visibility in enumerate(["public", *dice.choices(["public", "internal"], k=3)]):
        entry_id = ids.new()
        made.entries[entry_id] = visibility
        rows["journal_entry"].append(
            {
                "id": entry_id, **about, "occurred_at": at, "recorded_at": at, "by_desk": True,
                "kind": "logged" if place == 0 else "reply", "visibility": visibility, "body": f"Text {entry_id}",
            }
        )  # fmt: skip
        rows["journal_change"].append({**about, "entry_id": entry_id, "field": "state", "new_value": made.state})
        content, file_id = ids.new() * 2, ids.new()
        made.files[file_id] = visibility
        rows["attachment_content"].append({"sha256": content, "size": 1, "data": b"x"})
        rows["attachment"].append(
            {
                "id": file_id, **about, "entry_id": entry_id, "file_name": "x", "media_type": "text/plain",
                "sha256": content, "size": 1, "added_at": at,
            }
        )  # fmt: skip
    made.review_id, made.escalation_id = ids.new(), ids.new()
    rows["review"].append(
        {
            "id": made.review_id,
            **about,
            "version": 1,
            "state": "draft",
            "title": "x",
            "created_at": at,
            "updated_at": at,
        }
    )
    rows["review_cause"].append({"id": ids.new(), "review_id": made.review_id, "position": 1, "claim": "x"})
    rows["escalation"].append(
        {"id": made.escalation_id, **about, "kind": "hierarchical", "level": 1, "state": "waiting", "raised_at": at}
    )
    rows["notification"].append(
        {
            "id": ids.new(), "dedupe_key": made.id, "person_id": made.assignee_id or made.caller_id, **about,
            "kind": "rule", "title": "x", "created_at": at, "deliver_at": at,
        }
    )  # fmt: skip
    rows["incident_clocks"].append({**about, "policy_set": "imported", "engine": "1", "checked_until": at})
    risk = {"percent": 70, "late": 7, "alike": 10, "is_wide": False, "reckoned_at": at}
    rows["incident_risk"].append(about | risk)
    rows["checklist_step"].append(
        {"id": ids.new(), **about, "position": 1, "text": "Look", "created_at": at, "created_by_id": made.caller_id}
    )
    rows["timer"].append({"kind": "hold", "subject_id": made.id, "due_at": at})
    rows["imported_record"].append(
        {
            **about, "source": "old", "source_number": f"SRC{made.number}", "content_hash": "x", "extra": {},
            "imported_at": at,
        }
    )  # fmt: skip


def numbers(made: Iterable[Made]) -> set[int]:
    return {each.number for each in made}


def is_hidden(ask: Callable[[], object]) -> bool:
    """Whether the program says that there is no such thing."""
    try:
        found = ask()
    except NotFound:
        return True
    return found is None


FILTERS: dict[str, Callable[[Actor, Made], bool]] = {
    "is:any": lambda _actor, _made: True,
    "is:open": lambda _actor, made: made.state in OPEN,
    "is:unassigned": lambda _actor, made: made.state in OPEN and made.assignee_id is None,
    "is:waiting": lambda _actor, made: made.state == "on_hold",
    "is:any assignee:me": lambda actor, made: made.assignee_id == actor.person_id,
    "is:any jams": lambda _actor, _made: True,
    "is:any has:open_steps": lambda actor, _made: actor.role is not Role.REQUESTER,
    "is:any risk:high": lambda actor, made: actor.role is not Role.REQUESTER and made.state in OPEN,
    "is:any src7": lambda _actor, made: str(made.number).startswith("7"),
}


@pytest.mark.parametrize("group_by", ["none", "priority", "state", "group", "assignee", "sla"])
def test_lists_and_their_heads(group_by: str, world: World) -> None:
    for actor, filter_text in product(world.actors, FILTERS):
        expected = {each.number for each in world.seen_by(actor) if FILTERS[filter_text](actor, each)}
        wanted = QueueQuery(filter_text, group_by=group_by, limit=COUNT)
        found = world.crew.desk.queue.page(actor, wanted).rows
        assert {row.number for row in found} == expected, actor.name
        heads = world.crew.desk.queue.summary(actor, wanted)
        assert heads.total == len(expected), actor.name
        assert sum(head.incidents for head in heads.groups) in {0, len(expected)}, actor.name


def test_the_numbers_in_a_row_count_what_the_reader_reads(world: World) -> None:
    by_number = {each.number: each for each in world.incidents}
    for actor in world.actors:
        for row in world.crew.desk.queue.page(actor, QueueQuery("is:any", limit=COUNT)).rows:
            made = by_number[row.number]
            messages = [each for each in list(made.entries.values())[1:] if reads(actor, each)]
            files = [each for each in made.files.values() if reads(actor, each)]
            assert (row.messages, row.attachments) == (len(messages), len(files)), actor.name
            at_risk = made.state in OPEN and actor.role is not Role.REQUESTER
            assert row.risk == (70 if at_risk else None), actor.name


def test_counts_beside_the_views(world: World) -> None:
    for actor in world.actors:
        seen = world.seen_by(actor)
        opened = [each for each in seen if each.state in OPEN]
        counts = world.crew.desk.queue.counts(actor)
        assert counts.open == len(opened)
        assert counts.mine == sum(each.assignee_id == actor.person_id for each in opened)
        assert counts.unassigned == sum(each.assignee_id is None for each in opened)
        assert counts.waiting == sum(each.state == "on_hold" for each in opened)
        assert counts.resolved == sum(each.state == "resolved" for each in seen)
        for group in counts.by_group:
            assert group.incidents == sum(each.group_id == group.key for each in opened), actor.name


def test_an_incident_with_all_that_hangs_on_it(world: World) -> None:
    desk = world.crew.desk
    by_number = {each.number: each for each in world.incidents}
    for actor in world.actors:
        for made in world.incidents:
            if not sees(actor, made):
                assert is_hidden(partial(desk.incident.detail, actor, made.id))
                continue
            found = desk.incident.detail(actor, made.id)
            readable = {key for key, visibility in made.entries.items() if reads(actor, visibility)}
            assert {entry.id for entry in found.journal} == readable
            files = {key for key, visibility in made.files.items() if reads(actor, visibility)}
            assert {file.id for entry in found.journal for file in entry.attachments} == files
            ends = {number for number in made.links if sees(actor, by_number[number])}
            assert {link.number for link in found.links} == ends


def test_checklists_are_for_the_desk(world: World) -> None:
    checklists = world.crew.desk.checklists
    for actor in world.actors:
        for made in world.incidents:
            if actor.role is Role.REQUESTER or not sees(actor, made):
                with pytest.raises(DeskError):
                    checklists.of_incident(actor, made.id)
            else:
                assert [step.text for step in checklists.of_incident(actor, made.id).steps] == ["Look"]


def test_files_are_opened_by_whom_may_read_them(world: World) -> None:
    desk = world.crew.desk
    for actor in world.actors:
        for made in world.incidents[:40]:
            for file_id, visibility in made.files.items():
                hidden = is_hidden(partial(_name_of, desk, actor, file_id))
                assert hidden != (sees(actor, made) and reads(actor, visibility)), actor.name


def _name_of(desk: Any, actor: Actor, file_id: str) -> object:
    from app.domain.errors import Unavailable

    try:
        return desk.incident.file(actor, file_id)
    except Unavailable:
        return "damaged, because the hash is made up, but found"


def test_incidents_are_found_by_their_numbers(world: World) -> None:
    desk = world.crew.desk
    for actor in world.actors:
        for made in world.incidents:
            assert (desk.incident.find_number(actor, made.number) is not None) == sees(actor, made)
            assert (desk.incident.find_source_number(actor, f"SRC{made.number}") is not None) == sees(actor, made)
        for caller in (world.crew.requester, world.crew.neighbour):
            mine = [each for each in world.seen_by(actor) if each.caller_id == caller.person_id and each.state in OPEN]
            found = desk.incident.open_of_caller(actor, caller.person_id)
            assert {each.number for each in found} <= numbers(mine)
            assert len(found) == min(10, len(mine))


def test_clocks_reviews_and_escalations(world: World) -> None:
    desk = world.crew.desk
    for actor in world.actors:
        seen = world.seen_by(actor)
        for made in world.incidents[:30]:
            assert is_hidden(partial(desk.sla.clocks, actor, made.id)) != sees(actor, made)
        if actor.role is Role.REQUESTER:
            continue
        assert {row.incident_number for row in desk.reviews.list(actor)} == numbers(seen)
        assert {row.number for row in desk.escalations.live(actor)} <= numbers(seen)
        for made in world.incidents[:30]:
            hidden = is_hidden(partial(desk.reviews.detail, actor, made.review_id))
            assert hidden != sees(actor, made)
            assert is_hidden(partial(desk.escalations.of_incident, actor, made.id)) != sees(actor, made)
            assert is_hidden(partial(desk.escalations.targets, actor, made.id)) != sees(actor, made)


def test_figures_count_what_the_reader_sees(world: World) -> None:
    for actor in (world.crew.desk.people.me(each) for each in (world.crew.admin, world.crew.supervisor)):
        assert world.crew.desk.kpi.report(actor).incidents == len(world.seen_by(actor))


def test_people_are_told_of_what_they_see(world: World) -> None:
    for actor in world.actors:
        told = [each for each in world.incidents if (each.assignee_id or each.caller_id) == actor.person_id]
        seen = numbers(each for each in told if sees(actor, each))
        assert {each.number for each in world.crew.desk.notifications.mine(actor)} == seen
        assert world.crew.desk.notifications.pending(actor).unread == len(seen)


@pytest.mark.parametrize("crew", ["postgresql"], indirect=True)
def test_every_table_by_itself(world: World) -> None:
    """Behind the program's back: what a login finds in each table belongs to incidents that the rule lets it see."""
    desk = world.crew.desk
    assert isinstance(desk, OwnLoginsDesk)
    for actor in world.actors:
        seen = {each.id for each in world.seen_by(actor)}
        told = {each.id for each in world.seen_by(actor) if (each.assignee_id or each.caller_id) == actor.person_id}
        with desk.logins.store_of(actor).reading() as connection:
            for name, column in _INCIDENT_COLUMN.items():
                if name == "checklist_step" and actor.role is Role.REQUESTER:
                    continue  # refused altogether, as tests/security/test_insider.py shows
                found = set(connection.execute(select(metadata.tables[name].c[column])).scalars())
                if name == "incident_link":
                    assert found <= seen, f"{actor.name} {name}"
                else:
                    assert found == (told if name == "notification" else seen), f"{actor.name} {name}"


_INCIDENT_COLUMN = {
    "incident": "id", "journal_entry": "incident_id", "journal_change": "incident_id", "attachment": "incident_id",
    "incident_link": "source_id", "incident_clocks": "incident_id", "notification": "incident_id",
    "imported_record": "incident_id", "checklist_step": "incident_id",
}  # fmt: skip
