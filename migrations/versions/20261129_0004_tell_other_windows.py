"""Tell other windows what changed, and who looks at what.

Revision 20261129_0004. Triggers write one row of identifiers for whatever a window shows; on PostgreSQL they also ring
a bell, once in a transaction. docs/decisions/0008 says how the rows are read so that none is missed.
"""

import sqlalchemy as sa
from alembic import op

from app.models.types import Id, UtcDateTime

revision = "20261129_0004"
down_revision = "20261124_0002"
branch_labels = None
depends_on = None

NOBODY = "0" * 32
"""The subject of a change that concerns a whole table."""

REFERENCE = (
    "person", "site", "assignment_group", "group_member", "service", "configuration_item", "category", "setting",
    "calendar", "calendar_version", "sla_policy", "sla_policy_version", "sla_book", "escalation_book", "group_hours",
    "person_hours",
)  # fmt: skip
"""Tables of pick lists and settings: whoever shows something of one reads it again."""

_WRITTEN = ("INSERT", "UPDATE")
SUBJECTS = (
    ("incident", _WRITTEN, "incident", "id", "id", "true"),
    # An import that adds entries to an incident writes its row as well.
    ("journal_entry", ("INSERT",), "incident", "incident_id", "incident_id", "{row}source IS NULL"),
    ("escalation", _WRITTEN, "escalation", "id", "incident_id", "true"),
    ("shift_offer", _WRITTEN, "shift_offer", "to_group_id", "incident_id", "true"),
    ("review", _WRITTEN, "review", "id", "incident_id", "true"),
    ("notification", _WRITTEN, "notification", "person_id", "NULL", "true"),
)
"""Table, acts, kind, the columns with the subject and the incident, and which rows are told of."""

_CLOCK = ("phase", "elapsed", "target", "due_at", "stopped_at", "breached")
SHOWN_OF_CLOCKS = (
    "clock", "phase", "pause_reason", "soon_at", "hot_at", "due_at", "breach_at", "calendar_id",
    *(f"{clock}_{part}" for clock in ("response", "resolution", "update") for part in _CLOCK),
)  # fmt: skip

KEPT_ROWS = 16_384
"""On SQLite the newest so many rows are kept; they are counted by id, now and then."""
KEPT_FOR = "4 hours"
"""On PostgreSQL rows are kept for so long."""


def upgrade() -> None:
    """Create both tables and the triggers that fill the feed."""
    _create_change_feed()
    _create_presence()
    if op.get_bind().dialect.name == "sqlite":
        _tell_on_sqlite()
    else:
        _tell_on_postgresql()


def _create_change_feed() -> None:
    op.create_table(
        "change_feed",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), sa.Identity(always=True), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("subject_id", Id, nullable=False),
        sa.Column("incident_id", Id, nullable=True),
        sa.Column("xid", sa.BigInteger(), nullable=True),
        sa.Column("at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change_feed")),
    )
    op.create_index(
        "uq_change_feed_once",
        "change_feed",
        ["xid", "kind", "subject_id"],
        unique=True,
        sqlite_where=sa.text("xid IS NOT NULL"),
    )


