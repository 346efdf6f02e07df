"""A delimited file whose columns somebody says the meaning of: its header, its records, and what cannot be read."""

from pathlib import Path
from typing import NamedTuple

from app.channels.importers.table_file import TableFile
from app.domain.errors import BadInput
from app.domain.imports import Fault, Progress, no_progress
from app.domain.wording import number, tr

MOST_ROWS = 50_000
"""More people or things no desk has; a file of a log would only fill the memory."""


class TableRead(NamedTuple):
    """The names of the columns, the records with the line on which each begins, and why others were left out."""

    path: Path
    header: tuple[str, ...]
    records: tuple[tuple[int, tuple[str, ...]], ...]
    rejected: tuple[Fault, ...]
    warnings: tuple[Fault, ...]


def read_table(path: Path, progress: Progress = no_progress) -> TableRead:
    """Read a whole file; `UnreadableFile` where that fails, `BadInput` for one that is no list."""
    table = TableFile(path, progress)
    table.open()
    records = []
    for line, fields in table.records():
        records.append((line, tuple(fields)))
        if len(records) > MOST_ROWS:
            raise BadInput(tr("The file has more than {most} rows. Bring it in in parts.", most=number(MOST_ROWS)))
    return TableRead(path, tuple(table.header), tuple(records), tuple(table.rejected), tuple(table.warnings))
