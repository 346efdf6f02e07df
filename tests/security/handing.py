"""Attempts on hand-overs between shifts: in another's name, at another time, written anew, and lines that are hidden."""

from app.domain.vocabulary import Role
from tests.security.attempt import SELF, Attempt, Fails
from tests.security.siege import OWNER

R, A, S, X = Role.REQUESTER, Role.AGENT, Role.SUPERVISOR, Role.ADMIN
DESK = (A, S, X)
REFUSED, NOTHING, BLIND = Fails.REFUSED, Fails.NOTHING, Fails.BLIND
_MINE = "01900000-0000-7000-8000-0000000000d1"


def _handed(person: str = "{me}", at: str = "clock_timestamp()") -> str:
    return (
        "INSERT INTO handover (id, handed_by_id, shift_begins_at, shift_ends_at, next_ends_at, handed_at, figures)"
        f" VALUES ('{_MINE}', '{person}', now() - interval '8 h', now(), now() + interval '8 h', {at}, '{{{{}}}}')"
    )


def _line(handover: str = _MINE, incident: str = "own") -> str:
    return (
        "INSERT INTO handover_line (handover_id, position, block, incident_id, number, summary, at_kind, next_step)"
        f" VALUES ('{handover}', 7, 'due', '{{{incident}}}', 'x', 'x', 'none', 'x')"
    )


def _note(handover: str = _MINE, incident: str = "own") -> str:
    return (
        "INSERT INTO handover_note (handover_id, position, incident_id, place, text)"
        f" VALUES ('{handover}', 7, '{{{incident}}}', 0, 'x')"
    )


def _taken(person: str = "{me}", at: str = "clock_timestamp()") -> str:
    return f"UPDATE handover SET taken_by_id = '{person}', taken_at = {at} WHERE id = '{{handover}}'"


_WHOLE = (_handed(), _line(), _note())

HANDING: tuple[Attempt, ...] = (
    Attempt("hand-overs by whoever only reports", ("SELECT id FROM handover",), NOTHING, OWNER, (), (R,)),
    Attempt("lines of a hand-over by whoever only reports", ("SELECT summary FROM handover_line",), NOTHING, OWNER, (), (R,)),
    Attempt("a line about a hidden incident", ("SELECT number, summary, next_step FROM handover_line",), BLIND, OWNER),
    Attempt("notes of a hand-over by whoever only reports", ("SELECT text FROM handover_note",), NOTHING, OWNER, (), (R,)),
    Attempt("what notes say of a hidden incident", ("SELECT text FROM handover_note",), BLIND, OWNER),
    Attempt("a note added to what another handed over", (_note("{handover}"),), REFUSED, SELF, _WHOLE, DESK),
    Attempt("a note handed over about a hidden incident", (_handed(), _note(incident="secret")), REFUSED, SELF, _WHOLE, DESK),
    Attempt("a note written anew", (*_WHOLE, "UPDATE handover_note SET text = 'y'"), REFUSED, SELF, _WHOLE, DESK),
    Attempt("a hand-over in another's name", (_handed("{member_id}"),), REFUSED, SELF, _WHOLE, DESK),
    Attempt("a hand-over of long ago", (_handed(at="TIMESTAMPTZ '2020-01-01'"),), REFUSED, SELF, _WHOLE, DESK),
    Attempt("a line added to what another handed over", (_line("{handover}"),), REFUSED, SELF, _WHOLE, DESK),
    Attempt("a line handed over about a hidden incident", (_handed(), _line(incident="secret")), REFUSED, SELF, _WHOLE, DESK),
    Attempt("a line written anew", (*_WHOLE, "UPDATE handover_line SET next_step = 'y'"), REFUSED, SELF, _WHOLE, DESK),
    Attempt("the notes of a hand-over written anew", ("UPDATE handover SET notes = 'x'",), REFUSED, SELF, _WHOLE, DESK),
    Attempt("a hand-over by a caller", (_handed(),), REFUSED, A, _WHOLE, (R,)),
    Attempt("taken over in another's name", (_taken("{service_desk}"),), REFUSED, SELF, (_taken(),), DESK),
    Attempt("taken over long ago", (_taken(at="TIMESTAMPTZ '2020-01-01'"),), REFUSED, SELF, (_taken(),), DESK),
    Attempt("taken over a second time", (_taken(), _taken()), REFUSED, SELF, (_taken(),), DESK),
)  # fmt: skip
