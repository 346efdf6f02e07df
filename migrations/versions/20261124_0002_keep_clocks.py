"""Keep clocks: calendars, policies, the cache of the clocks, timers, firings, escalations and the outbox.

Revision 20261124_0002. Published versions and what has fired or been done are guarded by triggers on both databases,
because they are the evidence of a promise.
"""

import sqlalchemy as sa
from alembic import op

from app.models.types import Id, Json, UtcDateTime

revision = "20261124_0002"
down_revision = "20261123_0001"
branch_labels = None
depends_on = None

VERSIONS = ("calendar_version", "sla_policy_version", "sla_book", "escalation_book")
EVIDENCE = ("sla_firing", "escalation_step")


def upgrade() -> None:
    """Create every table, remember whether a caller was a VIP, then guard what never changes."""
    _create_calendar()
    _create_sla_policy()
    _create_calendar_version()
    _create_sla_policy_version()
    _create_sla_book()
    _create_group_hours()
    _create_person_hours()
    _create_incident_clocks()
    _create_sla_firing()
    _create_timer()
    _create_heartbeat()
    _create_notification()
    _create_escalation_book()
    _create_escalation()
    _create_escalation_step()
    _create_shift_offer()
    op.add_column("incident", sa.Column("caller_vip", sa.Boolean(), server_default=sa.text("false"), nullable=False))
    _guard()


