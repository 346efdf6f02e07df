"""What is taken away after the time that a desk has set, what is held back from that, and what each run took."""

from sqlalchemy import BigInteger, CheckConstraint, Column, Index, Integer, String, Table, Text

from app.models.base import id_column, metadata, moment, reference, sane_times

# The bytes of a file are gone; its row, with name, size and hash, stays where it was.
removed_file = Table(
    "removed_file",
    metadata,
    reference("attachment_id", "attachment", nullable=False, primary_key=True),
    reference("incident_id", "incident", nullable=False, index=True),
    moment("removed_at", nullable=False),
    Column("months", Integer, nullable=False),
    reference("rule_by_id", "person"),
    CheckConstraint("months >= 1", name="months_sane"),
    *sane_times("removed_at"),
)
"""One row for each file whose content was removed: by a rule of so many months, set by whom."""

held_incident = Table(
    "held_incident",
    metadata,
    reference("incident_id", "incident", nullable=False, primary_key=True),
    Column("reason", Text, nullable=False),
    moment("held_at", nullable=False),
    reference("held_by_id", "person"),
    moment("released_at"),
    reference("released_by_id", "person"),
    CheckConstraint("reason <> ''", name="reason_said"),
    *sane_times("held_at", "released_at"),
)
"""Incidents of which no rule takes anything, such as those a court has asked for."""

retention_run = Table(
    "retention_run",
    metadata,
    id_column(),
    Column("kind", String(24), nullable=False),
    moment("at", nullable=False),
    Column("taken", Integer, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("months", Integer),
    reference("rule_by_id", "person"),
    CheckConstraint("kind IN ('files', 'notifications')", name="kind_known"),
    CheckConstraint("taken >= 0 AND size >= 0", name="counts_sane"),
    *sane_times("at"),
    Index("ix_retention_run_kind_at", "kind", "at"),
)
"""What one stretch of a run took, in the transaction in which it was taken; of a run that took nothing one a day.

`size` are bytes. `months` is None while the first rule of a kind has not begun.
"""
