"""What a model wrote into the composer: one mark for each tab, kept with its draft until a person has checked it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.views.writing_help.marks import MarkStrip, fields_of, still_unchecked, unchecked_words, written_of
from app.views.writing_help.sheet import Written

if TYPE_CHECKING:
    from app.views.incident.composer import Composer


class WrittenBy:
    """`strip` says it of the open tab, and lets the person accept it."""

    def __init__(self, composer: "Composer") -> None:
        self._composer = composer
        self._written: dict[str, Written] = {}
        self.strip = MarkStrip(self.accept)
        composer.edit.textChanged.connect(self.show)

    def insert(self, written: Written) -> None:
        """Put what a model wrote at the cursor of the open tab."""
        self._written[self._composer.mode] = written
        self._composer.edit.insertPlainText(written.text)

    def unchecked(self) -> str:
        """The model that wrote what stands unchanged in the open tab; empty where there is none."""
        return still_unchecked(self._composer.text(), self._written.get(self._composer.mode))

    def refuses(self) -> bool:
        """Whether it cannot be sent yet, which is then said."""
        model = self.unchecked()
        if model:
            self._composer.say_problem(unchecked_words(model))
        return bool(model)

    def accept(self) -> None:
        """A person has read it, and takes it as it is."""
        self.forget(self._composer.mode)
        self._composer.say_problem("")
        # As if it had been typed: the draft is kept without the mark.
        self._composer.edit.textChanged.emit()
        self._composer.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self, *modes: str) -> None:
        """It is accepted, sent or gone; of every tab where none is named."""
        for mode in modes or tuple(self._written):
            self._written.pop(mode, None)

    def fields(self, mode: str) -> dict[str, str]:
        """What is kept with the draft of a tab."""
        return fields_of(self._written.get(mode))

    def restore(self, mode: str, fields: Mapping[str, str]) -> None:
        """What was kept with the draft of a tab."""
        written = written_of(fields)
        if written is not None:
            self._written[mode] = written

    def show(self) -> None:
        """Say it, or no longer."""
        self.strip.show_model(self.unchecked())
