"""Below the head: what somebody else changed, two values for one field, what was refused, risky files, old drafts."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.views.incident.conflict_panel import ConflictPanel
from app.views.toolkit.toast import announce
from app.views.widgets.strips import InfoStrip


class Notices(QWidget):
    """At most one strip of each kind; all are put away with Esc or their cross."""

    def __init__(self) -> None:
        super().__init__()
        self.remote = InfoStrip("", "amber", closable=True)
        self.conflict = ConflictPanel()
        self.refusal = InfoStrip("", "red", closable=True)
        self.file = InfoStrip("", "amber", closable=True)
        self.begun = InfoStrip("", "blue", icon="pencil", closable=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 0, 24, 8)
        self._column.setSpacing(6)
        for part in self._parts():
            part.hide()
            self._column.addWidget(part)
        self._fit()

    def _parts(self) -> tuple[QWidget, ...]:
        return (self.conflict, self.refusal, self.file, self.begun, self.remote)

    def say(self, strip: InfoStrip, text: str, *offers: tuple[str, Callable[[], object]]) -> None:
        """Show a strip with its sentence and buttons."""
        strip.clear_buttons()
        self.correct(strip, text)
        for label, run in offers:
            strip.add_button(label, _then(strip, run, self._fit))
        strip.show()
        self._fit()
        announce(self, text)

    def correct(self, strip: InfoStrip, text: str) -> None:
        """Have a strip say it otherwise, where only that is no longer true which it said beside."""
        strip.set_text(text, icon={self.remote: "refresh-cw", self.begun: "pencil"}.get(strip))

    def unsay(self, strip: InfoStrip) -> None:
        """Put one strip away, because what it says is no longer so."""
        strip.hide()
        self._fit()

    def put_away(self) -> bool:
        """Hide what may be hidden; False when nothing was shown."""
        shown = [part for part in self._parts() if not part.isHidden()]
        for part in shown:
            part.hide()
        self._fit()
        return bool(shown)

    def show_conflict(self, *, shown: bool) -> None:
        """Show the panel of what two people changed in the place of the strip, or put it away."""
        self.conflict.setVisible(shown)
        if shown:
            self.remote.hide()
        self._fit()

    def clear(self) -> None:
        """Nothing to say: another incident is shown."""
        self.put_away()

    def _fit(self) -> None:
        self.setVisible(any(not part.isHidden() for part in self._parts()))


def _then(strip: InfoStrip, run: Callable[[], object], fit: Callable[[], None]) -> Callable[[], None]:
    def do() -> None:
        strip.hide()
        fit()
        run()

    return do
