"""`@` in a note completes the name of a colleague, and is in nobody's way where it is no name."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.views.incident.page import IncidentPage
from app.views.widgets.choice_popup import ChoicePopup
from tests.views.desks import Stage


def writing(stage: Stage, mode: str) -> IncidentPage:
    page = stage.show(IncidentPage(stage.context))
    page.open(stage.desk.log())
    stage.settle()
    page.writing.composer.choose(mode)
    return page


def popup_of(page: IncidentPage) -> ChoicePopup | None:
    return next((each for each in page.findChildren(ChoicePopup) if each.isVisible()), None)


def test_a_name_is_completed(on_stage: Stage) -> None:
    page = writing(on_stage, "note")
    edit = page.writing.composer.edit
    QTest.keyClicks(edit, "ask @")
    popup = popup_of(page)
    assert popup is not None
    on_stage.settle()
    first = popup.options()[0]
    assert on_stage.context.actor.name not in popup.options(), "nobody tells themselves"
    QTest.keyClicks(popup.field, first[:3].lower())
    on_stage.settle()
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    on_stage.settle()
    assert edit.toPlainText() == f"ask @{first} "


def test_what_is_no_name_goes_on_in_the_note(on_stage: Stage) -> None:
    page = writing(on_stage, "note")
    edit = page.writing.composer.edit
    QTest.keyClicks(edit, "call @")
    popup = popup_of(page)
    assert popup is not None
    QTest.keyClicks(popup.field, "5")
    on_stage.wait_for(lambda: popup_of(page) is None)
    on_stage.settle()
    assert edit.toPlainText() == "call @5"
    QTest.keyClicks(edit, " pm, or @")
    again = popup_of(page)
    assert again is not None
    QTest.keyClicks(again.field, "o")
    QTest.keyClick(again.field, Qt.Key.Key_Escape)
    on_stage.settle()
    assert edit.toPlainText() == "call @5 pm, or @o"


def test_neither_an_address_nor_a_reply_asks_for_names(on_stage: Stage) -> None:
    page = writing(on_stage, "note")
    QTest.keyClicks(page.writing.composer.edit, "nadia@")
    assert popup_of(page) is None
    page.writing.composer.choose("reply")
    QTest.keyClicks(page.writing.composer.edit, "@")
    assert popup_of(page) is None, "what goes to callers calls nobody"
