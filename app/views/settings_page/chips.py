"""A few people or groups as chips: taken off with a click, added from a list."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.wording import inside, tr
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.choice_popup import ChoicePopup, Option, listed
from app.views.widgets.flow import FlowLayout
from app.views.widgets.labels import Label


class Chips(QWidget):
    """`added` and `removed` carry the id of one of them."""

    added = Signal(str)
    removed = Signal(str)

    def __init__(self, name: str, *, fixed: bool) -> None:
        super().__init__()
        self._name, self._fixed = name, fixed
        self._free: list[Option] = []
        self.chips: list[Button] = []
        self.setAccessibleName(name)
        self._flow = FlowLayout(4, self)
        self.add = Button(tr("Add"), kind="link", icon="plus", height=Size.BUTTON_SMALL, parent=self)
        self.add.setAccessibleName(tr("Add to {name}", name=inside(name)))
        self.add.clicked.connect(self._offer)
        self._flow.addWidget(self.add)
        self.nobody = Label(tr("Nobody"), tokens.UI, "text3")
        self._flow.addWidget(self.nobody)
        self.nobody.hide()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_chosen(self, chosen: Sequence[str], everything: Sequence[Option]) -> None:
        """Show who is chosen of those that could be; what is gone is left out."""
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._flow.removeWidget(self.add)
        self.chips = []
        for option in everything:
            if option.value in chosen:
                self._flow.addWidget(self._chip(option))
        self._flow.addWidget(self.add)
        self._free = [option for option in everything if option.value not in chosen]
        self.add.setVisible(not self._fixed and bool(self._free))
        self.nobody.setVisible(self._fixed and not self.chips)
        self.updateGeometry()

    def _chip(self, option: Option) -> Button:
        chip = Button(option.label, icon=None if self._fixed else "x", height=Size.BUTTON_SMALL, parent=self)
        chip.setEnabled(not self._fixed)
        chip.setAccessibleName(f"{self._name}: {option.label}" + ("" if self._fixed else tr(", remove")))
        chip.clicked.connect(lambda: self.removed.emit(str(option.value)))
        chip.show()
        self.chips.append(chip)
        return chip

    def _offer(self) -> None:
        popup = ChoicePopup(self._name, listed(self._free), self.add)
        popup.chosen.connect(lambda option: self.added.emit(str(option.value)))
        popup.open_at(self.add)
