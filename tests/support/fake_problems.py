"""What the fake desk says of problems and of bursts."""

from app.domain.actor import Actor


class FakeProblems:
    """There are none, and nothing that would suggest one."""

    def bursts(self, _actor: Actor) -> tuple[()]:
        """Nothing unusual."""
        return ()

    def at_risk(self, _actor: Actor, _incident_id: str) -> tuple[()]:
        """Nothing is late soon."""
        return ()

    def choices(self, _actor: Actor) -> tuple[()]:
        """Nothing to choose from."""
        return ()
