"""Settings in the window, and escalation rules that are built as sentences."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.domain.escalation.data import rules_to_data
from app.domain.escalation.rules import ActionKind, Recipient, RecipientKind, TriggerKind
from app.domain.escalation.words import Level
from app.domain.instants import MINUTE
from app.domain.sla.policy import Clock, Condition, Trait
from app.domain.sla.thresholds import percent
from app.domain.vocabulary import Role
from app.services.people.dto import NewPerson
from app.views.action_catalogue import CATALOGUE
from app.views.actions import ActionSpec
from app.views.pages import Location
from app.views.settings_page.other_words import OTHER_WORDS
from app.views.settings_page.page import SettingsPage, settings_location
from app.views.settings_page.registry import SECTIONS, found, likeliest
from app.views.settings_page.rules.builder import RuleBuilder
from app.views.settings_page.rules.section import RulesSection
from tests.views.desks import Stage
from tests.words import catalog

_ALT = Qt.KeyboardModifier.AltModifier


class Rules:
    """The section of escalation rules on a stage."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.desk = stage.desk.session.desk
        self.page = stage.show(SettingsPage(stage.context))
        self.page.open("rules")
        stage.settle()
        section = self.page.section
        assert isinstance(section, RulesSection)
        self.section = section

    @property
    def builder(self) -> RuleBuilder:
        """The sentence."""
        return self.section.builder

    def published(self) -> list[str]:
        """The names of the rules in force, in order."""
        return [view.rule.name for view in self.desk.escalations.rules(self.stage.desk.me)]

    def publish(self, note: str = "") -> None:
        """Take both steps."""
        self.section.bar.publish.click()
        self.section.bar.note.setText(note)
        self.section.bar.publish.click()
        self.stage.settle()


@pytest.fixture
def at(on_stage: Stage) -> Rules:
    return Rules(on_stage)


def test_settings_have_an_action_with_the_keys_of_the_map() -> None:
    spec = next(spec for spec in CATALOGUE if spec.id == "go.settings")
    assert isinstance(spec, ActionSpec)
    assert spec.keys == ("Ctrl+,", "G, S")


def test_the_search_finds_sections_by_what_is_in_them() -> None:
    assert [(spec.key, topic) for spec, topic in found(SECTIONS, "dry")] == [("rules", "Dry run")]
    assert len(found(SECTIONS, "")) == len(SECTIONS)
    assert not found(SECTIONS, "zebra")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("ics", "calendars"), ("holiday", "calendars"), ("vacation", "calendars"), ("working hours", "calendars"),
        ("roster", "hours"), ("csv", "items"), ("excel", "people"), ("mail", "writing_help"), ("email", "people"),
        ("permission", "people"), ("signature", "macros"), ("backup", "backups"), ("font", "appearance"),
        ("dark", "appearance"), ("sound", "appearance"), ("notification", "appearance"), ("shortcut", "keys"),
        ("keyboard", "keys"), ("lock", "people"), ("sign out", "gate"), ("ssl", "desk"), ("gdpr", "retention"),
    ],
)  # fmt: skip
def test_the_search_finds_sections_by_what_people_call_them(typed: str, first: str) -> None:
    assert next(spec.key for spec, _topic in found(SECTIONS, typed)) == first


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("back", "backups"), ("sign-in", "gate"), ("lock", "gate"), ("reasons", "hold_reasons"), ("holiday", "calendars")],
)
def test_a_title_is_meant_before_what_is_only_in_a_section(typed: str, meant: str) -> None:
    best = likeliest((spec for spec, _topic in found(SECTIONS, typed)), typed)
    assert best is not None
    assert best.key == meant


def test_other_words_are_said_of_every_section_and_found_by_their_beginning_alone() -> None:
    assert OTHER_WORDS.keys() == {spec.key for spec in SECTIONS}
    assert "appearance" not in [spec.key for spec, _topic in found(SECTIONS, "ont")], "the middle of a word is no word"


@pytest.mark.parametrize(
    ("section", "words"),
    [
        ("calendars", "ICS Urlaub Wochenende"), ("backups", "Backup Datensicherung"), ("people", "Benutzer E-Mail"),
        ("gate", "Kennwort Abmelden"), ("appearance", "Schriftgröße dunkel Ton"), ("keys", "Tastatur"),
        ("macros", "Signatur"), ("retention", "DSGVO Löschfristen"),
    ],
)  # fmt: skip
def test_german_words_are_those_that_germans_type(section: str, words: str) -> None:
    (said,) = catalog.read("de")[OTHER_WORDS[section]].forms
    assert set(words.split()) <= set(said.split(", "))


def test_the_search_narrows_the_list_and_enter_goes_there(at: Rules) -> None:
    navigation = at.page.navigation
    navigation.search.setFocus()
    QTest.keyClicks(navigation.search, "loop")
    assert navigation.visible_keys() == ["rules"]
    QTest.keyClick(navigation.search, Qt.Key.Key_Return)
    assert at.stage.went == [settings_location("rules")] == [Location("settings", "rules")]
    QTest.keyClick(navigation.search, Qt.Key.Key_Escape)
    assert len(navigation.visible_keys()) == len(SECTIONS)
    QTest.keyClicks(navigation.search, "back")
    assert len(navigation.visible_keys()) > 1
    QTest.keyClick(navigation.search, Qt.Key.Key_Return)
    assert at.stage.went[-1] == settings_location("backups"), "and not the first that has the word somewhere"
    navigation.show_chosen("appearance")
    assert navigation.search.text() == "", "what is shown is seen in the list"


