"""Somebody who does what the rules allow, and tries what they do not, at random."""

import contextlib
import random
from datetime import timedelta
from typing import Any

from app.domain.errors import BadInput, NotAllowed, NotFound, Refused
from app.domain.lifecycle import Step, next_states
from app.domain.vocabulary import HoldReason, LinkKind, State
from app.services.incidents.dto import FieldEdit, IncidentRef, Post
from tests.support.crew import Crew


class Player:
    """Does something at random to one of a few incidents."""

    def __init__(self, crew: Crew, seed: int) -> None:
        self.crew = crew
        self.dice = random.Random(seed)
        self.refs: list[IncidentRef] = []

    def move(self) -> None:
        """One act, at a time of its own; what the rules refuse did not happen."""
        self.crew.clock.advance(seconds=self.dice.choice([0, 0, 7, 61, 1800, 7200, 30_000, 90_000]))
        act = self.dice.choice(
            [self.log, self.step, self.step, self.reply, self.ask, self.edit, self.override, self.link]
        )
        if not self.refs:
            act = self.log
        # The dice ask for much that the rules forbid; then nothing may have changed, which the caller looks at.
        with contextlib.suppress(Refused, BadInput, NotFound, NotAllowed):
            act()

    @property
    def one(self) -> IncidentRef:
        return self.dice.choice(self.refs)

    def log(self) -> None:
        if len(self.refs) >= 3:
            return
        early = self.crew.clock.now() - timedelta(minutes=self.dice.choice([0, 0, 50]))
        levels: dict[str, Any] = {"impact": self.dice.randint(1, 3), "urgency": self.dice.randint(1, 3)}
        self.refs.append(self.crew.log(reported_at=early, group_id=self.crew.service_desk, **levels))

    def step(self) -> None:
        ref = self.one
        state = State(self.crew.see(ref).state)
        to = self.dice.choice(next_states(state))
        if to is State.ON_HOLD:
            step = self.crew.hold(self.dice.choice(list(HoldReason)))
        elif to is State.IN_PROGRESS:
            step = Step(to, reason="It came back")
        else:
            step = self.crew.way_to(to)[-1]
        self.crew.desk.incidents.step(self.crew.supervisor, ref.id, step)

    def reply(self) -> None:
        public = self.dice.random() < 0.7
        post = Post(self.crew.desk.new_id(), "Have a look", public=public)
        self.crew.desk.incidents.post(self.crew.agent, self.one.id, post)

    def ask(self) -> None:
        self.crew.desk.incidents.post(
            self.crew.requester, self.one.id, Post(self.crew.desk.new_id(), "Any news?", public=True)
        )

    def edit(self) -> None:
        ref = self.one
        seen = self.crew.see(ref)
        wanted: list[tuple[str, Any]] = [
            ("urgency", self.dice.randint(1, 3)),
            ("service_id", self.crew.service),
            ("group_id", self.crew.network),
            ("caller_id", self.crew.requester.person_id),
            ("caller_id", self.crew.neighbour.person_id),
            ("site_id", self.crew.site),
            ("category_id", self.crew.category),
        ]
        field, value = self.dice.choice(wanted)
        base = (seen.caller.id if seen.caller else None) if field == "caller_id" else getattr(seen, field)
        self.crew.desk.incidents.edit(self.crew.agent, ref.id, {field: FieldEdit(base, value)})

    def override(self) -> None:
        priority = self.dice.choice([None, 1, 2, 3, 4])
        self.crew.desk.incidents.override_priority(self.crew.supervisor, self.one.id, priority, "The board is watching")

    def link(self) -> None:
        if len(self.refs) > 1:
            source, target = self.dice.sample(self.refs, 2)
            self.crew.link(source, target, self.dice.choice([LinkKind.PARENT, LinkKind.DUPLICATE]))
