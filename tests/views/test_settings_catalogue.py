"""Services, sites and categories in the settings: the list, the form, what uses an entry, and its history."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.domain.vocabulary import Role
from app.services.session import Session
from app.views.settings_page.catalogue.categories import CategoriesSection
from app.views.settings_page.entries.section import EntriesSection
from app.views.settings_page.page import SettingsPage
from app.views.widgets.choice_popup import ChoicePopup, Option
from tests.views.desks import Stage


class Section:
    """A section with a list and a form, on a stage."""

    def __init__(self, stage: Stage, place: str) -> None:
        self.stage = stage
        self.desk = stage.desk.session.desk
        self.page = stage.show(SettingsPage(stage.context))
        self.go(place)

    def go(self, place: str) -> EntriesSection:
        """Open a place of the settings, as the window would."""
        self.page.open(place)
        self.stage.settle()
        section = self.page.section
        assert isinstance(section, EntriesSection)
        self.section = section
        return section

    def follow(self) -> None:
        """Go where the section asked to go."""
        self.stage.settle()
        self.go(self.stage.went[-1].argument)

    def rows(self) -> list[str]:
        """The rows as they are read aloud."""
        return [entry.spoken() for entry in self.section.list.entries]

    def widget(self, field: str) -> QWidget:
        """What a field is typed into or picked from."""
        found = self.section.form.fields[field].focusProxy()
        assert found is not None
        return found

    def type_into(self, field: str, text: str) -> None:
        """Replace what stands in a field, and press Enter."""
        self.write_into(field, text)
        QTest.keyClick(self.widget(field), Qt.Key.Key_Return)
        self.stage.settle()

    def write_into(self, field: str, text: str) -> None:
        """Replace what stands in a field."""
        line = self.widget(field)
        line.setFocus()
        line.selectAll()  # type: ignore[attr-defined]  # a line of text
        QTest.keyClicks(line, text)


@pytest.fixture
def at(on_stage: Stage) -> Section:
    return Section(on_stage, "services")


def test_the_list_is_walked_and_opened_with_keys(at: Section) -> None:
    at.desk.people_admin.add_service(at.stage.desk.me, "Berth planning", None, 1)
    at.section.refresh()
    at.stage.settle()
    assert at.rows() == ["Berth planning, No owner, Criticality 1", "Warehouse scanning, Dock network, Criticality 3"]
    at.section.focus_start()
    QTest.keyClick(at.section.list, Qt.Key.Key_Down)
    QTest.keyClick(at.section.list, Qt.Key.Key_Return)
    at.follow()
    assert at.section.title() == "Warehouse scanning"
    assert at.section.form.values()["name"] == "Warehouse scanning"


def test_the_search_narrows_and_leads_into_the_list(at: Section) -> None:
    at.desk.people_admin.add_service(at.stage.desk.me, "Berth planning", None, 1)
    at.section.refresh()
    at.stage.settle()
    search = at.section.overview.search
    search.setFocus()
    QTest.keyClicks(search, "berth")
    assert [entry.title for entry in at.section.list.entries] == ["Berth planning"]
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert at.section.list.hasFocus()
    search.setText("submarine")
    assert at.section.overview.empty.title() == "None of the services fits “submarine”"
    assert at.section.overview.empty.isVisible()


def test_a_change_is_saved_at_once_and_taken_back(at: Section) -> None:
    at.go(f"services/{at.stage.desk.wms}")
    at.type_into("name", "Scanning of goods")
    at.stage.context.toasts.dismiss()
    assert at.desk.catalogue.service(at.stage.desk.me, at.stage.desk.wms).name == "Scanning of goods"
    assert at.section.title() == "Scanning of goods"
    assert "Name: Warehouse scanning → Scanning of goods" in at.section.history._changes[0].what
    at.stage.context.actions.run("window.undo")
    at.stage.settle()
    assert at.desk.catalogue.service(at.stage.desk.me, at.stage.desk.wms).name == "Warehouse scanning"
    assert at.section.form.values()["name"] == "Warehouse scanning"
    assert at.stage.context.toasts.text == "Taken back: change of Scanning of goods"


def test_what_is_refused_is_said_in_place_and_stays_to_be_mended(at: Section) -> None:
    at.desk.people_admin.add_service(at.stage.desk.me, "Berth planning", None, 1)
    at.go(f"services/{at.stage.desk.wms}")
    at.type_into("name", "Berth planning")
    assert "exists already" in at.section.frame.strip.text()
    assert at.section.form.values()["name"] == "Berth planning"
    assert at.desk.catalogue.service(at.stage.desk.me, at.stage.desk.wms).name == "Warehouse scanning"
    QTest.keyClick(at.widget("name"), Qt.Key.Key_Escape)
    assert at.section.form.values()["name"] == "Warehouse scanning"


def test_a_new_entry_survives_leaving_and_is_added(at: Section) -> None:
    at.section.overview.new.click()
    at.follow()
    at.write_into("name", "Gate control")
    at.page.leave()
    at.stage.settle()
    again = Section(at.stage, "services/new")
    assert again.section.form.values()["name"] == "Gate control"
    assert "here again" in again.section.frame.strip.text()
    again.section.add.click()
    again.follow()
    assert again.section.title() == "Gate control"
    assert [line.name for line in again.desk.catalogue.services(again.stage.desk.me)] == [
        "Gate control",
        "Warehouse scanning",
    ]


def test_taking_something_out_of_use_shows_first_what_uses_it(at: Section) -> None:
    at.stage.desk.log("Scanner beeps twice", service_id=at.stage.desk.wms)
    at.go(f"services/{at.stage.desk.wms}")
    assert at.section.uses.text.text() == "1 open incident: INC-000001"
    at.section.use.click()
    at.stage.settle()
    assert "is used by 1 open incident: INC-000001" in at.section.frame.strip.text()
    assert at.desk.catalogue.service(at.stage.desk.me, at.stage.desk.wms).active
    buttons = {button.text(): button for button in at.section.frame.strip.findChildren(QAbstractButton)}
    buttons["Take out of use"].click()
    at.stage.settle()
    assert not at.desk.catalogue.service(at.stage.desk.me, at.stage.desk.wms).active
    at.go("services")
    assert at.section.list.entries == ()
    at.section.overview.all.setChecked(True)
    assert at.rows() == ["Warehouse scanning, Not in use, Dock network, 1 open incident, Criticality 3"]


def test_somebody_else_changes_it_while_one_types(at: Section) -> None:
    at.go(f"services/{at.stage.desk.wms}")
    at.write_into("name", "Half a na")
    at.desk.catalogue_admin.change_service(at.stage.desk.me, at.stage.desk.wms, {"criticality": 1})
    at.stage.wait_for(lambda: at.section.form.values()["criticality"] == "1")
    assert at.section.form.values()["name"] == "Half a na"


def test_categories_are_shown_as_a_tree_and_moved(on_stage: Stage) -> None:
    at = Section(on_stage, "categories")
    tree = [(entry.title, entry.depth) for entry in at.section.list.entries]
    assert tree[tree.index(("Dock radio", 0)) + 1] == ("Scanner link", 1)
    at.go(f"categories/{at.stage.desk.wireless}")
    place = at.widget("parent_id")
    QTest.keyClick(place, Qt.Key.Key_Home)
    place.activated.emit(0)  # type: ignore[attr-defined]  # what Enter in the open list does
    at.stage.settle()
    assert at.desk.catalogue.category(at.stage.desk.me, at.stage.desk.wireless).parent_id is None
    at.go("categories")
    assert ("Scanner link", 0) in [(entry.title, entry.depth) for entry in at.section.list.entries]


def test_a_category_is_merged_after_showing_what_moves_and_taken_back(on_stage: Stage) -> None:
    at = Section(on_stage, "categories")
    desk = on_stage.desk
    workplace = at.desk.people_admin.add_category(desk.me, "Workplace")
    incident = desk.log(category_id=desk.network_category)
    section = at.go(f"categories/{desk.network_category}")
    assert isinstance(section, CategoriesSection)
    section.merge.button.click()
    popup = on_stage.window.findChild(ChoicePopup) or section.merge.button.findChild(ChoicePopup)
    assert popup is not None
    popup.chosen.emit(Option(workplace, "Workplace"))
    popup.close()
    on_stage.settle()
    said = section.frame.strip.text()
    assert "Merge Dock radio into Workplace?" in said
    assert "1 open or resolved incident" in said
    assert "1 subcategory: Scanner link" in said
    assert desk.read(incident).category_id == desk.network_category
    buttons = {button.text(): button for button in section.frame.strip.findChildren(QAbstractButton)}
    buttons["Merge"].click()
    on_stage.settle()
    assert desk.read(incident).category_id == workplace
    assert section.merge.isHidden()
    on_stage.context.actions.run("window.undo")
    on_stage.settle()
    assert desk.read(incident).category_id == desk.network_category
    assert not section.merge.isHidden()


def test_a_site_has_a_time_zone(on_stage: Stage) -> None:
    at = Section(on_stage, "sites")
    assert at.section.overview.empty.title() == "No sites yet"
    at.go("sites/new")
    at.write_into("name", "Porto")
    at.section.form.fields["time_zone"].zone.chosen.emit("Europe/Lisbon")  # type: ignore[attr-defined]  # a ZonePick
    at.section.add.click()
    at.follow()
    assert [(line.name, line.time_zone) for line in at.desk.catalogue.sites(at.stage.desk.me)] == [
        ("Porto", "Europe/Lisbon")
    ]


def test_who_may_only_read_can_change_nothing(on_stage: Stage) -> None:
    on_stage.context.session = Session(on_stage.desk.session.desk, on_stage.desk.dana)
    assert on_stage.desk.dana.role is Role.AGENT
    at = Section(on_stage, f"services/{on_stage.desk.wms}")
    assert at.section.use.isHidden()
    assert at.widget("name").isReadOnly()  # type: ignore[attr-defined]  # a line of text
    assert not at.section.form.fields["criticality"].isEnabled()
    assert "You may read the services" in at.section.frame.strip.text()
    at.go("services")
    assert at.section.overview.new.isHidden()
