"""The people, groups and categories of the desk that answers at once."""

from app.domain.actor import Actor
from app.services.people.dto import Choice, Subcategory


class FakePeople:
    """Everybody is in one group."""

    def groups(self, _actor: Actor) -> tuple[Choice, ...]:
        """The service desk."""
        return (Choice("g" * 32, "Service Desk"),)

    def categories(self, _actor: Actor, parent_id: str | None = None) -> tuple[Choice, ...]:
        """The one at the top that incidents here have, and the one below it."""
        return (Choice("c1", "Network"),) if parent_id is None else (Choice("c2", "Remote access"),)

    def services(self, _actor: Actor) -> tuple[Choice, ...]:
        """The one that incidents here have."""
        return (Choice("s1", "Remote access"),)

    def agents(self, actor: Actor, _group_id: str | None) -> tuple[Choice, ...]:
        """Who sits at the window, and somebody else."""
        return (Choice(actor.person_id, actor.name), Choice("lena", "Lena Vogt"))

    def subcategories(self, _actor: Actor) -> tuple[Subcategory, ...]:
        """One of each of two categories."""
        return Subcategory("c1", "s1", "Hardware", "Printer"), Subcategory("c2", "s2", "Network", "Wi-Fi")

    def own_groups(self, _actor: Actor) -> tuple[Choice, ...]:
        """The service desk."""
        return (Choice("g" * 32, "Service Desk"),)
