"""`main.py search`: find things by words, and look after the index by which they are found."""

import argparse
import json
import sys
from dataclasses import asdict
from typing import Any

from app.cli.counted import counted
from app.domain.search.marking import Marked
from app.services.search.dto import Attempt, Hit, SearchQuery, SearchResult, number_of
from app.services.session import Context

_DESCRIPTION = """\
Find incidents, problems, knowledge articles, people, configuration items and reviews by words, as far as you may see
them. Words side by side all have to be there; "quotes" keep words together and a leading minus takes them out (put --
before such words). What nothing is found for is tried again as misspelt, which is said. --check compares the index
with the data, --rebuild makes it anew; both read everything.
"""


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Offer the subcommand."""
    parser = subparsers.add_parser(
        "search",
        help="find incidents, people, items and reviews by words",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("words", nargs="*", metavar="WORD", help="what to look for")
    parser.add_argument("--limit", type=int, default=20, help="most hits of a kind (20)")
    parser.add_argument("--json", action="store_true", help="print what was found as JSON")
    parser.add_argument("--check", action="store_true", help="compare the index with the data instead")
    parser.add_argument("--rebuild", action="store_true", help="make the index anew instead")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Search, check or rebuild; 1 where nothing was found or the index is wrong."""
    session = context.open(context.url)
    try:
        if arguments.rebuild:
            rows = session.desk.search_admin.rebuild(session.actor)
            print(f"The index was made anew from {counted(rows, 'text', 'texts')}.")
            return 0
        if arguments.check:
            faults = session.desk.search_admin.check(session.actor)
            print("\n".join(faults) or "The index says what the data says.")
            return 1 if faults else 0
        asked = SearchQuery(" ".join(arguments.words) + " ", limit=max(1, arguments.limit))
        found = session.desk.search.find(session.actor, asked)
    finally:
        session.desk.close()
    if arguments.json:
        print(json.dumps(_as_data(found), ensure_ascii=False, default=str))
    else:
        _print_text(found)
    return 0 if found.groups else 1


def _as_data(found: SearchResult) -> dict[str, Any]:
    """What was found with every hit by the names of its parts."""
    data = asdict(found)
    for group, shown in zip(found.groups, data["groups"], strict=True):
        shown["hits"] = [hit._asdict() for hit in group.hits]
    return data


def _print_text(found: SearchResult) -> None:
    if not found.groups:
        print("Nothing was found.")
        return
    if found.attempt is Attempt.MISSPELT:
        taken = ", ".join(f"{word!r} for {typed!r}" for typed, word in found.taken_for)
        print(f"Nothing has exactly these words. Taken: {taken or 'similar words'}.")
    elif found.attempt is Attempt.PARTS:
        print("Nothing has these words. Found in the middle of words:")
    is_screen = sys.stdout.isatty()
    for group in found.groups:
        shown = f"{len(group.hits)} of " if group.count > len(group.hits) or group.is_more else ""
        print(f"\n{group.kind.value}: {shown}{group.count}{'+' if group.is_more else ''}")
        for hit in group.hits:
            _print_hit(hit, is_screen=is_screen)


def _print_hit(hit: Hit, *, is_screen: bool) -> None:
    number = f"{number_of(hit)}  " if hit.number is not None else ""
    about = "" if hit.problem is None else f"about {hit.problem.shown_number}, {hit.problem.state.value}"
    told = ", ".join(filter(None, (hit.state or hit.hint, about)))
    print(f"  {number}{_marked(hit.title, is_screen=is_screen)}  {told}".rstrip())
    if hit.snippet.text:
        print(f"      {f'{hit.place}: ' if hit.place else ''}{_marked(hit.snippet, is_screen=is_screen)}")


def _marked(text: Marked, *, is_screen: bool) -> str:
    """The text with what was found in bold, on a screen."""
    if not is_screen:
        return text.text
    shown, end = [], 0
    for left, right in text.spans:
        if left >= end:
            shown += [text.text[end:left], "\033[1m", text.text[left:right], "\033[0m"]
            end = right
    return "".join([*shown, text.text[end:]])
