"""What the database finds by a filter is what the filter means in memory: for every field, and however they are joined.

One desk with incidents that differ in everything is asked both ways, on SQLite and on PostgreSQL.
"""

import random
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.actor import Actor
from app.domain.calendar import Calendar, Span
from app.domain.instants import HOUR, micros, moment
from app.domain.knowledge import ArticleUse
from app.domain.lifecycle import Step
from app.domain.query.fields import CHANNEL_VALUES, CLOCK_VALUES, HAS_VALUES, IS_VALUES, RISK_VALUES, SLA_VALUES
from app.domain.query.filter import parse_filter
from app.domain.query.holds import finds
from app.domain.vocabulary import Channel, LinkKind, State
from app.models.clocks import calendar, calendar_version, incident_clocks
from app.models.escalation import escalation
from app.models.suggestion import incident_risk
from app.models.timers import notification
from app.services.escalation.dto import MajorDecision
from app.services.incidents.dto import FieldEdit, IncidentRef, NewFile, Post
from app.services.incidents.facts import load_asker, load_facts
from app.services.incidents.queue_dto import QueueQuery
from app.services.sla.definitions import calendar_to_data
from tests.services.knowledge_desk import published
from tests.support.crew import Crew

# A Tuesday evening, an hour before midnight of the reader and four before that of UTC.
NOW = datetime.fromisoformat("2026-11-24T20:00:00+00:00")
READER = timezone(timedelta(hours=3))
OFFICE = "0" * 31 + "1"
NUMBER = 26
LENGTHS = ("<0", "<1h", "<=1h", ">1h", ">=1h", "1h..4h", "-2h..30m", ">2d", "<1w", "<0,>2h")
SHARES = (">80%", "<80%", ">=100%", "50%..75%", "<=0%")
DAYS = (
    "today", "yesterday", "tomorrow", "week", "last_week", "month", "last_month", "-7d", "-36h", "2d", "<-3d", ">-3d",
    ">=-1d", "<=-1d", "<today", "<=today", ">today", ">=today", "2026-11-24", "<2026-11-24", "2026-11", ">2026-11",
    "2026-11-20..2026-11-24", "yesterday..today", "-5d..-1d", "-4d..yesterday", "none", "any",
)  # fmt: skip
NAMES = ("none", "any", "e", "o", "nothing", "a,none")
NAMED = ("team", "assignee", "requester", "site", "service", "category")
COUNTS = ("0", "1", ">0", ">=2", "<2", "<=1", "1..2", "0,3")
ATOMS: tuple[str, ...] = (
    *(f"is:{value}" for value in IS_VALUES),
    *(f"priority:{value}" for value in ("1", "1,2", "<=2", ">3", "2..4")),
    *(f"{name}:{value}" for name in NAMED for value in NAMES),
    "team:mine", "team:net", "assignee:me", "assignee:me,none", "requester:me", "requester:rosa", "category:hard",
    *(f"tag:{value}" for value in ("none", "any", "vpn", "vp", "vpn,badge", "c++", "a_c")),
    *(f"problem:{value}" for value in ("none", "any", "PRB-1", "1", "prb000001", "7,vendor", "vendor", "999")),
    *(f"channel:{value}" for value in CHANNEL_VALUES),
    *(f"hold:{value}" for value in ("none", "any", "vendor", "awaiting_vendor", '"waiting vendor"', "é,parts")),
    *(f"code:{value}" for value in ("none", "any", "solution_provided", "PROVIDED", '"user error",wrong', "100%")),
    *(f"sla:{value}" for value in (*SLA_VALUES, *LENGTHS, *SHARES)),
    *(
        f"{clock}:{value}"
        for clock in ("response", "resolution", "update")
        for value in (*CLOCK_VALUES, *LENGTHS, *SHARES)
    ),
    *(f"{name}:{value}" for name in ("created", "updated", "resolved", "closed", "due") for value in DAYS),
    *(f"risk:{value}" for value in (*RISK_VALUES, ">50%", "<=20%", "20%..62%", "high,low", ">100%")),
    *(f"age:{value}" for value in ("<1d", ">1d", "1d..4d", ">=0", "<2h,>5d")),
    *(f"has:{value}" for value in HAS_VALUES),
    *(f"{name}:{value}" for name in ("link", "parent") for value in ("none", "any", "INC-000003", "5", "999")),
    "id:3", "id:INC-000004,5",
    *(f"{name}:{value}" for name in ("level", "reopened", "comments") for value in COUNTS),
    "subject:printer", "subject:é,link", "text:rosa", "text:100%", "printer", "éva", "ÉVA", "a_c", "7", "jam",
    '"is out"', "worn", "hello", "wait", "subject:toner", "text:diaz",
)  # fmt: skip


