"""The queue pages without gaps or doubles whatever it is sorted, grouped and filtered by, on both databases alike."""

import itertools
import random
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from app.domain.actor import Actor
from app.domain.lifecycle import Step
from app.domain.query.completion import COUNTED_AT_ONCE
from app.domain.query.filter import TermKind
from app.domain.vocabulary import Channel, State
from app.infra.database import Database
from app.services.incidents.dto import FieldEdit, IncidentRef, NewFile, Post
from app.services.incidents.queue_dto import GROUP_COLUMNS, SORT_COLUMNS, QueueCounts, QueueQuery, QueueRow
from app.services.incidents.queue_page import prepared_ids, prepared_page
from app.services.incidents.queue_shares import Ground
from tests.support.clock import FrozenClock
from tests.support.crew import Crew

FILTERS = (
    "", "is:any", "is:open", "-is:open", "is:mine", "-is:mine", "is:vip", "-is:vip", "is:unassigned", "is:waiting,new",
    "is:resolved,closed,canceled", "is:major", "priority:1,2", "-priority:5", "priority:<=3", "team:net", "-team:net",
    "team:none", "team:mine", "-team:mine", "assignee:me", "-assignee:me", "assignee:bo", "-assignee:bo",
    "assignee:none", "printer", "-printer", "rosa", "INC-000007", "7", "is:open team:none printer", "éva", "ÉVA",
    "100%", "a_c", "subject:jams",
)  # fmt: skip


@pytest.fixture
def filled(crew: Crew) -> Crew:
    """Some dozens of incidents that differ in everything that a queue shows."""
    titles = (
        "Printer jams",
        "printer is out of toner",
        "Éva's badge fails",
        "Link at 100% load",
        "abc",
        "a_c",
        "C:\\ is full",
    )
    teams = ((None, None), (crew.service_desk, crew.agent), (crew.network, crew.engineer), (crew.network, None))
    states = (*State, State.NEW, State.IN_PROGRESS)
    for index in range(42):
        group, assignee = teams[index % 4]
        crew.clock.advance(minutes=1)
        ref = crew.log(
            short_description=titles[index % 7],
            caller_id=(crew.requester if index % 3 else crew.neighbour).person_id,
            impact=1 + index % 3,
            urgency=1 + index // 3 % 3,
            group_id=group,
            assignee_id=assignee and assignee.person_id,
            site_id=crew.site if index % 2 else None,
            service_id=crew.service if index % 5 else None,
            category_id=crew.category if index % 4 else None,
            channel=(Channel.PHONE, Channel.EMAIL, Channel.PORTAL)[index % 3],
        )
        if index % 3:
            crew.desk.incidents.tag_many(crew.agent, (ref.id,), ("zebra", "quartz")[: index % 3])
        if index % 6 == 0:
            post = Post(crew.desk.new_id(), "Hello", public=True, files=(NewFile("a.txt", "text/plain", b"a"),))
            crew.desk.incidents.post(crew.agent, ref.id, post)
        if state_is_reachable(states[index % 8], group):
            crew.bring_to(ref, states[index % 8])
    return crew


def state_is_reachable(state: State, group: str | None) -> bool:
    """Work starts with somebody responsible."""
    return group is not None or state is not State.IN_PROGRESS


def paged(crew: Crew, wanted: QueueQuery, size: int = 9) -> list[QueueRow]:
    """All rows, page by page."""
    rows: list[QueueRow] = []
    for offset in itertools.count(0, size):
        page = crew.desk.queue.page(crew.agent, wanted._replace(offset=offset, limit=size))
        assert page.offset == offset
        rows += page.rows
        if len(page.rows) < size:
            return rows
    raise AssertionError


def test_who_sees_no_tags_is_not_told_them_by_an_order_either(filled: Crew) -> None:
    wanted = QueueQuery("is:any", "tags", group_by="none")
    told = filled.desk.queue.page(filled.requester, wanted).rows
    assert told == filled.desk.queue.page(filled.requester, wanted._replace(sort="number")).rows


def key_of(row: QueueRow, group_by: str) -> str:
    """The head under which a row stands."""
    value = {
        "none": None, "sla": "no_target", "priority": row.priority, "state": row.state, "group": row.group_id,
        "assignee": row.assignee_id,
    }[group_by]  # fmt: skip
    return "none" if value is None else str(value)


