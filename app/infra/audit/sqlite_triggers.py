"""The triggers by which a SQLite desk writes its audit trail.

One statement numbers, stamps and chains every record to the one before. Behind the view `audit_append` it stands for
what is seldom recorded, and for programs that record by themselves. What SQLite has no function for comes from
`app.infra.audit.functions`.
"""

from collections.abc import Iterator, Sequence

from app.infra.audit.canonical import SQLITE, canonical, changed, key, label, lost, owner, parts, quoted
from app.infra.audit.record import FIELDS
from app.infra.audit.scope import Sealed, Shape

TRAIL = ("audit_entry", "audit_anchor", "audit_head")
"""The tables of the trail itself; nothing in them is ever edited or deleted."""

REFUSED = "the audit trail is never edited or deleted"

VIEW = (
    "CREATE VIEW audit_append AS"
    " SELECT subject, subject_id, act, part, part_id, content, '' AS canonical FROM audit_entry"
)

_LAST_ANCHOR = "(SELECT at FROM audit_anchor ORDER BY number DESC LIMIT 1)"


def _record(
    subject: str,
    subject_id: str,
    act: str,
    part: str,
    part_id: str,
    content: str,
    text: str,
    of: str = "",
) -> str:
    """The statement that writes one record; all are expressions, `text` is what the canonical text is made of.

    `of` names a row that only `text` tells of, such as `, a_table e WHERE e.id = NEW.id LIMIT 1`. With a limit of zero
    nothing is recorded or even hashed; any other condition would be looked at when everything has been hashed already.
    What the function gives is cut up here: see `Writer.record`. The outer max() takes one row and has one value;
    without it SQLite would write the call into each place where its result is used.
    """
    told = f"{subject}, {subject_id}, n, {act}, {part}, {part_id}, {content}, {text}"
    # The names are those of this file and of the schema.
    return f"""INSERT INTO audit_entry ({", ".join(FIELDS)}, digest, hash)
 SELECT {subject}, {subject_id}, n, CAST(substr(told, 1, 27) AS TEXT), CAST(substr(told, 124) AS TEXT),
  nullif(trim(CAST(substr(told, 92, 32) AS TEXT)), ''), {act}, {part}, {part_id}, {content},
  nullif(substr(told, 28, 32), zeroblob(32)), substr(told, 60, 32)
 FROM (SELECT n, max(audit_record(hash, newest, {told})) AS told
  FROM (SELECT coalesce(max(n), 0) + 1 AS n, hash, max(coalesce(at, ''), coalesce({_LAST_ANCHOR}, '')) AS newest
   FROM audit_entry WHERE subject = {subject} AND subject_id = {subject_id}){of})"""  # noqa: S608 -- see above


_NEW = (f"NEW.{name}" for name in ("subject", "subject_id", "act", "part", "part_id", "content", "canonical"))
_APPEND = f"CREATE TRIGGER audit_append_entry INSTEAD OF INSERT ON audit_append BEGIN\n {_record(*_NEW)};\nEND"


def triggers(shapes: Sequence[Shape], sealed: Sealed) -> dict[str, str]:
    """Every trigger of the trail by name, with the text that creates it."""
    made = {"audit_append_entry": _APPEND}
    for table in TRAIL:
        for act in ("update", "delete"):
            name = f"{table}_no_{act}"
            refuse = f"BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
            made[name] = f"CREATE TRIGGER {name} BEFORE {act.upper()} ON {table} {refuse}"
    journal = {shape.table: shape for shape in shapes if shape.table in {sealed.entries, sealed.changes}}
    for shape in shapes:
        made |= dict(_of_table(shape, sealed, journal))
    return made


