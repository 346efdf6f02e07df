"""What else people call what stands in the settings, by section: the search and the palette find it by these too."""

from collections.abc import Mapping
from typing import Final

from app.domain.wording import tr

OTHER_WORDS: Final[Mapping[str, str]] = {
    "calendars": tr(
        "ICS, iCal, import of holidays, bank holidays, vacation, business hours, working hours, weekend, timezone"
    ),
    "policies": tr("targets, deadlines, due times, response time, resolution time, agreements, service level"),
    "rules": tr("alerts, reminders, pager, on-call, levels, hierarchy"),
    "hours": tr("roster, rota, duty, on-call, vacation, absence, leave, hand-over"),
    "matrix": tr("severity, P1, levels"),
    "incidents": tr("attachments, upload limit, size, company name, goals, cancellation"),
    "hold_reasons": tr("on hold, pending, waiting, paused"),
    "resolution_codes": tr("close codes, closing, solution, outcome"),
    "quality": tr("machine learning, training, prediction, accuracy"),
    "knowledge": tr("articles, FAQ, KB"),
    "search": tr("words, spelling, stemming"),
    "writing_help": tr("AI, artificial intelligence, LLM, language model, API, privacy"),
    "macros": tr("snippets, text blocks, signature, replies, mail"),
    "checklists": tr("tasks, to-dos, todo, subtasks"),
    "templates": tr("forms, prefilled"),
    "services": tr("systems, applications, products"),
    "categories": tr("category, classification, topics"),
    "items": tr("CMDB, inventory, hardware, computers, printers"),
    "sites": tr("locations, buildings, offices, branches, timezone"),
    "people": tr(
        "users, accounts, agents, callers, requesters, permissions, email, mail, phone numbers, sign-in, Excel"
    ),
    "teams": tr("groups, departments, queues"),
    "desk": tr("network, host, port, SSL, TLS, certificate, shared, cloud, move"),
    "backups": tr("safety copy, snapshot, recovery, archive"),
    "retention": tr("GDPR, privacy, compliance, deletion, erasing, purging, retention period, disk space"),
    "export": tr("Excel, download, data portability, report"),
    "gate": tr("PIN, passcode, timeout, sign out, log off, screen lock, privacy"),
    "trail": tr("compliance, tampering, proof"),
    "log": tr("activity, journal, protocol"),
    "appearance": tr(
        "font, zoom, scale, size, night, light, colours, colors, contrast, density, compact, notifications, sound, "
        "minimize, minimise, quit, translation"
    ),
    "keys": tr("keyboard, key bindings, hot keys"),
}
"""Separated by commas; each is found by its beginning."""
