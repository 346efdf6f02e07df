"""Everything the desk can be asked to do, with its keys: the keyboard map of the desktop research, part 2.9."""

from typing import Final

from app.domain.permissions import Permission
from app.views.actions import ActionSpec, Scope

_A, _P = ActionSpec, Permission
_ACT, _LIST, _GO, _DESK, _REVIEW, _WINDOW = (
    Scope.INCIDENT, Scope.LIST, Scope.GO, Scope.DESK, Scope.REVIEW, Scope.WINDOW,
)  # fmt: skip

CATALOGUE: Final = (
    _A("incident.new", "New incident", _DESK, ("Ctrl+N",), "plus", _P.INCIDENT_CREATE, "log, create, ticket, call"),
    _A("incident.drafts", "Continue a draft", _DESK, (), "pencil", _P.INCIDENT_CREATE, "unfinished, call, resume"),
    _A("incident.open", "Open", _ACT, ("Return",), "maximize-2", None, "show, detail", local=True),
    _A("incident.reply", "Reply to the caller", _ACT, ("R",), "reply", _P.INCIDENT_REPLY, "answer, write, send"),
    _A("incident.note", "Add an internal note", _ACT, ("N",), "lock", _P.INCIDENT_WORK_NOTE, "work note, comment"),
    _A("incident.assign", "Assign…", _ACT, ("A",), "circle-user", _P.INCIDENT_EDIT, "reassign, hand, give"),
    _A("incident.assign_group", "Assign to a group…", _ACT, ("Shift+A",), "users", _P.INCIDENT_EDIT, "team, route"),
    _A("incident.take", "Assign to me", _ACT, ("I",), "user-plus", _P.INCIDENT_EDIT, "take, mine, claim"),
    _A("incident.start", "Start work", _ACT, (), "play", _P.INCIDENT_WORK, "begin, in progress"),
    _A("incident.hold", "Put on hold…", _ACT, ("W",), "pause", _P.INCIDENT_WORK, "wait, pause, pending, snooze"),
    _A("incident.resume", "Resume work", _ACT, ("Shift+W",), "play", _P.INCIDENT_WORK, "continue, unhold"),
    _A("incident.resolve", "Resolve…", _ACT, ("Ctrl+Shift+Return",), "circle-check", _P.INCIDENT_WORK, "done, fix"),
    _A("incident.close", "Close…", _ACT, (), "archive", _P.INCIDENT_CLOSE, "finish, confirm"),
    _A("incident.reopen", "Reopen…", _ACT, (), "rotate-ccw", _P.INCIDENT_REOPEN, "again, back"),
    _A("incident.cancel", "Cancel the incident…", _ACT, (), "ban", _P.INCIDENT_CANCEL, "reject, not an incident"),
    _A("incident.priority", "Change impact and urgency…", _ACT, ("P",), "flag", _P.INCIDENT_EDIT, "priority"),
    _A("incident.edit_summary", "Edit the short description", _ACT, ("F2",), "pencil", _P.INCIDENT_EDIT, "rename"),
    _A("incident.attach", "Attach a file…", _ACT, ("Ctrl+Shift+A",), "paperclip", _P.ATTACHMENT_ADD),
    _A("incident.link", "Link to another incident…", _ACT, ("L",), "link-2", _P.INCIDENT_LINK, "parent, duplicate"),
    _A("incident.review", "Post-incident review", _ACT, (), "file-text", _P.REVIEW_READ, "postmortem, pir"),
    _A("incident.copy_number", "Copy the number", _ACT, ("Ctrl+Shift+C",), "copy", None, "clipboard, id"),
    _A("list.next", "Next incident", _LIST, ("J",), "chevron-down"),
    _A("list.previous", "Previous incident", _LIST, ("K",), "chevron-up"),
    _A("list.mark", "Select for several", _LIST, ("X",), "square-check", None, "check, multi"),
    _A("list.filter", "Filter…", _LIST, ("/", "Ctrl+F"), "list-filter", None, "search, find"),
    _A("list.refresh", "Refresh", _LIST, ("F5",), "refresh-cw", None, "reload, sync"),
    _A("list.collapse_all", "Collapse all groups", _LIST, (), "chevron-up"),
    _A("list.expand_all", "Expand all groups", _LIST, (), "chevron-down"),
    _A("group.priority", "Group by priority", _LIST, (), "layers"),
    _A("group.state", "Group by status", _LIST, (), "layers"),
    _A("group.group", "Group by assignment group", _LIST, (), "layers", None, "team"),
    _A("group.assignee", "Group by assignee", _LIST, (), "layers"),
    _A("group.none", "Do not group", _LIST, (), "list"),
    _A("go.queue", "Queue", _GO, ("G, Q",), "list-checks", _P.INCIDENT_READ_OWN, "list, incidents, home"),
    _A("go.mine", "My open work", _GO, ("G, M",), "circle-user", None, "assigned to me"),
    _A("go.unassigned", "Unassigned", _GO, ("G, U",), "circle-dashed", None, "nobody"),
    _A("go.waiting", "Waiting", _GO, ("G, W",), "circle-pause", None, "on hold, pending"),
    _A("go.reviews", "Reviews", _GO, ("G, P",), "file-text", _P.REVIEW_READ, "postmortem, pir"),
    _A("go.number", "Incident by number…", _GO, ("G, I",), "hash", None, "jump, find"),
    _A("go.back", "Back", _GO, ("Alt+Left",), "arrow-left"),
    _A("go.forward", "Forward", _GO, ("Alt+Right",), "arrow-right"),
    _A("review.save", "Save the review as PDF…", _REVIEW, ("Ctrl+S",), "download", _P.REVIEW_READ, "export, print"),
    _A("review.print", "Preview the document", _REVIEW, ("Ctrl+P",), "printer", _P.REVIEW_READ, "report, pdf, print"),
    _A("window.palette", "Commands", _WINDOW, ("Ctrl+K",), "command", None, "palette, do"),
    _A("window.undo", "Undo", _WINDOW, ("Ctrl+Z",), "undo-2", None, "take back"),
    _A("window.sidebar", "Sidebar on or off", _WINDOW, ("Ctrl+B",), "panel-left", None, "navigation, rail"),
    _A("window.preview", "Preview on or off", _WINDOW, ("Ctrl+\\",), "panel-right", None, "reading pane"),
    _A("window.theme", "Theme: system, light, dark", _WINDOW, ("Ctrl+Shift+L",), "contrast", None, "dark mode"),
    _A("window.density", "Row height", _WINDOW, ("Ctrl+Shift+D",), "sliders-horizontal", None, "compact, density"),
    _A("window.shortcuts", "Keyboard shortcuts", _WINDOW, ("?",), "keyboard", None, "help, keys"),
    _A("window.next_pane", "Next pane", _WINDOW, ("F6",), "panel-right"),
    _A("window.previous_pane", "Previous pane", _WINDOW, ("Shift+F6",), "panel-left"),
    _A("window.full_screen", "Full screen", _WINDOW, ("F11",), "maximize-2"),
    _A("window.menu_bar", "Menu bar on or off", _WINDOW, ("F10",), "list"),
    _A("window.leave_demo", "Leave the demo desk", _WINDOW, (), "log-out"),
    _A("window.close", "Quit", _WINDOW, ("Ctrl+Q", "Ctrl+W"), "x", None, "exit, leave"),
)  # fmt: skip
"""In the order in which the palette and the shortcut sheet show them."""
