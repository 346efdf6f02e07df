-- Checklists are for the desk: requesters never see them. Who ticks a step has done so, and now; what a template made
-- required is waived by a supervisor, and stands before the resolution.

ALTER TABLE checklist_template ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON checklist_template FOR SELECT USING (
    (SELECT desk.reads_all()) AND (
        owner_id = (SELECT desk.me()) OR share = 'all'
        OR (share = 'team' AND group_id = ANY ((SELECT desk.groups())::uuid[]))
    )
);
CREATE POLICY added ON checklist_template FOR INSERT WITH CHECK (
    owner_id = (SELECT desk.me()) AND (SELECT desk.reads_all())
    AND CASE share
        WHEN 'all' THEN (SELECT desk.role()) IN ('supervisor', 'admin')
        WHEN 'team' THEN group_id = ANY ((SELECT desk.groups())::uuid[])
        ELSE true
    END
);
CREATE POLICY changed ON checklist_template FOR UPDATE USING (
    owner_id = (SELECT desk.me())
    OR ((share = 'all' OR (share = 'team' AND group_id = ANY ((SELECT desk.groups())::uuid[])))
        AND (SELECT desk.role()) IN ('supervisor', 'admin'))
) WITH CHECK (
    CASE share
        WHEN 'all' THEN (SELECT desk.role()) IN ('supervisor', 'admin')
        WHEN 'team' THEN group_id = ANY ((SELECT desk.groups())::uuid[])
        ELSE owner_id = (SELECT desk.me())
    END
);
CREATE TRIGGER checklist_template_is_told AFTER INSERT OR UPDATE OR DELETE ON checklist_template
    FOR EACH STATEMENT EXECUTE FUNCTION tell_of_reference();

ALTER TABLE checklist_step ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON checklist_step FOR SELECT USING (
    (SELECT desk.reads_all()) AND EXISTS (SELECT 1 FROM incident WHERE incident.id = checklist_step.incident_id)
);
CREATE POLICY added ON checklist_step FOR INSERT WITH CHECK (
    (SELECT desk.reads_all()) AND EXISTS (SELECT 1 FROM incident WHERE incident.id = checklist_step.incident_id)
);
CREATE POLICY changed ON checklist_step FOR UPDATE USING (
    (SELECT desk.reads_all()) AND EXISTS (SELECT 1 FROM incident WHERE incident.id = checklist_step.incident_id)
);

CREATE FUNCTION tell_of_checklist_step() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO change_feed (kind, subject_id, incident_id, xid, at)
        SELECT DISTINCT 'incident', incident_id, incident_id, pg_current_xact_id()::text::bigint, clock_timestamp()
          FROM fresh ON CONFLICT DO NOTHING;
    IF FOUND THEN
        PERFORM ring_change_feed();
    END IF;
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION tell_of_checklist_step() FROM PUBLIC;
CREATE TRIGGER checklist_step_insert_is_told AFTER INSERT ON checklist_step REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION tell_of_checklist_step();
CREATE TRIGGER checklist_step_update_is_told AFTER UPDATE ON checklist_step REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION tell_of_checklist_step();

