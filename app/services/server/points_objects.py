"""The points of the check about what is in the database: grants, policies, guards, functions and rules."""

from collections.abc import Iterable

from app.domain.wording import tr
from app.services.server.catalogue import INIT, Catalogue, Point
from app.services.server.dto import Finding
from app.services.server.function_rights import FUNCTIONS, callers
from app.services.server.grants import GRANTS, granted
from app.services.server.rights import arrows, fallbacks
from app.services.server.roles import LOWEST

Grant = tuple[str, str, str, str]
"""Role, act, table, column."""


def column_grants(catalogue: Catalogue) -> Finding:
    """The columns are granted as the table of grants says, no more and no less."""
    point = Point("grants", tr("Rights by column"), INIT, essential=True)
    rows = catalogue.ask(
        "SELECT coalesce(rolname, 'PUBLIC'), privilege_type, table_name, attname FROM ("
        " SELECT CASE relnamespace WHEN 'desk'::regnamespace THEN 'desk.' ELSE '' END || relname AS table_name,"
        " attname, (aclexplode(attacl)).* FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid"
        " WHERE relnamespace IN ('public'::regnamespace, 'desk'::regnamespace) AND attacl IS NOT NULL"
        ") AS granted LEFT JOIN pg_roles ON pg_roles.oid = grantee"
        " WHERE grantee = 0 OR rolname = ANY(%(everybody)s) OR rolname LIKE %(logins)s"
    )
    found: set[Grant] = {(str(a), str(b), str(c), str(d)) for a, b, c, d in rows}
    wanted = set(_wanted(catalogue))
    wrong = [
        tr("{role} lacks {act} on {table}.{column}", role=role, act=act, table=table, column=column)
        for role, act, table, column in wanted - found
    ]
    return point.if_none(
        wrong
        + [
            tr("{role} has {act} on {table}.{column}", role=role, act=act, table=table, column=column)
            for role, act, table, column in found - wanted
        ]
    )


def _wanted(catalogue: Catalogue) -> Iterable[Grant]:
    for table, columns in GRANTS.items():
        for act, role, names in granted(columns):
            yield from ((catalogue.roles.group(role), act, table, name) for name in names.split())


def no_table_grants(catalogue: Catalogue) -> Finding:
    """Nobody has a right on a whole table, by which it could be emptied, or locked against everybody."""
    point = Point("tables", tr("No rights on whole tables"), INIT, essential=True)
    rows = catalogue.ask(
        "SELECT coalesce(rolname, 'PUBLIC') || ' has ' || privilege_type || ' on ' || relname FROM ("
        " SELECT relname, (aclexplode(relacl)).* FROM pg_class"
        " WHERE relnamespace IN ('public'::regnamespace, 'desk'::regnamespace) AND relkind IN ('r', 'p', 'v', 'S')"
        ") AS granted LEFT JOIN pg_roles ON pg_roles.oid = grantee"
        " WHERE grantee = 0 OR rolname = ANY(%(everybody)s) OR rolname LIKE %(logins)s"
    )
    return point.if_none([str(row[0]) for row in rows])


def function_grants(catalogue: Catalogue) -> Finding:
    """Functions are called by whom the table of grants names."""
    point = Point("calls", tr("Who may call which function"), INIT, essential=True)
    rows = catalogue.ask(
        "SELECT coalesce(rolname, 'PUBLIC'), nspname || '.' || proname FROM ("
        " SELECT nspname, proname, (aclexplode(coalesce(proacl, acldefault('f', proowner)))).* FROM pg_proc"
        " JOIN pg_namespace ON pg_namespace.oid = pronamespace WHERE nspname IN ('public', 'desk')"
        ") AS granted LEFT JOIN pg_roles ON pg_roles.oid = grantee"
        " WHERE grantee = 0 OR rolname = ANY(%(everybody)s) OR rolname LIKE %(logins)s"
    )
    found = {(str(role), str(name)) for role, name in rows}
    wanted = {(catalogue.roles.group(role), name) for name in FUNCTIONS for role in callers(name)}
    wrong = [tr("{role} cannot call {name}", role=role, name=name) for role, name in wanted - found]
    return point.if_none(wrong + [tr("{role} can call {name}", role=role, name=name) for role, name in found - wanted])


ROW_SECURITY_OFF = (
    "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')"
    " AND NOT relrowsecurity AND relname <> 'alembic_version'"
)


def row_security(catalogue: Catalogue) -> Finding:
    """Every table is under row security, with the policies of this program."""
    point = Point("policies", tr("Who sees which rows"), INIT, essential=True)
    off = [tr("{row} is under no row security", row=row[0]) for row in catalogue.ask(ROW_SECURITY_OFF)]
    return point.if_none(catalogue.differences.of("policy").sentences() + off)


