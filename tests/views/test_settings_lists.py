"""Bringing a list in at the settings: columns, what becomes of each row, and doing it."""

from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from app.views.settings_page.catalogue.items import ItemsSection
from app.views.settings_page.lists.import_page import ImportPage
from app.views.settings_page.page import SettingsPage
from app.views.settings_page.people.section import PeopleSection
from tests.views.desks import Stage


def _opened(stage: Stage, place: str, path: Path) -> ImportPage:
    page = stage.show(SettingsPage(stage.context))
    page.open(place)
    stage.settle()
    section = page.section
    assert isinstance(section, PeopleSection | ItemsSection)
    section.importing.open_file(path)
    stage.settle()
    found = section.importing.page
    assert found is not None
    return found


def _list(folder: Path, text: str) -> Path:
    path = folder / "people.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_list_of_people_is_looked_at_then_brought_in(on_stage: Stage, tmp_path: Path) -> None:
    path = _list(
        tmp_path,
        "Full name;Mail;Office\nMara Lindqvist;mara@harbour.example;\nOla Nordmann;;Atlantis\nJonas Berg;;\n"
        "Somebody;torn\n",
    )
    page = _opened(on_stage, "people", path)
    assert page.columns.columns() == {"name": 0, "email": 1, "site": 2}
    assert page.summary.text() == "1 would be added, 0 changed, 1 the same as here, 2 left out"
    assert [entry.spoken() for entry in page.rows.entries][:2] == [
        "Line 3: Ola Nordmann, Left out, Site: There is no site “Atlantis”. Add it first, or correct the name.",
        "Line 5, Left out, The line has 2 fields, the header has 3.",
    ]
    page.columns.fields["site"].put("")
    page.columns.mapped.emit()
    on_stage.settle()
    assert page.run.text() == "Import 2 rows"
    page.run.click()
    on_stage.settle()
    names = [each.name for each in on_stage.desk.session.desk.people.search(on_stage.desk.me, "Mara")]
    assert names == ["Mara Lindqvist"]
    assert "2 added" in on_stage.context.toasts.text


def test_a_column_that_is_needed_is_asked_for(on_stage: Stage, tmp_path: Path) -> None:
    page = _opened(on_stage, "items", _list(tmp_path, "thing,what\nsrv-1,server\n"))
    assert page.summary.text() == "Choose the column that holds: Name."
    assert not page.run.isEnabled()
    page.columns.fields["name"].put("0")
    page.columns.mapped.emit()
    on_stage.settle()
    assert page.run.text() == "Import 1 row"


def test_a_file_that_is_none_is_told_in_place(on_stage: Stage, tmp_path: Path) -> None:
    path = tmp_path / "book.csv"
    path.write_bytes(b"PK\x03\x04 not a list")
    page = _opened(on_stage, "items", path)
    assert "Excel workbook" in page.frame.strip.text()


def test_an_import_goes_on_when_its_page_is_left(on_stage: Stage, tmp_path: Path) -> None:
    page = _opened(on_stage, "people", _list(tmp_path, "Name\nMara Lindqvist\n"))
    page.run.click()
    page.leave.click()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    on_stage.settle()
    assert [each.name for each in on_stage.desk.session.desk.people.search(on_stage.desk.me, "Mara")] == [
        "Mara Lindqvist"
    ]
    assert "1 added" in on_stage.context.toasts.text
