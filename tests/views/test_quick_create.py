"""Logging a call with the keyboard alone, with a real desk behind it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QFrame, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import delete

from app.domain.level_hints import LevelHint
from app.domain.lifecycle import Step
from app.domain.vocabulary import State
from app.services.incidents.dto import IncidentDetail, NewFile
from app.services.suggestions.dto import AlikeQuery
from app.views.create.draft import CreateDraft, from_fields
from app.views.create.guess import guess_option, words_of
from app.views.create.sheet import CreateSheet
from app.views.create.sheets import CreateSheets, install
from app.views.create.side import Found, SidePanel
from app.views.pages import Location
from app.views.widgets.choice_popup import Option
from tests.views.desks import Stage

ENTER, TAB, ESC = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape
PLAIN = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def sheets(on_stage: Stage) -> CreateSheets:
    on_stage.window.resize(1208, 824)
    on_stage.window.show()
    install(on_stage.window, on_stage.context)
    on_stage.settle()
    return on_stage.window.findChildren(CreateSheets)[0]


def opened(stage: Stage, sheets: CreateSheets) -> CreateSheet:
    stage.context.actions.run("incident.new")
    stage.settle()
    return sheets.shown[-1]


def focus(stage: Stage) -> QWidget:
    widget = stage.window.focusWidget()
    assert widget is not None
    return widget


def type_into(stage: Stage, text: str) -> None:
    for char in text:
        QTest.keyClicks(focus(stage), char)


def only_incident(stage: Stage) -> IncidentDetail:
    desk = stage.desk.session.desk
    found = desk.incident.find_number(stage.desk.me, 1)
    assert found is not None
    return stage.desk.read(found.id)


def test_a_phone_call_is_logged_with_few_keys(on_stage: Stage, sheets: CreateSheets) -> None:
    """U1: at most 41 keys, the typed text not counted; ours needs a handful beside the words."""
    sheet = opened(on_stage, sheets)
    presses = 0
    for stroke in ("jon", ENTER, "Scanner at Dock 3 shows no network"):
        if isinstance(stroke, str):
            type_into(on_stage, stroke)
        else:
            QTest.keyClick(focus(on_stage), stroke)
            presses += 1
    QTest.keyClick(focus(on_stage), ENTER, CTRL)
    presses += 2
    on_stage.settle()
    assert presses + len("jon") <= 41
    detail = only_incident(on_stage)
    assert detail.caller is not None
    assert (detail.caller.name, detail.short_description) == ("Jonas Berg", "Scanner at Dock 3 shows no network")
    assert (detail.channel, detail.impact, detail.urgency) == ("phone", 3, 3)
    assert sheets.shown == []
    assert on_stage.context.toasts.text == "INC-000001 created"
    assert sheet.is_done


def test_enter_may_come_before_the_people_were_found(on_stage: Stage, sheets: CreateSheets) -> None:
    sheet = opened(on_stage, sheets)
    QTest.keyClicks(sheet.form.requester, "2210")
    QTest.keyClick(sheet.form.requester, ENTER)
    assert focus(on_stage) is sheet.form.summary
    type_into(on_stage, "No network")
    on_stage.settle()
    assert sheet.form.requester.person == "Jonas Berg"
    assert sheet.form.summary.text() == "No network"


def test_an_unknown_name_becomes_a_person(on_stage: Stage, sheets: CreateSheets) -> None:
    sheet = opened(on_stage, sheets)
    QTest.keyClicks(sheet.form.requester, "Emil Novak")
    QTest.keyClick(sheet.form.requester, ENTER)
    on_stage.settle()
    assert sheet.form.phone.isVisible()
    name, phone = sheet.form.requester, sheet.form.phone
    between = phone.mapTo(sheet, QPoint(0, 0)).y() - name.mapTo(sheet, QPoint(0, name.height())).y()
    assert between >= 8, "they stand apart"
    QTest.keyClicks(sheet.form.phone, "3309")
    QTest.keyClicks(sheet.form.summary, "One-way audio")
    QTest.keyClick(sheet.form.summary, ENTER, CTRL)
    on_stage.settle()
    caller = only_incident(on_stage).caller
    assert caller is not None
    assert (caller.name, caller.phone) == ("Emil Novak", "3309")


def test_all_fields_by_keys(on_stage: Stage, sheets: CreateSheets) -> None:
    sheet = opened(on_stage, sheets)
    type_into(on_stage, "jonas")
    QTest.keyClick(focus(on_stage), ENTER)
    type_into(on_stage, "Printer")
    QTest.keyClick(focus(on_stage), ENTER)
    on_stage.settle()
    QTest.keyClicks(focus(on_stage), "w")
    on_stage.settle()
    assert sheet.form.service.popup is not None
    QTest.keyClick(sheet.form.service.popup.field, ENTER)
    on_stage.settle()
    for field, digit in ((sheet.form.impact, "1"), (sheet.form.urgency, "2")):
        while focus(on_stage) is not field:
            QTest.keyClick(focus(on_stage), TAB)
        QTest.keyClicks(field, digit)
    assert sheet.form.priority.words.text() == "High"
    QTest.keyClick(focus(on_stage), TAB)
    assert focus(on_stage) is sheet.form.group
    QTest.keyClick(focus(on_stage), TAB)
    type_into(on_stage, "rjk 1")
    QTest.keyClick(focus(on_stage), ENTER, CTRL | SHIFT)
    on_stage.settle()
    detail = only_incident(on_stage)
    assert (detail.impact, detail.urgency, detail.priority) == (1, 2, 2)
    assert (detail.service_name, detail.description) == ("Warehouse scanning", "rjk 1")
    assert on_stage.went == [Location("incident", detail.id)]


def test_what_is_missing_stands_at_its_field(on_stage: Stage, sheets: CreateSheets) -> None:
    sheet = opened(on_stage, sheets)
    QTest.keyClick(focus(on_stage), ENTER, CTRL)
    on_stage.settle()
    assert set(sheet.form.problems()) == {"caller_id", "short_description"}
    assert focus(on_stage) is sheet.form.requester
    assert sheets.shown == [sheet]
    type_into(on_stage, "jonas")
    QTest.keyClick(focus(on_stage), ENTER)
    on_stage.settle()
    assert set(sheet.form.problems()) == {"short_description"}


def test_tab_goes_round_in_the_sheet(on_stage: Stage, sheets: CreateSheets) -> None:
    sheet = opened(on_stage, sheets)
    seen = [focus(on_stage)]
    while len(seen) < 60:
        QTest.keyClick(focus(on_stage), TAB)
        if focus(on_stage) is seen[0]:
            break
        seen.append(focus(on_stage))
    assert all(sheet.isAncestorOf(widget) for widget in seen)
    assert seen.index(sheet.create_button) == seen.index(sheet.form.details) + 2, "the fields, then the buttons"
    assert seen[-1] is sheet.cross


def test_a_summary_that_is_too_long_is_spoken_of_and_not_cut(on_stage: Stage, sheets: CreateSheets) -> None:
    sheet = opened(on_stage, sheets)
    long = "Scanner shows no network " * 10
    sheet.form.summary.setFocus()
    QApplication.clipboard().setText(long)
    sheet.form.summary.paste()
    assert sheet.form.summary.text() == long
    assert sheet.form.problems()["short_description"].startswith("249 characters; 160 is the limit.")
    sheet.form.summary.setText("")
    QTest.keyClicks(sheet.form.summary, "Scanner")
    assert "short_description" not in sheet.form.problems()


def test_a_sheet_never_begins_beyond_the_window(on_stage: Stage, sheets: CreateSheets) -> None:
    on_stage.window.resize(760, 480)
    opened(on_stage, sheets)
    for _ in range(3):
        last = opened(on_stage, sheets)
    card = last.card.geometry().translated(last.pos())
    assert on_stage.window.rect().contains(card.adjusted(0, 0, -1, -1))


def test_a_sheet_with_a_file_alone_is_put_away_and_not_lost(on_stage: Stage, sheets: CreateSheets) -> None:
    sheet = opened(on_stage, sheets)
    sheet.form.attachments.add_files([NewFile("screen.png", "image/png", b"x")])
    QTest.keyClick(focus(on_stage), ESC)
    assert sheets.waiting == 1
    on_stage.context.actions.run("incident.drafts")
    assert len(sheet.form.attachments.files()) == 1
    sheet.throw_away()
    on_stage.settle()
    folder = on_stage.context.drafts_folder
    assert folder is not None
    assert not list(folder.rglob("*.file"))


def test_a_refusal_of_the_desk_is_shown_and_the_sheet_stays(on_stage: Stage, sheets: CreateSheets) -> None:
    sheet = opened(on_stage, sheets)
    sheet.form.start(CreateDraft(caller_id=on_stage.desk.jonas, caller_name="Jonas Berg", summary="\u0001"))
    sheet.log_it(and_open=False)
    on_stage.settle()
    assert "The short description is empty" in sheet.form.problems()["short_description"]
    assert sheet.create_button.isEnabled()


def test_creating_twice_logs_one(on_stage: Stage, sheets: CreateSheets) -> None:
    sheet = opened(on_stage, sheets)
    sheet.form.start(CreateDraft(caller_id=on_stage.desk.jonas, caller_name="Jonas Berg", summary="Once"))
    sheet.log_it(and_open=False)
    sheet.log_it(and_open=False)
    on_stage.settle()
    assert only_incident(on_stage).short_description == "Once"
    assert on_stage.desk.session.desk.incident.find_number(on_stage.desk.me, 2) is None


def call_with_everything(stage: Stage, sheets: CreateSheets) -> CreateDraft:
    sheet = opened(stage, sheets)
    draft = CreateDraft(
        caller_id=stage.desk.jonas, caller_name="Jonas Berg", summary="No network at Dock 3", details="Since noon.",
        service_id=stage.desk.wms, service_name="Warehouse scanning", channel="walk_in", impact="1", urgency="2",
    )  # fmt: skip
    sheet.form.start(draft)
    sheet.form.attachments.add_files([NewFile("screen.png", "image/png", b"x")])
    sheet.log_it(and_open=False)
    stage.settle()
    return draft


def test_undo_withdraws_what_was_created_and_brings_its_form_back(on_stage: Stage, sheets: CreateSheets) -> None:
    draft = call_with_everything(on_stage, sheets)
    first = only_incident(on_stage)
    assert on_stage.context.toasts.undo()
    on_stage.settle()
    assert on_stage.desk.read(first.id).state == "canceled"
    assert on_stage.context.toasts.text == "INC-000001 was withdrawn; it stands as canceled."
    (again,) = sheets.shown
    assert again.incident_id != first.id
    assert again.form.draft() == draft
    assert [(file.file_name, file.data) for file in again.form.attachments.files()] == [("screen.png", b"x")]
    again.log_it(and_open=False)
    on_stage.settle()
    second = on_stage.desk.session.desk.incident.find_number(on_stage.desk.me, 2)
    assert second is not None
    logged = on_stage.desk.read(second.id)
    assert (logged.short_description, logged.state, logged.impact) == ("No network at Dock 3", "new", 1)
    assert sheets.waiting == 0


def test_what_was_withdrawn_is_a_draft_after_a_crash(on_stage: Stage, sheets: CreateSheets) -> None:
    draft = call_with_everything(on_stage, sheets)
    on_stage.context.toasts.undo()
    on_stage.settle()
    install(on_stage.window, on_stage.context)
    on_stage.settle()
    on_stage.context.actions.run("incident.drafts")
    on_stage.settle()
    again = on_stage.window.findChildren(CreateSheets)[-1].shown[-1].form
    assert again.draft() == draft
    assert [file.data for file in again.attachments.files()] == [b"x"]


def test_what_a_colleague_began_on_is_not_withdrawn(on_stage: Stage, sheets: CreateSheets) -> None:
    call_with_everything(on_stage, sheets)
    incident = only_incident(on_stage)
    on_stage.desk.say(incident.id, "I am on it.", public=False, by=on_stage.desk.dana)
    on_stage.context.toasts.undo()
    on_stage.settle()
    assert "Somebody else has written" in on_stage.context.toasts.text
    assert (only_incident(on_stage).state, sheets.shown, sheets.waiting) == ("new", [], 0)
    assert not list(on_stage.context.drafts_folder.rglob("*.file"))  # type: ignore[union-attr]  # the stage has one


def test_a_person_who_was_added_with_the_call_is_not_added_again(on_stage: Stage, sheets: CreateSheets) -> None:
    sheet = opened(on_stage, sheets)
    QTest.keyClicks(sheet.form.requester, "Emil Novak")
    QTest.keyClick(sheet.form.requester, ENTER)
    on_stage.settle()
    QTest.keyClicks(sheet.form.summary, "One-way audio")
    QTest.keyClick(sheet.form.summary, ENTER, CTRL)
    on_stage.settle()
    on_stage.context.toasts.undo()
    on_stage.settle()
    QTest.keyClick(sheets.shown[-1].form.summary, ENTER, CTRL)
    on_stage.settle()
    found = on_stage.desk.session.desk.people.search(on_stage.desk.me, "Emil Novak")
    assert len(found) == 1
    second = on_stage.desk.session.desk.incident.find_number(on_stage.desk.me, 2)
    assert second is not None
    caller = on_stage.desk.read(second.id).caller
    assert caller is not None
    assert caller.id == found[0].id


def test_several_sheets_stand_beside_each_other_and_esc_keeps_the_draft(on_stage: Stage, sheets: CreateSheets) -> None:
    counts: list[int] = []
    sheets.drafts_changed.connect(counts.append)
    first = opened(on_stage, sheets)
    type_into(on_stage, "jonas")
    QTest.keyClick(focus(on_stage), ENTER)
    type_into(on_stage, "The first call")
    second = opened(on_stage, sheets)
    assert sheets.shown == [first, second]
    assert first.pos() != second.pos()
    assert focus(on_stage) is second.form.requester
    QTest.keyClick(focus(on_stage), ESC)
    on_stage.settle()
    assert sheets.shown == [first], "an empty sheet leaves nothing behind"
    QTest.keyClick(first.form.summary, ESC)
    on_stage.settle()
    assert sheets.shown == []
    assert counts[-1] == 1
    on_stage.context.actions.run("incident.drafts")
    on_stage.settle()
    assert sheets.shown == [first]
    assert first.form.summary.text() == "The first call"
    first.throw_away()
    on_stage.settle()
    assert counts[-1] == 0


def test_the_draft_comes_back_after_the_window_was_lost(on_stage: Stage, sheets: CreateSheets) -> None:
    opened(on_stage, sheets)
    type_into(on_stage, "jonas")
    QTest.keyClick(focus(on_stage), ENTER)
    type_into(on_stage, "Half a summ")
    on_stage.settle()
    on_stage.context.drafts.flush()
    on_stage.settle()
    install(on_stage.window, on_stage.context)
    on_stage.settle()
    again = on_stage.window.findChildren(CreateSheets)[-1]
    assert again.waiting == 1
    on_stage.context.actions.run("incident.drafts")
    on_stage.settle()
    form = again.shown[-1].form
    assert (form.requester.person, form.summary.text()) == ("Jonas Berg", "Half a summ")


def test_a_new_caller_comes_with_the_incident_and_not_before(on_stage: Stage, sheets: CreateSheets) -> None:
    desk = on_stage.desk.session.desk
    sheet = opened(on_stage, sheets)
    type_into(on_stage, "Mira Okafor")
    on_stage.settle()
    QTest.keyClick(focus(on_stage), ENTER)
    sheet.form.summary.setText("x" * 200)
    sheet.log_it(and_open=False)
    on_stage.settle()
    assert "160 is the limit" in sheet.form.problems()["short_description"]
    assert desk.people.search(on_stage.desk.me, "Mira") == ()
    sheet.form.summary.setText("Handheld does not print")
    sheet.form.mail.setText("mira at dock")
    sheet.log_it(and_open=False)
    on_stage.settle()
    assert "is no e-mail address" in sheet.form.problems()["caller_id"]
    assert focus(on_stage) is sheet.form.mail
    sheet.form.mail.setText("mira@dock.example")
    sheet.log_it(and_open=False)
    on_stage.settle()
    (mira,) = desk.people.search(on_stage.desk.me, "Mira")
    caller = only_incident(on_stage).caller
    assert caller is not None
    assert (mira.email, caller.id) == ("mira@dock.example", mira.id)


def test_open_incidents_of_the_caller_and_similar_ones_are_offered(on_stage: Stage, sheets: CreateSheets) -> None:
    desk = on_stage.desk
    theirs = desk.log("Handhelds do not print")
    other = desk.session.desk.people_admin.add_caller
    from app.services.people.dto import NewPerson

    emil = other(desk.me, NewPerson(desk.session.desk.new_id(), "Emil Novak"))
    same = desk.log("Teams calls have one-way audio on floor 2", caller_id=emil)
    sheet = opened(on_stage, sheets)
    type_into(on_stage, "jonas")
    QTest.keyClick(focus(on_stage), ENTER)
    type_into(on_stage, "One-way audio in Teams")
    on_stage.wait_for(lambda: len(sheet.side.found()) == 2)
    assert [found.id for found in sheet.side.found()] == [theirs, same]
    assert focus(on_stage) is sheet.form.summary, "results never take the cursor"
    QTest.keyClick(focus(on_stage), Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert on_stage.went == [Location("incident", theirs)]
    sheet.side.note_wanted.emit(sheet.side.found()[1])
    on_stage.settle()
    assert "Jonas Berg called too: One-way audio in Teams" in [item.body for item in desk.read(same).journal]
    assert sheets.shown == []


def test_what_helped_before_stands_beside_the_call(on_stage: Stage, sheets: CreateSheets) -> None:
    desk = on_stage.desk
    known = desk.log("Teams calls have one-way audio on floor 2")
    notes = "Restarted the audio service."
    step = Step(State.RESOLVED, resolution_code="workaround_provided", resolution_notes=notes)
    desk.session.desk.incidents.step(desk.me, known, step)
    sheet = opened(on_stage, sheets)
    focus(on_stage)
    sheet.form.summary.setFocus()
    type_into(on_stage, "One-way audio in Teams")
    on_stage.wait_for(lambda: len(sheet.side.found()) == 1)
    found = sheet.side.found()[0]
    assert (found.id, found.helped) == (known, "Workaround provided: Restarted the audio service.")
    assert "alike: " in found.about
    assert "audio" in found.about


def test_no_answer_reaches_what_stood_beside_a_call_that_is_gone(
    on_stage: Stage, sheets: CreateSheets, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither what sounds the same nor the names of the levels, which are asked for with the first hint."""
    errors: list[BaseException] = []
    monkeypatch.setattr("sys.excepthook", lambda _kind, error, _trace: errors.append(error))
    opened(on_stage, sheets)
    side = SidePanel(on_stage.context)
    side.hints.show_hints((LevelHint("impact", 1, 0.9, 8, 8, (1, 2)),), {})
    side.show_like(AlikeQuery("Scanner shows no network"))
    side.show_caller(on_stage.desk.me.person_id, "Priya")
    delete(side)
    on_stage.settle()
    assert errors == []