def test_every_order_pages_without_gaps_or_doubles(filled: Crew) -> None:
    everything = {row.id for row in paged(filled, QueueQuery("is:any"))}
    assert len(everything) == 42
    for sort, group_by, descending in itertools.product(SORT_COLUMNS, GROUP_COLUMNS, (True, False)):
        wanted = QueueQuery("is:any", sort, descending, group_by)
        rows = paged(filled, wanted, 17)
        assert len(rows) == 42, wanted
        assert {row.id for row in rows} == everything, wanted


def test_what_is_alike_is_sorted_by_the_second_that_was_asked_for(filled: Crew) -> None:
    values: dict[str, Callable[[QueueRow], Any]] = {
        "caller": lambda row: row.caller_name,
        "short_description": lambda row: row.short_description,
        "number": lambda row: row.number,
    }
    for then, value in values.items():
        up = paged(filled, QueueQuery("is:any", "priority", False, "none", then=then))
        down = paged(filled, QueueQuery("is:any", "priority", True, "none", then=f"-{then}"))
        assert [(row.priority, value(row)) for row in up] == sorted((row.priority, value(row)) for row in up)
        assert [(row.priority, value(row)) for row in down] == sorted(
            ((row.priority, value(row)) for row in down), reverse=True
        )
        assert {row.id for row in up} == {row.id for row in down}
        assert len(up) == 42


def test_every_second_order_pages_without_gaps_or_doubles(filled: Crew) -> None:
    everything = {row.id for row in paged(filled, QueueQuery("is:any"))}
    for sort, then in itertools.product(("sla", "group", "number"), (f"-{name}" for name in SORT_COLUMNS)):
        for group_by in ("none", "sla", "assignee"):
            rows = paged(filled, QueueQuery("is:any", sort, False, group_by, then=then), 17)
            assert (len(rows), {row.id for row in rows}) == (42, everything), (sort, then, group_by)


def test_who_sees_no_tags_is_not_told_them_by_a_second_order_either(filled: Crew) -> None:
    wanted = QueueQuery("is:any", "priority", False, "none")
    told = filled.desk.queue.page(filled.requester, wanted._replace(then="tags")).rows
    assert told == filled.desk.queue.page(filled.requester, wanted).rows


def test_rows_stand_in_the_order_that_was_asked_for(filled: Crew) -> None:
    states = [state.value for state in State]
    keys: dict[str, Any] = {
        "number": lambda row: row.number,
        "priority": lambda row: row.priority,
        "state": lambda row: states.index(row.state),
        "caller": lambda row: row.caller_name,
        "group": lambda row: row.group_name,
        "assignee": lambda row: row.assignee_name,
        "site": lambda row: row.site_name,
        "service": lambda row: row.service_name,
        "category": lambda row: row.category_name,
        "channel": lambda row: row.channel,
        "tags": lambda row: row.tags,
        "reported_at": lambda row: row.reported_at,
        "updated_at": lambda row: row.updated_at,
        "hold_until": lambda row: row.hold_until,
    }
    for (sort, key), descending in itertools.product(keys.items(), (True, False)):
        rows = paged(filled, QueueQuery("is:any", sort, descending, "none"))
        given = [key(row) for row in rows if key(row) is not None]
        assert given == sorted(given, reverse=descending), sort
        empty = [key(row) is None for row in rows]
        assert empty == sorted(empty), f"{sort}: rows without a value come last, in both directions"


@pytest.mark.parametrize("group_by", [name for name in GROUP_COLUMNS if name != "none"])
def test_heads_count_their_rows_and_stand_in_their_order(group_by: str, filled: Crew) -> None:
    for text in FILTERS:
        wanted = QueueQuery(text, group_by=group_by)
        rows = paged(filled, wanted)
        summary = filled.desk.queue.summary(filled.agent, wanted)
        assert summary.total == len(rows), text
        assert {head.key: head.incidents for head in summary.groups} == Counter(key_of(row, group_by) for row in rows)
        seen = list(dict.fromkeys(key_of(row, group_by) for row in rows))
        assert [head.key for head in summary.groups] == seen, text
        assert all(head.label for head in summary.groups)


@pytest.mark.parametrize("group_by", [name for name in GROUP_COLUMNS if name != "none"])
def test_a_collapsed_head_has_no_rows_and_keeps_its_count(group_by: str, filled: Crew) -> None:
    heads = filled.desk.queue.summary(filled.agent, QueueQuery("is:any", group_by=group_by)).groups
    for closed in [{head.key} for head in heads] + [{head.key for head in heads}]:
        wanted = QueueQuery("is:any", group_by=group_by, collapsed=frozenset(closed))
        rows = paged(filled, wanted)
        kept = {head.key: head.incidents for head in heads if head.key not in closed}
        assert Counter(key_of(row, group_by) for row in rows) == kept
        assert filled.desk.queue.summary(filled.agent, wanted).groups == heads


