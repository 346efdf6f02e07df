"""Carrying a command out exactly once, whatever breaks on the way.

What breaks before the commit was certainly not kept, and is tried once more over a new connection. What breaks during
the commit is in doubt: it is settled by the receipt that the command leaves in its own transaction. The receipt comes
first in it, so that a second attempt waits for the end of the first one, which may still live on the server.
See docs/decisions/0009.
"""

import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import NoReturn, TypeVar

from sqlalchemy.exc import DBAPIError

from app.domain.errors import Away, InDoubt, Unavailable
from app.domain.events import DoubtSettled
from app.domain.wording import marked, tr
from app.infra.doubts import Attempt, Call
from app.infra.failures import CROSSED_STATES, state_of
from app.infra.prepared import PreparedInsert
from app.infra.unit_of_work import Store, Work
from app.infra.upsert import insert_once
from app.models.receipts import command_receipt
from app.services.removal import forget_receipts

R = TypeVar("R")

Stands = Callable[..., bool]
"""Whether what a command makes is there: called with a connection in a transaction that is taken back afterwards, and
with the arguments of the command. It has to wait for another transaction that is about to make the same.
"""

SETTLE_SECONDS = 8.0
"""How long a command that is in doubt is asked about before the person is told so."""

CROSSINGS = 3
"""How often a command is run again that was taken back because another one stood in its way."""

KEPT_FOR = timedelta(days=30)
"""How long receipts are kept: longer than any program waits for an answer."""

_BREATH = 0.05
_MOST_FORGOTTEN = 5_000
_LEAVE = PreparedInsert(command_receipt.insert(), command_receipt.c.keys())


def carry_out(
    store: Store,
    call: Call,
    act: Callable[[Work], R],
    patience: float,
    stands: Stands | None,
    *,
    trusted: bool = False,
) -> R:
    """Do what `act` does in one transaction, once; `InDoubt` when the server cannot be asked whether it kept it.

    The same call given again later is taken for this one and goes on where it ended. `trusted` is that of
    `Database.writing`.
    """
    attempt = store.doubts.take(call) or Attempt("" if stands else store.ids.new())
    crossings = losses = 0
    ends: float | None = None
    while True:
        try:
            opened = store.writing(call.actor, patience=patience, trusted=trusted)
            return _try(opened, attempt, act, leaves_receipt=stands is None)
        except InDoubt:
            attempt.in_doubt = True
        except Away:
            losses += 1
            if not attempt.in_doubt and (losses > 1 or store.database.link.state.is_away):
                raise
        except Unavailable as error:
            crossings += 1
            if crossings > CROSSINGS or not _crossed(error):
                raise
        if attempt.in_doubt:
            now = time.monotonic()
            ends = now + SETTLE_SECONDS if ends is None else ends
            if now >= ends:
                store.doubts.keep(call, attempt)
                raise InDoubt(tr(_NOT_KNOWN))
            store.database.link.wait(ends - now)
            time.sleep(_BREATH)


_NOT_KNOWN = marked(
    "The connection broke while this was being saved, so it is not known yet whether it was. Mainstay finds out as "
    "soon as the server answers, and the same sent again is not saved twice. What you typed is kept."
)


def _try(
    opened: AbstractContextManager[Work], attempt: Attempt, act: Callable[[Work], R], *, leaves_receipt: bool
) -> R:
    with opened as work:
        before = attempt.events
        if leaves_receipt and not _leave_receipt(work, attempt):
            work.events.extend(before)
            # Whatever it gave the first time; the program that asks is the one that did it.
            done: R = attempt.result
            return done
        result = act(work)
        if not work.events:
            # It was there already, so nobody has been told of it.
            work.events.extend(before)
        attempt.result, attempt.events = result, tuple(work.events)
        return result


def _leave_receipt(work: Work, attempt: Attempt) -> bool:
    """Write the receipt; False when it is there, since the command was carried out before."""
    row = {"id": attempt.id, "done_at": work.now}
    if attempt.in_doubt:
        return insert_once(work.connection, command_receipt, row)
    _LEAVE.run(work.connection, [row])
    return True


def _crossed(error: Unavailable) -> bool:
    cause = error.__cause__
    return isinstance(cause, DBAPIError) and state_of(cause) in CROSSED_STATES


class _TakeBack(Exception):
    """Raised to end a transaction that must not keep anything."""


def _take_back() -> NoReturn:
    raise _TakeBack


def settle_doubts(store: Store, stands_of: Callable[[str], Stands | None]) -> None:
    """Find out about everything that is in doubt, and tell the bus; raises Away when the server went away again."""
    waiting = store.doubts.take_all()
    while waiting:
        call, attempt = waiting[0]
        try:
            kept = _was_kept(store, call, attempt, stands_of(call.name))
        except Unavailable:
            for each in waiting:
                store.doubts.keep(*each)
            raise
        del waiting[0]
        told = DoubtSettled(call.actor.person_id, call.name, call.arguments, kept, attempt.result if kept else None)
        store.bus.publish((*attempt.events, told) if kept else (told,))


def _was_kept(store: Store, call: Call, attempt: Attempt, stands: Stands | None) -> bool:
    found = False
    try:
        with store.writing(call.actor) as work:
            if stands is None:
                found = not insert_once(work.connection, command_receipt, {"id": attempt.id, "done_at": work.now})
            else:
                found = stands(work.connection, *call.arguments, **call.named)
            _take_back()
    except _TakeBack:
        return found


def forget_old_receipts(work: Work) -> None:
    """Take away receipts that nobody can ask for any more, some thousand at a time."""
    forget_receipts(work.connection, work.now - KEPT_FOR, _MOST_FORGOTTEN)
