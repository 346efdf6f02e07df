"""A list of people: found by e-mail, else by name; added, or changed in what the list says otherwise."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, String, select, update

from app.domain.actor import Actor
from app.domain.events import ReferenceDataChanged
from app.domain.lists import PEOPLE, ListRow, RowOutcome, yes_or_no
from app.domain.permissions import ROLE_PERMISSIONS
from app.domain.text import is_mail_address
from app.domain.vocabulary import Role
from app.domain.wording import inside, tr, trn
from app.infra.unit_of_work import Work
from app.models.people import assignment_group, group_member, person, site
from app.services.getting_on import go_on
from app.services.lists.planning import Names, Once, PlannedRow, Wrong, no_site, outcome_of, plan_rows
from app.services.people.commands import insert_person
from app.services.people.dto import NOTE_LIMIT, NewPerson

_LABELS: Final = {field.key: field.label for field in PEOPLE}
_TEXTS: Final = ("name", "email", "phone", "job_title", "handling_note")
# The columns that whoever may change people is let read by every database.
_STANDING: Final = select(
    *(person.c[name] for name in ("id", *_TEXTS, "role", "vip", "active", "site_id")),
)
_ROLES: Final = {
    **{role.value: role for role in Role},
    "caller": Role.REQUESTER,
    "read only": Role.READER,
    "viewer": Role.READER,
    "user": Role.REQUESTER,
    "administrator": Role.ADMIN,
}


class PeoplePlan:
    """What stands at the desk, and what a row of the list would do with it."""

    def __init__(self, connection: Connection, actor: Actor) -> None:
        self._actor = actor
        self._sites = Names(connection, site, no_site)
        self._groups = Names(connection, assignment_group, _no_group)
        self._site_names = {row.id: row.name for row in connection.execute(select(site.c.id, site.c.name))}
        self._members: dict[str, set[str]] = defaultdict(set)
        for row in connection.execute(select(group_member.c.person_id, group_member.c.group_id)):
            self._members[row.person_id].add(row.group_id)
        self._by_mail: dict[str, list[Any]] = defaultdict(list)
        self._by_name: dict[str, list[Any]] = defaultdict(list)
        for row in connection.execute(_STANDING):
            self._by_name[row.name.casefold()].append(row)
            if row.email:
                self._by_mail[row.email.casefold()].append(row)
        self._once = Once()

    def plan(self, row: ListRow) -> PlannedRow:
        """What becomes of a row; `Wrong` with the field that cannot be taken."""
        values = self._values(row)
        standing = self._standing(row)
        self._once.claim("email" if "email" in values else "name", values.get("email") or values["name"], row.line)
        self._refuse_groups_of_reader(standing, values)
        if standing is None:
            return PlannedRow(outcome_of(row, {}, stands=False), values)
        self._refuse_standing(standing, values)
        changed = self._changed(standing, values)
        kept = {key: values[key] for key in changed if key in values}
        told = {_LABELS[key.removesuffix("_id")]: pair for key, pair in changed.items()}
        return PlannedRow(outcome_of(row, told, stands=True), kept, standing.id)

    def _values(self, row: ListRow) -> dict[str, Any]:
        given = row.values
        if "name" not in given:
            raise Wrong("name", tr("A person needs a name."))
        values: dict[str, Any] = {key: given[key] for key in _TEXTS if key in given}
        for key, text in values.items():
            limit = NOTE_LIMIT if key == "handling_note" else getattr(person.c[key].type, "length", None)
            if isinstance(person.c[key].type, String) and limit and len(text) > limit:
                raise Wrong(
                    key,
                    tr("It has {count} characters, {limit} is the limit. Shorten it.", count=len(text), limit=limit),
                )
        if "email" in values and not is_mail_address(values["email"]):
            raise Wrong("email", tr("“{text}” is no e-mail address.", text=values["email"]))
        if "role" in given:
            values["role"] = self._role(given["role"])
        if "vip" in given:
            values["vip"] = yes_or_no(given["vip"])
            if values["vip"] is None:
                raise Wrong("vip", tr("“{text}” is neither yes nor no.", text=given["vip"]))
        if "site" in given:
            values["site_id"] = self._sites.id_of("site", given["site"])
        if "groups" in given:
            names = [name.strip() for name in given["groups"].replace(",", ";").split(";")]
            values["groups"] = tuple(self._groups.id_of("groups", name) for name in names if name)
        return values

    def _role(self, text: str) -> Role:
        role = _ROLES.get(text.casefold())
        if role is None:
            raise Wrong(
                "role",
                tr("“{text}” is no role. Known are caller, reader, agent, supervisor and administrator.", text=text),
            )
        if not ROLE_PERMISSIONS[role] <= ROLE_PERMISSIONS[self._actor.role]:
            raise Wrong(
                "role", tr("Only an administrator can add somebody with the role {role}.", role=inside(role.label))
            )
        return role

    def _standing(self, row: ListRow) -> Any:
        name, mail = row.values["name"], row.values.get("email", "")
        found = self._by_mail.get(mail.casefold(), []) if mail else []
        field = "email"
        if not found:
            field = "name"
            # Somebody of the same name with another address is somebody else.
            found = [each for each in self._by_name.get(name.casefold(), []) if not (mail and each.email)]
        if len(found) > 1:
            raise Wrong(field, _several(len(found), by_mail=bool(mail and field == "email")))
        return found[0] if found else None

    def _refuse_standing(self, standing: Any, values: Mapping[str, Any]) -> None:
        if not standing.active:
            raise Wrong(
                "name", tr("{name} was removed from the desk. Put them back on their page first.", name=standing.name)
            )
        role = Role(standing.role)
        if not ROLE_PERMISSIONS[role] <= ROLE_PERMISSIONS[self._actor.role]:
            raise Wrong("name", tr("{name} is an administrator. Only another one can change that.", name=standing.name))
        if values.get("role", role) is not role:
            raise Wrong("role", _has_role(standing.name, role))

    def _refuse_groups_of_reader(self, standing: Any, values: Mapping[str, Any]) -> None:
        role = values.get("role", Role.REQUESTER) if standing is None else Role(standing.role)
        if role is Role.READER and values.get("groups"):
            raise Wrong("groups", tr("A reader is in no group. Leave the groups empty, or choose another role."))

    def _changed(self, standing: Any, values: Mapping[str, Any]) -> dict[str, tuple[str, str]]:
        changed = {
            key: (getattr(standing, key) or "", values[key])
            for key in _TEXTS
            if key in values and (getattr(standing, key) or "") != values[key]
        }
        if "vip" in values and values["vip"] != standing.vip:
            changed["vip"] = (tr("yes"), tr("no")) if standing.vip else (tr("no"), tr("yes"))
        if "site_id" in values and values["site_id"] != standing.site_id:
            names = self._site_names
            changed["site_id"] = (names.get(standing.site_id, ""), names[values["site_id"]])
        new = [group for group in values.get("groups", ()) if group not in self._members[standing.id]]
        if new:
            changed["groups"] = (f"{len(self._members[standing.id])}", trn("{n} more", "{n} more", len(new)))
        return changed

    def new_groups(self, planned: PlannedRow) -> list[str]:
        """The groups that somebody joins."""
        mine = self._members.get(planned.standing_id or "", set())
        return [group for group in dict.fromkeys(planned.values.get("groups", ())) if group not in mine]


def plan_people(connection: Connection, actor: Actor, rows: Sequence[ListRow]) -> tuple[RowOutcome, ...]:
    """What the list would do."""
    return tuple(each.outcome for each in plan_rows(rows, PeoplePlan(connection, actor).plan))


def write_people(work: Work, rows: Sequence[ListRow]) -> tuple[RowOutcome, ...]:
    """Do it, as the desk stands now."""
    plan = PeoplePlan(work.connection, work.actor)
    planned = plan_rows(rows, plan.plan)
    for done, each in enumerate(planned, len(rows)):
        go_on(done, 2 * len(rows))
        if each.values:
            person_id = _write(work, each)
            for group_id in plan.new_groups(each):
                row = {"group_id": group_id, "person_id": person_id, "joined_at": work.now}
                work.connection.execute(group_member.insert(), row)
    work.events.append(ReferenceDataChanged(work.actor.person_id, "person"))
    return tuple(each.outcome for each in planned)


def _write(work: Work, planned: PlannedRow) -> str:
    values = {key: value for key, value in planned.values.items() if key != "groups"}
    if planned.standing_id is None:
        return insert_person(work, NewPerson(work.new_id(), **values))
    values.pop("role", None)
    if values:
        work.connection.execute(update(person).where(person.c.id == planned.standing_id).values(values))
    return planned.standing_id


def _no_group(name: str) -> str:
    return tr("There is no group “{name}”. Add it first, or correct the name.", name=name)


def _several(count: int, *, by_mail: bool) -> str:
    if by_mail:
        return trn("{n} person at the desk has this address.", "{n} people at the desk have this address.", count)
    return trn("{n} person at the desk has this name.", "{n} people at the desk have this name.", count)


def _has_role(name: str, role: Role) -> str:
    said = inside(role.label)
    return tr("{name} has the role {role} already; a role changes on their page only.", name=name, role=said)