CREATE FUNCTION desk.guard_checklist_step() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    leads boolean := desk.role() IN ('supervisor', 'admin');
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NEW;
    END IF;
    IF EXISTS (
        SELECT 1 FROM public.incident WHERE incident.id = NEW.incident_id AND incident.state IN ('closed', 'canceled')
    ) THEN
        PERFORM desk.refuse('a closed or canceled incident is reopened before its checklist changes');
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF NEW.created_by_id IS DISTINCT FROM desk.me() OR NOT desk.is_now(NEW.created_at, NEW.incident_id)
           OR NEW.state <> 'open' OR num_nonnulls(NEW.ended_by_id, NEW.removed_at, NEW.removed_by_id) > 0 THEN
            PERFORM desk.refuse('whoever adds a step has added it, open and now');
        ELSIF NEW.template_id IS NOT NULL AND NOT desk.sees_shared('checklist_template', NEW.template_id::text) THEN
            PERFORM desk.refuse('steps come from a template that one sees');
        END IF;
        RETURN NEW;
    END IF;
    IF NEW.state <> OLD.state THEN
        IF NEW.state = 'open' THEN
            IF NEW.ended_by_id IS NOT NULL THEN
                PERFORM desk.refuse('nobody has done a step that is open');
            END IF;
        ELSIF NEW.ended_by_id IS DISTINCT FROM desk.me() OR NOT desk.is_now(NEW.ended_at, NEW.incident_id) THEN
            PERFORM desk.refuse('whoever ticks a step has done so, and now');
        END IF;
    ELSIF (NEW.ended_at, NEW.ended_by_id) IS DISTINCT FROM (OLD.ended_at, OLD.ended_by_id) THEN
        PERFORM desk.refuse('who did a step and when stays');
    END IF;
    IF (NEW.removed_at IS NULL) <> (OLD.removed_at IS NULL) THEN
        IF NEW.removed_at IS NULL AND NEW.removed_by_id IS NOT NULL
           OR NEW.removed_at IS NOT NULL
              AND (NEW.removed_by_id IS DISTINCT FROM desk.me() OR NOT desk.is_now(NEW.removed_at, NEW.incident_id)) THEN
            PERFORM desk.refuse('whoever removes a step has done so, and now');
        END IF;
    ELSIF (NEW.removed_at, NEW.removed_by_id) IS DISTINCT FROM (OLD.removed_at, OLD.removed_by_id) THEN
        PERFORM desk.refuse('who removed a step and when stays');
    END IF;
    IF OLD.required AND OLD.state = 'open' AND OLD.removed_at IS NULL AND NOT leads
       AND (NEW.state = 'skipped' OR NEW.removed_at IS NOT NULL) THEN
        PERFORM desk.refuse('a supervisor waives a required step');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON checklist_step
    FOR EACH ROW EXECUTE FUNCTION desk.guard_checklist_step();

-- Whether what the journal says of a checklist happens in this transaction.
CREATE FUNCTION desk.tells_checklist(incident_id uuid, field text, old_value text, new_value text) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN EXISTS (
        SELECT 1 FROM public.checklist_step AS step
          LEFT JOIN public.checklist_template AS template ON template.id = step.template_id
         WHERE step.incident_id = tells_checklist.incident_id AND desk.is_of_this_transaction(step.xmin)
           AND CASE tells_checklist.field
               WHEN 'checklist_template' THEN template.name = new_value
               WHEN 'checklist_removed' THEN step.text = old_value AND new_value IS NULL AND step.removed_at IS NOT NULL
               WHEN 'checklist_text' THEN step.text = new_value AND old_value IS NOT NULL
               WHEN 'checklist_added' THEN step.text = new_value AND step.state = 'open'
               WHEN 'checklist_back' THEN step.text = new_value AND step.removed_at IS NULL
               WHEN 'checklist_changed' THEN step.text = new_value
               ELSE step.text = new_value AND tells_checklist.field = 'checklist_' || step.state
           END
    );
END $$;

-- Whether one sees something that people share: a macro, a template.
CREATE FUNCTION desk.sees_shared(subject text, wanted text) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    seen boolean;
BEGIN
    EXECUTE format(
        'SELECT EXISTS (SELECT 1 FROM public.%I AS thing WHERE replace(thing.id::text, ''-'', '''') = $1 AND'
        ' (thing.owner_id = desk.me() OR thing.share = ''all'''
        ' OR (thing.share = ''team'' AND thing.group_id = ANY (desk.groups()))))', subject
    ) INTO seen USING replace(wanted, '-', '');
    RETURN seen;
END $$;

