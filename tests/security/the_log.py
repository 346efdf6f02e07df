"""Attempts on the audit log: by whoever is no administrator, and by one on what is restricted to others."""

from app.domain.vocabulary import Role
from tests.security.attempt import Attempt, Fails
from tests.security.siege import OWNER

R, A, S, X = Role.REQUESTER, Role.AGENT, Role.SUPERVISOR, Role.ADMIN
REFUSED, NOTHING, BLIND = Fails.REFUSED, Fails.NOTHING, Fails.BLIND

_NARROWS = (
    "since",
    "until",
    "by_person",
    "by_program",
    "kind",
    "record_id",
    "deed",
    "field",
    "words",
    "subjects",
    "ids",
)
_AFTER = ("after_at", "after_subject", "after_id", "after_n")


def log(what: str = "*", **given: str) -> str:
    """A look at the log; what is given are expressions."""
    values = ", ".join(given.get(name, "NULL") for name in (*_NARROWS, *_AFTER))
    return f"SELECT {what} FROM desk.audit_entries({values}, {given.get('most', '9999')}) AS entry"


def count(**given: str) -> str:
    """How many there are."""
    return f"SELECT desk.count_audit_entries({', '.join(given.get(name, 'NULL') for name in _NARROWS)})"


def _chain(kind: str, name: str) -> dict[str, str]:
    return {"kind": f"'{kind}'", "record_id": f"replace('{{{name}}}', '-', '')"}


_NO_READERS = tuple(
    Attempt(name, (said,), REFUSED, X, (), (R, A, S))
    for name, said in (
        ("the audit log", log()),
        ("one entry of the log", log("n", most="1")),
        ("the log of one's own incident", log(**_chain("incident", "own"))),
        ("the log of oneself", log(by_person="'{me}'")),
        ("how much is in the log", count()),
        ("how much a colleague did", count(by_person="'{member_id}'")),
        ("the log through a cursor", f"DECLARE c CURSOR FOR {log()}"),
        ("the log as a copy", f"COPY ({log('n')}) TO STDOUT"),
    )
)
_HIDDEN = (
    Attempt("everything in the log", (log(),), BLIND, OWNER, (), (X,)),
    Attempt("the log of a hidden incident", (log(**_chain("incident", "secret")),), NOTHING, OWNER, (), (X,)),
    Attempt("how much happened to one", (count(**_chain("incident", "secret")),), NOTHING, OWNER, (), (X,)),
    Attempt("what was done to any that is hidden", (log("n", words="'%zebrafish%'"),), NOTHING, OWNER, (), (X,)),
    Attempt("how much was", (count(words="'%zebrafish%'"),), NOTHING, OWNER, (), (X,)),
    Attempt("the log of its review", (log(**_chain("review", "review")),), NOTHING, OWNER, (), (X,)),
    Attempt("the log of its escalation", (log(**_chain("escalation", "escalation")),), NOTHING, OWNER, (), (X,)),
    Attempt("the log of a list of hidden ones", (log(subjects="ARRAY['incident', 'review']", ids="ARRAY[replace('{secret}', '-', ''), replace('{review}', '-', '')]"),), NOTHING, OWNER, (), (X,)),
    Attempt("the log of a hidden checklist", (log(**_chain("checklist_template", "hidden_template")),), NOTHING, OWNER, (), (X,)),
    Attempt("the log of another team's macro", (log(kind="'macro'"),), NOTHING, OWNER, (), (X,)),
    Attempt("which note of a hand-over names a hidden one", (f"{log()} WHERE part = 'handover_note'",), NOTHING, OWNER, (), (X,)),
    Attempt("which line of a hand-over names a hidden one", (f"{log()} WHERE part = 'handover_line'",), NOTHING, OWNER, (), (X,)),
    Attempt("the entry after one of a hidden incident", (log(after_at="(SELECT max(recorded_at) FROM journal_entry)", after_subject="'incident'", after_id="replace('{secret}', '-', '')", after_n="1000", most="1") + " WHERE subject_id = replace('{secret}', '-', '')",), NOTHING, OWNER, (log("n", **_chain("incident", "secret")),), (X,)),
    Attempt("the log by a kind that ends the question", (log("n", kind="'incident'' OR true --'"),), NOTHING, OWNER, (log("n", kind="'incident'"),), (X,)),
    Attempt("the log by a field that does", (log("n", field="'x'' OR ''1'' = ''1'"),), NOTHING, OWNER, (log("n", field="'state'"),), (X,)),
    Attempt("the log by words that do", (log("n", words="'%'' OR true --'"),), NOTHING, OWNER, (log("n", words="'%'"),), (X,)),
)  # fmt: skip

LOGGING: tuple[Attempt, ...] = (*_NO_READERS, *_HIDDEN)
