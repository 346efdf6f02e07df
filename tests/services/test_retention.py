"""How long things are kept: what a rule takes and what it never takes, when it begins, and what stays told."""

import contextlib
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from app.domain.errors import BadInput, NotAllowed, NotFound
from app.domain.imports import no_progress
from app.domain.retention import NOTICE, RetentionKind, Rule, as_data, changed, cutoff, rule_of
from app.domain.vocabulary import MajorState, State
from app.models.audit import audit_entry
from app.models.incident import attachment_content
from app.models.retention import removed_file, retention_run
from app.models.timers import notification
from app.services.audit.verify import Verification
from app.services.exporting.formats import Format
from app.services.incidents.dto import AttachmentInfo, IncidentRef, NewFile, Post
from app.services.retention.run import AT_ONCE, keep_to_rules
from tests.support.crew import Crew, TornOutError

FILES, NOTIFICATIONS = RetentionKind.FILES, RetentionKind.NOTIFICATIONS
NOW = datetime(2026, 3, 31, 9, 0, tzinfo=UTC)
_months = st.one_of(st.none(), st.integers(1, 1200))


# The rule by itself


@pytest.mark.parametrize(
    ("now", "months", "before"),
    [
        (NOW, 1, datetime(2026, 2, 28, 9, 0, tzinfo=UTC)),
        (NOW, 12, datetime(2025, 3, 31, 9, 0, tzinfo=UTC)),
        (NOW, 3, datetime(2025, 12, 31, 9, 0, tzinfo=UTC)),
        (datetime(2028, 2, 29, tzinfo=UTC), 12, datetime(2027, 2, 28, tzinfo=UTC)),
        (NOW, 1200, datetime(1970, 3, 31, 9, 0, tzinfo=UTC)),
    ],
)
def test_months_are_counted_by_the_calendar(now: datetime, months: int, before: datetime) -> None:
    assert cutoff(now, months) == before


@given(st.lists(st.tuples(_months, st.integers(0, 20)), max_size=8))
def test_nothing_is_ever_taken_sooner_than_a_week_after_it_was_said(steps: list[tuple[int | None, int]]) -> None:
    """Whatever is set in whatever order: what holds now was held a week ago, or takes less."""
    rule, now = Rule(), NOW
    held: list[tuple[datetime, int | None]] = []
    chosen: list[tuple[datetime, int | None]] = []
    for months, days in steps:
        rule = changed(rule, months, now)
        assert rule_of(as_data(rule)) == rule
        chosen.append((now, months))
        held.append((now, rule.months_at(now)))
        now += timedelta(days=days)
        held.append((now, rule.months_at(now)))
    for at, months in held:
        if months is not None:
            assert any(said is not None and said <= months and when <= at - NOTICE for when, said in chosen)


@pytest.mark.parametrize("months", [0, -1, 1201])
def test_months_that_make_no_sense_are_refused(months: int) -> None:
    with pytest.raises(BadInput):
        changed(Rule(), months, NOW)


@pytest.mark.parametrize("stored", [None, [], "x", {"months": "3"}, {"months": -2}, {"months": 3, "begins_at": "soon"}])
def test_a_rule_that_cannot_be_read_keeps_everything(stored: object) -> None:
    assert rule_of(stored) == Rule()


# At a desk


def post(crew: Crew, ref: IncidentRef, name: str = "contract.pdf", data: bytes = b"secret plans") -> AttachmentInfo:
    crew.clock.advance(minutes=1)
    crew.desk.incidents.post(
        crew.agent, ref.id, Post(crew.desk.new_id(), name, public=True, files=(NewFile(name, "application/pdf", data),))
    )
    return next(info for item in crew.see(ref).journal for info in item.attachments if info.file_name == name)


def ended(crew: Crew, name: str = "contract.pdf", data: bytes = b"secret plans", **fields: str) -> IncidentRef:
    """An incident with a file that is closed."""
    ref = crew.log(None, **fields)
    post(crew, ref, name, data)
    return crew.bring_to(ref, State.CLOSED)


def file_of(crew: Crew, ref: IncidentRef) -> AttachmentInfo:
    return next(info for item in crew.see(ref).journal for info in item.attachments)


def run(crew: Crew, at_once: int = AT_ONCE) -> dict[RetentionKind, int]:
    return keep_to_rules(crew.heart, at_once=at_once)


def let_days_pass(crew: Crew, days: int = 8) -> None:
    """The desk looks each day."""
    for _ in range(days):
        crew.clock.advance(days=1)
        run(crew)


def keep(crew: Crew, months: int | None, kind: RetentionKind = FILES) -> Rule:
    return crew.desk.retention_admin.set_rule(crew.admin, kind, months)


