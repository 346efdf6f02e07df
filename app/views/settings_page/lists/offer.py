"""Offers to bring a list in, on the page of a section's list."""

from pathlib import Path

from app.domain.wording import tr
from app.views.settings_page.entries.section import EntriesSection
from app.views.settings_page.lists.import_page import ImportPage, pick_file
from app.views.settings_page.lists.kinds import ListKind
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button


class ImportOffer:
    """A button beside the search of a section; the page is made for each file anew."""

    def __init__(self, section: EntriesSection, kind: ListKind) -> None:
        self._section, self._kind = section, kind
        self.page: ImportPage | None = None
        self.button = Button(tr("Import from CSV…"), kind="ghost", icon="upload", height=Size.BUTTON_PAGE)
        self.button.clicked.connect(lambda _checked=False: self._ask())
        row = section.overview.head.row
        row.insertWidget(row.indexOf(section.overview.new), self.button)
        if not section.editable:
            self.button.hide()

    def _ask(self) -> None:
        pick_file(self._section, self._section.context.state, self.open_file)

    def open_file(self, path: Path) -> None:
        """Show what a file would do."""
        self._leave()
        page = self.page = ImportPage(self._section.context, self._kind, self._section.words.title)
        page.left.connect(self._leave)
        self._section.stack.addWidget(page)
        self._section.stack.setCurrentWidget(page)
        page.read_file(path)
        page.setFocus()

    def _leave(self) -> None:
        page, self.page = self.page, None
        if page is None:
            return
        if self._section.stack.currentWidget() is page:
            self._section.wanted.emit("")
            self._section.open("")
        page.leave_off()
        self._section.stack.removeWidget(page)
        page.hide()
        page.deleteLater()
