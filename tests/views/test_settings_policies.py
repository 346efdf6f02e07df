"""SLA policies and hours in the settings."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget

from app.domain.instants import HOUR
from app.domain.sla.policy import Clock, Condition, Policy, Trait
from app.views.settings_page.conditions import value_words
from app.views.settings_page.entries.story import HistoryCard
from app.views.settings_page.hours.section import HoursSection
from app.views.settings_page.page import SettingsPage
from app.views.settings_page.policies.section import PoliciesSection
from app.views.settings_page.reference import load_reference
from app.views.settings_page.rules.section import RulesSection
from tests.views.desks import Stage

_ALT = Qt.KeyboardModifier.AltModifier


class Policies:
    """The section of policies on a stage."""

    def __init__(self, stage: Stage, place: str = "policies") -> None:
        self.stage = stage
        self.desk = stage.desk.session.desk
        self.page = stage.show(SettingsPage(stage.context))
        self.page.open(place)
        stage.settle()
        section = self.page.section
        assert isinstance(section, PoliciesSection)
        self.section = section
        self.check()

    def check(self) -> None:
        """Have the validators look now."""
        self.section._timer.stop()
        self.section._ask_findings()
        self.stage.settle()

    def published(self, policy_set: str = "desk") -> tuple[Policy, ...]:
        """What is in force."""
        books = self.desk.sla_settings.books(self.stage.desk.me, policy_set)
        return books[-1].policies if books else ()

    def enter(self, clock: Clock, text: str) -> None:
        """Type a target of every priority."""
        line = self.section.editor.matrix.cells["", clock].line
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, text)
        QTest.keyClick(line, Qt.Key.Key_Return)

    def publish(self) -> None:
        """Take both steps."""
        if self.section.bar.panel.isHidden():
            self.section.bar.publish.click()
        self.section.bar.publish.click()
        self.stage.settle()


@pytest.fixture
def at(on_stage: Stage) -> Policies:
    return Policies(on_stage)


def test_policies_stand_in_their_order_with_their_targets(at: Policies) -> None:
    assert at.section.order.item(2).text() == "Moderate, Priority: P3, 4 h / 27 h"
    at.section.order.setCurrentRow(2)
    cell = at.section.editor.matrix.cells["", Clock.RESOLUTION]
    assert (cell.line.text(), cell.days.text()) == ("27 h", "= 3 working days")


def test_a_target_is_typed_and_published(at: Policies) -> None:
    at.section.order.setCurrentRow(2)
    at.enter(Clock.RESOLUTION, "18 h")
    at.enter(Clock.UPDATE, "9 h")
    assert at.section.bar.state.text() == "Not published: 1 changed"
    at.publish()
    moderate = at.published()[2]
    assert moderate.targets[Clock.RESOLUTION] == 18 * HOUR
    assert moderate.targets[Clock.UPDATE] == 9 * HOUR
    assert (moderate.version, at.published()[0].version) == (2, 1)


def test_what_the_validators_find_is_said_in_place_and_not_published(at: Policies) -> None:
    at.section.order.setCurrentRow(0)
    at.section.editor.conditions.lines[0].cross.click()
    at.check()
    at.section.order.setCurrentRow(1)
    assert "never attaches" in at.section.editor.findings.text()
    assert at.section.order.item(1).text().endswith("has an error")
    at.publish()
    assert "never attaches" in at.section.bar.refusal.text()
    assert len(at.published()) == 4


def test_order_is_changed_by_keys_and_taken_back(at: Policies) -> None:
    at.section.order.setFocus()
    at.section.order.setCurrentRow(3)
    QTest.keyClick(at.section.order, Qt.Key.Key_Up, _ALT)
    assert [policy.name for policy in at.section.policies] == ["Critical", "High", "Low", "Moderate"]
    assert at.section.bar.state.text() == "Not published: order"
    at.stage.context.toasts.dismiss()
    at.stage.context.actions.run("window.undo")
    assert [policy.name for policy in at.section.policies] == ["Critical", "High", "Moderate", "Low"]


def test_what_open_incidents_would_make_of_it_is_shown_before(at: Policies) -> None:
    at.stage.desk.log("Scanner beeps twice")
    at.section.order.setCurrentRow(2)
    at.enter(Clock.RESOLUTION, "2 h")
    at.section.bar.publish.click()
    at.stage.settle()
    assert at.section.preview.state.text().startswith("Only for new incidents")
    at.section.preview.box.setChecked(True)
    at.stage.settle()
    assert at.section.preview.state.text() == "Due times of 1 open incident change."
    at.publish()
    assert at.published()[2].targets[Clock.RESOLUTION] == 2 * HOUR
    assert at.desk.sla_settings.books(at.stage.desk.me, "desk")[-1].applies_to_open


def test_imported_incidents_have_a_set_of_their_own(on_stage: Stage) -> None:
    at = Policies(on_stage, "policies/imported")
    assert at.section.title() == "SLA policies for imported incidents"
    assert not at.section.none.isHidden()
    at.section.sample.click()
    at.stage.settle()
    assert len(at.section.policies) == len(at.published("imported")) == 4
    assert "main.py sla recount --set imported" in at.section.frame.strip.text()
    assert at.section.frame.strip.isVisible()
    assert len(at.published()) == 4


def test_a_new_policy_begins_at_the_top_and_survives(at: Policies) -> None:
    at.section.add_policy()
    QTest.keyClicks(at.section.editor.name, "Docks first")
    at.page.leave()
    at.stage.settle()
    again = Policies(at.stage)
    assert again.section.policies[0].name == "Docks first"
    again.section.bar.note.setText("The docks")
    again.section.bar.discard.click()
    assert len(again.section.policies) == 4
    again.section.frame.strip._buttons[0].click()
    assert (again.section.policies[0].name, again.section.bar.note.text()) == ("Docks first", "The docks")


def test_what_can_be_tried_comes_a_turn_of_the_window_after_the_policies(on_stage: Stage) -> None:
    page = on_stage.show(SettingsPage(on_stage.context))
    page.open("policies")
    section = page.section
    assert isinstance(section, PoliciesSection)
    assert section.editor.matrix.cells
    assert not section.try_it.traits
    on_stage.settle()
    assert len(section.try_it.traits) == 6
    assert section.try_it.traits[Trait.PRIORITY].count() > 3, "what can be chosen is there"


def test_a_policy_is_tried(at: Policies) -> None:
    panel = at.section.try_it
    panel.created.setText("2026-11-27 16:00")
    panel.try_now()
    at.stage.settle()
    assert "Takes “Moderate”, counts by Office hours" in panel.state.text()


def test_conditions_offer_only_categories_that_an_incident_can_meet(at: Policies) -> None:
    # What is looked at is the category at the top, so one below it would hold for nobody.
    admin = at.stage.desk.session
    top = admin.desk.people_admin.add_category(admin.actor, "Fleet")
    below = admin.desk.people_admin.add_category(admin.actor, "Trucks", top)
    reference = load_reference(at.desk, admin.actor)
    offered = [str(option.value) for option in reference.choices[Trait.CATEGORY]]
    assert top in offered
    assert below not in offered
    asked = Condition(Trait.CATEGORY, frozenset({below}))
    assert value_words(reference.choices, asked) == ["something that can no longer be chosen"]


def test_hours_of_groups_and_people_are_saved_at_once_and_taken_back(on_stage: Stage) -> None:
    page = on_stage.show(SettingsPage(on_stage.context))
    page.open("hours")
    on_stage.settle()
    section = page.section
    assert isinstance(section, HoursSection)
    desk = on_stage.desk.session.desk
    calendar, following = section.groups[on_stage.desk.service_desk]
    following.setCurrentIndex(following.findData(on_stage.desk.network))
    following.activated.emit(following.currentIndex())
    on_stage.settle()

    def next_group() -> str | None:
        found = desk.sla_settings.group_hours(on_stage.desk.me)
        return next(each.next_group_id for each in found if each.group_id == on_stage.desk.service_desk)

    assert next_group() == on_stage.desk.network
    person = section.people[on_stage.desk.dana.person_id]
    person.setCurrentIndex(1)
    person.activated.emit(1)
    on_stage.settle()
    hours = {each.person_id: each.calendar_id for each in desk.sla_settings.person_hours(on_stage.desk.me)}
    assert hours[on_stage.desk.dana.person_id] == person.currentData()
    assert on_stage.context.toasts.undo()
    on_stage.settle()
    hours = {each.person_id: each.calendar_id for each in desk.sla_settings.person_hours(on_stage.desk.me)}
    assert hours[on_stage.desk.dana.person_id] is None
    assert calendar.currentData() == ""


def test_leads_managers_and_heads_are_named(on_stage: Stage) -> None:
    page = on_stage.show(SettingsPage(on_stage.context))
    page.open("hours")
    on_stage.settle()
    section = page.section
    assert isinstance(section, HoursSection)
    me, desk, dana = on_stage.desk.me, on_stage.desk.session.desk, on_stage.desk.dana.person_id

    def leads() -> list[str]:
        found = next(each for each in desk.sla_settings.group_hours(me) if each.group_id == on_stage.desk.service_desk)
        return [member.person_id for member in found.members if member.is_lead]

    section.leads[on_stage.desk.service_desk].added.emit(dana)
    on_stage.settle()
    assert leads() == [dana]
    on_stage.wait_for(lambda: len(section.leads[on_stage.desk.service_desk].chips) == 1)
    section.leads[on_stage.desk.service_desk].chips[0].click()
    on_stage.settle()
    assert leads() == []
    section.managers.added.emit(dana)
    on_stage.settle()
    on_stage.wait_for(lambda: len(section.managers.chips) == 1)
    section.heads.added.emit(me.person_id)
    on_stage.settle()
    chain = desk.escalations.chain(me)
    assert (chain.manager_ids, chain.head_ids) == ((dana,), (me.person_id,))
    told = ["Managers and heads: changed", "Managers and heads: set"]
    on_stage.wait_for(lambda: [line.partition(": ")[2] for line in history_of(section.history)] == told)


def history_of(card: HistoryCard) -> list[str]:
    """What the lines of a history say."""
    names = [each.accessibleName() for each in card.findChildren(QWidget)]
    return [name for name in names if name.startswith("Today ")]


def test_a_section_with_a_draft_is_marked(at: Policies) -> None:
    at.section.add_policy()
    at.page.leave()
    at.stage.wait_for(lambda: "not published" in at.page.navigation.items["policies"].accessibleName())
    assert "not published" not in at.page.navigation.items["rules"].accessibleName()


@pytest.mark.parametrize("place", ["calendars", "policies", "rules", "hours"])
def test_everything_that_can_be_used_has_a_name_and_a_size(on_stage: Stage, place: str) -> None:
    page = on_stage.show(SettingsPage(on_stage.context))
    page.open(place)
    on_stage.settle()
    if place == "calendars":
        page.open(f"calendars/{on_stage.desk.session.desk.sla_settings.calendars(on_stage.desk.me)[0].id}")
        on_stage.settle()
    for kind in (QAbstractButton, QLineEdit, QComboBox):
        for widget in page.findChildren(kind):
            if widget.isVisible():
                name = widget.accessibleName() or getattr(widget, "text", lambda: "")()
                assert name, widget
                assert widget.height() >= 24, (name, widget.height())


class Windows(QObject):
    """Notes what becomes a window of its own while it watches."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self.main = stage.window
        self.found: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A shown widget without a parent takes the focus away from the page."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.found += [type(watched).__name__] if watched is not self.main else []
        return False


def test_nothing_of_the_settings_is_a_window_of_its_own(on_stage: Stage, qapp: QApplication) -> None:
    watch = Windows(on_stage)
    qapp.installEventFilter(watch)
    page = on_stage.show(SettingsPage(on_stage.context))
    for place in ("calendars", "calendars/new", "policies", "rules", "hours"):
        page.open(place)
        on_stage.settle()
    policies, rules = page.sections["policies"], page.sections["rules"]
    assert isinstance(policies, PoliciesSection)
    assert isinstance(rules, RulesSection)
    policies.add_policy()
    rules.add_rule()
    on_stage.settle()
    qapp.removeEventFilter(watch)
    assert not watch.found