@pytest.fixture
def desk(crew: Crew) -> Crew:
    """Incidents that differ in everything that a filter asks about."""
    dice = random.Random(11)
    crew.clock.advance(seconds=(NOW - timedelta(days=9) - crew.clock.now()).total_seconds())
    refs = [_logged(crew, dice, number) for number in range(NUMBER)]
    for source, target, kind in ((1, 2, LinkKind.PARENT), (4, 2, LinkKind.PARENT), (5, 6, LinkKind.DUPLICATE)):
        crew.link(refs[source], refs[target], kind)
    _tell_all(crew, refs[2])
    crew.desk.incidents.unlink(crew.agent, crew.link(refs[8], refs[9], LinkKind.RELATED))
    crew.link(refs[10], refs[3], LinkKind.RELATED)
    crew.write("incident", refs[3], restricted_group_id=crew.network)
    crew.write("incident", refs[12], restricted_group_id=crew.service_desk)
    _hang_on(crew, dice, refs)
    article = published(crew)
    for number in (2, 7, 9):
        use_id = crew.desk.new_id()
        crew.desk.knowledge_work.use(crew.agent, use_id, article.id, ArticleUse.LINKED, refs[number].id)
        if number == 9:
            crew.desk.knowledge_work.take_back(crew.agent, use_id)
    for number, name in ((3, "PRB-000001"), (6, "PRB000001"), (7, "Vendor 7"), (8, "PRB-000007"), (14, "PRB-000001")):
        crew.write("incident", refs[number], problem_ref=name)
    for number, word in ((4, "Éva's customs"), (9, "awaiting_parts"), (11, "awaiting_vendor")):
        crew.write("incident", refs[number], hold_reason=word)
    for number, word in ((4, "user_error"), (10, "Wrong at 100%"), (18, "workaround_provided")):
        crew.write("incident", refs[number], resolution_code=word)
    for number, hours in enumerate((2, -2, 50, 0, -30)):
        crew.write("incident", refs[number * 5], snoozed_until=NOW + timedelta(hours=hours))
    crew.desk.following.follow(crew.agent, (refs[1].id, refs[6].id, refs[8].id), following=True)
    crew.desk.following.follow(crew.agent, (refs[8].id,))
    for ref in refs[13:16]:
        crew.write("incident", ref, state="new", group_id=None, assignee_id=None)
    crew.clock.advance(seconds=(NOW - crew.clock.now()).total_seconds())
    return crew


def _logged(crew: Crew, dice: random.Random, number: int) -> IncidentRef:
    titles = ("Printer jams", "printer is out of toner", "Éva's badge fails", "Link at 100% load", "a_c", "abc")
    group, assignee = dice.choice(
        ((None, None), (crew.service_desk, crew.agent), (crew.network, crew.engineer), (crew.network, None))
    )
    crew.clock.advance(hours=dice.choice((1, 3, 12)))
    ref = crew.log(
        short_description=titles[number % 6],
        caller_id=dice.choice((crew.requester, crew.neighbour, crew.agent)).person_id,
        impact=dice.randint(1, 3),
        urgency=dice.randint(1, 3),
        group_id=group,
        assignee_id=assignee and assignee.person_id,
        site_id=dice.choice((crew.site, None)),
        service_id=dice.choice((crew.service, None)),
        category_id=crew.category if number % 3 else None,
        subcategory_id=crew.subcategory if number % 3 == 1 else None,
        channel=dice.choice(list(Channel)),
    )
    if number % 4 == 0:
        files = (NewFile("a.txt", "text/plain", b"a"),) if number % 8 == 0 else ()
        crew.desk.incidents.post(crew.agent, ref.id, Post(crew.desk.new_id(), "Hello", number % 3 == 0, files))
    if number % 4 == 1:
        words = dice.sample(("vpn", "badge", "c++", "a_c", "abc"), 2)
        crew.desk.incidents.tag_many(crew.agent, (ref.id,), tuple(words))
    if number % 5 == 0:
        told = {"cause": "Worn", "problem_ref": "PRB-1", "workaround": "Wait", "business_impact": "None"}
        chosen = dict(dice.sample(sorted(told.items()), 2))
        crew.desk.incidents.edit(crew.agent, ref.id, {name: FieldEdit(None, text) for name, text in chosen.items()})
    state = dice.choice(list(State)) if group else State.NEW
    crew.bring_to(ref, state)
    if state is State.RESOLVED and number % 2:
        crew.step(ref, Step(State.IN_PROGRESS, reason="It came back"), crew.supervisor)
    return ref


