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

-- In the audit log a note stands in the chain of the hand-over and names the incident, as a line does.
CREATE OR REPLACE FUNCTION desk.untold_parts() RETURNS TABLE (part text, subject_id text, part_id text)
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    groups uuid[] := desk.groups();
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN;
    END IF;
    RETURN QUERY
    WITH hidden AS MATERIALIZED (
        SELECT incident.id FROM public.incident
         WHERE incident.restricted_group_id IS NOT NULL AND incident.restricted_group_id <> ALL (groups)
    ), found (part, subject_id, part_id) AS (
        SELECT 'incident_link', link.source_id, link.id::text
          FROM public.incident_link AS link JOIN hidden ON hidden.id = link.target_id
        UNION ALL SELECT 'article_use', used.article_id, used.id::text
          FROM public.article_use AS used JOIN hidden ON hidden.id = used.incident_id
        UNION ALL SELECT 'handover_line', line.handover_id, line.position::text
          FROM public.handover_line AS line JOIN hidden ON hidden.id = line.incident_id
        UNION ALL SELECT 'handover_note', note.handover_id, note.position::text
          FROM public.handover_note AS note JOIN hidden ON hidden.id = note.incident_id
    )
    SELECT found.part, replace(found.subject_id::text, '-', ''), replace(found.part_id, '-', '') FROM found;
END $$;
