"""What knowledge is worth, in the window: figures with their counts, a file with the same numbers, and the way on."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.errors import DeskError
from app.domain.lifecycle import Step
from app.domain.vocabulary import State
from app.services.knowledge.dto import KnowledgeFigures
from app.services.knowledge.telling import tell
from app.views.knowledge.page import KnowledgePage
from app.views.pages import Location
from app.views.settings_page.knowledge.section import KnowledgeSection
from app.views.widgets.buttons import Button
from app.views.widgets.labels import ElidedLabel, Label
from tests.views.desks import Stage


def opened(stage: Stage) -> KnowledgeSection:
    section = stage.show(KnowledgeSection(stage.context))
    section.open("")
    stage.wait_for(lambda: section.figures is not None and len(texts(section)) > 1)
    return section


def resolved(stage: Stage, count: int) -> None:
    desk = stage.desk
    for place in range(count):
        known = desk.log(f"Call {place}", service_id=desk.wms, assignee_id=desk.me.person_id)
        step = Step(State.RESOLVED, resolution_code="solution_provided", resolution_notes="Done.")
        desk.session.desk.incidents.step(desk.me, known, step)


def texts(section: KnowledgeSection) -> list[str]:
    plain = [label.text() for label in section.findChildren(Label) if label.isVisible()]
    return plain + [label.text() for label in section.findChildren(ElidedLabel) if label.isVisible()]


def test_a_new_desk_has_nothing_to_count_and_leads_to_the_articles(on_stage: Stage) -> None:
    section = opened(on_stage)
    assert section.frame.stack.currentWidget() is section.frame.empty
    assert "nothing to count" in " ".join(texts(section))
    section.frame.empty.findChildren(Button)[0].click()
    assert on_stage.went == [Location("knowledge", "")]


def test_each_figure_says_what_it_counts_and_over_which_time(on_stage: Stage) -> None:
    resolved(on_stage, 3)
    section = opened(on_stage)
    found = on_stage.desk.session.desk.knowledge.figures(on_stage.desk.me, 30)
    said = texts(section)
    for told in tell(found):
        assert {told.name, told.figure, told.counted, told.meaning} <= set(said)
    assert "0 of 3 resolved" in said
    assert any(text.startswith("Of the last 30 days, since ") for text in said)
    on_stage.desk.clock.advance(days=8)
    section.period.setCurrentIndex(section.period.findData(7))
    section.period.activated.emit(section.period.currentIndex())
    on_stage.settle()
    assert section.frame.stack.currentWidget() is section.frame.empty


def test_a_gap_begins_an_article_about_its_service(on_stage: Stage) -> None:
    resolved(on_stage, 2)
    section = opened(on_stage)
    assert "Warehouse scanning · no category" in texts(section)
    section.write[0].click()
    (went,) = on_stage.went
    page = on_stage.show(KnowledgePage(on_stage.context))
    page.open(went.argument)
    on_stage.settle()
    assert page.writes
    assert page.editor is not None
    assert page.editor.writing is not None
    assert page.editor.writing.facts.service_ids == (on_stage.desk.wms,)


def test_what_was_looked_for_in_vain_begins_an_article_with_its_words(on_stage: Stage) -> None:
    desk = on_stage.desk
    page = on_stage.show(KnowledgePage(on_stage.context))
    page.open("")
    on_stage.settle()
    desk.session.desk.search_admin.count_unfound(desk.dana, "Badge  reader")
    field = page.browse.finder.field
    QTest.keyClicks(field, "badge reader")
    QTest.keyClick(field, Qt.Key.Key_Return)
    on_stage.settle()
    for _ in range(2):
        field.editingFinished.emit()
        on_stage.settle()
    assert [each.searches for each in desk.session.desk.knowledge.figures(desk.me).unfound] == [2]
    page.hide()
    section = opened(on_stage)
    assert {"badge reader", "2 searches"} <= set(texts(section))
    section.write[0].click()
    page.open(on_stage.went[-1].argument)
    on_stage.settle()
    assert page.editor is not None
    assert page.editor.title.text() == "badge reader"


def test_the_file_has_the_numbers_of_the_page(on_stage: Stage, tmp_path: Path) -> None:
    resolved(on_stage, 2)
    section = opened(on_stage)
    section.save(tmp_path / "knowledge.csv")
    on_stage.settle()
    with (tmp_path / "knowledge.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["figure"]: row for row in csv.DictReader(file)}
    assert (rows["reuse"]["count"], rows["reuse"]["of"]) == ("0", "2")
    assert (rows["deflection"]["count"], rows["deflection"]["of"]) == ("0", "2")
    assert rows["resolved_without_article"]["about"] == "Warehouse scanning · no category"


def test_what_cannot_be_read_says_so_and_is_tried_again(on_stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    resolved(on_stage, 1)
    knowledge = type(on_stage.desk.session.desk.knowledge)

    def lost(*_arguments: object) -> KnowledgeFigures:
        raise DeskError("The desk does not answer.")

    with monkeypatch.context() as broken:
        broken.setattr(knowledge, "figures", lost)
        section = on_stage.show(KnowledgeSection(on_stage.context))
        section.open("")
        on_stage.wait_for(lambda: "The desk does not answer." in texts(section))
        assert not section.export.isEnabled()
    section.frame.empty.findChildren(Button)[0].click()
    on_stage.wait_for(lambda: "0 of 1 resolved" in texts(section))


def test_the_page_of_knowledge_leads_there_by_a_key_and_a_button(on_stage: Stage) -> None:
    page = on_stage.show(KnowledgePage(on_stage.context))
    page.open("")
    on_stage.settle()
    assert on_stage.context.actions.run("knowledge.figures")
    page.browse.finder.figures.click()
    assert on_stage.went == [Location("settings", "knowledge")] * 2


def test_an_article_being_written_is_kept_when_a_gap_is_opened(on_stage: Stage) -> None:
    resolved(on_stage, 1)
    section = opened(on_stage)
    page = on_stage.show(KnowledgePage(on_stage.context))
    page.write_new()
    assert page.editor is not None
    QTest.keyClicks(page.editor.title, "Half an article")
    section.write[0].click()
    page.open(on_stage.went[-1].argument)
    on_stage.settle()
    assert page.editor.title.text() == ""
    page.editor.left.emit()
    on_stage.wait_for(lambda: "Half an article" in page.browse.unfinished.text())
