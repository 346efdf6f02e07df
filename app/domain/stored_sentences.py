"""Every sentence that the program stores, by its English pattern; whoever adds a writer adds its sentence here.

The more particular stands before the more general, because the first that fits is taken.
"""

from typing import Final

from app.domain.wording import marked, marked_count

SENTENCES: Final = (
    # Notifications begin with what happened and end with the incident.
    marked("The caller wrote: {incident}"),
    marked("The caller of a duplicate of {number} wrote: {incident}"),
    marked("Assigned to you: {incident}"),
    marked("You follow it: {incident}"),
    marked("Mentioned in a note: {incident}"),
    marked("{name} wrote it"),
    marked("{name} changed it"),
    marked("A step of “{summary}”"),
    marked("A major incident? {count} incidents within an hour with {what}, usually {usual}"),
    marked("{numbers}. By chance that would happen once in {hours} such hours. Open the first one to propose it."),
    marked("{words}: {incident}"),
    marked('the word "{text}"'),
    marked("{name} handed over the shift of “{group}”"),
    marked("{name} handed over the shift of the whole desk"),
    marked("{name} took over the shift from you"),
    marked("Category “{old}” was merged into “{new}”"),
    marked("Saved views that ask for it find what went over, too. Your own templates and macros stay as they are."),
    # Clocks.
    marked("{words} This was noticed {length} later, because no timers ran in between."),
    marked("The {clock} clock reached {points} ({promise})"),
    marked("due date set by hand"),
    marked("target {length}"),
    marked("{length} before due"),
    marked("{length} after due"),
    marked("The hold ({state}) was expected to end by now."),
    # Rules: what set one off, and what it did.
    marked("Rule “{rule}”, because {reason}: {done}."),
    marked("Rule “{rule}”, because {reason}"),
    marked("{reason} {length} ago"),
    marked("the {clock} clock was breached"),
    marked("the {clock} clock reached {share} %"),
    marked("the {clock} clock has stopped"),
    marked("the {clock} clock is {length} before due"),
    marked("the {clock} clock is {length} after due"),
    marked("it was reopened {n} times"),
    marked("it was moved to another group {n} times"),
    marked("nobody was assigned for {length}"),
    marked("notified {meant} ({people})"),
    marked("would have notified {meant}, but there is nobody"),
    marked("stays with {group}"),
    marked("raised the priority from {before} to {after}"),
    marked("the matrix says {priority}"),
    marked("priority stays {priority}"),
    marked("is at {level} already"),
    marked("it is at {level} already"),
    marked("major incident is {state} already"),
    marked("The steps that were left were not taken: {why}"),
    # Escalations.
    marked("{words}. Reason: {cause}.\n\nTried so far: {tried}"),
    marked("{words}, to be acknowledged in {length}"),
    marked("Escalated to {addressee}, paged again"),
    marked("Escalated to {level}: {names}"),
    marked("Acknowledged the escalation to {addressee}."),
    marked("Took over the escalation to {addressee}."),
    marked("Took back the escalation to {addressee}."),
    marked("Took back: {words}"),
    marked("The escalation to {addressee} was taken back"),
    marked("The hand-back by {addressee} was taken back"),
    marked("The page to {addressee} was a slip"),
    marked("Handed back by {addressee}: {text}"),
    marked("Handed back by {addressee}"),
    marked("Paged {addressee} again."),
    marked("Ended the escalation to {addressee}: {text}"),
    marked("Ended with the incident: the escalation to {addressees}."),
    marked("The incident was {state}"),
    marked("Passed on to {level}"),
    marked("Nobody of {level} acknowledged in time: {told}"),
    marked("Nobody of {addressee} acknowledged in time. {words}"),
    marked("Nobody of {addressee} acknowledged in time"),
    marked("Still waits at {level}"),
    marked("paged again, for the {n}. time"),
    marked("Offered at the end of the shift of {group}: {answer}."),
    marked("The shift of {group} ended and nobody has it: offered to {other}."),
    # Knowledge and help with writing.
    marked("Linked the knowledge article {article}"),
    marked("Inserted the knowledge article {article}"),
    marked("Resolved with the knowledge article {article}"),
    marked("Used the knowledge article {article}"),
    marked("Took back the knowledge article {article}"),
    marked("{help} asked of {model} at {server}"),
    # Post-incident reviews.
    marked("begun from version {version}"),
    marked("approved as {role}"),
    marked("{row}: {fields} changed"),
    marked("{row} added"),
    marked("{row} removed"),
    marked("{row} moved to place {place}"),
    marked("{fields} changed"),
    # Suggestions that were filled in by rule.
    marked("{field} filled in by the rule, {share} % sure (set: from {least} %), as {numbers} ended"),
    marked("{field} filled in by the rule, {share} % sure (set: from {least} %)"),
    marked("by version {version} of what was learned"),
    # The most general comes last.
    marked("Escalated to {addressee}"),
)

