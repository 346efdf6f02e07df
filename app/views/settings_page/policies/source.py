"""Policies from the desk, put together for the section; everything here is called on lanes."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from app.domain.calendar import Calendar
from app.domain.instants import micros
from app.domain.sla.attach import PolicyBook
from app.domain.sla.policy import Clock, Policy
from app.domain.sla.validate import Finding, check_book
from app.domain.timeline import Timeline
from app.domain.wording import tr
from app.views.settings_page.calendars.source import load_all
from app.views.settings_page.policies.matrix import CLOCK_HEADS
from app.views.settings_page.policies.preview import OpenChange
from app.views.settings_page.reference import Reference, load_reference
from app.views.settings_page.versions import VersionFacts

if TYPE_CHECKING:
    from app.domain.actor import Actor
    from app.services.desk import Desk


class Book(NamedTuple):
    """The newest book of a set with its history, the calendars it may name, and what conditions can ask for."""

    number: int
    policies: tuple[Policy, ...]
    versions: tuple[VersionFacts, ...]
    history: Mapping[int, tuple[Policy, ...]]
    calendars: Mapping[str, tuple[str, Calendar]]
    reference: Reference


def load(desk: "Desk", actor: "Actor", policy_set: str) -> Book:
    """Read a set."""
    books = desk.sla_settings.books(actor, policy_set)
    newest = max(books, key=lambda book: book.number, default=None)
    versions = tuple(
        VersionFacts(
            book.number,
            book.effective_from,
            book.created_at,
            book.created_by_name or "",
            book.note,
            tr("applied to open incidents") if book.applies_to_open else "",
        )
        for book in books
    )
    return Book(
        newest.number if newest is not None else 0,
        newest.policies if newest is not None else (),
        versions,
        {book.number: book.policies for book in books},
        {each.id: (each.name, each.calendar) for each in load_all(desk, actor)},
        load_reference(desk, actor),
    )


def findings(
    desk: "Desk",
    calendars: Mapping[str, tuple[str, Calendar]],
    policies: tuple[Policy, ...],
    own_reasons: tuple[str, ...],
) -> tuple[Finding, ...]:
    """What the validators say about a book that would hold from now on."""
    timelines = {key: Timeline(calendar) for key, (_name, calendar) in calendars.items()}
    return check_book(PolicyBook(micros(desk.clock.now()), policies), timelines, own_reasons)


def preview(desk: "Desk", actor: "Actor", policy_set: str, policies: tuple[Policy, ...]) -> tuple[OpenChange, ...]:
    """What would change for open incidents."""
    return tuple(
        OpenChange(each.number, each.short_description, CLOCK_HEADS[Clock(each.clock)], each.before, each.after)
        for each in desk.sla_settings.preview_book(actor, policy_set, policies)
    )


def publish(
    desk: "Desk", actor: "Actor", policy_set: str, policies: tuple[Policy, ...], applies_to_open: bool, note: str
) -> int:
    """Publish a book; returns its number."""
    return desk.sla_admin.publish_book(actor, policy_set, policies, applies_to_open, note)


def use_sample(desk: "Desk", actor: "Actor", policy_set: str) -> None:
    """Publish the sample policies for a set that has none."""
    desk.sla_admin.use_sample_policies(actor, policy_set)


def sampled_words(policy_set: str) -> str:
    """What is measured after a set was given the sample policies, and what is not yet.

    What is over is not counted by the window: a large import takes minutes, and the window has other things to write.
    """
    command = "main.py sla recount" + (" --set imported" if policy_set == "imported" else "")
    return tr(
        "Open incidents are measured by these policies now. Those that are over are counted with {command}.",
        command=command,
    )


def data_of(policies: Sequence[Policy]) -> list[dict[str, Any]]:
    """Policies as a draft keeps them; equal data are equal policies."""
    # Imported here: the module stands beside those that speak to the database, and is not needed to paint a window.
    from app.services.sla.definitions import policy_to_data

    return [{"id": policy.policy_id, "version": policy.version, **policy_to_data(policy)} for policy in policies]


def from_data(data: Sequence[dict[str, Any]]) -> tuple[Policy, ...]:
    """The policies of a draft."""
    from app.services.sla.definitions import policy_from_data

    return tuple(policy_from_data(each["id"], each["version"], each) for each in data)
