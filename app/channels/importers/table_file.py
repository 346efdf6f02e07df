"""Reading a delimited text file record by record, with a line number and a reason for all that cannot be read.

The file is looked over once as bytes, because a wrong encoding must stop the import before anything is written;
then `csv` reads it. A record that cannot be read costs one line, not the rest of the file: reading goes on
with the next line, so that one unbalanced quotation mark does not swallow what follows.
"""

import codecs
import csv
import itertools
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, NamedTuple

from app.domain.errors import Unavailable
from app.domain.imports import Fault, Progress, UnreadableFile, no_progress
from app.domain.wording import tr

_CHUNK = 1 << 20
_REPORT_EVERY = 2_000

_SEPARATORS = (",", ";", "\t", "|")

_WIDE_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_OTHER_MARKS = (
    (b"PK\x03\x04", "The file is an Excel workbook or another archive, not a CSV file. Save it as CSV UTF-8."),
    (b"\x1f\x8b", "The file is compressed. Unpack it first."),
    (b"\xd0\xcf\x11\xe0", "The file is an old Excel workbook, not a CSV file. Save it as CSV UTF-8."),
    (b"%PDF", "The file is a PDF document, not a CSV file."),
)


@dataclass(slots=True)
class _Look:
    """What the first look at the bytes found."""

    lines: int = 0
    has_nul: bool = False
    has_quote: bool = False
    ends_with_newline: bool = True
    cut_character: bool = False


class _Header(NamedTuple):
    """The names of the columns, over how many lines they go, what separates them, and why they cannot be read."""

    names: list[str]
    lines: int
    separator: str
    error: str = ""


class TableFile:
    """One delimited text file in UTF-8, with or without a byte order mark.

    After `open` the header is known; `records` yields (line, fields) for every record as wide as the header, and
    collects the others in `rejected` and their fields, as far as they could be read, in `damaged`.
    """

    def __init__(self, path: Path, progress: Progress = no_progress) -> None:
        self.path = path
        self.rejected: list[Fault] = []
        self.damaged: list[tuple[int, list[str]]] = []
        self.warnings: list[Fault] = []
        self.rows = 0
        self._header = _Header([], 1, ",")
        self._progress = progress
        self._look = _Look()

    def open(self) -> None:
        """Look the file over and read the header; `UnreadableFile` where that fails, `Unavailable` without a file."""
        try:
            self._look = _look_over(self.path)
            with self._text() as handle:
                self._header = _read_header(handle)
        except OSError as error:
            raise Unavailable(
                tr("{path} cannot be read: {strerror}.", path=self.path, strerror=error.strerror or error)
            ) from error

    def records(self) -> Iterator[tuple[int, list[str]]]:
        """All readable records after the header, with the line at which each starts."""
        with self._text() as handle:
            lines = handle.readlines()
        # One generator or the other, because handing records on through a second one takes as long as making them.
        return self._plain(lines) if self._is_plain(lines) else self._stretches(lines)

    @property
    def header(self) -> list[str]:
        """The names of the columns."""
        return self._header.names

    @property
    def ends_with_newline(self) -> bool:
        """Whether the last line has its line end."""
        return self._look.ends_with_newline

    def is_cut_off(self, line: int) -> bool:
        """Whether this is the last line and has no line end: such a line may be cut off."""
        return line == self._look.lines and not self._look.ends_with_newline

    def _text(self) -> IO[str]:
        errors = "replace" if self._look.cut_character else "strict"
        return self.path.open(encoding="utf-8-sig", errors=errors, newline="")

    def _is_spoilt(self, line: int, fields: list[str]) -> bool:
        if self._look.has_nul and any("\0" in text for text in fields):
            return True
        return self._look.cut_character and self.is_cut_off(line)

    def _is_plain(self, lines: list[str]) -> bool:
        """Whether every line is one record and every separator separates, because nothing is quoted or damaged."""
        look = self._look
        odd = look.has_quote or look.has_nul or look.cut_character or len(self.header) < 2
        return not odd and max(map(len, lines), default=0) <= csv.field_size_limit()

    def _plain(self, lines: list[str]) -> Iterator[tuple[int, list[str]]]:
        """What `_stretches` gives for plain lines; taking them apart by `split` takes a third of the time of `csv`."""
        width, separator = len(self.header), self._header.separator
        for start in range(self._header.lines, len(lines), _REPORT_EVERY):
            self._progress(start, self._look.lines)
            for line, text in enumerate(lines[start : start + _REPORT_EVERY], start + 1):
                fields = text.rstrip("\r\n").split(separator)
                if len(fields) == width:
                    self.rows += 1
                    yield line, fields
                elif fields != [""]:
                    self._reject_fields(line, fields, 1)
        self._end()

    def _stretches(self, lines: list[str]) -> Iterator[tuple[int, list[str]]]:
        """All records of a file in which quotation marks or damage stand."""
        begin = self._header.lines
        while begin < len(lines):
            # `begin` counts the lines that are done with; a bad record moves it on by one line only.
            begin = yield from self._stretch(lines, begin)
        self._end()

    def _stretch(self, lines: list[str], begin: int) -> Generator[tuple[int, list[str]], None, int]:
        """Records up to the end, or up to one after which reading starts again; returns how many lines are done."""
        width = len(self.header)
        suspicious = self._look.has_nul or self._look.cut_character
        reader = csv.reader(itertools.islice(lines, begin, None), strict=True, delimiter=self._header.separator)
        done = begin
        try:
            for fields in reader:
                line, done = done + 1, begin + reader.line_num
                if len(fields) == width and not (suspicious and self._is_spoilt(line, fields)):
                    self.rows += 1
                    if line % _REPORT_EVERY == 0:
                        self._progress(line, self._look.lines)
                    yield line, fields
                elif fields:
                    self._reject_fields(line, fields, done - line + 1)
                    if done > line:
                        return line
        except csv.Error as error:
            self._reject(done + 1, self._why_refused(done + 1, str(error)), [])
            return done + 1
        return len(lines)

    def _why_refused(self, line: int, error: str) -> str:
        if self.is_cut_off(line):
            return "The file ends inside this line; it looks cut off."
        if "unexpected end of data" in error or "field limit" in error:
            return "A quotation mark is opened here and never closed."
        return f"The quotation marks of this line are unbalanced ({error})."

    def _reject_fields(self, line: int, fields: list[str], lines: int) -> None:
        if len(fields) == len(self.header):
            cut = self._look.cut_character and self.is_cut_off(line)
            reason = "The file ends inside a character" if cut else "The line contains NUL characters"
            self._reject(line, f"{reason}; it is damaged here.", fields)
            return
        reason = f"The line has {len(fields)} fields, the header has {len(self.header)}."
        if self.is_cut_off(line):
            reason += " The file ends here; the line looks cut off."
        if lines > 1:
            reason += f" A quotation mark runs on over {lines} lines and is probably not closed."
        self._reject(line, reason, fields)

    def _reject(self, line: int, reason: str, fields: list[str]) -> None:
        self.rows += 1
        self.rejected.append(Fault(line, reason))
        self.damaged.append((line, fields))

    def _end(self) -> None:
        last = self._look.lines
        self._progress(last, last)
        if not self._look.ends_with_newline and all(fault.line != last for fault in self.rejected):
            self.warnings.append(Fault(last, "The last line has no line end; make sure that the file is complete."))


