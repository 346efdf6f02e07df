"""What the palette offers for what was typed: actions, an incident by its number, places, a filter."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from app.domain.numbers import incident_number, parse_incident_number
from app.domain.wording import tr
from app.views.actions import Offer, Scope
from app.views.palette.matching import Match, best

if TYPE_CHECKING:
    from app.views.palette.two_part import TwoPart

MOST = 60
_ORDER = (
    Scope.TRIAGE, Scope.INCIDENT, Scope.ESCALATION, Scope.KNOWLEDGE, Scope.PROBLEM, Scope.HANDOVER, Scope.DESK,
    Scope.REVIEW, Scope.DASHBOARD, Scope.GO, Scope.LIST, Scope.WINDOW,
)  # fmt: skip
# Saved views are listed by their names instead of the keys that lead to them.
_HIDDEN = frozenset(
    {
        "window.palette", "list.next", "list.previous", "window.next_pane", "window.previous_pane",
        *(f"go.view_{number}" for number in range(1, 10)),
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the palette; `reason` says why it cannot be chosen, `inside` that no word of it begins as typed."""

    section: str
    text: str
    icon: str
    run: Callable[[], object]
    keys: str = ""
    hint: str = ""
    reason: str = ""
    places: tuple[int, ...] = ()
    inside: bool = False


@dataclass(frozen=True, slots=True)
class NamedThing:
    """What people have made and named: a macro, a template; `reason` says why it cannot be chosen."""

    section: str
    name: str
    icon: str
    run: Callable[[], object]
    hint: str = ""
    synonyms: str = ""
    reason: str = ""


def nothing_in_two_parts(_text: str, _offers: Iterable[Offer]) -> "Iterable[TwoPart]":
    """What a second part means, where there is nothing to act on."""
    return ()


def nothing_found(_text: str) -> Iterable[NamedThing]:
    """What is found beside commands, where nothing is looked for."""
    return ()


@dataclass(frozen=True, slots=True)
class Sources:
    """Where entries come from: the actions, and what to do with a number and with a filter.

    `found` are incidents, people and articles for a text, `people` people alone, `settings` places of the settings and
    `topics` parts of the manual; `recent` are the ids of the actions that were chosen last, the newest first.
    """

    offers: Callable[[], Iterable[Offer]]
    run_action: Callable[[str], object]
    open_number: Callable[[int], object]
    set_filter: Callable[[str], object]
    subject: Callable[[], str]
    groups: Callable[[], Iterable[tuple[str, str]]]
    views: Callable[[], Iterable[tuple[str, Callable[[], object]]]] = tuple
    named: Callable[[], Iterable[NamedThing]] = tuple
    two_parts: "Callable[[str, Iterable[Offer]], Iterable[TwoPart]]" = nothing_in_two_parts
    found: Callable[[str], Iterable[NamedThing]] = nothing_found
    people: Callable[[str], Iterable[NamedThing]] = nothing_found
    settings: Callable[[], Iterable[NamedThing]] = tuple
    topics: Callable[[], Iterable[NamedThing]] = tuple
    recent: Callable[[], Sequence[str]] = tuple


def entries(typed: str, sources: Sources, *, scoped: bool = True) -> list[Entry]:
    """The lines for what was typed, best first within their section. A first sign narrows: `#` `@` `>` `/` `?`.

    Unless `scoped`, nothing is offered for the incident at hand.
    """
    text = typed.strip()
    narrowed = _narrowed(text[:1], text[1:].strip(), sources, scoped=scoped)
    if narrowed is not None:
        return narrowed[:MOST]
    if not text:
        return (_recent(sources, scoped=scoped) + _actions(text, sources, scoped=scoped))[:MOST]
    said = _in_two_parts(text, sources, scoped=scoped)
    found = [*_actions(text, sources, scoped=scoped), *_named(text, sources.named())]
    # Words that are a command with its second part are not looked for as well.
    done = [entry for entry in said if not entry.reason]
    found += [] if done else _as_they_come(sources.found(text))
    found += _views(text, sources) + _groups(text, sources) + _named(text, sources.settings())
    found = [*done, *_numbers(text, sources), *_starts_first(found)]
    # What cannot be done stands behind what can.
    refused = [entry for entry in said if entry.reason]
    return [*found[: MOST - 1 - len(refused)], _filter_entry(text, sources), *refused]


def _starts_first(found: list[Entry]) -> list[Entry]:
    """Whatever begins a word before what stands inside one; of each, sections in which nothing can be done last."""
    ordered: list[Entry] = []
    for inside in (False, True):
        part = [entry for entry in found if entry.inside is inside]
        usable = {entry.section for entry in part if not entry.reason}
        ordered += sorted(part, key=lambda entry: entry.section not in usable)
    return ordered


def _narrowed(sign: str, text: str, sources: Sources, *, scoped: bool) -> list[Entry] | None:
    """The lines of one kind alone; None where the sign names none."""
    kinds: dict[str, Callable[[], list[Entry]]] = {
        "/": lambda: [_filter_entry(text, sources)],
        "#": lambda: _numbers(text, sources),
        "@": lambda: _as_they_come(sources.people(text)),
        "?": lambda: _named(text, sources.topics()),
        ">": lambda: _in_two_parts(text, sources, scoped=scoped) + _actions(text, sources, scoped=scoped),
    }
    return kinds[sign]() if sign in kinds else None


