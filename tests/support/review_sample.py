"""A review of a made-up outage with every section filled, for tests and pictures."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from app.reports.review.document import (
    Action,
    Bar,
    BarStyle,
    Cause,
    Clock,
    Decision,
    Event,
    Fact,
    Impact,
    KeyNumber,
    Milestone,
    ReviewDocument,
    ReviewStatus,
    SignOff,
    TargetMark,
)


def at(clock: str, days: int = 0) -> datetime:
    """A moment of 5 March 2026, or `days` later; in Lisbon the clocks show UTC then."""
    hour, minute = clock.split(":")
    return datetime(2026, 3, 5, int(hour), int(minute), tzinfo=UTC) + timedelta(days=days)


_BARS = (
    Bar("Phase", "Unseen", at("06:50"), at("07:05"), BarStyle.FAINT),
    Bar("Phase", "Triage", at("07:05"), at("07:48"), BarStyle.PALE),
    Bar("Phase", "Diagnosis, 2 h 20 min", at("07:48"), at("10:08"), BarStyle.MID),
    Bar("Phase", "Restore from copy", at("10:08"), at("11:20"), BarStyle.DEEP),
    Bar("Phase", "Watch", at("11:20"), at("11:40"), BarStyle.SLATE),
    Bar("Badge readers", "Doors stay shut, 240 staff", at("06:50"), at("11:20"), BarStyle.HATCHED),
    Bar("Visitor desk", "Paper list", at("07:20"), at("11:32"), BarStyle.HATCHED),
    Bar("People", "Desk", at("07:05"), at("07:48"), BarStyle.FAINT),
    Bar("People", "Facilities IT, two engineers", at("07:48"), at("09:40"), BarStyle.GREY),
    Bar("People", "Facilities IT + vendor", at("09:40"), at("11:40"), BarStyle.SLATE),
)

_EVENTS = (
    Event(at("06:50"), "Controller database refuses writes; first door stays shut", "Log", "A"),
    Event(at("07:05"), "Rita Sá logs INC-000412 from the north gate", "Phone", "B", "0190aa01"),
    Event(at("07:11"), "First response; guards open the gate by hand", "Journal", "C", "0190aa02"),
    Event(at("07:20"), "Visitor desk calls about the same readers", "Phone", None, "0190aa03"),
    Event(at("07:48"), "Assigned to Facilities IT", "Journal", "D", "0190aa04"),
    Event(at("09:40"), "Declared a major incident; the vendor joins the call", "Journal", "E", "0190aa05"),
    Event(at("10:08"), "Decision to restore last night’s copy", "Work note", "F", "0190aa06"),
    Event(at("10:50"), "Resolution target passes", "SLA clock", None, "0190aa07"),
    Event(at("11:20"), "Copy restored; readers answer again", "Journal", "G", "0190aa08"),
    Event(at("11:40"), "Rita Sá confirms at the gate; resolved", "Phone", "H", "0190aa09"),
)


def sample_review(**changes: Any) -> ReviewDocument:
    """The sample with some fields changed."""
    review = ReviewDocument(
        title="Badge readers down at the Lisbon north gate",
        organisation="Ribeira Instruments · Service desk",
        reference="INC-000412",
        severity="P1, major incident",
        classification="Internal",
        status=ReviewStatus.PUBLISHED,
        version="1.1",
        author="Henrique Alves, Service desk",
        commander="Marta Quist, Facilities IT",
        review_held=date(2026, 3, 10),
        time_zone="Europe/Lisbon",
        generated_at=at("15:30", 6),
        summary=(
            "From 06:50 to 11:20 the badge readers of the north gate and the visitor desk opened no door."
            " The disk of the access controller was full, because an archive job of 3 March had been switched"
            " off and nobody was told. The team restored the copy of the night before and moved the archive."
            " No badge data was lost. The resolution target was missed by 50 minutes, mainly because the disk"
            " was looked at only after two hours."
        ),
        facts=(Fact("Date", "Thursday 5 March 2026"), Fact("Impact", "06:50 to 11:20, 4 h 30 min")),
        key_numbers=(
            KeyNumber("4 h 30 min", "duration of the impact"),
            KeyNumber("240", "people affected"),
            KeyNumber("2 gates", "opened by hand"),
            KeyNumber("50 min", "over resolution target", failed=True),
        ),
        impact=(
            Impact(
                "North gate",
                "Badges were refused, guards opened the doors",
                "240 staff, 14 readers",
                "31 staff hours of waiting",
            ),
            Impact(
                "Visitor desk",
                "Visitors were written on paper",
                "46 visitors",
                "Two audits had to be repeated",
            ),
            Impact("Customers", "A late truck at gate 2", "1 delivery", "None"),
        ),
        bars=_BARS,
        milestones=tuple(Milestone(event.letter, event.at) for event in _EVENTS if event.letter),
        target=TargetMark(at("10:50"), "10:50 resolution target"),
        events=_EVENTS,
        clocks=(
            Clock("First response", "target 15 min", 360, 900, "Met", met=True),
            Clock("Vendor call, level 3", "target 20 min", 480, 1200, "Met", met=True),
            Clock(
                "Updates to site manager",
                "every 30 min, 5 sent",
                2520,
                1800,
                "Late once, 12 min",
                False,
                "Longest gap 42 min",
            ),
            Clock("Resolution", "target 4 h 00 min", 17_400, 14_400, "Missed by 50 min", met=False),
        ),
        decisions=(
            Decision(
                at("07:30"),
                "Treat as a network fault",
                "R. Sá",
                "Readers only, gate 1",
                "Two hours in the wrong place",
            ),
            Decision(
                at("09:40"),
                "Declare a major incident",
                "M. Quist",
                "14 readers, two gates",
                "Vendor on the call in 8 min",
            ),
            Decision(
                at("10:08"),
                "Restore instead of repair",
                "M. Quist",
                "Repair time unknown",
                "Doors open in 72 min",
            ),
            Decision(
                at("11:20"),
                "Watch for 20 minutes before resolving",
                "M. Quist",
                "Writes succeed",
                "No recurrence",
            ),
        ),
        causes=(
            Cause(
                "The archive job had no owner",
                "It was switched off for a test on 3 March (CHG-118) and nobody was due to switch it on.",
            ),
            Cause(
                "A full disk raised no alarm",
                "The controller is not in the monitoring; its vendor page says it should be.",
            ),
            Cause(
                "Two reports were not joined",
                "The gate and the visitor desk used different categories for the same readers.",
            ),
            Cause(
                "Escalation waited for the clock",
                "A growing P1 was passed on only after two and a half hours.",
            ),
        ),
        went_well=(
            "First response in 6 minutes, target 15",
            "Guards knew how to open the gates by hand",
            "The night’s copy was complete and restored at the first try",
            "The vendor joined within 8 minutes",
        ),
        went_badly=(
            "The disk was looked at after 2 h 50 min",
            "One update to the site manager came 12 minutes late",
            "Two engineers looked into the same switch",
            "Visitors were told nothing until 09:15",
        ),
        actions=(
            Action(
                1,
                "Watch the disks of all access controllers",
                "Henrique Alves",
                date(2026, 3, 20),
                "PRB-031",
                "In progress",
            ),
            Action(
                2,
                "Show changes of the last week on each incident of the same service",
                "Tomé Reis",
                date(2026, 3, 13),
                "CHG-125",
                "Open",
                4,
            ),
            Action(
                3,
                "Pass a P1 on at once when two gates are affected",
                "Marta Quist",
                date(2026, 3, 13),
                "RULE-7",
                "Done",
            ),
            Action(
                4,
                "Ask the vendor for a warning before the disk is full",
                "Tomé Reis",
                date(2026, 4, 2),
                "PRB-032",
                "Open",
            ),
            Action(
                5,
                "Text block for visitors, sent within 30 minutes",
                "Rita Sá",
                date(2026, 3, 12),
                "KB-044",
                "Done",
            ),
        ),
        sign_offs=(
            SignOff("Commander", "Marta Quist", at("09:12", 6)),
            SignOff("Service owner, access control", "Ines Horta", at("14:40", 6)),
            SignOff("Head of service desk", "Paulo Neves"),
        ),
    )
    return replace(review, **changes)
