-- A step that was taken can be taken back: shortly after and by whoever took it, or, where a duplicate was merged into its
-- original, by whoever takes the link back. Every column of the step goes back to what the journal says it was.

-- The last step of an incident that was not taken back, as it was before an entry that is being written; its id where the
-- person may take it back now, else nothing.
CREATE FUNCTION desk.step_to_take_back(incident_id uuid, but_for uuid, me uuid, at timestamptz) RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    step record;
BEGIN
    SELECT entry.id, entry.author_id, entry.recorded_at INTO step
      FROM public.journal_entry AS entry
      JOIN public.journal_change AS told
        ON told.incident_id = entry.incident_id AND told.entry_id = entry.id AND told.field = 'state'
     WHERE entry.incident_id = step_to_take_back.incident_id AND entry.source IS NULL
       AND entry.id IS DISTINCT FROM step_to_take_back.but_for
       AND NOT EXISTS (
           SELECT 1 FROM public.journal_change AS other
            WHERE other.incident_id = entry.incident_id AND other.field = 'taken_back'
              AND other.entry_id IS DISTINCT FROM step_to_take_back.but_for
              AND (other.entry_id = entry.id OR other.new_value = replace(entry.id::text, '-', ''))
       )
     ORDER BY entry.occurred_at DESC, entry.id DESC
     LIMIT 1;
    IF step.id IS NULL THEN
        RETURN NULL;
    ELSIF EXISTS (
        SELECT 1 FROM public.journal_change AS told
         WHERE told.incident_id = step_to_take_back.incident_id AND told.entry_id = step.id
           AND told.field = 'link_duplicate'
    ) THEN
        IF NOT desk.reads_all() OR NOT EXISTS (
            SELECT 1 FROM public.incident_link AS link
             WHERE link.source_id = step_to_take_back.incident_id AND link.kind = 'duplicate'
               AND link.removed_at IS NOT NULL AND desk.is_of_this_transaction(link.xmin)
        ) THEN
            RETURN NULL;
        END IF;
    ELSIF step.author_id IS DISTINCT FROM me OR at - step.recorded_at > interval '10 minutes' THEN
        RETURN NULL;
    END IF;
    RETURN step.id;
END $$;

