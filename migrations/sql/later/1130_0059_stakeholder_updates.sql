-- A stakeholder update is a fact of an incident as a reply is: it answers the caller, also for the login of a caller. Its
-- copies stand in what hangs below the major incident.

-- As before, and stakeholder updates are told.
CREATE OR REPLACE FUNCTION desk.facts_of(wanted uuid)
 RETURNS TABLE(incident_id uuid, id uuid, occurred_at timestamp with time zone, kind character varying, visibility character varying, by_desk boolean, author_id uuid, field character varying, old_value text, new_value text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $$
BEGIN
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
            OR entry.kind IN ('logged', 'reply', 'stakeholder_update', 'caller_message', 'state', 'reassigned_unseen'))
     ORDER BY entry.occurred_at, entry.id;
END $$;

-- As before, and what a stakeholder update says of itself is so.
CREATE OR REPLACE FUNCTION desk.guard_journal_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $$
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
        IF entry.kind <> 'checklist' OR NOT desk.tell_checklist(NEW.incident_id, NEW.field, NEW.old_value, NEW.new_value)
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
    ELSIF NEW.field = 'followed' AND entry.kind = 'stakeholder_update' THEN
        IF NOT EXISTS (
            WITH RECURSIVE above(id) AS (
                SELECT NEW.incident_id
                UNION
                SELECT link.target_id FROM public.incident_link AS link JOIN above ON link.source_id = above.id
                 WHERE link.kind IN ('parent', 'duplicate') AND link.removed_at IS NULL
            )
            SELECT 1 FROM above
              JOIN public.incident AS original ON original.id = above.id
              JOIN public.journal_entry AS said ON said.incident_id = original.id
             WHERE original.id <> NEW.incident_id AND original.major_state = 'accepted'
               AND original.number = substring(NEW.new_value FROM '[0-9]+')::bigint
               AND said.kind = 'stakeholder_update' AND desk.is_of_this_transaction(said.xmin)
        ) THEN
            PERFORM desk.refuse('what hangs below a major incident is told its stakeholder updates');
        END IF;
    ELSIF NEW.field IN ('update_reached', 'next_update_at') THEN
        IF entry.kind <> 'stakeholder_update' OR NEW.field = 'update_reached' AND NOT EXISTS (
            SELECT 1 FROM public.incident AS major
             WHERE major.id = NEW.incident_id AND major.major_state = 'accepted' AND NEW.new_value ~ '^[0-9]+$'
        ) THEN
            PERFORM desk.refuse('how many read a stakeholder update, and when the next one comes, is told by updates');
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
