"""Strips below the head: what somebody else changed, two values for one field, what was refused, risky files."""

from collections.abc import Callable

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.views.toolkit.toast import announce
from app.views.widgets.strips import InfoStrip


class Notices(QWidget):
    """At most one strip of each kind; all are put away with Esc or their cross, none takes the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.remote = InfoStrip("", "amber", closable=True)
        self.collision = InfoStrip("", "violet")
        self.refusal = InfoStrip("", "red", closable=True)
        self.file = InfoStrip("", "amber", closable=True)
        self._icons = {self.remote: "refresh-cw", self.collision: "git-merge"}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 0, 24, 8)
        self._column.setSpacing(6)
        for strip in self._strips():
            strip.hide()
            self._column.addWidget(strip)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._fit()

    def _strips(self) -> tuple[InfoStrip, ...]:
        return (self.collision, self.refusal, self.file, self.remote)

    def say(self, strip: InfoStrip, text: str, *offers: tuple[str, Callable[[], None]]) -> None:
        """Show a strip with its sentence and buttons."""
        strip.clear_buttons()
        strip.set_text(text, icon=self._icons.get(strip))
        for label, run in offers:
            strip.add_button(label, _then(strip, run, self._fit))
        strip.show()
        self._fit()
        announce(self, text)

    def put_away(self) -> bool:
        """Hide what may be hidden; False when nothing was shown."""
        shown = [strip for strip in self._strips() if not strip.isHidden()]
        for strip in shown:
            strip.hide()
        self._fit()
        return bool(shown)

    def clear(self) -> None:
        """Nothing to say: another incident is shown."""
        self.put_away()

    def _fit(self) -> None:
        self.setVisible(any(not strip.isHidden() for strip in self._strips()))


def _then(strip: InfoStrip, run: Callable[[], None], fit: Callable[[], None]) -> Callable[[], None]:
    def do() -> None:
        strip.hide()
        fit()
        run()

    return do
