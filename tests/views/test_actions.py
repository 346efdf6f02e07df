"""The action registry: unique, permitted, bound to pages, and silent while somebody types."""

from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.domain.actor import Actor
from app.domain.permissions import Permission
from app.domain.vocabulary import Role
from app.views.action_catalogue import CATALOGUE
from app.views.actions import ActionRegistry, ActionSpec, Scope, are_apart
from app.views.toolkit.key_caps import is_plain
from app.views.toolkit.theme import Theme


class Window(QWidget):
    """A window with a line, a text and a page to type keys on."""

    def __init__(self) -> None:
        super().__init__()
        self.line, self.text, self.page = QLineEdit(), QTextEdit(), QWidget()
        self.page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        for widget in (self.line, self.text, self.page):
            column.addWidget(widget)
        self.actions_here = ActionRegistry(CATALOGUE, self)


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_ids_and_keys_are_unique() -> None:
    ids = [spec.id for spec in CATALOGUE]
    assert len(ids) == len(set(ids))
    # Pages that are never shown together may mean different things by the same keys, such as to save.
    shared = [
        (one.id, other.id)
        for one, other in combinations(CATALOGUE, 2)
        if set(one.keys) & set(other.keys) and not are_apart(one, other)
    ]
    assert not shared


def test_no_single_key_hides_a_sequence() -> None:
    first_keys = {keys.split(", ")[0] for spec in CATALOGUE for keys in spec.keys if ", " in keys}
    single = {keys for spec in CATALOGUE for keys in spec.keys if ", " not in keys}
    assert not first_keys & single


def test_no_keys_of_the_system_or_of_european_layouts() -> None:
    for spec in CATALOGUE:
        for keys in spec.keys:
            assert "Ctrl+Alt" not in keys
            assert not (keys.startswith("Alt+") and len(keys) == len("Alt+x")), "Alt and a letter belong to menus"


def test_a_second_claim_on_keys_is_refused(theme: Theme, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    one, two = (ActionSpec(name, name, Scope.LIST, ("J",)) for name in ("one", "two"))
    with pytest.raises(ValueError, match="one and two both want the keys J"):
        ActionRegistry([one, two], parent)
    with pytest.raises(ValueError, match="listed twice"):
        ActionRegistry([one, one], parent)


def test_single_keys_work_on_a_page_and_are_letters_in_a_field(window: Window, qtbot: QtBot) -> None:
    ran: list[str] = []
    window.actions_here.bind("incident.take", lambda: ran.append("take"))
    window.actions_here.bind("go.queue", lambda: ran.append("queue"))
    window.page.setFocus()
    QTest.keyClicks(window.page, "igq")
    assert ran == ["take", "queue"]
    for field in (window.line, window.text):
        field.setFocus()
        QTest.keyClicks(field, "igq?")
        assert ran == ["take", "queue"]
    assert window.line.text() == "igq?"
    assert window.text.toPlainText() == "igq?"


def test_chords_work_in_a_field(window: Window, qtbot: QtBot) -> None:
    ran: list[str] = []
    window.actions_here.bind("window.palette", lambda: ran.append("palette"))
    window.line.setFocus()
    QTest.keyClick(window.line, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert ran == ["palette"]


def test_a_chord_works_in_a_field_where_the_action_has_a_plain_key_too(window: Window, qtbot: QtBot) -> None:
    ran: list[str] = []
    window.actions_here.bind("go.settings", lambda: ran.append("settings"))
    window.actions_here.bind("list.filter", lambda: ran.append("filter"))
    for field in (window.line, window.text):
        ran.clear()
        field.setFocus()
        QTest.keyClicks(field, "gs/")
        assert ran == []
        QTest.keyClick(field, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(field, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        assert ran == ["settings", "filter"]
    assert window.line.text() == window.text.toPlainText() == "gs/"


def test_an_action_belongs_to_the_page_that_is_shown(window: Window) -> None:
    registry, ran = window.actions_here, []
    registry.bind("incident.reply", lambda: ran.append("page"), owner=window.page)
    assert not registry.run("incident.reply")
    assert registry.offer("incident.reply").reason == "Not on this page"
    registry.set_page(window.page)
    assert registry.run("incident.reply")
    assert registry.action("incident.reply").isEnabled()
    registry.unbind(window.page)
    assert not registry.action("incident.reply").isVisible(), "what nobody has bound does not exist"
    assert ran == ["page"]


def test_what_cannot_be_done_says_why(window: Window) -> None:
    registry = window.actions_here
    registry.bind("incident.open", lambda: None, unavailable=lambda: "Select an incident first")
    assert registry.offer("incident.open").reason == "Select an incident first"
    assert "Select an incident first" in registry.action("incident.open").toolTip()
    assert not registry.run("incident.open")


def test_permissions_are_those_of_the_role(window: Window) -> None:
    registry = window.actions_here
    registry.bind("incident.note", lambda: None)
    registry.set_actor(Actor("1", "Rui", Role.REQUESTER))
    assert registry.offer("incident.note").reason == "Not for the role requester"
    registry.set_actor(Actor("1", "Rui", Role.AGENT))
    assert registry.offer("incident.note").reason == ""
    assert Permission.INCIDENT_WORK_NOTE in {spec.permission for spec in CATALOGUE}


def test_menus_are_made_from_the_registry(window: Window) -> None:
    registry = window.actions_here
    registry.bind("incident.open", lambda: None)
    registry.bind("incident.take", lambda: None)
    menu = registry.menu(["incident.open", None, "incident.take", "incident.reply"], window)
    assert [action.text() for action in menu.actions()] == ["Open", "", "Assign to me"]


@pytest.mark.parametrize(
    ("keys", "plain"),
    [("J", True), ("G, Q", True), ("?", True), ("Shift+A", True), ("Ctrl+K", False), ("F5", False), ("Return", False)],
)
def test_which_keys_somebody_could_be_typing(keys: str, plain: bool) -> None:
    assert is_plain(keys) is plain
