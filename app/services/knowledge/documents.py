"""Articles as Markdown files with a head, and back: for a folder that people keep, edit and carry to another desk.

What comes in is a draft, whatever its head says: somebody of this desk approves what this desk tells.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, select

from app.domain.actor import Actor
from app.domain.errors import BadInput
from app.domain.front_matter import Document, read_document, write_document
from app.domain.knowledge import ArticleKind, ArticleState, Audience, article_tags
from app.domain.numbers import article_number
from app.domain.pictures import ENDINGS, PICTURE, picture_hash, picture_kind, renamed
from app.domain.search.folding import folded
from app.domain.text import clean_line
from app.domain.wording import tr
from app.infra.unit_of_work import Work
from app.models.catalogue import category, service
from app.models.knowledge import article, article_service
from app.models.people import person
from app.services.incidents.referred import referred
from app.services.knowledge import writing
from app.services.knowledge.dto import ArticleFacts, ArticleFile, ArticleText, Taken
from app.services.knowledge.pictures import load_pictures
from app.services.knowledge.rows import load_facts, load_text, readable
from app.services.problems.naming import as_named

_parent = category.alias("parent")
_ID = re.compile(r"^[0-9a-f]{32}$")
_HASH_SHOWN = 24
_NO_NAME = re.compile(r"[^a-z0-9]+")
_LONGEST_NUMBER = 9
_FACTS = {
    "kind": "kind", "language": "language", "category": "category_id", "services": "service_ids", "tags": "tags",
    "problem": "problem_ref", "owner": "owner_id", "review_on": "review_on",
}  # fmt: skip
"""What a head calls each fact."""


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
        "version": str(row.published_version or row.version),
        "revision": str(row.edit),
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
    slug = _NO_NAME.sub("-", folded(row.title)).strip("-")[:60].rstrip("-")
    name = "-".join(filter(None, (article_number(row.number), slug)))
    paths = {digest: _path_of(digest, data) for digest, data in pictures.items()}
    body = renamed(row.body, {f"{PICTURE}{digest}": path for digest, path in paths.items()})
    beside = {paths[digest]: data for digest, data in pictures.items()}
    return ArticleFile(f"{name}.md", write_document(Document(fields, body)), beside)


def _path_of(digest: str, data: bytes) -> str:
    """Where a picture lies beside the articles: by its hash, so that the same one lies there once."""
    return f"pictures/{digest[:_HASH_SHOWN]}.{ENDINGS[picture_kind(data) or 'image/png']}"


class OnlyTried(Exception):
    """Raised to take back what was done to find out what would become of a file; carries that."""

    def __init__(self, taken: Taken) -> None:
        super().__init__(taken.outcome)
        self.taken = taken


def take_in(work: Work, file: ArticleFile, *, dry_run: bool) -> Taken:
    """Make an article of a file, or change the one that has its id; raises what cannot be, and what was only tried."""
    document = read_document(file.text)
    article_id, text = _id_of(file, document), _text_of(file, document)
    facts, unknown = _facts_of(work.connection, document)
    row = work.connection.execute(select(article).where(article.c.id == article_id)).one_or_none()
    if row is not None:
        taken = _take_known(work, file, row, text, _Head(document, facts, unknown))
    else:
        writing.create(work, article_id, text, ArticleFacts(**facts), tuple(file.pictures.values()))
        taken = Taken(file.name, "new", _left_out(unknown))
    if dry_run:
        raise OnlyTried(taken)
    return taken


class _Head(NamedTuple):
    """What the head of a file says: the facts that it names and that this desk knows, and the names it does not."""

    document: Document
    facts: dict[str, Any]
    unknown: list[str]

    def number(self, name: str) -> int | None:
        """A number of the head, such as the version that the file was written from; None where there is none."""
        value = self.document.fields.get(name, "")
        return int(value) if value.isascii() and value.isdigit() and len(value) < _LONGEST_NUMBER else None


def _take_known(work: Work, file: ArticleFile, row: Row[Any], text: ArticleText, head: _Head) -> Taken:
    """The next version where the text is another one than was written out, and the facts that the head has changed."""
    told, outcome, number = [_left_out(head.unknown)], "unchanged", article_number(row.number)
    from_version, edit = head.number("version"), row.edit
    if text not in _texts_of(work.connection, row, from_version):
        outcome = "version"
        told.append(f"Version {row.version + 1} of {number}.")
        if from_version is not None and from_version < row.version:
            told.append(f"It was made from version {from_version}; look what changed up to version {row.version}.")
        edit = writing.write(work, row.id, text, row.version, tuple(file.pictures.values())).edit
    now = load_facts(work.connection, row)
    wanted = replace(now, **head.facts)
    changed = [name for name, field in _FACTS.items() if getattr(wanted, field) != getattr(now, field)]
    if changed and head.number("revision") not in {None, row.edit}:
        told.append(f"Its details were changed here since it was written out, and stay: {', '.join(changed)}.")
    elif changed:
        outcome = "details" if outcome == "unchanged" else outcome
        told.append(f"Changed of {number}: {', '.join(changed)}.")
        writing.describe(work, row.id, wanted, edit)
    return Taken(file.name, outcome, " ".join(filter(None, told)))


def _texts_of(connection: Connection, row: Row[Any], from_version: int | None) -> list[ArticleText]:
    """What a file says that nobody changed: what it was written from, what readers see, or the newest version.

    Else a folder that was written out before somebody wrote the next version would take that version back.
    """
    numbers = {row.version, row.published_version, from_version} - {None}
    return [load_text(connection, row.id, each) for each in numbers if 1 <= each <= row.version]


def _left_out(unknown: list[str]) -> str:
    return f"Unknown here and left out: {', '.join(unknown)}." if unknown else ""


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
        _word(Audience, document.fields.get("audience", "") or Audience.INTERNAL.value),
    )
    return writing.cleaned(said)


def _word(words: Any, value: str) -> Any:
    value = value.strip().lower().replace("-", "_")
    if value not in set(words):
        raise BadInput(
            tr(
                "{value} is none of {words}. Write one of these in the head.",
                value=f"{value!r}",
                words=", ".join(words),
            )
        )
    return words(value)


def _facts_of(connection: Connection, document: Document) -> tuple[dict[str, Any], list[str]]:
    """The facts that the head names; names that this desk does not know are told apart."""
    fields, facts, unknown = document.fields, dict[str, Any](), list[str]()
    if path := fields.get("category", ""):
        facts["category_id"] = _category(connection, path)
        unknown += [] if facts["category_id"] else [f"category {path}"]
    if "services" in fields:
        facts["service_ids"], missing = _services(connection, fields["services"])
        unknown += [f"service {name}" for name in missing]
    if owner := fields.get("owner", ""):
        statement = select(person.c.id).where(person.c.name == owner, person.c.active)
        facts["owner_id"] = connection.execute(statement).scalar()
        unknown += [] if facts["owner_id"] else [f"owner {owner}"]
    if "tags" in fields:
        facts["tags"] = article_tags([fields["tags"]])
    if "problem" in fields:
        facts["problem_ref"] = as_named(connection, clean_line(fields["problem"]))
    if kind := fields.get("kind", ""):
        facts["kind"] = _word(ArticleKind, kind)
    if language := clean_line(fields.get("language", "")).lower():
        facts["language"] = language
    if day := fields.get("review_on", "").strip():
        facts["review_on"] = _day(day)
    return {name: value for name, value in facts.items() if value is not None}, unknown


def _services(connection: Connection, names: str) -> tuple[tuple[str, ...] | None, list[str]]:
    """The services of these names in their order, and the names that none has; None where that is all of them."""
    wanted = list(filter(None, (each.strip() for each in names.split(","))))
    statement = select(service.c.id, service.c.name).where(service.c.name.in_(wanted)).order_by(service.c.name)
    found = connection.execute(statement).all()
    missing = [name for name in wanted if name not in {row.name for row in found}]
    return (tuple(row.id for row in found) if found or not wanted else None), missing


def _category(connection: Connection, path: str) -> str | None:
    if not path:
        return None
    above, _, name = path.rpartition("/")
    statement = select(category.c.id).outerjoin(_parent, _parent.c.id == category.c.parent_id)
    statement = statement.where(category.c.name == name.strip())
    statement = statement.where(_parent.c.name == above.strip() if above else category.c.parent_id.is_(None))
    return connection.execute(statement).scalar()


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadInput(tr("“{text}” is no day. Write review_on like 2027-05-01.", text=text)) from error
