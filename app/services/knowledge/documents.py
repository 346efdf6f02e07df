"""Articles as Markdown files with a head, and back: for a folder that people keep, edit and carry to another desk.

What comes in is a draft, whatever its head says: somebody of this desk approves what this desk tells.
"""

import hashlib
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from app.domain.actor import Actor
from app.domain.errors import BadInput, DeskError
from app.domain.front_matter import Document, read_document, write_document
from app.domain.knowledge import ArticleKind, ArticleState, Audience, article_tags
from app.domain.numbers import article_number
from app.domain.pictures import ENDINGS, PICTURE, picture_hash, picture_kind, renamed
from app.domain.wording import tr
from app.infra.unit_of_work import Work
from app.models.catalogue import category, service
from app.models.knowledge import article, article_service
from app.models.people import person
from app.services.incidents.referred import referred
from app.services.knowledge import writing
from app.services.knowledge.dto import ArticleFacts, ArticleFile, ArticleText, Taken
from app.services.knowledge.pictures import load_pictures
from app.services.knowledge.rows import load_text, readable

_parent = category.alias("parent")
_ID = re.compile(r"^[0-9a-f]{32}$")
_HASH_SHOWN = 24
_NO_NAME = re.compile(r"[^a-z0-9]+")


def load_documents(connection: Connection, actor: Actor) -> tuple[ArticleFile, ...]:
    """Every article that the actor may read, in the version that readers see."""
    statement = (
        select(
            article,
            referred(person.c.name, article.c.owner_id).label("owner_name"),
            category.c.name.label("category_name"),
            _parent.c.name.label("parent_name"),
        )
        .outerjoin(category, category.c.id == article.c.category_id)
        .outerjoin(_parent, _parent.c.id == category.c.parent_id)
        .where(readable(actor))
        .order_by(article.c.number)
    )
    named = (
        select(article_service.c.article_id, service.c.name)
        .join(service, service.c.id == article_service.c.service_id)
        .where(article_service.c.active)
        .order_by(service.c.name)
    )
    services: dict[str, list[str]] = {}
    for row in connection.execute(named):
        services.setdefault(row.article_id, []).append(row.name)
    rows = connection.execute(statement).all()
    return tuple(_file(row, services.get(row.id, []), load_pictures(connection, row.id, row.body)) for row in rows)


def _file(row: Any, services: list[str], pictures: Mapping[str, bytes]) -> ArticleFile:
    path = "/".join(filter(None, (row.parent_name, row.category_name)))
    fields = {
        "id": row.id,
        "number": article_number(row.number),
        "title": row.title,
        "summary": row.summary,
        "kind": row.kind,
        "state": row.state if row.published_version is None else ArticleState.PUBLISHED.value,
        "audience": row.audience,
        "language": row.language,
        "category": path,
        "services": ", ".join(services),
        "tags": ", ".join(row.tags),
        "problem": row.problem_ref,
        "owner": row.owner_name or "",
        "review_on": row.review_on.isoformat() if row.review_on is not None else "",
    }
    slug = _NO_NAME.sub("-", row.title.lower()).strip("-")[:60].rstrip("-")
    name = "-".join(filter(None, (article_number(row.number), slug)))
    paths = {digest: _path_of(digest, data) for digest, data in pictures.items()}
    body = renamed(row.body, {f"{PICTURE}{digest}": path for digest, path in paths.items()})
    beside = {paths[digest]: data for digest, data in pictures.items()}
    return ArticleFile(f"{name}.md", write_document(Document(fields, body)), beside)


def _path_of(digest: str, data: bytes) -> str:
    """Where a picture lies beside the articles: by its hash, so that the same one lies there once."""
    return f"pictures/{digest[:_HASH_SHOWN]}.{ENDINGS[picture_kind(data) or 'image/png']}"


