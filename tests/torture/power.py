"""The power fails at any moment of a day at a desk in a file: it opens whole, with every save that was acknowledged.

    python -m tests.torture.power --folder PLACE --outages 3000

All that SQLite writes is noted, and when it asks the disk to keep it. After a cut there is what was kept, and of the
rest what chance decides, in pieces of 512 bytes: nothing, all, or some. Half of the cuts come right after a save was
acknowledged, when nothing is on its way any more. The first half of the days is on a disk of this computer, with the
write-ahead log, the other on what passes for a share, with the journal that is cut off. With `--careless` nothing is
asked to be kept, which loses saves and whole files: that is how one sees that the trial would find it.
"""

import argparse
import ctypes
import json
import logging
import random
import shutil
import sqlite3
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from app.bootstrap import open_session
from app.infra import sqlite_open
from app.infra.settings import sqlite_url
from app.services.incidents.queue_dto import QueueQuery
from tests.torture.disk import Day, marks_in
from tests.torture.watched_disk import WatchedDisk

PIECE = 512
OPENED_EVERY = 50
"""Every so many cuts the desk is also opened by the program, as a person would."""
_WAYS = ("nothing", "all", "some", "some")
_CARELESS = "PRAGMA synchronous=OFF"
PLACES = {"disk": "", "share": "a share that is none"}


class Event(NamedTuple):
    """What was asked of a file: bytes at a place, another length, to be kept for good, or to be deleted."""

    act: str
    file: str
    at: int = 0
    data: bytes = b""


class RecordingDisk(WatchedDisk):
    """Notes what changes the files whose names begin like that of the desk."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.desk = ""
        super().__init__()

    def asked(self, name: str, file: str, really: Callable[..., int], arguments: tuple[Any, ...]) -> int:
        """Pass it on, and note it when it was done."""
        result = really(*arguments)
        if result == 0 and self._is_noted(file):
            if name == "xWrite":
                self.events.append(Event("write", file, arguments[3], ctypes.string_at(arguments[1], arguments[2])))
            elif name == "xTruncate":
                self.events.append(Event("truncate", file, arguments[1]))
            elif name == "xSync":
                self.events.append(Event("sync", file))
        return result

    def deleted(self, file: str) -> None:
        """Note it."""
        if self._is_noted(file):
            self.events.append(Event("delete", file))

    def _is_noted(self, file: str) -> bool:
        return bool(self.desk) and file.startswith(self.desk) and not file.endswith("-shm")


class Platter:
    """What is on the disk for good, and what is only on its way there."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._kept = {name: bytearray(content) for name, content in files.items()}
        self._pending: dict[str, list[Event]] = defaultdict(list)

    def take(self, event: Event) -> None:
        """One more event."""
        if event.act != "sync":
            self._pending[event.file].append(event)
            return
        for each in self._pending.pop(event.file, []):
            _apply(self._kept, each)

    def after_a_cut(self, way: str, dice: random.Random) -> dict[str, bytes]:
        """The files as they are found when the power is back."""
        found = {name: bytearray(content) for name, content in self._kept.items()}
        for events in self._pending.values():
            for event in events:
                for piece in _pieces(event):
                    if way == "all" or (way == "some" and dice.random() < 0.5):
                        _apply(found, piece)
        return {name: bytes(content) for name, content in found.items()}


def _apply(files: dict[str, bytearray], event: Event) -> None:
    if event.act == "delete":
        files.pop(event.file, None)
        return
    content = files.setdefault(event.file, bytearray())
    if event.act == "truncate":
        del content[event.at :]
        return
    content.extend(bytes(max(0, event.at - len(content))))
    content[event.at : event.at + len(event.data)] = event.data


def _pieces(event: Event) -> list[Event]:
    """A write as the sectors that it consists of; the rest is done or not done."""
    if event.act != "write":
        return [event]
    ends = [*range(event.at - event.at % PIECE + PIECE, event.at + len(event.data), PIECE), event.at + len(event.data)]
    starts = [event.at, *ends[:-1]]
    return [
        event._replace(at=start, data=event.data[start - event.at : end - event.at])
        for start, end in zip(starts, ends, strict=True)
    ]


class _NotedDay(Day):
    """A day whose acknowledged saves are noted with how much had been asked of the disk by then."""

    def __init__(self, trial: int, disk: RecordingDisk) -> None:
        super().__init__(trial)
        self._disk = disk
        self.acknowledged: list[tuple[int, str]] = []

    def _do(self, mark: str, act: Callable[[], object]) -> None:
        before = len(self.kept)
        super()._do(mark, act)
        if len(self.kept) > before:
            self.acknowledged.append((len(self._disk.events), mark))


