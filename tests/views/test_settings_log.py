"""The audit log in the settings: its pages, its filters, one entry, where it leads, and its export."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.actor import Actor
from app.domain.errors import Unavailable
from app.domain.permissions import ROLE_PERMISSIONS, Permission
from app.domain.record_names import WRITTEN
from app.domain.vocabulary import EntryKind, Role
from app.services.audit.dto import LogFilter, LogPage, LogPlace
from app.services.audit.log import AuditLogQueries
from app.services.checklists.dto import NewStep, StepDetails
from app.services.incidents.dto import FieldEdit
from app.views.pages import Location
from app.views.settings_page.log.days import Days, offered
from app.views.settings_page.log.filter_bar import Done
from app.views.settings_page.log.section import LogSection
from app.views.settings_page.page import SettingsPage
from app.views.settings_page.registry import SECTIONS
from app.views.widgets.buttons import Button
from app.views.widgets.choice_popup import Option
from tests.views.desks import Stage


@pytest.fixture
def log(on_stage: Stage) -> LogSection:
    return show(on_stage)


def show(stage: Stage) -> LogSection:
    """The section on a stage."""
    page = stage.show(SettingsPage(stage.context))
    stage.context.go = lambda place: page.open(place.argument) if place.page == "settings" else stage.went.append(place)
    page.open("log")
    stage.settle()
    assert isinstance(page.section, LogSection)
    return page.section


def spoken(log: LogSection) -> list[str]:
    return [entry.spoken() for entry in log.list.entries]


def edit(stage: Stage, incident: str, **fields: tuple[Any, Any]) -> None:
    desk = stage.desk.session.desk
    desk.incidents.edit(stage.desk.dana, incident, {name: FieldEdit(*values) for name, values in fields.items()})


def test_the_newest_is_first_and_says_what_changed(on_stage: Stage) -> None:
    incident = on_stage.desk.log("Scanner beeps twice")
    on_stage.desk.clock.advance(minutes=5)
    edit(on_stage, incident, urgency=(2, 1))
    log = show(on_stage)
    first = next(entry for entry in log.list.entries if "Urgency:" in entry.line)
    assert "Scanner beeps twice" in first.title
    assert "Urgency: 2 → 1" in first.line
    assert first.end_line == on_stage.desk.dana.name
    count = on_stage.desk.session.desk.audit_log.count(on_stage.desk.me, log.bar.wanted)
    assert log.count.text() == f"{count} entries"


def test_it_is_read_in_pages_as_one_scrolls(on_stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(30):
        on_stage.desk.log(f"Call {number}")
    read = AuditLogQueries.page

    def of_25(self: AuditLogQueries, actor: Actor, wanted: LogFilter, after: LogPlace | None = None) -> LogPage:
        return read(self, actor, wanted, after, 25)

    monkeypatch.setattr(AuditLogQueries, "page", of_25)
    log = show(on_stage)
    first = len(log.list.entries)
    total = on_stage.desk.session.desk.audit_log.count(on_stage.desk.me, log.bar.wanted)
    assert 0 < first < total
    for _ in range(total):
        log.list.setFocus()
        QTest.keyClick(log.list, Qt.Key.Key_End)
        on_stage.settle()
        if len(log.list.entries) == total:
            break
    assert len({entry.key for entry in log.list.entries}) == total


def test_an_entry_opens_by_enter_and_leads_to_its_record_and_back(on_stage: Stage) -> None:
    incident = on_stage.desk.log("Scanner beeps twice")
    edit(on_stage, incident, urgency=(2, 1))
    log = show(on_stage)
    row = next(entry for entry in log.list.entries if "Urgency:" in entry.line)
    log.list.choose(row.key)
    QTest.keyClick(log.list, Qt.Key.Key_Return)
    on_stage.settle()
    assert log.title() == row.title
    names = [label.accessibleName() for label in log.view.changes.findChildren(type(log.count))]
    assert any(name.startswith("Urgency") for name in names)
    log.view.jump.click()
    assert on_stage.went[-1] == Location("incident", incident)
    log.view.only.click()
    on_stage.settle()
    assert not log.view.isVisible()
    assert {entry.key.split("/")[1] for entry in log.list.entries} == {incident}
    log.bar.record.click()
    on_stage.settle()
    assert len({entry.key.split("/")[1] for entry in log.list.entries}) > 1


def test_an_entry_is_found_by_its_address(on_stage: Stage, log: LogSection) -> None:
    incident = on_stage.desk.log("Scanner beeps twice")
    on_stage.context.go(Location("settings", f"log/incident/{incident}/1"))
    on_stage.settle()
    assert "Scanner beeps twice" in log.view.head.title.text()
    on_stage.context.go(Location("settings", "log/incident/nothing/1"))
    on_stage.settle()
    assert log.view.empty.isVisible()
    assert (
        "does not exist"
        in log.view.empty.accessibleDescription() + log.view.empty.title() + log.view.empty._hint.text()
    )


def test_the_fields_filter_and_the_way_back_is_offered(on_stage: Stage, log: LogSection) -> None:
    everything = spoken(log)
    log.bar.kind.chosen.emit(Option("service", "Service"))
    on_stage.settle()
    assert spoken(log)
    assert {entry.key.partition("/")[0] for entry in log.list.entries} == {"service"}
    log.bar.done.chosen.emit(Option(Done(field="name"), "Name"))
    on_stage.settle()
    assert log.empty.isVisible()
    assert log.empty.title() == "Nothing in the audit log fits the filter"
    log.bar.clear.click()
    on_stage.settle()
    assert spoken(log) == everything
    assert log.bar.kind.text() == ""


def test_what_is_typed_is_looked_for_after_a_pause_and_down_leads_to_the_rows(on_stage: Stage, log: LogSection) -> None:
    on_stage.context.actions.run("list.filter")
    name = on_stage.desk.session.desk.catalogue.service(on_stage.desk.me, on_stage.desk.wms).name
    QTest.keyClicks(log.bar.text, name)
    on_stage.wait_for(lambda: log.bar.wanted == log._wanted)
    on_stage.settle()
    assert {name in text for text in spoken(log)} == {True}
    QTest.keyClick(log.bar.text, Qt.Key.Key_Down)
    assert log.list.hasFocus()


def test_whom_to_ask_for_is_looked_up(on_stage: Stage, log: LogSection) -> None:
    told: list[Option] = []
    log.bar.who.ask("dana", told.extend)
    on_stage.settle()
    assert [option.label for option in told] == [on_stage.desk.dana.name]
    log.bar.who.chosen.emit(told[0])
    on_stage.settle()
    assert {entry.end_line for entry in log.list.entries} <= {on_stage.desk.dana.name}


def test_a_span_of_time_is_typed_or_taken(on_stage: Stage, log: LogSection) -> None:
    now = on_stage.context.now()
    (typed,) = offered("2026-11-15..2026-11-01", now, None)
    assert typed.value == Days(date(2026, 11, 1), date(2026, 11, 15))
    assert typed.label == "2026-11-01 to 2026-11-15"
    (one,) = offered("2026-11-01", now, None)
    assert one.value == Days(date(2026, 11, 1), date(2026, 11, 1))
    assert offered("nonsense", now, None)[0].value == Days()
    log.bar.days.chosen.emit(Option(Days(date(1999, 1, 1), date(1999, 1, 2)), "1999"))
    on_stage.settle()
    assert log.empty.isVisible()


def test_what_is_shown_is_exported_and_the_figure_is_the_same(on_stage: Stage, log: LogSection, tmp_path: Path) -> None:
    log.bar.kind.chosen.emit(Option("service", "Service"))
    on_stage.settle()
    for name in ("log.jsonl", "log.csv"):
        log.export_to(tmp_path / name)
        on_stage.settle()
    rows = [json.loads(line) for line in (tmp_path / "log.jsonl").read_text(encoding="utf-8").splitlines()]
    assert log.count.text() in {f"{len(rows)} entries", f"{len(rows)} entry"}
    assert len((tmp_path / "log.csv").read_text(encoding="utf-8").splitlines()) == len(rows) + 1


def test_an_error_is_said_and_can_be_tried_again(
    on_stage: Stage, log: LogSection, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise Unavailable("The disk is gone.")

    with monkeypatch.context() as broken:
        broken.setattr(AuditLogQueries, "page", fail)
        on_stage.context.actions.run("list.refresh")
        on_stage.settle()
        assert log.empty.title() == "The audit log cannot be shown"
    log.empty.findChildren(Button)[-1].click()
    on_stage.settle()
    assert log.list.isVisible()


def test_it_is_for_administrators_alone() -> None:
    spec = next(spec for spec in SECTIONS if spec.key == "log")
    assert [role for role in Role if spec.permission in ROLE_PERMISSIONS[role]] == [Role.ADMIN]
    assert spec.permission is Permission.AUDIT_READ


def test_what_was_written_into_a_journal_is_told_in_a_plain_sentence(on_stage: Stage) -> None:
    desk, incident = on_stage.desk.session.desk, on_stage.desk.log("Scanner beeps twice")
    desk.checklist_work.add(on_stage.desk.dana, incident, (NewStep(desk.new_id(), StepDetails("Turn it off")),))
    on_stage.desk.say(incident, "We look.", by=on_stage.desk.dana)
    desk.incidents.edit(on_stage.desk.dana, incident, {"short_description": FieldEdit("Scanner beeps twice", "Beeps")})
    lines = {entry.line for entry in show(on_stage).list.entries}
    assert lines >= {"Logged the incident", "Changed the checklist", "Wrote to the caller", "Changed Short description"}
    assert not [line for line in lines if "ournal entry" in line]


def test_each_kind_of_entry_has_its_sentence() -> None:
    assert set(WRITTEN) == set(EntryKind)
