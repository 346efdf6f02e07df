"""What was done, above the page until it is put away: for what somebody may have to look up again."""

from app.views.toolkit.toast import announce
from app.views.widgets.strips import InfoStrip


class ReportStrip(InfoStrip):
    """Hidden until it is told something; its cross puts it away."""

    def __init__(self) -> None:
        super().__init__("", "green", closable=True)

    def tell(self, text: str) -> None:
        """Say this from now on, also to whoever cannot see it."""
        self.set_text(text)
        self.show()
        announce(self, text)
