"""F1 opens the manual where it is about what has the keyboard; every place that is named is there."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.domain.errors import Unavailable
from app.infra import manual
from app.infra.manual import manual_page
from app.views.help.sheet import HelpSheet
from app.views.help.topics import _PAGES, _SETTINGS, START, anchor_of, topic_of
from app.views.incident.page import IncidentPage
from tests.views.desks import Stage

VIEWS = Path(__file__).resolve().parents[2] / "app" / "views"
NAMED = sorted(
    {
        found
        for module in VIEWS.rglob("*.py")
        for found in re.findall(r'setProperty\("manual", "([^"]+)"\)', module.read_text(encoding="utf-8"))
    }
)


@pytest.mark.parametrize("topic", sorted({*_PAGES.values(), *_SETTINGS.values(), *NAMED, START}))
def test_every_place_that_is_named_is_in_the_manual(topic: str) -> None:
    page, _, anchor = topic.partition("#")
    headings = [line.lstrip("#") for line in manual_page(page).splitlines() if line.startswith("#")]
    assert not anchor or anchor in {anchor_of(heading) for heading in headings}


def test_it_is_about_what_has_the_keyboard(on_stage: Stage) -> None:
    page = on_stage.show(IncidentPage(on_stage.context))
    page.open(on_stage.desk.log())
    on_stage.settle()
    assert topic_of(page.timeline, "incident", "") == "first-steps#work-it"
    assert topic_of(page.properties.checklist.add, "incident", "") == "acting#checklists"
    assert topic_of(page.writing.composer.edit, "incident", "") == "acting#messages-that-can-still-be-taken-back"
    assert topic_of(None, "settings", "people/1") == "settings#people-and-teams"
    assert topic_of(QWidget(), "unheard of", "") == START


def shown(stage: Stage, topic: str) -> HelpSheet:
    stage.window.resize(1208, 824)
    stage.window.show()
    sheet = HelpSheet(stage.context, stage.window)
    sheet.start(topic)
    stage.settle()
    return sheet


def test_a_page_is_shown_at_its_heading_with_links_and_the_way_back(on_stage: Stage) -> None:
    sheet = shown(on_stage, "acting#duplicates")
    assert sheet.title.text() == "Acting, and taking it back"
    on_stage.qtbot.waitUntil(lambda: sheet.text.verticalScrollBar().value() > 0)
    assert "not shown" not in sheet.text.toPlainText(), "pictures are for the files"
    assert "dark theme" not in sheet.text.toPlainText(), "nor is the link to the dark one"
    sheet.open(START)
    on_stage.settle()
    assert 'href="manual:clocks"' in sheet.text.toHtml()
    sheet._follow("manual:clocks")
    on_stage.settle()
    assert sheet.title.text() == "Clocks"
    QTest.keyClick(sheet, Qt.Key.Key_Backspace)
    QTest.keyClick(sheet, Qt.Key.Key_Backspace)
    on_stage.settle()
    assert sheet.title.text() == "Acting, and taking it back"
    assert not sheet.back.isEnabled()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_a_page_that_did_not_come_along_is_said(
    on_stage: Stage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(manual, "_FOLDER", tmp_path)
    shown(on_stage, "acting")
    assert "Install Mainstay again" in on_stage.context.toasts.text
    with pytest.raises(Unavailable):
        manual_page("acting")
    with pytest.raises(ValueError, match="no page"):
        manual_page("../secret")
