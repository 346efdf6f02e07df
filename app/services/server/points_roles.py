"""The points of the check about roles: who owns the desk, who is in which group, and who may more than they should."""

from collections import defaultdict

from app.domain.wording import tr
from app.services.server.catalogue import INIT, SUPERUSER, Catalogue, Point
from app.services.server.dto import Finding
from app.services.server.function_rights import MAKERS

_POWERS = ("SUPERUSER", "CREATEROLE", "CREATEDB", "REPLICATION", "BYPASSRLS")


def roles_exist(catalogue: Catalogue) -> Finding:
    """Every role of the desk is there and nobody can log in as it."""
    point = Point("roles", tr("The roles of the desk"), INIT, essential=True)
    rows = catalogue.ask(
        "SELECT rolname, rolcanlogin FROM pg_roles WHERE rolname = ANY(%(made)s)", made=list(catalogue.roles.made)
    )
    found = {str(name): bool(may_login) for name, may_login in rows}
    wrong = [tr("{name} is missing", name=name) for name in catalogue.roles.made if name not in found]
    wrong += [tr("{name} can log in", name=name) for name, may_login in found.items() if may_login]
    return point.if_none(wrong)


def powers_held(catalogue: Catalogue) -> list[tuple[str, str]]:
    """The powers over the server that roles and logins of the desk have, by name."""
    rows = catalogue.ask(
        "SELECT rolname, ARRAY[rolsuper, rolcreaterole AND rolname <> %(useradmin)s, rolcreatedb, rolreplication,"
        " rolbypassrls] FROM pg_roles WHERE rolname = ANY(%(made)s) OR rolname LIKE %(logins)s",
        made=list(catalogue.roles.made),
    )
    return [(str(name), power) for name, has in rows for power, held in zip(_POWERS, has, strict=True) if held]


def no_powers(catalogue: Catalogue) -> Finding:
    """No role or login of the desk has a power over the server; but the one that makes logins, to do that."""
    point = Point("powers", tr("Nobody of the desk has power over the server"), SUPERUSER, essential=True)
    return point.if_none([tr("{name} has {power}", name=name, power=power) for name, power in powers_held(catalogue)])


def memberships_too_many(catalogue: Catalogue) -> list[tuple[str, str, str]]:
    """What groups and logins are members of and should not be: member, role, and who granted it.

    A login that is in several groups keeps that of its person; one that belongs to nobody keeps its only one.
    """
    roles = catalogue.roles
    wanted = set(roles.nested)
    rows = catalogue.ask(
        "SELECT member.rolname, parent.rolname, coalesce(grantor.rolname, ''), member.rolname LIKE %(logins)s,"
        " %(prefix)s || '_' || coalesce((SELECT role FROM person WHERE login = member.rolname),"
        " (SELECT 'jobs' FROM desk.account WHERE login = member.rolname AND is_jobs), '')"
        " FROM pg_auth_members JOIN pg_roles parent ON parent.oid = roleid JOIN pg_roles member ON member.oid = member"
        " LEFT JOIN pg_roles grantor ON grantor.oid = pg_auth_members.grantor"
        " WHERE member.rolname = ANY(%(everybody)s) OR member.rolname LIKE %(logins)s"
    )
    groups = {*roles.groups, roles.jobs}
    in_groups: dict[str, set[str]] = defaultdict(set)
    for member, parent, _grantor, _is_login, _group in rows:
        in_groups[str(member)] |= {str(parent)} & groups

    def is_too_much(member: str, parent: str, group: str, *, is_login: bool) -> bool:
        if not is_login:
            return (member, parent) not in wanted
        return parent not in groups or (len(in_groups[member]) > 1 and parent != group)

    return [
        (str(member), str(parent), str(grantor))
        for member, parent, grantor, is_login, group in rows
        if is_too_much(str(member), str(parent), str(group), is_login=bool(is_login))
    ]


