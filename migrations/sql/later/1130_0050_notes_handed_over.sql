-- What the notes of a hand-over say of an incident is seen by who sees the incident, also once that is restricted.

ALTER TABLE handover_note ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON handover_note FOR SELECT USING (
    (SELECT desk.reads_all())
    AND EXISTS (SELECT 1 FROM incident WHERE incident.id = handover_note.incident_id)
);
CREATE POLICY handed ON handover_note FOR INSERT WITH CHECK (
    (SELECT desk.reads_all())
    AND EXISTS (SELECT 1 FROM incident WHERE incident.id = handover_note.incident_id)
);
ALTER TABLE handover_note ALTER COLUMN text SET STATISTICS 0;

CREATE TRIGGER guard BEFORE INSERT ON handover_note FOR EACH ROW EXECUTE FUNCTION desk.guard_handover_line();
CREATE TRIGGER handover_note_no_update BEFORE UPDATE ON handover_note FOR EACH ROW
    EXECUTE FUNCTION refuse_handover_edit();
CREATE TRIGGER handover_note_no_delete BEFORE DELETE ON handover_note FOR EACH ROW
    EXECUTE FUNCTION refuse_handover_edit();
