"""Reading saved views: which a person has, how many incidents each finds, and which of them an incident came into."""

from collections.abc import Sequence
from datetime import tzinfo
from functools import lru_cache

from sqlalchemy import ColumnElement, Connection, and_, func, literal, or_, select

from app.domain.actor import Actor
from app.domain.permissions import Permission, may
from app.domain.query.filter import parse_filter
from app.domain.query.holds import finds
from app.infra.prepared import PreparedSelect
from app.infra.unit_of_work import Store
from app.models.incident import incident
from app.models.people import assignment_group, group_member, person
from app.models.views import saved_view
from app.services.access import ME, visible_to
from app.services.command import query
from app.services.incidents.facts import load_asker, load_facts
from app.services.incidents.queue_clocks import Standings, ground_of, values_of
from app.services.incidents.queue_filter import Scope, conditions
from app.services.incidents.queue_shares import Ground
from app.services.incidents.queue_words import asks_for_words
from app.services.views.commands import may_change
from app.services.views.dto import COUNTED_TO, Arrival, SavedView


class ViewQueries:
    """The views of a person: their own, those of their groups, and those that are for everybody."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @query(Permission.VIEW_SAVE)
    def mine(self, connection: Connection, actor: Actor) -> tuple[SavedView, ...]:
        """Own ones first, then those of groups, then those for everybody, each in the order in which they came."""
        return _load(connection, actor)

    @query(Permission.VIEW_SAVE)
    def counts(self, connection: Connection, actor: Actor, texts: Sequence[str], zone: tzinfo | None) -> dict[str, int]:
        """How many incidents each filter finds now, up to `COUNTED_TO`."""
        at = self.store.clock.now()
        sees_all = may(actor, Permission.INCIDENT_READ_ALL)
        found: dict[str, int] = {}
        for text in dict.fromkeys(texts):
            parsed = parse_filter(text)
            ground = ground_of(connection, parsed, at, by_hours=True)
            values = values_of(connection, parsed, ground, at, zone) | {"me": actor.person_id}
            (row,) = _counted(sees_all, text, ground).all(connection, **values)
            found[text] = row.incidents
        return found

    @query(Permission.VIEW_SAVE)
    def arrivals(
        self, connection: Connection, actor: Actor, ids: Sequence[str], zone: tzinfo | None
    ) -> tuple[Arrival, ...]:
        """Which of these incidents stand in which of the views whose arrivals are told; decided in memory.

        Each incident is read once, however many views there are.
        """
        views = [view for view in _load(connection, actor) if view.notifies]
        if not views or not ids:
            return ()
        asker = load_asker(connection, actor, self.store.clock.now(), zone)
        filters = [(view.id, parse_filter(view.filter_text)) for view in views]
        with_texts = any(asks_for_words(wanted) for _, wanted in filters)
        return tuple(
            Arrival(view_id, facts.id, facts.number, facts.short_description)
            for facts in load_facts(connection, actor, ids, with_texts=with_texts)
            for view_id, wanted in filters
            if finds(wanted, facts, asker)
        )


def _load(connection: Connection, actor: Actor) -> tuple[SavedView, ...]:
    view = saved_view.c
    statement = (
        select(saved_view, person.c.name.label("owner_name"), assignment_group.c.name.label("group_name"))
        .select_from(
            saved_view.join(person, person.c.id == view.owner_id).outerjoin(
                assignment_group, assignment_group.c.id == view.group_id
            )
        )
        .where(view.removed_at.is_(None), _seen_by(actor))
        .order_by(view.share == "all", view.share == "team", view.position, view.name, view.id)
    )
    return tuple(
        SavedView(
            row.id,
            row.name,
            row.icon,
            row.filter_text,
            None if row.columns is None else tuple(map(str, row.columns)),
            row.sort,
            row.descending,
            row.group_by,
            row.owner_id,
            row.owner_name,
            row.share,
            row.group_id,
            row.group_name,
            row.notifies,
            may_change(actor, row.owner_id, row.share),
        )
        for row in connection.execute(statement)
    )


def _seen_by(actor: Actor) -> ColumnElement[bool]:
    view, me = saved_view.c, literal(actor.person_id, saved_view.c.owner_id.type)
    groups = select(group_member.c.group_id).where(group_member.c.person_id == me)
    return or_(view.owner_id == me, view.share == "all", and_(view.share == "team", view.group_id.in_(groups)))


@lru_cache(maxsize=128)
def _counted(sees_all: bool, filter_text: str, ground: Ground) -> PreparedSelect:
    kept = conditions(parse_filter(filter_text), Scope(Standings(ground), sees_all))
    some = select(incident.c.id).where(visible_to(ME, sees_all=sees_all), *kept).limit(COUNTED_TO).subquery("some")
    return PreparedSelect(select(func.count().label("incidents")).select_from(some))
