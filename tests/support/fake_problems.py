"""What the fake desk says of problems and of bursts."""

from app.domain.actor import Actor
from app.services.suggestions.dto import LEAST, KnownRisks


class FakeProblems:
    """There are none, and nothing that would suggest one."""

    def bursts(self, _actor: Actor) -> tuple[()]:
        """Nothing unusual."""
        return ()

    def at_risk(self, _actor: Actor, _incident_id: str) -> tuple[()]:
        """Nothing is late soon."""
        return ()

    def known_risks(self, _actor: Actor) -> KnownRisks:
        """Enough was resolved to know them."""
        return KnownRisks(LEAST, None)

    def choices(self, _actor: Actor) -> tuple[()]:
        """Nothing to choose from."""
        return ()
