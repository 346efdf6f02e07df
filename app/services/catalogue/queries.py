"""Reading the catalogue for the settings: every entry, also those that are not in use any more."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, func, select

from app.domain.actor import Actor
from app.domain.errors import NotFound
from app.domain.permissions import Permission
from app.domain.wording import tr
from app.infra.unit_of_work import Store
from app.models.catalogue import category, configuration_item, service
from app.models.incident import incident
from app.models.people import assignment_group, person, site
from app.services.access import visible
from app.services.catalogue.dto import CategoryLine, ItemLine, PastChange, ServiceLine, SiteLine, Use
from app.services.catalogue.history import history_of
from app.services.catalogue.merge_dto import MergePreview
from app.services.catalogue.merging import preview_merge
from app.services.catalogue.uses import OPEN, uses_of
from app.services.command import query


class CatalogueQueries:
    """Services, sites and categories as the settings show them."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @query(Permission.PEOPLE_READ)
    def services(self, connection: Connection, actor: Actor) -> tuple[ServiceLine, ...]:
        """Every service, by name."""
        return _services(connection, actor)

    @query(Permission.PEOPLE_READ)
    def service(self, connection: Connection, actor: Actor, service_id: str) -> ServiceLine:
        """One service; `NotFound` where there is none."""
        return _found(_services(connection, actor), service_id)

    @query(Permission.PEOPLE_READ)
    def sites(self, connection: Connection, actor: Actor) -> tuple[SiteLine, ...]:
        """Every site, by name."""
        return _sites(connection, actor)

    @query(Permission.PEOPLE_READ)
    def site(self, connection: Connection, actor: Actor, site_id: str) -> SiteLine:
        """One site; `NotFound` where there is none."""
        return _found(_sites(connection, actor), site_id)

    @query(Permission.PEOPLE_READ)
    def categories(self, connection: Connection, actor: Actor) -> tuple[CategoryLine, ...]:
        """Every category by name, each followed by those below it."""
        return _categories(connection, actor)

    @query(Permission.PEOPLE_READ)
    def category(self, connection: Connection, actor: Actor, category_id: str) -> CategoryLine:
        """One category; `NotFound` where there is none."""
        return _found(_categories(connection, actor), category_id)

    @query(Permission.PEOPLE_READ)
    def items(self, connection: Connection, actor: Actor) -> tuple[ItemLine, ...]:
        """Every configuration item, by name."""
        return _items(connection, actor)

    @query(Permission.PEOPLE_READ)
    def item(self, connection: Connection, actor: Actor, item_id: str) -> ItemLine:
        """One configuration item; `NotFound` where there is none."""
        return _found(_items(connection, actor), item_id)

    @query(Permission.PEOPLE_READ)
    def item_uses(self, connection: Connection, actor: Actor, item_id: str) -> tuple[Use, ...]:
        """What uses a configuration item."""
        return uses_of(connection, actor, configuration_item, item_id)

    @query(Permission.PEOPLE_READ)
    def service_uses(self, connection: Connection, actor: Actor, service_id: str) -> tuple[Use, ...]:
        """What uses a service."""
        return uses_of(connection, actor, service, service_id)

    @query(Permission.PEOPLE_READ)
    def site_uses(self, connection: Connection, actor: Actor, site_id: str) -> tuple[Use, ...]:
        """What uses a site."""
        return uses_of(connection, actor, site, site_id)

    @query(Permission.PEOPLE_READ)
    def category_uses(self, connection: Connection, actor: Actor, category_id: str) -> tuple[Use, ...]:
        """What uses a category, or one below another."""
        return uses_of(connection, actor, category, category_id)

    @query(Permission.CATALOGUE_EDIT)
    def merge_preview(self, connection: Connection, actor: Actor, source_id: str, target_id: str) -> MergePreview:
        """What a merge of one category into another would move and leave; raises what the merge would raise."""
        return preview_merge(connection, actor, source_id, target_id)

    @query(Permission.PEOPLE_READ)
    def history(self, connection: Connection, _actor: Actor, table: str, entry_id: str) -> tuple[PastChange, ...]:
        """Who changed an entry of the catalogue when, newest first, by the name of its table."""
        return history_of(connection, _HISTORIES[table].name, entry_id)


_L = TypeVar("_L", ServiceLine, SiteLine, CategoryLine, ItemLine)


def _found(lines: Iterable[_L], entry_id: str) -> _L:
    found = next((line for line in lines if line.id == entry_id), None)
    if found is None:
        raise NotFound(tr("This does not exist any more. Go back to the list."))
    return found


_HISTORIES: Mapping[str, Table] = {table.name: table for table in (service, site, category, configuration_item)}


def _open_by(connection: Connection, actor: Actor, column: str) -> dict[str, int]:
    """How many open incidents name each entry, as far as the actor may see them."""
    named = incident.c[column]
    counted = select(named, func.count()).where(incident.c.state.in_(OPEN), named.is_not(None), visible(actor))
    return {row[0]: row[1] for row in connection.execute(counted.group_by(named))}


def _services(connection: Connection, actor: Actor) -> tuple[ServiceLine, ...]:
    is_open = _open_by(connection, actor, "service_id")
    owner = assignment_group.c.name.label("owner")
    rows = connection.execute(select(service, owner).outerjoin(assignment_group).order_by(func.lower(service.c.name)))
    return tuple(
        ServiceLine(
            row.id,
            row.name,
            row.owner_group_id,
            row.owner or "",
            row.criticality,
            is_open.get(row.id, 0),
            row.active,
        )
        for row in rows
    )


def _sites(connection: Connection, actor: Actor) -> tuple[SiteLine, ...]:
    is_open = _open_by(connection, actor, "site_id")
    counted = select(person.c.site_id, func.count()).where(person.c.active).group_by(person.c.site_id)
    people = {row[0]: row[1] for row in connection.execute(counted)}
    rows = connection.execute(select(site).order_by(func.lower(site.c.name)))
    return tuple(
        SiteLine(row.id, row.name, row.time_zone, people.get(row.id, 0), is_open.get(row.id, 0), row.active)
        for row in rows
    )


def _categories(connection: Connection, actor: Actor) -> tuple[CategoryLine, ...]:
    is_open = _open_by(connection, actor, "category_id") | _open_by(connection, actor, "subcategory_id")
    rows = connection.execute(select(category).order_by(func.lower(category.c.name))).all()
    below: dict[str | None, list[Any]] = {}
    for row in rows:
        below.setdefault(row.parent_id, []).append(row)
    ordered = [line for top in below.get(None, ()) for line in (top, *below.get(top.id, ()))]
    return tuple(CategoryLine(row.id, row.name, row.parent_id, is_open.get(row.id, 0), row.active) for row in ordered)


def _items(connection: Connection, actor: Actor) -> tuple[ItemLine, ...]:
    is_open = _open_by(connection, actor, "configuration_item_id")
    columns = configuration_item.c
    rows = connection.execute(
        select(configuration_item, service.c.name.label("service"), site.c.name.label("site"))
        .select_from(configuration_item)
        .outerjoin(service, service.c.id == columns.service_id)
        .outerjoin(site, site.c.id == columns.site_id)
        .order_by(func.lower(columns.name))
    )
    return tuple(
        ItemLine(
            row.id, row.name, row.kind, row.service_id, row.service or "", row.site_id, row.site or "",
            is_open.get(row.id, 0), row.active,
        )
        for row in rows
    )  # fmt: skip
