"""Keep the next look at the clocks of an incident beside them, not in a timer of its own.

Revision ID: 20261129_0025
"""

import sqlalchemy as sa
from alembic import op

from app.models.types import Id, UtcDateTime

revision = "20261129_0025"
down_revision = "20261129_0024"
branch_labels = None
depends_on = None

_TIMES = "{0} >= '1970-01-01T00:00:00.000000Z' AND {0} < '2200-01-01T00:00:00.000000Z'"
_KINDS = "kind IN ('hold', 'escalation', 'shift', 'watch')"


def upgrade() -> None:
    """Add the column, move what the timers of clocks said into it, and take that kind of timer away."""
    is_file = op.get_bind().dialect.name == "sqlite"
    op.execute(
        f"ALTER TABLE incident_clocks ADD COLUMN next_look_at {'VARCHAR(27)' if is_file else 'TIMESTAMPTZ'}"
        f" CONSTRAINT ck_incident_clocks_next_look_at_sane CHECK ({_TIMES.format('next_look_at')})"
    )
    op.execute(
        "UPDATE incident_clocks SET next_look_at = (SELECT due_at FROM timer"
        " WHERE timer.kind = 'clocks' AND timer.subject_id = incident_clocks.incident_id)"
    )
    present = sa.text("next_look_at IS NOT NULL")
    op.create_index(
        "ix_incident_clocks_next_look",
        "incident_clocks",
        ["next_look_at"],
        unique=False,
        sqlite_where=present,
        postgresql_where=present,
    )
    if is_file:
        _make_timers_anew()
    else:
        op.execute("DELETE FROM timer WHERE kind = 'clocks'")
        op.execute("ALTER TABLE timer DROP CONSTRAINT ck_timer_kind_known")
        op.execute(f"ALTER TABLE timer ADD CONSTRAINT ck_timer_kind_known CHECK ({_KINDS})")


def _make_timers_anew() -> None:
    """SQLite changes no constraint of a table that is there."""
    op.create_table(
        "timer_anew",
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("subject_id", Id, nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint(_KINDS, name=op.f("ck_timer_kind_known")),
        sa.CheckConstraint(_TIMES.format("due_at"), name=op.f("ck_timer_due_at_sane")),
        sa.PrimaryKeyConstraint("kind", "subject_id", name=op.f("pk_timer")),
        sqlite_with_rowid=False,
    )
    op.execute("INSERT INTO timer_anew SELECT kind, subject_id, due_at FROM timer WHERE kind <> 'clocks'")
    op.drop_table("timer")
    op.rename_table("timer_anew", "timer")
    op.create_index("ix_timer_due", "timer", ["due_at"], unique=False)


def downgrade() -> None:
    """Refused: restore the backup that was made before the upgrade."""
    raise RuntimeError("Mainstay never downgrades a database; restore the backup made before the upgrade.")
