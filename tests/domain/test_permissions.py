"""Roles and permissions are one table; the table is judged here by what a desk expects of it."""

import itertools

import pytest

from app.domain.actor import Actor
from app.domain.errors import NotAllowed
from app.domain.permissions import ROLE_PERMISSIONS, Permission, demand, may
from app.domain.vocabulary import Role

RISING = (Role.REQUESTER, Role.AGENT, Role.SUPERVISOR, Role.ADMIN)


def actor(role: Role) -> Actor:
    """Somebody of the role."""
    return Actor("0" * 32, "Ines Okafor", role)


@pytest.mark.parametrize(("lower", "higher"), list(itertools.pairwise(RISING)))
def test_a_higher_role_may_all_that_a_lower_one_may(lower: Role, higher: Role) -> None:
    assert ROLE_PERMISSIONS[lower] < ROLE_PERMISSIONS[higher]


def test_every_role_stands_in_the_table() -> None:
    assert set(ROLE_PERMISSIONS) == set(Role)
    assert ROLE_PERMISSIONS[Role.ADMIN] == frozenset(Permission)


@pytest.mark.parametrize(
    "permission",
    [
        Permission.INCIDENT_EDIT,
        Permission.INCIDENT_WORK,
        Permission.INCIDENT_WORK_NOTE,
        Permission.INCIDENT_READ_ALL,
        Permission.INCIDENT_CANCEL,
        Permission.INCIDENT_LINK,
        Permission.PEOPLE_READ,
        Permission.REVIEW_READ,
        Permission.KPI_READ,
        Permission.IMPORT_RUN,
    ],
)
def test_what_a_requester_may_never(permission: Permission) -> None:
    assert not may(actor(Role.REQUESTER), permission)


@pytest.mark.parametrize(
    ("permission", "least"),
    [
        (Permission.INCIDENT_CREATE, Role.REQUESTER),
        (Permission.INCIDENT_REOPEN, Role.REQUESTER),
        (Permission.INCIDENT_WORK, Role.AGENT),
        (Permission.REVIEW_EDIT, Role.AGENT),
        (Permission.INCIDENT_OVERRIDE_PRIORITY, Role.SUPERVISOR),
        (Permission.INCIDENT_RESTORE, Role.SUPERVISOR),
        (Permission.REVIEW_PUBLISH, Role.SUPERVISOR),
        (Permission.PEOPLE_EDIT, Role.SUPERVISOR),
        (Permission.SETTINGS_EDIT, Role.ADMIN),
        (Permission.IMPORT_RUN, Role.ADMIN),
    ],
)
def test_from_which_role_on(permission: Permission, least: Role) -> None:
    for role in RISING:
        assert may(actor(role), permission) is (RISING.index(role) >= RISING.index(least))


@pytest.mark.parametrize(("role", "permission"), list(itertools.product(Role, Permission)))
def test_a_refusal_says_who_can_do_it(role: Role, permission: Permission) -> None:
    if may(actor(role), permission):
        demand(actor(role), permission)
        return
    with pytest.raises(NotAllowed) as refusal:
        demand(actor(role), permission)
    said = str(refusal.value)
    assert said.startswith(f"Ines Okafor is a{'n' if role in {Role.AGENT, Role.ADMIN} else ''} {role.label.lower()} ")
    assert "an admin" in said


def test_the_list_of_permissions_is_sorted() -> None:
    assert [item.value for item in Permission] == sorted(item.value for item in Permission)
