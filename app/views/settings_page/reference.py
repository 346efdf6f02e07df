"""What conditions and steps can name: groups, people, services, sites, categories, priorities."""

from typing import TYPE_CHECKING, NamedTuple

from app.domain.kept_words import WordKind
from app.domain.sla.policy import Trait
from app.domain.wording import tr
from app.services.people.dto import Choice
from app.views.settings_page.conditions import Choices
from app.views.widgets.choice_popup import Option

if TYPE_CHECKING:
    from app.domain.actor import Actor
    from app.services.desk import Desk


class Reference(NamedTuple):
    """The pick lists of a desk, read together; `priorities` are the labels of the matrix from 1 on.

    `categories` are those at the top: conditions look at no other, so one below it would never be met.
    `own_reasons` are the hold reasons that the desk has beside the built-in ones, also those out of use.
    """

    groups: tuple[Choice, ...]
    people: tuple[Choice, ...]
    services: tuple[Choice, ...]
    sites: tuple[Choice, ...]
    categories: tuple[Choice, ...]
    priorities: tuple[str, ...]
    own_reasons: tuple[str, ...] = ()

    @property
    def names(self) -> dict[str, str]:
        """What is shown for each identifier; they are unique over all lists."""
        lists = (self.groups, self.people, self.services, self.sites, self.categories)
        return {choice.id: choice.label for choices in lists for choice in choices}

    @property
    def choices(self) -> Choices:
        """What conditions can ask for."""
        return {
            Trait.PRIORITY: [Option(str(n), f"P{n}", label) for n, label in enumerate(self.priorities, 1)],
            Trait.SERVICE: _options(self.services),
            Trait.SITE: _options(self.sites),
            Trait.GROUP: _options(self.groups),
            Trait.VIP: [Option("yes", tr("Yes")), Option("no", tr("No"))],
            Trait.CATEGORY: _options(self.categories),
        }


NOTHING = Reference((), (), (), (), (), (tr("Critical"), tr("High"), tr("Moderate"), tr("Low"), tr("Planning")))
"""Before the desk has answered."""


def load_reference(desk: "Desk", actor: "Actor") -> Reference:
    """Read the lists; to be called on a lane."""
    people = desk.people
    return Reference(
        people.groups(actor),
        people.agents(actor),
        people.services(actor),
        people.sites(actor),
        people.categories(actor),
        desk.settings.matrix(actor).priority_labels,
        tuple(each.key for each in desk.words.every(actor, WordKind.HOLD) if each.own),
    )


def _options(choices: tuple[Choice, ...]) -> list[Option]:
    return [Option(choice.id, choice.label, choice.hint) for choice in choices]