def _sane(table: str, column: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(
        f"{column} >= '1970-01-01T00:00:00.000000Z' AND {column} < '2200-01-01T00:00:00.000000Z'",
        name=op.f(f"ck_{table}_{column}_sane"),
    )


def _one_clock(name: str) -> tuple[sa.Column[object], ...]:
    return (
        sa.Column(f"{name}_phase", sa.String(length=8), server_default="none", nullable=False),
        sa.Column(f"{name}_cycle", sa.Integer(), server_default="0", nullable=False),
        sa.Column(f"{name}_elapsed", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column(f"{name}_target", sa.BigInteger(), nullable=True),
        sa.Column(f"{name}_due_at", UtcDateTime(), nullable=True),
        sa.Column(f"{name}_stopped_at", UtcDateTime(), nullable=True),
        sa.Column(f"{name}_breached", sa.Boolean(), nullable=True),
    )


def _create_calendar() -> None:
    op.create_table(
        "calendar",
        sa.Column("id", Id, nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar")),
        sa.UniqueConstraint("name", name=op.f("uq_calendar_name")),
    )


def _create_sla_policy() -> None:
    op.create_table(
        "sla_policy",
        sa.Column("id", Id, nullable=False),
        sa.Column("policy_set", sa.String(length=16), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.CheckConstraint("policy_set IN ('desk', 'imported')", name=op.f("ck_sla_policy_set_known")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sla_policy")),
    )


def _create_timer() -> None:
    op.create_table(
        "timer",
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("subject_id", Id, nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        _sane("timer", "due_at"),
        sa.CheckConstraint(
            "kind IN ('clocks', 'hold', 'escalation', 'shift', 'watch')", name=op.f("ck_timer_kind_known")
        ),
        sa.PrimaryKeyConstraint("kind", "subject_id", name=op.f("pk_timer")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_timer_due", "timer", ["due_at"], unique=False)


def _create_group_hours() -> None:
    op.create_table(
        "group_hours",
        sa.Column("group_id", Id, nullable=False),
        sa.Column("calendar_id", Id, nullable=True),
        sa.Column("next_group_id", Id, nullable=True),
        sa.CheckConstraint("next_group_id <> group_id", name=op.f("ck_group_hours_not_itself")),
        sa.ForeignKeyConstraint(["calendar_id"], ["calendar.id"], name=op.f("fk_group_hours_calendar_id")),
        sa.ForeignKeyConstraint(["group_id"], ["assignment_group.id"], name=op.f("fk_group_hours_group_id")),
        sa.ForeignKeyConstraint(["next_group_id"], ["assignment_group.id"], name=op.f("fk_group_hours_next_group_id")),
        sa.PrimaryKeyConstraint("group_id", name=op.f("pk_group_hours")),
    )


def _create_calendar_version() -> None:
    op.create_table(
        "calendar_version",
        sa.Column("calendar_id", Id, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("effective_from", UtcDateTime(), nullable=False),
        sa.Column("definition", Json, nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("created_by_id", Id, nullable=True),
        _sane("calendar_version", "created_at"),
        _sane("calendar_version", "effective_from"),
        sa.ForeignKeyConstraint(["calendar_id"], ["calendar.id"], name=op.f("fk_calendar_version_calendar_id")),
        sa.ForeignKeyConstraint(["created_by_id"], ["person.id"], name=op.f("fk_calendar_version_created_by_id")),
        sa.PrimaryKeyConstraint("calendar_id", "number", name=op.f("pk_calendar_version")),
    )


def _create_escalation_book() -> None:
    op.create_table(
        "escalation_book",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("effective_from", UtcDateTime(), nullable=False),
        sa.Column("rules", Json, nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("created_by_id", Id, nullable=True),
        _sane("escalation_book", "created_at"),
        _sane("escalation_book", "effective_from"),
        sa.ForeignKeyConstraint(["created_by_id"], ["person.id"], name=op.f("fk_escalation_book_created_by_id")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_escalation_book")),
    )


def _create_heartbeat() -> None:
    op.create_table(
        "heartbeat",
        sa.Column("worker_id", Id, nullable=False),
        sa.Column("worker", sa.String(length=120), nullable=False),
        sa.Column("program", sa.String(length=16), nullable=False),
        sa.Column("person_id", Id, nullable=True),
        sa.Column("started_at", UtcDateTime(), nullable=False),
        sa.Column("last_tick_at", UtcDateTime(), nullable=False),
        sa.Column("fired", sa.Integer(), server_default="0", nullable=False),
        sa.Column("clock_offset_ms", sa.Integer(), server_default="0", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        _sane("heartbeat", "last_tick_at"),
        sa.CheckConstraint("program IN ('window', 'jobs')", name=op.f("ck_heartbeat_program_known")),
        _sane("heartbeat", "started_at"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_heartbeat_person_id")),
        sa.PrimaryKeyConstraint("worker_id", name=op.f("pk_heartbeat")),
    )
    op.create_index("ix_heartbeat_last_tick", "heartbeat", ["last_tick_at"], unique=False)


def _create_person_hours() -> None:
    op.create_table(
        "person_hours",
        sa.Column("person_id", Id, nullable=False),
        sa.Column("calendar_id", Id, nullable=False),
        sa.ForeignKeyConstraint(["calendar_id"], ["calendar.id"], name=op.f("fk_person_hours_calendar_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_person_hours_person_id")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_person_hours")),
    )


def _create_sla_book() -> None:
    op.create_table(
        "sla_book",
        sa.Column("policy_set", sa.String(length=16), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("effective_from", UtcDateTime(), nullable=False),
        sa.Column("applies_to_open", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("policies", Json, nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("created_by_id", Id, nullable=True),
        _sane("sla_book", "created_at"),
        _sane("sla_book", "effective_from"),
        sa.CheckConstraint("policy_set IN ('desk', 'imported')", name=op.f("ck_sla_book_set_known")),
        sa.ForeignKeyConstraint(["created_by_id"], ["person.id"], name=op.f("fk_sla_book_created_by_id")),
        sa.PrimaryKeyConstraint("policy_set", "number", name=op.f("pk_sla_book")),
    )


def _create_sla_policy_version() -> None:
    op.create_table(
        "sla_policy_version",
        sa.Column("policy_id", Id, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("definition", Json, nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("created_by_id", Id, nullable=True),
        _sane("sla_policy_version", "created_at"),
        sa.ForeignKeyConstraint(["created_by_id"], ["person.id"], name=op.f("fk_sla_policy_version_created_by_id")),
        sa.ForeignKeyConstraint(["policy_id"], ["sla_policy.id"], name=op.f("fk_sla_policy_version_policy_id")),
        sa.PrimaryKeyConstraint("policy_id", "number", name=op.f("pk_sla_policy_version")),
    )


def _create_escalation() -> None:
    op.create_table(
        "escalation",
        sa.Column("id", Id, nullable=False),
        sa.Column("incident_id", Id, nullable=False),
        sa.Column("run_id", Id, nullable=True),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("level", sa.Integer(), server_default="0", nullable=False),
        sa.Column("book_number", sa.Integer(), nullable=True),
        sa.Column("rule_key", sa.String(length=64), nullable=True),
        sa.Column("clock", sa.String(length=16), nullable=True),
        sa.Column("cycle", sa.Integer(), nullable=True),
        sa.Column("dedupe_key", sa.String(length=200), nullable=True),
        sa.Column("from_group_id", Id, nullable=True),
        sa.Column("to_group_id", Id, nullable=True),
        sa.Column("to_person_id", Id, nullable=True),
        sa.Column("reason", sa.String(length=200), server_default="", nullable=False),
        sa.Column("tried", sa.Text(), server_default="", nullable=False),
        sa.Column("is_urgent", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("step", sa.Integer(), server_default="0", nullable=False),
        sa.Column("pages", sa.Integer(), server_default="0", nullable=False),
        sa.Column("raised_at", UtcDateTime(), nullable=False),
        sa.Column("raised_by_id", Id, nullable=True),
        sa.Column("acknowledge_seconds", sa.Integer(), nullable=True),
        sa.Column("acknowledge_by", UtcDateTime(), nullable=True),
        sa.Column("acknowledged_at", UtcDateTime(), nullable=True),
        sa.Column("acknowledged_by_id", Id, nullable=True),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.Column("ended_by_id", Id, nullable=True),
        sa.Column("end_note", sa.Text(), server_default="", nullable=False),
        _sane("escalation", "acknowledge_by"),
        _sane("escalation", "acknowledged_at"),
        _sane("escalation", "ended_at"),
        sa.CheckConstraint("kind IN ('functional', 'hierarchical', 'run')", name=op.f("ck_escalation_kind_known")),
        _sane("escalation", "raised_at"),
        sa.CheckConstraint(
            "state IN ('waiting', 'active', 'handed_back', 'passed_on', 'ended')",
            name=op.f("ck_escalation_state_known"),
        ),
        sa.CheckConstraint("level BETWEEN 0 AND 3", name=op.f("ck_escalation_level_known")),
        sa.ForeignKeyConstraint(["acknowledged_by_id"], ["person.id"], name=op.f("fk_escalation_acknowledged_by_id")),
        sa.ForeignKeyConstraint(["ended_by_id"], ["person.id"], name=op.f("fk_escalation_ended_by_id")),
        sa.ForeignKeyConstraint(["from_group_id"], ["assignment_group.id"], name=op.f("fk_escalation_from_group_id")),
        sa.ForeignKeyConstraint(["incident_id"], ["incident.id"], name=op.f("fk_escalation_incident_id")),
        sa.ForeignKeyConstraint(["raised_by_id"], ["person.id"], name=op.f("fk_escalation_raised_by_id")),
        sa.ForeignKeyConstraint(["run_id"], ["escalation.id"], name=op.f("fk_escalation_run_id")),
        sa.ForeignKeyConstraint(["to_group_id"], ["assignment_group.id"], name=op.f("fk_escalation_to_group_id")),
        sa.ForeignKeyConstraint(["to_person_id"], ["person.id"], name=op.f("fk_escalation_to_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_escalation")),
        sa.UniqueConstraint("dedupe_key", name=op.f("uq_escalation_dedupe_key")),
    )
    op.create_index("ix_escalation_incident", "escalation", ["incident_id", "raised_at"], unique=False)
    op.create_index(
        "ix_escalation_live",
        "escalation",
        ["state", "acknowledge_by"],
        unique=False,
        sqlite_where=sa.text("state IN ('waiting', 'active')"),
        postgresql_where=sa.text("state IN ('waiting', 'active')"),
    )


def _create_incident_clocks() -> None:
    op.create_table(
        "incident_clocks",
        sa.Column("incident_id", Id, nullable=False),
        sa.Column("policy_set", sa.String(length=16), nullable=False),
        sa.Column("policy_id", Id, nullable=True),
        sa.Column("policy_version", sa.Integer(), nullable=True),
        sa.Column("calendar_id", Id, nullable=True),
        sa.Column("calendar_version", sa.Integer(), nullable=True),
        sa.Column("engine", sa.String(length=32), nullable=False),
        sa.Column("last_entry_id", Id, nullable=True),
        sa.Column("checked_until", UtcDateTime(), nullable=False),
        sa.Column("clock", sa.String(length=16), nullable=True),
        sa.Column("phase", sa.String(length=8), server_default="none", nullable=False),
        sa.Column("pause_reason", sa.String(length=32), nullable=True),
        sa.Column("soon_at", UtcDateTime(), nullable=True),
        sa.Column("hot_at", UtcDateTime(), nullable=True),
        sa.Column("due_at", UtcDateTime(), nullable=True),
        sa.Column("breach_at", UtcDateTime(), nullable=True),
        *_one_clock("response"),
        *_one_clock("resolution"),
        *_one_clock("update"),
        _sane("incident_clocks", "breach_at"),
        _sane("incident_clocks", "checked_until"),
        _sane("incident_clocks", "due_at"),
        _sane("incident_clocks", "hot_at"),
        _sane("incident_clocks", "soon_at"),
        sa.ForeignKeyConstraint(["calendar_id"], ["calendar.id"], name=op.f("fk_incident_clocks_calendar_id")),
        sa.ForeignKeyConstraint(["incident_id"], ["incident.id"], name=op.f("fk_incident_clocks_incident_id")),
        sa.ForeignKeyConstraint(["policy_id"], ["sla_policy.id"], name=op.f("fk_incident_clocks_policy_id")),
        sa.PrimaryKeyConstraint("incident_id", name=op.f("pk_incident_clocks")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_incident_clocks_due",
        "incident_clocks",
        ["due_at"],
        unique=False,
        sqlite_where=sa.text("due_at IS NOT NULL"),
        postgresql_where=sa.text("due_at IS NOT NULL"),
    )


def _create_notification() -> None:
    op.create_table(
        "notification",
        sa.Column("id", Id, nullable=False),
        sa.Column("dedupe_key", sa.String(length=200), nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("incident_id", Id, nullable=True),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("is_urgent", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("body", sa.Text(), server_default="", nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("deliver_at", UtcDateTime(), nullable=False),
        sa.Column("shown_at", UtcDateTime(), nullable=True),
        sa.Column("read_at", UtcDateTime(), nullable=True),
        _sane("notification", "created_at"),
        _sane("notification", "deliver_at"),
        _sane("notification", "read_at"),
        _sane("notification", "shown_at"),
        sa.ForeignKeyConstraint(["incident_id"], ["incident.id"], name=op.f("fk_notification_incident_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_notification_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notification")),
        sa.UniqueConstraint("dedupe_key", "person_id", name=op.f("uq_notification_dedupe_key_person_id")),
    )
    op.create_index("ix_notification_person", "notification", ["person_id", "created_at"], unique=False)
    op.create_index(
        "ix_notification_unshown",
        "notification",
        ["person_id", "deliver_at"],
        unique=False,
        sqlite_where=sa.text("shown_at IS NULL"),
        postgresql_where=sa.text("shown_at IS NULL"),
    )


def _create_shift_offer() -> None:
    op.create_table(
        "shift_offer",
        sa.Column("id", Id, nullable=False),
        sa.Column("incident_id", Id, nullable=False),
        sa.Column("from_group_id", Id, nullable=False),
        sa.Column("to_group_id", Id, nullable=False),
        sa.Column("shift_ended_at", UtcDateTime(), nullable=False),
        sa.Column("offered_at", UtcDateTime(), nullable=False),
        sa.Column("answered_at", UtcDateTime(), nullable=True),
        sa.Column("answered_by_id", Id, nullable=True),
        sa.Column("answer", sa.String(length=16), nullable=True),
        sa.CheckConstraint("answer IN ('taken', 'declined', 'withdrawn')", name=op.f("ck_shift_offer_answer_known")),
        _sane("shift_offer", "answered_at"),
        _sane("shift_offer", "offered_at"),
        _sane("shift_offer", "shift_ended_at"),
        sa.ForeignKeyConstraint(["answered_by_id"], ["person.id"], name=op.f("fk_shift_offer_answered_by_id")),
        sa.ForeignKeyConstraint(["from_group_id"], ["assignment_group.id"], name=op.f("fk_shift_offer_from_group_id")),
        sa.ForeignKeyConstraint(["incident_id"], ["incident.id"], name=op.f("fk_shift_offer_incident_id")),
        sa.ForeignKeyConstraint(["to_group_id"], ["assignment_group.id"], name=op.f("fk_shift_offer_to_group_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shift_offer")),
        sa.UniqueConstraint(
            "incident_id",
            "from_group_id",
            "shift_ended_at",
            name=op.f("uq_shift_offer_incident_id_from_group_id_shift_ended_at"),
        ),
    )
    op.create_index(
        "ix_shift_offer_open",
        "shift_offer",
        ["to_group_id", "offered_at"],
        unique=False,
        sqlite_where=sa.text("answered_at IS NULL"),
        postgresql_where=sa.text("answered_at IS NULL"),
    )


def _create_escalation_step() -> None:
    op.create_table(
        "escalation_step",
        sa.Column("escalation_id", Id, nullable=False),
        sa.Column("step", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.Column("taken_at", UtcDateTime(), nullable=False),
        sa.Column("taken_by", sa.String(length=120), nullable=False),
        sa.Column("is_late", sa.Boolean(), nullable=False),
        sa.Column("what", sa.Text(), server_default="", nullable=False),
        sa.Column("entry_id", Id, nullable=True),
        _sane("escalation_step", "due_at"),
        _sane("escalation_step", "taken_at"),
        sa.CheckConstraint("due_at <= taken_at", name=op.f("ck_escalation_step_not_early")),
        sa.ForeignKeyConstraint(["entry_id"], ["journal_entry.id"], name=op.f("fk_escalation_step_entry_id")),
        sa.ForeignKeyConstraint(["escalation_id"], ["escalation.id"], name=op.f("fk_escalation_step_escalation_id")),
        sa.PrimaryKeyConstraint("escalation_id", "step", name=op.f("pk_escalation_step")),
    )


def _create_sla_firing() -> None:
    op.create_table(
        "sla_firing",
        sa.Column("incident_id", Id, nullable=False),
        sa.Column("clock", sa.String(length=16), nullable=False),
        sa.Column("cycle", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("target", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("threshold", sa.String(length=32), nullable=False),
        sa.Column("reached_at", UtcDateTime(), nullable=False),
        sa.Column("fired_at", UtcDateTime(), nullable=False),
        sa.Column("fired_by", sa.String(length=120), nullable=False),
        sa.Column("is_late", sa.Boolean(), nullable=False),
        sa.Column("is_told", sa.Boolean(), nullable=False),
        sa.Column("entry_id", Id, nullable=True),
        _sane("sla_firing", "fired_at"),
        _sane("sla_firing", "reached_at"),
        sa.CheckConstraint("reached_at <= fired_at", name=op.f("ck_sla_firing_not_early")),
        sa.ForeignKeyConstraint(["entry_id"], ["journal_entry.id"], name=op.f("fk_sla_firing_entry_id")),
        sa.ForeignKeyConstraint(["incident_id"], ["incident.id"], name=op.f("fk_sla_firing_incident_id")),
        sa.PrimaryKeyConstraint("incident_id", "clock", "cycle", "target", "threshold", name=op.f("pk_sla_firing")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_sla_firing_fired_at", "sla_firing", ["fired_at"], unique=False)


def _guard() -> None:
    sqlite = op.get_bind().dialect.name == "sqlite"
    if not sqlite:
        op.execute(
            "CREATE FUNCTION refuse_edit_of_evidence() RETURNS trigger LANGUAGE plpgsql AS $$"
            " BEGIN RAISE EXCEPTION 'a published version or a firing is never edited or deleted'; END $$"
        )
    for table in (*VERSIONS, *EVIDENCE):
        for act in ("UPDATE", "DELETE"):
            name = f"{table}_no_{act.lower()}"
            if sqlite:
                op.execute(
                    f"CREATE TRIGGER {name} BEFORE {act} ON {table} BEGIN SELECT"
                    " RAISE(ABORT, 'a published version or a firing is never edited or deleted'); END"
                )
            else:
                op.execute(
                    f"CREATE TRIGGER {name} BEFORE {act} ON {table}"
                    " FOR EACH ROW EXECUTE FUNCTION refuse_edit_of_evidence()"
                )
        if not sqlite:
            op.execute(
                f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}"
                " FOR EACH STATEMENT EXECUTE FUNCTION refuse_edit_of_evidence()"
            )


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
