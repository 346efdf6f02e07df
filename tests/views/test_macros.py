"""Macros in the window: seen filled in before they run, from the page, while writing and on several rows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.knowledge import ArticleStep, Audience
from app.domain.macros import ME, Acts
from app.domain.vocabulary import HoldReason, State
from app.services.checklists.dto import NewStep, StepDetails
from app.services.knowledge.dto import ArticleFacts, ArticleText
from app.services.macros.dto import NewMacro
from app.views.incident.page import IncidentPage
from app.views.incident.step_panel import StepPanel
from app.views.macros.sheet import MacroSheet, open_macros
from app.views.queue.preview import Preview
from app.views.settings_page.macros.section import MacrosSection
from app.views.widgets.digit_choices import DigitChoices
from tests.views.desks import Stage

WAIT = Acts({"assignee_id": ME}, State.ON_HOLD, HoldReason.AWAITING_VENDOR, 2)


def keep(stage: Stage, name: str, body: str, short: str = "", *, public: bool = True, acts: Acts | None = None) -> str:
    desk = stage.desk
    new = NewMacro(desk.session.desk.new_id(), name, short, body, public, acts or Acts())
    desk.session.desk.macro_work.save(desk.me, new)
    return new.id


def opened(stage: Stage, incident: str) -> IncidentPage:
    page = stage.show(IncidentPage(stage.context))
    page.open(incident)
    stage.settle()
    return page


def sheet_of(stage: Stage) -> MacroSheet:
    stage.settle()
    return next(sheet for sheet in stage.window.findChildren(MacroSheet) if sheet.isVisible())


def test_a_slash_inserts_a_text_that_was_seen_filled_in(on_stage: Stage) -> None:
    keep(on_stage, "Roll back", "Hello {{caller.first_name}}, {{incident.number}} is rolled back.", "roll")
    keep(on_stage, "Other", "Nothing else")
    page = opened(on_stage, on_stage.desk.log())
    page.writing.composer.choose("reply")
    QTest.keyClicks(page.writing.composer.edit, "/")
    sheet = sheet_of(on_stage)
    assert page.writing.composer.text() == ""
    QTest.keyClicks(sheet.field, "roll")
    assert sheet.chosen is not None
    assert sheet.chosen.name == "Roll back"
    assert sheet.preview.toPlainText() == "Hello Jonas, INC-000001 is rolled back."
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    on_stage.settle()
    assert page.writing.composer.text() == "Hello Jonas, INC-000001 is rolled back."


def test_it_runs_whole_and_is_taken_back_whole(on_stage: Stage) -> None:
    keep(on_stage, "To the vendor", "Asked the vendor.", public=False, acts=WAIT)
    incident = on_stage.desk.log()
    page = opened(on_stage, incident)
    page.focus_start()
    QTest.keyClicks(page.timeline, "m")
    sheet = sheet_of(on_stage)
    assert "On hold: awaiting vendor, 2 days" in sheet.effects.text()
    assert "Assignee: whoever runs it" in sheet.effects.text()
    QTest.keyClick(sheet.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    on_stage.settle()
    seen = on_stage.desk.read(incident)
    assert (seen.state, seen.assignee_id) == ("on_hold", on_stage.desk.me.person_id)
    assert on_stage.context.toasts.text == "To the vendor: 1 incident"
    assert on_stage.context.toasts.undo()
    on_stage.settle()
    seen = on_stage.desk.read(incident)
    assert (seen.state, seen.assignee_id) == ("new", None)


def test_what_is_not_known_is_said_and_stops_it(on_stage: Stage) -> None:
    keep(on_stage, "About", "About {{service.name}}.")
    page = opened(on_stage, on_stage.desk.log())
    page.writing.choose_macro()
    sheet = sheet_of(on_stage)
    assert "its service" in sheet.problem.text()
    assert not sheet.run_button.isEnabled()
    sheet.insert()
    on_stage.settle()
    page.writing.composer.send(resolve=False)
    on_stage.settle()
    assert "its service" in page.writing.composer.problem()


def test_a_field_typed_by_hand_is_filled_in_as_it_is_sent(on_stage: Stage) -> None:
    desk, me = on_stage.desk.session.desk, on_stage.desk.me
    service = desk.people.services(me)[0]
    incident = on_stage.desk.log("Printer {{incident.summary}}", service_id=service.id)
    page = opened(on_stage, incident)
    composer = page.writing.composer
    composer.choose("reply")
    composer.edit.insertPlainText("{{service.name}}, {{incident.summary}}, {{ not.a.field }}")
    composer.send(resolve=False)
    on_stage.settle()
    said = f"{service.label}, Printer {{{{incident.summary}}}}, {{{{ not.a.field }}}}"
    assert [entry.body for entry in on_stage.desk.read(incident).journal if entry.kind == "reply"] == [said]
    assert composer.text() == ""


def test_a_field_with_a_wrong_name_stops_the_message_once(on_stage: Stage) -> None:
    incident = on_stage.desk.log()
    page = opened(on_stage, incident)
    composer = page.writing.composer
    composer.choose("reply")
    composer.edit.insertPlainText("Dear {{caller.frist_name}}, {{incident.number}}")
    composer.send(resolve=False)
    on_stage.settle()
    assert "Did you mean {{caller.first_name}}?" in composer.problem()
    assert not [entry for entry in on_stage.desk.read(incident).journal if entry.kind == "reply"]
    composer.send(resolve=False)
    on_stage.settle()
    said = ["Dear {{caller.frist_name}}, INC-000001"]
    assert [entry.body for entry in on_stage.desk.read(incident).journal if entry.kind == "reply"] == said


def choose_in(panel: StepPanel, key: str) -> None:
    next(each.inner for each in panel.fields.values() if isinstance(each.inner, DigitChoices)).choose(key)


def test_fields_typed_into_the_form_of_a_step_are_filled_in_too(on_stage: Stage) -> None:
    number = publish(on_stage, "Clear a jam")
    incident = on_stage.desk.log("Printer {{incident.summary}}", group_id=on_stage.desk.service_desk)
    page = opened(on_stage, incident)
    writing, steps = page.writing, page.writing.steps
    writing.open_step(State.ON_HOLD)
    assert steps.text_box is not None
    choose_in(steps, HoldReason.AWAITING_VENDOR.value)
    steps.text_box.insertPlainText("{{incident.number}}: {{assignee.name}} rings")
    steps.submit()
    on_stage.settle()
    assert "whoever works on it" in steps.problems()["comment"]
    steps.text_box.setPlainText(f"{{{{incident.number}}}} as KB-{number:06d}, {{{{incident.summary}}}}")
    steps.submit()
    on_stage.settle()
    said = f"INC-000001 as KB-{number:06d}, Printer {{{{incident.summary}}}}"
    assert on_stage.desk.read(incident).state == "on_hold"
    assert said in [entry.body for entry in on_stage.desk.read(incident).journal]
    writing.open_step(State.RESOLVED)
    choose_in(steps, "solution_provided")
    steps.text_box.insertPlainText(f"See {{{{kb:{number}}}}}")
    steps.submit()
    on_stage.settle()
    assert on_stage.desk.read(incident).resolution_notes == f"See KB-{number:06d} Clear a jam"


def test_what_a_field_typed_by_hand_names_is_asked_of_the_desk_and_said_where_it_is_unknown(on_stage: Stage) -> None:
    number = publish(on_stage, "Clear a jam")
    page = opened(on_stage, on_stage.desk.log(group_id=on_stage.desk.service_desk))
    composer = page.writing.composer
    composer.choose("reply")
    composer.edit.insertPlainText(f"See {{{{kb:{number}}}}}, {{{{kb:999}}}}.")
    composer.send(resolve=False)
    on_stage.settle()
    assert "KB-000999 as a published article" in composer.problem()
    composer.edit.undo()
    composer.edit.insertPlainText(f"See {{{{kb:{number}}}}}.")
    composer.send(resolve=True)
    on_stage.settle()
    assert composer.text() == f"See KB-{number:06d} Clear a jam."
    assert page.writing.steps.target is State.RESOLVED


def test_tags_and_an_article_are_seen_before_they_are_put_on_and_taken_back(on_stage: Stage) -> None:
    number = publish(on_stage, "Clear a jam")
    keep(on_stage, "Jam", f"See {{{{kb:{number}}}}}.", public=False, acts=Acts(tags=("jam",), article=number))
    incident = on_stage.desk.log()
    page = opened(on_stage, incident)
    page.writing.choose_macro()
    sheet = sheet_of(on_stage)
    assert sheet.preview.toPlainText() == f"See KB-{number:06d} Clear a jam."
    assert sheet.effects.text() == f"→ Tags: jam\n→ Links KB-{number:06d} Clear a jam"
    sheet.run()
    on_stage.settle()
    desk, me = on_stage.desk.session.desk, on_stage.desk.me
    assert on_stage.desk.read(incident).tags == "jam"
    assert [each.number for each in desk.knowledge.of_incident(me, incident)] == [number]
    assert on_stage.context.toasts.undo()
    on_stage.settle()
    assert on_stage.desk.read(incident).tags is None
    assert desk.knowledge.of_incident(me, incident) == ()
    on_stage.window.show()
    open_macros(on_stage.context, [incident, on_stage.desk.log()])
    assert sheet_of(on_stage).effects.text().splitlines()[0] == (
        "2 internal notes, 2 changed fields, 2 linked articles"
    )


def test_the_settings_take_tags_and_an_article_and_preview_every_field(on_stage: Stage) -> None:
    number = publish(on_stage, "Clear a jam")
    section = on_stage.show(MacrosSection(on_stage.context))
    section.open("new")
    on_stage.settle()
    body = f"By {{{{incident.due}}}}, see {{{{kb:{number}}}}}."
    for key, value in {"name": "Jam", "body": body, "tags": "Jam, floor-2", "article": "soon"}.items():
        section.form.fields[key].type_in(value)
    section._show_preview()
    due = on_stage.context.formats.full(on_stage.context.now())
    assert section.preview.text() == f"By {due}, see KB-{number:06d} and its title."
    section.add.click()
    on_stage.settle()
    desk, me = on_stage.desk.session.desk, on_stage.desk.me
    assert desk.macros.mine(me) == (), "that is no number"
    section.form.fields["article"].type_in(f"kb-{number}")
    section.add.click()
    on_stage.settle()
    (macro,) = desk.macros.mine(me)
    assert (macro.acts.tags, macro.acts.article) == (("floor-2", "jam"), number)
    section.open(macro.id)
    on_stage.settle()
    assert section.form.fields["tags"].value() == "floor-2 jam"
    assert section.form.fields["article"].value() == f"KB-{number:06d}"
    section.leave()


def publish(stage: Stage, title: str) -> int:
    """A published article for everyone; its number."""
    desk, me = stage.desk.session.desk, stage.desk.me
    text = ArticleText(title, "It beeps.", "Open it.", Audience.EVERYONE)
    ref = desk.knowledge_work.create(stage.desk.dana, desk.new_id(), text, ArticleFacts())
    for step in (ArticleStep.SUBMIT, ArticleStep.PUBLISH):
        ref = desk.knowledge_work.step(me, ref.id, step, seen=ref.version)
    return ref.number


def test_on_several_it_is_summed_up_before_it_runs(on_stage: Stage) -> None:
    keep(on_stage, "Ask", "Which one?", acts=WAIT)
    keep(on_stage, "Note", "Seen.", public=False)
    keep(on_stage, "Solve", "It is mended.", acts=Acts(state=State.RESOLVED, resolution_code="solution_provided"))
    ids = [on_stage.desk.log() for _ in range(5)]
    on_stage.window.show()
    open_macros(on_stage.context, ids)
    sheet = sheet_of(on_stage)
    for name, said in (
        ("Ask", "5 replies, 5 status changes, 5 changed fields"),
        ("Note", "5 internal notes"),
        ("Solve", "5 replies, 5 status changes"),
    ):
        sheet.field.setText(name)
        assert sheet.effects.text().splitlines()[0] == said
    open_macros(on_stage.context, ids[:1])


def test_on_several_it_says_for_whom_and_what_was_refused(on_stage: Stage) -> None:
    keep(on_stage, "Take", "", acts=Acts({"assignee_id": ME}))
    first, second = on_stage.desk.log(), on_stage.desk.log()
    on_stage.desk.session.desk.merge_work.unmerge(on_stage.desk.me, ())
    on_stage.window.show()
    open_macros(on_stage.context, [first, second])
    sheet = sheet_of(on_stage)
    assert not sheet.put.isVisible()
    assert sheet.effects.text().splitlines()[0] == "2 changed fields"
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    on_stage.settle()
    assert on_stage.context.toasts.text == "Take: 2 incidents"
    assert {on_stage.desk.read(each).assignee_id for each in (first, second)} == {on_stage.desk.me.person_id}


def test_one_that_resolves_asks_once_about_open_steps(on_stage: Stage) -> None:
    acts = Acts(state=State.RESOLVED, resolution_code="solution_provided")
    keep(on_stage, "Done", "Replaced it.", acts=acts)
    first, second = (on_stage.desk.log(group_id=on_stage.desk.service_desk) for _ in range(2))
    steps = tuple(NewStep(on_stage.desk.session.desk.new_id(), StepDetails(text)) for text in ("Call", "Write"))
    on_stage.desk.session.desk.checklist_work.add(on_stage.desk.me, first, steps)
    on_stage.window.show()
    open_macros(on_stage.context, [first, second])
    sheet = sheet_of(on_stage)
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    on_stage.settle()
    assert sheet.problem.text() == (
        "2 steps of checklists are still open on 1 incident. Once more resolves all the same."
    )
    assert on_stage.desk.read(first).state == "new"
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    on_stage.settle()
    assert {on_stage.desk.read(each).state for each in (first, second)} == {"resolved"}


@pytest.mark.parametrize("acts", [Acts(), Acts(state=State.RESOLVED, resolution_code="solution_provided")])
def test_a_reply_of_somebody_else_stops_one_that_answers_once(on_stage: Stage, acts: Acts) -> None:
    keep(on_stage, "Done", "It is mended.", acts=acts)
    incident = on_stage.desk.log(group_id=on_stage.desk.service_desk)
    page = opened(on_stage, incident)
    on_stage.desk.say(incident, "It is the cable.", by=on_stage.desk.tomas)
    page.writing.casework.reload()
    on_stage.settle()
    page.writing.choose_macro()
    sheet = sheet_of(on_stage)
    sheet.run()
    on_stage.settle()
    assert "Tomás Rey wrote" in sheet.problem.text()
    assert on_stage.desk.read(incident).state == "new"
    assert "It is mended." not in {entry.body for entry in on_stage.desk.read(incident).journal}
    sheet.run()
    on_stage.settle()
    assert "It is mended." in {entry.body for entry in on_stage.desk.read(incident).journal}
    assert page.writing.answering.strip.isHidden()


def test_in_the_list_a_reply_since_the_incident_was_selected_stops_it_once(on_stage: Stage) -> None:
    keep(on_stage, "Done", "It is mended.")
    incident = on_stage.desk.log(group_id=on_stage.desk.service_desk)
    preview = on_stage.show(Preview(on_stage.context))
    assert preview.others_seen(incident) is None
    preview.read(incident)
    on_stage.settle()
    on_stage.desk.say(incident, "It is the cable.", by=on_stage.desk.tomas)
    # The preview shows what came, but nobody has to have looked there.
    preview.read(incident)
    on_stage.settle()
    open_macros(on_stage.context, [incident], seen=preview.others_seen(incident))
    sheet = sheet_of(on_stage)
    sheet.run()
    on_stage.settle()
    assert "Tomás Rey wrote" in sheet.problem.text()
    assert "It is mended." not in {entry.body for entry in on_stage.desk.read(incident).journal}
    sheet.run()
    on_stage.settle()
    assert "It is mended." in {entry.body for entry in on_stage.desk.read(incident).journal}
    preview.show_nothing()
    assert preview.others_seen(incident) is None, "what is selected anew is looked at anew"


def test_there_are_none_yet(on_stage: Stage) -> None:
    page = opened(on_stage, on_stage.desk.log())
    page.writing.choose_macro()
    sheet = sheet_of(on_stage)
    assert "no macros yet" in sheet.audience.accessibleName()
    assert not sheet.run_button.isEnabled()
    QTest.keyClick(sheet.field, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_the_settings_make_change_and_tell_of_one(on_stage: Stage) -> None:
    section = on_stage.show(MacrosSection(on_stage.context))
    section.open("new")
    on_stage.settle()
    for key, value in {"name": "Wait", "body": "For {{caller.name}}", "public": "no", "state": "on_hold"}.items():
        section.form.fields[key].type_in(value)
    section._show_preview()
    assert section.preview.text() == "For Priya Raman"
    section.add.click()
    on_stage.settle()
    desk, me = on_stage.desk.session.desk, on_stage.desk.me
    (macro,) = desk.macros.mine(me)
    assert (macro.acts.state, macro.acts.hold_days, macro.public) == (State.ON_HOLD, 3, False)
    section.open(macro.id)
    on_stage.settle()
    section.form.fields["body"].type_in("Otherwise")
    section._finished("body")
    on_stage.settle()
    assert desk.macros.one(me, macro.id).body == "Otherwise"
    assert len(desk.macros.history(me, macro.id)) == 2
    assert not section.uses.isVisible(), "nobody keeps which incidents a macro was run on"
    section.leave()


def test_what_is_typed_at_once_goes_to_the_sheet_and_not_to_the_caller(on_stage: Stage) -> None:
    keep(on_stage, "Ask for the message", "What does it say?")
    keep(on_stage, "Restart", "We restart it.", "roll")
    page = opened(on_stage, on_stage.desk.log())
    page.writing.composer.choose("reply")
    for letter in "/roll":
        QTest.keyClicks(on_stage.window.focusWidget(), letter)
    QTest.keyClick(on_stage.window.focusWidget(), Qt.Key.Key_Return)
    assert page.writing.composer.text() == "", "nothing has been read yet"
    on_stage.settle()
    assert page.writing.composer.text() == "We restart it."
    assert not [sheet for sheet in on_stage.window.findChildren(MacroSheet) if sheet.isVisible()]