def groups_nested(catalogue: Catalogue) -> Finding:
    """Each group has the rights of the one before it and of nobody else, and readers have those of nobody."""
    point = Point("groups", tr("The groups build on one another"), INIT, essential=True)
    roles = catalogue.roles
    wanted = set(roles.nested)
    rows = catalogue.ask(
        "SELECT member.rolname, parent.rolname FROM pg_auth_members"
        " JOIN pg_roles parent ON parent.oid = roleid JOIN pg_roles member ON member.oid = member"
        " WHERE member.rolname = ANY(%(everybody)s)"
    )
    found = {(str(member), str(parent)) for member, parent in rows}
    wrong = [
        tr("{member} is not a member of {parent}", member=member, parent=parent) for member, parent in wanted - found
    ]
    return point.if_none(
        wrong
        + [tr("{member} is a member of {parent}", member=member, parent=parent) for member, parent in found - wanted]
    )


def logins_in_one_group(catalogue: Catalogue) -> Finding:
    """Each login of a person is in exactly one group, and in nothing else."""
    point = Point("logins", tr("Each login is in one group of the desk"), INIT, essential=True)
    rows = catalogue.ask(
        "SELECT member.rolname, array_agg(parent.rolname::text ORDER BY parent.rolname) FROM pg_auth_members"
        " JOIN pg_roles parent ON parent.oid = roleid JOIN pg_roles member ON member.oid = member"
        " WHERE member.rolname LIKE %(logins)s AND member.rolcanlogin GROUP BY member.rolname"
    )
    allowed = {*catalogue.roles.groups, catalogue.roles.jobs}
    wrong = [
        tr("{name} is in {parents}", name=name, parents=", ".join(parents))
        for name, parents in rows
        if len(parents) != 1 or parents[0] not in allowed
    ]
    return point.if_none(wrong)


def nobody_becomes_the_owner(catalogue: Catalogue) -> Finding:
    """No person is a member of the roles that own the desk or make logins."""
    point = Point("owners", tr("No person can act as the owner of the desk"), INIT, essential=True)
    rows = catalogue.ask(
        "SELECT member.rolname || ' is a member of ' || parent.rolname FROM pg_auth_members"
        " JOIN pg_roles parent ON parent.oid = roleid JOIN pg_roles member ON member.oid = member"
        " WHERE parent.rolname IN (%(owner)s, %(useradmin)s)"
        " AND (member.rolname LIKE %(logins)s OR member.rolname = ANY(%(everybody)s))"
    )
    return point.if_none([str(row[0]) for row in rows])


def yourself(catalogue: Catalogue) -> Finding:
    """Whoever asks comes in as a person; an owner is held back by nothing."""
    point = Point(
        "yourself",
        tr("You come in by a login of your own"),
        tr("Use the owner's or a superuser's login for `server init` and upgrades only, and your own for work."),
    )
    login, may = catalogue.one("SELECT session_user::text, pg_has_role(session_user, %(owner)s, 'MEMBER')")
    return (
        point.missing(tr("{login} owns the desk, so nothing holds for it", login=login))
        if may
        else point.good(str(login))
    )


def owned_by_the_owner(catalogue: Catalogue) -> Finding:
    """Everything of the desk is owned by the role that nobody logs in as."""
    point = Point("ownership", tr("The desk is owned by a role that nobody logs in as"), INIT, essential=True)
    rows = catalogue.ask(
        "SELECT oid::regclass::text, relowner FROM pg_class WHERE relkind IN ('r', 'p', 'v', 'S')"
        " AND relnamespace IN ('public'::regnamespace, 'desk'::regnamespace) AND relowner <> %(owner)s::regrole"
        " UNION ALL SELECT oid::regprocedure::text, proowner FROM pg_proc"
        " WHERE pronamespace IN ('public'::regnamespace, 'desk'::regnamespace) AND proname <> ALL(%(makers)s)"
        " AND proowner <> %(owner)s::regrole"
        " UNION ALL SELECT nspname, nspowner FROM pg_namespace WHERE nspname IN ('public', 'desk')"
        " AND nspowner <> %(owner)s::regrole"
        " UNION ALL SELECT oid::regprocedure::text, proowner FROM pg_proc"
        " WHERE pronamespace = 'desk'::regnamespace AND proname = ANY(%(makers)s)"
        " AND proowner <> %(useradmin)s::regrole",
        makers=list(MAKERS),
    )
    return point.if_none([tr("{name} is not", name=name) for name, _owner in rows])


POINTS = (
    roles_exist,
    no_powers,
    groups_nested,
    logins_in_one_group,
    nobody_becomes_the_owner,
    owned_by_the_owner,
    yourself,
)
"""Each looks at one point; the first one has to be good for the others to make sense."""
