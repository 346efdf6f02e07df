"""`main.py server people`, `add-person` and their like: who comes in to a shared desk, and what they may."""

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from app.cli.counted import counted
from app.cli.password_prompt import with_password_asked
from app.domain.errors import BadInput, NotFound
from app.domain.numbers import incident_number
from app.domain.vocabulary import Role
from app.services.people.dto import Choice, NewPerson, PersonView, Share, Standing
from app.services.server.dto import NewLogin
from app.services.session import Context, Session

_WHO = "their login with or without its beginning, their e-mail address, or their whole name"
_LOGIN = "their login without the beginning that all logins of the desk share; else made of the name"
_JOINING = "who takes the work joins the groups it is in; else it waits there, assigned to nobody"
_NOTE = """\
The desk is the one of your settings, or `main.py --database URL server ...`. Sign in as an administrator of the desk.
First passwords are shown once: tell them to the person, who has to choose one of their own before they see anything.
"""

Run = Callable[[argparse.Namespace, Session], int]


def add_people(below: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Offer the subcommands about people."""
    people = _parser(below, "people", "who comes in, by which login, and what they may", _people)
    people.add_argument("--callers", action="store_true", help="those who call the desk instead of who works there")
    people.add_argument("--removed", action="store_true", help="those who were removed")
    people.add_argument("--json", action="store_true", help="print for programs")

    add = _parser(below, "add-person", "add a person with a login of their own", _add)
    add.add_argument("name", metavar="NAME")
    add.add_argument("--role", choices=[role.value for role in Role], default=Role.AGENT.value, help="else an agent")
    add.add_argument("--login", default="", help=_LOGIN)
    add.add_argument("--email", default="")
    add.add_argument("--group", action="append", default=[], metavar="GROUP", help="a group to join; several times")
    add.add_argument("--no-login", action="store_true", help="only write them down: they do not come in themselves")

    for name, help_text, run in (
        ("reset-password", "give somebody a new first password", _reset),
        ("lock-person", "take somebody's login away at once; they stay at the desk", _lock),
        ("remove-person", "take somebody out of the desk at once; what they wrote stays", _remove),
        ("bring-back", "undo a removal", _bring_back),
    ):
        parser = _parser(below, name, help_text, run)
        parser.add_argument("who", metavar="WHO", help=_WHO)
        if name == "remove-person":
            parser.add_argument("--move-work-to", metavar="WHO", help="assign their open incidents to somebody else")
            parser.add_argument("--joining", action="store_true", help=_JOINING)
    give = _parser(below, "give-login", "let somebody in who is known at the desk already", _give)
    give.add_argument("who", metavar="WHO", help=_WHO)
    give.add_argument("--login", default="", help=_LOGIN)

    change = _parser(below, "change-person", "change what somebody may and which groups they are in", _change)
    change.add_argument("who", metavar="WHO", help=_WHO)
    change.add_argument("--role", choices=[role.value for role in Role])
    change.add_argument("--join", action="append", default=[], metavar="GROUP", help="several times for several")
    change.add_argument("--leave", action="append", default=[], metavar="GROUP", help="several times for several")

    service = _parser(below, "add-service", "make the login by which `main.py jobs run` comes in", _add_service)
    service.add_argument("login", nargs="?", default="jobs", metavar="LOGIN", help="else jobs")
    gone = _parser(below, "remove-service", "take such a login away", _remove_service)
    gone.add_argument("login", nargs="?", default="jobs", metavar="LOGIN", help="else jobs")


def _parser(
    below: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, help_text: str, run: Run
) -> argparse.ArgumentParser:
    parser = below.add_parser(
        name, help=help_text, description=f"{help_text[0].upper()}{help_text[1:]}.\n\n{_NOTE}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.set_defaults(run=partial(_with_desk, run))
    return parser


def _with_desk(run: Run, arguments: argparse.Namespace, context: Context) -> int:
    with _signed_in(context) as session:
        return run(arguments, session)


@contextmanager
def _signed_in(context: Context) -> Iterator[Session]:
    session = context.open(with_password_asked(context.url))
    try:
        yield session
    finally:
        session.desk.close()


def _people(arguments: argparse.Namespace, session: Session) -> int:
    wanted = Standing.REMOVED if arguments.removed else Standing.CALLERS if arguments.callers else Standing.STAFF
    roster = session.desk.roster.page(session.actor, wanted)
    services = session.desk.roster.services(session.actor)
    if arguments.json:
        rows = [_as_data(each) for each in roster.people]
        print(json.dumps({"people": rows, "services": [each.name for each in services]}, ensure_ascii=False, indent=2))
        return 0
    for each in roster.people:
        print(f"{each.name:<28} {each.role.label:<12} {_way_in(each):<44} {_names(each.groups)}".rstrip())
    if len(roster.people) < roster.counts[wanted]:
        print(f"… and {roster.counts[wanted] - len(roster.people):,} more; the window finds them by name.")
    for service in services:
        print(f"{'(service)':<28} {'Timers':<12} {service.name}, {service.connections} connected")
    return 0


def _as_data(each: PersonView) -> dict[str, object]:
    login = each.login
    return {
        "name": each.name,
        "email": each.email,
        "role": each.role.value,
        "groups": [group.label for group in each.groups],
        "login": None if login is None else login.name,
        "must_change_password": None if login is None else login.must_change,
        "connections": None if login is None else login.connections,
    }


def _way_in(each: PersonView) -> str:
    if each.login is None:
        return "no login"
    waits = ", first password not changed yet" if each.login.must_change else ""
    return f"{each.login.name}{waits}"


def _names(groups: Sequence[Choice]) -> str:
    return ", ".join(group.label for group in groups)


def _add(arguments: argparse.Namespace, session: Session) -> int:
    from app.services.server.roles import usual_login

    login = "" if arguments.no_login else arguments.login or usual_login(arguments.name)
    if not login and not arguments.no_login:
        raise BadInput(f"No login can be made of {arguments.name!r}. Name one with --login.", "login")
    new = NewPerson(session.desk.new_id(), arguments.name, email=arguments.email, role=Role(arguments.role))
    groups = [_group(session, name) for name in arguments.group]
    made = session.desk.staff.add(session.actor, new, groups, login)
    print(f"{new.name} is {_article(new.role)} of this desk now.")
    _show(made)
    return 0


def _show(made: NewLogin | None) -> None:
    if made is not None:
        print(f"\nLogin:          {made.login}\nFirst password: {made.password}")
        print("Tell them now: it is kept nowhere, and has to be changed when it is first used.")


def _reset(arguments: argparse.Namespace, session: Session) -> int:
    found = _person(session, arguments.who)
    _show(session.desk.staff.reset_password(session.actor, found.id))
    return 0


def _give(arguments: argparse.Namespace, session: Session) -> int:
    from app.services.server.roles import usual_login

    found = _person(session, arguments.who)
    _show(session.desk.staff.give_login(session.actor, found.id, arguments.login or usual_login(found.name)))
    return 0


def _lock(arguments: argparse.Namespace, session: Session) -> int:
    found = _person(session, arguments.who)
    session.desk.staff.lock(session.actor, found.id)
    again = f'`server give-login "{found.name}"` lets them in again'
    print(f"{found.name} cannot come in any more, and what was open is closed. {again}.")
    return 0


def _remove(arguments: argparse.Namespace, session: Session) -> int:
    found = _person(session, arguments.who)
    heir = _person(session, arguments.move_work_to) if arguments.move_work_to else None
    if heir is not None:
        plan = session.desk.roster.handing_on(session.actor, found.id, heir.id)
        joining = [share.group_id for share in plan.shares if share.may_join] if arguments.joining else []
        session.desk.staff.hand_on(session.actor, plan, joining, removes=True)
        print(f"{found.name} is removed. What they wrote stays.")
        for share in plan.shares:
            _tell_share(share, heir.name, goes=share.goes(joining))
        return 0
    session.desk.staff.remove(session.actor, found.id)
    print(f"{found.name} is removed. What they wrote stays.")
    for each in session.desk.roster.open_work(session.actor, found.id):
        print(f"  Still assigned to them: INC-{each.number:06d} {each.short_description}")
    return 0


def _tell_share(share: Share, name: str, *, goes: bool) -> None:
    group = share.group_name or "in no group"
    where = f"to {name}" if goes else "assigned to nobody now"
    if not goes:
        where += f": {name} is not in the group" if share.may_join else f": {name} may not see them"
    print(f"  {group}, {counted(len(share.work), 'open incident', 'open incidents')} {where}.")
    for each in () if goes else share.work:
        print(f"    {incident_number(each.number)} {each.short_description}")


def _bring_back(arguments: argparse.Namespace, session: Session) -> int:
    found = _person(session, arguments.who, Standing.REMOVED)
    session.desk.staff.bring_back(session.actor, found.id)
    print(f"{found.name} is at the desk again. `server give-login` lets them in.")
    return 0


def _change(arguments: argparse.Namespace, session: Session) -> int:
    desk, actor = session.desk, session.actor
    found = _person(session, arguments.who)
    joined, left = ([_group(session, name) for name in names] for names in (arguments.join, arguments.leave))
    # Who is to be a reader leaves first, and who was one joins last.
    for group_id in left:
        freed = len(desk.staff.leave_group(actor, group_id, found.id).outcomes)
        if freed:
            print(f"{counted(freed, 'open incident', 'open incidents')} of theirs went back to the queue of its group.")
    if arguments.role:
        desk.staff.change_role(actor, found.id, Role(arguments.role))
    for group_id in joined:
        desk.people_admin.add_member(actor, group_id, found.id)
    now = _person(session, found.id)
    print(f"{now.name} is {_article(now.role)}; groups: {_names(now.groups) or 'none'}.")
    return 0


def _add_service(arguments: argparse.Namespace, session: Session) -> int:
    made = session.desk.staff.add_service(session.actor, arguments.login)
    print(f"Login:    {made.login}\nPassword: {made.password}")
    print("Write it down now: it is kept nowhere. `main.py --database URL jobs run` comes in by it.")
    return 0


def _remove_service(arguments: argparse.Namespace, session: Session) -> int:
    print(f"{session.desk.staff.remove_service(session.actor, arguments.login)} cannot come in any more.")
    return 0


def _article(role: Role) -> str:
    return f"{'an' if role.value[0] in 'aeiou' else 'a'} {role.label.lower()}"


def _person(session: Session, who: str, *among: Standing) -> PersonView:
    """The one person who is meant; BadInput where several could be, NotFound where nobody is."""
    wanted = who.strip().casefold()
    found = []
    for standing in among or (Standing.STAFF, Standing.CALLERS):
        roster = session.desk.roster.page(session.actor, standing)
        found += [each for each in roster.people if wanted in _called(each, roster.login_prefix)]
    if not found:
        found = _searched(session, who, among or (Standing.CALLERS,))
    if not found and among == (Standing.REMOVED,):
        raise NotFound(
            f"Nobody who was removed is {who!r}. Give their name; `server give-login` lets in who was locked."
        )
    if not found:
        raise NotFound(f"Nobody of this desk is {who!r}. Give {_WHO}; `main.py server people` shows them.")
    if len(found) > 1:
        raise BadInput(f"{len(found)} people are {who!r}. Give the login or the e-mail address instead.", "who")
    return found[0]


def _searched(session: Session, who: str, among: Sequence[Standing]) -> list[PersonView]:
    pages = [session.desk.roster.page(session.actor, standing, who) for standing in among]
    return [each for page in pages for each in page.people if who.strip().casefold() in _called(each, None)]


def _called(each: PersonView, prefix: str | None) -> set[str]:
    login = "" if each.login is None else each.login.name
    short = login.removeprefix(f"{prefix}_u_")
    return {each.id, each.name.casefold(), each.email.casefold(), login, short} - {""}


def _group(session: Session, name: str) -> str:
    groups = session.desk.people.groups(session.actor)
    for group in groups:
        if group.label.casefold() == name.strip().casefold():
            return group.id
    raise NotFound(f"There is no group {name!r}. There are: {', '.join(group.label for group in groups)}.")
