"""Reading saved views: which a person has, how many incidents each finds, and which of them an incident came into."""

from collections.abc import Sequence
from datetime import tzinfo
from typing import Any

from sqlalchemy import Connection, and_, func, select

from app.domain.actor import Actor
from app.domain.permissions import Permission, may
from app.domain.query.filter import parse_filter
from app.domain.query.holds import finds
from app.infra.prepared import Statement, prepared
from app.infra.unit_of_work import Store
from app.models.incident import incident
from app.models.people import assignment_group, person
from app.models.views import saved_view, saved_view_star
from app.services.access import ME, visible_to
from app.services.catalogue.merged import asking_now, load_merged
from app.services.command import query
from app.services.incidents.facts import load_asker, load_facts
from app.services.incidents.queue_clocks import Standings, ground_of, values_of
from app.services.incidents.queue_filter import Scope, conditions
from app.services.incidents.queue_parts import draft_values
from app.services.incidents.queue_shares import Ground
from app.services.incidents.queue_words import asks_for_words
from app.services.views.commands import may_change, seen_by
from app.services.views.dto import COUNTED_TO, Arrival, SavedView

_changer = person.alias("changer")


class ViewQueries:
    """The views of a person: their own, those of their groups, and those that are for everybody."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @query(Permission.VIEW_SAVE)
    def mine(self, connection: Connection, actor: Actor) -> tuple[SavedView, ...]:
        """Starred ones first, then own ones, those of groups and those for everybody, each in the order they came."""
        return _load(connection, actor)

    @query(Permission.VIEW_SAVE)
    def counts(
        self,
        connection: Connection,
        actor: Actor,
        texts: Sequence[str],
        zone: tzinfo | None,
        drafts: Sequence[str] = (),
    ) -> dict[str, int]:
        """How many incidents each filter finds now, up to `COUNTED_TO`; `drafts` are those one types something for."""
        at = self.store.clock.now()
        sees_all = may(actor, Permission.INCIDENT_READ_ALL)
        found: dict[str, int] = {}
        for text in dict.fromkeys(texts):
            parsed = parse_filter(text)
            ground = ground_of(connection, parsed, at, by_hours=True)
            values = values_of(connection, parsed, ground, at, zone) | draft_values(drafts)
            (row,) = _counted(sees_all, text, ground).all(connection, **values, me=actor.person_id)
            found[text] = row.incidents
        return found

    @query(Permission.VIEW_SAVE)
    def arrivals(
        self,
        connection: Connection,
        actor: Actor,
        ids: Sequence[str],
        zone: tzinfo | None,
        drafts: Sequence[str] = (),
    ) -> tuple[Arrival, ...]:
        """Which of these incidents stand in which of the views whose arrivals are told; decided in memory.

        Each incident is read once, however many views there are.
        """
        views = [view for view in _load(connection, actor) if view.notifies]
        if not views or not ids:
            return ()
        asker = load_asker(connection, actor, self.store.clock.now(), zone, drafts)
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
    star = saved_view_star.c
    mine = and_(star.view_id == view.id, star.person_id == actor.person_id, star.starred)
    statement = (
        select(
            saved_view,
            person.c.name.label("owner_name"),
            assignment_group.c.name.label("group_name"),
            _changer.c.name.label("changed_by"),
            star.view_id.is_not(None).label("starred"),
        )
        .select_from(
            saved_view.join(person, person.c.id == view.owner_id)
            .outerjoin(assignment_group, assignment_group.c.id == view.group_id)
            .outerjoin(_changer, _changer.c.id == view.changed_by_id)
            .outerjoin(saved_view_star, mine)
        )
        .where(view.removed_at.is_(None), seen_by(actor))
        .order_by(star.view_id.is_(None), view.share == "all", view.share == "team", view.position, view.name, view.id)
    )
    merged = load_merged(connection)
    rows = connection.execute(statement)
    return tuple(_view(row, actor, asking_now(row.filter_text, row.updated_at, merged)) for row in rows)


def _view(row: Any, actor: Actor, filter_text: str) -> SavedView:
    return SavedView(
        row.id,
        row.name,
        row.icon,
        filter_text,
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
        bool(row.starred),
        row.updated_at,
        row.changed_by,
    )


@prepared(64)
def _counted(sees_all: bool, filter_text: str, ground: Ground) -> Statement:
    kept = conditions(parse_filter(filter_text), Scope(Standings(ground), sees_all))
    some = select(incident.c.id).where(visible_to(ME, sees_all=sees_all), *kept).limit(COUNTED_TO).subquery("some")
    return select(func.count().label("incidents")).select_from(some)