class _Trial:
    """One day, and the cuts into it."""

    def __init__(self, folder: Path, disk: RecordingDisk, place: str) -> None:
        self._folder, self._place = folder, place
        self._desk = folder / "desk.sqlite"
        folder.mkdir()
        with self._as_if_there():
            open_session(sqlite_url(self._desk)).desk.close()
            self._before = {str(each): each.read_bytes() for each in folder.iterdir() if each.name.endswith("sqlite")}
            disk.events.clear()
            disk.desk = str(self._desk)
            self.day = _NotedDay(0, disk)
            self.day.live(sqlite_url(self._desk))
            disk.desk = ""
        self.events = tuple(disk.events)
        self.figures: Counter[str] = Counter()
        self.problems: dict[str, object] = {}

    def _as_if_there(self) -> Any:
        return patch("app.infra.sharing.shared_by", lambda _path: PLACES[self._place])

    def cut(self, number: int, at: int, way: str, dice: random.Random) -> None:
        """The power fails after so many events."""
        platter = Platter(self._before)
        for event in self.events[:at]:
            platter.take(event)
        found = self._folder / "found"
        shutil.rmtree(found, ignore_errors=True)
        found.mkdir()
        for name, content in platter.after_a_cut(way, dice).items():
            (found / Path(name).name).write_bytes(content)
        self._judge(found / self._desk.name, at, f"{self._place}, cut {number} at {at} ({way})")
        if number % OPENED_EVERY == 0:
            self._open(found / self._desk.name, f"{self._place}, cut {number} at {at} ({way})")

    def _judge(self, desk: Path, at: int, name: str) -> None:
        kept = [mark for event, mark in self.day.acknowledged if event <= at]
        self.figures.update({"cuts": 1, "acknowledged_before": len(kept)})
        try:
            found, verdict = marks_in(desk)
            half = _half_saved(desk)
        except sqlite3.DatabaseError as error:
            self.problems[f"{name}, damaged"] = str(error)
            return
        wrong = {
            "lost": [mark for mark in kept if not found[mark]],
            "doubled": [mark for mark in self.day.kept if found[mark] > 1],
            "damaged": [] if verdict == "ok" else [verdict],
            "half": half,
        }
        self.problems |= {f"{name}, {what}": marks for what, marks in wrong.items() if marks}

    def _open(self, desk: Path, name: str) -> None:
        try:
            with self._as_if_there():
                session = open_session(sqlite_url(desk))
                session.desk.queue.page(session.actor, QueueQuery())
                session.desk.close()
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
            self.problems[f"{name}, not opened"] = repr(error)
        self.figures["opened"] += 1


def _half_saved(desk: Path) -> list[str]:
    """Incidents without the entry that they were logged by, and entries without their incident."""
    with closing(sqlite3.connect(desk)) as connection:
        rows = connection.execute(
            "SELECT short_description FROM incident WHERE NOT EXISTS (SELECT 1 FROM journal_entry"
            " WHERE incident_id = incident.id AND kind = 'logged') UNION ALL SELECT kind FROM journal_entry"
            " WHERE NOT EXISTS (SELECT 1 FROM incident WHERE incident.id = incident_id)"
        )
        return [str(row[0]) for row in rows]


def run(folder: Path, cuts: int, seed: int) -> dict[str, object]:
    """So many cuts, half of them into a day on a disk and half into one on a share."""
    disk, dice = RecordingDisk(), random.Random(seed)
    figures: Counter[str] = Counter({"cuts": 0, "opened": 0, "events": 0, "saves": 0})
    problems: dict[str, object] = {}
    for place in PLACES:
        trial = _Trial(folder / place, disk, place)
        figures.update({"events": len(trial.events), "saves": len(trial.day.acknowledged)})
        idle = [event for event, _mark in trial.day.acknowledged]
        many = cuts // len(PLACES) if trial.events else 0
        for number in range(many):
            at = idle[number // 2 % len(idle)] if number % 2 else number * len(trial.events) // many
            trial.cut(number, at, dice.choice(_WAYS), dice)
        figures += trial.figures
        problems |= trial.problems
    return {**figures, "problems": problems}


def main(arguments: list[str]) -> int:
    """Read the command line, run, print JSON; the exit code is 1 when anything was lost or damaged."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--outages", type=int, default=3000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--careless", action="store_true")
    chosen = parser.parse_args(arguments)
    logging.disable(logging.WARNING)
    careless = (_CARELESS,) if chosen.careless else ()
    with (
        patch.object(sqlite_open, "PRAGMAS", (*sqlite_open.PRAGMAS, *careless)),
        patch.object(sqlite_open, "ON_A_SHARE", (*sqlite_open.ON_A_SHARE, *careless)),
    ):
        found = run(chosen.folder, chosen.outages, chosen.seed)
    sys.stdout.write(json.dumps(found) + "\n")
    return 1 if found["problems"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
