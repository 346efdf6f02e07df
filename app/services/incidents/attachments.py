"""Files on an incident: the content lies in the database under its hash, so the same file is stored once."""

import hashlib
import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import PurePosixPath

from sqlalchemy import Connection, LargeBinary, bindparam, func, select

from app.domain.errors import BadInput, NotFound, Unavailable
from app.domain.text import clean_line
from app.domain.wording import tr
from app.infra.unit_of_work import Work
from app.infra.upsert import upsert_into
from app.models.incident import attachment, attachment_content
from app.models.retention import removed_file
from app.models.types import Id, UtcDateTime
from app.services.incidents.dto import NewFile
from app.services.settings import load_number

_RESERVED = re.compile(r'[<>:"/\\|?*]')
# Beside what `clean_line` makes visible, these marks can move the dot of `gpj.exe`; no file name needs them.
_TURNING = re.compile("[\u200e\u200f]")


def attach(work: Work, incident_id: str, entry_id: str, files: Sequence[NewFile]) -> None:
    """Store the files and hang them on a journal entry; `BadInput` for one that is over the limit."""
    limit = load_number(work.connection, "attachment_limit_mb")
    for file in files:
        if len(file.data) > limit * 1_000_000:
            raise BadInput(
                tr(
                    "{file_name} has {count} MB, the limit is {limit} MB. Attach a smaller file, or ask an "
                    "administrator to raise the limit.",
                    file_name=file.file_name,
                    count=f"{len(file.data) / 1000000.0:.1f}",
                    limit=limit,
                )
            )
        about = {
            "id": work.new_id(),
            "incident_id": incident_id,
            "entry_id": entry_id,
            "file_name": safe_name(file.file_name),
            "media_type": clean_line(file.media_type)[:127] or "application/octet-stream",
            "added_by_id": work.actor.person_id,
            "added_at": work.now,
        }
        if work.connection.dialect.name == "sqlite":
            content = {"sha256": _store(work.connection, file.data), "size": len(file.data)}
            work.connection.execute(attachment.insert(), {**about, **content})
        else:
            work.connection.execute(_ATTACH, {**about, "data": file.data})


# On a server a file is stored by whoever has its bytes: a hash alone must not be enough to read somebody else's.
_ATTACH = select(
    func.desk.attach(
        bindparam("id", type_=Id),
        bindparam("incident_id", type_=Id),
        bindparam("entry_id", type_=Id),
        bindparam("file_name"),
        bindparam("media_type"),
        bindparam("data", type_=LargeBinary()),
        bindparam("added_by_id", type_=Id),
        bindparam("added_at", type_=UtcDateTime()),
    )
)


def _store(connection: Connection, data: bytes) -> str:
    digest = hashlib.sha256(data).hexdigest()
    kept = attachment_content.c
    known = connection.execute(select(func.length(kept.data)).where(kept.sha256 == digest)).scalar_one_or_none()
    if known != len(data):
        # Somebody else may be storing the same file at this moment. What a rule has removed comes back with it.
        statement = upsert_into(connection, attachment_content)
        connection.execute(
            statement.on_conflict_do_update(
                index_elements=["sha256"], set_={"data": statement.excluded.data}, where=func.length(kept.data) == 0
            ),
            {"sha256": digest, "size": len(data), "data": data},
        )
    return digest


def read_content(connection: Connection, attachment_id: str) -> tuple[str, bytes]:
    """The file name and the content, compared with its hash; `Unavailable` when the content was damaged.

    `NotFound` says when it was removed because it was past the time for which the desk keeps files.
    """
    row = connection.execute(
        select(attachment.c.file_name, attachment.c.sha256, attachment_content.c.data, removed_file.c.removed_at)
        .join(attachment_content, attachment_content.c.sha256 == attachment.c.sha256)
        .outerjoin(removed_file, removed_file.c.attachment_id == attachment.c.id)
        .where(attachment.c.id == attachment_id)
    ).one_or_none()
    if row is None:
        raise NotFound(tr("This attachment does not exist."))
    if row.removed_at is not None:
        raise NotFound(removed_words(row.file_name, row.removed_at))
    if hashlib.sha256(row.data).hexdigest() != row.sha256:
        raise Unavailable(
            tr("{file_name} was damaged in the database: its content does not match its hash.", file_name=row.file_name)
        )
    return row.file_name, row.data


def removed_words(file_name: str, removed_at: datetime) -> str:
    """What stands in the place of a file that a rule has removed, with the day (UTC)."""
    return tr(
        "{file_name} was removed on {day} by the rule for how long this desk keeps files.",
        file_name=file_name,
        day=removed_at.date().isoformat(),
    )


def safe_name(name: str) -> str:
    """The last part of a path without what file systems forbid, at most 120 characters, never hidden."""
    last = PurePosixPath(_TURNING.sub("", clean_line(name)).replace("\\", "/")).name
    kept = _RESERVED.sub("_", last).lstrip(".").strip()
    if len(kept) > 120:
        stem, dot, suffix = kept.rpartition(".")
        kept = f"{stem[: 119 - len(suffix)]}{dot}{suffix}" if dot and len(suffix) < 20 else kept[:120]
    return kept or "attachment"
