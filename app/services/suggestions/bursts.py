"""Looking for bursts, telling those who decide about major incidents of each once a day, and what people made of it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection, Table, func, or_, select

from app.domain.actor import PROGRAM, Actor
from app.domain.bursts import SPAN, WEEKS, Burst, BurstAnswer, Report, find_bursts
from app.domain.events import ReferenceDataChanged
from app.domain.major import CANDIDATES
from app.domain.numbers import incident_number
from app.domain.search.forms import languages_of
from app.domain.vocabulary import MajorState, State
from app.infra.unit_of_work import Store, Work
from app.infra.upsert import upsert_into
from app.models.catalogue import service
from app.models.incident import incident
from app.models.people import site
from app.models.suggestion import burst_answer
from app.services.escalation.crowd import crowd_of
from app.services.notifications.dto import NoticeKind
from app.services.notifications.outbox import Notice, Telling
from app.services.settings import load_text
from app.services.suggestions.dto import BurstSeen

_NAMED: dict[str, Table] = {"service": service, "site": site}
_LISTED = 12
_MOST = 2_000
_LONGEST_KEY = 120


def look_for_bursts(store: Store) -> tuple[Burst, ...]:
    """Tell supervisors of every burst of the last hour that nobody proposed as a major incident yet.

    The key of the notice names burst and day, so it comes to the same however many programs look. Restricted incidents
    are left out, because not everybody who is told may see them. Without a burst nothing is written.
    """
    with store.reading() as connection:
        now = store.time.read(connection).now
        found = _bursts(connection, now)
        lines = [(each, _named(connection, each)) for each in found]
    if not lines:
        return found
    with store.writing(PROGRAM) as work:
        telling = Telling(work)
        people = crowd_of(work).supervisors()
        for each, name in lines:
            telling.add(people, _notice(each, name, now))
        telling.send()
    return found


def shown_bursts(connection: Connection, actor: Actor, now: datetime) -> tuple[BurstSeen, ...]:
    """The bursts that the person has not put off, and that nobody has made a major incident or a problem of.

    What was made of one and taken back leaves it as it was.
    """
    told = burst_answer.c
    counts = or_(told.person_id == actor.person_id, told.answer != BurstAnswer.LATER.value)
    rows = connection.execute(select(told.burst, told.answer).where(counts, told.at > now - timedelta(days=2))).all()
    found = []
    for each in _bursts(connection, now):
        key = f"{now:%Y-%m-%d}:{each.kind}:{each.value}"[:_LONGEST_KEY]
        ids = tuple(report.id for report in each.reports)
        if not _is_settled(connection, {row.answer for row in rows if row.burst == key}, ids):
            name = each.value if each.kind == "word" else _name(connection, each)
            since = connection.execute(select(func.min(incident.c.reported_at)).where(incident.c.id.in_(ids)))
            found.append(BurstSeen(key, each.kind, name or "", ids, each.usual, each.chance, since.scalar_one()))
    return tuple(found)


def _is_settled(connection: Connection, answers: set[str], ids: Sequence[str]) -> bool:
    """Whether the answers to a burst of these incidents stand: what was to be made of it is there."""
    if not answers or BurstAnswer.LATER.value in answers:
        return bool(answers)
    made = {
        BurstAnswer.MAJOR.value: incident.c.major_state != MajorState.NONE.value,
        BurstAnswer.PROBLEM.value: incident.c.problem_ref.is_not(None),
    }
    asked = select(incident.c.id).where(incident.c.id.in_(ids), or_(*(made[answer] for answer in sorted(answers))))
    return connection.execute(asked.limit(1)).first() is not None


def answer_burst(work: Work, seen: BurstSeen, answer: BurstAnswer) -> None:
    """Keep what the person made of a burst; a later answer replaces the one before."""
    values = {
        "burst": seen.key,
        "person_id": work.actor.person_id,
        "answer": answer.value,
        "incidents": len(seen.incident_ids),
        "usual": seen.usual,
        "at": work.now,
    }
    insert = upsert_into(work.connection, burst_answer).values(**values)
    again = {name: values[name] for name in ("answer", "incidents", "usual", "at")}
    key = [burst_answer.c.burst, burst_answer.c.person_id]
    work.connection.execute(insert.on_conflict_do_update(index_elements=key, set_=again))
    work.events.append(ReferenceDataChanged(work.actor.person_id, "burst_answer"))


def _bursts(connection: Connection, now: datetime) -> tuple[Burst, ...]:
    recent = _reports(connection, now)
    if len(recent) < 2:
        return ()
    oldest = connection.execute(select(incident.c.reported_at).order_by(incident.c.number).limit(1)).scalar_one()
    weeks = min(WEEKS, (now - SPAN - oldest).days // 7)
    past = [_reports(connection, now - 7 * week * (24 * SPAN)) for week in range(1, weeks + 1)]
    taken = {row.id for row in _majors(connection, now)}
    found = find_bursts(recent, past, languages_of(load_text(connection, "search_languages")))
    return tuple(each for each in found if taken.isdisjoint(report.id for report in each.reports))


def _reports(connection: Connection, until: datetime) -> list[Report]:
    shown = incident.c
    rows = connection.execute(
        select(shown.id, shown.number, shown.short_description, shown.service_id, shown.site_id)
        .where(shown.reported_at > until - SPAN, shown.reported_at <= until)
        .where(shown.restricted_group_id.is_(None), shown.state != State.CANCELED.value)
        .order_by(shown.number)
        .limit(_MOST)
    )
    return [Report(*row) for row in rows]


def _majors(connection: Connection, now: datetime) -> list[Report]:
    shown = incident.c
    rows = connection.execute(
        select(shown.id, shown.number, shown.short_description, shown.service_id, shown.site_id).where(
            shown.reported_at > now - SPAN, shown.major_state.in_(sorted(CANDIDATES))
        )
    )
    return [Report(*row) for row in rows]


def _named(connection: Connection, burst: Burst) -> str:
    if burst.kind not in _NAMED:
        return f'the word "{burst.value}"'
    name = _name(connection, burst)
    return f"{burst.kind} {name or 'without a name'}"


def _name(connection: Connection, burst: Burst) -> str | None:
    table = _NAMED[burst.kind]
    return connection.execute(select(table.c.name).where(table.c.id == burst.value)).scalar_one_or_none()


def _notice(burst: Burst, name: str, now: datetime) -> Notice:
    first = burst.reports[0]
    numbers = [incident_number(report.number) for report in burst.reports]
    more = f" and {len(numbers) - _LISTED} more" if len(numbers) > _LISTED else ""
    return Notice(
        f"burst:{burst.kind}:{burst.value}:{now:%Y-%m-%d}",
        NoticeKind.BURST,
        first.id,
        f"A major incident? {len(numbers)} incidents within an hour with {name}, usually {burst.usual:.1f}",
        f"{', '.join(numbers[:_LISTED])}{more}. By chance that would happen once in"
        f" {1 / max(burst.chance, 1e-9):,.0f} such hours. Open the first one to propose it.",
    )