-- Whether an incident goes back to exactly what stood there before its last step.
CREATE FUNCTION desk.goes_back(was incident, now incident, me uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    step uuid;
    before jsonb;
    after jsonb;
BEGIN
    -- What the lifecycle allows anyway is not looked for; most steps end here.
    IF now.state IN ('in_progress', 'on_hold') AND was.state IN ('new', 'in_progress', 'on_hold')
       OR now.state = 'resolved' AND was.state <> 'closed' AND now.resolved_at IS NOT DISTINCT FROM now.updated_at
          AND now.resolved_by_id IS NOT DISTINCT FROM now.updated_by_id
       OR now.state = 'closed' AND was.state = 'resolved' THEN
        RETURN false;
    END IF;
    step := desk.step_to_take_back(was.id, NULL, me, now.updated_at);
    IF step IS NULL THEN
        RETURN false;
    END IF;
    before := to_jsonb(was);
    after := to_jsonb(now);
    RETURN NOT EXISTS (
        SELECT 1
          FROM unnest(ARRAY['state', 'hold_reason', 'hold_until', 'resolution_code', 'resolution_notes',
                            'resolved_by_id', 'resolved_at', 'closed_by_id', 'closed_at', 'close_cause',
                            'cancel_reason']) AS part (field)
          LEFT JOIN public.journal_change AS told
            ON told.incident_id = was.id AND told.entry_id = step AND told.field = part.field
         WHERE CASE WHEN told.field IS NULL THEN before ->> part.field IS DISTINCT FROM after ->> part.field
                    ELSE NOT desk.says(part.field, told.new_value, before ->> part.field)
                         OR NOT desk.says(part.field, told.old_value, after ->> part.field) END
    );
END $$;

CREATE OR REPLACE FUNCTION desk.guard_incident_update() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    who record;
    stamped incident := NEW;
    goes_back boolean := false;
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NEW;
    END IF;
    SELECT * INTO who FROM desk.who();
    IF NEW.version <> OLD.version + 1 THEN
        PERFORM desk.refuse('each change of an incident raises its version by one');
    END IF;
    IF OLD.source_number IS NOT NULL AND who.role = 'admin' THEN
        RETURN NEW;  -- a later import tells of the past, by whom and when its source says
    END IF;
    IF NEW.updated_by_id IS DISTINCT FROM who.id AND (NEW.updated_by_id IS NOT NULL OR who.role = 'requester') THEN
        PERFORM desk.refuse('whoever changes an incident has changed it');
    ELSIF NOT desk.is_now(NEW.updated_at, NEW.id) THEN
        PERFORM desk.refuse('an incident changes at the time of the database');
    END IF;
    IF (OLD.opened_by_id, OLD.reported_at, OLD.created_at) IS DISTINCT FROM (NEW.opened_by_id, NEW.reported_at, NEW.created_at)
    THEN
        PERFORM desk.refuse('who opened an incident and when stays');
    END IF;
    IF (OLD.state, OLD.hold_reason, OLD.hold_until) IS DISTINCT FROM (NEW.state, NEW.hold_reason, NEW.hold_until) THEN
        goes_back := desk.goes_back(OLD, NEW, who.id);
        IF NOT goes_back THEN
            PERFORM desk.check_step(OLD, NEW, who.role);
        END IF;
    END IF;
    IF NOT goes_back THEN
        PERFORM desk.check_endings(OLD, NEW, who.id);
    END IF;
    stamped.version := OLD.version;
    stamped.updated_at := OLD.updated_at;
    stamped.updated_by_id := OLD.updated_by_id;
    IF stamped = OLD THEN
        RETURN NEW;
    END IF;
    IF OLD.state IN ('closed', 'canceled') AND NEW.state = OLD.state THEN
        PERFORM desk.refuse('a closed or canceled incident is reopened before it changes');
    END IF;
    PERFORM desk.check_priority(OLD, NEW, who.role);
    IF OLD.restricted_group_id IS NOT NULL AND NEW.restricted_group_id IS DISTINCT FROM OLD.restricted_group_id
       AND who.role NOT IN ('supervisor', 'admin') THEN
        PERFORM desk.refuse('only a supervisor of its group lifts a restriction');
    ELSIF NEW.restricted_group_id IS DISTINCT FROM OLD.restricted_group_id AND NEW.restricted_group_id IS NOT NULL
          AND NOT NEW.restricted_group_id = ANY (desk.groups()) THEN
        PERFORM desk.refuse('an incident is restricted to a group of one''s own');
    END IF;
    IF NEW.major_state <> OLD.major_state AND NEW.major_state <> 'proposed' AND who.role NOT IN ('supervisor', 'admin') THEN
        PERFORM desk.refuse('a supervisor decides what is a major incident');
    END IF;
    IF NEW.caller_id IS DISTINCT FROM OLD.caller_id THEN
        IF NEW.caller_vip IS DISTINCT FROM coalesce((SELECT vip FROM public.person WHERE person.id = NEW.caller_id), false)
        THEN
            PERFORM desk.refuse('who is a VIP is said of the person');
        END IF;
    ELSIF NEW.caller_vip <> OLD.caller_vip THEN
        PERFORM desk.refuse('who is a VIP is said of the person');
    END IF;
    IF who.role = 'requester' THEN
        PERFORM desk.check_requester(OLD, NEW);
    END IF;
    RETURN NEW;
END $$;

-- What a change says has to be true now, and it belongs to an entry of this transaction.
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

-- The facts of an incident that one sees, for its counts and its clocks.
CREATE OR REPLACE FUNCTION desk.told(wanted uuid) RETURNS TABLE (
    incident_id uuid, id uuid, occurred_at timestamptz, kind varchar, visibility varchar, by_desk boolean,
    author_id uuid, field varchar, old_value text, new_value text
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT desk.sees(wanted) THEN
        RETURN;
    END IF;
    RETURN QUERY
    SELECT entry.incident_id, entry.id, entry.occurred_at, entry.kind, entry.visibility, entry.by_desk,
           CASE WHEN entry.visibility = 'public' THEN entry.author_id
                WHEN entry.author_id IS NOT NULL THEN '00000000-0000-0000-0000-000000000000'::uuid END,
           change.field,
           CASE WHEN change.field LIKE 'link\_%' THEN md5(change.old_value) ELSE change.old_value END,
           CASE WHEN change.field LIKE 'link\_%' THEN md5(change.new_value) ELSE change.new_value END
      FROM public.journal_entry AS entry
      LEFT JOIN public.journal_change AS change
        ON change.incident_id = entry.incident_id AND change.entry_id = entry.id
       AND (change.field IN ('state', 'hold_reason', 'hold_until', 'link_duplicate', 'taken_back',
                             'priority', 'service_id', 'site_id', 'group_id', 'assignee_id', 'caller_vip', 'category_id')
            OR change.field LIKE 'promised\_%')
     WHERE entry.incident_id = wanted
       AND (change.field IS NOT NULL
            OR entry.kind IN ('logged', 'reply', 'caller_message', 'state', 'reassigned_unseen'))
     ORDER BY entry.occurred_at, entry.id;
END $$;
