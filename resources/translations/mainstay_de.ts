<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Mainstay</name>
    <message>
        <source>
and {count} more</source>
        <translation>
und {count} weitere</translation>
    </message>
    <message>
        <source> again</source>
        <translation> wieder</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source> and {count} more</source>
        <translation> und {count} weitere</translation>
    </message>
    <message>
        <source> approved {review}</source>
        <translation> gab {review} frei</translation>
    </message>
    <message>
        <source> as </source>
        <translation> als </translation>
    </message>
    <message>
        <source> assigned it to </source>
        <translation> wies ihn zu: </translation>
    </message>
    <message>
        <source> by {answered_by_name}</source>
        <translation> von {answered_by_name}</translation>
    </message>
    <message>
        <source> by {by_name}</source>
        <translation> von {by_name}</translation>
    </message>
    <message>
        <source> by {ended_by_name}</source>
        <translation> von {ended_by_name}</translation>
    </message>
    <message>
        <source> changed </source>
        <translation> änderte </translation>
    </message>
    <message>
        <source> changed {review}</source>
        <translation> änderte {review}</translation>
    </message>
    <message>
        <source> for {length}</source>
        <translation> seit {length}</translation>
    </message>
    <message>
        <source> for {spoken_time}</source>
        <translation> seit {spoken_time}</translation>
    </message>
    <message>
        <source> gave the lead of the major incident to </source>
        <translation> gab die Leitung des schwerwiegenden Incidents an </translation>
    </message>
    <message>
        <source> It was not compared with an anchor kept outside.</source>
        <translation> Es wurde mit keinem außen aufbewahrten Anker verglichen.</translation>
    </message>
    <message>
        <source> Left undone: {sentence}</source>
        <translation> Nicht erledigt: {sentence}</translation>
    </message>
    <message>
        <source> logged the alert</source>
        <translation> erfasste den Alarm</translation>
    </message>
    <message>
        <source> logged the incident</source>
        <translation> erfasste den Incident</translation>
    </message>
    <message>
        <source> Next update by {when}.</source>
        <translation> Nächstes Update bis {when}.</translation>
    </message>
    <message>
        <source> Next update was due {when}.</source>
        <translation> Das nächste Update war {when} fällig.</translation>
    </message>
    <message>
        <source> Next: {others}.</source>
        <translation> Danach: {others}.</translation>
    </message>
    <message numerus="yes">
        <source> on {n} incidents</source>
        <translation>
            <numerusform> an {n} Incident</numerusform>
            <numerusform> an {n} Incidents</numerusform>
        </translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source> plus </source>
        <translation> plus </translation>
    </message>
    <message>
        <source> then </source>
        <translation> dann </translation>
    </message>
    <message>
        <source> to </source>
        <translation> bis </translation>
    </message>
    <message>
        <source> took back: </source>
        <translation> nahm zurück: </translation>
    </message>
    <message>
        <source> took back: {done}</source>
        <translation> hat zurückgenommen: {done}</translation>
    </message>
    <message>
        <source> took it</source>
        <translation> übernahm ihn</translation>
    </message>
    <message>
        <source> took the step back: </source>
        <translation> nahm den Schritt zurück: </translation>
    </message>
    <message>
        <source> until </source>
        <translation> bis </translation>
    </message>
    <message>
        <source> until {when}</source>
        <translation> bis {when}</translation>
    </message>
    <message>
        <source> What the desk held before is kept in {path}.</source>
        <translation> Was der Desk vorher enthielt, ist in {path} behalten.</translation>
    </message>
    <message>
        <source> Your draft is kept.</source>
        <translation> Ihr Entwurf bleibt.</translation>
    </message>
    <message>
        <source> {known} of the list are in the calendar already.</source>
        <translation> {known} der Liste sind schon im Kalender.</translation>
    </message>
    <message numerus="yes">
        <source> {n} more were left too.</source>
        <translation>
            <numerusform> {n} weiterer blieb auch zurück.</numerusform>
            <numerusform> {n} weitere blieben auch zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source> {old} → none</source>
        <translation> {old} → nichts</translation>
    </message>
    <message>
        <source> · published</source>
        <translation> · veröffentlicht</translation>
    </message>
    <message>
        <source>## Steps

1. First step
2. **Second** step, with `what to type`</source>
        <translation>## Schritte

1. Erster Schritt
2. **Zweiter** Schritt, mit `was einzugeben ist`</translation>
    </message>
    <message>
        <source>&amp;Filter by</source>
        <translation>&amp;Filtern nach</translation>
    </message>
    <message>
        <source>&amp;Filter by {term}</source>
        <translation>Nach {term} &amp;filtern</translation>
    </message>
    <message>
        <source>* Added by hand ({count} of {all}); the others stand in the incident’s journal.</source>
        <translation>* Von Hand ergänzt ({count} von {all}); die anderen stehen im Journal des Incidents.</translation>
    </message>
    <message>
        <source>, and an older one lies beside it</source>
        <translation>, und eine ältere liegt daneben</translation>
    </message>
    <message>
        <source>, and shares such as &gt;50%</source>
        <translation>, und Anteile wie &gt;50%</translation>
    </message>
    <message>
        <source>, and {count} more</source>
        <translation>, und {count} weitere</translation>
    </message>
    <message>
        <source>, and {count} more before</source>
        <translation>, und {count} weitere davor</translation>
    </message>
    <message>
        <source>, and {older} older ones lie beside it</source>
        <translation>, und {older} ältere liegen daneben</translation>
    </message>
    <message>
        <source>, changes not published</source>
        <translation>, Änderungen nicht veröffentlicht</translation>
    </message>
    <message>
        <source>, led by </source>
        <translation>, geleitet von </translation>
    </message>
    <message>
        <source>, led by {lead}</source>
        <translation>, geleitet von {lead}</translation>
    </message>
    <message>
        <source>, promised by hand</source>
        <translation>, von Hand zugesagt</translation>
    </message>
    <message>
        <source>, remove</source>
        <translation>, entfernen</translation>
    </message>
    <message>
        <source>, then </source>
        <translation>, dann </translation>
    </message>
    <message>
        <source>, time left such as &lt;1h or 1h..4h, and shares used such as &gt;80%</source>
        <translation>, Restzeit wie &lt;1h oder 1h..4h, und verbrauchte Anteile wie &gt;80%</translation>
    </message>
    <message>
        <source>, version {calendar_version}</source>
        <translation>, Version {calendar_version}</translation>
    </message>
    <message>
        <source>, version {version}</source>
        <translation>, Version {version}</translation>
    </message>
    <message>
        <source>, {actions_overdue} overdue</source>
        <translation>, {actions_overdue} überfällig</translation>
    </message>
    <message>
        <source>, {count} more</source>
        <translation>, {count} weitere</translation>
    </message>
    <message>
        <source>, {left} left</source>
        <translation>, noch {left}</translation>
    </message>
    <message numerus="yes">
        <source>, {n} children too</source>
        <translation>
            <numerusform>, {n} untergeordneter auch</numerusform>
            <numerusform>, {n} untergeordnete auch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, {n} need a look</source>
        <translation>
            <numerusform>, {n} braucht einen Blick</numerusform>
            <numerusform>, {n} brauchen einen Blick</numerusform>
        </translation>
    </message>
    <message>
        <source>, {over} more than fits well</source>
        <translation>, {over} mehr, als gut passt</translation>
    </message>
    <message>
        <source>, {unassigned} unassigned</source>
        <translation>, {unassigned} nicht zugewiesen</translation>
    </message>
    <message>
        <source>, {urgent} urgent</source>
        <translation>, {urgent} dringend</translation>
    </message>
    <message>
        <source>--map {pair} is no pair. Write column=field, for example Number=number.</source>
        <translation>--map {pair} ist kein Paar. Schreiben Sie Spalte=Feld, zum Beispiel Number=number.</translation>
    </message>
    <message>
        <source>--map {pair}: the column or the field was mapped before.</source>
        <translation>--map {pair}: Die Spalte oder das Feld wurde schon zugeordnet.</translation>
    </message>
    <message>
        <source>--map {pair}: there is no field {field}. Fields are: {fields}.</source>
        <translation>--map {pair}: Das Feld {field} gibt es nicht. Felder sind: {fields}.</translation>
    </message>
    <message>
        <source>--map: no column is mapped to {lacking}, which every list needs.</source>
        <translation>--map: Keine Spalte ist {lacking} zugeordnet, was jede Liste braucht.</translation>
    </message>
    <message>
        <source>-{clock} over</source>
        <translation>-{clock} über</translation>
    </message>
    <message>
        <source>. Saving the note in {seconds} s</source>
        <translation>. Notiz wird in {seconds} s gespeichert</translation>
    </message>
    <message>
        <source>. Sending in {held_for} s</source>
        <translation>. Wird in {held_for} s gesendet</translation>
    </message>
    <message>
        <source>. What was said stays said</source>
        <translation>. Was gesagt wurde, bleibt gesagt</translation>
    </message>
    <message>
        <source>/{short} is the macro {other} already. Choose another short name.</source>
        <translation>/{short} ist schon das Makro {other}. Wählen Sie einen anderen Kurznamen.</translation>
    </message>
    <message>
        <source>09:00-12:00 or closed</source>
        <translation>09:00-12:00 oder geschlossen</translation>
    </message>
    <message>
        <source>1 category stands</source>
        <translation>1 Kategorie steht</translation>
    </message>
    <message>
        <source>1 Crop</source>
        <translation>1 Zuschneiden</translation>
    </message>
    <message>
        <source>1 is the worst. Priorities that incidents have stay as they are; the matrix counts from the next change of impact or urgency on. A matrix with other numbers of levels is loaded with main.py matrix --load.</source>
        <translation>1 ist das Schlimmste. Prioritäten, die Incidents haben, bleiben; die Matrix zählt ab der nächsten Änderung von Auswirkung oder Dringlichkeit. Eine Matrix mit anderer Stufenzahl wird mit main.py matrix --load geladen.</translation>
    </message>
    <message>
        <source>1 to 3 days</source>
        <translation>1 bis 3 Tage</translation>
    </message>
    <message>
        <source>1 to {count}</source>
        <translation>1 bis {count}</translation>
    </message>
    <message>
        <source>1 – the business stands still without it</source>
        <translation>1 – ohne ihn steht der Betrieb still</translation>
    </message>
    <message>
        <source>1, 1,2 or &lt;=2</source>
        <translation>1, 1,2 oder &lt;=2</translation>
    </message>
    <message>
        <source>2 Blur</source>
        <translation>2 Unkenntlich machen</translation>
    </message>
    <message>
        <source>2 – critical</source>
        <translation>2 – kritisch</translation>
    </message>
    <message>
        <source>3 Arrow</source>
        <translation>3 Pfeil</translation>
    </message>
    <message>
        <source>3 to 7 days</source>
        <translation>3 bis 7 Tage</translation>
    </message>
    <message>
        <source>3 – important</source>
        <translation>3 – wichtig</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>4 – useful</source>
        <translation>4 – nützlich</translation>
    </message>
    <message>
        <source>5 – can wait</source>
        <translation>5 – kann warten</translation>
    </message>
    <message>
        <source>6  Notes</source>
        <translation>6  Notizen</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>7 to 30 days</source>
        <translation>7 bis 30 Tage</translation>
    </message>
    <message>
        <source>75 %, 30 m before, breach</source>
        <translation>75 %, 30 m vor, Überschreitung</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 Tage</translation>
    </message>
    <message>
        <source>; back in the queue, unassigned: {name} is no longer at the desk</source>
        <translation>; wieder in der Warteschlange, ohne Bearbeiter: {name} ist nicht mehr am Desk</translation>
    </message>
    <message>
        <source>; chosen is {write_threshold}</source>
        <translation>; gewählt ist {write_threshold}</translation>
    </message>
    <message>
        <source>? what # @ &gt; / do</source>
        <translation>? was # @ &gt; / tun</translation>
    </message>
    <message>
        <source>[Picture not shown]</source>
        <translation>[Bild nicht gezeigt]</translation>
    </message>
    <message>
        <source>[Picture: {what} not shown]</source>
        <translation>[Bild: {what}, nicht gezeigt]</translation>
    </message>
    <message numerus="yes">
        <source>[{n} more characters are not printed. They are in the incident record.]</source>
        <translation>
            <numerusform>[{n} weiteres Zeichen ist nicht gedruckt. Es steht im Incident.]</numerusform>
            <numerusform>[{n} weitere Zeichen sind nicht gedruckt. Sie stehen im Incident.]</numerusform>
        </translation>
    </message>
    <message>
        <source>A backup of a desk</source>
        <translation>Eine Sicherung eines Desks</translation>
    </message>
    <message>
        <source>A category cannot be merged into itself. Choose another one.</source>
        <translation>Eine Kategorie kann nicht mit sich selbst zusammengeführt werden. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>A category stands at the top or directly below one that does. Choose one of the top.</source>
        <translation>Eine Kategorie steht oben oder direkt unter einer oberen. Wählen Sie eine obere.</translation>
    </message>
    <message>
        <source>A change</source>
        <translation>Ein Change</translation>
    </message>
    <message>
        <source>A click on its icon brings it back. Quit stands in its menu, and Ctrl+Q in the window quits too.</source>
        <translation>Ein Klick auf das Symbol holt es zurück. „Beenden“ steht in seinem Menü, und Strg+Q im Fenster beendet es auch.</translation>
    </message>
    <message>
        <source>a clock reaches a point</source>
        <translation>eine Uhr erreicht einen Punkt</translation>
    </message>
    <message>
        <source>a computer without a name</source>
        <translation>ein Computer ohne Namen</translation>
    </message>
    <message>
        <source>A configuration item needs a name.</source>
        <translation>Ein Configuration Item braucht einen Namen.</translation>
    </message>
    <message>
        <source>A copy holds everything the desk holds, and whoever has the file can read it: keep it where only you can. A copy on the same disk does not survive the disk.</source>
        <translation>Eine Kopie enthält alles, was der Desk enthält, und wer die Datei hat, kann sie lesen: Bewahren Sie sie auf, wo nur Sie hinkommen. Eine Kopie auf derselben Festplatte überlebt diese nicht.</translation>
    </message>
    <message>
        <source>A copy of each new anchor goes to a file in this folder, which is only ever added to. One that whoever runs the database cannot write is the right place. A setting of this computer, looked after while a window is open.</source>
        <translation>Eine Kopie jedes neuen Ankers kommt in eine Datei in diesem Ordner, an die nur angefügt wird. Ein Ort, an den der Betreiber der Datenbank nicht schreiben kann, ist der richtige. Eine Einstellung dieses Computers; gilt, solange ein Fenster offen ist.</translation>
    </message>
    <message>
        <source>A desk needs a file: use sqlite:///PATH, a desk in memory would lose everything.</source>
        <translation>Ein Desk braucht eine Datei: Nehmen Sie sqlite:///PFAD, ein Desk im Arbeitsspeicher würde alles verlieren.</translation>
    </message>
    <message>
        <source>A draft cannot be published at once. Send it to review, have it signed, then publish it.</source>
        <translation>Ein Entwurf kann nicht sofort veröffentlicht werden. Senden Sie ihn zur Prüfung, lassen Sie ihn abzeichnen und veröffentlichen Sie ihn dann.</translation>
    </message>
    <message>
        <source>a file</source>
        <translation>einer Datei</translation>
    </message>
    <message>
        <source>A file from whoever runs the server; not a secret.</source>
        <translation>Eine Datei vom Betreiber des Servers; kein Geheimnis.</translation>
    </message>
    <message>
        <source>A file is still being read. Create again in a moment.</source>
        <translation>Eine Datei wird noch gelesen. Legen Sie gleich noch einmal an.</translation>
    </message>
    <message>
        <source>A file is still being read. Send again in a moment.</source>
        <translation>Eine Datei wird noch gelesen. Senden Sie gleich noch einmal.</translation>
    </message>
    <message>
        <source>A file on this computer. Whoever may read the file may read everything in it.</source>
        <translation>Eine Datei auf diesem Computer. Wer die Datei lesen darf, kann alles darin lesen.</translation>
    </message>
    <message>
        <source>A first password, to be told to them and changed by them, or a new one.</source>
        <translation>Ein erstes Passwort, das Sie ihnen sagen und das sie ändern, oder ein neues.</translation>
    </message>
    <message>
        <source>A group cannot take over from itself. Choose another group, or none.</source>
        <translation>Eine Gruppe kann sich nicht selbst ablösen. Wählen Sie eine andere oder keine.</translation>
    </message>
    <message>
        <source>a group that is no longer in use</source>
        <translation>eine Gruppe, die nicht mehr benutzt wird</translation>
    </message>
    <message>
        <source>a hold has been over{late} and nobody resumed</source>
        <translation>eine Wartezeit ist{late} vorbei und niemand arbeitet weiter</translation>
    </message>
    <message>
        <source>a hold is over by</source>
        <translation>eine Wartezeit ist vorbei um</translation>
    </message>
    <message>
        <source>a hold was over and nobody resumed</source>
        <translation>eine Wartezeit war vorbei, und niemand arbeitete weiter</translation>
    </message>
    <message>
        <source>A key is kept</source>
        <translation>Ein Schlüssel ist hinterlegt</translation>
    </message>
    <message>
        <source>A key is one word of letters, digits and signs. Copy it again.</source>
        <translation>Ein Schlüssel ist ein Wort aus Buchstaben, Ziffern und Zeichen. Kopieren Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>A level up</source>
        <translation>Eine Stufe höher</translation>
    </message>
    <message>
        <source>A login cannot take every place</source>
        <translation>Ein Login kann nicht alle Plätze nehmen</translation>
    </message>
    <message>
        <source>A macro cannot bring an incident to {state}.</source>
        <translation>Ein Makro kann einen Incident nicht auf {state} bringen.</translation>
    </message>
    <message>
        <source>A macro cannot set {unknown}.</source>
        <translation>Ein Makro kann {unknown} nicht setzen.</translation>
    </message>
    <message>
        <source>A macro is run on 1 to {most} incidents at once. Select fewer.</source>
        <translation>Ein Makro läuft für 1 bis {most} Incidents zugleich. Wählen Sie weniger.</translation>
    </message>
    <message>
        <source>a major incident from now on</source>
        <translation>ab jetzt ein schwerwiegender Incident</translation>
    </message>
    <message>
        <source>A major incident is accepted or rejected (Shift Y, Shift B)</source>
        <translation>Ein schwerwiegender Incident wird angenommen oder abgelehnt (Umschalt Y, Umschalt B)</translation>
    </message>
    <message>
        <source>A major incident is closed by a person after its review, not by the clock.</source>
        <translation>Einen schwerwiegenden Incident schließt eine Person nach der Nachbetrachtung, nicht die Uhr.</translation>
    </message>
    <message>
        <source>A major incident is closed by whoever leads it or by a supervisor</source>
        <translation>Einen schwerwiegenden Incident schließt, wer ihn leitet, oder ein Supervisor</translation>
    </message>
    <message>
        <source>A major incident is closed by whoever leads it or by a supervisor. Ask one of them.</source>
        <translation>Einen schwerwiegenden Incident schließt, wer ihn leitet, oder ein Supervisor. Bitten Sie einen davon.</translation>
    </message>
    <message>
        <source>A major incident? {count} incidents within an hour with {what}, usually {usual}</source>
        <translation>Ein schwerwiegender Incident? {count} Incidents in einer Stunde mit {what}, sonst {usual}</translation>
    </message>
    <message>
        <source>A mistake of the program ended the setting up, which the other window describes. The database is as it was before. Try again; if it happens again, send what the other window says to those who look after the program.</source>
        <translation>Ein Fehler des Programms hat das Einrichten beendet; das andere Fenster beschreibt ihn. Die Datenbank ist, wie sie vorher war. Versuchen Sie es noch einmal; geschieht es wieder, senden Sie, was das andere Fenster sagt, an die Betreuer des Programms.</translation>
    </message>
    <message>
        <source>A mistake of the program ended this.</source>
        <translation>Ein Fehler des Programms hat dies beendet.</translation>
    </message>
    <message>
        <source>A name is needed.</source>
        <translation>Es fehlt ein Name.</translation>
    </message>
    <message>
        <source>A new calendar, not published yet</source>
        <translation>Ein neuer Kalender, noch nicht veröffentlicht</translation>
    </message>
    <message>
        <source>A person needs a name.</source>
        <translation>Eine Person braucht einen Namen.</translation>
    </message>
    <message>
        <source>A picture has {size} MB, the limit is {limit} MB. Take a smaller one, or ask an administrator to raise the limit.</source>
        <translation>Ein Bild hat {size} MB, die Grenze ist {limit} MB. Nehmen Sie ein kleineres, oder bitten Sie einen Administrator, die Grenze anzuheben.</translation>
    </message>
    <message>
        <source>A PostgreSQL database that the team shares. What each person may do is decided there.</source>
        <translation>Eine PostgreSQL-Datenbank, die das Team teilt. Was jeder darf, wird dort entschieden.</translation>
    </message>
    <message>
        <source>A priority is a number such as 1, a list such as 1,2 or a comparison such as &lt;=2.</source>
        <translation>Eine Priorität ist eine Zahl wie 1, eine Liste wie 1,2 oder ein Vergleich wie &lt;=2.</translation>
    </message>
    <message>
        <source>A priority matrix is a table with name, impact, urgency, priority and cells.</source>
        <translation>Eine Prioritätsmatrix ist eine Tabelle mit Name, Auswirkung, Dringlichkeit, Priorität und Zellen.</translation>
    </message>
    <message>
        <source>A private desk in {place}. Ready in a moment.</source>
        <translation>Ein eigener Desk in {place}. In einem Augenblick bereit.</translation>
    </message>
    <message>
        <source>A problem is open</source>
        <translation>Ein Problem ist geöffnet</translation>
    </message>
    <message>
        <source>A problem is what lies behind incidents. Select some in the queue and make one from them.</source>
        <translation>Ein Problem ist, was hinter Incidents steckt. Wählen Sie einige in der Warteschlange aus und machen Sie eines daraus.</translation>
    </message>
    <message>
        <source>A problem that is {now} cannot become {wanted}, only {ways}.</source>
        <translation>Ein Problem im Zustand {now} kann nicht zu {wanted} wechseln, nur zu {ways}.</translation>
    </message>
    <message>
        <source>A question cannot fill the disk</source>
        <translation>Eine Frage kann die Festplatte nicht füllen</translation>
    </message>
    <message>
        <source>a reader</source>
        <translation>ein Leser</translation>
    </message>
    <message>
        <source>A reader is in no group. Leave the groups empty, or choose another role.</source>
        <translation>Ein Leser ist in keiner Gruppe. Lassen Sie die Gruppen leer, oder wählen Sie eine andere Rolle.</translation>
    </message>
    <message>
        <source>a record</source>
        <translation>ein Eintrag</translation>
    </message>
    <message>
        <source>a requester</source>
        <translation>ein Melder</translation>
    </message>
    <message>
        <source>A resolution needs its code, and a reply that says how it was resolved.</source>
        <translation>Eine Lösung braucht ihren Code und eine Antwort, die sagt, wie gelöst wurde.</translation>
    </message>
    <message>
        <source>A review is signed off while it is in review: not as a draft, and not once published.</source>
        <translation>Eine Nachbetrachtung wird während der Prüfung abgezeichnet: nicht als Entwurf und nicht, wenn sie veröffentlicht ist.</translation>
    </message>
    <message>
        <source>A review is started from its incident: open one and choose “Post-incident review”.</source>
        <translation>Eine Nachbetrachtung beginnt an ihrem Incident: Öffnen Sie einen und wählen Sie „Nachbetrachtung (Post-Incident-Review)“.</translation>
    </message>
    <message>
        <source>A rule has no name. Give it one that says what it is for.</source>
        <translation>Eine Regel hat keinen Namen. Geben Sie ihr einen, der sagt, wofür sie ist.</translation>
    </message>
    <message>
        <source>A server is reached with http or https, not with {scheme}.</source>
        <translation>Einen Server erreicht man mit http oder https, nicht mit {scheme}.</translation>
    </message>
    <message>
        <source>A server of your choice drafts replies, articles and summaries: any that speaks as OpenAI's does, run by the office or rented. Only then does anything leave this desk: exactly the text that is shown before, to that server, when somebody sends it. Everything else works without it.</source>
        <translation>Ein Server Ihrer Wahl entwirft Antworten, Artikel und Zusammenfassungen: jeder, der wie der von OpenAI spricht, vom Büro betrieben oder gemietet. Nur dann verlässt etwas diesen Desk: genau der Text, der vorher gezeigt wird, an diesen Server, wenn ihn jemand sendet. Alles andere geht auch ohne.</translation>
    </message>
    <message>
        <source>a share ({kind})</source>
        <translation>einer Freigabe ({kind})</translation>
    </message>
    <message>
        <source>A shared desk lies on a PostgreSQL server: postgresql://ADMINISTRATOR@HOST/DATABASE.</source>
        <translation>Ein gemeinsamer Desk liegt auf einem PostgreSQL-Server: postgresql://ADMINISTRATOR@HOST/DATABASE.</translation>
    </message>
    <message>
        <source>A shift begins before it ends, and the next one ends after that.</source>
        <translation>Eine Schicht beginnt, bevor sie endet, und die nächste endet danach.</translation>
    </message>
    <message>
        <source>A shift is handed over to somebody else.</source>
        <translation>Eine Schicht wird an jemand anderen übergeben.</translation>
    </message>
    <message>
        <source>A sound</source>
        <translation>Ein Ton</translation>
    </message>
    <message>
        <source>A stakeholder update is due</source>
        <translation>Ein Stakeholder-Update ist fällig</translation>
    </message>
    <message>
        <source>A stakeholder update is read by callers</source>
        <translation>Ein Stakeholder-Update wird von Meldern gelesen</translation>
    </message>
    <message>
        <source>A step of “{summary}”</source>
        <translation>Ein Schritt von „{summary}“</translation>
    </message>
    <message>
        <source>A subcategory needs its category. Choose that too.</source>
        <translation>Eine Unterkategorie braucht ihre Kategorie. Wählen Sie auch diese.</translation>
    </message>
    <message>
        <source>a supervisor</source>
        <translation>ein Supervisor</translation>
    </message>
    <message>
        <source>A supervisor decided</source>
        <translation>Ein Supervisor hat entschieden</translation>
    </message>
    <message>
        <source>A supervisor decides; everybody who decides is told now</source>
        <translation>Ein Supervisor entscheidet; alle, die entscheiden, erfahren es jetzt</translation>
    </message>
    <message>
        <source>a supervisor set or took back a due date</source>
        <translation>ein Supervisor setzte eine Frist oder nahm sie zurück</translation>
    </message>
    <message>
        <source>A supervisor set the due date by hand: {when} UTC.</source>
        <translation>Ein Supervisor hat die Frist von Hand gesetzt: {when} UTC.</translation>
    </message>
    <message>
        <source>A third of what a desk hears it has heard before. Begin with a template.</source>
        <translation>Ein Drittel von dem, was ein Desk hört, hat er schon gehört. Beginnen Sie mit einer Vorlage.</translation>
    </message>
    <message>
        <source>A threshold is a percentage above 0 with at most four decimals.</source>
        <translation>Eine Schwelle ist ein Anteil über 0 mit höchstens vier Nachkommastellen.</translation>
    </message>
    <message>
        <source>A version cannot hold from a time that has passed, because what was counted stays. Choose a later time.</source>
        <translation>Eine Version kann nicht ab einer vergangenen Zeit gelten, denn was gezählt wurde, bleibt. Wählen Sie eine spätere Zeit.</translation>
    </message>
    <message>
        <source>A version that is to come holds from {newest} UTC. Choose a time after it.</source>
        <translation>Eine kommende Version gilt ab {newest} UTC. Wählen Sie eine Zeit danach.</translation>
    </message>
    <message>
        <source>A view is for {shares}, not for {share}.</source>
        <translation>Eine Ansicht ist für {shares}, nicht für {share}.</translation>
    </message>
    <message>
        <source>A view is shared with a group of which you are a member. Choose one.</source>
        <translation>Eine Ansicht wird mit einer Gruppe geteilt, in der Sie Mitglied sind. Wählen Sie eine.</translation>
    </message>
    <message>
        <source>A view shows what its filter finds, so nothing can be put into it. Drop it on a group, on My open work or on Unassigned.</source>
        <translation>Eine Ansicht zeigt, was ihr Filter findet; hineinlegen lässt sich nichts. Lassen Sie es auf einer Gruppe, auf „Meine offene Arbeit“ oder auf „Nicht zugewiesen“ los.</translation>
    </message>
    <message>
        <source>A week has seven days; {count} are given.</source>
        <translation>Eine Woche hat sieben Tage; angegeben sind {count}.</translation>
    </message>
    <message>
        <source>a word that somebody put on it</source>
        <translation>ein Wort, das jemand daran geheftet hat</translation>
    </message>
    <message>
        <source>A {thing} is for {shares}, not for {share}.</source>
        <translation>Möglich für {thing}: {shares}, nicht {share}.</translation>
    </message>
    <message>
        <source>A {thing} is shared with a group of which you are a member. Choose one.</source>
        <translation>Geteilt wird mit einer Gruppe, in der Sie Mitglied sind ({thing}). Wählen Sie eine.</translation>
    </message>
    <message>
        <source>about “{name}”</source>
        <translation>zu „{name}“</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Accept as a major incident</source>
        <translation>Als schwerwiegenden Incident annehmen</translation>
    </message>
    <message>
        <source>Accept or declare a major incident…</source>
        <translation>Schwerwiegenden Incident annehmen oder erklären…</translation>
    </message>
    <message>
        <source>Accept what is suggested</source>
        <translation>Vorgeschlagenes annehmen</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Accepted as a major incident</source>
        <translation>Als schwerwiegender Incident angenommen</translation>
    </message>
    <message>
        <source>accepted as a major incident</source>
        <translation>als schwerwiegender Incident angenommen</translation>
    </message>
    <message>
        <source>Accepted, changed, ignored</source>
        <translation>Angenommen, geändert, übergangen</translation>
    </message>
    <message>
        <source>Accept…</source>
        <translation>Annehmen…</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Acknowledge by</source>
        <translation>Zu bestätigen bis</translation>
    </message>
    <message>
        <source>acknowledge by</source>
        <translation>bestätigen bis</translation>
    </message>
    <message>
        <source>Acknowledge escalations</source>
        <translation>Eskalationen bestätigen</translation>
    </message>
    <message>
        <source>Acknowledge within</source>
        <translation>Bestätigen binnen</translation>
    </message>
    <message>
        <source>Acknowledge within, when urgent</source>
        <translation>Bestätigen binnen, wenn dringend</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>Acknowledged by</source>
        <translation>Bestätigt von</translation>
    </message>
    <message>
        <source>acknowledged by {acknowledged_by_name}</source>
        <translation>bestätigt von {acknowledged_by_name}</translation>
    </message>
    <message>
        <source>acknowledged in</source>
        <translation>bestätigt in</translation>
    </message>
    <message>
        <source>Acknowledged the escalation to {addressee}.</source>
        <translation>Die Eskalation an {addressee} bestätigt.</translation>
    </message>
    <message>
        <source>Act on the incident</source>
        <translation>Am Incident handeln</translation>
    </message>
    <message>
        <source>Act on {subject}</source>
        <translation>Handeln an {subject}</translation>
    </message>
    <message>
        <source>Acting, and taking it back</source>
        <translation>Handeln und zurücknehmen</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Maßnahme</translation>
    </message>
    <message>
        <source>action</source>
        <translation>Maßnahme</translation>
    </message>
    <message>
        <source>Action of a review</source>
        <translation>Maßnahme einer Nachbetrachtung</translation>
    </message>
    <message>
        <source>Action {number} has no due date.</source>
        <translation>Maßnahme {number} hat keinen Termin.</translation>
    </message>
    <message>
        <source>Action {number} has no owner.</source>
        <translation>Maßnahme {number} hat keinen Verantwortlichen.</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Maßnahmen</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>activity, journal, protocol</source>
        <translation>Aktivität, Journal, Protokoll, Verlauf</translation>
    </message>
    <message>
        <source>Acts</source>
        <translation>Handlungen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add a checklist…</source>
        <translation>Checkliste hinzufügen…</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Person hinzufügen</translation>
    </message>
    <message>
        <source>Add a step to the checklist</source>
        <translation>Schritt zur Checkliste hinzufügen</translation>
    </message>
    <message>
        <source>Add a step, or / for a checklist</source>
        <translation>Schritt hinzufügen, oder / für eine Checkliste</translation>
    </message>
    <message>
        <source>Add a team</source>
        <translation>Eine Gruppe hinzufügen</translation>
    </message>
    <message>
        <source>Add a value of {label}</source>
        <translation>Wert für {label} hinzufügen</translation>
    </message>
    <message>
        <source>Add action</source>
        <translation>Maßnahme hinzufügen</translation>
    </message>
    <message>
        <source>Add an internal note</source>
        <translation>Interne Notiz hinzufügen</translation>
    </message>
    <message>
        <source>Add area</source>
        <translation>Bereich hinzufügen</translation>
    </message>
    <message>
        <source>Add as a new person</source>
        <translation>Als neue Person hinzufügen</translation>
    </message>
    <message>
        <source>Add as a note</source>
        <translation>Als Notiz hinzufügen</translation>
    </message>
    <message>
        <source>Add cause</source>
        <translation>Ursache hinzufügen</translation>
    </message>
    <message>
        <source>Add condition</source>
        <translation>Bedingung hinzufügen</translation>
    </message>
    <message>
        <source>Add decision</source>
        <translation>Entscheidung hinzufügen</translation>
    </message>
    <message>
        <source>add filter…</source>
        <translation>Filter hinzufügen…</translation>
    </message>
    <message>
        <source>Add lesson</source>
        <translation>Lehre hinzufügen</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>Add own entry</source>
        <translation>Eigenen Eintrag hinzufügen</translation>
    </message>
    <message>
        <source>Add pause</source>
        <translation>Pause hinzufügen</translation>
    </message>
    <message>
        <source>Add people, or a list of them (CSV)</source>
        <translation>Personen hinzufügen, einzeln oder als Liste (CSV)</translation>
    </message>
    <message>
        <source>Add person</source>
        <translation>Person hinzufügen</translation>
    </message>
    <message>
        <source>Add somebody to notify</source>
        <translation>Jemanden zum Benachrichtigen hinzufügen</translation>
    </message>
    <message>
        <source>Add step</source>
        <translation>Schritt hinzufügen</translation>
    </message>
    <message>
        <source>Add the number of the incident that this one is a duplicate of.</source>
        <translation>Geben Sie die Nummer des Incidents an, dessen Duplikat dieser ist.</translation>
    </message>
    <message>
        <source>Add this call as a note to {number}</source>
        <translation>Diesen Anruf als Notiz zu {number} hinzufügen</translation>
    </message>
    <message>
        <source>Add to {name}</source>
        <translation>Zu {name} hinzufügen</translation>
    </message>
    <message>
        <source>Add {thing}</source>
        <translation>Hinzufügen: {thing}</translation>
    </message>
    <message>
        <source>add, belong</source>
        <translation>hinzufügen, gehören</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Added by</source>
        <translation>Hinzugefügt von</translation>
    </message>
    <message>
        <source>added the checklist</source>
        <translation>fügte die Checkliste hinzu</translation>
    </message>
    <message>
        <source>added the step</source>
        <translation>fügte den Schritt hinzu</translation>
    </message>
    <message>
        <source>Added to {number}</source>
        <translation>Zu {number} hinzugefügt</translation>
    </message>
    <message>
        <source>Added: {template}</source>
        <translation>Hinzugefügt: {template}</translation>
    </message>
    <message>
        <source>Added: {text}</source>
        <translation>Hinzugefügt: {text}</translation>
    </message>
    <message>
        <source>Adding the call to {number} in {seconds} s</source>
        <translation>Anruf wird in {seconds} s zu {number} hinzugefügt</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Adresse des Servers</translation>
    </message>
    <message>
        <source>adds the checklist “{checklist_name}”</source>
        <translation>fügt die Checkliste „{checklist_name}“ hinzu</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>Admin</translation>
    </message>
    <message>
        <source>admin, calendars, holidays, sla, policies, escalation rules, hours, preferences</source>
        <translation>Verwaltung, Kalender, Feiertage, SLA, Richtlinien, Eskalationsregeln, Zeiten, Optionen</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Administrator: lets people in too</source>
        <translation>Administrator: lässt auch andere hinein</translation>
    </message>
    <message>
        <source>Administrators</source>
        <translation>Administratoren</translation>
    </message>
    <message>
        <source>Administrators export the desk. Ask one to do it.</source>
        <translation>Administratoren exportieren den Desk. Bitten Sie einen darum.</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>after</source>
        <translation>nach</translation>
    </message>
    <message>
        <source>after {age}, {when}</source>
        <translation>nach {age}, {when}</translation>
    </message>
    <message>
        <source>after {length}</source>
        <translation>nach {length}</translation>
    </message>
    <message>
        <source>After {length} of opening time</source>
        <translation>Nach {length} Öffnungszeit</translation>
    </message>
    <message>
        <source>again, back</source>
        <translation>noch einmal, zurück</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Agent: works on incidents</source>
        <translation>Agent: bearbeitet Incidents</translation>
    </message>
    <message>
        <source>Agree and send</source>
        <translation>Zustimmen und senden</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Zustimmung</translation>
    </message>
    <message>
        <source>ahead of</source>
        <translation>vor</translation>
    </message>
    <message>
        <source>AI, artificial intelligence, LLM, language model, API, privacy</source>
        <translation>KI, künstliche Intelligenz, LLM, Sprachmodell, API, Datenschutz</translation>
    </message>
    <message>
        <source>ai, model, llm, summary, hand over</source>
        <translation>KI, Modell, LLM, Zusammenfassung, Übergabe</translation>
    </message>
    <message>
        <source>ai, model, llm, write</source>
        <translation>KI, Modell, LLM, schreiben</translation>
    </message>
    <message>
        <source>ai, model, llm, write, answer</source>
        <translation>KI, Modell, LLM, schreiben, Antwort</translation>
    </message>
    <message>
        <source>ai, model, llm, write, article</source>
        <translation>KI, Modell, LLM, schreiben, Artikel</translation>
    </message>
    <message>
        <source>alerts, reminders, pager, on-call, levels, hierarchy</source>
        <translation>Alarm, Erinnerungen, Pager, Bereitschaft, Rufbereitschaft, Stufen, Hierarchie</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>Alle Artikel</translation>
    </message>
    <message>
        <source>All assigned</source>
        <translation>Alle zugewiesen</translation>
    </message>
    <message>
        <source>All calendars</source>
        <translation>Alle Kalender</translation>
    </message>
    <message>
        <source>All connections of this program are in use. Try again in a moment.</source>
        <translation>Alle Verbindungen dieses Programms sind in Gebrauch. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>All entries</source>
        <translation>Alle Einträge</translation>
    </message>
    <message>
        <source>All escalations</source>
        <translation>Alle Eskalationen</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>Alle Felder</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>All first steps are done.</source>
        <translation>Alle ersten Schritte sind erledigt.</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>Alle Gruppen</translation>
    </message>
    <message>
        <source>All hand-overs</source>
        <translation>Alle Übergaben</translation>
    </message>
    <message>
        <source>All incidents</source>
        <translation>Alle Incidents</translation>
    </message>
    <message>
        <source>all incidents</source>
        <translation>alle Incidents</translation>
    </message>
    <message>
        <source>All incidents are shown.</source>
        <translation>Gezeigt werden alle Incidents.</translation>
    </message>
    <message>
        <source>All of it in one go, or nothing: when a part fails, or you cancel, the database is as it was.</source>
        <translation>Alles auf einmal oder gar nichts: Misslingt ein Teil oder brechen Sie ab, ist die Datenbank, wie sie war.</translation>
    </message>
    <message>
        <source>All open incidents</source>
        <translation>Alle offenen Incidents</translation>
    </message>
    <message>
        <source>All reviews</source>
        <translation>Alle Nachbetrachtungen</translation>
    </message>
    <message>
        <source>All that fit act, in this order. Drag a rule, or Alt with Up and Down.</source>
        <translation>Alle passenden greifen, in dieser Folge. Ziehen Sie eine Regel, oder Alt mit Auf und Ab.</translation>
    </message>
    <message>
        <source>All that happened to it</source>
        <translation>Alles, was damit geschah</translation>
    </message>
    <message>
        <source>All {things}</source>
        <translation>Alle {things}</translation>
    </message>
    <message>
        <source>Allow hostssl lines only in pg_hba.conf.</source>
        <translation>Erlauben Sie in pg_hba.conf nur hostssl-Zeilen.</translation>
    </message>
    <message>
        <source>Also send incidents that are restricted to a group</source>
        <translation>Auch Incidents senden, die auf eine Gruppe beschränkt sind</translation>
    </message>
    <message>
        <source>Alt+Up and Alt+Down move a column</source>
        <translation>Alt+↑ und Alt+↓ verschieben eine Spalte</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>Always open</source>
        <translation>Immer offen</translation>
    </message>
    <message>
        <source>an admin</source>
        <translation>ein Admin</translation>
    </message>
    <message>
        <source>an agent</source>
        <translation>ein Agent</translation>
    </message>
    <message>
        <source>An anchor that was kept outside, such as 12-3f9a1c2e-77b04d11-9a0c55e2</source>
        <translation>Ein außen aufbewahrter Anker, etwa 12-3f9a1c2e-77b04d11-9a0c55e2</translation>
    </message>
    <message>
        <source>An article has {most_tags} tags at most. Take some away.</source>
        <translation>Ein Artikel hat höchstens {most_tags} Schlagwörter. Nehmen Sie einige weg.</translation>
    </message>
    <message>
        <source>An article is being written</source>
        <translation>Gerade wird ein Artikel geschrieben</translation>
    </message>
    <message>
        <source>An article shows {most} pictures at most, and this one has {count}.</source>
        <translation>Ein Artikel zeigt höchstens {most} Bilder, dieser hat {count}.</translation>
    </message>
    <message>
        <source>an article without a title</source>
        <translation>ein Artikel ohne Titel</translation>
    </message>
    <message>
        <source>An attached file</source>
        <translation>Eine angehängte Datei</translation>
    </message>
    <message>
        <source>an authority this computer trusts</source>
        <translation>einer Stelle, der dieser Computer vertraut</translation>
    </message>
    <message>
        <source>An encrypted backup can be restored on any computer, with its pass phrase and with nothing else. Whoever forgets the phrase has lost these backups: neither an administrator nor whoever made Mainstay can open them. Write it down, and keep it away from this computer.</source>
        <translation>Eine verschlüsselte Sicherung lässt sich auf jedem Rechner wiederherstellen, mit ihrer Passphrase und mit nichts anderem. Wer die Passphrase vergisst, hat diese Sicherungen verloren: Weder ein Administrator noch der Hersteller von Mainstay kann sie öffnen. Schreiben Sie sie auf, und bewahren Sie sie nicht bei diesem Rechner auf.</translation>
    </message>
    <message>
        <source>An entry of the timeline needs its time.</source>
        <translation>Ein Eintrag der Zeitleiste braucht seine Zeit.</translation>
    </message>
    <message>
        <source>An entry that was picked is not in the journal of this incident.</source>
        <translation>Ein ausgewählter Eintrag steht nicht im Journal dieses Incidents.</translation>
    </message>
    <message>
        <source>An export is for other programs and for reading. To have the desk back as it is now, make a backup; to bring it to another database, use main.py move. The audit trail stays where it is, since only there it can be verified.</source>
        <translation>Ein Export ist für andere Programme und zum Lesen. Um den Desk zu haben, wie er jetzt ist, machen Sie eine Sicherung; um ihn in eine andere Datenbank zu bringen, nehmen Sie main.py move. Der Audit-Trail bleibt, wo er ist, denn nur dort kann er geprüft werden.</translation>
    </message>
    <message>
        <source>an incident</source>
        <translation>einem Incident</translation>
    </message>
    <message>
        <source>An incident cannot be linked to itself. Choose another one.</source>
        <translation>Ein Incident kann nicht mit sich selbst verknüpft werden. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>An incident cannot go from {source} to {to}. From here: {possible}.</source>
        <translation>Ein Incident kann nicht von {source} zu {to} wechseln. Von hier aus: {possible}.</translation>
    </message>
    <message>
        <source>An incident has at most {most_steps} steps. Remove some first, or log another incident.</source>
        <translation>Ein Incident hat höchstens {most_steps} Schritte. Entfernen Sie erst welche, oder erfassen Sie einen weiteren Incident.</translation>
    </message>
    <message>
        <source>An incident has {most} tags at most. Take some away.</source>
        <translation>Ein Incident hat höchstens {most} Schlagwörter. Nehmen Sie einige weg.</translation>
    </message>
    <message>
        <source>An incident is escalated with E, or by a rule.</source>
        <translation>Ein Incident wird mit E oder durch eine Regel eskaliert.</translation>
    </message>
    <message>
        <source>An incident that a shift left behind can be taken or declined</source>
        <translation>Ein Incident, den eine Schicht zurückließ, kann übernommen oder abgelehnt werden</translation>
    </message>
    <message>
        <source>An offer is taken or declined.</source>
        <translation>Ein Angebot wird angenommen oder abgelehnt.</translation>
    </message>
    <message>
        <source>an older duplicate was linked to it</source>
        <translation>ein älteres Duplikat wurde mit ihm verknüpft</translation>
    </message>
    <message>
        <source>An order cannot be left out; write the minus after sort:</source>
        <translation>Eine Ordnung kann nicht ausgeschlossen werden; schreiben Sie das Minus hinter sort:</translation>
    </message>
    <message>
        <source>Anchor</source>
        <translation>Anker</translation>
    </message>
    <message>
        <source>Anchor that was kept outside</source>
        <translation>Außen aufbewahrter Anker</translation>
    </message>
    <message>
        <source>Anchor {number} is taken</source>
        <translation>Anker {number} ist gesetzt</translation>
    </message>
    <message>
        <source>anchor {wanted} is missing before this one.</source>
        <translation>Anker {wanted} fehlt vor diesem.</translation>
    </message>
    <message>
        <source>Anchors go to</source>
        <translation>Anker gehen nach</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>and 4 weekly and 12 monthly ones. Others stay until somebody deletes them.</source>
        <translation>und 4 wöchentliche und 12 monatliche. Andere bleiben, bis sie jemand löscht.</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
    <message>
        <source>and {count} older ones</source>
        <translation>und {count} ältere</translation>
    </message>
    <message>
        <source>and {more} more</source>
        <translation>und {more} weitere</translation>
    </message>
    <message numerus="yes">
        <source>and {n} more</source>
        <translation>
            <numerusform>und {n} weiterer</numerusform>
            <numerusform>und {n} weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>and {times} more</source>
        <translation>und {times} weitere</translation>
    </message>
    <message>
        <source>Another backup…</source>
        <translation>Eine andere Sicherung…</translation>
    </message>
    <message>
        <source>another calendar came into force</source>
        <translation>ein anderer Kalender trat in Kraft</translation>
    </message>
    <message>
        <source>Another category takes its place: incidents that have not ended, what stands below it, articles, templates, macros, saved views and rules go over. It is taken out of use.</source>
        <translation>Eine andere Kategorie tritt an ihre Stelle: Incidents, die nicht abgeschlossen sind, was darunter steht, Artikel, Vorlagen, Makros, gespeicherte Ansichten und Regeln gehen über. Sie wird außer Gebrauch genommen.</translation>
    </message>
    <message>
        <source>another computer</source>
        <translation>ein anderer Computer</translation>
    </message>
    <message>
        <source>another group</source>
        <translation>eine andere Gruppe</translation>
    </message>
    <message>
        <source>another incident it is linked to</source>
        <translation>ein anderer Incident, mit dem er verknüpft ist</translation>
    </message>
    <message>
        <source>another policy came into force</source>
        <translation>eine andere Richtlinie trat in Kraft</translation>
    </message>
    <message>
        <source>Another program has learned meanwhile; version {number} holds.</source>
        <translation>Ein anderes Programm hat inzwischen gelernt; es gilt Version {number}.</translation>
    </message>
    <message>
        <source>Another program holds the database. Nothing was saved; try again in a moment.</source>
        <translation>Ein anderes Programm hält die Datenbank. Es wurde nichts gespeichert; versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>another program of {user} here</source>
        <translation>ein anderes Programm von {user} hier</translation>
    </message>
    <message>
        <source>Another program took an anchor at this moment. Show it with `main.py audit show`.</source>
        <translation>In diesem Augenblick hat ein anderes Programm einen Anker gesetzt. Zeigen Sie ihn mit `main.py audit show`.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>answer, write, send</source>
        <translation>Antwort, schreiben, senden</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>Beantwortet von</translation>
    </message>
    <message>
        <source>Any category</source>
        <translation>Jede Kategorie</translation>
    </message>
    <message>
        <source>Any service</source>
        <translation>Jeder Service</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>any time</source>
        <translation>beliebiger Zeit</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>Jeder</translation>
    </message>
    <message>
        <source>Anything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Appearance and help</source>
        <translation>Aussehen und Hilfe</translation>
    </message>
    <message>
        <source>applied to open incidents</source>
        <translation>auf offene Incidents angewandt</translation>
    </message>
    <message>
        <source>Applies to open incidents</source>
        <translation>Gilt für offene Incidents</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Apply to open incidents</source>
        <translation>Auf offene Incidents anwenden</translation>
    </message>
    <message>
        <source>Apply to open incidents too</source>
        <translation>Auch auf offene Incidents anwenden</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Approve and publish</source>
        <translation>Freigeben und veröffentlichen</translation>
    </message>
    <message>
        <source>Approve and publish the article</source>
        <translation>Artikel freigeben und veröffentlichen</translation>
    </message>
    <message>
        <source>Approve the review</source>
        <translation>Nachbetrachtung freigeben</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Approved and published</source>
        <translation>Freigegeben und veröffentlicht</translation>
    </message>
    <message>
        <source>approved as {role}</source>
        <translation>freigegeben als {role}</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Freigegeben von</translation>
    </message>
    <message>
        <source>Approved in the app</source>
        <translation>In der App freigegeben</translation>
    </message>
    <message>
        <source>Approved {when}</source>
        <translation>Freigegeben {when}</translation>
    </message>
    <message>
        <source>Approver</source>
        <translation>Freigebende Person</translation>
    </message>
    <message>
        <source>apr, april</source>
        <translation>apr, april</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>area</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Around the clock, UTC</source>
        <translation>Rund um die Uhr, UTC</translation>
    </message>
    <message>
        <source>Arrivals by hour</source>
        <translation>Eingang nach Stunde</translation>
    </message>
    <message>
        <source>Arrivals by hour: none yet</source>
        <translation>Eingang nach Stunde: noch keine</translation>
    </message>
    <message>
        <source>Arrivals by hour: {total} incidents, most on {hour} with {most}. The table (T) has every hour.</source>
        <translation>Eingang nach Stunde: {total} Incidents, die meisten {hour} mit {most}. Die Tabelle (T) hat jede Stunde.</translation>
    </message>
    <message>
        <source>arrived, updates, fresh</source>
        <translation>angekommen, Neuigkeiten, frisch</translation>
    </message>
    <message>
        <source>Arrow drawn</source>
        <translation>Pfeil gezeichnet</translation>
    </message>
    <message>
        <source>Arrow keys move the part, Shift and arrow keys size it, Enter does it.</source>
        <translation>Pfeiltasten verschieben den Ausschnitt, Umschalt und Pfeiltasten ändern seine Größe, Eingabe führt es aus.</translation>
    </message>
    <message>
        <source>Arrows choose · Esc closes</source>
        <translation>Pfeile wählen · Esc schließt</translation>
    </message>
    <message>
        <source>Arrows choose · Tab next field</source>
        <translation>Pfeile wählen · Tab nächstes Feld</translation>
    </message>
    <message>
        <source>Arrows choose · Tab next field · Esc closes</source>
        <translation>Pfeile wählen · Tab nächstes Feld · Esc schließt</translation>
    </message>
    <message>
        <source>Arrows scroll · Backspace goes back · Esc closes</source>
        <translation>Pfeile blättern · Rücktaste geht zurück · Esc schließt</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Article: Enter names it, Shift+Enter puts its text in</source>
        <translation>Artikel: Eingabe nennt ihn, Umschalt+Eingabe fügt seinen Text ein</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>artikel</translation>
    </message>
    <message>
        <source>Articles whose day to be looked at again has come stand here.</source>
        <translation>Artikel, deren Prüftag gekommen ist, stehen hier.</translation>
    </message>
    <message>
        <source>articles, FAQ, KB</source>
        <translation>Artikel, FAQ, Wissensdatenbank, KB</translation>
    </message>
    <message>
        <source>articles, kb, how-to, faq</source>
        <translation>Artikel, KB, Anleitung, FAQ</translation>
    </message>
    <message>
        <source>As for every priority: {said}</source>
        <translation>Wie für jede Priorität: {said}</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>As many as on {day}</source>
        <translation>So viele wie am {day}</translation>
    </message>
    <message>
        <source>As of {at}, not read since</source>
        <translation>Stand {at}, seither nicht gelesen</translation>
    </message>
    <message>
        <source>As reported</source>
        <translation>Wie gemeldet</translation>
    </message>
    <message>
        <source>As the computer</source>
        <translation>Wie der Computer</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>as the system has it</source>
        <translation>wie das System es hat</translation>
    </message>
    <message>
        <source>Ask an administrator of the desk to add you to it.</source>
        <translation>Bitten Sie einen Administrator des Desks, Sie aufzunehmen.</translation>
    </message>
    <message>
        <source>Ask an administrator to add you to it.</source>
        <translation>Bitten Sie einen Administrator, Sie aufzunehmen.</translation>
    </message>
    <message>
        <source>Ask what became of it</source>
        <translation>Nachfragen, was daraus wurde</translation>
    </message>
    <message>
        <source>Ask who it is</source>
        <translation>Fragen, wer es ist</translation>
    </message>
    <message>
        <source>Ask whoever runs it to switch it on: ssl = on in postgresql.conf.</source>
        <translation>Bitten Sie den Betreiber, es einzuschalten: ssl = on in postgresql.conf.</translation>
    </message>
    <message>
        <source>Ask whoever runs the server for the certificate of their authority (CA) and choose that file. Do not go on without it: anybody could be answering.</source>
        <translation>Bitten Sie den Betreiber des Servers um das Zertifikat seiner Zertifizierungsstelle (CA) und wählen Sie diese Datei. Machen Sie nicht ohne weiter: Es könnte irgendjemand antworten.</translation>
    </message>
    <message>
        <source>Ask whoever runs the server.</source>
        <translation>Fragen Sie, wer den Server betreibt.</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Auf Wunsch</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>auf Wunsch</translation>
    </message>
    <message>
        <source>asks for a VIP that is neither yes nor no, so it never attaches</source>
        <translation>verlangt einen VIP, der weder ja noch nein ist, und greift also nie</translation>
    </message>
    <message>
        <source>asks for no {condition} at all, so it never attaches</source>
        <translation>verlangt gar keinen Wert für {condition} und greift also nie</translation>
    </message>
    <message>
        <source>asks for no {wanted} at all, so it would never apply. Choose one.</source>
        <translation>verlangt gar keinen Wert für {wanted}, würde also nie gelten. Wählen Sie einen.</translation>
    </message>
    <message>
        <source>asks for two {condition} values at once, so it never attaches</source>
        <translation>verlangt zwei Werte für {condition} zugleich und greift also nie</translation>
    </message>
    <message>
        <source>Assets</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Zuweisen</translation>
    </message>
    <message>
        <source>Assign it</source>
        <translation>Zuweisen</translation>
    </message>
    <message>
        <source>Assign to a group…</source>
        <translation>Einer Gruppe zuweisen…</translation>
    </message>
    <message>
        <source>Assign to me</source>
        <translation>Mir zuweisen</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>Zugewiesen</translation>
    </message>
    <message>
        <source>assigned to me</source>
        <translation>mir zugewiesen</translation>
    </message>
    <message>
        <source>assigned to you</source>
        <translation>Ihnen zugewiesen</translation>
    </message>
    <message>
        <source>Assigned to you: {incident}</source>
        <translation>Ihnen zugewiesen: {incident}</translation>
    </message>
    <message>
        <source>Assignee</source>
        <translation>Bearbeiter</translation>
    </message>
    <message>
        <source>Assignment group</source>
        <translation>Zuständige Gruppe</translation>
    </message>
    <message>
        <source>assignment group</source>
        <translation>zuständige Gruppe</translation>
    </message>
    <message>
        <source>Assignment group (optional)</source>
        <translation>Zuständige Gruppe (optional)</translation>
    </message>
    <message>
        <source>Assignment groups</source>
        <translation>Zuständige Gruppen</translation>
    </message>
    <message>
        <source>Assignment groups: incidents are assigned to them, and restricted ones are seen by them.</source>
        <translation>Zuständige Gruppen: Incidents werden ihnen zugewiesen, und beschränkte sehen nur sie.</translation>
    </message>
    <message>
        <source>Assign…</source>
        <translation>Zuweisen…</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Sofort</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>sofort</translation>
    </message>
    <message>
        <source>At risk now</source>
        <translation>Jetzt gefährdet</translation>
    </message>
    <message>
        <source>At the goal of {goal}</source>
        <translation>Am Ziel von {goal}</translation>
    </message>
    <message>
        <source>At this desk</source>
        <translation>An diesem Desk</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>at {name}</source>
        <translation>bei {name}</translation>
    </message>
    <message>
        <source>At {server} nothing listens. Is the server running, and is the port right?</source>
        <translation>Bei {server} hört niemand zu. Läuft der Server, und stimmt der Port?</translation>
    </message>
    <message>
        <source>at, about</source>
        <translation>um, gegen</translation>
    </message>
    <message>
        <source>Attach a file (Ctrl+Shift+A)</source>
        <translation>Datei anhängen (Strg+Umschalt+A)</translation>
    </message>
    <message>
        <source>Attach a file…</source>
        <translation>Datei anhängen…</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>Attached files</source>
        <translation>Angehängte Dateien</translation>
    </message>
    <message>
        <source>Attached {files}</source>
        <translation>Angehängt: {files}</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>Anhang</translation>
    </message>
    <message>
        <source>Attachment {name}, {size}</source>
        <translation>Anhang {name}, {size}</translation>
    </message>
    <message>
        <source>Attachment {name}, {size}, can run programs</source>
        <translation>Anhang {name}, {size}, kann Programme ausführen</translation>
    </message>
    <message>
        <source>Attachment {name}, {size}, its content was removed</source>
        <translation>Anhang {name}, {size}, sein Inhalt wurde entfernt</translation>
    </message>
    <message>
        <source>attachments, upload limit, size, company name, goals, cancellation</source>
        <translation>Anhang, Anhänge, Dateigröße, Limit, Firma, Ziele, Abbruch, Storno, Wiedereröffnen</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Leserkreis</translation>
    </message>
    <message>
        <source>Audit anchor {anchor} of {moment} UTC</source>
        <translation>Audit-Anker {anchor} vom {moment} UTC</translation>
    </message>
    <message>
        <source>Audit log</source>
        <translation>Audit-Protokoll</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>Audit-Trail</translation>
    </message>
    <message>
        <source>aug, august</source>
        <translation>aug, august</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Verfasser</translation>
    </message>
    <message>
        <source>author</source>
        <translation>Verfasser</translation>
    </message>
    <message>
        <source>Awaiting caller</source>
        <translation>Wartet auf Melder</translation>
    </message>
    <message>
        <source>Awaiting change</source>
        <translation>Wartet auf Change</translation>
    </message>
    <message>
        <source>Awaiting evidence</source>
        <translation>Wartet auf Nachweis</translation>
    </message>
    <message>
        <source>Awaiting parts</source>
        <translation>Wartet auf Teile</translation>
    </message>
    <message>
        <source>Awaiting problem</source>
        <translation>Wartet auf Problem</translation>
    </message>
    <message>
        <source>Awaiting vendor</source>
        <translation>Wartet auf Lieferant</translation>
    </message>
    <message>
        <source>awake again</source>
        <translation>wieder wach</translation>
    </message>
    <message>
        <source>Away, {next_try}</source>
        <translation>Weg, {next_try}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back (Alt Left)</source>
        <translation>Zurück (Alt Links)</translation>
    </message>
    <message>
        <source>Back (Backspace)</source>
        <translation>Zurück (Rücktaste)</translation>
    </message>
    <message>
        <source>Back in the queue, unassigned: {name} is no longer at the desk</source>
        <translation>Wieder in der Warteschlange, ohne Bearbeiter: {name} ist nicht mehr am Desk</translation>
    </message>
    <message>
        <source>Back to all problems</source>
        <translation>Zurück zu allen Problemen</translation>
    </message>
    <message>
        <source>Back to new</source>
        <translation>Zurück zu neu</translation>
    </message>
    <message>
        <source>Back to P{computed_priority}</source>
        <translation>Zurück zu P{computed_priority}</translation>
    </message>
    <message>
        <source>Back to the article (Esc)</source>
        <translation>Zurück zum Artikel (Esc)</translation>
    </message>
    <message>
        <source>Back to the articles (Esc)</source>
        <translation>Zurück zu den Artikeln (Esc)</translation>
    </message>
    <message>
        <source>Back to the incident</source>
        <translation>Zurück zum Incident</translation>
    </message>
    <message>
        <source>Back to the list (Esc)</source>
        <translation>Zurück zur Liste (Esc)</translation>
    </message>
    <message>
        <source>Back to the queue</source>
        <translation>Zurück zur Warteschlange</translation>
    </message>
    <message>
        <source>Back to what is shown</source>
        <translation>Zurück zum Gezeigten</translation>
    </message>
    <message>
        <source>Back to what was sent</source>
        <translation>Zurück zum Gesendeten</translation>
    </message>
    <message>
        <source>Back to where I was</source>
        <translation>Zurück, wo ich war</translation>
    </message>
    <message>
        <source>Back to writing (Esc)</source>
        <translation>Zurück zum Schreiben (Esc)</translation>
    </message>
    <message>
        <source>Back to {size} %</source>
        <translation>Zurück zu {size} %</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <source>Back up to</source>
        <translation>Sichern nach</translation>
    </message>
    <message>
        <source>Backed up and proved: {path}</source>
        <translation>Gesichert und geprüft: {path}</translation>
    </message>
    <message>
        <source>Backlog by group</source>
        <translation>Rückstand nach Gruppe</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>Backup of the day</source>
        <translation>Sicherung des Tages</translation>
    </message>
    <message>
        <source>Backup of {made_at}, proved whole.</source>
        <translation>Sicherung vom {made_at}, als vollständig bewiesen.</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>Backups (*.sqlite *.sealed)</source>
        <translation>Sicherungen (*.sqlite *.sealed)</translation>
    </message>
    <message>
        <source>Backups are encrypted. The pass phrase lies in the keyring of this computer.</source>
        <translation>Sicherungen werden verschlüsselt. Die Passphrase liegt im Schlüsselbund dieses Rechners.</translation>
    </message>
    <message>
        <source>Backups are not encrypted: whoever has a copy can read it.</source>
        <translation>Sicherungen werden nicht verschlüsselt: Wer eine Kopie hat, kann sie lesen.</translation>
    </message>
    <message>
        <source>Backups are to be encrypted, but the keyring has no pass phrase: none is made until it is set again.</source>
        <translation>Sicherungen sollen verschlüsselt werden, aber der Schlüsselbund hat keine Passphrase: Es wird keine gemacht, bis sie neu festgelegt ist.</translation>
    </message>
    <message>
        <source>Backups are to be encrypted, but the keyring of this computer has no pass phrase, or is locked. Unlock it, or set the pass phrase again in Settings › Backups.</source>
        <translation>Sicherungen sollen verschlüsselt werden, aber der Schlüsselbund dieses Rechners hat keine Passphrase oder ist gesperrt. Entsperren Sie ihn, oder legen Sie die Passphrase in Einstellungen › Sicherungen neu fest.</translation>
    </message>
    <message>
        <source>Backups there are</source>
        <translation>Vorhandene Sicherungen</translation>
    </message>
    <message>
        <source>Backups, exports and the like are shown here.</source>
        <translation>Sicherungen, Exporte und Ähnliches werden hier gezeigt.</translation>
    </message>
    <message>
        <source>Backups, newest first</source>
        <translation>Sicherungen, neueste zuerst</translation>
    </message>
    <message>
        <source>bad, opinion</source>
        <translation>schlecht, Meinung</translation>
    </message>
    <message>
        <source>Bars show phases, affected services and people.</source>
        <translation>Balken zeigen Phasen, betroffene Services und Personen.</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Weil</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vor</translation>
    </message>
    <message>
        <source>Before it is restored</source>
        <translation>Vor dem Wiederherstellen</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Begann</translation>
    </message>
    <message>
        <source>began the post-incident review</source>
        <translation>begann die Nachbetrachtung</translation>
    </message>
    <message>
        <source>began version {version} of the review</source>
        <translation>begann Version {version} der Nachbetrachtung</translation>
    </message>
    <message>
        <source>Begin a new version of the review</source>
        <translation>Neue Version der Nachbetrachtung beginnen</translation>
    </message>
    <message>
        <source>Begin a stakeholder update with the template</source>
        <translation>Ein Stakeholder-Update mit der Vorlage beginnen</translation>
    </message>
    <message>
        <source>Begin here: {done} of {count} done</source>
        <translation>Beginnen Sie hier: {done} von {count} erledigt</translation>
    </message>
    <message>
        <source>Begin version 2</source>
        <translation>Version 2 beginnen</translation>
    </message>
    <message>
        <source>Begin version {version}</source>
        <translation>Version {version} beginnen</translation>
    </message>
    <message>
        <source>Begin with a built-in matrix</source>
        <translation>Mit einer eingebauten Matrix beginnen</translation>
    </message>
    <message>
        <source>Begin with a template, or resolve an incident and make an article from it.</source>
        <translation>Beginnen Sie mit einer Vorlage, oder lösen Sie einen Incident und machen Sie daraus einen Artikel.</translation>
    </message>
    <message>
        <source>Begin with…</source>
        <translation>Beginnen mit…</translation>
    </message>
    <message>
        <source>begin, in progress</source>
        <translation>anfangen, in Arbeit</translation>
    </message>
    <message>
        <source>begin, postmortem, pir</source>
        <translation>anfangen, Postmortem, PIR</translation>
    </message>
    <message>
        <source>beginning of the impact</source>
        <translation>Beginn der Auswirkung</translation>
    </message>
    <message>
        <source>Beginning of the shift</source>
        <translation>Beginn der Schicht</translation>
    </message>
    <message>
        <source>Beginning of {name}</source>
        <translation>Anfang von {name}</translation>
    </message>
    <message>
        <source>Begins with {prefix}_u_ for everybody. Small letters, digits and underscores.</source>
        <translation>Beginnt bei allen mit {prefix}_u_. Kleinbuchstaben, Ziffern und Unterstriche.</translation>
    </message>
    <message>
        <source>begun from version {version}</source>
        <translation>begonnen aus Version {version}</translation>
    </message>
    <message>
        <source>behind</source>
        <translation>nach</translation>
    </message>
    <message>
        <source>being worked on</source>
        <translation>wird bearbeitet</translation>
    </message>
    <message>
        <source>bell, told</source>
        <translation>Glocke, Nachricht</translation>
    </message>
    <message>
        <source>Below</source>
        <translation>Unterhalb von</translation>
    </message>
    <message>
        <source>Beside the desk</source>
        <translation>Neben dem Desk</translation>
    </message>
    <message>
        <source>Blameless review: this report describes conditions and decisions, it does not assess people. Times are in {zone}. Made from the incident record on {moment}.</source>
        <translation>Ohne Schuldzuweisung: Dieser Bericht beschreibt Umstände und Entscheidungen, er bewertet keine Personen. Zeiten in {zone}. Erstellt aus dem Incident am {moment}.</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>Both addresses name the same desk. Name an empty database to move to.</source>
        <translation>Beide Adressen nennen denselben Desk. Nennen Sie eine leere Datenbank als Ziel.</translation>
    </message>
    <message>
        <source>Both clocks agree</source>
        <translation>Beide Uhren stimmen überein</translation>
    </message>
    <message>
        <source>breach</source>
        <translation>Überschreitung</translation>
    </message>
    <message>
        <source>Breached</source>
        <translation>Überschritten</translation>
    </message>
    <message>
        <source>Breached and unassigned</source>
        <translation>Überschritten und ohne Bearbeiter</translation>
    </message>
    <message>
        <source>Breached at the end of the day</source>
        <translation>Überschritten am Ende des Tages</translation>
    </message>
    <message>
        <source>Breached now</source>
        <translation>Jetzt überschritten</translation>
    </message>
    <message>
        <source>Breached or due within the next shift</source>
        <translation>Überschritten oder in der nächsten Schicht fällig</translation>
    </message>
    <message>
        <source>breached since</source>
        <translation>überschritten seit</translation>
    </message>
    <message>
        <source>bring back</source>
        <translation>zurückholen</translation>
    </message>
    <message>
        <source>Bring them back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Bringing incidents along</source>
        <translation>Incidents mitbringen</translation>
    </message>
    <message>
        <source>Brought along that it was reassigned</source>
        <translation>Brachte mit, dass er neu zugewiesen wurde</translation>
    </message>
    <message>
        <source>brought back the step</source>
        <translation>holte den Schritt zurück</translation>
    </message>
    <message>
        <source>Brought its journal along from elsewhere</source>
        <translation>Brachte sein Journal von anderswo mit</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>Eingebaut</translation>
    </message>
    <message>
        <source>Burst</source>
        <translation>Häufung</translation>
    </message>
    <message>
        <source>Business effect, such as “3 trucks delayed by 95 minutes”</source>
        <translation>Folge für den Betrieb, etwa „3 Lkw 95 Minuten verspätet“</translation>
    </message>
    <message>
        <source>Business impact</source>
        <translation>Auswirkung auf den Betrieb</translation>
    </message>
    <message>
        <source>Business unit</source>
        <translation>Geschäftsbereich</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>By an authority this computer trusts</source>
        <translation>Durch eine Stelle, der dieser Computer vertraut</translation>
    </message>
    <message>
        <source>By field</source>
        <translation>Nach Feld</translation>
    </message>
    <message>
        <source>By itself</source>
        <translation>Von selbst</translation>
    </message>
    <message>
        <source>By luck: {lesson}</source>
        <translation>Mit Glück: {lesson}</translation>
    </message>
    <message>
        <source>by one</source>
        <translation>um eins</translation>
    </message>
    <message>
        <source>By our office's own authority (CA)</source>
        <translation>Durch die Zertifizierungsstelle unseres Büros (CA)</translation>
    </message>
    <message>
        <source>by role</source>
        <translation>nach Rolle</translation>
    </message>
    <message>
        <source>By the desk</source>
        <translation>Vom Desk</translation>
    </message>
    <message>
        <source>By the month in which they were shown, in UTC.</source>
        <translation>Nach dem Monat, in dem sie gezeigt wurden, in UTC.</translation>
    </message>
    <message>
        <source>By the week in which incidents were opened</source>
        <translation>Nach der Woche, in der Incidents gemeldet wurden</translation>
    </message>
    <message>
        <source>by version {version} of what was learned</source>
        <translation>nach Version {version} des Gelernten</translation>
    </message>
    <message>
        <source>By who sees it</source>
        <translation>Danach, wer sie sieht</translation>
    </message>
    <message>
        <source>By {when}</source>
        <translation>Bis {when}</translation>
    </message>
    <message>
        <source>by {when}</source>
        <translation>bis {when}</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Calendar of the policy</source>
        <translation>Kalender der Richtlinie</translation>
    </message>
    <message>
        <source>Calendar of {group}</source>
        <translation>Kalender von {group}</translation>
    </message>
    <message>
        <source>Calendar of {person}</source>
        <translation>Kalender von {person}</translation>
    </message>
    <message>
        <source>Calendars</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Kalibrierung</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Melder</translation>
    </message>
    <message>
        <source>Caller accepted</source>
        <translation>Melder hat zugestimmt</translation>
    </message>
    <message>
        <source>Caller is a VIP</source>
        <translation>Melder ist VIP</translation>
    </message>
    <message>
        <source>Caller message</source>
        <translation>Nachricht des Melders</translation>
    </message>
    <message>
        <source>Caller: sees their own incidents only</source>
        <translation>Melder: sieht nur eigene Incidents</translation>
    </message>
    <message>
        <source>Caller: {caller}</source>
        <translation>Melder: {caller}</translation>
    </message>
    <message>
        <source>Callers told</source>
        <translation>Informierte Melder</translation>
    </message>
    <message>
        <source>Callers who said that an article helped them, without an incident, of all who asked for something.</source>
        <translation>Melder, die sagten, dass ein Artikel half, ohne Incident, von allen, die nach etwas fragten.</translation>
    </message>
    <message>
        <source>Can its confidence be believed</source>
        <translation>Ist seiner Sicherheit zu glauben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel incident</source>
        <translation>Stornieren</translation>
    </message>
    <message>
        <source>Cancel the incident</source>
        <translation>Den Incident stornieren</translation>
    </message>
    <message>
        <source>Cancel the incident…</source>
        <translation>Incident stornieren…</translation>
    </message>
    <message>
        <source>Cancel them…</source>
        <translation>Stornieren…</translation>
    </message>
    <message>
        <source>Cancel {job}</source>
        <translation>{job} abbrechen</translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>canceled</source>
        <translation>storniert</translation>
    </message>
    <message>
        <source>canceled it</source>
        <translation>stornierte ihn</translation>
    </message>
    <message>
        <source>Canned responses</source>
        <translation>Textbausteine</translation>
    </message>
    <message>
        <source>canned, response, template, snippet</source>
        <translation>Textbaustein, Antwort, Vorlage</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>category {category_name}</source>
        <translation>Kategorie {category_name}</translation>
    </message>
    <message>
        <source>Category “{old}” was merged into “{new}”</source>
        <translation>Kategorie „{old}“ wurde mit „{new}“ zusammengeführt</translation>
    </message>
    <message>
        <source>category, classification, topics</source>
        <translation>Kategorie, Klassifizierung, Themen</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Cause in a review</source>
        <translation>Ursache in einer Nachbetrachtung</translation>
    </message>
    <message>
        <source>Caused by change</source>
        <translation>Verursacht durch Change</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Certificate of the authority</source>
        <translation>Zertifikat der Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>Certificate of the authority (CA)</source>
        <translation>Zertifikat der Zertifizierungsstelle (CA)</translation>
    </message>
    <message>
        <source>Certificate of the office's authority</source>
        <translation>Zertifikat der Stelle des Büros</translation>
    </message>
    <message>
        <source>Certificates (*.crt *.pem *.cer);;All files (*)</source>
        <translation>Zertifikate (*.crt *.pem *.cer);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Zertifikate (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>change</source>
        <translation>ändern</translation>
    </message>
    <message>
        <source>Change a key</source>
        <translation>Eine Taste ändern</translation>
    </message>
    <message>
        <source>Change impact and urgency…</source>
        <translation>Auswirkung und Dringlichkeit ändern…</translation>
    </message>
    <message>
        <source>Change in the journal</source>
        <translation>Änderung im Journal</translation>
    </message>
    <message>
        <source>Change lead…</source>
        <translation>Leitung ändern…</translation>
    </message>
    <message>
        <source>Change my password</source>
        <translation>Mein Passwort ändern</translation>
    </message>
    <message numerus="yes">
        <source>Change of {n} incidents</source>
        <translation>
            <numerusform>Änderung von {n} Incident</numerusform>
            <numerusform>Änderung von {n} Incidents</numerusform>
        </translation>
    </message>
    <message>
        <source>Change or test the connection</source>
        <translation>Verbindung ändern oder prüfen</translation>
    </message>
    <message>
        <source>Change record</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Change request</source>
        <translation>Change-Antrag</translation>
    </message>
    <message>
        <source>Change the address</source>
        <translation>Adresse ändern</translation>
    </message>
    <message>
        <source>Change the picture</source>
        <translation>Bild bearbeiten</translation>
    </message>
    <message>
        <source>Change the status…</source>
        <translation>Status ändern…</translation>
    </message>
    <message>
        <source>Change the theme (Ctrl Shift L)</source>
        <translation>Design ändern (Strg Umschalt L)</translation>
    </message>
    <message>
        <source>Change the view</source>
        <translation>Ansicht ändern</translation>
    </message>
    <message>
        <source>Change this view…</source>
        <translation>Diese Ansicht ändern…</translation>
    </message>
    <message>
        <source>Change who leads the major incident</source>
        <translation>Leitung des schwerwiegenden Incidents ändern</translation>
    </message>
    <message>
        <source>Change who leads the major incident…</source>
        <translation>Leitung des schwerwiegenden Incidents ändern…</translation>
    </message>
    <message>
        <source>Change your own password under Desk and connection.</source>
        <translation>Ändern Sie Ihr eigenes Passwort unter Desk und Verbindung.</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>Changed fields</source>
        <translation>Änderte Felder</translation>
    </message>
    <message>
        <source>changed Status to {state_look}</source>
        <translation>änderte Status zu {state_look}</translation>
    </message>
    <message>
        <source>Changed the checklist</source>
        <translation>Änderte die Checkliste</translation>
    </message>
    <message>
        <source>changed the checklist</source>
        <translation>änderte die Checkliste</translation>
    </message>
    <message>
        <source>Changed the review</source>
        <translation>Änderte die Nachbetrachtung</translation>
    </message>
    <message>
        <source>Changed the status</source>
        <translation>Änderte den Status</translation>
    </message>
    <message>
        <source>Changed what it is linked with</source>
        <translation>Änderte, womit er verknüpft ist</translation>
    </message>
    <message>
        <source>changed who does it, or until when:</source>
        <translation>änderte, wer es tut oder bis wann:</translation>
    </message>
    <message>
        <source>Changed {fields}</source>
        <translation>Geändert: {fields}</translation>
    </message>
    <message>
        <source>Changed: {details}</source>
        <translation>Geändert: {details}</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Changes and known risks</source>
        <translation>Changes und bekannte Risiken</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message numerus="yes">
        <source>Changing {n} incidents…</source>
        <translation>
            <numerusform>{n} Incident wird geändert…</numerusform>
            <numerusform>{n} Incidents werden geändert…</numerusform>
        </translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>chase</source>
        <translation>nachfragen</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Noch einmal prüfen</translation>
    </message>
    <message>
        <source>Check both, capitals too. If they worked before, the password may have expired: ask an administrator for a new one.</source>
        <translation>Prüfen Sie beides, auch Groß- und Kleinschreibung. Ging es früher, ist vielleicht das Passwort abgelaufen: Bitten Sie einen Administrator um ein neues.</translation>
    </message>
    <message>
        <source>Check the name, capitals too.</source>
        <translation>Prüfen Sie den Namen, auch Groß- und Kleinschreibung.</translation>
    </message>
    <message>
        <source>Check the name, or have an empty database made for the desk.</source>
        <translation>Prüfen Sie den Namen, oder lassen Sie eine leere Datenbank für den Desk anlegen.</translation>
    </message>
    <message>
        <source>Check the network of this computer, or connect to the office's VPN.</source>
        <translation>Prüfen Sie das Netz dieses Computers, oder verbinden Sie sich mit dem VPN des Büros.</translation>
    </message>
    <message>
        <source>Check the port. Otherwise PostgreSQL is stopped there, or listens for its own computer only (listen_addresses).</source>
        <translation>Prüfen Sie den Port. Sonst ist PostgreSQL dort angehalten oder hört nur auf den eigenen Computer (listen_addresses).</translation>
    </message>
    <message>
        <source>Check the spelling. Names of an office are often only known in its own network or VPN.</source>
        <translation>Prüfen Sie die Schreibweise. Namen eines Büros sind oft nur in dessen Netz oder VPN bekannt.</translation>
    </message>
    <message>
        <source>check, multi</source>
        <translation>ankreuzen, mehrere</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation>Checkliste</translation>
    </message>
    <message>
        <source>checklist</source>
        <translation>Checkliste</translation>
    </message>
    <message>
        <source>Checklist added</source>
        <translation>Checkliste hinzugefügt</translation>
    </message>
    <message>
        <source>Checklists</source>
        <translation>Checklisten</translation>
    </message>
    <message>
        <source>checklists</source>
        <translation>Checklisten</translation>
    </message>
    <message>
        <source>child</source>
        <translation>untergeordnet</translation>
    </message>
    <message>
        <source>Child of</source>
        <translation>Gehört zu</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>Choose 1 to {most} months, or for ever.</source>
        <translation>Wählbar sind 1 bis {most} Monate, oder für immer.</translation>
    </message>
    <message>
        <source>Choose a certificate…</source>
        <translation>Zertifikat wählen…</translation>
    </message>
    <message>
        <source>Choose a country.</source>
        <translation>Wählen Sie ein Land.</translation>
    </message>
    <message>
        <source>Choose a day in the future on which the article is looked at again.</source>
        <translation>Wählen Sie einen Tag in der Zukunft, an dem der Artikel wieder angesehen wird.</translation>
    </message>
    <message>
        <source>Choose a group</source>
        <translation>Wählen Sie eine Gruppe</translation>
    </message>
    <message>
        <source>Choose a level.</source>
        <translation>Wählen Sie eine Stufe.</translation>
    </message>
    <message>
        <source>Choose a model first.</source>
        <translation>Wählen Sie zuerst ein Modell.</translation>
    </message>
    <message>
        <source>Choose a password</source>
        <translation>Passwort wählen</translation>
    </message>
    <message>
        <source>Choose a resolution code.</source>
        <translation>Wählen Sie einen Lösungscode.</translation>
    </message>
    <message>
        <source>Choose an article</source>
        <translation>Wählen Sie einen Artikel</translation>
    </message>
    <message>
        <source>Choose an assignment group or an assignee before work starts.</source>
        <translation>Wählen Sie eine zuständige Gruppe oder einen Bearbeiter, bevor die Arbeit beginnt.</translation>
    </message>
    <message>
        <source>Choose between 1 and {most} incidents to merge into another one.</source>
        <translation>Wählen Sie zwischen 1 und {most} Incidents, die mit einem anderen zusammengeführt werden.</translation>
    </message>
    <message>
        <source>Choose by the width of the list</source>
        <translation>Nach der Breite der Liste wählen</translation>
    </message>
    <message>
        <source>Choose lead, manager or head.</source>
        <translation>Wählen Sie Teamleitung, Manager oder Bereichsleitung.</translation>
    </message>
    <message>
        <source>Choose one, and try again.</source>
        <translation>Wählen Sie eines und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Choose or write the reason.</source>
        <translation>Wählen oder schreiben Sie den Grund.</translation>
    </message>
    <message>
        <source>Choose people who work at the desk.</source>
        <translation>Wählen Sie Personen, die am Desk arbeiten.</translation>
    </message>
    <message>
        <source>Choose somebody</source>
        <translation>Wählen Sie jemanden</translation>
    </message>
    <message>
        <source>Choose somebody who works at the desk to lead it.</source>
        <translation>Wählen Sie jemanden, der am Desk arbeitet, als Leitung.</translation>
    </message>
    <message>
        <source>Choose somebody who works at the desk.</source>
        <translation>Wählen Sie jemanden, der am Desk arbeitet.</translation>
    </message>
    <message>
        <source>Choose something else above.</source>
        <translation>Wählen Sie oben etwas anderes.</translation>
    </message>
    <message>
        <source>Choose the column that holds: {field}.</source>
        <translation>Wählen Sie die Spalte für: {field}.</translation>
    </message>
    <message>
        <source>Choose the file with the certificate of your office's authority (CA).</source>
        <translation>Wählen Sie die Datei mit dem Zertifikat der Zertifizierungsstelle (CA) Ihres Büros.</translation>
    </message>
    <message>
        <source>Choose the incident for which the article was used.</source>
        <translation>Wählen Sie den Incident, für den der Artikel benutzt wurde.</translation>
    </message>
    <message>
        <source>Choose whether it goes to another group or to a level.</source>
        <translation>Wählen Sie, ob es an eine andere Gruppe oder auf eine Stufe geht.</translation>
    </message>
    <message>
        <source>Choose who is affected, or type a name to add a person.</source>
        <translation>Wählen Sie, wer betroffen ist, oder schreiben Sie einen Namen, um eine Person hinzuzufügen.</translation>
    </message>
    <message>
        <source>Choose who is affected. Only an alert of the monitoring has no caller.</source>
        <translation>Wählen Sie, wer betroffen ist. Nur eine Meldung der Überwachung hat keinen Melder.</translation>
    </message>
    <message>
        <source>Choose why it is escalated.</source>
        <translation>Wählen Sie, warum eskaliert wird.</translation>
    </message>
    <message>
        <source>Choose {least} to {most}.</source>
        <translation>Wählen Sie {least} bis {most}.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Behauptung</translation>
    </message>
    <message>
        <source>claim</source>
        <translation>Aussage</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>Einstufung</translation>
    </message>
    <message>
        <source>classification</source>
        <translation>Einstufung</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Den Filter leeren</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Clear the selection (Esc)</source>
        <translation>Auswahl aufheben (Esc)</translation>
    </message>
    <message>
        <source>clipboard, id</source>
        <translation>Zwischenablage, ID</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Clocks</source>
        <translation>Uhren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>close codes, closing, solution, outcome</source>
        <translation>Abschlusscodes, Schließen, Lösung, Ergebnis</translation>
    </message>
    <message>
        <source>Close the databases postgres and template1 to everybody</source>
        <translation>Die Datenbanken postgres und template1 für alle schließen</translation>
    </message>
    <message>
        <source>Close the first steps for good</source>
        <translation>Die ersten Schritte endgültig schließen</translation>
    </message>
    <message>
        <source>Close the problem…</source>
        <translation>Problem schließen…</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>Closed because</source>
        <translation>Geschlossen, weil</translation>
    </message>
    <message>
        <source>Closed by</source>
        <translation>Geschlossen von</translation>
    </message>
    <message>
        <source>closed by {calendar_name}{version}</source>
        <translation>geschlossen nach {calendar_name}{version}</translation>
    </message>
    <message>
        <source>closed it</source>
        <translation>schloss ihn</translation>
    </message>
    <message>
        <source>Closed part of the day</source>
        <translation>Geschlossener Teil des Tages</translation>
    </message>
    <message>
        <source>Closed until {when}</source>
        <translation>Geschlossen bis {when}</translation>
    </message>
    <message>
        <source>Closed whatever else is said. A holiday on a closed day costs nothing.</source>
        <translation>Geschlossen, was auch sonst gilt. Ein Feiertag an einem geschlossenen Tag kostet nichts.</translation>
    </message>
    <message>
        <source>Closed{opens}, due {when}</source>
        <translation>Geschlossen{opens}, fällig {when}</translation>
    </message>
    <message>
        <source>Close…</source>
        <translation>Schließen…</translation>
    </message>
    <message>
        <source>Closure codes</source>
        <translation>Abschlusscodes</translation>
    </message>
    <message>
        <source>CMDB, inventory, hardware, computers, printers</source>
        <translation>CMDB, Inventar, Assets, Hardware, Computer, Drucker</translation>
    </message>
    <message>
        <source>Collapse all groups</source>
        <translation>Alle Gruppen zuklappen</translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>zugeklappt</translation>
    </message>
    <message>
        <source>Column {n}</source>
        <translation>Spalte {n}</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Columns from the first to the last</source>
        <translation>Spalten von der ersten bis zur letzten</translation>
    </message>
    <message>
        <source>columns, rows, view</source>
        <translation>spalten, zeilen, ansicht</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Bequem</translation>
    </message>
    <message>
        <source>Comfortable ones have two lines. Ctrl+Shift+D in the queue goes round.</source>
        <translation>Bequeme haben zwei Zeilen. Strg+Umschalt+D in der Warteschlange wechselt.</translation>
    </message>
    <message>
        <source>comma, between, them</source>
        <translation>Komma, da, zwischen</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Commander</source>
        <translation>Einsatzleitung</translation>
    </message>
    <message>
        <source>commander</source>
        <translation>Einsatzleitung</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Kompakt</translation>
    </message>
    <message>
        <source>compact, density</source>
        <translation>kompakt, Dichte</translation>
    </message>
    <message>
        <source>compliance, tampering, proof</source>
        <translation>Compliance, Manipulation, Nachweis</translation>
    </message>
    <message>
        <source>Computed priority</source>
        <translation>Berechnete Priorität</translation>
    </message>
    <message>
        <source>Computed P{computed_priority}</source>
        <translation>Berechnet P{computed_priority}</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>Conditions, not people; as many as it takes.</source>
        <translation>Umstände, nicht Personen; so viele wie nötig.</translation>
    </message>
    <message>
        <source>Configuration item</source>
        <translation>Configuration Item</translation>
    </message>
    <message>
        <source>configuration item</source>
        <translation>Configuration Item</translation>
    </message>
    <message>
        <source>Configuration items</source>
        <translation>Configuration Items</translation>
    </message>
    <message>
        <source>configuration items</source>
        <translation>Configuration Items</translation>
    </message>
    <message>
        <source>Confirm the workaround</source>
        <translation>Umgehungslösung bestätigen</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Connect to a team's desk</source>
        <translation>Mit dem Desk eines Teams verbinden</translation>
    </message>
    <message>
        <source>connected once now</source>
        <translation>gerade einmal verbunden</translation>
    </message>
    <message>
        <source>connected {connections} times now</source>
        <translation>gerade {connections}-mal verbunden</translation>
    </message>
    <message>
        <source>Connecting makes a desk of it that protects nobody from anybody. {lacking}</source>
        <translation>Verbinden macht daraus einen Desk, der niemanden vor jemandem schützt. {lacking}</translation>
    </message>
    <message>
        <source>Connecting to a team's desk</source>
        <translation>Mit dem Desk eines Teams verbinden</translation>
    </message>
    <message>
        <source>Consequence</source>
        <translation>Folge</translation>
    </message>
    <message>
        <source>consequence</source>
        <translation>Folge</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Continue a draft</source>
        <translation>Entwurf fortsetzen</translation>
    </message>
    <message>
        <source>Continue the new calendar</source>
        <translation>Den neuen Kalender fortsetzen</translation>
    </message>
    <message>
        <source>continue, unhold</source>
        <translation>fortsetzen, nicht mehr warten</translation>
    </message>
    <message>
        <source>Contributing causes</source>
        <translation>Mitwirkende Ursachen</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Copied the working of the clocks</source>
        <translation>Rechenweg der Uhren kopiert</translation>
    </message>
    <message>
        <source>Copied {number}</source>
        <translation>{number} kopiert</translation>
    </message>
    <message numerus="yes">
        <source>Copied {n} numbers</source>
        <translation>
            <numerusform>{line} kopiert</numerusform>
            <numerusform>{n} Nummern kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied {text}</source>
        <translation>{text} kopiert</translation>
    </message>
    <message>
        <source>Copies from before an upgrade or a restore lie beside the desk, which is not encrypted, and are not either. With another pass phrase, backups that were made before still need theirs.</source>
        <translation>Kopien von vor einer Aktualisierung oder Wiederherstellung liegen neben dem Desk, der nicht verschlüsselt ist, und sind es auch nicht. Nach einem Wechsel der Passphrase brauchen frühere Sicherungen weiterhin ihre eigene.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Copy both</source>
        <translation>Beides kopieren</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Copy for the caller</source>
        <translation>Kopie für den Melder</translation>
    </message>
    <message>
        <source>Copy numbers (Ctrl Shift C)</source>
        <translation>Nummern kopieren (Strg Umschalt C)</translation>
    </message>
    <message>
        <source>Copy the e-mail address</source>
        <translation>E-Mail-Adresse kopieren</translation>
    </message>
    <message>
        <source>Copy the number</source>
        <translation>Nummer kopieren</translation>
    </message>
    <message>
        <source>Copy the number of the article</source>
        <translation>Nummer des Artikels kopieren</translation>
    </message>
    <message>
        <source>Copy the number of the problem</source>
        <translation>Nummer des Problems kopieren</translation>
    </message>
    <message>
        <source>Copy the phone number</source>
        <translation>Telefonnummer kopieren</translation>
    </message>
    <message>
        <source>Copy {weekday} to other days</source>
        <translation>{weekday} auf andere Tage kopieren</translation>
    </message>
    <message>
        <source>Cost or consequence</source>
        <translation>Kosten oder Folgen</translation>
    </message>
    <message>
        <source>Cosy</source>
        <translation>Gemütlich</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>Konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>count, worked</source>
        <translation>zählen, funktioniert</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Gezählt</translation>
    </message>
    <message>
        <source>Counted without incidents that are restricted to a group.</source>
        <translation>Gezählt ohne Incidents, die auf eine Gruppe beschränkt sind.</translation>
    </message>
    <message>
        <source>Counted {ago}</source>
        <translation>Gezählt {ago}</translation>
    </message>
    <message>
        <source>Counted: you used this article.</source>
        <translation>Gezählt: Sie haben diesen Artikel benutzt.</translation>
    </message>
    <message>
        <source>Counting what it would take…</source>
        <translation>Wird gezählt …</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Counts by</source>
        <translation>Zählt nach</translation>
    </message>
    <message>
        <source>counts by a calendar that does not exist: choose one</source>
        <translation>zählt nach einem Kalender, den es nicht gibt: Wählen Sie einen</translation>
    </message>
    <message>
        <source>Cover after a shift</source>
        <translation>Vertretung nach einer Schicht</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Create and open</source>
        <translation>Anlegen und öffnen</translation>
    </message>
    <message>
        <source>Create the incident and resolve it with {number}</source>
        <translation>Den Incident anlegen und mit {number} lösen</translation>
    </message>
    <message>
        <source>Create the incident with {number} linked</source>
        <translation>Den Incident mit {number} verknüpft anlegen</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Created at</source>
        <translation>Angelegt am</translation>
    </message>
    <message>
        <source>Created by</source>
        <translation>Angelegt von</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>Wird angelegt…</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>Criticality</source>
        <translation>Kritikalität</translation>
    </message>
    <message>
        <source>Criticality {criticality}</source>
        <translation>Kritikalität {criticality}</translation>
    </message>
    <message>
        <source>Criticality {criticality} is not on the scale: choose 1 to 5.</source>
        <translation>Kritikalität {criticality} ist nicht auf der Skala: Wählen Sie 1 bis 5.</translation>
    </message>
    <message>
        <source>Crown</source>
        <translation>Krone</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>CSV files (*.csv *.txt);;All files (*)</source>
        <translation>CSV-Dateien (*.csv *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>csv, file, save</source>
        <translation>csv, datei, speichern</translation>
    </message>
    <message>
        <source>CSV, for spreadsheets</source>
        <translation>CSV, für Tabellenprogramme</translation>
    </message>
    <message>
        <source>CSV, for spreadsheets (*.csv)</source>
        <translation>CSV, für Tabellenkalkulationen (*.csv)</translation>
    </message>
    <message>
        <source>csv, json</source>
        <translation>csv, json</translation>
    </message>
    <message>
        <source>csv, servicenow, migration</source>
        <translation>csv, servicenow, umzug</translation>
    </message>
    <message>
        <source>Ctrl ↵ open {number}</source>
        <translation>Strg ↵ {number} öffnen</translation>
    </message>
    <message>
        <source>Ctrl+Enter inserts · Esc closes</source>
        <translation>Strg+Eingabe fügt ein · Esc schließt</translation>
    </message>
    <message>
        <source>Ctrl+Enter sends · Esc closes</source>
        <translation>Strg+Eingabe sendet · Esc schließt</translation>
    </message>
    <message>
        <source>Ctrl+Enter uses what you did. Esc again leaves the picture as it was.</source>
        <translation>Strg+Eingabe übernimmt die Bearbeitung. Noch einmal Esc lässt das Bild, wie es war.</translation>
    </message>
    <message>
        <source>Cut out: {width} × {height} pixels</source>
        <translation>Zugeschnitten: {width} × {height} Pixel</translation>
    </message>
    <message>
        <source>cutting off</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Cycle</source>
        <translation>Durchgang</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>d, day, days</source>
        <translation>d, tag, tage, tagen</translation>
    </message>
    <message>
        <source>Daily backups go to</source>
        <translation>Tägliche Sicherungen gehen nach</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dunkel</translation>
    </message>
    <message>
        <source>Dark mode</source>
        <translation>Dunkler Modus</translation>
    </message>
    <message>
        <source>dark mode</source>
        <translation>dunkler Modus</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Dashboard as a table, or as tiles</source>
        <translation>Überblick als Tabelle oder als Kacheln</translation>
    </message>
    <message>
        <source>Dashboard on the wall</source>
        <translation>Dashboard an der Wand</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Data loss</source>
        <translation>Datenverlust</translation>
    </message>
    <message>
        <source>data loss</source>
        <translation>Datenverlust</translation>
    </message>
    <message>
        <source>Data loss, “None” where there was none</source>
        <translation>Datenverlust, „Keiner“, wenn es keinen gab</translation>
    </message>
    <message>
        <source>Data protection</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Database {database} on {host}</source>
        <translation>Datenbank {database} auf {host}</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Date and time from which the version holds</source>
        <translation>Datum und Uhrzeit, ab denen die Version gilt</translation>
    </message>
    <message>
        <source>Day of the holiday</source>
        <translation>Tag des Feiertags</translation>
    </message>
    <message>
        <source>day of the review</source>
        <translation>Tag der Nachbetrachtung</translation>
    </message>
    <message>
        <source>Days after the resolution in which an incident may be opened again; later a new one is logged. 0 to 3650.</source>
        <translation>Tage nach der Lösung, in denen ein Incident wieder geöffnet werden kann; danach wird ein neuer erfasst. 0 bis 3650.</translation>
    </message>
    <message>
        <source>Days up to today</source>
        <translation>Tage bis heute</translation>
    </message>
    <message>
        <source>ddd d</source>
        <translation>ddd d.</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <translation>ddd d. MMM</translation>
    </message>
    <message>
        <source>ddd d MMM  HH:mm</source>
        <translation>ddd d. MMM  HH:mm</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <translation>ddd d. MMM yyyy</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy  HH:mm</source>
        <translation>ddd d. MMM yyyy  HH:mm</translation>
    </message>
    <message>
        <source>ddd dd MMM HH:mm</source>
        <translation>ddd dd. MMM HH:mm</translation>
    </message>
    <message>
        <source>ddd dd MMM yyyy HH:mm</source>
        <translation>ddd dd. MMM yyyy HH:mm</translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy</source>
        <translation>dddd, d. MMMM yyyy</translation>
    </message>
    <message>
        <source>dec, december</source>
        <translation>dez, dezember</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Entschieden von</translation>
    </message>
    <message>
        <source>decided by</source>
        <translation>entschieden von</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Decision in a review</source>
        <translation>Entscheidung in einer Nachbetrachtung</translation>
    </message>
    <message>
        <source>Decision points</source>
        <translation>Entscheidungspunkte</translation>
    </message>
    <message>
        <source>Declare</source>
        <translation>Erklären</translation>
    </message>
    <message>
        <source>Declare a known error</source>
        <translation>Zum bekannten Fehler erklären</translation>
    </message>
    <message>
        <source>Declare a major incident</source>
        <translation>Schwerwiegenden Incident erklären</translation>
    </message>
    <message>
        <source>Declare major…</source>
        <translation>Als schwerwiegend ausrufen…</translation>
    </message>
    <message>
        <source>Declared a major incident</source>
        <translation>Zum schwerwiegenden Incident erklärt</translation>
    </message>
    <message>
        <source>declared a major incident</source>
        <translation>zum schwerwiegenden Incident erklärt</translation>
    </message>
    <message>
        <source>Decline what was offered</source>
        <translation>Angebotenes ablehnen</translation>
    </message>
    <message>
        <source>Decline with a reason…</source>
        <translation>Mit Begründung ablehnen…</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>Decline…</source>
        <translation>Ablehnen…</translation>
    </message>
    <message>
        <source>Definition</source>
        <translation>Definition</translation>
    </message>
    <message>
        <source>Deflection</source>
        <translation>Abwendung</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>löschen</translation>
    </message>
    <message>
        <source>Demo data</source>
        <translation>Demo-Daten</translation>
    </message>
    <message>
        <source>Demo data. Nothing here is real; change whatever you like.</source>
        <translation>Demo-Daten. Nichts hier ist echt; ändern Sie, was Sie wollen.</translation>
    </message>
    <message>
        <source>Demo desk</source>
        <translation>Demo-Desk</translation>
    </message>
    <message>
        <source>demo, example, try, practice</source>
        <translation>Demo, Beispiel, ausprobieren, üben</translation>
    </message>
    <message>
        <source>Demote</source>
        <translation>Herabstufen</translation>
    </message>
    <message>
        <source>demote, mi</source>
        <translation>herabstufen, MI</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Desk</translation>
    </message>
    <message>
        <source>Desk and connection</source>
        <translation>Desk und Verbindung</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Details (optional, paste a screenshot or drop files)</source>
        <translation>Einzelheiten (optional, Bildschirmfoto einfügen oder Dateien ablegen)</translation>
    </message>
    <message>
        <source>Detect</source>
        <translation>Erkennen</translation>
    </message>
    <message>
        <source>Detected</source>
        <translation>Erkannt</translation>
    </message>
    <message>
        <source>Detection</source>
        <translation>Erkennung</translation>
    </message>
    <message>
        <source>detection</source>
        <translation>Erkennung</translation>
    </message>
    <message>
        <source>Detection and recovery</source>
        <translation>Erkennung und Behebung</translation>
    </message>
    <message>
        <source>Detection: how it was noticed, and how it could be noticed sooner</source>
        <translation>Erkennung: wie es bemerkt wurde und wie es früher zu bemerken wäre</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Devices, programs and other things that can fail. An incident names the one that did.</source>
        <translation>Geräte, Programme und anderes, das ausfallen kann. Ein Incident nennt das, was ausgefallen ist.</translation>
    </message>
    <message>
        <source>did</source>
        <translation>erledigte</translation>
    </message>
    <message>
        <source>did you mean this?</source>
        <translation>meinten Sie das?</translation>
    </message>
    <message>
        <source>diff</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Digits choose · Tab next field · Esc back to writing</source>
        <translation>Ziffern wählen · Tab nächstes Feld · Esc zurück zum Schreiben</translation>
    </message>
    <message>
        <source>Digits choose · Tab next field · Esc keeps the draft</source>
        <translation>Ziffern wählen · Tab nächstes Feld · Esc behält den Entwurf</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>Entwurf verwerfen</translation>
    </message>
    <message>
        <source>Discard {text}</source>
        <translation>{text} verwerfen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Do again</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Nicht stören</translation>
    </message>
    <message>
        <source>Do not disturb for 1 hour</source>
        <translation>1 Stunde nicht stören</translation>
    </message>
    <message>
        <source>Do not disturb for 1 hour, or no longer</source>
        <translation>1 Stunde nicht stören oder wieder melden</translation>
    </message>
    <message>
        <source>Do not group</source>
        <translation>Nicht gruppieren</translation>
    </message>
    <message>
        <source>Do not notify {words}</source>
        <translation>{words} nicht benachrichtigen</translation>
    </message>
    <message>
        <source>does not say to which level it escalates. Choose lead, manager or head.</source>
        <translation>sagt nicht, auf welche Stufe eskaliert wird. Wählen Sie Teamleitung, Manager oder Bereichsleitung.</translation>
    </message>
    <message>
        <source>does not say which clock reaches what. Choose both.</source>
        <translation>sagt nicht, welche Uhr was erreicht. Wählen Sie beides.</translation>
    </message>
    <message>
        <source>does not say which person or group it notifies. Choose.</source>
        <translation>sagt nicht, welche Person oder Gruppe benachrichtigt wird. Wählen Sie.</translation>
    </message>
    <message>
        <source>does nothing. Add a step.</source>
        <translation>tut nichts. Fügen Sie einen Schritt hinzu.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Done again: {act}</source>
        <translation>Noch einmal getan: {act}</translation>
    </message>
    <message>
        <source>Done again: {text}</source>
        <translation>Noch einmal getan: {text}</translation>
    </message>
    <message>
        <source>done, fix, close</source>
        <translation>fertig, beheben, schließen</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Draft a reply</source>
        <translation>Antwort entwerfen</translation>
    </message>
    <message>
        <source>Draft a reply with the writing help…</source>
        <translation>Antwort mit der Schreibhilfe entwerfen…</translation>
    </message>
    <message>
        <source>Draft a reply, {number}</source>
        <translation>Antwort entwerfen, {number}</translation>
    </message>
    <message>
        <source>Draft an article for everyone</source>
        <translation>Artikel für alle entwerfen</translation>
    </message>
    <message>
        <source>Draft an internal article</source>
        <translation>Internen Artikel entwerfen</translation>
    </message>
    <message>
        <source>Draft from this incident with the writing help…</source>
        <translation>Aus diesem Incident mit der Schreibhilfe entwerfen…</translation>
    </message>
    <message>
        <source>Draft from this incident…</source>
        <translation>Aus diesem Incident entwerfen…</translation>
    </message>
    <message>
        <source>Draft kept on this computer</source>
        <translation>Entwurf auf diesem Computer behalten</translation>
    </message>
    <message>
        <source>Draft of a reply</source>
        <translation>Entwurf einer Antwort</translation>
    </message>
    <message>
        <source>Draft of an article</source>
        <translation>Entwurf eines Artikels</translation>
    </message>
    <message>
        <source>Draft of an executive summary</source>
        <translation>Entwurf einer Kurzfassung</translation>
    </message>
    <message>
        <source>Draft saved</source>
        <translation>Entwurf gespeichert</translation>
    </message>
    <message>
        <source>Draft saved {when}</source>
        <translation>Entwurf gespeichert {when}</translation>
    </message>
    <message>
        <source>Draft the executive summary with the writing help…</source>
        <translation>Kurzfassung mit der Schreibhilfe entwerfen…</translation>
    </message>
    <message>
        <source>Draft the executive summary, {number}</source>
        <translation>Kurzfassung entwerfen, {number}</translation>
    </message>
    <message>
        <source>Draft with the writing help…</source>
        <translation>Mit der Schreibhilfe entwerfen…</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>Drag on the bar, or type: 75 %, 30 m before, 1 h after, breach.</source>
        <translation>Ziehen Sie auf dem Balken, oder schreiben Sie: 75 %, 30 m vor, 1 h nach, Überschreitung.</translation>
    </message>
    <message>
        <source>Drag on the week, or: arrows move, Shift extends, Space opens and closes, digits type 08:00-18:00.</source>
        <translation>Ziehen Sie auf der Woche, oder: Pfeile bewegen, Umschalt erweitert, Leertaste öffnet und schließt, Ziffern schreiben 08:00-18:00.</translation>
    </message>
    <message>
        <source>Draw on the picture, or: arrows move, Shift+arrows size, Enter does it</source>
        <translation>Auf dem Bild zeichnen, oder: Pfeile verschieben, Umschalt+Pfeile ändern die Größe, Eingabe führt es aus</translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation>Fallen lassen</translation>
    </message>
    <message>
        <source>Drop to attach to the new incident</source>
        <translation>Ablegen, um an den neuen Incident anzuhängen</translation>
    </message>
    <message>
        <source>Drop to attach to the note</source>
        <translation>Ablegen, um an die Notiz anzuhängen</translation>
    </message>
    <message>
        <source>Drop to attach to the reply</source>
        <translation>Ablegen, um an die Antwort anzuhängen</translation>
    </message>
    <message>
        <source>Drop to attach to the stakeholder update</source>
        <translation>Loslassen, um es an das Stakeholder-Update anzuhängen</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>due</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>Due and unassigned</source>
        <translation>Fällig und ohne Bearbeiter</translation>
    </message>
    <message>
        <source>due date</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>Due date by hand</source>
        <translation>Frist von Hand</translation>
    </message>
    <message>
        <source>due date promised by hand</source>
        <translation>von Hand zugesagte Frist</translation>
    </message>
    <message>
        <source>Due date set by hand</source>
        <translation>Frist von Hand gesetzt</translation>
    </message>
    <message>
        <source>due date set by hand</source>
        <translation>von Hand gesetzte Frist</translation>
    </message>
    <message>
        <source>Due date taken back</source>
        <translation>Frist zurückgenommen</translation>
    </message>
    <message>
        <source>Due in 2 h</source>
        <translation>Fällig in 2 h</translation>
    </message>
    <message>
        <source>Due in the next hours</source>
        <translation>Fällig in den nächsten Stunden</translation>
    </message>
    <message>
        <source>Due later</source>
        <translation>Später fällig</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>Fällig am</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>Bald fällig</translation>
    </message>
    <message numerus="yes">
        <source>Due times of {n} open incidents change.</source>
        <translation>
            <numerusform>Fristen von {n} offenem Incident ändern sich.</numerusform>
            <numerusform>Fristen von {n} offenen Incidents ändern sich.</numerusform>
        </translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>Heute fällig</translation>
    </message>
    <message>
        <source>Due very soon</source>
        <translation>Sehr bald fällig</translation>
    </message>
    <message>
        <source>Due within 1 hour</source>
        <translation>Fällig innerhalb 1 Stunde</translation>
    </message>
    <message>
        <source>Due {when}</source>
        <translation>Fällig {when}</translation>
    </message>
    <message>
        <source>due {when}</source>
        <translation>fällig {when}</translation>
    </message>
    <message>
        <source>Due {when}{by_hand}</source>
        <translation>Fällig {when}{by_hand}</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplikat</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>Duplikat</translation>
    </message>
    <message>
        <source>Duplicate of</source>
        <translation>Duplikat von</translation>
    </message>
    <message>
        <source>duplicate of</source>
        <translation>Duplikat von</translation>
    </message>
    <message>
        <source>Duplicate of it</source>
        <translation>Duplikat davon</translation>
    </message>
    <message>
        <source>Duplicate of {original}</source>
        <translation>Duplikat von {original}</translation>
    </message>
    <message>
        <source>Duplicate of: choose, or type a number</source>
        <translation>Duplikat von: wählen oder eine Nummer tippen</translation>
    </message>
    <message>
        <source>Duplicate of…</source>
        <translation>Duplikat von…</translation>
    </message>
    <message>
        <source>duration of the impact</source>
        <translation>Dauer der Auswirkung</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>E-mail (optional)</source>
        <translation>E-Mail (optional)</translation>
    </message>
    <message>
        <source>E-mail addresses and phone numbers are not hidden at this desk.</source>
        <translation>E-Mail-Adressen und Telefonnummern werden an diesem Desk nicht verdeckt.</translation>
    </message>
    <message>
        <source>E-mail of the new person</source>
        <translation>E-Mail der neuen Person</translation>
    </message>
    <message>
        <source>Each copy is checked whole before it gets its name. These are settings of this computer.</source>
        <translation>Jede Kopie wird ganz geprüft, bevor sie ihren Namen bekommt. Das sind Einstellungen dieses Computers.</translation>
    </message>
    <message>
        <source>Each login is in one group of the desk</source>
        <translation>Jedes Login ist in einer Gruppe des Desks</translation>
    </message>
    <message>
        <source>Each needs an owner and a due date.</source>
        <translation>Jede braucht einen Verantwortlichen und einen Termin.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Edit the article</source>
        <translation>Artikel bearbeiten</translation>
    </message>
    <message>
        <source>Edit the short description</source>
        <translation>Kurzbeschreibung bearbeiten</translation>
    </message>
    <message>
        <source>Edit the short description (F2)</source>
        <translation>Kurzbeschreibung bearbeiten (F2)</translation>
    </message>
    <message>
        <source>Effect on the business</source>
        <translation>Wirkung auf das Geschäft</translation>
    </message>
    <message>
        <source>effect on the business</source>
        <translation>Folge für den Betrieb</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>Encrypt backups with it</source>
        <translation>Sicherungen damit verschlüsseln</translation>
    </message>
    <message>
        <source>Encrypt no longer</source>
        <translation>Nicht mehr verschlüsseln</translation>
    </message>
    <message>
        <source>encrypted</source>
        <translation>verschlüsselt</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Encryption and certificate</source>
        <translation>Verschlüsselung und Zertifikat</translation>
    </message>
    <message>
        <source>end of the impact</source>
        <translation>Ende der Auswirkung</translation>
    </message>
    <message>
        <source>End of the next shift</source>
        <translation>Ende der nächsten Schicht</translation>
    </message>
    <message>
        <source>End of the shift</source>
        <translation>Ende der Schicht</translation>
    </message>
    <message>
        <source>End the escalation</source>
        <translation>Eskalation beenden</translation>
    </message>
    <message>
        <source>End the escalation…</source>
        <translation>Eskalation beenden…</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Ended by</source>
        <translation>Beendet von</translation>
    </message>
    <message>
        <source>Ended the escalation to {addressee}: {text}</source>
        <translation>Die Eskalation an {addressee} beendet: {text}</translation>
    </message>
    <message>
        <source>Ended with the incident: the escalation to {addressees}.</source>
        <translation>Mit dem Incident beendet: die Eskalation an {addressees}.</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>Enter adds this</source>
        <translation>Eingabe fügt dies hinzu</translation>
    </message>
    <message>
        <source>Enter opens an action and lets you press other keys for it. They are kept on this computer.</source>
        <translation>Eingabe öffnet eine Aktion und lässt Sie andere Tasten dafür drücken. Sie werden auf diesem Computer behalten.</translation>
    </message>
    <message>
        <source>Enter or a click proves one byte by byte and compares it with the desk.</source>
        <translation>Eingabe oder Klick prüft eine Byte für Byte und vergleicht sie mit dem Desk.</translation>
    </message>
    <message>
        <source>Enter sends · Shift+Enter new line · Esc back</source>
        <translation>Eingabe sendet · Umschalt+Eingabe neue Zeile · Esc zurück</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Entry of a problem</source>
        <translation>Eintrag eines Problems</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Esc leaves</source>
        <translation>Esc verlässt es</translation>
    </message>
    <message>
        <source>Escalate</source>
        <translation>Eskalieren</translation>
    </message>
    <message>
        <source>Escalate a level up</source>
        <translation>Eine Stufe höher eskalieren</translation>
    </message>
    <message>
        <source>Escalate the incident</source>
        <translation>Den Incident eskalieren</translation>
    </message>
    <message>
        <source>escalate to level</source>
        <translation>eskalieren auf Stufe</translation>
    </message>
    <message>
        <source>escalate to {level}</source>
        <translation>eskalieren auf {level}</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>Eskaliert</translation>
    </message>
    <message>
        <source>Escalated by</source>
        <translation>Eskaliert von</translation>
    </message>
    <message>
        <source>Escalated to {addressee}</source>
        <translation>Eskaliert an {addressee}</translation>
    </message>
    <message>
        <source>Escalated to {addressee}, paged again</source>
        <translation>Eskaliert an {addressee}, erneut alarmiert</translation>
    </message>
    <message>
        <source>Escalated to {addressee}{more}: {state}.</source>
        <translation>Eskaliert an {addressee}{more}: {state}.</translation>
    </message>
    <message>
        <source>Escalated to {level}: {names}</source>
        <translation>Eskaliert an {level}: {names}</translation>
    </message>
    <message>
        <source>Escalated, not acknowledged</source>
        <translation>Eskaliert, nicht bestätigt</translation>
    </message>
    <message>
        <source>Escalate…</source>
        <translation>Eskalieren…</translation>
    </message>
    <message>
        <source>Escalating by hand goes up the tiers.</source>
        <translation>Eskalieren von Hand geht die Ebenen hinauf.</translation>
    </message>
    <message>
        <source>Escalation</source>
        <translation>Eskalation</translation>
    </message>
    <message>
        <source>Escalation rules</source>
        <translation>Eskalationsregeln</translation>
    </message>
    <message>
        <source>Escalation rules are a list.</source>
        <translation>Eskalationsregeln sind eine Liste.</translation>
    </message>
    <message>
        <source>Escalation rules in their order</source>
        <translation>Eskalationsregeln in ihrer Folge</translation>
    </message>
    <message>
        <source>Escalations</source>
        <translation>Eskalationen</translation>
    </message>
    <message>
        <source>escalations; one that has begun goes on by the version it began with</source>
        <translation>Eskalationen; eine begonnene läuft mit der Version weiter, mit der sie begann</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Event in a review</source>
        <translation>Ereignis in einer Nachbetrachtung</translation>
    </message>
    <message>
        <source>Event log</source>
        <translation>Ereignisprotokoll</translation>
    </message>
    <message>
        <source>Every change</source>
        <translation>Jede Änderung</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Jeder Tag</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>jeden Tag</translation>
    </message>
    <message>
        <source>Every day 24 h</source>
        <translation>Jeden Tag 24 h</translation>
    </message>
    <message>
        <source>Every day {text}</source>
        <translation>Jeden Tag {text}</translation>
    </message>
    <message>
        <source>Every event stands in the incident’s journal.</source>
        <translation>Jedes Ereignis steht im Journal des Incidents.</translation>
    </message>
    <message>
        <source>Every incident</source>
        <translation>Jeder Incident</translation>
    </message>
    <message>
        <source>Every priority</source>
        <translation>Jede Priorität</translation>
    </message>
    <message>
        <source>Every reason stops the {clock_head} clock, or none</source>
        <translation>Jeder Grund hält die Uhr „{clock_head}“ an, oder keiner</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Everybody at the desk</source>
        <translation>Alle am Desk</translation>
    </message>
    <message>
        <source>Everybody comes in by a login of their own; the database decides what it may.</source>
        <translation>Jeder kommt mit einem eigenen Login herein; die Datenbank entscheidet, was es darf.</translation>
    </message>
    <message>
        <source>everybody may call functions that are added</source>
        <translation>jeder darf neu hinzugefügte Funktionen aufrufen</translation>
    </message>
    <message>
        <source>everybody may call {row}</source>
        <translation>jeder darf {row} aufrufen</translation>
    </message>
    <message>
        <source>everybody may enter {row}</source>
        <translation>jeder darf {row} betreten</translation>
    </message>
    <message>
        <source>everybody may use the language plpgsql</source>
        <translation>jeder darf die Sprache plpgsql benutzen</translation>
    </message>
    <message>
        <source>everybody may, up to {most}</source>
        <translation>jeder darf, bis zu {most}</translation>
    </message>
    <message>
        <source>Everybody named here approves it themselves.</source>
        <translation>Jeder hier Genannte gibt sie selbst frei.</translation>
    </message>
    <message>
        <source>Everybody who works on it is told, and its children are resolved with it</source>
        <translation>Alle, die daran arbeiten, erfahren es, und untergeordnete werden mit ihm gelöst</translation>
    </message>
    <message>
        <source>everybody whom it concerns</source>
        <translation>alle, die es betrifft</translation>
    </message>
    <message>
        <source>Everybody's</source>
        <translation>Aller</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Everyone, callers too</source>
        <translation>Alle, auch Melder</translation>
    </message>
    <message>
        <source>Everything in open formats</source>
        <translation>Alles in offenen Formaten</translation>
    </message>
    <message>
        <source>Everything that you may see goes into a new folder: a file for each table, the incidents once more with names in place of identifiers, the attached files, and a page that explains it. It is of one moment, while everybody goes on working. Who gets the folder can read all of it.</source>
        <translation>Alles, was Sie sehen dürfen, kommt in einen neuen Ordner: eine Datei je Tabelle, die Incidents noch einmal mit Namen statt Kennungen, die angehängten Dateien und eine Seite, die es erklärt. Es ist von einem Augenblick, während alle weiterarbeiten. Wer den Ordner bekommt, kann alles lesen.</translation>
    </message>
    <message>
        <source>everything, multi</source>
        <translation>alles, mehrere</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Excel, download, data portability, report</source>
        <translation>Excel, Herunterladen, Datenübertragbarkeit, Bericht</translation>
    </message>
    <message>
        <source>Executive summary</source>
        <translation>Kurzfassung</translation>
    </message>
    <message>
        <source>executive summary</source>
        <translation>Kurzfassung</translation>
    </message>
    <message>
        <source>exit, leave</source>
        <translation>schließen, verlassen</translation>
    </message>
    <message>
        <source>Expand all groups</source>
        <translation>Alle Gruppen aufklappen</translation>
    </message>
    <message>
        <source>expanded</source>
        <translation>aufgeklappt</translation>
    </message>
    <message>
        <source>Expected until</source>
        <translation>Erwartet bis</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>CSV exportieren…</translation>
    </message>
    <message>
        <source>Export everything…</source>
        <translation>Alles exportieren…</translation>
    </message>
    <message>
        <source>Export into</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>Export of the audit log</source>
        <translation>Export des Audit-Protokolls</translation>
    </message>
    <message>
        <source>Export of the list</source>
        <translation>Export der Liste</translation>
    </message>
    <message>
        <source>Export the audit log</source>
        <translation>Das Audit-Protokoll exportieren</translation>
    </message>
    <message>
        <source>Export the figures</source>
        <translation>Zahlen exportieren</translation>
    </message>
    <message>
        <source>Export what is shown</source>
        <translation>Gezeigtes exportieren</translation>
    </message>
    <message>
        <source>Export what is shown…</source>
        <translation>Gezeigtes exportieren…</translation>
    </message>
    <message>
        <source>export, print</source>
        <translation>exportieren, drucken</translation>
    </message>
    <message numerus="yes">
        <source>Exported {n} entries of the audit log</source>
        <translation>
            <numerusform>{n} Eintrag des Audit-Protokolls exportiert</numerusform>
            <numerusform>{n} Einträge des Audit-Protokolls exportiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exported {n} figures</source>
        <translation>
            <numerusform>{n} Kennzahl exportiert</numerusform>
            <numerusform>{n} Kennzahlen exportiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exported {n} incidents</source>
        <translation>
            <numerusform>{n} Incident exportiert</numerusform>
            <numerusform>{n} Incidents exportiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Exported {rows} rows and {files} files</source>
        <translation>{rows} Zeilen und {files} Dateien exportiert</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>extend</source>
        <translation>erweitern</translation>
    </message>
    <message>
        <source>extend, multi</source>
        <translation>erweitern, mehrere</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Fakten</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Misslungen</translation>
    </message>
    <message>
        <source>FAQ</source>
        <translation>FAQ</translation>
    </message>
    <message>
        <source>favourite, pin, first</source>
        <translation>favorit, anheften, zuerst</translation>
    </message>
    <message>
        <source>feb, february</source>
        <translation>feb, februar</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Figures of 30 days</source>
        <translation>Kennzahlen von 30 Tagen</translation>
    </message>
    <message>
        <source>Figures of 7 days</source>
        <translation>Kennzahlen von 7 Tagen</translation>
    </message>
    <message>
        <source>Figures of 90 days</source>
        <translation>Kennzahlen von 90 Tagen</translation>
    </message>
    <message>
        <source>Figures of the dashboard</source>
        <translation>Kennzahlen des Überblicks</translation>
    </message>
    <message>
        <source>Figures of today</source>
        <translation>Kennzahlen von heute</translation>
    </message>
    <message>
        <source>figures, kpi, charts, numbers, statistics</source>
        <translation>kennzahlen, kpi, zahlen, statistik, dashboard</translation>
    </message>
    <message>
        <source>figures, reuse, deflection, helpfulness, gaps, kpi</source>
        <translation>Zahlen, Wiederverwendung, Abwendung, Nutzen, Lücken, KPI</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Dateiname</translation>
    </message>
    <message>
        <source>File that a rule removed</source>
        <translation>Von einer Regel entfernte Datei</translation>
    </message>
    <message>
        <source>Files of ended incidents</source>
        <translation>Dateien beendeter Incidents</translation>
    </message>
    <message>
        <source>Filled in</source>
        <translation>Ausgefüllt</translation>
    </message>
    <message>
        <source>Filled in by itself</source>
        <translation>Von selbst ausgefüllt</translation>
    </message>
    <message>
        <source>Filled in for an incident that is made up.</source>
        <translation>Ausgefüllt für einen erdachten Incident.</translation>
    </message>
    <message>
        <source>Filled in for each incident: {known}.</source>
        <translation>Für jeden Incident ausgefüllt: {known}.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter by another value</source>
        <translation>Nach einem anderen Wert filtern</translation>
    </message>
    <message>
        <source>Filter by person, record, field and time</source>
        <translation>Nach Person, Datensatz, Feld und Zeit filtern</translation>
    </message>
    <message>
        <source>Filter the queue by {text}</source>
        <translation>Warteschlange nach {text} filtern</translation>
    </message>
    <message>
        <source>Filter the queue…</source>
        <translation>Warteschlange filtern…</translation>
    </message>
    <message>
        <source>Filter {term}</source>
        <translation>Filter {term}</translation>
    </message>
    <message>
        <source>Filter, or find on this page…</source>
        <translation>Filtern oder auf dieser Seite finden…</translation>
    </message>
    <message>
        <source>Filter: is:open, priority:1, team:network, assignee:me, or words</source>
        <translation>Filter: is:open, priority:1, team:netzwerk, assignee:me oder Wörter</translation>
    </message>
    <message>
        <source>Filtered incidents</source>
        <translation>Gefilterte Incidents</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>Endgültig</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Finden</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>Person finden</translation>
    </message>
    <message>
        <source>Find a problem</source>
        <translation>Problem suchen</translation>
    </message>
    <message>
        <source>Find among the {things}</source>
        <translation>Finden unter: {things}</translation>
    </message>
    <message>
        <source>Find an article</source>
        <translation>Artikel finden</translation>
    </message>
    <message>
        <source>Find an article…</source>
        <translation>Artikel finden…</translation>
    </message>
    <message>
        <source>Find in the audit log</source>
        <translation>Im Audit-Protokoll finden</translation>
    </message>
    <message>
        <source>Find in this incident</source>
        <translation>In diesem Incident finden</translation>
    </message>
    <message>
        <source>find, search, again</source>
        <translation>finden, suchen, wieder</translation>
    </message>
    <message>
        <source>find, text, words, people</source>
        <translation>finden, Text, Wörter, Personen</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>finish, confirm</source>
        <translation>beenden, bestätigen</translation>
    </message>
    <message>
        <source>finish, reject</source>
        <translation>beenden, ablehnen</translation>
    </message>
    <message>
        <source>Fired</source>
        <translation>Ausgelöst</translation>
    </message>
    <message>
        <source>fires {key} of the {clock} clock at its start: the target is shorter</source>
        <translation>löst {key} der Uhr „{clock}“ gleich am Anfang aus: Das Ziel ist kürzer</translation>
    </message>
    <message>
        <source>First administrator</source>
        <translation>Erster Administrator</translation>
    </message>
    <message>
        <source>First message</source>
        <translation>Erste Nachricht</translation>
    </message>
    <message>
        <source>First password</source>
        <translation>Erstes Passwort</translation>
    </message>
    <message>
        <source>First response</source>
        <translation>Erste Reaktion</translation>
    </message>
    <message>
        <source>first response</source>
        <translation>erste Reaktion</translation>
    </message>
    <message>
        <source>First response due</source>
        <translation>Erste Reaktion fällig</translation>
    </message>
    <message>
        <source>First response in time</source>
        <translation>Erste Antwort rechtzeitig</translation>
    </message>
    <message>
        <source>First response promised for</source>
        <translation>Erste Reaktion zugesagt bis</translation>
    </message>
    <message>
        <source>First responses in time, of incidents opened in this week</source>
        <translation>Rechtzeitige erste Antworten bei Incidents, die in dieser Woche gemeldet wurden</translation>
    </message>
    <message>
        <source>First responses in time, of those that ended; by incidents opened in the stretch</source>
        <translation>Rechtzeitige erste Antworten, unter den beendeten; nach Incidents, die im Zeitraum gemeldet wurden</translation>
    </message>
    <message>
        <source>First right</source>
        <translation>Erster richtig</translation>
    </message>
    <message>
        <source>First right on unseen incidents: {version_line}</source>
        <translation>Erster richtig bei ungesehenen Incidents: {version_line}</translation>
    </message>
    <message>
        <source>First start</source>
        <translation>Erster Start</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>fix, done, mended</source>
        <translation>behoben, fertig, repariert</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Fahne</translation>
    </message>
    <message>
        <source>Folder of backups</source>
        <translation>Ordner der Sicherungen</translation>
    </message>
    <message>
        <source>Follow, or no longer</source>
        <translation>Folgen oder nicht mehr folgen</translation>
    </message>
    <message>
        <source>Followed</source>
        <translation>Gefolgt</translation>
    </message>
    <message>
        <source>font, zoom, scale, size, night, light, colours, colors, contrast, density, compact, notifications, sound, minimize, minimise, quit, translation</source>
        <translation>Schrift, Schriftgröße, Zoom, Skalierung, Größe, Nacht, hell, dunkel, Farben, Kontrast, Zeilenhöhe, kompakt, Benachrichtigungen, Mitteilungen, Ton, Klang, minimieren, beenden, Übersetzung, Design, Thema</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>For a computer that several people share: everybody signs in with a password, so that entries have the right author and each role may what it may. A desk of one person needs none of it. It does not protect the file: whoever may read the file of the desk can read everything in it with other programs. Where that matters, keep the file on an encrypted disk that only the right people can open, or use a shared desk on a server.</source>
        <translation>Für einen Computer, den mehrere teilen: Jeder meldet sich mit einem Passwort an, damit Einträge den richtigen Verfasser haben und jede Rolle darf, was sie darf. Ein Desk für eine Person braucht das nicht. Es schützt die Datei nicht: Wer die Datei des Desks lesen darf, kann mit anderen Programmen alles darin lesen. Wo das zählt, legen Sie die Datei auf eine verschlüsselte Festplatte, die nur die Richtigen öffnen können, oder nehmen Sie einen gemeinsamen Desk auf einem Server.</translation>
    </message>
    <message>
        <source>For a month</source>
        <translation>Für einen Monat</translation>
    </message>
    <message>
        <source>For a week</source>
        <translation>Für eine Woche</translation>
    </message>
    <message>
        <source>For administrators</source>
        <translation>Für Administratoren</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>für immer</translation>
    </message>
    <message>
        <source>For ever: nothing is ever taken.</source>
        <translation>Für immer: Es wird nie etwas entfernt.</translation>
    </message>
    <message>
        <source>For everyone</source>
        <translation>Für alle</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>Wie lange</translation>
    </message>
    <message>
        <source>For how many days</source>
        <translation>Für wie viele Tage</translation>
    </message>
    <message>
        <source>For me</source>
        <translation>Für mich</translation>
    </message>
    <message>
        <source>For notifications about an incident of priority 1 that is yours, at most once a minute. What waits for the end of your quiet hours is silent until then; whatever makes a sound is shown as well.</source>
        <translation>Für Benachrichtigungen zu einem eigenen Incident der Priorität 1, höchstens einmal in der Minute. Was auf das Ende Ihrer Ruhezeiten wartet, bleibt bis dahin still; was einen Ton auslöst, wird auch angezeigt.</translation>
    </message>
    <message>
        <source>For three days</source>
        <translation>Für drei Tage</translation>
    </message>
    <message>
        <source>For which incidents</source>
        <translation>Für welche Incidents</translation>
    </message>
    <message>
        <source>for {about}</source>
        <translation>für {about}</translation>
    </message>
    <message>
        <source>forms, prefilled</source>
        <translation>Formulare, vorausgefüllt</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Forward (Alt Right)</source>
        <translation>Vorwärts (Alt Rechts)</translation>
    </message>
    <message>
        <source>Frequent incidents</source>
        <translation>Häufige Incidents</translation>
    </message>
    <message>
        <source>frequent, again</source>
        <translation>häufig, wieder</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>Fr</translation>
    </message>
    <message>
        <source>fri, friday</source>
        <translation>fr, freitag</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>Freitag</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>From a country…</source>
        <translation>Aus einem Land…</translation>
    </message>
    <message>
        <source>From impact and urgency</source>
        <translation>Aus Auswirkung und Dringlichkeit</translation>
    </message>
    <message>
        <source>From resolved incidents that read alike; such a {name} is right {confidence} of the time</source>
        <translation>Aus gelösten Incidents, die ähnlich klingen; so ein Vorschlag für {name} stimmt in {confidence} der Fälle</translation>
    </message>
    <message>
        <source>from the caller's next question</source>
        <translation>ab der nächsten Frage des Melders</translation>
    </message>
    <message>
        <source>From the group</source>
        <translation>Von der Gruppe</translation>
    </message>
    <message>
        <source>From when is the version to hold? Write it like 2026-12-04 09:30.</source>
        <translation>Ab wann soll die Version gelten? Schreiben Sie es wie 2026-12-04 09:30.</translation>
    </message>
    <message>
        <source>from {begins}</source>
        <translation>ab {begins}</translation>
    </message>
    <message>
        <source>From {share} sure</source>
        <translation>Ab {share} sicher</translation>
    </message>
    <message>
        <source>from {share} sure</source>
        <translation>ab {share} Sicherheit</translation>
    </message>
    <message>
        <source>From “{template_name}”</source>
        <translation>Aus „{template_name}“</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Full title</source>
        <translation>Voller Titel</translation>
    </message>
    <message>
        <source>Functional</source>
        <translation>Fachlich</translation>
    </message>
    <message>
        <source>Functions with rights of their own are pinned</source>
        <translation>Funktionen mit eigenen Rechten sind festgelegt</translation>
    </message>
    <message>
        <source>Further columns</source>
        <translation>Weitere Spalten</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Lücken</translation>
    </message>
    <message>
        <source>GDPR, privacy, compliance, deletion, erasing, purging, retention period, disk space</source>
        <translation>DSGVO, Datenschutz, Compliance, Löschung, Löschen, Löschfristen, Aufbewahrungsfrist, Speicherplatz</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Give callers the workaround</source>
        <translation>Meldern die Umgehungslösung geben</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Geben Sie ihm einen Namen.</translation>
    </message>
    <message>
        <source>Give one part of the day, such as 12:00-24:00; enter a second part as another line.</source>
        <translation>Geben Sie einen Teil des Tages an, etwa 12:00-24:00; einen zweiten Teil tragen Sie als weitere Zeile ein.</translation>
    </message>
    <message>
        <source>Give the calendar a name.</source>
        <translation>Geben Sie dem Kalender einen Namen.</translation>
    </message>
    <message>
        <source>Give the review a title.</source>
        <translation>Geben Sie der Nachbetrachtung einen Titel.</translation>
    </message>
    <message>
        <source>Give the server a certificate and set ssl = on; docs/administration.md shows how, step by step.</source>
        <translation>Geben Sie dem Server ein Zertifikat und setzen Sie ssl = on; docs/administration.md zeigt es Schritt für Schritt.</translation>
    </message>
    <message>
        <source>Give this login</source>
        <translation>Dieses Login geben</translation>
    </message>
    <message>
        <source>Give this password</source>
        <translation>Dieses Passwort geben</translation>
    </message>
    <message>
        <source>GLPI 5x5</source>
        <translation>GLPI 5x5</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Gehe</translation>
    </message>
    <message>
        <source>Go back to a version</source>
        <translation>Zurück zu einer Version</translation>
    </message>
    <message>
        <source>Go back to it</source>
        <translation>Dahin zurück</translation>
    </message>
    <message>
        <source>Go back to version {number}</source>
        <translation>Zurück zu Version {number}</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Go on looking for the cause</source>
        <translation>Weiter nach der Ursache suchen</translation>
    </message>
    <message>
        <source>Go on: {name}</source>
        <translation>Weiter: {name}</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Go to its window</source>
        <translation>Zum Fenster wechseln</translation>
    </message>
    <message>
        <source>Go to the articles</source>
        <translation>Zu den Artikeln</translation>
    </message>
    <message>
        <source>Go to the queue</source>
        <translation>Zur Warteschlange</translation>
    </message>
    <message>
        <source>Go to what is new</source>
        <translation>Zum Neuen gehen</translation>
    </message>
    <message>
        <source>Go to what is new (.)</source>
        <translation>Zum Neuen gehen (.)</translation>
    </message>
    <message>
        <source>Goal for first responses</source>
        <translation>Ziel für erste Reaktionen</translation>
    </message>
    <message>
        <source>Goal for resolutions</source>
        <translation>Ziel für Lösungen</translation>
    </message>
    <message>
        <source>Goes over: {what}.</source>
        <translation>Geht über: {what}.</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>good, opinion</source>
        <translation>gut, Meinung</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Gruppieren nach</translation>
    </message>
    <message>
        <source>Group by assignee</source>
        <translation>Nach Bearbeiter gruppieren</translation>
    </message>
    <message>
        <source>Group by assignment group</source>
        <translation>Nach zuständiger Gruppe gruppieren</translation>
    </message>
    <message>
        <source>Group by priority</source>
        <translation>Nach Priorität gruppieren</translation>
    </message>
    <message>
        <source>Group by status</source>
        <translation>Nach Status gruppieren</translation>
    </message>
    <message>
        <source>Group by time left</source>
        <translation>Nach Restzeit gruppieren</translation>
    </message>
    <message>
        <source>Group by: {group_label}</source>
        <translation>Gruppieren nach: {group_label}</translation>
    </message>
    <message>
        <source>Group hours</source>
        <translation>Zeiten der Gruppen</translation>
    </message>
    <message>
        <source>Group in view</source>
        <translation>Gruppe in der Ansicht</translation>
    </message>
    <message>
        <source>Group that takes over from {group}</source>
        <translation>Gruppe, die {group} ablöst</translation>
    </message>
    <message>
        <source>Group to move it to</source>
        <translation>Gruppe, an die er geht</translation>
    </message>
    <message>
        <source>group: puts rows under heads. Did you mean {meant}?</source>
        <translation>group: stellt Zeilen unter Überschriften. Meinten Sie {meant}?</translation>
    </message>
    <message>
        <source>group: puts rows under heads: {heads}. For an assignment group write {meant}</source>
        <translation>group: stellt Zeilen unter Überschriften: {heads}. Für eine zuständige Gruppe schreiben Sie {meant}</translation>
    </message>
    <message>
        <source>Grouped by</source>
        <translation>Gruppiert nach</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Groups and shifts</source>
        <translation>Gruppen und Schichten</translation>
    </message>
    <message>
        <source>groups, departments, queues</source>
        <translation>Gruppen, Abteilungen, Warteschlangen</translation>
    </message>
    <message>
        <source>guessed</source>
        <translation>vermutet</translation>
    </message>
    <message>
        <source>h, hour, hours</source>
        <translation>h, std, stunde, stunden</translation>
    </message>
    <message>
        <source>Hand back</source>
        <translation>Zurückgeben</translation>
    </message>
    <message>
        <source>Hand back…</source>
        <translation>Zurückgeben…</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Übergeben</translation>
    </message>
    <message>
        <source>Hand over a shift</source>
        <translation>Eine Schicht übergeben</translation>
    </message>
    <message>
        <source>Hand over all the same</source>
        <translation>Trotzdem übergeben</translation>
    </message>
    <message>
        <source>Hand over to</source>
        <translation>Übergeben an</translation>
    </message>
    <message>
        <source>Hand over, or take over</source>
        <translation>Übergeben oder übernehmen</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>Übergabe</translation>
    </message>
    <message>
        <source>Hand-over of {group}</source>
        <translation>Übergabe von {group}</translation>
    </message>
    <message>
        <source>Hand-over sheet</source>
        <translation>Übergabeblatt</translation>
    </message>
    <message>
        <source>Hand-over sheet, {moment}</source>
        <translation>Übergabeblatt, {moment}</translation>
    </message>
    <message>
        <source>Hand-overs</source>
        <translation>Übergaben</translation>
    </message>
    <message>
        <source>Hand-overs, newest first</source>
        <translation>Übergaben, die neueste zuerst</translation>
    </message>
    <message>
        <source>Handed back</source>
        <translation>Zurückgegeben</translation>
    </message>
    <message>
        <source>handed back</source>
        <translation>zurückgegeben</translation>
    </message>
    <message>
        <source>Handed back and over</source>
        <translation>Zurückgegeben und vorbei</translation>
    </message>
    <message>
        <source>Handed back by {addressee}</source>
        <translation>Zurückgegeben von {addressee}</translation>
    </message>
    <message>
        <source>Handed back by {addressee}: {text}</source>
        <translation>Zurückgegeben von {addressee}: {text}</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Übergeben</translation>
    </message>
    <message>
        <source>Handed over before</source>
        <translation>Frühere Übergaben</translation>
    </message>
    <message>
        <source>Handed over by</source>
        <translation>Übergeben von</translation>
    </message>
    <message>
        <source>Handed over in {seconds} s</source>
        <translation>Wird in {seconds} s übergeben</translation>
    </message>
    <message>
        <source>Handed over to</source>
        <translation>Übergeben an</translation>
    </message>
    <message>
        <source>handed to another group</source>
        <translation>an eine andere Gruppe gegeben</translation>
    </message>
    <message>
        <source>Handing a shift over</source>
        <translation>Eine Schicht übergeben</translation>
    </message>
    <message>
        <source>Handling note</source>
        <translation>Hinweis zum Umgang</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>Übergabe</translation>
    </message>
    <message>
        <source>Happened</source>
        <translation>Geschehen</translation>
    </message>
    <message>
        <source>has a seal that cannot be read.</source>
        <translation>hat ein Siegel, das nicht gelesen werden kann.</translation>
    </message>
    <message>
        <source>has a warning</source>
        <translation>hat eine Warnung</translation>
    </message>
    <message>
        <source>has a {clock} target that its calendar does not reach in five years</source>
        <translation>hat ein Ziel „{clock}“, das ihr Kalender in fünf Jahren nicht erreicht</translation>
    </message>
    <message>
        <source>has an error</source>
        <translation>hat einen Fehler</translation>
    </message>
    <message>
        <source>has steps out of order. Delays count from the occasion, at most 30 days, rising.</source>
        <translation>hat Schritte in falscher Folge. Verzögerungen zählen ab dem Anlass, höchstens 30 Tage, aufsteigend.</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Hash</translation>
    </message>
    <message>
        <source>Hash of the content</source>
        <translation>Hash des Inhalts</translation>
    </message>
    <message>
        <source>Have a draft written (writing help)</source>
        <translation>Einen Entwurf schreiben lassen (Schreibhilfe)</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Bereichsleitung</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>Bereichsleitungen</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Abgehalten</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Held back by</source>
        <translation>Zurückgehalten von</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Help on this</source>
        <translation>Hilfe hierzu</translation>
    </message>
    <message>
        <source>Help with writing</source>
        <translation>Schreibhilfe</translation>
    </message>
    <message>
        <source>Help with writing is off</source>
        <translation>Die Schreibhilfe ist aus</translation>
    </message>
    <message>
        <source>Help with writing is on</source>
        <translation>Die Schreibhilfe ist an</translation>
    </message>
    <message>
        <source>Help with writing is switched off at this desk.</source>
        <translation>Die Schreibhilfe ist an diesem Desk ausgeschaltet.</translation>
    </message>
    <message>
        <source>Help with writing is switched off at this desk. Nothing was sent.</source>
        <translation>Die Schreibhilfe ist an diesem Desk ausgeschaltet. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>help, keys</source>
        <translation>Hilfe, Tasten</translation>
    </message>
    <message>
        <source>Helpfulness</source>
        <translation>Nutzen</translation>
    </message>
    <message>
        <source>Hide e-mail addresses and phone numbers</source>
        <translation>E-Mail-Adressen und Telefonnummern verdecken</translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation>Passwort verbergen</translation>
    </message>
    <message>
        <source>Hide the preview (Ctrl \)</source>
        <translation>Vorschau ausblenden (Strg \)</translation>
    </message>
    <message>
        <source>hide, tray</source>
        <translation>ausblenden, Infobereich, Tray</translation>
    </message>
    <message>
        <source>Hierarchical</source>
        <translation>Hierarchisch</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation>Hoher Kontrast, dunkel</translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation>Hoher Kontrast, hell</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Hit rate</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>Hold back</source>
        <translation>Zurückhalten</translation>
    </message>
    <message>
        <source>Hold passed</source>
        <translation>Wartezeit vorbei</translation>
    </message>
    <message>
        <source>Hold reason</source>
        <translation>Wartegrund</translation>
    </message>
    <message>
        <source>hold reason</source>
        <translation>Wartegrund</translation>
    </message>
    <message>
        <source>Hold reasons</source>
        <translation>Wartegründe</translation>
    </message>
    <message>
        <source>hold reasons</source>
        <translation>Wartegründe</translation>
    </message>
    <message>
        <source>Hold reasons that stop the clocks</source>
        <translation>Wartegründe, die die Uhren anhalten</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Gilt</translation>
    </message>
    <message>
        <source>Holds for every incident.</source>
        <translation>Gilt für jeden Incident.</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>Feiertag</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>Feiertage</translation>
    </message>
    <message>
        <source>Holidays of a country</source>
        <translation>Feiertage eines Landes</translation>
    </message>
    <message>
        <source>Hotkeys</source>
        <translation>Schnelltasten</translation>
    </message>
    <message>
        <source>Hours for the chosen days</source>
        <translation>Zeiten für die gewählten Tage</translation>
    </message>
    <message>
        <source>Hours of</source>
        <translation>Zeiten von</translation>
    </message>
    <message>
        <source>Hours of a person</source>
        <translation>Arbeitszeit einer Person</translation>
    </message>
    <message>
        <source>Hours of a team</source>
        <translation>Arbeitszeit eines Teams</translation>
    </message>
    <message>
        <source>Hours of the special day</source>
        <translation>Zeiten des Sondertags</translation>
    </message>
    <message>
        <source>hours of {listed}</source>
        <translation>Zeiten: {listed}</translation>
    </message>
    <message>
        <source>Hours on {weekday}</source>
        <translation>Zeiten am {weekday}</translation>
    </message>
    <message>
        <source>How an incident can end, in the order of its digits. Articles and problems go on giving theirs also while they are not in use.</source>
        <translation>Wie ein Incident enden kann, in der Reihenfolge der Ziffern. Artikel und Problems vergeben ihre Codes auch dann, wenn diese nicht in Gebrauch sind.</translation>
    </message>
    <message>
        <source>How good are the suggestions</source>
        <translation>Wie gut sind die Vorschläge</translation>
    </message>
    <message>
        <source>How incidents are sorted: a category, and one below it. Incidents keep what they were given when it moves.</source>
        <translation>Wie Incidents sortiert werden: eine Kategorie und eine darunter. Incidents behalten, was sie bekamen, wenn sie sich verschiebt.</translation>
    </message>
    <message>
        <source>how it came in</source>
        <translation>wie er hereinkam</translation>
    </message>
    <message>
        <source>How it is escalated</source>
        <translation>Wie eskaliert wird</translation>
    </message>
    <message>
        <source>How it was resolved</source>
        <translation>Wie er gelöst wurde</translation>
    </message>
    <message>
        <source>How large everything is was set outside of Mainstay, by QT_SCALE_FACTOR.</source>
        <translation>Wie groß alles ist, wurde außerhalb von Mainstay mit QT_SCALE_FACTOR festgelegt.</translation>
    </message>
    <message>
        <source>how likely the resolution is late: high, &gt;50%</source>
        <translation>wie wahrscheinlich die Lösung zu spät kommt: high, &gt;50%</translation>
    </message>
    <message>
        <source>How long after</source>
        <translation>Wie lange danach</translation>
    </message>
    <message>
        <source>how long ago it was opened: &gt;3d</source>
        <translation>wie lange er schon offen ist: &gt;3d</translation>
    </message>
    <message>
        <source>How long before or after due? Write 30 m before, or 1 h after.</source>
        <translation>Wie lange vor oder nach der Frist? Schreiben Sie 30 m vor oder 1 h nach.</translation>
    </message>
    <message>
        <source>How long data is kept</source>
        <translation>Wie lange Daten behalten werden</translation>
    </message>
    <message>
        <source>How long files are kept</source>
        <translation>Wie lange Dateien behalten werden</translation>
    </message>
    <message>
        <source>How long notifications are kept</source>
        <translation>Wie lange Benachrichtigungen behalten werden</translation>
    </message>
    <message>
        <source>How long things are kept cannot be shown</source>
        <translation>Die Aufbewahrung kann nicht gezeigt werden</translation>
    </message>
    <message>
        <source>How many daily backups are kept</source>
        <translation>Wie viele tägliche Sicherungen behalten werden</translation>
    </message>
    <message>
        <source>how many messages it has</source>
        <translation>wie viele Nachrichten er hat</translation>
    </message>
    <message>
        <source>How many times</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>how many times it was reopened</source>
        <translation>wie oft er wieder geöffnet wurde</translation>
    </message>
    <message>
        <source>How much depends on it.</source>
        <translation>Wie viel davon abhängt.</translation>
    </message>
    <message>
        <source>How often an article was used, each time counted.</source>
        <translation>Wie oft ein Artikel benutzt wurde, jedes Mal gezählt.</translation>
    </message>
    <message>
        <source>How they belong together</source>
        <translation>Wie sie zusammengehören</translation>
    </message>
    <message>
        <source>How they were resolved; each caller reads it</source>
        <translation>Wie sie gelöst wurden; jeder Melder liest es</translation>
    </message>
    <message>
        <source>How this was worked out (C)</source>
        <translation>Wie das berechnet wurde (C)</translation>
    </message>
    <message>
        <source>How to mend it</source>
        <translation>Wie es zu beheben ist</translation>
    </message>
    <message>
        <source>How-to</source>
        <translation>Anleitung</translation>
    </message>
    <message>
        <source>Hurts the business more than its priority says</source>
        <translation>Schadet dem Betrieb mehr, als die Priorität sagt</translation>
    </message>
    <message>
        <source>I passed it on</source>
        <translation>Ich habe es weitergegeben</translation>
    </message>
    <message>
        <source>Icon</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>ICS, iCal, import of holidays, bank holidays, vacation, business hours, working hours, weekend, timezone</source>
        <translation>ICS, iCal, Feiertagskalender, Ferien, Urlaub, Betriebsferien, Geschäftszeiten, Arbeitszeiten, Servicezeiten, Wochenende, Zeitzone</translation>
    </message>
    <message>
        <source>If that computer is only cut off or asleep, what it has not saved is lost to it. Take over all the same?</source>
        <translation>Wenn jener Computer nur getrennt ist oder schläft, geht verloren, was er nicht gespeichert hat. Trotzdem übernehmen?</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>Übergangen</translation>
    </message>
    <message>
        <source>image, screenshot, paste, photo</source>
        <translation>Bild, Bildschirmfoto, einfügen, Foto</translation>
    </message>
    <message>
        <source>Impact</source>
        <translation>Auswirkung</translation>
    </message>
    <message>
        <source>Impact and cause</source>
        <translation>Auswirkung und Ursache</translation>
    </message>
    <message>
        <source>Impact and urgency</source>
        <translation>Auswirkung und Dringlichkeit</translation>
    </message>
    <message>
        <source>Impact began</source>
        <translation>Auswirkung begann</translation>
    </message>
    <message>
        <source>Impact ended</source>
        <translation>Auswirkung endete</translation>
    </message>
    <message>
        <source>Impact in a review</source>
        <translation>Auswirkung in einer Nachbetrachtung</translation>
    </message>
    <message>
        <source>Impact {impact} has {count} cells for {urgencies} urgencies; give one each.</source>
        <translation>Auswirkung {impact} hat {count} Zellen für {urgencies} Dringlichkeiten; geben Sie je eine an.</translation>
    </message>
    <message>
        <source>Impact {impact} × urgency {urgency}</source>
        <translation>Auswirkung {impact} × Dringlichkeit {urgency}</translation>
    </message>
    <message>
        <source>Impact {impact}, urgency {urgency}: priority {cell} is not among 1 to {count}.</source>
        <translation>Auswirkung {impact}, Dringlichkeit {urgency}: Priorität {cell} liegt nicht zwischen 1 und {count}.</translation>
    </message>
    <message>
        <source>Impact {index}, urgency {column}: {cell} is not a priority number.</source>
        <translation>Auswirkung {index}, Dringlichkeit {column}: {cell} ist keine Prioritätszahl.</translation>
    </message>
    <message>
        <source>Impact {number}</source>
        <translation>Auswirkung {number}</translation>
    </message>
    <message>
        <source>Impact ↓   Urgency →</source>
        <translation>Auswirkung ↓   Dringlichkeit →</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Import from CSV</source>
        <translation>Aus CSV importieren</translation>
    </message>
    <message>
        <source>Import from CSV…</source>
        <translation>Aus CSV importieren…</translation>
    </message>
    <message>
        <source>Import of holidays (ICS)</source>
        <translation>Import von Feiertagen (ICS)</translation>
    </message>
    <message>
        <source>Import of {file}</source>
        <translation>Import von {file}</translation>
    </message>
    <message numerus="yes">
        <source>Import {n} rows</source>
        <translation>
            <numerusform>{n} Zeile importieren</numerusform>
            <numerusform>{n} Zeilen importieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>Imported from {source}</source>
        <translation>Importiert aus {source}</translation>
    </message>
    <message>
        <source>imported incidents</source>
        <translation>importierte Incidents</translation>
    </message>
    <message>
        <source>Imported record</source>
        <translation>Importierter Datensatz</translation>
    </message>
    <message>
        <source>Imported with its history</source>
        <translation>Mit Verlauf importiert</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>Importiert…</translation>
    </message>
    <message>
        <source>In</source>
        <translation>In</translation>
    </message>
    <message>
        <source>In 1 hour</source>
        <translation>In 1 Stunde</translation>
    </message>
    <message>
        <source>In 1 week</source>
        <translation>In 1 Woche</translation>
    </message>
    <message>
        <source>In 4 hours</source>
        <translation>In 4 Stunden</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>In Kraft</translation>
    </message>
    <message>
        <source>In force from</source>
        <translation>Gültig ab</translation>
    </message>
    <message>
        <source>In force, set by {who}. Past its time now: {amount}</source>
        <translation>In Kraft, gesetzt von {who}. Jetzt abgelaufen: {amount}</translation>
    </message>
    <message>
        <source>In lists, and by which digit it is chosen. In the list of all Alt+Up and Alt+Down do it too.</source>
        <translation>In Listen, und mit welcher Ziffer er gewählt wird. In der Liste aller tun es auch Alt+Auf und Alt+Ab.</translation>
    </message>
    <message>
        <source>In no group</source>
        <translation>In keiner Gruppe</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>In Prüfung</translation>
    </message>
    <message>
        <source>in the settings</source>
        <translation>in den Einstellungen</translation>
    </message>
    <message>
        <source>In the stretch</source>
        <translation>Im Zeitraum</translation>
    </message>
    <message>
        <source>In the tray the window is hidden, and messages, timers and replies go on. A click on the icon brings it back; Quit in its menu or Ctrl+Q ends Mainstay.</source>
        <translation>Im Infobereich ist das Fenster verborgen; Mitteilungen, Zeitgeber und Antworten laufen weiter. Ein Klick auf das Symbol holt es zurück; „Beenden“ in seinem Menü oder Strg+Q beendet Mainstay.</translation>
    </message>
    <message>
        <source>In time, by week</source>
        <translation>Rechtzeitig, nach Wochen</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>In use again</source>
        <translation>Wieder in Gebrauch</translation>
    </message>
    <message>
        <source>In your words (the caller reads it)</source>
        <translation>In Ihren Worten (der Melder liest es)</translation>
    </message>
    <message>
        <source>In your words; each caller reads it</source>
        <translation>In Ihren Worten; jeder Melder liest es</translation>
    </message>
    <message>
        <source>In {first} to {last} hours</source>
        <translation>In {first} bis {last} Stunden</translation>
    </message>
    <message>
        <source>In {write_duration}</source>
        <translation>In {write_duration}</translation>
    </message>
    <message>
        <source>in, within</source>
        <translation>in, innerhalb</translation>
    </message>
    <message>
        <source>inactive</source>
        <translation>inaktiv</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>INC-000123</source>
        <translation>INC-000123</translation>
    </message>
    <message>
        <source>INC-000123, 124</source>
        <translation>INC-000123, 124</translation>
    </message>
    <message>
        <source>INC-{number}  {short_description}</source>
        <translation>INC-{number}  {short_description}</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>Incident by number…</source>
        <translation>Incident nach Nummer…</translation>
    </message>
    <message>
        <source>Incident commander</source>
        <translation>Einsatzleitung</translation>
    </message>
    <message>
        <source>Incident in short</source>
        <translation>Incident in Kürze</translation>
    </message>
    <message>
        <source>Incident rules</source>
        <translation>Incident-Regeln</translation>
    </message>
    <message>
        <source>Incident that is held back</source>
        <translation>Zurückgehaltener Incident</translation>
    </message>
    <message>
        <source>Incident {number}</source>
        <translation>Incident {number}</translation>
    </message>
    <message>
        <source>Incident {number}, {moment}</source>
        <translation>Incident {number}, {moment}</translation>
    </message>
    <message>
        <source>Incident – Mainstay</source>
        <translation>Incident – Mainstay</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Incidents</translation>
    </message>
    <message>
        <source>Incidents and their history, problems, knowledge, people, configuration items and reviews.

“paper jam”   words next to each other          toner -scanner   without a word
srv-db-07, 4012, 10.20   identifiers and parts of them          INC-000123   a number</source>
        <translation>Incidents und ihr Verlauf, Probleme, Wissen, Personen, Configuration Items und Nachbetrachtungen.

„Papier Stau“   Wörter nebeneinander          Toner -Scanner   ohne ein Wort
srv-db-07, 4012, 10.20   Kennungen und Teile davon          INC-000123   eine Nummer</translation>
    </message>
    <message>
        <source>incidents logged here</source>
        <translation>hier erfasste Incidents</translation>
    </message>
    <message>
        <source>Incidents reported in this hour of the week, in the {weeks} weeks up to yesterday; the queue has those of all hours</source>
        <translation>Incidents, die in dieser Stunde der Woche gemeldet wurden, in den {weeks} Wochen bis gestern; die Warteschlange hat die aller Stunden</translation>
    </message>
    <message>
        <source>Incidents reported on this day</source>
        <translation>Incidents, die an diesem Tag gemeldet wurden</translation>
    </message>
    <message>
        <source>Incidents resolved on this day</source>
        <translation>Incidents, die an diesem Tag gelöst wurden</translation>
    </message>
    <message>
        <source>Incidents resolved with an article linked, inserted or used, of all that were resolved.</source>
        <translation>Mit einem Artikel gelöste Incidents (verknüpft, eingefügt oder benutzt), von allen gelösten.</translation>
    </message>
    <message>
        <source>Incidents that somebody still has to work on</source>
        <translation>Incidents, an denen noch gearbeitet werden muss</translation>
    </message>
    <message>
        <source>Incidents that stood open when this day ended</source>
        <translation>Incidents, die am Ende dieses Tages offen waren</translation>
    </message>
    <message>
        <source>Incidents that wait for somebody or something</source>
        <translation>Incidents, die auf jemanden oder etwas warten</translation>
    </message>
    <message>
        <source>Incidents that were not changed, with the reason</source>
        <translation>Incidents, die nicht geändert wurden, mit dem Grund</translation>
    </message>
    <message>
        <source>Incidents that were reported in the stretch</source>
        <translation>Incidents, die im Zeitraum gemeldet wurden</translation>
    </message>
    <message>
        <source>Incidents whose last resolution lies in the stretch</source>
        <translation>Incidents, deren letzte Lösung im Zeitraum liegt</translation>
    </message>
    <message>
        <source>Incidents whose last resolution lies in the stretch of the same length before</source>
        <translation>Incidents, deren letzte Lösung in den gleich langen Zeitraum davor fällt</translation>
    </message>
    <message>
        <source>Incidents with their journal, reviews, problems, articles, versions of calendars, policies and rules, and the audit trail are kept for ever: nothing of it can be deleted, only taken out of use.
Receipts of saves are kept for 30 days, news for other windows for hours, signatures of programs for a week, words that a search did not find for 400 days.
Daily backups are thinned out as the page of backups says; those that there are still hold what a rule has removed since. Drafts stay on this computer until they are sent or dropped.</source>
        <translation>Incidents mit Journal, Nachbetrachtungen, Problems, Artikel, Versionen von Kalendern, Richtlinien und Regeln und der Audit-Trail werden für immer behalten: Nichts davon kann gelöscht, nur außer Gebrauch genommen werden.
Quittungen des Speicherns werden 30 Tage behalten, Neuigkeiten für andere Fenster Stunden, Lebenszeichen von Programmen eine Woche, nicht gefundene Suchwörter 400 Tage.
Tägliche Sicherungen werden ausgedünnt, wie die Seite der Sicherungen sagt; vorhandene enthalten noch, was eine Regel seitdem entfernt hat. Entwürfe bleiben auf diesem Computer, bis sie gesendet oder verworfen werden.</translation>
    </message>
    <message>
        <source>Included</source>
        <translation>Enthalten</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Insert a picture…</source>
        <translation>Bild einfügen…</translation>
    </message>
    <message>
        <source>Insert into a note</source>
        <translation>In eine Notiz einfügen</translation>
    </message>
    <message>
        <source>Insert into the article</source>
        <translation>In den Artikel einfügen</translation>
    </message>
    <message>
        <source>Insert into the reply</source>
        <translation>In die Antwort einfügen</translation>
    </message>
    <message>
        <source>Insert pictures</source>
        <translation>Bilder einfügen</translation>
    </message>
    <message>
        <source>Insert the first article</source>
        <translation>Ersten Artikel einfügen</translation>
    </message>
    <message>
        <source>inserted into a reply</source>
        <translation>in eine Antwort eingefügt</translation>
    </message>
    <message>
        <source>Inserted the knowledge article {article}</source>
        <translation>Den Wissensartikel {article} eingefügt</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>Intern</translation>
    </message>
    <message>
        <source>internal</source>
        <translation>intern</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Interne Notiz</translation>
    </message>
    <message>
        <source>Internal notes</source>
        <translation>Interne Notizen</translation>
    </message>
    <message>
        <source>Internal: whoever works at the desk</source>
        <translation>Intern: wer am Desk arbeitet</translation>
    </message>
    <message>
        <source>Investigate</source>
        <translation>Untersuchen</translation>
    </message>
    <message>
        <source>Investigate the problem</source>
        <translation>Problem untersuchen</translation>
    </message>
    <message>
        <source>Investigating</source>
        <translation>Wird untersucht</translation>
    </message>
    <message>
        <source>is always paused: its calendar does not open in the next five years</source>
        <translation>ist immer angehalten: Ihr Kalender öffnet in den nächsten fünf Jahren nicht</translation>
    </message>
    <message>
        <source>is at the desk again</source>
        <translation>ist wieder am Desk</translation>
    </message>
    <message>
        <source>is at {level} already</source>
        <translation>ist schon bei {level}</translation>
    </message>
    <message>
        <source>is breached</source>
        <translation>hat die Frist überschritten</translation>
    </message>
    <message>
        <source>is in use again</source>
        <translation>ist wieder in Gebrauch</translation>
    </message>
    <message>
        <source>is no longer escalated</source>
        <translation>ist nicht mehr eskaliert</translation>
    </message>
    <message>
        <source>is on: take it off</source>
        <translation>ist gesetzt: wegnehmen</translation>
    </message>
    <message>
        <source>is removed</source>
        <translation>ist entfernt</translation>
    </message>
    <message>
        <source>is taken out of use</source>
        <translation>ist außer Gebrauch</translation>
    </message>
    <message>
        <source>is yours now</source>
        <translation>gehört jetzt Ihnen</translation>
    </message>
    <message>
        <source>is {length} after due</source>
        <translation>steht {length} nach der Frist</translation>
    </message>
    <message>
        <source>is {length} before due</source>
        <translation>steht {length} vor der Frist</translation>
    </message>
    <message>
        <source>It answers: “{said}”</source>
        <translation>Es antwortet: „{said}“</translation>
    </message>
    <message>
        <source>It asks for no key</source>
        <translation>Er verlangt keinen Schlüssel</translation>
    </message>
    <message>
        <source>It became</source>
        <translation>Es wurde</translation>
    </message>
    <message>
        <source>It begins with what the journal knows: the impact, the timeline and who worked on it. You write the rest.</source>
        <translation>Sie beginnt mit dem, was das Journal weiß: Auswirkung, Zeitleiste und wer daran arbeitete. Den Rest schreiben Sie.</translation>
    </message>
    <message>
        <source>It belongs to {owner_name}</source>
        <translation>Sie gehört {owner_name}</translation>
    </message>
    <message>
        <source>It can be taken back, also later: then all stands where it stood.</source>
        <translation>Das lässt sich auch später zurücknehmen: Dann steht alles, wo es stand.</translation>
    </message>
    <message>
        <source>It cannot be changed later, because incidents keep it and figures and clocks go by it. Take it out of use and add another instead.</source>
        <translation>Er lässt sich später nicht ändern, weil Incidents ihn behalten und Kennzahlen und Uhren sich nach ihm richten. Nehmen Sie den Eintrag außer Gebrauch, und fügen Sie einen anderen hinzu.</translation>
    </message>
    <message>
        <source>It did not help</source>
        <translation>Es hat nicht geholfen</translation>
    </message>
    <message>
        <source>it did not help</source>
        <translation>es half nicht</translation>
    </message>
    <message>
        <source>It didn’t</source>
        <translation>Half nicht</translation>
    </message>
    <message>
        <source>it does not send JSON</source>
        <translation>er sendet kein JSON</translation>
    </message>
    <message>
        <source>it does not speak HTTP</source>
        <translation>er spricht kein HTTP</translation>
    </message>
    <message>
        <source>It does not tell which models it has. {why}</source>
        <translation>Er sagt nicht, welche Modelle er hat. {why}</translation>
    </message>
    <message>
        <source>It has a review already</source>
        <translation>Er hat schon eine Nachbetrachtung</translation>
    </message>
    <message>
        <source>It has moved on since, so the step cannot be taken back.</source>
        <translation>Er ist inzwischen weiter, also kann der Schritt nicht zurückgenommen werden.</translation>
    </message>
    <message>
        <source>It has moved on since, so this cannot be taken back.</source>
        <translation>Er ist inzwischen weiter, also kann dies nicht zurückgenommen werden.</translation>
    </message>
    <message>
        <source>it has no trail at all, and {count} rows in the tables.</source>
        <translation>es hat gar keinen Audit-Trail, aber {count} Zeilen in den Tabellen.</translation>
    </message>
    <message>
        <source>It has {count} characters, {limit} is the limit. Shorten it.</source>
        <translation>Es hat {count} Zeichen, {limit} sind die Grenze. Kürzen Sie es.</translation>
    </message>
    <message>
        <source>It helped</source>
        <translation>Es hat geholfen</translation>
    </message>
    <message>
        <source>it helped</source>
        <translation>es half</translation>
    </message>
    <message>
        <source>It holds as many rows of each kind as the desk does now.</source>
        <translation>Sie enthält von jeder Art so viele Zeilen wie der Desk jetzt.</translation>
    </message>
    <message>
        <source>It holds internal notes.</source>
        <translation>Er enthält interne Notizen.</translation>
    </message>
    <message>
        <source>It holds no internal notes.</source>
        <translation>Er enthält keine internen Notizen.</translation>
    </message>
    <message>
        <source>It holds {held}.</source>
        <translation>Sie enthält {held}.</translation>
    </message>
    <message>
        <source>It is a backup of another desk: nothing that is here now is in it.</source>
        <translation>Es ist die Sicherung eines anderen Desks: Nichts von dem, was jetzt hier ist, ist darin.</translation>
    </message>
    <message>
        <source>It is a major incident already</source>
        <translation>Er ist schon ein schwerwiegender Incident</translation>
    </message>
    <message>
        <source>It is a stand-by, or was set to reading only. You can look, and nothing can be saved.</source>
        <translation>Er ist ein Ersatz oder auf Lesen gestellt. Sie können lesen, aber nichts speichern.</translation>
    </message>
    <message>
        <source>it is at {level} already</source>
        <translation>er ist schon bei {level}</translation>
    </message>
    <message>
        <source>It is changed at once. Ctrl+Shift+L goes through the first three.</source>
        <translation>Es ändert sich sofort. Strg+Umschalt+L geht durch die ersten drei.</translation>
    </message>
    <message>
        <source>It is counted from the first article and the first resolved incident on. Nothing is made up before.</source>
        <translation>Gezählt wird ab dem ersten Artikel und dem ersten gelösten Incident. Vorher wird nichts erfunden.</translation>
    </message>
    <message>
        <source>It is escalated to {long_label} already. Page again, or choose a higher level.</source>
        <translation>Er ist schon auf {long_label} eskaliert. Alarmieren Sie noch einmal, oder wählen Sie eine höhere Stufe.</translation>
    </message>
    <message>
        <source>It is for: {roles}. Ask an administrator if you need it.</source>
        <translation>Bestimmt ist das für: {roles}. Fragen Sie die Administration, wenn Sie es brauchen.</translation>
    </message>
    <message>
        <source>It is in review: send it back to draft first</source>
        <translation>Er ist in Prüfung: Geben Sie ihn zuerst als Entwurf zurück</translation>
    </message>
    <message>
        <source>It is kept with every save and needs no care. Should a search ever miss what is there, such as after a disk was mended, it is made anew from the texts; until that is done, searches go by the old one.</source>
        <translation>Er wird mit jedem Speichern geführt und braucht keine Pflege. Sollte eine Suche einmal nicht finden, was da ist, etwa nach der Reparatur einer Festplatte, wird er aus den Texten neu angelegt; bis das fertig ist, gilt für Suchen der alte.</translation>
    </message>
    <message>
        <source>it is moved to another group for the n-th time</source>
        <translation>er geht zum n-ten Mal an eine andere Gruppe</translation>
    </message>
    <message>
        <source>it is moved to another group for the {ordinal} time</source>
        <translation>er wird zum {ordinal} Mal an eine andere Gruppe gegeben</translation>
    </message>
    <message>
        <source>It is no major incident</source>
        <translation>Er ist kein schwerwiegender Incident</translation>
    </message>
    <message>
        <source>It is not proposed as a major incident</source>
        <translation>Er ist nicht als schwerwiegender Incident vorgeschlagen</translation>
    </message>
    <message>
        <source>It is proposed as a major incident already</source>
        <translation>Er ist schon als schwerwiegender Incident vorgeschlagen</translation>
    </message>
    <message>
        <source>It is read and written there.</source>
        <translation>Dort wird gelesen und geschrieben.</translation>
    </message>
    <message>
        <source>it is reopened for the n-th time</source>
        <translation>er wird zum n-ten Mal wieder geöffnet</translation>
    </message>
    <message>
        <source>it is reopened for the {ordinal} time</source>
        <translation>er wird zum {ordinal} Mal wieder geöffnet</translation>
    </message>
    <message>
        <source>It is retired: restore it first</source>
        <translation>Er ist zurückgezogen: Stellen Sie ihn zuerst wieder her</translation>
    </message>
    <message>
        <source>It is the first of your views</source>
        <translation>Sie ist die erste Ihrer Ansichten</translation>
    </message>
    <message>
        <source>It is the last of your views</source>
        <translation>Sie ist die letzte Ihrer Ansichten</translation>
    </message>
    <message>
        <source>It is too late to take it back: it is being sent</source>
        <translation>Zum Zurücknehmen ist es zu spät: Es wird gerade gesendet</translation>
    </message>
    <message>
        <source>It is with {group} already.</source>
        <translation>Er ist schon bei {group}.</translation>
    </message>
    <message>
        <source>It is yours already</source>
        <translation>Er gehört Ihnen schon</translation>
    </message>
    <message>
        <source>It is {state}, so it waits for nobody.</source>
        <translation>Er ist {state} und wartet deshalb auf niemanden.</translation>
    </message>
    <message>
        <source>It learns by itself from {least} resolved incidents on. Nothing is made up before.</source>
        <translation>Er lernt von selbst ab {least} gelösten Incidents. Vorher wird nichts erfunden.</translation>
    </message>
    <message>
        <source>It moved on</source>
        <translation>Es ging weiter</translation>
    </message>
    <message>
        <source>It says nothing.</source>
        <translation>Es sagt nichts.</translation>
    </message>
    <message>
        <source>it sends a line that does not end</source>
        <translation>er sendet eine Zeile, die nicht endet</translation>
    </message>
    <message>
        <source>it sends its answer packed as {kind}, which nobody asked for</source>
        <translation>er schickt seine Antwort ungefragt gepackt, als {kind}</translation>
    </message>
    <message>
        <source>it sends more than any answer is long</source>
        <translation>er sendet mehr, als irgendeine Antwort lang ist</translation>
    </message>
    <message>
        <source>it sends {kind}</source>
        <translation>er sendet {kind}</translation>
    </message>
    <message>
        <source>It stands in a window of its own</source>
        <translation>Steht in einem eigenen Fenster</translation>
    </message>
    <message>
        <source>It was</source>
        <translation>Es war</translation>
    </message>
    <message>
        <source>It was acknowledged already</source>
        <translation>Sie wurde schon bestätigt</translation>
    </message>
    <message>
        <source>It was acknowledged already, so somebody acts on it. Ask them to hand it back.</source>
        <translation>Sie wurde schon bestätigt, also handelt jemand. Bitten Sie diese Person, sie zurückzugeben.</translation>
    </message>
    <message>
        <source>it was canceled</source>
        <translation>er wurde storniert</translation>
    </message>
    <message>
        <source>it was closed</source>
        <translation>er wurde geschlossen</translation>
    </message>
    <message>
        <source>It was done too long ago to be taken back.</source>
        <translation>Das ist zu lange her, um es zurückzunehmen.</translation>
    </message>
    <message>
        <source>it was linked as a duplicate</source>
        <translation>er wurde als Duplikat verknüpft</translation>
    </message>
    <message>
        <source>It was merged into another incident. Take the merge back, and it stands where it stood.</source>
        <translation>Er wurde mit einem anderen Incident zusammengeführt. Nehmen Sie das zurück, und er steht, wo er stand.</translation>
    </message>
    <message>
        <source>It was merged into {number}. Take the merge back, and it stands where it stood.</source>
        <translation>Er wurde mit {number} zusammengeführt. Nehmen Sie das zurück, und er steht, wo er stand.</translation>
    </message>
    <message>
        <source>it was moved to another group {n} times</source>
        <translation>er ging {n}-mal an eine andere Gruppe</translation>
    </message>
    <message>
        <source>It was not merged into another incident</source>
        <translation>Er wurde nicht mit einem anderen Incident zusammengeführt</translation>
    </message>
    <message>
        <source>It was not saved before the connection broke. Send it again.</source>
        <translation>Es wurde nicht gespeichert, bevor die Verbindung abbrach. Senden Sie es noch einmal.</translation>
    </message>
    <message>
        <source>It was offered to {to_group_name}</source>
        <translation>Es wurde {to_group_name} angeboten</translation>
    </message>
    <message>
        <source>it was put on hold</source>
        <translation>er wurde zurückgestellt</translation>
    </message>
    <message>
        <source>It was reassigned; the source counted this without naming the group.</source>
        <translation>Er wurde neu zugewiesen; die Quelle zählte das, ohne die Gruppe zu nennen.</translation>
    </message>
    <message>
        <source>it was reopened</source>
        <translation>er wurde wieder geöffnet</translation>
    </message>
    <message>
        <source>it was reopened {n} times</source>
        <translation>er wurde {n}-mal wieder geöffnet</translation>
    </message>
    <message>
        <source>it was resolved</source>
        <translation>er wurde gelöst</translation>
    </message>
    <message>
        <source>It was resolved more than {days} days ago. Log a new incident and link it.</source>
        <translation>Er wurde vor mehr als {days} Tagen gelöst. Erfassen Sie einen neuen Incident und verknüpfen Sie ihn.</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>Es wurde angehalten.</translation>
    </message>
    <message>
        <source>It was taken over already</source>
        <translation>Sie wurde schon übernommen</translation>
    </message>
    <message numerus="yes">
        <source>It was written {n} minutes ago and could not be sent until now. Look whether it still holds, and send it again.</source>
        <translation>
            <numerusform>Es wurde vor {n} Minute geschrieben und konnte bis jetzt nicht gesendet werden. Sehen Sie nach, ob es noch stimmt, und senden Sie es noch einmal.</numerusform>
            <numerusform>Es wurde vor {n} Minuten geschrieben und konnte bis jetzt nicht gesendet werden. Sehen Sie nach, ob es noch stimmt, und senden Sie es noch einmal.</numerusform>
        </translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>its answer is empty</source>
        <translation>seine Antwort ist leer</translation>
    </message>
    <message>
        <source>its answer is packed and cannot be taken apart</source>
        <translation>seine Antwort ist gepackt und lässt sich nicht entpacken</translation>
    </message>
    <message>
        <source>its assignment group</source>
        <translation>seine zuständige Gruppe</translation>
    </message>
    <message>
        <source>its breach</source>
        <translation>die Überschreitung</translation>
    </message>
    <message>
        <source>Its certificate is trusted where the office's own authority has signed it.</source>
        <translation>Seinem Zertifikat wird vertraut, wenn die Stelle des Büros es unterschrieben hat.</translation>
    </message>
    <message>
        <source>Its certificate is trusted where this computer trusts it.</source>
        <translation>Seinem Zertifikat wird vertraut, wenn dieser Computer ihm vertraut.</translation>
    </message>
    <message>
        <source>its due instant</source>
        <translation>die Frist</translation>
    </message>
    <message>
        <source>its group</source>
        <translation>ihrer Gruppe</translation>
    </message>
    <message>
        <source>its journal from before the trail is not as it was sealed: an entry was changed, deleted or added.</source>
        <translation>sein Journal aus der Zeit vor dem Audit-Trail ist nicht, wie es versiegelt wurde: Ein Eintrag wurde geändert, gelöscht oder hinzugefügt.</translation>
    </message>
    <message>
        <source>its list of models cannot be read</source>
        <translation>seine Liste der Modelle ist nicht lesbar</translation>
    </message>
    <message>
        <source>Its macros are refused until another one is chosen in them.</source>
        <translation>Seine Makros werden abgelehnt, bis in ihnen etwas anderes gewählt ist.</translation>
    </message>
    <message>
        <source>its number</source>
        <translation>seine Nummer</translation>
    </message>
    <message>
        <source>its owner</source>
        <translation>der Besitzer</translation>
    </message>
    <message>
        <source>its service</source>
        <translation>sein Service</translation>
    </message>
    <message>
        <source>its short description</source>
        <translation>seine Kurzbeschreibung</translation>
    </message>
    <message>
        <source>Its steps are added to the new incident.</source>
        <translation>Ihre Schritte kommen zum neuen Incident.</translation>
    </message>
    <message>
        <source>jan, january</source>
        <translation>jan, januar, jän, jänner</translation>
    </message>
    <message>
        <source>Job title</source>
        <translation>Berufsbezeichnung</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>Beigetreten</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Journal entry</source>
        <translation>Journaleintrag</translation>
    </message>
    <message>
        <source>Journal: tick what belongs on the timeline</source>
        <translation>Journal: ankreuzen, was auf die Zeitleiste gehört</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>JSON Lines, for programs</source>
        <translation>JSON Lines, für Programme</translation>
    </message>
    <message>
        <source>JSON Lines, for programs (*.jsonl)</source>
        <translation>JSON Lines, für Programme (*.jsonl)</translation>
    </message>
    <message>
        <source>jul, july</source>
        <translation>jul, juli</translation>
    </message>
    <message>
        <source>jump, find</source>
        <translation>springen, finden</translation>
    </message>
    <message>
        <source>jun, june</source>
        <translation>jun, juni</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>Just over</source>
        <translation>Gerade über</translation>
    </message>
    <message>
        <source>Just this is done, all of it or nothing. What is restricted and you do not see is not moved.</source>
        <translation>Genau das geschieht, alles davon oder nichts. Was eingeschränkt ist und Sie nicht sehen, bleibt, wo es ist.</translation>
    </message>
    <message>
        <source>Keep a window of Mainstay open on one computer, or run main.py jobs run as a service.</source>
        <translation>Lassen Sie auf einem Computer ein Fenster von Mainstay offen, oder führen Sie main.py jobs run als Dienst aus.</translation>
    </message>
    <message>
        <source>Keep anchors outside</source>
        <translation>Anker außen aufbewahren</translation>
    </message>
    <message>
        <source>Keep and delete</source>
        <translation>Aufbewahren und löschen</translation>
    </message>
    <message>
        <source>Keep both: theirs, then yours</source>
        <translation>Beide behalten: erst die anderen, dann Ihres</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep it in this computer's keyring</source>
        <translation>Im Schlüsselbund dieses Computers behalten</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meines behalten</translation>
    </message>
    <message>
        <source>Keep none</source>
        <translation>Keine aufbewahren</translation>
    </message>
    <message>
        <source>Keep the desk as it is</source>
        <translation>Den Desk lassen, wie er ist</translation>
    </message>
    <message>
        <source>Keep the key</source>
        <translation>Schlüssel behalten</translation>
    </message>
    <message>
        <source>keep, search</source>
        <translation>behalten, suchen</translation>
    </message>
    <message>
        <source>Keeps it in the tray</source>
        <translation>Behält es im Infobereich</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Kept are</source>
        <translation>Behalten werden</translation>
    </message>
    <message>
        <source>Kept by the database itself in the audit trail; nobody can edit it.</source>
        <translation>Von der Datenbank selbst im Audit-Trail behalten; niemand kann es bearbeiten.</translation>
    </message>
    <message>
        <source>Kept in the keyring of this computer, for you alone; it stands nowhere in the desk. Many servers of an office need none.</source>
        <translation>Liegt im Schlüsselbund dieses Computers, nur für Sie; im Desk steht er nirgends. Viele Server eines Büros brauchen keinen.</translation>
    </message>
    <message>
        <source>Kept on this computer {when}</source>
        <translation>Auf diesem Computer behalten {when}</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Key against doubles</source>
        <translation>Schlüssel gegen Doppelte</translation>
    </message>
    <message>
        <source>Key: {keys}</source>
        <translation>Taste: {keys}</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>keyboard, key bindings, hot keys</source>
        <translation>Tastatur, Tastenkürzel, Tastenbelegung, Kürzel</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Kind of action</source>
        <translation>Art der Maßnahme</translation>
    </message>
    <message>
        <source>Kind of article</source>
        <translation>Art des Artikels</translation>
    </message>
    <message>
        <source>Kind of record</source>
        <translation>Art des Datensatzes</translation>
    </message>
    <message>
        <source>Kind of time</source>
        <translation>Art der Zeit</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>Wissen</translation>
    </message>
    <message>
        <source>knowledge, kb</source>
        <translation>Wissen, KB</translation>
    </message>
    <message>
        <source>knowledge, kb, done, fix</source>
        <translation>Wissen, KB, fertig, beheben</translation>
    </message>
    <message>
        <source>knowledge, kb, write down</source>
        <translation>Wissen, KB, aufschreiben</translation>
    </message>
    <message>
        <source>knowledge, reply, kb, steps</source>
        <translation>Wissen, Antwort, KB, Schritte</translation>
    </message>
    <message>
        <source>Known error</source>
        <translation>Bekannter Fehler</translation>
    </message>
    <message>
        <source>known error, cause, prb</source>
        <translation>bekannter Fehler, Ursache, prb</translation>
    </message>
    <message>
        <source>known error, root cause, prb</source>
        <translation>bekannter fehler, ursache, prb</translation>
    </message>
    <message>
        <source>known error, root cause, prb, new</source>
        <translation>bekannter fehler, ursache, prb, neu</translation>
    </message>
    <message>
        <source>Known errors</source>
        <translation>Bekannte Fehler</translation>
    </message>
    <message>
        <source>known errors, root cause, prb</source>
        <translation>bekannte fehler, ursache, prb</translation>
    </message>
    <message>
        <source>known error{word}</source>
        <translation>bekannter Fehler{word}</translation>
    </message>
    <message>
        <source>Known then</source>
        <translation>Damals bekannt</translation>
    </message>
    <message>
        <source>known then</source>
        <translation>damals bekannt</translation>
    </message>
    <message>
        <source>kpi, numbers</source>
        <translation>kpi, zahlen</translation>
    </message>
    <message>
        <source>label, tag, mark, word</source>
        <translation>schlagwort, marke, wort</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>Languages of the search</source>
        <translation>Sprachen der Suche</translation>
    </message>
    <message>
        <source>Languages of the search are saved</source>
        <translation>Die Sprachen der Suche sind gespeichert</translation>
    </message>
    <message>
        <source>Languages of the search: undone</source>
        <translation>Sprachen der Suche: zurückgenommen</translation>
    </message>
    <message>
        <source>large objects</source>
        <translation>Large Objects</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <source>Largest file</source>
        <translation>Größte Datei</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Last 365 days</source>
        <translation>Letzte 365 Tage</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 90 days</source>
        <translation>Letzte 90 Tage</translation>
    </message>
    <message>
        <source>Last anchor</source>
        <translation>Letzter Anker</translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation>Letzte Sicherung</translation>
    </message>
    <message>
        <source>Last changed by {name}, {when}</source>
        <translation>Zuletzt geändert von {name}, {when}</translation>
    </message>
    <message>
        <source>Last changed {when}</source>
        <translation>Zuletzt geändert {when}</translation>
    </message>
    <message>
        <source>Last {days} days</source>
        <translation>Letzte {days} Tage</translation>
    </message>
    <message>
        <source>Lasting fix</source>
        <translation>Dauerhafte Lösung</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Verspätet</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>later, again, new</source>
        <translation>später, wieder, neu</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Teamleitung</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Teamleitungen</translation>
    </message>
    <message>
        <source>Leads it</source>
        <translation>Leitet es</translation>
    </message>
    <message>
        <source>Leads of {group}</source>
        <translation>Teamleitungen von {group}</translation>
    </message>
    <message>
        <source>Leads the major incident</source>
        <translation>Leitet den schwerwiegenden Incident</translation>
    </message>
    <message>
        <source>Learn now</source>
        <translation>Jetzt lernen</translation>
    </message>
    <message>
        <source>Learning from resolved incidents</source>
        <translation>Lernen aus gelösten Incidents</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Leave all as it is</source>
        <translation>Alles so lassen</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>Lassen, wie es ist</translation>
    </message>
    <message>
        <source>Leave empty</source>
        <translation>Leer lassen</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Lassen</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Leave out what stands behind the ? or # in the address.</source>
        <translation>Lassen Sie weg, was in der Adresse hinter ? oder # steht.</translation>
    </message>
    <message>
        <source>Leave the demo desk</source>
        <translation>Demo-Desk verlassen</translation>
    </message>
    <message>
        <source>Leave the name and password out of the address. A key has its own field.</source>
        <translation>Lassen Sie Name und Passwort aus der Adresse weg. Der Schlüssel hat ein eigenes Feld.</translation>
    </message>
    <message>
        <source>Leave them open</source>
        <translation>Offen lassen</translation>
    </message>
    <message>
        <source>Led by nobody</source>
        <translation>Ohne Leitung</translation>
    </message>
    <message>
        <source>Led by {lead_name}</source>
        <translation>Geleitet von {lead_name}</translation>
    </message>
    <message>
        <source>left as you typed it: {left}</source>
        <translation>bleibt, wie Sie es schrieben: {left}</translation>
    </message>
    <message>
        <source>Left by a shift</source>
        <translation>Von Schichten zurückgelassen</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Left undone: {sentence}</source>
        <translation>Nicht erledigt: {sentence}</translation>
    </message>
    <message>
        <source>Legal hold</source>
        <translation>Löschsperre</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Lehre</translation>
    </message>
    <message>
        <source>Lesson of a review</source>
        <translation>Lehre einer Nachbetrachtung</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Lehren</translation>
    </message>
    <message>
        <source>Let go</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Let go by</source>
        <translation>Freigegeben von</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Letters match the event log.</source>
        <translation>Die Buchstaben entsprechen dem Ereignisprotokoll.</translation>
    </message>
    <message>
        <source>Letters never do anything while you type.</source>
        <translation>Buchstaben tun nie etwas, während Sie schreiben.</translation>
    </message>
    <message>
        <source>Letters work while a list or a page has the focus, never while you type. Ctrl K finds everything.</source>
        <translation>Buchstaben wirken, solange eine Liste oder Seite den Fokus hat, nie beim Schreiben. Strg K findet alles.</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Level 2 and level 3 of an escalation. With nobody named, supervisors and administrators are meant.</source>
        <translation>Stufe 2 und 3 einer Eskalation. Ist niemand genannt, sind Supervisoren und Administratoren gemeint.</translation>
    </message>
    <message>
        <source>Level {level} ({name})</source>
        <translation>Stufe {level} ({name})</translation>
    </message>
    <message>
        <source>level {value} ({name})</source>
        <translation>Stufe {value} ({name})</translation>
    </message>
    <message>
        <source>level, tier, hand up, page</source>
        <translation>Stufe, Ebene, weitergeben, alarmieren</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>levels, pages, offers</source>
        <translation>Stufen, Alarme, Angebote</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>light</source>
        <translation>hell</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Hell oder dunkel</translation>
    </message>
    <message>
        <source>Like everybody</source>
        <translation>Wie alle</translation>
    </message>
    <message>
        <source>Likely to be late</source>
        <translation>Wird wahrscheinlich zu spät</translation>
    </message>
    <message>
        <source>Line of a hand-over</source>
        <translation>Zeile einer Übergabe</translation>
    </message>
    <message>
        <source>Line {line} is about the same. Keep one of them.</source>
        <translation>Zeile {line} handelt von demselben. Behalten Sie eine davon.</translation>
    </message>
    <message>
        <source>line {line}: {kind} {address} {method}</source>
        <translation>Zeile {line}: {kind} {address} {method}</translation>
    </message>
    <message>
        <source>Line {line}: {reason}</source>
        <translation>Zeile {line}: {reason}</translation>
    </message>
    <message>
        <source>Line {number} is no “name: value”. Write it so, or end the head with three dashes.</source>
        <translation>Zeile {number} ist kein „Name: Wert“. Schreiben Sie sie so, oder beenden Sie den Kopf mit drei Strichen.</translation>
    </message>
    <message>
        <source>Line {number} of {path} is no anchor: {line}.</source>
        <translation>Zeile {number} von {path} ist kein Anker: {line}.</translation>
    </message>
    <message>
        <source>Line {n}</source>
        <translation>Zeile {n}</translation>
    </message>
    <message>
        <source>Line {n}: {name}</source>
        <translation>Zeile {n}: {name}</translation>
    </message>
    <message>
        <source>Line {n}: {why}</source>
        <translation>Zeile {n}: {why}</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Verknüpfen</translation>
    </message>
    <message>
        <source>Link as a duplicate of {number}</source>
        <translation>Als Duplikat von {number} verknüpfen</translation>
    </message>
    <message>
        <source>Link between incidents</source>
        <translation>Verknüpfung zwischen Incidents</translation>
    </message>
    <message>
        <source>Link in another way</source>
        <translation>Anders verknüpfen</translation>
    </message>
    <message>
        <source>Link incidents by number</source>
        <translation>Incidents nach Nummer verknüpfen</translation>
    </message>
    <message>
        <source>Link the first article</source>
        <translation>Ersten Artikel verknüpfen</translation>
    </message>
    <message>
        <source>Link to a problem…</source>
        <translation>Mit einem Problem verknüpfen…</translation>
    </message>
    <message>
        <source>Link to another incident</source>
        <translation>Verknüpfung mit einem anderen Incident</translation>
    </message>
    <message>
        <source>Link to another incident…</source>
        <translation>Mit anderem Incident verknüpfen…</translation>
    </message>
    <message>
        <source>Link to {number} removed</source>
        <translation>Verknüpfung mit {number} entfernt</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>Verknüpft</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>verknüpft</translation>
    </message>
    <message>
        <source>linked it to</source>
        <translation>verknüpfte ihn mit</translation>
    </message>
    <message>
        <source>Linked the knowledge article {article}</source>
        <translation>Den Wissensartikel {article} verknüpft</translation>
    </message>
    <message>
        <source>Linked to the incident; its number, such as KB-000123.</source>
        <translation>Wird mit dem Incident verknüpft; seine Nummer, etwa KB-000123.</translation>
    </message>
    <message>
        <source>linked to {number}</source>
        <translation>verknüpft mit {number}</translation>
    </message>
    <message>
        <source>linked, inserted, resolved with or used</source>
        <translation>verknüpft, eingefügt, damit gelöst oder benutzt</translation>
    </message>
    <message>
        <source>Links {article}</source>
        <translation>Verknüpft {article}</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>List of incidents</source>
        <translation>Liste von Incidents</translation>
    </message>
    <message>
        <source>List of incidents, {moment}</source>
        <translation>Liste von Incidents, {moment}</translation>
    </message>
    <message>
        <source>list, incidents, home</source>
        <translation>Liste, Incidents, Start</translation>
    </message>
    <message>
        <source>lists hold reasons that do not exist: {unknown}</source>
        <translation>nennt Wartegründe, die es nicht gibt: {unknown}</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Lädt…</translation>
    </message>
    <message>
        <source>locations, buildings, offices, branches, timezone</source>
        <translation>Orte, Gebäude, Büros, Niederlassungen, Filialen, Zeitzone</translation>
    </message>
    <message>
        <source>Lock after</source>
        <translation>Sperren nach</translation>
    </message>
    <message>
        <source>Lock the window</source>
        <translation>Fenster sperren</translation>
    </message>
    <message>
        <source>Lock when nobody was there for</source>
        <translation>Sperren, wenn niemand da war seit</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Log as one of it</source>
        <translation>Als einen davon erfassen</translation>
    </message>
    <message>
        <source>Log the first incident</source>
        <translation>Den ersten Incident erfassen</translation>
    </message>
    <message>
        <source>Log the first one when the phone rings. It takes a few seconds.</source>
        <translation>Erfassen Sie den ersten, wenn das Telefon klingelt. Das dauert einige Sekunden.</translation>
    </message>
    <message>
        <source>Log with it linked</source>
        <translation>Damit verknüpft erfassen</translation>
    </message>
    <message>
        <source>log, create, ticket, call</source>
        <translation>erfassen, anlegen, Ticket, Anruf</translation>
    </message>
    <message>
        <source>log, create, ticket, call, separate, screen</source>
        <translation>erfassen, anlegen, ticket, anruf, getrennt, bildschirm, fenster</translation>
    </message>
    <message>
        <source>log, history</source>
        <translation>protokoll, verlauf</translation>
    </message>
    <message>
        <source>Log, work, resolve and review incidents. Choose where your desk is kept; you can change this later.</source>
        <translation>Incidents erfassen, bearbeiten, lösen und nachbetrachten. Wählen Sie, wo Ihr Desk liegt; das lässt sich später ändern.</translation>
    </message>
    <message>
        <source>Logged</source>
        <translation>Erfasst</translation>
    </message>
    <message>
        <source>Logged by</source>
        <translation>Erfasst von</translation>
    </message>
    <message>
        <source>Logged by mistake, and taken back at once.</source>
        <translation>Versehentlich erfasst und sofort zurückgenommen.</translation>
    </message>
    <message>
        <source>Logged here</source>
        <translation>Hier erfasst</translation>
    </message>
    <message>
        <source>logged the alert for</source>
        <translation>erfasste den Alarm für</translation>
    </message>
    <message>
        <source>logged the call from</source>
        <translation>erfasste den Anruf von</translation>
    </message>
    <message>
        <source>logged the e-mail from</source>
        <translation>erfasste die E-Mail von</translation>
    </message>
    <message>
        <source>Logged the incident</source>
        <translation>Erfasste den Incident</translation>
    </message>
    <message>
        <source>logged the incident of</source>
        <translation>erfasste den Incident von</translation>
    </message>
    <message>
        <source>logged the visit of</source>
        <translation>erfasste den Besuch von</translation>
    </message>
    <message>
        <source>Logging the last 90 days of a made-up company: {done} of {total} incidents</source>
        <translation>Die letzten 90 Tage einer erdachten Firma werden erfasst: {done} von {total} Incidents</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>Login of the administrator</source>
        <translation>Login des Administrators</translation>
    </message>
    <message>
        <source>Logins</source>
        <translation>Logins</translation>
    </message>
    <message>
        <source>logins of the desk may not connect</source>
        <translation>Logins des Desks dürfen sich nicht verbinden</translation>
    </message>
    <message>
        <source>Logins of the desk then see no other database; needs a superuser.</source>
        <translation>Logins des Desks sehen dann keine andere Datenbank; braucht einen Superuser.</translation>
    </message>
    <message>
        <source>Long jobs</source>
        <translation>Lange Vorgänge</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Look again on</source>
        <translation>Wieder ansehen am</translation>
    </message>
    <message>
        <source>Look around with demo data</source>
        <translation>Mit Demo-Daten umsehen</translation>
    </message>
    <message>
        <source>Look at a backup elsewhere…</source>
        <translation>Eine Sicherung anderswo ansehen…</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Look at it again</source>
        <translation>Wieder ansehen</translation>
    </message>
    <message>
        <source>Look at version {number}</source>
        <translation>Version {number} ansehen</translation>
    </message>
    <message>
        <source>Look them through: untick what your desk does not keep.{already}</source>
        <translation>Sehen Sie sie durch: Nehmen Sie das Kreuz weg, wo Ihr Desk nicht frei hat.{already}</translation>
    </message>
    <message>
        <source>Looked for and not found</source>
        <translation>Gesucht und nicht gefunden</translation>
    </message>
    <message>
        <source>Looked last: {moment}.</source>
        <translation>Zuletzt nachgesehen: {moment}.</translation>
    </message>
    <message>
        <source>Looking at the last 30 days…</source>
        <translation>Die letzten 30 Tage werden angesehen…</translation>
    </message>
    <message>
        <source>Looking at the open incidents…</source>
        <translation>Die offenen Incidents werden angesehen…</translation>
    </message>
    <message>
        <source>Looking for the requester…</source>
        <translation>Der Melder wird gesucht…</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird angesehen…</translation>
    </message>
    <message>
        <source>Loop check</source>
        <translation>Kreisprüfung</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>m, min, minute, minutes</source>
        <translation>m, min, minute, minuten</translation>
    </message>
    <message>
        <source>machine learning, training, prediction, accuracy</source>
        <translation>maschinelles Lernen, Training, Vorhersage, Genauigkeit, Vorschlag</translation>
    </message>
    <message>
        <source>Macro</source>
        <translation>Makro</translation>
    </message>
    <message>
        <source>macro</source>
        <translation>Makro</translation>
    </message>
    <message>
        <source>macro, {short_name}</source>
        <translation>Makro, {short_name}</translation>
    </message>
    <message>
        <source>Macro: type to narrow the list</source>
        <translation>Makro: Tippen grenzt die Liste ein</translation>
    </message>
    <message>
        <source>Macros</source>
        <translation>Makros</translation>
    </message>
    <message>
        <source>macros</source>
        <translation>Makros</translation>
    </message>
    <message>
        <source>macros, templates, undo, bulk, tags, snooze, merge, checklists, keys</source>
        <translation>makros, vorlagen, rückgängig, mehrere, schlagwörter, zurückstellen, zusammenführen, checklisten, tasten</translation>
    </message>
    <message>
        <source>Made a child of {number}</source>
        <translation>{number} untergeordnet</translation>
    </message>
    <message>
        <source>Made before a restore</source>
        <translation>Vor einer Wiederherstellung gemacht</translation>
    </message>
    <message>
        <source>made before a restore</source>
        <translation>vor einer Wiederherstellung gemacht</translation>
    </message>
    <message>
        <source>Made before an upgrade</source>
        <translation>Vor einer Aktualisierung gemacht</translation>
    </message>
    <message>
        <source>made before an upgrade</source>
        <translation>vor einer Aktualisierung gemacht</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Erstellt von</translation>
    </message>
    <message>
        <source>Made by itself</source>
        <translation>Von selbst gemacht</translation>
    </message>
    <message>
        <source>made by itself</source>
        <translation>von selbst gemacht</translation>
    </message>
    <message>
        <source>made it a child of</source>
        <translation>ordnete ihn unter:</translation>
    </message>
    <message>
        <source>made it the parent of</source>
        <translation>ordnete ihm unter:</translation>
    </message>
    <message>
        <source>Made SLA (imported)</source>
        <translation>SLA eingehalten (importiert)</translation>
    </message>
    <message>
        <source>Made the parent of {number}</source>
        <translation>{number} übergeordnet</translation>
    </message>
    <message>
        <source>Made unreadable: {width} × {height} pixels</source>
        <translation>Unkenntlich gemacht: {width} × {height} Pixel</translation>
    </message>
    <message>
        <source>Mainstay goes on in the tray</source>
        <translation>Mainstay läuft im Infobereich weiter</translation>
    </message>
    <message>
        <source>Mainstay itself</source>
        <translation>Mainstay selbst</translation>
    </message>
    <message>
        <source>Mainstay needs PostgreSQL 14 or newer.</source>
        <translation>Mainstay braucht PostgreSQL 14 oder neuer.</translation>
    </message>
    <message>
        <source>Mainstay, as {login}</source>
        <translation>Mainstay, als {login}</translation>
    </message>
    <message>
        <source>Mainstay: something went wrong</source>
        <translation>Mainstay: etwas ging schief</translation>
    </message>
    <message>
        <source>Major</source>
        <translation>Schwerwiegend</translation>
    </message>
    <message>
        <source>Major incident</source>
        <translation>Schwerwiegender Incident</translation>
    </message>
    <message>
        <source>major incident</source>
        <translation>schwerwiegender Incident</translation>
    </message>
    <message>
        <source>major incident is {state} already</source>
        <translation>als schwerwiegender Incident schon: {state}</translation>
    </message>
    <message>
        <source>Major incident proposed</source>
        <translation>Schwerwiegender Incident vorgeschlagen</translation>
    </message>
    <message>
        <source>Major incident since {when}, led by {lead_name}.{impact}</source>
        <translation>Schwerwiegender Incident seit {when}, geleitet von {lead_name}.{impact}</translation>
    </message>
    <message>
        <source>Major incidents</source>
        <translation>Schwerwiegende Incidents</translation>
    </message>
    <message>
        <source>Major incidents and escalations</source>
        <translation>Schwerwiegende Incidents und Eskalationen</translation>
    </message>
    <message>
        <source>major incidents, levels, duty, notifications</source>
        <translation>schwerwiegende incidents, stufen, dienst, mitteilungen</translation>
    </message>
    <message>
        <source>major, mi, inform, broadcast, tell</source>
        <translation>schwerwiegend, mi, informieren, rundsenden, mitteilen</translation>
    </message>
    <message>
        <source>major, mi, inform, questions</source>
        <translation>schwerwiegend, mi, informieren, Fragen</translation>
    </message>
    <message>
        <source>Make a backup with pg_dump, then upgrade it with `main.py server init` and update all programs.</source>
        <translation>Machen Sie mit pg_dump eine Sicherung, aktualisieren Sie ihn dann mit `main.py server init` und aktualisieren Sie alle Programme.</translation>
    </message>
    <message>
        <source>Make a problem from this…</source>
        <translation>Daraus ein Problem machen…</translation>
    </message>
    <message>
        <source>Make a problem…</source>
        <translation>Problem machen…</translation>
    </message>
    <message>
        <source>Make an article from this resolution</source>
        <translation>Artikel aus dieser Lösung machen</translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation>Noch einmal machen</translation>
    </message>
    <message>
        <source>Make the index anew</source>
        <translation>Index neu anlegen</translation>
    </message>
    <message>
        <source>Make the index of the search anew</source>
        <translation>Index der Suche neu anlegen</translation>
    </message>
    <message>
        <source>Making the demo desk</source>
        <translation>Der Demo-Desk wird gemacht</translation>
    </message>
    <message>
        <source>Making the document</source>
        <translation>Das Dokument wird gemacht</translation>
    </message>
    <message>
        <source>Making the document, {percent} %</source>
        <translation>Das Dokument wird gemacht, {percent} %</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Manager</translation>
    </message>
    <message>
        <source>Managers</source>
        <translation>Manager</translation>
    </message>
    <message>
        <source>Managers and heads</source>
        <translation>Manager und Bereichsleitungen</translation>
    </message>
    <message>
        <source>managers and heads</source>
        <translation>Manager und Bereichsleitungen</translation>
    </message>
    <message>
        <source>manual, documentation, how</source>
        <translation>Handbuch, Dokumentation, wie</translation>
    </message>
    <message>
        <source>mar, march</source>
        <translation>mär, märz, mrz</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>Alle als gelesen markieren</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>Als ungelesen markieren</translation>
    </message>
    <message>
        <source>may</source>
        <translation>mai</translation>
    </message>
    <message>
        <source>May make tables</source>
        <translation>Darf Tabellen anlegen</translation>
    </message>
    <message>
        <source>May not read incidents</source>
        <translation>Darf Incidents nicht lesen</translation>
    </message>
    <message>
        <source>May {may}</source>
        <translation>Darf {may}</translation>
    </message>
    <message>
        <source>Maybe answered already</source>
        <translation>Vielleicht schon beantwortet</translation>
    </message>
    <message>
        <source>Maybe the same problem</source>
        <translation>Vielleicht dasselbe Problem</translation>
    </message>
    <message>
        <source>Media type</source>
        <translation>Medientyp</translation>
    </message>
    <message>
        <source>Median time from the report to the last resolution, holds included; by incidents opened in the stretch</source>
        <translation>Median der Zeit von der Meldung bis zur letzten Lösung, Wartezeiten eingeschlossen; nach Incidents, die im Zeitraum gemeldet wurden</translation>
    </message>
    <message>
        <source>Megabytes an attached file may have. 1 to 1000.</source>
        <translation>Megabyte, die eine angehängte Datei haben darf. 1 bis 1000.</translation>
    </message>
    <message>
        <source>Member of a team</source>
        <translation>Mitglied eines Teams</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Members of {group}</source>
        <translation>Mitglieder von {group}</translation>
    </message>
    <message>
        <source>Mend it</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>Mend the database</source>
        <translation>Datenbank reparieren</translation>
    </message>
    <message>
        <source>Mentioned</source>
        <translation>Erwähnt</translation>
    </message>
    <message>
        <source>Mentioned in a note: {incident}</source>
        <translation>In einer Notiz erwähnt: {incident}</translation>
    </message>
    <message>
        <source>Menu bar on or off</source>
        <translation>Menüleiste ein oder aus</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>Merge categories</source>
        <translation>Kategorien zusammenführen</translation>
    </message>
    <message>
        <source>Merge duplicates</source>
        <translation>Duplikate zusammenführen</translation>
    </message>
    <message>
        <source>Merge duplicates…</source>
        <translation>Duplikate zusammenführen…</translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation>Zusammenführen mit</translation>
    </message>
    <message>
        <source>Merge into…</source>
        <translation>Zusammenführen mit…</translation>
    </message>
    <message>
        <source>Merge {source} into {target}?</source>
        <translation>{source} mit {target} zusammenführen?</translation>
    </message>
    <message>
        <source>merged into it the duplicate</source>
        <translation>führte mit ihm zusammen das Duplikat</translation>
    </message>
    <message>
        <source>Merged into {number}</source>
        <translation>Zusammengeführt mit {number}</translation>
    </message>
    <message>
        <source>merged it, as a duplicate, into</source>
        <translation>führte ihn als Duplikat zusammen mit</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Message of the caller</source>
        <translation>Nachricht des Melders</translation>
    </message>
    <message>
        <source>Messages of the system</source>
        <translation>Meldungen des Systems</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>Eingehalten</translation>
    </message>
    <message>
        <source>Met in {length}</source>
        <translation>Eingehalten in {length}</translation>
    </message>
    <message>
        <source>mi, no</source>
        <translation>MI, nein</translation>
    </message>
    <message>
        <source>mi, outage, crisis</source>
        <translation>MI, Ausfall, Krise</translation>
    </message>
    <message>
        <source>mi, outage, promote</source>
        <translation>MI, Ausfall, hochstufen</translation>
    </message>
    <message>
        <source>Milestone</source>
        <translation>Meilenstein</translation>
    </message>
    <message>
        <source>milestone</source>
        <translation>Meilenstein</translation>
    </message>
    <message>
        <source>Milestone {letter}</source>
        <translation>Meilenstein {letter}</translation>
    </message>
    <message>
        <source>Milestones</source>
        <translation>Meilensteine</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>Minutes spent</source>
        <translation>Aufgewendete Minuten</translation>
    </message>
    <message>
        <source>Minutes spent are a whole number, not {text}.</source>
        <translation>Aufgewendete Minuten sind eine ganze Zahl, nicht {text}.</translation>
    </message>
    <message>
        <source>Minutes that somebody has to acknowledge an escalation by hand. 1 to 1440.</source>
        <translation>Minuten, in denen jemand eine Eskalation von Hand bestätigen muss. 1 bis 1440.</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Verfehlt</translation>
    </message>
    <message>
        <source>Missed by {length}</source>
        <translation>Verfehlt um {length}</translation>
    </message>
    <message>
        <source>Missed SLA (imported)</source>
        <translation>SLA verfehlt (importiert)</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>Mitigate</source>
        <translation>Eindämmen</translation>
    </message>
    <message>
        <source>Mitigated</source>
        <translation>Eingedämmt</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>MMMM yyyy</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Moderate</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>Mo</translation>
    </message>
    <message>
        <source>mon, monday</source>
        <translation>mo, montag</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>Montag</translation>
    </message>
    <message>
        <source>Monday 09:00</source>
        <translation>Montag 09:00</translation>
    </message>
    <message>
        <source>Monday to Friday</source>
        <translation>Montag bis Freitag</translation>
    </message>
    <message>
        <source>Monitoring</source>
        <translation>Überwachung</translation>
    </message>
    <message>
        <source>Month before</source>
        <translation>Vorheriger Monat</translation>
    </message>
    <message>
        <source>Months</source>
        <translation>Monate</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>More fields of the selected incidents</source>
        <translation>Weitere Felder der ausgewählten Incidents</translation>
    </message>
    <message>
        <source>More steps at the incident…</source>
        <translation>Weitere Schritte beim Vorfall…</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>Mehr…</translation>
    </message>
    <message>
        <source>Move all to…</source>
        <translation>Alles verschieben zu…</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Move down (Alt ↓)</source>
        <translation>Nach unten (Alt ↓)</translation>
    </message>
    <message>
        <source>Move it</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>move it to</source>
        <translation>geben an</translation>
    </message>
    <message>
        <source>move it to the next tier</source>
        <translation>an die nächste Ebene geben</translation>
    </message>
    <message>
        <source>move it to {group}</source>
        <translation>an {group} geben</translation>
    </message>
    <message>
        <source>Move open work</source>
        <translation>Offene Arbeit verschieben</translation>
    </message>
    <message>
        <source>Move this step down</source>
        <translation>Diesen Schritt nach unten</translation>
    </message>
    <message>
        <source>Move this step up</source>
        <translation>Diesen Schritt nach oben</translation>
    </message>
    <message>
        <source>Move this view down</source>
        <translation>Diese Ansicht nach unten</translation>
    </message>
    <message>
        <source>Move this view up</source>
        <translation>Diese Ansicht nach oben</translation>
    </message>
    <message>
        <source>Move through the list with J and K.</source>
        <translation>Mit J und K durch die Liste gehen.</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>Verschieben zu</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move up (Alt ↑)</source>
        <translation>Nach oben (Alt ↑)</translation>
    </message>
    <message>
        <source>move, arrange, position</source>
        <translation>verschieben, anordnen, Position</translation>
    </message>
    <message>
        <source>Moved: {step}</source>
        <translation>Verschoben: {step}</translation>
    </message>
    <message>
        <source>must give 1 minute to 30 days for the acknowledgement.</source>
        <translation>muss 1 Minute bis 30 Tage für die Bestätigung geben.</translation>
    </message>
    <message>
        <source>must name a number of times from 1 to 99.</source>
        <translation>muss eine Anzahl von 1 bis 99 nennen.</translation>
    </message>
    <message>
        <source>must wait 0 to 30 days after the end of a hold.</source>
        <translation>muss 0 bis 30 Tage nach dem Ende der Wartezeit warten.</translation>
    </message>
    <message>
        <source>must wait 1 minute to 30 days for somebody to be assigned.</source>
        <translation>muss 1 Minute bis 30 Tage warten, dass jemand zugewiesen wird.</translation>
    </message>
    <message>
        <source>My agreement</source>
        <translation>Meine Zustimmung</translation>
    </message>
    <message>
        <source>My key</source>
        <translation>Mein Schlüssel</translation>
    </message>
    <message>
        <source>My open work</source>
        <translation>Meine offene Arbeit</translation>
    </message>
    <message>
        <source>My password</source>
        <translation>Mein Passwort</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name at least one person who signs the review off.</source>
        <translation>Nennen Sie mindestens eine Person, die die Nachbetrachtung abzeichnet.</translation>
    </message>
    <message>
        <source>Name of the calendar</source>
        <translation>Name des Kalenders</translation>
    </message>
    <message>
        <source>Name of the desk</source>
        <translation>Name des Desks</translation>
    </message>
    <message>
        <source>Name of the holiday</source>
        <translation>Name des Feiertags</translation>
    </message>
    <message>
        <source>Name of the policy</source>
        <translation>Name der Richtlinie</translation>
    </message>
    <message>
        <source>Name of the rule</source>
        <translation>Name der Regel</translation>
    </message>
    <message>
        <source>Name of the server</source>
        <translation>Name des Servers</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Name der Ansicht</translation>
    </message>
    <message>
        <source>Name or /short name</source>
        <translation>Name oder /Kurzname</translation>
    </message>
    <message>
        <source>Name, date, signature</source>
        <translation>Name, Datum, Unterschrift</translation>
    </message>
    <message>
        <source>Name, phone or mail</source>
        <translation>Name, Telefon oder E-Mail</translation>
    </message>
    <message>
        <source>Named group</source>
        <translation>Genannte Gruppe</translation>
    </message>
    <message>
        <source>names a threshold of the {clock} clock twice</source>
        <translation>nennt eine Schwelle der Uhr „{clock}“ zweimal</translation>
    </message>
    <message>
        <source>Names of priorities</source>
        <translation>Namen der Prioritäten</translation>
    </message>
    <message>
        <source>Names of roles begin with</source>
        <translation>Namen von Rollen beginnen mit</translation>
    </message>
    <message>
        <source>navigation, rail</source>
        <translation>Navigation, Leiste</translation>
    </message>
    <message>
        <source>Needs skills or access that we do not have</source>
        <translation>Braucht Kenntnisse oder Zugänge, die wir nicht haben</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>network, host, port, SSL, TLS, certificate, shared, cloud, move</source>
        <translation>Netzwerk, Host, Port, SSL, TLS, Zertifikat, gemeinsam, Cloud, umziehen, Kennwort</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>never attaches: “{other}” stands before it and takes every incident it could have</source>
        <translation>greift nie: „{other}“ steht davor und nimmt jeden Incident, den sie haben könnte</translation>
    </message>
    <message>
        <source>Never by itself</source>
        <translation>Nie von selbst</translation>
    </message>
    <message>
        <source>Never open</source>
        <translation>Nie offen</translation>
    </message>
    <message>
        <source>never pauses the {name} clock: choose hold reasons, or take the clock off</source>
        <translation>hält die Uhr „{name}“ nie an: Wählen Sie Wartegründe oder nehmen Sie die Uhr heraus</translation>
    </message>
    <message>
        <source>never pauses the {name} clock: nobody can hold for {listed}</source>
        <translation>hält die Uhr „{name}“ nie an: Niemand kann wegen {listed} warten</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>New article</source>
        <translation>Neuer Artikel</translation>
    </message>
    <message>
        <source>New calendar</source>
        <translation>Neuer Kalender</translation>
    </message>
    <message>
        <source>New checklist…</source>
        <translation>Neue Checkliste…</translation>
    </message>
    <message>
        <source>New functions are for nobody</source>
        <translation>Neue Funktionen sind für niemanden</translation>
    </message>
    <message>
        <source>New incident</source>
        <translation>Neuer Incident</translation>
    </message>
    <message>
        <source>New incident (Ctrl N)</source>
        <translation>Neuer Incident (Strg N)</translation>
    </message>
    <message>
        <source>New incident from a template</source>
        <translation>Neuer Incident aus einer Vorlage</translation>
    </message>
    <message>
        <source>New incident in a window of its own</source>
        <translation>Neuer Incident in eigenem Fenster</translation>
    </message>
    <message>
        <source>New incident: {summary}</source>
        <translation>Neuer Incident: {summary}</translation>
    </message>
    <message>
        <source>New incidents appear here as soon as they are logged.</source>
        <translation>Neue Incidents erscheinen hier, sobald sie erfasst sind.</translation>
    </message>
    <message>
        <source>new ones are; old ones only a superuser sees</source>
        <translation>neue sind es; alte sieht nur ein Superuser</translation>
    </message>
    <message>
        <source>new ones would be kept as {kind}</source>
        <translation>neue würden als {kind} abgelegt</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Neue Person</translation>
    </message>
    <message>
        <source>New person {name}</source>
        <translation>Neue Person {name}</translation>
    </message>
    <message>
        <source>New policy</source>
        <translation>Neue Richtlinie</translation>
    </message>
    <message>
        <source>New problem</source>
        <translation>Neues Problem</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Neue Regel</translation>
    </message>
    <message>
        <source>new tag</source>
        <translation>neues Schlagwort</translation>
    </message>
    <message>
        <source>New template…</source>
        <translation>Neue Vorlage…</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>Neuer Wert</translation>
    </message>
    <message>
        <source>New {thing}</source>
        <translation>Neu: {thing}</translation>
    </message>
    <message>
        <source>new, arrived, sort, untriaged</source>
        <translation>neu, angekommen, sortieren, triage</translation>
    </message>
    <message>
        <source>new, unsorted</source>
        <translation>neu, unsortiert</translation>
    </message>
    <message>
        <source>newer, history</source>
        <translation>neuer, Verlauf</translation>
    </message>
    <message>
        <source>Newest last</source>
        <translation>Neuestes zuletzt</translation>
    </message>
    <message>
        <source>Newest version</source>
        <translation>Neueste Version</translation>
    </message>
    <message>
        <source>Next group</source>
        <translation>Nächste Gruppe</translation>
    </message>
    <message>
        <source>Next group after a shift</source>
        <translation>Nächste Gruppe nach einer Schicht</translation>
    </message>
    <message>
        <source>Next hit in this incident</source>
        <translation>Nächster Treffer in diesem Incident</translation>
    </message>
    <message>
        <source>Next hit, older (Ctrl G)</source>
        <translation>Nächster Treffer, älter (Strg G)</translation>
    </message>
    <message>
        <source>Next incident</source>
        <translation>Nächster Incident</translation>
    </message>
    <message>
        <source>Next incident (J)</source>
        <translation>Nächster Incident (J)</translation>
    </message>
    <message>
        <source>Next message of this incident</source>
        <translation>Nächste Nachricht dieses Incidents</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>Nächster Monat</translation>
    </message>
    <message>
        <source>Next page (Page Down)</source>
        <translation>Nächste Seite (Bild ab)</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Next shift until</source>
        <translation>Nächste Schicht bis</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Nächster Schritt</translation>
    </message>
    <message>
        <source>Next step of the checklist</source>
        <translation>Nächster Schritt der Checkliste</translation>
    </message>
    <message>
        <source>Next step of {number}</source>
        <translation>Nächster Schritt von {number}</translation>
    </message>
    <message>
        <source>next try in {rest} s</source>
        <translation>nächster Versuch in {rest} s</translation>
    </message>
    <message>
        <source>Next update</source>
        <translation>Nächste Aktualisierung</translation>
    </message>
    <message>
        <source>next update</source>
        <translation>nächste Aktualisierung</translation>
    </message>
    <message>
        <source>Next update by</source>
        <translation>Nächstes Update bis</translation>
    </message>
    <message>
        <source>Next update by {when}</source>
        <translation>Nächstes Update bis {when}</translation>
    </message>
    <message numerus="yes">
        <source>next update overdue by {n} minutes</source>
        <translation>
            <numerusform>nächstes Update seit {n} Minute überfällig</numerusform>
            <numerusform>nächstes Update seit {n} Minuten überfällig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>next update within {n} minutes</source>
        <translation>
            <numerusform>nächstes Update in {n} Minute</numerusform>
            <numerusform>nächstes Update in {n} Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>Nächste Version</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>No action is overdue</source>
        <translation>Keine Maßnahme ist überfällig</translation>
    </message>
    <message>
        <source>No actions have been agreed.</source>
        <translation>Es wurden keine Maßnahmen vereinbart.</translation>
    </message>
    <message>
        <source>No answer from port {port}</source>
        <translation>Keine Antwort von Port {port}</translation>
    </message>
    <message>
        <source>No answer from whoever has it</source>
        <translation>Keine Antwort von dem, der ihn hat</translation>
    </message>
    <message>
        <source>No article is being written</source>
        <translation>Es wird gerade kein Artikel geschrieben</translation>
    </message>
    <message>
        <source>No article is chosen</source>
        <translation>Kein Artikel ist gewählt</translation>
    </message>
    <message>
        <source>No article is written</source>
        <translation>Gerade wird kein Artikel geschrieben</translation>
    </message>
    <message>
        <source>No article names this problem</source>
        <translation>Kein Artikel nennt dieses Problem</translation>
    </message>
    <message>
        <source>No article seems to fit</source>
        <translation>Kein Artikel scheint zu passen</translation>
    </message>
    <message>
        <source>No article seems to fit; find one first</source>
        <translation>Kein Artikel scheint zu passen; suchen Sie zuerst einen</translation>
    </message>
    <message>
        <source>No articles here</source>
        <translation>Hier sind keine Artikel</translation>
    </message>
    <message>
        <source>No articles yet</source>
        <translation>Noch keine Artikel</translation>
    </message>
    <message>
        <source>No assignment group</source>
        <translation>Keine zuständige Gruppe</translation>
    </message>
    <message>
        <source>No assignment groups yet.</source>
        <translation>Noch keine zuständigen Gruppen.</translation>
    </message>
    <message>
        <source>No backup of {database} was made: {error}. The desk itself was not touched.</source>
        <translation>Es wurde keine Sicherung von {database} gemacht: {error}. Der Desk selbst wurde nicht berührt.</translation>
    </message>
    <message>
        <source>No backup was made today. {error}</source>
        <translation>Heute wurde keine Sicherung gemacht. {error}</translation>
    </message>
    <message>
        <source>No backup was made: {folder} cannot be written ({strerror}).</source>
        <translation>Es wurde keine Sicherung gemacht: In {folder} kann nicht geschrieben werden ({strerror}).</translation>
    </message>
    <message>
        <source>No calendars yet</source>
        <translation>Noch keine Kalender</translation>
    </message>
    <message>
        <source>No caller</source>
        <translation>Kein Melder</translation>
    </message>
    <message>
        <source>No caller: only the desk reads it</source>
        <translation>Kein Melder: Nur der Desk liest es</translation>
    </message>
    <message>
        <source>No category</source>
        <translation>Keine Kategorie</translation>
    </message>
    <message>
        <source>no category</source>
        <translation>keine Kategorie</translation>
    </message>
    <message>
        <source>No configuration item</source>
        <translation>Kein Configuration Item</translation>
    </message>
    <message>
        <source>No contributing causes have been recorded.</source>
        <translation>Es wurden keine mitwirkenden Ursachen festgehalten.</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Kein Datum</translation>
    </message>
    <message>
        <source>No desk is open</source>
        <translation>Kein Desk ist geöffnet</translation>
    </message>
    <message>
        <source>No drafts</source>
        <translation>Keine Entwürfe</translation>
    </message>
    <message>
        <source>No due time</source>
        <translation>Kein Termin</translation>
    </message>
    <message>
        <source>no due time</source>
        <translation>keine Frist</translation>
    </message>
    <message>
        <source>No due time of an open incident changes.</source>
        <translation>Keine Frist eines offenen Incidents ändert sich.</translation>
    </message>
    <message>
        <source>No encrypted connection could be made: {reason}</source>
        <translation>Es kam keine verschlüsselte Verbindung zustande: {reason}</translation>
    </message>
    <message>
        <source>No escalation is being worked on</source>
        <translation>An keiner Eskalation wird gearbeitet</translation>
    </message>
    <message>
        <source>No events have been chosen for the timeline.</source>
        <translation>Für die Zeitleiste wurden keine Ereignisse gewählt.</translation>
    </message>
    <message>
        <source>No group</source>
        <translation>Keine Gruppe</translation>
    </message>
    <message>
        <source>No group is called so</source>
        <translation>Keine Gruppe heißt so</translation>
    </message>
    <message>
        <source>No group stands higher. Choose one, or escalate to a level.</source>
        <translation>Keine Gruppe steht höher. Wählen Sie eine, oder eskalieren Sie auf eine Stufe.</translation>
    </message>
    <message>
        <source>No hand-over is open</source>
        <translation>Keine Übergabe ist geöffnet</translation>
    </message>
    <message>
        <source>No holidays yet. Take those of a country, look them through, and add your own.</source>
        <translation>Noch keine Feiertage. Nehmen Sie die eines Landes, sehen Sie sie durch und fügen Sie eigene hinzu.</translation>
    </message>
    <message>
        <source>No impact has been recorded.</source>
        <translation>Es wurde keine Auswirkung festgehalten.</translation>
    </message>
    <message>
        <source>No incident is open</source>
        <translation>Kein Incident ist offen</translation>
    </message>
    <message>
        <source>No incident is open or chosen</source>
        <translation>Kein Incident ist offen oder gewählt</translation>
    </message>
    <message>
        <source>No incident matches this filter.</source>
        <translation>Kein Incident passt zu diesem Filter.</translation>
    </message>
    <message>
        <source>No incident selected</source>
        <translation>Kein Incident ausgewählt</translation>
    </message>
    <message>
        <source>No incident was begun and put away</source>
        <translation>Kein Incident wurde begonnen und weggelegt</translation>
    </message>
    <message>
        <source>No incident with a suggestion was resolved yet.</source>
        <translation>Noch wurde kein Incident mit einem Vorschlag gelöst.</translation>
    </message>
    <message>
        <source>No incidents yet</source>
        <translation>Noch keine Incidents</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Kein Schlüssel</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>Keine Tasten</translation>
    </message>
    <message>
        <source>no keys</source>
        <translation>keine Tasten</translation>
    </message>
    <message>
        <source>No login</source>
        <translation>Kein Login</translation>
    </message>
    <message>
        <source>No login: they are known here, and do not come in themselves.</source>
        <translation>Kein Login: Sie ist hier bekannt und kommt nicht selbst herein.</translation>
    </message>
    <message>
        <source>No longer a major incident</source>
        <translation>Kein schwerwiegender Incident mehr</translation>
    </message>
    <message>
        <source>no longer a major incident</source>
        <translation>kein schwerwiegender Incident mehr</translation>
    </message>
    <message>
        <source>No longer a major incident…</source>
        <translation>Kein schwerwiegender Incident mehr…</translation>
    </message>
    <message>
        <source>No longer matches</source>
        <translation>Passt nicht mehr</translation>
    </message>
    <message>
        <source>no longer tagged {tag}</source>
        <translation>Schlagwort {tag} entfernt</translation>
    </message>
    <message>
        <source>no major incident</source>
        <translation>kein schwerwiegender Incident</translation>
    </message>
    <message>
        <source>No major incident is chosen</source>
        <translation>Kein schwerwiegender Incident ist gewählt</translation>
    </message>
    <message>
        <source>No milestone</source>
        <translation>Kein Meilenstein</translation>
    </message>
    <message>
        <source>No model is chosen.</source>
        <translation>Es ist kein Modell gewählt.</translation>
    </message>
    <message>
        <source>No note</source>
        <translation>Keine Notiz</translation>
    </message>
    <message>
        <source>No owner</source>
        <translation>Kein Besitzer</translation>
    </message>
    <message>
        <source>No person can act as the owner of the desk</source>
        <translation>Keine Person kann als Eigentümer des Desks handeln</translation>
    </message>
    <message>
        <source>No policies, so no clock has a target.</source>
        <translation>Keine Richtlinien, also hat keine Uhr ein Ziel.</translation>
    </message>
    <message>
        <source>no policy</source>
        <translation>keine Richtlinie</translation>
    </message>
    <message>
        <source>No problem</source>
        <translation>Kein Problem</translation>
    </message>
    <message>
        <source>No problem fits</source>
        <translation>Kein Problem passt</translation>
    </message>
    <message>
        <source>No problem is open</source>
        <translation>Kein Problem ist geöffnet</translation>
    </message>
    <message>
        <source>No problems yet</source>
        <translation>Noch keine Probleme</translation>
    </message>
    <message>
        <source>No reason given (imported)</source>
        <translation>Kein Grund angegeben (importiert)</translation>
    </message>
    <message>
        <source>No resolution provided</source>
        <translation>Keine Lösung</translation>
    </message>
    <message>
        <source>No resolved incident is like this one</source>
        <translation>Kein gelöster Incident ist diesem ähnlich</translation>
    </message>
    <message>
        <source>No review is a draft</source>
        <translation>Keine Nachbetrachtung ist ein Entwurf</translation>
    </message>
    <message>
        <source>No review is being read and signed</source>
        <translation>Keine Nachbetrachtung wird gelesen und unterschrieben</translation>
    </message>
    <message>
        <source>No review is open</source>
        <translation>Keine Nachbetrachtung ist offen</translation>
    </message>
    <message>
        <source>No review is published</source>
        <translation>Keine Nachbetrachtung ist veröffentlicht</translation>
    </message>
    <message>
        <source>No reviews yet</source>
        <translation>Noch keine Nachbetrachtungen</translation>
    </message>
    <message>
        <source>No rights on whole tables</source>
        <translation>Keine Rechte auf ganze Tabellen</translation>
    </message>
    <message>
        <source>No risk: it is over</source>
        <translation>Kein Risiko: es ist vorbei</translation>
    </message>
    <message>
        <source>No rule takes anything of an open incident, of a major one, or of one with a review. Others are held back here, as when a court or an auditor asks for them.</source>
        <translation>Von offenen Incidents, Major Incidents und solchen mit Nachbetrachtung nimmt keine Regel etwas. Weitere werden hier zurückgehalten, etwa wenn ein Gericht oder eine Prüfung sie verlangt.</translation>
    </message>
    <message>
        <source>No rules. Nothing is escalated by itself.</source>
        <translation>Keine Regeln. Nichts wird von selbst eskaliert.</translation>
    </message>
    <message>
        <source>No saved view is shown</source>
        <translation>Keine gespeicherte Ansicht wird gezeigt</translation>
    </message>
    <message>
        <source>No server is running at this address. What you typed is kept.</source>
        <translation>Unter dieser Adresse läuft kein Server. Was Sie geschrieben haben, bleibt erhalten.</translation>
    </message>
    <message>
        <source>No service</source>
        <translation>Kein Service</translation>
    </message>
    <message>
        <source>no service</source>
        <translation>kein Service</translation>
    </message>
    <message>
        <source>No service level applies to this incident.</source>
        <translation>Für diesen Incident gilt kein Service-Level.</translation>
    </message>
    <message>
        <source>No shift left anything behind</source>
        <translation>Keine Schicht ließ etwas zurück</translation>
    </message>
    <message>
        <source>No shift was handed over yet</source>
        <translation>Noch keine Schicht wurde übergeben</translation>
    </message>
    <message>
        <source>No short name</source>
        <translation>Kein Kurzname</translation>
    </message>
    <message>
        <source>No sign-in is set: Settings › Sign-in and lock</source>
        <translation>Keine Anmeldung eingerichtet: Einstellungen › Anmelden und Sperren</translation>
    </message>
    <message>
        <source>No site</source>
        <translation>Kein Standort</translation>
    </message>
    <message>
        <source>No SLA policies are published for {whose} yet, so no clock has a target.</source>
        <translation>Für {whose} sind noch keine SLA-Richtlinien veröffentlicht, also hat keine Uhr ein Ziel.</translation>
    </message>
    <message>
        <source>No special days.</source>
        <translation>Keine Sondertage.</translation>
    </message>
    <message>
        <source>No statistics of texts</source>
        <translation>Keine Statistik über Texte</translation>
    </message>
    <message>
        <source>no statistics of {table}.{column}</source>
        <translation>keine Statistik von {table}.{column}</translation>
    </message>
    <message>
        <source>No subcategory</source>
        <translation>Keine Unterkategorie</translation>
    </message>
    <message>
        <source>No summary has been written.</source>
        <translation>Es wurde keine Kurzfassung geschrieben.</translation>
    </message>
    <message>
        <source>No target</source>
        <translation>Kein Ziel</translation>
    </message>
    <message>
        <source>no target</source>
        <translation>kein Ziel</translation>
    </message>
    <message>
        <source>No target: nothing is promised.</source>
        <translation>Kein Ziel: Es ist nichts zugesagt.</translation>
    </message>
    <message>
        <source>No time to come. Write tomorrow 9, in 2 h, fri 14:30 or on {date} 8.</source>
        <translation>Keine Zeit, die noch kommt. Schreiben Sie morgen 9, in 2 h, fr 14:30 oder am {date} 8.</translation>
    </message>
    <message>
        <source>No time. Write 14:30, fri 14:30 or {date} 8.</source>
        <translation>Keine Zeit. Schreiben Sie 14:30, fr 14:30 oder {date} 8.</translation>
    </message>
    <message>
        <source>No timers</source>
        <translation>Keine Zeitgeber</translation>
    </message>
    <message>
        <source>No timers have run{since}: clocks go on, but nothing fires and nobody is reminded. {what_to_do}</source>
        <translation>Keine Zeitgeber liefen{since}: Uhren gehen weiter, aber nichts wird ausgelöst und niemand erinnert. {what_to_do}</translation>
    </message>
    <message>
        <source>No workaround</source>
        <translation>Keine Umgehungslösung</translation>
    </message>
    <message>
        <source>No {spoken}</source>
        <translation>Nichts: {spoken}</translation>
    </message>
    <message>
        <source>No {things} yet</source>
        <translation>Noch keine {things}</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>Nobody acknowledged in time</source>
        <translation>Niemand bestätigte rechtzeitig</translation>
    </message>
    <message>
        <source>Nobody answered in time</source>
        <translation>Niemand antwortete rechtzeitig</translation>
    </message>
    <message>
        <source>Nobody at the desk can read it. Some words in a row are long, and easy to remember.</source>
        <translation>Niemand am Desk kann es lesen. Einige Wörter hintereinander sind lang und leicht zu merken.</translation>
    </message>
    <message>
        <source>Nobody can read it, administrators neither. It is kept as an argon2 hash.</source>
        <translation>Niemand kann es lesen, auch Administratoren nicht. Es wird als argon2-Prüfwert behalten.</translation>
    </message>
    <message>
        <source>Nobody could be told</source>
        <translation>Niemand konnte benachrichtigt werden</translation>
    </message>
    <message>
        <source>Nobody has a login at this desk: it is a file, or was not set up for several people. On a PostgreSQL server `main.py server init` does that.</source>
        <translation>An diesem Desk hat niemand ein Login: Er ist eine Datei oder wurde nicht für mehrere Personen eingerichtet. Auf einem PostgreSQL-Server tut das `main.py server init`.</translation>
    </message>
    <message>
        <source>Nobody has been asked to sign this review off.</source>
        <translation>Niemand wurde gebeten, diese Nachbetrachtung abzuzeichnen.</translation>
    </message>
    <message>
        <source>Nobody has called yet: only the desk reads it</source>
        <translation>Noch hat niemand angerufen: Nur der Desk liest es</translation>
    </message>
    <message>
        <source>Nobody has run the timers of this desk yet</source>
        <translation>Noch hat niemand die Zeitgeber dieses Desks laufen lassen</translation>
    </message>
    <message>
        <source>Nobody has saved an incident beside a suggestion yet.</source>
        <translation>Noch niemand hat einen Incident neben einem Vorschlag gespeichert.</translation>
    </message>
    <message>
        <source>Nobody has written anything yet</source>
        <translation>Noch hat niemand etwas geschrieben</translation>
    </message>
    <message>
        <source>Nobody is assigned</source>
        <translation>Niemand ist zugewiesen</translation>
    </message>
    <message>
        <source>nobody is assigned for</source>
        <translation>niemand ist zugewiesen seit</translation>
    </message>
    <message>
        <source>nobody is assigned for {length}</source>
        <translation>{length} lang ist niemand zugewiesen</translation>
    </message>
    <message>
        <source>Nobody is called so</source>
        <translation>Niemand heißt so</translation>
    </message>
    <message>
        <source>Nobody is in it</source>
        <translation>Niemand ist darin</translation>
    </message>
    <message>
        <source>Nobody is known for this level; it goes to the supervisors.</source>
        <translation>Für diese Stufe ist niemand bekannt; es geht an die Supervisoren.</translation>
    </message>
    <message>
        <source>nobody is paged any more</source>
        <translation>niemand wird mehr alarmiert</translation>
    </message>
    <message>
        <source>Nobody knows a server called {host}. Check the name and the network.</source>
        <translation>Niemand kennt einen Server namens {host}. Prüfen Sie den Namen und das Netz.</translation>
    </message>
    <message>
        <source>Nobody knows {host}: {words}</source>
        <translation>Niemand kennt {host}: {words}</translation>
    </message>
    <message>
        <source>Nobody leaves transactions behind</source>
        <translation>Niemand lässt Transaktionen zurück</translation>
    </message>
    <message>
        <source>Nobody makes large objects</source>
        <translation>Niemand legt Large Objects an</translation>
    </message>
    <message>
        <source>Nobody makes tables or functions</source>
        <translation>Niemand legt Tabellen oder Funktionen an</translation>
    </message>
    <message>
        <source>Nobody named</source>
        <translation>Niemand genannt</translation>
    </message>
    <message>
        <source>Nobody of the desk has power over the server</source>
        <translation>Niemand vom Desk hat Macht über den Server</translation>
    </message>
    <message>
        <source>Nobody of {addressee} acknowledged in time</source>
        <translation>Niemand von {addressee} bestätigte rechtzeitig</translation>
    </message>
    <message>
        <source>Nobody of {addressee} acknowledged in time. {words}</source>
        <translation>Niemand von {addressee} bestätigte rechtzeitig. {words}</translation>
    </message>
    <message>
        <source>Nobody of {level} acknowledged in time: {told}</source>
        <translation>Niemand von {level} bestätigte rechtzeitig: {told}</translation>
    </message>
    <message>
        <source>Nobody owned it at the end of the shift</source>
        <translation>Niemandem gehörte er am Ende der Schicht</translation>
    </message>
    <message>
        <source>Nobody runs code on the server</source>
        <translation>Niemand führt auf dem Server Code aus</translation>
    </message>
    <message>
        <source>nobody was assigned for {length}</source>
        <translation>{length} lang war niemand zugewiesen</translation>
    </message>
    <message>
        <source>Nobody was named</source>
        <translation>Niemand wurde genannt</translation>
    </message>
    <message>
        <source>nobody who may see it</source>
        <translation>niemand, der ihn sehen darf</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Noch niemand</translation>
    </message>
    <message>
        <source>Nobody: back to their groups</source>
        <translation>Niemand: zurück an ihre Gruppen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>None by hand.</source>
        <translation>Keiner von Hand.</translation>
    </message>
    <message>
        <source>None by itself.</source>
        <translation>Keiner von selbst.</translation>
    </message>
    <message>
        <source>None ended yet</source>
        <translation>Noch keine beendet</translation>
    </message>
    <message>
        <source>None of the articles is yours</source>
        <translation>Keiner der Artikel ist Ihrer</translation>
    </message>
    <message>
        <source>None of the {things} fits “{search}”</source>
        <translation>Nichts unter „{things}“ passt zu „{search}“</translation>
    </message>
    <message>
        <source>None of them</source>
        <translation>Keiner davon</translation>
    </message>
    <message>
        <source>None of them has ended</source>
        <translation>Keiner davon ist beendet</translation>
    </message>
    <message>
        <source>None open</source>
        <translation>Keine offen</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>Noch keine.</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Keine.</translation>
    </message>
    <message>
        <source>Not an incident</source>
        <translation>Kein Incident</translation>
    </message>
    <message>
        <source>Not approved yet</source>
        <translation>Noch nicht freigegeben</translation>
    </message>
    <message>
        <source>Not at all: it runs on this computer</source>
        <translation>Gar nicht: Er läuft auf diesem Computer</translation>
    </message>
    <message>
        <source>Not changed</source>
        <translation>Nicht geändert</translation>
    </message>
    <message>
        <source>not connected now</source>
        <translation>gerade nicht verbunden</translation>
    </message>
    <message>
        <source>Not doing</source>
        <translation>Nicht tun</translation>
    </message>
    <message>
        <source>not due</source>
        <translation>nicht fällig</translation>
    </message>
    <message>
        <source>Not filled in so far</source>
        <translation>Bisher nicht ausgefüllt</translation>
    </message>
    <message>
        <source>Not for the role {role}</source>
        <translation>Nicht für die Rolle {role}</translation>
    </message>
    <message>
        <source>Not grouped</source>
        <translation>Nicht gruppiert</translation>
    </message>
    <message>
        <source>Not held yet</source>
        <translation>Noch nicht gehalten</translation>
    </message>
    <message>
        <source>Not in the file</source>
        <translation>Nicht in der Datei</translation>
    </message>
    <message>
        <source>Not in use</source>
        <translation>Nicht in Gebrauch</translation>
    </message>
    <message>
        <source>Not in use: it is not offered any more</source>
        <translation>Nicht in Gebrauch: Es wird nicht mehr angeboten</translation>
    </message>
    <message>
        <source>Not included: copy for the caller</source>
        <translation>Nicht enthalten: Kopie für den Melder</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Not known here: {named}. Fill it in, or write the text without it.</source>
        <translation>Hier nicht bekannt: {named}. Füllen Sie es aus, oder schreiben Sie den Text ohne.</translation>
    </message>
    <message>
        <source>Not known: no resolution clock runs, or too few incidents like it were resolved here</source>
        <translation>Nicht bekannt: Keine Lösungsuhr läuft, oder zu wenige ähnliche Incidents wurden hier gelöst</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Nicht nötig</translation>
    </message>
    <message>
        <source>Not needed on the same computer</source>
        <translation>Auf demselben Computer nicht nötig</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>not on the timeline</source>
        <translation>nicht auf der Zeitleiste</translation>
    </message>
    <message>
        <source>Not on this page</source>
        <translation>Nicht auf dieser Seite</translation>
    </message>
    <message>
        <source>Not open</source>
        <translation>Nicht geöffnet</translation>
    </message>
    <message>
        <source>Not possible for what an import brought</source>
        <translation>Nicht möglich für Importiertes</translation>
    </message>
    <message>
        <source>Not possible while the incident is {known}</source>
        <translation>Nicht möglich, solange der Incident {known} ist</translation>
    </message>
    <message>
        <source>Not published</source>
        <translation>Nicht veröffentlicht</translation>
    </message>
    <message>
        <source>Not published: {parts}</source>
        <translation>Nicht veröffentlicht: {parts}</translation>
    </message>
    <message>
        <source>Not published: {words}</source>
        <translation>Nicht veröffentlicht: {words}</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>Nicht festgehalten</translation>
    </message>
    <message>
        <source>Not reproducible</source>
        <translation>Nicht nachvollziehbar</translation>
    </message>
    <message>
        <source>Not run yet.</source>
        <translation>Noch nicht gelaufen.</translation>
    </message>
    <message>
        <source>Not selected</source>
        <translation>Nicht ausgewählt</translation>
    </message>
    <message>
        <source>Not taken over yet</source>
        <translation>Noch nicht übernommen</translation>
    </message>
    <message>
        <source>Not tried on unseen incidents</source>
        <translation>Nicht an ungesehenen Incidents erprobt</translation>
    </message>
    <message>
        <source>Not tried yet</source>
        <translation>Noch nicht versucht</translation>
    </message>
    <message>
        <source>Not used in the last 30 days.</source>
        <translation>In den letzten 30 Tagen nicht benutzt.</translation>
    </message>
    <message>
        <source>Not used yet</source>
        <translation>Noch nicht benutzt</translation>
    </message>
    <message numerus="yes">
        <source>Not whole: {n} things are not as recorded, among {looked}.</source>
        <translation>
            <numerusform>Nicht vollständig: {n} Ding ist nicht, wie es vermerkt wurde, unter {looked}.</numerusform>
            <numerusform>Nicht vollständig: {n} Dinge sind nicht, wie sie vermerkt wurden, unter {looked}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not written in full: {bars}.</source>
        <translation>Nicht ausgeschrieben: {bars}.</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Noch nicht</translation>
    </message>
    <message>
        <source>Not yet. This is missing:
</source>
        <translation>Noch nicht. Es fehlt:
</translation>
    </message>
    <message>
        <source>Not yet. This is missing:
{lines}</source>
        <translation>Noch nicht. Es fehlt:
{lines}</translation>
    </message>
    <message>
        <source>Not yet. {what}</source>
        <translation>Noch nicht. {what}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Note at the end</source>
        <translation>Notiz am Ende</translation>
    </message>
    <message>
        <source>Note for the desk (optional)</source>
        <translation>Notiz für den Desk (optional)</translation>
    </message>
    <message>
        <source>Note for the history</source>
        <translation>Notiz für den Verlauf</translation>
    </message>
    <message>
        <source>Note saved</source>
        <translation>Notiz gespeichert</translation>
    </message>
    <message>
        <source>Note written down. It is saved when the desk is back.</source>
        <translation>Notiz aufgeschrieben. Sie wird gespeichert, wenn der Desk wieder da ist.</translation>
    </message>
    <message>
        <source>note, comment</source>
        <translation>notiz, kommentar</translation>
    </message>
    <message>
        <source>Noted that it did not help. A word to its owner helps more.</source>
        <translation>Vermerkt, dass er nicht half. Ein Wort an den Besitzer hilft mehr.</translation>
    </message>
    <message>
        <source>Noted that it helped.</source>
        <translation>Vermerkt, dass er half.</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Notes for the next shift</source>
        <translation>Notizen für die nächste Schicht</translation>
    </message>
    <message>
        <source>notes “{message}”</source>
        <translation>notiert „{message}“</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Nothing after this</source>
        <translation>Danach ist nichts</translation>
    </message>
    <message>
        <source>Nothing before this</source>
        <translation>Davor ist nichts</translation>
    </message>
    <message>
        <source>Nothing changed in title, summary and text.</source>
        <translation>In Titel, Zusammenfassung und Text hat sich nichts geändert.</translation>
    </message>
    <message>
        <source>Nothing ended in the last {shown_days} days</source>
        <translation>In den letzten {shown_days} Tagen endete nichts</translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>Nichts passt</translation>
    </message>
    <message>
        <source>Nothing fits. Try “hours”, “holiday” or “target”.</source>
        <translation>Nichts passt. Versuchen Sie „Zeiten“, „Feiertag“ oder „Ziel“.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Nothing happened yet</source>
        <translation>Noch ist nichts geschehen</translation>
    </message>
    <message>
        <source>Nothing has been noted.</source>
        <translation>Nichts wurde notiert.</translation>
    </message>
    <message>
        <source>Nothing has exactly these words. Shown is what has similar ones.</source>
        <translation>Nichts hat genau diese Wörter. Gezeigt wird Ähnliches.</translation>
    </message>
    <message>
        <source>Nothing has exactly these words. Shown is {taken}.</source>
        <translation>Nichts hat genau diese Wörter. Gezeigt wird {taken}.</translation>
    </message>
    <message>
        <source>Nothing has these words. Shown is what holds them in the middle of others.</source>
        <translation>Nichts hat diese Wörter. Gezeigt wird, was sie mitten in anderen enthält.</translation>
    </message>
    <message>
        <source>Nothing here waits for you</source>
        <translation>Nichts hier wartet auf Sie</translation>
    </message>
    <message>
        <source>Nothing here waits for your approval</source>
        <translation>Nichts hier wartet auf Ihre Freigabe</translation>
    </message>
    <message>
        <source>Nothing in the audit log fits the filter</source>
        <translation>Nichts im Audit-Protokoll passt zum Filter</translation>
    </message>
    <message>
        <source>Nothing is at work</source>
        <translation>Nichts läuft</translation>
    </message>
    <message>
        <source>Nothing is changed by the test. Connect becomes possible when it has succeeded.</source>
        <translation>Die Prüfung ändert nichts. Verbinden geht, sobald sie gelungen ist.</translation>
    </message>
    <message>
        <source>Nothing is chosen</source>
        <translation>Nichts ist gewählt</translation>
    </message>
    <message>
        <source>Nothing is drawn yet</source>
        <translation>Noch ist nichts gezeichnet</translation>
    </message>
    <message>
        <source>Nothing is due</source>
        <translation>Nichts ist fällig</translation>
    </message>
    <message>
        <source>Nothing is due within 1 hour.</source>
        <translation>In der nächsten Stunde ist nichts fällig.</translation>
    </message>
    <message>
        <source>Nothing is filled in</source>
        <translation>Nichts wird ausgefüllt</translation>
    </message>
    <message>
        <source>Nothing is in the audit log yet</source>
        <translation>Im Audit-Protokoll steht noch nichts</translation>
    </message>
    <message>
        <source>Nothing is known of its history.</source>
        <translation>Von seinem Verlauf ist nichts bekannt.</translation>
    </message>
    <message>
        <source>Nothing is linked</source>
        <translation>Nichts ist verknüpft</translation>
    </message>
    <message>
        <source>nothing is missing</source>
        <translation>nichts fehlt</translation>
    </message>
    <message>
        <source>Nothing is moved from one to the other; drafts stay with the desk they belong to.</source>
        <translation>Nichts zieht von einem zum anderen um; Entwürfe bleiben bei dem Desk, zu dem sie gehören.</translation>
    </message>
    <message>
        <source>Nothing is on the timeline yet. Tick entries of the journal at the left, or add an own entry.</source>
        <translation>Noch ist nichts auf der Zeitleiste. Kreuzen Sie links Einträge des Journals an, oder fügen Sie einen eigenen hinzu.</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>Nichts ist offen</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>Nichts ist offen.</translation>
    </message>
    <message>
        <source>Nothing is promised for this incident</source>
        <translation>Für diesen Incident ist nichts zugesagt</translation>
    </message>
    <message>
        <source>Nothing is published for you yet</source>
        <translation>Für Sie ist noch nichts veröffentlicht</translation>
    </message>
    <message>
        <source>Nothing is published yet</source>
        <translation>Noch ist nichts veröffentlicht</translation>
    </message>
    <message>
        <source>Nothing is retired</source>
        <translation>Nichts ist zurückgezogen</translation>
    </message>
    <message>
        <source>Nothing is shown until {time}; the bell counts</source>
        <translation>Bis {time} wird nichts gezeigt; die Glocke zählt</translation>
    </message>
    <message>
        <source>Nothing is shown yet</source>
        <translation>Noch wird nichts gezeigt</translation>
    </message>
    <message>
        <source>Nothing is suggested for an empty field</source>
        <translation>Für kein leeres Feld gibt es einen Vorschlag</translation>
    </message>
    <message>
        <source>Nothing is suggested for {field}.</source>
        <translation>Für {field} wird nichts vorgeschlagen.</translation>
    </message>
    <message>
        <source>Nothing is suggested yet. 1 asks for the team.</source>
        <translation>Noch ist nichts vorgeschlagen. 1 fragt nach dem Team.</translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation>Noch ist nichts geschrieben.</translation>
    </message>
    <message>
        <source>Nothing matches {text}</source>
        <translation>Nichts passt zu {text}</translation>
    </message>
    <message>
        <source>Nothing more</source>
        <translation>Nichts weiter</translation>
    </message>
    <message>
        <source>Nothing names it.</source>
        <translation>Nichts nennt sie.</translation>
    </message>
    <message>
        <source>Nothing new came that is not in view</source>
        <translation>Es kam nichts Neues, das nicht zu sehen ist</translation>
    </message>
    <message>
        <source>Nothing new in this list.{already}</source>
        <translation>In dieser Liste ist nichts Neues.{already}</translation>
    </message>
    <message>
        <source>Nothing open is assigned to them.</source>
        <translation>Nichts Offenes ist ihr zugewiesen.</translation>
    </message>
    <message>
        <source>Nothing published</source>
        <translation>Nichts veröffentlicht</translation>
    </message>
    <message>
        <source>Nothing so far.</source>
        <translation>Bisher nichts.</translation>
    </message>
    <message>
        <source>Nothing stands here.</source>
        <translation>Hier steht nichts.</translation>
    </message>
    <message>
        <source>Nothing stands in these brackets.</source>
        <translation>In diesen Klammern steht nichts.</translation>
    </message>
    <message>
        <source>Nothing to change: they have it already</source>
        <translation>Nichts zu ändern: Sie haben es schon</translation>
    </message>
    <message>
        <source>Nothing to import</source>
        <translation>Nichts zu importieren</translation>
    </message>
    <message>
        <source>Nothing uses it yet.</source>
        <translation>Noch benutzt es nichts.</translation>
    </message>
    <message>
        <source>Nothing uses it.</source>
        <translation>Nichts benutzt es.</translation>
    </message>
    <message>
        <source>Nothing waits for a reader</source>
        <translation>Nichts wartet auf einen Leser</translation>
    </message>
    <message>
        <source>Nothing waits for an acknowledgement</source>
        <translation>Nichts wartet auf eine Bestätigung</translation>
    </message>
    <message>
        <source>Nothing waits to be sent</source>
        <translation>Nichts wartet auf das Senden</translation>
    </message>
    <message>
        <source>Nothing waits to be sorted</source>
        <translation>Nichts wartet aufs Einsortieren</translation>
    </message>
    <message>
        <source>Nothing waits. Everything that was written down is at the desk.</source>
        <translation>Nichts wartet. Alles Aufgeschriebene ist beim Desk.</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>Nichts wurde geändert</translation>
    </message>
    <message>
        <source>Nothing was exported to {into}: {strerror}.</source>
        <translation>Nach {into} wurde nichts exportiert: {strerror}.</translation>
    </message>
    <message>
        <source>Nothing was exported to {into}: {why}.</source>
        <translation>Nichts wurde nach {into} exportiert: {why}.</translation>
    </message>
    <message>
        <source>Nothing was found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Nothing was found for “{found}”.

Try fewer words, or only their beginnings.</source>
        <translation>Für „{found}“ wurde nichts gefunden.

Versuchen Sie weniger Wörter oder nur deren Anfang.</translation>
    </message>
    <message>
        <source>Nothing was handed over: the lines of this shift are still being read. Look at them first.</source>
        <translation>Nichts wurde übergeben: die Zeilen dieser Schicht werden noch gelesen. Sehen Sie sie zuerst an.</translation>
    </message>
    <message>
        <source>Nothing was handed over: what there is to hand over could not be read. F5 tries again.</source>
        <translation>Nichts wurde übergeben: was zu übergeben ist, konnte nicht gelesen werden. F5 versucht es noch einmal.</translation>
    </message>
    <message>
        <source>Nothing was learned yet.</source>
        <translation>Es wurde noch nichts gelernt.</translation>
    </message>
    <message>
        <source>Nothing was resolved without an article in this time.</source>
        <translation>In diesem Zeitraum wurde nichts ohne Artikel gelöst.</translation>
    </message>
    <message>
        <source>Nothing was restored to {database}: {error}.</source>
        <translation>Nach {database} wurde nichts wiederhergestellt: {error}.</translation>
    </message>
    <message>
        <source>Nothing was restored, because the desk as it is could not be kept before. {error}</source>
        <translation>Es wurde nichts wiederhergestellt, weil der Desk, wie er ist, vorher nicht aufgehoben werden konnte. {error}</translation>
    </message>
    <message>
        <source>Nothing was restored: {error}. Close every Mainstay that has this desk open.</source>
        <translation>Es wurde nichts wiederhergestellt: {error}. Schließen Sie jedes Mainstay, das diesen Desk geöffnet hat.</translation>
    </message>
    <message>
        <source>Nothing was saved. {why}</source>
        <translation>Es wurde nichts gespeichert. {why}</translation>
    </message>
    <message>
        <source>Nothing was saved: {place} cannot be reached ({strerror}).</source>
        <translation>Es wurde nichts gespeichert: {place} ist nicht erreichbar ({strerror}).</translation>
    </message>
    <message>
        <source>Nothing was taken back</source>
        <translation>Nichts wurde zurückgenommen</translation>
    </message>
    <message>
        <source>Nothing: clear the field</source>
        <translation>Nichts: Feld leeren</translation>
    </message>
    <message>
        <source>Nothing: it stands at the top</source>
        <translation>Nichts: Sie steht oben</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Notifications (G N)</source>
        <translation>Benachrichtigungen (G N)</translation>
    </message>
    <message>
        <source>Notifications, newest first</source>
        <translation>Benachrichtigungen, neueste zuerst</translation>
    </message>
    <message>
        <source>Notifications, {count} unread (G N)</source>
        <translation>Benachrichtigungen, {count} ungelesen (G N)</translation>
    </message>
    <message>
        <source>notified {meant} ({people})</source>
        <translation>benachrichtigt: {meant} ({people})</translation>
    </message>
    <message>
        <source>notifies nobody. Choose whom.</source>
        <translation>benachrichtigt niemanden. Wählen Sie, wen.</translation>
    </message>
    <message>
        <source>Notify</source>
        <translation>Benachrichtigen</translation>
    </message>
    <message>
        <source>notify</source>
        <translation>benachrichtigen</translation>
    </message>
    <message>
        <source>Notify whom</source>
        <translation>Wen benachrichtigen</translation>
    </message>
    <message>
        <source>notify {names}</source>
        <translation>{names} benachrichtigen</translation>
    </message>
    <message>
        <source>notify, remind, escalation</source>
        <translation>benachrichtigen, erinnern, Eskalation</translation>
    </message>
    <message>
        <source>nov, november</source>
        <translation>nov, november</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>Now at place {target} of {count}</source>
        <translation>Jetzt auf Platz {target} von {count}</translation>
    </message>
    <message>
        <source>Now: {words}. Usual: {words2}.</source>
        <translation>Jetzt: {words}. Üblich: {words2}.</translation>
    </message>
    <message>
        <source>Nowhere yet</source>
        <translation>Noch nirgendwohin</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Number at the source</source>
        <translation>Nummer in der Quelle</translation>
    </message>
    <message>
        <source>Number of another incident</source>
        <translation>Nummer eines anderen Incidents</translation>
    </message>
    <message>
        <source>Number of changes</source>
        <translation>Anzahl der Änderungen</translation>
    </message>
    <message>
        <source>Number of the incident</source>
        <translation>Nummer des Incidents</translation>
    </message>
    <message>
        <source>Number of the other incident</source>
        <translation>Nummer des anderen Incidents</translation>
    </message>
    <message>
        <source>Number taken</source>
        <translation>Anzahl entfernt</translation>
    </message>
    <message>
        <source>Number {number}</source>
        <translation>Nummer {number}</translation>
    </message>
    <message>
        <source>Number, name or text</source>
        <translation>Nummer, Name oder Text</translation>
    </message>
    <message>
        <source>Numbers of incidents that belong to this problem</source>
        <translation>Nummern von Incidents, die zu diesem Problem gehören</translation>
    </message>
    <message>
        <source>o'clock</source>
        <translation>uhr</translation>
    </message>
    <message>
        <source>oct, october</source>
        <translation>okt, oktober</translation>
    </message>
    <message>
        <source>of any group</source>
        <translation>irgendeiner Gruppe</translation>
    </message>
    <message>
        <source>Of suggestions that people saw, judged by what the incident ended with. Only what was shown before it was resolved counts, so nothing is judged that the desk could have learned from.</source>
        <translation>Von Vorschlägen, die jemand sah, gemessen daran, womit der Incident endete. Nur was vor der Lösung gezeigt wurde, zählt; so wird nichts gemessen, woraus der Desk hätte lernen können.</translation>
    </message>
    <message>
        <source>Of the last {days} days, since {since}, over what you may see.</source>
        <translation>Der letzten {days} Tage, seit {since}, über das, was Sie sehen dürfen.</translation>
    </message>
    <message>
        <source>Of the people there. What clocks count by is the calendar.</source>
        <translation>Der Menschen dort. Wonach Uhren zählen, ist der Kalender.</translation>
    </message>
    <message>
        <source>of the service {name}</source>
        <translation>des Service {name}</translation>
    </message>
    <message>
        <source>Of the window, with its dates and numbers. What people wrote stays as it is.</source>
        <translation>Des Fensters, mit Datum und Zahlen. Was Menschen geschrieben haben, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Of this desk</source>
        <translation>Von diesem Desk</translation>
    </message>
    <message>
        <source>of this group</source>
        <translation>dieser Gruppe</translation>
    </message>
    <message>
        <source>Of {count} points {good} are as they should be; {wrong}.</source>
        <translation>Von {count} Punkten sind {good}, wie sie sein sollen; {wrong}.</translation>
    </message>
    <message>
        <source>of {judged}</source>
        <translation>von {judged}</translation>
    </message>
    <message>
        <source>of {of}</source>
        <translation>von {of}</translation>
    </message>
    <message>
        <source>of {of} open</source>
        <translation>von {of} offenen</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>off duty</source>
        <translation>nicht im Dienst</translation>
    </message>
    <message>
        <source>off duty · {open_incidents} open</source>
        <translation>nicht im Dienst · {open_incidents} offen</translation>
    </message>
    <message>
        <source>Off until you choose from how sure on. Then a new incident that is logged afterwards gets what is suggested where nothing stands, within a minute or so and while nobody works on it; its history says how sure it was. What people chose or took out again is left alone.</source>
        <translation>Aus, bis Sie wählen, ab welcher Sicherheit. Dann bekommt ein neuer Incident, der danach erfasst wird, wo nichts steht, was vorgeschlagen wird: binnen etwa einer Minute und solange niemand daran arbeitet; sein Verlauf sagt, wie sicher es war. Was jemand gewählt oder wieder herausgenommen hat, bleibt.</translation>
    </message>
    <message>
        <source>Offer help with writing at this desk</source>
        <translation>Schreibhilfe an diesem Desk anbieten</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>Angeboten</translation>
    </message>
    <message>
        <source>Offered at the end of the shift of {group}: {answer}.</source>
        <translation>Am Ende der Schicht von {group} angeboten: {answer}.</translation>
    </message>
    <message>
        <source>Office week</source>
        <translation>Bürowoche</translation>
    </message>
    <message>
        <source>Old and new values</source>
        <translation>Alte und neue Werte</translation>
    </message>
    <message>
        <source>Old files</source>
        <translation>Alte Dateien</translation>
    </message>
    <message>
        <source>Old value</source>
        <translation>Alter Wert</translation>
    </message>
    <message>
        <source>Older version</source>
        <translation>Ältere Version</translation>
    </message>
    <message>
        <source>older, history</source>
        <translation>älter, Verlauf</translation>
    </message>
    <message>
        <source>On a server</source>
        <translation>Auf einem Server</translation>
    </message>
    <message>
        <source>On a shared desk everybody has a login of their own, and the server asks for its password. Change yours under Desk and connection.</source>
        <translation>An einem gemeinsamen Desk hat jeder ein eigenes Login, und der Server fragt nach seinem Passwort. Ändern Sie Ihres unter Desk und Verbindung.</translation>
    </message>
    <message>
        <source>On a shared desk everybody has a login of their own; the server asks for its password.</source>
        <translation>An einem gemeinsamen Desk hat jeder ein eigenes Login; der Server fragt nach seinem Passwort.</translation>
    </message>
    <message>
        <source>on average</source>
        <translation>im Mittel</translation>
    </message>
    <message>
        <source>on duty · {open_incidents} open</source>
        <translation>im Dienst · {open_incidents} offen</translation>
    </message>
    <message>
        <source>on duty, {members_on_duty} of {members}</source>
        <translation>im Dienst, {members_on_duty} von {members}</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>wartend</translation>
    </message>
    <message>
        <source>On hold from</source>
        <translation>Wartet von</translation>
    </message>
    <message>
        <source>On hold until</source>
        <translation>Wartet bis</translation>
    </message>
    <message>
        <source>On hold until {when}</source>
        <translation>Wartet bis {when}</translation>
    </message>
    <message>
        <source>on hold, pending</source>
        <translation>zurückgestellt, ausstehend</translation>
    </message>
    <message>
        <source>on hold, pending, waiting, paused</source>
        <translation>Wartegrund, Grund zu warten, angehalten, ausstehend, pausiert, Rückfrage</translation>
    </message>
    <message>
        <source>on hold: {reason}</source>
        <translation>wartend: {reason}</translation>
    </message>
    <message numerus="yes">
        <source>On hold: {reason}, {n} days</source>
        <translation>
            <numerusform>Wartend: {reason}, {n} Tag</numerusform>
            <numerusform>Wartend: {reason}, {n} Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>On the server</source>
        <translation>Auf dem Server</translation>
    </message>
    <message>
        <source>on the timeline</source>
        <translation>auf der Zeitleiste</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>On this computer you agreed to send to {server}.</source>
        <translation>Auf diesem Computer haben Sie zugestimmt, an {server} zu senden.</translation>
    </message>
    <message>
        <source>On track</source>
        <translation>Im Plan</translation>
    </message>
    <message>
        <source>on, next</source>
        <translation>am, nächsten, kommenden</translation>
    </message>
    <message>
        <source>Once a day by itself, while the desk is open</source>
        <translation>Einmal am Tag von selbst, solange der Desk offen ist</translation>
    </message>
    <message>
        <source>Once Mainstay is opened anew.</source>
        <translation>Sobald Mainstay neu geöffnet ist.</translation>
    </message>
    <message>
        <source>One a line. A * before it makes a step required: the incident is not resolved before it is done. After a | stand the group that does it and how long it has: * Order the part | Network | 4 h</source>
        <translation>Einer je Zeile. Ein * davor macht ihn zur Pflicht: Vorher wird der Incident nicht gelöst. Hinter einem | stehen die Gruppe, die ihn tut, und wie lange sie hat: * Teil bestellen | Netzwerk | 4 h</translation>
    </message>
    <message>
        <source>One at a time</source>
        <translation>Nur einzeln</translation>
    </message>
    <message>
        <source>One is proposed with Ctrl Shift M, or by a rule.</source>
        <translation>Vorgeschlagen wird er mit Strg Umschalt M oder durch eine Regel.</translation>
    </message>
    <message>
        <source>One of the two categories does not exist any more. Go back to the list.</source>
        <translation>Eine der beiden Kategorien gibt es nicht mehr. Gehen Sie zurück zur Liste.</translation>
    </message>
    <message>
        <source>One of the typed days cannot be read. Mend it, or press Esc in it.</source>
        <translation>Einer der geschriebenen Tage kann nicht gelesen werden. Berichtigen Sie ihn, oder drücken Sie darin Esc.</translation>
    </message>
    <message>
        <source>One of three right</source>
        <translation>Einer von dreien richtig</translation>
    </message>
    <message>
        <source>One short question that holds nothing of the desk.</source>
        <translation>Eine kurze Frage, die nichts vom Desk enthält.</translation>
    </message>
    <message>
        <source>one that cannot be named</source>
        <translation>nicht benennbar</translation>
    </message>
    <message>
        <source>Only `hostssl DATABASE all NETWORK scram-sha-256` for the desk, and `host all all all reject` at the end.</source>
        <translation>Nur `hostssl DATABASE all NETWORK scram-sha-256` für den Desk, und am Ende `host all all all reject`.</translation>
    </message>
    <message>
        <source>Only a caller can be added here. A supervisor adds people who work at the desk.</source>
        <translation>Hier kann nur ein Melder hinzugefügt werden. Wer am Desk arbeitet, den fügt ein Supervisor hinzu.</translation>
    </message>
    <message>
        <source>Only a draft is sent to review.</source>
        <translation>Nur ein Entwurf wird zur Prüfung gesendet.</translation>
    </message>
    <message>
        <source>Only a login that may act as {owner} sees the whole desk. Move it with the login that set the desk up.</source>
        <translation>Nur ein Login, das als {owner} handeln darf, sieht den ganzen Desk. Ziehen Sie ihn mit dem Login um, das ihn eingerichtet hat.</translation>
    </message>
    <message>
        <source>Only a member can lead a group. Add the person to the group first.</source>
        <translation>Nur ein Mitglied kann eine Gruppe leiten. Nehmen Sie die Person zuerst in die Gruppe auf.</translation>
    </message>
    <message>
        <source>Only a retired article can be restored.</source>
        <translation>Nur ein zurückgezogener Artikel kann wiederhergestellt werden.</translation>
    </message>
    <message>
        <source>Only a superuser may do this: {statement};</source>
        <translation>Das darf nur ein Superuser: {statement};</translation>
    </message>
    <message>
        <source>only a superuser may read pg_hba.conf</source>
        <translation>pg_hba.conf darf nur ein Superuser lesen</translation>
    </message>
    <message>
        <source>Only an admin can add an {role}. Ask one to do it.</source>
        <translation>Nur ein Admin kann jemanden mit dieser Rolle hinzufügen: {role}. Bitten Sie einen darum.</translation>
    </message>
    <message>
        <source>Only an administrator can add somebody with the role {role}.</source>
        <translation>Nur ein Administrator kann jemanden mit der Rolle {role} hinzufügen.</translation>
    </message>
    <message>
        <source>Only an administrator upgrades it. Until then use the version of Mainstay that the others use.</source>
        <translation>Nur ein Administrator aktualisiert ihn. Nehmen Sie bis dahin die Version von Mainstay, die die anderen nehmen.</translation>
    </message>
    <message>
        <source>Only an open incident can be escalated</source>
        <translation>Nur ein offener Incident kann eskaliert werden</translation>
    </message>
    <message>
        <source>Only an open incident can become a major one</source>
        <translation>Nur ein offener Incident kann ein schwerwiegender werden</translation>
    </message>
    <message>
        <source>Only for new incidents, and for those whose traits change.</source>
        <translation>Nur für neue Incidents und solche, deren Merkmale sich ändern.</translation>
    </message>
    <message>
        <source>Only logins of the desk enter the database</source>
        <translation>Nur Logins des Desks betreten die Datenbank</translation>
    </message>
    <message>
        <source>Only me</source>
        <translation>Nur ich</translation>
    </message>
    <message>
        <source>Only the desk reads this</source>
        <translation>Nur der Desk liest das</translation>
    </message>
    <message>
        <source>Only the first {most} characters of a filter are read.</source>
        <translation>Von einem Filter werden nur die ersten {most} Zeichen gelesen.</translation>
    </message>
    <message>
        <source>Only the first {most} words are looked for.</source>
        <translation>Nur die ersten {most} Wörter werden gesucht.</translation>
    </message>
    <message>
        <source>Only the first {size} are shown</source>
        <translation>Nur die ersten {size} werden gezeigt</translation>
    </message>
    <message>
        <source>Only the login that owns the tables sees the whole index. Run this with that login.</source>
        <translation>Nur das Login, dem die Tabellen gehören, sieht den ganzen Index. Führen Sie dies mit diesem Login aus.</translation>
    </message>
    <message>
        <source>Only what a shift left behind can be declined</source>
        <translation>Nur was eine Schicht zurückließ, kann abgelehnt werden</translation>
    </message>
    <message>
        <source>Only what is in review can be published. Send the draft to review first.</source>
        <translation>Nur was in Prüfung ist, kann veröffentlicht werden. Senden Sie den Entwurf zuerst zur Prüfung.</translation>
    </message>
    <message>
        <source>Only what is in review can be sent back.</source>
        <translation>Nur was in Prüfung ist, kann zurückgegeben werden.</translation>
    </message>
    <message>
        <source>Only your own views can be put in another order</source>
        <translation>Nur eigene Ansichten können in eine andere Folge gebracht werden</translation>
    </message>
    <message>
        <source>Only your own views can be put in another order.</source>
        <translation>Nur eigene Ansichten können in eine andere Folge gebracht werden.</translation>
    </message>
    <message>
        <source>Only {record}; press to show all again</source>
        <translation>Nur {record}; drücken, um wieder alles zu zeigen</translation>
    </message>
    <message>
        <source>Only {whose} can give this approval.</source>
        <translation>Diese Freigabe kann nur {whose} geben.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>Open (Enter)</source>
        <translation>Öffnen (Eingabe)</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Open anew</source>
        <translation>Neu öffnen</translation>
    </message>
    <message>
        <source>Open at the end of the day</source>
        <translation>Offen am Ende des Tages</translation>
    </message>
    <message>
        <source>Open by age</source>
        <translation>Offen nach Alter</translation>
    </message>
    <message>
        <source>Open by assignment group</source>
        <translation>Offen nach Zuweisungsgruppe</translation>
    </message>
    <message>
        <source>Open by priority</source>
        <translation>Offen nach Priorität</translation>
    </message>
    <message>
        <source>Open for {opened}</source>
        <translation>Offen seit {opened}</translation>
    </message>
    <message>
        <source>Open formats</source>
        <translation>Offene Formate</translation>
    </message>
    <message>
        <source>Open in a window of its own</source>
        <translation>In eigenem Fenster öffnen</translation>
    </message>
    <message>
        <source>Open in a window of its own (Shift Enter)</source>
        <translation>In eigenem Fenster öffnen (Umschalt Eingabe)</translation>
    </message>
    <message>
        <source>Open incidents</source>
        <translation>Offene Incidents</translation>
    </message>
    <message>
        <source>open incidents</source>
        <translation>offene Incidents</translation>
    </message>
    <message>
        <source>Open incidents are measured by these policies now. Those that are over are counted with {command}.</source>
        <translation>Offene Incidents werden jetzt an diesen Richtlinien gemessen. Beendete werden mit {command} gezählt.</translation>
    </message>
    <message>
        <source>Open incidents by priority, from the highest on</source>
        <translation>Offene Incidents nach Priorität, von der höchsten an</translation>
    </message>
    <message>
        <source>Open incidents by the time since they were reported</source>
        <translation>Offene Incidents nach der Zeit seit ihrer Meldung</translation>
    </message>
    <message>
        <source>Open incidents by the time that is left</source>
        <translation>Offene Incidents nach der verbleibenden Zeit</translation>
    </message>
    <message>
        <source>Open incidents of the two highest priorities</source>
        <translation>Offene Incidents der zwei höchsten Prioritäten</translation>
    </message>
    <message>
        <source>Open incidents of this group and priority</source>
        <translation>Offene Incidents dieser Gruppe und Priorität</translation>
    </message>
    <message>
        <source>Open incidents of this priority</source>
        <translation>Offene Incidents dieser Priorität</translation>
    </message>
    <message>
        <source>Open incidents of which a clock has exceeded its target</source>
        <translation>Offene Incidents, bei denen eine Uhr ihr Ziel überschritten hat</translation>
    </message>
    <message>
        <source>Open incidents of which a running clock is due in this hour from now</source>
        <translation>Offene Incidents, bei denen eine laufende Uhr in dieser Stunde von jetzt an fällig wird</translation>
    </message>
    <message>
        <source>Open incidents of which a running clock is due within an hour</source>
        <translation>Offene Incidents, bei denen eine laufende Uhr innerhalb einer Stunde fällig ist</translation>
    </message>
    <message>
        <source>Open incidents of which a running clock is due within two hours</source>
        <translation>Offene Incidents, von denen eine laufende Uhr in zwei Stunden fällig ist</translation>
    </message>
    <message>
        <source>Open incidents of {first}</source>
        <translation>Offene Incidents: {first}</translation>
    </message>
    <message>
        <source>Open incidents that are nobody's</source>
        <translation>Offene Incidents, die niemandem gehören</translation>
    </message>
    <message>
        <source>Open incidents whose assignee has this name</source>
        <translation>Offene Incidents, deren Bearbeiter so heißt</translation>
    </message>
    <message>
        <source>Open incidents whose assignment group has this name</source>
        <translation>Offene Incidents, deren Zuweisungsgruppe so heißt</translation>
    </message>
    <message>
        <source>Open incidents without an assignment group</source>
        <translation>Offene Incidents ohne Zuweisungsgruppe</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open Mainstay anew</source>
        <translation>Mainstay neu öffnen</translation>
    </message>
    <message>
        <source>Open Mainstay anew now</source>
        <translation>Mainstay jetzt neu öffnen</translation>
    </message>
    <message>
        <source>Open the article again to insert it.</source>
        <translation>Öffnen Sie den Artikel noch einmal, um es einzufügen.</translation>
    </message>
    <message>
        <source>Open the desk as it is</source>
        <translation>Den Desk öffnen, wie er ist</translation>
    </message>
    <message>
        <source>Open the incident first</source>
        <translation>Öffnen Sie zuerst den Incident</translation>
    </message>
    <message>
        <source>Open the incident: {short_description}</source>
        <translation>Incident öffnen: {short_description}</translation>
    </message>
    <message>
        <source>Open the problem</source>
        <translation>Problem öffnen</translation>
    </message>
    <message>
        <source>Open the problem of the article</source>
        <translation>Das Problem des Artikels öffnen</translation>
    </message>
    <message>
        <source>Open the queue</source>
        <translation>Warteschlange öffnen</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>Den Datensatz öffnen</translation>
    </message>
    <message>
        <source>Open the review of {number} as a draft again to use it.</source>
        <translation>Öffnen Sie die Nachbetrachtung von {number} noch einmal als Entwurf, um es zu verwenden.</translation>
    </message>
    <message>
        <source>Open until {when}</source>
        <translation>Offen bis {when}</translation>
    </message>
    <message>
        <source>Open with the system's program</source>
        <translation>Mit dem Programm des Systems öffnen</translation>
    </message>
    <message>
        <source>Open work</source>
        <translation>Offene Arbeit</translation>
    </message>
    <message>
        <source>Open work is moved</source>
        <translation>Die offene Arbeit ist verschoben</translation>
    </message>
    <message>
        <source>Open {number}</source>
        <translation>{number} öffnen</translation>
    </message>
    <message>
        <source>Open {number} again to insert it.</source>
        <translation>Öffnen Sie {number} noch einmal, um es einzufügen.</translation>
    </message>
    <message>
        <source>Open {number}, {kind}: {short_description}</source>
        <translation>{number} öffnen, {kind}: {short_description}</translation>
    </message>
    <message>
        <source>Open {number}: {short_description}</source>
        <translation>{number} öffnen: {short_description}</translation>
    </message>
    <message>
        <source>Open {number}: {title}</source>
        <translation>{number} öffnen: {title}</translation>
    </message>
    <message>
        <source>open, root cause, prb</source>
        <translation>öffnen, ursache, prb</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Eröffnet</translation>
    </message>
    <message>
        <source>opened again</source>
        <translation>öffnete wieder</translation>
    </message>
    <message>
        <source>Opened and resolved, by day</source>
        <translation>Gemeldet und gelöst, nach Tagen</translation>
    </message>
    <message>
        <source>Opened the problem</source>
        <translation>Hat das Problem eröffnet</translation>
    </message>
    <message>
        <source>Opened {opened}</source>
        <translation>Eröffnet {opened}</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Öffnungszeiten</translation>
    </message>
    <message>
        <source>Opening hours as text</source>
        <translation>Öffnungszeiten als Text</translation>
    </message>
    <message>
        <source>Opening hours of the week</source>
        <translation>Öffnungszeiten der Woche</translation>
    </message>
    <message>
        <source>Opening the desk…</source>
        <translation>Der Desk wird geöffnet…</translation>
    </message>
    <message>
        <source>Opening the incident</source>
        <translation>Der Incident wird geöffnet</translation>
    </message>
    <message>
        <source>Opening the review</source>
        <translation>Die Nachbetrachtung wird geöffnet</translation>
    </message>
    <message>
        <source>Opening time of the calendar. An empty priority takes the line of every priority.</source>
        <translation>Öffnungszeit des Kalenders. Eine leere Priorität nimmt die Zeile für jede Priorität.</translation>
    </message>
    <message>
        <source>Opening {address} in the browser.</source>
        <translation>Öffnet {address} im Browser.</translation>
    </message>
    <message>
        <source>Opinions that say that the article helped, of all opinions.</source>
        <translation>Meinungen, dass der Artikel half, von allen Meinungen.</translation>
    </message>
    <message>
        <source>or</source>
        <translation>oder</translation>
    </message>
    <message>
        <source>or at once with Ctrl+L.</source>
        <translation>oder sofort mit Strg+L.</translation>
    </message>
    <message>
        <source>Or fill in its parts:</source>
        <translation>Oder ihre Teile ausfüllen:</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Folge</translation>
    </message>
    <message>
        <source>order</source>
        <translation>Folge</translation>
    </message>
    <message>
        <source>Order of policies</source>
        <translation>Folge der Richtlinien</translation>
    </message>
    <message>
        <source>Order of SLA policies</source>
        <translation>Reihenfolge der SLA-Richtlinien</translation>
    </message>
    <message>
        <source>Order of the columns</source>
        <translation>Reihenfolge der Spalten</translation>
    </message>
    <message>
        <source>Order of the columns…</source>
        <translation>Reihenfolge der Spalten …</translation>
    </message>
    <message>
        <source>order, first, star</source>
        <translation>Folge, zuerst, Stern</translation>
    </message>
    <message>
        <source>Order, groups and columns are kept with it.</source>
        <translation>Folge, Gruppen und Spalten werden mit ihr behalten.</translation>
    </message>
    <message>
        <source>order, last</source>
        <translation>Folge, zuletzt</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstiges</translation>
    </message>
    <message>
        <source>Other databases of the server are closed to them</source>
        <translation>Andere Datenbanken des Servers sind für sie geschlossen</translation>
    </message>
    <message>
        <source>Other forms of a word</source>
        <translation>Andere Formen eines Wortes</translation>
    </message>
    <message>
        <source>Other hours on one date, such as a Saturday of stocktaking. A holiday beats them.</source>
        <translation>Andere Zeiten an einem Datum, etwa ein Samstag mit Inventur. Ein Feiertag geht vor.</translation>
    </message>
    <message>
        <source>Other keys</source>
        <translation>Andere Tasten</translation>
    </message>
    <message>
        <source>Other milestone</source>
        <translation>Anderer Meilenstein</translation>
    </message>
    <message>
        <source>outbox, offline, away, unsent</source>
        <translation>Postausgang, offline, getrennt, ungesendet</translation>
    </message>
    <message>
        <source>outside opening hours</source>
        <translation>außerhalb der Öffnungszeit</translation>
    </message>
    <message>
        <source>Over 30 days</source>
        <translation>Über 30 Tage</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Im Lauf der Zeit</translation>
    </message>
    <message>
        <source>over, stop</source>
        <translation>vorbei, anhalten</translation>
    </message>
    <message>
        <source>Overdue actions</source>
        <translation>Überfällige Maßnahmen</translation>
    </message>
    <message numerus="yes">
        <source>overdue by {n} minutes</source>
        <translation>
            <numerusform>{n} Minute überfällig</numerusform>
            <numerusform>{n} Minuten überfällig</numerusform>
        </translation>
    </message>
    <message>
        <source>overdue {days} d</source>
        <translation>{days} d überfällig</translation>
    </message>
    <message>
        <source>Overdue {late} d</source>
        <translation>Überfällig {late} d</translation>
    </message>
    <message>
        <source>Overridden</source>
        <translation>Übersteuert</translation>
    </message>
    <message>
        <source>Overridden by</source>
        <translation>Übersteuert von</translation>
    </message>
    <message>
        <source>Override</source>
        <translation>Übersteuern</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>Owner group</source>
        <translation>Zuständige Gruppe</translation>
    </message>
    <message>
        <source>P1 and P2</source>
        <translation>P1 und P2</translation>
    </message>
    <message>
        <source>Page again</source>
        <translation>Noch einmal alarmieren</translation>
    </message>
    <message>
        <source>Page before (Page Up)</source>
        <translation>Seite davor (Bild auf)</translation>
    </message>
    <message>
        <source>Page of the manual</source>
        <translation>Seite des Handbuchs</translation>
    </message>
    <message>
        <source>Page {count}</source>
        <translation>Seite {count}</translation>
    </message>
    <message>
        <source>Page {current} of {count}</source>
        <translation>Seite {current} von {count}</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>Seite {number} von {count}</translation>
    </message>
    <message>
        <source>paged again, for the {n}. time</source>
        <translation>zum {n}. Mal alarmiert</translation>
    </message>
    <message>
        <source>Paged again: {whom}</source>
        <translation>Noch einmal alarmiert: {whom}</translation>
    </message>
    <message>
        <source>Paged {addressee} again.</source>
        <translation>{addressee} erneut alarmiert.</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Pages of the document</source>
        <translation>Seiten des Dokuments</translation>
    </message>
    <message>
        <source>palette, do</source>
        <translation>Palette, tun</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>Übergeordnet</translation>
    </message>
    <message>
        <source>parent</source>
        <translation>übergeordnet</translation>
    </message>
    <message>
        <source>parent, duplicate</source>
        <translation>übergeordnet, Duplikat</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Part of it</source>
        <translation>Teil davon</translation>
    </message>
    <message>
        <source>Parts of setting up</source>
        <translation>Teile der Einrichtung</translation>
    </message>
    <message>
        <source>Pass phrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Pass phrase of this backup</source>
        <translation>Passphrase dieser Sicherung</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Passed on</source>
        <translation>Weitergereicht</translation>
    </message>
    <message>
        <source>Passed on to {level}</source>
        <translation>Weitergereicht an {level}</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Passwords are kept as SCRAM verifiers</source>
        <translation>Passwörter liegen als SCRAM-Prüfwerte vor</translation>
    </message>
    <message>
        <source>Passwords of others</source>
        <translation>Passwörter anderer</translation>
    </message>
    <message>
        <source>Paste a screenshot or drop files</source>
        <translation>Bildschirmfoto einfügen oder Dateien ablegen</translation>
    </message>
    <message>
        <source>Paste an address</source>
        <translation>Adresse einfügen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pause {number} begins before the incident is created.</source>
        <translation>Pause {number} beginnt, bevor der Incident angelegt ist.</translation>
    </message>
    <message>
        <source>Pause {number} begins before the one before it has ended.</source>
        <translation>Pause {number} beginnt, bevor die vorige geendet hat.</translation>
    </message>
    <message>
        <source>Pause {number} ends before it begins.</source>
        <translation>Pause {number} endet, bevor sie beginnt.</translation>
    </message>
    <message>
        <source>Pause {number} from</source>
        <translation>Pause {number} von</translation>
    </message>
    <message>
        <source>Pause {number} to</source>
        <translation>Pause {number} bis</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>Paused {shown}</source>
        <translation>Angehalten {shown}</translation>
    </message>
    <message>
        <source>Paused, {shown} left</source>
        <translation>Angehalten, noch {shown}</translation>
    </message>
    <message>
        <source>Pauses</source>
        <translation>Pausen</translation>
    </message>
    <message>
        <source>Pauses on hold</source>
        <translation>Pausen beim Warten</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>PDF of the list</source>
        <translation>PDF der Liste</translation>
    </message>
    <message>
        <source>PDF of {number}</source>
        <translation>PDF von {number}</translation>
    </message>
    <message>
        <source>pdf, paper</source>
        <translation>pdf, papier</translation>
    </message>
    <message>
        <source>Pending reasons</source>
        <translation>Gründe für Ausstehendes</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>people</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>People affected</source>
        <translation>Betroffene</translation>
    </message>
    <message>
        <source>people affected</source>
        <translation>Betroffene</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>Gefundene Personen</translation>
    </message>
    <message>
        <source>Per cent of first responses that should be in time; a line in the dashboard. 0 is no goal.</source>
        <translation>Prozent der ersten Reaktionen, die rechtzeitig sein sollen; eine Linie im Dashboard. 0 ist kein Ziel.</translation>
    </message>
    <message>
        <source>Permanent fix</source>
        <translation>Dauerhafte Behebung</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Person hours</source>
        <translation>Zeiten der Personen</translation>
    </message>
    <message>
        <source>Person of the group, if one is meant</source>
        <translation>Person der Gruppe, falls eine gemeint ist</translation>
    </message>
    <message>
        <source>pg_hba.conf demands TLS and SCRAM</source>
        <translation>pg_hba.conf verlangt TLS und SCRAM</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Phone (optional)</source>
        <translation>Telefon (optional)</translation>
    </message>
    <message>
        <source>Phone of the new person</source>
        <translation>Telefon der neuen Person</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Picture {file_name}, {size}</source>
        <translation>Bild {file_name}, {size}</translation>
    </message>
    <message>
        <source>Picture, {width} × {height} pixels</source>
        <translation>Bild, {width} × {height} Pixel</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Pictures are files of the kinds PNG, JPEG, GIF or WebP; one of these is none.</source>
        <translation>Bilder sind Dateien der Arten PNG, JPEG, GIF oder WebP; eine von diesen ist keines.</translation>
    </message>
    <message>
        <source>PIN, passcode, timeout, sign out, log off, screen lock, privacy</source>
        <translation>PIN, Kennwort, Zeitsperre, Abmelden, Anmeldung, Bildschirmsperre, Datenschutz</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Place in its history</source>
        <translation>Stelle in seinem Verlauf</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Orte</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>Planung</translation>
    </message>
    <message>
        <source>Point of the clock</source>
        <translation>Punkt der Uhr</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Richtlinien</translation>
    </message>
    <message>
        <source>Policies in their order</source>
        <translation>Richtlinien in ihrer Folge</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Port {port} does not exist: choose 1 to 65535, usually {port2}.</source>
        <translation>Den Port {port} gibt es nicht: Wählen Sie 1 bis 65535, gewöhnlich {port2}.</translation>
    </message>
    <message>
        <source>Portal</source>
        <translation>Portal</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Post-incident review</source>
        <translation>Nachbetrachtung (Post-Incident-Review)</translation>
    </message>
    <message>
        <source>postgresql, server, password</source>
        <translation>postgresql, server, passwort</translation>
    </message>
    <message>
        <source>postmortem, pir</source>
        <translation>Postmortem, PIR, Review</translation>
    </message>
    <message>
        <source>prepared transactions</source>
        <translation>vorbereitete Transaktionen</translation>
    </message>
    <message>
        <source>presence, conflicts, drafts, follow</source>
        <translation>anwesenheit, konflikte, entwürfe, folgen</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>Jetziges Passwort</translation>
    </message>
    <message>
        <source>Press one or two keys one after the other, such as Ctrl+Shift+K, or G and then K.</source>
        <translation>Drücken Sie eine oder zwei Tasten nacheinander, etwa Strg+Umschalt+K, oder G und dann K.</translation>
    </message>
    <message>
        <source>Press the keys</source>
        <translation>Drücken Sie die Tasten</translation>
    </message>
    <message>
        <source>Press the keys that you want.</source>
        <translation>Drücken Sie die gewünschten Tasten.</translation>
    </message>
    <message>
        <source>Prevent</source>
        <translation>Verhindern</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Preview on or off</source>
        <translation>Vorschau ein oder aus</translation>
    </message>
    <message>
        <source>Previous hit in this incident</source>
        <translation>Voriger Treffer in diesem Incident</translation>
    </message>
    <message>
        <source>Previous hit, newer (Ctrl Shift G)</source>
        <translation>Voriger Treffer, neuer (Strg Umschalt G)</translation>
    </message>
    <message>
        <source>Previous incident</source>
        <translation>Voriger Incident</translation>
    </message>
    <message>
        <source>Previous incident (K)</source>
        <translation>Voriger Incident (K)</translation>
    </message>
    <message>
        <source>Previous message of this incident</source>
        <translation>Vorige Nachricht dieses Incidents</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Voriger Bereich</translation>
    </message>
    <message>
        <source>Previous version</source>
        <translation>Vorige Version</translation>
    </message>
    <message>
        <source>Pri</source>
        <translation>Prio</translation>
    </message>
    <message>
        <source>Print this page, or save it as PDF…</source>
        <translation>Diese Seite drucken oder als PDF speichern…</translation>
    </message>
    <message>
        <source>Printed on post-incident reviews.</source>
        <translation>Steht auf Nachbetrachtungen.</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Drucker</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Priority by impact and urgency</source>
        <translation>Priorität nach Auswirkung und Dringlichkeit</translation>
    </message>
    <message>
        <source>Priority confirmed</source>
        <translation>Priorität bestätigt</translation>
    </message>
    <message>
        <source>Priority matrix</source>
        <translation>Prioritätsmatrix</translation>
    </message>
    <message>
        <source>Priority of impact {impact}, urgency {urgency}</source>
        <translation>Priorität von Auswirkung {impact}, Dringlichkeit {urgency}</translation>
    </message>
    <message>
        <source>Priority override</source>
        <translation>Übersteuerte Priorität</translation>
    </message>
    <message>
        <source>priority stays {priority}</source>
        <translation>die Priorität bleibt {priority}</translation>
    </message>
    <message>
        <source>Priority to raise to</source>
        <translation>Priorität, auf die erhöht wird</translation>
    </message>
    <message>
        <source>Priority {priority}</source>
        <translation>Priorität {priority}</translation>
    </message>
    <message>
        <source>Priority {priority} is not on the scale: choose 1 to {levels}.</source>
        <translation>Priorität {priority} ist nicht auf der Skala: Wählen Sie 1 bis {levels}.</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>Progress of the restore</source>
        <translation>Fortschritt der Wiederherstellung</translation>
    </message>
    <message>
        <source>Progress of {job}</source>
        <translation>Fortschritt: {job}</translation>
    </message>
    <message>
        <source>progress, backup, export, cancel</source>
        <translation>Fortschritt, Sicherung, Export, abbrechen</translation>
    </message>
    <message>
        <source>promised</source>
        <translation>zugesagt</translation>
    </message>
    <message>
        <source>promised by hand</source>
        <translation>von Hand zugesagt</translation>
    </message>
    <message>
        <source>Promised until</source>
        <translation>Zugesagt bis</translation>
    </message>
    <message>
        <source>promises nothing: give it a target for response, resolution or update</source>
        <translation>verspricht nichts: Geben Sie ihr ein Ziel für Reaktion, Lösung oder Aktualisierung</translation>
    </message>
    <message>
        <source>Promises to callers</source>
        <translation>Zusagen an Melder</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Eigenschaften</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>Vorschlagen</translation>
    </message>
    <message>
        <source>propose a major incident</source>
        <translation>als schwerwiegenden Incident vorschlagen</translation>
    </message>
    <message>
        <source>Propose as a major incident</source>
        <translation>Als schwerwiegenden Incident vorschlagen</translation>
    </message>
    <message>
        <source>Propose as a major incident…</source>
        <translation>Als schwerwiegenden Incident vorschlagen…</translation>
    </message>
    <message>
        <source>Propose major</source>
        <translation>Als schwerwiegend vorschlagen</translation>
    </message>
    <message>
        <source>Propose major…</source>
        <translation>Als schwerwiegend vorschlagen…</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Vorgeschlagen</translation>
    </message>
    <message>
        <source>proposed a major incident</source>
        <translation>als schwerwiegenden Incident vorgeschlagen</translation>
    </message>
    <message>
        <source>Proposed as a major incident</source>
        <translation>Als schwerwiegender Incident vorgeschlagen</translation>
    </message>
    <message>
        <source>proposed as a major incident</source>
        <translation>als schwerwiegender Incident vorgeschlagen</translation>
    </message>
    <message>
        <source>Proposed as a major incident {when}{by}: {short}</source>
        <translation>Als schwerwiegender Incident vorgeschlagen {when}{by}: {short}</translation>
    </message>
    <message>
        <source>Proposed as major</source>
        <translation>Als schwerwiegend vorgeschlagen</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Schutz</translation>
    </message>
    <message>
        <source>Proving {backup}…</source>
        <translation>{backup} wird geprüft…</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>Öffentlich</translation>
    </message>
    <message>
        <source>Public text</source>
        <translation>Öffentlicher Text</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>Publish the review</source>
        <translation>Nachbetrachtung veröffentlichen</translation>
    </message>
    <message>
        <source>publish, workaround, knowledge, kb</source>
        <translation>veröffentlichen, umgehungslösung, wissen, kb</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>Published articles whose day of review has come, today and not in the time above.</source>
        <translation>Veröffentlichte Artikel, deren Prüftag gekommen ist, heute und nicht im Zeitraum oben.</translation>
    </message>
    <message>
        <source>Published version</source>
        <translation>Veröffentlichte Version</translation>
    </message>
    <message>
        <source>published {review}</source>
        <translation>veröffentlichte {review}</translation>
    </message>
    <message>
        <source>Put at least one event on the timeline.</source>
        <translation>Setzen Sie mindestens ein Ereignis auf die Zeitleiste.</translation>
    </message>
    <message>
        <source>Put away (Esc)</source>
        <translation>Weglegen (Esc)</translation>
    </message>
    <message>
        <source>Put away, the draft is kept (Esc)</source>
        <translation>Weglegen, der Entwurf bleibt (Esc)</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>put it on hold</source>
        <translation>stellte ihn zurück</translation>
    </message>
    <message>
        <source>put off, later, remind</source>
        <translation>aufschieben, später, erinnern</translation>
    </message>
    <message>
        <source>Put on beside those that are there; words with spaces between them.</source>
        <translation>Kommen zu den vorhandenen hinzu; Wörter mit Leerzeichen dazwischen.</translation>
    </message>
    <message>
        <source>Put on hold</source>
        <translation>Zurückstellen</translation>
    </message>
    <message>
        <source>Put on hold, {reason}</source>
        <translation>Zurückgestellt, {reason}</translation>
    </message>
    <message>
        <source>Put on hold…</source>
        <translation>Zurückstellen…</translation>
    </message>
    <message>
        <source>puts the rows in order</source>
        <translation>ordnet die Zeilen</translation>
    </message>
    <message>
        <source>puts the rows under heads</source>
        <translation>stellt die Zeilen unter Überschriften</translation>
    </message>
    <message>
        <source>Putting {backup} in the place of the desk.</source>
        <translation>{backup} wird an die Stelle des Desks gesetzt.</translation>
    </message>
    <message>
        <source>Python {python_version}, PySide6 {pyside_version}, {platform}</source>
        <translation>Python {python_version}, PySide6 {pyside_version}, {platform}</translation>
    </message>
    <message>
        <source>P{computed_priority} by the matrix</source>
        <translation>P{computed_priority} nach der Matrix</translation>
    </message>
    <message>
        <source>P{first} to P{last}</source>
        <translation>P{first} bis P{last}</translation>
    </message>
    <message>
        <source>Question at the end of a shift</source>
        <translation>Frage am Ende einer Schicht</translation>
    </message>
    <message>
        <source>Question to the caller (they read it)</source>
        <translation>Frage an den Melder (er liest sie)</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Queue – Mainstay</source>
        <translation>Warteschlange – Mainstay</translation>
    </message>
    <message>
        <source>queue, views, query, search box, columns, sort, group</source>
        <translation>warteschlange, ansichten, abfrage, suchfeld, spalten, sortieren, gruppieren</translation>
    </message>
    <message>
        <source>quiet, silence, mute, pause, notifications</source>
        <translation>ruhe, still, stumm, pause, benachrichtigungen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Quits Mainstay</source>
        <translation>Beendet Mainstay</translation>
    </message>
    <message>
        <source>Raise level</source>
        <translation>Stufe erhöhen</translation>
    </message>
    <message>
        <source>Raise priority</source>
        <translation>Priorität erhöhen</translation>
    </message>
    <message>
        <source>raise the priority</source>
        <translation>die Priorität erhöhen</translation>
    </message>
    <message>
        <source>raise the priority by one</source>
        <translation>die Priorität um eins erhöhen</translation>
    </message>
    <message>
        <source>raise the priority to {priority}</source>
        <translation>die Priorität auf {priority} erhöhen</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>Eskaliert</translation>
    </message>
    <message>
        <source>raised the priority from {before} to {after}</source>
        <translation>die Priorität von {before} auf {after} erhöht</translation>
    </message>
    <message>
        <source>Raised {when}</source>
        <translation>Eskaliert: {when}</translation>
    </message>
    <message>
        <source>raises the priority to {priority}, which is not on the scale. Choose 1 to 9.</source>
        <translation>erhöht die Priorität auf {priority}, was nicht auf der Skala ist. Wählen Sie 1 bis 9.</translation>
    </message>
    <message>
        <source>Ran</source>
        <translation>Lief</translation>
    </message>
    <message>
        <source>Ran {length}.</source>
        <translation>Gelaufen {length}.</translation>
    </message>
    <message>
        <source>Ran {shown} = {whole}.</source>
        <translation>Gelaufen {shown} = {whole}.</translation>
    </message>
    <message>
        <source>range, period, days</source>
        <translation>zeitraum, tage</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Erreicht</translation>
    </message>
    <message>
        <source>Reached through a folder instead</source>
        <translation>Stattdessen über einen Ordner erreicht</translation>
    </message>
    <message>
        <source>Reached, not fired yet</source>
        <translation>Erreicht, noch nicht ausgelöst</translation>
    </message>
    <message>
        <source>reaches {share} %</source>
        <translation>erreicht {share} %</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Nur lesen</translation>
    </message>
    <message>
        <source>read, conversation, above</source>
        <translation>lesen, Unterhaltung, darüber</translation>
    </message>
    <message>
        <source>read, conversation, below</source>
        <translation>lesen, Unterhaltung, darunter</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Leser</translation>
    </message>
    <message>
        <source>Reader: sees what an agent sees, and changes nothing</source>
        <translation>Leser: sieht, was ein Agent sieht, und ändert nichts</translation>
    </message>
    <message>
        <source>reading pane</source>
        <translation>Lesebereich</translation>
    </message>
    <message>
        <source>Reading the articles</source>
        <translation>Artikel werden gelesen</translation>
    </message>
    <message>
        <source>Reading the escalations</source>
        <translation>Eskalationen werden gelesen</translation>
    </message>
    <message>
        <source>Reading the hand-overs</source>
        <translation>Übergaben werden gelesen</translation>
    </message>
    <message>
        <source>Reading the list…</source>
        <translation>Die Liste wird gelesen…</translation>
    </message>
    <message>
        <source>Reading the macros</source>
        <translation>Makros werden gelesen</translation>
    </message>
    <message>
        <source>Reading the problem</source>
        <translation>Das Problem wird gelesen</translation>
    </message>
    <message>
        <source>Reading the problems</source>
        <translation>Die Probleme werden gelesen</translation>
    </message>
    <message>
        <source>Reading the reviews</source>
        <translation>Nachbetrachtungen werden gelesen</translation>
    </message>
    <message>
        <source>Reading what happened</source>
        <translation>Was geschah, wird gelesen</translation>
    </message>
    <message>
        <source>Reading what waits</source>
        <translation>Wartendes wird gelesen</translation>
    </message>
    <message>
        <source>Reads everything once and names what was changed, deleted, inserted or reordered behind the desk's back. An anchor from the foot of a PDF finds a history that was rewritten as a whole. On a server it needs the owner's login.</source>
        <translation>Liest alles einmal und nennt, was am Desk vorbei geändert, gelöscht, eingefügt oder umgestellt wurde. Ein Anker vom Fuß eines PDF findet einen Verlauf, der als Ganzes neu geschrieben wurde. Auf einem Server braucht es das Login des Eigentümers.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Reason not recorded</source>
        <translation>Grund nicht vermerkt</translation>
    </message>
    <message>
        <source>Reason of pause {number}</source>
        <translation>Grund von Pause {number}</translation>
    </message>
    <message>
        <source>Reason of the override</source>
        <translation>Grund der Übersteuerung</translation>
    </message>
    <message>
        <source>Reason to cancel</source>
        <translation>Grund der Stornierung</translation>
    </message>
    <message>
        <source>Reasons to cancel</source>
        <translation>Stornierungsgründe</translation>
    </message>
    <message>
        <source>Reassign</source>
        <translation>Neu zuweisen</translation>
    </message>
    <message>
        <source>reassign, hand, give</source>
        <translation>neu zuweisen, geben, übergeben</translation>
    </message>
    <message>
        <source>Reassigned</source>
        <translation>Neu zugewiesen</translation>
    </message>
    <message>
        <source>Reassigned in the source system, to whom is not recorded</source>
        <translation>In der Quelle neu zugewiesen, an wen, ist nicht festgehalten</translation>
    </message>
    <message>
        <source>Reassigned unseen</source>
        <translation>Ungesehen neu zugewiesen</translation>
    </message>
    <message>
        <source>Reassignments</source>
        <translation>Neuzuweisungen</translation>
    </message>
    <message>
        <source>received the portal report of</source>
        <translation>erhielt die Portalmeldung von</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>record {wanted} is</source>
        <translation>Eintrag {wanted}: ist</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Aufgezeichnet</translation>
    </message>
    <message>
        <source>records {wanted} to {number} are</source>
        <translation>Einträge {wanted} bis {number}: sind</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>Behebung</translation>
    </message>
    <message>
        <source>recovery</source>
        <translation>Behebung</translation>
    </message>
    <message>
        <source>Recovery: what ended it, for now and for good</source>
        <translation>Behebung: was es beendete, vorerst und endgültig</translation>
    </message>
    <message>
        <source>redo, repeat</source>
        <translation>noch einmal</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>reject</source>
        <translation>ablehnen</translation>
    </message>
    <message>
        <source>Reject as a major incident</source>
        <translation>Als schwerwiegenden Incident ablehnen</translation>
    </message>
    <message>
        <source>Reject as a major incident…</source>
        <translation>Als schwerwiegenden Incident ablehnen…</translation>
    </message>
    <message>
        <source>reject, cancel, no</source>
        <translation>ablehnen, stornieren, nein</translation>
    </message>
    <message>
        <source>reject, not an incident</source>
        <translation>ablehnen, kein Incident</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Rejected as a major incident</source>
        <translation>Als schwerwiegender Incident abgelehnt</translation>
    </message>
    <message>
        <source>rejected as a major incident</source>
        <translation>als schwerwiegender Incident abgelehnt</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>Ablehnen…</translation>
    </message>
    <message>
        <source>Related</source>
        <translation>Verwandt</translation>
    </message>
    <message>
        <source>related</source>
        <translation>verwandt</translation>
    </message>
    <message>
        <source>related it to</source>
        <translation>verknüpfte ihn als verwandt mit</translation>
    </message>
    <message>
        <source>Related to</source>
        <translation>Verwandt mit</translation>
    </message>
    <message>
        <source>Related to {number}</source>
        <translation>Verwandt mit {number}</translation>
    </message>
    <message>
        <source>release, approve</source>
        <translation>freigeben, zustimmen</translation>
    </message>
    <message>
        <source>release, finish</source>
        <translation>freigeben, abschließen</translation>
    </message>
    <message>
        <source>reload, sync</source>
        <translation>aktualisieren, abgleichen</translation>
    </message>
    <message>
        <source>reminder</source>
        <translation>Erinnerung</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove from the desk…</source>
        <translation>Vom Desk entfernen…</translation>
    </message>
    <message>
        <source>Remove or lock out</source>
        <translation>Entfernen oder aussperren</translation>
    </message>
    <message>
        <source>Remove pause {number}</source>
        <translation>Pause {number} entfernen</translation>
    </message>
    <message>
        <source>Remove the condition on {label}</source>
        <translation>Bedingung für {label} entfernen</translation>
    </message>
    <message>
        <source>Remove the link to {number}</source>
        <translation>Verknüpfung mit {number} entfernen</translation>
    </message>
    <message>
        <source>Remove the step (Del)</source>
        <translation>Schritt entfernen (Entf)</translation>
    </message>
    <message>
        <source>Remove this row</source>
        <translation>Diese Zeile entfernen</translation>
    </message>
    <message>
        <source>Remove this step</source>
        <translation>Diesen Schritt entfernen</translation>
    </message>
    <message>
        <source>Remove this view</source>
        <translation>Diese Ansicht entfernen</translation>
    </message>
    <message>
        <source>Remove {file_name}</source>
        <translation>{file_name} entfernen</translation>
    </message>
    <message>
        <source>Remove {person} and move it</source>
        <translation>{person} entfernen und verschieben</translation>
    </message>
    <message>
        <source>Remove {term}</source>
        <translation>{term} entfernen</translation>
    </message>
    <message>
        <source>Remove {term} (shows {total})</source>
        <translation>{term} entfernen (zeigt {total})</translation>
    </message>
    <message>
        <source>Remove {title}? What they wrote stays.</source>
        <translation>{title} entfernen? Was geschrieben wurde, bleibt.</translation>
    </message>
    <message>
        <source>Remove {what}</source>
        <translation>{what} entfernen</translation>
    </message>
    <message>
        <source>Remove, and move the work to…</source>
        <translation>Entfernen und die Arbeit übergeben an…</translation>
    </message>
    <message>
        <source>remove, outdated, delete</source>
        <translation>entfernen, veraltet, löschen</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>Removed by</source>
        <translation>Entfernt von</translation>
    </message>
    <message>
        <source>removed the link to</source>
        <translation>entfernte die Verknüpfung mit</translation>
    </message>
    <message>
        <source>removed the step</source>
        <translation>entfernte den Schritt</translation>
    </message>
    <message>
        <source>Removed, so there is no way in. Put them back first.</source>
        <translation>Entfernt, also kein Weg hinein. Holen Sie die Person zuerst zurück.</translation>
    </message>
    <message>
        <source>Removed: offered nowhere, and out of every session</source>
        <translation>Entfernt: wird nirgends angeboten und ist aus jeder Sitzung</translation>
    </message>
    <message>
        <source>Removed: {step}</source>
        <translation>Entfernt: {step}</translation>
    </message>
    <message>
        <source>rename, share, notify</source>
        <translation>umbenennen, teilen, benachrichtigen</translation>
    </message>
    <message>
        <source>rename, summary</source>
        <translation>umbenennen, Zusammenfassung</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Reopen window</source>
        <translation>Wiederöffnungsfrist</translation>
    </message>
    <message>
        <source>Reopen within</source>
        <translation>Wieder öffnen binnen</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>Wieder geöffnet</translation>
    </message>
    <message>
        <source>reopened</source>
        <translation>wieder geöffnet</translation>
    </message>
    <message>
        <source>reopened after a resolution</source>
        <translation>nach einer Lösung wieder geöffnet</translation>
    </message>
    <message>
        <source>reopened it</source>
        <translation>öffnete ihn wieder</translation>
    </message>
    <message>
        <source>Reopened, {state}</source>
        <translation>Wieder geöffnet, {state}</translation>
    </message>
    <message>
        <source>Reopenings</source>
        <translation>Wiederöffnungen</translation>
    </message>
    <message>
        <source>Reopen…</source>
        <translation>Wieder öffnen…</translation>
    </message>
    <message>
        <source>Replies and notes that are written often, with what is done along with them. M, or / while writing, runs them.</source>
        <translation>Antworten und Notizen, die oft geschrieben werden, mit dem, was dazu getan wird. M, oder / beim Schreiben, führt sie aus.</translation>
    </message>
    <message>
        <source>replies “{message}”</source>
        <translation>antwortet „{message}“</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Reply to the caller</source>
        <translation>Dem Melder antworten</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Gemeldet</translation>
    </message>
    <message>
        <source>reported it</source>
        <translation>meldete es</translation>
    </message>
    <message>
        <source>reported it by e-mail</source>
        <translation>meldete es per E-Mail</translation>
    </message>
    <message>
        <source>reported it on the portal</source>
        <translation>meldete es im Portal</translation>
    </message>
    <message>
        <source>Reported {when}</source>
        <translation>Gemeldet {when}</translation>
    </message>
    <message>
        <source>reported {when}</source>
        <translation>gemeldet {when}</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>Melder</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Pflicht</translation>
    </message>
    <message>
        <source>Required steps</source>
        <translation>Pflichtschritte</translation>
    </message>
    <message>
        <source>Reset a password</source>
        <translation>Ein Passwort zurücksetzen</translation>
    </message>
    <message>
        <source>Reset the password</source>
        <translation>Passwort zurücksetzen</translation>
    </message>
    <message>
        <source>Reset the password…</source>
        <translation>Passwort zurücksetzen…</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Lösung</translation>
    </message>
    <message>
        <source>resolution</source>
        <translation>Lösung</translation>
    </message>
    <message>
        <source>Resolution code</source>
        <translation>Lösungscode</translation>
    </message>
    <message>
        <source>resolution code</source>
        <translation>Lösungscode</translation>
    </message>
    <message>
        <source>Resolution codes</source>
        <translation>Lösungscodes</translation>
    </message>
    <message>
        <source>resolution codes</source>
        <translation>Lösungscodes</translation>
    </message>
    <message>
        <source>Resolution notes</source>
        <translation>Lösungsnotiz</translation>
    </message>
    <message>
        <source>Resolution notes ({reader})</source>
        <translation>Lösungsnotiz ({reader})</translation>
    </message>
    <message>
        <source>Resolution promised for</source>
        <translation>Lösung zugesagt bis</translation>
    </message>
    <message>
        <source>Resolution target</source>
        <translation>Ziel der Lösung</translation>
    </message>
    <message>
        <source>resolution target of {length}</source>
        <translation>Lösungsziel von {length}</translation>
    </message>
    <message>
        <source>Resolutions in time, of incidents opened in this week</source>
        <translation>Rechtzeitige Lösungen bei Incidents, die in dieser Woche gemeldet wurden</translation>
    </message>
    <message>
        <source>Resolutions in time, of those that ended; by incidents opened in the stretch</source>
        <translation>Rechtzeitige Lösungen, unter den beendeten; nach Incidents, die im Zeitraum gemeldet wurden</translation>
    </message>
    <message>
        <source>Resolve</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Resolve all the same</source>
        <translation>Trotzdem lösen</translation>
    </message>
    <message>
        <source>Resolve as a similar one was…</source>
        <translation>Lösen wie ein ähnlicher…</translation>
    </message>
    <message>
        <source>Resolve now with it</source>
        <translation>Jetzt damit lösen</translation>
    </message>
    <message>
        <source>Resolve now with the workaround</source>
        <translation>Jetzt mit der Umgehungslösung lösen</translation>
    </message>
    <message>
        <source>Resolve the problem</source>
        <translation>Problem lösen</translation>
    </message>
    <message numerus="yes">
        <source>Resolve them and tell their callers…</source>
        <translation>
            <numerusform>Ihn lösen und dem Melder sagen…</numerusform>
            <numerusform>Sie lösen und den Meldern sagen…</numerusform>
        </translation>
    </message>
    <message>
        <source>Resolve with it</source>
        <translation>Damit lösen</translation>
    </message>
    <message>
        <source>Resolve with the code and the notes of {number}</source>
        <translation>Mit Code und Notiz von {number} lösen</translation>
    </message>
    <message>
        <source>Resolve with the first article</source>
        <translation>Mit dem ersten Artikel lösen</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>Gelöst</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>gelöst</translation>
    </message>
    <message>
        <source>Resolved before</source>
        <translation>Davor gelöst</translation>
    </message>
    <message>
        <source>Resolved by</source>
        <translation>Gelöst von</translation>
    </message>
    <message>
        <source>Resolved by caller</source>
        <translation>Vom Melder gelöst</translation>
    </message>
    <message>
        <source>Resolved by change</source>
        <translation>Durch Change gelöst</translation>
    </message>
    <message>
        <source>Resolved by problem</source>
        <translation>Durch Problem gelöst</translation>
    </message>
    <message>
        <source>Resolved by request</source>
        <translation>Durch Anfrage gelöst</translation>
    </message>
    <message>
        <source>Resolved in time</source>
        <translation>Rechtzeitig gelöst</translation>
    </message>
    <message>
        <source>resolved it</source>
        <translation>löste ihn</translation>
    </message>
    <message>
        <source>resolved with it</source>
        <translation>damit gelöst</translation>
    </message>
    <message>
        <source>Resolved with the knowledge article {article}</source>
        <translation>Mit dem Wissensartikel {article} gelöst</translation>
    </message>
    <message>
        <source>Resolved without an article</source>
        <translation>Ohne Artikel gelöst</translation>
    </message>
    <message>
        <source>Resolved, {code}</source>
        <translation>Gelöst, {code}</translation>
    </message>
    <message>
        <source>Resolved: {code}</source>
        <translation>Gelöst: {code}</translation>
    </message>
    <message>
        <source>Resolve…</source>
        <translation>Lösen…</translation>
    </message>
    <message>
        <source>Resolving counts as the first response</source>
        <translation>Lösen zählt als erste Reaktion</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Reaktion</translation>
    </message>
    <message>
        <source>restart, language</source>
        <translation>neu starten, Sprache</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>restore</source>
        <translation>wiederherstellen</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Eine Sicherung wiederherstellen…</translation>
    </message>
    <message>
        <source>Restore the article</source>
        <translation>Artikel wiederherstellen</translation>
    </message>
    <message>
        <source>Restore this backup</source>
        <translation>Diese Sicherung wiederherstellen</translation>
    </message>
    <message>
        <source>Restored as a draft</source>
        <translation>Als Entwurf wiederhergestellt</translation>
    </message>
    <message>
        <source>Restoring a backup</source>
        <translation>Eine Sicherung wird wiederhergestellt</translation>
    </message>
    <message>
        <source>Restricted to</source>
        <translation>Beschränkt auf</translation>
    </message>
    <message>
        <source>Restricted: open it in Mainstay</source>
        <translation>Beschränkt: in Mainstay öffnen</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Weiterarbeiten</translation>
    </message>
    <message>
        <source>Resume work</source>
        <translation>Weiterarbeiten</translation>
    </message>
    <message>
        <source>resumed</source>
        <translation>fortgesetzt</translation>
    </message>
    <message>
        <source>resumed work</source>
        <translation>arbeitete weiter</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Aufbewahrung</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>Zurückziehen</translation>
    </message>
    <message>
        <source>Retire the article</source>
        <translation>Artikel zurückziehen</translation>
    </message>
    <message>
        <source>Retire the article…</source>
        <translation>Artikel zurückziehen…</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>Zurückgezogen</translation>
    </message>
    <message>
        <source>return, escalation</source>
        <translation>zurück, Eskalation</translation>
    </message>
    <message>
        <source>Reuse</source>
        <translation>Wiederverwendung</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Nachbetrachtung</translation>
    </message>
    <message>
        <source>review due</source>
        <translation>Prüfung fällig</translation>
    </message>
    <message>
        <source>Review held</source>
        <translation>Nachbetrachtung am</translation>
    </message>
    <message>
        <source>Review is due</source>
        <translation>Prüfung fällig</translation>
    </message>
    <message>
        <source>review is due</source>
        <translation>Prüfung ist fällig</translation>
    </message>
    <message>
        <source>Review of {number}</source>
        <translation>Nachbetrachtung von {number}</translation>
    </message>
    <message>
        <source>Review was due: {day_text}. Check whether it is still true.</source>
        <translation>Die Prüfung war fällig: {day_text}. Sehen Sie nach, ob er noch stimmt.</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>Nachbetrachtungen</translation>
    </message>
    <message>
        <source>REVOKE CONNECT, TEMPORARY ON DATABASE name FROM PUBLIC, unless the database is meant for everybody.</source>
        <translation>REVOKE CONNECT, TEMPORARY ON DATABASE name FROM PUBLIC, sofern die Datenbank nicht für alle gedacht ist.</translation>
    </message>
    <message>
        <source>reworded the step</source>
        <translation>formulierte den Schritt um</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>Rights by column</source>
        <translation>Rechte je Spalte</translation>
    </message>
    <message>
        <source>Rights, policies, triggers and functions are put back as this program makes them; incidents and people are not touched. Your own login may not do this: an administrator of the server signs in here, a superuser or whoever set the desk up. The password is used this once, and kept nowhere.</source>
        <translation>Rechte, Richtlinien, Trigger und Funktionen werden so hergestellt, wie dieses Programm sie macht; Incidents und Personen werden nicht berührt. Ihr eigenes Login darf das nicht: Hier meldet sich ein Administrator des Servers an, ein Superuser oder wer den Desk eingerichtet hat. Das Passwort wird nur dieses Mal benutzt und nirgends behalten.</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risiko</translation>
    </message>
    <message>
        <source>Risk of a late resolution</source>
        <translation>Risiko einer verspäteten Lösung</translation>
    </message>
    <message>
        <source>Risks are not known yet: {resolved} of the {least} resolved incidents that are needed are there.</source>
        <translation>Risiken sind noch nicht bekannt: {resolved} der {least} nötigen gelösten Incidents sind da.</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Roles and rights</source>
        <translation>Rollen und Rechte</translation>
    </message>
    <message>
        <source>Roles belong to the whole server.</source>
        <translation>Rollen gehören zum ganzen Server.</translation>
    </message>
    <message>
        <source>roster, rota, duty, on-call, vacation, absence, leave, hand-over</source>
        <translation>Dienstplan, Schichtplan, Bereitschaft, Vertretung, Urlaub, Abwesenheit, Übergabe</translation>
    </message>
    <message>
        <source>route, suggestion</source>
        <translation>weiterleiten, vorschlag</translation>
    </message>
    <message>
        <source>Row height</source>
        <translation>Zeilenhöhe</translation>
    </message>
    <message>
        <source>row security of {table}</source>
        <translation>Zeilensicherheit von {table}</translation>
    </message>
    <message>
        <source>Rows are sorted by one or two of {names}; a minus turns the order round</source>
        <translation>Zeilen werden nach einem oder zwei davon sortiert: {names}; ein Minus kehrt die Reihenfolge um</translation>
    </message>
    <message>
        <source>Rows are sorted by two at most, each once</source>
        <translation>Zeilen werden nach höchstens zweien sortiert, nach jedem einmal</translation>
    </message>
    <message>
        <source>Rows cannot be put in that order.</source>
        <translation>In dieser Folge können Zeilen nicht stehen.</translation>
    </message>
    <message>
        <source>Rows of the file</source>
        <translation>Zeilen der Datei</translation>
    </message>
    <message>
        <source>Rows of the queue</source>
        <translation>Zeilen der Warteschlange</translation>
    </message>
    <message>
        <source>Rows of {table} refer to each other in a circle, so they cannot be moved.</source>
        <translation>Zeilen von {table} verweisen im Kreis aufeinander, also können sie nicht umgezogen werden.</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Rule is on</source>
        <translation>Regel ist an</translation>
    </message>
    <message>
        <source>Rule set by</source>
        <translation>Regel gesetzt von</translation>
    </message>
    <message>
        <source>Rule “{rule}”, because {reason}</source>
        <translation>Regel „{rule}“, Anlass: {reason}</translation>
    </message>
    <message>
        <source>Rule “{rule}”, because {reason}: {done}.</source>
        <translation>Regel „{rule}“, Anlass: {reason}. Getan: {done}.</translation>
    </message>
    <message>
        <source>Rule: {rule_name}</source>
        <translation>Regel: {rule_name}</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Run a macro</source>
        <translation>Makro ausführen</translation>
    </message>
    <message>
        <source>Run a macro…</source>
        <translation>Makro ausführen…</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Run by {newest}, last {when}</source>
        <translation>Ausgeführt von {newest}, zuletzt {when}</translation>
    </message>
    <message>
        <source>Run of rules</source>
        <translation>Regellauf</translation>
    </message>
    <message>
        <source>Run of the retention</source>
        <translation>Lauf der Aufbewahrung</translation>
    </message>
    <message>
        <source>safety copy, snapshot, recovery, archive</source>
        <translation>Backup, Datensicherung, Sicherungskopie, Wiederherstellung, Archiv</translation>
    </message>
    <message>
        <source>Said to be right</source>
        <translation>Sollte richtig sein</translation>
    </message>
    <message>
        <source>same category</source>
        <translation>gleiche Kategorie</translation>
    </message>
    <message>
        <source>same requester</source>
        <translation>gleicher Melder</translation>
    </message>
    <message>
        <source>same service</source>
        <translation>gleicher Service</translation>
    </message>
    <message>
        <source>same, merge, twice</source>
        <translation>gleich, zusammenführen, doppelt</translation>
    </message>
    <message>
        <source>same, twice, join</source>
        <translation>gleich, doppelt, verbinden</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>Sa</translation>
    </message>
    <message>
        <source>sat, saturday</source>
        <translation>sa, samstag, sonnabend</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>Samstag</translation>
    </message>
    <message>
        <source>Saturday and Sunday</source>
        <translation>Samstag und Sonntag</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save and send to review</source>
        <translation>Speichern und zur Prüfung senden</translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation>Trotzdem speichern</translation>
    </message>
    <message>
        <source>Save as a view</source>
        <translation>Als Ansicht speichern</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Als PDF speichern</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Als PDF speichern…</translation>
    </message>
    <message>
        <source>Save as template</source>
        <translation>Als Vorlage speichern</translation>
    </message>
    <message>
        <source>Save it</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save mine as the next version</source>
        <translation>Meine als nächste Version speichern</translation>
    </message>
    <message>
        <source>Save mine over it</source>
        <translation>Meine darüber speichern</translation>
    </message>
    <message>
        <source>Save now</source>
        <translation>Jetzt speichern</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>PDF speichern</translation>
    </message>
    <message>
        <source>Save the attachment</source>
        <translation>Anhang speichern</translation>
    </message>
    <message>
        <source>Save the filter as a view…</source>
        <translation>Filter als Ansicht speichern…</translation>
    </message>
    <message>
        <source>Save the hand-over as PDF…</source>
        <translation>Die Übergabe als PDF speichern…</translation>
    </message>
    <message>
        <source>Save the matrix</source>
        <translation>Matrix speichern</translation>
    </message>
    <message>
        <source>Save the review as PDF…</source>
        <translation>Nachbetrachtung als PDF speichern…</translation>
    </message>
    <message>
        <source>Save this page as PDF</source>
        <translation>Diese Seite als PDF speichern</translation>
    </message>
    <message>
        <source>Save {name}…</source>
        <translation>{name} speichern…</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Saved as template: {name}</source>
        <translation>Als Vorlage gespeichert: {name}</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>Gespeichert als {name}</translation>
    </message>
    <message>
        <source>Saved as “{new}”</source>
        <translation>Als „{new}“ gespeichert</translation>
    </message>
    <message>
        <source>Saved at the source, what changed is not recorded</source>
        <translation>In der Quelle gespeichert, was sich änderte, ist nicht festgehalten</translation>
    </message>
    <message>
        <source>Saved view {number}</source>
        <translation>Gespeicherte Ansicht {number}</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>Saved views that ask for it find what went over, too. Your own templates and macros stay as they are.</source>
        <translation>Gespeicherte Ansichten, die danach fragen, finden auch, was überging. Ihre eigenen Vorlagen und Makros bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>{name} gespeichert</translation>
    </message>
    <message>
        <source>Saved {path}</source>
        <translation>{path} gespeichert</translation>
    </message>
    <message>
        <source>Saved {when}</source>
        <translation>Gespeichert {when}</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Saving the note in {seconds} s</source>
        <translation>Notiz wird in {seconds} s gespeichert</translation>
    </message>
    <message>
        <source>Say as whom you sign in.</source>
        <translation>Sagen Sie, als wer Sie sich anmelden.</translation>
    </message>
    <message>
        <source>Say the next step of {number}.</source>
        <translation>Nennen Sie den nächsten Schritt von {number}.</translation>
    </message>
    <message>
        <source>Say until when waiting is expected.</source>
        <translation>Sagen Sie, bis wann gewartet wird.</translation>
    </message>
    <message>
        <source>Say what happened, who is affected and what is being done.</source>
        <translation>Sagen Sie, was geschehen ist, wer betroffen ist und was getan wird.</translation>
    </message>
    <message>
        <source>Say what is waited for, and for how many days: 1 to {most_days}.</source>
        <translation>Sagen Sie, worauf und wie viele Tage gewartet wird: 1 bis {most_days}.</translation>
    </message>
    <message>
        <source>Say what it does to the business: who cannot do what.</source>
        <translation>Sagen Sie, was es für den Betrieb bedeutet: wer was nicht kann.</translation>
    </message>
    <message>
        <source>Say what the database is called.</source>
        <translation>Sagen Sie, wie die Datenbank heißt.</translation>
    </message>
    <message>
        <source>Say what the incident waits for.</source>
        <translation>Sagen Sie, worauf der Incident wartet.</translation>
    </message>
    <message>
        <source>Say when the impact began.</source>
        <translation>Sagen Sie, wann die Auswirkung begann.</translation>
    </message>
    <message>
        <source>Say when the impact ended.</source>
        <translation>Sagen Sie, wann die Auswirkung endete.</translation>
    </message>
    <message>
        <source>Say where the server is: its name, or its address in the network.</source>
        <translation>Sagen Sie, wo der Server ist: sein Name oder seine Adresse im Netz.</translation>
    </message>
    <message>
        <source>Say whether the article helped without naming an incident.</source>
        <translation>Sagen Sie, ob der Artikel half, ohne einen Incident zu nennen.</translation>
    </message>
    <message>
        <source>Say who confirmed: the caller, a supervisor, or nobody in time.</source>
        <translation>Sagen Sie, wer bestätigt hat: der Melder, ein Supervisor oder niemand rechtzeitig.</translation>
    </message>
    <message>
        <source>Say why it is a major incident, for the journal.</source>
        <translation>Sagen Sie, warum es ein schwerwiegender Incident ist, für das Journal.</translation>
    </message>
    <message>
        <source>Say why it is held back; whoever lets it go later has to know.</source>
        <translation>Angeben, warum er zurückgehalten wird; wer ihn später freigibt, muss es wissen.</translation>
    </message>
    <message>
        <source>Say why it should be a major incident: who is hit, and how.</source>
        <translation>Sagen Sie, warum es ein schwerwiegender Incident sein soll: wer betroffen ist und wie.</translation>
    </message>
    <message>
        <source>Say why the article is retired.</source>
        <translation>Schreiben Sie, warum der Artikel zurückgezogen wird.</translation>
    </message>
    <message>
        <source>Say why the article is sent back.</source>
        <translation>Schreiben Sie, warum der Artikel zurückgegeben wird.</translation>
    </message>
    <message>
        <source>Say why the due date differs from the policy.</source>
        <translation>Sagen Sie, warum die Frist von der Richtlinie abweicht.</translation>
    </message>
    <message>
        <source>Say why the incident is canceled.</source>
        <translation>Schreiben Sie, warum der Incident storniert wird.</translation>
    </message>
    <message>
        <source>Say why the incident is reopened.</source>
        <translation>Schreiben Sie, warum der Incident wieder geöffnet wird.</translation>
    </message>
    <message>
        <source>Say why the priority differs from the matrix.</source>
        <translation>Sagen Sie, warum die Priorität von der Matrix abweicht.</translation>
    </message>
    <message>
        <source>Say why the problem is closed without being resolved.</source>
        <translation>Sagen Sie, warum das Problem ungelöst geschlossen wird.</translation>
    </message>
    <message>
        <source>Says nothing</source>
        <translation>Sagt nichts</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>screen reader, copy, list</source>
        <translation>vorlesen, kopieren, liste</translation>
    </message>
    <message>
        <source>Screenshot</source>
        <translation>Bildschirmfoto</translation>
    </message>
    <message>
        <source>Scroll the preview, then the next</source>
        <translation>Vorschau blättern, dann der nächste</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>Alles durchsuchen</translation>
    </message>
    <message>
        <source>Search everything: words, numbers, names, addresses</source>
        <translation>Alles durchsuchen: Wörter, Nummern, Namen, Adressen</translation>
    </message>
    <message>
        <source>Search everything…</source>
        <translation>Alles durchsuchen…</translation>
    </message>
    <message>
        <source>Search knowledge</source>
        <translation>Wissen durchsuchen</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>Suchergebnisse</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>search, find</source>
        <translation>suchen, finden</translation>
    </message>
    <message>
        <source>Seconds to acknowledge</source>
        <translation>Sekunden bis zur Bestätigung</translation>
    </message>
    <message>
        <source>Sections of the review</source>
        <translation>Abschnitte der Nachbetrachtung</translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation>Abschnitte der Einstellungen</translation>
    </message>
    <message>
        <source>See how change {change} goes</source>
        <translation>Verfolgen, wie Change {change} läuft</translation>
    </message>
    <message>
        <source>See that it is acknowledged</source>
        <translation>Dafür sorgen, dass sie bestätigt wird</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>seen, accept, escalation</source>
        <translation>gesehen, annehmen, Eskalation</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alle auswählen</translation>
    </message>
    <message>
        <source>Select all (Ctrl A)</source>
        <translation>Alle auswählen (Strg A)</translation>
    </message>
    <message>
        <source>Select an incident first</source>
        <translation>Wählen Sie zuerst einen Incident</translation>
    </message>
    <message>
        <source>Select for several</source>
        <translation>Für mehrere auswählen</translation>
    </message>
    <message>
        <source>Select this and the next</source>
        <translation>Diesen und den nächsten auswählen</translation>
    </message>
    <message>
        <source>Select this and the one before</source>
        <translation>Diesen und den vorigen auswählen</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>Ausgewählt</translation>
    </message>
    <message>
        <source>Selected: {said}</source>
        <translation>Ausgewählt: {said}</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Trotzdem senden</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>Zurückgeben</translation>
    </message>
    <message>
        <source>Send back to draft</source>
        <translation>Als Entwurf zurückgeben</translation>
    </message>
    <message>
        <source>Send back…</source>
        <translation>Zurückgeben…</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>Send the article back…</source>
        <translation>Artikel zurückgeben…</translation>
    </message>
    <message>
        <source>Send the article to review</source>
        <translation>Artikel zur Prüfung senden</translation>
    </message>
    <message>
        <source>Send the update that is due</source>
        <translation>Die fällige Aktualisierung senden</translation>
    </message>
    <message>
        <source>Send to review</source>
        <translation>Zur Prüfung senden</translation>
    </message>
    <message>
        <source>Send to {first}</source>
        <translation>An {first} senden</translation>
    </message>
    <message>
        <source>Send update</source>
        <translation>Update senden</translation>
    </message>
    <message numerus="yes">
        <source>Send update to {n} people</source>
        <translation>
            <numerusform>Update an {n} Person senden</numerusform>
            <numerusform>Update an {n} Personen senden</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending to {to} in {seconds} s</source>
        <translation>Wird in {seconds} s an {to} gesendet</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet…</translation>
    </message>
    <message>
        <source>Sent a stakeholder update</source>
        <translation>Sendete ein Stakeholder-Update</translation>
    </message>
    <message>
        <source>Sent back</source>
        <translation>Zurückgegeben</translation>
    </message>
    <message>
        <source>Sent to review</source>
        <translation>Zur Prüfung gesendet</translation>
    </message>
    <message>
        <source>sent to review</source>
        <translation>zur Prüfung gegeben</translation>
    </message>
    <message>
        <source>Sent to {caller}</source>
        <translation>An {caller} gesendet</translation>
    </message>
    <message>
        <source>Sent with the new incident; filled in for it: {known}.</source>
        <translation>Wird mit dem neuen Incident gesendet; dafür ausgefüllt: {known}.</translation>
    </message>
    <message>
        <source>sent {review} to review</source>
        <translation>sandte {review} zur Prüfung</translation>
    </message>
    <message>
        <source>Sentence</source>
        <translation>Satz</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>Sätze</translation>
    </message>
    <message>
        <source>sep, sept, september</source>
        <translation>sep, sept, september</translation>
    </message>
    <message>
        <source>separate, second, screen, apart</source>
        <translation>getrennt, zweiter, bildschirm, fenster</translation>
    </message>
    <message>
        <source>Separated by commas: 75 %, 30 m before, 1 h after, breach. Enter takes them.</source>
        <translation>Mit Komma getrennt: 75 %, 30 m vor, 1 h nach, Überschreitung. Eingabe übernimmt sie.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Server and model</source>
        <translation>Server und Modell</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>service level met</source>
        <translation>Service-Level eingehalten</translation>
    </message>
    <message>
        <source>Service level met at the source</source>
        <translation>Service-Level an der Quelle eingehalten</translation>
    </message>
    <message>
        <source>service level missed</source>
        <translation>Service-Level verfehlt</translation>
    </message>
    <message>
        <source>service level, as the source recorded it</source>
        <translation>Service-Level, wie die Quelle es festhielt</translation>
    </message>
    <message>
        <source>Service levels</source>
        <translation>Service-Level</translation>
    </message>
    <message>
        <source>Service of an article</source>
        <translation>Service eines Artikels</translation>
    </message>
    <message>
        <source>service {name}</source>
        <translation>dem Service {name}</translation>
    </message>
    <message>
        <source>Service: {service_name}</source>
        <translation>Service: {service_name}</translation>
    </message>
    <message>
        <source>ServiceNow 3x3</source>
        <translation>ServiceNow 3x3</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>services</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Gesetzt</translation>
    </message>
    <message>
        <source>Set a pass phrase…</source>
        <translation>Passphrase festlegen…</translation>
    </message>
    <message>
        <source>Set a password of your own first, or you could not come in any more.</source>
        <translation>Setzen Sie zuerst ein eigenes Passwort, sonst kämen Sie nicht mehr hinein.</translation>
    </message>
    <message>
        <source>Set another pass phrase…</source>
        <translation>Andere Passphrase festlegen…</translation>
    </message>
    <message>
        <source>Set by hand: {override_reason}</source>
        <translation>Von Hand gesetzt: {override_reason}</translation>
    </message>
    <message>
        <source>Set due date</source>
        <translation>Frist setzen</translation>
    </message>
    <message>
        <source>Set it up</source>
        <translation>Einrichten</translation>
    </message>
    <message>
        <source>Set it up as a desk for several people: in the window, or with main.py server init. Connecting to it as it is makes a desk of it that protects nobody from anybody.</source>
        <translation>Richten Sie sie als Desk für mehrere Personen ein: im Fenster oder mit main.py server init. Wird einfach verbunden, entsteht ein Desk, der niemanden vor jemandem schützt.</translation>
    </message>
    <message>
        <source>Set max_prepared_transactions = 0.</source>
        <translation>Setzen Sie max_prepared_transactions = 0.</translation>
    </message>
    <message>
        <source>Set my password</source>
        <translation>Mein Passwort setzen</translation>
    </message>
    <message>
        <source>Set of policies</source>
        <translation>Richtliniensatz</translation>
    </message>
    <message>
        <source>Set one of the two clocks by a time service (NTP).</source>
        <translation>Stellen Sie eine der beiden Uhren über einen Zeitdienst (NTP).</translation>
    </message>
    <message>
        <source>Set outside of Mainstay, by QT_SCALE_FACTOR.</source>
        <translation>Außerhalb von Mainstay mit QT_SCALE_FACTOR festgelegt.</translation>
    </message>
    <message>
        <source>Set password_encryption = 'scram-sha-256' and have the passwords that are named set anew.</source>
        <translation>Setzen Sie password_encryption = 'scram-sha-256' und lassen Sie die genannten Passwörter neu setzen.</translation>
    </message>
    <message>
        <source>Set priority</source>
        <translation>Priorität setzen</translation>
    </message>
    <message>
        <source>Set ssl_min_protocol_version = TLSv1.2.</source>
        <translation>Setzen Sie ssl_min_protocol_version = TLSv1.2.</translation>
    </message>
    <message>
        <source>Set the password</source>
        <translation>Passwort setzen</translation>
    </message>
    <message>
        <source>Set this computer's clock. Until then its timers leave the work to others, and times here look wrong.</source>
        <translation>Stellen Sie die Uhr dieses Computers. Bis dahin überlassen seine Zeitgeber die Arbeit anderen, und Zeiten sehen hier falsch aus.</translation>
    </message>
    <message>
        <source>Set this rule</source>
        <translation>Regel setzen</translation>
    </message>
    <message>
        <source>Set up this database as a desk</source>
        <translation>Diese Datenbank als Desk einrichten</translation>
    </message>
    <message>
        <source>Set working hours</source>
        <translation>Arbeitszeiten festlegen</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Setting it…</source>
        <translation>Wird gesetzt…</translation>
    </message>
    <message>
        <source>Setting up was stopped. The database is as it was before.</source>
        <translation>Das Einrichten wurde angehalten. Die Datenbank ist, wie sie vorher war.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Settings: {section}</source>
        <translation>Einstellungen: {section}</translation>
    </message>
    <message>
        <source>Several people on one PostgreSQL database, each with their own login.</source>
        <translation>Mehrere Personen an einer PostgreSQL-Datenbank, jede mit eigenem Login.</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>severity, P1, levels</source>
        <translation>Schweregrad, P1, Stufen</translation>
    </message>
    <message>
        <source>Shared computer</source>
        <translation>Gemeinsamer Computer</translation>
    </message>
    <message>
        <source>Shared with</source>
        <translation>Geteilt mit</translation>
    </message>
    <message>
        <source>Shield</source>
        <translation>Schild</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>shift</source>
        <translation>schicht</translation>
    </message>
    <message>
        <source>Shift from</source>
        <translation>Schicht ab</translation>
    </message>
    <message>
        <source>Shift of</source>
        <translation>Schicht von</translation>
    </message>
    <message>
        <source>Shift to</source>
        <translation>Schicht bis</translation>
    </message>
    <message>
        <source>shift, handover, hand over, sheet</source>
        <translation>schicht, übergabe, übergeben, blatt</translation>
    </message>
    <message>
        <source>shift, refuse</source>
        <translation>Schicht, ablehnen</translation>
    </message>
    <message>
        <source>shift, send, confirm, acknowledge</source>
        <translation>schicht, senden, bestätigen</translation>
    </message>
    <message>
        <source>Short description</source>
        <translation>Kurzbeschreibung</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Kurzname</translation>
    </message>
    <message>
        <source>Short names</source>
        <translation>Kurznamen</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Show all open</source>
        <translation>Alle offenen zeigen</translation>
    </message>
    <message>
        <source>Show all {count}</source>
        <translation>Alle {count} zeigen</translation>
    </message>
    <message>
        <source>Show all {count} ({past} in the past)</source>
        <translation>Alle {count} zeigen ({past} vergangen)</translation>
    </message>
    <message>
        <source>Show changes</source>
        <translation>Änderungen zeigen</translation>
    </message>
    <message>
        <source>Show earlier entries</source>
        <translation>Frühere Einträge zeigen</translation>
    </message>
    <message>
        <source>Show everybody's</source>
        <translation>Die aller zeigen</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>Show in the queue</source>
        <translation>In der Warteschlange zeigen</translation>
    </message>
    <message>
        <source>Show more ({left} characters left)</source>
        <translation>Mehr zeigen (noch {left} Zeichen)</translation>
    </message>
    <message>
        <source>Show resolved</source>
        <translation>Gelöste zeigen</translation>
    </message>
    <message>
        <source>Show the first</source>
        <translation>Das erste zeigen</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Passwort anzeigen</translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation>Fenster zeigen</translation>
    </message>
    <message>
        <source>Show what is not in use</source>
        <translation>Auch Ungebrauchtes zeigen</translation>
    </message>
    <message>
        <source>Show {count} more updates</source>
        <translation>{count} weitere Aktualisierungen zeigen</translation>
    </message>
    <message>
        <source>Show {label}</source>
        <translation>Zeigen: {label}</translation>
    </message>
    <message>
        <source>Show {more_rows} earlier entries</source>
        <translation>{more_rows} frühere Einträge zeigen</translation>
    </message>
    <message>
        <source>Show {name}</source>
        <translation>{name} zeigen</translation>
    </message>
    <message>
        <source>show, detail</source>
        <translation>zeigen, Einzelheiten</translation>
    </message>
    <message>
        <source>Shown this once and kept nowhere. Write it down, or sign in now and choose a password of your own.</source>
        <translation>Wird nur dieses Mal gezeigt und nirgends behalten. Schreiben Sie es auf, oder melden Sie sich jetzt an und wählen Sie ein eigenes Passwort.</translation>
    </message>
    <message>
        <source>Shown this once, and kept nowhere. Tell both lines to the person: they choose a password of their own when they first sign in, and see nothing before that.</source>
        <translation>Wird nur dieses Mal gezeigt und nirgends behalten. Sagen Sie der Person beide Zeilen: Sie wählt beim ersten Anmelden ein eigenes Passwort und sieht vorher nichts.</translation>
    </message>
    <message>
        <source>Shown to the desk, never to callers, wherever this person is written to or called.</source>
        <translation>Wird dem Desk gezeigt, nie Meldern, wo immer dieser Person geschrieben oder sie angerufen wird.</translation>
    </message>
    <message>
        <source>Shown when it answers</source>
        <translation>Zeigt sich, wenn er antwortet</translation>
    </message>
    <message>
        <source>Side bar</source>
        <translation>Seitenleiste</translation>
    </message>
    <message>
        <source>Sidebar on or off</source>
        <translation>Seitenleiste ein oder aus</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Sign in as {login}</source>
        <translation>Als {login} anmelden</translation>
    </message>
    <message>
        <source>Sign in as {person}</source>
        <translation>Als {person} anmelden</translation>
    </message>
    <message>
        <source>Sign off</source>
        <translation>Abzeichnen</translation>
    </message>
    <message>
        <source>sign off, agree</source>
        <translation>abzeichnen, zustimmen</translation>
    </message>
    <message>
        <source>sign out, leave, switch person</source>
        <translation>abmelden, verlassen, Person wechseln</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Sign-in and lock</source>
        <translation>Anmelden und Sperren</translation>
    </message>
    <message>
        <source>Sign-off</source>
        <translation>Abzeichnung</translation>
    </message>
    <message>
        <source>Sign-off of a review</source>
        <translation>Freigabe einer Nachbetrachtung</translation>
    </message>
    <message>
        <source>Sign-off {number}</source>
        <translation>Abzeichnung {number}</translation>
    </message>
    <message>
        <source>Signed in as {actor}, {role}.</source>
        <translation>Angemeldet als {actor}, {role}.</translation>
    </message>
    <message>
        <source>Signed in as {person}</source>
        <translation>Angemeldet als {person}</translation>
    </message>
    <message>
        <source>Signed {moment}</source>
        <translation>Abgezeichnet {moment}</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Anmeldung läuft…</translation>
    </message>
    <message>
        <source>Signs during review</source>
        <translation>Zeichnet während der Prüfung ab</translation>
    </message>
    <message>
        <source>Since {time}, not ended yet</source>
        <translation>Seit {time}, noch nicht beendet</translation>
    </message>
    <message>
        <source>Single letters</source>
        <translation>Einzelne Buchstaben</translation>
    </message>
    <message>
        <source>Single letters do something</source>
        <translation>Einzelne Buchstaben tun etwas</translation>
    </message>
    <message>
        <source>Siren</source>
        <translation>Sirene</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>site</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>site {name}</source>
        <translation>dem Standort {name}</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>Standorte</translation>
    </message>
    <message>
        <source>sites</source>
        <translation>Standorte</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Ausmaß</translation>
    </message>
    <message>
        <source>size</source>
        <translation>Ausmaß</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>size, font, zoom</source>
        <translation>größe, schrift, zoom</translation>
    </message>
    <message>
        <source>size, font, zoom, 100</source>
        <translation>größe, schrift, zoom, 100</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprang</translation>
    </message>
    <message>
        <source>Sla</source>
        <translation>SLA</translation>
    </message>
    <message>
        <source>SLA clocks</source>
        <translation>SLA-Uhren</translation>
    </message>
    <message>
        <source>SLA policies</source>
        <translation>SLA-Richtlinien</translation>
    </message>
    <message>
        <source>SLA policies for imported incidents</source>
        <translation>SLA-Richtlinien für importierte Incidents</translation>
    </message>
    <message>
        <source>sla policies, calendars, holidays, people, teams, priority matrix, services, categories</source>
        <translation>sla-richtlinien, kalender, feiertage, personen, teams, prioritätsmatrix, services, kategorien</translation>
    </message>
    <message>
        <source>SLA policies…</source>
        <translation>SLA-Richtlinien…</translation>
    </message>
    <message>
        <source>SLA policy</source>
        <translation>SLA-Richtlinie</translation>
    </message>
    <message>
        <source>sla, due, clock</source>
        <translation>SLA, fällig, Uhr</translation>
    </message>
    <message>
        <source>sla, due, explain, clock, working</source>
        <translation>SLA, fällig, erklären, Uhr, Rechenweg</translation>
    </message>
    <message>
        <source>sla, targets, due, breached, paused, promise</source>
        <translation>sla, ziele, fällig, verletzt, angehalten, zusage</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinere Schrift</translation>
    </message>
    <message>
        <source>snippets, text blocks, signature, replies, mail</source>
        <translation>Textbausteine, Bausteine, Signatur, Antworten, Mail, Snippets</translation>
    </message>
    <message>
        <source>Snooze until: 1 to 5 and Enter, tomorrow 9, in 2 h, fri 14:30</source>
        <translation>Ruhen lassen bis: 1 bis 5 und Enter, morgen 9, in 2 h, fr 14:30</translation>
    </message>
    <message>
        <source>Snooze until…</source>
        <translation>Ruhen lassen bis…</translation>
    </message>
    <message>
        <source>Snoozed until</source>
        <translation>Ruht bis</translation>
    </message>
    <message>
        <source>Snoozed until {when}</source>
        <translation>Ruht bis {when}</translation>
    </message>
    <message>
        <source>snoozed until {when}</source>
        <translation>ruht bis {when}</translation>
    </message>
    <message>
        <source>Snooze…</source>
        <translation>Ruhen lassen…</translation>
    </message>
    <message>
        <source>Solution provided</source>
        <translation>Lösung bereitgestellt</translation>
    </message>
    <message>
        <source>Some children were left as they are. {why}</source>
        <translation>Einige untergeordnete blieben, wie sie sind. {why}</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Jemand</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>jemand</translation>
    </message>
    <message>
        <source>Somebody changed the article since you read it. It is shown anew: look again.</source>
        <translation>Jemand hat den Artikel geändert, seit Sie ihn lasen. Er wird neu gezeigt: Sehen Sie noch einmal hin.</translation>
    </message>
    <message>
        <source>Somebody changed the review since you read it. It is shown anew: look again.</source>
        <translation>Jemand hat die Nachbetrachtung geändert, seit Sie sie lasen. Sie wird neu gezeigt: Sehen Sie noch einmal hin.</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Jemand anderes</translation>
    </message>
    <message>
        <source>Somebody else changed the same incidents at that moment. Nothing was saved; try again.</source>
        <translation>Jemand anderes hat im selben Augenblick dieselben Incidents geändert. Es wurde nichts gespeichert; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Somebody else changed {names} in the meantime. Look at both values and choose.</source>
        <translation>Jemand anderes hat inzwischen {names} geändert. Sehen Sie beide Werte an und wählen Sie.</translation>
    </message>
    <message>
        <source>Somebody else changed “{editor}” to: {shown}. What you typed is still in the field.</source>
        <translation>Jemand anderes hat „{editor}“ geändert in: {shown}. Was Sie geschrieben haben, steht noch im Feld.</translation>
    </message>
    <message>
        <source>Somebody else did it. Ask them to take it back.</source>
        <translation>Das hat jemand anderes getan. Bitten Sie sie oder ihn, es zurückzunehmen.</translation>
    </message>
    <message>
        <source>Somebody else escalated it. Ask them to take it back, or end the escalation with a note.</source>
        <translation>Jemand anderes hat eskaliert. Bitten Sie diese Person, es zurückzunehmen, oder beenden Sie die Eskalation mit einer Notiz.</translation>
    </message>
    <message>
        <source>Somebody else has written or changed something there, so it stays. Cancel it instead.</source>
        <translation>Jemand anderes hat dort schon etwas geschrieben oder geändert, also bleibt er. Stornieren Sie ihn stattdessen.</translation>
    </message>
    <message>
        <source>Somebody else leads the major incident</source>
        <translation>Jemand anderes leitet den schwerwiegenden Incident</translation>
    </message>
    <message>
        <source>somebody else leads the major incident</source>
        <translation>jemand anderes leitet den schwerwiegenden Incident</translation>
    </message>
    <message>
        <source>Somebody else removed this row in the meantime.</source>
        <translation>Jemand anderes hat diese Zeile inzwischen entfernt.</translation>
    </message>
    <message>
        <source>Somebody else takes over from you</source>
        <translation>Jemand anderes übernimmt von Ihnen</translation>
    </message>
    <message>
        <source>Somebody else wrote meanwhile. Read it, then send yours, changed or as it is.</source>
        <translation>Inzwischen hat jemand anderes geschrieben. Lesen Sie es und senden Sie dann Ihren Text, geändert oder wie er ist.</translation>
    </message>
    <message>
        <source>Somebody has to remain who can let people in. Make another administrator first.</source>
        <translation>Jemand muss bleiben, der andere hineinlassen kann. Machen Sie zuerst einen weiteren Administrator.</translation>
    </message>
    <message>
        <source>somebody is assigned</source>
        <translation>jemand ist zugewiesen</translation>
    </message>
    <message>
        <source>Somebody published another version of this calendar. Your changes are kept.</source>
        <translation>Jemand hat eine andere Version dieses Kalenders veröffentlicht. Ihre Änderungen bleiben.</translation>
    </message>
    <message>
        <source>Somebody published other policies in the meantime. Your changes are kept.</source>
        <translation>Jemand hat inzwischen andere Richtlinien veröffentlicht. Ihre Änderungen bleiben.</translation>
    </message>
    <message>
        <source>Somebody published other rules in the meantime. Your changes are kept.</source>
        <translation>Jemand hat inzwischen andere Regeln veröffentlicht. Ihre Änderungen bleiben.</translation>
    </message>
    <message>
        <source>Somebody saved a newer version meanwhile. What you typed is still here.</source>
        <translation>Jemand hat inzwischen eine neuere Version gespeichert. Was Sie geschrieben haben, ist noch hier.</translation>
    </message>
    <message>
        <source>Somebody saved another matrix meanwhile. Yours is kept here until you save or discard it.</source>
        <translation>Jemand hat inzwischen eine andere Matrix gespeichert. Ihre bleibt hier, bis Sie sie speichern oder verwerfen.</translation>
    </message>
    <message>
        <source>Somebody was faster: the offer is {answer} already.</source>
        <translation>Jemand war schneller: Das Angebot ist schon {answer}.</translation>
    </message>
    <message>
        <source>somebody who is gone</source>
        <translation>jemand, der nicht mehr da ist</translation>
    </message>
    <message>
        <source>Something between here and there may not be PostgreSQL, or is older than TLS 1.2. Check host and port.</source>
        <translation>Etwas dazwischen ist vielleicht kein PostgreSQL, oder älter als TLS 1.2. Prüfen Sie Server und Port.</translation>
    </message>
    <message>
        <source>Something changed</source>
        <translation>Etwas hat sich geändert</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>etwas anderes</translation>
    </message>
    <message>
        <source>Something has been due{since} and has not fired. {what_to_do}</source>
        <translation>Etwas ist{since} fällig und wurde nicht ausgelöst. {what_to_do}</translation>
    </message>
    <message>
        <source>something that can no longer be chosen</source>
        <translation>etwas, das nicht mehr zur Wahl steht</translation>
    </message>
    <message>
        <source>Something went wrong in Mainstay</source>
        <translation>In Mainstay ging etwas schief</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
    <message>
        <source>Sorted by</source>
        <translation>Sortiert nach</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Source number</source>
        <translation>Quellnummer</translation>
    </message>
    <message>
        <source>Source number {source_number}</source>
        <translation>Quellnummer {source_number}</translation>
    </message>
    <message>
        <source>Space ticks · − skips · Enter changes · Del removes · Alt ↑ ↓ moves</source>
        <translation>Leertaste hakt ab · − überspringt · Eingabe ändert · Entf entfernt · Alt ↑ ↓ verschiebt</translation>
    </message>
    <message>
        <source>Space ticks, minus skips, Enter changes, Delete removes, Alt with arrows moves</source>
        <translation>Leertaste hakt ab, Minus überspringt, Eingabe ändert, Entf entfernt, Alt mit Pfeilen verschiebt</translation>
    </message>
    <message>
        <source>Special day</source>
        <translation>Sondertag</translation>
    </message>
    <message>
        <source>Special days</source>
        <translation>Sondertage</translation>
    </message>
    <message>
        <source>Special handling</source>
        <translation>Besondere Behandlung</translation>
    </message>
    <message>
        <source>Special handling of {name}: {text}</source>
        <translation>Besondere Behandlung von {name}: {text}</translation>
    </message>
    <message>
        <source>Special hours</source>
        <translation>Sonderzeiten</translation>
    </message>
    <message>
        <source>split, not a duplicate</source>
        <translation>trennen, kein Duplikat</translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation>Tabellenprogramm</translation>
    </message>
    <message>
        <source>sslmode={mode} does not prove which server answers, so anybody could take its place. Use sslmode=verify-full with sslrootcert=FILE, the certificate of your office's authority.</source>
        <translation>sslmode={mode} beweist nicht, welcher Server antwortet, also könnte sich jeder an seine Stelle setzen. Nehmen Sie sslmode=verify-full mit sslrootcert=DATEI, dem Zertifikat der Stelle Ihres Büros.</translation>
    </message>
    <message>
        <source>Stakeholder update</source>
        <translation>Stakeholder-Update</translation>
    </message>
    <message>
        <source>Stakeholder update of {number}</source>
        <translation>Stakeholder-Update von {number}</translation>
    </message>
    <message numerus="yes">
        <source>Stakeholder update to {n} callers</source>
        <translation>
            <numerusform>Stakeholder-Update an {n} Melder</numerusform>
            <numerusform>Stakeholder-Update an {n} Melder</numerusform>
        </translation>
    </message>
    <message>
        <source>Stands below</source>
        <translation>Steht unter</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Stern</translation>
    </message>
    <message>
        <source>Star this view, or no longer</source>
        <translation>Dieser Ansicht einen Stern geben oder nehmen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Start from the facts</source>
        <translation>Mit den Fakten beginnen</translation>
    </message>
    <message>
        <source>Start or go on with work</source>
        <translation>Arbeit beginnen oder fortsetzen</translation>
    </message>
    <message>
        <source>Start review</source>
        <translation>Nachbetrachtung beginnen</translation>
    </message>
    <message>
        <source>Start the review</source>
        <translation>Nachbetrachtung beginnen</translation>
    </message>
    <message>
        <source>Start work</source>
        <translation>Arbeit beginnen</translation>
    </message>
    <message>
        <source>start, work</source>
        <translation>beginnen, arbeiten</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>started</source>
        <translation>begonnen</translation>
    </message>
    <message>
        <source>started work</source>
        <translation>begann die Arbeit</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>State of the workaround</source>
        <translation>Stand der Umgehungslösung</translation>
    </message>
    <message>
        <source>state, step</source>
        <translation>zustand, schritt</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Status of the selected incidents</source>
        <translation>Status der ausgewählten Incidents</translation>
    </message>
    <message>
        <source>Status: the first letter is enough</source>
        <translation>Status: Der erste Buchstabe genügt</translation>
    </message>
    <message>
        <source>Stays as it is: {what}.</source>
        <translation>Bleibt, wie es ist: {what}.</translation>
    </message>
    <message>
        <source>stays where it is, no group stands higher</source>
        <translation>bleibt, wo er ist: Keine Gruppe steht höher</translation>
    </message>
    <message>
        <source>stays where it is, the group of the rule is no longer in use</source>
        <translation>bleibt, wo er ist: Die Gruppe der Regel wird nicht mehr benutzt</translation>
    </message>
    <message>
        <source>stays with {group}</source>
        <translation>bleibt bei {group}</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Step added</source>
        <translation>Schritt hinzugefügt</translation>
    </message>
    <message>
        <source>step back</source>
        <translation>schritt zurück</translation>
    </message>
    <message>
        <source>Step brought back</source>
        <translation>Schritt zurückgeholt</translation>
    </message>
    <message>
        <source>Step changed</source>
        <translation>Schritt geändert</translation>
    </message>
    <message>
        <source>Step done</source>
        <translation>Schritt erledigt</translation>
    </message>
    <message>
        <source>Step of a checklist</source>
        <translation>Schritt einer Checkliste</translation>
    </message>
    <message>
        <source>Step of an article</source>
        <translation>Schritt eines Artikels</translation>
    </message>
    <message>
        <source>Step of an escalation</source>
        <translation>Schritt einer Eskalation</translation>
    </message>
    <message>
        <source>Step opened again</source>
        <translation>Schritt wieder geöffnet</translation>
    </message>
    <message>
        <source>Step removed</source>
        <translation>Schritt entfernt</translation>
    </message>
    <message>
        <source>Step skipped</source>
        <translation>Schritt übersprungen</translation>
    </message>
    <message>
        <source>Step taken back, {state} again</source>
        <translation>Schritt zurückgenommen, wieder {state}</translation>
    </message>
    <message>
        <source>Step to add; a slash chooses a checklist</source>
        <translation>Neuer Schritt; ein Schrägstrich wählt eine Checkliste</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Steps of the test</source>
        <translation>Schritte der Prüfung</translation>
    </message>
    <message>
        <source>Steps that are always the same. Shift D, then /, adds one to the incident that is open.</source>
        <translation>Schritte, die immer gleich sind. Umschalt D, dann /, fügt dem geöffneten Incident eine hinzu.</translation>
    </message>
    <message>
        <source>Still of {group}</source>
        <translation>Noch von {group}</translation>
    </message>
    <message numerus="yes">
        <source>Still of {group}, {n} days</source>
        <translation>
            <numerusform>Noch von {group}, {n} Tag</numerusform>
            <numerusform>Noch von {group}, {n} Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Still waits at {level}</source>
        <translation>Wartet noch bei {level}</translation>
    </message>
    <message>
        <source>still, refresh, freeze</source>
        <translation>anhalten, auffrischen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop reading the dashboard again, or go on</source>
        <translation>Überblick anhalten oder weiter auffrischen</translation>
    </message>
    <message>
        <source>Stop the test</source>
        <translation>Prüfung anhalten</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Stopped. Nothing of it is left behind.</source>
        <translation>Angehalten. Nichts davon bleibt zurück.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed</source>
        <translation>Angehalten. Nichts wurde geändert</translation>
    </message>
    <message>
        <source>Stopped. Nothing was imported</source>
        <translation>Angehalten. Nichts wurde importiert</translation>
    </message>
    <message>
        <source>Stopped. The document was not made.</source>
        <translation>Angehalten. Das Dokument wurde nicht gemacht.</translation>
    </message>
    <message>
        <source>Stopped. The index is as it was.</source>
        <translation>Abgebrochen. Der Index ist, wie er war.</translation>
    </message>
    <message>
        <source>Stopped. What came is kept.</source>
        <translation>Angehalten. Was kam, bleibt.</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Hält an</translation>
    </message>
    <message>
        <source>Stretches</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Sub-tasks</source>
        <translation>Teilaufgaben</translation>
    </message>
    <message>
        <source>Subcategories</source>
        <translation>Unterkategorien</translation>
    </message>
    <message>
        <source>Subcategory</source>
        <translation>Unterkategorie</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Einreichen</translation>
    </message>
    <message>
        <source>submit, hand in</source>
        <translation>einreichen, abgeben</translation>
    </message>
    <message>
        <source>Such as Harbour Logistics Ltd.</source>
        <translation>Etwa Hafenlogistik GmbH.</translation>
    </message>
    <message>
        <source>Such as Office hours Rotterdam</source>
        <translation>Etwa Bürozeiten Rotterdam</translation>
    </message>
    <message>
        <source>Such as Service desk.</source>
        <translation>Etwa Service-Desk.</translation>
    </message>
    <message>
        <source>Such as: Friday afternoons closed from December on</source>
        <translation>Etwa: freitagnachmittags ab Dezember geschlossen</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>Vorgeschlagen</translation>
    </message>
    <message>
        <source>Suggested article</source>
        <translation>Vorgeschlagener Artikel</translation>
    </message>
    <message>
        <source>Suggested problem</source>
        <translation>Vorgeschlagenes Problem</translation>
    </message>
    <message>
        <source>suggested, again, notes, solution</source>
        <translation>vorgeschlagen, wieder, Notizen, Lösung</translation>
    </message>
    <message>
        <source>suggestion, service, group, category, triage</source>
        <translation>Vorschlag, Service, Gruppe, Kategorie, Triage</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Suggestions could not be read. They are asked for again when the incident is.</source>
        <translation>Vorschläge konnten nicht gelesen werden. Sie werden mit dem Incident wieder abgefragt.</translation>
    </message>
    <message>
        <source>Suggestions for the filter</source>
        <translation>Vorschläge für den Filter</translation>
    </message>
    <message>
        <source>Summarise with the writing help…</source>
        <translation>Mit der Schreibhilfe zusammenfassen…</translation>
    </message>
    <message>
        <source>Summarise {number}</source>
        <translation>{number} zusammenfassen</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Summary: what it is about, in one or two sentences</source>
        <translation>Zusammenfassung: worum es geht, in ein, zwei Sätzen</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>So</translation>
    </message>
    <message>
        <source>sun, sunday</source>
        <translation>so, sonntag</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Sonntag</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>Supervisor: leads the desk</source>
        <translation>Supervisor: leitet den Desk</translation>
    </message>
    <message>
        <source>Symptom</source>
        <translation>Symptom</translation>
    </message>
    <message>
        <source>systems, applications, products</source>
        <translation>Dienste, Systeme, Anwendungen, Produkte</translation>
    </message>
    <message>
        <source>Tab next field · Esc back</source>
        <translation>Tab nächstes Feld · Esc zurück</translation>
    </message>
    <message>
        <source>Tab next field · Esc keeps the draft</source>
        <translation>Tab nächstes Feld · Esc behält den Entwurf</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message numerus="yes">
        <source>Tag {n} incidents</source>
        <translation>
            <numerusform>{n} Incident mit Schlagwort versehen</numerusform>
            <numerusform>{n} Incidents mit Schlagwort versehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Tag {tag}: show what has it</source>
        <translation>Schlagwort {tag}: zeigen, was es hat</translation>
    </message>
    <message>
        <source>Tag: type a word, or choose one</source>
        <translation>Schlagwort: Wort tippen oder wählen</translation>
    </message>
    <message>
        <source>tagged {tag}</source>
        <translation>Schlagwort {tag} gesetzt</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Tags: {tags}</source>
        <translation>Schlagwörter: {tags}</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>Schlagwörter…</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Take at least {shortest} characters; some words in a row are easy to remember.</source>
        <translation>Nehmen Sie mindestens {shortest} Zeichen; einige Wörter hintereinander merkt man sich leicht.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>take back</source>
        <translation>zurücknehmen</translation>
    </message>
    <message>
        <source>Take back to draft</source>
        <translation>Als Entwurf zurücknehmen</translation>
    </message>
    <message>
        <source>Take back {number}</source>
        <translation>{number} zurücknehmen</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Take my agreement back</source>
        <translation>Meine Zustimmung zurücknehmen</translation>
    </message>
    <message>
        <source>Take one now</source>
        <translation>Jetzt einen setzen</translation>
    </message>
    <message>
        <source>Take out of the group</source>
        <translation>Aus der Gruppe nehmen</translation>
    </message>
    <message>
        <source>Take out of use</source>
        <translation>Außer Gebrauch nehmen</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Take over now</source>
        <translation>Jetzt übernehmen</translation>
    </message>
    <message>
        <source>Take the login away</source>
        <translation>Login wegnehmen</translation>
    </message>
    <message>
        <source>Take the login away…</source>
        <translation>Login wegnehmen…</translation>
    </message>
    <message>
        <source>Take the merge back</source>
        <translation>Zusammenführung zurücknehmen</translation>
    </message>
    <message>
        <source>Take the review back to draft</source>
        <translation>Nachbetrachtung als Entwurf zurücknehmen</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Das andere nehmen</translation>
    </message>
    <message>
        <source>Take what is suggested for empty fields</source>
        <translation>Vorschläge für leere Felder übernehmen</translation>
    </message>
    <message>
        <source>Take {advice} as {name}, {confidence} sure</source>
        <translation>{advice} als {name} übernehmen, {confidence} sicher</translation>
    </message>
    <message>
        <source>Take {best} as {field}, {confidence} sure</source>
        <translation>{best} als {field} übernehmen, {confidence} sicher</translation>
    </message>
    <message>
        <source>take, mine, claim</source>
        <translation>übernehmen, meine, nehmen</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>übernommen</translation>
    </message>
    <message>
        <source>Taken away</source>
        <translation>Weggenommen</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>taken back to draft</source>
        <translation>als Entwurf zurückgenommen</translation>
    </message>
    <message>
        <source>Taken back: change of {title}</source>
        <translation>Zurückgenommen: Änderung an {title}</translation>
    </message>
    <message>
        <source>Taken back: the problem is closed</source>
        <translation>Zurückgenommen: Das Problem ist geschlossen</translation>
    </message>
    <message>
        <source>Taken back: {act}</source>
        <translation>Zurückgenommen: {act}</translation>
    </message>
    <message>
        <source>Taken back: {counted} {words}</source>
        <translation>Zurückgenommen: {counted} {words}</translation>
    </message>
    <message>
        <source>Taken back: {text}</source>
        <translation>Zurückgenommen: {text}</translation>
    </message>
    <message>
        <source>Taken back: {text}; {count} not. {sentence}</source>
        <translation>Zurückgenommen: {text}; {count} nicht. {sentence}</translation>
    </message>
    <message>
        <source>Taken back: {words}</source>
        <translation>Zurückgenommen: {words}</translation>
    </message>
    <message>
        <source>Taken back: {words}; {count} not. {refused}</source>
        <translation>Zurückgenommen: {words}; {count} nicht. {refused}</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>Übernommen von</translation>
    </message>
    <message>
        <source>taken from {number}</source>
        <translation>von {number} gelöst</translation>
    </message>
    <message>
        <source>Taken out of use</source>
        <translation>Außer Gebrauch genommen</translation>
    </message>
    <message>
        <source>Taken over by</source>
        <translation>Übernommen von</translation>
    </message>
    <message>
        <source>Taken over by {name}, {moment}</source>
        <translation>Übernommen von {name}, {moment}</translation>
    </message>
    <message>
        <source>Takes every incident that no policy above it takes.</source>
        <translation>Nimmt jeden Incident, den keine Richtlinie darüber nimmt.</translation>
    </message>
    <message>
        <source>Takes {by}, counts by {calendar} ({zone}).</source>
        <translation>Nimmt {by}, zählt nach {calendar} ({zone}).</translation>
    </message>
    <message>
        <source>Taking it back…</source>
        <translation>Wird zurückgenommen…</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>target {length}</source>
        <translation>Ziel {length}</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Targets by priority</source>
        <translation>Ziele nach Priorität</translation>
    </message>
    <message>
        <source>Targets by priority and clock</source>
        <translation>Ziele nach Priorität und Uhr</translation>
    </message>
    <message>
        <source>targets, deadlines, due times, response time, resolution time, agreements, service level</source>
        <translation>Ziele, Fristen, Fälligkeit, Reaktionszeit, Lösungszeit, Vereinbarungen, Service-Level</translation>
    </message>
    <message>
        <source>task, sub-task, todo</source>
        <translation>Aufgabe, Teilaufgabe, To-do</translation>
    </message>
    <message>
        <source>tasks, tick</source>
        <translation>Aufgaben, abhaken</translation>
    </message>
    <message>
        <source>tasks, to-dos, todo, subtasks</source>
        <translation>Aufgaben, To-dos, Teilaufgaben</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Team database</source>
        <translation>Team-Datenbank</translation>
    </message>
    <message>
        <source>team, route</source>
        <translation>Team, weiterleiten</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Teams</translation>
    </message>
    <message>
        <source>teams</source>
        <translation>Teams</translation>
    </message>
    <message>
        <source>Tell me when an incident comes into it</source>
        <translation>Melden, wenn ein Incident hineinkommt</translation>
    </message>
    <message>
        <source>Tell the caller what you need from them.</source>
        <translation>Sagen Sie dem Melder, was Sie von ihm brauchen.</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>template, new</source>
        <translation>Vorlage, neu</translation>
    </message>
    <message>
        <source>template, steps, tasks</source>
        <translation>Vorlage, Schritte, Aufgaben</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Templates of replies</source>
        <translation>Vorlagen für Antworten</translation>
    </message>
    <message>
        <source>temporary files</source>
        <translation>temporäre Dateien</translation>
    </message>
    <message>
        <source>Terms such as is:open, priority:1, team:network, assignee:me, or words</source>
        <translation>Begriffe wie is:open, priority:1, team:netzwerk, assignee:me oder Wörter</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Test of the connection</source>
        <translation>Prüfung der Verbindung</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>Verbindung prüfen</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Text in Markdown</source>
        <translation>Text in Markdown</translation>
    </message>
    <message>
        <source>Text of the article</source>
        <translation>Text des Artikels</translation>
    </message>
    <message>
        <source>Text of the article in Markdown</source>
        <translation>Text des Artikels in Markdown</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Größe des Textes</translation>
    </message>
    <message>
        <source>Text {size} %</source>
        <translation>Text {size} %</translation>
    </message>
    <message>
        <source>Text {size} %, once Mainstay is opened anew. What you typed is kept.</source>
        <translation>Text {size} %, sobald Mainstay neu geöffnet ist. Was Sie schrieben, bleibt.</translation>
    </message>
    <message>
        <source>Text {size} %, the largest</source>
        <translation>Text {size} %, die größte Größe</translation>
    </message>
    <message>
        <source>Text {size} %, the smallest</source>
        <translation>Text {size} %, die kleinste Größe</translation>
    </message>
    <message>
        <source>Text {size} %, the usual size</source>
        <translation>Text {size} %, die übliche Größe</translation>
    </message>
    <message>
        <source>Text, and everything that is measured by it, beside what the system makes larger already. Ctrl++ and Ctrl+- change it too, Ctrl+0 goes back.</source>
        <translation>Text und alles, was nach ihm bemessen ist, zusätzlich zu dem, was das System schon vergrößert. Auch Strg++ und Strg+- ändern es, Strg+0 führt zurück.</translation>
    </message>
    <message>
        <source>That is no moment before the year 2200.</source>
        <translation>Das ist kein Zeitpunkt vor dem Jahr 2200.</translation>
    </message>
    <message>
        <source>That is over already; choose a later time.</source>
        <translation>Das ist schon vorbei; wählen Sie eine spätere Zeit.</translation>
    </message>
    <message>
        <source>The anchor could not be sent to {folder}: {strerror}.</source>
        <translation>Der Anker konnte nicht nach {folder} gesendet werden: {strerror}.</translation>
    </message>
    <message>
        <source>The anchor is copied</source>
        <translation>Der Anker ist kopiert</translation>
    </message>
    <message>
        <source>The anchors in {path} cannot be read: {error}.</source>
        <translation>Die Anker in {path} können nicht gelesen werden: {error}.</translation>
    </message>
    <message>
        <source>The anchors were not sent outside. {error}</source>
        <translation>Die Anker wurden nicht nach außen gesendet. {error}</translation>
    </message>
    <message>
        <source>The article cannot be shown</source>
        <translation>Der Artikel kann nicht gezeigt werden</translation>
    </message>
    <message>
        <source>The article has no version {version}.</source>
        <translation>Der Artikel hat keine Version {version}.</translation>
    </message>
    <message>
        <source>The article is about no problem of this desk</source>
        <translation>Der Artikel handelt von keinem Problem dieses Desks</translation>
    </message>
    <message>
        <source>The article is in review, and somebody may be reading it. Send it back to draft first.</source>
        <translation>Der Artikel ist in Prüfung, und vielleicht liest ihn gerade jemand. Geben Sie ihn zuerst als Entwurf zurück.</translation>
    </message>
    <message>
        <source>The article is not made from an incident</source>
        <translation>Der Artikel stammt nicht aus einem Incident</translation>
    </message>
    <message>
        <source>The article is not published</source>
        <translation>Der Artikel ist nicht veröffentlicht</translation>
    </message>
    <message>
        <source>The article is published</source>
        <translation>Der Artikel ist veröffentlicht</translation>
    </message>
    <message>
        <source>The article is retired</source>
        <translation>Der Artikel ist zurückgezogen</translation>
    </message>
    <message>
        <source>The article is retired. Restore it first, then change it.</source>
        <translation>Der Artikel ist zurückgezogen. Stellen Sie ihn zuerst wieder her und ändern Sie ihn dann.</translation>
    </message>
    <message>
        <source>The article is still a draft</source>
        <translation>Der Artikel ist noch ein Entwurf</translation>
    </message>
    <message>
        <source>The article says nothing yet. Write its text.</source>
        <translation>Der Artikel sagt noch nichts. Schreiben Sie seinen Text.</translation>
    </message>
    <message>
        <source>The article waits to be approved</source>
        <translation>Der Artikel wartet auf Freigabe</translation>
    </message>
    <message>
        <source>The articles cannot be shown</source>
        <translation>Die Artikel können nicht gezeigt werden</translation>
    </message>
    <message>
        <source>the assignee</source>
        <translation>den Bearbeiter</translation>
    </message>
    <message>
        <source>The assignee is not a member of the assignment group. Choose a member or change the group.</source>
        <translation>Der Bearbeiter ist kein Mitglied der zuständigen Gruppe. Wählen Sie ein Mitglied oder ändern Sie die Gruppe.</translation>
    </message>
    <message>
        <source>The audit log cannot be shown</source>
        <translation>Das Audit-Protokoll kann nicht gezeigt werden</translation>
    </message>
    <message>
        <source>The audit trail cannot be shown</source>
        <translation>Der Audit-Trail kann nicht gezeigt werden</translation>
    </message>
    <message>
        <source>The audit trail has no anchor yet. Timers take the first after a minute.</source>
        <translation>Der Audit-Trail hat noch keinen Anker. Die Zeitgeber setzen den ersten nach einer Minute.</translation>
    </message>
    <message>
        <source>the authority in your file</source>
        <translation>der Stelle in Ihrer Datei</translation>
    </message>
    <message>
        <source>The backup of the day was there already.</source>
        <translation>Die Sicherung des Tages war schon da.</translation>
    </message>
    <message>
        <source>The backups cannot be shown</source>
        <translation>Die Sicherungen können nicht gezeigt werden</translation>
    </message>
    <message>
        <source>the beginning</source>
        <translation>dem Anfang</translation>
    </message>
    <message>
        <source>The beginning of the sealed backup was changed. Choose another backup.</source>
        <translation>Der Anfang der verschlüsselten Sicherung wurde verändert. Wählen Sie eine andere Sicherung.</translation>
    </message>
    <message>
        <source>The calendar in force</source>
        <translation>Der geltende Kalender</translation>
    </message>
    <message>
        <source>The calendars cannot be shown</source>
        <translation>Die Kalender können nicht gezeigt werden</translation>
    </message>
    <message>
        <source>the caller</source>
        <translation>der Melder</translation>
    </message>
    <message>
        <source>The caller accepted</source>
        <translation>Der Melder hat zugestimmt</translation>
    </message>
    <message>
        <source>the caller and the next agent read it</source>
        <translation>der Melder und der nächste Bearbeiter lesen sie</translation>
    </message>
    <message>
        <source>The caller asked for it</source>
        <translation>Der Melder hat darum gebeten</translation>
    </message>
    <message>
        <source>The caller has lived through {spoken_time}.</source>
        <translation>Der Melder hat {spoken_time} erlebt.</translation>
    </message>
    <message>
        <source>the caller is a VIP</source>
        <translation>der Melder ist VIP</translation>
    </message>
    <message>
        <source>the caller is no VIP</source>
        <translation>der Melder ist kein VIP</translation>
    </message>
    <message>
        <source>The caller of a duplicate of {number} wrote: {incident}</source>
        <translation>Der Melder eines Duplikats von {number} schrieb: {incident}</translation>
    </message>
    <message>
        <source>The caller writes</source>
        <translation>Der Melder schreibt</translation>
    </message>
    <message>
        <source>the caller wrote</source>
        <translation>der Melder hat geschrieben</translation>
    </message>
    <message>
        <source>The caller wrote: {incident}</source>
        <translation>Der Melder schrieb: {incident}</translation>
    </message>
    <message>
        <source>The caller: it is a reply</source>
        <translation>Der Melder: Es ist eine Antwort</translation>
    </message>
    <message>
        <source>The certificate belongs to another computer than {host}</source>
        <translation>Das Zertifikat gehört einem anderen Computer als {host}</translation>
    </message>
    <message>
        <source>The certificate ends soon. Tell whoever runs the server to renew it.</source>
        <translation>Das Zertifikat läuft bald ab. Sagen Sie dem Betreiber des Servers, dass er es erneuern soll.</translation>
    </message>
    <message>
        <source>The certificate has expired, or is not valid yet</source>
        <translation>Das Zertifikat ist abgelaufen oder noch nicht gültig</translation>
    </message>
    <message>
        <source>The certificate is not good: {verify_message}</source>
        <translation>Das Zertifikat ist nicht gut: {verify_message}</translation>
    </message>
    <message>
        <source>The certificate of the authority (CA) cannot be read from {path}: {strerror}. Choose it again.</source>
        <translation>Das Zertifikat der Zertifizierungsstelle (CA) kann nicht aus {path} gelesen werden: {strerror}. Wählen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The certificate of the office's own authority cannot be read. Choose it again.</source>
        <translation>Das Zertifikat der eigenen Zertifizierungsstelle ist nicht lesbar. Wählen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The certificate of {server} cannot be trusted: {why}. Where the office has its own authority, choose its certificate in the settings.</source>
        <translation>Dem Zertifikat von {server} kann nicht vertraut werden: {why}. Gibt es eine eigene Zertifizierungsstelle, wählen Sie deren Zertifikat in den Einstellungen.</translation>
    </message>
    <message>
        <source>The certificate was not signed by {by}</source>
        <translation>Das Zertifikat wurde nicht von {by} unterschrieben</translation>
    </message>
    <message>
        <source>The checklist has no name. Write what it is for.</source>
        <translation>Die Checkliste hat keinen Namen. Schreiben Sie, wofür sie ist.</translation>
    </message>
    <message>
        <source>The checklist has no steps. Write one a line.</source>
        <translation>Die Checkliste hat keine Schritte. Schreiben Sie einen je Zeile.</translation>
    </message>
    <message>
        <source>The checklist has {count} steps, {most_steps} is the limit.</source>
        <translation>Die Checkliste hat {count} Schritte, erlaubt sind {most_steps}.</translation>
    </message>
    <message>
        <source>The checklist “{name}” would stay open. Once more resolves all the same.</source>
        <translation>Die Checkliste „{name}“ bliebe offen. Noch einmal löst trotzdem.</translation>
    </message>
    <message>
        <source>The chosen group is not in use any more. Choose another one.</source>
        <translation>Die gewählte Gruppe ist nicht mehr in Gebrauch. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>The chosen {field} does not exist any more.</source>
        <translation>Was gewählt wurde, gibt es nicht mehr: {field}.</translation>
    </message>
    <message>
        <source>The chosen {field} does not exist any more. Choose somebody else.</source>
        <translation>Was gewählt wurde, gibt es nicht mehr: {field}. Wählen Sie jemand anderen.</translation>
    </message>
    <message>
        <source>The chosen {name} does not exist any more.</source>
        <translation>Was gewählt wurde, gibt es nicht mehr: {name}.</translation>
    </message>
    <message>
        <source>The chosen {shown} does not exist any more. Choose another one.</source>
        <translation>Was gewählt wurde, gibt es nicht mehr: {shown}. Wählen Sie etwas anderes.</translation>
    </message>
    <message>
        <source>The clock has not started.</source>
        <translation>Die Uhr hat nicht begonnen.</translation>
    </message>
    <message>
        <source>The clock is void: {reason}.</source>
        <translation>Die Uhr gilt nicht: {reason}.</translation>
    </message>
    <message>
        <source>the clock of the first response</source>
        <translation>die Uhr der ersten Reaktion</translation>
    </message>
    <message>
        <source>the clock of the next update</source>
        <translation>die Uhr der nächsten Aktualisierung</translation>
    </message>
    <message>
        <source>the clock of the resolution</source>
        <translation>die Uhr der Lösung</translation>
    </message>
    <message>
        <source>The clock of this desk is not behind: nothing has to be mended.</source>
        <translation>Die Uhr dieses Desks geht nicht nach: Es ist nichts zu berichtigen.</translation>
    </message>
    <message>
        <source>The clock of this desk was set back by {length}. Until it has caught up, time stands still here. If it was wrong before and is right now, an administrator runs main.py jobs clock.</source>
        <translation>Die Uhr dieses Desks wurde um {length} zurückgestellt. Bis sie aufgeholt hat, steht die Zeit hier still. War sie vorher falsch und ist jetzt richtig, führt ein Administrator main.py jobs clock aus.</translation>
    </message>
    <message>
        <source>the clock that presses most: &lt;1h, &gt;80%, paused</source>
        <translation>die drängendste Uhr: &lt;1h, &gt;80%, paused</translation>
    </message>
    <message>
        <source>The clocks of a canceled incident are void.</source>
        <translation>Die Uhren eines stornierten Incidents gelten nicht.</translation>
    </message>
    <message>
        <source>The clocks of an incident that is no longer open cannot be promised anything.</source>
        <translation>Für die Uhren eines Incidents, der nicht mehr offen ist, kann nichts zugesagt werden.</translation>
    </message>
    <message>
        <source>The clocks of {name} count from the earliest report, {when}.</source>
        <translation>Die Uhren von {name} zählen ab der frühesten Meldung, {when}.</translation>
    </message>
    <message>
        <source>The close button of the window</source>
        <translation>Die Schaltfläche zum Schließen des Fensters</translation>
    </message>
    <message>
        <source>the code it was resolved with</source>
        <translation>mit welchem Code es gelöst ist</translation>
    </message>
    <message>
        <source>The computer answers, but nothing listens at port {port}</source>
        <translation>Der Computer antwortet, aber an Port {port} hört nichts</translation>
    </message>
    <message>
        <source>The computer is off, or a firewall between here and there swallows the question. Ask for the port to be opened, or connect to the office's VPN.</source>
        <translation>Der Computer ist aus, oder eine Firewall dazwischen schluckt die Frage. Bitten Sie darum, den Port zu öffnen, oder verbinden Sie sich mit dem VPN des Büros.</translation>
    </message>
    <message>
        <source>The connection broke before the text was complete. What came is kept. Try again.</source>
        <translation>Die Verbindung brach ab, bevor der Text vollständig war. Was kam, bleibt. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The connection broke while the certificate was asked for: {words}</source>
        <translation>Die Verbindung brach ab, während nach dem Zertifikat gefragt wurde: {words}</translation>
    </message>
    <message>
        <source>The connection broke while this was being saved, so it is not known yet whether it was. Mainstay finds out as soon as the server answers, and the same sent again is not saved twice. What you typed is kept.</source>
        <translation>Die Verbindung brach ab, während dies gespeichert wurde; ob es gespeichert wurde, ist noch nicht bekannt. Mainstay findet es heraus, sobald der Server antwortet, und noch einmal Gesendetes wird nicht doppelt gespeichert. Was Sie geschrieben haben, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The connection to the server broke. What you typed is kept.</source>
        <translation>Die Verbindung zum Server ist abgebrochen. Was Sie geschrieben haben, bleibt erhalten.</translation>
    </message>
    <message>
        <source>the content is missing.</source>
        <translation>der Inhalt fehlt.</translation>
    </message>
    <message>
        <source>the content is not as it was when it was attached: its hash differs.</source>
        <translation>der Inhalt ist nicht, wie er angehängt wurde: Die Prüfsumme weicht ab.</translation>
    </message>
    <message>
        <source>The content of a file goes so long after its incident was closed or canceled. Its name and size stay in the timeline, with the day on which it was removed and whose rule that was.</source>
        <translation>Der Inhalt einer Datei wird so lange nach dem Schließen oder Stornieren ihres Incidents entfernt. Name und Größe bleiben im Verlauf, mit dem Tag und wessen Regel es war.</translation>
    </message>
    <message>
        <source>The database cannot be reached: {cause}. What you typed is kept.</source>
        <translation>Die Datenbank ist nicht erreichbar: {cause}. Was Sie geschrieben haben, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The database cannot be reached: {cause}. What you typed is kept; try again.</source>
        <translation>Die Datenbank ist nicht erreichbar: {cause}. Was Sie geschrieben haben, bleibt erhalten; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The database does not let your login do this: {reason}.</source>
        <translation>Die Datenbank erlaubt Ihrem Login das nicht: {reason}.</translation>
    </message>
    <message>
        <source>The database does not protect this desk as it should. Missing: {first}{more}.</source>
        <translation>Die Datenbank schützt diesen Desk nicht, wie sie soll. Es fehlt: {first}{more}.</translation>
    </message>
    <message>
        <source>The database file is damaged ({cause}). Stop working in it and restore a backup.</source>
        <translation>Die Datenbankdatei ist beschädigt ({cause}). Arbeiten Sie nicht weiter darin und stellen Sie eine Sicherung wieder her.</translation>
    </message>
    <message>
        <source>The database is older than this program, and your login may not upgrade it. Ask an administrator to run `main.py server init` with this version, or use the older program until then.</source>
        <translation>Die Datenbank ist älter als dieses Programm, und Ihr Login darf sie nicht aktualisieren. Bitten Sie einen Administrator, mit dieser Version `main.py server init` auszuführen, oder nehmen Sie bis dahin das ältere Programm.</translation>
    </message>
    <message>
        <source>The database itself decides what each person may see and do, as long as it is set up so.</source>
        <translation>Die Datenbank selbst entscheidet, was jeder sehen und tun darf, solange sie so eingerichtet ist.</translation>
    </message>
    <message>
        <source>The database may only be read, so nothing was saved. Check the rights of the file.</source>
        <translation>Die Datenbank kann nur gelesen werden, es wurde nichts gespeichert. Prüfen Sie die Rechte der Datei.</translation>
    </message>
    <message>
        <source>The database was put back to an older state while this program was open. Nothing was saved and what you typed is kept; start this program again.</source>
        <translation>Die Datenbank wurde auf einen älteren Stand gebracht, während dieses Programm offen war. Es wurde nichts gespeichert, und was Sie geschrieben haben, bleibt erhalten; starten Sie dieses Programm neu.</translation>
    </message>
    <message>
        <source>The database was put to rights.{undone}</source>
        <translation>Die Datenbank wurde in Ordnung gebracht.{undone}</translation>
    </message>
    <message>
        <source>The database was upgraded by a newer Mainstay while this program was open. Nothing was saved and what you typed is kept; update this program and start it again.</source>
        <translation>Die Datenbank wurde von einem neueren Mainstay aktualisiert, während dieses Programm offen war. Es wurde nichts gespeichert, und was Sie geschrieben haben, bleibt erhalten; aktualisieren Sie dieses Programm und starten Sie es neu.</translation>
    </message>
    <message>
        <source>The database was upgraded by a newer Mainstay. Update this program before you open it.</source>
        <translation>Die Datenbank wurde von einem neueren Mainstay aktualisiert. Aktualisieren Sie dieses Programm, bevor Sie sie öffnen.</translation>
    </message>
    <message>
        <source>The database {database} holds something else already ({names}). Make an empty one for the desk, or name another.</source>
        <translation>Die Datenbank {database} enthält schon etwas anderes ({names}). Legen Sie eine leere für den Desk an, oder nennen Sie eine andere.</translation>
    </message>
    <message>
        <source>The days and weeks could not be read</source>
        <translation>Die Tage und Wochen ließen sich nicht lesen</translation>
    </message>
    <message>
        <source>The days are a whole number.</source>
        <translation>Die Tage sind eine ganze Zahl.</translation>
    </message>
    <message>
        <source>the default of {key} differs</source>
        <translation>der Vorgabewert von {key} weicht ab</translation>
    </message>
    <message>
        <source>The desk</source>
        <translation>Der Desk</translation>
    </message>
    <message>
        <source>the desk</source>
        <translation>der Desk</translation>
    </message>
    <message>
        <source>the desk answered publicly</source>
        <translation>der Desk hat öffentlich geantwortet</translation>
    </message>
    <message>
        <source>The desk as it is now is kept as a backup of its own before anything is changed.</source>
        <translation>Der Desk, wie er jetzt ist, wird als eigene Sicherung behalten, bevor sich etwas ändert.</translation>
    </message>
    <message>
        <source>The desk asks who it is</source>
        <translation>Der Desk fragt, wer es ist</translation>
    </message>
    <message>
        <source>The desk chooses who works on your incident; leave that empty.</source>
        <translation>Der Desk wählt, wer Ihren Incident bearbeitet; lassen Sie das leer.</translation>
    </message>
    <message>
        <source>The desk did not take an incident that you wrote down</source>
        <translation>Der Desk nahm einen Incident nicht an, den Sie aufgeschrieben haben</translation>
    </message>
    <message>
        <source>The desk does not know yet: it has {resolved} of the {least} resolved incidents that it needs.</source>
        <translation>Der Desk weiß es noch nicht: Er hat {resolved} der {least} gelösten Incidents, die er braucht.</translation>
    </message>
    <message>
        <source>The desk has another server or model by now. Nothing was sent. Close this, and ask again.</source>
        <translation>Der Desk hat inzwischen einen anderen Server oder ein anderes Modell. Nichts wurde gesendet. Schließen Sie dies und fragen Sie noch einmal.</translation>
    </message>
    <message>
        <source>The desk is as it was in {name}.{kept}</source>
        <translation>Der Desk ist, wie er in {name} war.{kept}</translation>
    </message>
    <message>
        <source>The desk is away since {when}. {why} {can}</source>
        <translation>Der Desk ist weg seit {when}. {why} {can}</translation>
    </message>
    <message>
        <source>The desk is back</source>
        <translation>Der Desk ist wieder da</translation>
    </message>
    <message>
        <source>The desk is not open yet</source>
        <translation>Der Desk ist noch nicht geöffnet</translation>
    </message>
    <message>
        <source>The desk is not open yet.</source>
        <translation>Der Desk ist noch nicht geöffnet.</translation>
    </message>
    <message>
        <source>The desk is owned by a role that nobody logs in as</source>
        <translation>Der Desk gehört einer Rolle, als die sich niemand anmeldet</translation>
    </message>
    <message>
        <source>The desk is set up. Whom else you let in, you say under Settings, People.</source>
        <translation>Der Desk ist eingerichtet. Wen Sie noch hineinlassen, sagen Sie unter Einstellungen, Personen.</translation>
    </message>
    <message>
        <source>The desk is still being opened. Try again in a moment.</source>
        <translation>Der Desk wird noch geöffnet. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The desk learns. How far it is stands below, where it can be canceled.</source>
        <translation>Der Desk lernt. Wie weit er ist, steht unten; dort lässt es sich abbrechen.</translation>
    </message>
    <message>
        <source>The desk no longer asks</source>
        <translation>Der Desk fragt nicht mehr</translation>
    </message>
    <message>
        <source>The desk only: it is an internal note</source>
        <translation>Nur der Desk: Es ist eine interne Notiz</translation>
    </message>
    <message>
        <source>The desk to move to is not empty: it has rows in {names}. Take a new database or file, or set the server up with `main.py server init --no-person`.</source>
        <translation>Der Desk am Ziel ist nicht leer: Er hat Zeilen in {names}. Nehmen Sie eine neue Datenbank oder Datei, oder richten Sie den Server mit `main.py server init --no-person` ein.</translation>
    </message>
    <message>
        <source>The desk {path} cannot be made: {why}. Check the folder and its rights, or choose another place.</source>
        <translation>Der Desk {path} kann nicht angelegt werden: {why}. Prüfen Sie den Ordner und seine Rechte, oder wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>The disk is full, so nothing was saved. Free some space and try again; your text is kept.</source>
        <translation>Die Festplatte ist voll, es wurde nichts gespeichert. Schaffen Sie Platz und versuchen Sie es noch einmal; Ihr Text bleibt erhalten.</translation>
    </message>
    <message>
        <source>The disk of the server is full, so nothing was saved. Free some space and try again; your text is kept.</source>
        <translation>Die Festplatte des Servers ist voll, es wurde nichts gespeichert. Schaffen Sie Platz und versuchen Sie es noch einmal; Ihr Text bleibt erhalten.</translation>
    </message>
    <message>
        <source>The due date has to lie in the future. Choose a later one.</source>
        <translation>Die Frist muss in der Zukunft liegen. Wählen Sie eine spätere.</translation>
    </message>
    <message>
        <source>The due time is no moment before the year 2200.</source>
        <translation>Der Termin ist kein Zeitpunkt vor dem Jahr 2200.</translation>
    </message>
    <message>
        <source>The encoding is {name}, not UTF-8. Save the file as CSV UTF-8.</source>
        <translation>Die Kodierung ist {name}, nicht UTF-8. Speichern Sie die Datei als CSV UTF-8.</translation>
    </message>
    <message>
        <source>The encoding looks like UTF-16, not UTF-8. Save the file as CSV UTF-8.</source>
        <translation>Die Kodierung sieht nach UTF-16 aus, nicht nach UTF-8. Speichern Sie die Datei als CSV UTF-8.</translation>
    </message>
    <message>
        <source>The encrypted copy is not what was to be written, so it was thrown away. Try again.</source>
        <translation>Die verschlüsselte Kopie ist nicht das, was geschrieben werden sollte, und wurde verworfen. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The escalation rules cannot be shown</source>
        <translation>Die Eskalationsregeln können nicht gezeigt werden</translation>
    </message>
    <message>
        <source>The escalation to {addressee} was taken back</source>
        <translation>Die Eskalation an {addressee} wurde zurückgenommen</translation>
    </message>
    <message>
        <source>the escalation was acknowledged</source>
        <translation>die Eskalation wurde bestätigt</translation>
    </message>
    <message>
        <source>The escalations cannot be shown</source>
        <translation>Die Eskalationen können nicht gezeigt werden</translation>
    </message>
    <message>
        <source>The executive summary</source>
        <translation>Die Kurzfassung</translation>
    </message>
    <message>
        <source>The expected end of the wait is no moment before the year 2200.</source>
        <translation>Das erwartete Ende ist kein Zeitpunkt vor dem Jahr 2200.</translation>
    </message>
    <message>
        <source>The expected end of the wait lies in the past; choose a later time.</source>
        <translation>Das erwartete Ende liegt in der Vergangenheit; wählen Sie eine spätere Zeit.</translation>
    </message>
    <message>
        <source>The field {field} cannot be edited.</source>
        <translation>Das Feld {field} kann nicht bearbeitet werden.</translation>
    </message>
    <message>
        <source>The field {field} of a review cannot be edited.</source>
        <translation>Das Feld {field} einer Nachbetrachtung kann nicht bearbeitet werden.</translation>
    </message>
    <message>
        <source>The field “{field}” of a problem cannot be edited.</source>
        <translation>Das Feld „{field}“ eines Problems lässt sich nicht bearbeiten.</translation>
    </message>
    <message>
        <source>The figures cannot be shown</source>
        <translation>Die Zahlen können nicht gezeigt werden</translation>
    </message>
    <message>
        <source>The file cannot be read: {why}</source>
        <translation>Die Datei kann nicht gelesen werden: {why}</translation>
    </message>
    <message>
        <source>The file has more than {most} rows. Bring it in in parts.</source>
        <translation>Die Datei hat mehr als {most} Zeilen. Importieren Sie sie in Teilen.</translation>
    </message>
    <message>
        <source>The file has no column {wanted}. Its columns are: {names}{more}.</source>
        <translation>Die Datei hat keine Spalte {wanted}. Ihre Spalten sind: {names}{more}.</translation>
    </message>
    <message>
        <source>The file has no header; the first line must name the columns.</source>
        <translation>Die Datei hat keine Kopfzeile; die erste Zeile muss die Spalten nennen.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>The filter has {count} characters, {filter_limit} is the limit.</source>
        <translation>Der Filter hat {count} Zeichen, erlaubt sind {filter_limit}.</translation>
    </message>
    <message>
        <source>The first is taken about a minute after a window of the desk was opened.</source>
        <translation>Der erste wird etwa eine Minute, nachdem ein Fenster des Desks geöffnet wurde, gesetzt.</translation>
    </message>
    <message>
        <source>the first name of the caller</source>
        <translation>der Vorname des Melders</translation>
    </message>
    <message>
        <source>The first steps stay closed. All of them stand in the settings.</source>
        <translation>Die ersten Schritte bleiben geschlossen. Sie stehen alle in den Einstellungen.</translation>
    </message>
    <message>
        <source>The first that fits holds. Drag a policy, or Alt with Up and Down.</source>
        <translation>Die erste passende gilt. Ziehen Sie eine Richtlinie, oder Alt mit Auf und Ab.</translation>
    </message>
    <message>
        <source>The first {most} are selected. Narrow the filter to reach the others.</source>
        <translation>Die ersten {most} sind ausgewählt. Engen Sie den Filter ein, um die anderen zu erreichen.</translation>
    </message>
    <message>
        <source>the folder backups beside the desk</source>
        <translation>dem Ordner backups neben dem Desk</translation>
    </message>
    <message>
        <source>The folder with what you typed and did not send cannot be read: {error}. What is in it is still there when the folder is.</source>
        <translation>Der Ordner mit dem, was Sie getippt und nicht gesendet haben, kann nicht gelesen werden: {error}. Was darin liegt, ist wieder da, sobald der Ordner es ist.</translation>
    </message>
    <message>
        <source>The folder {host} on this computer</source>
        <translation>Der Ordner {host} auf diesem Computer</translation>
    </message>
    <message>
        <source>The former matrix holds again</source>
        <translation>Die vorige Matrix gilt wieder</translation>
    </message>
    <message>
        <source>The functions are this program's</source>
        <translation>Die Funktionen sind die dieses Programms</translation>
    </message>
    <message>
        <source>the group</source>
        <translation>die Gruppe</translation>
    </message>
    <message>
        <source>The group that answers for it. It is not assigned by itself.</source>
        <translation>Die Gruppe, die dafür einsteht. Sie wird nicht von selbst zugewiesen.</translation>
    </message>
    <message>
        <source>the group {name}</source>
        <translation>die Gruppe {name}</translation>
    </message>
    <message>
        <source>The groups are saved</source>
        <translation>Die Gruppen sind gespeichert</translation>
    </message>
    <message>
        <source>The groups build on one another</source>
        <translation>Die Gruppen bauen aufeinander auf</translation>
    </message>
    <message>
        <source>The hand-back by {addressee} was taken back</source>
        <translation>Die Rückgabe von {addressee} wurde zurückgenommen</translation>
    </message>
    <message>
        <source>The hand-over cannot be shown. {error}</source>
        <translation>Die Übergabe kann nicht gezeigt werden. {error}</translation>
    </message>
    <message>
        <source>The hand-overs cannot be shown</source>
        <translation>Die Übergaben können nicht angezeigt werden</translation>
    </message>
    <message>
        <source>the head</source>
        <translation>die Bereichsleitung</translation>
    </message>
    <message>
        <source>The head has no end. Close it with a line of three dashes.</source>
        <translation>Der Kopf hat kein Ende. Schließen Sie ihn mit einer Zeile aus drei Strichen.</translation>
    </message>
    <message>
        <source>The header cannot be read: {error}.</source>
        <translation>Die Kopfzeile kann nicht gelesen werden: {error}.</translation>
    </message>
    <message>
        <source>The hold ({state}) was expected to end by now.</source>
        <translation>Das Warten ({state}) sollte bis jetzt enden.</translation>
    </message>
    <message>
        <source>the hold ended</source>
        <translation>das Warten endete</translation>
    </message>
    <message>
        <source>the hold has ended</source>
        <translation>das Warten ist zu Ende</translation>
    </message>
    <message>
        <source>The hold is over</source>
        <translation>Das Warten ist vorbei</translation>
    </message>
    <message>
        <source>The holiday on {day}</source>
        <translation>Der Feiertag am {day}</translation>
    </message>
    <message>
        <source>The hours cannot be shown</source>
        <translation>Die Zeiten können nicht gezeigt werden</translation>
    </message>
    <message>
        <source>The impact cannot end before it began. Correct one of the two times.</source>
        <translation>Die Auswirkung kann nicht enden, bevor sie begann. Berichtigen Sie eine der beiden Zeiten.</translation>
    </message>
    <message>
        <source>The impact ends before it begins; correct one of the times.</source>
        <translation>Die Auswirkung endet, bevor sie beginnt; berichtigen Sie eine der Zeiten.</translation>
    </message>
    <message>
        <source>The impact lasted {duration_text}.</source>
        <translation>Die Auswirkung dauerte {duration_text}.</translation>
    </message>
    <message>
        <source>the incident</source>
        <translation>dem Incident</translation>
    </message>
    <message>
        <source>The incident already waits for this; change the reason or the time.</source>
        <translation>Der Incident wartet schon darauf; ändern Sie den Grund oder die Zeit.</translation>
    </message>
    <message>
        <source>The incident has a parent already. Remove that link first.</source>
        <translation>Der Incident gehört schon zu einem anderen. Entfernen Sie zuerst diese Verknüpfung.</translation>
    </message>
    <message>
        <source>The incident has ended</source>
        <translation>Der Incident ist beendet</translation>
    </message>
    <message>
        <source>the incident is no longer open</source>
        <translation>der Incident ist nicht mehr offen</translation>
    </message>
    <message>
        <source>The incident is not resolved yet</source>
        <translation>Der Incident ist noch nicht gelöst</translation>
    </message>
    <message>
        <source>The incident is over: a reply would reach nobody</source>
        <translation>Der Incident ist beendet: Eine Antwort würde niemanden erreichen</translation>
    </message>
    <message>
        <source>The incident is over: a reply would reach nobody.</source>
        <translation>Der Incident ist beendet: Eine Antwort würde niemanden erreichen.</translation>
    </message>
    <message>
        <source>The incident is {state} and its checklist may only be read. A supervisor can reopen it.</source>
        <translation>Der Incident ist {state}, und seine Checkliste kann nur gelesen werden. Ein Supervisor kann ihn wieder öffnen.</translation>
    </message>
    <message>
        <source>The incident is {state} and may only be read</source>
        <translation>Der Incident ist {state} und kann nur gelesen werden</translation>
    </message>
    <message>
        <source>The incident is {state} and may only be read. A supervisor can reopen it.</source>
        <translation>Der Incident ist {state} und kann nur gelesen werden. Ein Supervisor kann ihn wieder öffnen.</translation>
    </message>
    <message>
        <source>The incident is {state}. A supervisor can reopen it.</source>
        <translation>Der Incident ist {state}. Ein Supervisor kann ihn wieder öffnen.</translation>
    </message>
    <message>
        <source>The incident is {state}: a reply would reach nobody. Add a work note or reopen it.</source>
        <translation>Der Incident ist {state}: Eine Antwort würde niemanden erreichen. Schreiben Sie eine interne Notiz oder öffnen Sie ihn wieder.</translation>
    </message>
    <message>
        <source>The incident is {state}; only an open one can be escalated.</source>
        <translation>Der Incident ist {state}; nur ein offener kann eskaliert werden.</translation>
    </message>
    <message>
        <source>the incident it is a child of</source>
        <translation>der Incident, zu dem er gehört</translation>
    </message>
    <message>
        <source>The incident stays as it is</source>
        <translation>Der Incident bleibt, wie er ist</translation>
    </message>
    <message>
        <source>The incident was logged by somebody else, so you cannot withdraw it. Cancel it instead.</source>
        <translation>Der Incident wurde von jemand anderem erfasst, also können Sie ihn nicht zurückziehen. Stornieren Sie ihn stattdessen.</translation>
    </message>
    <message>
        <source>The incident was logged too long ago to be withdrawn. Cancel it instead.</source>
        <translation>Der Incident wurde vor zu langer Zeit erfasst, um zurückgezogen zu werden. Stornieren Sie ihn stattdessen.</translation>
    </message>
    <message>
        <source>The incident was not opened from a list</source>
        <translation>Der Incident wurde nicht aus einer Liste geöffnet</translation>
    </message>
    <message>
        <source>the incident was reported</source>
        <translation>der Incident wurde gemeldet</translation>
    </message>
    <message>
        <source>The incident was {state}</source>
        <translation>Der Incident ist nun: {state}</translation>
    </message>
    <message>
        <source>The incident {subject_id}</source>
        <translation>Der Incident {subject_id}</translation>
    </message>
    <message>
        <source>The incidents that were seen last; the desk is being opened</source>
        <translation>Die zuletzt gesehenen Incidents; der Desk wird geöffnet</translation>
    </message>
    <message numerus="yes">
        <source>The index was made anew from {n} texts.</source>
        <translation>
            <numerusform>Der Index wurde aus {n} Text neu angelegt.</numerusform>
            <numerusform>Der Index wurde aus {n} Texten neu angelegt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The key is forgotten</source>
        <translation>Der Schlüssel ist vergessen</translation>
    </message>
    <message>
        <source>The key is kept</source>
        <translation>Der Schlüssel ist hinterlegt</translation>
    </message>
    <message>
        <source>The key is taken</source>
        <translation>Der Schlüssel wird angenommen</translation>
    </message>
    <message>
        <source>The keyring of this computer does not keep the pass phrase, so backups that are made by themselves cannot be encrypted. By hand main.py backup --encrypt asks for it.</source>
        <translation>Der Schlüsselbund dieses Rechners bewahrt die Passphrase nicht auf, also können Sicherungen, die von selbst gemacht werden, nicht verschlüsselt werden. Von Hand fragt main.py backup --encrypt danach.</translation>
    </message>
    <message>
        <source>The language is a short code such as “en” or “de”.</source>
        <translation>Die Sprache ist ein kurzes Kürzel wie „en“ oder „de“.</translation>
    </message>
    <message>
        <source>The last {count} days</source>
        <translation>Die letzten {count} Tage</translation>
    </message>
    <message>
        <source>the lead</source>
        <translation>die Teamleitung</translation>
    </message>
    <message>
        <source>the level it is escalated to</source>
        <translation>die Stufe, auf die er eskaliert ist</translation>
    </message>
    <message>
        <source>The life of this clock: {told}</source>
        <translation>Das Leben dieser Uhr: {told}</translation>
    </message>
    <message>
        <source>The lifecycle is the program's</source>
        <translation>Der Lebenslauf ist der des Programms</translation>
    </message>
    <message>
        <source>The line: breached at the end of each day, and now</source>
        <translation>Die Linie: überschritten am Ende jedes Tages und jetzt</translation>
    </message>
    <message>
        <source>The line: due in each of the next hours</source>
        <translation>Die Linie: fällig in jeder der nächsten Stunden</translation>
    </message>
    <message>
        <source>The line: open at the end of each day, and now</source>
        <translation>Die Linie: offen am Ende jedes Tages und jetzt</translation>
    </message>
    <message>
        <source>The line: the same by day</source>
        <translation>Die Linie: dasselbe nach Tag</translation>
    </message>
    <message>
        <source>The line: the same by week</source>
        <translation>Die Linie: dasselbe nach Woche</translation>
    </message>
    <message>
        <source>The list is too narrow for columns</source>
        <translation>Die Liste ist zu schmal für Spalten</translation>
    </message>
    <message>
        <source>The login is taken away</source>
        <translation>Das Login ist weggenommen</translation>
    </message>
    <message>
        <source>The login {login} belongs to nobody at this desk, or to somebody who is no longer active. Ask an administrator to add you.</source>
        <translation>Das Login {login} gehört niemandem an diesem Desk oder jemandem, der nicht mehr aktiv ist. Bitten Sie einen Administrator, Sie aufzunehmen.</translation>
    </message>
    <message>
        <source>The macro does nothing yet. Write a text or choose what it changes.</source>
        <translation>Das Makro tut noch nichts. Schreiben Sie einen Text oder wählen Sie, was es ändert.</translation>
    </message>
    <message>
        <source>The macro has no name. Write what it is for.</source>
        <translation>Das Makro hat keinen Namen. Schreiben Sie, wofür es ist.</translation>
    </message>
    <message>
        <source>the manager</source>
        <translation>den Manager</translation>
    </message>
    <message>
        <source>The manual</source>
        <translation>Das Handbuch</translation>
    </message>
    <message>
        <source>The matrix cannot be shown</source>
        <translation>Die Matrix kann nicht gezeigt werden</translation>
    </message>
    <message>
        <source>The matrix has no cells: give one list of priority numbers for each impact.</source>
        <translation>Die Matrix hat keine Zellen: Geben Sie je Auswirkung eine Liste von Prioritätszahlen an.</translation>
    </message>
    <message>
        <source>The matrix has no {key} labels: give them as a list, the worst first.</source>
        <translation>Die Matrix hat keine Bezeichnungen für {key}: Geben Sie sie als Liste an, die schlimmste zuerst.</translation>
    </message>
    <message>
        <source>The matrix has {count} rows for {count2} impacts; give one row each.</source>
        <translation>Die Matrix hat {count} Zeilen für {count2} Auswirkungen; geben Sie je eine Zeile an.</translation>
    </message>
    <message>
        <source>The matrix has {count} {key} levels, at most {most_levels} are possible.</source>
        <translation>Die Matrix hat {count} Stufen für {key}, möglich sind höchstens {most_levels}.</translation>
    </message>
    <message>
        <source>The matrix is saved</source>
        <translation>Die Matrix ist gespeichert</translation>
    </message>
    <message>
        <source>the matrix says {priority}</source>
        <translation>die Matrix sagt {priority}</translation>
    </message>
    <message>
        <source>The members are saved</source>
        <translation>Die Mitglieder sind gespeichert</translation>
    </message>
    <message>
        <source>The merge of {source} is taken back</source>
        <translation>Das Zusammenführen von {source} ist zurückgenommen</translation>
    </message>
    <message>
        <source>The milestone {milestone} lies before {last}; correct one.</source>
        <translation>Der Meilenstein {milestone} liegt vor {last}; berichtigen Sie einen.</translation>
    </message>
    <message>
        <source>The model ended without having written anything. Try again, or use another model.</source>
        <translation>Das Modell endete, ohne etwas geschrieben zu haben. Versuchen Sie es noch einmal oder mit einem anderen Modell.</translation>
    </message>
    <message>
        <source>The name by which others see them.</source>
        <translation>Der Name, unter dem andere ihn sehen.</translation>
    </message>
    <message>
        <source>The name has {count} characters, {longest_name} are the most.</source>
        <translation>Der Name hat {count} Zeichen, höchstens {longest_name} sind erlaubt.</translation>
    </message>
    <message>
        <source>The name has {count} characters, {name_limit} is the limit.</source>
        <translation>Der Name hat {count} Zeichen, erlaubt sind {name_limit}.</translation>
    </message>
    <message>
        <source>The name of a model is at most {limit} characters long.</source>
        <translation>Der Name eines Modells ist höchstens {limit} Zeichen lang.</translation>
    </message>
    <message>
        <source>the name of the caller</source>
        <translation>der Name des Melders</translation>
    </message>
    <message>
        <source>The name of the server cannot be read.</source>
        <translation>Der Name des Servers ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The new incident</source>
        <translation>Der neue Incident</translation>
    </message>
    <message>
        <source>The new state</source>
        <translation>Der neue Status</translation>
    </message>
    <message>
        <source>The newest backup is of {made_at} UTC with {holds}{others}: main.py restore {path}</source>
        <translation>Die neueste Sicherung ist von {made_at} UTC mit {holds}{others}: main.py restore {path}</translation>
    </message>
    <message>
        <source>The newest holds. What is learned anew is tried on incidents it has not seen, and kept only where it is no worse. Going back makes an older version hold again; nothing is lost.</source>
        <translation>Die neueste gilt. Neu Gelerntes wird an Incidents erprobt, die es nicht gesehen hat, und nur behalten, wo es nicht schlechter ist. Zurückgehen lässt eine ältere Version wieder gelten; nichts geht verloren.</translation>
    </message>
    <message>
        <source>the next agent reads it</source>
        <translation>der nächste Bearbeiter liest sie</translation>
    </message>
    <message>
        <source>the next group</source>
        <translation>der nächsten Gruppe</translation>
    </message>
    <message>
        <source>the next tier</source>
        <translation>die nächste Ebene</translation>
    </message>
    <message>
        <source>The note has {count} characters, {note_limit} is the limit. Shorten it.</source>
        <translation>Die Notiz hat {count} Zeichen, erlaubt sind {note_limit}. Kürzen Sie sie.</translation>
    </message>
    <message>
        <source>The notifications cannot be shown</source>
        <translation>Die Benachrichtigungen können nicht gezeigt werden</translation>
    </message>
    <message>
        <source>The number in the system it was imported from</source>
        <translation>Die Nummer im System, aus dem er importiert wurde</translation>
    </message>
    <message>
        <source>The number of people affected must be a whole number from 0 to {most}.</source>
        <translation>Wie viele Menschen betroffen sind, ist eine ganze Zahl von 0 bis {most}.</translation>
    </message>
    <message>
        <source>the number of the incident</source>
        <translation>die Nummer des Incidents</translation>
    </message>
    <message>
        <source>The number of the problem is longer than {problem_limit} characters.</source>
        <translation>Die Nummer des Problems ist länger als {problem_limit} Zeichen.</translation>
    </message>
    <message>
        <source>The offer was answered already</source>
        <translation>Das Angebot wurde schon beantwortet</translation>
    </message>
    <message>
        <source>The open work changed meanwhile. Nothing was done: look once more at what goes where.</source>
        <translation>Die offene Arbeit hat sich inzwischen geändert. Nichts ist geschehen: Sehen Sie noch einmal nach, was wohin geht.</translation>
    </message>
    <message>
        <source>The page to {addressee} was a slip</source>
        <translation>Der Alarm an {addressee} war ein Versehen</translation>
    </message>
    <message>
        <source>The page {name} of the manual is not here: {strerror}. Install Mainstay again.</source>
        <translation>Die Seite {name} des Handbuchs ist nicht hier: {strerror}. Installieren Sie Mainstay neu.</translation>
    </message>
    <message>
        <source>The pass phrase does not open {name}. Mind capital letters and the layout of the keyboard; it is the phrase that was set when this backup was made.</source>
        <translation>Die Passphrase öffnet {name} nicht. Achten Sie auf Großbuchstaben und die Belegung der Tastatur; es ist die Passphrase, die galt, als diese Sicherung gemacht wurde.</translation>
    </message>
    <message>
        <source>The pass phrase has fewer than {least} characters. Several words that do not belong together are easy to keep in mind and hard to guess.</source>
        <translation>Die Passphrase hat weniger als {least} Zeichen. Mehrere Wörter, die nicht zusammengehören, sind leicht zu merken und schwer zu erraten.</translation>
    </message>
    <message>
        <source>The password does not fit. Type it again, or ask an administrator for a new one.</source>
        <translation>Das Passwort passt nicht. Geben Sie es noch einmal ein, oder bitten Sie einen Administrator um ein neues.</translation>
    </message>
    <message>
        <source>The password of {login} was made by an administrator. Choose one of your own before you begin.</source>
        <translation>Das Passwort von {login} hat ein Administrator gemacht. Wählen Sie ein eigenes, bevor Sie beginnen.</translation>
    </message>
    <message>
        <source>The policies cannot be shown</source>
        <translation>Die Richtlinien können nicht gezeigt werden</translation>
    </message>
    <message>
        <source>the post-incident review</source>
        <translation>die Nachbetrachtung</translation>
    </message>
    <message>
        <source>the priority changed</source>
        <translation>die Priorität änderte sich</translation>
    </message>
    <message>
        <source>The priority of an incident that is no longer open cannot be overridden.</source>
        <translation>Die Priorität eines Incidents, der nicht mehr offen ist, kann nicht übersteuert werden.</translation>
    </message>
    <message>
        <source>The priority was set by hand: {override_reason}</source>
        <translation>Die Priorität wurde von Hand gesetzt: {override_reason}</translation>
    </message>
    <message>
        <source>The problem</source>
        <translation>Das Problem</translation>
    </message>
    <message>
        <source>The problem cannot be shown</source>
        <translation>Das Problem kann nicht gezeigt werden</translation>
    </message>
    <message>
        <source>The problem has no workaround yet</source>
        <translation>Das Problem hat noch keine Umgehungslösung</translation>
    </message>
    <message>
        <source>The problem is {state}</source>
        <translation>Das Problem ist im Zustand {state}</translation>
    </message>
    <message>
        <source>the problem it belongs to</source>
        <translation>das Problem, zu dem es gehört</translation>
    </message>
    <message>
        <source>The problems cannot be shown</source>
        <translation>Die Probleme können nicht gezeigt werden</translation>
    </message>
    <message>
        <source>the program</source>
        <translation>das Programm</translation>
    </message>
    <message>
        <source>The program ended before the demo desk was made.</source>
        <translation>Das Programm endete, bevor der Demo-Desk fertig war.</translation>
    </message>
    <message>
        <source>The program ended early.</source>
        <translation>Das Programm endete vorzeitig.</translation>
    </message>
    <message>
        <source>The proposal as a major incident was taken back</source>
        <translation>Der Vorschlag als Major Incident wurde zurückgenommen</translation>
    </message>
    <message>
        <source>The review has no version {version}. Versions: {known}.</source>
        <translation>Die Nachbetrachtung hat keine Version {version}. Versionen: {known}.</translation>
    </message>
    <message>
        <source>The review is a draft already.</source>
        <translation>Die Nachbetrachtung ist bereits ein Entwurf.</translation>
    </message>
    <message>
        <source>The review is being read and signed</source>
        <translation>Die Nachbetrachtung wird gelesen und unterschrieben</translation>
    </message>
    <message>
        <source>The review is being read and signed already.</source>
        <translation>Die Nachbetrachtung wird bereits gelesen und unterschrieben.</translation>
    </message>
    <message>
        <source>The review is being read and signed. Take it back to draft to change it.</source>
        <translation>Die Nachbetrachtung wird gerade gelesen und abgezeichnet. Nehmen Sie sie als Entwurf zurück, um sie zu ändern.</translation>
    </message>
    <message>
        <source>The review is no longer a draft</source>
        <translation>Die Nachbetrachtung ist kein Entwurf mehr</translation>
    </message>
    <message>
        <source>The review is published</source>
        <translation>Die Nachbetrachtung ist veröffentlicht</translation>
    </message>
    <message>
        <source>The review is still a draft</source>
        <translation>Die Nachbetrachtung ist noch ein Entwurf</translation>
    </message>
    <message>
        <source>The reviews cannot be shown</source>
        <translation>Die Nachbetrachtungen können nicht gezeigt werden</translation>
    </message>
    <message>
        <source>The roles of the desk</source>
        <translation>Die Rollen des Desks</translation>
    </message>
    <message>
        <source>The roles of this desk begin with {known}, and they keep it.</source>
        <translation>Die Rollen dieses Desks beginnen mit {known}, und dabei bleibt es.</translation>
    </message>
    <message>
        <source>The rule “{rule}” {end}</source>
        <translation>Die Regel „{rule}“ {end}</translation>
    </message>
    <message>
        <source>The rules cannot be shown</source>
        <translation>Die Regeln können nicht gezeigt werden</translation>
    </message>
    <message>
        <source>The rules have changed since this run.</source>
        <translation>Die Regeln haben sich seit diesem Lauf geändert.</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>The same for everybody at the desk. Administrators change it.</source>
        <translation>Für alle am Desk gleich. Administratoren ändern es.</translation>
    </message>
    <message>
        <source>The same for resolutions. 0 is no goal.</source>
        <translation>Dasselbe für Lösungen. 0 ist kein Ziel.</translation>
    </message>
    <message>
        <source>The same for urgent incidents. 1 to 1440.</source>
        <translation>Dasselbe für dringende Incidents. 1 bis 1440.</translation>
    </message>
    <message>
        <source>The same once more</source>
        <translation>Dasselbe noch einmal</translation>
    </message>
    <message>
        <source>The same stands in {log}</source>
        <translation>Dasselbe steht in {log}</translation>
    </message>
    <message>
        <source>The server asks for the password in a way that could be overheard or copied</source>
        <translation>Der Server fragt das Passwort so ab, dass es belauscht oder kopiert werden könnte</translation>
    </message>
    <message>
        <source>The server cannot be proved to be the right one. What you typed is kept.</source>
        <translation>Es lässt sich nicht beweisen, dass es der richtige Server ist. Was Sie geschrieben haben, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The server could not read or write its own files. Nothing was saved; try again. Tell whoever runs it.</source>
        <translation>Der Server konnte seine eigenen Dateien nicht lesen oder schreiben. Es wurde nichts gespeichert; versuchen Sie es noch einmal. Sagen Sie es dem, der ihn betreibt.</translation>
    </message>
    <message>
        <source>The server declined to write this: its filter for contents held the answer back.</source>
        <translation>Der Server hat es abgelehnt, das zu schreiben: Sein Inhaltsfilter hat die Antwort zurückgehalten.</translation>
    </message>
    <message>
        <source>The server does not accept this person and password. If they worked before, the password may have expired.</source>
        <translation>Der Server nimmt diese Person und dieses Passwort nicht an. Wenn es früher ging, ist vielleicht das Passwort abgelaufen.</translation>
    </message>
    <message>
        <source>The server does not accept {person} with this password</source>
        <translation>Der Server nimmt {person} mit diesem Passwort nicht an</translation>
    </message>
    <message>
        <source>The server does not answer as one that helps to write: {why}. Check the address; it often ends with /v1.</source>
        <translation>Der Server antwortet nicht wie einer, der beim Schreiben hilft: {why}. Prüfen Sie die Adresse; sie endet oft mit /v1.</translation>
    </message>
    <message>
        <source>The server does not answer. What you typed is kept.</source>
        <translation>Der Server antwortet nicht. Was Sie geschrieben haben, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The server does not know the role {role} yet. Run `main.py server init` once as an administrator of the server, then try again.</source>
        <translation>Der Server kennt diese Rolle noch nicht: {role}. Führen Sie einmal `main.py server init` als Administrator des Servers aus, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The server does not speak TLS</source>
        <translation>Der Server spricht kein TLS</translation>
    </message>
    <message>
        <source>the server does not speak TLS (ssl = off)</source>
        <translation>der Server spricht kein TLS (ssl = off)</translation>
    </message>
    <message>
        <source>The server ended with an error: “{said}”. What came is kept.</source>
        <translation>Der Server endete mit einem Fehler: „{said}“. Was kam, bleibt.</translation>
    </message>
    <message>
        <source>The server has no free place for another connection</source>
        <translation>Der Server hat keinen Platz für eine weitere Verbindung</translation>
    </message>
    <message>
        <source>The server has no free place for another connection. What you typed is kept. Try again in a moment.</source>
        <translation>Der Server hat keinen Platz für eine weitere Verbindung. Was Sie geschrieben haben, bleibt erhalten. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The server has roles that begin with {prefix}_ already, and they belong to something else. Choose another beginning with --prefix.</source>
        <translation>Der Server hat schon Rollen, die mit {prefix}_ beginnen, und sie gehören zu etwas anderem. Wählen Sie mit --prefix einen anderen Anfang.</translation>
    </message>
    <message>
        <source>The server has run out of memory or room. Nothing was saved; try again.</source>
        <translation>Dem Server fehlt Speicher oder Platz. Es wurde nichts gespeichert; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The server has sent nothing for {seconds} s. What came is kept. Try again.</source>
        <translation>Der Server hat {seconds} s lang nichts gesendet. Was kam, bleibt. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The server is away, and this needs it. Write the call down, and answer it afterwards.</source>
        <translation>Der Server ist nicht erreichbar und wird dafür gebraucht. Schreiben Sie den Anruf auf und beantworten Sie ihn danach.</translation>
    </message>
    <message>
        <source>The server is being stopped or restarted. What you typed is kept.</source>
        <translation>Der Server wird angehalten oder neu gestartet. Was Sie geschrieben haben, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The server is starting or being stopped. What you typed is kept.</source>
        <translation>Der Server startet oder wird angehalten. Was Sie geschrieben haben, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The server lets nobody in from this computer as {person}, or not in this way</source>
        <translation>Der Server lässt von diesem Computer niemanden als {person} hinein, oder nicht auf diese Weise</translation>
    </message>
    <message>
        <source>The server only reads at the moment</source>
        <translation>Der Server liest zurzeit nur</translation>
    </message>
    <message>
        <source>The server proves who it is</source>
        <translation>Der Server beweist, wer er ist</translation>
    </message>
    <message>
        <source>The server reports damage in its own files. Nothing was saved; try again. Tell whoever runs it.</source>
        <translation>Der Server meldet Schäden in seinen eigenen Dateien. Es wurde nichts gespeichert; versuchen Sie es noch einmal. Sagen Sie es dem, der ihn betreibt.</translation>
    </message>
    <message>
        <source>the server still speaks {oldest}</source>
        <translation>der Server spricht noch {oldest}</translation>
    </message>
    <message>
        <source>The server takes no changes at the moment: it is a stand-by or was set to reading only. You can read on; nothing was saved. Ask whoever runs the server.</source>
        <translation>Der Server nimmt zurzeit keine Änderungen an: Er ist ein Ersatz oder auf Lesen gestellt. Sie können weiterlesen; gespeichert wurde nichts. Fragen Sie, wer den Server betreibt.</translation>
    </message>
    <message>
        <source>The server took the text and has not begun to answer for {seconds} s. It may be busy.</source>
        <translation>Der Server nahm den Text an und hat {seconds} s lang nicht begonnen zu antworten. Vielleicht ist er beschäftigt.</translation>
    </message>
    <message>
        <source>The server took too long over this and was told to stop. Nothing was saved; try again.</source>
        <translation>Der Server brauchte zu lange und wurde angehalten. Es wurde nichts gespeichert; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The settings file {path} cannot be read: {error}. Mend the line or delete the file.</source>
        <translation>Die Einstellungsdatei {path} kann nicht gelesen werden: {error}. Berichtigen Sie die Zeile oder löschen Sie die Datei.</translation>
    </message>
    <message>
        <source>The settings of the search cannot be shown</source>
        <translation>Die Einstellungen der Suche können nicht gezeigt werden</translation>
    </message>
    <message>
        <source>The shift is taken over in {seconds} s</source>
        <translation>Die Schicht wird in {seconds} s übernommen</translation>
    </message>
    <message>
        <source>The shift of {group} ended and nobody has it: offered to {other}.</source>
        <translation>Die Schicht von {group} endete, und niemand hat ihn: {other} angeboten.</translation>
    </message>
    <message numerus="yes">
        <source>The shift of {group} ended: {n} incidents without an assignee are offered to you</source>
        <translation>
            <numerusform>Die Schicht von {group} endete: Ihnen wird {n} Incident ohne Bearbeiter angeboten</numerusform>
            <numerusform>Die Schicht von {group} endete: Ihnen werden {n} Incidents ohne Bearbeiter angeboten</numerusform>
        </translation>
    </message>
    <message>
        <source>The short description has {count} characters, {title_limit} is the limit.</source>
        <translation>Die Kurzbeschreibung hat {count} Zeichen, erlaubt sind {title_limit}.</translation>
    </message>
    <message>
        <source>The short description has {count} characters, {title_limit} is the limit. Move the rest to the details.</source>
        <translation>Die Kurzbeschreibung hat {count} Zeichen, erlaubt sind {title_limit}. Verschieben Sie den Rest in die Einzelheiten.</translation>
    </message>
    <message>
        <source>The short description is empty. Write in one line what does not work.</source>
        <translation>Die Kurzbeschreibung ist leer. Schreiben Sie in einer Zeile, was nicht geht.</translation>
    </message>
    <message>
        <source>The short name is one word of at most {short_limit} characters.</source>
        <translation>Der Kurzname ist ein Wort mit höchstens {short_limit} Zeichen.</translation>
    </message>
    <message>
        <source>The special day {day}</source>
        <translation>Der Sondertag {day}</translation>
    </message>
    <message>
        <source>The step has no text. Write what is to be done.</source>
        <translation>Der Schritt hat keinen Text. Schreiben Sie, was zu tun ist.</translation>
    </message>
    <message>
        <source>The step has {count} characters, {text_limit} is the limit.</source>
        <translation>Der Schritt hat {count} Zeichen, erlaubt sind {text_limit}.</translation>
    </message>
    <message>
        <source>The step was taken by somebody else, so you cannot take it back.</source>
        <translation>Den Schritt hat jemand anderes gemacht, also können Sie ihn nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>The step was taken too long ago to be taken back. Take the step that leads on from here.</source>
        <translation>Der Schritt ist zu lange her, um zurückgenommen zu werden. Machen Sie den Schritt, der von hier weiterführt.</translation>
    </message>
    <message>
        <source>The steps that were left were not taken: {why}</source>
        <translation>Die übrigen Schritte unterblieben: {why}</translation>
    </message>
    <message>
        <source>The subcategory belongs to another category. Choose one of this category.</source>
        <translation>Die Unterkategorie gehört zu einer anderen Kategorie. Wählen Sie eine aus dieser.</translation>
    </message>
    <message>
        <source>The summary has {count} characters, {summary_limit} is the limit. Move the rest to the text.</source>
        <translation>Die Zusammenfassung hat {count} Zeichen, erlaubt sind {summary_limit}. Verschieben Sie den Rest in den Text.</translation>
    </message>
    <message>
        <source>The summary is drafted. Read it before it goes to review.</source>
        <translation>Die Zusammenfassung ist entworfen. Lesen Sie sie, bevor sie zur Prüfung geht.</translation>
    </message>
    <message>
        <source>the synced folder {synced}</source>
        <translation>dem abgeglichenen Ordner {synced}</translation>
    </message>
    <message>
        <source>The tag “{tag}…” is longer than {most} characters. Shorten it.</source>
        <translation>Das Schlagwort „{tag}…“ ist länger als {most} Zeichen. Kürzen Sie es.</translation>
    </message>
    <message>
        <source>The tag “{tag}…” is longer than {tag_limit} characters. Shorten it.</source>
        <translation>Das Schlagwort „{tag}…“ ist länger als {tag_limit} Zeichen. Kürzen Sie es.</translation>
    </message>
    <message>
        <source>the team</source>
        <translation>das Team</translation>
    </message>
    <message>
        <source>The team {label}</source>
        <translation>Das Team {label}</translation>
    </message>
    <message>
        <source>The template fills in nothing yet. Write a short description or choose a service.</source>
        <translation>Die Vorlage füllt noch nichts aus. Schreiben Sie eine Kurzbeschreibung oder wählen Sie einen Service.</translation>
    </message>
    <message>
        <source>The template has no name. Write what it is for.</source>
        <translation>Die Vorlage hat keinen Namen. Schreiben Sie, wofür sie ist.</translation>
    </message>
    <message>
        <source>The text has {count} characters, {body_limit} is the limit. Make two articles of it.</source>
        <translation>Der Text hat {count} Zeichen, erlaubt sind {body_limit}. Machen Sie zwei Artikel daraus.</translation>
    </message>
    <message>
        <source>The text has {count} characters, {note_limit} is the limit. Attach it as a file instead.</source>
        <translation>Der Text hat {count} Zeichen, erlaubt sind {note_limit}. Hängen Sie ihn stattdessen als Datei an.</translation>
    </message>
    <message>
        <source>The text is complete.</source>
        <translation>Der Text ist vollständig.</translation>
    </message>
    <message>
        <source>The text is too long for the model {model}. Shorten it, or use another model.</source>
        <translation>Der Text ist zu lang für das Modell {model}. Kürzen Sie ihn, oder nehmen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>The text was longer than it may be and is cut off.</source>
        <translation>Der Text war länger, als er sein darf, und ist abgeschnitten.</translation>
    </message>
    <message>
        <source>The time and the source of an event from the journal are the journal's. Add an own entry instead.</source>
        <translation>Zeit und Quelle eines Ereignisses aus dem Journal gehören dem Journal. Fügen Sie stattdessen einen eigenen Eintrag hinzu.</translation>
    </message>
    <message>
        <source>The time of the next update is over. Choose a later one.</source>
        <translation>Der Zeitpunkt des nächsten Updates ist vorbei. Wählen Sie einen späteren.</translation>
    </message>
    <message>
        <source>The time of the report is no moment since 1970; correct it.</source>
        <translation>Die Zeit der Meldung ist kein Zeitpunkt nach 1970; berichtigen Sie sie.</translation>
    </message>
    <message>
        <source>The time of the report lies in the future; correct it.</source>
        <translation>Die Zeit der Meldung liegt in der Zukunft; berichtigen Sie sie.</translation>
    </message>
    <message>
        <source>The title has {count} characters, {title_limit} is the limit. Shorten it.</source>
        <translation>Der Titel hat {count} Zeichen, erlaubt sind {title_limit}. Kürzen Sie ihn.</translation>
    </message>
    <message>
        <source>The title has {n} characters, {limit} is the limit.</source>
        <translation>Der Titel hat {n} Zeichen, höchstens {limit} sind möglich.</translation>
    </message>
    <message>
        <source>The title is empty. Name what the article answers, in the words of who asks.</source>
        <translation>Der Titel ist leer. Nennen Sie, was der Artikel beantwortet, in den Worten der Fragenden.</translation>
    </message>
    <message>
        <source>The title is empty. Say in one line what lies behind the incidents.</source>
        <translation>Der Titel ist leer. Sagen Sie in einer Zeile, was hinter den Incidents steckt.</translation>
    </message>
    <message>
        <source>the trail after record {last}</source>
        <translation>der Audit-Trail nach Eintrag {last}</translation>
    </message>
    <message>
        <source>The triggers</source>
        <translation>Die Trigger</translation>
    </message>
    <message>
        <source>the triggers of the audit trail</source>
        <translation>die Trigger des Audit-Trails</translation>
    </message>
    <message>
        <source>The two are not the same. Type it once more.</source>
        <translation>Die beiden sind nicht gleich. Geben Sie es noch einmal ein.</translation>
    </message>
    <message>
        <source>The two differ. Type the pass phrase again.</source>
        <translation>Die beiden sind verschieden. Geben Sie die Passphrase noch einmal ein.</translation>
    </message>
    <message>
        <source>The update clock may run before the first response</source>
        <translation>Die Aktualisierungsuhr darf vor der ersten Reaktion laufen</translation>
    </message>
    <message>
        <source>The upgrade would orphan {count} rows and was taken back. Report this, please.</source>
        <translation>Die Aktualisierung hätte {count} Zeilen verwaist und wurde zurückgenommen. Bitte melden Sie das.</translation>
    </message>
    <message>
        <source>The usual: {words}</source>
        <translation>Die üblichen: {words}</translation>
    </message>
    <message>
        <source>The view has no name. Write what it shows.</source>
        <translation>Die Ansicht hat keinen Namen. Schreiben Sie, was sie zeigt.</translation>
    </message>
    <message>
        <source>The wait was expected to end {length_ago} ago. Ask again, resume, or expect it later.</source>
        <translation>Das Warten sollte vor {length_ago} enden. Fragen Sie nach, arbeiten Sie weiter, oder erwarten Sie es später.</translation>
    </message>
    <message>
        <source>The way to the server is encrypted</source>
        <translation>Der Weg zum Server ist verschlüsselt</translation>
    </message>
    <message>
        <source>The whole desk</source>
        <translation>Der ganze Desk</translation>
    </message>
    <message>
        <source>the whole group is told</source>
        <translation>die ganze Gruppe erfährt es</translation>
    </message>
    <message>
        <source>the whole trail</source>
        <translation>der ganze Audit-Trail</translation>
    </message>
    <message>
        <source>The window ends on {last_day} before it begins on {first_day}. Swap the two days.</source>
        <translation>Der Zeitraum endet am {last_day}, bevor er am {first_day} beginnt. Vertauschen Sie die beiden Tage.</translation>
    </message>
    <message>
        <source>The window is locked</source>
        <translation>Das Fenster ist gesperrt</translation>
    </message>
    <message>
        <source>the word &quot;{text}&quot;</source>
        <translation>dem Wort „{text}“</translation>
    </message>
    <message>
        <source>The words of the server stand in the details.</source>
        <translation>Die Worte des Servers stehen in den Einzelheiten.</translation>
    </message>
    <message>
        <source>The workaround is confirmed</source>
        <translation>Die Umgehungslösung ist bestätigt</translation>
    </message>
    <message>
        <source>The workaround is confirmed already</source>
        <translation>Die Umgehungslösung ist schon bestätigt</translation>
    </message>
    <message>
        <source>The working of the clock</source>
        <translation>Der Rechenweg der Uhr</translation>
    </message>
    <message>
        <source>the {clock} clock has stopped</source>
        <translation>die Uhr „{clock}“ ist stehen geblieben</translation>
    </message>
    <message>
        <source>the {clock} clock is {length} after due</source>
        <translation>die Uhr „{clock}“ ist {length} über der Frist</translation>
    </message>
    <message>
        <source>the {clock} clock is {length} before due</source>
        <translation>die Uhr „{clock}“ ist {length} vor der Frist</translation>
    </message>
    <message>
        <source>The {clock} clock reached {points} ({promise})</source>
        <translation>Die Uhr „{clock}“ erreichte {points} ({promise})</translation>
    </message>
    <message>
        <source>the {clock} clock reached {share} %</source>
        <translation>die Uhr „{clock}“ hat {share} % erreicht</translation>
    </message>
    <message>
        <source>the {clock} clock was breached</source>
        <translation>die Uhr „{clock}“ hat die Frist überschritten</translation>
    </message>
    <message>
        <source>the {clock} clock {what}</source>
        <translation>die Uhr „{clock}“ {what}</translation>
    </message>
    <message>
        <source>The {shown} has {count} characters, {limit} is the limit. Shorten it.</source>
        <translation>{shown} hat {count} Zeichen, erlaubt sind {limit}. Kürzen Sie es.</translation>
    </message>
    <message>
        <source>The {things} cannot be shown</source>
        <translation>Können nicht gezeigt werden: {things}</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Design</translation>
    </message>
    <message>
        <source>Theme: system, light, dark</source>
        <translation>Design: System, hell, dunkel</translation>
    </message>
    <message>
        <source>Theme: {theme_name}</source>
        <translation>Design: {theme_name}</translation>
    </message>
    <message>
        <source>then</source>
        <translation>dann</translation>
    </message>
    <message>
        <source>Then by</source>
        <translation>Dann nach</translation>
    </message>
    <message>
        <source>Then takes over</source>
        <translation>Danach übernimmt</translation>
    </message>
    <message>
        <source>There are no macros yet. Settings › Macros makes them.</source>
        <translation>Es gibt noch keine Makros. Einstellungen › Makros legt sie an.</translation>
    </message>
    <message>
        <source>There are two levels.</source>
        <translation>Es gibt zwei Ebenen.</translation>
    </message>
    <message>
        <source>There are {count} rules, {most_rules} are the most. Join some.</source>
        <translation>Es gibt {count} Regeln, höchstens {most_rules} sind erlaubt. Fassen Sie einige zusammen.</translation>
    </message>
    <message>
        <source>There are {most} of your own already; more are not kept.</source>
        <translation>Es gibt schon {most} eigene; mehr werden nicht geführt.</translation>
    </message>
    <message>
        <source>There is a calendar called “{name}” already. Choose another name.</source>
        <translation>Einen Kalender „{name}“ gibt es schon. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>There is no assignment group {unknown}. Known are {names}.</source>
        <translation>Die zuständige Gruppe {unknown} gibt es nicht. Bekannt sind {names}.</translation>
    </message>
    <message>
        <source>There is no backup in {folder_of}; look for one elsewhere.</source>
        <translation>In {folder_of} liegt keine Sicherung; suchen Sie anderswo nach einer.</translation>
    </message>
    <message>
        <source>There is no backup of this desk where this computer keeps them. Choose one elsewhere.</source>
        <translation>Wo dieser Computer Sicherungen ablegt, ist keine von diesem Desk. Wählen Sie eine von anderswo.</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>Es gibt noch keine Sicherung.</translation>
    </message>
    <message>
        <source>There is no database {name} on this server</source>
        <translation>Auf diesem Server gibt es keine Datenbank {name}</translation>
    </message>
    <message>
        <source>There is no day {text}.</source>
        <translation>Den Tag {text} gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no desk at {database}; the backup becomes it.</source>
        <translation>Unter {database} liegt kein Desk; die Sicherung wird dazu.</translation>
    </message>
    <message>
        <source>There is no desk at {path}. Start Mainstay without --database to make one, or check the path.</source>
        <translation>Unter {path} liegt kein Desk. Starten Sie Mainstay ohne --database, um einen anzulegen, oder prüfen Sie den Pfad.</translation>
    </message>
    <message>
        <source>There is no desk in {file}. Name the file that holds it.</source>
        <translation>In {file} liegt kein Desk. Nennen Sie die Datei, in der er liegt.</translation>
    </message>
    <message>
        <source>There is no entry.</source>
        <translation>Es gibt keinen Eintrag.</translation>
    </message>
    <message>
        <source>There is no field {group}. Known are {known}.</source>
        <translation>Das Feld {group} gibt es nicht. Bekannt sind {known}.</translation>
    </message>
    <message>
        <source>There is no field {named}. Did you mean {meant}? Send once more to leave it as it stands.</source>
        <translation>Das Feld {named} gibt es nicht. Meinten Sie {meant}? Senden Sie noch einmal, damit es so stehen bleibt.</translation>
    </message>
    <message>
        <source>There is no field {named}. Send once more to leave it as it stands.</source>
        <translation>Das Feld {named} gibt es nicht. Senden Sie noch einmal, damit es so stehen bleibt.</translation>
    </message>
    <message>
        <source>There is no group “{name}”. Add it first, or correct the name.</source>
        <translation>Es gibt keine Gruppe „{name}“. Fügen Sie sie zuerst hinzu, oder berichtigen Sie den Namen.</translation>
    </message>
    <message>
        <source>There is no incident {numbers}. Check the number.</source>
        <translation>Einen Incident {numbers} gibt es nicht. Prüfen Sie die Nummer.</translation>
    </message>
    <message>
        <source>There is no incident {number} that you may see.</source>
        <translation>Es gibt keinen sichtbaren Incident {number}.</translation>
    </message>
    <message>
        <source>There is no incident {text}. Check the number.</source>
        <translation>Den Incident {text} gibt es nicht. Prüfen Sie die Nummer.</translation>
    </message>
    <message>
        <source>there is no limit (temp_file_limit)</source>
        <translation>es gibt keine Grenze (temp_file_limit)</translation>
    </message>
    <message>
        <source>There is no list of holidays for the country “{country}”.</source>
        <translation>Für das Land „{country}“ gibt es keine Feiertagsliste.</translation>
    </message>
    <message>
        <source>There is no list of holidays for “{region}” in {name}.</source>
        <translation>Für „{region}“ in {name} gibt es keine Feiertagsliste.</translation>
    </message>
    <message>
        <source>There is no major incident</source>
        <translation>Es gibt keinen schwerwiegenden Incident</translation>
    </message>
    <message>
        <source>There is no port {port}.</source>
        <translation>Einen Port {port} gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no preview of files of this kind, and they are not opened from here. Save it first.</source>
        <translation>Dateien dieser Art haben keine Vorschau und werden von hier nicht geöffnet. Speichern Sie sie zuerst.</translation>
    </message>
    <message>
        <source>There is no preview of files of this kind. Open it only if you expected it from this person.</source>
        <translation>Dateien dieser Art haben keine Vorschau. Öffnen Sie sie nur, wenn Sie sie von dieser Person erwartet haben.</translation>
    </message>
    <message>
        <source>There is no published article {number}. Choose another one.</source>
        <translation>Es gibt keinen veröffentlichten Artikel {number}. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>There is no review yet. Start the review of the incident first.</source>
        <translation>Es gibt noch keine Nachbetrachtung. Beginnen Sie zuerst die Nachbetrachtung des Incidents.</translation>
    </message>
    <message>
        <source>There is no service that comes in as {login}. `main.py server people` shows all logins.</source>
        <translation>Es gibt keinen Dienst, der als {login} hereinkommt. `main.py server people` zeigt alle Logins.</translation>
    </message>
    <message>
        <source>There is no service “{name}”. Add it first, or correct the name.</source>
        <translation>Es gibt keinen Service „{name}“. Fügen Sie ihn zuerst hinzu, oder berichtigen Sie den Namen.</translation>
    </message>
    <message>
        <source>There is no set of policies “{policy_set}”. There are desk and imported.</source>
        <translation>Einen Satz Richtlinien „{policy_set}“ gibt es nicht. Es gibt desk und imported.</translation>
    </message>
    <message>
        <source>There is no setting {key}. Known are {names}.</source>
        <translation>Die Einstellung {key} gibt es nicht. Bekannt sind {names}.</translation>
    </message>
    <message>
        <source>There is no site “{name}”. Add it first, or correct the name.</source>
        <translation>Es gibt keinen Standort „{name}“. Fügen Sie ihn zuerst hinzu, oder berichtigen Sie den Namen.</translation>
    </message>
    <message>
        <source>There is no such view yet</source>
        <translation>So eine Ansicht gibt es noch nicht</translation>
    </message>
    <message>
        <source>There is no time zone “{zone}”. Choose an IANA name such as Europe/Berlin.</source>
        <translation>Die Zeitzone „{zone}“ gibt es nicht. Wählen Sie einen IANA-Namen wie Europe/Berlin.</translation>
    </message>
    <message>
        <source>There is no time {text}.</source>
        <translation>Die Uhrzeit {text} gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no version {number} of what was learned.</source>
        <translation>Eine Version {number} des Gelernten gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no workaround yet</source>
        <translation>Es gibt noch keine Umgehungslösung</translation>
    </message>
    <message>
        <source>There is no {number}, or you may not see it</source>
        <translation>{number} gibt es nicht, oder Sie dürfen ihn nicht sehen</translation>
    </message>
    <message>
        <source>There is nothing to count in this time</source>
        <translation>In diesem Zeitraum gibt es nichts zu zählen</translation>
    </message>
    <message>
        <source>There is nothing to do again</source>
        <translation>Es gibt nichts zu wiederholen</translation>
    </message>
    <message>
        <source>There is nothing to export here</source>
        <translation>Hier gibt es nichts zu exportieren</translation>
    </message>
    <message>
        <source>There is nothing to send yet. Write something or attach a file.</source>
        <translation>Es gibt noch nichts zu senden. Schreiben Sie etwas oder hängen Sie eine Datei an.</translation>
    </message>
    <message>
        <source>There is nothing to send.</source>
        <translation>Es gibt nichts zu senden.</translation>
    </message>
    <message>
        <source>There is nothing to undo</source>
        <translation>Es gibt nichts rückgängig zu machen</translation>
    </message>
    <message>
        <source>There is nothing to write down yet.</source>
        <translation>Es gibt noch nichts aufzuschreiben.</translation>
    </message>
    <message>
        <source>There is nothing with this number, or you may not see it.</source>
        <translation>Mit dieser Nummer gibt es nichts, oder Sie dürfen es nicht sehen.</translation>
    </message>
    <message>
        <source>There now: {amount}</source>
        <translation>Jetzt vorhanden: {amount}</translation>
    </message>
    <message>
        <source>These are fixed; what else there is to say is written beside them.</source>
        <translation>Sie sind fest; was sonst zu sagen ist, wird daneben geschrieben.</translation>
    </message>
    <message>
        <source>These are the policies of version {number}. Publish them to have them again, or:</source>
        <translation>Das sind die Richtlinien von Version {number}. Veröffentlichen Sie sie, um sie wieder zu haben, oder:</translation>
    </message>
    <message>
        <source>These are the rules of version {number}. Publish them to have them again, or:</source>
        <translation>Das sind die Regeln von Version {number}. Veröffentlichen Sie sie, um sie wieder zu haben, oder:</translation>
    </message>
    <message>
        <source>These fonts of the installation cannot be loaded: {missing}.</source>
        <translation>Diese Schriften der Installation können nicht geladen werden: {missing}.</translation>
    </message>
    <message>
        <source>These hours go past midnight. Enter the rest on the next day.</source>
        <translation>Diese Zeiten gehen über Mitternacht. Tragen Sie den Rest am nächsten Tag ein.</translation>
    </message>
    <message>
        <source>These keys belong to the fields and lists themselves and stay as they are.</source>
        <translation>Diese Tasten gehören zu den Feldern und Listen selbst und bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>These lie on this computer and are sent by themselves: messages and notes some seconds after they were written, and what was written down while the desk was away when it is back, incidents with the time at which they were written down.</source>
        <translation>Dies liegt auf diesem Computer und wird von selbst gesendet: Nachrichten und Notizen einige Sekunden nach dem Schreiben, und was ohne Desk aufgeschrieben wurde, sobald er wieder da ist, Incidents mit der Zeit, zu der sie aufgeschrieben wurden.</translation>
    </message>
    <message>
        <source>These rules would set each other off for ever: {chain}. An incident that nobody takes would go round {around}. Add a condition to one of them, or let it notify instead of moving the incident.</source>
        <translation>Diese Regeln würden einander ohne Ende auslösen: {chain}. Ein Incident, den niemand übernimmt, ginge im Kreis: {around}. Geben Sie einer eine Bedingung, oder lassen Sie sie benachrichtigen, statt den Incident weiterzugeben.</translation>
    </message>
    <message>
        <source>These two incidents are linked like this already.</source>
        <translation>Diese beiden Incidents sind schon so verknüpft.</translation>
    </message>
    <message>
        <source>They are signed out at once and cannot come in. They stay at the desk by name.</source>
        <translation>Die Person wird sofort abgemeldet und kann nicht herein. Mit Namen bleibt sie am Desk.</translation>
    </message>
    <message>
        <source>They are signed out at once, and need a new login to come back.</source>
        <translation>Die Person wird sofort abgemeldet und braucht ein neues Login, um wiederzukommen.</translation>
    </message>
    <message>
        <source>They are yours already</source>
        <translation>Sie gehören Ihnen schon</translation>
    </message>
    <message>
        <source>They can be given its incidents, and see those that are restricted to it.</source>
        <translation>Ihnen können ihre Incidents zugewiesen werden, und sie sehen die auf sie beschränkten.</translation>
    </message>
    <message>
        <source>They come in as {prefix}_u_{login}.</source>
        <translation>Er kommt als {prefix}_u_{login} herein.</translation>
    </message>
    <message>
        <source>They see nothing any more until they sign in with the new password and change it.</source>
        <translation>Die Person sieht nichts mehr, bis sie sich mit dem neuen Passwort anmeldet und es ändert.</translation>
    </message>
    <message>
        <source>this anchor is missing, and chains are closed by it.</source>
        <translation>dieser Anker fehlt, und Ketten sind durch ihn abgeschlossen.</translation>
    </message>
    <message>
        <source>this anchor, or the order of it and the one before, is not as it was taken.</source>
        <translation>dieser Anker oder die Folge von ihm und dem davor ist nicht, wie er gesetzt wurde.</translation>
    </message>
    <message>
        <source>This article is retired already.</source>
        <translation>Dieser Artikel ist schon zurückgezogen.</translation>
    </message>
    <message>
        <source>This attachment does not exist, or you may not see it.</source>
        <translation>Diesen Anhang gibt es nicht, oder Sie dürfen ihn nicht sehen.</translation>
    </message>
    <message>
        <source>This attachment does not exist.</source>
        <translation>Diesen Anhang gibt es nicht.</translation>
    </message>
    <message>
        <source>This bracket is never closed.</source>
        <translation>Diese Klammer wird nie geschlossen.</translation>
    </message>
    <message>
        <source>This calendar</source>
        <translation>Dieser Kalender</translation>
    </message>
    <message>
        <source>This calendar cannot be shown</source>
        <translation>Dieser Kalender kann nicht gezeigt werden</translation>
    </message>
    <message>
        <source>This calendar does not exist any more. Choose another one.</source>
        <translation>Diesen Kalender gibt es nicht mehr. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>This calendar does not exist any more. Go back to all calendars.</source>
        <translation>Diesen Kalender gibt es nicht mehr. Gehen Sie zurück zu allen Kalendern.</translation>
    </message>
    <message>
        <source>This calendar never opens, so no clock would ever run by it. Give it some hours.</source>
        <translation>Dieser Kalender öffnet nie, also liefe nie eine Uhr nach ihm. Geben Sie ihm Zeiten.</translation>
    </message>
    <message>
        <source>This calendar never opens, so no clock would ever run by it. Paint some hours.</source>
        <translation>Dieser Kalender öffnet nie, also liefe nie eine Uhr nach ihm. Malen Sie einige Zeiten.</translation>
    </message>
    <message>
        <source>This cannot be shown</source>
        <translation>Das kann nicht gezeigt werden</translation>
    </message>
    <message>
        <source>This checklist does not exist any more, or is not for you.</source>
        <translation>Diese Checkliste gibt es nicht mehr, oder sie ist nicht für Sie.</translation>
    </message>
    <message>
        <source>This checklist does not exist any more.</source>
        <translation>Diese Checkliste gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This clock has not started</source>
        <translation>Diese Uhr hat nicht begonnen</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>diesem Computer</translation>
    </message>
    <message>
        <source>This computer has no keyring, so the password is asked for at each start.</source>
        <translation>Dieser Computer hat keinen Schlüsselbund, daher wird bei jedem Start nach dem Passwort gefragt.</translation>
    </message>
    <message>
        <source>This computer has no keyring: the key is known until the window closes</source>
        <translation>Dieser Computer hat keinen Schlüsselbund: Der Schlüssel gilt, bis das Fenster schließt</translation>
    </message>
    <message>
        <source>This computer is {length} {side} the server, where it is {now} UTC</source>
        <translation>Dieser Computer geht gegenüber dem Server {length} {side}; dort ist es {now} UTC</translation>
    </message>
    <message>
        <source>this connection is not encrypted</source>
        <translation>diese Verbindung ist nicht verschlüsselt</translation>
    </message>
    <message>
        <source>This database is empty. Your login may make a desk of it for several people.</source>
        <translation>Diese Datenbank ist leer. Ihr Login darf daraus einen Desk für mehrere Personen machen.</translation>
    </message>
    <message>
        <source>This database is open to everybody who can connect to it: it is not set up for several people.</source>
        <translation>Diese Datenbank steht allen offen, die sich mit ihr verbinden können: Sie ist nicht für mehrere Personen eingerichtet.</translation>
    </message>
    <message>
        <source>This desk</source>
        <translation>Dieser Desk</translation>
    </message>
    <message>
        <source>this desk</source>
        <translation>diesen Desk</translation>
    </message>
    <message>
        <source>This desk is a PostgreSQL database that the team shares. Its administrator backs it up with pg_dump -Fc, or with the continuous archive of the server, and restores it with pg_restore. Afterwards main.py audit verify with an anchor that was kept outside tells whether all of it came back.</source>
        <translation>Dieser Desk ist eine PostgreSQL-Datenbank, die das Team teilt. Ihr Administrator sichert sie mit pg_dump -Fc oder mit dem laufenden Archiv des Servers und stellt sie mit pg_restore wieder her. Danach sagt main.py audit verify mit einem außen aufbewahrten Anker, ob alles zurückkam.</translation>
    </message>
    <message>
        <source>This desk is of an older version and cannot be upgraded now. {why}</source>
        <translation>Dieser Desk stammt von einer älteren Version und kann jetzt nicht aktualisiert werden. {why}</translation>
    </message>
    <message>
        <source>This desk is of an older version, and nothing was changed. Make a backup first, since nothing else leads back: {how_to_back_up}. Look into it with pg_restore --list, then run this again with --backed-up. Whoever has the desk open has to update Mainstay afterwards.</source>
        <translation>Dieser Desk stammt von einer älteren Version, und es wurde nichts geändert. Machen Sie zuerst eine Sicherung, denn nichts sonst führt zurück: {how_to_back_up}. Sehen Sie mit pg_restore --list hinein und führen Sie dies dann mit --backed-up noch einmal aus. Wer den Desk offen hat, muss Mainstay danach aktualisieren.</translation>
    </message>
    <message>
        <source>This desk lies on {place} and is open for changes by {holder}. You can read it.</source>
        <translation>Dieser Desk liegt auf {place} und ist von {holder} zum Ändern geöffnet. Sie können ihn lesen.</translation>
    </message>
    <message>
        <source>This desk lies on {place} where nothing may be written, so you can only read it.</source>
        <translation>Dieser Desk liegt auf {place}, wo nichts geschrieben werden darf, also können Sie ihn nur lesen.</translation>
    </message>
    <message>
        <source>This does not exist any more. Go back to the list.</source>
        <translation>Das gibt es nicht mehr. Gehen Sie zurück zur Liste.</translation>
    </message>
    <message>
        <source>This entry cannot be shown</source>
        <translation>Dieser Eintrag kann nicht gezeigt werden</translation>
    </message>
    <message>
        <source>This entry does not exist, or you may not see it.</source>
        <translation>Diesen Eintrag gibt es nicht, oder Sie dürfen ihn nicht sehen.</translation>
    </message>
    <message>
        <source>This escalation does not exist, or you may not see it.</source>
        <translation>Diese Eskalation gibt es nicht, oder Sie dürfen sie nicht sehen.</translation>
    </message>
    <message>
        <source>This escalation is over</source>
        <translation>Diese Eskalation ist vorbei</translation>
    </message>
    <message>
        <source>This escalation is over: {label}. Escalate again if it is needed.</source>
        <translation>Diese Eskalation ist vorbei: {label}. Eskalieren Sie noch einmal, wenn es nötig ist.</translation>
    </message>
    <message>
        <source>This escalation waits for {addressee}. Ask one of them or a supervisor to do it.</source>
        <translation>Diese Eskalation wartet auf {addressee}. Bitten Sie jemanden davon oder einen Supervisor darum.</translation>
    </message>
    <message>
        <source>This group does not exist.</source>
        <translation>Diese Gruppe gibt es nicht.</translation>
    </message>
    <message>
        <source>This hand-over does not exist.</source>
        <translation>Diese Übergabe gibt es nicht.</translation>
    </message>
    <message>
        <source>This incident</source>
        <translation>Dieser Incident</translation>
    </message>
    <message>
        <source>This incident cannot be shown</source>
        <translation>Dieser Incident kann nicht gezeigt werden</translation>
    </message>
    <message>
        <source>This incident does not exist, or you may not see it.</source>
        <translation>Diesen Incident gibt es nicht, oder Sie dürfen ihn nicht sehen.</translation>
    </message>
    <message>
        <source>This incident is not held back.</source>
        <translation>Dieser Incident wird nicht zurückgehalten.</translation>
    </message>
    <message>
        <source>This incident is restricted to a group, and the desk does not send restricted incidents to a server. Nothing was sent. An administrator can allow it in the settings, under Writing help.</source>
        <translation>Diesen Incident darf nur eine Gruppe sehen, und der Desk sendet solche Incidents an keinen Server. Nichts wurde gesendet. Ein Administrator kann es in den Einstellungen unter Schreibhilfe erlauben.</translation>
    </message>
    <message>
        <source>This is a desk in a file. There is no connection to test.</source>
        <translation>Das ist ein Desk in einer Datei. Es gibt keine Verbindung zu prüfen.</translation>
    </message>
    <message>
        <source>This is a mistake in the program, not yours. What you saved is safe, and drafts are kept. You can go on working; if something looks wrong, restart Mainstay.</source>
        <translation>Das ist ein Fehler des Programms, nicht Ihrer. Was Sie gespeichert haben, ist sicher, und Entwürfe bleiben. Sie können weiterarbeiten; sieht etwas falsch aus, starten Sie Mainstay neu.</translation>
    </message>
    <message>
        <source>This is an older version. It can be read, and compared with the one before.</source>
        <translation>Das ist eine ältere Version. Sie kann gelesen und mit der davor verglichen werden.</translation>
    </message>
    <message>
        <source>This is handled together with an earlier report of the same, {original}. You are told here whatever is said there.</source>
        <translation>Dies wird zusammen mit einer früheren Meldung derselben Sache bearbeitet, {original}. Sie erfahren hier, was dort gesagt wird.</translation>
    </message>
    <message>
        <source>This is no address of a server. It looks like https://desk.example:8080/v1.</source>
        <translation>Das ist keine Adresse eines Servers. Sie sieht aus wie https://desk.example:8080/v1.</translation>
    </message>
    <message>
        <source>This is no calendar: {error}. It needs a zone and seven days of hours.</source>
        <translation>Das ist kein Kalender: {error}. Er braucht eine Zeitzone und sieben Tage mit Zeiten.</translation>
    </message>
    <message>
        <source>This is no certificate. It begins with -----BEGIN CERTIFICATE-----.</source>
        <translation>Das ist kein Zertifikat. Es beginnt mit -----BEGIN CERTIFICATE-----.</translation>
    </message>
    <message>
        <source>This is no policy: {error}. It needs a name and targets.</source>
        <translation>Das ist keine Richtlinie: {error}. Sie braucht einen Namen und Ziele.</translation>
    </message>
    <message>
        <source>this is no table that the trail watches.</source>
        <translation>das ist keine Tabelle, die der Audit-Trail überwacht.</translation>
    </message>
    <message>
        <source>This is not shown to you again today</source>
        <translation>Das wird Ihnen heute nicht mehr gezeigt</translation>
    </message>
    <message>
        <source>This is not the latest version</source>
        <translation>Das ist nicht die neueste Version</translation>
    </message>
    <message>
        <source>This is not your present password.</source>
        <translation>Das ist nicht Ihr jetziges Passwort.</translation>
    </message>
    <message>
        <source>This is offered to {work}. Ask one of them or a supervisor to answer.</source>
        <translation>Das ist {work} angeboten. Bitten Sie jemanden davon oder einen Supervisor zu antworten.</translation>
    </message>
    <message>
        <source>This is PostgreSQL {version}. Mainstay needs {oldest} or newer.</source>
        <translation>Das ist PostgreSQL {version}. Mainstay braucht {oldest} oder neuer.</translation>
    </message>
    <message>
        <source>This is the first version.</source>
        <translation>Das ist die erste Version.</translation>
    </message>
    <message>
        <source>This is the last one in use, and one has to be. Put another to use first.</source>
        <translation>Dies ist das letzte in Gebrauch, und eines muss es sein. Nehmen Sie zuerst ein anderes in Gebrauch.</translation>
    </message>
    <message>
        <source>This is the password of before. Choose another one.</source>
        <translation>Das ist das bisherige Passwort. Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>This is too long. Shorten it.</source>
        <translation>Das ist zu lang. Kürzen Sie es.</translation>
    </message>
    <message>
        <source>This link does not exist any more.</source>
        <translation>Diese Verknüpfung gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This login does not see every row, so nothing could be proved. Verify with the login that owns the tables.</source>
        <translation>Dieses Login sieht nicht jede Zeile, also konnte nichts bewiesen werden. Prüfen Sie mit dem Login, dem die Tabellen gehören.</translation>
    </message>
    <message>
        <source>This macro does not exist any more, or is not for you.</source>
        <translation>Dieses Makro gibt es nicht mehr, oder es ist nicht für Sie.</translation>
    </message>
    <message>
        <source>This macro does not exist any more.</source>
        <translation>Dieses Makro gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This makes the tables, owned by the role {prefix}_owner that nobody logs in as; the groups {prefix}_requester, {prefix}_agent, {prefix}_supervisor and {prefix}_admin, which may see and do what their members may; and one administrator, with a first password that is shown once.</source>
        <translation>Das legt die Tabellen an, die der Rolle {prefix}_owner gehören, als die sich niemand anmeldet; die Gruppen {prefix}_requester, {prefix}_agent, {prefix}_supervisor und {prefix}_admin, die sehen und tun dürfen, was ihre Mitglieder dürfen; und einen Administrator mit einem ersten Passwort, das einmal gezeigt wird.</translation>
    </message>
    <message>
        <source>This names a desk in a file. A team's desk begins with postgresql://</source>
        <translation>Das nennt einen Desk in einer Datei. Der Desk eines Teams beginnt mit postgresql://</translation>
    </message>
    <message>
        <source>this number</source>
        <translation>diese Nummer</translation>
    </message>
    <message>
        <source>This offer does not exist any more.</source>
        <translation>Dieses Angebot gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This one is due {when}</source>
        <translation>Dieses ist {when} fällig</translation>
    </message>
    <message>
        <source>This one was due {when}</source>
        <translation>Dieses war {when} fällig</translation>
    </message>
    <message>
        <source>This person does not exist any more. Go back to the list.</source>
        <translation>Diese Person gibt es nicht mehr. Gehen Sie zurück zur Liste.</translation>
    </message>
    <message>
        <source>This person does not exist.</source>
        <translation>Diese Person gibt es nicht.</translation>
    </message>
    <message>
        <source>This person has no login. Give them one first.</source>
        <translation>Diese Person hat kein Login. Geben Sie ihr zuerst eines.</translation>
    </message>
    <message>
        <source>This problem does not exist, or you may not see it.</source>
        <translation>Dieses Problem gibt es nicht, oder Sie dürfen es nicht sehen.</translation>
    </message>
    <message>
        <source>this record claims to be older than the one before.</source>
        <translation>dieser Eintrag will älter sein als der davor.</translation>
    </message>
    <message>
        <source>this record of an import cannot be read.</source>
        <translation>dieser Vermerk eines Imports kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>this record of the trail is another than the one that anchor {anchor} closed.</source>
        <translation>dieser Eintrag des Audit-Trails ist ein anderer als der, den Anker {anchor} abschloss.</translation>
    </message>
    <message>
        <source>this record of the trail, or the order of it and the one before, is not as it was written.</source>
        <translation>dieser Eintrag des Audit-Trails oder die Folge von ihm und dem davor ist nicht, wie er geschrieben wurde.</translation>
    </message>
    <message>
        <source>This review cannot be shown</source>
        <translation>Diese Nachbetrachtung kann nicht gezeigt werden</translation>
    </message>
    <message>
        <source>this row of {table}</source>
        <translation>diese Zeile von {table}</translation>
    </message>
    <message>
        <source>This set has policies already. Change these instead.</source>
        <translation>Dieser Satz hat schon Richtlinien. Ändern Sie diese.</translation>
    </message>
    <message>
        <source>This step does not exist, or you may not see it.</source>
        <translation>Diesen Schritt gibt es nicht, oder Sie dürfen ihn nicht sehen.</translation>
    </message>
    <message>
        <source>This team does not exist any more. Go back to the list.</source>
        <translation>Dieses Team gibt es nicht mehr. Gehen Sie zurück zur Liste.</translation>
    </message>
    <message>
        <source>This template does not exist any more, or is not for you.</source>
        <translation>Diese Vorlage gibt es nicht mehr, oder sie ist nicht für Sie.</translation>
    </message>
    <message>
        <source>This template does not exist any more.</source>
        <translation>Diese Vorlage gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This text is sent to {server}, to the model {model}, and nothing else. You can change it first.</source>
        <translation>Dieser Text geht an {server}, an das Modell {model}, und sonst nichts. Sie können ihn vorher ändern.</translation>
    </message>
    <message>
        <source>This version</source>
        <translation>Diese Version</translation>
    </message>
    <message>
        <source>This view belongs to somebody else. Save it under another name to have your own.</source>
        <translation>Diese Ansicht gehört jemand anderem. Speichern Sie sie unter einem anderen Namen, um Ihre eigene zu haben.</translation>
    </message>
    <message>
        <source>This view does not exist any more, or is not for you.</source>
        <translation>Diese Ansicht gibt es nicht mehr, oder sie ist nicht für Sie.</translation>
    </message>
    <message>
        <source>This view does not exist any more.</source>
        <translation>Diese Ansicht gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This was taken back already.</source>
        <translation>Das wurde schon zurückgenommen.</translation>
    </message>
    <message>
        <source>This window runs none, because the desk can only be read here.</source>
        <translation>Dieses Fenster lässt keine laufen, weil der Desk hier nur gelesen werden kann.</translation>
    </message>
    <message>
        <source>This would make an incident its own parent through others. Remove one of the links first.</source>
        <translation>Damit gehörte ein Incident über andere zu sich selbst. Entfernen Sie zuerst eine der Verknüpfungen.</translation>
    </message>
    <message>
        <source>This {table} does not exist any more.</source>
        <translation>Dies gibt es nicht mehr: {table}.</translation>
    </message>
    <message>
        <source>This {thing} belongs to somebody else. Make one of your own.</source>
        <translation>Das gehört jemand anderem ({thing}). Machen Sie Eigenes.</translation>
    </message>
    <message>
        <source>This {thing} cannot be shown</source>
        <translation>Kann nicht gezeigt werden: {thing}</translation>
    </message>
    <message>
        <source>Those due within an hour that are nobody's</source>
        <translation>Die binnen einer Stunde fälligen, die niemandem gehören</translation>
    </message>
    <message>
        <source>Those of the breached ones that are nobody's</source>
        <translation>Die überschrittenen, die niemandem gehören</translation>
    </message>
    <message>
        <source>Those that stood open and breached when this day ended</source>
        <translation>Davon die, deren Ziel am Ende dieses Tages überschritten war</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Schwellen</translation>
    </message>
    <message>
        <source>Thresholds and warnings</source>
        <translation>Schwellen und Warnungen</translation>
    </message>
    <message>
        <source>Thresholds of the {name} clock</source>
        <translation>Schwellen der Uhr „{name}“</translation>
    </message>
    <message>
        <source>Thresholds of the {name} clock as text</source>
        <translation>Schwellen der Uhr „{name}“ als Text</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>Wegwerfen</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>Do</translation>
    </message>
    <message>
        <source>thu, thursday</source>
        <translation>do, donnerstag</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>Donnerstag</translation>
    </message>
    <message>
        <source>Tick all</source>
        <translation>Alle ankreuzen</translation>
    </message>
    <message>
        <source>Tick none</source>
        <translation>Keine ankreuzen</translation>
    </message>
    <message>
        <source>Tick what belongs on the timeline. Events with a milestone get a letter on the chart.</source>
        <translation>Kreuzen Sie an, was auf die Zeitleiste gehört. Ereignisse mit Meilenstein bekommen einen Buchstaben im Diagramm.</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>Tier {tier}</source>
        <translation>Ebene {tier}</translation>
    </message>
    <message>
        <source>tier {tier}</source>
        <translation>Ebene {tier}</translation>
    </message>
    <message>
        <source>Tier {tier} is not on the scale: choose 1 to 9.</source>
        <translation>Ebene {tier} ist nicht auf der Skala: Wählen Sie 1 bis 9.</translation>
    </message>
    <message>
        <source>Tier {tier}: takes calls</source>
        <translation>Ebene {tier}: nimmt Anrufe an</translation>
    </message>
    <message>
        <source>Tiers</source>
        <translation>Ebenen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Time before it stays counted as it was.</source>
        <translation>Die Zeit davor bleibt gezählt, wie sie war.</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>Time left of the clock that presses most</source>
        <translation>Restzeit der drängendsten Uhr</translation>
    </message>
    <message>
        <source>Time that is counted</source>
        <translation>Gezählter Zeitraum</translation>
    </message>
    <message>
        <source>Time to resolve</source>
        <translation>Zeit bis zur Lösung</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Timeline, newest last</source>
        <translation>Zeitleiste, Neuestes zuletzt</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Frist verstrichen</translation>
    </message>
    <message>
        <source>Timer</source>
        <translation>Zeitgeber</translation>
    </message>
    <message>
        <source>Timers and backups go on meanwhile, and nothing that was typed is lost.</source>
        <translation>Zeitgeber und Sicherungen laufen weiter, und nichts Geschriebenes geht verloren.</translation>
    </message>
    <message>
        <source>Timers ran {when}</source>
        <translation>Zeitgeber liefen {when}</translation>
    </message>
    <message>
        <source>Timers take one a day. It stands at the foot of every PDF.</source>
        <translation>Zeitgeber setzen einen am Tag. Er steht am Fuß jedes PDF.</translation>
    </message>
    <message>
        <source>Times are in {zone}.</source>
        <translation>Zeiten in {zone}.</translation>
    </message>
    <message>
        <source>Times reopened</source>
        <translation>Wie oft wieder geöffnet</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Title of the problem</source>
        <translation>Titel des Problems</translation>
    </message>
    <message>
        <source>Title: what it answers, in the words of who asks</source>
        <translation>Titel: was er beantwortet, in den Worten der Fragenden</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>To another folder…</source>
        <translation>In einen anderen Ordner…</translation>
    </message>
    <message>
        <source>To another group</source>
        <translation>An eine andere Gruppe</translation>
    </message>
    <message>
        <source>to be acknowledged in {length}</source>
        <translation>zu bestätigen in {length}</translation>
    </message>
    <message>
        <source>To be acknowledged within</source>
        <translation>Zu bestätigen innerhalb</translation>
    </message>
    <message numerus="yes">
        <source>to be acknowledged within {n} minutes</source>
        <translation>
            <numerusform>innerhalb von {n} Minute zu bestätigen</numerusform>
            <numerusform>innerhalb von {n} Minuten zu bestätigen</numerusform>
        </translation>
    </message>
    <message>
        <source>To be looked over on</source>
        <translation>Durchzusehen am</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>Kommend</translation>
    </message>
    <message>
        <source>To each caller</source>
        <translation>An jeden Melder</translation>
    </message>
    <message>
        <source>to P{number} {label}</source>
        <translation>auf P{number} {label}</translation>
    </message>
    <message>
        <source>To the callers of this incident and of what hangs below it</source>
        <translation>An die Melder dieses Incidents und aller darunter</translation>
    </message>
    <message>
        <source>To the desk</source>
        <translation>An den Desk</translation>
    </message>
    <message>
        <source>to the first response</source>
        <translation>bis zur ersten Reaktion</translation>
    </message>
    <message>
        <source>To the group</source>
        <translation>An die Gruppe</translation>
    </message>
    <message>
        <source>To the person</source>
        <translation>An die Person</translation>
    </message>
    <message>
        <source>To {callers}, of this and {below}; whoever follows it is told</source>
        <translation>An {callers}, von diesem und {below}; wer ihm folgt, wird benachrichtigt</translation>
    </message>
    <message>
        <source>To {callers}, of {below}; whoever follows it is told</source>
        <translation>An {callers}, von {below}; wer ihm folgt, wird benachrichtigt</translation>
    </message>
    <message>
        <source>To {callers}; whoever follows it is told</source>
        <translation>An {callers}; wer ihm folgt, wird benachrichtigt</translation>
    </message>
    <message>
        <source>To {caller}</source>
        <translation>An {caller}</translation>
    </message>
    <message>
        <source>To {name}</source>
        <translation>An {name}</translation>
    </message>
    <message numerus="yes">
        <source>to {n} callers</source>
        <translation>
            <numerusform>an {n} Melder</numerusform>
            <numerusform>an {n} Melder</numerusform>
        </translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>Told under an earlier target</source>
        <translation>Unter einem früheren Ziel gemeldet</translation>
    </message>
    <message>
        <source>Told with {original}</source>
        <translation>Gesagt mit {original}</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Morgen</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>morgen</translation>
    </message>
    <message>
        <source>Tomorrow 09:00</source>
        <translation>Morgen 09:00</translation>
    </message>
    <message>
        <source>too few</source>
        <translation>zu wenige</translation>
    </message>
    <message>
        <source>Too many wrong tries. Wait {told}, then try again.</source>
        <translation>Zu viele falsche Versuche. Warten Sie {told} und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Took back the escalation to {addressee}.</source>
        <translation>Hat die Eskalation an {addressee} zurückgenommen.</translation>
    </message>
    <message>
        <source>Took back the knowledge article {article}</source>
        <translation>Den Wissensartikel {article} zurückgenommen</translation>
    </message>
    <message>
        <source>took back the merge into</source>
        <translation>nahm die Zusammenführung zurück mit</translation>
    </message>
    <message>
        <source>took back the merge of</source>
        <translation>nahm die Zusammenführung zurück von</translation>
    </message>
    <message>
        <source>Took back: {words}</source>
        <translation>Zurückgenommen: {words}</translation>
    </message>
    <message>
        <source>Took over the escalation to {addressee}.</source>
        <translation>Die Eskalation an {addressee} übernommen.</translation>
    </message>
    <message>
        <source>took {review} back to draft</source>
        <translation>nahm {review} als Entwurf zurück</translation>
    </message>
    <message>
        <source>Tracked in</source>
        <translation>Verfolgt in</translation>
    </message>
    <message>
        <source>tracked in</source>
        <translation>verfolgt in</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>Infobereich</translation>
    </message>
    <message>
        <source>Treated as</source>
        <translation>Behandelt als</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>Triage</source>
        <translation>Triage</translation>
    </message>
    <message>
        <source>Triage is clear</source>
        <translation>Die Triage ist leer</translation>
    </message>
    <message>
        <source>Triage: {place}</source>
        <translation>Triage: {place}</translation>
    </message>
    <message>
        <source>Tried</source>
        <translation>Versucht</translation>
    </message>
    <message>
        <source>tried, helps</source>
        <translation>erprobt, hilft</translation>
    </message>
    <message>
        <source>Tried: {tried}</source>
        <translation>Versucht: {tried}</translation>
    </message>
    <message>
        <source>Trust the system's</source>
        <translation>Der des Systems vertrauen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Try again in a moment. If it stays so, max_connections is too small, or the limit of your login is reached.</source>
        <translation>Versuchen Sie es gleich noch einmal. Bleibt es so, ist max_connections zu klein oder die Grenze Ihres Logins erreicht.</translation>
    </message>
    <message>
        <source>Try fewer words, or another choice above.</source>
        <translation>Versuchen Sie es mit weniger Wörtern oder einer anderen Wahl oben.</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>trying now</source>
        <translation>jetzt ein Versuch</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>Di</translation>
    </message>
    <message>
        <source>tue, tuesday</source>
        <translation>di, dienstag</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>Dienstag</translation>
    </message>
    <message>
        <source>Tuesday to Friday</source>
        <translation>Dienstag bis Freitag</translation>
    </message>
    <message>
        <source>Two rules are called “{name}”. Rename one.</source>
        <translation>Zwei Regeln heißen „{name}“. Benennen Sie eine um.</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>Zwei Fassungen</translation>
    </message>
    <message>
        <source>type 2026-11-01 or 2026-11-01..2026-11-15</source>
        <translation>tippen Sie 2026-11-01 oder 2026-11-01..2026-11-15</translation>
    </message>
    <message>
        <source>Type a command, a number or what to look for</source>
        <translation>Befehl, Nummer oder Suchwort eingeben</translation>
    </message>
    <message>
        <source>Type the number of an incident, such as INC-000123.</source>
        <translation>Die Nummer eines Incidents eingeben, etwa INC-000123.</translation>
    </message>
    <message>
        <source>Type the number of the other incident, such as INC-000123.</source>
        <translation>Geben Sie die Nummer des anderen Incidents ein, etwa INC-000123.</translation>
    </message>
    <message>
        <source>Type the number of the other incident.</source>
        <translation>Geben Sie die Nummer des anderen Incidents ein.</translation>
    </message>
    <message>
        <source>Type the numbers of the incidents.</source>
        <translation>Tippen Sie die Nummern der Incidents.</translation>
    </message>
    <message>
        <source>Type to choose</source>
        <translation>Tippen zum Wählen</translation>
    </message>
    <message>
        <source>Typed after / while writing, such as /roll.</source>
        <translation>Hinter / beim Schreiben, etwa /roll.</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Nicht zugewiesen</translation>
    </message>
    <message>
        <source>unassigned</source>
        <translation>nicht zugewiesen</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>Under 1 day</source>
        <translation>Unter 1 Tag</translation>
    </message>
    <message>
        <source>under 1 min</source>
        <translation>unter 1 min</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>unfinished, call, resume</source>
        <translation>angefangen, Anruf, weiter</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Unnecessary</source>
        <translation>Unnötig</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>ungelesen</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Until tomorrow</source>
        <translation>Bis morgen</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Up to date {time}</source>
        <translation>Aktuell {time}</translation>
    </message>
    <message>
        <source>Upd.</source>
        <translation>Aktual.</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Aktualisierung</translation>
    </message>
    <message>
        <source>update due</source>
        <translation>Aktualisierung fällig</translation>
    </message>
    <message>
        <source>Update promised for</source>
        <translation>Aktualisierung zugesagt bis</translation>
    </message>
    <message>
        <source>Update this program, then connect.</source>
        <translation>Aktualisieren Sie dieses Programm und verbinden Sie dann.</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Aktualisiert</translation>
    </message>
    <message>
        <source>Updated {ago_spoken}</source>
        <translation>Aktualisiert {ago_spoken}</translation>
    </message>
    <message>
        <source>Updated {when}</source>
        <translation>Aktualisiert {when}</translation>
    </message>
    <message>
        <source>upgrade, logins, install</source>
        <translation>aktualisierung, anmeldungen, installieren</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Dringlichkeit</translation>
    </message>
    <message>
        <source>Urgency {number}</source>
        <translation>Dringlichkeit {number}</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Dringend</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>dringend</translation>
    </message>
    <message>
        <source>Urgent: page through quiet hours</source>
        <translation>Dringend: auch in Ruhezeiten alarmieren</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Use again</source>
        <translation>Wieder benutzen</translation>
    </message>
    <message>
        <source>Use as the summary</source>
        <translation>Als Zusammenfassung verwenden</translation>
    </message>
    <message>
        <source>Use of an article</source>
        <translation>Verwendung eines Artikels</translation>
    </message>
    <message>
        <source>Use the desk on this computer</source>
        <translation>Den Desk auf diesem Computer nehmen</translation>
    </message>
    <message>
        <source>Use the name that stands in the certificate. If you did, somebody else may be answering.</source>
        <translation>Nehmen Sie den Namen, der im Zertifikat steht. Wenn Sie das getan haben, antwortet vielleicht jemand anderes.</translation>
    </message>
    <message>
        <source>Use the owner's or a superuser's login for `server init` and upgrades only, and your own for work.</source>
        <translation>Nehmen Sie das Login des Eigentümers oder eines Superusers nur für `server init` und Aktualisierungen, und Ihr eigenes für die Arbeit.</translation>
    </message>
    <message>
        <source>Use the picture</source>
        <translation>Bild übernehmen</translation>
    </message>
    <message>
        <source>Use the sample policies</source>
        <translation>Die Beispielrichtlinien nehmen</translation>
    </message>
    <message>
        <source>Use the template</source>
        <translation>Vorlage einfügen</translation>
    </message>
    <message>
        <source>Use these keys</source>
        <translation>Diese Tasten nehmen</translation>
    </message>
    <message>
        <source>Use this computer</source>
        <translation>Diesen Computer nehmen</translation>
    </message>
    <message>
        <source>Use workaround</source>
        <translation>Umgehungslösung nutzen</translation>
    </message>
    <message numerus="yes">
        <source>Use {n} days</source>
        <translation>
            <numerusform>{n} Tag übernehmen</numerusform>
            <numerusform>{n} Tage übernehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>used</source>
        <translation>benutzt</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Benutzt von</translation>
    </message>
    <message>
        <source>Used by {count}</source>
        <translation>Benutzt von {count}</translation>
    </message>
    <message>
        <source>Used by {names}.</source>
        <translation>Benutzt von {names}.</translation>
    </message>
    <message>
        <source>Used the knowledge article {article}</source>
        <translation>Den Wissensartikel {article} benutzt</translation>
    </message>
    <message>
        <source>Used this</source>
        <translation>Benutzt</translation>
    </message>
    <message>
        <source>Used this article</source>
        <translation>Diesen Artikel benutzt</translation>
    </message>
    <message>
        <source>Used up at {due} UTC by {calendar}.</source>
        <translation>Verbraucht am {due} UTC nach {calendar}.</translation>
    </message>
    <message>
        <source>used {used}×</source>
        <translation>{used}× benutzt</translation>
    </message>
    <message>
        <source>Used {used}× in the last 30 days.</source>
        <translation>{used}× benutzt in den letzten 30 Tagen.</translation>
    </message>
    <message>
        <source>User error</source>
        <translation>Benutzerfehler</translation>
    </message>
    <message>
        <source>Users affected</source>
        <translation>Benutzer betroffen</translation>
    </message>
    <message>
        <source>users, accounts, agents, callers, requesters, permissions, email, mail, phone numbers, sign-in, Excel</source>
        <translation>Benutzer, Nutzer, Konten, Konto, Agenten, Anrufer, Melder, Berechtigungen, E-Mail, Email, Telefonnummern, Anmeldung, Kennwort, Excel</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>Benutzungen</translation>
    </message>
    <message>
        <source>Usual ones</source>
        <translation>Übliche</translation>
    </message>
    <message>
        <source>Usual order</source>
        <translation>Übliche Reihenfolge</translation>
    </message>
    <message>
        <source>Usual size</source>
        <translation>Übliche Größe</translation>
    </message>
    <message>
        <source>Usual size of text</source>
        <translation>Übliche Schriftgröße</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Verify everything</source>
        <translation>Alles prüfen</translation>
    </message>
    <message>
        <source>Verify the audit trail</source>
        <translation>Audit-Trail prüfen</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Version of a calendar</source>
        <translation>Version eines Kalenders</translation>
    </message>
    <message>
        <source>Version of an article</source>
        <translation>Version eines Artikels</translation>
    </message>
    <message>
        <source>Version of an SLA policy</source>
        <translation>Version einer SLA-Richtlinie</translation>
    </message>
    <message>
        <source>Version of the rules</source>
        <translation>Version der Regeln</translation>
    </message>
    <message>
        <source>Version {looked_at}</source>
        <translation>Version {looked_at}</translation>
    </message>
    <message>
        <source>Version {made} holds now; it is version {number} again</source>
        <translation>Version {made} gilt jetzt; sie ist wieder Version {number}</translation>
    </message>
    <message>
        <source>Version {number}</source>
        <translation>Version {number}</translation>
    </message>
    <message>
        <source>Version {number} holds already.</source>
        <translation>Version {number} gilt schon.</translation>
    </message>
    <message>
        <source>Version {number} of the escalation rules is published</source>
        <translation>Version {number} der Eskalationsregeln ist veröffentlicht</translation>
    </message>
    <message>
        <source>Version {number} of the policies is published</source>
        <translation>Version {number} der Richtlinien ist veröffentlicht</translation>
    </message>
    <message>
        <source>Version {number} was learned and holds.</source>
        <translation>Version {number} wurde gelernt und gilt.</translation>
    </message>
    <message>
        <source>Version {number}, learned from {learned_from} resolved incidents.</source>
        <translation>Version {number}, gelernt aus {learned_from} gelösten Incidents.</translation>
    </message>
    <message>
        <source>Version {number}, which is version {copy_of} again.</source>
        <translation>Version {number}; das ist wieder Version {copy_of}.</translation>
    </message>
    <message>
        <source>Version {number}, {day}{mark}, by {author_name}</source>
        <translation>Version {number}, {day}{mark}, von {author_name}</translation>
    </message>
    <message>
        <source>Version {shown_version}</source>
        <translation>Version {shown_version}</translation>
    </message>
    <message>
        <source>version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>Version {version} is a draft; readers see this one until it is approved.</source>
        <translation>Version {version} ist ein Entwurf; wer liest, sieht diese, bis er freigegeben ist.</translation>
    </message>
    <message>
        <source>Version {version} is in review; readers see this one until it is approved.</source>
        <translation>Version {version} wird gerade geprüft; wer liest, sieht diese, bis sie freigegeben ist.</translation>
    </message>
    <message>
        <source>Version {version} is not published yet; change that one.</source>
        <translation>Version {version} ist noch nicht veröffentlicht; ändern Sie diese.</translation>
    </message>
    <message>
        <source>Version {version} is published and never changes. Begin a new version instead.</source>
        <translation>Version {version} ist veröffentlicht und ändert sich nie. Beginnen Sie stattdessen eine neue Version.</translation>
    </message>
    <message>
        <source>Version {version} is published and never changes. Begin a new version to change it.</source>
        <translation>Version {version} ist veröffentlicht und ändert sich nie. Beginnen Sie eine neue Version, um sie zu ändern.</translation>
    </message>
    <message>
        <source>Version {version}, from {since}</source>
        <translation>Version {version}, ab {since}</translation>
    </message>
    <message>
        <source>Version {version}, {state}</source>
        <translation>Version {version}, {state}</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>VIP</source>
        <translation>VIP</translation>
    </message>
    <message>
        <source>VIP: shown in every incident they report</source>
        <translation>VIP: wird in jedem Incident gezeigt, den sie meldet</translation>
    </message>
    <message>
        <source>Visibility</source>
        <translation>Sichtbarkeit</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>Ungültig</translation>
    </message>
    <message>
        <source>w, week, weeks</source>
        <translation>w, woche, wochen</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>Wait reasons</source>
        <translation>Gründe zu warten</translation>
    </message>
    <message>
        <source>Wait until: 1 to 4 and Enter, tomorrow 9, in 2 h, fri 14:30</source>
        <translation>Warten bis: 1 bis 4 und Enter, morgen 9, in 2 h, fr 14:30</translation>
    </message>
    <message>
        <source>wait, pause, pending</source>
        <translation>warten, pause, ausstehend</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Waiting for acknowledgement</source>
        <translation>Wartet auf Bestätigung</translation>
    </message>
    <message>
        <source>Waiting for the caller needs a reply that says what is needed from them.</source>
        <translation>Das Warten auf den Melder braucht eine Antwort, die sagt, was von ihm gebraucht wird.</translation>
    </message>
    <message>
        <source>Waiting for {server}</source>
        <translation>Wartet auf {server}</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Wartet auf das Senden</translation>
    </message>
    <message>
        <source>Waiting, and when to chase</source>
        <translation>Wartend, und wann nachzufragen ist</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>Wartet auf</translation>
    </message>
    <message>
        <source>Waits for a decision</source>
        <translation>Wartet auf eine Entscheidung</translation>
    </message>
    <message>
        <source>waits for acknowledgement</source>
        <translation>wartet auf Bestätigung</translation>
    </message>
    <message>
        <source>waits for acknowledgement by {by}</source>
        <translation>wartet auf Bestätigung bis {by}</translation>
    </message>
    <message>
        <source>Waits for approval</source>
        <translation>Wartet auf Freigabe</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>Wartet, bis er dran ist</translation>
    </message>
    <message>
        <source>waits for nobody</source>
        <translation>wartet auf niemanden</translation>
    </message>
    <message>
        <source>Waits to be sorted</source>
        <translation>Wartet aufs Einsortieren</translation>
    </message>
    <message>
        <source>waits until {reached_words}, which no policy watches. Add it to a policy.</source>
        <translation>wartet, bis gilt: {reached_words}. Das überwacht keine Richtlinie. Ergänzen Sie es in einer.</translation>
    </message>
    <message>
        <source>Wake it now</source>
        <translation>Jetzt wecken</translation>
    </message>
    <message>
        <source>Walk-in</source>
        <translation>Persönlich</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>War</translation>
    </message>
    <message>
        <source>was changed without ever having been recorded as new.</source>
        <translation>wurde geändert, ohne je als neu vermerkt worden zu sein.</translation>
    </message>
    <message>
        <source>was deleted without ever having been recorded.</source>
        <translation>wurde gelöscht, ohne je vermerkt worden zu sein.</translation>
    </message>
    <message>
        <source>Was due {when}</source>
        <translation>War fällig {when}</translation>
    </message>
    <message>
        <source>was due {when}</source>
        <translation>war fällig {when}</translation>
    </message>
    <message>
        <source>Was there when the audit trail began</source>
        <translation>War da, als der Audit-Trail begann</translation>
    </message>
    <message>
        <source>was written over: it is recorded as new a second time.</source>
        <translation>wurde überschrieben: Es ist ein zweites Mal als neu vermerkt.</translation>
    </message>
    <message>
        <source>Was: {value}</source>
        <translation>War: {value}</translation>
    </message>
    <message>
        <source>watch, subscribe</source>
        <translation>beobachten, abonnieren</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>Mi</translation>
    </message>
    <message>
        <source>wed, wednesday</source>
        <translation>mi, mittwoch</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>Mittwoch</translation>
    </message>
    <message>
        <source>Week {number}</source>
        <translation>Woche {number}</translation>
    </message>
    <message>
        <source>Welcome to Mainstay</source>
        <translation>Willkommen bei Mainstay</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What an export is not</source>
        <translation>Was ein Export nicht ist</translation>
    </message>
    <message>
        <source>What an incident on hold can wait for, in the order of its digits. Which reason stops which clock is ticked in the SLA policies, under Pauses.</source>
        <translation>Worauf ein wartender Incident warten kann, in der Reihenfolge der Ziffern. Welcher Grund welche Uhr anhält, haken Sie in den SLA-Richtlinien unter Pausen an.</translation>
    </message>
    <message>
        <source>What are you looking for?</source>
        <translation>Was suchen Sie?</translation>
    </message>
    <message>
        <source>What becomes of each row</source>
        <translation>Was aus jeder Zeile wird</translation>
    </message>
    <message>
        <source>What becomes of the open work</source>
        <translation>Was aus der offenen Arbeit wird</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich änderte</translation>
    </message>
    <message>
        <source>What changed from version {older} to version {newer}.</source>
        <translation>Was sich von Version {older} zu Version {newer} änderte.</translation>
    </message>
    <message>
        <source>What changed in this version</source>
        <translation>Was sich in dieser Version änderte</translation>
    </message>
    <message>
        <source>What changed, for those who read the history</source>
        <translation>Was sich änderte, für die Leser des Verlaufs</translation>
    </message>
    <message>
        <source>What commands act on; Backspace in the empty field takes it away</source>
        <translation>Womit die Befehle arbeiten; Rücktaste im leeren Feld nimmt es weg</translation>
    </message>
    <message>
        <source>What concerns you is told here.</source>
        <translation>Was Sie betrifft, steht hier.</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
        <source>What does not work, in one line</source>
        <translation>Was nicht geht, in einer Zeile</translation>
    </message>
    <message>
        <source>What frequent incidents begin with. {key} in a new incident uses one; what was typed there already stays.</source>
        <translation>Womit häufige Incidents beginnen. {key} in einem neuen Incident nimmt eine; was dort schon steht, bleibt.</translation>
    </message>
    <message>
        <source>what hangs on it</source>
        <translation>was an ihm hängt</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>What happened, who is affected, what is being done</source>
        <translation>Was geschehen ist, wer betroffen ist, was getan wird</translation>
    </message>
    <message>
        <source>What happened:</source>
        <translation>Was geschehen ist:</translation>
    </message>
    <message>
        <source>What happens by itself</source>
        <translation>Was von selbst geschieht</translation>
    </message>
    <message>
        <source>What has no rule</source>
        <translation>Was keine Regel hat</translation>
    </message>
    <message>
        <source>What helped before</source>
        <translation>Was früher half</translation>
    </message>
    <message>
        <source>What helps until it is mended</source>
        <translation>Was hilft, bis es behoben ist</translation>
    </message>
    <message>
        <source>What imports brought of {subject}</source>
        <translation>Was Importe an {subject} brachten</translation>
    </message>
    <message>
        <source>what is affected</source>
        <translation>was betroffen ist</translation>
    </message>
    <message>
        <source>What is asked; each caller reads it</source>
        <translation>Was gefragt wird; jeder Melder liest es</translation>
    </message>
    <message>
        <source>What is assigned to them, as far as you see it. It stays theirs until moved.</source>
        <translation>Was ihr zugewiesen ist, soweit Sie es sehen. Es bleibt bei ihr, bis es verschoben wird.</translation>
    </message>
    <message>
        <source>What is done at the desk from now on stands here.</source>
        <translation>Was von nun an am Desk getan wird, steht hier.</translation>
    </message>
    <message>
        <source>What is done with the part</source>
        <translation>Was mit dem Ausschnitt geschieht</translation>
    </message>
    <message>
        <source>What is filled in</source>
        <translation>Was eingetragen wird</translation>
    </message>
    <message>
        <source>What is handed over at the end of a shift is kept here.</source>
        <translation>Was am Ende einer Schicht übergeben wird, bleibt hier.</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>Was bekannt ist</translation>
    </message>
    <message>
        <source>What is known already</source>
        <translation>Was schon bekannt ist</translation>
    </message>
    <message>
        <source>What is missing or wrong, for whoever wrote it</source>
        <translation>Was fehlt oder falsch ist, für den, der ihn schrieb</translation>
    </message>
    <message>
        <source>What is no longer true is retired, and can be restored.</source>
        <translation>Was nicht mehr stimmt, wird zurückgezogen und kann wiederhergestellt werden.</translation>
    </message>
    <message>
        <source>What is seen, since when, and where</source>
        <translation>Was zu sehen ist, seit wann und wo</translation>
    </message>
    <message>
        <source>What is sent to review stands here until somebody approves it.</source>
        <translation>Was zur Prüfung gesendet ist, steht hier, bis es jemand freigibt.</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>What is written</source>
        <translation>Was geschrieben ist</translation>
    </message>
    <message>
        <source>What is written is checked</source>
        <translation>Was geschrieben wird, wird geprüft</translation>
    </message>
    <message>
        <source>What it counts</source>
        <translation>Was sie zählt</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was es tut</translation>
    </message>
    <message>
        <source>What it does to the business</source>
        <translation>Was es für den Betrieb bedeutet</translation>
    </message>
    <message>
        <source>What it is, such as server, printer or program.</source>
        <translation>Was es ist, etwa Server, Drucker oder Programm.</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Was es sagt</translation>
    </message>
    <message>
        <source>What it shows, such as: Network, due today</source>
        <translation>Was sie zeigt, etwa: Netzwerk, heute fällig</translation>
    </message>
    <message>
        <source>What it waits for</source>
        <translation>Worauf er wartet</translation>
    </message>
    <message>
        <source>what it waits for while it is on hold</source>
        <translation>worauf es wartet</translation>
    </message>
    <message>
        <source>what kind it is</source>
        <translation>welcher Art er ist</translation>
    </message>
    <message>
        <source>What knowledge is worth</source>
        <translation>Was Wissen wert ist</translation>
    </message>
    <message>
        <source>What knowledge is worth, in figures</source>
        <translation>Was Wissen wert ist, in Zahlen</translation>
    </message>
    <message>
        <source>What leaves the desk</source>
        <translation>Was den Desk verlässt</translation>
    </message>
    <message>
        <source>What lies behind it, once that is known</source>
        <translation>Was dahintersteckt, sobald es bekannt ist</translation>
    </message>
    <message>
        <source>What mends it for good</source>
        <translation>Was es endgültig behebt</translation>
    </message>
    <message>
        <source>What nobody acknowledges in time is passed on</source>
        <translation>Was niemand rechtzeitig bestätigt, wird weitergereicht</translation>
    </message>
    <message>
        <source>What nobody owns when a group closes is offered here.</source>
        <translation>Was niemandem gehört, wenn eine Gruppe schließt, wird hier angeboten.</translation>
    </message>
    <message>
        <source>What people use and report about. SLA policies and escalation rules can name it.</source>
        <translation>Was Menschen benutzen und melden. SLA-Richtlinien und Eskalationsregeln können es nennen.</translation>
    </message>
    <message>
        <source>What readers will see</source>
        <translation>Was Leser sehen werden</translation>
    </message>
    <message>
        <source>What sets the rule off</source>
        <translation>Was die Regel auslöst</translation>
    </message>
    <message>
        <source>What stands open could not be read</source>
        <translation>Was offen ist, ließ sich nicht lesen</translation>
    </message>
    <message>
        <source>What stands still without it.</source>
        <translation>Was ohne es stillsteht.</translation>
    </message>
    <message>
        <source>What the bell told people, read or not, goes after that time; of open incidents never. What it was about stands in the incidents.</source>
        <translation>Was die Glocke gemeldet hat, gelesen oder nicht, wird nach dieser Zeit entfernt; von offenen Incidents nie. Worum es ging, steht in den Incidents.</translation>
    </message>
    <message>
        <source>What the caller has open, what sounds the same, articles and what helped before appear while you type.</source>
        <translation>Was der Melder offen hat, was gleich klingt, Artikel und was früher half, erscheint beim Schreiben.</translation>
    </message>
    <message>
        <source>What the figures count</source>
        <translation>Was die Zahlen zählen</translation>
    </message>
    <message>
        <source>What the incident waits for</source>
        <translation>Worauf der Incident wartet</translation>
    </message>
    <message>
        <source>What the next agent should know</source>
        <translation>Was der nächste Bearbeiter wissen soll</translation>
    </message>
    <message>
        <source>What the other terms find is shown.</source>
        <translation>Gezeigt wird, was die übrigen Begriffe finden.</translation>
    </message>
    <message>
        <source>What the step does</source>
        <translation>Was der Schritt tut</translation>
    </message>
    <message>
        <source>What the timeline shows</source>
        <translation>Was die Zeitleiste zeigt</translation>
    </message>
    <message>
        <source>What there is to hand over could not be read. {error}</source>
        <translation>Was zu übergeben ist, konnte nicht gelesen werden. {error}</translation>
    </message>
    <message>
        <source>What these rules would have done over the last 30 days. Nothing is changed.</source>
        <translation>Was diese Regeln in den letzten 30 Tagen getan hätten. Nichts wird geändert.</translation>
    </message>
    <message>
        <source>What they may do at the desk. Only administrators change it.</source>
        <translation>Was sie am Desk darf. Nur Administratoren ändern es.</translation>
    </message>
    <message>
        <source>What they wait for</source>
        <translation>Worauf sie warten</translation>
    </message>
    <message>
        <source>what this anchor closed was changed: its list of chains is not as it was.</source>
        <translation>was dieser Anker abschloss, wurde geändert: Seine Liste von Ketten ist nicht, wie sie war.</translation>
    </message>
    <message>
        <source>What this list shows…</source>
        <translation>Was diese Liste zeigt…</translation>
    </message>
    <message>
        <source>What users saw</source>
        <translation>Was Benutzer sahen</translation>
    </message>
    <message>
        <source>what users saw</source>
        <translation>was Benutzer sahen</translation>
    </message>
    <message>
        <source>What waits cannot be shown</source>
        <translation>Wartendes kann nicht gezeigt werden</translation>
    </message>
    <message>
        <source>What was chosen as “{field}” does not exist any more.</source>
        <translation>Was als „{field}“ gewählt war, gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>What was decided about the major incident was taken back</source>
        <translation>Die Entscheidung über den Major Incident wurde zurückgenommen</translation>
    </message>
    <message>
        <source>What was decided, and what was known.</source>
        <translation>Was entschieden wurde und was bekannt war.</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Was getan wurde</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>What was learned before does as well; it stays.</source>
        <translation>Was vorher gelernt wurde, ist nicht schlechter; es bleibt.</translation>
    </message>
    <message>
        <source>What was resolved most often without an article, by service and category.</source>
        <translation>Was am häufigsten ohne Artikel gelöst wurde, nach Service und Kategorie.</translation>
    </message>
    <message>
        <source>What was taken</source>
        <translation>Was entfernt wurde</translation>
    </message>
    <message>
        <source>What was tried</source>
        <translation>Was versucht wurde</translation>
    </message>
    <message>
        <source>What was tried (the others read it first)</source>
        <translation>Was versucht wurde (die anderen lesen es zuerst)</translation>
    </message>
    <message>
        <source>What we are doing:</source>
        <translation>Was wir tun:</translation>
    </message>
    <message>
        <source>What went badly</source>
        <translation>Was schlecht lief</translation>
    </message>
    <message>
        <source>What went well</source>
        <translation>Was gut lief</translation>
    </message>
    <message>
        <source>What will be sent</source>
        <translation>Was gesendet wird</translation>
    </message>
    <message>
        <source>What would be due when, by what is on the screen now. Nothing is saved.</source>
        <translation>Was wann fällig wäre, nach dem, was jetzt auf dem Bildschirm steht. Nichts wird gespeichert.</translation>
    </message>
    <message>
        <source>What you changed last</source>
        <translation>Was Sie zuletzt änderten</translation>
    </message>
    <message>
        <source>What you had changed and not published is here again.</source>
        <translation>Was Sie geändert und nicht veröffentlicht hatten, ist wieder da.</translation>
    </message>
    <message>
        <source>What you had changed and not saved is here again.</source>
        <translation>Was Sie geändert und nicht gespeichert hatten, ist wieder da.</translation>
    </message>
    <message>
        <source>What you had typed and not saved is here again.</source>
        <translation>Was Sie geschrieben und nicht gespeichert hatten, ist wieder da.</translation>
    </message>
    <message>
        <source>What you had typed is here again. </source>
        <translation>Was Sie geschrieben hatten, ist wieder da. </translation>
    </message>
    <message>
        <source>What you type cannot be kept as a draft: {error}. Free some space, and send it before you close.</source>
        <translation>Was Sie schreiben, kann nicht als Entwurf behalten werden: {error}. Schaffen Sie Platz, und senden Sie es, bevor Sie schließen.</translation>
    </message>
    <message>
        <source>What you typed in {fields} and had not saved was brought back.</source>
        <translation>Was Sie in {fields} geschrieben und nicht gespeichert hatten, wurde zurückgeholt.</translation>
    </message>
    <message>
        <source>What you wrote cannot be kept in {path}: {error}. It stays in its field; free some space.</source>
        <translation>Was Sie geschrieben haben, kann in {path} nicht behalten werden: {error}. Es bleibt in seinem Feld; schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>Whatever is written and not yet sent to review stands here.</source>
        <translation>Was geschrieben und noch nicht zur Prüfung gesendet ist, steht hier.</translation>
    </message>
    <message>
        <source>Whatever was looked for more than once was found.</source>
        <translation>Was mehr als einmal gesucht wurde, wurde gefunden.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wenn</translation>
    </message>
    <message>
        <source>When </source>
        <translation>Sobald gilt: </translation>
    </message>
    <message>
        <source>When is the {what}? Write it like 2026-12-04 09:30.</source>
        <translation>Wann ist es ({what})? Schreiben Sie es wie 2026-12-04 09:30.</translation>
    </message>
    <message>
        <source>When it happened</source>
        <translation>Wann es geschah</translation>
    </message>
    <message>
        <source>when it is due</source>
        <translation>wann er fällig ist</translation>
    </message>
    <message>
        <source>when it is due: today, 2d</source>
        <translation>wann er fällig ist: today, 2d</translation>
    </message>
    <message>
        <source>when it was closed</source>
        <translation>wann er geschlossen wurde</translation>
    </message>
    <message>
        <source>when it was last touched: &lt;-3d</source>
        <translation>wann er zuletzt berührt wurde: &lt;-3d</translation>
    </message>
    <message>
        <source>when it was opened: today, -7d, 2026-11-01</source>
        <translation>wann er eröffnet wurde: today, -7d, 2026-11-01</translation>
    </message>
    <message>
        <source>when it was resolved</source>
        <translation>wann er gelöst wurde</translation>
    </message>
    <message>
        <source>When the shift of a group ends, what nobody owns is offered to the group that takes over.</source>
        <translation>Wenn die Schicht einer Gruppe endet, wird, was niemandem gehört, der ablösenden Gruppe angeboten.</translation>
    </message>
    <message>
        <source>When the version begins to hold</source>
        <translation>Ab wann die Version gilt</translation>
    </message>
    <message>
        <source>When urgent</source>
        <translation>Wenn dringend</translation>
    </message>
    <message>
        <source>where it happened</source>
        <translation>wo es geschah</translation>
    </message>
    <message>
        <source>Where it is.</source>
        <translation>Wo es ist.</translation>
    </message>
    <message>
        <source>Where it puts the incident on hold.</source>
        <translation>Wo es den Incident zurückstellt.</translation>
    </message>
    <message>
        <source>Where it resolves; the text says how it was resolved.</source>
        <translation>Wo es löst; der Text sagt, wie gelöst wurde.</translation>
    </message>
    <message>
        <source>where it stands</source>
        <translation>wo er steht</translation>
    </message>
    <message>
        <source>Where it was used</source>
        <translation>Wo er benutzt wurde</translation>
    </message>
    <message>
        <source>Where people work. SLA policies and escalation rules can name it.</source>
        <translation>Wo Menschen arbeiten. SLA-Richtlinien und Eskalationsregeln können ihn nennen.</translation>
    </message>
    <message>
        <source>Where suggestions say 70 %, seven of ten should be right.</source>
        <translation>Wo Vorschläge 70 % sagen, sollten sieben von zehn stimmen.</translation>
    </message>
    <message>
        <source>Where they work.</source>
        <translation>Wo die Person arbeitet.</translation>
    </message>
    <message>
        <source>Where we were lucky</source>
        <translation>Wo wir Glück hatten</translation>
    </message>
    <message>
        <source>Whether the desk asks</source>
        <translation>Ob der Desk fragt</translation>
    </message>
    <message>
        <source>Which articles</source>
        <translation>Welche Artikel</translation>
    </message>
    <message>
        <source>Which clock</source>
        <translation>Welche Uhr</translation>
    </message>
    <message>
        <source>Which column of the file holds what. What is left out stays as it is.</source>
        <translation>Welche Spalte der Datei was enthält. Was ausgelassen ist, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Which escalations</source>
        <translation>Welche Eskalationen</translation>
    </message>
    <message>
        <source>Which incidents</source>
        <translation>Welche Incidents</translation>
    </message>
    <message>
        <source>Which incidents the policies are for</source>
        <translation>Für welche Incidents die Richtlinien sind</translation>
    </message>
    <message>
        <source>Which one stays?</source>
        <translation>Welcher bleibt?</translation>
    </message>
    <message>
        <source>Which problems</source>
        <translation>Welche Probleme</translation>
    </message>
    <message>
        <source>Which reviews</source>
        <translation>Welche Nachbetrachtungen</translation>
    </message>
    <message>
        <source>While an incident is on hold for a ticked reason, the clock stands still.</source>
        <translation>Solange ein Incident aus einem angekreuzten Grund wartet, steht die Uhr.</translation>
    </message>
    <message>
        <source>While the window is not in front, what is yours and presses is shown by the system too, with an icon in its tray. A desktop without a tray shows it at the bell alone.</source>
        <translation>Solange das Fenster nicht vorn ist, zeigt auch das System, was Sie angeht und drängt, mit einem Symbol im Infobereich. Auf einem Rechner ohne Infobereich steht es nur bei der Glocke.</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>who called</source>
        <translation>wer gemeldet hat</translation>
    </message>
    <message>
        <source>Who can run it</source>
        <translation>Wer es ausführen kann</translation>
    </message>
    <message>
        <source>Who can use it</source>
        <translation>Wer sie benutzen kann</translation>
    </message>
    <message>
        <source>Who changed the hours of a team or of a person is told by the history of that team or person.</source>
        <translation>Wer die Zeiten eines Teams oder einer Person geändert hat, steht im Verlauf dieses Teams oder dieser Person.</translation>
    </message>
    <message>
        <source>Who changed what</source>
        <translation>Wer was geändert hat</translation>
    </message>
    <message>
        <source>Who confirmed</source>
        <translation>Wer bestätigt hat</translation>
    </message>
    <message>
        <source>Who is affected:</source>
        <translation>Wer betroffen ist:</translation>
    </message>
    <message>
        <source>Who is it?</source>
        <translation>Wer ist es?</translation>
    </message>
    <message>
        <source>Who is removed is cut off at once</source>
        <translation>Wer entfernt wird, wird sofort getrennt</translation>
    </message>
    <message>
        <source>Who is to be told</source>
        <translation>Wer es erfahren soll</translation>
    </message>
    <message>
        <source>Who leads it</source>
        <translation>Wer ihn leitet</translation>
    </message>
    <message>
        <source>Who leads it (decides and informs; others repair)</source>
        <translation>Wer ihn leitet (entscheidet und informiert; andere beheben)</translation>
    </message>
    <message>
        <source>who leads the major incident</source>
        <translation>wer den Major Incident leitet</translation>
    </message>
    <message>
        <source>Who may call which function</source>
        <translation>Wer welche Funktion aufrufen darf</translation>
    </message>
    <message>
        <source>Who may read the file</source>
        <translation>Wer die Datei lesen darf</translation>
    </message>
    <message>
        <source>Who owns an article looks after it. The owner is set beside the article.</source>
        <translation>Wer einen Artikel besitzt, pflegt ihn. Der Besitzer steht neben dem Artikel.</translation>
    </message>
    <message>
        <source>Who reads it</source>
        <translation>Wer ihn liest</translation>
    </message>
    <message>
        <source>Who reads the message</source>
        <translation>Wer die Nachricht liest</translation>
    </message>
    <message>
        <source>Who sees it</source>
        <translation>Wer sie sieht</translation>
    </message>
    <message>
        <source>Who sees which rows</source>
        <translation>Wer welche Zeilen sieht</translation>
    </message>
    <message>
        <source>Who vanishes gives locks back</source>
        <translation>Wer verschwindet, gibt Sperren frei</translation>
    </message>
    <message>
        <source>Who works at the desk, who calls it, and what each may do.</source>
        <translation>Wer am Desk arbeitet, wer anruft und was jeder darf.</translation>
    </message>
    <message>
        <source>who works on it</source>
        <translation>wer ihn bearbeitet</translation>
    </message>
    <message>
        <source>Whoever comes next</source>
        <translation>Wer als Nächstes kommt</translation>
    </message>
    <message>
        <source>whoever comes next</source>
        <translation>wer als Nächstes kommt</translation>
    </message>
    <message>
        <source>Whoever is on the way can read what is sent, and the key. Use https where the server can.</source>
        <translation>Wer unterwegs ist, kann das Gesendete und den Schlüssel lesen. Nehmen Sie https, wenn der Server es kann.</translation>
    </message>
    <message>
        <source>Whoever is there</source>
        <translation>Wer da ist</translation>
    </message>
    <message>
        <source>Whoever leads it must be able to see it: choose a member of the group that may.</source>
        <translation>Wer ihn leitet, muss ihn sehen können: Wählen Sie ein Mitglied der Gruppe, die es darf.</translation>
    </message>
    <message>
        <source>Whoever runs it</source>
        <translation>Wer es ausführt</translation>
    </message>
    <message>
        <source>whoever runs it</source>
        <translation>wer es ausführt</translation>
    </message>
    <message>
        <source>Whoever runs it has to allow it in pg_hba.conf: hostssl, your network, scram-sha-256.</source>
        <translation>Wer ihn betreibt, muss es in pg_hba.conf erlauben: hostssl, Ihr Netz, scram-sha-256.</translation>
    </message>
    <message>
        <source>Whoever runs it has to use scram-sha-256 in pg_hba.conf, and set the password anew after that.</source>
        <translation>Wer ihn betreibt, muss in pg_hba.conf scram-sha-256 nehmen und das Passwort danach neu setzen.</translation>
    </message>
    <message>
        <source>Whoever runs the server has to renew it. Also look at the date of this computer.</source>
        <translation>Der Betreiber des Servers muss es erneuern. Prüfen Sie auch das Datum dieses Computers.</translation>
    </message>
    <message>
        <source>Whoever runs the server tells you these details.</source>
        <translation>Diese Angaben bekommen Sie vom Betreiber des Servers.</translation>
    </message>
    <message>
        <source>Whoever runs the timers looks every six hours. Each time stands in the audit log with its counts.</source>
        <translation>Wer die Timer laufen lässt, sieht alle sechs Stunden nach. Jedes Mal steht mit seinen Zahlen im Audit-Log.</translation>
    </message>
    <message>
        <source>whoever works on it</source>
        <translation>wer ihn bearbeitet</translation>
    </message>
    <message>
        <source>Whole country</source>
        <translation>Ganzes Land</translation>
    </message>
    <message>
        <source>Whole day</source>
        <translation>Ganzer Tag</translation>
    </message>
    <message>
        <source>whole day</source>
        <translation>ganzer Tag</translation>
    </message>
    <message>
        <source>Whole: {looked}. There is no anchor yet, so the end of a chain could have been cut off unseen.</source>
        <translation>Vollständig: {looked}. Es gibt noch keinen Anker, also könnte das Ende einer Kette ungesehen abgeschnitten sein.</translation>
    </message>
    <message>
        <source>Whole: {looked}.{outside}</source>
        <translation>Vollständig: {looked}.{outside}</translation>
    </message>
    <message>
        <source>Whom to notify</source>
        <translation>Wer benachrichtigt wird</translation>
    </message>
    <message>
        <source>Whose escalations</source>
        <translation>Wessen Eskalationen</translation>
    </message>
    <message>
        <source>Whose work they take, and whose restricted incidents they see.</source>
        <translation>Wessen Arbeit sie übernimmt und wessen beschränkte Incidents sie sieht.</translation>
    </message>
    <message>
        <source>Why does the {clock_label} clock stand so?</source>
        <translation>Warum steht die Uhr „{clock_label}“ so?</translation>
    </message>
    <message>
        <source>Why is it closed without being resolved?</source>
        <translation>Warum wird es ungelöst geschlossen?</translation>
    </message>
    <message>
        <source>Why it goes back, and what was found out</source>
        <translation>Warum es zurückgeht und was herausgefunden wurde</translation>
    </message>
    <message>
        <source>Why it is canceled</source>
        <translation>Warum er storniert wird</translation>
    </message>
    <message>
        <source>Why it is held back</source>
        <translation>Warum er zurückgehalten wird</translation>
    </message>
    <message>
        <source>Why it is none (whoever proposed it reads it)</source>
        <translation>Warum er keiner ist (wer vorschlug, liest es)</translation>
    </message>
    <message>
        <source>Why it is none any more</source>
        <translation>Warum er keiner mehr ist</translation>
    </message>
    <message>
        <source>Why it is one (for the journal)</source>
        <translation>Warum er einer ist (für das Journal)</translation>
    </message>
    <message>
        <source>Why it is reopened</source>
        <translation>Warum er wieder geöffnet wird</translation>
    </message>
    <message>
        <source>Why nobody should follow it any more</source>
        <translation>Warum ihm niemand mehr folgen soll</translation>
    </message>
    <message>
        <source>Why the clocks of {number} stand so</source>
        <translation>Warum die Uhren von {number} so stehen</translation>
    </message>
    <message>
        <source>Why the clocks stand so</source>
        <translation>Warum die Uhren so stehen</translation>
    </message>
    <message>
        <source>Why the clocks stand so…</source>
        <translation>Warum die Uhren so stehen…</translation>
    </message>
    <message>
        <source>Why the escalation is over</source>
        <translation>Warum die Eskalation vorbei ist</translation>
    </message>
    <message>
        <source>Why the matrix does not fit</source>
        <translation>Warum die Matrix nicht passt</translation>
    </message>
    <message>
        <source>Why they are canceled</source>
        <translation>Warum sie storniert werden</translation>
    </message>
    <message>
        <source>Why they are reopened</source>
        <translation>Warum sie wieder geöffnet werden</translation>
    </message>
    <message>
        <source>Why this is promised</source>
        <translation>Warum das zugesagt wird</translation>
    </message>
    <message>
        <source>Why, for the journal</source>
        <translation>Warum, für das Journal</translation>
    </message>
    <message>
        <source>Why, such as the number of a case</source>
        <translation>Warum, etwa ein Aktenzeichen</translation>
    </message>
    <message>
        <source>Why: who is hit, and how</source>
        <translation>Warum: wer betroffen ist und wie</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Will not be done in time</source>
        <translation>Wird nicht rechtzeitig fertig</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Windows and limits</source>
        <translation>Fristen und Grenzen</translation>
    </message>
    <message>
        <source>With a team</source>
        <translation>Mit einem Team</translation>
    </message>
    <message>
        <source>withdraw</source>
        <translation>zurückziehen</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Zurückgezogen</translation>
    </message>
    <message>
        <source>Without a language only the words themselves are found, and their beginnings while you type.</source>
        <translation>Ohne Sprache werden nur die Wörter selbst gefunden, und ihre Anfänge, während Sie tippen.</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>Without a password, and so not able to sign in: {names}.</source>
        <translation>Ohne Passwort, und so nicht fähig, sich anzumelden: {names}.</translation>
    </message>
    <message>
        <source>without a time</source>
        <translation>ohne Zeit</translation>
    </message>
    <message>
        <source>Without one, time counts round the clock. Make one with the hours of your desk.</source>
        <translation>Ohne einen zählt die Zeit rund um die Uhr. Machen Sie einen mit den Zeiten Ihres Desks.</translation>
    </message>
    <message>
        <source>Without TLS everybody on the way to {host} could read along. Use sslmode=verify-full.</source>
        <translation>Ohne TLS könnte jeder auf dem Weg zu {host} mitlesen. Nehmen Sie sslmode=verify-full.</translation>
    </message>
    <message>
        <source>Without words</source>
        <translation>Ohne Worte</translation>
    </message>
    <message>
        <source>Word for priority {number}</source>
        <translation>Wort für Priorität {number}</translation>
    </message>
    <message>
        <source>words of it and of the caller's name</source>
        <translation>Wörter daraus und aus dem Namen des Melders</translation>
    </message>
    <message>
        <source>words of the short description</source>
        <translation>Wörter der Kurzbeschreibung</translation>
    </message>
    <message>
        <source>Words or numbers to look for among the problems</source>
        <translation>Wörter oder Nummern, die unter den Problemen gesucht werden</translation>
    </message>
    <message>
        <source>Words that were looked for at least twice, by anybody, and are in no article yet. Kept are words and how often on which day, never who looked; what has an address or four digits in a row is not kept at all.</source>
        <translation>Wörter, die mindestens zweimal gesucht wurden, von wem auch immer, und noch in keinem Artikel stehen. Behalten werden Wörter und wie oft an welchem Tag, nie wer suchte; was eine Adresse oder vier Ziffern hintereinander enthält, wird gar nicht behalten.</translation>
    </message>
    <message>
        <source>words, spelling, stemming</source>
        <translation>Wörter, Schreibweise, Wortformen</translation>
    </message>
    <message>
        <source>Work at another desk</source>
        <translation>An einem anderen Desk arbeiten</translation>
    </message>
    <message>
        <source>Work began</source>
        <translation>Arbeit begonnen</translation>
    </message>
    <message>
        <source>Work note</source>
        <translation>Interne Notiz</translation>
    </message>
    <message>
        <source>work note, comment</source>
        <translation>Arbeitsnotiz, Kommentar</translation>
    </message>
    <message>
        <source>Work resumed</source>
        <translation>Arbeit fortgesetzt</translation>
    </message>
    <message>
        <source>Workaround</source>
        <translation>Umgehungslösung</translation>
    </message>
    <message>
        <source>Workaround confirmed</source>
        <translation>Umgehungslösung bestätigt</translation>
    </message>
    <message>
        <source>Workaround proposed</source>
        <translation>Umgehungslösung vorgeschlagen</translation>
    </message>
    <message>
        <source>Workaround provided</source>
        <translation>Umgehungslösung bereitgestellt</translation>
    </message>
    <message>
        <source>workaround, cause</source>
        <translation>umgehungslösung, ursache</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Working time decides who is on duty, and when notifications wait for the morning.</source>
        <translation>Die Arbeitszeit entscheidet, wer im Dienst ist und wann Benachrichtigungen bis zum Morgen warten.</translation>
    </message>
    <message>
        <source>Working together</source>
        <translation>Zusammen arbeiten</translation>
    </message>
    <message>
        <source>Workload</source>
        <translation>Auslastung</translation>
    </message>
    <message>
        <source>Works by</source>
        <translation>Arbeitet nach</translation>
    </message>
    <message>
        <source>would have acted {times_words}</source>
        <translation>hätten {times_words} gegriffen</translation>
    </message>
    <message>
        <source>would have notified {meant}, but there is nobody</source>
        <translation>zu benachrichtigen wäre: {meant}, doch da ist niemand</translation>
    </message>
    <message>
        <source>would never have acted</source>
        <translation>hätten nie gegriffen</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Write a number such as 2, &gt;0, &lt;=5 or 1..3.</source>
        <translation>Schreiben Sie eine Zahl wie 2, &gt;0, &lt;=5 oder 1..3.</translation>
    </message>
    <message>
        <source>Write a reply</source>
        <translation>Antwort schreiben</translation>
    </message>
    <message>
        <source>Write a stakeholder update</source>
        <translation>Ein Stakeholder-Update schreiben</translation>
    </message>
    <message>
        <source>Write a word; signs alone are not looked for.</source>
        <translation>Schreiben Sie ein Wort; Zeichen allein werden nicht gesucht.</translation>
    </message>
    <message>
        <source>Write an age such as &gt;3d, &lt;2h or 1d..1w.</source>
        <translation>Schreiben Sie ein Alter wie &gt;3d, &lt;2h oder 1d..1w.</translation>
    </message>
    <message>
        <source>Write an article</source>
        <translation>Artikel schreiben</translation>
    </message>
    <message>
        <source>Write an article about the known error</source>
        <translation>Einen Artikel über den bekannten Fehler schreiben</translation>
    </message>
    <message>
        <source>Write an article: {name}, {counted}</source>
        <translation>Artikel schreiben: {name}, {counted}</translation>
    </message>
    <message>
        <source>Write at least one contributing cause.</source>
        <translation>Schreiben Sie mindestens eine mitwirkende Ursache.</translation>
    </message>
    <message>
        <source>Write down</source>
        <translation>Aufschreiben</translation>
    </message>
    <message>
        <source>Write down what solved something</source>
        <translation>Aufschreiben, was etwas gelöst hat</translation>
    </message>
    <message>
        <source>Write down what was found out</source>
        <translation>Aufschreiben, was herausgefunden wurde</translation>
    </message>
    <message>
        <source>Write how it was resolved; the caller and the next agent read it.</source>
        <translation>Schreiben Sie, wie er gelöst wurde; der Melder und der nächste Bearbeiter lesen es.</translation>
    </message>
    <message>
        <source>Write in one line what does not work.</source>
        <translation>Schreiben Sie in einer Zeile, was nicht geht.</translation>
    </message>
    <message>
        <source>Write in one or two sentences what the article is about.</source>
        <translation>Schreiben Sie in ein, zwei Sätzen, worum es in dem Artikel geht.</translation>
    </message>
    <message>
        <source>Write into the history</source>
        <translation>In den Verlauf schreiben</translation>
    </message>
    <message>
        <source>Write or preview</source>
        <translation>Schreiben oder ansehen</translation>
    </message>
    <message>
        <source>Write the address of the server first.</source>
        <translation>Schreiben Sie zuerst die Adresse des Servers.</translation>
    </message>
    <message>
        <source>Write the executive summary.</source>
        <translation>Schreiben Sie die Kurzfassung.</translation>
    </message>
    <message>
        <source>Write to the desk</source>
        <translation>An den Desk schreiben</translation>
    </message>
    <message>
        <source>Write to {caller}</source>
        <translation>An {caller} schreiben</translation>
    </message>
    <message>
        <source>Write today, yesterday, week, month, a date with its year such as 2026-11-01 or 1.11.2026, -7d for the last seven days, a comparison such as &lt;-3d, or a stretch such as 2026-11-01..2026-11-15.</source>
        <translation>Schreiben Sie today, yesterday, week, month, ein Datum mit Jahr wie 2026-11-01 oder 1.11.2026, -7d für die letzten sieben Tage, einen Vergleich wie &lt;-3d oder einen Zeitraum wie 2026-11-01..2026-11-15.</translation>
    </message>
    <message>
        <source>Write what helps until it is mended.</source>
        <translation>Schreiben Sie, was hilft, bis es behoben ist.</translation>
    </message>
    <message>
        <source>Write what mends it for good.</source>
        <translation>Schreiben Sie, was es endgültig behebt.</translation>
    </message>
    <message>
        <source>Write what the cause is.</source>
        <translation>Schreiben Sie, was die Ursache ist.</translation>
    </message>
    <message>
        <source>Write what was tried so far, so that nobody does it twice.</source>
        <translation>Schreiben Sie, was schon versucht wurde, damit es niemand zweimal tut.</translation>
    </message>
    <message>
        <source>Write whole minutes, such as 45.</source>
        <translation>Schreiben Sie ganze Minuten, etwa 45.</translation>
    </message>
    <message>
        <source>write, change, version</source>
        <translation>schreiben, ändern, Version</translation>
    </message>
    <message>
        <source>write, template, how-to, faq</source>
        <translation>schreiben, Vorlage, Anleitung, FAQ</translation>
    </message>
    <message>
        <source>Writing help</source>
        <translation>Schreibhilfe</translation>
    </message>
    <message numerus="yes">
        <source>Writing, {n} characters</source>
        <translation>
            <numerusform>Schreibt, {n} Zeichen</numerusform>
            <numerusform>Schreibt, {n} Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>Written by {model}, not yet checked. Edit it, or accept it as it is.</source>
        <translation>Von {model} geschrieben, noch nicht geprüft. Bearbeiten Sie es, oder nehmen Sie es an, wie es ist.</translation>
    </message>
    <message>
        <source>written down {when}</source>
        <translation>aufgeschrieben {when}</translation>
    </message>
    <message>
        <source>Written down. It is created when the desk is back.</source>
        <translation>Aufgeschrieben. Er wird angelegt, wenn der Desk wieder da ist.</translation>
    </message>
    <message>
        <source>Wrote about an escalation</source>
        <translation>Schrieb über eine Eskalation</translation>
    </message>
    <message>
        <source>Wrote about the major incident</source>
        <translation>Schrieb über den schwerwiegenden Incident</translation>
    </message>
    <message>
        <source>Wrote an internal note</source>
        <translation>Schrieb eine interne Notiz</translation>
    </message>
    <message>
        <source>Wrote as its caller</source>
        <translation>Schrieb als Melder</translation>
    </message>
    <message>
        <source>Wrote into the journal what changed</source>
        <translation>Schrieb ins Journal, was sich änderte</translation>
    </message>
    <message>
        <source>Wrote to the caller</source>
        <translation>Schrieb dem Melder</translation>
    </message>
    <message>
        <source>Wrote what a clock reached</source>
        <translation>Schrieb, was eine Uhr erreichte</translation>
    </message>
    <message>
        <source>W{number}</source>
        <translation>KW {number}</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>You are asked before the first text is sent, and see the whole of it.</source>
        <translation>Vor dem ersten Text werden Sie gefragt und sehen ihn ganz.</translation>
    </message>
    <message>
        <source>You are not known at this desk, or no longer active. Ask an administrator to add you.</source>
        <translation>Sie sind an diesem Desk nicht bekannt oder nicht mehr aktiv. Bitten Sie einen Administrator, Sie aufzunehmen.</translation>
    </message>
    <message>
        <source>You are taking it over</source>
        <translation>Sie übernehmen sie gerade</translation>
    </message>
    <message>
        <source>You are told again</source>
        <translation>Sie erhalten wieder Benachrichtigungen</translation>
    </message>
    <message>
        <source>You are told what others do with it. F ends it.</source>
        <translation>Sie erfahren, was andere damit tun. F beendet es.</translation>
    </message>
    <message>
        <source>You began this and have not saved it: {names}.</source>
        <translation>Sie haben dies begonnen und nicht gespeichert: {names}.</translation>
    </message>
    <message>
        <source>You began to write “{name}” and have not saved it.</source>
        <translation>Sie haben „{name}“ begonnen und nicht gespeichert.</translation>
    </message>
    <message>
        <source>You can go on reading what is shown. New incidents and internal notes are written down here, and sent when it is back; everything else has to wait, and drafts are kept.</source>
        <translation>Sie können weiterlesen, was gezeigt wird. Neue Incidents und interne Notizen werden hier aufgeschrieben und gesendet, wenn er wieder da ist; alles andere muss warten, und Entwürfe bleiben.</translation>
    </message>
    <message>
        <source>You cannot lock yourself out. Ask another administrator to do it.</source>
        <translation>Sie können sich nicht selbst aussperren. Bitten Sie einen anderen Administrator darum.</translation>
    </message>
    <message>
        <source>You cannot remove yourself. Ask another administrator to do it.</source>
        <translation>Sie können sich nicht selbst entfernen. Bitten Sie einen anderen Administrator darum.</translation>
    </message>
    <message>
        <source>You come in by a login of your own</source>
        <translation>Sie kommen mit einem eigenen Login herein</translation>
    </message>
    <message>
        <source>You follow it</source>
        <translation>Sie folgen ihm</translation>
    </message>
    <message>
        <source>You follow it: {incident}</source>
        <translation>Sie folgen ihm: {incident}</translation>
    </message>
    <message numerus="yes">
        <source>You follow {n} incidents no longer</source>
        <translation>
            <numerusform>Sie folgen {n} Incident nicht mehr</numerusform>
            <numerusform>Sie folgen {n} Incidents nicht mehr</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You follow {n} incidents now</source>
        <translation>
            <numerusform>Sie folgen jetzt {n} Incident</numerusform>
            <numerusform>Sie folgen jetzt {n} Incidents</numerusform>
        </translation>
    </message>
    <message>
        <source>You handed this shift over; somebody else takes it over.</source>
        <translation>Sie haben diese Schicht übergeben; jemand anderes übernimmt sie.</translation>
    </message>
    <message>
        <source>You have not used {server} yet. Whoever runs it can read what you send. Your agreement is kept on this computer, for this server.</source>
        <translation>Sie haben {server} noch nicht benutzt. Wer ihn betreibt, kann lesen, was Sie senden. Ihre Zustimmung wird auf diesem Computer für diesen Server behalten.</translation>
    </message>
    <message>
        <source>You have taken the shift over</source>
        <translation>Sie haben die Schicht übernommen</translation>
    </message>
    <message>
        <source>You lead the major incident</source>
        <translation>Sie leiten den schwerwiegenden Incident</translation>
    </message>
    <message>
        <source>You look at version {looked_at}. It cannot be changed.</source>
        <translation>Sie sehen Version {looked_at}. Sie kann nicht geändert werden.</translation>
    </message>
    <message>
        <source>You may read calendars; supervisors and administrators change them.</source>
        <translation>Sie dürfen Kalender lesen; Supervisoren und Administratoren ändern sie.</translation>
    </message>
    <message>
        <source>You may read policies; supervisors and administrators change them.</source>
        <translation>Sie dürfen Richtlinien lesen; Supervisoren und Administratoren ändern sie.</translation>
    </message>
    <message>
        <source>You may read the hours; supervisors and administrators change them.</source>
        <translation>Sie dürfen die Zeiten lesen; Supervisoren und Administratoren ändern sie.</translation>
    </message>
    <message>
        <source>You may read the matrix; administrators change it.</source>
        <translation>Sie dürfen die Matrix lesen; Administratoren ändern sie.</translation>
    </message>
    <message>
        <source>You may read the rules; administrators change them.</source>
        <translation>Sie dürfen die Regeln lesen; Administratoren ändern sie.</translation>
    </message>
    <message>
        <source>You may read the rules; supervisors and administrators change them.</source>
        <translation>Sie dürfen die Regeln lesen; Supervisoren und Administratoren ändern sie.</translation>
    </message>
    <message>
        <source>You may read the {things}; others change them.</source>
        <translation>Sie dürfen dies lesen ({things}); andere ändern es.</translation>
    </message>
    <message>
        <source>You may read these settings; administrators change them.</source>
        <translation>Sie dürfen diese Einstellungen lesen; Administratoren ändern sie.</translation>
    </message>
    <message>
        <source>You wrote part of it, so somebody else has to approve it</source>
        <translation>Sie haben daran mitgeschrieben, also muss jemand anderes freigeben</translation>
    </message>
    <message>
        <source>You wrote part of this version, so somebody else has to approve it. Ask a colleague to read it.</source>
        <translation>Sie haben an dieser Version mitgeschrieben, also muss jemand anderes sie freigeben. Bitten Sie jemanden, sie zu lesen.</translation>
    </message>
    <message>
        <source>Your change</source>
        <translation>Ihre Änderung</translation>
    </message>
    <message>
        <source>Your changes are gone.</source>
        <translation>Ihre Änderungen sind weg.</translation>
    </message>
    <message>
        <source>your first name</source>
        <translation>Ihr Vorname</translation>
    </message>
    <message>
        <source>Your internal note is added with it</source>
        <translation>Ihre interne Notiz wird mit hinzugefügt</translation>
    </message>
    <message>
        <source>Your message</source>
        <translation>Ihre Nachricht</translation>
    </message>
    <message>
        <source>your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Your note on {number} was not saved. {problem}</source>
        <translation>Ihre Notiz zu {number} wurde nicht gespeichert. {problem}</translation>
    </message>
    <message>
        <source>Your note on {number} was saved</source>
        <translation>Ihre Notiz zu {number} wurde gespeichert</translation>
    </message>
    <message>
        <source>Your password is set</source>
        <translation>Ihr Passwort ist gesetzt</translation>
    </message>
    <message>
        <source>Your reply on {number} was not sent. {problem}</source>
        <translation>Ihre Antwort zu {number} wurde nicht gesendet. {problem}</translation>
    </message>
    <message>
        <source>Your reply on {number} was saved</source>
        <translation>Ihre Antwort zu {number} wurde gespeichert</translation>
    </message>
    <message>
        <source>Your sheet was handed over, {moment}</source>
        <translation>Ihr Blatt wurde übergeben, {moment}</translation>
    </message>
    <message>
        <source>Your stakeholder update on {number} was not sent. {problem}</source>
        <translation>Ihr Stakeholder-Update zu {number} wurde nicht gesendet. {problem}</translation>
    </message>
    <message>
        <source>Your stakeholder update on {number} was saved</source>
        <translation>Ihr Stakeholder-Update zu {number} wurde gespeichert</translation>
    </message>
    <message>
        <source>Your system could not open {name}: it has no program for it. Save it instead.</source>
        <translation>Ihr System konnte {name} nicht öffnen: Es hat kein Programm dafür. Speichern Sie die Datei stattdessen.</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ihres</translation>
    </message>
    <message>
        <source>{actions_open} open, </source>
        <translation>{actions_open} offen, </translation>
    </message>
    <message>
        <source>{actions_open} open{late}</source>
        <translation>{actions_open} offen{late}</translation>
    </message>
    <message>
        <source>{actions_overdue} overdue</source>
        <translation>{actions_overdue} überfällig</translation>
    </message>
    <message>
        <source>{actor} is {role} and may not do this ({verb}). Ask {holders} to do it.</source>
        <translation>{actor} ist {role} und darf das nicht ({verb}). Bitten Sie {holders} darum.</translation>
    </message>
    <message>
        <source>{author} wrote a message</source>
        <translation>{author} schrieb eine Nachricht</translation>
    </message>
    <message>
        <source>{author} wrote an internal note</source>
        <translation>{author} schrieb eine interne Notiz</translation>
    </message>
    <message>
        <source>{backup} has no note {note_path} beside it, so it cannot be proved whole.</source>
        <translation>{backup} hat keinen Begleitzettel {note_path}, also kann nicht bewiesen werden, dass sie vollständig ist.</translation>
    </message>
    <message>
        <source>{backup} is cut off, damaged or no backup of a desk. Choose another one.</source>
        <translation>{backup} ist abgeschnitten, beschädigt oder keine Sicherung eines Desks. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>{backup} is not as it was written: its hash differs. Choose another backup.</source>
        <translation>{backup} ist nicht, wie sie geschrieben wurde: Die Prüfsumme weicht ab. Wählen Sie eine andere Sicherung.</translation>
    </message>
    <message>
        <source>{bar}, {start} to {end}</source>
        <translation>{bar}, {start} bis {end}</translation>
    </message>
    <message>
        <source>{before} before</source>
        <translation>davor {before}</translation>
    </message>
    <message numerus="yes">
        <source>{before} in the {n} days before</source>
        <translation>
            <numerusform>{before} am Tag davor</numerusform>
            <numerusform>{before} in den {n} Tagen davor</numerusform>
        </translation>
    </message>
    <message>
        <source>{below} stands below {name}. Move it to the top first.</source>
        <translation>{below} steht unter {name}. Verschieben Sie sie zuerst nach oben.</translation>
    </message>
    <message>
        <source>{below} There are two levels only: merge it into one at the top, or those below it first.</source>
        <translation>{below} Es gibt nur zwei Ebenen: Führen Sie sie mit einer obersten zusammen, oder zuerst die darunter.</translation>
    </message>
    <message>
        <source>{body}

(Written {when}, while the desk was away.)</source>
        <translation>{body}

(Geschrieben {when}, während der Desk nicht erreichbar war.)</translation>
    </message>
    <message>
        <source>{body}

(Written {when}.)</source>
        <translation>{body}

(Geschrieben {when}.)</translation>
    </message>
    <message>
        <source>{breached} breached</source>
        <translation>{breached} überschritten</translation>
    </message>
    <message>
        <source>{callers} will be told that, and from now on what is said to the caller of {name}.</source>
        <translation>{callers} erfährt das, und von nun an, was dem Melder von {name} gesagt wird.</translation>
    </message>
    <message>
        <source>{chance} likely to miss its resolution target</source>
        <translation>{chance} wahrscheinlich, das Lösungsziel zu verfehlen</translation>
    </message>
    <message>
        <source>{cleaned} exists already. Choose another name.</source>
        <translation>{cleaned} gibt es schon. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>{clock_head} clock</source>
        <translation>Uhr „{clock_head}“</translation>
    </message>
    <message>
        <source>{clock_head}, every priority</source>
        <translation>{clock_head}, jede Priorität</translation>
    </message>
    <message>
        <source>{clock_head}, P{priority}</source>
        <translation>{clock_head}, P{priority}</translation>
    </message>
    <message>
        <source>{clock} due</source>
        <translation>{clock} fällig</translation>
    </message>
    <message>
        <source>{column} (no room at this width)</source>
        <translation>{column} (kein Platz bei dieser Breite)</translation>
    </message>
    <message>
        <source>{column}, ascending</source>
        <translation>{column}, aufsteigend</translation>
    </message>
    <message>
        <source>{column}, descending</source>
        <translation>{column}, absteigend</translation>
    </message>
    <message>
        <source>{column}: {why}</source>
        <translation>{column}: {why}</translation>
    </message>
    <message>
        <source>{count} categories stand</source>
        <translation>{count} Kategorien stehen</translation>
    </message>
    <message>
        <source>{count} characters; {limit} is the limit. Put the rest into the details.</source>
        <translation>{count} Zeichen; erlaubt sind {limit}. Schreiben Sie den Rest in die Einzelheiten.</translation>
    </message>
    <message>
        <source>{count} incidents came into “{view}”</source>
        <translation>{count} Incidents kamen in „{view}“</translation>
    </message>
    <message>
        <source>{count} MB</source>
        <translation>{count} MB</translation>
    </message>
    <message>
        <source>{count} more updates</source>
        <translation>{count} weitere Aktualisierungen</translation>
    </message>
    <message>
        <source>{count} new</source>
        <translation>{count} neu</translation>
    </message>
    <message>
        <source>{count} of {count2}</source>
        <translation>{count} von {count2}</translation>
    </message>
    <message>
        <source>{count} of {summary_words} words{more}</source>
        <translation>{count} von {summary_words} Wörtern{more}</translation>
    </message>
    <message>
        <source>{count} people are called {name}. Choose who called, then create the incident.</source>
        <translation>{count} Personen heißen {name}. Wählen Sie, wer gemeldet hat, und legen Sie den Incident dann an.</translation>
    </message>
    <message>
        <source>{count} published</source>
        <translation>{count} veröffentlicht</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>{count} ausgewählt</translation>
    </message>
    <message>
        <source>{count} to be sent</source>
        <translation>{count} zu senden</translation>
    </message>
    <message>
        <source>{count} to come</source>
        <translation>{count} kommen noch</translation>
    </message>
    <message>
        <source>{count} {about} since {since}, usually {usual}.</source>
        <translation>{count} {about} seit {since}, üblich sind {usual}.</translation>
    </message>
    <message>
        <source>{count}, {open} open</source>
        <translation>{count}, {open} offen</translation>
    </message>
    <message>
        <source>{database} is damaged ({found}). Stop working in it and restore a backup. {backups_in_words}</source>
        <translation>{database} ist beschädigt ({found}). Arbeiten Sie nicht weiter darin und stellen Sie eine Sicherung wieder her. {backups_in_words}</translation>
    </message>
    <message>
        <source>{database} is damaged: {error}.</source>
        <translation>{database} ist beschädigt: {error}.</translation>
    </message>
    <message>
        <source>{day} {time}</source>
        <translation>{day} {time}</translation>
    </message>
    <message>
        <source>{day}, as of {at}</source>
        <translation>{day}, Stand {at}</translation>
    </message>
    <message>
        <source>{day}, by {name}</source>
        <translation>{day}, von {name}</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation>{day}, {time}</translation>
    </message>
    <message>
        <source>{day}: {clock} is read as 24:00, so that no time is lost before midnight.</source>
        <translation>{day}: {clock} wird als 24:00 gelesen, damit vor Mitternacht keine Zeit verloren geht.</translation>
    </message>
    <message>
        <source>{day}: “{piece}” are no hours. Type them as 09:00-12:30, 13:00-17:00.</source>
        <translation>{day}: „{piece}“ sind keine Zeiten. Schreiben Sie 09:00-12:30, 13:00-17:00.</translation>
    </message>
    <message>
        <source>{day}: “{piece}” holds a time after 24:00 or minutes over 59.</source>
        <translation>{day}: „{piece}“ enthält eine Zeit nach 24:00 oder mehr als 59 Minuten.</translation>
    </message>
    <message>
        <source>{deflected} answered of {contacts} (with {reported} incidents reported)</source>
        <translation>{deflected} beantwortet von {contacts} (mit {reported} gemeldeten Incidents)</translation>
    </message>
    <message>
        <source>{due_soon} due within 1 h</source>
        <translation>{due_soon} fällig binnen 1 h</translation>
    </message>
    <message>
        <source>{duplicate} merged into {original}</source>
        <translation>{duplicate} mit {original} zusammengeführt</translation>
    </message>
    <message>
        <source>{duration} min</source>
        <translation>{duration} min</translation>
    </message>
    <message>
        <source>{each}, which was unknown and is gone</source>
        <translation>{each}, das unbekannt war und weg ist</translation>
    </message>
    <message>
        <source>{editor} is published</source>
        <translation>{editor} ist veröffentlicht</translation>
    </message>
    <message>
        <source>{ended} of {whole}</source>
        <translation>{ended} von {whole}</translation>
    </message>
    <message>
        <source>{error}

Go on typing to try again.</source>
        <translation>{error}

Schreiben Sie weiter, um es noch einmal zu versuchen.</translation>
    </message>
    <message>
        <source>{error} The damaged file will be moved aside, not deleted.</source>
        <translation>{error} Die beschädigte Datei wird beiseitegelegt, nicht gelöscht.</translation>
    </message>
    <message>
        <source>{face} breached just now</source>
        <translation>{face} gerade überschritten</translation>
    </message>
    <message>
        <source>{face} breached {spoken_time} ago</source>
        <translation>{face} vor {spoken_time} überschritten</translation>
    </message>
    <message>
        <source>{face} due in {spoken_time}</source>
        <translation>{face} fällig in {spoken_time}</translation>
    </message>
    <message>
        <source>{face} due in {spoken_time}, urgent</source>
        <translation>{face} fällig in {spoken_time}, dringend</translation>
    </message>
    <message>
        <source>{face} due in {spoken_time}, warning</source>
        <translation>{face} fällig in {spoken_time}, Warnung</translation>
    </message>
    <message>
        <source>{face} met</source>
        <translation>{face} eingehalten</translation>
    </message>
    <message>
        <source>{face} met in {spoken_time}</source>
        <translation>{face} eingehalten in {spoken_time}</translation>
    </message>
    <message>
        <source>{face} missed by {spoken_time}</source>
        <translation>{face} verfehlt um {spoken_time}</translation>
    </message>
    <message>
        <source>{face} paused, {why}</source>
        <translation>{face} angehalten, {why}</translation>
    </message>
    <message>
        <source>{face} paused, {why}, {spoken_time} of opening time left</source>
        <translation>{face} angehalten, {why}, noch {spoken_time} Öffnungszeit</translation>
    </message>
    <message>
        <source>{facts}, {zone}, {hours}, version {version}</source>
        <translation>{facts}, {zone}, {hours}, Version {version}</translation>
    </message>
    <message>
        <source>{field_name} has {count} characters, {limit} is the limit.</source>
        <translation>{field_name} hat {count} Zeichen, erlaubt sind {limit}.</translation>
    </message>
    <message>
        <source>{field_name} of {counted}</source>
        <translation>{field_name} von {counted}</translation>
    </message>
    <message>
        <source>{field_name} {label}</source>
        <translation>{field_name} {label}</translation>
    </message>
    <message>
        <source>{field_name} {told} of {told2}</source>
        <translation>{field_name} {told} von {told2}</translation>
    </message>
    <message>
        <source>{field_name}, in minutes</source>
        <translation>{field_name}, in Minuten</translation>
    </message>
    <message>
        <source>{fields} changed</source>
        <translation>geändert: {fields}</translation>
    </message>
    <message>
        <source>{field} cannot be more than {most_minutes}.</source>
        <translation>{field} kann nicht mehr als {most_minutes} sein.</translation>
    </message>
    <message>
        <source>{field} filled in by the rule, {share} % sure (set: from {least} %)</source>
        <translation>{field} von der Regel ausgefüllt, zu {share} % sicher (eingestellt: ab {least} %)</translation>
    </message>
    <message>
        <source>{field} filled in by the rule, {share} % sure (set: from {least} %), as {numbers} ended</source>
        <translation>{field} von der Regel ausgefüllt, zu {share} % sicher (eingestellt: ab {least} %), so wie {numbers} endeten</translation>
    </message>
    <message>
        <source>{field} is a level from 1 to {count}.</source>
        <translation>{field} ist eine Stufe von 1 bis {count}.</translation>
    </message>
    <message>
        <source>{field} is filled in</source>
        <translation>{field} wird ausgefüllt</translation>
    </message>
    <message>
        <source>{field} is no moment that can be kept.</source>
        <translation>{field} ist kein Zeitpunkt, der sich aufbewahren lässt.</translation>
    </message>
    <message>
        <source>{field} must be a whole number, not {value}.</source>
        <translation>{field} muss eine ganze Zahl sein, nicht {value}.</translation>
    </message>
    <message>
        <source>{field} was {level} in {like} of {among} like it</source>
        <translation>{field} war {level} bei {like} von {among} ähnlichen</translation>
    </message>
    <message>
        <source>{field}, not in use any more</source>
        <translation>{field}, außer Gebrauch</translation>
    </message>
    <message>
        <source>{field}: right {share} of the time</source>
        <translation>{field}: stimmt in {share} der Fälle</translation>
    </message>
    <message>
        <source>{field}: such a suggestion is right {confidence} of the time.</source>
        <translation>{field}: So ein Vorschlag stimmt in {confidence} der Fälle.</translation>
    </message>
    <message>
        <source>{field}: what was chosen does not exist any more. Choose another.</source>
        <translation>{field}: Was gewählt wurde, gibt es nicht mehr. Wählen Sie etwas anderes.</translation>
    </message>
    <message>
        <source>{field}: {old} → {new}</source>
        <translation>{field}: {old} → {new}</translation>
    </message>
    <message>
        <source>{file_name} can run programs on your computer. Save it only if you expected it from this person.</source>
        <translation>{file_name} kann auf Ihrem Computer Programme ausführen. Speichern Sie die Datei nur, wenn Sie sie von dieser Person erwarten.</translation>
    </message>
    <message>
        <source>{file_name} has {count} MB, the limit is {limit} MB. Attach a smaller file, or ask an administrator to raise the limit.</source>
        <translation>{file_name} hat {count} MB, erlaubt sind {limit} MB. Hängen Sie eine kleinere Datei an, oder bitten Sie einen Administrator, die Grenze zu erhöhen.</translation>
    </message>
    <message>
        <source>{file_name} was damaged in the database: its content does not match its hash.</source>
        <translation>{file_name} wurde in der Datenbank beschädigt: Der Inhalt passt nicht zur Prüfsumme.</translation>
    </message>
    <message>
        <source>{file_name} was removed on {day} by the rule for how long this desk keeps files.</source>
        <translation>{file_name} wurde am {day} entfernt, nach der Regel, wie lange dieser Desk Dateien aufbewahrt.</translation>
    </message>
    <message>
        <source>{file_name}: crop, blur, arrow</source>
        <translation>{file_name}: zuschneiden, unkenntlich machen, Pfeil</translation>
    </message>
    <message>
        <source>{files}, {size}</source>
        <translation>{files}, {size}</translation>
    </message>
    <message>
        <source>{files}, {size}, the oldest of {day}</source>
        <translation>{files}, {size}, die älteste vom {day}</translation>
    </message>
    <message>
        <source>{filled} filled in, none resolved yet</source>
        <translation>{filled} ausgefüllt, noch keiner gelöst</translation>
    </message>
    <message>
        <source>{filled} filled in; {kept} of {judged} resolved ended with it, said to be right {sure}</source>
        <translation>{filled} ausgefüllt; {kept} von {judged} gelösten endeten damit, angekündigt waren {sure}</translation>
    </message>
    <message>
        <source>{fired}, late</source>
        <translation>{fired}, verspätet</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} bis {last}</translation>
    </message>
    <message>
        <source>{first} to {last}, as of {at}</source>
        <translation>{first} bis {last}, Stand {at}</translation>
    </message>
    <message>
        <source>{first}, then {second}</source>
        <translation>{first}, dann {second}</translation>
    </message>
    <message>
        <source>{found} comes in as {known} already. Reset the password instead.</source>
        <translation>{found} kommt schon als {known} herein. Setzen Sie stattdessen das Passwort zurück.</translation>
    </message>
    <message>
        <source>{found} was removed. Bring them back first.</source>
        <translation>{found} wurde entfernt. Holen Sie die Person zuerst zurück.</translation>
    </message>
    <message>
        <source>{gone} is missing; anchor {anchor} closed it with record {number}.</source>
        <translation>{gone} fehlt; Anker {anchor} hat es mit Eintrag {number} abgeschlossen.</translation>
    </message>
    <message numerus="yes">
        <source>{group}: {n} incidents become unassigned.</source>
        <translation>
            <numerusform>{group}: {n} Incident wird niemandem zugewiesen.</numerusform>
            <numerusform>{group}: {n} Incidents werden niemandem zugewiesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{group}: {n} incidents go to {name}.</source>
        <translation>
            <numerusform>{group}: {n} Incident geht an {name}.</numerusform>
            <numerusform>{group}: {n} Incidents gehen an {name}.</numerusform>
        </translation>
    </message>
    <message>
        <source>{helped} of {opinions} opinions</source>
        <translation>{helped} von {opinions} Meinungen</translation>
    </message>
    <message>
        <source>{helped} said it helped, {did_not_help} that it did not.</source>
        <translation>{helped} sagten, dass er half, {did_not_help}, dass nicht.</translation>
    </message>
    <message>
        <source>{helpful} helpful</source>
        <translation>{helpful} hilfreich</translation>
    </message>
    <message>
        <source>{help} asked of {model} at {server}</source>
        <translation>„{help}“ von {model} bei {server} erbeten</translation>
    </message>
    <message>
        <source>{holder} was heard of meanwhile, so nothing was taken over.</source>
        <translation>Von {holder} war inzwischen zu hören, also wurde nichts übernommen.</translation>
    </message>
    <message>
        <source>{holder} was quicker. The desk stays as it is.</source>
        <translation>{holder} war schneller. Der Desk bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>{hold}, until {when}</source>
        <translation>{hold}, bis {when}</translation>
    </message>
    <message>
        <source>{hours} per week</source>
        <translation>{hours} je Woche</translation>
    </message>
    <message>
        <source>{impact}, {urgency}</source>
        <translation>{impact}, {urgency}</translation>
    </message>
    <message>
        <source>{into} is {its_state}: nothing more would be said there. Choose one that is open.</source>
        <translation>{into} ist {its_state}: Dort würde nichts mehr gesagt. Wählen Sie einen offenen.</translation>
    </message>
    <message>
        <source>{into} was itself merged into {first}. Choose that one.</source>
        <translation>{into} wurde selbst mit {first} zusammengeführt. Wählen Sie diesen.</translation>
    </message>
    <message>
        <source>{judged} judged</source>
        <translation>{judged} gemessen</translation>
    </message>
    <message>
        <source>{key} is no threshold. Give a percentage, a time before or after due, or breach.</source>
        <translation>{key} ist keine Schwelle. Geben Sie einen Anteil, eine Zeit vor oder nach der Frist oder deren Überschreitung an.</translation>
    </message>
    <message>
        <source>{key} must be {least} to {most}, {value} is outside.</source>
        <translation>{key} muss {least} bis {most} sein, {value} liegt außerhalb.</translation>
    </message>
    <message>
        <source>{kind} by {author}</source>
        <translation>{kind} von {author}</translation>
    </message>
    <message>
        <source>{kind} by {author}, {time}</source>
        <translation>{kind} von {author}, {time}</translation>
    </message>
    <message>
        <source>{kind} of {number}, {severity}</source>
        <translation>{kind} von {number}, {severity}</translation>
    </message>
    <message>
        <source>{kind}: how long they are kept</source>
        <translation>{kind}: wie lange sie behalten werden</translation>
    </message>
    <message>
        <source>{kind}: kept {months}</source>
        <translation>{kind}: behalten {months}</translation>
    </message>
    <message>
        <source>{kind}: kept {months}, from {moment} on</source>
        <translation>{kind}: behalten {months}, ab {moment}</translation>
    </message>
    <message>
        <source>{kind}: many, by an import</source>
        <translation>{kind}: viele, durch einen Import</translation>
    </message>
    <message>
        <source>{kind}: stands outside of brackets.</source>
        <translation>{kind}: steht außerhalb von Klammern.</translation>
    </message>
    <message>
        <source>{kind}: {old} → {new}</source>
        <translation>{kind}: {old} → {new}</translation>
    </message>
    <message>
        <source>{kind}: {old} → {new}, from {day} on</source>
        <translation>{kind}: {old} → {new}, ab {day}</translation>
    </message>
    <message>
        <source>{kind}:{value} is not known. Did you mean {meant}?</source>
        <translation>{kind}:{value} ist nicht bekannt. Meinten Sie {meant}?</translation>
    </message>
    <message>
        <source>{kind}:{value} is not known. Known are {known}{beside}</source>
        <translation>{kind}:{value} ist nicht bekannt. Bekannt sind {known}{beside}</translation>
    </message>
    <message>
        <source>{kind}:{wrong} cannot be read. {said}</source>
        <translation>{kind}:{wrong} kann nicht gelesen werden. {said}</translation>
    </message>
    <message>
        <source>{kind}:{wrong} is no number of an incident. Write INC-000123 or 123.</source>
        <translation>{kind}:{wrong} ist keine Nummer eines Incidents. Schreiben Sie INC-000123 oder 123.</translation>
    </message>
    <message>
        <source>{label} is saved</source>
        <translation>{label} ist gespeichert</translation>
    </message>
    <message>
        <source>{label} stops the {clock_head} clock</source>
        <translation>{label} hält die Uhr „{clock_head}“ an</translation>
    </message>
    <message>
        <source>{label} {text}, remove</source>
        <translation>{label} {text}, entfernen</translation>
    </message>
    <message>
        <source>{label}, key {digit}</source>
        <translation>{label}, Taste {digit}</translation>
    </message>
    <message>
        <source>{label}: undone</source>
        <translation>{label}: rückgängig gemacht</translation>
    </message>
    <message>
        <source>{label}: {old} → {new}</source>
        <translation>{label}: {old} → {new}</translation>
    </message>
    <message>
        <source>{label}: {value}</source>
        <translation>{label}: {value}</translation>
    </message>
    <message>
        <source>{lacking} Or let them make the desk: main.py server init.</source>
        <translation>{lacking} Oder lassen Sie den Desk anlegen: main.py server init.</translation>
    </message>
    <message>
        <source>{late} of {alike} {of} with this priority that were open this long took longer than is left</source>
        <translation>{late} von {alike} {of} mit dieser Priorität, die so lange offen waren, brauchten länger, als noch bleibt</translation>
    </message>
    <message>
        <source>{left_out} lines unchanged</source>
        <translation>{left_out} Zeilen unverändert</translation>
    </message>
    <message>
        <source>{length} after due</source>
        <translation>{length} nach der Frist</translation>
    </message>
    <message>
        <source>{length} before due</source>
        <translation>{length} vor der Frist</translation>
    </message>
    <message>
        <source>{likeness} alike: {reasons}</source>
        <translation>{likeness} ähnlich: {reasons}</translation>
    </message>
    <message>
        <source>{line} min</source>
        <translation>{line} min</translation>
    </message>
    <message>
        <source>{login} is a login of this desk already. Choose another one.</source>
        <translation>{login} ist schon ein Login dieses Desks. Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>{login} owns the desk, so nothing holds for it</source>
        <translation>{login} gehört der Desk, also gilt nichts dafür</translation>
    </message>
    <message>
        <source>{login} · first password</source>
        <translation>{login} · erstes Passwort</translation>
    </message>
    <message>
        <source>{login} · here now</source>
        <translation>{login} · gerade hier</translation>
    </message>
    <message>
        <source>{login}. The first password was made, and they have not chosen one of their own yet.</source>
        <translation>{login}. Das erste Passwort ist gemacht, ein eigenes noch nicht gewählt.</translation>
    </message>
    <message>
        <source>{looked_at} incidents looked at; all rules together {acted_words}.</source>
        <translation>{looked_at} Incidents angesehen; alle Regeln zusammen {acted_words}.</translation>
    </message>
    <message>
        <source>{low} to {low2} sure</source>
        <translation>{low} bis {low2} sicher</translation>
    </message>
    <message>
        <source>{member} is a member of {parent}</source>
        <translation>{member} ist Mitglied von {parent}</translation>
    </message>
    <message>
        <source>{member} is not a member of {parent}</source>
        <translation>{member} ist kein Mitglied von {parent}</translation>
    </message>
    <message>
        <source>{member} no member of {role}</source>
        <translation>{member} kein Mitglied von {role}</translation>
    </message>
    <message>
        <source>{met} of {of}</source>
        <translation>{met} von {of}</translation>
    </message>
    <message>
        <source>{mine} mine</source>
        <translation>{mine} meine</translation>
    </message>
    <message>
        <source>{minutes} hours</source>
        <translation>{minutes} Stunden</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{minutes} minutes</source>
        <translation>{minutes} Minuten</translation>
    </message>
    <message>
        <source>{missing} missing from the trail before this one.</source>
        <translation>{missing} im Audit-Trail vor diesem verschwunden.</translation>
    </message>
    <message>
        <source>{model} at {server}</source>
        <translation>{model} auf {server}</translation>
    </message>
    <message>
        <source>{model} is not among those it names: {named}</source>
        <translation>{model} ist nicht unter denen, die er nennt: {named}</translation>
    </message>
    <message>
        <source>{model} wrote this and nobody has checked it yet. Edit it, or accept it above.</source>
        <translation>{model} hat das geschrieben, und niemand hat es geprüft. Bearbeiten Sie es, oder nehmen Sie es oben an.</translation>
    </message>
    <message>
        <source>{moment}, from {incidents} incidents</source>
        <translation>{moment}, aus {incidents} Incidents</translation>
    </message>
    <message>
        <source>{moment}, learned anew and worse: version {copy_of} stays</source>
        <translation>{moment}, neu gelernt und schlechter: Version {copy_of} bleibt</translation>
    </message>
    <message>
        <source>{moment}, went back to version {copy_of}</source>
        <translation>{moment}, zurück zu Version {copy_of}</translation>
    </message>
    <message>
        <source>{months} would take now: {amount}</source>
        <translation>{months}, jetzt betroffen: {amount}</translation>
    </message>
    <message>
        <source>{months}: begins {moment}, set by {who}. Until then things are kept {before}, and it can be taken back.</source>
        <translation>{months}: beginnt {moment}, gesetzt von {who}. Bis dahin gilt {before}, und es lässt sich zurücknehmen.</translation>
    </message>
    <message>
        <source>{more} more</source>
        <translation>{more} weitere</translation>
    </message>
    <message>
        <source>{most} of {count}</source>
        <translation>{most} von {count}</translation>
    </message>
    <message>
        <source>{named} has {count} characters, {limit} is the limit. Shorten it.</source>
        <translation>{named} hat {count} Zeichen, erlaubt sind {limit}. Kürzen Sie es.</translation>
    </message>
    <message>
        <source>{named} lies in the future. A review tells what has happened.</source>
        <translation>{named} liegt in der Zukunft. Eine Nachbetrachtung berichtet, was geschehen ist.</translation>
    </message>
    <message>
        <source>{named} must be a date with a time.</source>
        <translation>{named} muss ein Datum mit Uhrzeit sein.</translation>
    </message>
    <message>
        <source>{named} must be a day.</source>
        <translation>{named} muss ein Tag sein.</translation>
    </message>
    <message>
        <source>{names} + … + {part} ({count} pieces)</source>
        <translation>{names} + … + {part} ({count} Stücke)</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} und {count} weitere</translation>
    </message>
    <message>
        <source>{names} and {name}</source>
        <translation>{names} und {name}</translation>
    </message>
    <message numerus="yes">
        <source>{names} are typing</source>
        <translation>
            <numerusform>{names} schreibt</numerusform>
            <numerusform>{names} schreiben</numerusform>
        </translation>
    </message>
    <message>
        <source>{names}: by its words alone, no similar one ended so</source>
        <translation>{names}: nur nach den Wörtern, kein ähnlicher endete so</translation>
    </message>
    <message>
        <source>{names}: like {numbers}</source>
        <translation>{names}: wie {numbers}</translation>
    </message>
    <message>
        <source>{name} (copy)</source>
        <translation>{name} (Kopie)</translation>
    </message>
    <message>
        <source>{name} (not in use)</source>
        <translation>{name} (nicht in Gebrauch)</translation>
    </message>
    <message>
        <source>{name} and {into} are not restricted to the same group, so their callers may not read the same.</source>
        <translation>{name} und {into} sind nicht auf dieselbe Gruppe beschränkt, also dürfen ihre Melder vielleicht nicht dasselbe lesen.</translation>
    </message>
    <message>
        <source>{name} away</source>
        <translation>{name} abwesend</translation>
    </message>
    <message>
        <source>{name} can log in</source>
        <translation>{name} kann sich anmelden</translation>
    </message>
    <message>
        <source>{name} cannot be a login. Use small letters, digits and underscores, at most 40 of them.</source>
        <translation>{name} kann kein Login sein. Nehmen Sie Kleinbuchstaben, Ziffern und Unterstriche, höchstens 40.</translation>
    </message>
    <message>
        <source>{name} cannot be decrypted in {room}: {error}.</source>
        <translation>{name} kann in {room} nicht entschlüsselt werden: {error}.</translation>
    </message>
    <message>
        <source>{name} cannot be merged into itself. Choose another one.</source>
        <translation>{name} kann nicht mit sich selbst zusammengeführt werden. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {why}.</source>
        <translation>{name} kann nicht gelesen werden: {why}.</translation>
    </message>
    <message>
        <source>{name} cannot be shown as a picture.</source>
        <translation>{name} lässt sich nicht als Bild zeigen.</translation>
    </message>
    <message>
        <source>{name} cannot be shown as text.</source>
        <translation>{name} lässt sich nicht als Text zeigen.</translation>
    </message>
    <message>
        <source>{name} changed it</source>
        <translation>{name} änderte ihn</translation>
    </message>
    <message>
        <source>{name} changed “{field}” to: {value}. What you typed is still in the field.</source>
        <translation>{name} hat „{field}“ geändert auf: {value}. Was Sie tippten, steht noch im Feld.</translation>
    </message>
    <message>
        <source>{name} exists already. Choose another name.</source>
        <translation>{name} gibt es schon. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>{name} handed over already. Look at it, or hand over all the same.</source>
        <translation>{name} hat schon übergeben. Sehen Sie es sich an, oder übergeben Sie trotzdem.</translation>
    </message>
    <message>
        <source>{name} handed over the shift of the whole desk</source>
        <translation>{name} hat die Schicht des ganzen Desks übergeben</translation>
    </message>
    <message>
        <source>{name} handed over the shift of “{group}”</source>
        <translation>{name} hat die Schicht von „{group}“ übergeben</translation>
    </message>
    <message>
        <source>{name} handed this shift over meanwhile, {moment}. Nothing of yours was handed over; it is kept here.</source>
        <translation>{name} hat diese Schicht inzwischen übergeben, {moment}. Von Ihnen wurde nichts übergeben; es bleibt hier erhalten.</translation>
    </message>
    <message>
        <source>{name} handed this shift over, {moment}.</source>
        <translation>{name} hat diese Schicht übergeben, {moment}.</translation>
    </message>
    <message>
        <source>{name} has a password</source>
        <translation>{name} hat ein Passwort</translation>
    </message>
    <message>
        <source>{name} has taken this shift over already.</source>
        <translation>{name} hat diese Schicht schon übernommen.</translation>
    </message>
    <message>
        <source>{name} has the role {role} already; a role changes on their page only.</source>
        <translation>{name} hat schon die Rolle {role}; eine Rolle ändert sich nur auf der Seite der Person.</translation>
    </message>
    <message numerus="yes">
        <source>{name} has {n} open incidents. Hand them on first: a reader works on nothing.</source>
        <translation>
            <numerusform>{name} hat {n} offenen Incident. Geben Sie ihn zuerst weiter: Ein Leser bearbeitet nichts.</numerusform>
            <numerusform>{name} hat {n} offene Incidents. Geben Sie sie zuerst weiter: Ein Leser bearbeitet nichts.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} has {power}</source>
        <translation>{name} hat {power}</translation>
    </message>
    <message>
        <source>{name} has {size} MB, the limit is {limit} MB. Attach a smaller file, or ask an administrator to raise the limit.</source>
        <translation>{name} hat {size} MB, erlaubt sind {limit} MB. Hängen Sie eine kleinere Datei an, oder bitten Sie einen Administrator, die Grenze zu erhöhen.</translation>
    </message>
    <message>
        <source>{name} is a major incident or proposed as one. Merge the other one into it.</source>
        <translation>{name} ist ein schwerwiegender Incident oder dafür vorgeschlagen. Führen Sie den anderen mit ihm zusammen.</translation>
    </message>
    <message>
        <source>{name} is a reader and is in no group. Give them another role first, then add them.</source>
        <translation>{name} ist Leser und in keiner Gruppe. Geben Sie der Person zuerst eine andere Rolle, und nehmen Sie sie dann auf.</translation>
    </message>
    <message>
        <source>{name} is a reader and works on nothing. Choose somebody who works at the desk.</source>
        <translation>{name} ist Leser und bearbeitet nichts. Wählen Sie jemanden, der am Desk arbeitet.</translation>
    </message>
    <message>
        <source>{name} is a VIP</source>
        <translation>{name} ist VIP</translation>
    </message>
    <message>
        <source>{name} is added</source>
        <translation>{name} ist hinzugefügt</translation>
    </message>
    <message>
        <source>{name} is an administrator. Only another one can change that.</source>
        <translation>{name} ist Administrator. Das kann nur ein anderer ändern.</translation>
    </message>
    <message>
        <source>{name} is away</source>
        <translation>{name} ist abwesend</translation>
    </message>
    <message>
        <source>{name} is damaged: it was cut off or changed after it was written. Choose another backup.</source>
        <translation>{name} ist beschädigt: Die Datei wurde abgeschnitten oder verändert, nachdem sie geschrieben wurde. Wählen Sie eine andere Sicherung.</translation>
    </message>
    <message>
        <source>{name} is encrypted: type the pass phrase it was made with.</source>
        <translation>{name} ist verschlüsselt: Geben Sie die Passphrase ein, mit der die Sicherung gemacht wurde.</translation>
    </message>
    <message numerus="yes">
        <source>{name} is in {n} groups ({groups}). Take them out of these first: a reader is in none.</source>
        <translation>
            <numerusform>{name} ist in {n} Gruppe ({groups}). Nehmen Sie die Person zuerst heraus: Ein Leser ist in keiner.</numerusform>
            <numerusform>{name} ist in {n} Gruppen ({groups}). Nehmen Sie die Person zuerst heraus: Ein Leser ist in keiner.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} is in {parents}</source>
        <translation>{name} ist in {parents}</translation>
    </message>
    <message>
        <source>{name} is missing</source>
        <translation>{name} fehlt</translation>
    </message>
    <message>
        <source>{name} is no picture that can be shown. Take a PNG, JPEG, GIF or WebP file.</source>
        <translation>{name} ist kein Bild, das gezeigt werden kann. Nehmen Sie eine PNG-, JPEG-, GIF- oder WebP-Datei.</translation>
    </message>
    <message>
        <source>{name} is not</source>
        <translation>{name} ist es nicht</translation>
    </message>
    <message>
        <source>{name} is not in this group.</source>
        <translation>{name} ist nicht in dieser Gruppe.</translation>
    </message>
    <message>
        <source>{name} is not in use any more. Choose another one.</source>
        <translation>{name} ist außer Gebrauch. Wählen Sie etwas anderes.</translation>
    </message>
    <message>
        <source>{name} is not in use. Use it again first, or choose another one.</source>
        <translation>{name} ist nicht in Gebrauch. Benutzen Sie sie zuerst wieder, oder wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>{name} is not in use. Use it again on its page first.</source>
        <translation>{name} ist nicht in Gebrauch. Benutzen Sie es zuerst wieder, auf seiner Seite.</translation>
    </message>
    <message>
        <source>{name} is not set for the database</source>
        <translation>{name} ist für die Datenbank nicht gesetzt</translation>
    </message>
    <message>
        <source>{name} is resolved: how is told at once.</source>
        <translation>{name} ist gelöst: Wie, wird sofort mitgeteilt.</translation>
    </message>
    <message>
        <source>{name} is typing</source>
        <translation>{name} schreibt</translation>
    </message>
    <message>
        <source>{name} is viewing</source>
        <translation>{name} liest</translation>
    </message>
    <message>
        <source>{name} is {state}. Only what is still open is merged; link it instead.</source>
        <translation>{name} ist {state}. Nur was noch offen ist, wird zusammengeführt; verknüpfen Sie ihn stattdessen.</translation>
    </message>
    <message>
        <source>{name} joins {group} and takes these</source>
        <translation>{name} wird Mitglied von {group} und übernimmt sie</translation>
    </message>
    <message>
        <source>{name} may not see what is restricted.</source>
        <translation>{name} darf nicht sehen, was eingeschränkt ist.</translation>
    </message>
    <message>
        <source>{name} on {host}</source>
        <translation>{name} auf {host}</translation>
    </message>
    <message>
        <source>{name} to {other}, shift {start} to {end}</source>
        <translation>{name} an {other}, Schicht {start} bis {end}</translation>
    </message>
    <message>
        <source>{name} took over the shift from you</source>
        <translation>{name} hat die Schicht von Ihnen übernommen</translation>
    </message>
    <message>
        <source>{name} typing</source>
        <translation>{name} schreibt</translation>
    </message>
    <message>
        <source>{name} viewing</source>
        <translation>{name} liest</translation>
    </message>
    <message>
        <source>{name} was faster. The problem is shown anew: look again.</source>
        <translation>{name} war schneller. Das Problem wird neu gezeigt: Sehen Sie noch einmal hin.</translation>
    </message>
    <message>
        <source>{name} was merged into {other} already. Take that back first.</source>
        <translation>{name} wurde schon mit {other} zusammengeführt. Nehmen Sie das zuerst zurück.</translation>
    </message>
    <message>
        <source>{name} was removed from the desk. Put them back on their page first.</source>
        <translation>{name} wurde vom Desk entfernt. Holen Sie die Person zuerst auf ihrer Seite zurück.</translation>
    </message>
    <message>
        <source>{name} was stopped. Nothing of it is left behind.</source>
        <translation>{name} wurde angehalten. Nichts davon bleibt zurück.</translation>
    </message>
    <message>
        <source>{name} with a limit of connections</source>
        <translation>{name} mit einer Grenze für Verbindungen</translation>
    </message>
    <message>
        <source>{name} without {power}</source>
        <translation>{name} ohne {power}</translation>
    </message>
    <message>
        <source>{name} wrote it</source>
        <translation>{name} hat sie geschrieben</translation>
    </message>
    <message>
        <source>{name}, keep both: theirs, then yours</source>
        <translation>{name}, beide behalten: erst die anderen, dann Ihres</translation>
    </message>
    <message>
        <source>{name}, theirs: {theirs}, {told}</source>
        <translation>{name}, andere: {theirs}, {told}</translation>
    </message>
    <message>
        <source>{name}, yours: {mine}</source>
        <translation>{name}, Ihres: {mine}</translation>
    </message>
    <message>
        <source>{name}, {size}: removed on {day} by the rule of this desk</source>
        <translation>{name}, {size}: am {day} nach der Regel dieses Desks entfernt</translation>
    </message>
    <message>
        <source>{name}, {size}: removed on {day} by the rule of {who}</source>
        <translation>{name}, {size}: am {day} nach der Regel von {who} entfernt</translation>
    </message>
    <message>
        <source>{name}, {when}</source>
        <translation>{name}, {when}</translation>
    </message>
    <message>
        <source>{name}: needs a value.</source>
        <translation>{name}: braucht einen Wert.</translation>
    </message>
    <message>
        <source>{name}: one at a time</source>
        <translation>{name}: nur einzeln</translation>
    </message>
    <message>
        <source>{name}: the {clock} target must be longer than 0. Leave it empty for no such target.</source>
        <translation>{name}: Das Ziel „{clock}“ muss länger als 0 sein. Lassen Sie es leer, wenn es keines geben soll.</translation>
    </message>
    <message>
        <source>{name}: type to narrow the list</source>
        <translation>{name}: Tippen grenzt die Liste ein</translation>
    </message>
    <message>
        <source>{numbers} and {n} more</source>
        <translation>{numbers} und {n} weitere</translation>
    </message>
    <message numerus="yes">
        <source>{numbers} are canceled as duplicates of {name}, and their clocks stop.</source>
        <translation>
            <numerusform>{numbers} wird als Duplikat von {name} storniert, und seine Uhren bleiben stehen.</numerusform>
            <numerusform>{numbers} werden als Duplikate von {name} storniert, und ihre Uhren bleiben stehen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{numbers} are no longer there for you. Nothing was handed over: F5 reads the sheet anew, without any.</source>
        <translation>
            <numerusform>{numbers} ist für Sie nicht mehr da. Nichts wurde übergeben: F5 liest das Blatt neu, ohne diese Zeile.</numerusform>
            <numerusform>{numbers} sind für Sie nicht mehr da. Nichts wurde übergeben: F5 liest das Blatt neu, ohne diese Zeilen.</numerusform>
        </translation>
    </message>
    <message>
        <source>{numbers}. By chance that would happen once in {hours} such hours. Open the first one to propose it.</source>
        <translation>{numbers}. Zufällig geschähe das einmal in {hours} solchen Stunden. Öffnen Sie den ersten, um ihn vorzuschlagen.</translation>
    </message>
    <message>
        <source>{number} and its title</source>
        <translation>{number} und sein Titel</translation>
    </message>
    <message>
        <source>{number} as a published article that whoever reads this may read</source>
        <translation>{number} als veröffentlichter Artikel, den lesen darf, wer dies liest</translation>
    </message>
    <message>
        <source>{number} came into “{view}”: {short_description}</source>
        <translation>{number} kam in „{view}“: {short_description}</translation>
    </message>
    <message>
        <source>{number} created</source>
        <translation>{number} angelegt</translation>
    </message>
    <message>
        <source>{number} created from what you wrote down</source>
        <translation>{number} aus dem Aufgeschriebenen angelegt</translation>
    </message>
    <message>
        <source>{number} does not belong to this problem</source>
        <translation>{number} gehört nicht zu diesem Problem</translation>
    </message>
    <message>
        <source>{number} escalated</source>
        <translation>{number} eskaliert</translation>
    </message>
    <message>
        <source>{number} has no review yet</source>
        <translation>{number} hat noch keine Nachbetrachtung</translation>
    </message>
    <message>
        <source>{number} has no workaround yet.</source>
        <translation>{number} hat noch keine Umgehungslösung.</translation>
    </message>
    <message>
        <source>{number} is a child of {other} now</source>
        <translation>{number} gehört jetzt zu {other}</translation>
    </message>
    <message>
        <source>{number} is about it</source>
        <translation>{number} handelt davon</translation>
    </message>
    <message>
        <source>{number} is copied.</source>
        <translation>{number} ist kopiert.</translation>
    </message>
    <message>
        <source>{number} is held back</source>
        <translation>{number} wird zurückgehalten</translation>
    </message>
    <message>
        <source>{number} is inserted.</source>
        <translation>{number} ist eingefügt.</translation>
    </message>
    <message>
        <source>{number} is internal, and callers read this text. Name it in an internal note.</source>
        <translation>{number} ist intern, und Melder lesen diesen Text. Nennen Sie ihn in einer internen Notiz.</translation>
    </message>
    <message>
        <source>{number} is internal, so it is inserted into a note.</source>
        <translation>{number} ist intern, deshalb wird er in eine Notiz eingefügt.</translation>
    </message>
    <message>
        <source>{number} is let go: in a week rules reach it</source>
        <translation>{number} ist freigegeben: In einer Woche erreichen ihn die Regeln</translation>
    </message>
    <message>
        <source>{number} is linked.</source>
        <translation>{number} ist verknüpft.</translation>
    </message>
    <message>
        <source>{number} is made</source>
        <translation>{number} ist angelegt</translation>
    </message>
    <message>
        <source>{number} is made; {count}</source>
        <translation>{number} ist angelegt; {count}</translation>
    </message>
    <message>
        <source>{number} is no longer linked</source>
        <translation>{number} ist nicht mehr verknüpft</translation>
    </message>
    <message>
        <source>{number} is no longer linked to {other}</source>
        <translation>{number} ist nicht mehr mit {other} verknüpft</translation>
    </message>
    <message>
        <source>{number} is not for callers, so nothing of it goes into a reply. Write a note.</source>
        <translation>{number} ist nicht für Melder bestimmt, darum kommt nichts davon in eine Antwort. Schreiben Sie eine Notiz.</translation>
    </message>
    <message>
        <source>{number} is not published any more, so it is not linked.</source>
        <translation>{number} ist nicht mehr veröffentlicht und wird deshalb nicht verknüpft.</translation>
    </message>
    <message>
        <source>{number} is not published, so nobody has approved what it says. Resolve the incident in your own words, and link the article.</source>
        <translation>{number} ist nicht veröffentlicht, also hat niemand freigegeben, was dort steht. Lösen Sie den Incident in eigenen Worten und verknüpfen Sie den Artikel.</translation>
    </message>
    <message>
        <source>{number} is related to {other} now</source>
        <translation>{number} ist jetzt verwandt mit {other}</translation>
    </message>
    <message>
        <source>{number} logged by {channel}: {summary}</source>
        <translation>{number} erfasst, {channel}: {summary}</translation>
    </message>
    <message>
        <source>{number} logged by {channel}: {summary}, assigned to {group}</source>
        <translation>{number} erfasst, {channel}: {summary}, zugewiesen an {group}</translation>
    </message>
    <message>
        <source>{number} merged into {name}</source>
        <translation>{number} mit {name} zusammengeführt</translation>
    </message>
    <message>
        <source>{number} merged into {number2}</source>
        <translation>{number} mit {number2} zusammengeführt</translation>
    </message>
    <message>
        <source>{number} was gone through</source>
        <translation>{number} wurde durchgegangen</translation>
    </message>
    <message>
        <source>{number} was merged into it</source>
        <translation>{number} wurde damit zusammengeführt</translation>
    </message>
    <message>
        <source>{number} was withdrawn; it stands as canceled.</source>
        <translation>{number} wurde zurückgezogen und steht als storniert da.</translation>
    </message>
    <message>
        <source>{number} with internal notes, for the desk alone</source>
        <translation>{number} mit internen Notizen, nur für den Desk</translation>
    </message>
    <message>
        <source>{number} without internal notes, as for the caller</source>
        <translation>{number} ohne interne Notizen, wie für den Melder</translation>
    </message>
    <message>
        <source>{number} {kind}, version {version}</source>
        <translation>{number} {kind}, Version {version}</translation>
    </message>
    <message>
        <source>{number} {summary} – Mainstay</source>
        <translation>{number} {summary} – Mainstay</translation>
    </message>
    <message>
        <source>{number} · Priority: P{priority}</source>
        <translation>{number} · Priorität: P{priority}</translation>
    </message>
    <message>
        <source>{number}, priority {priority}</source>
        <translation>{number}, Priorität {priority}</translation>
    </message>
    <message>
        <source>{number}, priority {priority}, {summary}, from {caller}, {time}</source>
        <translation>{number}, Priorität {priority}, {summary}, von {caller}, {time}</translation>
    </message>
    <message>
        <source>{number}, version {seen}</source>
        <translation>{number}, Version {seen}</translation>
    </message>
    <message>
        <source>{number}, version {version}, is saved.</source>
        <translation>{number}, Version {version}, ist gespeichert.</translation>
    </message>
    <message>
        <source>{number}: a next step has {limit} characters at most.</source>
        <translation>{number}: Ein nächster Schritt hat höchstens {limit} Zeichen.</translation>
    </message>
    <message>
        <source>{number}: {state}</source>
        <translation>{number}: {state}</translation>
    </message>
    <message>
        <source>{number}nd</source>
        <translation>{number}.</translation>
    </message>
    <message>
        <source>{number}rd</source>
        <translation>{number}.</translation>
    </message>
    <message>
        <source>{number}st</source>
        <translation>{number}.</translation>
    </message>
    <message>
        <source>{number}th</source>
        <translation>{number}.</translation>
    </message>
    <message numerus="yes">
        <source>{n} added</source>
        <translation>
            <numerusform>{n} hinzugefügt</numerusform>
            <numerusform>{n} hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} are due within 1 hour.</source>
        <translation>
            <numerusform>{n} ist in der nächsten Stunde fällig.</numerusform>
            <numerusform>{n} sind in der nächsten Stunde fällig.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} are missing</source>
        <translation>
            <numerusform>{n} fehlt</numerusform>
            <numerusform>{n} fehlen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} are unread again</source>
        <translation>
            <numerusform>{n} ist wieder ungelesen</numerusform>
            <numerusform>{n} sind wieder ungelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} articles</source>
        <translation>
            <numerusform>{n} Artikel</numerusform>
            <numerusform>{n} Artikel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} articles they look after</source>
        <translation>
            <numerusform>{n} Artikel, um den sich die Person kümmert</numerusform>
            <numerusform>{n} Artikel, um die sich die Person kümmert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} attachments</source>
        <translation>
            <numerusform>{n} Anhang</numerusform>
            <numerusform>{n} Anhänge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} by hand.</source>
        <translation>
            <numerusform>{n} von Hand.</numerusform>
            <numerusform>{n} von Hand.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} callers</source>
        <translation>
            <numerusform>{n} Melder</numerusform>
            <numerusform>{n} Melder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} categories stand below {name}.</source>
        <translation>
            <numerusform>{n} Kategorie steht unter {name}.</numerusform>
            <numerusform>{n} Kategorien stehen unter {name}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} categories, articles, templates or macros were changed since and stay.</source>
        <translation>
            <numerusform>{n} Kategorie, Artikel, Vorlage oder Makro wurde seitdem geändert und bleibt.</numerusform>
            <numerusform>{n} Kategorien, Artikel, Vorlagen oder Makros wurden seitdem geändert und bleiben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} changed</source>
        <translation>
            <numerusform>{n} geändert</numerusform>
            <numerusform>{n} geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} changed fields</source>
        <translation>
            <numerusform>{n} geändertes Feld</numerusform>
            <numerusform>{n} geänderte Felder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} closed or canceled incidents</source>
        <translation>
            <numerusform>{n} geschlossener oder stornierter Incident</numerusform>
            <numerusform>{n} geschlossene oder stornierte Incidents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} configuration items</source>
        <translation>
            <numerusform>{n} Configuration Item</numerusform>
            <numerusform>{n} Configuration Items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} days</source>
        <translation>
            <numerusform>{n} Tag</numerusform>
            <numerusform>{n} Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} days ago</source>
        <translation>
            <numerusform>vor {n} Tag</numerusform>
            <numerusform>vor {n} Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} e-mail addresses are hidden.</source>
        <translation>
            <numerusform>{n} E-Mail-Adresse ist verdeckt.</numerusform>
            <numerusform>{n} E-Mail-Adressen sind verdeckt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} earlier ones</source>
        <translation>
            <numerusform>{n} frühere</numerusform>
            <numerusform>{n} frühere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} ended incidents</source>
        <translation>
            <numerusform>{n} beendeter Incident</numerusform>
            <numerusform>{n} beendete Incidents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} entries</source>
        <translation>
            <numerusform>{n} Eintrag</numerusform>
            <numerusform>{n} Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} escalation rules</source>
        <translation>
            <numerusform>{n} Eskalationsregel</numerusform>
            <numerusform>{n} Eskalationsregeln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} events picked from the journal</source>
        <translation>
            <numerusform>{n} Ereignis aus dem Journal gewählt</numerusform>
            <numerusform>{n} Ereignisse aus dem Journal gewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} events taken off the timeline</source>
        <translation>
            <numerusform>{n} Ereignis von der Zeitleiste genommen</numerusform>
            <numerusform>{n} Ereignisse von der Zeitleiste genommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} fewer than on {day}</source>
        <translation>
            <numerusform>{n} weniger als am {day}</numerusform>
            <numerusform>{n} weniger als am {day}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} fields</source>
        <translation>
            <numerusform>einem Feld</numerusform>
            <numerusform>{n} Feldern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} files</source>
        <translation>
            <numerusform>{n} Datei</numerusform>
            <numerusform>{n} Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} files removed</source>
        <translation>
            <numerusform>{n} Datei entfernt</numerusform>
            <numerusform>{n} Dateien entfernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} holidays</source>
        <translation>
            <numerusform>{n} Feiertag</numerusform>
            <numerusform>{n} Feiertage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} hours</source>
        <translation>
            <numerusform>{n} Stunde</numerusform>
            <numerusform>{n} Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} hours ago</source>
        <translation>
            <numerusform>vor {n} Stunde</numerusform>
            <numerusform>vor {n} Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} incidents</source>
        <translation>
            <numerusform>{n} Incident</numerusform>
            <numerusform>{n} Incidents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} incidents are selected; Esc ends that</source>
        <translation>
            <numerusform>{n} Vorfall ist ausgewählt; Esc hebt das auf</numerusform>
            <numerusform>{n} Vorfälle sind ausgewählt; Esc hebt das auf</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} incidents are still open.</source>
        <translation>
            <numerusform>{n} Incident ist noch offen.</numerusform>
            <numerusform>{n} Incidents sind noch offen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} incidents are unassigned now.</source>
        <translation>
            <numerusform>{n} Incident ist jetzt niemandem zugewiesen.</numerusform>
            <numerusform>{n} Incidents sind jetzt niemandem zugewiesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} incidents belong to it</source>
        <translation>
            <numerusform>{n} Incident gehört dazu</numerusform>
            <numerusform>{n} Incidents gehören dazu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} incidents below it</source>
        <translation>
            <numerusform>{n} Incident darunter</numerusform>
            <numerusform>{n} Incidents darunter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} incidents by themselves.</source>
        <translation>
            <numerusform>{n} Incident von selbst.</numerusform>
            <numerusform>{n} Incidents von selbst.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} incidents more did not fit; hand over by group</source>
        <translation>
            <numerusform>{n} weiterer Incident passte nicht; übergeben Sie nach Gruppen</numerusform>
            <numerusform>{n} weitere Incidents passten nicht; übergeben Sie nach Gruppen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} incidents on hold</source>
        <translation>
            <numerusform>{n} wartender Incident</numerusform>
            <numerusform>{n} wartende Incidents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} incidents went to {name}.</source>
        <translation>
            <numerusform>{n} Incident ging an {name}.</numerusform>
            <numerusform>{n} Incidents gingen an {name}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} incidents were not changed</source>
        <translation>
            <numerusform>{n} Incident wurde nicht geändert</numerusform>
            <numerusform>{n} Incidents wurden nicht geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} internal notes</source>
        <translation>
            <numerusform>{n} interne Notiz</numerusform>
            <numerusform>{n} interne Notizen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} journal entries</source>
        <translation>
            <numerusform>{n} Journaleintrag</numerusform>
            <numerusform>{n} Journaleinträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} left out</source>
        <translation>
            <numerusform>{n} ausgelassen</numerusform>
            <numerusform>{n} ausgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} lines need a next step: {numbers}</source>
        <translation>
            <numerusform>{n} Zeile braucht einen nächsten Schritt: {numbers}</numerusform>
            <numerusform>{n} Zeilen brauchen einen nächsten Schritt: {numbers}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} linked articles</source>
        <translation>
            <numerusform>{n} verknüpfter Artikel</numerusform>
            <numerusform>{n} verknüpfte Artikel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} macros</source>
        <translation>
            <numerusform>{n} Makro</numerusform>
            <numerusform>{n} Makros</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} members</source>
        <translation>
            <numerusform>{n} Mitglied</numerusform>
            <numerusform>{n} Mitglieder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} messages</source>
        <translation>
            <numerusform>{n} Nachricht</numerusform>
            <numerusform>{n} Nachrichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} messages are left out.</source>
        <translation>
            <numerusform>{n} Nachricht ist ausgelassen.</numerusform>
            <numerusform>{n} Nachrichten sind ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} minutes</source>
        <translation>
            <numerusform>{n} Minute</numerusform>
            <numerusform>{n} Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} minutes ago</source>
        <translation>
            <numerusform>vor {n} Minute</numerusform>
            <numerusform>vor {n} Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} months</source>
        <translation>
            <numerusform>{n} Monat</numerusform>
            <numerusform>{n} Monate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more</source>
        <translation>
            <numerusform>{n} weitere</numerusform>
            <numerusform>{n} weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more saved views</source>
        <translation>
            <numerusform>{n} weitere gespeicherte Ansicht</numerusform>
            <numerusform>{n} weitere gespeicherte Ansichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more than on {day}</source>
        <translation>
            <numerusform>{n} mehr als am {day}</numerusform>
            <numerusform>{n} mehr als am {day}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more…</source>
        <translation>
            <numerusform>{n} weitere…</numerusform>
            <numerusform>{n} weitere…</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} new</source>
        <translation>{n} neu</translation>
    </message>
    <message numerus="yes">
        <source>{n} notifications</source>
        <translation>
            <numerusform>{n} Benachrichtigung</numerusform>
            <numerusform>{n} Benachrichtigungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} notifications removed</source>
        <translation>
            <numerusform>{n} Benachrichtigung entfernt</numerusform>
            <numerusform>{n} Benachrichtigungen entfernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} open incidents</source>
        <translation>
            <numerusform>{n} offener Incident</numerusform>
            <numerusform>{n} offene Incidents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} open incidents of theirs</source>
        <translation>
            <numerusform>{n} eigener offener Incident</numerusform>
            <numerusform>{n} eigene offene Incidents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} open incidents of {name} become unassigned, each in the queue of its group: {numbers}.</source>
        <translation>
            <numerusform>{n} offener Incident von {name} ist dann nicht mehr zugewiesen und wartet in seiner Gruppe: {numbers}.</numerusform>
            <numerusform>{n} offene Incidents von {name} sind dann nicht mehr zugewiesen und warten in ihrer Gruppe: {numbers}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} open incidents stay theirs until moved.</source>
        <translation>
            <numerusform>{n} offener Incident bleibt bei ihr, bis er verschoben wird.</numerusform>
            <numerusform>{n} offene Incidents bleiben bei ihr, bis sie verschoben werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} open incidents they reported</source>
        <translation>
            <numerusform>{n} offener Incident, den die Person gemeldet hat</numerusform>
            <numerusform>{n} offene Incidents, die die Person gemeldet hat</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} open or resolved incidents</source>
        <translation>
            <numerusform>{n} offener oder gelöster Incident</numerusform>
            <numerusform>{n} offene oder gelöste Incidents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} open steps of checklists</source>
        <translation>
            <numerusform>{n} offener Schritt einer Checkliste</numerusform>
            <numerusform>{n} offene Schritte von Checklisten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} people</source>
        <translation>
            <numerusform>{n} Person</numerusform>
            <numerusform>{n} Personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} people affected</source>
        <translation>
            <numerusform>{n} Betroffener</numerusform>
            <numerusform>{n} Betroffene</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} people at the desk have this address.</source>
        <translation>
            <numerusform>{n} Person am Desk hat diese Adresse.</numerusform>
            <numerusform>{n} Personen am Desk haben diese Adresse.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} people at the desk have this name.</source>
        <translation>
            <numerusform>{n} Person am Desk hat diesen Namen.</numerusform>
            <numerusform>{n} Personen am Desk haben diesen Namen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} phone numbers are hidden.</source>
        <translation>
            <numerusform>{n} Telefonnummer ist verdeckt.</numerusform>
            <numerusform>{n} Telefonnummern sind verdeckt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} policies or rules were published since and stay.</source>
        <translation>
            <numerusform>{n} Richtlinie oder Regel wurde seither veröffentlicht und bleibt.</numerusform>
            <numerusform>{n} Richtlinien oder Regeln wurden seither veröffentlicht und bleiben.</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} removed</source>
        <translation>{n} entfernt</translation>
    </message>
    <message numerus="yes">
        <source>{n} replies</source>
        <translation>
            <numerusform>{n} Antwort</numerusform>
            <numerusform>{n} Antworten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} required steps of the checklist are open. Finish them first; a supervisor can skip them.</source>
        <translation>
            <numerusform>{n} Pflichtschritt der Checkliste ist offen. Erledigen Sie ihn zuerst; ein Supervisor kann ihn überspringen.</numerusform>
            <numerusform>{n} Pflichtschritte der Checkliste sind offen. Erledigen Sie sie zuerst; ein Supervisor kann sie überspringen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} reviews</source>
        <translation>
            <numerusform>{n} Nachbetrachtung</numerusform>
            <numerusform>{n} Nachbetrachtungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} rules</source>
        <translation>
            <numerusform>{n} Regel</numerusform>
            <numerusform>{n} Regeln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} said it did not help.</source>
        <translation>
            <numerusform>{n} Person sagte, dass er nicht half.</numerusform>
            <numerusform>{n} Personen sagten, dass er nicht half.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} said it helped.</source>
        <translation>
            <numerusform>{n} Person sagte, dass er half.</numerusform>
            <numerusform>{n} Personen sagten, dass er half.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} saved views</source>
        <translation>
            <numerusform>{n} gespeicherte Ansicht</numerusform>
            <numerusform>{n} gespeicherte Ansichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} seconds</source>
        <translation>
            <numerusform>{n} Sekunde</numerusform>
            <numerusform>{n} Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} services it owns</source>
        <translation>
            <numerusform>{n} Service, für den es verantwortlich ist</numerusform>
            <numerusform>{n} Services, für die es verantwortlich ist</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} similar ones had {name}</source>
        <translation>
            <numerusform>{n} ähnlicher hatte {name}</numerusform>
            <numerusform>{n} ähnliche hatten {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} similar ones went to {name}</source>
        <translation>
            <numerusform>{n} ähnlicher ging an {name}</numerusform>
            <numerusform>{n} ähnliche gingen an {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} SLA policies</source>
        <translation>
            <numerusform>{n} SLA-Richtlinie</numerusform>
            <numerusform>{n} SLA-Richtlinien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} special days</source>
        <translation>
            <numerusform>{n} Sondertag</numerusform>
            <numerusform>{n} Sondertage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} status changes</source>
        <translation>
            <numerusform>{n} Statuswechsel</numerusform>
            <numerusform>{n} Statuswechsel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} steps</source>
        <translation>
            <numerusform>{n} Schritt</numerusform>
            <numerusform>{n} Schritte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} steps of checklists are still open on {where}.</source>
        <translation>
            <numerusform>{n} Schritt einer Checkliste ist noch offen, bei {where}.</numerusform>
            <numerusform>{n} Schritte von Checklisten sind noch offen, bei {where}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} steps of the checklist are still open.</source>
        <translation>
            <numerusform>{n} Schritt der Checkliste ist noch offen.</numerusform>
            <numerusform>{n} Schritte der Checkliste sind noch offen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} steps, {required} required</source>
        <translation>
            <numerusform>{n} Schritt, {required} Pflicht</numerusform>
            <numerusform>{n} Schritte, {required} Pflicht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} subcategories</source>
        <translation>
            <numerusform>{n} Unterkategorie</numerusform>
            <numerusform>{n} Unterkategorien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} teams they lead</source>
        <translation>
            <numerusform>{n} Team, das die Person leitet</numerusform>
            <numerusform>{n} Teams, die die Person leitet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} teams whose shifts it takes over</source>
        <translation>
            <numerusform>{n} Team, dessen Schicht es übernimmt</numerusform>
            <numerusform>{n} Teams, deren Schichten es übernimmt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} templates</source>
        <translation>
            <numerusform>{n} Vorlage</numerusform>
            <numerusform>{n} Vorlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} the same as here</source>
        <translation>
            <numerusform>{n} wie hier</numerusform>
            <numerusform>{n} wie hier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} times</source>
        <translation>
            <numerusform>einmal</numerusform>
            <numerusform>{n}-mal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} unassigned</source>
        <translation>
            <numerusform>{n} ohne Bearbeiter</numerusform>
            <numerusform>{n} ohne Bearbeiter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} unread notifications</source>
        <translation>
            <numerusform>{n} ungelesene Benachrichtigung</numerusform>
            <numerusform>{n} ungelesene Benachrichtigungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} weeks ago</source>
        <translation>
            <numerusform>vor {n} Woche</numerusform>
            <numerusform>vor {n} Wochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} would be added</source>
        <translation>
            <numerusform>{n} käme hinzu</numerusform>
            <numerusform>{n} kämen hinzu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} years</source>
        <translation>
            <numerusform>{n} Jahr</numerusform>
            <numerusform>{n} Jahre</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} years ago</source>
        <translation>
            <numerusform>vor {n} Jahr</numerusform>
            <numerusform>vor {n} Jahren</numerusform>
        </translation>
    </message>
    <message>
        <source>{on}, {before} before</source>
        <translation>{on}, davor {before}</translation>
    </message>
    <message>
        <source>{open_at}, port {port} is open</source>
        <translation>{open_at}, Port {port} ist offen</translation>
    </message>
    <message>
        <source>{open_incidents} open</source>
        <translation>{open_incidents} offen</translation>
    </message>
    <message>
        <source>{original} is being worked on again.</source>
        <translation>An {original} wird wieder gearbeitet.</translation>
    </message>
    <message>
        <source>{owner} (not in use)</source>
        <translation>{owner} (nicht in Gebrauch)</translation>
    </message>
    <message>
        <source>{part} removed</source>
        <translation>{part} entfernt</translation>
    </message>
    <message>
        <source>{part}: change</source>
        <translation>{part}: ändern</translation>
    </message>
    <message>
        <source>{path} cannot be read: {strerror}.</source>
        <translation>{path} kann nicht gelesen werden: {strerror}.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {strerror}. Check the rights of the file.</source>
        <translation>{path} kann nicht gelesen werden: {strerror}. Prüfen Sie die Rechte der Datei.</translation>
    </message>
    <message>
        <source>{path} cannot be used on {place}: {error}. Close it everywhere.</source>
        <translation>{path} kann auf {place} nicht benutzt werden: {error}. Schließen Sie es überall.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {reason}. Choose another place.</source>
        <translation>{path} kann nicht geschrieben werden: {reason}. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {strerror}.</source>
        <translation>{path} kann nicht geschrieben werden: {strerror}.</translation>
    </message>
    <message>
        <source>{path} cannot be written: {strerror}. Choose another folder.</source>
        <translation>{path} kann nicht geschrieben werden: {strerror}. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>{path} could not be read at once: {error}.</source>
        <translation>{path} konnte nicht sofort gelesen werden: {error}.</translation>
    </message>
    <message>
        <source>{path} holds no certificate in PEM form, which begins with BEGIN CERTIFICATE.</source>
        <translation>{path} enthält kein Zertifikat in PEM-Form, die mit BEGIN CERTIFICATE beginnt.</translation>
    </message>
    <message>
        <source>{path} is a database of another program. Nothing was changed.</source>
        <translation>{path} ist eine Datenbank eines anderen Programms. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>{path} is a folder. Attach its files, or a ZIP archive of it.</source>
        <translation>{path} ist ein Ordner. Hängen Sie seine Dateien an, oder ein ZIP-Archiv davon.</translation>
    </message>
    <message>
        <source>{path} is cut off or damaged: parts of it are missing. Restore a backup.</source>
        <translation>{path} ist abgeschnitten oder beschädigt: Teile fehlen. Stellen Sie eine Sicherung wieder her.</translation>
    </message>
    <message>
        <source>{path} is damaged: {found}.</source>
        <translation>{path} ist beschädigt: {found}.</translation>
    </message>
    <message>
        <source>{path} is empty: a desk was here or should be. Restore a backup; nothing was changed.</source>
        <translation>{path} ist leer: Hier war ein Desk oder sollte einer sein. Stellen Sie eine Sicherung wieder her; geändert wurde nichts.</translation>
    </message>
    <message>
        <source>{path} is missing from this installation of Mainstay. Install it again.</source>
        <translation>{path} fehlt in dieser Installation von Mainstay. Installieren Sie es neu.</translation>
    </message>
    <message>
        <source>{path} is not a desk but another kind of file. Nothing was changed.</source>
        <translation>{path} ist kein Desk, sondern eine andere Art von Datei. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>{path} was damaged, or changed by another program: {fault} Stop working in it, find out why, and restore a backup. {backups_in_words}</source>
        <translation>{path} wurde beschädigt oder von einem anderen Programm geändert: {fault} Arbeiten Sie nicht weiter darin, finden Sie heraus, warum, und stellen Sie eine Sicherung wieder her. {backups_in_words}</translation>
    </message>
    <message>
        <source>{path} was made by a newer Mainstay. Update this program before you open it.</source>
        <translation>{path} stammt von einem neueren Mainstay. Aktualisieren Sie dieses Programm, bevor Sie es öffnen.</translation>
    </message>
    <message>
        <source>{path}, anchor {different}: {different2} Nothing was added; find out which is true.</source>
        <translation>{path}, Anker {different}: {different2} Es wurde nichts hinzugefügt; finden Sie heraus, was stimmt.</translation>
    </message>
    <message>
        <source>{person} is removed</source>
        <translation>{person} ist entfernt</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} von {count}</translation>
    </message>
    <message>
        <source>{points} over the goal of {goal}</source>
        <translation>{points} über dem Ziel von {goal}</translation>
    </message>
    <message>
        <source>{points} under the goal of {goal}</source>
        <translation>{points} unter dem Ziel von {goal}</translation>
    </message>
    <message>
        <source>{policy_name}, version {policy_version}</source>
        <translation>{policy_name}, Version {policy_version}</translation>
    </message>
    <message>
        <source>{position} of {total}</source>
        <translation>{position} von {total}</translation>
    </message>
    <message>
        <source>{prefix} cannot begin the names of roles. Use up to 20 small letters, digits and underscores, a letter first.</source>
        <translation>Mit {prefix} können Namen von Rollen nicht beginnen. Nehmen Sie bis zu 20 Kleinbuchstaben, Ziffern und Unterstriche, zuerst einen Buchstaben.</translation>
    </message>
    <message>
        <source>{readers}; next update by {when}</source>
        <translation>{readers}; nächstes Update bis {when}</translation>
    </message>
    <message>
        <source>{reason} {length} ago</source>
        <translation>{reason}, vor {length}</translation>
    </message>
    <message>
        <source>{reason}. Counted {ago}.</source>
        <translation>{reason}. Gezählt {ago}.</translation>
    </message>
    <message>
        <source>{records} records of {chains} chains and {rows} rows</source>
        <translation>{records} Einträge von {chains} Ketten und {rows} Zeilen</translation>
    </message>
    <message>
        <source>{resolved_with_article} of {resolved} resolved</source>
        <translation>{resolved_with_article} von {resolved} gelöst</translation>
    </message>
    <message>
        <source>{resolved} resolved</source>
        <translation>{resolved} gelöst</translation>
    </message>
    <message>
        <source>{right} right</source>
        <translation>{right} richtig</translation>
    </message>
    <message>
        <source>{role} can call {name}</source>
        <translation>{role} kann {name} aufrufen</translation>
    </message>
    <message>
        <source>{role} cannot call {name}</source>
        <translation>{role} kann {name} nicht aufrufen</translation>
    </message>
    <message>
        <source>{role} has not approved yet.</source>
        <translation>{role} hat noch nicht freigegeben.</translation>
    </message>
    <message>
        <source>{role} has {act}</source>
        <translation>{role} hat {act}</translation>
    </message>
    <message>
        <source>{role} has {act} on the schema {name}</source>
        <translation>{role} hat {act} auf dem Schema {name}</translation>
    </message>
    <message>
        <source>{role} has {act} on {table}.{column}</source>
        <translation>{role} hat {act} auf {table}.{column}</translation>
    </message>
    <message>
        <source>{role} lacks {act} on {table}.{column}</source>
        <translation>{role} fehlt {act} auf {table}.{column}</translation>
    </message>
    <message>
        <source>{role} may go from {a} to {b}</source>
        <translation>{role} darf von {a} zu {b}</translation>
    </message>
    <message>
        <source>{role} may not go from {a} to {b}</source>
        <translation>{role} darf nicht von {a} zu {b}</translation>
    </message>
    <message>
        <source>{role}: choose who signs, or remove the line.</source>
        <translation>{role}: Wählen Sie, wer abzeichnet, oder entfernen Sie die Zeile.</translation>
    </message>
    <message>
        <source>{row} added</source>
        <translation>{row} ergänzt</translation>
    </message>
    <message>
        <source>{row} has an old one</source>
        <translation>{row} hat ein altes</translation>
    </message>
    <message>
        <source>{row} has no limit</source>
        <translation>{row} hat keine Grenze</translation>
    </message>
    <message>
        <source>{row} has no pinned search_path</source>
        <translation>{row} hat keinen festen search_path</translation>
    </message>
    <message>
        <source>{row} has no text yet; write it or remove the row.</source>
        <translation>{row} hat noch keinen Text; schreiben Sie ihn oder entfernen Sie die Zeile.</translation>
    </message>
    <message>
        <source>{row} is under no row security</source>
        <translation>{row} hat keine Zeilensicherheit</translation>
    </message>
    <message>
        <source>{row} moved to place {place}</source>
        <translation>{row} an Stelle {place} gerückt</translation>
    </message>
    <message>
        <source>{row} removed</source>
        <translation>{row} entfernt</translation>
    </message>
    <message>
        <source>{row}: {fields} changed</source>
        <translation>{row}: geändert: {fields}</translation>
    </message>
    <message>
        <source>{rule} (copy)</source>
        <translation>{rule} (Kopie)</translation>
    </message>
    <message>
        <source>{said} for the {what}</source>
        <translation>{said}: {what}</translation>
    </message>
    <message>
        <source>{said}, changes not published</source>
        <translation>{said}, Änderungen nicht veröffentlicht</translation>
    </message>
    <message>
        <source>{said}. Calendar: {calendar}</source>
        <translation>{said}. Kalender: {calendar}</translation>
    </message>
    <message>
        <source>{said}. It no longer matches, and stays until you move on</source>
        <translation>{said}. Passt nicht mehr und bleibt, bis Sie weitergehen</translation>
    </message>
    <message>
        <source>{said}: changed</source>
        <translation>{said}: geändert</translation>
    </message>
    <message>
        <source>{said}: set</source>
        <translation>{said}: gesetzt</translation>
    </message>
    <message>
        <source>{searches} searches</source>
        <translation>{searches} Suchen</translation>
    </message>
    <message>
        <source>{seconds} min</source>
        <translation>{seconds} min</translation>
    </message>
    <message>
        <source>{sent} holds all anchors now</source>
        <translation>{sent} enthält jetzt alle Anker</translation>
    </message>
    <message>
        <source>{server} answers with the error {status}. Try again later.</source>
        <translation>{server} antwortet mit dem Fehler {status}. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>{server} asks for a key. Give it in the settings, under Writing help.</source>
        <translation>{server} verlangt einen Schlüssel. Geben Sie ihn in den Einstellungen unter Schreibhilfe an.</translation>
    </message>
    <message>
        <source>{server} cannot be reached: {why}. Check the network.</source>
        <translation>{server} ist nicht erreichbar: {why}. Prüfen Sie das Netz.</translation>
    </message>
    <message>
        <source>{server} does not answer. Check the address, and whether the server is running.</source>
        <translation>{server} antwortet nicht. Prüfen Sie die Adresse, und ob der Server läuft.</translation>
    </message>
    <message>
        <source>{server} does not know the model {model}. Choose another in the settings.</source>
        <translation>{server} kennt das Modell {model} nicht. Wählen Sie in den Einstellungen ein anderes.</translation>
    </message>
    <message>
        <source>{server} does not speak TLS, or not as this program does. Where the server is not encrypted, the address begins with http://.</source>
        <translation>{server} spricht kein TLS, oder nicht wie dieses Programm. Ist der Server nicht verschlüsselt, beginnt die Adresse mit http://.</translation>
    </message>
    <message>
        <source>{server} does not take the key. Check it in the settings, under Writing help.</source>
        <translation>{server} nimmt den Schlüssel nicht an. Prüfen Sie ihn in den Einstellungen unter Schreibhilfe.</translation>
    </message>
    <message>
        <source>{server} is not encrypted: whoever is on the way can read it.</source>
        <translation>{server} ist nicht verschlüsselt: Wer auf dem Weg ist, kann mitlesen.</translation>
    </message>
    <message>
        <source>{server} knows nothing at {path}. Check the address; it often ends with /v1.</source>
        <translation>{server} kennt nichts unter {path}. Prüfen Sie die Adresse; sie endet oft mit /v1.</translation>
    </message>
    <message>
        <source>{server} sends on to {to}. That is not followed, because the text and the key would go there. Where that is right, write that address into the settings.</source>
        <translation>{server} schickt weiter zu {to}. Dem wird nicht gefolgt, weil Text und Schlüssel dorthin gingen. Ist das richtig, schreiben Sie diese Adresse in die Einstellungen.</translation>
    </message>
    <message>
        <source>{server} takes no more for now: too much was asked, or a quota is used up.</source>
        <translation>{server} nimmt gerade nichts mehr an: Es wurde zu viel gefragt, oder ein Kontingent ist verbraucht.</translation>
    </message>
    <message>
        <source>{server}, encrypted</source>
        <translation>{server}, verschlüsselt</translation>
    </message>
    <message>
        <source>{server}, not encrypted</source>
        <translation>{server}, nicht verschlüsselt</translation>
    </message>
    <message>
        <source>{server}, on this computer</source>
        <translation>{server}, auf diesem Computer</translation>
    </message>
    <message>
        <source>{share} of {of}</source>
        <translation>{share} von {of}</translation>
    </message>
    <message>
        <source>{shown} + {length} that an older duplicate had waited</source>
        <translation>{shown} + {length}, die ein älteres Duplikat gewartet hatte</translation>
    </message>
    <message>
        <source>{shown} is needed to move about. Add Ctrl or Alt.</source>
        <translation>{shown} wird zum Bewegen gebraucht. Nehmen Sie Strg oder Alt dazu.</translation>
    </message>
    <message>
        <source>{shown} is too old</source>
        <translation>{shown} ist zu alt</translation>
    </message>
    <message>
        <source>{shown} is “{name}” already. Give that one other keys first.</source>
        <translation>{shown} ist schon „{name}“. Geben Sie dem zuerst andere Tasten.</translation>
    </message>
    <message>
        <source>{shown} is “{name}”, and the one would hide the other.</source>
        <translation>{shown} ist „{name}“, und eines würde das andere verdecken.</translation>
    </message>
    <message>
        <source>{shown} of what? Write {shown} h or {shown} m.</source>
        <translation>{shown} wovon? Schreiben Sie {shown} h oder {shown} m.</translation>
    </message>
    <message>
        <source>{shown} shown</source>
        <translation>{shown} gezeigt</translation>
    </message>
    <message>
        <source>{shown}, a database that holds something else ({names})</source>
        <translation>{shown}, eine Datenbank mit anderem Inhalt ({names})</translation>
    </message>
    <message>
        <source>{shown}, a desk of an older version</source>
        <translation>{shown}, ein Desk einer älteren Version</translation>
    </message>
    <message>
        <source>{shown}, a desk of this version</source>
        <translation>{shown}, ein Desk dieser Version</translation>
    </message>
    <message>
        <source>{shown}, a desk that your login may not read</source>
        <translation>{shown}, ein Desk, den Ihr Login nicht lesen darf</translation>
    </message>
    <message>
        <source>{shown}, an empty database</source>
        <translation>{shown}, eine leere Datenbank</translation>
    </message>
    <message>
        <source>{shown}, the desk was upgraded by a newer Mainstay</source>
        <translation>{shown}, der Desk wurde von einem neueren Mainstay aktualisiert</translation>
    </message>
    <message>
        <source>{shown}{more}
Nothing was imported.</source>
        <translation>{shown}{more}
Es wurde nichts importiert.</translation>
    </message>
    <message>
        <source>{sign} 1 day</source>
        <translation>{sign} 1 Tag</translation>
    </message>
    <message>
        <source>{sign} 1 working day</source>
        <translation>{sign} 1 Arbeitstag</translation>
    </message>
    <message>
        <source>{sign} {number} days</source>
        <translation>{sign} {number} Tage</translation>
    </message>
    <message>
        <source>{sign} {number} working days</source>
        <translation>{sign} {number} Arbeitstage</translation>
    </message>
    <message>
        <source>{size} GB</source>
        <translation>{size} GB</translation>
    </message>
    <message>
        <source>{size} KB</source>
        <translation>{size} KB</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message numerus="yes">
        <source>{source} is merged into {target}: {n} incidents went over</source>
        <translation>
            <numerusform>{source} ist mit {target} zusammengeführt: {n} Incident ging über</numerusform>
            <numerusform>{source} ist mit {target} zusammengeführt: {n} Incidents gingen über</numerusform>
        </translation>
    </message>
    <message>
        <source>{span}: {look}, because {cause}{reason}</source>
        <translation>{span}: {look}, weil {cause}{reason}</translation>
    </message>
    <message>
        <source>{stale} of {published} published</source>
        <translation>{stale} von {published} veröffentlicht</translation>
    </message>
    <message>
        <source>{standing}, restricted</source>
        <translation>{standing}, beschränkt</translation>
    </message>
    <message>
        <source>{stand} below this one. Move what is below first: there are two levels only.</source>
        <translation>{stand} darunter. Verschieben Sie zuerst, was darunter ist: Es gibt nur zwei Ebenen.</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>{start} bis {end}</translation>
    </message>
    <message>
        <source>{state}: {text}</source>
        <translation>{state}: {text}</translation>
    </message>
    <message>
        <source>{status}, version {version}</source>
        <translation>{status}, Version {version}</translation>
    </message>
    <message>
        <source>{steps} Once more resolves all the same.</source>
        <translation>{steps} Noch einmal löst trotzdem.</translation>
    </message>
    <message>
        <source>{step}, done</source>
        <translation>{step}, erledigt</translation>
    </message>
    <message>
        <source>{table} did not arrive as it was sent ({rows} of {rows2} rows, another digest), so nothing was kept. Report this, please.</source>
        <translation>{table} kam nicht an, wie es gesendet wurde ({rows} von {rows2} Zeilen, andere Prüfsumme), also wurde nichts behalten. Bitte melden Sie das.</translation>
    </message>
    <message>
        <source>{table}.{column} has some</source>
        <translation>{table}.{column} hat welche</translation>
    </message>
    <message>
        <source>{take_key} takes them</source>
        <translation>{take_key} übernimmt sie</translation>
    </message>
    <message>
        <source>{target_length} on the clock, {length_ago} for the caller</source>
        <translation>{target_length} auf der Uhr, {length_ago} für den Melder</translation>
    </message>
    <message>
        <source>{target} target − {used} used = {rest} left.</source>
        <translation>{target} Ziel − {used} verbraucht, bleiben {rest}.</translation>
    </message>
    <message>
        <source>{target} target − {used} used = {rest} over.</source>
        <translation>{target} Ziel − {used} verbraucht, {rest} darüber.</translation>
    </message>
    <message>
        <source>{text} Changes are possible here once it is closed there.</source>
        <translation>{text} Ändern geht hier, sobald er dort geschlossen ist.</translation>
    </message>
    <message>
        <source>{text} is no anchor. It is the number, a dash and at least {short_digits} digits, as it stands at the foot of a PDF, or the name of a file with anchors.</source>
        <translation>{text} ist kein Anker. Er besteht aus der Nummer, einem Strich und mindestens {short_digits} Ziffern, wie am Fuß eines PDF, oder ist der Name einer Datei mit Ankern.</translation>
    </message>
    <message>
        <source>{text} is no date with a time. Write it like 2026-12-04 09:30.</source>
        <translation>{text} ist kein Datum mit Uhrzeit. Schreiben Sie es wie 2026-12-04 09:30.</translation>
    </message>
    <message>
        <source>{text} is no date. Write it like 2026-12-04.</source>
        <translation>{text} ist kein Datum. Schreiben Sie es wie 2026-12-04.</translation>
    </message>
    <message>
        <source>{text} is no whole number. Write digits only, or leave the field empty.</source>
        <translation>{text} ist keine ganze Zahl. Schreiben Sie nur Ziffern, oder lassen Sie das Feld leer.</translation>
    </message>
    <message>
        <source>{text} Nothing was heard from there for {words}.</source>
        <translation>{text} Von dort war {words} lang nichts zu hören.</translation>
    </message>
    <message>
        <source>{text}, begun</source>
        <translation>{text}, begonnen</translation>
    </message>
    <message>
        <source>{text}. They need a new login to come in</source>
        <translation>{text}. Zum Hereinkommen ist ein neues Login nötig</translation>
    </message>
    <message>
        <source>{text}; {count} not. {sentence}</source>
        <translation>{text}; {count} nicht. {sentence}</translation>
    </message>
    <message>
        <source>{text}; {count} not: {refused}</source>
        <translation>{text}; {count} nicht: {refused}</translation>
    </message>
    <message>
        <source>{things}, the oldest of {day}</source>
        <translation>{things}, die älteste vom {day}</translation>
    </message>
    <message>
        <source>{tier}, next tier · {duty} · {load}</source>
        <translation>{tier}, nächste Ebene · {duty} · {load}</translation>
    </message>
    <message>
        <source>{time_left} left</source>
        <translation>noch {time_left}</translation>
    </message>
    <message>
        <source>{time_over} over</source>
        <translation>{time_over} über</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
    <message>
        <source>{title} (not published)</source>
        <translation>{title} (nicht veröffentlicht)</translation>
    </message>
    <message>
        <source>{title} is saved</source>
        <translation>{title} ist gespeichert</translation>
    </message>
    <message>
        <source>{title} is used by {uses}. They keep it; it is only not offered any more.</source>
        <translation>{title} wird benutzt ({uses}). Dort bleibt es; es wird nur nicht mehr angeboten.</translation>
    </message>
    <message>
        <source>{title} – Mainstay</source>
        <translation>{title} – Mainstay</translation>
    </message>
    <message numerus="yes">
        <source>{told} are newer than the backup: {now} now, {kept} in it.</source>
        <translation>
            <numerusform>{told} ist neuer als die Sicherung: {now} jetzt, {kept} in ihr.</numerusform>
            <numerusform>{told} sind neuer als die Sicherung: {now} jetzt, {kept} in ihr.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{told} come back: {now} now, {kept} in the backup.</source>
        <translation>
            <numerusform>{told} kommt zurück: {now} jetzt, {kept} in der Sicherung.</numerusform>
            <numerusform>{told} kommen zurück: {now} jetzt, {kept} in der Sicherung.</numerusform>
        </translation>
    </message>
    <message>
        <source>{told} It says: “{said}”.</source>
        <translation>{told} Er sagt: „{said}“.</translation>
    </message>
    <message>
        <source>{to}; shown as filled in for {number}</source>
        <translation>{to}; gezeigt wie ausgefüllt für {number}</translation>
    </message>
    <message>
        <source>{trait} is {values}</source>
        <translation>{trait} ist {values}</translation>
    </message>
    <message>
        <source>{trait} of the imagined incident</source>
        <translation>{trait} des erdachten Incidents</translation>
    </message>
    <message>
        <source>{typed} is no number of an article. Type one such as KB-000123.</source>
        <translation>{typed} ist keine Nummer eines Artikels. Geben Sie eine wie KB-000123 ein.</translation>
    </message>
    <message>
        <source>{unassigned} unassigned</source>
        <translation>{unassigned} nicht zugewiesen</translation>
    </message>
    <message>
        <source>{unknown} cannot be changed like this.</source>
        <translation>{unknown} kann so nicht geändert werden.</translation>
    </message>
    <message>
        <source>{used} of {opening_time} opening time used</source>
        <translation>{used} von {opening_time} Öffnungszeit verbraucht</translation>
    </message>
    <message>
        <source>{used} of {whole} used</source>
        <translation>{used} von {whole} verbraucht</translation>
    </message>
    <message>
        <source>{used} of {whole} used, {calendar}</source>
        <translation>{used} von {whole} verbraucht, {calendar}</translation>
    </message>
    <message>
        <source>{used} percent used</source>
        <translation>{used} Prozent verbraucht</translation>
    </message>
    <message>
        <source>{useradmin} may not end sessions</source>
        <translation>{useradmin} darf Sitzungen nicht beenden</translation>
    </message>
    <message>
        <source>{user} on {host}</source>
        <translation>{user} an {host}</translation>
    </message>
    <message>
        <source>{value} is chosen</source>
        <translation>{value} ist gewählt</translation>
    </message>
    <message>
        <source>{value} is no channel. Known are {channel}.</source>
        <translation>{value} ist kein Kanal. Bekannt sind {channel}.</translation>
    </message>
    <message>
        <source>{value} is no time zone. Give one such as Europe/Lisbon.</source>
        <translation>{value} ist keine Zeitzone. Nennen Sie eine wie Europe/Lisbon.</translation>
    </message>
    <message>
        <source>{value} is no whole number. Type digits only, such as {before}.</source>
        <translation>{value} ist keine ganze Zahl. Schreiben Sie nur Ziffern, etwa {before}.</translation>
    </message>
    <message>
        <source>{value} is no {named}. Known are {words}.</source>
        <translation>{value} ist nicht möglich für {named}. Bekannt sind {words}.</translation>
    </message>
    <message>
        <source>{value} is none of {words}. Write one of these in the head.</source>
        <translation>{value} ist keines von {words}. Schreiben Sie eines davon in den Kopf.</translation>
    </message>
    <message>
        <source>{value}, complete</source>
        <translation>{value}, vollständig</translation>
    </message>
    <message>
        <source>{value}, goal {goal}</source>
        <translation>{value}, Ziel {goal}</translation>
    </message>
    <message>
        <source>{value}, not in view</source>
        <translation>{value}, nicht zu sehen</translation>
    </message>
    <message>
        <source>{value}, not in view. The key . leads there</source>
        <translation>{value}, nicht zu sehen. Die Taste . führt hin</translation>
    </message>
    <message>
        <source>{value}, {count} missing</source>
        <translation>{value}, {count} fehlt noch</translation>
    </message>
    <message>
        <source>{version}, certificate good until {ends_at}</source>
        <translation>{version}, Zertifikat gültig bis {ends_at}</translation>
    </message>
    <message>
        <source>{weekday} to {weekday2}</source>
        <translation>{weekday} bis {weekday2}</translation>
    </message>
    <message>
        <source>{weekday}: hours that begin and end at {clock} are none.</source>
        <translation>{weekday}: Zeiten, die um {clock} beginnen und enden, sind keine.</translation>
    </message>
    <message>
        <source>{weekday}: the hours after midnight are kept with {weekday2}.</source>
        <translation>{weekday}: Die Zeiten nach Mitternacht stehen bei {weekday2}.</translation>
    </message>
    <message>
        <source>{what} is no unit here, because it means different hours in different calendars. Write hours.</source>
        <translation>{what} ist hier keine Einheit, weil es je nach Kalender andere Stunden bedeutet. Schreiben Sie Stunden.</translation>
    </message>
    <message>
        <source>{what} is no unit here. Write the hours of this calendar: {write_duration}.</source>
        <translation>{what} ist hier keine Einheit. Schreiben Sie die Stunden dieses Kalenders: {write_duration}.</translation>
    </message>
    <message>
        <source>{what} was not saved. Please do it again.</source>
        <translation>{what} wurde nicht gespeichert. Bitte tun Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{what} was saved before the connection broke</source>
        <translation>{what} wurde gespeichert, bevor die Verbindung abbrach</translation>
    </message>
    <message>
        <source>{what} was written by {model} and nobody has checked it yet. Edit or accept it first.</source>
        <translation>{what} wurde von {model} geschrieben, und niemand hat sie geprüft. Bearbeiten Sie sie zuerst, oder nehmen Sie sie an.</translation>
    </message>
    <message>
        <source>{what} {clock} to {clock2}, {state}</source>
        <translation>{what} {clock} bis {clock2}, {state}</translation>
    </message>
    <message>
        <source>{what} {level} is not on the scale: choose 1 to {count}.</source>
        <translation>{what} {level} ist nicht auf der Skala: Wählen Sie 1 bis {count}.</translation>
    </message>
    <message>
        <source>{what} {name}: saved</source>
        <translation>{what} {name}: gespeichert</translation>
    </message>
    <message>
        <source>{when} to {when2}</source>
        <translation>{when} bis {when2}</translation>
    </message>
    <message>
        <source>{when}, closes {records} records of {chains} chains.</source>
        <translation>{when}, schließt {records} Einträge von {chains} Ketten ab.</translation>
    </message>
    <message>
        <source>{where} cannot be read: {error}.</source>
        <translation>{where} kann nicht gelesen werden: {error}.</translation>
    </message>
    <message>
        <source>{where}: hours must start before they end, between 00:00 and 24:00. Split a night shift at midnight into two days.</source>
        <translation>{where}: Zeiten müssen vor ihrem Ende beginnen, zwischen 00:00 und 24:00. Teilen Sie eine Nachtschicht um Mitternacht auf zwei Tage auf.</translation>
    </message>
    <message>
        <source>{whom} It was escalated to this level already.</source>
        <translation>{whom} Auf diese Stufe wurde schon eskaliert.</translation>
    </message>
    <message>
        <source>{who} called too: {summary}</source>
        <translation>{who} hat auch angerufen: {summary}</translation>
    </message>
    <message>
        <source>{who} changed {fields} since you looked. Nothing was overwritten: choose what is to stand.</source>
        <translation>{who} hat {fields} geändert, seit Sie hinsahen. Nichts wurde überschrieben: Wählen Sie, was gelten soll.</translation>
    </message>
    <message>
        <source>{who} joined</source>
        <translation>{who} ist dazugekommen</translation>
    </message>
    <message>
        <source>{who} leads it</source>
        <translation>{who} leitet es</translation>
    </message>
    <message>
        <source>{who} left</source>
        <translation>{who} ist ausgeschieden</translation>
    </message>
    <message>
        <source>{who} no longer leads it</source>
        <translation>{who} leitet es nicht mehr</translation>
    </message>
    <message>
        <source>{who} wrote ({when}){more}: “{quoted}” Yours was not sent. Press Ctrl+Enter again to send it as it is.</source>
        <translation>{who} schrieb ({when}){more}: „{quoted}“ Ihr Text wurde nicht gesendet. Drücken Sie noch einmal Strg+Eingabe, um ihn so zu senden.</translation>
    </message>
    <message>
        <source>{who}, {day}</source>
        <translation>{who}, {day}</translation>
    </message>
    <message>
        <source>{who}: changed</source>
        <translation>{who}: geändert</translation>
    </message>
    <message>
        <source>{who}{who2} has taken over this desk, because this computer was not heard of for a while. Nothing was saved. Open the desk again to go on reading.</source>
        <translation>{who}{who2} hat diesen Desk übernommen, weil von diesem Computer eine Weile nichts zu hören war. Es wurde nichts gespeichert. Öffnen Sie den Desk noch einmal, um weiterzulesen.</translation>
    </message>
    <message>
        <source>{why}, {spoken_time} of opening time left</source>
        <translation>{why}, noch {spoken_time} Öffnungszeit</translation>
    </message>
    <message>
        <source>{words} holds control characters, which no desk writes.</source>
        <translation>{words} enthält Steuerzeichen, die kein Desk schreibt.</translation>
    </message>
    <message>
        <source>{words} is missing; nobody deleted it by the desk.</source>
        <translation>{words} fehlt; über den Desk hat es niemand gelöscht.</translation>
    </message>
    <message>
        <source>{words} steps are out of the way</source>
        <translation>{words} Schritte sind erledigt</translation>
    </message>
    <message>
        <source>{words} This was noticed {length} later, because no timers ran in between.</source>
        <translation>{words} Das wurde {length} später bemerkt, weil dazwischen keine Zeitgeber liefen.</translation>
    </message>
    <message>
        <source>{words} was changed behind the trail: it is not as it was recorded.</source>
        <translation>{words} wurde am Audit-Trail vorbei geändert: Es ist nicht, wie es vermerkt wurde.</translation>
    </message>
    <message>
        <source>{words} was inserted behind the trail: no record tells of it.</source>
        <translation>{words} wurde am Audit-Trail vorbei eingefügt: Kein Eintrag berichtet davon.</translation>
    </message>
    <message>
        <source>{words}, to be acknowledged in {length}</source>
        <translation>{words}, zu bestätigen in {length}</translation>
    </message>
    <message>
        <source>{words}. Reason: {cause}.

Tried so far: {tried}</source>
        <translation>{words}. Grund: {cause}.

Bisher versucht: {tried}</translation>
    </message>
    <message>
        <source>{words}: {incident}</source>
        <translation>{words}: {incident}</translation>
    </message>
    <message>
        <source>{word} kB</source>
        <translation>{word} kB</translation>
    </message>
    <message>
        <source>{word} on {number}</source>
        <translation>{word} zu {number}</translation>
    </message>
    <message>
        <source>{word} {label} is</source>
        <translation>{word} {label} ist</translation>
    </message>
    <message>
        <source>{word}: write it in a sentence.</source>
        <translation>{word}: Schreiben Sie es in einem Satz.</translation>
    </message>
    <message>
        <source>{write_hours} per week</source>
        <translation>{write_hours} je Woche</translation>
    </message>
    <message>
        <source>{written}: is not a filter. Did you mean {close}:?</source>
        <translation>{written}: ist kein Filter. Meinten Sie {close}:?</translation>
    </message>
    <message>
        <source>{written}: is not a filter. Known are {names}</source>
        <translation>{written}: ist kein Filter. Bekannt sind {names}</translation>
    </message>
    <message>
        <source>“printing” then finds “printed” too, and “Häuser” finds “Haus”. It holds at once, for every search and on every computer: words are stored as they are, so a change of languages needs no new index.</source>
        <translation>„printing“ findet dann auch „printed“, und „Häuser“ findet „Haus“. Das gilt sofort, für jede Suche und auf jedem Rechner: Wörter liegen so im Index, wie sie geschrieben sind, darum braucht eine andere Sprache keinen neuen.</translation>
    </message>
    <message>
        <source>“together”    -without</source>
        <translation>„zusammen“    -ohne</translation>
    </message>
    <message>
        <source>“{field}” is saved</source>
        <translation>„{field}“ ist gespeichert</translation>
    </message>
    <message>
        <source>“{found}” names nothing to look for.

Type words, names or numbers; a word with a minus is only left out.</source>
        <translation>„{found}“ nennt nichts, wonach gesucht werden kann.

Geben Sie Wörter, Namen oder Nummern ein; ein Wort mit einem Minus wird nur ausgeschlossen.</translation>
    </message>
    <message>
        <source>“{name}” is no longer starred</source>
        <translation>„{name}“ hat keinen Stern mehr</translation>
    </message>
    <message>
        <source>“{name}” is not in the list.</source>
        <translation>„{name}“ steht nicht in der Liste.</translation>
    </message>
    <message>
        <source>“{name}” is starred</source>
        <translation>„{name}“ hat einen Stern</translation>
    </message>
    <message>
        <source>“{name}” is there already, or stands for something else. Take another name.</source>
        <translation>„{name}“ gibt es schon, oder es steht für etwas anderes. Nehmen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>“{name}” stands at place {place} now</source>
        <translation>„{name}“ steht jetzt auf Platz {place}</translation>
    </message>
    <message>
        <source>“{name}” was changed by somebody else meanwhile and stays as it is. Look at it again.</source>
        <translation>„{name}“ wurde inzwischen von jemand anderem geändert und bleibt, wie sie ist. Sehen Sie sie noch einmal an.</translation>
    </message>
    <message>
        <source>“{name}” was changed by {by} meanwhile and stays as it is. Look at it again.</source>
        <translation>„{name}“ wurde inzwischen von {by} geändert und bleibt, wie sie ist. Bitte noch einmal ansehen.</translation>
    </message>
    <message>
        <source>“{name}” was removed by somebody else meanwhile, so nothing was saved.</source>
        <translation>„{name}“ wurde inzwischen von jemand anderem entfernt, deshalb wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>“{page}” is not for the role {role}</source>
        <translation>„{page}“ ist nicht für die Rolle {role}</translation>
    </message>
    <message>
        <source>“{question}” has no answer yet. Write one, or delete the line.</source>
        <translation>„{question}“ hat noch keine Antwort. Schreiben Sie eine oder löschen Sie die Zeile.</translation>
    </message>
    <message>
        <source>“{shown}” is no length of time. Write 4 h, 30 m or 1 h 30 m.</source>
        <translation>„{shown}“ ist keine Dauer. Schreiben Sie 4 h, 30 m oder 1 h 30 m.</translation>
    </message>
    <message>
        <source>“{step}” is required. It is {what} by a supervisor; ask one, or do it.</source>
        <translation>„{step}“ ist Pflicht. Nur ein Supervisor kann das: {what}. Bitten Sie einen darum, oder erledigen Sie den Schritt.</translation>
    </message>
    <message>
        <source>“{step}” is {state} already. Look at it again.</source>
        <translation>„{step}“ ist schon {state}. Sehen Sie noch einmal nach.</translation>
    </message>
    <message>
        <source>“{step}” was brought back by somebody meanwhile.</source>
        <translation>„{step}“ wurde inzwischen von jemandem zurückgeholt.</translation>
    </message>
    <message>
        <source>“{step}” was changed by somebody else meanwhile. Look at it again.</source>
        <translation>„{step}“ wurde inzwischen von jemand anderem geändert. Sehen Sie noch einmal nach.</translation>
    </message>
    <message>
        <source>“{step}” was removed by somebody meanwhile.</source>
        <translation>„{step}“ wurde inzwischen von jemandem entfernt.</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>„{text}“</translation>
    </message>
    <message>
        <source>“{text}” is neither yes nor no.</source>
        <translation>„{text}“ ist weder ja noch nein.</translation>
    </message>
    <message>
        <source>“{text}” is no date. Write it like 2026-12-24.</source>
        <translation>„{text}“ ist kein Datum. Schreiben Sie es wie 2026-12-24.</translation>
    </message>
    <message>
        <source>“{text}” is no day. Write review_on like 2027-05-01.</source>
        <translation>„{text}“ ist kein Tag. Schreiben Sie review_on wie 2027-05-01.</translation>
    </message>
    <message>
        <source>“{text}” is no e-mail address.</source>
        <translation>„{text}“ ist keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>“{text}” is no e-mail address. Give one such as mara@example.com, or leave it empty.</source>
        <translation>„{text}“ ist keine E-Mail-Adresse. Geben Sie eine wie mara@example.com an, oder lassen Sie das Feld leer.</translation>
    </message>
    <message>
        <source>“{text}” is no role. Known are caller, reader, agent, supervisor and administrator.</source>
        <translation>„{text}“ ist keine Rolle. Bekannt sind caller (Melder), reader (Leser), agent, supervisor und administrator.</translation>
    </message>
    <message>
        <source>“{text}” is no threshold. Write 75 %, 30 m before, 1 h after, or breach.</source>
        <translation>„{text}“ ist keine Schwelle. Schreiben Sie 75 %, 30 m vor, 1 h nach oder Überschreitung.</translation>
    </message>
    <message>
        <source>“{text}” is not a length between a second and five years.</source>
        <translation>„{text}“ ist keine Dauer zwischen einer Sekunde und fünf Jahren.</translation>
    </message>
    <message>
        <source>“{typed}” is no tag. Use letters, digits and - . + / &amp; in it.</source>
        <translation>„{typed}“ ist kein Schlagwort. Nehmen Sie Buchstaben, Ziffern und - . + / &amp;.</translation>
    </message>
    <message>
        <source>“{unit}” is no unit here. Write h for hours and m for minutes.</source>
        <translation>„{unit}“ ist hier keine Einheit. Schreiben Sie h für Stunden und m für Minuten.</translation>
    </message>
    <message>
        <source>“{value}” is no state of a workaround.</source>
        <translation>„{value}“ ist kein Stand einer Umgehungslösung.</translation>
    </message>
    <message>
        <source>“{view}” is moved</source>
        <translation>„{view}“ ist verschoben</translation>
    </message>
    <message>
        <source>“{view}” was removed</source>
        <translation>„{view}“ wurde entfernt</translation>
    </message>
    <message>
        <source>“{word}” for “{typed}”</source>
        <translation>„{word}“ für „{typed}“</translation>
    </message>
    <message>
        <source>“{word}” has no letter and no digit.</source>
        <translation>„{word}“ hat keinen Buchstaben und keine Ziffer.</translation>
    </message>
    <message>
        <source>“{word}” is not in use at this desk. Choose another one.</source>
        <translation>„{word}“ ist an diesem Desk nicht in Gebrauch. Wählen Sie etwas anderes.</translation>
    </message>
    <message>
        <source>“{word}” stands between two terms; put quotes around it to find it.</source>
        <translation>„{word}“ steht zwischen zwei Begriffen; setzen Sie es in Anführungszeichen, um es zu finden.</translation>
    </message>
    <message>
        <source>… and {more} more; main.py audit verify lists them.</source>
        <translation>… und {more} weitere; main.py audit verify listet sie auf.</translation>
    </message>
    <message>
        <source>↑ ↓ choose    Tab next kind    ↵ open    Esc close</source>
        <translation>↑ ↓ wählen    Tab nächste Art    ↵ öffnen    Esc schließen</translation>
    </message>
    <message>
        <source>↑ ↓ choose    ↵ run    ⇧↵ run and stay    Esc close</source>
        <translation>↑ ↓ wählen    ↵ ausführen    ⇧↵ ausführen und bleiben    Esc schließen</translation>
    </message>
</context>
</TS>
