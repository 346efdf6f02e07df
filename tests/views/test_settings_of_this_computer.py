"""Appearance and keys: what a person sets for themself on this computer."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from app.infra.settings import LocalSettings, text_size
from app.views.own_keys import choose_keys, refusal, take_own_keys
from app.views.settings_page.appearance.section import AppearanceSection
from app.views.settings_page.keys.section import KeysSection
from app.views.settings_page.page import SettingsPage
from app.views.toolkit.live_scale import scale_to
from app.views.toolkit.tokens import Size
from tests.views.desks import Stage


class Keys:
    """The section of keys on a stage."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.actions, self.state = stage.context.actions, stage.context.state
        self.page = stage.show(SettingsPage(stage.context))
        self.page.open("keys")
        assert isinstance(self.page.section, KeysSection)
        self.section = self.page.section

    def rows(self) -> dict[str, str]:
        """The keys of each action, as the list shows them."""
        return {entry.title: entry.end for entry in self.section.list.entries}

    def keys_of(self, action_id: str) -> tuple[str, ...]:
        """The keys that an action has now."""
        return tuple(
            sequence.toString(QKeySequence.SequenceFormat.PortableText)
            for sequence in self.actions.action(action_id).shortcuts()
        )


@pytest.fixture
def keys(on_stage: Stage) -> Keys:
    return Keys(on_stage)


def test_every_action_is_listed_with_its_keys_and_found(keys: Keys) -> None:
    assert keys.rows()["Assign to me"] == "I"
    assert keys.rows()["Queue"] == "G then Q"
    keys.section.overview.search.setText("palette commands")
    assert keys.rows() == {}
    keys.section.overview.search.setText("quit")
    assert list(keys.rows()) == ["Quit"]