def _create_presence() -> None:
    sane = "seen_at >= '1970-01-01T00:00:00.000000Z' AND seen_at < '2200-01-01T00:00:00.000000Z'"
    op.create_table(
        "presence",
        sa.Column("window_id", Id, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("incident_id", Id, nullable=False),
        sa.Column("doing", sa.String(length=8), nullable=False),
        sa.Column("seen_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("doing IN ('viewing', 'typing', 'away')", name=op.f("ck_presence_doing_known")),
        sa.CheckConstraint(sane, name=op.f("ck_presence_seen_at_sane")),
        sa.PrimaryKeyConstraint("window_id", name=op.f("pk_presence")),
        # What is written every few seconds and means nothing after a crash needs no log.
        prefixes=[] if op.get_bind().dialect.name == "sqlite" else ["UNLOGGED"],
    )


# Names and columns in the statements below stand in this file; nothing of them comes from outside.


def _tell_on_sqlite() -> None:
    for table, acts, kind, subject, incident, told in SUBJECTS:
        of_incident = incident if incident == "NULL" else f"NEW.{incident}"
        when = "" if told == "true" else f"WHEN {told.format(row='NEW.')}"
        for act in acts:
            _note_on_sqlite(table, act, f"'{kind}', NEW.{subject}, {of_incident}", when)
    for table in REFERENCE:
        for act in ("INSERT", "UPDATE", "DELETE"):
            _note_on_sqlite(table, act, f"'{table}', '{NOBODY}', NULL")
    old, new = (", ".join(f"{row}.{column}" for column in SHOWN_OF_CLOCKS) for row in ("OLD", "NEW"))
    _note_on_sqlite(
        "incident_clocks", "UPDATE", "'incident', NEW.incident_id, NEW.incident_id", f"WHEN ({old}) IS NOT ({new})"
    )
    op.execute(
        "CREATE TRIGGER change_feed_stays_small AFTER INSERT ON change_feed WHEN NEW.id % 1024 = 0"  # noqa: S608 -- a number above
        f" BEGIN DELETE FROM change_feed WHERE id <= NEW.id - {KEPT_ROWS}; END"
    )


def _note_on_sqlite(table: str, act: str, values: str, when: str = "") -> None:
    op.execute(
        f"CREATE TRIGGER {table}_{act.lower()}_is_told AFTER {act} ON {table} {when}"  # noqa: S608 -- names above
        f" BEGIN INSERT INTO change_feed (kind, subject_id, incident_id) VALUES ({values}); END"
    )


def _tell_on_postgresql() -> None:
    schema = op.get_bind().exec_driver_sql("SELECT quote_ident(current_schema())").scalar_one()
    # The owner's rights, because nobody may write to the feed; a fixed path, because nobody may shadow its names.
    definer = f"LANGUAGE plpgsql SECURITY DEFINER SET search_path = {schema}, pg_temp"
    op.execute(
        f"CREATE FUNCTION prune_change_feed() RETURNS void {definer} AS $$ BEGIN"  # noqa: S608 -- names above
        # Only the oldest rows are looked at, so that it costs little when there is nothing to take away.
        " DELETE FROM change_feed WHERE id IN (SELECT id FROM change_feed WHERE xid <="
        " (SELECT max(xid) FROM (SELECT xid FROM change_feed ORDER BY xid LIMIT 2000) oldest)"
        f" AND at < clock_timestamp() - interval '{KEPT_FOR}' FOR UPDATE SKIP LOCKED); END $$"
    )
    op.execute(
        f"CREATE FUNCTION ring_change_feed() RETURNS void {definer} AS $$ BEGIN"
        # An import sets this for its own transaction; everybody else finds its rows at the next poll.
        " IF current_setting('mainstay.quiet', true) IS DISTINCT FROM 'on' THEN"
        " PERFORM pg_notify('mainstay_change', ''); END IF;"
        " IF pg_current_xact_id()::text::bigint % 256 = 0 THEN PERFORM prune_change_feed(); END IF;"
        " END $$"
    )
    for name in ("prune_change_feed", "ring_change_feed"):
        op.execute(f"REVOKE ALL ON FUNCTION {name}() FROM PUBLIC")
    for table, acts, kind, subject, incident, told in SUBJECTS:
        of_incident = "NULL::uuid" if incident == "NULL" else incident
        found = f"SELECT DISTINCT '{kind}', {subject}, {of_incident}, {_NOW} FROM fresh WHERE {told.format(row='')}"  # noqa: S608 -- names above
        _function(definer, table, found)
        for act in acts:
            op.execute(
                f"CREATE TRIGGER {table}_{act.lower()}_is_told AFTER {act} ON {table} REFERENCING NEW TABLE AS fresh"
                f" FOR EACH STATEMENT EXECUTE FUNCTION tell_of_{table}()"
            )
    _function(definer, "incident_clocks", f"SELECT 'incident', NEW.incident_id, NEW.incident_id, {_NOW}")
    old, new = (", ".join(f"{row}.{column}" for column in SHOWN_OF_CLOCKS) for row in ("OLD", "NEW"))
    op.execute(
        "CREATE TRIGGER incident_clocks_update_is_told AFTER UPDATE ON incident_clocks FOR EACH ROW"
        f" WHEN (ROW({old}) IS DISTINCT FROM ROW({new})) EXECUTE FUNCTION tell_of_incident_clocks()"
    )
    _function(definer, "reference", f"SELECT TG_TABLE_NAME, '{NOBODY}'::uuid, NULL::uuid, {_NOW}")
    for table in REFERENCE:
        op.execute(
            f"CREATE TRIGGER {table}_is_told AFTER INSERT OR UPDATE OR DELETE ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION tell_of_reference()"
        )


_NOW = "pg_current_xact_id()::text::bigint, clock_timestamp()"


def _function(definer: str, name: str, rows: str) -> None:
    op.execute(
        f"CREATE FUNCTION tell_of_{name}() RETURNS trigger {definer} AS $$ BEGIN"
        f" INSERT INTO change_feed (kind, subject_id, incident_id, xid, at) {rows} ON CONFLICT DO NOTHING;"
        " IF FOUND THEN PERFORM ring_change_feed(); END IF;"
        " RETURN NULL; END $$"
    )
    op.execute(f"REVOKE ALL ON FUNCTION tell_of_{name}() FROM PUBLIC")


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
