"""Hold reasons and resolution codes in the settings, and where the desk's own are offered."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.kept_words import WordKind
from app.domain.sla.policy import Clock
from app.domain.vocabulary import HoldReason, State
from app.services.incidents.dto import IncidentDetail
from app.services.session import Session
from app.views.incident.page import IncidentPage
from app.views.settings_page.entries.section import EntriesSection
from app.views.settings_page.macros.section import MacrosSection
from app.views.settings_page.page import SettingsPage
from app.views.settings_page.policies.section import PoliciesSection
from app.views.settings_page.registry import SECTIONS, found
from app.views.settings_page.words.section import WordsSection
from app.views.widgets.buttons import Button
from app.views.widgets.digit_choices import DigitChoices
from tests.views.desks import Stage

CUSTOMS = "Awaiting customs"


class Section:
    """A section of words on a stage."""

    def __init__(self, stage: Stage, place: str) -> None:
        self.stage = stage
        self.words = stage.desk.session.desk.words
        self.page = stage.show(SettingsPage(stage.context))
        self.go(place)

    def go(self, place: str) -> None:
        """Open a place of the settings, as the window would."""
        self.page.open(place)
        self.stage.settle()
        assert isinstance(self.page.section, EntriesSection)
        self.section = self.page.section

    def rows(self) -> list[str]:
        """The rows as they are read aloud."""
        return [entry.spoken() for entry in self.section.list.entries]

    def add(self, name: str) -> None:
        """Add one, and go where the section then goes."""
        line = self.section.form.fields["name"].focusProxy()
        assert line is not None
        QTest.keyClicks(line, name)
        self.section.add.click()
        self.stage.settle()

    def take_out(self) -> None:
        """Take the one that is shown out of use, although policies pause for it."""
        self.section.use.click()
        assert "SLA polic" in self.section.frame.strip.text()
        button = next(
            each for each in self.section.frame.strip.findChildren(Button) if each.text() == "Take out of use"
        )
        button.click()
        self.stage.settle()

    def offered(self) -> tuple[str, ...]:
        """The reasons that may be chosen."""
        return self.words.offered(self.stage.desk.me).hold_reasons


def add_customs(stage: Stage) -> None:
    stage.desk.session.desk.words_admin.add(stage.desk.me, WordKind.HOLD, CUSTOMS)


def use(stage: Stage, key: str, *, active: bool) -> None:
    stage.desk.session.desk.words_admin.use(stage.desk.me, WordKind.HOLD, key, active)


def page_of(stage: Stage, incident_id: str) -> IncidentPage:
    page = stage.show(IncidentPage(stage.context))
    page.open(incident_id)
    stage.settle()
    return page


def test_reasons_are_put_in_order_by_key_in_the_list_and_by_button_on_the_page(on_stage: Stage) -> None:
    add_customs(on_stage)
    at = Section(on_stage, "hold_reasons")
    first = at.offered()[0]
    at.section.list.choose(CUSTOMS)
    for _ in range(len(at.offered())):
        QTest.keyClick(at.section.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        on_stage.settle()
    assert at.offered()[:2] == (CUSTOMS, first), "and at the top it goes no further"
    assert at.section.list.current_key() == CUSTOMS
    assert on_stage.context.toasts.text == "“Awaiting customs” stands at place 1 now"
    at.go(f"hold_reasons/{CUSTOMS}")
    assert isinstance(at.section, WordsSection)
    assert (at.section.place.said.text(), at.section.place.up.isEnabled()) == (f"1 of {len(at.offered())}", False)
    at.section.place.down.click()
    on_stage.settle()
    assert at.offered()[:2] == (first, CUSTOMS)
    assert at.section.place.said.text().startswith("2 of ")
    on_stage.context.actions.run("window.undo")
    on_stage.settle()
    assert at.offered()[:2] == (CUSTOMS, first)


def reasons_at(stage: Stage, page: IncidentPage) -> list[str]:
    """What the form of a hold offers."""
    page.writing.open_step(State.ON_HOLD)
    stage.settle()
    choices = page.writing.steps.findChildren(DigitChoices)[-1]
    return [button.text() for button in choices._buttons.values()]


def test_an_own_reason_is_added_and_cannot_be_renamed(on_stage: Stage) -> None:
    at = Section(on_stage, "hold_reasons/new")
    at.add(CUSTOMS)
    assert on_stage.went[-1].argument == f"hold_reasons/{CUSTOMS}"
    assert at.offered()[-1] == CUSTOMS
    at.go(f"hold_reasons/{CUSTOMS}")
    line = at.section.form.fields["name"].focusProxy()
    assert line is not None
    assert line.property("readOnly")
    assert at.section.title() == CUSTOMS
    assert at.section.history._changes[0].what == "Added"
    on_stage.context.actions.run("window.undo")
    on_stage.settle()
    assert CUSTOMS not in at.offered()
    at.go("hold_reasons/new")
    assert not line.property("readOnly")


def test_a_built_in_one_is_taken_out_of_use_and_brought_back(on_stage: Stage) -> None:
    at = Section(on_stage, "hold_reasons")
    assert at.rows()[0] == "Awaiting caller, Built in"
    at.go("hold_reasons/awaiting_parts")
    at.take_out()
    assert "awaiting_parts" not in at.offered()
    assert at.section.form.note.text() == "Not in use: it is not offered any more"
    on_stage.context.actions.run("window.undo")
    on_stage.settle()
    assert "awaiting_parts" in at.offered()


def test_the_last_one_in_use_is_refused_in_place(on_stage: Stage) -> None:
    first, *others = HoldReason
    for each in others:
        use(on_stage, each, active=False)
    at = Section(on_stage, f"hold_reasons/{first}")
    at.take_out()
    assert "last one in use" in at.section.frame.strip.text()
    assert at.offered() == (first,)


def test_who_may_not_change_them_reads_them(on_stage: Stage) -> None:
    on_stage.context.session = Session(on_stage.desk.session.desk, on_stage.desk.dana)
    at = Section(on_stage, "resolution_codes/known_error")
    assert at.section.use.isHidden()
    assert at.section.title() == "Known error"


def test_the_settings_find_them_by_other_words() -> None:
    assert [spec.key for spec, _ in found(SECTIONS, "wait reason")] == ["hold_reasons"]
    assert "resolution_codes" in [spec.key for spec, _ in found(SECTIONS, "closure")]


def test_the_form_of_a_hold_offers_what_is_kept_and_what_the_incident_has(on_stage: Stage) -> None:
    incident, other = on_stage.desk.log(group_id=on_stage.desk.network), on_stage.desk.log()
    page = page_of(on_stage, incident)
    add_customs(on_stage)
    use(on_stage, HoldReason.AWAITING_CALLER, active=False)
    on_stage.wait_for(lambda: CUSTOMS in reasons_at(on_stage, page))
    offered = reasons_at(on_stage, page)
    assert (offered[0], offered[-1]) == ("Awaiting vendor", CUSTOMS), "digits follow what is in use"
    choices = page.writing.steps.findChildren(DigitChoices)[-1]
    QTest.keyClicks(choices._buttons[offered_key(offered)], "7")
    page.writing.steps.submit()
    on_stage.settle()
    assert seen(on_stage, incident).hold_reason == CUSTOMS
    use(on_stage, CUSTOMS, active=False)
    on_stage.settle()
    assert reasons_at(on_stage, page)[-1] == CUSTOMS, "it may go on waiting"
    page.open(other)
    on_stage.settle()
    assert CUSTOMS not in reasons_at(on_stage, page)


def offered_key(offered: list[str]) -> str:
    return {"Awaiting vendor": HoldReason.AWAITING_VENDOR.value}[offered[0]]


def seen(stage: Stage, incident_id: str) -> IncidentDetail:
    return stage.desk.read(incident_id)


def test_an_own_reason_is_ticked_in_a_policy(on_stage: Stage) -> None:
    add_customs(on_stage)
    page = on_stage.show(SettingsPage(on_stage.context))
    page.open("policies")
    on_stage.settle()
    section = page.section
    assert isinstance(section, PoliciesSection)
    section.order.setCurrentRow(0)
    box = section.editor.pauses.boxes[CUSTOMS, Clock.RESOLUTION]
    assert not box.isChecked(), "it stops no clock by itself"
    box.click()
    assert CUSTOMS in section.policies[0].pauses[Clock.RESOLUTION]
    section._timer.stop()
    section._ask_findings()
    on_stage.settle()
    assert section.editor.findings.isHidden()


def test_a_macro_offers_them_and_names_what_is_out_of_use(on_stage: Stage) -> None:
    add_customs(on_stage)
    page = on_stage.show(SettingsPage(on_stage.context))
    page.open("macros/new")
    on_stage.settle()
    section = page.section
    assert isinstance(section, MacrosSection)
    field = section.form.fields["hold_reason"]
    labels = [field.select.itemText(row) for row in range(field.select.count())]  # type: ignore[attr-defined]  # one that is picked
    assert labels[-1] == CUSTOMS
    use(on_stage, HoldReason.AWAITING_VENDOR, active=False)
    on_stage.wait_for(lambda: field.select.findText("Awaiting vendor") < 0)  # type: ignore[attr-defined]  # one that is picked


def test_esc_leaves_no_draft_of_a_word_behind(on_stage: Stage) -> None:
    at = Section(on_stage, "hold_reasons/new")
    line = at.section.form.fields["name"].focusProxy()
    assert line is not None
    QTest.keyClicks(line, "Awaiting")
    at.page.leave()
    on_stage.settle()
    again = Section(on_stage, "hold_reasons/new")
    line = again.section.form.fields["name"].focusProxy()
    assert line is not None
    assert line.property("text") == "Awaiting", "what was typed is here again"
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert line.property("text") == ""