def test_a_service_is_guessed_until_somebody_chooses(on_stage: Stage, sheets: CreateSheets) -> None:
    sheet = opened(on_stage, sheets)
    QTest.keyClicks(sheet.form.summary, "The warehouse is dark")
    on_stage.settle()
    assert sheet.form.service.text() == "Warehouse scanning"
    sheet.form.service.chosen.emit(Option(None, "No service"))
    QTest.keyClicks(sheet.form.summary, " again")
    on_stage.settle()
    assert sheet.form.service.text() == ""


def test_keys_in_the_sheet_are_no_shortcuts_of_the_page(on_stage: Stage, sheets: CreateSheets) -> None:
    fired: list[str] = []
    for action in ("incident.open", "incident.reply", "incident.resolve"):
        on_stage.context.actions.bind(action, lambda action=action: fired.append(action))  # type: ignore[misc]  # the loop's own action
    sheet = opened(on_stage, sheets)
    for widget in (sheet.form.requester, sheet.form.impact, sheet.create_button):
        widget.setFocus()
        for key, held in ((Qt.Key.Key_R, PLAIN), (ENTER, PLAIN), (ENTER, CTRL | SHIFT)):
            QTest.keyClick(widget, key, held)
            popup = QApplication.activePopupWidget()
            if popup is not None:
                popup.close()
    assert fired == []


