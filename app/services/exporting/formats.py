"""Rows as lines of open formats, and what a spreadsheet must not be made to do by them."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol

from app.domain.errors import Unavailable
from app.domain.wording import tr

_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


class Format(StrEnum):
    """An open format; the value is the ending of its files and the name of their folder."""

    CSV = "csv"
    JSONL = "jsonl"


class Writer(Protocol):
    """Writes the rows of one table to a file."""

    def write(self, rows: Iterable[Sequence[Any]]) -> None:
        """Add rows."""
        ...

    def close(self) -> None:
        """All are written."""
        ...


class CsvWriter:
    """RFC 4180 in UTF-8 with a line of names. A text that a spreadsheet would run as a formula gets an apostrophe."""

    def __init__(self, path: Path, names: Sequence[str]) -> None:
        # The mark at the beginning is what tells a spreadsheet that the file is UTF-8.
        self._file = path.open("w", encoding="utf-8-sig", newline="")
        self._csv = csv.writer(self._file)
        self._csv.writerow(names)

    def write(self, rows: Iterable[Sequence[Any]]) -> None:
        """Add rows."""
        self._csv.writerows([_cell(value) for value in row] for row in rows)

    def close(self) -> None:
        """All are written."""
        self._file.close()


class JsonLinesWriter:
    """One JSON object a line, exactly as the desk holds it."""

    def __init__(self, path: Path, names: Sequence[str]) -> None:
        self._names = tuple(names)
        self._file = path.open("w", encoding="utf-8", newline="\n")

    def write(self, rows: Iterable[Sequence[Any]]) -> None:
        """Add rows."""
        for row in rows:
            values = {name: _plain(value) for name, value in zip(self._names, row, strict=True)}
            self._file.write(json.dumps(values, ensure_ascii=False, separators=(",", ":")) + "\n")

    def close(self) -> None:
        """All are written."""
        self._file.close()


_WRITERS: Mapping[Format, type[CsvWriter] | type[JsonLinesWriter]] = {
    Format.CSV: CsvWriter,
    Format.JSONL: JsonLinesWriter,
}


def open_writer(kind: Format, path: Path, names: Sequence[str]) -> Writer:
    """A writer of a new file with these columns."""
    return _WRITERS[kind](path, names)


@contextmanager
def whole_file(into: Path) -> Iterator[Path]:
    """A path to write to; the file takes its name when all is written, and is there whole or not at all.

    Raises Unavailable where it cannot be written or the disk is full.
    """
    unfinished = into.with_name(f".{into.name}.unfinished")
    try:
        yield unfinished
        unfinished.replace(into)
    except OSError as error:
        raise Unavailable(
            tr("Nothing was exported to {into}: {why}.", into=into, why=error.strerror or error)
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)


def _plain(value: Any) -> Any:
    """A value as JSON has it: moments in ISO 8601 and UTC, bytes as hex digits."""
    if isinstance(value, (datetime, date)):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, (bytes, memoryview)):
        return bytes(value).hex()
    return value


def _cell(value: Any) -> str:
    plain = _plain(value)
    if plain is None:
        return ""
    if isinstance(plain, bool):
        return "true" if plain else "false"
    if isinstance(plain, (dict, list)):
        return json.dumps(plain, ensure_ascii=False)
    # Whoever writes to the desk could otherwise have a formula run on the computer of whoever opens the export.
    return f"'{plain}" if isinstance(plain, str) and plain.startswith(_FORMULAS) else str(plain)