CREATE OR REPLACE FUNCTION desk.history_of(subject text, subject_id text, most integer) RETURNS TABLE(at timestamp with time zone, login text, person_id uuid, act text, part text, part_id text, content text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') THEN
        IF NOT desk.reads_all() OR history_of.subject NOT IN (
            'site', 'service', 'configuration_item', 'category', 'assignment_group', 'setting', 'person', 'macro', 'checklist_template'
        ) OR (history_of.subject = 'person' AND desk.role() <> 'admin')
           OR (history_of.subject IN ('macro', 'checklist_template')
               AND NOT desk.sees_shared(history_of.subject, history_of.subject_id)) THEN
            PERFORM desk.refuse('only the history of settings is told, to whoever works at the desk');
        END IF;
    END IF;
    RETURN QUERY
    SELECT entry.at, entry.login::text, entry.person_id, entry.act::text, entry.part::text, entry.part_id::text,
           entry.content
      FROM public.audit_entry AS entry
     WHERE entry.subject = history_of.subject AND entry.subject_id = history_of.subject_id
     ORDER BY entry.n DESC LIMIT least(history_of.most, 1000);
END $$;
DROP FUNCTION desk.sees_macro(text);

-- As before, but that required steps come before the resolution.
CREATE OR REPLACE FUNCTION desk.check_step(was incident, now incident, mine text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    answers_the_desk boolean := mine = 'requester' AND was.state = 'on_hold' AND now.state = 'in_progress'
        AND was.hold_reason = 'awaiting_caller';
    ended text[] := ARRAY['resolved', 'closed', 'canceled'];
BEGIN
    IF NOT answers_the_desk AND NOT EXISTS (
        SELECT 1 FROM desk.transition AS arrow
         WHERE arrow.source = was.state AND arrow.target = now.state AND arrow.role = mine
    ) THEN
        PERFORM desk.refuse(format('%s may not bring an incident from %s to %s',
            CASE mine WHEN 'agent' THEN 'an agent' WHEN 'admin' THEN 'an admin' ELSE 'a ' || mine END,
            was.state, now.state));
    END IF;
    IF now.state <> 'on_hold' AND (now.hold_reason IS NOT NULL OR now.hold_until IS NOT NULL) THEN
        PERFORM desk.refuse('only an incident on hold waits for something');
    ELSIF now.state = 'on_hold' AND now.hold_until IS NULL THEN
        PERFORM desk.refuse('a wait needs an expected end');
    END IF;
    IF was.state = 'new' AND now.state = 'in_progress' AND now.assignee_id IS NULL AND now.group_id IS NULL THEN
        PERFORM desk.refuse('somebody has to be responsible before work starts');
    END IF;
    IF now.state = 'resolved'
       AND (coalesce(btrim(now.resolution_code), '') = '' OR coalesce(btrim(now.resolution_notes), '') = '') THEN
        PERFORM desk.refuse('a resolution needs its code and its notes');
    ELSIF now.state = 'resolved' AND EXISTS (
        SELECT 1 FROM public.checklist_step AS step
         WHERE step.incident_id = now.id AND step.required AND step.state = 'open' AND step.removed_at IS NULL
    ) THEN
        PERFORM desk.refuse('required steps of the checklist come before the resolution');
    ELSIF now.state = 'closed' AND now.close_cause IS NULL THEN
        PERFORM desk.refuse('a closed incident says who confirmed');
    ELSIF now.state = 'closed' AND mine = 'requester' AND now.close_cause <> 'caller_accepted' THEN
        PERFORM desk.refuse('a requester closes by accepting the resolution');
    ELSIF now.state = 'closed' AND now.close_cause = 'supervisor' AND mine NOT IN ('supervisor', 'admin', 'jobs') THEN
        PERFORM desk.refuse('only a supervisor closes as one');
    ELSIF now.state = 'canceled' AND coalesce(btrim(now.cancel_reason), '') = '' THEN
        PERFORM desk.refuse('a canceled incident says why');
    END IF;
    IF was.state = ANY (ended) AND NOT now.state = ANY (ended) THEN
        IF num_nonnulls(now.resolution_code, now.resolution_notes, now.resolved_by_id, now.resolved_at, now.closed_by_id,
                        now.closed_at, now.close_cause, now.cancel_reason) > 0 THEN
            PERFORM desk.refuse('an open incident has no resolution; what it was stays in the journal');
        END IF;
        IF was.state = 'resolved'
           AND now.updated_at - was.resolved_at > make_interval(days => desk.number_setting('reopen_window_days')) THEN
            PERFORM desk.refuse('it was resolved too long ago to be reopened');
        END IF;
    END IF;
END $$;

-- As before, with what the journal tells of checklists.
CREATE OR REPLACE FUNCTION desk.guard_journal_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    entry record;
    incident_now jsonb;
    other text;
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NEW;
    END IF;
    SELECT found.incident_id, found.source, found.kind, found.xmin INTO entry
      FROM public.journal_entry AS found WHERE found.id = NEW.entry_id;
    IF entry.incident_id IS DISTINCT FROM NEW.incident_id OR NOT desk.is_of_this_transaction(entry.xmin) THEN
        PERFORM desk.refuse('a change is written with its entry');
    ELSIF entry.source IS NOT NULL THEN
        RETURN NEW;
    ELSIF NEW.old_value IS NOT DISTINCT FROM NEW.new_value THEN
        PERFORM desk.refuse('a change changes something');
    END IF;
    IF NEW.field LIKE 'review\_%' THEN
        IF entry.kind <> 'review' THEN
            PERFORM desk.refuse('changes of a review stand in entries about it');
        END IF;
    ELSIF NEW.field = 'major_lead_id' THEN
        IF entry.kind <> 'major' THEN
            PERFORM desk.refuse('who leads a major incident is told by entries about it');
        END IF;
    ELSIF NEW.field LIKE 'checklist\_%' THEN
        IF entry.kind <> 'checklist' OR NOT desk.tells_checklist(NEW.incident_id, NEW.field, NEW.old_value, NEW.new_value)
        THEN
            PERFORM desk.refuse('the journal tells of steps that are taken');
        END IF;
    ELSIF NEW.field LIKE 'promised\_%' THEN
        IF desk.role() NOT IN ('supervisor', 'admin') THEN
            PERFORM desk.refuse('only a supervisor promises a due date');
        END IF;
    ELSIF NEW.field = 'taken_back' THEN
        -- Clocks pass over what was taken back, so it must be so: the incident stands in this transaction as before the step.
        SELECT to_jsonb(standing) INTO incident_now FROM public.incident AS standing
         WHERE standing.id = NEW.incident_id AND desk.is_of_this_transaction(standing.xmin);
        IF incident_now IS NULL OR NEW.old_value IS NOT NULL
           OR replace(
               desk.step_to_take_back(
                   NEW.incident_id, NEW.entry_id, desk.me(), (incident_now ->> 'updated_at')::timestamptz
               )::text, '-', ''
           ) IS DISTINCT FROM NEW.new_value
           OR EXISTS (
               SELECT 1 FROM public.journal_change AS told
                WHERE told.incident_id = NEW.incident_id
                  AND replace(told.entry_id::text, '-', '') = NEW.new_value AND incident_now ? told.field
                  AND NOT desk.says(told.field, told.old_value, incident_now ->> told.field)
           ) THEN
            PERFORM desk.refuse('what is taken back is one''s own last step of the incident, as it stood before it');
        END IF;
    ELSIF NEW.field = 'followed' THEN
        IF NOT EXISTS (
            SELECT 1 FROM public.incident_link AS link JOIN public.incident AS original ON original.id = link.target_id
             WHERE link.source_id = NEW.incident_id AND link.kind = 'duplicate' AND link.removed_at IS NULL
               AND original.number = substring(NEW.new_value FROM '[0-9]+')::bigint
        ) THEN
            PERFORM desk.refuse('a duplicate is told what is said of its original');
        END IF;
    ELSIF NEW.field LIKE 'link\_%' THEN
        other := coalesce(NEW.new_value, NEW.old_value);
        IF NOT EXISTS (
            SELECT 1 FROM public.incident_link AS link JOIN public.incident AS far
                ON far.number = substring(other FROM '[0-9]+')::bigint
             WHERE desk.is_of_this_transaction(link.xmin)
               AND (link.removed_at IS NULL) = (NEW.new_value IS NOT NULL)
               AND ((link.source_id, link.target_id, 'link_' || link.kind) = (NEW.incident_id, far.id, NEW.field)
                    OR (link.target_id, link.source_id, 'link_' || link.kind || '_of') = (NEW.incident_id, far.id, NEW.field))
        ) THEN
            PERFORM desk.refuse('the journal tells of links that are made');
        END IF;
    ELSE
        SELECT to_jsonb(standing) INTO incident_now FROM public.incident AS standing
         WHERE standing.id = NEW.incident_id AND desk.is_of_this_transaction(standing.xmin);
        IF incident_now IS NULL OR NOT incident_now ? NEW.field
           OR NOT desk.says(NEW.field, NEW.new_value, incident_now ->> NEW.field) THEN
            PERFORM desk.refuse(format('the journal would say of %s what is not so', NEW.field));
        END IF;
    END IF;
    RETURN NEW;
END $$;
