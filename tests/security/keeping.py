"""Attempts on how long things are kept: to take what no rule takes, to have rules begin sooner, to let go of holds."""

from app.domain.vocabulary import Role
from tests.security.attempt import SELF, Attempt, Fails
from tests.security.siege import OWNER

R, A, S, X = Role.REQUESTER, Role.AGENT, Role.SUPERVISOR, Role.ADMIN
DESK = (A, S, X)
REFUSED = Fails.REFUSED
SOON, LATER = "clock_timestamp() + interval '6 days'", "clock_timestamp() + interval '8 days'"


def _value(months: str, begins: str = "NULL", before: str = "NULL") -> str:
    return f"json_build_object('months', {months}, 'begins_at', {begins}, 'before', {before})"


def _set(value: str, key: str = "retention_files", by: str = "{me}") -> str:
    """A rule as the program sets it."""
    return (
        "INSERT INTO setting (key, value, updated_at, updated_by_id)"
        f" VALUES ('{key}', {value}, clock_timestamp(), '{by}') ON CONFLICT (key) DO UPDATE"
        " SET value = excluded.value, updated_at = excluded.updated_at, updated_by_id = excluded.updated_by_id"
    )


_HONEST = _set(_value("12", LATER))


def _by_admin(name: str, *said: str, state: str = "42501") -> Attempt:
    return Attempt(name, said, REFUSED, SELF, (_HONEST,), (X,), state)


_TAKING = tuple(
    Attempt(name, (said,), REFUSED, OWNER, (), roles)
    for name, said, roles in (
        ("the content of a file", "UPDATE attachment_content SET data = ''", (R, A, S, X)),
        ("a file that somebody attached", "DELETE FROM attachment", (R, A, S, X)),
        (
            "a file that is said to be removed",
            (
                "INSERT INTO removed_file (attachment_id, incident_id, removed_at, months) SELECT id, incident_id,"
                " clock_timestamp(), 1 FROM attachment LIMIT 1"
            ),
            (R, A, S, X),
        ),
        (
            "a run that never was",
            (
                "INSERT INTO retention_run (id, kind, at, taken, size) VALUES (gen_random_uuid(), 'files',"
                " clock_timestamp() - interval '9 days', 0, 0)"
            ),
            (R, A, S, X),
        ),
        ("what the bell told others", "DELETE FROM notification", (R, A, S, X)),
        (
            "files past the rule",
            "SELECT desk.remove_files(clock_timestamp(), clock_timestamp(), 1, NULL, 500)",
            (R, A, S, X),
        ),
    )
)
_RUNNING = (
    Attempt(
        "a run at a time to come",
        ("SELECT desk.retain('files', clock_timestamp() + interval '9 years', 500)",),
        REFUSED,
        SELF,
        ("SELECT desk.retain('files', clock_timestamp(), 500)",),
        DESK,
    ),
    Attempt("a run by whoever only reports", ("SELECT desk.retain('files', clock_timestamp(), 1)",), roles=(R,)),
    Attempt(
        "how much there is, by whoever only reports",
        ("SELECT taken FROM desk.retention_count('files', NULL, clock_timestamp())",),
        roles=(R,),
    ),
)
_RULES = (
    Attempt("a rule by who is no administrator", (_HONEST,), REFUSED, X, (), (R, A, S)),
    _by_admin("a rule that takes at once", _set(_value("12"))),
    _by_admin("a rule that takes too soon", _set(_value("12", SOON))),
    _by_admin("a rule beside what was said to hold before", _set(_value("12", LATER, "1"))),
    _by_admin("a rule that begins sooner than it was set", _HONEST, _set(_value("12", SOON))),
    _by_admin("a rule that takes more than the one that waits", _HONEST, _set(_value("6", SOON))),
    _by_admin("a rule of no months", _set(_value("0", LATER))),
    _by_admin("a rule of months that lie ahead", _set(_value("-12", LATER))),
    _by_admin("a rule for people", _set(_value("12", LATER), "retention_people")),
    _by_admin("a rule in another's name", _set(_value("12", LATER), by="{member_id}")),
    _by_admin("for ever, but not before", _set(_value("NULL", LATER, "1"))),
)


def _hold(incident: str, by: str = "{me}", at: str = "clock_timestamp()") -> str:
    return (
        "INSERT INTO held_incident (incident_id, reason, held_at, held_by_id)"
        f" VALUES ('{{{incident}}}', 'Court', {at}, '{by}')"
    )


def _let_go(by: str = "{me}", at: str = "clock_timestamp()", more: str = "") -> str:
    return f"UPDATE held_incident SET released_at = {at}, released_by_id = '{by}'{more} WHERE incident_id = '{{own}}'"


_HOLDS = (
    Attempt("a hold by who is no administrator", (_hold("own"),), REFUSED, X, (), (R, A, S)),
    Attempt("a hold in another's name", (_hold("own", "{member_id}"),), REFUSED, SELF, (_hold("own"),), (X,)),
    Attempt(
        "a hold of some time ago", (_hold("own", at="clock_timestamp() - interval '1 day'"),), REFUSED, SELF,
        (_hold("own"),), (X,),
    ),
    Attempt("a hold of what is hidden", (_hold("secret"),), REFUSED, SELF, (_hold("own"),), (X,)),
    *(
        Attempt(name, (_hold("own"), said), REFUSED, SELF, (_hold("own"), _let_go()), (X,))
        for name, said in (
            ("letting go in another's name", _let_go("{member_id}")),
            ("letting go a month ago", _let_go(at="clock_timestamp() - interval '1 month'")),
            ("letting go for another reason", _let_go(more=", reason = 'None'")),
            ("a hold that was never there", "DELETE FROM held_incident"),
        )
    ),
)  # fmt: skip

KEEPING: tuple[Attempt, ...] = (*_TAKING, *_RUNNING, *_RULES, *_HOLDS)
