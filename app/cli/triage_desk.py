"""`main.py triage learn` and `suggest`: what the desk learns from its own resolved incidents."""

import argparse
import json
import os
import sys

from app.cli.counted import counted
from app.cli.progress import ProgressLine
from app.domain.errors import Refused
from app.domain.numbers import incident_number
from app.services.session import Context, Session
from app.services.suggestions.dto import LEAST, AtRisk, Standing


def add_parsers(kinds: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add what is done at the desk itself."""
    learning = kinds.add_parser("learn", help="learn from the desk's resolved incidents, where that is worth it")
    learning.add_argument("--now", action="store_true", help="also where little has changed since last time")
    learning.add_argument("--gently", action="store_true", help="let everything else on this computer go first")
    learning.add_argument("--json", action="store_true", help="print the result as JSON")
    learning.set_defaults(run=learn)
    suggesting = kinds.add_parser("suggest", help="what the desk suggests for a text")
    suggesting.add_argument("text", metavar="TEXT", help="the summary of an incident")
    suggesting.add_argument("--json", action="store_true", help="print the result as JSON")
    suggesting.set_defaults(run=suggest)
    risking = kinds.add_parser("risk", help="which open incidents are likely to miss their resolution target")
    risking.add_argument("--most", type=int, default=20, help="so many are printed (20)")
    risking.add_argument("--json", action="store_true", help="print the result as JSON")
    risking.set_defaults(run=risk)


def risk(arguments: argparse.Namespace, context: Context) -> int:
    """Print the open incidents that are likeliest to miss their resolution target, with what that is counted from."""
    session = context.open(context.url)
    try:
        found = session.desk.suggestions.at_risk(session.actor)[: arguments.most]
        known = session.desk.suggestions.known_risks(session.actor)
    finally:
        session.desk.close()
    if arguments.json:
        print(json.dumps([_risk_row(each) for each in found]))
        return 0
    for each in found:
        print(f"{each.risk.chance:4.0%}  {incident_number(each.number)}  {each.short_description}")
        print(f"      {each.risk.reason()}")
    if found:
        print(f"Counted from {_resolved(known.resolved)}, last at {known.reckoned_at:%Y-%m-%d %H:%M} UTC.")
    elif known.sentence():
        print(f"Nothing can be said yet: {known.sentence()}")
    else:
        print(
            "Nothing can be said yet: no resolution clock runs, or nobody has counted; windows and `main.py jobs` do."
        )
    return 0


def _risk_row(each: AtRisk) -> dict[str, object]:
    times = {"due_at": each.due_at.isoformat(), "reckoned_at": each.reckoned_at.isoformat()}
    return {"number": each.number, **times, **each.risk._asdict()}


def learn(arguments: argparse.Namespace, context: Context) -> int:
    """Learn, keep it unless what there was is better, and tell how good it is on incidents that it has not seen."""
    if arguments.gently:
        _give_way()
    session = context.open(context.url)
    try:
        standing = session.desk.suggestions.standing(session.actor)
        if standing.resolved < LEAST:
            raise Refused(standing.sentence())
        if not arguments.now and not standing.is_worth_learning(context.clock.now()):
            told, kept = standing.sentence() + " Too little has changed to learn again; --now does it anyway.", False
        else:
            told, kept = _learn(session, finely=arguments.gently)
        standing = session.desk.suggestions.standing(session.actor)
    finally:
        session.desk.close()
    if arguments.json:
        print(json.dumps({"kept": kept, "number": standing.number, "told": told, "figures": standing.figures}))
        return 0
    print(told)
    _print_figures(standing)
    return 0


def _give_way() -> None:
    """Let everything else on the computer go first; Windows has no such thing in the standard library."""
    if hasattr(os, "nice"):
        os.nice(10)


def _learn(session: Session, *, finely: bool) -> tuple[str, bool]:
    # Imported here because it brings scikit-learn along.
    from app.triage.desk_lessons import learn_from

    # What lets others go first was started by a window, which shows how long it still takes.
    line = ProgressLine(sys.stderr, finely=finely)
    show = line.phase("Learning")
    lessons = session.desk.suggestions.lessons(session.actor)
    known = session.desk.suggestions.newest(session.actor)
    outcome = learn_from(lessons, known, lambda share: show(round(share * 100), 100))
    line.clear()
    work, held = session.desk.suggestion_work, 0 if known is None else known.number
    if outcome.content is None:
        work.stay(session.actor, held, len(lessons))
        return "What was learned before is better on what was resolved since; it stays.", False
    number = work.keep(session.actor, len(lessons), outcome.figures, outcome.content, held)
    return f"Version {number} was learned from {_resolved(len(lessons))}.", True


def _resolved(number: int) -> str:
    return counted(number, "resolved incident", "resolved incidents")


def _print_figures(standing: Standing) -> None:
    for field, figures in standing.figures.items():
        shares = {"the first was right": "top1", "one of three": "top3", "the commonest would be": "majority"}
        told = ", ".join(f"{what} {figures[name]:.1%}" for what, name in shares.items())
        tested = counted(int(figures["tested"]), "unseen incident", "unseen incidents")
        print(f"  {field.removesuffix('_id'):<10} {told}; on {tested}")


def suggest(arguments: argparse.Namespace, context: Context) -> int:
    """Print what is suggested for a text."""
    from app.triage.advice import adviser_of

    session = context.open(context.url)
    try:
        adviser = adviser_of(session.desk, session.actor)
        if adviser is None:
            raise Refused(session.desk.suggestions.standing(session.actor).sentence())
        found = adviser.advise(arguments.text)
    finally:
        session.desk.close()
    if arguments.json:
        print(json.dumps({field: [each._asdict() for each in advice] for field, advice in found.items()}))
        return 0
    for field, advice in found.items():
        said = ", ".join(f"{each.name} {each.confidence:.0%}" for each in advice)
        print(f"{field.removesuffix('_id'):<10} {said}")
    return 0
