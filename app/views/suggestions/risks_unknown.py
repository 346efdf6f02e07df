"""A line above a list that asks about risks while the desk does not know any yet: why they are not there."""

from app.services.suggestions.dto import KnownRisks
from app.views.context import ViewContext
from app.views.widgets.strips import InfoStrip


class RisksUnknown(InfoStrip):
    """Hidden where enough was resolved, and where nobody asks."""

    def __init__(self, context: ViewContext) -> None:
        super().__init__("", icon="trending-up")
        self._context, self._key = context, f"risks-unknown-{id(self)}"
        self.hide()

    def look(self, *, is_asked: bool) -> None:
        """Find out whether the desk knows risks, where the list is about them."""
        if not is_asked:
            self.stop()
            self.hide()
            return
        desk, actor = self._context.desk, self._context.actor
        self._context.background.read(
            lambda: desk.suggestions.known_risks(actor), self._show, lambda _error: None, key=self._key
        )

    def stop(self) -> None:
        """Wait for no answer any more."""
        self._context.background.forget(self._key)

    def _show(self, known: KnownRisks) -> None:
        sentence = known.sentence()
        self.set_text(sentence, icon="trending-up")
        self.setVisible(bool(sentence))
