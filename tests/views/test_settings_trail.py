"""The audit trail in the settings: its anchor, verifying, and anchors that are sent outside."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from app.infra.settings import LocalSettings
from app.services.session import Session
from app.views.settings_page.page import SettingsPage
from app.views.settings_page.trail.section import TrailSection
from tests.support.tampering import behind
from tests.views.desks import Stage


@pytest.fixture
def trail(on_stage: Stage) -> TrailSection:
    return show(on_stage)


def show(stage: Stage) -> TrailSection:
    """The section on a stage."""
    page = stage.show(SettingsPage(stage.context))
    page.open("trail")
    stage.settle()
    assert isinstance(page.section, TrailSection)
    return page.section


def test_an_anchor_is_taken_and_copied(on_stage: Stage, trail: TrailSection) -> None:
    assert trail.anchor.text() == "None yet"
    assert not trail.copy.isEnabled()
    trail.take.click()
    on_stage.settle()
    assert trail.anchor.text().startswith("1-")
    trail.copy.click()
    assert QGuiApplication.clipboard().text() == trail.anchor.text()


def test_a_whole_trail_is_said_to_be_whole(on_stage: Stage, trail: TrailSection) -> None:
    on_stage.desk.log()
    trail.take.click()
    on_stage.settle()
    trail.kept.setText(trail.anchor.text())
    trail.verify.click()
    on_stage.settle()
    assert trail.result.text().startswith("Whole: ")
    assert "not compared" not in trail.result.text()
    assert trail.findings.isHidden()
    assert trail.verify.isEnabled()


def test_what_was_changed_behind_the_desks_back_is_named(on_stage: Stage, trail: TrailSection) -> None:
    incident = on_stage.desk.log("Scanner beeps twice")
    with behind(on_stage.desk.session.desk.store.database.url) as connection:
        connection.execute("UPDATE incident SET short_description = 'Nothing happened' WHERE id = ?", (incident,))
    trail.verify.click()
    on_stage.settle()
    assert trail.result.text().startswith("Not whole: ")
    assert "INC-000001" in trail.findings.text()


def test_an_anchor_of_another_desk_is_found(on_stage: Stage, trail: TrailSection) -> None:
    trail.kept.setText("7-" + "ab" * 12)
    QTest.keyClick(trail.kept, Qt.Key.Key_Return)
    on_stage.settle()
    assert "this anchor is kept outside, and the last one here is 0" in trail.findings.text()


def test_what_is_no_anchor_is_said_in_place(on_stage: Stage, trail: TrailSection) -> None:
    trail.kept.setText("hello")
    trail.verify.click()
    on_stage.settle()
    assert "'hello' is no anchor" in trail.frame.strip.text()
    assert trail.result.isHidden()


def test_anchors_are_sent_to_a_folder_and_a_contradiction_is_told(
    on_stage: Stage, trail: TrailSection, tmp_path: Path
) -> None:
    kept = [LocalSettings()]
    on_stage.context.own = lambda: kept[-1]
    on_stage.context.keep_own = kept.append
    trail.take.click()
    on_stage.settle()
    trail.send_to(str(tmp_path))
    on_stage.settle()
    (file,) = tmp_path.glob("mainstay-anchors-*.txt")
    assert kept[-1].anchor_folder == str(tmp_path)
    digest = trail.anchor.text()[2:10]
    file.write_text(file.read_text().replace(f"sha256:{digest}", "sha256:00000000"))
    trail.send_to(str(tmp_path))
    on_stage.settle()
    assert "is another one than the one that is kept outside" in trail.frame.strip.text()
    trail.send_to("")
    assert kept[-1].anchor_folder == ""


def test_who_is_no_administrator_only_reads_the_anchor(on_stage: Stage) -> None:
    on_stage.context.session = Session(on_stage.desk.session.desk, on_stage.desk.dana)
    trail = show(on_stage)
    assert not trail.verify.isEnabled()
    assert not trail.choose.isEnabled()
    trail.verify_now()
    assert on_stage.context.jobs.jobs == []
