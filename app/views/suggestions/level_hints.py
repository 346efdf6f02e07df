"""Lines that say which impact and urgency incidents like this one had, each taken with a button and never by itself."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.level_hints import LevelHint
from app.domain.numbers import incident_number
from app.domain.wording import inside, percent, tr
from app.services.suggestions.dto import Offered
from app.views.context import ViewContext
from app.views.incident.pick_lists import PickLists
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.labels import Label


class LevelHints(QWidget):
    """`taken` carries the field, the level and its name. Hidden where nothing is to be said."""

    taken = Signal(str, int, str)

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self._lists = PickLists(context)
        self._is_read = False
        self._wanted: tuple[LevelHint, ...] = ()
        self.shown: tuple[LevelHint, ...] = ()
        self._seen: dict[str, Offered] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._body = QWidget()
        self._column.addWidget(self._body)
        self.hide()

    def show_hints(self, hints: tuple[LevelHint, ...], now: Mapping[str, int | None]) -> None:
        """Show those that differ from what stands there now."""
        self._wanted = tuple(each for each in hints if now.get(each.field) != each.level)
        self._remember(hints, now)
        if self._wanted and not self._is_read:
            self._is_read = True
            self._lists.load_settings(self._build)
        if self._wanted != self.shown:
            self._build()
        self.setVisible(bool(self._wanted))

    def offered(self, *, also_taken: bool = False) -> tuple[Offered, ...]:
        """What is shown, or also what was taken since, for the record of what became of it."""
        shown = {each.field for each in self._wanted}
        return tuple(each for field, each in self._seen.items() if also_taken or field in shown)

    def _remember(self, hints: tuple[LevelHint, ...], now: Mapping[str, int | None]) -> None:
        """Keep what was shown, with the level that stood beside it first; what is hinted at no more is forgotten."""
        hinted = {each.field: str(each.level) for each in hints}
        self._seen = {field: each for field, each in self._seen.items() if hinted.get(field) == each.values[0][0]}
        for each in self._wanted:
            if each.field not in self._seen:
                values, stood = ((str(each.level), each.confidence),), str(now.get(each.field))
                self._seen[each.field] = Offered(each.field, values, 0, each.ids, stood)

    def _build(self) -> None:
        self.shown = self._wanted
        old, self._body = self._body, QWidget()
        self._column.replaceWidget(old, self._body)
        old.hide()
        old.deleteLater()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for each in self.shown:
            column.addLayout(self._line(each))

    def _line(self, each: LevelHint) -> QHBoxLayout:
        name = self._name(each)
        field = tr("Impact") if each.field == "impact" else tr("Urgency")
        row = QHBoxLayout()
        row.setSpacing(6)
        said = tr(
            "{field} was {level} in {like} of {among} like it",
            field=field, level=inside(name), like=each.like, among=each.among,
        )  # fmt: skip
        label = Label(said, tokens.META, "text2", wrap=True)
        label.setToolTip(", ".join(map(incident_number, each.numbers)))
        row.addWidget(label, 1)
        button = Button(f"{name} · {percent(each.confidence)}", height=Size.TARGET_LEAST)
        button.setAccessibleName(
            tr(
                "Take {best} as {field}, {confidence} sure",
                best=name, field=inside(field), confidence=percent(each.confidence),
            )
        )  # fmt: skip
        button.setToolTip(label.toolTip())
        button.clicked.connect(partial(self._take, each))
        row.addWidget(button)
        return row

    def _name(self, each: LevelHint) -> str:
        matrix = self._lists.matrix
        labels = matrix.impact_labels if each.field == "impact" else matrix.urgency_labels
        return labels[each.level - 1] if 1 <= each.level <= len(labels) else str(each.level)

    def _take(self, each: LevelHint, _checked: bool = False) -> None:
        self.taken.emit(each.field, each.level, self._name(each))
