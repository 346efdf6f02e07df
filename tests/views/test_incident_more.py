"""Impact, cause, workaround, problem, change and time spent: written in place, kept as drafts, saved at once."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest

from app.services.incidents.dto import FieldEdit
from app.views.incident.more_fields import LONG, MINUTES, SHORT, MoreBlock
from app.views.incident.page import IncidentPage
from tests.views.desks import Stage

CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(stage: Stage, incident_id: str) -> MoreBlock:
    page = stage.show(IncidentPage(stage.context))
    page.open(incident_id)
    stage.settle()
    return page.properties.more


def write(stage: Stage, more: MoreBlock, name: str, text: str) -> None:
    more.open(name)
    stage.settle()
    more.box.selectAll()
    QTest.keyClicks(more.box, text)
    QTest.keyClick(more.box, Qt.Key.Key_Return, CONTROL)
    stage.settle()


@pytest.mark.parametrize("name", [*LONG, *SHORT])
def test_each_text_is_written_and_shown(on_stage: Stage, name: str) -> None:
    incident_id = on_stage.desk.log()
    more = opened(on_stage, incident_id)
    write(on_stage, more, name, "PRB0001 and more")
    assert getattr(on_stage.desk.read(incident_id), name) == "PRB0001 and more"
    assert more.fields[name].text() == "PRB0001 and more"
    assert not more.form.isVisible()
    write(on_stage, more, name, " ")
    assert not getattr(on_stage.desk.read(incident_id), name)


def test_minutes_are_a_whole_number(on_stage: Stage) -> None:
    incident_id = on_stage.desk.log()
    more = opened(on_stage, incident_id)
    write(on_stage, more, MINUTES, "an hour")
    assert more.problem.text() == "Write whole minutes, such as 45."
    assert more.form.isVisible()
    write(on_stage, more, MINUTES, "45")
    assert on_stage.desk.read(incident_id).minutes_spent == 45
    assert more.fields[MINUTES].text() == "45 min"


def test_a_letter_begins_to_write_and_what_is_typed_is_kept(on_stage: Stage) -> None:
    incident_id = on_stage.desk.log()
    more = opened(on_stage, incident_id)
    more.fields["cause"].setFocus()
    QTest.keyClick(more.fields["cause"], Qt.Key.Key_T)
    on_stage.settle()
    assert more.box.toPlainText() == "t"
    QTest.keyClicks(more.box, "he switch")
    QTest.keyClick(more.box, Qt.Key.Key_Escape)
    on_stage.settle()
    assert not more.form.isVisible()
    assert on_stage.desk.read(incident_id).cause is None
    more.open("workaround")
    on_stage.settle()
    assert more.box.toPlainText() == "", "each field has a draft of its own"
    more.open("cause")
    on_stage.settle()
    assert more.box.toPlainText() == "the switch"


@pytest.mark.parametrize("letter", ["r", "T", "m"])
def test_letters_that_are_keys_of_actions_begin_to_write_too(on_stage: Stage, letter: str) -> None:
    more = opened(on_stage, on_stage.desk.log())
    field = more.fields["cause"]
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, ord(letter.upper()), Qt.KeyboardModifier.NoModifier, letter)
    asked.ignore()
    field.event(asked)
    assert asked.isAccepted(), "no shortcut of the window takes it"


def test_what_is_too_long_is_refused_and_stays_to_be_mended(on_stage: Stage) -> None:
    incident_id = on_stage.desk.log()
    more = opened(on_stage, incident_id)
    more.open("change_ref")
    on_stage.settle()
    more.box.setPlainText("P" * 65)
    more.save()
    on_stage.settle()
    assert on_stage.desk.read(incident_id).change_ref is None
    assert more.form.isVisible()


def test_somebody_elses_words_are_not_overwritten(on_stage: Stage) -> None:
    incident_id = on_stage.desk.log()
    more = opened(on_stage, incident_id)
    more.open("cause")
    on_stage.settle()
    on_stage.desk.session.desk.incidents.edit(
        on_stage.desk.dana, incident_id, {"cause": FieldEdit(None, "The old switch")}
    )
    on_stage.settle()
    more.box.setPlainText("The new switch")
    more.save()
    on_stage.settle()
    assert on_stage.desk.read(incident_id).cause == "The old switch"


def test_a_closed_incident_is_only_read(on_stage: Stage) -> None:
    incident_id = on_stage.desk.log()
    more = opened(on_stage, incident_id)
    detail = on_stage.desk.read(incident_id)
    more.show_incident(detail, editable=False)
    more.fields["cause"].open_list("x")
    assert not more.form.isVisible()
