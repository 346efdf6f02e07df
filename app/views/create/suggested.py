"""The line under the summary: what the desk suggests from what it learned, with how sure it is, taken with a key."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.wording import percent, tr
from app.services.suggestions.dto import Ended, Offered, ended_with
from app.views.context import ViewContext
from app.views.suggestions.advising import LEAST, TAKE_KEY, Advised, Advising, behind_words, offered
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.labels import ElidedLabel, Label
from app.views.widgets.spans import isolated

if TYPE_CHECKING:
    from app.triage.advice import Advice

_FIELDS: Final = {"service_id": "service", "group_id": "group"}
"""What the form has a field for, by the names of the columns."""


class SuggestedLine(QWidget):
    """`taken` carries the field, the id and the name of a suggestion that somebody took; nothing is taken by itself.

    `learned` follows the first answer of a desk that has learned something.
    """

    taken = Signal(str, str, str)
    learned = Signal()

    def __init__(self, context: ViewContext, advising: Advising) -> None:
        super().__init__()
        self._context, self._advising = context, advising
        self._key = f"suggested-{id(self)}"
        self._shown: dict[str, Advice] = {}
        self._offered: dict[str, Offered] = {}
        self._ended: tuple[Ended, ...] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        column.addLayout(self._row)
        self.behind = Label("", tokens.META, "text3", wrap=True)
        column.addWidget(self.behind)
        self._label = Label(tr("Suggested"), tokens.META_STRONG, "text2")
        self._row.addWidget(self._label)
        self._row.addStretch(1)
        self._keys = ElidedLabel(tr("{take_key} takes them", take_key=TAKE_KEY), tokens.META, "text3")
        self._row.addWidget(self._keys)
        self._buttons: list[Button] = []
        self.setAccessibleName(tr("Suggestions"))
        self.hide()

    def shown(self) -> dict[str, "Advice"]:
        """What is suggested now, by field of the form."""
        return dict(self._shown)

    def offered(self) -> tuple[Offered, ...]:
        """What was shown last for each field, also what was taken since, with the resolved incidents behind it; for
        the record of what became of it.
        """
        return tuple(
            each._replace(evidence=tuple(other.id for other in ended_with(self._ended or (), field, each.values[0][0])))
            for field, each in self._offered.items()
        )

    def show_ended(self, ended: tuple[Ended, ...]) -> None:
        """Say which resolved incidents stand behind what is suggested; these are like the call, the likest first."""
        self._ended = ended
        self._dress_behind()

    def _dress_behind(self) -> None:
        ended, columns = self._ended or (), {name: column for column, name in _FIELDS.items()}
        words = behind_words(
            (advice.name, ended_with(ended, columns[name], advice.value_id)) for name, advice in self._shown.items()
        )
        # Before the desk has answered nothing is said, neither that there are some nor that there are none.
        self.behind.setText(words if self._ended is not None else "")
        self.behind.setVisible(bool(self.behind.text()))

    def ask(self, text: str, kept: frozenset[str]) -> None:
        """Look for suggestions for a text; fields in `kept` were chosen by a person and are left alone."""
        if not self._advising.is_wanted or not text.strip():
            self.forget()
            self._show({})
            return
        self._context.background.read(
            lambda: self._advising.advise(text),
            partial(self._arrived, kept),
            lambda _error: self._show({}),
            key=self._key,
        )

    def forget(self) -> None:
        """Wait for no answer any more."""
        self._context.background.forget(self._key)

    def take_all(self) -> None:
        """Take all that is shown."""
        for name in list(self._shown):
            self._take(name)

    def _arrived(self, kept: frozenset[str], found: "Advised | None") -> None:
        best = {
            _FIELDS[column]: advice[0]
            for column, advice in (found or {}).items()
            if column in _FIELDS and advice and advice[0].confidence >= LEAST
        }
        self._remember(kept, found or {}, best)
        self._show({name: advice for name, advice in best.items() if name not in kept})
        if found is not None:
            self.learned.emit()

    def _remember(self, kept: frozenset[str], found: Advised, best: Mapping[str, "Advice"]) -> None:
        for column, name in _FIELDS.items():
            if name in kept:
                continue  # what somebody saw before they chose stays what they saw
            self._offered.pop(column, None)
            if name in best:
                self._offered[column] = offered(self._advising.model, column, found[column])

    def _show(self, shown: dict[str, "Advice"]) -> None:
        if shown == self._shown:
            return
        self._shown = shown
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for place, (name, advice) in enumerate(shown.items(), 1):
            button = Button(f"{isolated(advice.name)} · {percent(advice.confidence)}", height=Size.TARGET_LEAST)
            button.setAccessibleName(
                tr(
                    "Take {advice} as {name}, {confidence} sure",
                    advice=advice.name,
                    name=name,
                    confidence=percent(advice.confidence),
                )
            )
            button.setToolTip(
                tr(
                    "From resolved incidents that read alike; such a {name} is right {confidence} of the time",
                    name=name,
                    confidence=percent(advice.confidence),
                )
            )
            button.clicked.connect(lambda _checked=False, name=name: self._take(name))
            self._row.insertWidget(place, button)
            self._buttons.append(button)
        self._dress_behind()
        self.setVisible(bool(shown))

    def _take(self, name: str) -> None:
        advice = self._shown[name]
        self._show({other: each for other, each in self._shown.items() if other != name})
        self.taken.emit(name, advice.value_id, advice.name)
