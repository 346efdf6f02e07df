"""What a person at the window does all day, by keys alone: one act after another, in the order that dice give.

Every act begins and ends at the list of open incidents. Nothing here waits for answers but the hand that is given: a
person does not know what the window still has to read either.
"""

import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from app.views.application import Program
from app.views.pages import Location
from tests.torture.in_front import keep_in_front

_MODIFIERS: Final = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}
_TYPED_INTO: Final = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox)
_SUMMARIES: Final = ("Printer jams again", "VPN drops after two minutes", "Scanner shows no network", "Mail is late")
_WORDS: Final = ("printer", "vpn", "mail", "scanner")
_FILTERS: Final = ("printer ", "priority:1 ", "is:waiting ", "vpn laptop ", "sla:0..4h ", "assignee:none ")
_COMMANDS: Final = ("reass", "group by prio", "group by time", "priority", "esc", "know")
_GROUPINGS: Final = ("group by priority", "group by status", "do not group")
_SECTIONS: Final = ("people", "teams", "services", "calendars", "policies", "rules", "keys", "templates", "backups")
_CHORDS_TO_LEAVE: Final = 4

Rest = Callable[[bool], None]
"""Lets the hand rest: after a letter among letters, or, where it is told so, after a thought."""


class Day:
    """A person at the window of a program; `done` counts what they did, `now_doing` is called with each act's name.

    `acts` are what they do, and how often of so many times.
    """

    def __init__(
        self,
        program: Program,
        rest: Rest,
        seed: int,
        acts: Mapping[str, int],
        now_doing: Callable[[str], None] = lambda _what: None,
    ) -> None:
        self.program, self._rest, self._acts = program, rest, acts
        self.done: Counter[str] = Counter()
        self._dice = random.Random(seed)
        self._now_doing = now_doing
        self._coming: list[str] = []
        self._choices: dict[Sequence[str], list[str]] = {}

    def do_something(self) -> None:
        """The next act; each comes about as often as its weight says, and every one comes before any comes again."""
        if not self._coming:
            self._coming = [name for name, weight in self._acts.items() for _ in range(weight)]
            self._dice.shuffle(self._coming)
        self.do(self._coming.pop())

    def do(self, name: str) -> None:
        """An act by its name, and back to the list."""
        self._now_doing(name)
        getattr(self, name)()
        self._now_doing(f"going home after {name}")
        self.go_home(name)
        self.done[name] += 1

    def go_home(self, name: str = "the start") -> None:
        """Leave whatever is open and go to the list of open incidents."""
        for _ in range(_CHORDS_TO_LEAVE):
            if not self._is_typing() and self._focus_is_in_page():
                break
            self._press("Escape")
        self._press("G", "Q")
        window = self.program.window
        if window.page is not window.queue or window.queue.filter_text() != "is:open":
            self.done[f"no way home by keys after {name}"] += 1
            window.go(Location("queue", "is:open"))
            self._rest(True)

    # What a person does. The names are those that are told when something blocks.

    def walk_down_the_list(self) -> None:
        self._press(*["J"] * self._dice.randint(3, 12), "K", "K", "PageDown", "PageDown", "End", "Home")

    def open_one_after_another(self) -> None:
        self._choose()
        self._press("Return", "J", "J", "K", "Escape")

    def take(self) -> None:
        self._choose()
        self._press("I")

    def take_and_undo(self) -> None:
        self._choose()
        self._press("I", "Ctrl+Z")

    def reply(self) -> None:
        self._choose()
        self._press("R")
        self._type("We look at it and come back to you within the hour.")
        self._press("Ctrl+Return")

    def note(self) -> None:
        self._choose()
        self._press("N")
        self._type("Restarted the service, it runs again.")
        self._press("Ctrl+Return")

    def begin_a_note_and_leave_it(self) -> None:
        self._choose()
        self._press("N")
        self._type("To be continued")
        self._press("Escape", "Alt+Left")

    def change_priority(self) -> None:
        self._choose()
        self._press("P", self._next_of("123"))

    def assign(self) -> None:
        self._choose()
        self._press("A")
        self._type("om")
        self._press("Return")

    def hold_and_resume(self) -> None:
        self._choose()
        self._press("Return", "I", "W", "2", "Ctrl+Return", "Shift+W")

    def resolve(self) -> None:
        self._choose()
        self._press("Return", "I", "Ctrl+Shift+Return", "1", "Tab")
        self._type("Replaced the cable.")
        self._press("Ctrl+Return")

    def log_a_call(self) -> None:
        self._press("Ctrl+N")
        self._type("nadia")
        self._press("Return")
        self._type(f"{self._next_of(_SUMMARIES)} on floor {self._dice.randint(1, 40)}")
        self._rest(True)
        self._press("Ctrl+Return")

    def edit_the_summary(self) -> None:
        self._choose()
        self._press("Return", "F2", "End")
        self._type(" (again)")
        self._press("Return")

    def filter(self) -> None:
        self._press("/")
        self._type(self._next_of(_FILTERS))
        self._rest(True)
        self._press("Return", "J", "J")

    def change_many_at_once(self) -> None:
        self._press("J", "Shift+J", "Shift+J", "Shift+J", "A")
        self._type("om")
        self._press("Return", "Escape")

    def mark_everything(self) -> None:
        self._press("Ctrl+A", "Escape")

    def hand_over(self) -> None:
        """The end of a turn: what is mine goes to a colleague."""
        self._press("G", "M", "X", "J", "X", "A")
        self._type("pri")
        self._press("Return", "Escape")

    def look_for_a_command(self) -> None:
        self._press("Ctrl+K")
        self._type(self._next_of(_COMMANDS))
        self._press("Down", "Escape")

    def group_by_a_command(self) -> None:
        self._press("Ctrl+K")
        self._type(self._next_of(_GROUPINGS))
        self._press("Return", "Ctrl+K")
        self._type("group by time left")
        self._press("Return")

    def search_everything(self) -> None:
        self._press("Ctrl+Shift+F")
        self._type(self._next_of(_WORDS))
        self._press("Down", "Down", "Escape")

    def escalate(self) -> None:
        self._choose()
        self._press("Return", "E", "1")
        self._type("Tried everything that the article says.")
        self._press("Ctrl+Return")

    def why_the_clocks_stand_so(self) -> None:
        self._choose()
        self._press("Return", "C", "Escape")

    def look_at_macros(self) -> None:
        self._choose()
        self._press("Return", "M", "Down", "Escape")

    def look_through_views(self) -> None:
        self._press("G", "M", "G", "U", "J", "J", "G", "W", "J", "G", "Q")

    def look_something_up(self) -> None:
        self._press("G", "K", "Down", "Down", "Return", "Escape")

    def look_at_escalations(self) -> None:
        self._press("G", "E", "Down", "Down", "Up")

    def look_at_reviews(self) -> None:
        self._press("G", "P", "Down")

    def go_back_and_forward(self) -> None:
        self._press("G", "M", "G", "E", "G", "K", "Alt+Left", "Alt+Left", "Alt+Right", "Alt+Left", "Alt+Left")

    def look_at_settings(self) -> None:
        self._press("G", "S")
        self.program.window.go(Location("settings", self._next_of(_SECTIONS)))
        self._rest(True)
        self._press("Down", "Down")

    def look_at_notifications(self) -> None:
        self._press("G", "N", "Down", "Escape")

    def look_up_a_key(self) -> None:
        self._press("?", "Escape", "F1", "Escape")

    def change_the_looks(self) -> None:
        self._press("Ctrl+B", "Ctrl+B", "Ctrl+\\", "Ctrl+\\", "Ctrl+Shift+D", "Ctrl+Shift+D", "Ctrl+Shift+D")

    def change_the_theme(self) -> None:
        self._press("Ctrl+Shift+L", "Ctrl+Shift+L", "Ctrl+Shift+L")

    def refresh(self) -> None:
        self._press("F5", ".")

    # Hands.

    def _next_of(self, choices: Sequence[str]) -> str:
        """One of them in the order that dice give; every one comes before any comes again."""
        coming = self._choices.setdefault(choices, [])
        if not coming:
            coming.extend(self._dice.sample(choices, len(choices)))
        return coming.pop()

    def _choose(self) -> None:
        """An incident among the first ones."""
        self._press("Home", *["J"] * self._dice.randint(1, 8))

    def _press(self, *chords: str) -> None:
        for chord in chords:
            keep_in_front(self.program.frame)
            QTest.keyClick(self._at(), *key_of(chord))
            self._rest(True)

    def _type(self, text: str) -> None:
        for letter in text:
            QTest.keyClicks(self._at(), letter)
            self._rest(False)

    def _at(self) -> QWidget:
        """Where a key goes: while a list to choose from is open, into that, wherever the window below looks."""
        popup: QWidget | None = QApplication.activePopupWidget()
        if popup is not None:
            inside: QWidget | None = popup.focusWidget()
            return popup if inside is None else inside
        focused: QWidget | None = QApplication.focusWidget()
        return self.program.window if focused is None else focused

    def _is_typing(self) -> bool:
        return isinstance(self._at(), _TYPED_INTO)

    def _focus_is_in_page(self) -> bool:
        return self.program.window.stack.isAncestorOf(self._at())


