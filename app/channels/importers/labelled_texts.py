"""Texts with a label each, out of a CSV file: what learning is tried on. Nothing of it enters a desk.

Unlike an import this reads what it can: files that are not UTF-8 are taken for UTF-16 or UTF-32 by their mark, else for
Windows-1252, and a damaged line costs that line only. What was left out is counted.
"""

import codecs
import csv
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from app.channels.importers.table_file import TableFile
from app.domain.errors import BadInput, Unavailable
from app.domain.imports import Progress, UnreadableFile, no_progress
from app.domain.text import clean_line
from app.domain.wording import tr

_CHUNK = 1 << 20
_MARKS = ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"),
          (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
_SHOWN = 20
_LONGEST = 20_000_000
"""Signs of one field that are read; mails with what they answer are longer than a table usually is."""


class LabelledTexts(NamedTuple):
    """Distinct texts with their labels, and how many rows were left out: damaged, without text or label, repeated."""

    texts: list[str]
    labels: list[str]
    damaged: int
    empty: int
    repeated: int
    encoding: str


def read_labelled(
    path: Path, text_columns: Sequence[str], label_column: str, progress: Progress = no_progress
) -> LabelledTexts:
    """Read a labelled file; of texts that differ in case and blanks only, the first one counts.

    Raises BadInput where a column is not there or it is no such file, Unavailable where the file cannot be read.
    """
    try:
        return _read(path, text_columns, label_column, progress)
    except UnreadableFile as error:  # which speaks of an import
        told = [tr("Line {line}: {reason}", line=fault.line, reason=fault.reason) for fault in error.faults[:10]]
        raise BadInput("\n".join(told), "file") from error


def _read(path: Path, text_columns: Sequence[str], label_column: str, progress: Progress) -> LabelledTexts:
    with _long_fields(), _in_utf8(path) as (readable, encoding):
        table = TableFile(readable, progress)
        table.open()
        text_at = [_find(table.header, name) for name in text_columns]
        label_at = _find(table.header, label_column)
        found: dict[str, tuple[str, str]] = {}
        empty = repeated = 0
        for _, fields in table.records():
            text = " \n".join(part for index in text_at if (part := fields[index].strip()))
            label = fields[label_at].strip()
            if not text or not label:
                empty += 1
                continue
            key = " ".join(text.casefold().split())
            repeated += key in found
            found.setdefault(key, (text, label))
    texts, labels = [text for text, _ in found.values()], [label for _, label in found.values()]
    return LabelledTexts(texts, labels, len(table.rejected), empty, repeated, encoding)


@contextmanager
def _long_fields() -> Iterator[None]:
    before = csv.field_size_limit(_LONGEST)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _find(header: Sequence[str], wanted: str) -> int:
    if wanted in header:
        return header.index(wanted)
    alike = [index for index, name in enumerate(header) if name.casefold() == wanted.strip().casefold()]
    if len(alike) == 1:
        return alike[0]
    more = f" and {len(header) - _SHOWN} more" if len(header) > _SHOWN else ""
    raise BadInput(
        tr(
            "The file has no column {wanted}. Its columns are: {names}{more}.",
            wanted=f"{wanted!r}",
            names=", ".join(clean_line(name) for name in header[:_SHOWN]),
            more=more,
        ),
        "column",
    )


@contextmanager
def _in_utf8(path: Path) -> Iterator[tuple[Path, str]]:
    """The file itself where it is UTF-8, else a copy in UTF-8 that is taken away again, and what the encoding was."""
    try:
        encoding = _encoding_of(path)
        if encoding == "utf-8":
            yield path, encoding
            return
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / path.name
            with (
                path.open(encoding=encoding, errors="replace", newline="") as source,
                copy.open("w", encoding="utf-8", newline="") as target,
            ):
                while chunk := source.read(_CHUNK):
                    target.write(chunk)
            yield copy, encoding
    except OSError as error:
        raise Unavailable(
            tr("{path} cannot be read: {strerror}.", path=path, strerror=error.strerror or error)
        ) from error


def _encoding_of(path: Path) -> str:
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as handle:
        start = handle.read(4)
        for mark, name in _MARKS:
            if start.startswith(mark):
                return name
        handle.seek(0)
        while chunk := handle.read(_CHUNK):
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError:
                return "cp1252"
    return "utf-8"