def _in_two_parts(text: str, sources: Sources, *, scoped: bool) -> list[Entry]:
    if not scoped or " " not in text:
        return []
    section = tr("Act on {subject}", subject=sources.subject())
    return [
        Entry(section, _with_choice(each), each.spec.icon, each.run, hint=each.hint, reason=each.reason)
        for each in sources.two_parts(text, sources.offers())
    ]


def _with_choice(each: "TwoPart") -> str:
    return f"{each.spec.text.rstrip('…')} → {each.choice}"


def _recent(sources: Sources, *, scoped: bool) -> list[Entry]:
    known = {offer.spec.id: offer for offer in _offered(sources, scoped=scoped) if not offer.reason}
    return [_entry(known[each], tr("Recent"), Match(0), sources) for each in sources.recent() if each in known]


def _offered(sources: Sources, *, scoped: bool) -> list[Offer]:
    return [
        offer
        for offer in sources.offers()
        if offer.spec.id not in _HIDDEN and (scoped or offer.spec.scope is not Scope.INCIDENT)
    ]


def _as_they_come(things: Iterable[NamedThing]) -> list[Entry]:
    """What was found for the very text, in its own order."""
    return [Entry(each.section, each.name, each.icon, each.run, "", each.hint, each.reason) for each in things]


def _numbers(text: str, sources: Sources) -> list[Entry]:
    number = parse_incident_number(text)
    if number is None:
        return []
    shown = incident_number(number)
    found = (each for each in sources.found(text) if each.hint.partition(" · ")[0] == shown)
    title = next((each.name for each in found), "")
    open_it = partial(sources.open_number, number)
    return [Entry(tr("Incidents"), tr("Open {number}", number=shown), "hash", open_it, "Return", title)]


def _filter_entry(text: str, sources: Sources) -> Entry:
    shown = tr("Filter the queue by {text}", text=text) if text else tr("Filter the queue…")
    return Entry(
        tr("Search"), shown, "search", lambda: sources.set_filter(text), hint="words or is: priority: team: assignee:"
    )


def _actions(text: str, sources: Sources, *, scoped: bool) -> list[Entry]:
    ranked: list[tuple[tuple[int, int, float], Entry]] = []
    subject = sources.subject()
    for offer in _offered(sources, scoped=scoped):
        found = best(text, offer.spec.text, offer.spec.synonyms) if text else Match(0)
        if found is None:
            continue
        section = (
            tr("Act on {subject}", subject=subject)
            if offer.spec.scope is Scope.INCIDENT and subject
            else offer.spec.scope.value
        )
        rank = (int(bool(offer.reason)), _ORDER.index(offer.spec.scope), -found.score)
        ranked.append((rank, _entry(offer, section, found, sources)))
    ranked.sort(key=lambda pair: pair[0])
    return _by_section([entry for _rank, entry in ranked], strongest=_strongest(ranked) if text else None)


def _entry(offer: Offer, section: str, found: Match, sources: Sources) -> Entry:
    spec = offer.spec
    return Entry(
        section,
        spec.text,
        spec.icon,
        lambda: sources.run_action(spec.id),
        spec.keys[0] if spec.keys else "",
        reason=offer.reason,
        places=found.places,
        inside=found.inside,
    )


def _strongest(ranked: list[tuple[tuple[int, int, float], Entry]]) -> str | None:
    usable = [(rank[2], entry.section) for rank, entry in ranked if not entry.reason]
    return min(usable)[1] if usable else None


def _by_section(found: list[Entry], strongest: str | None) -> list[Entry]:
    """Sections in their order, the one with the best match first, and what cannot be done at the end of each."""
    sections = list(dict.fromkeys(entry.section for entry in found))
    if strongest is not None:
        sections.sort(key=lambda section: section != strongest)
    return [entry for section in sections for entry in found if entry.section == section]


def _views(text: str, sources: Sources) -> list[Entry]:
    made = []
    for number, (name, run) in enumerate(sources.views(), 1):
        found = best(text, name, "view")
        if found is not None:
            keys = f"Ctrl+{number}" if number < 10 else ""
            shown = Entry(tr("Saved views"), name, "bookmark", run, keys, places=found.places, inside=found.inside)
            made.append(shown)
    return made


def _named(text: str, things: Iterable[NamedThing]) -> list[Entry]:
    made = []
    for each in things:
        found = best(text, each.name, each.synonyms) if text else Match(0)
        if found is not None:
            seen = (each.hint, each.reason, found.places, found.inside)
            shown = Entry(each.section, each.name, each.icon, each.run, "", *seen)
            made.append((-found.score, shown))
    made.sort(key=lambda pair: pair[0])
    return _by_section([entry for _score, entry in made], strongest=None)


def _groups(text: str, sources: Sources) -> list[Entry]:
    made = []
    for name, wanted in sources.groups():
        found = best(text, name, "")
        if found is not None:
            run, hint = _filtering(sources, wanted), tr("open incidents")
            made.append(Entry(tr("Assignment groups"), name, "users", run, "", hint, "", found.places, found.inside))
    return made


def _filtering(sources: Sources, wanted: str) -> Callable[[], object]:
    return lambda: sources.set_filter(wanted)