def test_what_was_collapsed_in_another_grouping_means_nothing(filled: Crew) -> None:
    for group_by in GROUP_COLUMNS:
        collapsed = frozenset({"new", "99", "nonsense", "f" * 32})
        rows = paged(filled, QueueQuery("is:any", group_by=group_by, collapsed=collapsed))
        hidden = sum(row.state == "new" for row in paged(filled, QueueQuery("is:any"))) if group_by == "state" else 0
        assert len(rows) == 42 - hidden, group_by


def test_a_filter_and_its_negation_share_out_everything(filled: Crew) -> None:
    for text in FILTERS:
        if text and not text.startswith("-") and " " not in text:
            one = {row.id for row in paged(filled, QueueQuery(text))}
            other = {row.id for row in paged(filled, QueueQuery(f"-{text}"))}
            assert not one & other, text
            assert len(one) + len(other) == 42, text


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("printer", 12), ("PRINTER", 12), ("100%", 6), ("a_c", 6), ("éva", 6), ("Éva", 6), ("ÉVA", 6),
        ("E\u0301va", 6), ("print", 12), ("toner printer", 6), ('"out of toner"', 6), ('"toner out"', 0),
        ("rosa", 28), ("haddad", 14), ("INC-000007", 1), ("nothing", 0),
        ("\\", 42), ("'", 42), ("%", 42), ("\x00", 42), ("\ud800", 42),
    ],
)  # fmt: skip
def test_words_are_found_as_they_are_meant(text: str, count: int, filled: Crew) -> None:
    assert len(paged(filled, QueueQuery(text))) == count


def test_a_row_shows_what_stands_in_the_incident(filled: Crew) -> None:
    row = next(row for row in paged(filled, QueueQuery("INC-000007")) if row.number == 7)
    seen = filled.desk.incident.detail(filled.agent, row.id)
    for name in set(QueueRow._fields) & set(type(seen)._fields):
        assert getattr(row, name) == getattr(seen, name), name
    assert (row.messages, row.attachments, row.caller_name, row.vip) == (1, 1, "Noor Haddad", False)


def test_the_sidebar_counts_what_the_views_show(filled: Crew) -> None:
    counts = filled.desk.queue.counts(filled.agent)
    found = {
        name: filled.desk.queue.summary(filled.agent, QueueQuery(text)).total
        for name, text in {
            "open": "is:open",
            "mine": "is:open is:mine",
            "unassigned": "is:unassigned",
            "waiting": "is:waiting",
            "resolved": "is:resolved",
        }.items()
    }
    assert {name: getattr(counts, name) for name in found} == found
    for head in counts.by_group:
        rows = paged(filled, QueueQuery("is:open"))
        assert head.incidents == sum(row.group_id == head.key for row in rows)


@pytest.mark.parametrize("word", ["new", "waiting", "unassigned", "triage", "waiting,new"])
def test_that_what_is_new_is_open_is_said_to_a_file_alone(crew: Crew, word: str) -> None:
    database: Database = crew.desk.store.database
    open_ones = "incident.state IN ('new', 'in_progress', 'on_hold')"
    with database.reading() as connection:
        said = [
            prepared_ids(crew.agent, QueueQuery(text, group_by="none"), Ground()).sql(connection.dialect)
            for text in (f"is:{word}", f"is:open is:{word}", f"is:open -is:{word}")
        ]
    alone, with_open, without = (sql.count(open_ones) for sql in said)
    assert with_open == alone + database.is_sqlite, "an index over open ones, or how many rows to expect"
    assert without == alone + 1


@pytest.mark.parametrize(
    ("filter_text", "group_by"), [("is:open", "priority"), ("is:open assignee:me", "priority"), ("", "priority")]
)
def test_the_default_queue_is_read_from_an_index(filter_text: str, group_by: str, crew: Crew) -> None:
    database: Database = crew.desk.store.database
    if not database.is_sqlite:
        pytest.skip("the plan of PostgreSQL depends on its statistics")
    prepared = prepared_page(crew.agent, QueueQuery(filter_text, group_by=group_by))
    with database.reading() as connection:
        sql = prepared.sql(connection.dialect)
        values = [""] * sql.count("?")
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", tuple(values)).all()
    told = [str(step[-1]) for step in plan]
    assert any("incident USING" in step and "INDEX ix_incident" in step for step in told), told
    assert not any(step.startswith("SCAN incident") and "INDEX" not in step for step in told), told