ACTS: Final[dict[str, int]] = {
    "walk_down_the_list": 5, "open_one_after_another": 4, "take": 4, "take_and_undo": 2, "reply": 4, "note": 4,
    "begin_a_note_and_leave_it": 1, "change_priority": 2, "assign": 2, "hold_and_resume": 2, "resolve": 4,
    "log_a_call": 4, "edit_the_summary": 1, "filter": 4, "change_many_at_once": 2, "mark_everything": 1, "hand_over": 1,
    "look_for_a_command": 3, "group_by_a_command": 1, "search_everything": 2, "escalate": 1,
    "why_the_clocks_stand_so": 1, "look_at_macros": 1, "look_through_views": 3, "look_something_up": 2,
    "look_at_escalations": 2, "look_at_reviews": 1, "go_back_and_forward": 2, "look_at_settings": 2,
    "look_at_notifications": 1, "look_up_a_key": 1, "change_the_looks": 1, "change_the_theme": 1, "refresh": 1,
}  # fmt: skip
"""What is done, and how often of 75 times."""

CHOICES: Final[dict[str, int]] = {
    "change_priority": 3, "log_a_call": len(_SUMMARIES), "filter": len(_FILTERS), "look_for_a_command": len(_COMMANDS),
    "group_by_a_command": len(_GROUPINGS), "search_everything": len(_WORDS),
}  # fmt: skip
"""What is done in more than one way, and in how many: so often in a row, and each way has been gone."""

_NAMED: Final = {"/": Qt.Key.Key_Slash, "?": Qt.Key.Key_Question, ".": Qt.Key.Key_Period, "\\": Qt.Key.Key_Backslash}


def key_of(chord: str) -> tuple[Qt.Key, Qt.KeyboardModifier]:
    """The key and its modifiers of a name such as `Ctrl+Shift+D`."""
    *held, name = chord.split("+")
    modifiers = Qt.KeyboardModifier.NoModifier
    for each in held:
        modifiers |= _MODIFIERS[each]
    return _NAMED.get(name) or Qt.Key[f"Key_{name}"], modifiers
