"""Looking for bursts, and telling those who decide about major incidents: each burst once a day, with what it is of."""

from datetime import datetime

from sqlalchemy import Connection, Table, select

from app.domain.actor import PROGRAM
from app.domain.bursts import SPAN, WEEKS, Burst, Report, find_bursts
from app.domain.major import CANDIDATES
from app.domain.numbers import incident_number
from app.domain.vocabulary import State
from app.infra.unit_of_work import Store
from app.models.catalogue import service
from app.models.incident import incident
from app.models.people import site
from app.services.escalation.crowd import crowd_of
from app.services.notifications.dto import NoticeKind
from app.services.notifications.outbox import Notice, Telling

_NAMED: dict[str, Table] = {"service": service, "site": site}
_LISTED = 12
_MOST = 2_000


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


def _bursts(connection: Connection, now: datetime) -> tuple[Burst, ...]:
    recent = _reports(connection, now)
    if len(recent) < 2:
        return ()
    oldest = connection.execute(select(incident.c.reported_at).order_by(incident.c.number).limit(1)).scalar_one()
    weeks = min(WEEKS, (now - SPAN - oldest).days // 7)
    past = [_reports(connection, now - 7 * week * (24 * SPAN)) for week in range(1, weeks + 1)]
    taken = {row.id for row in _majors(connection, now)}
    found = find_bursts(recent, past)
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
    table = _NAMED.get(burst.kind)
    if table is None:
        return f'the word "{burst.value}"'
    name = connection.execute(select(table.c.name).where(table.c.id == burst.value)).scalar_one_or_none()
    return f"{burst.kind} {name or 'without a name'}"


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
