"""Reading the queue: one prepared statement a page, sorted and filtered by the database, as plain rows."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    bindparam,
    func,
    select,
    true,
)

from app.domain.actor import Actor
from app.domain.permissions import Permission, may
from app.domain.query.filter import Filter, TermKind, asks_for_drafts, parse_filter
from app.infra.migrate import HEAD
from app.infra.prepared import PreparedSelect, Question, Statement, ask_together, prepared
from app.infra.unit_of_work import Store
from app.models.clocks import calendar_version
from app.models.incident import incident
from app.models.people import assignment_group, person
from app.models.types import Id
from app.services.access import ME, visible_to
from app.services.command import query
from app.services.incidents.kept_queue import KeptQueue
from app.services.incidents.queue_arrivals import Asked, came_in
from app.services.incidents.queue_clocks import (
    Standings,
    closed_by,
    ground_of,
    kept_hours,
    moments,
    values_of,
)
from app.services.incidents.queue_columns import columns_of, joined_for
from app.services.incidents.queue_counts import load_counts, load_timed_counts
from app.services.incidents.queue_days import asks_for_calendar
from app.services.incidents.queue_dto import (
    FreshRow,
    QueueCounts,
    QueuePage,
    QueueQuery,
    QueueRow,
    QueueSummary,
    Suggestion,
)
from app.services.incidents.queue_filter import Scope, conditions, finds_only_open
from app.services.incidents.queue_heads import HEADS, UNGROUPED, summary_of
from app.services.incidents.queue_opening import STATEMENTS, due_by, heads_of, opening_of
from app.services.incidents.queue_order import (
    ASSIGNEE,
    GROUP_ORDER,
    GROUPS,
    joined,
    sorting_seen,
)
from app.services.incidents.queue_page import prepared_ids, prepared_page
from app.services.incidents.queue_parts import draft_values
from app.services.incidents.queue_rows import row_of
from app.services.incidents.queue_shares import Ground, asks_for_shares
from app.services.incidents.queue_suggest import load_suggestions
from app.services.incidents.queue_words import asks_for_words
from app.services.settings import MATRIX_QUESTION, load_matrix, matrix_told
from app.services.sla.books import ask_by_rules

_SEES = PreparedSelect(
    select(person.c.id).where(person.c.id == ME, person.c.active, person.c.role == bindparam("role", ""))
)
_CALENDARS = PreparedSelect(select(func.count().label("versions")).select_from(calendar_version))
_ONE = timedelta(microseconds=1)
_BARE = Ground()
_SLOTS = 20
"""So many single rows are asked for by one statement."""


class QueueQueries:
    """Pages, heads and counts of the queue, each within what the actor may see."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @query(Permission.INCIDENT_READ_OWN)
    def page(self, connection: Connection, actor: Actor, wanted: QueueQuery) -> QueuePage:
        """The rows of one stretch, in one statement."""
        return self._page(connection, actor, wanted)

    @query(Permission.INCIDENT_READ_OWN)
    def ids(self, connection: Connection, actor: Actor, wanted: QueueQuery) -> tuple[str, ...]:
        """The identifiers of the rows of one stretch, for whoever does not want to know what they say."""
        at = wanted.at or self.store.clock.now()
        parsed = parse_filter(wanted.filter_text)
        stretch = {"me": actor.person_id, "limit": wanted.limit, "offset": wanted.offset}

        def made(ground: Ground) -> list[Question]:
            values = values_of(connection, parsed, ground, at, wanted.zone) | draft_values(wanted.drafts)
            return [(prepared_ids(actor, wanted, ground), values | stretch)]

        (rows,) = _ask(connection, wanted, parsed, at, made)
        return tuple(row.id for row in rows)

    @query(Permission.INCIDENT_READ_OWN)
    def opening(self, connection: Connection, actor: Actor, wanted: QueueQuery) -> tuple[QueueSummary, QueuePage]:
        """The heads and the rows of one stretch."""
        wanted = wanted._replace(at=wanted.at or self.store.clock.now())
        if wanted.group_by == "sla" and connection.dialect.name != "sqlite":
            return self._together(connection, actor, wanted)
        summary = self._summary(connection, actor, wanted)
        if not summary.total:
            return summary, QueuePage(wanted.offset, ())
        return summary, self._page(connection, actor, wanted, due_by(summary, wanted))

    @query(Permission.INCIDENT_READ_OWN)
    def summary(self, connection: Connection, actor: Actor, wanted: QueueQuery) -> QueueSummary:
        """How many rows there are, and the heads of the grouped queue in the order of the rows."""
        return self._summary(connection, actor, wanted)

    def _together(self, connection: Connection, actor: Actor, wanted: QueueQuery) -> tuple[QueueSummary, QueuePage]:
        at = wanted.at or self.store.clock.now()
        parsed = parse_filter(wanted.filter_text)
        stretch = {"me": actor.person_id, "limit": wanted.limit, "offset": wanted.offset}

        def made(ground: Ground) -> list[Question]:
            values = values_of(connection, parsed, ground, at, wanted.zone) | draft_values(wanted.drafts)
            return [(prepared_opening(actor, wanted, ground), values | stretch)]

        (rows,) = _ask(connection, wanted, parsed, at, made)
        if not rows:
            # The heads come with the rows. There may be some, where the rows are before this stretch or folded away.
            may_be_more = wanted.offset or wanted.collapsed
            nothing = QueuePage(wanted.offset, ())
            return (self._summary(connection, actor, wanted) if may_be_more else QueueSummary(0)), nothing
        summary = summary_of("sla", [rows[0][-len(HEADS) :]], ())
        return summary, QueuePage(wanted.offset, tuple(row_of(row[: -len(HEADS)]) for row in rows))

    def _page(
        self, connection: Connection, actor: Actor, wanted: QueueQuery, all_due_by: datetime | None = None
    ) -> QueuePage:
        at = wanted.at or self.store.clock.now()
        parsed = parse_filter(wanted.filter_text)
        stretch = {"me": actor.person_id, "limit": wanted.limit, "offset": wanted.offset, "due_by": all_due_by}
        is_due = all_due_by is not None

        def made(ground: Ground) -> list[Question]:
            values = values_of(connection, parsed, ground, at, wanted.zone) | draft_values(wanted.drafts)
            return [(prepared_page(actor, wanted, ground, is_due=is_due), values | stretch)]

        (rows,) = _ask(connection, wanted, parsed, at, made)
        return QueuePage(wanted.offset, tuple(map(row_of, rows)))

    def _summary(self, connection: Connection, actor: Actor, wanted: QueueQuery) -> QueueSummary:
        at = wanted.at or self.store.clock.now()
        parsed = parse_filter(wanted.filter_text)
        labels = [MATRIX_QUESTION] if wanted.group_by == "priority" else []

        def made(ground: Ground) -> list[Question]:
            values = values_of(connection, parsed, ground, at, wanted.zone) | draft_values(wanted.drafts)
            return [(prepared_heads(actor, wanted, ground), values | {"me": actor.person_id}), *labels]

        rows, *matrix = _ask(connection, wanted, parsed, at, made)
        return summary_of(_grouping(wanted), rows, matrix_told(matrix[0]).priority_labels if matrix else ())

    @query(Permission.INCIDENT_READ_OWN)
    def fresh(
        self,
        connection: Connection,
        actor: Actor,
        wanted: QueueQuery,
        ids: Sequence[str],
        since: datetime | None = None,
    ) -> tuple[FreshRow, ...]:
        """These incidents as they are now, as far as the actor may see them; for a list that shows some already.

        With a moment `since` which somebody has seen the list, it is told which of them came into it from elsewhere.
        """
        at = wanted.at or self.store.clock.now()
        parsed = parse_filter(wanted.filter_text)
        ground = _ground(connection, wanted, parsed, at)
        statement = prepared_rows(actor, wanted, ground)
        values = values_of(connection, parsed, ground, at, wanted.zone) | draft_values(wanted.drafts)
        values["me"] = actor.person_id
        found: list[FreshRow] = []
        for start in range(0, len(ids), _SLOTS):
            some = ids[start : start + _SLOTS]
            slots = {f"id{slot}": some[slot] if slot < len(some) else None for slot in range(_SLOTS)}
            found += [FreshRow(row_of(row[:-1]), bool(row[-1])) for row in statement.all(connection, **values, **slots)]
        if since is None:
            return tuple(found)
        asked = Asked(parsed, since, at, wanted.zone, wanted.drafts)
        new = came_in(connection, actor, asked, [each.row.id for each in found if each.is_found])
        return tuple(each._replace(is_new=each.row.id in new) for each in found)

    @query(Permission.INCIDENT_READ_OWN)
    def kept(self, connection: Connection, actor: Actor, wanted: QueueQuery) -> KeptQueue | None:
        """The texts of the statements of the first page, for the next start; None where only a server can answer."""
        at = wanted.at or self.store.clock.now()
        parsed = parse_filter(wanted.filter_text)
        asks_much = asks_for_shares(parsed) or asks_for_calendar(parsed) or asks_for_words(parsed)
        if connection.dialect.name != "sqlite" or asks_much:
            # Moments that calendars or the date decide, and words of a setting's languages, cannot be reckoned by a
            # start without the database library.
            return None
        if asks_for_drafts(wanted.filter_text):
            return None  # What is typed and not sent is another thing at the next start.
        asks, ground = _asks_for_hours(wanted, parsed), _ground(connection, wanted, parsed, at)
        moving = moments(at, wanted.zone, parsed)
        values = {"me": actor.person_id, "limit": wanted.limit, "offset": 0, **moving}
        ahead = {name: (moment - at) // _ONE for name, moment in moving.items() if name != "day_ends"}
        sees = _SEES.plain(connection.dialect, {"me": actor.person_id, "role": actor.role.value})
        calendars = _CALENDARS.plain(connection.dialect, {})
        heads = prepared_heads(actor, wanted, ground).plain(connection.dialect, values, ahead)
        page = prepared_page(actor, wanted, ground).plain(connection.dialect, values, ahead)
        if sees is None or calendars is None or heads is None or page is None:
            return None
        return KeptQueue(
            schema=HEAD,
            columns=QueueRow._fields,
            person_id=actor.person_id,
            sees=sees,
            heads=heads,
            page=page,
            group_by=_grouping(wanted),
            priority_labels=tuple(_priority_labels(connection, wanted)),
            calendars=calendars,
            hours=kept_hours(connection, at) if asks else None,
            closed=tuple(sorted(ground.closed)),
        )

    @query(Permission.INCIDENT_READ_OWN)
    def suggest(
        self, connection: Connection, actor: Actor, rest: QueueQuery, kind: TermKind, part: str
    ) -> tuple[Suggestion, ...]:
        """Values for a term of the filter that hold what was typed, with how many incidents each would leave."""
        return load_suggestions(connection, actor, rest._replace(at=rest.at or self.store.clock.now()), kind, part)

    @query(Permission.INCIDENT_READ_OWN)
    def counts(self, connection: Connection, actor: Actor) -> QueueCounts:
        """The numbers beside the fixed views and the assignment groups."""
        return load_counts(connection, actor, self.store.clock.now())

    @query(Permission.INCIDENT_READ_OWN)
    def timed_counts(self, connection: Connection, actor: Actor, counts: QueueCounts) -> QueueCounts:
        """These numbers as time has changed them, for whoever knows that nobody has changed anything else."""
        return load_timed_counts(connection, actor, self.store.clock.now(), counts)


def _ground(connection: Connection, wanted: QueueQuery, parsed: Filter, at: datetime) -> Ground:
    return ground_of(connection, parsed, at, by_hours=_asks_for_hours(wanted, parsed))


_Make = Callable[[Ground], list[Question]]


def _ask(connection: Connection, wanted: QueueQuery, parsed: Filter, at: datetime, make: _Make) -> list[list[Any]]:
    """The answers to questions about clocks at `at`, by one way to the server and back unless shares are asked for."""
    if asks_for_shares(parsed):
        return ask_together(connection, *make(_ground(connection, wanted, parsed, at)))
    if not _asks_for_hours(wanted, parsed):
        return ask_together(connection, *make(Ground()))
    return ask_by_rules(connection, lambda rules: make(Ground(closed_by(rules, at))))


def _asks_for_hours(wanted: QueueQuery, parsed: Filter) -> bool:
    return wanted.group_by == "sla" or _names_clocks(parsed)


def _names_clocks(parsed: Filter) -> bool:
    return any(term.kind is TermKind.SLA or "paused" in term.values for term in parsed.terms)


def prepared_opening(actor: Actor, wanted: QueueQuery, ground: Ground) -> PreparedSelect:
    """The statement of heads and rows together, of a queue grouped by clocks; built once, as that of a page is."""
    sees_all = may(actor, Permission.INCIDENT_READ_ALL)
    sorting = sorting_seen(wanted, sees_all=sees_all)
    return opening_of(sees_all, wanted.filter_text, sorting, wanted.collapsed, ground)


def prepared_rows(actor: Actor, wanted: QueueQuery, ground: Ground = _BARE) -> PreparedSelect:
    """The statement of single rows, with whether the filter finds them; built once for each filter."""
    return _prepared_rows(may(actor, Permission.INCIDENT_READ_ALL), wanted.filter_text, ground)


@prepared(STATEMENTS)
def _prepared_rows(sees_all: bool, filter_text: str, ground: Ground) -> Statement:
    kept = conditions(parse_filter(filter_text), Scope(Standings(ground), sees_all))
    slots = [bindparam(f"id{slot}", None, type_=Id) for slot in range(_SLOTS)]
    return (
        select(*columns_of(sees_all=sees_all), and_(true(), *kept).label("is_found"))
        .select_from(joined(joined_for(sees_all=sees_all)))
        .where(visible_to(ME, sees_all=sees_all), incident.c.id.in_(slots))
    )


def prepared_heads(actor: Actor, wanted: QueueQuery, ground: Ground = _BARE) -> PreparedSelect:
    """The statement that counts the groups, or all rows where there are none; built once, as that of a page is."""
    return _prepared_heads(may(actor, Permission.INCIDENT_READ_ALL), wanted.filter_text, _grouping(wanted), ground)


@prepared(STATEMENTS)
def _prepared_heads(sees_all: bool, filter_text: str, group_by: str, ground: Ground) -> Statement:
    parsed = parse_filter(filter_text)
    standings = Standings(ground, only_open=finds_only_open(parsed), are_joined=group_by == "sla")
    kept = [visible_to(ME, sees_all=sees_all), *conditions(parsed, Scope(standings, sees_all))]
    if group_by == "sla":
        return heads_of(standings, kept)
    number = func.count().label("incidents")
    if group_by == UNGROUPED:
        return select(number).select_from(incident).where(*kept)
    key = GROUPS[group_by]
    labels: dict[str, ColumnElement[Any]] = {"group": assignment_group.c.name, "assignee": ASSIGNEE.c.name}
    label = labels.get(group_by, key)
    return (
        select(key.label("key"), label.label("label"), number)
        .select_from(joined({group_by}))
        .where(*kept)
        .group_by(key, label)
        .order_by(*GROUP_ORDER[group_by])
    )


def _grouping(wanted: QueueQuery) -> str:
    return wanted.group_by if wanted.group_by in GROUPS or wanted.group_by == "sla" else UNGROUPED


def _priority_labels(connection: Connection, wanted: QueueQuery) -> Sequence[str]:
    return load_matrix(connection).priority_labels if wanted.group_by == "priority" else ()
