"""`main.py jobs`: let time pass without a window."""

import argparse
import json
import signal
from datetime import datetime

from app.cli import jobs_clock
from app.domain.errors import Unavailable
from app.services.session import Context, Session, Timers
from app.services.timers.dto import TimerHealth, WorkerView

_DESCRIPTION = """\
Run what has to happen by itself: thresholds of clocks, reminders, steps of escalations. Every open window does so too;
`jobs run` does it while all windows are closed, for instance as a service on the server (docs/timers.md).
"""
_STALE = 1


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `jobs`."""
    parser = subparsers.add_parser(
        "jobs",
        help="run timers without a window, or show who runs them",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    kinds = parser.add_subparsers(title="what to do", metavar="WHAT", required=True)
    running = kinds.add_parser("run", help="run timers until it is stopped")
    running.add_argument("--once", action="store_true", help="deal with what is due now, and end")
    running.set_defaults(run=run)
    status = kinds.add_parser("status", help="show who runs the timers; the exit code is 1 when nobody does")
    status.add_argument("--json", action="store_true", help="print it as JSON")
    status.set_defaults(run=show_status)
    jobs_clock.add_parser(kinds)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Run the timers until the service is stopped, or once."""
    if context.timers is None:
        raise Unavailable("This program has no timers to run.")
    session = context.open(context.url)
    try:
        timers = context.timers(session, "jobs")
        if arguments.once:
            _run_once(timers)
        else:
            _run_until_stopped(timers)
    finally:
        session.desk.close()
    return 0


def _run_once(timers: Timers) -> None:
    tick = timers.once()
    late = f", {tick.late:,} of them late" if tick.late else ""
    following = "nothing is waiting" if tick.next_due_at is None else f"next at {_time(tick.next_due_at)}"
    print(f"{tick.fired:,} fired{late}; {following}.")


def _run_until_stopped(timers: Timers) -> None:
    # Services are stopped by this signal. A Ctrl+C goes its usual way, which is as harmless.
    before = signal.signal(signal.SIGTERM, lambda _number, _frame: timers.end_soon())
    print("Running timers. Stop with Ctrl+C.", flush=True)
    try:
        timers.run()
    finally:
        signal.signal(signal.SIGTERM, before)


def show_status(arguments: argparse.Namespace, context: Context) -> int:
    """Print who runs the timers and when they last did."""
    session = context.open(context.url)
    try:
        health = _health(session)
    finally:
        session.desk.close()
    if arguments.json:
        print(json.dumps(_data(health), ensure_ascii=False))
    else:
        _print_text(health)
    return _STALE if health.is_stale else 0


def _health(session: Session) -> TimerHealth:
    return session.desk.timers.health(session.actor)


def _print_text(health: TimerHealth) -> None:
    if health.last_tick_at is None:
        print("Timers never ran here. Open a window, or start `main.py jobs run`.")
    elif health.is_stale:
        print(f"Timers have not run since {_time(health.last_tick_at)}. Open a window, or start `main.py jobs run`.")
    else:
        print(f"Timers run; last at {_time(health.last_tick_at)}.")
    if health.overdue_since is not None:
        print(f"Overdue since {_time(health.overdue_since)}.")
    if health.went_back:
        print(f"The clock was set back by {health.went_back}; until it has caught up, time stands still here.")
        print("If the clock was wrong before and is right now: main.py jobs clock")
    for worker in health.workers:
        resting = f"; rests, its clock is off by {worker.clock_offset}" if worker.is_resting else ""
        note = f"; {worker.note}" if worker.note else ""
        print(
            f"{worker.name:<40} {worker.program:<7} {_time(worker.last_tick_at)}  {worker.fired:,} fired{resting}{note}"
        )


def _data(health: TimerHealth) -> dict[str, object]:
    return {
        "at": health.at.isoformat(),
        "is_stale": health.is_stale,
        "last_tick_at": _iso(health.last_tick_at),
        "next_due_at": _iso(health.next_due_at),
        "overdue_since": _iso(health.overdue_since),
        "went_back_seconds": health.went_back.total_seconds(),
        "workers": [_worker(each) for each in health.workers],
    }


def _worker(worker: WorkerView) -> dict[str, object]:
    return {
        "name": worker.name,
        "program": worker.program,
        "started_at": worker.started_at.isoformat(),
        "last_tick_at": worker.last_tick_at.isoformat(),
        "fired": worker.fired,
        "clock_offset_seconds": worker.clock_offset.total_seconds(),
        "is_resting": worker.is_resting,
        "note": worker.note,
    }


def _iso(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()


def _time(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M:%S} UTC"