COUNTED: Final = (
    marked_count(
        "The shift of {group} ended: {n} incident without an assignee is offered to you",
        "The shift of {group} ended: {n} incidents without an assignee are offered to you",
    ),
    marked_count("{n} event picked from the journal", "{n} events picked from the journal"),
    marked_count("{n} event taken off the timeline", "{n} events taken off the timeline"),
)

WORDS: Final = frozenset(
    {
        marked("It moved on"), marked("the incident is no longer open"), marked("somebody is assigned"),
        marked("the hold has ended"), marked("the escalation was acknowledged"), marked("another group"),
        marked("nobody who may see it"), marked("a hold was over and nobody resumed"), marked("its breach"),
        marked("its due instant"), marked("stays where it is, no group stands higher"),
        marked("stays where it is, the group of the rule is no longer in use"), marked("proposed a major incident"),
        marked("Nobody acknowledged in time"), marked("nobody is paged any more"), marked("The hold is over"),
        marked("Proposed as a major incident"), marked("Accepted as a major incident"),
        marked("Declared a major incident"), marked("You lead the major incident"),
        marked("Rejected as a major incident"), marked("No longer a major incident"),
        marked("Taken back"),
        marked("The proposal as a major incident was taken back"),
        marked("What was decided about the major incident was taken back"),
        marked("Somebody else leads the major incident"), marked("A stakeholder update is due"),
        marked("taken back to draft"), marked("sent to review"),
        marked("the assignee"), marked("the group"), marked("the lead"), marked("the manager"), marked("the head"),
        marked("Import"), marked("Ticket"), marked("Note"), marked("Reply"), marked("Update"), marked("its group"),
        marked("Phone"), marked("Walk-in"), marked("E-mail"), marked("Portal"), marked("Monitoring"), marked("Other"),
        marked("the next group"), marked("a group that is no longer in use"), marked("Service"),
        marked("Assignment group"), marked("Category"), marked("Summary"), marked("Draft of a reply"),
        marked("Draft of an article"), marked("Draft of an executive summary"),
    }
)  # fmt: skip

FIELDS: Final = {
    "title": marked("title"), "classification": marked("classification"), "summary": marked("executive summary"),
    "detection": marked("detection"), "recovery": marked("recovery"),
    "people affected": marked("people affected"), "business effect": marked("effect on the business"),
    "data loss": marked("data loss"), "impact began at": marked("beginning of the impact"),
    "impact ended at": marked("end of the impact"), "held at": marked("day of the review"),
    "commander": marked("commander"), "author": marked("author"), "area": marked("area"),
    "seen": marked("what users saw"), "size": marked("size"), "consequence": marked("consequence"),
    "occurred at": marked("time"), "body": marked("text"), "milestone": marked("milestone"),
    "source": marked("source"), "decision": marked("decision"), "decided by": marked("decided by"),
    "known then": marked("known then"), "result": marked("result"), "claim": marked("claim"),
    "evidence": marked("evidence"), "kind": marked("kind"), "action": marked("action"), "owner": marked("owner"),
    "due on": marked("due date"), "status": marked("status"), "tracked in": marked("tracked in"),
    "role": marked("role"), "person": marked("person"),
}  # fmt: skip
"""Fields of a review and of its rows, as the journal names them."""
