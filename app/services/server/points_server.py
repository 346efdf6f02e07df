"""The points of the check about the database and the server: who comes in, how, and what they could fill or block."""

from app.domain.wording import tr
from app.services.server.catalogue import INIT, SUPERUSER, Catalogue, Point
from app.services.server.dto import Finding
from app.services.server.hardening import LARGE_OBJECTS, SETTINGS
from app.services.server.roles import LOWEST


def database_rights(catalogue: Catalogue) -> Finding:
    """Only logins of the desk enter the database, and nobody makes temporary tables in it."""
    point = Point("database", tr("Only logins of the desk enter the database"), INIT, essential=True)
    rows = catalogue.ask(
        "SELECT coalesce(rolname, 'PUBLIC'), privilege_type FROM ("
        " SELECT datdba, (aclexplode(coalesce(datacl, acldefault('d', datdba)))).* FROM pg_database"
        " WHERE datname = current_database()) AS granted LEFT JOIN pg_roles ON pg_roles.oid = grantee"
        " WHERE grantee <> datdba"
    )
    allowed = {(catalogue.roles.group(role), "CONNECT") for role in LOWEST}
    mine = {"PUBLIC", *catalogue.roles.groups, catalogue.roles.jobs}
    wrong = [
        tr("{role} has {act}", role=role, act=act) for role, act in rows if role in mine and (role, act) not in allowed
    ]
    if not allowed <= {(role, act) for role, act in rows}:
        wrong.append(tr("logins of the desk may not connect"))
    return point.if_none(wrong)


def other_databases(catalogue: Catalogue) -> Finding:
    """The other databases of the server are closed to logins of the desk."""
    point = Point(
        "elsewhere", tr("Other databases of the server are closed to them"),
        tr("REVOKE CONNECT, TEMPORARY ON DATABASE name FROM PUBLIC, unless the database is meant for everybody."),
    )  # fmt: skip
    rows = catalogue.ask(
        "SELECT datname FROM pg_database WHERE datallowconn AND datname <> current_database()"
        " AND EXISTS (SELECT FROM aclexplode(coalesce(datacl, acldefault('d', datdba)))"
        " WHERE grantee = 0 AND privilege_type = 'CONNECT')"
    )
    return point.if_none([tr("everybody may enter {row}", row=row[0]) for row in rows])


def language(catalogue: Catalogue) -> Finding:
    """Nobody runs blocks of code on the server."""
    point = Point("language", tr("Nobody runs code on the server"), SUPERUSER)
    (open_to_all,) = catalogue.one(
        "SELECT EXISTS (SELECT FROM pg_language, aclexplode(coalesce(lanacl, acldefault('l', lanowner)))"
        " WHERE lanname = 'plpgsql' AND grantee = 0)"
    )
    return point.missing(tr("everybody may use the language plpgsql")) if open_to_all else point.good()


def large_objects(catalogue: Catalogue) -> Finding:
    """Nobody fills the server's disk with objects that belong to no table."""
    point = Point(tr("large objects"), tr("Nobody makes large objects"), SUPERUSER)
    rows = catalogue.ask(
        "SELECT oid::regprocedure::text FROM pg_proc WHERE oid = ANY(%(functions)s::regprocedure[])"
        " AND EXISTS (SELECT FROM aclexplode(coalesce(proacl, acldefault('f', proowner))) WHERE grantee = 0)",
        functions=[f"pg_catalog.{each}" for each in LARGE_OBJECTS],
    )
    return point.if_none([tr("everybody may call {row}", row=row[0]) for row in rows])


def temporary_files(catalogue: Catalogue) -> Finding:
    """A single question cannot fill the server's disk."""
    point = Point(tr("temporary files"), tr("A question cannot fill the disk"), SUPERUSER)
    limit = catalogue.setting("temp_file_limit")
    return point.missing(tr("there is no limit (temp_file_limit)")) if limit in {"", "-1"} else point.good(limit)


def timeouts(catalogue: Catalogue) -> Finding:
    """Whoever vanishes in the middle of a save gives its locks back soon."""
    point = Point("timeouts", tr("Who vanishes gives locks back"), INIT)
    rows = catalogue.ask(
        "SELECT unnest(setconfig) FROM pg_db_role_setting JOIN pg_database ON pg_database.oid = setdatabase"
        " WHERE datname = current_database() AND setrole = 0"
    )
    names = {str(row[0]).partition("=")[0] for row in rows}
    wanted = [name for name in SETTINGS if name != "password_encryption"]
    return point.if_none([tr("{name} is not set for the database", name=name) for name in wanted if name not in names])