def _tell_all(crew: Crew, ref: IncidentRef) -> None:
    """A stakeholder update of it and of what hangs below; a major incident it is no longer."""
    crew.desk.major_work.accept(crew.supervisor, ref.id, MajorDecision(crew.supervisor.person_id, "All are hit", "All"))
    post = Post(crew.desk.new_id(), "We are on it", public=True, to_stakeholders=True)
    crew.desk.incidents.post(crew.agent, ref.id, post)
    crew.desk.major_work.demote(crew.supervisor, ref.id, "One site after all")


def _hang_on(crew: Crew, dice: random.Random, refs: list[IncidentRef]) -> None:
    """Clocks in every state, escalations and notifications, past the commands that would take days to make them."""
    with crew.desk.store.database.writing() as connection:
        hours = calendar_to_data(Calendar("UTC", ((Span(9 * 3600, 17 * 3600),),) * 5 + ((),) * 2))
        connection.execute(calendar.insert(), {"id": OFFICE, "name": "Nine to five"})
        made = {"calendar_id": OFFICE, "number": 1, "created_at": NOW, "effective_from": NOW - timedelta(days=900)}
        connection.execute(calendar_version.insert(), made | {"definition": hours})
        connection.execute(incident_clocks.delete())
        for ref in refs[2:]:
            connection.execute(incident_clocks.insert(), _clock_row(ref.id, dice))
        for place, ref in enumerate(refs[:20]):
            percent = (0, 19, 20, 49, 50, 62, 100, None)[place % 8]
            told = (
                dict.fromkeys(("late", "alike", "is_wide"))
                if percent is None
                else {"late": 1, "alike": 12, "is_wide": False}
            )
            row = {"incident_id": ref.id, "percent": percent, "reckoned_at": NOW, **told}
            connection.execute(incident_risk.insert(), row)
        for number, state in ((1, "waiting"), (2, "active"), (3, "ended"), (4, "active")):
            row = {"id": crew.desk.new_id(), "incident_id": refs[number].id, "state": state, "raised_at": NOW}
            kind = "run" if number == 4 else "hierarchical"
            connection.execute(escalation.insert(), row | {"kind": kind, "level": number % 3})
        for number, read_at in ((5, None), (6, NOW)):
            row = {"id": crew.desk.new_id(), "dedupe_key": str(number), "person_id": crew.agent.person_id}
            told = {"kind": "assigned", "title": "Told", "created_at": NOW, "deliver_at": NOW, "read_at": read_at}
            connection.execute(notification.insert(), row | told | {"incident_id": refs[number].id})


