"""The lists that fields are picked from: read once, kept until somebody changes them, handed out as options."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from app.domain.actor import Actor
from app.domain.kept_words import ALL_BUILT_IN, Offered, WordKind
from app.domain.priority import SERVICENOW_3X3, PriorityMatrix
from app.domain.vocabulary import Channel
from app.domain.wording import tr
from app.services.people.dto import Choice, PersonChoice, Subcategory
from app.views.context import ViewContext
from app.views.toolkit.background import is_there
from app.views.widgets.choice_popup import Answer, Ask, Option, listed, narrowed

if TYPE_CHECKING:
    from app.services.desk import Desk

CHANNELS = tuple(Option(channel.value, channel.label) for channel in Channel)
CHANNEL_ICONS = {
    "phone": "phone", "walk_in": "user", "email": "mail", "portal": "globe", "monitoring": "monitor",
}  # fmt: skip


def _kinds() -> "dict[str, Callable[[Desk, Actor], Sequence[Choice]]]":
    return {
        "group_id": lambda desk, actor: desk.people.groups(actor),
        "service_id": lambda desk, actor: desk.people.services(actor),
        "site_id": lambda desk, actor: desk.people.sites(actor),
        "configuration_item_id": lambda desk, actor: desk.people.configuration_items(actor),
        "category_id": lambda desk, actor: desk.people.categories(actor),
    }


class PickLists:
    """Options by field. A list is read when it is first opened; `forget` makes the next opening read again."""

    def __init__(self, context: ViewContext) -> None:
        self._context = context
        self._known: dict[str, tuple[Option, ...]] = {}
        self._generation = 0
        self.matrix: PriorityMatrix = SERVICENOW_3X3
        self.offered: Offered = ALL_BUILT_IN
        self.attachment_limit = 25_000_000

    def forget(self) -> None:
        """The lists were changed by somebody, or another desk is open."""
        self._known.clear()
        self._generation += 1

    def load_settings(self, then: Callable[[], None]) -> None:
        """Read the matrix, the size limit of attachments (bytes), and which reasons and codes are offered."""
        desk, actor = self._context.desk, self._context.actor

        def arrived(answer: tuple[PriorityMatrix, int, Offered]) -> None:
            self.matrix, limit, self.offered = answer
            self.attachment_limit = limit * 1_000_000
            if is_there(then):
                then()

        self._context.background.read(
            lambda: (
                desk.settings.matrix(actor),
                desk.settings.number(actor, "attachment_limit_mb"),
                desk.words.offered(actor),
            ),
            arrived,
        )

    def hold_reasons(self) -> list[Option]:
        """What can be waited for, in the order of its digits."""
        return [Option(key, WordKind.HOLD.label_of(key)) for key in self.offered.hold_reasons]

    def resolution_codes(self) -> list[Option]:
        """How an incident can end, in the order of its digits."""
        return [Option(key, WordKind.CODE.label_of(key)) for key in self.offered.resolution_codes]

    def plain(self, field: str, none: str) -> Ask:
        """Groups, services, sites, configuration items or categories; `none` is the line that clears the field."""
        return lambda text, answer: self._ask(field, _kinds()[field], none, text, answer)

    def agents(self, group_id: str | None) -> Ask:
        """Who can be the assignee: members of the group, or everybody at the desk; oneself first."""
        return lambda text, answer: self._ask(
            f"agents:{group_id}", lambda desk, actor: desk.people.agents(actor, group_id), tr("Nobody"), text, answer
        )

    def subcategories(self, category_id: str | None) -> Ask:
        """The subcategories of a category; none without one."""
        if category_id is None:
            return listed(())
        return lambda text, answer: self._ask(
            f"sub:{category_id}",
            lambda desk, actor: desk.people.categories(actor, category_id),
            tr("None"),
            text,
            answer,
        )

    def all_subcategories(self, text: str, answer: Answer) -> None:
        """Those of every category, by both names; the value is the two ids, None is no subcategory."""
        desk, actor = self._context.desk, self._context.actor

        def arrived(found: Sequence[Subcategory]) -> None:
            options = [Option((each.category_id, each.id), f"{each.category_name} › {each.name}") for each in found]
            answer(narrowed([*options, Option(None, tr("No subcategory"))], text))

        self._context.background.read(lambda: desk.people.subcategories(actor), arrived)

    def impacts(self, text: str, answer: Answer) -> None:
        """The levels of impact, the worst first."""
        answer(narrowed(_levels(self.matrix.impact_labels), text))

    def urgencies(self, text: str, answer: Answer) -> None:
        """The levels of urgency, the worst first."""
        answer(narrowed(_levels(self.matrix.urgency_labels), text))

    def levels(self) -> list[Option]:
        """Those of impact and then those of urgency; the value is the field and the number of its level."""
        return [
            Option((field, number), tr("{field_name} {label}", field_name=name, label=label))
            for field, name, labels in (
                ("impact", tr("Impact"), self.matrix.impact_labels),
                ("urgency", tr("Urgency"), self.matrix.urgency_labels),
            )
            for number, label in enumerate(labels, 1)
        ]

    def level_label(self, field: str, number: int) -> str:
        """What a level of impact or of urgency is called."""
        return (self.matrix.impact_labels if field == "impact" else self.matrix.urgency_labels)[number - 1]

    def people(self, text: str, answer: Answer) -> None:
        """Callers by the beginning of a name, a word of it, mail or phone; the value is the PersonChoice."""
        desk, actor = self._context.desk, self._context.actor
        if not text.strip():
            answer(())
            return
        self._context.background.read(
            lambda: desk.people.search(actor, text),
            lambda found: answer([Option(person, person.name, person_hint(person)) for person in found]),
            key=f"people-{id(self)}",
        )

    def _ask(
        self,
        key: str,
        question: "Callable[[Desk, Actor], Sequence[Choice]]",
        none: str,
        text: str,
        answer: Answer,
    ) -> None:
        known = self._known.get(key)
        if known is not None:
            answer(narrowed(known, text))
            return
        desk, actor = self._context.desk, self._context.actor
        generation = self._generation

        def arrived(choices: Any) -> None:
            options = tuple(Option(*choice) for choice in choices)
            mine = [option for option in options if option.value == actor.person_id]
            options = (*mine, *(option for option in options if option not in mine), Option(None, none))
            if generation == self._generation:
                self._known[key] = options
            answer(narrowed(options, text))

        self._context.background.read(lambda: question(desk, actor), arrived)


def _levels(labels: Sequence[str]) -> list[Option]:
    return [Option(number, label) for number, label in enumerate(labels, 1)]


def person_hint(person: PersonChoice) -> str:
    """What tells people of the same name apart."""
    parts = (person.job_title, person.site_name, person.phone, person.email)
    return " · ".join(part for part in parts if part)