def removed(crew: Crew) -> set[str]:
    with crew.desk.store.reading() as connection:
        return set(connection.execute(select(removed_file.c.incident_id)).scalars())


def contents(crew: Crew) -> list[int]:
    with crew.desk.store.reading() as connection:
        return sorted(connection.execute(select(func.length(attachment_content.c.data))).scalars())


def findings(crew: Crew) -> list[str]:
    with crew.desk.store.snapshot() as connection:
        verification = Verification(connection)
        verification.run()
    return [finding.sentence() for finding in verification.findings]


def test_without_a_rule_nothing_is_written_and_nothing_taken(crew: Crew) -> None:
    ref = ended(crew)
    crew.clock.advance(days=4000)
    before = crew.dump()
    assert run(crew) == {FILES: 0, NOTIFICATIONS: 0}
    assert crew.dump() == before
    assert crew.desk.incident.file(crew.agent, file_of(crew, ref).id)[1] == b"secret plans"


def test_a_rule_begins_a_week_later_and_can_be_taken_back(crew: Crew) -> None:
    ended(crew)
    crew.clock.advance(days=800)
    rule = keep(crew, 24)
    assert rule.begins_at == crew.clock.now() + NOTICE
    let_days_pass(crew, 6)
    assert not removed(crew)
    assert keep(crew, None) == Rule()
    let_days_pass(crew, 30)
    assert not removed(crew)


def test_what_is_past_its_time_goes_and_says_so_where_it_stood(crew: Crew) -> None:
    ref = ended(crew)
    crew.clock.advance(days=800)
    keep(crew, 24)
    let_days_pass(crew)
    info = file_of(crew, ref)
    assert removed(crew) == {ref.id}
    assert contents(crew) == [0]
    assert info.file_name == "contract.pdf"
    assert info.size == 12
    assert info.removed_at is not None
    assert info.rule_by == "Ruth Root"
    with pytest.raises(NotFound, match=r"contract.pdf was removed on 20\d\d-\d\d-\d\d by the rule"):
        crew.desk.incident.file(crew.agent, info.id)
    assert crew.see(ref, crew.requester).journal, "the caller still reads it"
    assert not findings(crew)


def test_the_preview_is_what_the_run_takes(crew: Crew) -> None:
    for number in range(5):
        ended(crew, data=b"x" * (number + 1))
    first = crew.clock.now()
    crew.clock.advance(days=400)
    ended(crew, data=b"young")
    found = crew.desk.retention.preview(crew.agent, FILES, 12)
    assert (found.number, found.size) == (5, 15)
    assert found.oldest is not None
    assert found.oldest < first
    assert crew.desk.retention.preview(crew.agent, FILES, None).number == 0
    keep(crew, 12)
    let_days_pass(crew)
    assert len(removed(crew)) == 5
    there = crew.desk.retention.overview(crew.agent).kinds[0]
    assert (there.there.number, there.there.size, there.due.number) == (1, 5, 0)


def test_open_young_and_held_incidents_lose_nothing(crew: Crew) -> None:
    """Whatever state an incident is in, and whatever holds it, the rule takes only what it may."""
    taken = ended(crew), crew.bring_to(_with_file(crew), State.CANCELED)
    kept = [crew.bring_to(_with_file(crew), state) for state in (State.NEW, State.ON_HOLD, State.RESOLVED)]
    for major in (MajorState.PROPOSED, MajorState.ACCEPTED):
        kept.append(ended(crew))
        crew.write("incident", kept[-1], major_state=major.value)
    reviewed = ended(crew)
    crew.write("incident", reviewed, major_state=MajorState.ACCEPTED.value)
    crew.desk.reviews_admin.begin(crew.supervisor, reviewed.id, crew.desk.new_id())
    crew.write("incident", reviewed, major_state=MajorState.CANCELED.value)
    by_hand = ended(crew)
    crew.desk.retention_admin.hold(crew.admin, str(by_hand.number), "Asked for by the court")
    crew.clock.advance(days=800)
    kept += [reviewed, by_hand, ended(crew)]
    keep(crew, 24)
    let_days_pass(crew)
    assert removed(crew) == {ref.id for ref in taken}
    assert all(file_of(crew, ref).removed_at is None for ref in kept)


def _with_file(crew: Crew) -> IncidentRef:
    ref = crew.log()
    post(crew, ref)
    return ref


