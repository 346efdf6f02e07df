"""The mark on what a model wrote: set with the text, open until a person has edited or accepted it."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, select, update

from app.domain.errors import Refused
from app.domain.wording import tr
from app.infra.unit_of_work import Work
from app.models.writing_help import help_mark

MODEL_LIMIT = 200


def mark_article(work: Work, article_id: str, version: int, model: str) -> None:
    """Say that this version holds, unchanged, what a model wrote, once; nothing where none did."""
    marked = select(help_mark.c.id).where(of_article(article_id, version))
    if model and work.connection.execute(marked.limit(1)).first() is None:
        _insert(work, model, article_id=article_id, version=version)


def mark_review(work: Work, review_id: str, model: str) -> None:
    """Say that the summary of the review is what a model wrote."""
    _insert(work, model, review_id=review_id)


def _insert(work: Work, model: str, **about: Any) -> None:
    row = {"id": work.new_id(), "model": model[:MODEL_LIMIT], "asked_by_id": work.actor.person_id, "at": work.now}
    work.connection.execute(help_mark.insert(), {**row, **about})


def of_article(article_id: str, version: int) -> ColumnElement[bool]:
    """The condition for the marks of a version."""
    return (help_mark.c.article_id == article_id) & (help_mark.c.version == version)


def of_review(review_id: str) -> ColumnElement[bool]:
    """The condition for the marks of a review."""
    return help_mark.c.review_id == review_id


def unchecked(connection: Connection, about: ColumnElement[bool]) -> str:
    """The model that wrote what nobody has checked yet; empty where there is none."""
    open_ones = select(help_mark.c.model).where(about, help_mark.c.checked_at.is_(None)).order_by(help_mark.c.at.desc())
    return str(connection.execute(open_ones.limit(1)).scalar() or "")


def settle(work: Work, about: ColumnElement[bool]) -> str:
    """A person has edited or accepted it; returns the model that had written it, empty where nothing was open."""
    model = unchecked(work.connection, about)
    if model:
        checked = {"checked_by_id": work.actor.person_id, "checked_at": work.now}
        work.connection.execute(update(help_mark).where(about, help_mark.c.checked_at.is_(None)), checked)
    return model


def refuse_unchecked(connection: Connection, about: ColumnElement[bool], what: str) -> None:
    """Pass, unless a model wrote it and nobody has checked it."""
    model = unchecked(connection, about)
    if model:
        raise Refused(
            tr(
                "{what} was written by {model} and nobody has checked it yet. Edit or accept it first.",
                what=what,
                model=model,
            )
        )