def test_the_number_of_statements_does_not_grow(filled: Crew) -> None:
    actor, queue = filled.agent, filled.desk.queue
    ref = filled.log()
    for _ in range(12):
        filled.desk.incidents.edit(actor, ref.id, {"minutes_spent": FieldEdit(filled.see(ref).minutes_spent, 1)})
        filled.desk.incidents.post(actor, ref.id, Post(filled.desk.new_id(), "More", public=True))
    for act, most in (
        (lambda: queue.page(actor, QueueQuery(limit=100)), 1),
        (lambda: queue.page(actor, QueueQuery(limit=1)), 1),
        (lambda: queue.summary(actor, QueueQuery()), 2),
        (lambda: queue.counts(actor), 5),
        (lambda: queue.timed_counts(actor, QueueCounts(0, 0, 0, 0, 0)), 2),
        (lambda: filled.see(ref), 8),
    ):
        act()
        with filled.counting() as counter:
            act()
        assert counter["statements"] <= most
        assert counter["commits"] == 0


Found = frozenset[str]


def random_tree(dice: random.Random, atoms: dict[str, Found], everything: Found, depth: int = 3) -> tuple[str, Found]:
    """A text that joins terms in some way, and which incidents it means by the rules of sets."""
    if depth == 0 or dice.random() < 0.3:
        return dice.choice(list(atoms.items()))
    parts = [random_tree(dice, atoms, everything, depth - 1) for _ in range(dice.randint(1, 3))]
    any_of = dice.random() < 0.5
    text = f"({(' or ' if any_of else dice.choice([' ', ' and '])).join(text for text, _ in parts)})"
    sets = [found for _, found in parts]
    meant = frozenset.union(*sets) if any_of else frozenset.intersection(*sets)
    return (f"-{text}", everything - meant) if dice.random() < 0.3 else (text, meant)


def test_brackets_or_and_not_mean_what_they_mean_with_sets(filled: Crew) -> None:
    def found(text: str) -> Found:
        return frozenset(row.id for row in paged(filled, QueueQuery(text, group_by="none"), 100))

    everything = found("")
    atoms = {text: found(text) for text in FILTERS if text and " " not in text}
    dice = random.Random(1)
    for _ in range(60):
        text, meant = random_tree(dice, atoms, everything)
        assert found(text) == meant, text


def test_values_are_offered_with_what_they_would_leave(filled: Crew) -> None:
    def offered(actor: Actor, rest: str, kind: TermKind, part: str) -> dict[str, int]:
        return {each.value: each.incidents for each in filled.desk.queue.suggest(actor, QueueQuery(rest), kind, part)}

    def left(actor: Actor, text: str) -> int:
        return filled.desk.queue.summary(actor, QueueQuery(text, group_by="none")).total

    for rest in ("", "is:open", "is:open printer", "sla:none"):
        for kind, part in ((TermKind.TEAM, ""), (TermKind.TEAM, "NET"), (TermKind.ASSIGNEE, ""), (TermKind.SITE, "")):
            found = offered(filled.agent, rest, kind, part)
            words = {"mine", "me", "none"} & found.keys()
            assert bool(words) == (part == "")
            terms = {name: name if name in words else f'"{name}"' for name in found}
            assert found == {name: left(filled.agent, f"{rest} {kind}:{term}") for name, term in terms.items()}
            assert all(part.lower() in name.lower() for name in found)
            assert found or rest == "sla:none", (rest, kind)
        for kind in sorted(COUNTED_AT_ONCE):
            found = offered(filled.agent, rest, kind, "")
            assert found == {value: left(filled.agent, f"{rest} {kind}:{value}") for value in found}
            begun = next(iter(found))[:1]
            part_of_it = {value: number for value, number in found.items() if value.startswith(begun)}
            assert offered(filled.agent, rest, kind, begun) == part_of_it, "one answer has the numbers of all of them"
    assert offered(filled.agent, "", TermKind.IS, "re").keys() == {"resolved", "restricted"}
    assert offered(filled.agent, "", TermKind.RESPONSE, "m").keys() == {"met", "missed"}
    assert offered(filled.agent, "", TermKind.HAS, "c").keys() == {"children", "change", "cause", "checklist"}
    own_one = filled.desk.queue.page(filled.requester, QueueQuery("is:open")).rows[0].id
    filled.desk.incidents.post(filled.agent, own_one, Post(filled.desk.new_id(), "Ask the landlord", public=False))
    noted = [offered(actor, "", TermKind.HAS, "no") for actor in (filled.agent, filled.requester)]
    assert noted == [{"note": 1}, {"note": 0}], "nor what is written about theirs within the desk"
    own = offered(filled.requester, "", TermKind.TEAM, "")
    assert sum(own.values()) <= left(filled.requester, ""), "nobody learns how much there is that they may not see"


