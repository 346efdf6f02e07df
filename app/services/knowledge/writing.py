"""Writing articles: the next version, the facts beside it, and the steps from draft to publication."""

from typing import Any

from sqlalchemy import Row, select, update

from app.domain.errors import BadInput, Conflict, StaleEdit
from app.domain.events import ArticleChanged
from app.domain.knowledge import (
    REVIEW_AFTER,
    ArticleKind,
    ArticleStanding,
    ArticleState,
    ArticleStep,
    Audience,
    article_body,
    article_summary,
    article_tags,
    article_title,
    check_step,
    ensure_writable,
)
from app.domain.permissions import demand
from app.domain.text import clean_line, note_text
from app.domain.wording import tr
from app.infra.counter import next_number
from app.infra.unit_of_work import Work
from app.models.catalogue import category, service
from app.models.knowledge import article, article_service, article_step, article_version
from app.models.people import person
from app.services.knowledge.dto import ArticleFacts, ArticleRef, ArticleText
from app.services.knowledge.pictures import keep_pictures
from app.services.knowledge.rows import load_text, lock_article, today_of, writers_of
from app.services.people.readers import refuse_reader
from app.services.problems.naming import as_named
from app.services.writing_help.marks import of_article, refuse_unchecked

_PROBLEM_LIMIT = 64
_LANGUAGE_LIMIT = 8


def create(
    work: Work, article_id: str, text: ArticleText, facts: ArticleFacts, pictures: tuple[bytes, ...] = ()
) -> ArticleRef:
    """Begin an article with its first version."""
    stands = work.connection.execute(select(article).where(article.c.id == article_id)).one_or_none()
    if stands is not None:
        return _ref(stands)
    said, known = _checked_text(text), _checked_facts(work, facts)
    row = {
        **said,
        **known,
        "id": article_id,
        "number": next_number(work.connection, "article"),
        "state": ArticleState.DRAFT.value,
        "version": 1,
        "owner_id": facts.owner_id or work.actor.person_id,
        "review_on": facts.review_on or today_of(work.now) + REVIEW_AFTER,
        "author_id": work.actor.person_id,
        "created_at": work.now,
        "updated_at": work.now,
        "edit": 1,
    }
    work.connection.execute(article.insert(), row)
    _insert_version(work, article_id, 1, said)
    keep_pictures(work, article_id, said["body"], pictures)
    _name_services(work, article_id, facts.service_ids)
    _announce(work, article_id)
    return ArticleRef(article_id, row["number"], 1, 1)


def write(work: Work, article_id: str, text: ArticleText, seen: int, pictures: tuple[bytes, ...] = ()) -> ArticleRef:
    """Save the next version of an article, which makes it a draft again; readers go on seeing the published one."""
    row = lock_article(work, article_id)
    ensure_writable(ArticleState(row.state))
    said = _checked_text(text)
    now = load_text(work.connection, article_id, row.version)
    if _values(now) == said:
        return _ref(row)
    if row.version != seen:
        raise StaleEdit((Conflict("text", str(seen), str(row.version), None),))
    version = row.version + 1
    values: dict[str, Any] = {"state": ArticleState.DRAFT.value, "version": version}
    if row.published_version is None:
        values |= said
    ref = _save(work, row, values)
    _insert_version(work, article_id, version, said)
    keep_pictures(work, article_id, said["body"], pictures)
    return ref._replace(version=version)


def describe(work: Work, article_id: str, facts: ArticleFacts, seen: int) -> ArticleRef:
    """Change the facts beside the text."""
    row = lock_article(work, article_id)
    if row.edit != seen:
        raise StaleEdit((Conflict("details", str(seen), str(row.edit), None),))
    values = {**_checked_facts(work, facts), "owner_id": facts.owner_id, "review_on": facts.review_on}
    _name_services(work, article_id, facts.service_ids)
    return _save(work, row, values)


def take_step(work: Work, article_id: str, step: ArticleStep, reason: str, seen: int) -> ArticleRef:
    """Take a step of the workflow with the version that was read; `Refused` lists all that is missing."""
    row = lock_article(work, article_id)
    if row.version != seen:
        raise StaleEdit((Conflict("text", str(seen), str(row.version), None),))
    newest = load_text(work.connection, article_id, row.version)
    standing = ArticleStanding(
        state=ArticleState(row.state),
        is_published=row.published_version is not None,
        writers=writers_of(work.connection, article_id, row.published_version),
        summary=newest.summary,
        body=newest.body,
        review_on=row.review_on,
    )
    reason = note_text(reason, "reason").strip()
    today = today_of(work.now)
    if step in {ArticleStep.SUBMIT, ArticleStep.PUBLISH}:
        refuse_unchecked(work.connection, of_article(article_id, row.version), tr("This version"))
    to, permission = check_step(standing, step, person_id=work.actor.person_id, reason=reason, today=today)
    demand(work.actor, permission)
    ref = _save(work, row, {"state": to.value, **_effect(work, row, step, newest)})
    work.connection.execute(
        article_step.insert(),
        {
            "id": work.new_id(),
            "article_id": article_id,
            "version": row.version,
            "step": step.value,
            "reason": reason,
            "person_id": work.actor.person_id,
            "at": work.now,
        },
    )
    return ref