def test_everything_in_the_sheet_has_a_name(on_stage: Stage, sheets: CreateSheets) -> None:
    sheet = opened(on_stage, sheets)
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox)
    nameless = [
        widget
        for widget in sheet.findChildren(QWidget)
        if isinstance(widget, kinds)
        and not widget.objectName().startswith("qt_")
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert not nameless


def test_a_draft_file_of_another_version_is_read_as_far_as_it_goes() -> None:
    draft = CreateDraft(summary="x", impact="2")
    assert from_fields(draft.to_fields() | {"mood": "grim"}) == draft
    assert CreateDraft(channel="email", impact="1").is_empty


def test_telling_words() -> None:
    assert words_of("The VPN drops every ten minutes with an error") == ["minutes", "drops", "every"]
    options = [Option("a", "Printing"), Option("b", "Warehouse scanning"), Option("c", "Warehouse lights")]
    assert guess_option("warehouse is dark", options) is None
    assert guess_option("warehouse lights flicker", options) == options[2]


def test_what_is_known_scrolls_where_there_is_no_room(on_stage: Stage) -> None:
    """It used to be squeezed until nothing could be read on a small laptop."""
    panel = on_stage.show(SidePanel(on_stage.context))
    panel.setFixedHeight(200)
    panel._set(callers=tuple(Found(str(each), each, "No network", "new", "New") for each in range(3)))
    cards = [card for card in panel.findChildren(QFrame) if card.property("card")]
    assert len(cards) == 3
    on_stage.wait_for(lambda: all(card.height() >= card.sizeHint().height() for card in cards))
    assert panel.verticalScrollBar().maximum() > 0