def test_who_lets_an_incident_go_has_a_week(crew: Crew) -> None:
    ref = ended(crew)
    crew.desk.retention_admin.hold(crew.admin, f"inc {ref.number}", "Asked for by the court")
    crew.clock.advance(days=800)
    keep(crew, 24)
    let_days_pass(crew)
    held = crew.desk.retention.overview(crew.agent).held
    assert [(each.number, each.reason, each.held_by) for each in held] == [
        (ref.number, "Asked for by the court", "Ruth Root")
    ]
    crew.desk.retention_admin.release(crew.admin, ref.id)
    assert not crew.desk.retention.overview(crew.agent).held
    let_days_pass(crew, 6)
    crew.desk.retention_admin.hold(crew.admin, str(ref.number), "Asked for again")
    let_days_pass(crew, 20)
    assert not removed(crew)
    crew.desk.retention_admin.release(crew.admin, ref.id)
    let_days_pass(crew, 8)
    assert removed(crew) == {ref.id}
    with pytest.raises(NotFound):
        crew.desk.retention_admin.release(crew.admin, ref.id)


@pytest.mark.parametrize(("number", "reason"), [("printer", "why"), ("1", " "), ("999999", "why")])
def test_a_hold_says_which_incident_and_why(crew: Crew, number: str, reason: str) -> None:
    crew.log()
    with pytest.raises((BadInput, NotFound)):
        crew.desk.retention_admin.hold(crew.admin, number, reason)


def test_a_content_stays_while_one_file_needs_it_and_comes_back_with_the_same_file(crew: Crew) -> None:
    old, kept = ended(crew, data=b"the same"), ended(crew, data=b"the same")
    crew.desk.retention_admin.hold(crew.admin, str(kept.number), "Asked for by the court")
    crew.clock.advance(days=800)
    keep(crew, 24)
    let_days_pass(crew)
    assert removed(crew) == {old.id}
    assert contents(crew) == [8]
    assert crew.desk.incident.file(crew.agent, file_of(crew, kept).id)[1] == b"the same"
    crew.desk.retention_admin.release(crew.admin, kept.id)
    let_days_pass(crew)
    assert contents(crew) == [0]
    assert not findings(crew)
    again = crew.log()
    info = post(crew, again, data=b"the same")
    assert crew.desk.incident.file(crew.agent, info.id)[1] == b"the same"
    with pytest.raises(NotFound):
        crew.desk.incident.file(crew.agent, file_of(crew, old).id)
    assert not findings(crew)


def test_an_empty_content_without_a_removal_is_found(crew: Crew) -> None:
    ended(crew)
    with crew.desk.store.database.writing() as connection:
        connection.execute(attachment_content.update().values(data=b""))
    assert any("its hash differs" in each for each in findings(crew))


def test_running_twice_is_as_running_once_and_each_run_is_on_record(crew: Crew) -> None:
    for _ in range(5):
        ended(crew)
    crew.clock.advance(days=800)
    keep(crew, 24)
    let_days_pass(crew, 6)
    crew.clock.advance(days=1)
    assert run(crew, at_once=2)[FILES] == 5
    before = crew.dump()
    assert run(crew)[FILES] == 0
    assert crew.dump() == before
    with crew.desk.store.reading() as connection:
        told = connection.execute(
            select(retention_run.c.taken).where(retention_run.c.taken > 0).order_by(retention_run.c.taken)
        )
        assert list(told.scalars()) == [1, 2, 2]
        chained = select(func.count()).where(audit_entry.c.subject == "retention_run")
        assert (
            connection.execute(chained).scalar_one()
            == connection.execute(select(func.count()).select_from(retention_run)).scalar_one()
        )
    runs = crew.desk.retention.overview(crew.agent).runs
    assert [(each.kind, each.taken, each.size) for each in runs] == [(FILES, 5, 60)]
    assert runs[0].day.date() == crew.clock.now().date()


def test_a_run_that_dies_leaves_the_rest_whole_and_the_next_one_goes_on(crew: Crew) -> None:
    refs = [ended(crew) for _ in range(4)]
    crew.clock.advance(days=800)
    keep(crew, 24)
    let_days_pass(crew, 6)
    crew.clock.advance(days=1)

    def die() -> None:
        raise TornOutError

    with pytest.raises(TornOutError):
        keep_to_rules(crew.heart, between=die, at_once=1)
    assert len(removed(crew)) == 1
    for number in range(1, 12):
        with contextlib.suppress(TornOutError), crew.failing_at(number):
            run(crew, at_once=1)
        lost = {ref.id for ref in refs if file_of(crew, ref).removed_at is not None}
        assert lost == removed(crew)
        assert not findings(crew)
    run(crew)
    assert removed(crew) == {ref.id for ref in refs}
    assert contents(crew) == [0]
    assert not findings(crew)


def test_a_clock_that_was_set_to_a_wrong_year_takes_nothing(crew: Crew) -> None:
    ended(crew)
    keep(crew, 24)
    let_days_pass(crew)
    crew.clock.advance(days=5 * 365)
    assert run(crew)[FILES] == 0
    let_days_pass(crew, 4)
    assert not removed(crew)
    let_days_pass(crew, 2)
    assert len(removed(crew)) == 1


