"""`main.py knowledge`: articles as a folder of Markdown files, out and in, and what they are worth in figures."""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from urllib.parse import unquote

from app.cli.counted import counted
from app.domain.pictures import picture_kind, shown_paths
from app.infra.files import write_whole
from app.services.knowledge.dto import ArticleFile, Taken
from app.services.knowledge.telling import as_csv, gap_name, tell
from app.services.session import Context

_DESCRIPTION = """\
Write every article that you may read into a folder, one Markdown file each with a head of names and values; or take
such a folder in. What comes in is a draft, or the next version of the article that has its id: somebody of the desk
approves it. The same folder taken in twice changes nothing. --dry-run says what would happen.
"""
_OUTCOMES = ("new", "version", "details", "unchanged", "refused")
_MOST_BYTES = 1_000_000
_MOST_PICTURE = 100_000_000
_LONGEST_NAME = 240


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Offer the subcommand."""
    parser = subparsers.add_parser(
        "knowledge",
        help="write knowledge articles to a folder of Markdown files, or take one in",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    acts = parser.add_subparsers(required=True, metavar="ACT")
    out = acts.add_parser("export", help="write the articles into a folder")
    out.set_defaults(run=run_export)
    taken = acts.add_parser("import", help="take a folder of Markdown files in, as drafts")
    taken.add_argument("--dry-run", action="store_true", help="say what would happen, and change nothing")
    taken.set_defaults(run=run_import)
    counted = acts.add_parser("figures", help="tell how much is reused, whether it helps, and what is missing")
    counted.add_argument("--days", type=int, default=30, metavar="N", help="of the last N days (30)")
    counted.add_argument("--csv", type=Path, metavar="FILE", help="write them into a file for a spreadsheet, too")
    counted.set_defaults(run=run_figures)
    for each in (out, taken):
        each.add_argument("folder", type=Path, metavar="FOLDER")
    for each in (out, taken, counted):
        each.add_argument("--json", action="store_true", help="print the outcome as JSON")


def run_export(arguments: argparse.Namespace, context: Context) -> int:
    """Write the folder; files that it has of the same name are replaced, others are left alone."""
    session = context.open(context.url)
    try:
        files = session.desk.knowledge.documents(session.actor)
    finally:
        session.desk.close()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    for file in files:
        for name, data in file.pictures.items():
            write_whole(arguments.folder / name, data)
        write_whole(arguments.folder / file.name, file.text.encode())
    if arguments.json:
        print(json.dumps({"folder": str(arguments.folder), "articles": len(files)}))
    else:
        print(f"{counted(len(files), 'article is', 'articles are')} in {arguments.folder}.")
    return 0


def run_import(arguments: argparse.Namespace, context: Context) -> int:
    """Take the folder in; 1 where a file could not be taken."""
    paths = sorted(path for path in arguments.folder.rglob("*.md") if path.is_file())
    if not paths:
        print(f"There are no Markdown files (*.md) in {arguments.folder}.", file=sys.stderr)
        return 1
    session = context.open(context.url)
    outcomes = []
    try:
        for path in paths:
            name = path.relative_to(arguments.folder).as_posix()
            text = _read(path)
            if text is None:
                taken = Taken(name, "refused", "It is not written in UTF-8. Save it so, and take it in again.")
            else:
                article = ArticleFile(name, text, _pictures_of(text, path, arguments.folder))
                taken = session.desk.knowledge_work.take_in(session.actor, article, dry_run=arguments.dry_run)
            outcomes.append(taken)
            if not arguments.json and (taken.outcome != "unchanged" or taken.told):
                print(f"{taken.outcome:<10}{taken.name}  {taken.told}".rstrip())
    finally:
        session.desk.close()
    counts = {key: sum(each.outcome == key for each in outcomes) for key in _OUTCOMES}
    if arguments.json:
        print(json.dumps({**counts, "files": [each._asdict() for each in outcomes]}, ensure_ascii=False))
    else:
        would = "Would be: " if arguments.dry_run else ""
        print(would + ", ".join(f"{count} {key}" for key, count in counts.items()))
    return 1 if counts["refused"] else 0


def _read(path: Path) -> str | None:
    """The text of a file; None where it is in another encoding, as its umlauts would be lost without a word."""
    with path.open("rb") as file:
        data = file.read(_MOST_BYTES)
    if len(data) == _MOST_BYTES:
        return data.decode("utf-8", errors="replace")  # It is refused for its length, and may be cut within a sign.
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _pictures_of(text: str, path: Path, folder: Path) -> dict[str, bytes]:
    """The pictures that a text shows and that lie in the folder, whatever else it names."""
    found: dict[str, bytes] = {}
    inside = folder.resolve()
    for shown in shown_paths(text):
        name = unquote(shown)
        place = inside if "\0" in name or len(name) > _LONGEST_NAME else (path.parent / name).resolve()
        if place.is_relative_to(inside) and place.is_file() and place.stat().st_size <= _MOST_PICTURE:
            data = place.read_bytes()
            if picture_kind(data) is not None:
                found[shown] = data
    return found


def run_figures(arguments: argparse.Namespace, context: Context) -> int:
    """Tell the figures of the last days."""
    session = context.open(context.url)
    try:
        found = session.desk.knowledge.figures(session.actor, max(1, arguments.days))
    finally:
        session.desk.close()
    if arguments.csv is not None:
        write_whole(arguments.csv, as_csv(found))
    if arguments.json:
        gaps = [gap._asdict() for gap in found.gaps]
        shares = {told.key: told.share for told in tell(found) if told.of is not None and told.key != "stale"}
        period = {"since": found.since.isoformat(), "until": found.until.isoformat()}
        sought = [{**each._asdict(), "last_on": each.last_on.isoformat()} for each in found.unfound]
        print(json.dumps({**asdict(found), **period, **shares, "gaps": gaps, "unfound": sought}, ensure_ascii=False))
        return 0
    for told in tell(found):
        print(f"{told.name:<21}{told.figure:>7}   {told.counted}")
    if found.gaps:
        print("\nResolved most often without an article:")
    for gap in found.gaps:
        print(f"{gap.resolved:>7,}  {gap_name(gap)}")
    if found.unfound:
        print("\nLooked for most often and not found:")
    for unfound in found.unfound:
        print(f"{unfound.searches:>7,}  {unfound.words}")
    return 0
