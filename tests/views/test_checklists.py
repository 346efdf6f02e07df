"""The checklist of an incident in the window: by keys alone, with a way back, and asked about before a resolution."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.checklists import StepState, read_lines
from app.domain.lifecycle import Step
from app.domain.vocabulary import State
from app.services.checklists.dto import ChecklistStep, NewStep, NewTemplate, StepDetails
from app.views.incident.checklist_block import ChecklistBlock
from app.views.incident.page import IncidentPage
from app.views.settings_page.checklists.section import ChecklistsSection
from app.views.widgets.choice_popup import ChoicePopup
from tests.views.desks import Stage


def add(stage: Stage, incident: str, *texts: str) -> None:
    desk = stage.desk.session.desk
    steps = tuple(NewStep(desk.new_id(), StepDetails(text)) for text in texts)
    desk.checklist_work.add(stage.desk.me, incident, steps)


def keep(stage: Stage, name: str, lines: str) -> str:
    desk = stage.desk.session.desk
    new = NewTemplate(desk.new_id(), name, read_lines(lines))
    desk.checklist_work.save_template(stage.desk.me, new)
    return new.id


def steps(stage: Stage, incident: str) -> list[ChecklistStep]:
    return list(stage.desk.session.desk.checklists.of_incident(stage.desk.me, incident).steps)


def states(stage: Stage, incident: str) -> list[tuple[str, str]]:
    return [(step.text, step.state) for step in steps(stage, incident)]


def opened(stage: Stage, incident: str) -> tuple[IncidentPage, ChecklistBlock]:
    page = stage.show(IncidentPage(stage.context))
    page.open(incident)
    stage.settle()
    page.focus_start()
    return page, page.properties.checklist


def press(stage: Stage, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(stage.window.focusWidget(), key, modifier)
    stage.settle()


def test_steps_are_added_one_after_another_and_ticked(on_stage: Stage) -> None:
    incident = on_stage.desk.log()
    _, block = opened(on_stage, incident)
    QTest.keyClicks(on_stage.window.focusWidget(), "D")
    assert on_stage.window.focusWidget() is block.field
    for text in ("Look at the radio", "Call the vendor"):
        QTest.keyClicks(block.field, text)
        press(on_stage, Qt.Key.Key_Return)
    press(on_stage, Qt.Key.Key_Escape)
    assert not block.field.isVisible()
    assert [row.step.text for row in block.rows] == ["Look at the radio", "Call the vendor"]
    on_stage.context.actions.run("incident.checklist")
    press(on_stage, Qt.Key.Key_Space)
    assert states(on_stage, incident) == [("Look at the radio", "done"), ("Call the vendor", "open")]
    assert block.checklist.progress.words == "1 of 2"
    assert block.rows[0].box.hasFocus(), "the keyboard stays where it was"
    press(on_stage, Qt.Key.Key_Down)
    press(on_stage, Qt.Key.Key_Minus)
    assert states(on_stage, incident)[1] == ("Call the vendor", "skipped")
    assert "done by" in block.rows[0].box.accessibleName().lower()


def test_each_is_taken_back_and_done_again(on_stage: Stage) -> None:
    incident = on_stage.desk.log()
    add(on_stage, incident, "One", "Two", "Three")
    _, block = opened(on_stage, incident)
    block.go_to_next()
    begun = states(on_stage, incident)
    for key, modifier, became in (
        (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, [("One", "done"), ("Two", "open"), ("Three", "open")]),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier, [("Two", "open"), ("One", "open"), ("Three", "open")]),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, [("Two", "open"), ("Three", "open")]),
    ):
        block.rows[0].box.setFocus()
        press(on_stage, key, modifier)
        assert states(on_stage, incident) == became
        assert on_stage.context.undo.undo()
        on_stage.settle()
        assert states(on_stage, incident) == begun
        assert on_stage.context.undo.redo()
        on_stage.settle()
        assert states(on_stage, incident) == became
        assert on_stage.context.undo.undo()
        on_stage.settle()
    assert [row.step.text for row in block.rows] == ["One", "Two", "Three"]


def test_a_step_becomes_a_task_of_somebody(on_stage: Stage) -> None:
    incident = on_stage.desk.log()
    add(on_stage, incident, "Measure")
    _, block = opened(on_stage, incident)
    block.go_to_next()
    press(on_stage, Qt.Key.Key_Return)
    assert block.form is not None
    assert on_stage.window.focusWidget() is block.form.text
    QTest.keyClicks(block.form.text, "Measure the line")
    for field, typed in ((block.form.group, "Dock"), (block.form.assignee, "tom"), (block.form.due, "3 h")):
        field.open_list(typed)
        on_stage.settle()
        assert field.popup is not None
        QTest.keyClick(field.popup.field, Qt.Key.Key_Return)
        on_stage.settle()
    block.form.text.setFocus()
    press(on_stage, Qt.Key.Key_Return)
    (step,) = steps(on_stage, incident)
    assert (step.text, step.group_name, step.assignee_name) == ("Measure the line", "Dock network", "Tomás Rey")
    assert step.due_at is not None
    assert (step.due_at - on_stage.desk.clock.now()).total_seconds() == 3 * 3600
    assert block.rows[0].about.text().startswith("Tomás Rey · due ")
    assert on_stage.context.undo.undo()
    on_stage.settle()
    assert steps(on_stage, incident)[0].text == "Measure"


def test_a_slash_brings_a_checklist(on_stage: Stage) -> None:
    keep(on_stage, "Replace a scanner", "Ask for the label\n* Wipe it")
    keep(on_stage, "Other", "Nothing")
    incident = on_stage.desk.log()
    _, block = opened(on_stage, incident)
    on_stage.context.actions.run("incident.checklist_add")
    QTest.keyClicks(block.field, "/")
    on_stage.settle()
    popup = next(each for each in block.field.findChildren(ChoicePopup) if each.isVisible())
    QTest.keyClicks(popup.field, "replace")
    on_stage.settle()
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    on_stage.settle()
    assert [row.step.text for row in block.rows] == ["Ask for the label", "Wipe it"]
    assert block.rows[1].about.text() == "Required"
    assert on_stage.context.undo.undo()
    on_stage.settle()
    assert not block.rows


def test_open_steps_are_asked_about_once(on_stage: Stage) -> None:
    incident = on_stage.desk.log(group_id=on_stage.desk.service_desk)
    add(on_stage, incident, "Call back")
    page, _ = opened(on_stage, incident)
    page.writing.open_step(State.RESOLVED, text="Replaced it.", choice="solution_provided")
    page.writing.steps.submit()
    on_stage.settle()
    assert page.writing.steps.problems()[""].startswith("1 step of the checklist is still open.")
    assert on_stage.desk.read(incident).state == "new"
    page.writing.steps.submit()
    on_stage.settle()
    assert on_stage.desk.read(incident).state == "resolved"


def test_required_steps_stand_before_it(on_stage: Stage) -> None:
    incident = on_stage.desk.log(group_id=on_stage.desk.service_desk)
    template = keep(on_stage, "Wiping", "* Wipe it")
    on_stage.desk.session.desk.checklist_work.use_template(on_stage.desk.me, incident, template)
    page, block = opened(on_stage, incident)
    page.writing.open_step(State.RESOLVED, text="Replaced it.", choice="solution_provided")
    page.writing.steps.submit()
    on_stage.settle()
    assert "1 required step of the checklist is open" in page.writing.steps.problems()[""]
    block.rows[0].box.setFocus()
    press(on_stage, Qt.Key.Key_Minus)  # the administrator at the window waives it
    page.writing.steps.submit()
    on_stage.settle()
    assert on_stage.desk.read(incident).state == "resolved"


def test_what_a_colleague_ticks_appears_and_the_story_tells_it(on_stage: Stage) -> None:
    incident = on_stage.desk.log()
    add(on_stage, incident, "One", "Two")
    page, block = opened(on_stage, incident)
    block.rows[1].box.setFocus()
    block.rows[1].wanted.emit("edit")
    assert block.form is not None
    QTest.keyClicks(block.form.text, "Two and a half")
    step = steps(on_stage, incident)[0]
    on_stage.desk.session.desk.checklist_work.mark(on_stage.desk.tomas, step.id, StepState.DONE, StepState.OPEN)
    on_stage.settle()
    on_stage.wait_for(lambda: block.rows[0].step.state == "done")
    assert block.form is not None, "what is typed stays"
    assert block.form.text.text() == "Two and a half"
    told = ["".join(span.text for span in row.part.spans) for row in page.timeline.rows() if hasattr(row.part, "spans")]
    assert "Tomás Rey did “One”" in told


def test_an_ended_incident_shows_it_to_be_read(on_stage: Stage) -> None:
    incident = on_stage.desk.log()
    add(on_stage, incident, "Left open")
    on_stage.desk.session.desk.incidents.step(on_stage.desk.me, incident, Step(State.CANCELED, reason="Twice"))
    _, block = opened(on_stage, incident)
    assert [row.box.isEnabled() for row in block.rows] == [False]
    assert not block.add.isVisible()


def test_the_settings_keep_change_and_tell_of_one(on_stage: Stage) -> None:
    section = on_stage.show(ChecklistsSection(on_stage.context))
    section.open("new")
    on_stage.settle()
    for key, value in {"name": "Replace", "steps": "Ask\n* Wipe it | Dock network | 2 h"}.items():
        section.form.fields[key].type_in(value)
    section.add.click()
    on_stage.settle()
    desk, me = on_stage.desk.session.desk, on_stage.desk.me
    (template,) = desk.checklists.templates(me)
    assert [(line.text, line.required, line.group) for line in template.lines] == [
        ("Ask", False, ""), ("Wipe it", True, "Dock network"),
    ]  # fmt: skip
    section.open(template.id)
    on_stage.settle()
    section.form.fields["steps"].type_in("Ask twice")
    section._finished("steps")
    on_stage.settle()
    assert [line.text for line in desk.checklists.template(me, template.id).lines] == ["Ask twice"]
    assert len(desk.checklists.history(me, template.id)) == 2
    section.leave()
