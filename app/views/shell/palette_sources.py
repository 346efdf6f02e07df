"""What the palette of the window offers, and where it comes from."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from app.domain.numbers import incident_number
from app.domain.wording import tr
from app.views.actions import Offer
from app.views.help.topics import ALSO, TITLES
from app.views.incident.page import IncidentPage
from app.views.pages import Location
from app.views.palette.entries import NamedThing, Sources
from app.views.palette.found import FoundThings
from app.views.palette.named import NamedThings
from app.views.palette.palette import Palette
from app.views.palette.two_part import TwoParts
from app.views.queue import filters
from app.views.queue.keys import ONE_AT_A_TIME
from app.views.search.panel import place_of
from app.views.shell.window_actions import open_number, show_manual
from app.views.shell.window_views import show_view
from app.views.triage.page import TriagePage
from app.views.windows.desk_window import bring_to_front

if TYPE_CHECKING:
    from app.views.windows.desk_window import DeskWindow

_RECENT: Final = "palette.recent"
_KEPT: Final = 5


def open_palette(window: "DeskWindow", typed: str = "") -> Palette:
    """Show the palette over the window, with this in its field."""
    context = window.context
    named, found = NamedThings(context), FoundThings(context, place_of)
    two_parts = TwoParts(context, lambda: _at_hand(window)[0])
    palette = Palette(window.ground, _sources(window, named, found, two_parts), typed)
    found.arrived = two_parts.arrived = palette.look_again
    palette.gone.connect(found.stop)
    named.read(palette.look_again)
    return palette


def _sources(window: "DeskWindow", named: NamedThings, found: FoundThings, two_parts: TwoParts) -> Sources:
    page, context = window.main.queue, window.context

    def groups() -> Iterable[tuple[str, str]]:
        counts = page.answer.counts if page.answer is not None else None
        return [(group.label, filters.team_filter(group.label)) for group in (counts.by_group if counts else ())]

    return Sources(
        offers=lambda: _offers(window),
        run_action=partial(_run, window),
        open_number=lambda number: open_number(window, number),
        set_filter=lambda text: context.go(Location("queue", text)) if text else window.focus_filter(),
        subject=lambda: _at_hand(window)[1],
        groups=groups,
        views=lambda: [(view.name, partial(_go_to_view, window, view.id)) for view in page.shelf.views],
        named=named,
        two_parts=two_parts,
        found=found,
        people=found.people,
        settings=found.settings,
        topics=lambda: [_topic(window, topic, title) for topic, title in TITLES.items()],
        recent=lambda: context.state.get(_RECENT, []),
    )


def _offers(window: "DeskWindow") -> list[Offer]:
    """Every action; with several selected, what is done to a single one says so instead of leaving some out."""
    offers = list(window.context.actions.offers())
    if window.page is not window.main.queue or len(window.main.queue.table.marked) < 2:
        return offers
    return [
        replace(offer, reason=tr("One at a time")) if offer.spec.id in ONE_AT_A_TIME and not offer.reason else offer
        for offer in offers
    ]


def _at_hand(window: "DeskWindow") -> tuple[tuple[str, ...], str]:
    """The incidents that commands act on, and what they are called; none on most pages."""
    page, queue = window.page, window.main.queue
    if page is queue:
        ids = tuple(queue.marks.chosen_ids())
        # One that is selected for several is acted on, wherever the cursor stands.
        row = queue.table.row_of(ids[0]) if len(ids) == 1 else None
        number = incident_number(row.number) if row is not None else ""
        return ids, number or (tr("{count} selected", count=len(ids)) if ids else "")
    shown = page.incident if isinstance(page, TriagePage) and page.list.current_id else page
    if isinstance(shown, IncidentPage) and shown.detail is not None:
        return (shown.detail.id,), incident_number(shown.detail.number)
    return (), ""


def _run(window: "DeskWindow", action_id: str) -> None:
    state = window.context.state
    others = [each for each in state.get(_RECENT, []) if each != action_id]
    state.set(_RECENT, [action_id, *others][:_KEPT])
    window.context.actions.run(action_id)


def _go_to_view(window: "DeskWindow", view_id: str) -> None:
    show_view(window.main, view_id)
    if window is not window.main:
        bring_to_front(window.main)


def _topic(window: "DeskWindow", topic: str, title: str) -> NamedThing:
    return NamedThing(tr("Help"), title, "circle-help", partial(show_manual, window, topic), "", ALSO.get(topic, ""))
