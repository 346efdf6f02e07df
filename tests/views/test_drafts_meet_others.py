"""A draft is brought back after others have gone on: base, theirs and mine are shown, and nothing is overwritten."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.services.incidents.dto import FieldEdit
from app.views.incident.collision import Choice
from app.views.incident.more_fields import MINUTES
from app.views.incident.page import IncidentPage
from app.views.widgets.labels import Label
from app.views.widgets.radio_card import RadioCard
from tests.views.desks import Stage

CTRL = Qt.KeyboardModifier.ControlModifier


def opened(stage: Stage, incident: str) -> IncidentPage:
    page = stage.show(IncidentPage(stage.context))
    page.open(incident)
    stage.settle()
    return page


def left_with(stage: Stage, incident: str, field: str, text: str) -> None:
    """Somebody types into a field, and the program ends before they save it."""
    page = opened(stage, incident)
    page.properties.more.open(field)
    stage.settle()
    page.properties.more.box.setPlainText(text)
    page.leave()
    stage.settle()


def changed_by_dana(stage: Stage, incident: str, field: str, base: str | int | None, value: str | int) -> None:
    stage.desk.session.desk.incidents.edit(stage.desk.dana, incident, {field: FieldEdit(base, value)})
    stage.settle()


def come_back(stage: Stage, incident: str, field: str) -> IncidentPage:
    page = opened(stage, incident)
    page.properties.more.open(field)
    stage.settle()
    return page


def shown(page: IncidentPage) -> tuple[list[str], list[str]]:
    """What the panel says: its labels, and the cards to choose from."""
    panel = page.notices.conflict
    return [each.text() for each in panel.findChildren(Label)], [each.text() for each in panel.findChildren(RadioCard)]


def test_base_theirs_and_mine_are_shown_as_soon_as_the_draft_is_back(on_stage: Stage) -> None:
    incident = on_stage.desk.log()
    changed_by_dana(on_stage, incident, "cause", None, "A loose cable")
    left_with(on_stage, incident, "cause", "A broken cable")
    changed_by_dana(on_stage, incident, "cause", "A loose cable", "The switch in the cellar")
    page = come_back(on_stage, incident, "cause")
    assert not page.notices.conflict.isHidden()
    labels, cards = shown(page)
    assert "A loose cable" in labels
    assert cards[:2] == ["The switch in the cellar", "A broken cable"]
    assert page.notices.conflict.accessibleName().startswith("Dana Okafor changed Cause")
    assert page.notices.conflict.choice("cause") is Choice.MINE
    assert page.properties.more.box.toPlainText() == "A broken cable"
    assert on_stage.desk.read(incident).cause == "The switch in the cellar"


def test_of_long_texts_both_are_shown_with_all_in_which_they_differ(on_stage: Stage) -> None:
    incident = on_stage.desk.log()
    long = (
        "The tariff of last year has no end date, and both rows match; the nightly import takes whichever row the "
        "database returns first, so that some customers were billed by the old one"
    )
    left_with(on_stage, incident, "cause", f"{long}: told Jo")
    changed_by_dana(on_stage, incident, "cause", None, long.replace("nightly", "weekly"))
    page = come_back(on_stage, incident, "cause")
    theirs, mine = shown(page)[1][:2]
    assert "weekly import" in theirs
    assert "nightly import" in mine
    assert mine.endswith("billed by the old one: told Jo")
    for card in page.notices.conflict.findChildren(RadioCard)[:2]:
        assert not any(line.endswith("…") for line in card._lines(card.width() - 44))


@pytest.mark.parametrize(
    ("choice", "stands"),
    [
        (Choice.THEIRS, "The switch"),
        (Choice.MINE, "A broken cable, in the end"),
        (Choice.BOTH, "The switch\n\nA broken cable, in the end"),
    ],
)
def test_what_is_chosen_is_written_and_the_draft_goes(on_stage: Stage, choice: Choice, stands: str) -> None:
    incident = on_stage.desk.log()
    left_with(on_stage, incident, "cause", "A broken cable")
    changed_by_dana(on_stage, incident, "cause", None, "The switch")
    page = come_back(on_stage, incident, "cause")
    more = page.properties.more
    more.box.moveCursor(more.box.textCursor().MoveOperation.End)
    QTest.keyClicks(more.box, ", in the end")
    page.notices.conflict.choose("cause", choice)
    page.notices.conflict.apply.click()
    on_stage.settle()
    assert on_stage.desk.read(incident).cause == stands
    assert not more.form.isVisible()
    more.open("cause")
    on_stage.settle()
    assert more.box.toPlainText() == stands, "no draft is left"
    assert page.notices.conflict.isHidden()


def test_saving_past_the_panel_asks_again(on_stage: Stage) -> None:
    incident = on_stage.desk.log()
    left_with(on_stage, incident, "workaround", "Use the other dock")
    changed_by_dana(on_stage, incident, "workaround", None, "Scan by hand")
    page = come_back(on_stage, incident, "workaround")
    QTest.keyClick(page.notices.conflict, Qt.Key.Key_Escape)
    assert page.notices.conflict.isHidden()
    QTest.keyClick(page.properties.more.box, Qt.Key.Key_Return, CTRL)
    on_stage.settle()
    assert not page.notices.conflict.isHidden()
    assert on_stage.desk.read(incident).workaround == "Scan by hand"


@pytest.mark.parametrize(
    ("field", "mine", "theirs"), [("cause", "A cable", "A cable"), ("change_ref", "CHG1", None), (MINUTES, "45", None)]
)
def test_where_nobody_else_changed_it_nothing_is_asked(
    on_stage: Stage, field: str, mine: str, theirs: str | None
) -> None:
    incident = on_stage.desk.log()
    left_with(on_stage, incident, field, mine)
    changed_by_dana(on_stage, incident, "channel", "phone", "email")
    if theirs is not None:
        changed_by_dana(on_stage, incident, field, None, theirs)
    page = come_back(on_stage, incident, field)
    assert page.notices.conflict.isHidden()
    page.properties.more.save()
    on_stage.settle()
    assert str(getattr(on_stage.desk.read(incident), field)) == mine
    assert page.notices.conflict.isHidden()


def test_minutes_of_two_people_are_not_mixed_up(on_stage: Stage) -> None:
    incident = on_stage.desk.log()
    left_with(on_stage, incident, MINUTES, "45")
    changed_by_dana(on_stage, incident, MINUTES, on_stage.desk.read(incident).minutes_spent, 30)
    page = come_back(on_stage, incident, MINUTES)
    assert shown(page)[1] == ["30", "45"]
    page.notices.conflict.choose(MINUTES, Choice.MINE)
    page.notices.conflict.apply.click()
    on_stage.settle()
    assert on_stage.desk.read(incident).minutes_spent == 45


def test_a_summary_that_was_being_typed_meets_theirs_too(on_stage: Stage) -> None:
    incident = on_stage.desk.log("Scanners offline")
    page = opened(on_stage, incident)
    on_stage.context.actions.run("incident.edit_summary")
    on_stage.settle()
    page.header.title.field.selectAll()
    QTest.keyClicks(page.header.title.field, "Scanners offline at dock 3")
    page.naming.put_away()
    page.leave()
    on_stage.settle()
    changed_by_dana(on_stage, incident, "short_description", "Scanners offline", "All scanners offline")
    page = opened(on_stage, incident)
    on_stage.context.actions.run("incident.edit_summary")
    on_stage.settle()
    labels, cards = shown(page)
    assert "Scanners offline" in labels
    assert cards[:2] == ["All scanners offline", "Scanners offline at dock 3"]
    page.notices.conflict.choose("short_description", Choice.THEIRS)
    page.notices.conflict.apply.click()
    on_stage.settle()
    assert on_stage.desk.read(incident).short_description == "All scanners offline"
    assert not page.header.title.editing


def test_who_goes_on_editing_has_the_keyboard_in_the_field_again(on_stage: Stage) -> None:
    incident = on_stage.desk.log("Scanners offline")
    page = opened(on_stage, incident)
    on_stage.context.actions.run("incident.edit_summary")
    field = page.header.title.field
    field.selectAll()
    QTest.keyClicks(field, "Scanners offline at dock 3")
    changed_by_dana(on_stage, incident, "short_description", "Scanners offline", "All scanners offline")
    QTest.keyClick(field, Qt.Key.Key_Return)
    on_stage.settle()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page.notices.conflict.isAncestorOf(focused)
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    on_stage.settle()
    assert page.header.title.editing
    assert QApplication.focusWidget() is field


@pytest.mark.parametrize("field", ["summary", "cause"])
@pytest.mark.parametrize("choice", [Choice.MINE, Choice.THEIRS])
def test_after_a_choice_between_two_nothing_is_said_to_be_unsaved(on_stage: Stage, field: str, choice: Choice) -> None:
    """Who was asked when they saved, and has decided, has begun nothing that they might go on with."""
    incident, other = on_stage.desk.log("Scanners offline"), on_stage.desk.log("Another")
    page = opened(on_stage, incident)
    if field == "summary":
        on_stage.context.actions.run("incident.edit_summary")
        box: QWidget = page.header.title.field
        name, base = "short_description", "Scanners offline"
    else:
        page.properties.more.open("cause")
        box, name, base = page.properties.more.box, "cause", None
    on_stage.settle()
    QTest.keyClicks(box, " at dock 3")
    changed_by_dana(on_stage, incident, name, base, "All of them")
    QTest.keyClick(box, Qt.Key.Key_Return, CTRL)
    on_stage.settle()
    page.notices.conflict.choose(name, choice)
    page.notices.conflict.apply.click()
    on_stage.settle()
    stands = str(getattr(on_stage.desk.read(incident), name))
    assert stands.endswith("All of them" if choice is Choice.THEIRS else "at dock 3")
    for each in (other, incident):
        page.open(each)
        on_stage.settle()
    assert page.notices.begun.isHidden()


def test_a_reply_of_an_earlier_day_stops_for_what_came_since(on_stage: Stage) -> None:
    incident = on_stage.desk.log()
    on_stage.desk.say(incident, "We look into it.", by=on_stage.desk.tomas)
    page = opened(on_stage, incident)
    page.writing.write("reply")
    QTest.keyClicks(page.writing.composer.edit, "Please restart the scanner.")
    page.leave()
    on_stage.settle()
    on_stage.desk.say(incident, "It is mended, no need to restart.", by=on_stage.desk.dana)
    page = opened(on_stage, incident)
    assert page.writing.composer.text() == "Please restart the scanner."
    page.writing.composer.send(resolve=False)
    on_stage.settle()
    assert "It is mended, no need to restart." in page.writing.answering.strip.text()
    bodies = [item.body for item in on_stage.desk.read(incident).journal]
    assert "Please restart the scanner." not in bodies
    page.writing.composer.send(resolve=False)
    on_stage.settle()
    bodies = [item.body for item in on_stage.desk.read(incident).journal]
    assert bodies.count("Please restart the scanner.") == 1
