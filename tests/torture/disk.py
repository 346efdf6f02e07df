"""A disk that fails at a call, or is full from then on: all is explained, and nothing that was kept is lost.

    python -m tests.torture.disk --folder PLACE --days 900

A day without failures counts how often the disk is asked; then each day fails at one of these calls, at all of them in
turn where there are days enough.
"""

import argparse
import json
import logging
import random
import shutil
import sqlite3
import sys
import traceback
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from app.bootstrap import open_session
from app.domain.errors import DeskError
from app.infra.settings import sqlite_url
from app.services.incidents.dto import FieldEdit, NewIncident, Post
from app.services.incidents.queue_dto import QueueQuery
from app.services.session import Session
from tests.torture.failing_disk import FailingDisk

_WAYS = ("once", "from then on", "full")


class Day:
    """What one person does at the desk while its disk fails, and what was said about each save."""

    def __init__(self, trial: int) -> None:
        self.trial = trial
        self.kept: list[str] = []
        self.refused: list[str] = []
        self.answers: Counter[str] = Counter()

    def live(self, url: str) -> None:
        """Open, look, log, write, edit, look again; each by itself, since a person goes on after a failure."""
        try:
            session = open_session(url)
        except DeskError:
            self.answers["did not open"] += 1
            return
        try:
            self._work(session)
        finally:
            session.desk.close()

    def _work(self, session: Session) -> None:
        desk, me = session.desk, session.actor
        self._do("", lambda: desk.queue.page(me, QueueQuery()))
        for number in range(3):
            incident_id, mark = desk.new_id(), f"mark {self.trial} {number}"
            new = NewIncident(incident_id, mark, me.person_id, "It does not work. " * 20)
            self._do(mark, lambda new=new: desk.incidents.create(me, new))  # type: ignore[misc]  # bound at once
            said = f"said {self.trial} {number}"
            post = Post(desk.new_id(), said, public=True)
            self._do(said, lambda i=incident_id, post=post: desk.incidents.post(me, i, post))  # type: ignore[misc]  # as above
            edit = {"urgency": FieldEdit(3, 1)}
            self._do("", lambda i=incident_id, edit=edit: desk.incidents.edit(me, i, edit))  # type: ignore[misc]  # as above
            self._do("", lambda i=incident_id: desk.incident.detail(me, i))  # type: ignore[misc]  # as above

    def _do(self, mark: str, act: Callable[[], object]) -> None:
        try:
            act()
        except DeskError:
            self.answers["refused"] += 1
            if mark:
                self.refused.append(mark)
        else:
            self.answers["done"] += 1
            if mark:
                self.kept.append(mark)


def marks_in(path: Path) -> tuple[Counter[str], str]:
    """What stands in the file afterwards, and what SQLite says about the whole of it."""
    with closing(sqlite3.connect(path)) as connection:
        found = Counter(row[0] for row in connection.execute("SELECT short_description FROM incident"))
        found.update(row[0] for row in connection.execute("SELECT body FROM journal_entry WHERE kind <> 'logged'"))
        (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    return found, verdict


class _Trial:
    """Days on one disk, each on a fresh copy of a desk."""

    def __init__(self, folder: Path) -> None:
        self._whole, self._path = folder / "whole.sqlite", folder / "day" / "desk.sqlite"
        open_session(sqlite_url(self._whole)).desk.close()
        self.disk = FailingDisk()
        self.figures = Counter({"days": 0, "saves_kept": 0, "saves_refused": 0, "failures": 0, "refused_and_there": 0})
        self.problems: dict[str, object] = {}

    def live(self, call: int, way: str) -> None:
        """One day, whose disk fails at that call in that way; and what is left of it."""
        shutil.rmtree(self._path.parent, ignore_errors=True)
        self._path.parent.mkdir()
        shutil.copyfile(self._whole, self._path)
        day = Day(call)
        self.disk.fail_at(call, stays=way != "once", full=way == "full")
        try:
            day.live(sqlite_url(self._path))
        except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
            self.problems[f"call {call} ({way})"] = traceback.format_exc()
        self.disk.mend()
        self._judge(day, f"call {call} ({way})")

    def _judge(self, day: Day, name: str) -> None:
        counts = {"days": 1, "saves_kept": len(day.kept), "saves_refused": len(day.refused)}
        self.figures.update({**counts, "failures": self.disk.failed})
        found, verdict = marks_in(self._path)
        wrong = {
            "lost": [mark for mark in day.kept if not found[mark]],
            "doubled": [mark for mark in {*day.kept, *day.refused} if found[mark] > 1],
            "damaged": [] if verdict == "ok" else [verdict],
        }
        # What failed while it was being made durable may be there after all: its own id says so when it is tried again.
        self.figures["refused_and_there"] += sum(found[mark] > 0 for mark in day.refused)
        self.problems |= {f"{name}, {what}": marks for what, marks in wrong.items() if marks}


def run(folder: Path, days: int, seed: int) -> dict[str, object]:
    """So many days, their failures spread over all the calls of a day."""
    trial, dice = _Trial(folder), random.Random(seed)
    trial.live(0, "once")
    calls = trial.disk.calls
    for number in range(days):
        trial.live(1 + number * calls // days if days < calls else 1 + number % calls, dice.choice(_WAYS))
    return {"calls_of_a_day": calls, **trial.figures, "problems": trial.problems}


def main(arguments: list[str]) -> int:
    """Read the command line, run, print JSON; the exit code is 1 when anything was lost or not explained."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--days", type=int, default=900)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    logging.disable(logging.WARNING)
    found = run(chosen.folder, chosen.days, chosen.seed)
    sys.stdout.write(json.dumps(found) + "\n")
    return 1 if found["problems"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
