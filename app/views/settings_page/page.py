"""The page of settings: `settings` opens the section seen last, `settings` with `calendars/ID` one thing of one."""

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.events import Event
from app.domain.permissions import may
from app.domain.wording import tr
from app.infra.drafts import Draft
from app.views.context import ViewContext
from app.views.pages import Location, Page
from app.views.settings_page.navigation import Navigation
from app.views.settings_page.registry import SECTIONS, SectionSpec
from app.views.settings_page.section import SettingsSection
from app.views.widgets.page_stack import PageStack

PAGE_ID = "settings"


def settings_location(section: str, argument: str = "") -> Location:
    """Where a section is, or one thing of it."""
    return Location(PAGE_ID, f"{section}/{argument}" if argument else section)


class SettingsPage(Page):
    """The list of sections at the left, and the one that is chosen; sections stay as they were left."""

    def __init__(self, context: ViewContext, sections: tuple[SectionSpec, ...] = SECTIONS) -> None:
        super().__init__(context)
        self._all = sections
        self._argument = ""
        self._key = ""
        self._watched: object = None
        self.sections: dict[str, SettingsSection] = {}
        self.stack = PageStack()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._make_navigation()
        self._row.addWidget(self.stack, 1)
        context.actions.bind("list.refresh", self._refresh, owner=self)
        context.actions.bind("list.filter", self._find, owner=self)
        context.actions.bind("list.export", self._export, owner=self)
        context.actions.bind("window.undo", self._undo, owner=self)

    def _make_navigation(self) -> None:
        session = self.context.session
        actor = session.actor if session is not None else None
        allowed = tuple(spec for spec in self._all if actor is None or may(actor, spec.permission))
        self._specs = {spec.key: spec for spec in allowed}
        self.navigation = Navigation(allowed)
        self.navigation.chosen.connect(lambda key: self.context.go(settings_location(key)))
        self._row.insertWidget(0, self.navigation)

    @property
    def section(self) -> SettingsSection | None:
        """The section that is shown."""
        return self.sections.get(self._key)

    def title(self) -> str:
        """Settings, and the section."""
        section = self.section
        return (
            tr("Settings: {section}", section=section.title())
            if section is not None and section.title()
            else tr("Settings")
        )

    def open(self, argument: str) -> None:
        """Show a section; before the desk is open, as soon as it is."""
        self._argument = argument
        if self.context.session is None:
            return
        key, _, rest = argument.partition("/")
        if key not in self._specs:
            key, rest = self._key or next(iter(self._specs), ""), ""
        if not key:
            return
        if key not in self.sections:
            self._make(key)
        self._key = key
        section = self.sections[key]
        self._watch_drafts()
        self.stack.setCurrentWidget(section)
        self.navigation.show_chosen(key)
        section.open(rest)

    def _make(self, key: str) -> None:
        section = self._specs[key].make(self.context, self.stack)
        section.titled.connect(lambda: self.title_changed.emit(self.title()))
        section.wanted.connect(lambda rest: self.context.go(settings_location(key, rest)))
        self.sections[key] = section
        self.stack.addWidget(section)

    def _watch_drafts(self) -> None:
        keeper = self.context.drafts
        if self._watched is not keeper:
            self._watched = keeper
            keeper.changed.connect(self._look_for_drafts)
        self._look_for_drafts()

    def _look_for_drafts(self) -> None:
        """Mark the sections in which something waits to be published."""
        if self.context.session is not None and self.isVisible():
            self.context.drafts.load_all(self._mark_drafts)

    def _mark_drafts(self, drafts: list[Draft]) -> None:
        for key, spec in self._specs.items():
            waits = bool(spec.drafts) and any(draft.key.startswith(spec.drafts) for draft in drafts)
            self.navigation.items[key].set_unpublished(waits)

    def above(self) -> Location | None:
        """From one thing of a section to the list of them."""
        key, _, rest = self._argument.partition("/")
        return settings_location(key) if rest else None

    def focus_start(self) -> None:
        """Where the section begins, or the search."""
        if self.section is not None:
            self.section.focus_start()
        else:
            self.navigation.setFocus()

    def panes(self) -> list[QWidget]:
        """The list, then what the section has."""
        return [self.navigation.search, *(self.section.panes() if self.section is not None else [])]

    def hear(self, event: Event) -> None:
        """Tell every section that was opened."""
        if self.context.session is not None:
            for section in self.sections.values():
                section.hear(event)

    def desk_opened(self) -> None:
        """Another desk, or the first: its person may see other sections, and what was typed belongs to the former."""
        for section in self.sections.values():
            self.stack.removeWidget(section)
            section.deleteLater()
        self.sections.clear()
        self._key = ""
        self._row.removeWidget(self.navigation)
        self.navigation.hide()
        self.navigation.deleteLater()
        self._make_navigation()
        self.open(self._argument)

    def hideEvent(self, _event: QHideEvent) -> None:
        """Another page is shown; what was typed goes to the disk."""
        self._write_drafts()

    def leave(self) -> None:
        """The window goes."""
        self._write_drafts()
        self.context.actions.unbind(self)

    def _write_drafts(self) -> None:
        for section in self.sections.values():
            section.leave()

    def _refresh(self) -> None:
        if self.section is not None:
            self.section.refresh()

    def _find(self) -> None:
        """The search of the section, or the one above the list of sections."""
        if self.section is None or not self.section.go_to_search():
            self.navigation.search.setFocus()
            self.navigation.search.selectAll()

    def _export(self) -> None:
        if self.section is None or not self.section.export_shown():
            self.context.toasts.show(tr("There is nothing to export here"), icon="download", shown_ms=3000)

    def _undo(self) -> None:
        if self.context.toasts.undo() or (self.section is not None and self.section.undo()):
            return
        if self.context.undo.undo():
            return
        self.context.toasts.show(tr("There is nothing to undo"), icon="undo-2", shown_ms=3000)
