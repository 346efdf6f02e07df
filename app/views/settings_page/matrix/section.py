"""The section of the priority matrix: edited as a table, checked while one edits, saved as a whole."""

import json
from functools import partial
from typing import NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import BadInput, DeskError
from app.domain.events import Event, MuchChanged, ReferenceDataChanged
from app.domain.permissions import Permission, may
from app.domain.priority import BUILT_IN, PriorityMatrix, matrix_from_data, matrix_to_data
from app.domain.wording import tr
from app.services.catalogue.dto import PastChange
from app.views.context import ViewContext
from app.views.settings_page.cards import Card
from app.views.settings_page.entries.story import HistoryCard
from app.views.settings_page.frame import EditorFrame, SectionHead
from app.views.settings_page.matrix.grid import MatrixGrid
from app.views.settings_page.section import SettingsSection
from app.views.settings_page.unpublished import Unpublished
from app.views.taking_back import undo_of
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.choices import Select
from app.views.widgets.strips import InfoStrip


class Known(NamedTuple):
    """The matrix in force, and who changed it."""

    matrix: PriorityMatrix
    history: tuple[PastChange, ...]


class MatrixSection(SettingsSection):
    """Edits are a draft until they are saved; a matrix that contradicts itself is said in place and cannot be saved."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.editable = may(context.actor, Permission.SETTINGS_EDIT)
        self._known: Known | None = None
        self.frame = EditorFrame(SectionHead(tr("Priority matrix")))
        self.grid = MatrixGrid()
        self.start = Select(tr("Begin with a built-in matrix"))
        self.finding = InfoStrip("", "red")
        self.save = Button(tr("Save the matrix"), kind="primary", height=Size.BUTTON_PAGE)
        self.discard = Button(tr("Discard changes"), kind="ghost", height=Size.BUTTON_PAGE)
        self.history = HistoryCard(context)
        self.unpublished = Unpublished(context, self)
        self._lay_out()
        self.grid.changed.connect(self._changed)
        self.start.activated.connect(self._begin_with)
        self.save.clicked.connect(lambda _checked=False: self._save_shown())
        self.discard.clicked.connect(lambda _checked=False: self._discard())
        self.unpublished.brought_back.connect(self._bring_back)

    def _lay_out(self) -> None:
        card = Card(
            tr("Priority by impact and urgency"),
            tr(
                "1 is the worst. Priorities that incidents have stay as they are; the matrix counts from the next "
                "change of impact or urgency on. A matrix with other numbers of levels is loaded with main.py matrix "
                "--load."
            ),
        )
        self.start.addItem(tr("Begin with…"), "")
        for matrix in BUILT_IN:
            self.start.addItem(matrix.name, matrix.name)
        card.ends.addWidget(self.start)
        self.finding.hide()
        card.body.addWidget(self.grid)
        card.body.addWidget(self.finding)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.save)
        foot.addWidget(self.discard)
        foot.addStretch(1)
        card.body.addLayout(foot)
        self.frame.page.addWidget(card)
        self.frame.page.addWidget(self.history)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.frame)

    def title(self) -> str:
        """The section."""
        return tr("Priority matrix")

    def open(self, _argument: str) -> None:
        """Read the matrix in force."""
        self.refresh()

    def focus_start(self) -> None:
        """The first cell."""
        (self.grid.cells[0][0] if self.grid.cells and self.editable else self.frame).setFocus()

    def panes(self) -> list[QWidget]:
        """Where F6 goes."""
        return [self.grid.cells[0][0] if self.grid.cells else self.frame, self.save]

    def hear(self, event: Event) -> None:
        """Settings changed."""
        if isinstance(event, ReferenceDataChanged | MuchChanged):
            self.refresh()

    def leave(self) -> None:
        """Write the draft."""
        self.unpublished.flush()

    def refresh(self) -> None:
        """Read again; what is being edited stays."""
        desk, actor = self.context.desk, self.context.actor
        self.frame.loading.start()
        self.context.background.read(
            lambda: Known(desk.settings.matrix(actor), desk.settings.history(actor, ("priority_matrix",))),
            self._show,
            self._lost,
            key=f"matrix-{id(self)}",
        )

    def _lost(self, error: DeskError) -> None:
        empty = self.frame.fail(tr("The matrix cannot be shown"), str(error))
        empty.add_button(tr("Try again"), self.refresh, kind="primary")

    def _show(self, known: Known) -> None:
        former, self._known = self._known, known
        self.frame.show_page()
        self.history.show_changes(known.history)
        if former is None or self.grid.data() == matrix_to_data(former.matrix):
            self.grid.show_matrix(known.matrix)
        elif former.matrix != known.matrix:
            self.frame.say(
                tr("Somebody saved another matrix meanwhile. Yours is kept here until you save or discard it."), "amber"
            )
        self.grid.set_fixed(not self.editable)
        self.start.setVisible(self.editable)
        if former is None and self.editable:
            self.unpublished.begin("matrix")
        if not self.editable:
            self.frame.say(tr("You may read the matrix; administrators change it."))
        self._look()

    def _changed(self) -> None:
        if self._is_saved():
            self.unpublished.forget()
        else:
            self.unpublished.keep({"matrix": json.dumps(self.grid.data())})
        self._look()

    def _is_saved(self) -> bool:
        return self._known is not None and self.grid.data() == matrix_to_data(self._known.matrix)

    def _look(self) -> None:
        """Say what is wrong with what is shown, and offer what can be done."""
        changed = self.editable and not self._is_saved()
        try:
            matrix_from_data(self.grid.data())
        except BadInput as error:
            self.finding.set_text(str(error), "red")
            self.finding.show()
        else:
            self.finding.hide()
        self.save.setVisible(changed)
        self.save.setEnabled(self.finding.isHidden())
        self.discard.setVisible(changed)

    def _begin_with(self, _index: int) -> None:
        name = self.start.currentData()
        self.start.setCurrentIndex(0)
        for matrix in BUILT_IN:
            if matrix.name == name:
                self.grid.show_matrix(matrix)
                self._changed()

    def _bring_back(self, fields: dict[str, str]) -> None:
        data = json.loads(fields["matrix"])
        size = {key: ["?"] * len(data[key]) for key in ("impact", "urgency", "priority")}
        worst = [[1] * len(data["urgency"]) for _ in data["impact"]]
        # Shown as a sound matrix of its size first, since a draft may be one that cannot be saved.
        self.grid.show_matrix(matrix_from_data({"name": data["name"], **size, "cells": worst}))
        self.grid.type_in(data)
        self.frame.say(tr("What you had changed and not saved is here again."))
        self._look()

    def _discard(self) -> None:
        data = self.grid.data()
        self.unpublished.forget()
        if self._known is not None:
            self.grid.show_matrix(self._known.matrix)
        self.frame.say(tr("Your changes are gone."), "blue")
        self.frame.strip.add_button(tr("Bring them back"), lambda: self._bring_back({"matrix": json.dumps(data)}))
        self._look()

    def _save_shown(self) -> None:
        if self._known is not None:
            self._save(self.grid.data(), matrix_to_data(self._known.matrix))

    def _save(self, data: dict[str, object], before: dict[str, object] | None) -> None:
        admin, actor = self.context.desk.settings_admin, self.context.actor
        self.save.setEnabled(False)

        def done(_matrix: PriorityMatrix) -> None:
            self.unpublished.forget()
            self.frame.say("")
            if before is None:
                self.context.toasts.show(tr("The former matrix holds again"))
            else:
                said = tr("The matrix is saved")
                self.context.toasts.show(said, undo_of(self.context, said, partial(self._save, before, None)))
            self._known = None
            self.refresh()

        self.context.background.write(lambda: admin.set_matrix(actor, data), done, self._refused)

    def _refused(self, error: DeskError) -> None:
        self.frame.refuse(str(error))
        self._look()
