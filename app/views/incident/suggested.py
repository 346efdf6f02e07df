"""What the desk suggests for the incident that is shown: values for empty fields, duplicates, and what helped before.

Nothing is applied by itself. `add_section` takes in what suggests of another kind, such as knowledge.
"""

from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.numbers import incident_number
from app.domain.wording import inside, percent, tr
from app.services.suggestions.dto import Alike, AlikeFound, AtRisk
from app.views.incident.blocks import Block, Divider
from app.views.suggestions.advising import Advised, alike_words, behind_words, resolution_words
from app.views.suggestions.risk_lines import RiskLines
from app.views.toolkit import tokens
from app.views.toolkit.marks import state_look
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.flow import FlowLayout
from app.views.widgets.labels import ElidedLabel, Label
from app.views.widgets.marks import StatusGlyph
from app.views.widgets.spans import isolated

TAKE_KEY, SOLVED_KEY, LINK_KEY = "Shift+S", "Shift+R", "L"
FIELDS = {"service_id": tr("Service"), "group_id": tr("Assignment group"), "category_id": tr("Category")}


class SuggestedBlock(QWidget):
    """`opened` carries the id of an incident, `field_wanted` a field, the others an Alike."""

    opened = Signal(str)
    field_wanted = Signal(str)
    duplicate_wanted = Signal(object)
    solved_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("manual", "suggestions")
        self._sections: list[QWidget] = []
        self._shown: tuple[object, ...] = ()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(10)
        self.block = Block(tr("Suggested"))
        self._body = QWidget()
        self.problem = Label("", tokens.META, "text2", wrap=True)
        self.problem.hide()
        self.block.column.addWidget(self._body)
        self.block.column.addWidget(self.problem)
        self._line = Divider()
        whole.addWidget(self._line)
        whole.addWidget(self.block)
        self.hide()

    def lead(self) -> None:
        """It stands on top: the line that parts it from its neighbours is below it."""
        layout = self.layout()
        if layout is not None:
            layout.removeWidget(self._line)
            layout.addWidget(self._line)

    def add_section(self, section: QWidget) -> None:
        """Put what suggests of another kind below; it calls `look` whenever it is shown or hidden."""
        self._sections.append(section)
        self.block.column.addWidget(section)

    def look(self) -> None:
        """Show the block where there is anything in it."""
        others = any(not section.isHidden() for section in self._sections)
        self.setVisible(others or bool(any(self._shown)) or not self.problem.isHidden())

    def say(self, problem: str) -> None:
        """Say that nothing could be read, in place of suggestions."""
        self.show_found({}, AlikeFound())
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.look()

    def show_found(
        self, advised: Advised, found: AlikeFound, risk: AtRisk | None = None, now: datetime | None = None
    ) -> None:
        """Show this; rows are made anew only where they differ, so that the keyboard stays where it is."""
        self.problem.hide()
        shown = (tuple(advised.items()), found.open, found.resolved, found.ended, risk)
        if shown != self._shown:
            self._shown = shown
            self._build(advised, found, risk, now)
        self.look()

    def _build(self, advised: Advised, found: AlikeFound, risk: AtRisk | None, now: datetime | None) -> None:
        old, self._body = self._body, QWidget()
        self.block.column.replaceWidget(old, self._body)
        old.hide()
        old.deleteLater()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        if advised:
            column.addWidget(self._fields(advised))
            best = [(field, advice[0]) for field, advice in advised.items()]
            words = behind_words((each.name, found.behind(field, each.value_id)) for field, each in best)
            column.addWidget(Label(words, tokens.META, "text3", wrap=True))
        if risk is not None and now is not None:
            column.addWidget(RiskLines(risk, now))
        if found.open:
            column.addWidget(Label(tr("Maybe the same problem"), tokens.META, "text3"))
        for place, each in enumerate(found.open):
            button = Button(
                tr("Duplicate of it"), kind="ghost", keys=LINK_KEY if place == 0 else "", height=Size.TARGET_LEAST
            )
            button.setAccessibleName(tr("Link as a duplicate of {number}", number=incident_number(each.number)))
            button.clicked.connect(partial(self._emit_duplicate, each))
            column.addWidget(self._row(each, button))
        if found.resolved:
            column.addWidget(Label(tr("What helped before"), tokens.META, "text3"))
        for place, each in enumerate(found.resolved):
            button = Button(tr("Use"), kind="ghost", keys=SOLVED_KEY if place == 0 else "", height=Size.TARGET_LEAST)
            button.setAccessibleName(
                tr("Resolve with the code and the notes of {number}", number=incident_number(each.number))
            )
            button.clicked.connect(partial(self._emit_solved, each))
            column.addWidget(self._row(each, button))

    def _fields(self, advised: Advised) -> QWidget:
        holder = QWidget()
        row = FlowLayout(6)
        holder.setLayout(row)
        for place, (field, advice) in enumerate(advised.items()):
            best = advice[0]
            keys = TAKE_KEY if place == 0 else ""
            button = Button(
                f"{isolated(best.name)} · {percent(best.confidence)}", keys=keys, height=Size.TARGET_LEAST,
            )  # fmt: skip
            button.setAccessibleName(
                tr(
                    "Take {best} as {field}, {confidence} sure",
                    best=best.name,
                    field=inside(FIELDS[field]),
                    confidence=percent(best.confidence),
                )
            )
            others = ", ".join(f"{other.name} {percent(other.confidence)}" for other in advice[1:])
            button.setToolTip(
                tr(
                    "{field}: such a suggestion is right {confidence} of the time.",
                    field=FIELDS[field],
                    confidence=percent(best.confidence),
                )
                + (tr(" Next: {others}.", others=others) if others else "")
            )
            button.clicked.connect(partial(self._emit_field, field))
            row.addWidget(button)
        return holder

    def _row(self, found: Alike, button: Button) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 2)
        column.setSpacing(1)
        top = QHBoxLayout()
        top.setSpacing(0)
        glyph = StatusGlyph(found.state)
        glyph.setAccessibleName(state_look(found.state).label)
        number = Button(incident_number(found.number), kind="link", height=Size.TARGET_LEAST)
        number.setAccessibleName(
            tr(
                "Open {number}: {short_description}",
                number=incident_number(found.number),
                short_description=found.short_description,
            )
        )
        number.clicked.connect(partial(self._emit_opened, found.id))
        top.addWidget(glyph)
        top.addWidget(number)
        top.addStretch(1)
        # In a longer language it is cut before the panel is widened; its tool tip says it whole.
        button.setMinimumWidth(64)
        top.addWidget(button)
        column.addLayout(top)
        lines = [
            (isolated(found.short_description), tokens.META_MEDIUM, "text"),
            (alike_words(found), tokens.META, "text2"),
        ]
        if found.resolved_at is not None:
            lines.append((resolution_words(found), tokens.META, "text2"))
        for text, font, ink in lines:
            line = ElidedLabel(text, font, ink)
            line.setToolTip(text)
            column.addWidget(line)
        return holder

    def _emit_field(self, field: str, _checked: bool = False) -> None:
        self.field_wanted.emit(field)

    def _emit_opened(self, incident_id: str, _checked: bool = False) -> None:
        self.opened.emit(incident_id)

    def _emit_duplicate(self, found: Alike, _checked: bool = False) -> None:
        self.duplicate_wanted.emit(found)

    def _emit_solved(self, found: Alike, _checked: bool = False) -> None:
        self.solved_wanted.emit(found)