def test_other_keys_are_pressed_saved_and_taken_back(keys: Keys) -> None:
    keys.page.open("keys/incident.take")
    keys.section.capture.setFocus()
    # A second key may follow, so the first is taken once none has come.
    with keys.stage.qtbot.waitSignal(keys.section.capture.keySequenceChanged):
        QTest.keyClick(keys.section.capture, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert keys.section.use.isEnabled()
    keys.section.use.click()
    assert keys.keys_of("incident.take") == ("Ctrl+M",)
    assert keys.section.now.text() == "Now: Ctrl M. Usual: I."
    keys.actions.run("window.undo")
    assert keys.keys_of("incident.take") == ("I",)
    assert keys.state.get("keys.own") is None


def test_a_key_that_is_told_of_after_going_back_to_the_list_changes_nothing(keys: Keys) -> None:
    keys.page.open("keys/incident.take")
    keys.section.capture.setFocus()
    with keys.stage.qtbot.waitSignal(keys.section.capture.keySequenceChanged):
        QTest.keyClick(keys.section.capture, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
        keys.page.open("keys")
    assert keys.keys_of("incident.take") == ("I",)


def test_what_was_chosen_holds_after_the_next_start(keys: Keys) -> None:
    choose_keys(keys.actions, keys.state, "incident.take", ["Ctrl+M"])
    keys.actions.wear({})
    assert keys.keys_of("incident.take") == ("I",)
    take_own_keys(keys.actions, keys.state)
    assert keys.keys_of("incident.take") == ("Ctrl+M",)
    keys.section.open("incident.take")
    keys.section.usual.click()
    assert keys.keys_of("incident.take") == ("I",)


@pytest.mark.parametrize(
    ("pressed", "said"),
    [
        ("Ctrl+K", "Ctrl+K is “Commands” already"),
        ("G", "is “Triage”, and the one would hide the other"),
        ("Tab", "Tab is needed to move about"),
        ("Ctrl+M", ""),
        ("", "Press the keys"),
    ],
)
def test_keys_that_would_take_something_away_are_refused(keys: Keys, pressed: str, said: str) -> None:
    found = refusal(keys.actions, "incident.take", pressed)
    assert (said in found) if said else found == ""


def test_letters_alone_can_be_switched_off(keys: Keys) -> None:
    keys.section.single.click()
    assert keys.keys_of("incident.take") == ()
    assert keys.keys_of("window.palette") == ("Ctrl+K",)
    assert keys.rows()["Assign to me"] == ""
    keys.section.single.click()
    assert keys.keys_of("incident.take") == ("I",)


def test_a_damaged_list_of_keys_counts_as_none(keys: Keys) -> None:
    keys.state.set("keys.own", {"incident.take": 7, "incident.note": ["Ctrl+J", 3]})
    take_own_keys(keys.actions, keys.state)
    assert keys.keys_of("incident.take") == ("I",)
    assert keys.keys_of("incident.note") == ("Ctrl+J",)


def test_theme_size_and_language_are_kept_for_this_computer(on_stage: Stage) -> None:
    kept, worn = [LocalSettings()], list[str]()
    on_stage.context.own = lambda: kept[-1]
    on_stage.context.keep_own = kept.append
    on_stage.context.use_theme = worn.append
    used: list[int] = []

    def use_size(percent: int) -> bool:
        used.append(percent)
        return True

    on_stage.context.use_size = use_size
    opened: list[str] = []
    on_stage.context.start_anew = lambda: opened.append("anew")
    page = on_stage.show(SettingsPage(on_stage.context))
    page.open("appearance")
    section = page.section
    assert isinstance(section, AppearanceSection)
    section.theme.chosen.emit("dark")
    assert worn == ["dark"]
    assert section.anew.isHidden(), "nothing waits for it"
    section.percent.setCurrentIndex(section.percent.findData(125))
    section.percent.activated.emit(section.percent.currentIndex())
    assert kept[-1].text_size == "125"
    assert used == [125]
    assert section.later.text() == ""
    assert section.anew.isHidden(), "it counts already"
    assert section.language_later.text() == ""
    section.language.setCurrentIndex(section.language.findText("Deutsch"))
    section.language.activated.emit(section.language.currentIndex())
    assert kept[-1].language == "de"
    assert not section.anew.isHidden()
    section.anew.click()
    assert opened == ["anew"]
    assert section.language_later.text() == "Once Mainstay is opened anew."


def test_a_size_that_cannot_count_at_once_waits(on_stage: Stage) -> None:
    kept = [LocalSettings()]
    on_stage.context.own, on_stage.context.keep_own = lambda: kept[-1], kept.append
    on_stage.context.start_anew = lambda: None
    page = on_stage.show(SettingsPage(on_stage.context))
    page.open("appearance")
    section = page.section
    assert isinstance(section, AppearanceSection)
    for size, said in ((125, "Once Mainstay is opened anew."), (100, "")):
        section.percent.setCurrentIndex(section.percent.findData(size))
        section.percent.activated.emit(section.percent.currentIndex())
        assert section.later.text() == said
        assert section.anew.isHidden() == (not said)


def test_the_settings_show_the_size_that_a_key_has_chosen(on_stage: Stage) -> None:
    kept = [LocalSettings()]
    on_stage.context.own, on_stage.context.keep_own = lambda: kept[-1], kept.append
    page = on_stage.show(SettingsPage(on_stage.context))
    page.open("appearance")
    section = page.section
    assert isinstance(section, AppearanceSection)
    kept.append(LocalSettings(text_size="110"))
    try:
        assert scale_to(110)
        assert section.percent.currentData() == 110
    finally:
        scale_to(100)


def test_a_size_from_outside_is_not_offered(on_stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_SCALE_FACTOR", "2")
    page = on_stage.show(SettingsPage(on_stage.context))
    page.open("appearance")
    section = page.section
    assert isinstance(section, AppearanceSection)
    assert not section.percent.isEnabled()
    assert "QT_SCALE_FACTOR" in section.later.text()
    section.focus_start()
    assert page.window().focusWidget() is section.language


def test_the_height_of_rows_is_chosen_for_the_queue(on_stage: Stage) -> None:
    page = on_stage.show(SettingsPage(on_stage.context))
    page.open("appearance")
    section = page.section
    assert isinstance(section, AppearanceSection)
    shown = {button.text(): button for button in section.rows.findChildren(QAbstractButton)}
    assert [name for name, button in shown.items() if button.isChecked()] == ["Cosy"]
    shown["Compact"].click()
    assert on_stage.context.state.get("queue.row_height", 0) == Size.ROW_COMPACT
    assert [name for name, button in shown.items() if button.isChecked()] == ["Compact"]


@pytest.mark.parametrize(("stored", "used"), [("125", 125), ("100", 100), ("huge", 100), ("", 100), ("1000", 100)])
def test_a_damaged_size_counts_as_the_usual_one(stored: str, used: int) -> None:
    assert text_size(LocalSettings(text_size=stored)) == used
