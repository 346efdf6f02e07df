"""The section of the export: what it holds, and the button that has it written."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.permissions import Permission, may
from app.domain.wording import number, tr
from app.views.context import ViewContext
from app.views.long_jobs.jobs import Outcome
from app.views.settings_page.cards import Card
from app.views.settings_page.frame import EditorFrame, SectionHead
from app.views.settings_page.section import SettingsSection
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.toolkit.where_files_go import ask_for_folder
from app.views.widgets.buttons import Button
from app.views.widgets.choices import CheckBox
from app.views.widgets.labels import Label

if TYPE_CHECKING:
    from app.services.exporting.export import Exported

_WHAT = tr(
    "Everything that you may see goes into a new folder: a file for each table, the incidents once more with names "
    "in place of identifiers, the attached files, and a page that explains it. It is of one moment, while everybody "
    "goes on working. Who gets the folder can read all of it."
)
_OTHERWISE = tr(
    "An export is for other programs and for reading. To have the desk back as it is now, make a backup; to bring it "
    "to another database, use main.py move. The audit trail stays where it is, since only there it can be verified."
)


class ExportSection(SettingsSection):
    """The export is a long job."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.frame = EditorFrame(SectionHead(tr("Export")))
        self.csv = CheckBox(tr("CSV, for spreadsheets"))
        self.jsonl = CheckBox(tr("JSON Lines, for programs"))
        self.files = CheckBox(tr("Attached files"))
        self.export = Button(tr("Export everything…"), kind="primary", icon="download", height=Size.BUTTON_PAGE)
        card = Card(tr("Everything in open formats"), _WHAT)
        for box in (self.csv, self.jsonl, self.files):
            box.setChecked(True)
            box.toggled.connect(lambda _checked: self._look())
            card.body.addWidget(box, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addWidget(self.export)
        other = Card(tr("What an export is not"))
        other.body.addWidget(Label(_OTHERWISE, tokens.UI, "text2", wrap=True))
        self.frame.page.addWidget(card)
        self.frame.page.addWidget(other)
        self.export.clicked.connect(lambda _checked=False: self._ask())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)

    def title(self) -> str:
        """The section."""
        return tr("Export")

    def open(self, _argument: str) -> None:
        """Nothing has to be read."""
        self.frame.show_page()
        if not may(self.context.actor, Permission.DATA_EXPORT):
            self.frame.say(tr("Administrators export the desk. Ask one to do it."))
        self._look()

    def focus_start(self) -> None:
        """The first choice."""
        self.csv.setFocus()

    def panes(self) -> list[QWidget]:
        """Where F6 goes."""
        return [self.csv]

    def _look(self) -> None:
        allowed = may(self.context.actor, Permission.DATA_EXPORT)
        self.export.setEnabled(allowed and (self.csv.isChecked() or self.jsonl.isChecked()))

    def _ask(self) -> None:
        ask_for_folder(self, self.context.state, tr("Export into"), self.export_into)

    def export_into(self, folder: Path) -> None:
        """Have it written into a new folder below this one."""
        from app.services.exporting.formats import Format

        desk, actor, with_files = self.context.desk, self.context.actor, self.files.isChecked()
        boxes = ((Format.CSV, self.csv), (Format.JSONL, self.jsonl))
        formats = [kind for kind, box in boxes if box.isChecked()]

        def done(exported: "Exported") -> Outcome:
            rows = sum(exported.rows.values())
            return Outcome(
                tr("Exported {rows} rows and {files} files", rows=number(rows), files=number(exported.files)),
                exported.folder,
            )

        self.context.jobs.start(
            tr("Export"),
            lambda progress: desk.exports.export(actor, folder, formats, progress, with_files=with_files),
            done,
            lambda error: self.frame.refuse(str(error)),
            icon="download",
        )
