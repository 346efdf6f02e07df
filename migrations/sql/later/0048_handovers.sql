-- Hand-overs are for whoever works at the desk. A line about an incident is seen by who sees the incident. What was
-- handed over stays as it was said; later only who took it over is written down.

ALTER TABLE handover ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON handover FOR SELECT USING ((SELECT desk.reads_all()));
CREATE POLICY handed ON handover FOR INSERT WITH CHECK ((SELECT desk.reads_all()));
CREATE POLICY taken ON handover FOR UPDATE USING ((SELECT desk.reads_all()));

ALTER TABLE handover_line ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON handover_line FOR SELECT USING (
    (SELECT desk.reads_all())
    AND (incident_id IS NULL OR EXISTS (SELECT 1 FROM incident WHERE incident.id = handover_line.incident_id))
);
CREATE POLICY handed ON handover_line FOR INSERT WITH CHECK (
    (SELECT desk.reads_all())
    AND (incident_id IS NULL OR EXISTS (SELECT 1 FROM incident WHERE incident.id = handover_line.incident_id))
);

ALTER TABLE handover ALTER COLUMN notes SET STATISTICS 0;
ALTER TABLE handover ALTER COLUMN figures SET STATISTICS 0;
ALTER TABLE handover_line ALTER COLUMN number SET STATISTICS 0;
ALTER TABLE handover_line ALTER COLUMN block SET STATISTICS 0;
ALTER TABLE handover_line ALTER COLUMN standing SET STATISTICS 0;
ALTER TABLE handover_line ALTER COLUMN at_kind SET STATISTICS 0;
ALTER TABLE handover_line ALTER COLUMN summary SET STATISTICS 0;
ALTER TABLE handover_line ALTER COLUMN owner SET STATISTICS 0;
ALTER TABLE handover_line ALTER COLUMN next_step SET STATISTICS 0;

CREATE FUNCTION desk.guard_handover() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF NEW.handed_by_id IS DISTINCT FROM desk.me() OR NOT desk.is_now(NEW.handed_at) OR NEW.taken_by_id IS NOT NULL THEN
            PERFORM desk.refuse('whoever hands a shift over does so, and now');
        END IF;
    ELSIF OLD.taken_by_id IS NOT NULL OR NEW.taken_by_id IS DISTINCT FROM desk.me() OR NOT desk.is_now(NEW.taken_at) THEN
        PERFORM desk.refuse('whoever takes a shift over has done so, once and now');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON handover FOR EACH ROW EXECUTE FUNCTION desk.guard_handover();

CREATE FUNCTION desk.guard_handover_line() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND NOT EXISTS (
        SELECT 1 FROM public.handover WHERE handover.id = NEW.handover_id AND handover.handed_by_id = desk.me()
           AND desk.is_of_this_transaction(handover.xmin)
    ) THEN
        PERFORM desk.refuse('a sheet is handed over whole, by whoever wrote it');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT ON handover_line FOR EACH ROW EXECUTE FUNCTION desk.guard_handover_line();

CREATE FUNCTION public.refuse_handover_edit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was handed over stays as it was said';
END $$;
CREATE TRIGGER handover_no_delete BEFORE DELETE ON handover FOR EACH ROW EXECUTE FUNCTION refuse_handover_edit();
CREATE TRIGGER handover_line_no_update BEFORE UPDATE ON handover_line FOR EACH ROW
    EXECUTE FUNCTION refuse_handover_edit();
CREATE TRIGGER handover_line_no_delete BEFORE DELETE ON handover_line FOR EACH ROW
    EXECUTE FUNCTION refuse_handover_edit();

CREATE FUNCTION public.tell_of_handover() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO change_feed (kind, subject_id, incident_id, xid, at)
    SELECT DISTINCT 'handover', id, NULL::uuid, pg_current_xact_id()::text::bigint, clock_timestamp() FROM fresh
        ON CONFLICT DO NOTHING;
    IF FOUND THEN
        PERFORM ring_change_feed();
    END IF;
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION tell_of_handover(), refuse_handover_edit() FROM PUBLIC;
CREATE TRIGGER handover_insert_is_told AFTER INSERT ON handover REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION tell_of_handover();
CREATE TRIGGER handover_update_is_told AFTER UPDATE ON handover REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION tell_of_handover();
