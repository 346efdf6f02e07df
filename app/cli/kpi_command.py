"""`main.py kpi`: the figures of the desk."""

import argparse
import json
from datetime import date

from app.cli.counted import counted
from app.domain.kpi import ClockShare, Durations, GroupPart, KpiReport, Part, SlaShare
from app.services.session import Context

_DESCRIPTION = """\
Print the figures of the desk: incidents, reopenings, reassignments, time to resolve and SLA, in all and by priority and
group. The time to resolve runs from opening to the last resolution on the wall clock; unresolved incidents are left
out. The days of --from and --to are days of UTC on which incidents were opened, both included.
"""


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add `kpi`."""
    parser = subparsers.add_parser(
        "kpi",
        help="print the figures of the desk",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--from", dest="first_day", type=_day, metavar="DATE", help="opened on this day or later")
    parser.add_argument("--to", dest="last_day", type=_day, metavar="DATE", help="opened on this day or earlier")
    parser.add_argument("--json", action="store_true", help="print all figures as JSON")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Print the report."""
    session = context.open(context.url)
    try:
        report = session.desk.kpi.report(session.actor, arguments.first_day, arguments.last_day)
    finally:
        session.desk.close()
    if arguments.json:
        print(json.dumps(report.as_data(), ensure_ascii=False))
    else:
        _print_text(report)
    return 0


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write it like 2026-03-31") from error


def _print_text(report: KpiReport) -> None:
    print(f"Incidents   {report.incidents:>8,}   resolved {report.resolved:,}, open {report.open:,}")
    print(f"Reopened    {report.reopened_incidents:>8,}   {counted(report.reopenings, 'time', 'times')}")
    print(f"Reassigned  {report.reassigned_incidents:>8,}   {counted(report.reassignments, 'time', 'times')}")
    print(f"\n{'':<24}{'Incidents':>10}{'Resolved':>10}{'Mean h':>10}{'Median h':>10}{'P90 h':>10}{'SLA met':>9}")
    whole = Part(report.incidents, report.resolved, report.mttr_hours, report.sla)
    _print_part("All", whole)
    for priority, part in report.by_priority.items():
        _print_part(f"Priority {priority}", part)
    for group in report.by_group:
        _print_part(group.group, group)
    _print_clocks("Clocks of incidents logged here", report.clocks)
    if report.imported_clocks:
        recorded = report.sla_recorded
        print(f"\nImported incidents: {_share(recorded)} of {recorded.counted:,} met their SLA as it was recorded.")
        _print_clocks("What they would have come to by the policies of the imported set", report.imported_clocks)


def _print_clocks(title: str, clocks: dict[str, ClockShare]) -> None:
    if clocks:
        print(f"\n{title}:")
    for name, part in clocks.items():
        share = "n/a" if part.share is None else f"{part.share:.1%}"
        print(f"  {name:<12}{share:>8} of {part.counted:,} in time; open: {part.open:,}, overdue {part.overdue:,}")


def _print_part(name: str, part: Part | GroupPart) -> None:
    hours = "".join(f"{text:>10}" for text in _hours(part.mttr_hours))
    print(f"{name[:23]:<24}{part.incidents:>10,}{part.resolved:>10,}{hours}{_share(part.sla):>9}")


def _hours(durations: Durations) -> list[str]:
    values = (durations.mean, durations.median, durations.p90)
    return ["n/a" if value is None else f"{value:,.1f}" for value in values]


def _share(sla: SlaShare) -> str:
    return "n/a" if sla.share is None else f"{sla.share:.1%}"
