"""What is done with articles at incidents, and whether they helped: rows that are never counted twice."""

from typing import Any

from sqlalchemy import Row, select, update
from sqlalchemy.exc import IntegrityError

from app.domain.errors import BadInput, NotFound, Refused, Unavailable
from app.domain.events import ArticleChanged, IncidentChanged
from app.domain.knowledge import ArticleKind, ArticleUse
from app.domain.lifecycle import Step
from app.domain.numbers import article_number
from app.domain.text import is_blank
from app.domain.vocabulary import EntryKind, State
from app.domain.wording import tr
from app.infra.failures import CROSSED
from app.infra.unit_of_work import Work
from app.models.knowledge import article, article_use
from app.services.access import load_for_change
from app.services.incidents.dto import StepResult
from app.services.incidents.journal import write_entry
from app.services.incidents.transitions import take_step
from app.services.knowledge.rows import MISSING, readable, sees_drafts

_AT_INCIDENT = frozenset({ArticleUse.LINKED, ArticleUse.INSERTED, ArticleUse.RESOLVED})
_TOLD = {
    ArticleUse.LINKED: "Linked the knowledge article",
    ArticleUse.INSERTED: "Inserted the knowledge article",
    ArticleUse.RESOLVED: "Resolved with the knowledge article",
    ArticleUse.USED: "Used the knowledge article",
}


def use(work: Work, use_id: str, article_id: str, kind: ArticleUse, incident_id: str | None) -> bool:
    """Add one use, and tell it in the journal of the incident; whether it was not there already."""
    row = _readable_row(work, article_id)
    if kind in _AT_INCIDENT and incident_id is None:
        raise BadInput(tr("Choose the incident for which the article was used."), "incident_id")
    if incident_id is not None and not sees_drafts(work.actor):
        raise BadInput(tr("Say whether the article helped without naming an incident."), "incident_id")
    if incident_id is not None:
        load_for_change(work, incident_id)
    if kind.is_opinion:
        _take_back_opinions(work, article_id, incident_id)
    elif _stands(work, article_id, kind, incident_id):
        return False
    _insert(work, use_id, row, kind, incident_id)
    return True


def take_back(work: Work, use_id: str) -> None:
    """Take one use back."""
    found = work.connection.execute(
        select(article_use).where(article_use.c.id == use_id, article_use.c.removed_at.is_(None))
    ).one_or_none()
    if found is None:
        raise NotFound(tr("This was taken back already."))
    if not sees_drafts(work.actor) and found.person_id != work.actor.person_id:
        raise NotFound(tr("This was taken back already."))
    row = _readable_row(work, found.article_id)
    if found.incident_id is not None:
        load_for_change(work, found.incident_id)
        body = f"Took back the knowledge article {article_number(row.number)} {row.title}"
        write_entry(work, found.incident_id, EntryKind.LINK, body=body)
        work.events.append(IncidentChanged(work.actor.person_id, found.incident_id, ("links",)))
    _remove(work, [found.id])
    work.events.append(ArticleChanged(work.actor.person_id, found.article_id))


def resolve_with(work: Work, use_id: str, article_id: str, incident_id: str, notes: str) -> StepResult:
    """Resolve the incident with what the published version says, and link the article."""
    row = _readable_row(work, article_id)
    if row.published_version is None:
        raise Refused(
            tr(
                "{number} is not published, so nobody has approved what it says. Resolve the incident in your own "
                "words, and link the article.",
                number=article_number(row.number),
            )
        )
    kind = ArticleKind(row.kind)
    text = notes if not is_blank(notes) else resolution_text(row.number, row.title, row.summary)
    step = Step(State.RESOLVED, resolution_code=kind.resolution_code.value, resolution_notes=text, by_rule=True)
    load_for_change(work, incident_id)
    if not _stands(work, article_id, ArticleUse.RESOLVED, incident_id):
        _insert(work, use_id, row, ArticleUse.RESOLVED, incident_id)
    return take_step(work, incident_id, step)


def resolution_text(number: int, title: str, summary: str) -> str:
    """The resolution notes of an incident that an article resolved, as they are filled in."""
    said = f"Resolved with {article_number(number)}: {title}."
    return said if is_blank(summary) else f"{said}\n\n{summary}"


def _readable_row(work: Work, article_id: str) -> Row[Any]:
    row = work.connection.execute(select(article).where(article.c.id == article_id, readable(work.actor))).one_or_none()
    if row is None:
        raise NotFound(MISSING)
    return row


def _insert(work: Work, use_id: str, row: Row[Any], kind: ArticleUse, incident_id: str | None) -> None:
    values = {
        "id": use_id,
        "article_id": row.id,
        "version": row.published_version or row.version,
        "incident_id": incident_id,
        "kind": kind.value,
        "person_id": work.actor.person_id,
        "at": work.now,
    }
    if work.connection.execute(select(article_use.c.id).where(article_use.c.id == use_id)).first() is not None:
        return
    try:
        work.connection.execute(article_use.insert(), values)
    except IntegrityError as error:
        # An index keeps one opinion of each person; whoever kept one at this moment is seen by the next try.
        raise Unavailable(tr(CROSSED)) from error
    if incident_id is not None and kind in _TOLD:
        body = f"{_TOLD[kind]} {article_number(row.number)} {row.title}"
        write_entry(work, incident_id, EntryKind.LINK, body=body)
        work.events.append(IncidentChanged(work.actor.person_id, incident_id, ("links",)))
    work.events.append(ArticleChanged(work.actor.person_id, row.id))


def _stands(work: Work, article_id: str, kind: ArticleUse, incident_id: str | None) -> bool:
    """Whether the same was told of this incident already; without an incident every use counts."""
    if incident_id is None:
        return False
    statement = select(article_use.c.id).where(
        article_use.c.article_id == article_id,
        article_use.c.incident_id == incident_id,
        article_use.c.kind == kind.value,
        article_use.c.removed_at.is_(None),
    )
    return work.connection.execute(statement).first() is not None


def _take_back_opinions(work: Work, article_id: str, incident_id: str | None) -> None:
    """One opinion of a person on an article for each incident: a newer one replaces the older."""
    same = article_use.c.incident_id.is_(None) if incident_id is None else article_use.c.incident_id == incident_id
    statement = select(article_use.c.id).where(
        article_use.c.article_id == article_id,
        article_use.c.person_id == work.actor.person_id,
        article_use.c.kind.in_([ArticleUse.HELPED.value, ArticleUse.DID_NOT_HELP.value]),
        article_use.c.removed_at.is_(None),
        same,
    )
    _remove(work, list(work.connection.execute(statement).scalars()))


def _remove(work: Work, use_ids: list[str]) -> None:
    for each in use_ids:
        work.connection.execute(
            # Who took it back at this moment has done so already.
            update(article_use).where(article_use.c.id == each, article_use.c.removed_at.is_(None)),
            {"removed_at": work.now, "removed_by_id": work.actor.person_id},
        )
