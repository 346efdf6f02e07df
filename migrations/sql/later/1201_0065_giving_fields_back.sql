-- Fields that whoever changed them gives back: the change counts as never made, for clocks, rules and figures.

-- Whether an entry neither was taken back nor takes another one back, as far as other entries than one say.
CREATE OR REPLACE FUNCTION desk.still_counts(incident_id uuid, entry_id uuid, but_for uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $$
    SELECT NOT EXISTS (
        SELECT 1 FROM public.journal_change AS other
         WHERE other.incident_id = still_counts.incident_id AND other.field = 'taken_back'
           AND other.entry_id IS DISTINCT FROM still_counts.but_for
           AND (other.entry_id = still_counts.entry_id OR other.new_value = replace(still_counts.entry_id::text, '-', ''))
    )
$$;

-- One's own change, of this day, after which nobody told of the same fields: those have been given back, too, or stand.
CREATE OR REPLACE FUNCTION desk.change_to_give_back(
    incident_id uuid, but_for uuid, me uuid, at timestamp with time zone, wanted text
)
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $$
DECLARE
    given record;
BEGIN
    SELECT entry.id, entry.occurred_at INTO given
      FROM public.journal_entry AS entry
     WHERE entry.incident_id = change_to_give_back.incident_id AND replace(entry.id::text, '-', '') = wanted
       AND entry.kind = 'change' AND entry.source IS NULL AND entry.author_id = me
       AND at - entry.recorded_at <= interval '1 day'
       AND desk.still_counts(entry.incident_id, entry.id, but_for);
    IF given.id IS NULL OR EXISTS (
        SELECT 1
          FROM public.journal_change AS told
          JOIN public.journal_change AS later ON later.incident_id = told.incident_id AND later.field = told.field
          JOIN public.journal_entry AS entry ON entry.id = later.entry_id
         WHERE told.incident_id = change_to_give_back.incident_id AND told.entry_id = given.id
           AND entry.id IS DISTINCT FROM but_for
           AND (entry.occurred_at, entry.id) > (given.occurred_at, given.id)
           AND desk.still_counts(entry.incident_id, entry.id, but_for)
    ) THEN
        RETURN NULL;
    END IF;
    RETURN given.id;
END $$;

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
        -- Clocks pass over what was taken back, so it must be so: the incident stands in this transaction as before.
        SELECT to_jsonb(standing) INTO incident_now FROM public.incident AS standing
         WHERE standing.id = NEW.incident_id AND desk.is_of_this_transaction(standing.xmin);
        IF incident_now IS NULL OR NEW.old_value IS NOT NULL
           OR replace((
               CASE WHEN entry.kind = 'escalation' THEN desk.move_to_take_back(
                   NEW.incident_id, NEW.entry_id, desk.me(), (incident_now ->> 'updated_at')::timestamptz
               ) WHEN entry.kind = 'change' THEN desk.change_to_give_back(
                   NEW.incident_id, NEW.entry_id, desk.me(), (incident_now ->> 'updated_at')::timestamptz, NEW.new_value
               ) ELSE desk.step_to_take_back(
                   NEW.incident_id, NEW.entry_id, desk.me(), (incident_now ->> 'updated_at')::timestamptz
               ) END
           )::text, '-', '') IS DISTINCT FROM NEW.new_value
           OR EXISTS (
               SELECT 1 FROM public.journal_change AS told
                WHERE told.incident_id = NEW.incident_id
                  AND replace(told.entry_id::text, '-', '') = NEW.new_value AND incident_now ? told.field
                  AND NOT desk.says(told.field, told.old_value, incident_now ->> told.field)
           ) THEN
            PERFORM desk.refuse('what is taken back is one''s own last step, move or change of the incident, as it stood before it');
        END IF;
    ELSIF NEW.field = 'followed' AND entry.kind = 'stakeholder_update' THEN
        IF NOT desk.is_told_update(NEW.incident_id, coalesce(substring(NEW.new_value FROM '[0-9]+')::bigint, 0)) THEN
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
