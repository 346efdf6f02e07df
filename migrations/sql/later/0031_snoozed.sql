-- As before, but that what callers say wakes an incident that was put off. To put one off is for the desk.
CREATE OR REPLACE FUNCTION desk.check_requester(was incident, now incident) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    kept incident := now;
BEGIN
    kept.version := was.version;
    kept.updated_at := was.updated_at;
    kept.updated_by_id := was.updated_by_id;
    kept.state := was.state;
    kept.hold_reason := was.hold_reason;
    kept.hold_until := was.hold_until;
    kept.resolution_code := was.resolution_code;
    kept.resolution_notes := was.resolution_notes;
    kept.resolved_by_id := was.resolved_by_id;
    kept.resolved_at := was.resolved_at;
    kept.closed_by_id := was.closed_by_id;
    kept.closed_at := was.closed_at;
    kept.close_cause := was.close_cause;
    kept.cancel_reason := was.cancel_reason;
    IF now.snoozed_until IS NULL THEN
        kept.snoozed_until := was.snoozed_until;
    END IF;
    IF kept IS DISTINCT FROM was THEN
        PERFORM desk.refuse('the desk edits incidents, their callers do not');
    END IF;
END $$;

-- As before, but that every moment until which something lasts is compared as a moment.
CREATE OR REPLACE FUNCTION desk.says(field text, told text, value text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $$
BEGIN
    IF told IS NULL OR value IS NULL THEN
        RETURN told IS NULL AND value IS NULL;
    ELSIF field LIKE '%\_id' THEN
        RETURN told = replace(value, '-', '');
    ELSIF field LIKE '%\_at' OR field LIKE '%\_until' THEN
        RETURN told::timestamptz = value::timestamptz;
    ELSIF field = 'caller_vip' THEN
        RETURN lower(told) = value;
    END IF;
    RETURN told = value;
END $$;

-- As before, but for the end of having been put off.
CREATE OR REPLACE FUNCTION desk.demand_journal()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $$
DECLARE
    silent text[] := ARRAY['version', 'updated_at', 'updated_by_id', 'override_by_id', 'override_at'];
    was jsonb;
    untold text;
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NULL;
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF NOT EXISTS (
            SELECT 1 FROM public.journal_entry AS entry
             WHERE entry.incident_id = NEW.id AND entry.kind = 'logged' AND desk.is_of_this_transaction(entry.xmin)
        ) THEN
            PERFORM desk.refuse('an incident is logged together with its first entry');
        END IF;
        RETURN NULL;
    END IF;
    IF OLD.source_number IS NOT NULL AND EXISTS (
        SELECT 1 FROM public.journal_entry AS entry
         WHERE entry.incident_id = NEW.id AND entry.source IS NOT NULL AND desk.is_of_this_transaction(entry.xmin)
    ) THEN
        RETURN NULL;  -- an import tells of texts and counts as a whole
    END IF;
    was := to_jsonb(OLD);
    SELECT changed.key INTO untold
      FROM jsonb_each_text(to_jsonb(NEW) - silent) AS changed
     WHERE changed.value IS DISTINCT FROM was ->> changed.key
       -- What happens on an incident that was put off wakes it: the entry that tells of that is enough.
       AND NOT (changed.key = 'snoozed_until' AND changed.value IS NULL)
       AND NOT EXISTS (
           SELECT 1 FROM public.journal_change AS told JOIN public.journal_entry AS entry ON entry.id = told.entry_id
            WHERE told.incident_id = NEW.id AND told.field = changed.key AND desk.is_of_this_transaction(entry.xmin)
              AND desk.says(changed.key, told.old_value, was ->> changed.key)
              AND desk.says(changed.key, told.new_value, changed.value)
       )
     LIMIT 1;
    IF untold IS NOT NULL THEN
        PERFORM desk.refuse(format('the journal does not tell that %s changed', untold));
    END IF;
    RETURN NULL;
END $$;
