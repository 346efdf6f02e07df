"""`main.py sla`: why a clock stands as it does, whether what is kept agrees with the facts, and counting anew."""

import argparse
import json
import sys
from collections.abc import Callable

from app.cli.counted import counted
from app.cli.progress import ProgressLine
from app.domain.errors import NotFound
from app.domain.numbers import incident_number, parse_incident_number
from app.services.session import Context, Session
from app.services.sla.dto import CheckResult, Recounted
from app.services.sla.written import explained

_DESCRIPTION = "Service levels: explain clocks, check what is kept of them, count anew, start with sample policies."


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `sla` with its own subcommands."""
    parser = subparsers.add_parser(
        "sla", help="explain, check and count the clocks of incidents", description=_DESCRIPTION
    )
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    explain = actions.add_parser("explain", help="show the working of the clocks of an incident")
    explain.add_argument("number", metavar="INC-000123")
    explain.add_argument("--json", action="store_true", help="print it as JSON; lengths are microseconds")
    explain.set_defaults(run=_explain)
    check = actions.add_parser("check", help="recompute kept clocks from the facts and report every difference")
    check.add_argument("--sample", type=int, metavar="N", help="that many, chosen by chance, instead of all")
    check.add_argument("--json", action="store_true", help="print the result as JSON")
    check.set_defaults(run=_check)
    sample = actions.add_parser("sample", help="give a set without policies the recommended ones, and count by them")
    _add_set(sample)
    sample.set_defaults(run=_sample)
    recount = actions.add_parser("recount", help="compute the clocks of a set anew; recorded outcomes stay as they are")
    _add_set(recount)
    recount.set_defaults(run=_recount)


def _add_set(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--set",
        dest="policy_set",
        choices=("desk", "imported"),
        default="desk",
        help="the incidents of this desk, or those that came in with an import (default: desk)",
    )


def _with_session(context: Context, action: Callable[[Session], int]) -> int:
    session = context.open(context.url)
    try:
        return action(session)
    finally:
        session.desk.close()


def _explain(arguments: argparse.Namespace, context: Context) -> int:
    return _with_session(context, lambda session: _explained(session, arguments.number, as_json=arguments.json))


def _explained(session: Session, text: str, *, as_json: bool) -> int:
    desk, actor = session.desk, session.actor
    number = parse_incident_number(text)
    ref = None if number is None else desk.incident.find_number(actor, number)
    if ref is None:
        raise NotFound(f"There is no incident {text!r} that you may see.")
    clocks = desk.sla.clocks(actor, ref.id)
    why = desk.sla.why(actor, ref.id)
    if as_json:
        data = {"incident": incident_number(ref.number), "clocks": as_data(clocks), "why": as_data(why)}
        print(json.dumps(data, ensure_ascii=False))
    else:
        print("\n".join(explained(incident_number(ref.number), clocks, why)))
    return 0


def as_data(value: object) -> object:
    """Any value of the dto as plain JSON: times as ISO text, lengths in microseconds."""
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: as_data(each) for name, each in value._asdict().items()}
    if isinstance(value, (list, tuple)):
        return [as_data(each) for each in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


def _check(arguments: argparse.Namespace, context: Context) -> int:
    result = _with_result(context, arguments.sample)
    if arguments.json:
        print(json.dumps(as_data(result), ensure_ascii=False))
    else:
        waits = "waits" if result.waiting == 1 else "wait"
        waiting = f", {result.waiting:,} of them {waits} for a timer that is due" if result.waiting else ""
        checked = counted(result.checked, "incident", "incidents")
        print(f"{checked} recomputed{waiting}: {counted(len(result.differences), 'difference', 'differences')}.")
        for each in result.differences:
            print(f"{incident_number(each.number)} {each.field}: kept {each.kept}, the facts say {each.computed}")
    return 1 if result.differences else 0


def _with_result(context: Context, sample: int | None) -> CheckResult:
    session = context.open(context.url)
    try:
        return session.desk.sla.check(session.actor, sample)
    finally:
        session.desk.close()


def _sample(arguments: argparse.Namespace, context: Context) -> int:
    def run(session: Session) -> int:
        session.desk.sla_admin.use_sample_policies(session.actor, arguments.policy_set)
        return _counted(session, arguments.policy_set)

    return _with_session(context, run)


def _recount(arguments: argparse.Namespace, context: Context) -> int:
    return _with_session(context, lambda session: _counted(session, arguments.policy_set))


def _counted(session: Session, policy_set: str) -> int:
    line = ProgressLine(sys.stderr)
    result: Recounted = session.desk.sla_admin.recount(session.actor, policy_set, line.phase("Counting", "incidents"))
    line.clear()
    total = counted(result.total, "incident", "incidents")
    print(f"{result.done:,} of {total} counted by the policies of the set {policy_set}.")
    return 0