def test_esc_goes_up_from_one_rule_to_all_of_them(at: Rules) -> None:
    assert at.page.above() is None
    at.page.open("rules/new")
    assert at.page.above() == settings_location("rules")


def test_a_rule_is_built_and_published(at: Rules) -> None:
    before = at.published()
    at.section.add_rule()
    at.builder.name.clear()
    QTest.keyClicks(at.builder.name, "VIP without an answer")
    trigger = at.builder.trigger
    trigger.kind.setCurrentIndex(trigger.kind.findData(TriggerKind.CLOCK.value))
    trigger.kind.activated.emit(trigger.kind.currentIndex())
    trigger.clock.setCurrentIndex(trigger.clock.findData(Clock.RESPONSE.value))
    trigger.clock.activated.emit(trigger.clock.currentIndex())
    trigger.threshold.selectAll()
    QTest.keyClicks(trigger.threshold, "80 %")
    QTest.keyClick(trigger.threshold, Qt.Key.Key_Return)
    at.builder.conditions.begin(Trait.VIP)
    at.builder.add_step.click()
    step = at.builder.steps[1].form
    step.kind.setCurrentIndex(step.kind.findData(ActionKind.RAISE_LEVEL.value))
    step.kind.activated.emit(step.kind.currentIndex())
    assert at.builder.words() == (
        "When the response clock reaches 80 % and the caller is a VIP, then notify the assignee; after 10 min "
        "escalate to level 1 (lead), to be acknowledged in 15 min."
    )
    rule = at.section.rules[-1]
    assert (rule.trigger.threshold, rule.conditions) == (percent(80), (Condition(Trait.VIP, frozenset({"yes"})),))
    assert (rule.steps[1].after, rule.steps[1].action.level) == (10 * MINUTE, Level.LEAD)
    assert "Not published: 1 new" in at.section.bar.state.text()
    at.stage.settle()
    at.publish("VIPs first")
    assert at.published() == [*before, "VIP without an answer"]
    assert at.section.bar.state.text().startswith("Version ")
    assert at.desk.escalations.rule_books(at.stage.desk.me)[0].note == "VIPs first"


def test_whom_a_step_tells_is_added_and_dropped(at: Rules) -> None:
    at.section.add_rule()
    recipients = at.builder.steps[0].form.recipients
    recipients.take(Recipient(RecipientKind.PERSON, at.stage.desk.dana.person_id))
    assert "notify the assignee and Dana Okafor" in at.builder.words()
    at.builder.steps[0].form.recipients.chips[0].click()
    assert [who.kind for who in at.section.rules[-1].steps[0].action.recipients] == [RecipientKind.PERSON]


def test_the_order_is_changed_by_keys_and_taken_back(at: Rules) -> None:
    names = [rule.name for rule in at.section.rules]
    at.section.order.setFocus()
    at.section.order.setCurrentRow(1)
    QTest.keyClick(at.section.order, Qt.Key.Key_Up, _ALT)
    assert [rule.name for rule in at.section.rules][:2] == [names[1], names[0]]
    assert at.section.bar.state.text() == "Not published: order"
    assert at.stage.context.actions.run("window.undo")
    assert [rule.name for rule in at.section.rules] == names
    assert at.section.bar.publish.isHidden()


def test_what_is_wrong_is_said_in_place_and_not_published(at: Rules) -> None:
    before = at.published()
    at.section.add_rule()
    at.builder.steps[0].cross.click()
    at.section._timer.stop()
    at.section._ask_check()
    at.stage.settle()
    assert at.section.findings.isVisible()
    assert at.section.order.item(at.section.order.count() - 1).text().endswith("has an error")
    at.publish()
    assert at.section.bar.refusal.text()
    assert at.published() == before


def test_what_is_not_published_survives(at: Rules) -> None:
    at.section.add_rule()
    QTest.keyClicks(at.builder.name, "Half a rule")
    at.page.leave()
    at.stage.settle()
    again = Rules(at.stage)
    again.stage.settle()
    assert again.section.rules[-1].name == "Half a rule"
    assert "here again" in again.section.frame.strip.text()
    again.section.bar.note.setText("Half of it")
    again.section.bar.discard.click()
    assert [rule.name for rule in again.section.rules] == again.published()
    assert again.section.bar.note.text() == ""
    again.section.frame.strip._buttons[0].click()
    assert again.section.rules[-1].name == "Half a rule"
    assert again.section.bar.note.text() == "Half of it", "what it was for comes back with it"
    assert again.section.bar.state.text() == "Not published: 1 new"


def test_agents_read_and_do_not_write(on_stage: Stage) -> None:
    desk = on_stage.desk.session.desk
    new = NewPerson(desk.new_id(), "Ann Reader", role=Role.AGENT)
    desk.people_admin.add_person(on_stage.desk.me, new)
    on_stage.context.session = on_stage.desk.session._replace(actor=on_stage.desk.dana)
    at = Rules(on_stage)
    assert at.section.new.isHidden()
    assert at.builder.name.isReadOnly()
    assert "supervisors and administrators" in at.section.bar.state.text()


def test_the_draft_is_plain_data(at: Rules) -> None:
    assert json.loads(json.dumps(rules_to_data(at.section.rules)))


def test_every_section_is_made_in_the_place_where_it_is_shown(on_stage: Stage) -> None:
    """Put there afterwards, each of its hundreds of widgets would look for its style once more."""
    place = on_stage.show(QWidget())
    sections = {spec.key: spec.make(on_stage.context, place) for spec in SECTIONS}
    assert [key for key, section in sections.items() if section.parentWidget() is not place] == []
