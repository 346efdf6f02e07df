"""Calendars in the settings: edit, try, publish, look back; nothing that was typed gets lost."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.calendar import Span, weekly_seconds
from app.domain.week_painting import painted
from app.services.sla.settings_dto import CalendarView
from app.views.settings_page.calendars.section import CalendarsSection
from app.views.settings_page.page import SettingsPage, settings_location
from app.views.widgets.choice_popup import Option
from tests.views.desks import Stage


class Calendars:
    """The section of calendars on a stage."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.desk = stage.desk.session.desk
        self.page = stage.show(SettingsPage(stage.context))
        self.open("")
        section = self.page.section
        assert isinstance(section, CalendarsSection)
        self.section = section

    def open(self, argument: str) -> None:
        """Show the list or a calendar."""
        self.page.open(f"calendars/{argument}")
        self.stage.settle()

    def office(self) -> CalendarView:
        """The calendar as it is published."""
        found = self.desk.sla_settings.calendars(self.stage.desk.me)
        return next(each for each in found if each.name == "Office hours")

    def open_office(self) -> None:
        """Open the editor of the office hours."""
        self.open(self.office().id)

    def paint_saturday(self) -> None:
        """Open Saturday morning."""
        grid = self.section.editor.grid
        grid.choose(5, 36)
        grid.choose(5, 47, extend=True)
        grid.toggle()

    def publish(self, note: str = "") -> None:
        """Take both steps."""
        self.section.bar.publish.click()
        self.section.bar.note.setText(note)
        self.section.bar.publish.click()
        self.stage.settle()


@pytest.fixture
def at(on_stage: Stage) -> Calendars:
    return Calendars(on_stage)


def test_the_list_shows_hours_and_use_and_opens(at: Calendars) -> None:
    row = at.section.list.rows[at.office().id]
    assert "45 h per week, version 1, Used by 2" in row.accessibleName()
    row.click()
    assert at.stage.went == [settings_location("calendars", at.office().id)]


def test_painting_shows_in_text_and_is_published(at: Calendars) -> None:
    at.open_office()
    editor = at.section.editor
    assert editor.summary.text() == "45 h per week"
    at.paint_saturday()
    assert editor.days.lines[5].text() == "09:00-12:00"
    assert editor.summary.text() == "48 h per week"
    assert at.section.bar.state.text() == "Not published: hours of Saturday"
    assert weekly_seconds(at.office().calendar.week) == 45 * 3600
    at.publish("Saturday mornings")
    assert at.office().calendar.week[5] == (Span(9 * 3600, 12 * 3600),)
    assert at.section.bar.state.text().startswith("Version 2")
    versions = at.desk.sla_settings.calendar_versions(at.stage.desk.me, at.office().id)
    assert versions[-1].note == "Saturday mornings"


def test_an_edit_is_taken_back(at: Calendars) -> None:
    at.open_office()
    at.paint_saturday()
    at.stage.context.toasts.dismiss()
    assert at.stage.context.actions.run("window.undo")
    assert at.section.editor.days.lines[5].text() == ""
    assert at.section.bar.publish.isHidden()


def test_edits_survive_leaving_and_a_new_window(at: Calendars) -> None:
    at.open_office()
    at.paint_saturday()
    at.section.editor.days.lines[6].setText("nonsense")
    at.section.editor.holidays.line.put(["2026-12-24", "Half a na", ""])
    at.section._keep()
    at.open("")
    assert "changes not published" in at.section.list.rows[at.office().id].accessibleName()
    again = Calendars(at.stage)
    again.open_office()
    again.stage.settle()
    editor = again.section.editor
    assert editor.days.lines[5].text() == "09:00-12:00"
    assert editor.days.lines[6].text() == "nonsense"
    assert editor.holidays.line.texts()[1] == "Half a na"
    assert "here again" in again.section.frame.strip.text()
    again.publish()
    assert "cannot be read" in again.section.bar.refusal.text()


def test_discarding_can_be_taken_back(at: Calendars) -> None:
    at.open_office()
    at.paint_saturday()
    at.section.bar.note.setText("Saturdays")
    at.section.bar.discard.click()
    assert at.section.editor.days.lines[5].text() == ""
    at.section.frame.strip._buttons[0].click()
    assert at.section.editor.days.lines[5].text() == "09:00-12:00"
    assert at.section.bar.note.text() == "Saturdays"


def test_a_calendar_that_never_opens_is_refused_in_place(at: Calendars) -> None:
    at.open_office()
    at.section.editor.presets[2].click()
    assert at.section.editor.summary.text() == "Never open"
    at.publish()
    assert "never opens" in at.section.bar.refusal.text()
    assert at.office().version == 1


def test_a_moment_that_has_passed_is_refused_in_place(at: Calendars) -> None:
    at.open_office()
    at.paint_saturday()
    at.section.effective.put("2001-01-01 08:00")
    at.publish()
    assert "has passed" in at.section.bar.refusal.text()
    at.section.effective.put("soon")
    at.section.bar.publish.click()
    assert "no date with a time" in at.section.bar.refusal.text()
    assert at.office().version == 1


