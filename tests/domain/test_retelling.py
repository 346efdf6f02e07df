"""What the program stored in English is said in the language of the reader; what people wrote is not."""

import pytest

from app.domain.escalation.words import Level, Reason
from app.domain.retelling import retold, retold_reason
from app.domain.stored_sentences import COUNTED, SENTENCES
from app.domain.wording import in_english
from tests.support.german import in_german

SAID = {
    "Acknowledged the escalation to level 3 (head).": "Die Eskalation an Stufe 3 (Bereichsleitung) bestätigt.",
    "Rule “P1”, because nobody was assigned for 5 min: notified the group and the lead (Dana, Wen Li); raised the "
    "priority from 3 to 2; the matrix says 3.": "Regel „P1“, Anlass: 5 min lang war niemand zugewiesen. Getan: "
    "benachrichtigt: die Gruppe und die Teamleitung (Dana, Wen Li); die Priorität von 3 auf 2 erhöht; die Matrix "
    "sagt 3.",
    "Rule “X”, because the resolution clock was breached 2 h ago: escalated to level 1 (lead): Maren Holt, to be "
    "acknowledged in 15 min.": "Regel „X“, Anlass: die Uhr „Lösung“ hat die Frist überschritten, vor 2 h. Getan: "
    "eskaliert an Stufe 1 (Teamleitung): Maren Holt, zu bestätigen in 15 min.",
    "The response clock reached 50 %, 75 % and its breach (target 8 h). This was noticed 2 h later, because no timers "
    "ran in between.": "Die Uhr „Reaktion“ erreichte 50 %, 75 % und die Überschreitung (Ziel 8 h). Das wurde 2 h "
    "später bemerkt, weil dazwischen keine Zeitgeber liefen.",
    "The response clock reached 50 % (target 2 days); The resolution clock reached 30 min before due (due date set by "
    "hand).": "Die Uhr „Reaktion“ erreichte 50 % (Ziel 2 Tage); Die Uhr „Lösung“ erreichte 30 min vor der Frist (von "
    "Hand gesetzte Frist).",
    "Escalated to Network, to be acknowledged in 30 min. Reason: Will not be done in time.\n\nTried so far: all\nof it":
        "Eskaliert an Network, zu bestätigen in 30 min. Grund: Wird nicht rechtzeitig fertig.\n\n"
        "Bisher versucht: all\nof it",
    "The resolution clock reached 75 %: INC-000012 VPN: drops": "Die Uhr „Lösung“ hat 75 % erreicht: INC-000012 VPN: "
    "drops",
    "The hold (awaiting vendor) was expected to end by now.": "Das Warten (Wartet auf Lieferant) sollte bis jetzt "
    "enden.",
    "The shift of Network ended: 3 incidents without an assignee are offered to you": "Die Schicht von Network endete: "
    "Ihnen werden 3 Incidents ohne Bearbeiter angeboten",
    "1 event picked from the journal": "1 Ereignis aus dem Journal gewählt",
    "cause 2: claim changed": "Ursache 2: geändert: Aussage",
    "A major incident? 14 incidents within an hour with service Customs & Co, usually 0.3": "Ein "
    "schwerwiegender Incident? 14 Incidents in einer Stunde mit dem Service Customs & Co, sonst 0.3",
    "A major incident? 7 incidents within an hour with site without a name, usually 0.3": "Ein "
    "schwerwiegender Incident? 7 Incidents in einer Stunde mit dem Standort ohne Namen, sonst 0.3",
    "INC-000001, INC-000002 and 3 more. By chance that would happen once in 1,000,000 such hours. Open the first one "
    "to propose it.": "INC-000001, INC-000002 und 3 weitere. Zufällig geschähe das einmal in 1.000.000 solchen "
    "Stunden. Öffnen Sie den ersten, um ihn vorzuschlagen.",
    "Draft of a reply asked of small at desk.example:8080": "„Entwurf einer Antwort“ von small bei desk.example:8080 "
    "erbeten",
    "Handed back by Network: we have no access": "Zurückgegeben von Network: we have no access",
    "Took back: Acknowledged the escalation to level 3 (head).":
        "Zurückgenommen: Die Eskalation an Stufe 3 (Bereichsleitung) bestätigt.",
    "Took back: Handed back by Network: we have no access":
        "Zurückgenommen: Zurückgegeben von Network: we have no access",
    "The page to Network was a slip: INC-000012 VPN: drops":
        "Der Alarm an Network war ein Versehen: INC-000012 VPN: drops",
}  # fmt: skip


@pytest.mark.parametrize(("stored", "said"), SAID.items())
def test_a_stored_sentence_is_said_in_the_language_of_the_reader(stored: str, said: str) -> None:
    assert retold(stored) == stored
    with in_german():
        assert retold(stored) == said
        with in_english():
            assert retold(stored) == stored, "what is stored stays English"


@pytest.mark.parametrize(
    "text", ["", "x", "Router changed", "We escalated it; nobody answers.", "Dana: INC-000001", "Rule “a”: because"]
)
def test_what_people_wrote_stays_as_it_is(text: str) -> None:
    with in_german():
        assert retold(text) == text


def test_only_a_preset_is_said_anew_where_a_person_gave_the_reason() -> None:
    with in_german():
        assert retold_reason(Reason.NO_ANSWER.stored_label) == "Keine Antwort von dem, der ihn hat"
        assert retold_reason("The hold is over") == "The hold is over"


def test_every_pattern_is_found_again_with_its_own_values() -> None:
    sample = {
        "addressee": "Network", "clock": "update", "fields": "title, area", "incident": "INC-000007 Printer: jam",
        "length": "1 h 30 min", "level": Level.LEAD.stored_label, "number": "INC-000003", "row": "sign off 2",
        "article": "KB-000012 Reset", "words": "The hold is over", "told": "nobody is paged any more",
        "numbers": "INC-000003, INC-000004",
    }  # fmt: skip
    digits = dict.fromkeys(("n", "before", "after", "priority", "share", "least", "place", "version"), "7")
    lost = []
    for pattern in (*SENTENCES, *(form for pair in COUNTED for form in pair)):
        names = {name for name in sample | digits if f"{{{name}}}" in pattern}
        stored = pattern
        for name in names:
            stored = stored.replace(f"{{{name}}}", (sample | digits)[name])
        stored = stored.replace("{", "").replace("}", "")
        with in_german():
            said = retold(stored)
        if said == stored and stored != "The hold is over: INC-000007 Printer: jam":
            lost.append(stored)
    assert not lost
