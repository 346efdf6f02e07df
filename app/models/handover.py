"""Hand-overs between shifts: the sheet as it was handed over, line by line, and who took it over."""

from sqlalchemy import Boolean, CheckConstraint, Column, Index, Integer, PrimaryKeyConstraint, String, Table, Text, text

from app.models.base import id_column, metadata, moment, reference, sane_times
from app.models.types import Json

# Without a group it is the whole desk that was handed over. `figures` are the numbers by their keys, as they stood.
handover = Table(
    "handover",
    metadata,
    id_column(),
    reference("group_id", "assignment_group"),
    reference("handed_by_id", "person", nullable=False),
    reference("handed_to_id", "person"),
    moment("shift_begins_at", nullable=False),
    moment("shift_ends_at", nullable=False),
    moment("next_ends_at", nullable=False),
    moment("handed_at", nullable=False),
    Column("figures", Json, nullable=False),
    Column("notes", Text, nullable=False, server_default=""),
    reference("taken_by_id", "person"),
    moment("taken_at"),
    CheckConstraint("(taken_by_id IS NULL) = (taken_at IS NULL)", name="taken_by_somebody"),
    CheckConstraint("taken_by_id <> handed_by_id", name="taken_by_another"),
    CheckConstraint("shift_begins_at < shift_ends_at AND shift_ends_at < next_ends_at", name="shifts_in_order"),
    *sane_times("shift_begins_at", "shift_ends_at", "next_ends_at", "handed_at", "taken_at"),
    Index("ix_handover_handed_at", "handed_at"),
)

# Lines are rows of their own, so that one about a restricted incident is seen by nobody but who sees that.
handover_line = Table(
    "handover_line",
    metadata,
    reference("handover_id", "handover", nullable=False),
    Column("position", Integer, nullable=False),
    Column("block", String(16), nullable=False),
    reference("incident_id", "incident"),
    Column("number", String(32), nullable=False),
    Column("summary", String(160), nullable=False),
    Column("owner", String(200), nullable=False, server_default=""),
    Column("standing", String(32), nullable=False, server_default=""),
    moment("at"),
    Column("at_kind", String(16), nullable=False),
    Column("next_step", String(200), nullable=False),
    Column("is_checked", Boolean, nullable=False, server_default=text("false")),
    PrimaryKeyConstraint("handover_id", "position"),
    CheckConstraint("block IN ('major', 'due', 'promise', 'waiting', 'risk')", name="block_known"),
    CheckConstraint("next_step <> ''", name="next_step_said"),
    *sane_times("at"),
    Index("ix_handover_line_incident", "incident_id"),
)

# What the notes say of an incident, from its number on: rows of their own for the same reason. `place` is where each
# belongs in the rest of the notes.
handover_note = Table(
    "handover_note",
    metadata,
    reference("handover_id", "handover", nullable=False),
    Column("position", Integer, nullable=False),
    reference("incident_id", "incident", nullable=False),
    Column("place", Integer, nullable=False),
    Column("text", Text, nullable=False),
    PrimaryKeyConstraint("handover_id", "position"),
    Index("ix_handover_note_incident", "incident_id"),
)