def _of_table(shape: Shape, sealed: Sealed, journal: dict[str, Shape]) -> Iterator[tuple[str, str]]:
    table, name = shape.table, f"audit_{shape.table}"
    is_renamed = f"({_names(shape, 'OLD.')}) IS NOT ({_names(shape, 'NEW.')})"
    differs = f"({_values_of(shape, 'OLD.')}) IS NOT ({_values_of(shape, 'NEW.')})"
    updating = _append(shape, "update", "NEW.", changed(SQLITE, shape, "OLD.", "NEW."))
    deleting = _append(shape, "delete", "OLD.", lost(SQLITE, shape, "OLD."))
    entering = _append(shape, "insert", "NEW.", label(shape, "NEW."))
    when, inserting = "", [entering]
    if table == sealed.entries:
        when = f"coalesce(NEW.{quoted(sealed.announced)}, 0) = 0"
    elif table == sealed.changes:
        when, inserting = _changes(journal[sealed.entries], shape, sealed.announced)
    yield f"{name}_insert", _trigger(f"{name}_insert AFTER INSERT ON {table}", when, *inserting)
    same = f"NOT ({is_renamed}) AND {differs}"
    yield f"{name}_update", _trigger(f"{name}_update AFTER UPDATE ON {table}", same, updating)
    # A row that is given another name leaves one place and enters another.
    yield f"{name}_move", _trigger(f"{name}_move AFTER UPDATE ON {table}", is_renamed, deleting, entering)
    yield f"{name}_delete", _trigger(f"{name}_delete AFTER DELETE ON {table}", "", deleting)


def _trigger(what: str, when: str, *statements: str) -> str:
    condition = f" WHEN {when}" if when else ""
    return f"CREATE TRIGGER {what}{condition} BEGIN\n " + ";\n ".join(statements) + ";\nEND"


def _names(shape: Shape, row: str) -> str:
    return ", ".join(row + quoted(name) for name in dict.fromkeys((*shape.watched.owner, *shape.watched.key)))


def _values_of(shape: Shape, row: str) -> str:
    return ", ".join(row + quoted(column.name) for column in shape.columns)


def _append(shape: Shape, act: str, row: str, content: str) -> str:
    text = "NULL" if act == "delete" else ", ".join(parts(SQLITE, shape, row))
    return _record(*_named(shape, act, row), content, text)


def _named(shape: Shape, act: str, row: str) -> tuple[str, str, str, str, str]:
    subject = f"'{shape.watched.subject}'"
    return subject, owner(SQLITE, shape, row), f"'{act}'", f"'{shape.table}'", key(SQLITE, shape, row)


def _changes(entry: Shape, change: Shape, announced: str) -> tuple[str, list[str]]:
    """Changes are recorded with their entry when the last has come, and by themselves beyond what it announced.

    Nothing is to be done for those that come before the last, which are most.
    """
    (name,), (parent, _), own = entry.watched.key, change.watched.key, quoted(change.watched.owner[0])
    among = f"{own} = NEW.{own} AND {quoted(parent)} = NEW.{quoted(parent)}"
    order = ", ".join(quoted(each) for each in change.watched.key)
    # Names of tables and columns come from the schema.
    counted = f"(SELECT count(*) FROM {change.table} WHERE {among})"  # noqa: S608 -- see above
    told = (
        f"(SELECT group_concat({canonical(SQLITE, change, '')}, '')"  # noqa: S608 -- see above
        f" FROM (SELECT * FROM {change.table} WHERE {among} ORDER BY {order}))"
    )
    where = f"e.{quoted(name)} = NEW.{quoted(parent)} AND e.{own} = NEW.{own}"
    said = f"coalesce((SELECT e.{quoted(announced)} FROM {entry.table} e WHERE {where}), 0)"  # noqa: S608 -- see above
    later, *values = parts(SQLITE, entry, "e.")
    text = ", ".join((f"{later} || {told}", *values))
    subject, owned, act, part, _ = _named(entry, "insert", "NEW.")
    of = f", {entry.table} e WHERE {where} LIMIT {said} = {counted}"
    whole = _record(subject, owned, act, part, f"'' || NEW.{quoted(parent)}", "NULL", text, of)
    # By the view, which is asked for nothing where the condition does not hold.
    beyond = ", ".join((*_named(change, "insert", "NEW."), "NULL", canonical(SQLITE, change, "NEW.")))
    return f"{said} <= {counted}", [whole, f"INSERT INTO audit_append SELECT {beyond} WHERE {said} < {counted}"]
