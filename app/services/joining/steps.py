"""The whole test of a connection, one step after the other; usable without a window."""

from collections.abc import Callable
from typing import cast

from sqlalchemy import Engine
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from app.domain.errors import Away, BadInput, NotAllowed
from app.domain.wording import tr
from app.infra.clock import Clock, SystemClock
from app.infra.database_url import parse_url
from app.infra.failures import explained
from app.infra.server_address import ServerAddress, address_of, safe_arguments
from app.services.joining.dto import Mark, Outcome
from app.services.joining.entry import (
    Entered,
    clocks,
    known_database,
    look_around,
    no_such_database,
    not_signed_in,
    rights,
    signed_in,
)
from app.services.joining.way import prove, reach, resolve

Tell = Callable[[Outcome], None]


def nobody(_outcome: Outcome) -> None:
    """Who is told while nobody listens."""


def never() -> bool:
    """Whether the person has had enough, where nobody can say so."""
    return False


def try_out(
    url: str, tell: Tell = nobody, canceled: Callable[[], bool] = never, clock: Clock | None = None
) -> tuple[Outcome, ...]:
    """Go the way to the desk at the address, password included, and tell of every step as it ends.

    Ends with the first step that fails, or once `canceled` says so; nothing is changed anywhere. Raises BadInput for an
    address that is none, or that asks for less proof than Mainstay does.
    """
    parsed = parse_url(url)
    if parsed.get_backend_name() != "postgresql":
        raise BadInput(tr("This is a desk in a file. There is no connection to test."))
    trial = _Trial(parsed, tell, canceled, clock or SystemClock())
    trial.run()
    return tuple(trial.outcomes)


class _Trial:
    def __init__(self, url: URL, tell: Tell, canceled: Callable[[], bool], clock: Clock) -> None:
        self._url, self._tell, self._canceled, self._clock = url, tell, canceled, clock
        self._address: ServerAddress = address_of(url)
        self._authority = safe_arguments(url).get("sslrootcert", "")
        self.outcomes: list[Outcome] = []

    def run(self) -> None:
        outcome, found = resolve(self._address)
        if not self._goes_on(outcome):
            return
        outcome, open_at = reach(self._address, found)
        if not self._goes_on(outcome) or not self._goes_on(
            prove(self._address, open_at, self._authority, self._clock.now())
        ):
            return
        entered = self._enter()
        if entered is None or not self._goes_on(known_database(entered)) or not self._goes_on(rights(entered)):
            return
        self._goes_on(clocks(entered, self._clock.now()))

    def _goes_on(self, outcome: Outcome) -> bool:
        self.outcomes.append(outcome)
        self._tell(outcome)
        return outcome.mark is not Mark.FAILED and not self._canceled()

    def _enter(self) -> Entered | None:
        from app.infra.postgres import make_engine

        person = self._address.person
        engine: Engine = make_engine(self._url, apart=True)
        try:
            with engine.connect() as connection:
                if not self._goes_on(signed_in(person)):
                    return None
                return look_around(connection, self._clock)
        except DBAPIError as error:
            self._not_entered(error)
            return None
        finally:
            engine.dispose()

    def _not_entered(self, error: DBAPIError) -> None:
        words = str(error.orig)
        if "database" in words and "does not exist" in words:
            self._goes_on(signed_in(self._address.person))
            self._goes_on(no_such_database(self._address.database))
            return
        found = explained(error) or cast("Exception", error.orig)
        known = found if isinstance(found, Away | NotAllowed) else Away(str(found))
        self._goes_on(not_signed_in(known, words, self._address.person))
