"""Templates in the window: picked in a call, never over what was typed; from the palette; made and saved."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.checklists import read_lines
from app.domain.incident_templates import Filling
from app.services.checklists.dto import NewTemplate
from app.services.macros.dto import NewMacro
from app.services.templates.dto import NewIncidentTemplate
from app.views.create.draft import from_fields
from app.views.create.sheet import CreateSheet
from app.views.create.sheets import CreateSheets, install
from app.views.incident.page import IncidentPage
from app.views.palette.entries import Sources, entries
from app.views.palette.named import NamedThings
from app.views.settings_page.templates.section import TemplatesSection
from app.views.widgets.choice_popup import ChoicePopup
from tests.views.desks import Stage

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def keep(stage: Stage, name: str, filling: Filling) -> None:
    desk = stage.desk.session.desk
    desk.template_work.save(stage.desk.me, NewIncidentTemplate(desk.new_id(), name, filling))


def starter(stage: Stage) -> Filling:
    desk, me = stage.desk.session.desk, stage.desk.me
    checklist = NewTemplate(desk.new_id(), "Starter", read_lines("Make the account\nHand over the key"))
    desk.checklist_work.save_template(me, checklist)
    return Filling(
        "Set up a new starter", "Name:\nFirst day:", stage.desk.wms, stage.desk.network_category, stage.desk.wireless,
        impact=2, group_id=stage.desk.network, checklist_id=checklist.id, message="Hello {{caller.first_name}}",
    )  # fmt: skip


def opened(stage: Stage) -> CreateSheet:
    stage.window.resize(1208, 824)
    stage.window.show()
    install(stage.window, stage.context)
    stage.settle()
    stage.context.actions.run("incident.new")
    stage.settle()
    return stage.window.findChildren(CreateSheets)[0].shown[-1]


def pick(stage: Stage, sheet: CreateSheet, typed: str) -> None:
    sheet.form.summary.setFocus()
    QTest.keyClick(sheet.form.summary, Qt.Key.Key_4, ALT)
    stage.settle()
    popup = next(each for each in sheet.templating.button.findChildren(ChoicePopup) if each.isVisible())
    QTest.keyClicks(popup.field, typed)
    stage.settle()
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    stage.settle()


def test_a_call_begins_with_a_template_and_is_logged_whole(on_stage: Stage) -> None:
    keep(on_stage, "New starter", starter(on_stage))
    keep(on_stage, "Other", Filling("Something else"))
    sheet = opened(on_stage)
    sheet.form.requester.setFocus()
    QTest.keyClicks(sheet.form.requester, "jon")
    QTest.keyClick(sheet.form.requester, Qt.Key.Key_Return)
    on_stage.settle()
    pick(on_stage, sheet, "starter")
    assert sheet.form.summary.text() == "Set up a new starter"
    assert sheet.form.service.text() == "Warehouse scanning"
    told = sheet.templating.line.text()
    assert told.startswith("From “New starter” · category Dock radio › Scanner link · adds the checklist “Starter”")
    assert "replies “Hello Jonas”" in told
    QTest.keyClick(sheet.form.summary, Qt.Key.Key_Return, CTRL)
    on_stage.settle()
    desk, me = on_stage.desk.session.desk, on_stage.desk.me
    found = desk.incident.find_number(me, 1)
    assert found is not None
    seen = on_stage.desk.read(found.id)
    assert (seen.category_name, seen.subcategory_name, seen.group_name, seen.impact) == (
        "Dock radio", "Scanner link", "Dock network", 2,
    )  # fmt: skip
    assert [item.body for item in seen.journal if item.kind == "reply"] == ["Hello Jonas"]
    assert len(desk.checklists.of_incident(me, found.id).steps) == 2


def test_the_line_reads_as_the_caller_will_and_says_what_is_not_known_yet(on_stage: Stage) -> None:
    message = "Hello {{caller.first_name}}, {{incident.number}}. {{me.name}}"
    keep(on_stage, "New starter", Filling("Set up a new starter", message=message))
    sheet = opened(on_stage)
    pick(on_stage, sheet, "starter")
    told = sheet.templating.line.text()
    assert "replies “Hello [the first name of the caller], [the number of the incident]. root”" in told
    assert "{{" not in told
    sheet.form.requester.setFocus()
    QTest.keyClicks(sheet.form.requester, "jon")
    QTest.keyClick(sheet.form.requester, Qt.Key.Key_Return)
    on_stage.settle()
    assert "replies “Hello Jonas, [the number of the incident]. root”" in sheet.templating.line.text()
    assert sheet.form.draft().message == message, "what is sent is filled in by the desk"


def test_what_was_typed_stays_and_the_rest_is_taken_back(on_stage: Stage) -> None:
    keep(on_stage, "New starter", starter(on_stage))
    sheet = opened(on_stage)
    QTest.keyClicks(sheet.form.summary, "Mara begins on Monday")
    on_stage.settle()
    before = sheet.form.chosen()
    pick(on_stage, sheet, "new")
    assert sheet.form.summary.text() == "Mara begins on Monday"
    assert sheet.form.details.toPlainText() == "Name:\nFirst day:"
    assert sheet.templating.line.text().endswith("left as you typed it: Short description")
    kept = from_fields(sheet.form.draft().to_fields())
    assert (kept.checklist_name, kept.template_name) == ("Starter", "New starter"), "a draft keeps it"
    sheet.form.details.setPlainText("Name: Mara")
    sheet.templating.take_back()
    on_stage.settle()
    after = sheet.form.chosen()
    assert after.details == "Name: Mara", "what was typed since stays"
    assert (after.service_id, after.group_id, after.checklist_id, after.message, after.category_id, after.impact) == (
        before.service_id, before.group_id, "", "", "", before.impact,
    )  # fmt: skip
    assert sheet.templating.line.isHidden()


def test_another_template_takes_the_place_of_the_first(on_stage: Stage) -> None:
    keep(on_stage, "New starter", starter(on_stage))
    keep(on_stage, "Other", Filling("Something else", message="For us", public=False))
    sheet = opened(on_stage)
    pick(on_stage, sheet, "new")
    pick(on_stage, sheet, "other")
    draft = sheet.form.draft()
    assert (draft.summary, draft.details, draft.checklist_id) == ("Something else", "", "")
    assert sheet.templating.line.text() == "From “Other” · notes “For us”"


def test_an_incident_is_saved_as_one(on_stage: Stage) -> None:
    incident = on_stage.desk.log(service_id=on_stage.desk.wms)
    page = on_stage.show(IncidentPage(on_stage.context))
    page.open(incident)
    on_stage.settle()
    on_stage.context.actions.run("incident.save_template")
    on_stage.settle()
    desk, me = on_stage.desk.session.desk, on_stage.desk.me
    (template,) = desk.templates.mine(me)
    assert (template.name, template.names["service_id"]) == (
        "Warehouse scanners offline at Dock 3", "Warehouse scanning",
    )  # fmt: skip
    assert on_stage.context.toasts.undo()
    on_stage.settle()
    assert desk.templates.mine(me) == ()


def test_the_palette_lists_templates_and_macros_by_name(on_stage: Stage) -> None:
    keep(on_stage, "New starter", starter(on_stage))
    desk, me = on_stage.desk.session.desk, on_stage.desk.me
    desk.macro_work.save(me, NewMacro(desk.new_id(), "Ask for the label", "label", "Which label?"))
    sheet = opened(on_stage)
    sheet.put_away.emit()
    named = NamedThings(on_stage.context)
    named.read(lambda: None)
    on_stage.settle()
    sources = Sources(
        list, lambda _a: None, lambda _n: None, lambda _t: None, lambda: "", tuple, named=named,
    )  # fmt: skip
    found = {entry.text: entry for text in ("starter", "label") for entry in entries(text, sources)}
    assert found["Ask for the label"].reason == "No incident is open or chosen"
    found["New starter"].run()
    on_stage.settle()
    shown = on_stage.window.findChildren(CreateSheets)[0].shown[-1]
    assert shown.form.summary.text() == "Set up a new starter"


def test_the_settings_make_change_and_tell_of_one(on_stage: Stage) -> None:
    section = on_stage.show(TemplatesSection(on_stage.context))
    section.open("new")
    on_stage.settle()
    category = f"{on_stage.desk.network_category}/{on_stage.desk.wireless}"
    for key, value in {"name": "Dock", "short_description": "Dock offline", "category": category}.items():
        section.form.fields[key].type_in(value)
    section.add.click()
    on_stage.settle()
    desk, me = on_stage.desk.session.desk, on_stage.desk.me
    (template,) = desk.templates.mine(me)
    assert template.filling == Filling(
        "Dock offline", category_id=on_stage.desk.network_category, subcategory_id=on_stage.desk.wireless
    )
    section.open(template.id)
    on_stage.settle()
    section.form.fields["message"].type_in("Hello")
    section._finished("message")
    on_stage.settle()
    assert desk.templates.one(me, template.id).filling.message == "Hello"
    assert len(desk.templates.history(me, template.id)) == 2
    section.leave()
