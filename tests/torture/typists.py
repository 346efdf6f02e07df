"""Whether what somebody types in the real window is back after kill -9, in every place where people write at length.

    python -m tests.torture.typists --folder PLACE --typists 34

A window in a process of its own opens an editor, types a sentence, waits for as long as typing may cost at most, and is
killed. Another window on the same desk opens the same editor by the same way, and has to offer the words.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.bootstrap import open_session
from app.infra.lanes import Lanes
from app.infra.migrate import upgrade
from app.infra.settings import sqlite_url
from app.views.application import make_application, theme_of
from app.views.main_window import MainWindow, Parts
from app.views.toolkit.background import Background
from app.views.toolkit.state import WindowState
from tests.support.clock import FrozenClock
from tests.torture.cuts import until
from tests.views.desks import small_desk
from tests.views.editors import EDITORS, Seat, words_in

ROOT = Path(__file__).parents[2]
AT_ONCE: Final = 2
WORDS: Final = "Controller rolled back, tell Jo"
ADMITTED: Final = 2.0
"""Seconds of typing that a crash may cost."""
PATIENCE: Final = 60.0


def _waits(fact: Callable[[], object]) -> None:
    seen: list[bool] = []

    def looked() -> bool:
        # That nothing is awaited may be so for a moment only.
        seen.extend([True] if fact() else [])
        return bool(seen)

    if until(looked, PATIENCE) is None:
        raise TimeoutError("The window does not come to it")


def _sit_down(folder: Path) -> Seat:
    """The window of the program, on the desk of this folder."""
    make_application("light")
    qInstallMessageHandler(lambda *_: None)
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise TypeError("There is no application")
    theme = theme_of(application)
    theme.wear()
    clock, background = FrozenClock(), Background(Lanes())
    session = open_session(sqlite_url(folder / "desk.db"), clock=clock)
    state = WindowState(folder / "window.json", background)
    window = MainWindow(Parts(background, state, theme, clock, drafts_folder=folder / "drafts"))
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    _waits(window.isActiveWindow)
    window.desk_opened(session, "Harbour Logistics", "This computer", is_demo=False)
    seat = Seat(window, _waits)
    seat.settle()
    return seat


def type_on(folder: Path, name: str, thing: str) -> None:
    """Type into an editor, say so, and sit there until killed."""
    seat = _sit_down(folder)
    field = EDITORS[name].open(seat, thing)
    field.setFocus()
    QTest.keyClicks(field, WORDS)
    if WORDS not in words_in(field):
        raise ValueError(f"Nothing was typed: {words_in(field)!r}")
    sys.stdout.write("typed\n")
    sys.stdout.flush()
    until(lambda: False, PATIENCE)


def look_again(folder: Path, name: str, thing: str) -> None:
    """Open the editor as somebody does who begins anew, and say what it offers."""
    seat = _sit_down(folder)
    field = EDITORS[name].open(seat, thing)
    until(lambda: WORDS in words_in(field), 5.0)
    sys.stdout.write(words_in(field).replace("\n", " ") + "\n")
    sys.stdout.flush()
    os._exit(0)


def furnish(folder: Path, name: str) -> str:
    """A desk with what this editor needs; returns what is opened in it."""
    folder.mkdir(parents=True)
    url = sqlite_url(folder / "desk.db")
    upgrade(url)
    desk = small_desk(url, FrozenClock())
    thing = EDITORS[name].make(desk)
    desk.session.desk.close()
    return thing


def kill_one(folder: Path, name: str, thing: str) -> str:
    """What is wrong with this editor; empty where its words are back."""
    typist = _window(folder, "--type", name, thing)
    said = typist.stdout.readline() if typist.stdout is not None else ""
    if said == "typed\n":
        time.sleep(ADMITTED)
    typist.send_signal(signal.SIGKILL)
    typist.communicate()
    if said != "typed\n":
        return "it could not be typed in"
    found, _errors = _window(folder, "--look", name, thing).communicate()
    return "" if WORDS in found else f"what is offered is {found.strip()!r}"


def _window(folder: Path, what: str, name: str, thing: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.torture.typists", "--folder", str(folder), what, name, "--thing", thing]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=environment)


def run(folder: Path, kills: int, seed: int, only: str = "") -> dict[str, object]:
    """Kill so many typists, each in another editor while there are others; returns the figures."""
    begin = time.monotonic()
    names = [name for name in EDITORS if only in {"", name}]
    random.Random(seed).shuffle(names)
    chosen = [names[number % len(names)] for number in range(kills if not only else min(kills, len(names)))]
    places = [folder / str(number) for number in range(len(chosen))]
    things = [furnish(place, name) for place, name in zip(places, chosen, strict=True)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        wrong = dict(zip(chosen, pool.map(kill_one, places, chosen, things), strict=True))
    return {
        "kills": len(chosen),
        "editors": len(wrong),
        "seconds": round(time.monotonic() - begin, 1),
        "problems": {name: what for name, what in wrong.items() if what},
    }


def main(arguments: list[str]) -> int:
    """Read the command line, run, print JSON; the exit code is 1 when words are gone."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--typists", type=int, default=len(EDITORS))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=[*EDITORS, ""], default="")
    for what in ("--type", "--look", "--thing"):
        parser.add_argument(what, default="", help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    if chosen.type:
        type_on(chosen.folder, chosen.type, chosen.thing)
        return 0
    if chosen.look:
        look_again(chosen.folder, chosen.look, chosen.thing)
    found = run(chosen.folder, chosen.typists, chosen.seed, chosen.only)
    sys.stdout.write(json.dumps(found) + "\n")
    return 1 if found["problems"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