def test_a_longer_time_holds_at_once_and_a_shorter_one_waits_while_the_former_holds_on(crew: Crew) -> None:
    first = ended(crew)
    crew.clock.advance(days=400)
    second = ended(crew, data=b"another")
    crew.clock.advance(days=400)
    keep(crew, 24)
    let_days_pass(crew)
    assert removed(crew) == {first.id}
    rule = keep(crew, 12)
    assert (rule.months, rule.before) == (12, 24)
    let_days_pass(crew, 5)
    assert removed(crew) == {first.id}
    assert keep(crew, 24) == Rule(24)
    let_days_pass(crew, 9)
    assert removed(crew) == {first.id}
    keep(crew, 12)
    let_days_pass(crew)
    assert removed(crew) == {first.id, second.id}
    told = [change.what for change in crew.desk.retention.overview(crew.agent).history]
    assert told[1] == "Files of ended incidents: 1 year → 2 years"
    assert told[-1].startswith("Files of ended incidents: for ever → 2 years, from 2028-")


def test_figures_are_the_same_before_and_after(crew: Crew) -> None:
    for _ in range(3):
        ended(crew, service_id=crew.service, category_id=crew.category)
    crew.clock.advance(days=800)
    before = _figures(crew)
    keep(crew, 24)
    keep(crew, 1, NOTIFICATIONS)
    let_days_pass(crew)
    assert len(removed(crew)) == 3
    assert _figures(crew) == before


def _figures(crew: Crew) -> object:
    """The report of the desk, and everything from which figures are made."""
    kept = crew.dump()
    names = ("incident", "journal_entry", "journal_change", "incident_clocks", "sla_firing", "attachment", "escalation")
    return crew.desk.kpi.report(crew.supervisor), {name: kept[name] for name in names}


def test_an_export_says_that_a_file_was_removed(crew: Crew, tmp_path: Path) -> None:
    gone, kept = ended(crew), crew.log()
    post(crew, kept, data=b"still here")
    crew.clock.advance(days=800)
    keep(crew, 24)
    let_days_pass(crew)
    found = crew.desk.exports.export(crew.admin, tmp_path, (Format.CSV,), no_progress)
    files = {path.name: path for path in (found.folder / "attachments").rglob("*") if path.is_file()}
    assert found.files == 1
    assert "was removed on" in files["contract.pdf.removed.txt"].read_text(encoding="utf-8")
    assert files["contract.pdf"].read_bytes() == b"still here"
    assert gone.id in (found.folder / "csv" / "removed_file.csv").read_text(encoding="utf-8").replace("-", "")


def told(crew: Crew) -> list[str]:
    with crew.desk.store.reading() as connection:
        return sorted(connection.execute(select(notification.c.title)).scalars())


def tell(crew: Crew, title: str, ref: IncidentRef | None = None) -> None:
    row = {
        "id": crew.desk.new_id(), "dedupe_key": title, "person_id": crew.agent.person_id, "title": title, "body": "",
        "kind": "mentioned", "incident_id": None if ref is None else ref.id, "created_at": crew.clock.now(),
        "deliver_at": crew.clock.now(),
    }  # fmt: skip
    with crew.desk.store.database.writing() as connection:
        connection.execute(notification.insert(), row)


def test_old_notifications_go_but_not_those_of_open_incidents(crew: Crew) -> None:
    open_one, over, held = crew.log(), crew.bring_to(crew.log(), State.CLOSED), crew.bring_to(crew.log(), State.CLOSED)
    crew.desk.retention_admin.hold(crew.admin, str(held.number), "Asked for by the court")
    with crew.desk.store.database.writing() as connection:
        connection.execute(notification.delete())
    for title, ref in (("open", open_one), ("over", over), ("held", held), ("of the desk", None)):
        tell(crew, title, ref)
    crew.clock.advance(days=100)
    tell(crew, "young")
    assert crew.desk.retention.preview(crew.agent, NOTIFICATIONS, 3).number == 2
    keep(crew, 3, NOTIFICATIONS)
    let_days_pass(crew)
    assert told(crew) == ["held", "open", "young"]
    assert [run.taken for run in crew.desk.retention.overview(crew.agent).runs] == [2]
    assert not findings(crew)


def test_only_administrators_set_rules_and_hold(crew: Crew) -> None:
    ref = crew.log()
    acts: Iterable[Callable[[], object]] = (
        lambda: crew.desk.retention_admin.set_rule(crew.supervisor, FILES, 12),
        lambda: crew.desk.retention_admin.hold(crew.supervisor, str(ref.number), "why"),
        lambda: crew.desk.retention_admin.release(crew.agent, ref.id),
        lambda: crew.desk.retention.overview(crew.requester),
    )
    for act in acts:
        with pytest.raises(NotAllowed):
            act()
