"""The search of the fake desk."""

from app.domain.actor import Actor
from app.services.search.dto import SearchQuery, SearchResult


class FakeSearch:
    """Finds nothing, as a desk does that holds none of the words."""

    def find(self, _actor: Actor, asked: SearchQuery) -> SearchResult:
        """Nothing."""
        return SearchResult(asked.text)