def _effect(work: Work, row: Row[Any], step: ArticleStep, newest: ArticleText) -> dict[str, Any]:
    """What a step changes of what readers see."""
    if step is ArticleStep.PUBLISH:
        approved = {"approver_id": work.actor.person_id, "published_at": work.now}
        return {**_values(newest), **approved, "published_version": row.version}
    if step is ArticleStep.RETIRE:
        # Nobody reads it any more but whoever works at the desk, and they see the newest text.
        return {**_values(newest), "approver_id": None, "published_at": None, "published_version": None}
    return {}


def _save(work: Work, row: Row[Any], values: dict[str, Any]) -> ArticleRef:
    edit = row.edit + 1
    work.connection.execute(
        update(article).where(article.c.id == row.id), {**values, "updated_at": work.now, "edit": edit}
    )
    _announce(work, row.id)
    return ArticleRef(row.id, row.number, row.version, edit)


def _insert_version(work: Work, article_id: str, number: int, said: dict[str, Any]) -> None:
    about = {"article_id": article_id, "number": number, "author_id": work.actor.person_id, "created_at": work.now}
    work.connection.execute(article_version.insert(), {**said, **about})


def _name_services(work: Work, article_id: str, service_ids: tuple[str, ...]) -> None:
    """Make these the services of the article; a row is never deleted, so that the trail has one history of it."""
    statement = select(article_service.c.service_id, article_service.c.active).where(
        article_service.c.article_id == article_id
    )
    known = {row.service_id: row.active for row in work.connection.execute(statement)}
    for each in dict.fromkeys(service_ids):
        if each not in known:
            _ensure_exists(work, service, each, "service")
            work.connection.execute(
                article_service.insert(), {"article_id": article_id, "service_id": each, "active": True}
            )
    for each, active in known.items():
        if active != (each in service_ids):
            work.connection.execute(
                update(article_service)
                .where(article_service.c.article_id == article_id, article_service.c.service_id == each)
                .values(active=not active)
            )


def cleaned(text: ArticleText) -> ArticleText:
    """The text as it would be stored, or `BadInput` that says what is wrong with it."""
    said = _checked_text(text)
    return ArticleText(said["title"], said["summary"], said["body"], Audience(said["audience"]))


def _checked_text(text: ArticleText) -> dict[str, Any]:
    return {
        "title": article_title(text.title),
        "summary": article_summary(text.summary),
        "body": article_body(text.body),
        "audience": Audience(text.audience).value,
    }


def _values(text: ArticleText) -> dict[str, Any]:
    return {"title": text.title, "summary": text.summary, "body": text.body, "audience": text.audience.value}


def _checked_facts(work: Work, facts: ArticleFacts) -> dict[str, Any]:
    _ensure_exists(work, category, facts.category_id, "category")
    _ensure_exists(work, person, facts.owner_id, "owner")
    refuse_reader(work.connection, facts.owner_id, "owner_id")
    language = clean_line(facts.language).lower() or "en"
    if len(language) > _LANGUAGE_LIMIT:
        raise BadInput(tr("The language is a short code such as “en” or “de”."), "language")
    problem = clean_line(facts.problem_ref)
    if len(problem) > _PROBLEM_LIMIT:
        raise BadInput(
            tr("The number of the problem is longer than {problem_limit} characters.", problem_limit=_PROBLEM_LIMIT),
            "problem_ref",
        )
    return {
        "kind": ArticleKind(facts.kind).value,
        "language": language,
        "category_id": facts.category_id,
        "tags": list(article_tags(facts.tags)),
        "problem_ref": as_named(work.connection, problem),
    }


def _ensure_exists(work: Work, table: Any, wanted: str | None, name: str) -> None:
    if wanted is None:
        return
    if work.connection.execute(select(table.c.id).where(table.c.id == wanted)).first() is None:
        raise BadInput(tr("The chosen {name} does not exist any more.", name=name), f"{name}_id")


def _announce(work: Work, article_id: str) -> None:
    work.events.append(ArticleChanged(work.actor.person_id, article_id))


def _ref(row: Row[Any]) -> ArticleRef:
    return ArticleRef(row.id, row.number, row.version, row.edit)
