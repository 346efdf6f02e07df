"""What a model wrote into articles and reviews, until a person has edited or accepted it."""

from sqlalchemy import CheckConstraint, Column, ForeignKeyConstraint, Index, Integer, String, Table

from app.models.base import id_column, metadata, moment, reference, sane_times

help_mark = Table(
    "help_mark",
    metadata,
    id_column(),
    reference("article_id", "article"),
    Column("version", Integer),
    reference("review_id", "review"),
    Column("model", String(200), nullable=False),
    reference("asked_by_id", "person", nullable=False),
    moment("at", nullable=False),
    reference("checked_by_id", "person"),
    moment("checked_at"),
    ForeignKeyConstraint(["article_id", "version"], ["article_version.article_id", "article_version.number"]),
    CheckConstraint("(article_id IS NULL) <> (review_id IS NULL)", name="of_one_thing"),
    CheckConstraint("(article_id IS NULL) = (version IS NULL)", name="version_of_article"),
    CheckConstraint("(checked_at IS NULL) = (checked_by_id IS NULL)", name="checked_by_somebody"),
    CheckConstraint("model <> ''", name="model_named"),
    *sane_times("at", "checked_at"),
    Index("ix_help_mark_article", "article_id", "version"),
    Index("ix_help_mark_review", "review_id"),
)
"""A row for each text of a model that somebody put into a version of an article, or into the summary of a review. It
is open until somebody has edited or accepted it, and while it is open nothing of that is published."""
