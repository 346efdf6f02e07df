"""The page on which a list is brought in: nothing is written before somebody has seen what becomes of each row."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.domain.errors import DeskError
from app.domain.imports import Progress
from app.domain.lists import Became, RowOutcome, recognised, rows_of
from app.domain.wording import tr, trn
from app.services.getting_on import telling
from app.views.context import ViewContext
from app.views.long_jobs.jobs import JobState, Outcome
from app.views.settings_page.cards import Card
from app.views.settings_page.entries.rows import Entry, EntryList
from app.views.settings_page.frame import EditorFrame, SectionHead
from app.views.settings_page.lists.columns import ColumnsCard
from app.views.settings_page.lists.kinds import ListKind, Outcomes, Rows
from app.views.toolkit import tokens
from app.views.toolkit.state import WindowState
from app.views.toolkit.toast import ToastAction
from app.views.toolkit.tokens import Size
from app.views.toolkit.where_files_go import ask_for_file
from app.views.widgets.buttons import Button
from app.views.widgets.labels import Label

if TYPE_CHECKING:
    from app.channels.importers.any_table import TableRead

_ORDER: Final = (Became.LEFT, Became.CHANGED, Became.ADDED, Became.SAME)
_TONES: Final = {Became.LEFT: "red", Became.CHANGED: "amber", Became.ADDED: "green", Became.SAME: "slate"}
_ROWS_HEIGHT: Final = 420
_SHOWN_MS: Final = 600_000


class ImportPage(QWidget):
    """`left` says that it is done with, or was given up."""

    left = Signal()

    def __init__(self, context: ViewContext, kind: ListKind, back: str) -> None:
        super().__init__()
        self._context, self._kind = context, kind
        self._table: TableRead | None = None
        self._rows: Rows = ()
        self.frame = EditorFrame(SectionHead())
        self.frame.head.set_back(back)
        self.columns = ColumnsCard(kind.fields)
        self.summary = Label("", tokens.UI_MEDIUM, wrap=True, selectable=True)
        self.rows = EntryList(tr("Rows of the file"))
        self.rows.setMinimumHeight(_ROWS_HEIGHT)
        self.run = Button("", kind="primary", icon="download", height=Size.BUTTON_PAGE)
        self.leave = Button(tr("Leave it"), kind="ghost", height=Size.BUTTON_PAGE)
        self._lay_out()
        self.frame.head.back_wanted.connect(self.left)
        self.columns.mapped.connect(self._plan)
        self.run.clicked.connect(lambda _checked=False: self._run())
        self.leave.clicked.connect(lambda _checked=False: self.left.emit())

    def _lay_out(self) -> None:
        outcome = Card(tr("What becomes of each row"), tr("Nothing is written yet."))
        outcome.body.addWidget(self.summary)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.run)
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        outcome.body.addLayout(buttons)
        outcome.body.addWidget(self.rows)
        self.frame.page.addWidget(self.columns)
        self.frame.page.addWidget(outcome)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)

    def read_file(self, path: Path) -> None:
        """Read a file and show what it would do; one that cannot be read is told with its line."""
        # Imported here: most people never bring a list in.
        from app.channels.importers.any_table import read_table

        self.frame.entitle(path.name)
        self.frame.loading.start()
        self.run.setEnabled(False)
        self._context.background.read(lambda: read_table(path), self._show_table, self._refused, key=f"list-{id(self)}")

    def leave_off(self) -> None:
        """The page goes: nobody waits for what was asked; an import that runs goes on."""
        self._context.background.forget(f"list-{id(self)}")

    def _show_table(self, table: "TableRead") -> None:
        self._table = table
        self.frame.show_page()
        first = table.records[0][1] if table.records else ()
        self.columns.show_columns(table.header, first, recognised(self._kind.fields, table.header))
        notes = [tr("Line {n}: {why}", n=fault.line, why=fault.reason) for fault in table.warnings[:1]]
        self.frame.say(" ".join(notes), "amber")
        self._plan()

    def _plan(self) -> None:
        table, kind = self._table, self._kind
        if table is None:
            return
        mapped = self.columns.columns()
        needed = next((field for field in kind.fields if field.needed and field.key not in mapped), None)
        self.run.setEnabled(False)
        if needed is not None:
            self.summary.setText(tr("Choose the column that holds: {field}.", field=tr(needed.label)))
            self.rows.show_entries(())
            self.run.setText(tr("Import"))
            return
        desk, actor, rows = self._context.desk, self._context.actor, rows_of(table.records, mapped)
        self._rows = rows
        self.frame.loading.start()
        self._context.background.read(
            lambda: kind.plan(desk, actor, rows), self._show_outcomes, self._refused, key=f"list-{id(self)}"
        )

    def _show_outcomes(self, outcomes: Outcomes) -> None:
        self.frame.show_page()
        torn = self._table.rejected if self._table is not None else ()
        every = [*outcomes, *(RowOutcome(each.line, "", Became.LEFT, each.reason) for each in torn)]
        counts = Counter(each.became for each in every)
        self.summary.setText(_summary(counts))
        shown = sorted(every, key=lambda each: (_ORDER.index(each.became), each.line))
        labels = {field.key: tr(field.label) for field in self._kind.fields}
        self.rows.show_entries([_entry(each, labels, self._kind.icon) for each in shown])
        takes = counts[Became.ADDED] + counts[Became.CHANGED]
        self.run.setText(trn("Import {n} row", "Import {n} rows", takes) if takes else tr("Nothing to import"))
        self.run.setEnabled(bool(takes))
        self.run.updateGeometry()

    def _run(self) -> None:
        context, kind, rows = self._context, self._kind, self._rows
        desk, actor = context.desk, context.actor
        self.run.setEnabled(False)

        def work(progress: Progress) -> Outcomes:
            with telling(progress):
                return kind.write(desk, actor, rows)

        def over() -> None:
            if isValid(self):
                self.run.setEnabled(True)
            if job.state is JobState.STOPPED:
                context.toasts.show(tr("Stopped. Nothing was imported"), icon="undo-2")

        job = context.jobs.start(
            tr("Import of {file}", file=self.frame.head.title.text()),
            work, self._came_to, self._refused, icon=kind.icon, quiet=True, over=over, writes=True,
        )  # fmt: skip
        cancel: Callable[[], None] = lambda: context.jobs.stop(job)  # noqa: E731 -- a name for its type
        context.toasts.show(
            tr("Importing…"), ToastAction(tr("Cancel"), cancel), icon="loader-circle", shown_ms=_SHOWN_MS
        )

    def _came_to(self, outcomes: Outcomes) -> Outcome:
        said = _summary(Counter(each.became for each in outcomes), done=True)
        self._context.toasts.show(said, icon=self._kind.icon)
        if isValid(self):
            self.left.emit()
        return Outcome(said)

    def _refused(self, error: DeskError) -> None:
        self.frame.show_page()
        self.frame.refuse(str(error))


def pick_file(parent: QWidget, state: WindowState, use: Callable[[Path], None]) -> None:
    """Ask for the file."""
    ask_for_file(parent, state, tr("Import from CSV"), tr("CSV files (*.csv *.txt);;All files (*)"), use)


def _summary(counts: Counter[Became], *, done: bool = False) -> str:
    said = [
        trn("{n} added", "{n} added", counts[Became.ADDED])
        if done
        else trn("{n} would be added", "{n} would be added", counts[Became.ADDED]),
        trn("{n} changed", "{n} changed", counts[Became.CHANGED]),
        trn("{n} the same as here", "{n} the same as here", counts[Became.SAME]),
        trn("{n} left out", "{n} left out", counts[Became.LEFT]),
    ]
    return ", ".join(said)


def _entry(outcome: RowOutcome, labels: dict[str, str], icon: str) -> Entry:
    words = {
        Became.ADDED: tr("Added"),
        Became.CHANGED: tr("Changed"),
        Became.SAME: tr("The same"),
        Became.LEFT: tr("Left out"),
    }
    said = outcome.said
    if outcome.field:
        said = tr("{column}: {why}", column=labels.get(outcome.field, outcome.field), why=outcome.said)
    return Entry(
        str(outcome.line),
        tr("Line {n}: {name}", n=outcome.line, name=outcome.name) if outcome.name else tr("Line {n}", n=outcome.line),
        said,
        icon=icon,
        pill=words[outcome.became],
        tone=_TONES[outcome.became],
    )
