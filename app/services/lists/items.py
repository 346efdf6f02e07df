"""A list of configuration items: found by name; added, or changed in what the list says otherwise."""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Connection, select, update

from app.domain.events import ReferenceDataChanged
from app.domain.lists import ITEMS, ListRow, RowOutcome
from app.domain.wording import tr
from app.infra.unit_of_work import Work
from app.models.catalogue import configuration_item, service
from app.models.people import site
from app.services.getting_on import go_on
from app.services.lists.planning import Names, Once, PlannedRow, Wrong, no_site, outcome_of, plan_rows
from app.services.people.commands import insert_item

_LABELS: Final = {field.key: field.label for field in ITEMS}
_LIMITS: Final = {"name": 200, "kind": 64}


class ItemsPlan:
    """What stands in the catalogue, and what a row of the list would do with it."""

    def __init__(self, connection: Connection) -> None:
        self._references = {
            "service": Names(connection, service, _no_service),
            "site": Names(connection, site, no_site),
        }
        self._names = {
            row.id: row.name
            for table in (service, site)
            for row in connection.execute(select(table.c.id, table.c.name))
        }
        self._standing = {row.name.casefold(): row for row in connection.execute(select(configuration_item))}
        self._once = Once()

    def plan(self, row: ListRow) -> PlannedRow:
        """What becomes of a row; `Wrong` with the field that cannot be taken."""
        values = self._values(row)
        self._once.claim("name", values["name"], row.line)
        standing = self._standing.get(values["name"].casefold())
        if standing is None:
            return PlannedRow(outcome_of(row, {}, stands=False), values)
        if not standing.active:
            raise Wrong("name", tr("{name} is not in use. Use it again on its page first.", name=standing.name))
        changed = {key: value for key, value in values.items() if getattr(standing, key) != value}
        told = {
            _LABELS[key.removesuffix("_id")]: (self._shown(getattr(standing, key)), self._shown(value))
            for key, value in changed.items()
        }
        return PlannedRow(outcome_of(row, told, stands=True), changed, standing.id)

    def _values(self, row: ListRow) -> dict[str, Any]:
        if "name" not in row.values:
            raise Wrong("name", tr("A configuration item needs a name."))
        values: dict[str, Any] = {key: row.values[key] for key in _LIMITS if key in row.values}
        for key, text in values.items():
            if len(text) > _LIMITS[key]:
                raise Wrong(
                    key,
                    tr(
                        "It has {count} characters, {limit} is the limit. Shorten it.",
                        count=len(text),
                        limit=_LIMITS[key],
                    ),
                )
        for key, names in self._references.items():
            if key in row.values:
                values[f"{key}_id"] = names.id_of(key, row.values[key])
        return values

    def _shown(self, value: str | None) -> str:
        known = value or ""
        shown: str = self._names.get(known, known)
        return shown


def plan_items(connection: Connection, rows: Sequence[ListRow]) -> tuple[RowOutcome, ...]:
    """What the list would do."""
    return tuple(each.outcome for each in plan_rows(rows, ItemsPlan(connection).plan))


def write_items(work: Work, rows: Sequence[ListRow]) -> tuple[RowOutcome, ...]:
    """Do it, as the catalogue stands now."""
    planned = plan_rows(rows, ItemsPlan(work.connection).plan)
    for done, each in enumerate(planned, len(rows)):
        go_on(done, 2 * len(rows))
        values = each.values
        if each.standing_id is not None and values:
            table = configuration_item
            work.connection.execute(update(table).where(table.c.id == each.standing_id).values(dict(values)))
        elif values:
            kind, service_id, site_id = values.get("kind", ""), values.get("service_id"), values.get("site_id")
            insert_item(work, values["name"], kind, service_id, site_id)
    work.events.append(ReferenceDataChanged(work.actor.person_id, "configuration_item"))
    return tuple(each.outcome for each in planned)


def _no_service(name: str) -> str:
    return tr("There is no service “{name}”. Add it first, or correct the name.", name=name)
