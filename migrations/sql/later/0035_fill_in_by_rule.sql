-- From how sure on suggestions are filled in by themselves is for who leads the desk.
ALTER POLICY added ON setting WITH CHECK (
    CASE (SELECT desk.role())
        WHEN 'supervisor' THEN key IN ('escalation_chain', 'default_calendar_id', 'suggestion_filling')
        WHEN 'admin' THEN true
        ELSE false
    END
);
ALTER POLICY changed ON setting USING (
    CASE (SELECT desk.role())
        WHEN 'supervisor' THEN key IN ('escalation_chain', 'default_calendar_id', 'suggestion_filling')
        WHEN 'admin' THEN true
        ELSE false
    END
);

ALTER TABLE suggestion_filled ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON suggestion_filled FOR SELECT USING (
    (SELECT desk.reads_all()) AND EXISTS (SELECT 1 FROM incident WHERE incident.id = suggestion_filled.incident_id)
);
CREATE POLICY written ON suggestion_filled FOR INSERT WITH CHECK (
    (SELECT desk.reads_all()) AND EXISTS (SELECT 1 FROM incident WHERE incident.id = suggestion_filled.incident_id)
);

-- Only what the rule says is the rule's, in the transaction that fills it in.
CREATE FUNCTION desk.guard_suggestion_filled() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    standing jsonb;
    least double precision;
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NEW;
    END IF;
    SELECT to_jsonb(told) INTO standing FROM public.incident AS told
     WHERE told.id = NEW.incident_id AND desk.is_of_this_transaction(told.xmin);
    SELECT (setting.value ->> NEW.field)::double precision INTO least FROM public.setting
     WHERE setting.key = 'suggestion_filling';
    IF standing IS NULL OR (standing ->> NEW.field)::uuid IS DISTINCT FROM NEW.value_id
       OR least IS NULL OR NEW.threshold <> least OR NOT desk.is_now(NEW.at, NEW.incident_id) THEN
        PERFORM desk.refuse('a rule fills in what it says, and now');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT ON suggestion_filled
    FOR EACH ROW EXECUTE FUNCTION desk.guard_suggestion_filled();
CREATE TRIGGER suggestion_filled_no_update BEFORE UPDATE ON suggestion_filled
    FOR EACH ROW EXECUTE FUNCTION refuse_edit_of_evidence();
CREATE TRIGGER suggestion_filled_no_delete BEFORE DELETE ON suggestion_filled
    FOR EACH ROW EXECUTE FUNCTION refuse_edit_of_evidence();
CREATE TRIGGER suggestion_filled_no_truncate BEFORE TRUNCATE ON suggestion_filled
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_edit_of_evidence();