def _read_header(handle: IO[str]) -> _Header:
    """The names of the columns, and how they are separated; spreadsheets of many countries write semicolons.

    The separator that the first row agrees with and that finds most columns is the one; in doubt it is the comma.
    """
    found = []
    for separator in _SEPARATORS:
        handle.seek(0)
        reader = csv.reader(handle, strict=True, delimiter=separator)
        try:
            names = next(reader, [])
        except csv.Error as error:
            found.append((False, _Header([], 0, separator, str(error))))
            continue
        header = _Header([name.strip() for name in names], reader.line_num, separator)
        found.append((len(names) > 1 and _first_width(reader) == len(names), header))
    header = max(found, key=lambda pair: (pair[0], len(pair[1].names)))[1]
    if header.error:
        raise UnreadableFile((Fault(1, tr("The header cannot be read: {error}.", error=header.error)),))
    if not any(header.names):
        raise UnreadableFile((Fault(1, tr("The file has no header; the first line must name the columns.")),))
    return header


def _first_width(reader: Iterator[list[str]]) -> int:
    """How many fields the first record has that has any; 0 for one that cannot be read."""
    try:
        return len(next(filter(None, reader), []))
    except csv.Error:
        return 0


def _look_over(path: Path) -> _Look:
    look = _Look()
    decoder = codecs.getincrementaldecoder("utf-8")()
    last = b"\n"
    with path.open("rb") as handle:
        _check_marks(handle.read(_CHUNK))
        handle.seek(0)
        while chunk := handle.read(_CHUNK):
            look.has_nul = look.has_nul or b"\0" in chunk
            look.has_quote = look.has_quote or b'"' in chunk
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError as error:
                before = error.object[: error.start]
                line = look.lines + before.count(b"\n") + 1
                raise UnreadableFile((Fault(line, _wrong_byte(error.object[error.start])),)) from error
            look.lines += chunk.count(b"\n")
            last = chunk[-1:]
    look.cut_character = bool(decoder.getstate()[0])
    look.ends_with_newline = last == b"\n"
    look.lines += not look.ends_with_newline
    return look


def _check_marks(start: bytes) -> None:
    if not start.strip():
        raise UnreadableFile((Fault(1, tr("The file is empty.")),))
    for mark, name in _WIDE_MARKS:
        if start.startswith(mark):
            raise UnreadableFile(
                (Fault(1, tr("The encoding is {name}, not UTF-8. Save the file as CSV UTF-8.", name=name)),)
            )
    for mark, reason in _OTHER_MARKS:
        if start.startswith(mark):
            raise UnreadableFile((Fault(1, reason),))
    if start[:400].count(b"\0") * 4 > len(start[:400]):
        raise UnreadableFile((Fault(1, tr("The encoding looks like UTF-16, not UTF-8. Save the file as CSV UTF-8.")),))


def _wrong_byte(byte: int) -> str:
    return (
        f"The byte 0x{byte:02X} is not UTF-8; the encoding looks like Latin-1 or Windows-1252."
        " Save the file as CSV UTF-8."
    )