def guards(catalogue: Catalogue) -> Finding:
    """The triggers that refuse forgeries, and those that keep evidence, are there and switched on."""
    point = Point("guards", tr("What is written is checked"), INIT, essential=True)
    return point.if_none(catalogue.differences.of("trigger").sentences())


def function_paths(catalogue: Catalogue) -> Finding:
    """Functions with the owner's rights look for names in a fixed order, what is temporary last."""
    point = Point("paths", tr("Functions with rights of their own are pinned"), INIT, essential=True)
    rows = catalogue.ask(
        "SELECT proname FROM pg_proc WHERE pronamespace IN ('public'::regnamespace, 'desk'::regnamespace) AND prosecdef"
        " AND NOT EXISTS (SELECT FROM unnest(proconfig) AS setting (line)"
        " WHERE line LIKE 'search\\_path=%%pg\\_temp' OR line LIKE 'search\\_path=%%\"pg\\_temp\"')"
    )
    return point.if_none([tr("{row} has no pinned search_path", row=row[0]) for row in rows])


def function_sources(catalogue: Catalogue) -> Finding:
    """The functions are those of this version of the program."""
    point = Point("sources", tr("The functions are this program's"), INIT, essential=True)
    return point.if_none(catalogue.differences.of("function").sentences())


def rules(catalogue: Catalogue) -> Finding:
    """The database knows the same steps of the lifecycle and the same defaults as the program."""
    point = Point("rules", tr("The lifecycle is the program's"), INIT, essential=True)
    steps = {(str(a), str(b), str(c)) for a, b, c in catalogue.ask("SELECT source, target, role FROM desk.transition")}
    wrong = [tr("{role} may not go from {a} to {b}", role=role, a=a, b=b) for a, b, role in arrows() - steps]
    wrong += [tr("{role} may go from {a} to {b}", role=role, a=a, b=b) for a, b, role in steps - arrows()]
    stored = {str(key): value for key, value in catalogue.ask("SELECT key, value FROM desk.fallback")}
    return point.if_none(
        wrong
        + [
            tr("the default of {key} differs", key=key)
            for key, value in fallbacks().items()
            if stored.get(key) != value
        ]
    )


def nobody_creates(catalogue: Catalogue) -> Finding:
    """Nobody but the owner makes anything in the schemas, or uses them without belonging to the desk."""
    point = Point("schemas", tr("Nobody makes tables or functions"), INIT, essential=True)
    rows = catalogue.ask(
        "SELECT coalesce(rolname, 'PUBLIC'), privilege_type, nspname FROM ("
        " SELECT nspname, nspowner, (aclexplode(nspacl)).* FROM pg_namespace WHERE nspname IN ('public', 'desk')"
        ") AS granted LEFT JOIN pg_roles ON pg_roles.oid = grantee WHERE grantee <> nspowner"
    )
    allowed = {(catalogue.roles.group(role), "USAGE") for role in LOWEST} | {(catalogue.roles.useradmin, "USAGE")}
    wrong = [
        tr("{role} has {act} on the schema {name}", role=role, act=act, name=name)
        for role, act, name in rows
        if (role, act) not in allowed
    ]
    return point.if_none(wrong)


def new_functions(catalogue: Catalogue) -> Finding:
    """What an upgrade adds is not for everybody to call until somebody decides so."""
    point = Point("defaults", tr("New functions are for nobody"), INIT)
    rows = catalogue.ask(
        "SELECT 1 FROM pg_default_acl"
        " WHERE defaclrole = %(owner)s::regrole AND defaclobjtype = 'f' AND defaclnamespace = 0"
        " AND NOT EXISTS (SELECT FROM aclexplode(defaclacl) WHERE grantee = 0)"
    )
    return point.good() if rows else point.missing(tr("everybody may call functions that are added"))


TEXTS_WITH_STATISTICS = (
    "SELECT attrelid::regclass::text, attname FROM pg_attribute"
    " WHERE attrelid IN ('incident'::regclass, 'journal_entry'::regclass, 'notification'::regclass)"
    " AND attname IN ('short_description', 'description', 'resolution_notes', 'body', 'title')"
    " AND attstattarget IS DISTINCT FROM 0"
)


def text_statistics(catalogue: Catalogue) -> Finding:
    """No statistics of texts are kept, from which the planner's estimates could be read."""
    point = Point("statistics", tr("No statistics of texts"), INIT)
    return point.if_none(
        [
            tr("{table}.{column} has some", table=table, column=column)
            for table, column in catalogue.ask(TEXTS_WITH_STATISTICS)
        ]
    )


POINTS = (
    column_grants,
    no_table_grants,
    function_grants,
    row_security,
    guards,
    function_paths,
    function_sources,
    rules,
    nobody_creates,
    new_functions,
    text_statistics,
)
"""Each looks at one point."""
