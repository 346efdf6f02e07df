"""Damaged files: each is opened, read, written and proved as the program does it, and whatever goes wrong is explained.

    python -m tests.torture.damage --folder PLACE --files 400

Random bytes, zeroed and swapped pages, lost ends. What the opening and the two seconds of looking do not find (most of
it lies inside of texts) is left to the chain of the audit trail and to the hashes of the backups.
"""

import argparse
import json
import logging
import random
import shutil
import sys
import traceback
from collections import Counter
from pathlib import Path

from app.bootstrap import open_session
from app.domain.errors import DeskError
from app.infra.settings import sqlite_url
from app.services.demo.build import build_demo
from app.services.incidents.dto import NewIncident, Post
from app.services.incidents.queue_dto import QueueQuery
from app.services.session import Session
from tests.support.clock import DEFAULT_START

_PAGE = 4096


def damage(path: Path, dice: random.Random) -> str:
    """Spoil a file; says how."""
    content = bytearray(path.read_bytes())
    pages = len(content) // _PAGE
    way = dice.choice(("bytes", "bytes", "burst", "zeroes", "swap", "cut"))
    if way == "bytes":
        for _ in range(dice.randint(1, 20)):
            content[dice.randrange(len(content))] = dice.randrange(256)
    elif way == "burst":
        at = dice.randrange(len(content) - 512)
        content[at : at + 512] = dice.randbytes(512)
    elif way == "zeroes":
        at = dice.randrange(pages) * _PAGE
        content[at : at + _PAGE] = bytes(_PAGE)
    elif way == "swap":
        one, other = (dice.randrange(pages) * _PAGE for _ in range(2))
        first, second = content[one : one + _PAGE], content[other : other + _PAGE]
        content[one : one + _PAGE], content[other : other + _PAGE] = second, first
    else:
        del content[dice.randrange(len(content)) :]
    path.write_bytes(content)
    return way


def outcome(path: Path) -> str:
    """Where a spoiled desk was found out: `opened`, `looked`, `used`, `proved`; or `unnoticed`.

    What is no sentence for people is raised.
    """
    try:
        session = open_session(sqlite_url(path))
    except DeskError:
        return "opened"
    try:
        try:
            session.desk.look_for_damage()
        except DeskError:
            return "looked"
        try:
            _use(session)
        except DeskError:
            return "used"
        try:
            verdict = session.desk.audit.verify(session.actor)
        except DeskError:
            return "proved"
        return "proved" if verdict.found else "unnoticed"
    finally:
        session.desk.close()


def _use(session: Session) -> None:
    desk, me = session.desk, session.actor
    page = desk.queue.page(me, QueueQuery())
    desk.queue.counts(me)
    for row in page.rows[:5]:
        desk.incident.detail(me, row.id)
    new_id = desk.new_id()
    desk.incidents.create(me, NewIncident(new_id, "Printer jams", caller_id=me.person_id))
    desk.incidents.post(me, new_id, Post(desk.new_id(), "We are on it", public=False))


def run_damage(whole: Path, folder: Path, files: int, seed: int) -> dict[str, object]:
    """Spoil that many copies of a desk, one after the other."""
    found: Counter[str] = Counter()
    unhandled: dict[str, str] = {}
    for number in range(files):
        dice = random.Random(f"{seed}/{number}")
        path = folder / "spoiled" / "desk.sqlite"
        shutil.rmtree(path.parent, ignore_errors=True)
        path.parent.mkdir(parents=True)
        shutil.copyfile(whole, path)
        way = damage(path, dice)
        try:
            found[outcome(path)] += 1
        except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
            unhandled[f"{number} ({way})"] = traceback.format_exc()
    shutil.rmtree(folder / "spoiled", ignore_errors=True)
    return {"files": files, **found, "problems": unhandled}


def main(arguments: list[str]) -> int:
    """Spoil copies of the demo desk, print JSON; the exit code is 1 when something was raised that explains nothing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--files", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    logging.disable(logging.WARNING)
    whole = chosen.folder / "whole.sqlite"
    build_demo(whole, DEFAULT_START)
    found = run_damage(whole, chosen.folder, chosen.files, chosen.seed)
    sys.stdout.write(json.dumps(found) + "\n")
    return 1 if found["problems"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