def _clock_row(incident_id: str, dice: random.Random) -> dict[str, Any]:
    """A row of the cache as it may be: the clock that presses most is one of the three."""
    row: dict[str, Any] = {
        "incident_id": incident_id, "policy_set": "desk", "engine": "test", "checked_until": NOW - timedelta(days=1),
        "calendar_id": dice.choice((OFFICE, None)),
    }  # fmt: skip
    for name in ("response", "resolution", "update"):
        phase = dice.choice(("running", "running", "paused", "stopped", "none", "void"))
        row[f"{name}_phase"] = phase
        if phase in {"none", "void"}:
            continue
        edges = (0, 1, -1, HOUR, HOUR + 1, -30 * HOUR, 30 * HOUR, 3 * HOUR, dice.randrange(-40 * HOUR, 40 * HOUR))
        is_due = phase == "running" or (phase == "paused" and dice.random() < 0.3)
        row[f"{name}_due_at"] = moment(micros(NOW) + dice.choice(edges)) if is_due else None
        row[f"{name}_elapsed"] = dice.randrange(6 * HOUR)
        row[f"{name}_target"] = dice.choice((HOUR, 3 * HOUR, 8 * HOUR))
        row[f"{name}_breached"] = dice.random() < 0.5 if phase == "stopped" else None
    pressing = dice.choice(("response", "resolution", "update"))
    phase, due = row[f"{pressing}_phase"], row.get(f"{pressing}_due_at")
    if phase in {"none", "void"}:
        return row
    row |= {"clock": pressing, "phase": phase, "due_at": due}
    if due is not None:
        row |= {"breach_at": due + dice.choice((timedelta(microseconds=1), timedelta(hours=13)))}
        row |= {"soon_at": due - timedelta(hours=2), "hot_at": due - timedelta(minutes=30)}
    return row


Both = Callable[[str], tuple[set[str], set[str]]]


def asked(crew: Crew, actor: Actor) -> Both:
    """What the database finds by a text, and what it means in memory."""
    everything = QueueQuery("is:any", group_by="none", limit=1000, at=NOW, zone=READER)
    ids = [row.id for row in crew.desk.queue.page(actor, everything).rows]
    everything = everything._replace(drafts=tuple(ids[2::5]))
    with crew.desk.store.reading() as connection:
        facts, asker = load_facts(connection, actor, ids), load_asker(connection, actor, NOW, READER, ids[2::5])

    def both(text: str) -> tuple[set[str], set[str]]:
        rows = crew.desk.queue.page(actor, everything._replace(filter_text=text)).rows
        read = parse_filter(text)
        assert not read.problems, text
        return {row.id for row in rows}, {each.id for each in facts if finds(read, each, asker)}

    return both


def test_every_field_is_read_alike_by_the_database_and_in_memory(desk: Crew) -> None:
    both = asked(desk, desk.agent)
    never: list[str] = []
    for text in ATOMS:
        found, meant = both(text)
        assert found == meant, text
        if not found:
            never.append(text.partition(":")[0])
        opposite, meant = both(f"-{text}")
        assert opposite == meant, f"-{text}"
        assert not found & opposite, text
        assert len(found) + len(opposite) == NUMBER - 1, text
    written = [text.partition(":")[0] for text in ATOMS]
    assert not {name for name in written if never.count(name) == written.count(name)}, "a field never found anything"


def test_a_requester_finds_nothing_by_what_they_may_not_see(desk: Crew) -> None:
    both = asked(desk, desk.requester)
    everything, _ = both("is:any")
    assert everything
    for text in ATOMS:
        found, meant = both(text)
        assert found == meant, text
    for text in (
        "has:note",
        "has:review",
        "has:cause",
        "has:workaround",
        "is:escalated",
        "level:>0",
        "has:kb",
        "tag:any",
        "tag:vpn",
        "risk:any",
        "risk:low",
    ):
        assert both(text) == (set(), set()), text
    hidden = desk.desk.queue.page(desk.agent, QueueQuery("has:note requester:rosa", at=NOW)).rows
    assert hidden, "the desk has notes that the requester must not learn of"


def joined(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Filters in brackets, side by side, by and and by or, negated or not."""
    return st.tuples(
        st.sampled_from(("", "-")), st.lists(inner, min_size=1, max_size=4), st.sampled_from((" ", " and ", " or "))
    ).map(lambda made: f"{made[0]}({made[2].join(made[1])})")


FILTERS = st.recursive(st.sampled_from(ATOMS) | st.sampled_from(ATOMS).map("-{}".format), joined, max_leaves=8)


def test_however_terms_are_joined_both_mean_the_same(desk: Crew) -> None:
    both = asked(desk, desk.agent)

    @settings(max_examples=80, suppress_health_check=list(HealthCheck))
    @given(FILTERS)
    def agree(text: str) -> None:
        found, meant = both(text)
        assert found == meant

    agree()
