-- Whoever has an incident open whose file was removed sees it so; it went on standing there as a file to open.
CREATE FUNCTION public.tell_of_removed_file() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO change_feed (kind, subject_id, incident_id, xid, at)
    SELECT DISTINCT 'incident', incident_id, incident_id, pg_current_xact_id()::text::bigint, clock_timestamp() FROM fresh
        ON CONFLICT DO NOTHING;
    IF FOUND THEN
        PERFORM ring_change_feed();
    END IF;
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION tell_of_removed_file() FROM PUBLIC;
CREATE TRIGGER removed_file_insert_is_told AFTER INSERT ON removed_file
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION tell_of_removed_file();
