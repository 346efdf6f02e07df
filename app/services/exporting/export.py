"""Writing an export: into a folder that gets its name when everything is in it, or nothing at all."""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, func, select

from app.domain.actor import Actor
from app.domain.errors import Unavailable
from app.domain.imports import Progress
from app.domain.numbers import incident_number
from app.domain.wording import tr
from app.models.incident import attachment, attachment_content, incident
from app.models.retention import removed_file
from app.services.exporting import overview
from app.services.exporting.formats import Format, open_writer
from app.services.exporting.tables import LEFT_OUT, exported_tables, may_see, rows_of
from app.services.incidents.attachments import removed_words

_ROWS = 500
_ODD = set('<>:"/\\|?*') | {chr(code) for code in range(32)}
_RESERVED = {"CON", "PRN", "AUX", "NUL", *(f"{name}{n}" for name in ("COM", "LPT") for n in range(1, 10))}

_README = """\
Everything that {person} may see of a Mainstay desk, as it was on {at:%Y-%m-%d %H:%M:%S} UTC.

csv/          one file a table, comma separated, UTF-8. A text that a spreadsheet would run as a formula begins with an
              apostrophe here; jsonl has it as it was written.
jsonl/        the same, one JSON object a line.
attachments/  the files of incidents, by the number of the incident; of one that was past its time, when it was removed.

incidents_overview has names in place of identifiers. In all other files rows refer to each other by identifier: the
column group_id of an incident is the id of a row of assignment_group. Times are UTC. manifest.json counts the rows and
has the SHA-256 of every file.

Left out, because it is not data of yours or because it follows from the rest:
{left}
"""


class Exported(NamedTuple):
    """What was written: where, the rows by table, and how many attached files."""

    folder: Path
    rows: dict[str, int]
    files: int


@dataclass(slots=True)
class _Run:
    connection: Connection
    actor: Actor
    folder: Path
    formats: Sequence[Format]
    progress: Progress
    total: int = 0
    done: int = 0
    rows: dict[str, int] = field(default_factory=dict)
    files: int = 0

    def told(self, number: int) -> None:
        """So many more rows or files are written."""
        self.done += number
        self.progress(self.done, max(self.total, self.done))


def export(
    connection: Connection,
    actor: Actor,
    into: Path,
    formats: Sequence[Format],
    now: datetime,
    progress: Progress,
    *,
    with_files: bool = True,
) -> Exported:
    """Write everything the actor may see into a new folder below `into`; what `progress` raises leaves nothing.

    Raises Unavailable where the folder cannot be written or the disk is full.
    """
    unfinished: Path | None = None
    try:
        into.mkdir(parents=True, exist_ok=True)
        unfinished = Path(tempfile.mkdtemp(dir=into, prefix=".unfinished-"))
        run = _Run(connection, actor, unfinished, tuple(dict.fromkeys(formats)), progress)
        _write_all(run, with_files=with_files)
        _write_words(run, now)
        folder = _free_name(into, now)
        unfinished.rename(folder)
    except OSError as error:
        raise Unavailable(
            tr("Nothing was exported to {into}: {strerror}.", into=into, strerror=error.strerror or error)
        ) from error
    finally:
        if unfinished is not None and unfinished.exists():
            shutil.rmtree(unfinished, ignore_errors=True)
    return Exported(folder, run.rows, run.files)


def _write_all(run: _Run, *, with_files: bool) -> None:
    tables = exported_tables()
    for table in tables:
        run.total += _count(run, select(func.count()).select_from(table).where(may_see(table, run.actor)))
    run.total += _count(run, select(func.count()).select_from(overview.overview(run.actor).subquery()))
    if with_files:
        run.total += _count(run, select(func.count()).select_from(attachment).where(may_see(attachment, run.actor)))
    run.told(0)
    for kind in run.formats:
        (run.folder / kind.value).mkdir()
    for table in tables:
        _write_table(run, table.name, rows_of(table, run.actor))
    _write_table(run, overview.NAME, overview.overview(run.actor), is_overview=True)
    if with_files:
        _write_files(run)


def _count(run: _Run, statement: Select[Any]) -> int:
    return int(run.connection.execute(statement).scalar_one())


def _write_table(run: _Run, name: str, statement: Select[Any], *, is_overview: bool = False) -> None:
    names = [column.name for column in statement.selected_columns]
    writers = [open_writer(kind, run.folder / kind.value / f"{name}.{kind.value}", names) for kind in run.formats]
    run.rows[name] = 0
    try:
        for stretch in _stretches(run.connection, statement):
            rows = [overview.shown(row) if is_overview else tuple(row) for row in stretch]
            for writer in writers:
                writer.write(rows)
            run.rows[name] += len(rows)
            run.told(len(rows))
    finally:
        for writer in writers:
            writer.close()


def _stretches(connection: Connection, statement: Select[Any], size: int = _ROWS) -> Iterator[list[Any]]:
    # Asked page by page of the server, since a table may be larger than the memory.
    result = connection.execute(statement, execution_options={"stream_results": True})
    with closing(result):
        while rows := result.fetchmany(size):
            yield list(rows)


def _write_files(run: _Run) -> None:
    chosen = (
        select(incident.c.number, attachment.c.file_name, attachment.c.sha256, removed_file.c.removed_at)
        .join(incident, incident.c.id == attachment.c.incident_id)
        .outerjoin(removed_file, removed_file.c.attachment_id == attachment.c.id)
        .where(may_see(attachment, run.actor))
        .order_by(incident.c.number, attachment.c.id)
    )
    for number, file_name, digest, removed_at in run.connection.execute(chosen).all():
        folder = run.folder / "attachments" / incident_number(number)
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / safe_name(file_name)
        if removed_at is None:
            found = select(attachment_content.c.data).where(attachment_content.c.sha256 == digest)
            _free_file(path).write_bytes(run.connection.execute(found).scalar_one())
            run.files += 1
        else:
            said = f"{removed_words(file_name, removed_at)}\n"
            _free_file(path.with_name(f"{path.name}.removed.txt")).write_text(said, encoding="utf-8")
        run.told(1)


def safe_name(file_name: str) -> str:
    """A name that any system takes and that stays in its folder, as near as possible to the one that was given."""
    name = "".join("_" if character in _ODD else character for character in file_name).strip(". ")
    stem = name.partition(".")[0].upper()
    return (f"_{name}" if stem in _RESERVED else name)[:120] or "file"


def _free_file(wanted: Path) -> Path:
    path = wanted
    for number in count(2):
        if not path.exists():
            break
        path = wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")
    return path


def _free_name(into: Path, now: datetime) -> Path:
    return _free_file(into / f"mainstay-export-{now.astimezone(UTC):%Y%m%d-%H%M%S}")


def _write_words(run: _Run, now: datetime) -> None:
    left = "\n".join(f"  {name}: {why}" for name, why in sorted(LEFT_OUT.items()))
    text = _README.format(person=run.actor.name, at=now.astimezone(UTC), left=left)
    (run.folder / "README.txt").write_text(text, encoding="utf-8")
    files = sorted(path for path in run.folder.rglob("*") if path.is_file())
    manifest = {
        "made_at": now.astimezone(UTC).isoformat().replace("+00:00", "Z"),
        "made_by": run.actor.name,
        "rows": run.rows,
        "attachments": run.files,
        "sha256": {path.relative_to(run.folder).as_posix(): _digest(path) for path in files},
    }
    (run.folder / "manifest.json").write_text(json.dumps(manifest, indent=1, ensure_ascii=False), encoding="utf-8")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
