"""The pictures of articles: stored in the database under the hash of their content, read as far as their text is."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from sqlalchemy import Connection, Select, select

from app.domain.errors import BadInput
from app.domain.pictures import picture_hash, picture_kind, pictures_in
from app.domain.wording import tr
from app.infra.unit_of_work import Work
from app.models.knowledge import article_picture
from app.services.settings import load_number

MOST: Final = 50
"""So many pictures a text shows at most."""


def keep_pictures(work: Work, article_id: str, body: str, given: Iterable[bytes]) -> None:
    """Store those of the pictures that the text names and the article does not have yet; the others are forgotten."""
    named = pictures_in(body)
    if len(named) > MOST:
        said = tr("An article shows {most} pictures at most, and this one has {count}.", most=MOST, count=len(named))
        raise BadInput(said, "body")
    by_hash = {picture_hash(data): data for data in given}
    wanted = [digest for digest in named if digest in by_hash]
    if not wanted:
        return
    limit = load_number(work.connection, "attachment_limit_mb")
    known = set(work.connection.execute(_known(article_id)).scalars())
    for digest in wanted:
        if digest not in known:
            row = _row(work, article_id, digest, by_hash[digest], limit)
            work.connection.execute(article_picture.insert(), row)


def _known(article_id: str) -> Select[str]:
    return select(article_picture.c.sha256).where(article_picture.c.article_id == article_id)


def _row(work: Work, article_id: str, digest: str, data: bytes, limit: int) -> dict[str, Any]:
    kind = picture_kind(data)
    if kind is None:
        raise BadInput(tr("Pictures are files of the kinds PNG, JPEG, GIF or WebP; one of these is none."), "body")
    if len(data) > limit * 1_000_000:
        raise BadInput(
            tr(
                "A picture has {size} MB, the limit is {limit} MB. Take a smaller one, or ask an administrator to raise"
                " the limit.",
                size=f"{len(data) / 1e6:.1f}",
                limit=limit,
            ),
            "body",
        )
    return {
        "article_id": article_id, "sha256": digest, "media_type": kind, "size": len(data), "data": data,
        "added_by_id": work.actor.person_id, "added_at": work.now,
    }  # fmt: skip


def load_pictures(connection: Connection, article_id: str, body: str) -> Mapping[str, bytes]:
    """The pictures that a text names, by hash. One whose content is not what its hash says is left out.

    Who may read the text may see them: it is asked for with a text that was read by the same reader.
    """
    named = pictures_in(body)[:MOST]
    if not named:
        return {}
    table = article_picture.c
    found = select(table.sha256, table.data).where(table.article_id == article_id, table.sha256.in_(named))
    return {row.sha256: row.data for row in connection.execute(found) if picture_hash(row.data) == row.sha256}
