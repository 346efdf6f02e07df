<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Mainstay</name>
    <message>
        <source>
and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> approved {review}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> as </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> assigned it to </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> by {answered_by_name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> by {by_name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> by {ended_by_name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> changed </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> changed {review}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> for {length}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> for {spoken_time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> gave the lead of the major incident to </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> It was not compared with an anchor kept outside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Left undone: {sentence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> logged the alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> logged the incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Next: {others}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source> on {n} incidents</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> plus </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> then </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> to </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> took it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> took the step back: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> until </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> until {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> What the desk held before is kept in {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Your draft is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> {known} of the list are in the calendar already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source> {n} more were left too.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source> {old} → none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source># number    &gt; commands    / filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>## Steps

1. First step
2. **Second** step, with `what to type`</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, and an older one lies beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, and {count} more before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, and {older} older ones lie beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, changes not published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, led by </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, promised by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, then </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, time left such as &lt;1h or 1h..4h, and shares used such as &gt;80%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, version {calendar_version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, version {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {actions_overdue} overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {left} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>, {n} children too</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, {n} need a look</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>, {over} more than fits well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {unassigned} unassigned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {urgent} urgent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--map {pair} is no pair. Write column=field, for example Number=number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--map {pair}: the column or the field was mapped before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--map {pair}: there is no field {field}. Fields are: {fields}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--map: no column is mapped to {lacking}, which every list needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>-{clock} over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>. Sending in {held_for} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>. What was said stays said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>/{short} is the macro {other} already. Choose another short name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>09:00-12:00 or closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 category stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 is the worst. Priorities that incidents have stay as they are; the matrix counts from the next change of impact or urgency on. A matrix with other numbers of levels is loaded with main.py matrix --load.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 to {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 – the business stands still without it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>5 – can wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>75 %, 30 m before, breach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; chosen is {write_threshold}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A backup of a desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A category stands at the top or directly below one that does. Choose one of the top.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a clock reaches a point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a computer without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy holds everything the desk holds, and whoever has the file can read it: keep it where only you can. A copy on the same disk does not survive the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy of each new anchor goes to a file in this folder, which is only ever added to. One that whoever runs the database cannot write is the right place. A setting of this computer, looked after while a window is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A desk needs a file: use sqlite:///PATH, a desk in memory would lose everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A draft cannot be published at once. Send it to review, have it signed, then publish it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file from whoever runs the server; not a secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file is still being read. Create again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file is still being read. Send again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file on this computer. Whoever may read the file may read everything in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A first password, to be told to them and changed by them, or a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A group cannot take over from itself. Choose another group, or none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a hold has been over{late} and nobody resumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a hold is over by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A level up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A login cannot take every place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A macro cannot bring an incident to {state}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A macro cannot set {unknown}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A macro is run on 1 to {most} incidents at once. Select fewer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a major incident from now on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A major incident is accepted or rejected (Shift Y, Shift B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A major incident is closed by a person after its review, not by the clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A major incident is closed by whoever leads it or by a supervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A major incident is closed by whoever leads it or by a supervisor. Ask one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mistake of the program ended the setting up, which the other window describes. The database is as it was before. Try again; if it happens again, send what the other window says to those who look after the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mistake of the program ended this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new calendar, not published yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A person needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PostgreSQL database that the team shares. What each person may do is decided there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A priority is a number such as 1, a list such as 1,2 or a comparison such as &lt;=2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A priority matrix is a table with name, impact, urgency, priority and cells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A private desk in {place}. Ready in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A question cannot fill the disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a requester</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A resolution needs its code, and a reply that says how it was resolved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A review is signed off while it is in review: not as a draft, and not once published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A review is started from its incident: open one and choose “Post-incident review”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rule has no name. Give it one that says what it is for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a share ({kind})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A shared desk lies on a PostgreSQL server: postgresql://ADMINISTRATOR@HOST/DATABASE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A subcategory needs its category. Choose that too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a supervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A supervisor decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A supervisor decides; everybody who decides is told now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a supervisor set or took back a due date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A supervisor set the due date by hand: {when} UTC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A third of what a desk hears it has heard before. Begin with a template.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A threshold is a percentage above 0 with at most four decimals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A version cannot hold from a time that has passed, because what was counted stays. Choose a later time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A version that is to come holds from {newest} UTC. Choose a time after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A view is for {shares}, not for {share}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A view is shared with a group of which you are a member. Choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A week has seven days; {count} are given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A {thing} is for {shares}, not for {share}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A {thing} is shared with a group of which you are a member. Choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept as a major incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept or declare a major incident…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted as a major incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted, changed, ignored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledge escalations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acknowledge within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>acknowledged by {acknowledged_by_name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>acknowledged in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Act on the incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Act on {subject}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action {number} has no due date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action {number} has no owner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a checklist…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a step to the checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a step, or / for a checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a value of {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an internal note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add as a new person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add as a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add filter…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add own entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add somebody to notify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the number of the incident that this one is a duplicate of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add this call as a note to {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {thing}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added the checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added: {template}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adds the checklist “{checklist_name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Admin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>admin, calendars, holidays, sla, policies, escalation rules, hours, preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administrator: lets people in too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administrators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Administrators export the desk. Ask one to do it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after {age}, {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after {length}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>again, back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent: works on incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ahead of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All calendars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All escalations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of it in one go, or nothing: when a part fails, or you cancel, the database is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All open incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All reviews</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that fit act, in this order. Drag a rule, or Alt with Up and Down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {things}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow hostssl lines only in pg_hba.conf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an admin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An anchor that was kept outside, such as 12-3f9a1c2e-77b04d11-9a0c55e2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An article has {most_tags} tags at most. Take some away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An article is being written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an article without a title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An attached file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an authority this computer trusts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An entry of the timeline needs its time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An entry that was picked is not in the journal of this incident.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An export is for other programs and for reading. To have the desk back as it is now, make a backup; to bring it to another database, use main.py move. The audit trail stays where it is, since only there it can be verified.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An incident cannot be linked to itself. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An incident cannot go from {source} to {to}. From here: {possible}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An incident has at most {most_steps} steps. Remove some first, or log another incident.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An incident is escalated with E, or by a rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An incident that a shift left behind can be taken or declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An offer is taken or declined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an older duplicate was linked to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An order cannot be left out; write the minus after sort:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anchor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anchor that was kept outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anchor {number} is taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>anchor {wanted} is missing before this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anchors go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and 4 weekly and 12 monthly ones. Others stay until somebody deletes them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {count} older ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {more} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {times} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another calendar came into force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another incident it is linked to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another policy came into force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program holds the database. Nothing was saved; try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another program of {user} here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program took an anchor at this moment. Show it with `main.py audit show`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer, write, send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance and help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>applied to open incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply to open incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply to open incidents too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve and publish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve and publish the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve the review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved and published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Around the clock, UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arrived, updates, fresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows choose · Esc closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows choose · Tab next field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows choose · Tab next field · Esc closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows scroll · Backspace goes back · Esc closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles whose day to be looked at again has come stand here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>articles, kb, how-to, faq</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As for every priority: {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the system has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask an administrator of the desk to add you to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask an administrator to add you to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask who it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask whoever runs it to switch it on: ssl = on in postgresql.conf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask whoever runs the server for the certificate of their authority (CA) and choose that file. Do not go on without it: anybody could be answering.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask whoever runs the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asks for a VIP that is neither yes nor no, so it never attaches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asks for no {condition} at all, so it never attaches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asks for no {wanted} at all, so it would never apply. Choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asks for two {condition} values at once, so it never attaches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign to a group…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign to me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>assigned to me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>assigned to you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assignee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assignment group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>assignment group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assignment group (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assignment groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assignment groups: incidents are assigned to them, and restricted ones are seen by them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach a file (Ctrl+Shift+A)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attached files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attachment {name}, {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attachment {name}, {size}, can run programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Awaiting caller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Awaiting change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Awaiting evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Awaiting parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Awaiting problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Awaiting vendor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Away, {next_try}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back (Alt Left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back (Backspace)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to P{computed_priority}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the article (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the articles (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the list (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to what is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to where I was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to writing (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backed up and proved: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup of {made_at} UTC, proved whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups (*.sqlite)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups there are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups, exports and the like are shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backups, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bad, opinion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Because</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before it is restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>began the post-incident review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>began version {version} of the review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a new version of the review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin version 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin version {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with a built-in matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with a template, or resolve an incident and make an article from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begin, in progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>begin, postmortem, pir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begins with {prefix}_u_ for everybody. Small letters, digits and underscores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being worked on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bell, told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both addresses name the same desk. Name an empty database to move to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both clocks agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>breach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bring back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring them back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brought back the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Business effect, such as “3 trucks delayed by 95 minutes”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Business impact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Business unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By an authority this computer trusts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By our office's own authority (CA)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By the month in which they were shown, in UTC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By who sees it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar of the policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar of {group}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendar of {person}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calendars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caller accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caller is a VIP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caller message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caller: sees their own incidents only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caller: {caller}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Callers who said that an article helped them, without an incident, of all who asked for something.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can its confidence be believed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the incident…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel {job}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>canceled it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Canned responses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>canned, response, template, snippet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>categories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>category {category_name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Caused by change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate of the authority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate of the authority (CA)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates (*.crt *.pem *.cer);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change impact and urgency…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change lead…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change my password</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Change of {n} incidents</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Change or test the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the theme (Ctrl Shift L)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change this view…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change who leads the major incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change who leads the major incident…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change your own password under Desk and connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed Status to {state_look}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed the checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed who does it, or until when:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed: {details}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Changing {n} incidents…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check both, capitals too. If they worked before, the password may have expired: ask an administrator for a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name, capitals too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name, or have an empty database made for the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network of this computer, or connect to the office's VPN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the port. Otherwise PostgreSQL is stopped there, or listens for its own computer only (listen_addresses).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling. Names of an office are often only known in its own network or VPN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check, multi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checklist added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checklists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checklists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>child</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Child of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a country.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a day in the future on which the article is looked at again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a resolution code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an assignment group or an assignee before work starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose between 1 and {most} incidents to merge into another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose by the width of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose lead, manager or head.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose or write the reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose people who work at the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose somebody who works at the desk to lead it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose something else above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file with the certificate of your office's authority (CA).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the incident for which the article was used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose whether it goes to another group or to a level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose who is affected, or type a name to add a person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose who is affected. Only an alert of the monitoring has no caller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose why it is escalated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the selection (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clipboard, id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the databases postgres and template1 to everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed because</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed by {calendar_name}{version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed part of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed whatever else is said. A holiday on a closed day costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed{opens}, due {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collapse all groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comfortable ones have two lines. Ctrl+Shift+D in the queue goes round.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comma, between, them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commander</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commander</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compact, density</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computed priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computed P{computed_priority}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conditions, not people; as many as it takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Configuration item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Configuration items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to a team's desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connected once now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connected {connections} times now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting makes a desk of it that protects nobody from anybody. {lacking}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue a draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue the new calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>continue, unhold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contributing causes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied the working of the clocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Copied {n} numbers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Copied {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy numbers (Ctrl Shift C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the e-mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the number of the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the phone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy {weekday} to other days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost or consequence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>count, worked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted: you used this article.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counts by a calendar that does not exist: choose one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create and open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create the incident and resolve it with {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Critical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criticality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criticality {criticality}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criticality {criticality} is not on the scale: choose 1 to 5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Crown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV, for spreadsheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cutting off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Daily backups go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data loss, “None” where there was none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database {database} on {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date and time from which the version holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day of the holiday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days after the resolution in which an incident may be opened again; later a new one is logged. 0 to 3650.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declare a major incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>declared a major incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decline what was offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deflection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo data. Nothing here is real; change whatever you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>demote, mi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desk and connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details (optional, paste a screenshot or drop files)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detection and recovery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detection: how it was noticed, and how it could be noticed sooner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>did you mean this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits choose · Tab next field · Esc back to writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits choose · Tab next field · Esc keeps the draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not notify {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not say to which level it escalates. Choose lead, manager or head.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not say which clock reaches what. Choose both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not say which person or group it notifies. Choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does nothing. Add a step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done again: {act}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done again: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done, fix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft kept on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft saved {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag on the bar, or type: 75 %, 30 m before, 1 h after, breach.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag on the week, or: arrows move, Shift extends, Space opens and closes, digits type 08:00-18:00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to attach to the new incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to attach to the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop to attach to the reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due date by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due date set by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due date taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Due times of {n} open incidents change.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Due today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due very soon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due within 1 hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due {when}{by_hand}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>duplicate of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate of {original}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail of the new person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each copy is checked whole before it gets its name. These are settings of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each login is in one group of the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each needs an owner and a due date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the short description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the summary (F2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encryption and certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the escalation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the escalation…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter adds this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter opens an action and lets you press other keys for it. They are kept on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter or a click proves one byte by byte and compares it with the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escalate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escalate a level up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escalate the incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>escalate to level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>escalate to {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escalated to {addressee}{more}: {state}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escalate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escalating by hand goes up the tiers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escalation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escalation rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escalation rules are a list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escalation rules in their order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escalations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>escalations; one that has begun goes on by the version it began with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every day 24 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every day {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every reason stops the {clock_head} clock, or none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody at the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody comes in by a login of their own; the database decides what it may.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everybody may call functions that are added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everybody may call {row}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everybody may enter {row}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everybody may use the language plpgsql</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everybody may, up to {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody named here approves it themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody who works on it is told, and its children are resolved with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody's</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everyone, callers too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything in open formats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything that you may see goes into a new folder: a file for each table, the incidents once more with names in place of identifiers, the attached files, and a page that explains it. It is of one moment, while everybody goes on working. Who gets the folder can read all of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everything, multi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Executive summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exit, leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expand all groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expanded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export everything…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>export, print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exported {rows} rows and {files} files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>extend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>extend, multi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FAQ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>figures, reuse, deflection, helpfulness, gaps, kpi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filled in for an incident that is made up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filled in for each incident: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by {term}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the queue by {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the queue…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter {term}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter, or find on this page…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: is:open, priority:1, team:network, assignee:me, or words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filtered incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find among the {things}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an article…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in this incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>find, search, again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>find, text, words, people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finish, confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fires {key} of the {clock} clock at its start: the target is shorter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First response promised for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First right on unseen incidents: {version_line}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed for the same reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a computer that several people share: everybody signs in with a password, so that entries have the right author and each role may what it may. A desk of one person needs none of it. It does not protect the file: whoever may read the file of the desk can read everything in it with other programs. Where that matters, keep the file on an encrypted disk that only the right people can open, or use a shared desk on a server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For everyone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For how long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For how many days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For three days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For which incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for {about}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward (Alt Right)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frequent incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>frequent, again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fri</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Friday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a country…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From impact and urgency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From resolved incidents that read alike; such a {name} is right {confidence} of the time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the caller's next question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the next start of Mainstay on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From when is the version to hold? Write it like 2026-12-04 09:30.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {begins}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From “{template_name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Functional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Functions with rights of their own are pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give one part of the day, such as 12:00-24:00; enter a second part as another line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the calendar a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the review a title.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the server a certificate and set ssl = on; docs/administration.md shows how, step by step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give this login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give this password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GLPI 5x5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to a version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to version {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to what is new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to what is new (.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>good, opinion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group by assignee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group by assignment group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group by priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group by status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group by time left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group by: {group_label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group that takes over from {group}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group to move it to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group: puts rows under heads. Did you mean {meant}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group: puts rows under heads: {heads}. For an assignment group write {meant}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups and shifts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>guessed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handed back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>handed back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Handed back and over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a seal that cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a {clock} target that its calendar does not reach in five years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has an error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has steps out of order. Delays count from the occasion, at most 30 days, rising.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help on this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>help, keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Helpfulness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the preview (Ctrl \)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hierarchical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hit rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold reasons that stop the clocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds for every incident.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holidays of a country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hotkeys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours for the chosen days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours of the special day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hours of {listed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours on {weekday}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How good are the suggestions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How incidents are sorted: a category, and one below it. Incidents keep what they were given when it moves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how it came in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it is escalated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how long ago it was opened: &gt;3d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long before or after due? Write 30 m before, or 1 h after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long data is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many daily backups are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how many messages it has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how many times it was reopened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much depends on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often an article was used, each time counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How they belong together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How they were resolved; each caller reads it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How this was worked out (C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to mend it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How-to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hurts the business more than its priority says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I passed it on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Icon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If that computer is only cut off or asleep, what it has not saved is lost to it. Take over all the same?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impact and cause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impact and urgency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impact began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impact ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impact {impact} has {count} cells for {count2} urgencies; give one each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impact {impact} × urgency {urgency}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impact {impact}, urgency {urgency}: priority {cell} is not among 1 to {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impact {index}, urgency {column}: {cell} is not a priority number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impact {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impact ↓   Urgency →</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported from {source}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>imported incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In 1 hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In 1 week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In 4 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In no group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In your words (the caller reads it)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {write_duration}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>INC-{number}  {short_description}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>INC-{number} was left: {why}{others}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incident by number…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incident in short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incident rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incidents and their history, knowledge, people, configuration items and reviews.

“paper jam”   words next to each other          toner -scanner   without a word
srv-db-07, 4012, 10.20   identifiers and parts of them          INC-000123   a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>incidents logged here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incidents resolved with an article linked, inserted or used, of all that were resolved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incidents that were not changed, with the reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incidents with their journal and files, reviews, versions of calendars, policies and rules, and the audit trail are kept for ever: nothing of it can be deleted, only taken out of use.
Receipts of saves are kept for 30 days, news for other windows for hours, signatures of programs for a week.
Daily backups are thinned out as the page of backups says. Drafts stay on this computer until they are sent or dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert the first article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inserted into a reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal: whoever works at the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is always paused: its calendar does not open in the next five years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is at the desk again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is breached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is in use again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no longer escalated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is taken out of use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is yours now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is {length} after due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is {length} before due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It begins with what the journal knows: the impact, the timeline and who worked on it. You write the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It belongs to {owner_name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can be taken back, also later: then all stands where it stood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it did not help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It didn’t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has a review already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has moved on since, so the step cannot be taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no trail at all, and {count} rows in the tables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It helped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it helped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds as many rows of each kind as the desk does now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a major incident already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a stand-by, or was set to reading only. You can look, and nothing can be saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is changed at once. Ctrl+Shift+L goes through the first three.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is counted from the first article and the first resolved incident on. Nothing is made up before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is escalated to {long_label} already. Page again, or choose a higher level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is in review: send it back to draft first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is moved to another group for the n-th time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is moved to another group for the {ordinal} time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is no major incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not proposed as a major incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is proposed as a major incident already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is reopened for the n-th time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is reopened for the {ordinal} time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is retired: restore it first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is the first of your views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is the last of your views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is too late to take it back: it is being sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is with {group} already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is yours already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It learns by itself from {least} resolved incidents on. Nothing is made up before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was acknowledged already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was canceled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was linked as a duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was merged into another incident. Take the merge back, and it stands where it stood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was merged into {number}. Take the merge back, and it stands where it stood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not merged into another incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not saved before the connection broke. Send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was offered to {to_group_name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was put on hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was reassigned; the source counted this without naming the group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was reopened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was resolved more than {days} days ago. Log a new incident and link it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>It was written {n} minutes ago and could not be sent until now. Look whether it still holds, and send it again.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its assignment group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its journal from before the trail is not as it was sealed: an entry was changed, deleted or added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its short description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its steps are added to the new incident.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journal: tick what belongs on the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON Lines, for programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>jump, find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Just over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep a window of Mainstay open on one computer, or run main.py jobs run as a service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep anchors outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep both: theirs, then yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the desk as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the password in this computer's keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep, search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept by the database itself in the audit trail; nobody can edit it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept on this computer {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key: {keys}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>knowledge, kb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>knowledge, kb, done, fix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>knowledge, kb, write down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>knowledge, reply, kb, steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known error{word}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>large objects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last anchor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last {days} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leads of {group}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leads the major incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the demo desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Led by nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Led by {lead_name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left as you typed it: {left}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left by a shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left undone: {sentence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters never do anything while you type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters work while a list or a page has the focus, never while you type. Ctrl K finds everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level 2 and level 3 of an escalation. With nobody named, supervisors and administrators are meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level {level} ({name})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>level {value} ({name})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>level, tier, hand up, page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>levels, pages, offers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {line}: {kind} {address} {method}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {number} is no “name: value”. Write it so, or end the head with three dashes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {number} of {path} is no anchor: {line}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link as a duplicate of {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link the first article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link to another incident…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linked it to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linked, inserted, resolved with or used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list, incidents, home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lists hold reasons that do not exist: {unknown}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock when nobody was there for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log the first one when the phone rings. It takes a few seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>log, create, ticket, call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log, work, resolve and review incidents. Choose where your desk is kept; you can change this later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logged by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logged here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logged the alert for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logged the call from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logged the e-mail from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logged the incident of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logged the visit of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logging the last 90 days of a made-up company: {done} of {total} incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Login of the administrator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logins of the desk may not connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logins of the desk then see no other database; needs a superuser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look around with demo data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at a backup elsewhere…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at version {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look them through: untick what your desk does not keep.{already}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked for and not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the last 30 days…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the open incidents…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for the requester…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Macro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>macro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>macro, {short_name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Macro: type to narrow the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Macros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>macros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made before a restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made before a restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made before an upgrade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made before an upgrade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made it a child of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made it the parent of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made SLA (imported)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mainstay needs PostgreSQL 14 or newer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mainstay: something went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Major</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Major incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Major incident proposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Major incident since {when}, led by {lead_name}.{impact}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Major incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a backup with pg_dump, then upgrade it with `main.py server init` and update all programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make an article from this resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the demo desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the document, {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Managers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Managers and heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>managers and heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>manual, documentation, how</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May make tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May not read incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May {may}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maybe answered already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maybe the same problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Megabytes an attached file may have. 1 to 1000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members of {group}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend the database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu bar on or off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge duplicates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge duplicates…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merged into it the duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merged into {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merged it, as a duplicate, into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Met in {length}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mi, no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mi, outage, crisis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mi, outage, promote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Milestone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Milestone {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes spent are a whole number, not {text}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes that somebody has to acknowledge an escalation by hand. 1 to 1440.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed by {length}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed SLA (imported)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mitigate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mitigated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moderate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monday 09:00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monday to Friday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monitoring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More fields of the selected incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move all to…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down (Alt ↓)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move it to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move it to the next tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move it to {group}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move open work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move this step down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move this step up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move this view down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move this view up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move through the list with J and K.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up (Alt ↑)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must give 1 minute to 30 days for the acknowledgement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must name a number of times from 1 to 99.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must wait 0 to 30 days after the end of a hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must wait 1 minute to 30 days for somebody to be assigned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My open work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name at least one person who signs the review off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the holiday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or /short name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, phone or mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Named group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names a threshold of the {clock} clock twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names of priorities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names of roles begin with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>navigation, rail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs skills or access that we do not have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never attaches: “{other}” stands before it and takes every incident it could have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never pauses the {name} clock: choose hold reasons, or take the clock off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never pauses the {name} clock: nobody can hold for {listed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New checklist…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New functions are for nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New incident (Ctrl N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New incident from a template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New incidents appear here as soon as they are logged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new ones are; old ones only a superuser sees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new ones would be kept as {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New person {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New template…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New {thing}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>newer, history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next group after a shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next hit in this incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next hit, older (Ctrl G)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next incident (J)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next page (Page Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next step of the checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next try in {rest} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No action is overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer from port {port}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer from whoever has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No article is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No article seems to fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No article seems to fit; find one first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No articles here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No articles yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No assignment group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No assignment groups yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No backup of {database} was made: {error}. The desk itself was not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No backup was made today. {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No backup was made: {folder} cannot be written ({strerror}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No calendars yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No caller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No caller: only the desk reads it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No configuration item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No due time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no due time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No due time of an open incident changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No encrypted connection could be made: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No escalation is being worked on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No group stands higher. Choose one, or escalate to a level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No holidays yet. Take those of a country, look them through, and add your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No incident is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No incident is open or chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No incident selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No incident was begun and put away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No incident with a suggestion was resolved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No incidents yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No login: they are known here, and do not come in themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer a major incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no longer a major incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer a major incident…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no major incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No major incident is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No milestone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No person can act as the owner of the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No policies, so no clock has a target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reason given (imported)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No resolution provided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No resolved incident is like this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No review is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No review is {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reviews yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rights on whole tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rules. Nothing is escalated by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No saved view is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No server is running at this address. What you typed is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No service level applies to this incident.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No shift left anything behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No short name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No SLA policies are published for {whose} yet, so no clock has a target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No special days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No statistics of texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no statistics of {table}.{column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No target: nothing is promised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No timers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No timers have run{since}: clocks go on, but nothing fires and nobody is reminded. {what_to_do}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No {spoken}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No {things} yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody answered in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody at the desk can read it. Some words in a row are long, and easy to remember.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody can read it, administrators neither. It is kept as an argon2 hash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody could be told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has a login at this desk: it is a file, or was not set up for several people. On a PostgreSQL server `main.py server init` does that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has run the timers of this desk yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is assigned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody is assigned for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody is assigned for {length}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is known for this level; it goes to the supervisors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody knows {host}: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody leaves transactions behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody makes large objects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody makes tables or functions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody of the desk has power over the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody owned it at the end of the shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody runs code on the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody was named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody: back to their groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the articles is yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the {things} fits “{search}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not an incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not approved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not at all: it runs on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not connected now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not doing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not for the role {role}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not grouped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in use: it is not offered any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known here: {named}. Fill it in, or write the text without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not needed on the same computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not on the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not on this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not possible for what an import brought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not possible while the incident is {known}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not published: {parts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not published: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not reproducible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not run yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not tried on unseen incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not tried yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not used in the last 30 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not used yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Not whole: {n} things are not as recorded, among {looked}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet. This is missing:
</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet. This is missing:
{lines}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note for the desk (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note for the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note written down. It is saved when the desk is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noted that it did not help. A word to its owner helps more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noted that it helped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notes “{message}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing after this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing before this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing ended in the last {shown_days} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing fits. Try “hours”, “holiday” or “target”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing happened yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has exactly these words. Shown is what has similar ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has exactly these words. Shown is {taken}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has these words. Shown is what holds them in the middle of others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here waits for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here waits for your approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is at work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is changed by the test. Connect becomes possible when it has succeeded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is drawn yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is known of its history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is linked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is moved from one to the other; drafts stay with the desk they belong to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is on the timeline yet. Tick entries of the journal at the left, or add an own entry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is promised for this incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is published for you yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is published yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is retired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is suggested for an empty field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is suggested for {field}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing new came that is not in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing new in this list.{already}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing open is assigned to them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing stands in these brackets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to change: they have it already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing uses it yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing uses it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits for a reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits for an acknowledgement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits to be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits. Everything that was written down is at the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was exported to {into}: {strerror}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was found for “{found}”.

Try fewer words, or only their beginnings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was learned yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was resolved without an article in this time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was restored to {database}: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was restored: {error}. Close every Mainstay that has this desk open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was saved. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was saved: {place} cannot be reached ({strerror}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing: clear the field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing: it stands at the top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications (G N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications, {count} unread (G N)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notifies nobody. Choose whom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notify whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notify {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>notify, remind, escalation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now at place {target} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now: {words}. Usual: {words2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nowhere yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of another incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the other incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of any group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of suggestions that people saw, judged by what the incident ended with. Only what was shown before it was resolved counts, so nothing is judged that the desk could have learned from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the last {days} days, since {since}, over what you may see.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the people there. What clocks count by is the calendar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the window, with its dates and numbers. What people wrote stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of this group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of {count} points {good} are as they should be; {wrong}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {judged}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off duty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off duty · {open_incidents} open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Office week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>older, history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a shared desk everybody has a login of their own, and the server asks for its password. Change yours under Desk and connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a shared desk everybody has a login of their own; the server asks for its password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on duty · {open_incidents} open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on duty, {members_on_duty} of {members}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On hold from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On hold until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On hold until {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on hold, pending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on hold: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>On hold: {reason}, {n} days</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>On the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On track</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once a day by itself, while the desk is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One a line. A * before it makes a step required: the incident is not resolved before it is done. After a | stand the group that does it and how long it has: * Order the part | Network | 4 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One is proposed with Ctrl Shift M, or by a rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of the typed days cannot be read. Mend it, or press Esc in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of three right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only `hostssl DATABASE all NETWORK scram-sha-256` for the desk, and `host all all all reject` at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a caller can be added here. A supervisor adds people who work at the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a draft is sent to review.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a login that may act as {owner} sees the whole desk. Move it with the login that set the desk up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a member can lead a group. Add the person to the group first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a retired article can be restored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a superuser may do this: {statement};</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only a superuser may read pg_hba.conf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only an admin can add an {role}. Ask one to do it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only an administrator upgrades it. Until then use the version of Mainstay that the others use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only an open incident can be escalated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only an open incident can become a major one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only for new incidents, and for those whose traits change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only logins of the desk enter the database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the desk reads this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the login that owns the tables sees the whole index. Run this with that login.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what a shift left behind can be declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what is in review can be published. Send the draft to review first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only what is in review can be sent back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only your own views can be put in another order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only your own views can be put in another order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {whose} can give this approval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open for {opened}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open formats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open incidents are measured by these policies now. Those that are over are counted with {command}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open incidents of {first}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the desk as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the incident first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the incident: {short_description}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {number}, {kind}: {short_description}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {number}: {short_description}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {number}: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opened again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened {opened}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening hours as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening hours of the week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the desk…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening time of the calendar. An empty priority takes the line of every priority.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening {address} in the browser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opinions that say that the article helped, of all opinions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or at once with Ctrl+L.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or fill in its parts:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of policies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>order, first, star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order, groups and columns are kept with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>order, last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other databases of the server are closed to them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other hours on one date, such as a Saturday of stocktaking. A holiday beats them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other milestone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outbox, offline, away, unsent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outside opening hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over, stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdue actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>overdue by {n} minutes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Overdue {late} d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overridden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Override</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page before (Page Up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page of the manual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {current} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paged again: {whom}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of the document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>palette, do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parent, duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parts of setting up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passwords are kept as SCRAM verifiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passwords of others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a screenshot or drop files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste an address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause {number} begins before the incident is created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause {number} begins before the one before it has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause {number} ends before it begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause {number} from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause {number} to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused {shown}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused, {shown} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pauses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pauses on hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People affected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person of the group, if one is meant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pg_hba.conf demands TLS and SCRAM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone of the new person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture {file_name}, {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point of the clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policies in their order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port {port} does not exist: choose 1 to 65535, usually {port2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Post-incident review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>postmortem, pir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prepared transactions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press one or two keys one after the other, such as Ctrl+Shift+K, or G and then K.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press the keys that you want.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prevent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview on or off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview the document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous hit in this incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous hit, newer (Ctrl Shift G)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous incident (K)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pri</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed on post-incident reviews.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority by impact and urgency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority of impact {impact}, urgency {urgency}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority override</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority to raise to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority {priority}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority {priority} is not on the scale: choose 1 to {levels}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of {job}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>progress, backup, export, cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>promised by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promised until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>promises nothing: give it a target for response, resolution or update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Properties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Propose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>propose a major incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Propose as a major incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Propose as a major incident…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Propose major</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposed as a major incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proposed as a major incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposed as a major incident {when}{by}: {short}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publish the review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published articles whose day of review has come, today and not in the time above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>published {review}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put at least one event on the timeline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put away (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put away, the draft is kept (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put it on hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put on hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put on hold…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>puts the rows in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>puts the rows under heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Putting {backup} in the place of the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Python {python_version}, PySide6 {pyside_version}, {platform}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P{computed_priority} by the matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question to the caller (they read it)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue – Mainstay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raise the priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raise the priority by one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raise the priority to {priority}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>raises the priority to {priority}, which is not on the scale. Choose 1 to 9.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ran</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ran {exact}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ran {shown} = {exact}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reached through a folder instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reached, not fired yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reaches {share} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the escalations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the reviews</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading what happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads everything once and names what was changed, deleted, inserted or reordered behind the desk's back. An anchor from the foot of a PDF finds a history that was rewritten as a whole. On a server it needs the owner's login.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason of pause {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason of the override</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason to cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasons to cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reassign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reassign, hand, give</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reassigned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reassigned unseen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reassignments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>received the portal report of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>record {wanted} is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>records {wanted} to {number} are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery: what ended it, for now and for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>redo, repeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject as a major incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject as a major incident…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reject, not an incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejected as a major incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Related</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>related</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>related it to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Related to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>release, approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>release, finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reload, sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove from the desk…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove or lock out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove pause {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the condition on {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the link to {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the step (Del)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {file_name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {term}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {title}? What they wrote stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove, outdated, delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed the link to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed, so there is no way in. Put them back first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed: offered nowhere, and out of every session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rename, share, notify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reopened it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopenings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reopen…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replies and notes that are written often, with what is done along with them. M, or / while writing, runs them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replies “{message}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply to the caller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>report, pdf, print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reported it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reported it by e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reported it on the portal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reported {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reported {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requester</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Required steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the password…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolution code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolution codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolution notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolution notes ({reader})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolution promised for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolve as a similar one was…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolve now with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolve with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolve with the code and the notes of {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolve with the first article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolved by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolved by caller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolved by change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolved by problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolved by request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resolved it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resolved with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolved without an article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolved: {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolve…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolving counts as the first response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore this backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored as a draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restoring a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resumed work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retire the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retire the article…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>return, escalation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reuse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>review due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review is due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>review is due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review of {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review was due: {day_text}. Check whether it is still true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>REVOKE CONNECT, TEMPORARY ON DATABASE name FROM PUBLIC, unless the database is meant for everybody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reworded the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rights by column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rights, policies, triggers and functions are put back as this program makes them; incidents and people are not touched. Your own login may not do this: an administrator of the server signs in here, a superuser or whoever set the desk up. The password is used this once, and kept nowhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles and rights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles belong to the whole server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row security of {table}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows are sorted by one of {names}; a minus turns the order round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows cannot be put in that order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of {table} refer to each other in a circle, so they cannot be moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule is on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule: {rule_name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run a macro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run a macro…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run by {newest}, last {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said to be right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same requester</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same, twice, join</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saturday and Sunday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save and send to review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save mine as the next version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the attachment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the filter as a view…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the review as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save {file_name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save {name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as template: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as “{new}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved view {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say as whom you sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say until when waiting is expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what is waited for, and for how many days: 1 to {most_days}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what it does to the business: who cannot do what.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what the database is called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what the incident waits for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say when the impact began.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say when the impact ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say where the server is: its name, or its address in the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say whether the article helped without naming an incident.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say who confirmed: the caller, a supervisor, or nobody in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why it is a major incident, for the journal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why it should be a major incident: who is hit, and how.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why the article is retired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why the article is sent back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why the due date differs from the policy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why the incident is canceled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why the incident is reopened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why the priority differs from the matrix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search everything: words, numbers, names, addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search everything…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search knowledge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>search, find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections of the review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seen, accept, escalation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an incident first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select for several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select this and the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select this and the one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected for several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send back to draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the article back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send the article to review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send to review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send to {first}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending to {to} in {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to {caller}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent with the new incident; filled in for it: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent {review} to review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separated by commas: 75 %, 30 m before, 1 h after, breach. Enter takes them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service level met at the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service: {service_name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ServiceNow 3x3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set a password of your own first, or you could not come in any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set by hand: {override_reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set due date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set it up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set it up as a desk for several people: in the window, or with main.py server init. Connecting to it as it is makes a desk of it that protects nobody from anybody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set max_prepared_transactions = 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set my password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set one of the two clocks by a time service (NTP).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set password_encryption = 'scram-sha-256' and have the passwords that are named set anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set ssl_min_protocol_version = TLSv1.2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set this computer's clock. Until then its timers leave the work to others, and times here look wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up this database as a desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting up was stopped. The database is as it was before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings: {section}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several people on one PostgreSQL database, each with their own login.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shared computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shield</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shift, refuse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all {count} ({past} in the past)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show earlier entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everybody's</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show more ({left} characters left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what is not in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {count} more updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {more_rows} earlier entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show, detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown this once and kept nowhere. Write it down, or sign in now and choose a password of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown this once, and kept nowhere. Tell both lines to the person: they choose a password of their own when they first sign in, and see nothing before that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown to the desk, never to callers, wherever this person is written to or called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sidebar on or off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in as {login}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in as {person}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sign off, agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sign out, leave, switch person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in and lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-off {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in as {actor}, {role}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in as {person}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signs during review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single letters do something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Siren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sla</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SLA clocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SLA policies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SLA policies for imported incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SLA policies…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sla, due, clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sla, due, explain, clock, working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solution provided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some children were left as they are. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody changed the article since you read it. It is shown anew: look again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody changed the review since you read it. It is shown anew: look again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else changed the same incidents at that moment. Nothing was saved; try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else changed {names} in the meantime. Look at both values and choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else changed “{editor}” to: {shown}. What you typed is still in the field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody else leads the major incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else removed this row in the meantime.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else wrote meanwhile. Read it, then send yours, changed or as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody has to remain who can let people in. Make another administrator first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody published another version of this calendar. Your changes are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody published other policies in the meantime. Your changes are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody published other rules in the meantime. Your changes are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody saved a newer version meanwhile. What you typed is still here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody saved another matrix meanwhile. Yours is kept here until you save or discard it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody was faster: the offer is {answer} already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody who is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something between here and there may not be PostgreSQL, or is older than TLS 1.2. Check host and port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something has been due{since} and has not fired. {what_to_do}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something that is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong in Mainstay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source number {source_number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space ticks · − skips · Enter changes · Del removes · Alt ↑ ↓ moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space ticks, minus skips, Enter changes, Delete removes, Alt with arrows moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Special day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Special days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Special handling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Special handling of {name}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Special hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>split, not a duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sslmode={mode} does not prove which server answers, so anybody could take its place. Use sslmode=verify-full with sslrootcert=FILE, the certificate of your office's authority.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from the facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>started work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status of the selected incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step brought back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step opened again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step to add; a slash chooses a checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of the test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps that are always the same. Shift T, then /, adds one to the incident that is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nothing of it is left behind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. The document was not made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stretches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sub-tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subcategories</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subcategory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>submit, hand in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as Harbour Logistics Ltd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as Office hours Rotterdam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as Service desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such as: Friday afternoons closed from December on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suggested, again, notes, solution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suggestion, service, group, category, triage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestions could not be read. They are asked for again when the incident is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestions for the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary: what it is about, in one or two sentences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supervisor: leads the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Symptom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab next field · Esc back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab next field · Esc keeps the draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take at least {shortest} characters; some words in a row are easy to remember.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back to draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take one now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out of use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take over now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the login away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the login away…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the merge back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the review back to draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take what is suggested for empty fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take {advice} as {name}, {confidence} sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take {best} as {field}, {confidence} sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take, mine, claim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back: {act}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back: {counted} {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back: {text}; {count} not. {sentence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back: {words}; {count} not. {refused}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken out of use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes every incident that no policy above it takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes {by}, counts by {calendar} ({zone}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking it back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Targets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Targets by priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Targets by priority and clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>task, sub-task, todo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tasks, tick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>team, route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>teams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell me when an incident comes into it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell the caller what you need from them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>template, new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>template, steps, tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Templates of replies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>temporary files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terms such as is:open, priority:1, team:network, assignee:me, or words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test of the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text in Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the article in Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text, and everything that is measured by it, beside what the system makes larger already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The anchor could not be sent to {folder}: {strerror}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The anchor is copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The anchors in {path} cannot be read: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The anchors were not sent outside. {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article has no version {version}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article is in review, and somebody may be reading it. Send it back to draft first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article is not published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article is retired. Restore it first, then change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article is {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article says nothing yet. Write its text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The articles cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the assignee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The assignee is not a member of the assignment group. Choose a member or change the group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audit trail cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audit trail has no anchor yet. Timers take the first after a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the authority in your file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup of the day was there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backups cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calendar in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The calendars cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the caller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The caller accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the caller and the next agent read it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The caller asked for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The caller has lived through {spoken_time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the caller is a VIP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the caller is no VIP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the caller wrote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The caller: it is a reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate belongs to another computer than {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate ends soon. Tell whoever runs the server to renew it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate has expired, or is not valid yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate is not good: {verify_message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of the authority (CA) cannot be read from {path}: {strerror}. Choose it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate was not signed by {by}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checklist has no name. Write what it is for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checklist has no steps. Write one a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checklist has {count} steps, {most_steps} is the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen group is not in use any more. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen {field} does not exist any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen {field} does not exist any more. Choose somebody else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen {name} does not exist any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen {shown} does not exist any more. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock has not started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock is void: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the clock of the first response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the clock of the next update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the clock of the resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock of this desk is not behind: nothing has to be mended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock of this desk was set back by {length}. Until it has caught up, time stands still here. If it was wrong before and is right now, an administrator runs main.py jobs clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the clock that presses most: &lt;1h, &gt;80%, paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clocks of a canceled incident are void.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clocks of an incident that is no longer open cannot be promised anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clocks of {name} count from the earliest report, {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer answers, but nothing listens at port {port}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer is off, or a firewall between here and there swallows the question. Ask for the port to be opened, or connect to the office's VPN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection broke while the certificate was asked for: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection broke while this was being saved, so it is not known yet whether it was. Mainstay finds out as soon as the server answers, and the same sent again is not saved twice. What you typed is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the server broke. What you typed is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the content is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the content is not as it was when it was attached: its hash differs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database cannot be reached: {cause}. What you typed is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database cannot be reached: {cause}. What you typed is kept; try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database does not let your login do this: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database does not protect this desk as it should. Missing: {first}{more}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database file is damaged ({cause}). Stop working in it and restore a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is older than this program, and your login may not upgrade it. Ask an administrator to run `main.py server init` with this version, or use the older program until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database itself decides what each person may see and do, as long as it is set up so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database may only be read, so nothing was saved. Check the rights of the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database was put back to an older state while this program was open. Nothing was saved and what you typed is kept; start this program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database was put to rights.{undone}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database was upgraded by a newer Mainstay while this program was open. Nothing was saved and what you typed is kept; update this program and start it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database was upgraded by a newer Mainstay. Update this program before you open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database {database} holds something else already ({names}). Make an empty one for the desk, or name another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The days are a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the default of {key} differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the desk answered publicly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk as it is now is kept as a backup of its own before anything is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk asks who it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk chooses who works on your incident; leave that empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk did not take a {what} that you wrote down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk does not know yet: it has {resolved} of the {least} resolved incidents that it needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk is as it was in {name}.{kept}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk is away since {when}. {why} {can}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk is back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk is not open yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk is owned by a role that nobody logs in as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk is set up. Whom else you let in, you say under Settings, People.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk no longer asks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk only: it is an internal note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk to move to is not empty: it has rows in {names}. Take a new database or file, or set the server up with `main.py server init --no-person`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk {path} cannot be made: {why}. Check the folder and its rights, or choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full, so nothing was saved. Free some space and try again; your text is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk of the server is full, so nothing was saved. Free some space and try again; your text is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The due date has to lie in the future. Choose a later one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The due time is no moment before the year 2200.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encoding is {name}, not UTF-8. Save the file as CSV UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encoding looks like UTF-16, not UTF-8. Save the file as CSV UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The escalation rules cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The escalations cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expected end of the wait is no moment before the year 2200.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expected end of the wait lies in the past; choose a later time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field {field} cannot be edited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field {field} of a review cannot be edited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figures cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has no column {wanted}. Its columns are: {names}{more}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has no header; the first line must name the columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter has {count} characters, {filter_limit} is the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first is taken about a minute after a window of the desk was opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first name of the caller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first that fits holds. Drag a policy, or Alt with Up and Down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {most} are selected. Narrow the filter to reach the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder backups beside the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {host} on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The former matrix holds again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The functions are this program's</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The group that answers for it. It is not assigned by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the group {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The groups are saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The groups build on one another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The head has no end. Close it with a line of three dashes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header cannot be read: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the hold ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The holiday on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hours cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The impact cannot end before it began. Correct one of the two times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The impact ends before it begins; correct one of the times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The impact lasted {duration_text}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The incident already waits for this; change the reason or the time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The incident has a parent already. Remove that link first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The incident has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The incident is not resolved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The incident is {state} and its checklist may only be read. A supervisor can reopen it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The incident is {state} and may only be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The incident is {state} and may only be read. A supervisor can reopen it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The incident is {state}. A supervisor can reopen it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The incident is {state}: a file would reach nobody. Attach it to a work note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The incident is {state}: a reply would reach nobody. Add a work note or reopen it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The incident is {state}; only an open one can be escalated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the incident it is a child of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The incident stays as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The incident was not opened from a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the incident was reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The incident {subject_id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The incidents that were seen last; the desk is being opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language is a short code such as “en” or “de”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last {count} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the level it is escalated to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The life of this clock: {told}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lifecycle is the program's</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The login is taken away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The login {login} belongs to nobody at this desk, or to somebody who is no longer active. Ask an administrator to add you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The macro does nothing yet. Write a text or choose what it changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The macro has no name. Write what it is for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The manual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The matrix cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The matrix has no cells: give one list of priority numbers for each impact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The matrix has no {key} labels: give them as a list, the worst first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The matrix has {count} rows for {count2} impacts; give one row each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The matrix has {count} {key} levels, at most {most_levels} are possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The matrix is saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The members are saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The milestone {milestone} lies before {last}; correct one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name by which others see them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name has {count} characters, {longest_name} are the most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name has {count} characters, {name_limit} is the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name of the caller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest backup is of {made_at} UTC with {holds}{others}: main.py restore {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest holds. What is learned anew is tried on incidents it has not seen, and kept only where it is no worse. Going back makes an older version hold again; nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the next agent reads it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the next tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The note has {count} characters, {note_limit} is the limit. Shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The notifications cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number in the system it was imported from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of people affected must be a whole number of at least 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number of the incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of the problem is longer than {problem_limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The offer was answered already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page {name} of the manual is not here: {strerror}. Install Mainstay again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password does not fit. Type it again, or ask an administrator for a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password of {login} was made by an administrator. Choose one of your own before you begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policies cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the post-incident review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the priority changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The priority of an incident that is no longer open cannot be overridden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The priority was set by hand: {override_reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program ended before the demo desk was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The review has no version {version}. Versions: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The review is already {state}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The review is being read and signed. Take it back to draft to change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The review is {now}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reviews cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The roles of the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The roles of this desk begin with {known}, and they keep it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rule “{rule}” {end}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rules cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rules have changed since this run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same for urgent incidents. 1 to 1440.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same stands in {log}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server asks for the password in a way that could be overheard or copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server cannot be proved to be the right one. What you typed is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server could not read or write its own files. Nothing was saved; try again. Tell whoever runs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not accept this person and password. If they worked before, the password may have expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not accept {person} with this password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not answer. What you typed is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not speak TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server does not speak TLS (ssl = off)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has no free place for another connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has no free place for another connection. What you typed is kept. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has roles that begin with {prefix}_ already, and they belong to something else. Choose another beginning with --prefix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has run out of memory or room. Nothing was saved; try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is being stopped or restarted. What you typed is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server is starting or being stopped. What you typed is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server lets nobody in from this computer as {person}, or not in this way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server only reads at the moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server proves who it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server reports damage in its own files. Nothing was saved; try again. Tell whoever runs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server still speaks {oldest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server takes no changes at the moment: it is a stand-by or was set to reading only. You can read on; nothing was saved. Ask whoever runs the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server took too long over this and was told to stop. Nothing was saved; try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings file {path} cannot be read: {error}. Mend the line or delete the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The short name is one word of at most {short_limit} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The special day {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step has no text. Write what is to be done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step has {count} characters, {text_limit} is the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step was taken by somebody else, so you cannot take it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The step was taken too long ago to be taken back. Take the step that leads on from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The subcategory belongs to another category. Choose one of this category.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The summary has {count} characters, {summary_limit} is the limit. Move the rest to the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The summary has {count} characters, {title_limit} is the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The summary has {count} characters, {title_limit} is the limit. Move the rest to the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The summary is empty. Write in one line what does not work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the synced folder {synced}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tag “{tag}…” is longer than {tag_limit} characters. Shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The team {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The template fills in nothing yet. Write a summary or choose a service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The template has no name. Write what it is for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text has {count} characters, {body_limit} is the limit. Make two articles of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text has {count} characters, {note_limit} is the limit. Attach it as a file instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time and the source of an event from the journal are the journal's. Add an own entry instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time of the report is no moment since 1970; correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The time of the report lies in the future; correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The title has {count} characters, {title_limit} is the limit. Shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The title is empty. Name what the article answers, in the words of who asks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the trail after record {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The triggers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the triggers of the audit trail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two are not the same. Type it once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The update clock may run before the first response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The upgrade would orphan {count} rows and was taken back. Report this, please.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The usual: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The view has no name. Write what it shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The wait was expected to end {length_ago} ago. Ask again, resume, or expect it later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way to the server is encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole group is told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole trail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window ends on {last_day} before it begins on {first_day}. Swap the two days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words of the server stand in the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The working of the clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the {clock} clock reached {share} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the {clock} clock was breached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the {clock} clock {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {shown} has {count} characters, {limit} is the limit. Shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {things} cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme: system, light, dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme: {theme_name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then takes over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no macros yet. Settings › Macros makes them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are two levels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {count} rules, {most_rules} are the most. Join some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a calendar called “{name}” already. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no assignment group {unknown}. Known are {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no backup in {folder_of}; look for one elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no database {name} on this server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no day {text}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no desk at {database}; the backup becomes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no desk at {path}. Start Mainstay without --database to make one, or check the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no field {group}. Known are {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no incident {text}. Check the number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no limit (temp_file_limit)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no list of holidays for the country “{country}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no list of holidays for “{region}” in {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no major incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no review yet. Start the review of the incident first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no service that comes in as {login}. `main.py server people` shows all logins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no set of policies “{policy_set}”. There are desk and imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no setting {key}. Known are {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such view yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no time zone “{zone}”. Choose an IANA name such as Europe/Berlin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no time {text}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no version {number} of what was learned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no {number}, or you may not see it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to attach. Choose a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to count in this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to do again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to send yet. Write something or attach a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing with this number, or you may not see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are fixed, because they decide which clocks stand still. Which reason stops which clock is up to the SLA policies, under Pauses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are fixed, so that figures can be compared over years and with other desks. Codes that an import brought along are kept as they came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are the policies of version {number}. Publish them to have them again, or:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are the rules of version {number}. Publish them to have them again, or:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These fonts of the installation cannot be loaded: {missing}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These hours go past midnight. Enter the rest on the next day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These keys belong to the fields and lists themselves and stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These lie on this computer and are sent by themselves: replies some seconds after they were written, and what was written down while the desk was away when it is back, incidents with the time at which they were written down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These rules would set each other off for ever: {chain}. An incident that nobody takes would go round {around}. Add a condition to one of them, or let it notify instead of moving the incident.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These two incidents are linked like this already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are signed out at once and cannot come in. They stay at the desk by name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are signed out at once, and need a new login to come back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are yours already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They can be given its incidents, and see those that are restricted to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They come in as {prefix}_u_{login}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They see nothing any more until they sign in with the new password and change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this anchor is missing, and chains are closed by it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this anchor, or the order of it and the one before, is not as it was taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This article is retired already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This attachment does not exist, or you may not see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This attachment does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This bracket is never closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This calendar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This calendar cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This calendar does not exist any more. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This calendar does not exist any more. Go back to all calendars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This calendar never opens, so no clock would ever run by it. Give it some hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This calendar never opens, so no clock would ever run by it. Paint some hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This checklist does not exist any more, or is not for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This checklist does not exist any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This clock has not started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no keyring, so the password is asked for at each start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer is {length} {side} the server, where it is {now} UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this connection is not encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This database is empty. Your login may make a desk of it for several people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This database is open to everybody who can connect to it: it is not set up for several people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desk is a PostgreSQL database that the team shares. Its administrator backs it up with pg_dump -Fc, or with the continuous archive of the server, and restores it with pg_restore. Afterwards main.py audit verify with an anchor that was kept outside tells whether all of it came back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desk is of an older version and cannot be upgraded now. {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desk is of an older version, and nothing was changed. Make a backup first, since nothing else leads back: {how_to_back_up}. Look into it with pg_restore --list, then run this again with --backed-up. Whoever has the desk open has to update Mainstay afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desk lies on {place} and is open for changes by {holder}. You can read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desk lies on {place} where nothing may be written, so you can only read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This does not exist any more. Go back to the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This escalation does not exist, or you may not see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This escalation is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This escalation is over: {label}. Escalate again if it is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This escalation waits for {addressee}. Ask one of them or a supervisor to do it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This group does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This incident cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This incident does not exist, or you may not see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a desk in a file. There is no connection to test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a mistake in the program, not yours. What you saved is safe, and drafts are kept. You can go on working; if something looks wrong, restart Mainstay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is an older version. It can be read, and compared with the one before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is handled together with an earlier report of the same, {original}. You are told here whatever is said there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no calendar: {error}. It needs a zone and seven days of hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no policy: {error}. It needs a name and targets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is no table that the trail watches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the latest version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not your present password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is offered to {work}. Ask one of them or a supervisor to answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is PostgreSQL {version}. Mainstay needs {oldest} or newer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the first version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the password of before. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link does not exist any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This login does not see every row, so nothing could be proved. Verify with the login that owns the tables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This macro does not exist any more, or is not for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This macro does not exist any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This makes the tables, owned by the role {prefix}_owner that nobody logs in as; the groups {prefix}_requester, {prefix}_agent, {prefix}_supervisor and {prefix}_admin, which may see and do what their members may; and one administrator, with a first password that is shown once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This names a desk in a file. A team's desk begins with postgresql://</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This offer does not exist any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This person does not exist any more. Go back to the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This person does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This person has no login. Give them one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this record claims to be older than the one before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this record of an import cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this record of the trail is another than the one that anchor {anchor} closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this record of the trail, or the order of it and the one before, is not as it was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This review cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this row of {table}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This set has policies already. Change these instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This step does not exist, or you may not see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This team does not exist any more. Go back to the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This template does not exist any more, or is not for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This template does not exist any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This view belongs to somebody else. Save it under another name to have your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This view does not exist any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was taken back already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This window runs none, because the desk can only be read here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This would make an incident its own parent through others. Remove one of the links first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This {table} does not exist any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This {thing} belongs to somebody else. Make one of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This {thing} cannot be shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thresholds and warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thresholds of the {name} clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thresholds of the {name} clock as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick what belongs on the timeline. Events with a milestone get a letter on the chart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier {tier}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tier {tier}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier {tier} is not on the scale: choose 1 to 9.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier {tier}: takes calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time before it stays counted as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time left of the clock that presses most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time that is counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline, newest last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timers and backups go on meanwhile, and nothing that was typed is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timers ran {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timers take one a day. It stands at the foot of every PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title: what it answers, in the words of who asks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To another folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To another group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to be acknowledged in {length}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be acknowledged within</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>to be acknowledged within {n} minutes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>To come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To each caller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to P{number} {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To {caller}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told under an earlier target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told with {original}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tomorrow 09:00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too few</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many wrong tries. Wait {told}, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>took back the merge into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>took back the merge of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>took {review} back to draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tracked in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treated as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Triage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tried: {tried}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a moment. If it stays so, max_connections is too small, or the limit of your login is reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try fewer words, or another choice above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trying now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tuesday to Friday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two rules are called “{name}”. Rename one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a command, a number or what to look for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the number of the other incident, such as INC-000123.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the number of the other incident.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type to choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typed after / while writing, such as /roll.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unassigned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under 1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unfinished, call, resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unnecessary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to date {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update promised for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update this program, then connect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updated {ago_spoken}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updated {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urgency {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>urgent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Urgent: page through quiet hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the desk on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the name that stands in the certificate. If you did, somebody else may be answering.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the owner's or a superuser's login for `server init` and upgrades only, and your own for work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the sample policies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use these keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Use {n} days</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Used by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used by {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used by {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used this article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used up at {due_at} UTC by {calendar_name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used {used}×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used {used}× in the last 30 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verify the audit trail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {looked_at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {made} holds now; it is version {number} again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {number} holds already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {number} of the escalation rules is published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {number} of the policies is published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {number}, learned from {learned_from} resolved incidents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {number}, {day}{mark}, by {author_name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {shown_version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {version} is not published yet; change that one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {version} is published and never changes. Begin a new version instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {version} is published and never changes. Begin a new version to change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {version} is {state}; readers see this one until it is approved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {version}, from {since}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {version}, {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VIP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VIP: shown in every incident they report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Void</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wait, pause, pending, snooze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for acknowledgement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the caller needs a reply that says what is needed from them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for a decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for acknowledgement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for acknowledgement by {by}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits until {reached_words}, which no policy watches. Add it to a policy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was changed without ever having been recorded as new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was deleted without ever having been recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was due {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was due {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was there when the audit trail began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was written over: it is recorded as new a second time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to Mainstay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What an export is not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What are you looking for?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changed from version {older} to version {newer}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changed in this version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changed, for those who read the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What concerns you is told here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does not work, in one line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What frequent incidents begin with. Alt T in a new incident uses one; what was typed there already stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what hangs on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What helped before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What imports brought of {subject}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is affected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is assigned to them, as far as you see it. It stays theirs until moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is kept for how long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is known already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is missing or wrong, for whoever wrote it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is no longer true is retired, and can be restored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is sent to review stands here until somebody approves it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is written is checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it does to the business</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it shows, such as: Network, due today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what kind it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What knowledge is worth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What knowledge is worth, in figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What nobody acknowledges in time is passed on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What nobody owns when a group closes is offered here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What people use and report about. SLA policies and escalation rules can name it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What readers will see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What sets the rule off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the caller has open, what sounds the same, articles and what helped before appear while you type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the incident waits for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the next agent should know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the step does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the timeline shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What these rules would have done over the last 30 days. Nothing is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they may do at the desk. Only administrators change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they wait for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what this anchor closed was changed: its list of chains is not as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What users saw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was decided, and what was known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was resolved most often without an article, by service and category.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was tried (the others read it first)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What went badly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What went well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would be due when, by what is on the screen now. Nothing is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you changed last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you had changed and not published is here again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you had changed and not saved is here again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you had typed and not saved is here again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you had typed is here again. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you type cannot be kept as a draft: {error}. Free some space, and send it before you close.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you typed in {fields} and had not saved was brought back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you wrote cannot be kept in {path}: {error}. It stays in its field; free some space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whatever is written and not yet sent to review stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whatever was looked for more than once was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When is the {what}? Write it like 2026-12-04 09:30.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when it is due: today, 2d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when it was closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when it was last touched: &lt;-3d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when it was opened: today, -7d, 2026-11-01</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when it was resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the shift of a group ends, what nobody owns is offered to the group that takes over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the version begins to hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When urgent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where it happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it puts the incident on hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it resolves; the text says how it was resolved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where it stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it was used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where people work. SLA policies and escalation rules can name it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where suggestions say 70 %, seven of ten should be right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where we were lucky</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the desk asks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which escalations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which incidents the policies are for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which one stays?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which reviews</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While an incident is on hold for a ticked reason, the clock stands still.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>who called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who can run it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who can use it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is removed is cut off at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who leads it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who leads it (decides and informs; others repair)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may call which function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may read the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who owns an article looks after it. The owner is set beside the article.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who reads it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who reads the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who sees it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who sees which rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who vanishes gives locks back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who works at the desk, who calls it, and what each may do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>who works on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever leads it must be able to see it: choose a member of the group that may.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever runs it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whoever runs it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever runs it has to allow it in pg_hba.conf: hostssl, your network, scram-sha-256.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever runs it has to use scram-sha-256 in pg_hba.conf, and set the password anew after that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever runs the server has to renew it. Also look at the date of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever runs the server tells you these details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whoever works on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole: {looked}. There is no anchor yet, so the end of a chain could have been cut off unseen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole: {looked}.{outside}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whom to notify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose escalations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose work they take, and whose restricted incidents they see.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why does the {clock_label} clock stand so?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it goes back, and what was found out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is canceled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is none (whoever proposed it reads it)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is none any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is one (for the journal)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is reopened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why nobody should follow it any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why the clocks of {number} stand so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why the clocks stand so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why the clocks stand so…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why the escalation is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why the matrix does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this is promised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why, for the journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why: who is hit, and how</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Will not be done in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows and limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>withdraw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a password, and so not able to sign in: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without one, time counts round the clock. Make one with the hours of your desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without TLS everybody on the way to {host} could read along. Use sslmode=verify-full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word for priority {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words of it and of the caller's name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words of the short description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words that were looked for at least twice, by anybody, and are in no article yet. Kept are words and how often on which day, never who looked; what has an address or four digits in a row is not kept at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work at another desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>work note, comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workaround</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workaround provided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working time decides who is on duty, and when notifications wait for the morning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>would have acted {times_words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>would never have acted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a number such as 2, &gt;0, &lt;=5 or 1..3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write an age such as &gt;3d, &lt;2h or 1d..1w.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write an article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write an article: {name}, {counted}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write at least one contributing cause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write down what solved something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write how it was resolved; the caller and the next agent read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write in one line what does not work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write in one or two sentences what the article is about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write or preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the executive summary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write to {caller}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write today, yesterday, week, month, a date such as 2026-11-01, -7d for the last seven days, a comparison such as &lt;-3d, or a stretch such as 2026-11-01..2026-11-15.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what was tried so far, so that nobody does it twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write whole minutes, such as 45.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write, change, version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write, template, how-to, faq</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written down {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written down. It is created when the desk is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not known at this desk, or no longer active. Ask an administrator to add you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You began this and have not saved it: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You began to write “{name}” and have not saved it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can go on reading what is shown. New incidents and internal notes are written down here, and sent when it is back; everything else has to wait, and drafts are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You cannot lock yourself out. Ask another administrator to do it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You cannot remove yourself. Ask another administrator to do it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You come in by a login of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You look at version {looked_at}. It cannot be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may read calendars; supervisors and administrators change them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may read policies; supervisors and administrators change them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may read the hours; supervisors and administrators change them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may read the matrix; administrators change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may read the rules; administrators change them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may read the rules; supervisors and administrators change them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may read the {things}; others change them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You wrote part of it, so somebody else has to approve it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You wrote part of this version, so somebody else has to approve it. Ask a colleague to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your changes are gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your first name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your internal note is added with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your password is set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your reply on {number} was not sent. {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your {what} on {number} was saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{actions_open} open, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{actions_open} open{late}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{actions_overdue} overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{actor} is {role} and may not do this ({verb}). Ask {holders} to do it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{author} wrote a message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{author} wrote an internal note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{backup} has no note {note_path} beside it, so it cannot be proved whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{backup} is not as it was written: its hash differs. Choose another backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{body}

(Written {when}, while the desk was away.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{breached} breached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{callers} will be told that, and from now on what is said to the caller of {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{chance} likely to miss its resolution target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{cleaned} exists already. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{clock_head} clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{clock_head}, every priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{clock_head}, P{priority}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{clock} due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} categories stand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} characters; {limit} is the limit. Put the rest into the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} incidents came into “{view}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {count2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {summary_words} words{more}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} people are called {name}. Choose who called, then create the incident.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} to be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} to come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{database} is damaged ({found}). Stop working in it and restore a backup. {backups_in_words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{database} is damaged: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}: {clock} is read as 24:00, so that no time is lost before midnight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}: “{piece}” are no hours. Type them as 09:00-12:30, 13:00-17:00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}: “{piece}” holds a time after 24:00 or minutes over 59.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{deflected} answered of {contacts} (with {reported} incidents reported)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{due_soon} due within 1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{duration} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{each}, which was unknown and is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{editor} is published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ended} of {whole}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{error}

Go on typing to try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{error} The damaged file will be moved aside, not deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{exact} target − {exact2} used = {exact3} {word}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{face} breached just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{face} breached {spoken_time} ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{face} due in {spoken_time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{face} due in {spoken_time}, urgent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{face} due in {spoken_time}, warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{face} met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{face} met in {spoken_time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{face} missed by {spoken_time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{face} paused, {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{face} paused, {why}, {spoken_time} of opening time left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{facts}, {zone}, {hours}, version {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field_name} has {count} characters, {limit} is the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field_name} of {counted}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field_name} {told} of {told2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field_name}, in minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} cannot be more than {most_minutes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} is a level from 1 to {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} must be a whole number, not {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}: such a suggestion is right {confidence} of the time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}: what was chosen does not exist any more. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file_name} can run programs on your computer. Save it only if you expected it from this person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file_name} has {count} MB, the limit is {limit} MB. Attach a smaller file, or ask an administrator to raise the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file_name} was damaged in the database: its content does not match its hash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{fired}, late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found} comes in as {known} already. Reset the password instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found} was removed. Bring them back first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{gone} is missing; anchor {anchor} closed it with record {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{helped} of {opinions} opinions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{helped} said it helped, {did_not_help} that it did not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{helpful} helpful</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{holder} was heard of meanwhile, so nothing was taken over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{holder} was quicker. The desk stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hold}, until {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} per week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{into} is {state}: nothing more would be said there. Choose one that is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{into} was itself merged into {merged_into}. Choose that one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{judged} judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} is no threshold. Give a percentage, a time before or after due, or breach.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} must be {least} to {most}, {value} is outside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} by {author}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}: needs a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}: stands outside of brackets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}:{value} is not known. Did you mean {meant}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}:{value} is not known. Known are {known}{beside}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}:{wrong} cannot be read. {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}:{wrong} is no number of an incident. Write INC-000123 or 123.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} is saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} stops the {clock_head} clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} {text}, remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}, key {digit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}: undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lacking} Or let them make the desk: main.py server init.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{late} of {alike} {of} with this priority that were open this long took longer than is left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{left_out} lines unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{likeness} alike: {reasons}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{line} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{login} is a login of this desk already. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{login} owns the desk, so nothing holds for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{login} · first password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{login} · here now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{login}. The first password was made, and they have not chosen one of their own yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{looked_at} incidents looked at; all rules together {acted_words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} to {low2} sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{member} is a member of {parent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{member} is not a member of {parent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{member} no member of {role}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{mine} mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{missing} missing from the trail before this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{moment}, from {incidents} incidents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{moment}, went back to version {copy_of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{more} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{most} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{named} has {count} characters, {limit} is the limit. Shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{named} lies in the future. A review tells what has happened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{named} must be a date with a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{named} must be a day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} + … + {part} ({count} pieces)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} and {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{names} are typing</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{name} (copy)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (not in use)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} and {into} are not restricted to the same group, so their callers may not read the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} can log in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be a login. Use small letters, digits and underscores, at most 40 of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be merged into itself. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} exists already. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has {power}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has {size} MB, the limit is {limit} MB. Attach a smaller file, or ask an administrator to raise the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a major incident or proposed as one. Merge the other one into it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a VIP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is an administrator. Only another one can change that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is in {parents}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not set for the database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is resolved: how is told at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is {state}. Only what is still open is merged; link it instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is {word}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} on {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was merged into {merged_into} already. Take that back first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was stopped. Nothing of it is left behind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} with a limit of connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} without {power}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, keep both: theirs, then yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, theirs: {theirs}, {told}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, yours: {mine}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: needs a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: the {clock} target must be longer than 0. Leave it empty for no such target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: type to narrow the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{numbers} are canceled as duplicates of {name}, and their clocks stop.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{number} came into “{view}”: {short_description}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} created from what you wrote down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} escalated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} has no review yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} is copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} is inserted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} is internal, so it is inserted into a note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} is linked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} is not published, so nobody has approved what it says. Resolve the incident in your own words, and link the article.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} merged into {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} merged into {number2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}, priority {priority}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}, version {seen}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}, version {version}, is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}nd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}rd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}st</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}th</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} are missing</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} articles</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} attachments</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} configuration items</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} days</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} days ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} ended incidents</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} entries</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} escalation rules</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} fields</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} holidays</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} hours</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} hours ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} incidents</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} incidents are moved</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} incidents were not changed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} journal entries</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} members</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} messages</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} minutes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} minutes ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} notifications</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} open incidents</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} open incidents stay theirs until moved.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} people</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} required steps of the checklist are open. Finish them first; a supervisor can skip them.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} reviews</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rules</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} seconds</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} SLA policies</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} special days</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} steps</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} steps of the checklist are still open.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} steps, {required} required</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} subcategories</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} times</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} weeks ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} years ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{open_at}, port {port} is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{open_incidents} open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{open_words} Ctrl Enter again resolves it all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{original} is being worked on again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{owner} (not in use)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part} removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part}: change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read: {strerror}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read: {strerror}. Check the rights of the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be used on {place}: {error}. Close it everywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be written: {strerror}. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} could not be read at once: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} holds no certificate in PEM form, which begins with BEGIN CERTIFICATE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a database of another program. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a folder. Attach its files, or a ZIP archive of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is cut off or damaged: parts of it are missing. Restore a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is damaged: {found}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is empty: a desk was here or should be. Restore a backup; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is missing from this installation of Mainstay. Install it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a desk but another kind of file. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was damaged, or changed by another program: {fault} Stop working in it, find out why, and restore a backup. {backups_in_words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was made by a newer Mainstay. Update this program before you open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}, anchor {different}: {different2} Nothing was added; find out which is true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{policy_name}, version {policy_version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{position} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{prefix} cannot begin the names of roles. Use up to 20 small letters, digits and underscores, a letter first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{records} records of {chains} chains and {rows} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{resolved_with_article} of {resolved} resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{resolved} resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{right} right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{role} can call {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{role} cannot call {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{role} has not approved yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{role} has {act}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{role} has {act} on the schema {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{role} has {act} on {table}.{column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{role} lacks {act} on {table}.{column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{role} may go from {a} to {b}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{role} may not go from {a} to {b}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{role}: choose who signs, or remove the line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{row} has an old one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{row} has no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{row} has no pinned search_path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{row} has no text yet; write it or remove the row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{row} is under no row security</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rule} (copy)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said} for the {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said}, changes not published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said}: changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said}: set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{searches} searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sent} holds all anchors now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} of {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} + {exact} that an older duplicate had waited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} is needed to move about. Add Ctrl or Alt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} is too old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} is “{name}” already. Give that one other keys first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} is “{name}”, and the one would hide the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of what? Write {shown} h or {shown} m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown}, a database that holds something else ({names})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown}, a desk of an older version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown}, a desk of this version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown}, a desk that your login may not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown}, an empty database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown}, the desk was upgraded by a newer Mainstay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown}{more}
Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sign} 1 day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sign} 1 working day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sign} {number} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sign} {number} working days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sign}{time_over} over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} KB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{span}: {look}, because {cause}{reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stale} of {published} published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{stand} below this one. Move what is below first: there are two levels only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{table} did not arrive as it was sent ({rows} of {rows2} rows, another digest), so nothing was kept. Report this, please.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{table}.{column} has some</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{take_key} takes them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{target_length} of {target_length2} used{where}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{target_length} on the clock, {length_ago} for the caller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} Changes are possible here once it is closed there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is no anchor. It is the number, a dash and at least {short_digits} digits, as it stands at the foot of a PDF, or the name of a file with anchors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is no date with a time. Write it like 2026-12-04 09:30.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is no date. Write it like 2026-12-04.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is no whole number. Write digits only, or leave the field empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} Nothing was heard from there for {words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}; {count} not. {sentence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}; {count} not: {refused}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tier}, next tier · {duty} · {load}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time_left} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} is saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} is used by {uses}. They keep it; it is only not offered any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} – Mainstay</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{told} are newer than the backup: {now} now, {kept} in it.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{told} come back: {now} now, {kept} in the backup.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{to}; shown as filled in for {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{trait} is {values}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{trait} of the imagined incident</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{unassigned} unassigned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{unknown} cannot be changed like this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{used} of {opening_time} opening time used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{used} percent used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{useradmin} may not end sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{user} on {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is no channel. Known are {channel}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is no time zone. Give one such as Europe/Lisbon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is no whole number. Type digits only, such as {before}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is no {named}. Known are {words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is none of {words}. Write one of these in the head.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value}, complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value}, not in view. The key . leads there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value}, {count} missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{version}, certificate good until {ends_at}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{weekday} to {weekday2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{weekday}: hours that begin and end at {clock} are none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{weekday}: the hours after midnight are kept with {weekday2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} is no unit here, because it means different hours in different calendars. Write hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} is no unit here. Write the hours of this calendar: {write_duration}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} was not saved. Please do it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} was saved before the connection broke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} {clock} to {clock2}, {state}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} {level} is not on the scale: choose 1 to {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} {name}: saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{when} to {when2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{when}, closes {records} records of {chains} chains.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where} cannot be read: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{where}: hours must start before they end, between 00:00 and 24:00. Split a night shift at midnight into two days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{whom} It was escalated to this level already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} called too: {summary}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} changed {fields} since you looked. Nothing was overwritten: choose what is to stand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} joined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} leads it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} no longer leads it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} wrote ({when}){more}: “{quoted}” Yours was not sent. Press Ctrl+Enter again to send it as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who}: changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who}{who2} has taken over this desk, because this computer was not heard of for a while. Nothing was saved. Open the desk again to go on reading.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why}, {spoken_time} of opening time left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} holds control characters, which no desk writes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} is missing; nobody deleted it by the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} steps are out of the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} was changed behind the trail: it is not as it was recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} was inserted behind the trail: no record tells of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{word} kB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{word} on {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{word} {label} is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{word}: write it in a sentence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{write_hours} per week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{written}: is not a filter. Did you mean {close}:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{written}: is not a filter. Known are {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“together”    -without</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{shown}” is no length of time. Write 4 h, 30 m or 1 h 30 m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{step}” is required. It is {what} by a supervisor; ask one, or do it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{step}” is {state} already. Look at it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{step}” was brought back by somebody meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{step}” was changed by somebody else meanwhile. Look at it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{step}” was removed by somebody meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is no date. Write it like 2026-12-24.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is no day. Write review_on like 2027-05-01.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is no threshold. Write 75 %, 30 m before, 1 h after, or breach.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a length between a second and five years.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{unit}” is no unit here. Write h for hours and m for minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{view}” is moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{view}” was removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{word}” for “{typed}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{word}” stands between two terms; put quotes around it to find it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… and {more} more; main.py audit verify lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑ ↓ choose    Tab next kind    ↵ open    Esc close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑ ↓ choose    ↵ run    Esc close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
