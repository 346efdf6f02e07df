"""What the desk offers of knowledge; imported with the desk, so the services themselves are imported when asked for."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.infra.unit_of_work import Store

if TYPE_CHECKING:
    from app.services.knowledge.commands import KnowledgeCommands
    from app.services.knowledge.queries import KnowledgeQueries


@dataclass(frozen=True, slots=True)
class KnowledgeParts:
    """The services about knowledge of one database."""

    store: Store

    @property
    def knowledge(self) -> "KnowledgeQueries":
        """Reading knowledge articles."""
        from app.services.knowledge.queries import KnowledgeQueries

        return KnowledgeQueries(self.store)

    @property
    def knowledge_work(self) -> "KnowledgeCommands":
        """Writing knowledge articles, and using them."""
        from app.services.knowledge.commands import KnowledgeCommands

        return KnowledgeCommands(self.store)
