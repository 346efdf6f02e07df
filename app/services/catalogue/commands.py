"""Changing services, sites and categories, and taking them out of use; nothing is ever deleted."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Row, Table, func, select, update

from app.domain.errors import BadInput, NotFound, Refused
from app.domain.events import ReferenceDataChanged
from app.domain.permissions import Permission
from app.domain.text import clean_line
from app.domain.wording import tr
from app.infra.unit_of_work import Store, Work
from app.models.catalogue import category, configuration_item, service
from app.models.people import site
from app.services.catalogue.merge_dto import Merge
from app.services.catalogue.merging import merge, take_back
from app.services.command import command
from app.services.incidents.commands import PATIENT
from app.services.people.commands import checked, item_kind, same_name

Changes = Mapping[str, str | int | None]
"""New values by column; what is not named stays as it is."""


class CatalogueCommands:
    """Upkeep of the catalogue. Adding is in `PeopleCommands`, beside what is added in the middle of a call."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @command(Permission.CATALOGUE_EDIT)
    def change_service(self, work: Work, service_id: str, changes: Changes) -> None:
        """Change the name, the owner group or the criticality of a service."""
        criticality = changes.get("criticality", 1)
        if not isinstance(criticality, int) or not 1 <= criticality <= 5:
            raise BadInput(
                tr("Criticality {criticality} is not on the scale: choose 1 to 5.", criticality=criticality),
                "criticality",
            )
        _change(work, service, service_id, changes, ("name", "owner_group_id", "criticality"))

    @command(Permission.PEOPLE_EDIT)
    def change_site(self, work: Work, site_id: str, changes: Changes) -> None:
        """Change the name or the time zone of a site."""
        _change(work, site, site_id, changes, ("name", "time_zone"))

    @command(Permission.CATALOGUE_EDIT)
    def change_category(self, work: Work, category_id: str, changes: Changes) -> None:
        """Change the name of a category, or which one it stands below; None puts it at the top.

        Incidents keep what they were given: the past is not sorted anew.
        """
        parent_id = changes.get("parent_id")
        if parent_id is not None:
            _check_parent(work, category_id, str(parent_id))
        _change(work, category, category_id, changes, ("name", "parent_id"))

    @command(Permission.CATALOGUE_EDIT)
    def change_item(self, work: Work, item_id: str, changes: Changes) -> None:
        """Change the name, the kind, the service or the site of a configuration item."""
        kind = {"kind": item_kind(str(changes["kind"] or ""))} if "kind" in changes else {}
        _change(work, configuration_item, item_id, {**changes, **kind}, ("name", "kind", "service_id", "site_id"))

    @command(Permission.CATALOGUE_EDIT)
    def use_service(self, work: Work, service_id: str, active: bool) -> None:
        """Offer a service in pick lists again, or no longer; incidents that name it keep it."""
        _use(work, service, service_id, active=active)

    @command(Permission.CATALOGUE_EDIT)
    def use_item(self, work: Work, item_id: str, active: bool) -> None:
        """Offer a configuration item in pick lists again, or no longer; incidents that name it keep it."""
        _use(work, configuration_item, item_id, active=active)

    @command(Permission.PEOPLE_EDIT)
    def use_site(self, work: Work, site_id: str, active: bool) -> None:
        """Offer a site in pick lists again, or no longer."""
        _use(work, site, site_id, active=active)

    @command(Permission.CATALOGUE_EDIT)
    def use_category(self, work: Work, category_id: str, active: bool) -> None:
        """Offer a category in pick lists again, or no longer; what stands below it is offered with it only."""
        _use(work, category, category_id, active=active)

    @command(Permission.CATALOGUE_EDIT, PATIENT)
    def merge_category(self, work: Work, source_id: str, target_id: str) -> Merge:
        """Have another category take the place of one, with what stands below it, and take it out of use.

        Incidents that have ended keep what they were given; all else that names it goes over.
        """
        return merge(work, source_id, target_id)

    @command(Permission.CATALOGUE_EDIT, PATIENT)
    def take_merge_back(self, work: Work, done: Merge) -> tuple[str, ...]:
        """Undo a merge; says what somebody changed since, which stays as it is."""
        return take_back(work, done)


def _change(work: Work, table: Table, entry_id: str, changes: Changes, known: tuple[str, ...]) -> None:
    row = _locked(work, table, entry_id)
    values: dict[str, Any] = {name: changes[name] for name in known if name in changes}
    if "name" in values:
        values["name"] = clean_line(str(values["name"]))[:200]
        if not values["name"]:
            raise BadInput(tr("A name is needed."), "name")
    if {"name", "parent_id"} & values.keys():
        name, parent_id = values.get("name", row.name), values.get("parent_id", getattr(row, "parent_id", None))
        other = work.connection.execute(same_name(table, name, parent_id).where(table.c.id != entry_id)).first()
        if other is not None:
            raise BadInput(tr("{name} exists already. Choose another name.", name=f"{name!r}"), "name")
    values = {name: value for name, value in checked(work, table, values).items() if getattr(row, name) != value}
    _write(work, table, entry_id, values)


def _use(work: Work, table: Table, entry_id: str, *, active: bool) -> None:
    row = _locked(work, table, entry_id)
    _write(work, table, entry_id, {"active": active} if row.active != active else {})


def _locked(work: Work, table: Table, entry_id: str) -> Row[Any]:
    row = work.connection.execute(select(table).where(table.c.id == entry_id).with_for_update()).one_or_none()
    if row is None:
        raise NotFound(tr("This {table} does not exist any more.", table=table.name.replace("_", " ")))
    return row


def _write(work: Work, table: Table, entry_id: str, values: Mapping[str, Any]) -> None:
    if values:
        work.connection.execute(update(table).where(table.c.id == entry_id), dict(values))
        work.events.append(ReferenceDataChanged(work.actor.person_id, table.name))


def _check_parent(work: Work, category_id: str, parent_id: str) -> None:
    """Categories have two levels: who stands below another has none below."""
    parent = work.connection.execute(select(category.c.parent_id).where(category.c.id == parent_id)).one_or_none()
    if parent_id == category_id or (parent is not None and parent.parent_id is not None):
        raise Refused(tr("A category stands at the top or directly below one that does. Choose one of the top."))
    below = select(func.count()).select_from(category).where(category.c.parent_id == category_id)
    count = work.connection.execute(below).scalar_one()
    if count:
        stand = tr("1 category stands") if count == 1 else tr("{count} categories stand", count=count)
        raise Refused(tr("{stand} below this one. Move what is below first: there are two levels only.", stand=stand))