def encryption(catalogue: Catalogue) -> Finding:
    """The way between the computers is encrypted, and the server can prove who it is."""
    point = Point(
        "tls",
        tr("The way to the server is encrypted"),
        tr("Give the server a certificate and set ssl = on; docs/administration.md shows how, step by step."),
        essential=True,
    )
    encrypted, spoken, is_local = catalogue.one(
        "SELECT (SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()),"
        " (SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid()),"
        " coalesce(inet_client_addr() <<= '127.0.0.0/8' OR inet_client_addr() = '::1', true)"
    )
    if catalogue.setting("ssl") != "on":
        return point.missing(tr("the server does not speak TLS (ssl = off)"))
    if not encrypted and not is_local:
        return point.missing(tr("this connection is not encrypted"), tr("Allow hostssl lines only in pg_hba.conf."))
    # Only superusers are told what the server would agree to at the least; to others counts what it agreed to here.
    oldest = catalogue.setting("ssl_min_protocol_version") or spoken or "TLSv1.2"
    if oldest in {"TLSv1", "TLSv1.1"}:
        return point.missing(
            tr("the server still speaks {oldest}", oldest=oldest), tr("Set ssl_min_protocol_version = TLSv1.2.")
        )
    return point.good(oldest)


def password_kind(catalogue: Catalogue) -> Finding:
    """Passwords are kept as SCRAM verifiers."""
    point = Point(
        "passwords", tr("Passwords are kept as SCRAM verifiers"),
        tr("Set password_encryption = 'scram-sha-256' and have the passwords that are named set anew."),
    )  # fmt: skip
    kind = catalogue.setting("password_encryption")
    if kind != "scram-sha-256":
        return point.missing(tr("new ones would be kept as {kind}", kind=kind or tr("something else")))
    if not catalogue.is_superuser:
        return point.good(tr("new ones are; old ones only a superuser sees"))
    rows = catalogue.ask(
        "SELECT rolname FROM pg_authid WHERE rolname LIKE %(logins)s AND rolcanlogin"
        " AND rolpassword NOT LIKE 'SCRAM-SHA-256$%%'"
    )
    return point.if_none([tr("{row} has an old one", row=row[0]) for row in rows])


def rules_of_entry(catalogue: Catalogue) -> Finding:
    """pg_hba.conf lets nobody in without a password, or by a way that can be overheard."""
    point = Point(
        "entry", tr("pg_hba.conf demands TLS and SCRAM"),
        tr("Only `hostssl DATABASE all NETWORK scram-sha-256` for the desk, and `host all all all reject` at the end."),
    )  # fmt: skip
    if not catalogue.is_superuser:
        return point.unknown(tr("only a superuser may read pg_hba.conf"))
    rows = catalogue.ask(
        "SELECT line_number, type, auth_method, coalesce(address, '') FROM pg_hba_file_rules"
        " WHERE error IS NULL AND type <> 'local' AND (database && ARRAY['all', current_database()::text])"
        " AND auth_method <> 'reject' AND (auth_method NOT IN ('scram-sha-256', 'cert', 'gss', 'ldap', 'radius')"
        " OR (type IN ('host', 'hostnossl') AND address NOT IN ('127.0.0.1', '::1', 'localhost')))"
    )
    return point.if_none(
        [
            tr("line {line}: {kind} {address} {method}", line=line, kind=kind, address=address, method=method)
            for line, kind, method, address in rows
        ]
    )


def prepared_transactions(catalogue: Catalogue) -> Finding:
    """Nobody leaves a transaction behind that holds its locks for ever."""
    point = Point(
        tr("prepared transactions"), tr("Nobody leaves transactions behind"), tr("Set max_prepared_transactions = 0.")
    )
    most = catalogue.setting("max_prepared_transactions")
    return point.good() if most == "0" else point.missing(tr("everybody may, up to {most}", most=most))


def removing_at_once(catalogue: Catalogue) -> Finding:
    """Whoever is removed is cut off at once."""
    point = Point(tr("cutting off"), tr("Who is removed is cut off at once"), SUPERUSER)
    (may,) = catalogue.one("SELECT pg_has_role(%(useradmin)s, 'pg_signal_backend', 'USAGE')")
    return (
        point.good()
        if may
        else point.missing(tr("{useradmin} may not end sessions", useradmin=catalogue.roles.useradmin))
    )


CONNECTIONS = 10
"""So many connections a login may have at once; migrations/sql/server/logins.sql gives it when a login is made."""

LIMITLESS = "SELECT rolname FROM pg_roles WHERE rolname LIKE %(logins)s AND rolcanlogin AND rolconnlimit < 0"


def connections(catalogue: Catalogue) -> Finding:
    """A login cannot take all places of the server."""
    point = Point("connections", tr("A login cannot take every place"), INIT)
    return point.if_none([tr("{row} has no limit", row=row[0]) for row in catalogue.ask(LIMITLESS)])


POINTS = (
    database_rights,
    other_databases,
    language,
    large_objects,
    temporary_files,
    timeouts,
    encryption,
    password_kind,
    rules_of_entry,
    prepared_transactions,
    removing_at_once,
    connections,
)
"""Each looks at one point."""
