"""The functions and triggers by which a PostgreSQL desk writes its audit trail.

They belong to whoever owns the tables and run with the owner's rights, so that nobody else needs any on the trail; the
schema is pinned, because a temporary object of the same name would otherwise be taken (reliability research, 3.2).
Inserts are recorded statement by statement, so that an import of many rows costs one call for each statement.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.infra.audit.canonical import (
    JOURNAL,
    POSTGRES,
    canonical,
    changed,
    key,
    label,
    lost,
    owner,
    quoted,
)
from app.infra.audit.record import FIELDS
from app.infra.audit.scope import Sealed, Shape
from app.infra.audit.sqlite_triggers import REFUSED, TRAIL


class Function(NamedTuple):
    """A function in plpgsql: how it is called, what it gives, and its body."""

    name: str
    arguments: str
    returns: str
    body: str


class Trigger(NamedTuple):
    """A trigger: on which table, when, and which function it calls."""

    name: str
    table: str
    when: str
    function: str


_ORDER = (
    "p_subject",
    "p_subject_id",
    "v_n::text",
    "v_stamp",
    "v_login",
    "v_person",
    "p_act",
    "p_part",
    "p_part_id",
    "p_content",
)
_STAMP = """to_char(v_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')"""
_TEXT = POSTGRES.row(["encode(v_hash, 'hex')", *_ORDER, "encode(v_digest, 'hex')"])

_HEAD = POSTGRES.row(["h.subject", "h.subject_id", "h.n::text", "encode(h.hash, 'hex')"])
_ANCHOR = POSTGRES.row(
    [
        "encode(v_before, 'hex')",
        "v_number::text",
        "v_stamp",
        "v_chains::text",
        "v_records::text",
        "encode(v_heads, 'hex')",
    ]
)

_APPEND = Function(
    "audit_append",
    "p_subject text, p_subject_id text, p_act text, p_part text, p_part_id text, p_content text, p_canonical text",
    "void",
    f"""
DECLARE
 v_n integer; v_at timestamptz; v_hash bytea; v_stamp text;
 v_digest bytea := sha256(convert_to(p_canonical, 'UTF8'));
 v_anchor timestamptz := (SELECT at FROM audit_anchor ORDER BY number DESC LIMIT 1);
 v_login text := session_user;
 v_person text := replace(coalesce((SELECT id::text FROM person WHERE login = v_login),
  nullif(current_setting('mainstay.person', true), '')), '-', '');
BEGIN
 LOOP
  v_n := NULL; v_at := NULL; v_hash := NULL;
  SELECT e.n, e.at, e.hash INTO v_n, v_at, v_hash FROM audit_entry e
  WHERE e.subject = p_subject AND e.subject_id = p_subject_id ORDER BY e.n DESC LIMIT 1;
  v_n := coalesce(v_n, 0) + 1;
  v_at := greatest(clock_timestamp(), v_at, v_anchor);
  v_stamp := {_STAMP};
  INSERT INTO audit_entry ({", ".join(FIELDS)}, digest, hash)
  VALUES (p_subject, p_subject_id, v_n, v_at, v_login, v_person::uuid, p_act, p_part, p_part_id, p_content, v_digest,
   sha256(convert_to({_TEXT}, 'UTF8')))
  ON CONFLICT DO NOTHING;
  -- Somebody else added to the same chain meanwhile, and has committed.
  EXIT WHEN FOUND;
 END LOOP;
END""",  # noqa: S608 -- put together from names of this file
)

# Who has grown is found by comparing the ends of all chains with what was closed before, and not by time: a transaction
# that was open while an anchor was taken is closed by the next one, whatever time its records carry.
_TAKE_ANCHOR = Function(
    "audit_take_anchor",
    "p_after integer",
    "integer",
    f"""
DECLARE
 v_number integer; v_before bytea; v_at timestamptz; v_chains integer; v_records bigint; v_heads bytea; v_stamp text;
BEGIN
 -- One at a time; whoever writes a record only reads this table and does not wait.
 LOCK TABLE audit_anchor IN SHARE ROW EXCLUSIVE MODE;
 SELECT a.number, a.digest, a.at INTO v_number, v_before, v_at FROM audit_anchor a ORDER BY a.number DESC LIMIT 1;
 IF p_after <> coalesce(v_number, 0) THEN
  RETURN NULL;
 END IF;
 v_number := coalesce(v_number, 0) + 1;
 WITH newest AS (
   SELECT e.subject, e.subject_id, max(e.n) AS n,
    coalesce((SELECT max(h.n) FROM audit_head h WHERE h.subject = e.subject AND h.subject_id = e.subject_id), 0) AS old
   FROM audit_entry e GROUP BY e.subject, e.subject_id),
 grown AS (
   INSERT INTO audit_head (subject, subject_id, n, anchor, hash)
   SELECT e.subject, e.subject_id, e.n, v_number, e.hash FROM newest x
   JOIN audit_entry e ON e.subject = x.subject AND e.subject_id = x.subject_id AND e.n = x.n
   WHERE x.n > x.old RETURNING subject, subject_id, n)
 SELECT count(*), coalesce(sum(x.n - x.old), 0) INTO v_chains, v_records
 FROM grown g JOIN newest x ON x.subject = g.subject AND x.subject_id = g.subject_id;
 SELECT sha256(convert_to(coalesce(string_agg({_HEAD}, '' ORDER BY h.subject, h.subject_id), ''), 'UTF8'))
 INTO v_heads FROM audit_head h WHERE h.anchor = v_number;
 v_at := greatest(clock_timestamp(), v_at);
 v_stamp := {_STAMP};
 INSERT INTO audit_anchor (number, at, chains, records, heads, digest)
 VALUES (v_number, v_at, v_chains, v_records, v_heads, sha256(convert_to({_ANCHOR}, 'UTF8')));
 RETURN v_number;
END""",  # noqa: S608 -- put together from names of this file
)

_REFUSE = Function("audit_refuse", "", "trigger", f"\nBEGIN RAISE EXCEPTION '{REFUSED}'; END")


def functions(shapes: Sequence[Shape], sealed: Sealed) -> list[Function]:
    """Every function of the trail, in an order in which they can be created."""
    journal = _Journal({shape.table: shape for shape in shapes}, sealed)
    made = [_APPEND, _REFUSE, _TAKE_ANCHOR]
    for shape in shapes:
        made.append(Function(f"audit_{shape.table}_inserted", "", "trigger", journal.insert(shape)))
        made.append(Function(f"audit_{shape.table}_changed", "", "trigger", _changed(shape)))
    return made


def triggers(shapes: Sequence[Shape]) -> list[Trigger]:
    """Every trigger of the trail."""
    made = []
    for table in TRAIL:
        made.append(Trigger(f"{table}_no_edit", table, "BEFORE UPDATE OR DELETE", "audit_refuse"))
        made.append(Trigger(f"{table}_no_truncate", table, "BEFORE TRUNCATE", "audit_refuse"))
    for shape in shapes:
        made += _of_table(shape.table)
    return made


def _of_table(table: str) -> Iterator[Trigger]:
    yield Trigger(f"audit_{table}_insert", table, "AFTER INSERT", f"audit_{table}_inserted")
    yield Trigger(f"audit_{table}_change", table, "AFTER UPDATE OR DELETE", f"audit_{table}_changed")
    # A table that is emptied at once would leave no record of what it held.
    yield Trigger(f"audit_{table}_no_truncate", table, "BEFORE TRUNCATE", "audit_refuse")


def create_function(function: Function, schema: str) -> str:
    """The statement that creates a function of the trail, or makes it what it should be.

    Everything in it is found by a key. The plan is kept from the first call on, when the tables are empty and reading
    them whole looks cheap; in an import that took ten times as long.
    """
    return (
        f"CREATE OR REPLACE FUNCTION {function.name}({function.arguments}) RETURNS {function.returns}"
        f" LANGUAGE plpgsql SECURITY DEFINER SET search_path = {quoted(schema)}, pg_temp"
        " SET enable_seqscan = off SET jit = off"
        f" AS $audit${function.body}$audit$"
    )


def create_trigger(trigger: Trigger) -> str:
    """The statement that creates a trigger of the trail."""
    rows = " REFERENCING NEW TABLE AS new_rows" if trigger.when == "AFTER INSERT" else ""
    each = "STATEMENT" if rows or "TRUNCATE" in trigger.when else "ROW"
    return (
        f"CREATE TRIGGER {trigger.name} {trigger.when} ON {trigger.table}{rows}"
        f" FOR EACH {each} EXECUTE FUNCTION {trigger.function}()"
    )


def _append(shape: Shape, act: str, row: str, content: str, more: str = "") -> str:
    text = "NULL" if act == "delete" else canonical(POSTGRES, shape, row) + more
    return (
        f"PERFORM audit_append('{shape.watched.subject}', {owner(POSTGRES, shape, row)}, '{act}', '{shape.table}',"
        f" {key(POSTGRES, shape, row)}, {content}, {text});"
    )


def _changed(shape: Shape) -> str:
    deleting = _append(shape, "delete", "OLD.", lost(POSTGRES, shape, "OLD."))
    entering = _append(shape, "insert", "NEW.", label(shape, "NEW."))
    updating = _append(shape, "update", "NEW.", changed(POSTGRES, shape, "OLD.", "NEW."))
    names = dict.fromkeys((*shape.watched.owner, *shape.watched.key))
    old, new = (", ".join(row + quoted(name) for name in names) for row in ("OLD.", "NEW."))
    return f"""
BEGIN
 IF TG_OP = 'DELETE' THEN
  {deleting}
 ELSIF ({old}) IS DISTINCT FROM ({new}) THEN
  {deleting}
  {entering}
 ELSIF OLD IS DISTINCT FROM NEW THEN
  {updating}
 END IF;
 RETURN NULL;
END"""


class _Journal:
    """What differs at an insert for a record's journal and for what comes with an import."""

    def __init__(self, shapes: dict[str, Shape], sealed: Sealed) -> None:
        self._sealed = sealed
        self._root, self._entries = shapes[sealed.subject], shapes[sealed.entries]
        self._changes, self._closing = shapes[sealed.changes], shapes[sealed.closed_by]

    def insert(self, shape: Shape) -> str:
        """The body of the function that records what a statement inserted."""
        sealed = self._sealed
        plain = _append(shape, "insert", "r.", label(shape, "r."))
        if shape.table == sealed.subject:
            return _loop(f"IF r.{quoted(sealed.waits_with)} IS NULL THEN {plain} END IF;")
        if shape.table == sealed.entries:
            at_once = f"coalesce(r.{quoted(sealed.announced)}, 0) = 0 AND {self._is_known(shape, 'r.')}"
            return _loop(f"IF {at_once} THEN {plain} END IF;")
        if shape.table == sealed.changes:
            return self._loop_of_changes(plain)
        if shape.table == sealed.closed_by:
            return _loop(f"IF {self._is_known(shape, 'r.')} THEN {plain} ELSE {self._seal()} END IF;")
        return _loop(plain)

    def _is_known(self, shape: Shape, row: str) -> str:
        record = owner(POSTGRES, shape, row)
        return (
            f"EXISTS (SELECT 1 FROM audit_entry a WHERE a.subject = '{self._sealed.subject}'"  # noqa: S608 -- names of the schema
            f" AND a.subject_id = {record})"
        )

    def _loop_of_changes(self, plain: str) -> str:
        """Changes are recorded with their entry when the last has come, and by themselves beyond what it announced."""
        (own,), (parent, _) = self._changes.watched.owner, self._changes.watched.key
        (name,) = self._entries.watched.key
        known = self._is_known(self._changes, "s.").replace(f"s.{quoted(own)}", "v_own")
        among = f"{quoted(own)} = v_own AND {quoted(parent)} = v_parent"
        told = self._told(self._changes, among)
        completed = _append(self._entries, "insert", "v_entry.", "NULL", f" || {told}")
        return f"""
DECLARE r record; v_own uuid; v_parent uuid; v_entry {self._entries.table}; v_there bigint; v_announced bigint;
BEGIN
 FOR v_own, v_parent IN SELECT DISTINCT s.{quoted(own)}, s.{quoted(parent)} FROM new_rows s LOOP
  CONTINUE WHEN NOT {known};
  SELECT * INTO v_entry FROM {self._entries.table} e WHERE e.{quoted(name)} = v_parent;
  v_announced := coalesce(v_entry.{quoted(self._sealed.announced)}, 0);
  v_there := (SELECT count(*) FROM {self._changes.table} WHERE {among});
  IF v_announced = v_there THEN
   {completed}
  ELSIF v_announced < v_there THEN
   FOR r IN SELECT * FROM new_rows s WHERE s.{quoted(own)} = v_own AND s.{quoted(parent)} = v_parent LOOP
    {plain}
   END LOOP;
  END IF;
 END LOOP;
 RETURN NULL;
END"""  # noqa: S608 -- names of the schema

    def _told(self, shape: Shape, condition: str) -> str:
        order = ", ".join(quoted(name) + (' COLLATE "C"' if "char" in shape.column(name).kind else "")
                          for name in shape.watched.key)  # fmt: skip
        joined = f"coalesce(string_agg({canonical(POSTGRES, shape, '')}, '' ORDER BY {order}), '')"
        return f"(SELECT {joined} FROM {shape.table} WHERE {condition})"  # noqa: S608 -- names of the schema

    def _seal(self) -> str:
        (own,), (root,) = self._closing.watched.owner, self._root.watched.owner
        journal = " || ".join(
            self._told(shape, f"{quoted(shape.watched.owner[0])} = r.{quoted(own)}")
            for shape in (self._entries, self._changes)
        )
        closing = key(POSTGRES, self._closing, "r.")
        content = (
            f"rtrim({label(self._root, 'root.')}, '}}') || ', \"{JOURNAL}\": \"' || {_hexed(journal)}"
            f" || '\", \"{self._closing.table}/' || {closing}"
            f" || '\": \"' || {_hexed(canonical(POSTGRES, self._closing, 'r.'))} || '\"}}'"
        )
        row = _append(self._root, "import", "root.", content).removesuffix(";")
        return f"{row} FROM {self._root.table} root WHERE root.{quoted(root)} = r.{quoted(own)};"


def _hexed(text: str) -> str:
    return f"encode(sha256(convert_to({text}, 'UTF8')), 'hex')"


def _loop(statement: str) -> str:
    # Conditions stand in the loop: as part of the query they were planned as a join with the whole trail.
    return f"""
DECLARE r record;
BEGIN
 FOR r IN SELECT * FROM new_rows LOOP
  {statement}
 END LOOP;
 RETURN NULL;
END"""  # noqa: S608 -- statements of this file