def test_a_new_calendar_is_made(at: Calendars) -> None:
    at.open("new")
    at.section.editor.name.setText("Night desk")
    at.section.editor.name.textEdited.emit("Night desk")
    at.publish("For the night")
    names = [each.name for each in at.desk.sla_settings.calendars(at.stage.desk.me)]
    assert "Night desk" in names
    assert at.stage.went[-1].argument.startswith("calendars/")


def test_holidays_of_a_country_are_reviewed_before_use(at: Calendars) -> None:
    at.open_office()
    review = at.section.editor.review
    at.section.editor.holidays.country.click()
    options: list[Option] = []
    review._ask_countries("germ", options.extend)
    at.stage.wait_for(lambda: bool(options))
    review._take_country(next(option for option in options if option.value == "DE"))
    at.stage.wait_for(lambda: bool(review.boxes))
    assert [box.isChecked() for box in review.boxes] == [
        holiday.day >= at.stage.desk.clock.now().date() for holiday in review._found
    ], "days that are over are not ticked"
    for box in review.boxes:
        box.setChecked(True)
    names = [holiday.name for holiday in review._found]
    assert "Christmas Day" in names
    assert not at.section.editor.calendar.holidays
    review.boxes[names.index("Christmas Day")].setChecked(False)
    review.use.click()
    kept = {holiday.name for holiday in at.section.editor.calendar.holidays}
    assert "Christmas Day" not in kept
    assert len(kept) == len(names) - 1
    assert "holidays" in at.section.bar.state.text()


def test_the_zone_is_found_by_a_part_of_its_name(at: Calendars) -> None:
    at.open_office()
    zone = at.section.editor.zone
    options: list[Option] = []
    zone._ask("lisb", options.extend)
    at.stage.wait_for(lambda: bool(options))
    assert options[0].value == "Europe/Lisbon"
    zone.chosen.emit("Europe/Lisbon")
    assert at.section.bar.state.text() == "Not published: time zone"


def test_it_is_tried_on_what_is_on_the_screen(at: Calendars) -> None:
    at.open_office()
    panel = at.section.try_it
    zone = at.office().calendar.zone
    panel.use_zone(zone)
    panel.created.setText("2026-11-27 16:00")
    said = tried(at, panel.try_now)
    assert "Resolution 27 h = 3 working days: Wed 02 Dec 2026 16:00" in said
    at.paint_saturday()
    said = tried(at, panel.try_now)
    assert "Resolution 27 h" in said
    assert "Wed 02 Dec 2026 13:00" in said
    panel.add_pause()
    panel.pauses[0].begin.setText("2026-11-30 09:00")
    panel.pauses[0].end.setText("2026-11-30 11:00")
    assert "Wed 02 Dec 2026 15:00" in tried(at, panel.try_now)
    panel.pauses[0].end.setText("2026-11-30 08:00")
    panel.try_now()
    at.stage.settle()
    assert "ends before it begins" in panel.problem.text()


def tried(at: Calendars, act: Callable[[], object]) -> str:
    act()
    at.stage.settle()
    return at.section.try_it.picture.accessibleName()


def test_an_old_version_is_looked_at_and_cannot_be_changed(at: Calendars) -> None:
    office = at.office()
    week = painted(office.calendar.week, [5], Span(9 * 3600, 12 * 3600), opened=True)
    changed = type(office.calendar)(office.calendar.zone, week)
    at.desk.sla_admin.publish_calendar(at.stage.desk.me, office.id, "Office hours", changed)
    at.open(f"{office.id}@1")
    editor = at.section.editor
    assert editor.days.lines[5].text() == ""
    QTest.keyClick(editor.grid, Qt.Key.Key_Space)
    assert editor.calendar.week == office.calendar.week
    assert "You look at version 1" in at.section.frame.strip.text()
    at.open(office.id)
    assert at.section.editor.days.lines[5].text() == "09:00-12:00"


def test_what_somebody_else_publishes_does_not_take_edits_away(at: Calendars) -> None:
    at.open_office()
    at.paint_saturday()
    office = at.office()
    at.desk.sla_admin.publish_calendar(at.stage.desk.me, office.id, "Office hours", office.calendar, None, "Same again")
    at.stage.wait_for(lambda: "Your changes are kept" in at.section.frame.strip.text())
    assert at.section.editor.days.lines[5].text() == "09:00-12:00"


def test_agents_only_read(on_stage: Stage) -> None:
    on_stage.context.session = on_stage.desk.session._replace(actor=on_stage.desk.dana)
    at = Calendars(on_stage)
    assert at.section.new.isHidden()
    at.open_office()
    at.paint_saturday()
    assert weekly_seconds(at.section.editor.calendar.week) == 45 * 3600
    assert "supervisors and administrators" in at.section.bar.state.text()
