"""Knowledge articles, their versions, the steps they took, what was done with them, and what nobody found."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    text,
)

from app.models.base import id_column, metadata, moment, reference, sane_times
from app.models.types import Json

# `title`, `summary`, `body` and `audience` are those of the version that readers see: the published one, and before
# there is any the newest. So words are found in what can be read, and in nothing else.
article = Table(
    "article",
    metadata,
    id_column(),
    Column("number", BigInteger, nullable=False, unique=True),
    Column("kind", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("version", Integer, nullable=False),
    Column("published_version", Integer),
    Column("title", String(160), nullable=False),
    Column("summary", Text, nullable=False, server_default=""),
    Column("body", Text, nullable=False, server_default=""),
    Column("audience", String(16), nullable=False),
    Column("language", String(8), nullable=False, server_default="en"),
    reference("category_id", "category"),
    Column("problem_ref", String(64), nullable=False, server_default=""),
    Column("tags", Json, nullable=False),
    Column("review_on", Date),
    reference("owner_id", "person"),
    reference("author_id", "person"),
    reference("approver_id", "person"),
    moment("created_at", nullable=False),
    moment("updated_at", nullable=False),
    moment("published_at"),
    Column("edit", Integer, nullable=False, server_default="1"),
    CheckConstraint("kind IN ('how_to', 'known_error', 'faq')", name="kind_known"),
    CheckConstraint("state IN ('draft', 'in_review', 'published', 'retired')", name="state_known"),
    CheckConstraint("audience IN ('internal', 'everyone')", name="audience_known"),
    CheckConstraint(
        "state <> 'published' OR (published_version = version AND published_version IS NOT NULL)",
        name="published_is_newest",
    ),
    CheckConstraint("state <> 'retired' OR published_version IS NULL", name="retired_is_hidden"),
    CheckConstraint("approver_id IS NULL OR published_version IS NOT NULL", name="approver_of_published"),
    *sane_times("created_at", "updated_at", "published_at"),
)

article_version = Table(
    "article_version",
    metadata,
    reference("article_id", "article", nullable=False),
    Column("number", Integer, nullable=False),
    Column("title", String(160), nullable=False),
    Column("summary", Text, nullable=False, server_default=""),
    Column("body", Text, nullable=False, server_default=""),
    Column("audience", String(16), nullable=False),
    reference("author_id", "person"),
    moment("created_at", nullable=False),
    PrimaryKeyConstraint("article_id", "number"),
    CheckConstraint("audience IN ('internal', 'everyone')", name="audience_known"),
    CheckConstraint("number >= 1", name="number_sane"),
    *sane_times("created_at"),
)

article_picture = Table(
    "article_picture",
    metadata,
    reference("article_id", "article", nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("media_type", String(32), nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("data", LargeBinary, nullable=False),
    reference("added_by_id", "person"),
    moment("added_at", nullable=False),
    PrimaryKeyConstraint("article_id", "sha256"),
    CheckConstraint("media_type IN ('image/png', 'image/jpeg', 'image/gif', 'image/webp')", name="media_type_known"),
    CheckConstraint("size >= 1", name="size_sane"),
    *sane_times("added_at"),
)
"""A text shows a picture by its hash, so what a version shows never changes. None is ever taken away."""

article_step = Table(
    "article_step",
    metadata,
    id_column(),
    reference("article_id", "article", nullable=False),
    Column("version", Integer, nullable=False),
    Column("step", String(16), nullable=False),
    Column("reason", Text, nullable=False, server_default=""),
    reference("person_id", "person"),
    moment("at", nullable=False),
    CheckConstraint("step IN ('submit', 'send_back', 'publish', 'retire', 'restore')", name="step_known"),
    *sane_times("at"),
    Index("ix_article_step_article", "article_id"),
)

article_service = Table(
    "article_service",
    metadata,
    reference("article_id", "article", nullable=False),
    reference("service_id", "service", nullable=False),
    Column("active", Boolean, nullable=False, server_default=text("true")),
    PrimaryKeyConstraint("article_id", "service_id"),
)

unfound_search = Table(
    "unfound_search",
    metadata,
    Column("words", String(80), nullable=False),
    Column("day", Date, nullable=False),
    Column("times", Integer, nullable=False),
    PrimaryKeyConstraint("words", "day"),
    CheckConstraint("times >= 1", name="times_sane"),
    CheckConstraint("words <> ''", name="words_there"),
    Index("ix_unfound_search_day", "day"),
)
"""How often words were looked for on a day (UTC) and nothing was found. Who looked is not kept anywhere."""

_OPINION = "removed_at IS NULL AND kind IN ('helped', 'did_not_help')"

article_use = Table(
    "article_use",
    metadata,
    id_column(),
    reference("article_id", "article", nullable=False),
    Column("version", Integer, nullable=False),
    reference("incident_id", "incident"),
    Column("kind", String(16), nullable=False),
    reference("person_id", "person"),
    moment("at", nullable=False),
    reference("removed_by_id", "person"),
    moment("removed_at"),
    ForeignKeyConstraint(["article_id", "version"], ["article_version.article_id", "article_version.number"]),
    CheckConstraint("kind IN ('linked', 'inserted', 'resolved', 'used', 'helped', 'did_not_help')", name="kind_known"),
    CheckConstraint("kind NOT IN ('linked', 'inserted', 'resolved') OR incident_id IS NOT NULL", name="incident_named"),
    *sane_times("at", "removed_at"),
    Index("ix_article_use_article", "article_id"),
    Index("ix_article_use_incident", "incident_id"),
    # Everybody has one opinion, of an article by itself and of its use at an incident.
    *(
        Index(name, *columns, unique=True, sqlite_where=text(condition), postgresql_where=text(condition))
        for name, columns, condition in (
            ("uq_article_use_opinion", ("article_id", "person_id"), f"incident_id IS NULL AND {_OPINION}"),
            (
                "uq_article_use_opinion_at",
                ("article_id", "person_id", "incident_id"),
                f"incident_id IS NOT NULL AND {_OPINION}",
            ),
        )
    ),
)
