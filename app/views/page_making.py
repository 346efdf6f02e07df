"""Makes the pages of a window: when one is visited first, or before, a piece at a time."""

from collections.abc import Callable, Iterable, Iterator

from app.domain.permissions import may
from app.views.action_catalogue import ENTRANCES
from app.views.context import ViewContext
from app.views.pages import Page, PageSpec
from app.views.toolkit.dressing import dress_ahead


class PageMaker:
    """Makes each page once, until the desk is another one; `titled` hears of every page's title."""

    def __init__(self, context: ViewContext, specs: Iterable[PageSpec], titled: Callable[[], object]) -> None:
        self._context, self._titled = context, titled
        self._specs = {spec.id: spec for spec in specs}
        self._begun: dict[str, Page] = {}
        self._visited: set[str] = set()

    def make(self, page_id: str) -> Page:
        """The page, whole."""
        self._visited.add(page_id)
        page = self._closed(page_id) or self._begun.pop(page_id, None) or self._specs[page_id].make(self._context)
        while page.make_piece():
            pass
        page.title_changed.connect(self._titled)
        return page

    def _closed(self, page_id: str) -> Page | None:
        """What stands there where this person may not read the page; None where they may, or nobody is here yet."""
        session, way = self._context.session, ENTRANCES.get(page_id)
        if session is None or way is None or way.permission is None or may(session.actor, way.permission):
            return None
        from app.views.closed_page import ClosedPage

        return ClosedPage(self._context, way.text, way.permission)

    def ahead(self) -> Iterator[None]:
        """Make and dress what is visited most before anybody goes there; one that is visited meanwhile stays."""
        for spec in self._specs.values():
            if spec.begin is None or spec.id in {*self._visited, *self._begun}:
                continue
            page = self._begun[spec.id] = spec.begin(self._context)
            yield
            while spec.id in self._begun and page.make_piece():
                yield
            if spec.id in self._begun:
                yield from dress_ahead(page)

    def forget(self) -> None:
        """Another desk is open: whatever was made belongs to the one before."""
        for page in self._begun.values():
            page.leave()
            page.deleteLater()
        self._begun.clear()
        self._visited.clear()
