"""A command and what it needs in one line: `assign dana`, `wait vendor`, `p 2`, `team network`, `snooze tomorrow 9`.

Each line says what will be done, and does it to what the palette acts on, with the way back of its kind.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from functools import partial
from typing import Any, Final

from app.domain.errors import BadInput
from app.domain.lifecycle import Step
from app.domain.tags import tag_word
from app.domain.vocabulary import HoldReason, State
from app.domain.wording import inside, marked, tr
from app.views.actions import ActionSpec, Offer
from app.views.context import ViewContext
from app.views.incident.pick_lists import PickLists
from app.views.incident.steps import quick_moments
from app.views.queue.acts import QueueActs, words_for
from app.views.tagging import put_on_or_off
from app.views.toolkit.formats import at_wall
from app.views.toolkit.key_caps import is_plain
from app.views.widgets.choice_popup import Answer, Option, narrowed
from app.views.widgets.typed_moments import moment_option

MOST: Final = 5
_WAIT: Final = "incident.hold"
_NINE: Final = time(9)
_NOBODY: Final = {
    "incident.assign": marked("Nobody is called so"),
    "incident.assign_group": marked("No group is called so"),
}
"""What is said where nobody has the name that was typed: a line that is missing tells nobody why."""


@dataclass(frozen=True, slots=True)
class TwoPart:
    """What a command would do with the second part that was typed; `reason` says why it does nothing."""

    spec: ActionSpec
    choice: str
    hint: str
    run: Callable[[], object]
    reason: str = ""


class TwoParts:
    """Offers what the second part may mean; `arrived` is called when a list that had to be read is there.

    `ids` tells what the palette acts on. Lists are read once for each palette.
    """

    def __init__(self, context: ViewContext, ids: Callable[[], Sequence[str]]) -> None:
        self._context, self._ids = context, ids
        self._lists, self._acts = PickLists(context), QueueActs(context)
        self.arrived: Callable[[], None] = lambda: None
        self._asks: dict[str, Callable[[str, Answer], None]] = {
            "incident.assign": self._lists.agents(None),
            "incident.assign_group": self._lists.plain("group_id", tr("No group")),
            "incident.priority": self._levels,
            _WAIT: self._waits,
            "incident.snooze": self._moments,
            "incident.tags": self._tag,
        }
        self._runs: dict[str, Callable[[tuple[str, ...], Option], object]] = {
            "incident.assign": partial(self._change, "assignee_id"),
            "incident.assign_group": partial(self._change, "group_id"),
            "incident.priority": self._change_level,
            _WAIT: self._hold,
            "incident.snooze": self._snooze,
            "incident.tags": self._put_tag,
        }
        self._known: dict[tuple[str, str], Sequence[Option]] = {}
        if context.session is not None:
            self._lists.load_settings(self._settings_came)

    def _settings_came(self) -> None:
        # Levels, and what is waited for, may be others than every desk begins with.
        self._known.clear()
        self.arrived()

    def __call__(self, text: str, offers: Iterable[Offer]) -> list[TwoPart]:
        """What this text says in two parts; empty while its first word is no command that takes one."""
        word, _, rest = text.strip().partition(" ")
        ids, rest = tuple(self._ids()), rest.strip()
        if not rest or not ids:
            return []
        made = []
        for offer in offers:
            if offer.spec.id in self._asks and not offer.reason and names(offer.spec, word.casefold()):
                options = self._options(offer.spec.id, rest)
                for option in options[:MOST]:
                    run = partial(self._runs[offer.spec.id], ids, option)
                    made.append(TwoPart(offer.spec, option.label, option.hint, run))
                # A single letter may begin a sentence that is looked for.
                if offer.spec.id in _NOBODY and not options and (offer.spec.id, rest) in self._known and len(word) > 1:
                    made.append(TwoPart(offer.spec, rest, "", _nothing, tr(_NOBODY[offer.spec.id])))
        return made

    def _options(self, action_id: str, rest: str) -> Sequence[Option]:
        asked = (action_id, rest)
        if asked not in self._known:
            at_once = True

            def came(options: Sequence[Option]) -> None:
                self._known[asked] = tuple(options)
                if not at_once:
                    self.arrived()

            self._asks[action_id](rest, came)
            at_once = False
        return self._known.get(asked, ())

    def _levels(self, text: str, answer: Answer) -> None:
        """Impact and urgency, by digit or by name; the matrix gives the priority."""
        options = self._lists.levels()
        if not text.isdecimal():
            answer(narrowed(options, text))
            return
        values: list[Any] = [option.value for option in options]
        answer([option for option, (_, number) in zip(options, values, strict=True) if number == int(text)])

    def _waits(self, text: str, answer: Answer) -> None:
        """What can be waited for, by the digit of its key or by name."""
        reasons = self._lists.hold_reasons()
        if text.isdecimal():
            answer(reasons[int(text) - 1 : int(text)] if int(text) else ())
        else:
            answer(narrowed(reasons, text))

    def _moments(self, text: str, answer: Answer) -> None:
        now = self._context.now()
        typed = moment_option(text, now, self._context.formats)
        if typed is not None:
            answer([typed])
        else:
            moments = quick_moments(now, self._context.formats.zone)
            answer(narrowed([Option(each.at.astimezone(UTC), each.label) for each in moments], text))

    @staticmethod
    def _tag(text: str, answer: Answer) -> None:
        try:
            word = tag_word(text)
        except BadInput:
            answer(())
        else:
            answer([Option(word, word)])

    def _change(self, field: str, ids: tuple[str, ...], option: Option) -> None:
        self._acts.change(ids, {field: option.value}, words_for(field, option.label))

    def _change_level(self, ids: tuple[str, ...], option: Option) -> None:
        chosen: Any = option.value
        field, number = chosen
        self._acts.change(ids, {field: number}, words_for(field, self._lists.level_label(field, number)))

    def _hold(self, ids: tuple[str, ...], option: Option) -> None:
        reason = str(option.value)
        if reason == HoldReason.AWAITING_CALLER:
            # The caller is asked something, and that has to be written.
            self._context.actions.run(_WAIT)
            return
        step = Step(State.ON_HOLD, hold_reason=reason, hold_until=self._tomorrow_at_nine())
        self._acts.step(ids, step, tr("on hold: {reason}", reason=inside(option.label)))

    def _tomorrow_at_nine(self) -> datetime:
        """Until when the form of a hold proposes as well."""
        zone = self._context.formats.zone
        tomorrow = self._context.now().astimezone(zone).date() + timedelta(days=1)
        return at_wall(datetime.combine(tomorrow, _NINE), zone)

    def _snooze(self, ids: tuple[str, ...], option: Option) -> None:
        desk, actor = self._context.desk, self._context.actor
        until = option.value
        assert isinstance(until, datetime)
        words = tr("snoozed until {when}", when=self._context.formats.full(until))
        self._acts.run(ids, lambda: desk.incidents.snooze_many(actor, ids, until), words, "calendar-clock")

    def _put_tag(self, ids: tuple[str, ...], option: Option) -> None:
        put_on_or_off(self._context, ids, option.label, is_on=False, done=lambda: None)


def _nothing() -> None:
    """What choosing a line does that only says something."""


def names(spec: ActionSpec, word: str) -> bool:
    """Whether a word is one of the command's own: its key, a word of its name or one that means the same."""
    keys = {key.casefold() for key in spec.keys if is_plain(key) and len(key) == 1}
    said = f"{spec.text} {spec.synonyms}".replace(",", " ").replace("…", " ").casefold().split()
    return word in keys or (len(word) > 2 and word in said)
