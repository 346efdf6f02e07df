"""The keyboard map of the desktop research (part 2.9), row by row, against the registry from which all keys come.

A row is (what it does, the keys it has there, the action that has them here). What is not a key of the window is named
with the widget or the system that has it; where ours differs on purpose, docs/decisions/0018 says why.
"""

from typing import Final

import pytest

from app.views.action_catalogue import CATALOGUE
from app.views.toolkit.key_caps import is_plain

BY_ID: Final = {spec.id: spec for spec in CATALOGUE}

MAP: Final = (
    ("Command palette", ("Ctrl+K",), "window.palette"),
    ("New incident", ("Ctrl+N",), "incident.new"),
    ("New incident in its own window", ("Ctrl+Shift+N",), "incident.new_window"),
    ("Open in a window", ("Shift+Return",), "incident.open_window"),
    ("Filter field", ("/", "Ctrl+F"), "list.filter"),
    ("Search everything", ("Ctrl+Shift+F",), "window.search"),
    ("Undo", ("Ctrl+Z",), "window.undo"),
    ("Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "window.redo"),
    ("Next pane", ("F6",), "window.next_pane"),
    ("Previous pane", ("Shift+F6",), "window.previous_pane"),
    ("Back", ("Alt+Left",), "go.back"),
    ("Forward", ("Alt+Right",), "go.forward"),
    *((f"Saved view {number}", (f"Ctrl+{number}",), f"go.view_{number}") for number in range(1, 10)),
    ("Sidebar on, off", ("Ctrl+B",), "window.sidebar"),
    ("Preview on, off", ("Ctrl+\\",), "window.preview"),
    ("Settings", ("Ctrl+,", "G, S"), "go.settings"),
    ("Print or PDF of this page", ("Ctrl+P",), "window.print"),
    ("Larger text", ("Ctrl++",), "window.larger"),
    ("Smaller text", ("Ctrl+-",), "window.smaller"),
    ("Usual text", ("Ctrl+0",), "window.usual_size"),
    ("Density", ("Ctrl+Shift+D",), "window.density"),
    ("Light, dark, system", ("Ctrl+Shift+L",), "window.theme"),
    ("Help on this page", ("F1",), "window.help"),
    ("Shortcut sheet", ("?",), "window.shortcuts"),
    ("Sync now", ("F5",), "list.refresh"),
    ("Full screen", ("F11",), "window.full_screen"),
    ("Menu bar", ("F10",), "window.menu_bar"),
    ("Close window", ("Ctrl+W",), "window.close"),
    ("Quit", ("Ctrl+Q",), "window.quit"),
    ("Lock", ("Ctrl+L",), "window.lock"),
    ("Triage", ("G, T",), "go.triage"),
    ("Queue", ("G, Q",), "go.queue"),
    ("Escalations", ("G, E",), "go.escalations"),
    ("Major", ("G, M",), "go.major"),
    ("Dashboard", ("G, D",), "go.dashboard"),
    ("As a table", ("T",), "dashboard.table"),
    ("Range", ("4",), "dashboard.range_4"),
    ("Knowledge", ("G, K",), "go.knowledge"),
    ("Reports", ("G, R",), "go.reviews"),
    ("Incident by number", ("G, I",), "go.number"),
    ("Next", ("J",), "list.next"),
    ("Previous", ("K",), "list.previous"),
    ("Open", ("Return",), "incident.open"),
    ("Scroll preview, then next", ("Space",), "list.scroll"),
    ("Select", ("X",), "list.mark"),
    ("Extend down", ("Shift+J",), "list.mark_next"),
    ("Extend up", ("Shift+K",), "list.mark_previous"),
    ("All in view", ("Ctrl+A",), "list.mark_all"),
    ("Take in waiting updates", (".",), "list.new"),
    ("View menu", ("V",), "list.view_menu"),
    ("Save filter as view", ("Ctrl+S",), "list.save_view"),
    ("Export what is shown", ("Ctrl+E",), "list.export"),
    ("Reply", ("R",), "incident.reply"),
    ("Internal note", ("N",), "incident.note"),
    ("Assign", ("A",), "incident.assign"),
    ("Assign to team", ("Shift+A",), "incident.assign_group"),
    ("Assign to me", ("I",), "incident.take"),
    ("Priority", ("P",), "incident.priority"),
    ("Status", ("S",), "incident.status"),
    ("Escalate", ("E",), "incident.escalate"),
    ("Wait", ("W",), "incident.hold"),
    ("Snooze until", ("H",), "incident.snooze"),
    ("Tags", ("T",), "incident.tags"),
    ("Link or mark duplicate", ("L",), "incident.link"),
    ("Macro", ("M",), "incident.macro"),
    ("Follow", ("F",), "incident.follow"),
    ("Edit summary", ("F2",), "incident.edit_summary"),
    ("Mark unread", ("U",), "incident.unread"),
    ("Resolve", ("Ctrl+Shift+Return",), "incident.resolve"),
    ("Propose a major incident", ("Ctrl+Shift+M",), "incident.propose_major"),
    ("Copy number", ("Ctrl+Shift+C",), "incident.copy_number"),
    ("Accept", ("1",), "triage.accept"),
    ("Duplicate", ("2",), "triage.duplicate"),
    ("Decline", ("3",), "triage.decline"),
    ("Acknowledge", ("Y",), "escalation.acknowledge"),
    ("Hand back", ("B",), "escalation.hand_back"),
    ("Find in this incident", ("Ctrl+F",), "list.filter"),
    ("Next hit", ("Ctrl+G",), "incident.find_next"),
    ("Focus previous message", ("Ctrl+Up",), "incident.message_previous"),
    ("Focus next message", ("Ctrl+Down",), "incident.message_next"),
    ("Attach file", ("Ctrl+Shift+A",), "incident.attach"),
    ("Edit an article", ("E",), "knowledge.edit"),
    ("Publish", ("Ctrl+Return",), "knowledge.publish"),
    ("Previous version", ("[",), "knowledge.older"),
    ("Next version", ("]",), "knowledge.newer"),
    ("Save a report", ("Ctrl+S",), "review.save"),
)

ELSEWHERE: Final = {
    "Tab, Shift+Tab": "Qt, in the order of app/views/toolkit/tab_order.py",
    "Esc": "each sheet, strip, field and list",
    "Home, End, PgUp, PgDn, Left, Right": "the list (app/views/queue/table_view.py)",
    "Shift+F10, then F": "the system opens the menu of the row; F is its mnemonic",
    "P then 1 to 4, S then letter, W then 1 to 5": "the list that the first key opens",
    "Ctrl+Enter, Ctrl+Shift+Enter, Ctrl+V, Ctrl+Shift+V": "the box in which one types",
    "Ctrl+Tab": "the composer",
    "/, [[, @": "the composer",
    "Alt+1, Alt+2": "the sheet of a new incident",
}
"""Keys of the map that belong to a widget, not to the window."""

DIFFERENT: Final = {
    "Del": "nothing is deleted; an incident is canceled with its reason",
    "Ctrl+B, I, U, Ctrl+Shift+7, 8": "what is written to callers is plain text",
    "Alt": "Alt alone does not show the menu bar; F10 does",
}
"""Keys of the map that we do not have, with the reason in short; docs/decisions/0018 has it in full."""


@pytest.mark.parametrize(("does", "keys", "action"), MAP, ids=[f"{row[0]}: {' '.join(row[1])}" for row in MAP])
def test_each_row_has_its_keys(does: str, keys: tuple[str, ...], action: str) -> None:
    assert set(keys) <= set(BY_ID[action].keys), does


def test_no_key_is_one_that_somebody_needs_for_a_letter() -> None:
    for spec in CATALOGUE:
        for keys in spec.keys:
            assert not keys.startswith("Ctrl+Alt+"), f"{spec.id}: on many keyboards this is AltGr"
            assert not (keys.startswith("Alt+") and len(keys) == len("Alt+X")), f"{spec.id}: Alt and a letter is a menu"


def test_plain_keys_are_known_as_such() -> None:
    assert {keys for _, some, _ in MAP for keys in some if is_plain(keys)} >= {"J", "1", "G, T", "?", ".", "[", "H"}