def take_in(work: Work, file: ArticleFile, *, dry_run: bool) -> Taken:
    """Make an article of a file, or the next version of the one that has its id; what cannot be is told, not raised."""
    try:
        document = read_document(file.text)
        article_id, text = _id_of(file, document), _text_of(file, document)
        pictures = tuple(file.pictures.values())
        facts, unknown = _facts_of(work.connection, document)
        row = work.connection.execute(select(article).where(article.c.id == article_id)).one_or_none()
        told = f"Unknown here and left out: {', '.join(unknown)}." if unknown else ""
        if row is None:
            if not dry_run:
                writing.create(work, article_id, text, facts, pictures)
            return Taken(file.name, "new", told)
        if load_text(work.connection, article_id, row.version) == text:
            return Taken(file.name, "unchanged")
        if not dry_run:
            writing.write(work, article_id, text, row.version, pictures)
        return Taken(file.name, "version", f"Version {row.version + 1} of {article_number(row.number)}.")
    except DeskError as error:
        return Taken(file.name, "refused", str(error))


def _id_of(file: ArticleFile, document: Document) -> str:
    """The identifier that the head gives; a file from elsewhere has the same one each time, by its name."""
    given = document.fields.get("id", "").replace("-", "").lower()
    return given if _ID.match(given) else hashlib.sha256(file.name.encode()).hexdigest()[:32]


def _text_of(file: ArticleFile, document: Document) -> ArticleText:
    body, title = document.body, document.fields.get("title", "")
    if not title and body.startswith("# "):
        first, _, body = body.partition("\n")
        title = first.removeprefix("# ")
    body = renamed(body, {path: f"{PICTURE}{picture_hash(data)}" for path, data in file.pictures.items()})
    said = ArticleText(
        title or file.name.removesuffix(".md").replace("-", " "),
        document.fields.get("summary", ""),
        body.strip("\n"),
        _word(Audience, document.fields.get("audience", ""), Audience.INTERNAL),
    )
    return writing.cleaned(said)


def _word(words: Any, value: str, usual: Any) -> Any:
    value = value.strip().lower().replace("-", "_")
    if not value:
        return usual
    if value not in set(words):
        raise BadInput(
            tr(
                "{value} is none of {words}. Write one of these in the head.",
                value=f"{value!r}",
                words=", ".join(words),
            )
        )
    return words(value)


def _facts_of(connection: Connection, document: Document) -> tuple[ArticleFacts, list[str]]:
    """The facts of the head; names that this desk does not know are told apart."""
    fields, unknown = document.fields, list[str]()
    path = fields.get("category", "")
    category_id = _category(connection, path)
    if path and category_id is None:
        unknown.append(f"category {path}")
    service_ids = []
    for name in filter(None, (each.strip() for each in fields.get("services", "").split(","))):
        found = connection.execute(select(service.c.id).where(service.c.name == name)).scalar()
        service_ids += [found] if found else []
        unknown += [] if found else [f"service {name}"]
    owner, owner_id = fields.get("owner", ""), None
    if owner:
        owner_id = connection.execute(select(person.c.id).where(person.c.name == owner, person.c.active)).scalar()
        unknown += [] if owner_id else [f"owner {owner}"]
    return ArticleFacts(
        _word(ArticleKind, fields.get("kind", ""), ArticleKind.HOW_TO), fields.get("language", "en"), category_id,
        tuple(service_ids), article_tags([fields.get("tags", "")]), fields.get("problem", ""), owner_id,
        _day(fields.get("review_on", "")),
    ), unknown  # fmt: skip


def _category(connection: Connection, path: str) -> str | None:
    if not path:
        return None
    above, _, name = path.rpartition("/")
    statement = select(category.c.id).outerjoin(_parent, _parent.c.id == category.c.parent_id)
    statement = statement.where(category.c.name == name.strip())
    statement = statement.where(_parent.c.name == above.strip() if above else category.c.parent_id.is_(None))
    return connection.execute(statement).scalar()


def _day(text: str) -> date | None:
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise BadInput(tr("“{text}” is no day. Write review_on like 2027-05-01.", text=text)) from error
