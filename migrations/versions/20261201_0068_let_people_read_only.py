"""Know readers: people who see what an agent sees and change nothing.

Revision ID: 20261201_0068
"""

from pathlib import Path

import sqlalchemy as sa
from alembic import op

revision = "20261201_0068"
down_revision = "20261201_0067"
branch_labels = None
depends_on = None

_TEXT = Path(__file__).resolve().parents[1] / "sql" / "later" / "1201_0068_readers.sql"
_BEFORE = "role IN ('requester', 'agent', 'supervisor', 'admin')"
_AFTER = "role IN ('requester', 'reader', 'agent', 'supervisor', 'admin')"

_THEIRS = ("command_receipt", "incident_follower", "saved_view", "saved_view_star")
"""What a reader writes, as far as it is theirs; their notifications stand in the SQL."""
_READS, _WORKS = "desk.reads_all() AS reads_all", "desk.works() AS works"
_ASKED_NOTHING = ("checklist_template", "escalation_step", "heartbeat", "incident_template", "macro", "presence")
"""Whose policies ask whose a row is or what it hangs on, and not whether somebody works; so do the parts of reviews."""
_WRITING = (
    "drop_timer", "take_unfollowed", "forget_workers", "forget_receipts", "remove_review_part", "retain",
    "step_to_take_back",
)  # fmt: skip
"""The functions that write something for whoever works at the desk."""


def upgrade() -> None:
    """Widen the constraint; on PostgreSQL say everywhere who works and who only reads."""
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        _widen_in_file(connection)
        return
    connection.exec_driver_sql(_TEXT.read_text(encoding="utf-8"), execution_options={"no_parameters": True})
    for table, name, using, check in _policies(connection):
        wanted = [_for_workers(table, each) for each in (using, check)]
        if wanted != [using, check]:
            clauses = zip(("USING", "WITH CHECK"), wanted, strict=True)
            said = " ".join(f"{word} ({condition})" for word, condition in clauses if condition)
            _run(connection, f"ALTER POLICY {name} ON {table} {said}")
    for name in _WRITING:
        text = connection.exec_driver_sql(
            "SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'desk'::regnamespace AND proname = %s",
            (name,),
        ).scalar_one()
        _run(connection, text.replace("desk.reads_all()", "desk.works()"))


def _widen_in_file(connection: sa.Connection) -> None:
    # A constraint says nothing about how rows are stored, so SQLite lets its text be changed where it stands
    # (https://sqlite.org/lang_altertable.html, 7); a new table would take every trigger and reference along.
    version = connection.exec_driver_sql("PRAGMA schema_version").scalar_one()
    connection.exec_driver_sql("PRAGMA writable_schema=ON")
    try:
        done = connection.execute(
            sa.text(
                "UPDATE sqlite_master SET sql = replace(sql, :before, :after)"
                " WHERE type = 'table' AND name = 'person' AND instr(sql, :before) > 0"
            ),
            {"before": _BEFORE, "after": _AFTER},
        )
        if done.rowcount != 1:
            raise RuntimeError("The table of people does not say which roles there are.")
        connection.exec_driver_sql(f"PRAGMA schema_version={version + 1}")
    finally:
        connection.exec_driver_sql("PRAGMA writable_schema=OFF")


def _policies(connection: sa.Connection) -> list[tuple[str, str, str | None, str | None]]:
    """The policies under which something is inserted or changed, but for what is a reader's own."""
    rows = connection.exec_driver_sql(
        "SELECT tablename, policyname, qual, with_check FROM pg_policies"
        " WHERE schemaname = 'public' AND cmd IN ('INSERT', 'UPDATE') ORDER BY 1, 2"
    )
    return [(str(row[0]), str(row[1]), row[2], row[3]) for row in rows if row[0] not in _THEIRS]


def _for_workers(table: str, condition: str | None) -> str | None:
    if condition is None or table == "notification":
        return condition
    said = condition.replace(_READS, _WORKS)
    asks = _WORKS in said or not (table in _ASKED_NOTHING or table.startswith("review_"))
    return said if asks else f"( SELECT {_WORKS}) AND ({said})"


def _run(connection: sa.Connection, sql: str) -> None:
    connection.exec_driver_sql(sql, execution_options={"no_parameters": True})


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
