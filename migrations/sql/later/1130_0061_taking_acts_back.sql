-- What was done by a slip about an escalation, an offer or a proposal of a major incident is taken back by whoever did it,
-- shortly after; and only a major incident has stakeholder updates.

-- Whether something happened as lately as it can still be taken back.
CREATE OR REPLACE FUNCTION desk.is_recent(moment timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $$
BEGIN
    RETURN coalesce(moment >= clock_timestamp() - interval '10 minutes', false);
END $$;

-- As before, and what one did oneself is taken back.
CREATE OR REPLACE FUNCTION desk.guard_escalation()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $$
DECLARE
    me uuid;
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NEW;
    END IF;
    me := desk.me();
    IF TG_OP = 'INSERT' THEN
        IF (NEW.raised_by_id IS NOT NULL AND NEW.raised_by_id IS DISTINCT FROM me)
           OR NOT desk.is_now(NEW.raised_at, NEW.incident_id)
           OR num_nonnulls(NEW.acknowledged_at, NEW.acknowledged_by_id) > 0 THEN
            PERFORM desk.refuse('whoever escalates has done so, and now');
        END IF;
        RETURN NEW;
    END IF;
    IF NEW.acknowledged_by_id IS DISTINCT FROM OLD.acknowledged_by_id OR NEW.acknowledged_at IS DISTINCT FROM OLD.acknowledged_at
    THEN
        IF num_nonnulls(NEW.acknowledged_at, NEW.acknowledged_by_id) = 0 THEN
            IF OLD.acknowledged_by_id IS DISTINCT FROM me OR NOT desk.is_recent(OLD.acknowledged_at) THEN
                PERFORM desk.refuse('whoever acknowledged takes it back, shortly after');
            END IF;
        ELSIF NEW.acknowledged_by_id IS DISTINCT FROM me OR NOT desk.is_now(NEW.acknowledged_at, NEW.incident_id) THEN
            PERFORM desk.refuse('whoever acknowledges has done so, and now');
        END IF;
    END IF;
    IF NEW.ended_by_id IS DISTINCT FROM OLD.ended_by_id OR NEW.ended_at IS DISTINCT FROM OLD.ended_at THEN
        IF num_nonnulls(NEW.ended_at, NEW.ended_by_id) = 0 THEN
            IF OLD.ended_by_id IS DISTINCT FROM me OR NOT desk.is_recent(OLD.ended_at) THEN
                PERFORM desk.refuse('whoever ended an escalation takes it back, shortly after');
            END IF;
        ELSIF (NEW.ended_by_id IS NOT NULL AND NEW.ended_by_id IS DISTINCT FROM me)
           OR NOT desk.is_now(NEW.ended_at, NEW.incident_id) THEN
            PERFORM desk.refuse('whoever ends an escalation has done so, and now');
        END IF;
    END IF;
    RETURN NEW;
END $$;

-- The same of an answer.
CREATE OR REPLACE FUNCTION desk.guard_offer()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $$
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF NOT desk.is_now(NEW.offered_at, NEW.incident_id)
           OR num_nonnulls(NEW.answer, NEW.answered_at, NEW.answered_by_id) > 0 THEN
            PERFORM desk.refuse('an offer is made at the time of the database');
        END IF;
    ELSIF num_nonnulls(NEW.answer, NEW.answered_at, NEW.answered_by_id) = 0 THEN
        IF OLD.answered_by_id IS DISTINCT FROM desk.me() OR NOT desk.is_recent(OLD.answered_at) THEN
            PERFORM desk.refuse('whoever answered an offer takes it back, shortly after');
        END IF;
    ELSIF OLD.answered_at IS NOT NULL OR NOT desk.is_now(NEW.answered_at, NEW.incident_id)
          OR (NEW.answered_by_id IS NOT NULL AND NEW.answered_by_id IS DISTINCT FROM desk.me()) THEN
        PERFORM desk.refuse('whoever answers an offer has done so, once and now');
    END IF;
    RETURN NEW;
END $$;

-- The change of group or assignee that goes back with what was done about an escalation: one's own, and the last one.
CREATE OR REPLACE FUNCTION desk.move_to_take_back(incident_id uuid, but_for uuid, me uuid, at timestamp with time zone)
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $$
DECLARE
    move record;
BEGIN
    SELECT entry.id, entry.kind, entry.author_id, entry.recorded_at INTO move
      FROM public.journal_entry AS entry
     WHERE entry.incident_id = move_to_take_back.incident_id AND entry.source IS NULL
       AND entry.id IS DISTINCT FROM move_to_take_back.but_for
       AND EXISTS (
           SELECT 1 FROM public.journal_change AS told
            WHERE told.incident_id = entry.incident_id AND told.entry_id = entry.id
              AND told.field IN ('group_id', 'assignee_id')
       )
       AND NOT EXISTS (
           SELECT 1 FROM public.journal_change AS other
            WHERE other.incident_id = entry.incident_id AND other.field = 'taken_back'
              AND other.entry_id IS DISTINCT FROM move_to_take_back.but_for
              AND (other.entry_id = entry.id OR other.new_value = replace(entry.id::text, '-', ''))
       )
     ORDER BY entry.occurred_at DESC, entry.id DESC
     LIMIT 1;
    IF move.id IS NULL OR move.kind <> 'change' OR move.author_id IS DISTINCT FROM me
       OR at - move.recorded_at > interval '10 minutes'
       OR EXISTS (
           SELECT 1 FROM public.journal_change AS told
            WHERE told.incident_id = move_to_take_back.incident_id AND told.entry_id = move.id
              AND told.field NOT IN ('group_id', 'assignee_id')
       ) THEN
        RETURN NULL;
    END IF;
    RETURN move.id;
END $$;

-- Whether somebody takes back their own proposal of a major incident, about which nobody has decided.
CREATE OR REPLACE FUNCTION desk.takes_proposal_back(before incident, after incident, me uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $$
DECLARE
    last record;
BEGIN
    IF before.major_state <> 'proposed' OR after.major_state = 'accepted' THEN
        RETURN false;
    END IF;
    SELECT entry.author_id, entry.recorded_at, told.old_value, told.new_value INTO last
      FROM public.journal_entry AS entry
      JOIN public.journal_change AS told
        ON told.incident_id = entry.incident_id AND told.entry_id = entry.id AND told.field = 'major_state'
     WHERE entry.incident_id = before.id
     ORDER BY entry.recorded_at DESC, entry.id DESC
     LIMIT 1;
    RETURN coalesce(
        last.author_id = me AND (last.old_value, last.new_value) = (after.major_state, 'proposed')
        AND after.updated_at - last.recorded_at <= interval '10 minutes', false
    );
END $$;

-- Whether a stakeholder update may be said in an incident: it is a major one, or hangs below one (of this number, where one
-- is given) that is told an update in this transaction.
CREATE OR REPLACE FUNCTION desk.is_told_update(about uuid, of_number bigint DEFAULT NULL::bigint)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $$
BEGIN
    IF of_number IS NULL AND EXISTS (
        SELECT 1 FROM public.incident AS major WHERE major.id = about AND major.major_state = 'accepted'
    ) THEN
        RETURN true;
    END IF;
    RETURN EXISTS (
        WITH RECURSIVE above(id) AS (
            SELECT about
            UNION
            SELECT link.target_id FROM public.incident_link AS link JOIN above ON link.source_id = above.id
             WHERE link.kind IN ('parent', 'duplicate') AND link.removed_at IS NULL
        )
        SELECT 1 FROM above
          JOIN public.incident AS original ON original.id = above.id
          JOIN public.journal_entry AS said ON said.incident_id = original.id
         WHERE original.id <> about AND original.major_state = 'accepted'
           AND (of_number IS NULL OR original.number = of_number)
           AND said.kind = 'stakeholder_update' AND desk.is_of_this_transaction(said.xmin)
    );
END $$;

-- As before, and a proposal is taken back by whoever made it; what was accepted is no proposal again.
CREATE OR REPLACE FUNCTION desk.guard_incident_update()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $$
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
    IF NEW.major_state <> OLD.major_state AND who.role NOT IN ('supervisor', 'admin')
       AND (NEW.major_state <> 'proposed' OR OLD.major_state = 'accepted')
       AND NOT desk.takes_proposal_back(OLD, NEW, who.id) THEN
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

-- As before, and a move of the incident is taken back with what was done about its escalation.
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
            PERFORM desk.refuse('what is taken back is one''s own last step or move of the incident, as it stood before it');
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

-- As before, and only a major incident, and what hangs below it, is told stakeholder updates.
CREATE OR REPLACE FUNCTION desk.guard_journal_entry()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $$
DECLARE
    who record;
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NEW;
    END IF;
    SELECT * INTO who FROM desk.who();
    IF NEW.author_id IS NULL THEN
        IF who.role NOT IN ('agent', 'supervisor', 'admin', 'jobs') OR NEW.visibility <> 'internal'
           OR NEW.kind NOT IN ('sla', 'escalation', 'change', 'state', 'major') THEN
            PERFORM desk.refuse('an entry without an author tells only what a rule or a clock did');
        END IF;
    ELSIF NEW.author_id IS DISTINCT FROM who.id THEN
        PERFORM desk.refuse('an entry is written by whoever is connected');
    ELSIF NEW.kind = 'sla' THEN
        PERFORM desk.refuse('clocks write for themselves');
    END IF;
    IF NEW.by_desk <> (who.role <> 'requester') THEN
        PERFORM desk.refuse('who belongs to the desk is said of the person');
    END IF;
    IF NOT desk.is_now(NEW.recorded_at, NEW.incident_id) THEN
        PERFORM desk.refuse('an entry is written at the time of the database');
    END IF;
    IF NEW.kind = 'logged' THEN
        IF EXISTS (SELECT 1 FROM public.journal_entry AS entry WHERE entry.incident_id = NEW.incident_id)
           OR NEW.occurred_at IS DISTINCT FROM (
               SELECT incident.reported_at FROM public.incident
                WHERE incident.id = NEW.incident_id AND desk.is_of_this_transaction(incident.xmin)
           ) THEN
            PERFORM desk.refuse('an incident is logged once, by its first entry');
        END IF;
    ELSIF NEW.kind = 'sla' THEN
        IF NEW.occurred_at > NEW.recorded_at THEN
            PERFORM desk.refuse('nothing fires before its time');
        END IF;
    ELSIF NEW.occurred_at <> NEW.recorded_at THEN
        PERFORM desk.refuse('an entry happens when it is written');
    END IF;
    IF NEW.kind IN ('imported', 'reassigned_unseen') THEN
        PERFORM desk.refuse('only an import writes such an entry');
    END IF;
    IF NEW.kind = 'stakeholder_update' AND NOT desk.is_told_update(NEW.incident_id) THEN
        PERFORM desk.refuse('a stakeholder update is said of a major incident');
    END IF;
    IF who.role = 'requester' THEN
        IF NEW.kind NOT IN ('logged', 'caller_message', 'state', 'attachment')
           OR (NEW.visibility <> 'public' AND NEW.kind <> 'state') THEN
            PERFORM desk.refuse('a requester writes public messages, files and steps');
        END IF;
    ELSIF NEW.kind = 'caller_message' THEN
        PERFORM desk.refuse('only callers write as callers');
    END IF;
    RETURN NEW;
END $$;