def new_to(crew: Crew, text: str, since: datetime, *refs: IncidentRef) -> set[str]:
    fresh = crew.desk.queue.fresh(crew.agent, QueueQuery(text), [ref.id for ref in refs], since)
    return {each.row.id for each in fresh if each.is_new}


def test_a_caller_learns_what_the_desk_brought_into_their_list(crew: Crew, clock: FrozenClock) -> None:
    ref = crew.log(crew.supervisor, caller_id=crew.requester.person_id)
    since = clock.now()
    clock.advance(hours=1)
    crew.bring_to(ref, State.RESOLVED)
    found = crew.desk.queue.fresh(crew.requester, QueueQuery("is:resolved printer"), [ref.id], since)
    assert [(each.is_found, each.is_new) for each in found] == [(True, True)]
    found = crew.desk.queue.fresh(crew.requester, QueueQuery("printer"), [ref.id], since)
    assert [(each.is_found, each.is_new) for each in found] == [(True, False)]


def test_new_in_a_list_is_what_others_logged_or_brought_into_it(crew: Crew, clock: FrozenClock) -> None:
    logged = {"group_id": crew.service_desk}
    old, mine = crew.log(crew.supervisor, **logged), crew.log(crew.supervisor, **logged)
    clock.advance(hours=1)
    since = clock.now()
    clock.advance(hours=1)
    edit, me = crew.desk.incidents.edit, crew.agent.person_id
    theirs, own = crew.log(crew.supervisor, **logged), crew.log(crew.agent, **logged)
    everything = old, mine, theirs, own
    assert new_to(crew, "is:open", since, *everything) == {theirs.id}
    edit(crew.supervisor, old.id, {"short_description": FieldEdit(crew.see(old).short_description, "Another")})
    assert new_to(crew, "is:open", since, *everything) == {theirs.id}, "it stood there before"
    assert new_to(crew, "subject:another", since, *everything) == {old.id}
    edit(crew.supervisor, old.id, {"assignee_id": FieldEdit(None, me)})
    edit(crew.agent, mine.id, {"assignee_id": FieldEdit(None, me)})
    assert new_to(crew, "is:mine", since, *everything) == {old.id}, "what one took oneself is no news"
    assert new_to(crew, "assignee:none", since, *everything) == {theirs.id}
    edit(
        crew.supervisor,
        mine.id,
        {"impact": FieldEdit(crew.see(mine).impact, 1), "urgency": FieldEdit(crew.see(mine).urgency, 1)},
    )
    priority = crew.see(mine).priority
    assert new_to(crew, f"is:mine priority:{priority}", since, *everything) == {mine.id}
    assert new_to(crew, "is:mine", clock.now(), *everything) == set(), "nothing happened since"


def test_what_went_and_came_back_or_was_reopened_is_judged_by_what_stood_there(crew: Crew, clock: FrozenClock) -> None:
    ref = crew.log(crew.supervisor, group_id=crew.service_desk)
    done = crew.bring_to(crew.log(crew.supervisor, group_id=crew.service_desk), State.RESOLVED)
    clock.advance(hours=1)
    since = clock.now()
    clock.advance(hours=1)
    edit = crew.desk.incidents.edit
    edit(crew.supervisor, ref.id, {"group_id": FieldEdit(crew.service_desk, crew.network)})
    edit(crew.supervisor, ref.id, {"group_id": FieldEdit(crew.network, crew.service_desk)})
    team = crew.see(ref).group_name
    assert new_to(crew, f'team:"{team}"', since, ref) == set()
    assert new_to(crew, "is:resolved", since, done) == set()
    crew.step(done, Step(State.IN_PROGRESS, reason="It is back"), crew.supervisor)
    assert new_to(crew, "is:open", since, ref, done) == {done.id}
