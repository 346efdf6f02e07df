"""What was learned from resolved incidents, as data, and what became of each suggestion that was shown."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    String,
    Table,
    text,
)

from app.models.base import id_column, metadata, moment, reference, sane_times
from app.models.types import Id, Json

suggestion_model = Table(
    "suggestion_model",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    moment("learned_at", nullable=False),
    Column("incidents", Integer, nullable=False),
    Column("figures", Json, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("copy_of", Integer),
    CheckConstraint("number >= 1 AND incidents >= 0", name="counts_sane"),
    CheckConstraint("copy_of IS NULL OR copy_of < number", name="copy_of_older"),
    *sane_times("learned_at"),
)
"""The newest number holds, and the older ones are the way back.

`copy_of` is the version that one is again: somebody went back to it, or, where it is the one before, what was learned
then from so many `incidents` was worse.
"""

suggestion_shown = Table(
    "suggestion_shown",
    metadata,
    id_column(),
    reference("incident_id", "incident", nullable=False),
    Column("field", String(16), nullable=False),
    Column("offered", Json, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("model_number", Integer, ForeignKey("suggestion_model.number")),
    Column("evidence", Json, nullable=False),
    Column("outcome", String(8), nullable=False),
    Column("chosen_id", Id),
    reference("shown_to_id", "person", nullable=False),
    moment("at", nullable=False),
    Column("chosen_level", Integer),
    CheckConstraint("field IN ('service_id', 'group_id', 'category_id', 'impact', 'urgency')", name="field_known"),
    CheckConstraint("outcome IN ('accepted', 'changed', 'ignored')", name="outcome_known"),
    CheckConstraint(
        "(outcome = 'ignored') = (chosen_id IS NULL AND chosen_level IS NULL)", name="chosen_unless_ignored"
    ),
    CheckConstraint("(field IN ('impact', 'urgency')) = (model_number IS NULL)", name="counted_or_learned"),
    CheckConstraint(
        "(chosen_level IS NULL OR model_number IS NULL) AND (chosen_id IS NULL OR model_number IS NOT NULL)",
        name="chosen_of_its_kind",
    ),
    CheckConstraint("confidence >= 0 AND confidence <= 1", name="confidence_sane"),
    *sane_times("at"),
    Index("ix_suggestion_shown_incident_id", "incident_id"),
)
"""One row for each suggestion that somebody saw, written when the incident was saved, and never changed.

`offered` are the identifiers with how sure each was, the likeliest first; of impact and urgency they are levels, which
no version learned but incidents like it were counted for; `evidence` the resolved incidents that were told behind
it. Whether the first was right is told by the incident itself once it is resolved, which nobody knew then.
"""

suggestion_filled = Table(
    "suggestion_filled",
    metadata,
    reference("incident_id", "incident", nullable=False),
    Column("field", String(16), nullable=False),
    Column("value_id", Id, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("threshold", Float, nullable=False),
    Column("model_number", Integer, ForeignKey("suggestion_model.number"), nullable=False),
    moment("at", nullable=False),
    PrimaryKeyConstraint("incident_id", "field"),
    CheckConstraint("field IN ('service_id', 'group_id', 'category_id')", name="field_known"),
    CheckConstraint("confidence <= 1 AND threshold >= 0.5 AND confidence >= threshold", name="sure_enough"),
    *sane_times("at"),
)
"""What was filled in by rule: once for an incident and a field, with how sure it was and what was asked for then."""

burst_answer = Table(
    "burst_answer",
    metadata,
    Column("burst", String(120), nullable=False),
    reference("person_id", "person", nullable=False),
    Column("answer", String(8), nullable=False),
    Column("incidents", Integer, nullable=False),
    Column("usual", Float, nullable=False),
    moment("at", nullable=False),
    PrimaryKeyConstraint("burst", "person_id"),
    CheckConstraint("answer IN ('later', 'major', 'problem')", name="answer_known"),
    CheckConstraint("incidents >= 1 AND usual >= 0", name="counts_sane"),
    *sane_times("at"),
)
"""What each person made of a burst that was shown to them. `burst` names what it is of, and the day (UTC)."""

incident_risk = Table(
    "incident_risk",
    metadata,
    Column("incident_id", Id, ForeignKey("incident.id"), primary_key=True),
    Column("percent", Integer),
    Column("late", Integer),
    Column("alike", Integer),
    Column("is_wide", Boolean),
    moment("reckoned_at", nullable=False),
    CheckConstraint("percent >= 0 AND percent <= 100 AND late >= 0 AND late <= alike", name="counts_sane"),
    CheckConstraint(
        "(percent IS NULL) = (late IS NULL) AND (percent IS NULL) = (alike IS NULL)"
        " AND (percent IS NULL) = (is_wide IS NULL)",
        name="told_whole",
    ),
    *sane_times("reckoned_at"),
    Index("ix_incident_risk_percent", "percent", sqlite_where=text("percent IS NOT NULL")),
    sqlite_with_rowid=False,
)
"""How likely each incident misses its resolution target, in hundredths, as `app.domain.risk` counts it; a cache, and
`reckoned_at` says of when. Without a percentage nothing can be said: too little is known, or no clock runs (any more).
"""
