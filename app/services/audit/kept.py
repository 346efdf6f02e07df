"""Anchors that are kept outside: reading what somebody typed or a file holds, comparing, and adding to a file."""

import os
import re
from collections.abc import Iterable, Iterator
from datetime import UTC
from pathlib import Path
from typing import NamedTuple

from app.domain.errors import BadInput, Refused, Unavailable
from app.domain.wording import tr
from app.infra.plain_read import to_text
from app.services.audit.dto import SHORT_DIGITS, Anchor

_TYPED = re.compile(r"^\s*#?(\d{1,9})[\s:-]+([0-9a-fA-F][0-9a-fA-F\s-]*)$")
_LINE = re.compile(r"^(\d{1,9}) \S+ sha256:([0-9a-f]{64})\b")
_HEAD = (
    "# Anchors of the audit trail of a Mainstay desk, one a line: number, time in UTC, digest, what it closed.\n"
    "# Keep this file where whoever runs the database cannot write. Check with: main.py audit verify --anchor FILE\n"
)


class Kept(NamedTuple):
    """An anchor as it is kept outside: its number and the first digits of its digest, or all of them."""

    number: int
    digits: str


def parse_anchor(text: str) -> Kept:
    """An anchor as it is printed or kept, such as `12-3f9a1c2e-77b04d11-9a0c55e2`; BadInput for anything else."""
    found = _TYPED.match(text) or _LINE.match(text)
    digits = re.sub(r"[^0-9a-f]", "", found.group(2).lower()) if found else ""
    if found is None or not SHORT_DIGITS <= len(digits) <= 64:
        raise BadInput(
            tr(
                "{text} is no anchor. It is the number, a dash and at least {short_digits} digits, as it stands at "
                "the foot of a PDF, or the name of a file with anchors.",
                text=f"{text!r}",
                short_digits=SHORT_DIGITS,
            )
        )
    return Kept(int(found.group(1)), digits)


def read_kept(given: str) -> list[Kept]:
    """The anchors that are meant: those of a file of that name, or the one that was typed."""
    path = Path(given)
    try:
        is_file = path.is_file()
    except (OSError, ValueError):
        is_file = False
    return read_file(path) if is_file else [parse_anchor(given)]


def read_file(path: Path) -> list[Kept]:
    """All anchors of a file that `send` wrote; BadInput names the line that is none."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise Unavailable(tr("The anchors in {path} cannot be read: {error}.", path=path, error=error)) from error
    kept = []
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.startswith("#"):
            found = _LINE.match(line)
            if found is None:
                raise BadInput(
                    tr("Line {number} of {path} is no anchor: {line}.", number=number, path=path, line=f"{line[:80]!r}")
                )
            kept.append(Kept(int(found.group(1)), found.group(2)))
    return kept


def differences(kept: Iterable[Kept], anchors: Iterable[Anchor]) -> Iterator[tuple[int, str]]:
    """Where anchors that are kept outside say something else than those of the desk, in plain words."""
    by_number = {anchor.number: anchor for anchor in anchors}
    for each in kept:
        anchor = by_number.get(each.number)
        if anchor is None:
            last = max(by_number, default=0)
            gone = f"the last one here is {last}" if last < each.number else "it is not here"
            why = "an older backup was put back, or the history was rewritten"
            yield each.number, f"this anchor is kept outside, and {gone}: {why}."
        elif not anchor.digest.startswith(each.digits):
            why = "the history up to it was rewritten"
            yield each.number, f"this anchor is another one than the one that is kept outside: {why}."


def file_name(first: Anchor) -> str:
    """The name of the file for the anchors of a desk, known by its first anchor."""
    return f"mainstay-anchors-{first.digest[:8]}.txt"


def send(folder: Path, anchors: list[Anchor]) -> tuple[Path, int]:
    """Add the anchors that a folder does not have yet to the desk's file in it; returns the file and how many.

    Nothing in the file is ever changed. `Refused` where it says something else than the desk, because then one of the
    two was rewritten; `Unavailable` where it cannot be written.
    """
    path = folder / file_name(anchors[0])
    try:
        known = read_file(path) if path.exists() else []
        different = next(differences(known, anchors), None)
        if different is not None:
            raise Refused(
                tr(
                    "{path}, anchor {different}: {different2} Nothing was added; find out which is true.",
                    path=path,
                    different=different[0],
                    different2=different[1],
                )
            )
        last = max((each.number for each in known), default=0)
        missing = [anchor for anchor in anchors if anchor.number > last]
        if missing:
            _append(path, ("" if known else _HEAD) + "".join(map(_line, missing)))
    except OSError as error:
        raise Unavailable(
            tr("The anchor could not be sent to {folder}: {strerror}.", folder=folder, strerror=error.strerror or error)
        ) from error
    return path, len(missing)


def _append(path: Path, text: str) -> None:
    with path.open("ab") as file:
        file.write(text.encode())
        file.flush()
        os.fsync(file.fileno())


def _line(anchor: Anchor) -> str:
    at = to_text(anchor.at.astimezone(UTC))
    return f"{anchor.number} {at} sha256:{anchor.digest} chains={anchor.chains} records={anchor.records}\n"
