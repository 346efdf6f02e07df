-- What may be written, whatever the program: who, when and which number nobody can forge; steps that the lifecycle does
-- not know are refused; and a change that the journal does not tell is refused when the transaction ends.
--
-- The owner of the tables, and whoever is a member of it, is not guarded: they could drop the guards as well.

-- The number that was handed out in this very transaction, by desk.next_number().
CREATE FUNCTION desk.next_number(name text, count integer) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    mine text := desk.role();
    reached bigint;
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') THEN
        IF mine = '' OR count < 1 OR (count > 1 AND mine <> 'admin') OR count > 1000000 OR next_number.name <> 'incident' THEN
            PERFORM desk.refuse('numbers are handed out one at a time, to people of the desk');
        END IF;
    END IF;
    INSERT INTO public.number_counter AS counter (name, last) VALUES (next_number.name, count)
        ON CONFLICT ON CONSTRAINT pk_number_counter DO UPDATE SET last = counter.last + excluded.last
        RETURNING counter.last INTO reached;
    RETURN reached;
END $$;

-- The priority that the matrix of the desk gives.
CREATE FUNCTION desk.priority_of(impact integer, urgency integer) RETURNS integer
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    matrix jsonb;
BEGIN
    SELECT setting.value INTO matrix FROM public.setting WHERE setting.key = 'priority_matrix';
    IF matrix IS NULL THEN
        SELECT fallback.value INTO matrix FROM desk.fallback WHERE fallback.key = 'priority_matrix';
    END IF;
    RETURN (matrix -> 'cells' -> (impact - 1) ->> (urgency - 1))::integer;
END $$;

CREATE FUNCTION desk.number_setting(key text) RETURNS integer
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN coalesce(
        (SELECT (setting.value #>> '{}')::integer FROM public.setting WHERE setting.key = number_setting.key),
        (SELECT (fallback.value #>> '{}')::integer FROM desk.fallback WHERE fallback.key = number_setting.key)
    );
END $$;

CREATE FUNCTION desk.guard_incident_insert() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    who record;
    counter record;
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NEW;
    END IF;
    SELECT * INTO who FROM desk.who();
    SELECT last, xmin INTO counter FROM public.number_counter WHERE name = 'incident';
    IF counter.last IS NULL OR NOT desk.is_of_this_transaction(counter.xmin) OR NEW.number > counter.last
       OR (NEW.number < counter.last AND who.role <> 'admin') THEN
        PERFORM desk.refuse('the number of an incident is handed out, not chosen');
    END IF;
    IF NEW.source_number IS NOT NULL THEN
        IF who.role <> 'admin' THEN
            PERFORM desk.refuse('only an administrator imports incidents');
        END IF;
        RETURN NEW;
    END IF;
    IF who.role = 'requester' THEN
        IF NEW.caller_id IS DISTINCT FROM who.id OR NEW.group_id IS NOT NULL OR NEW.assignee_id IS NOT NULL THEN
            PERFORM desk.refuse('a requester logs for themself, and the desk chooses who works on it');
        END IF;
    END IF;
    IF NEW.state <> 'new' OR NEW.version <> 1 OR NEW.major_state <> 'none' OR NEW.restricted_group_id IS NOT NULL THEN
        PERFORM desk.refuse('an incident begins as a new one');
    END IF;
    IF NEW.opened_by_id IS DISTINCT FROM who.id OR NEW.updated_by_id IS DISTINCT FROM who.id THEN
        PERFORM desk.refuse('whoever logs an incident has opened it');
    END IF;
    IF NOT desk.is_now(NEW.created_at) OR NEW.updated_at <> NEW.created_at OR NEW.reported_at > NEW.created_at THEN
        PERFORM desk.refuse('an incident is logged at the time of the database');
    END IF;
    IF NEW.computed_priority IS DISTINCT FROM desk.priority_of(NEW.impact, NEW.urgency)
       OR NEW.priority <> NEW.computed_priority THEN
        PERFORM desk.refuse('the priority of a new incident is the one of the matrix');
    END IF;
    NEW.caller_vip := coalesce((SELECT vip FROM public.person WHERE person.id = NEW.caller_id), false);
    RETURN NEW;
END $$;
CREATE TRIGGER guard_insert BEFORE INSERT ON incident FOR EACH ROW EXECUTE FUNCTION desk.guard_incident_insert();

-- Whether a rule of the desk that does `act` has just acted on the incident, or is acting.
CREATE FUNCTION desk.a_rule_does(act text, incident_id uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN EXISTS (
        SELECT 1
          FROM public.escalation AS run
          JOIN public.escalation_book AS book ON book.number = run.book_number
          CROSS JOIN LATERAL jsonb_array_elements(book.rules) AS rules (rule)
          CROSS JOIN LATERAL jsonb_array_elements(rules.rule -> 'then') AS steps (planned)
         WHERE run.incident_id = a_rule_does.incident_id AND run.kind = 'run'
           AND run.rule_key = rules.rule ->> 'key' AND steps.planned ->> 'do' = act
           AND (run.state = 'active' OR desk.is_of_this_transaction(run.xmin))
    );
END $$;

-- The steps of the lifecycle: which arrow, by whom, and what each leaves behind.
CREATE FUNCTION desk.check_step(was incident, now incident, mine text) RETURNS void
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

-- Who resolved and closed, and when; untouched where the step does neither.
CREATE FUNCTION desk.check_endings(was incident, now incident, me uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    reopened boolean := was.state IN ('resolved', 'closed', 'canceled')
        AND now.state NOT IN ('resolved', 'closed', 'canceled');
    resolves boolean := now.state = 'resolved' AND was.state <> 'resolved';
    closes boolean := now.state = 'closed' AND was.state <> 'closed';
BEGIN
    IF reopened THEN
        RETURN;
    END IF;
    IF resolves THEN
        IF now.resolved_by_id IS DISTINCT FROM now.updated_by_id OR now.resolved_at IS DISTINCT FROM now.updated_at THEN
            PERFORM desk.refuse('whoever resolves it has resolved it, and now');
        END IF;
    ELSIF (was.resolved_by_id, was.resolved_at, was.resolution_code, was.resolution_notes)
          IS DISTINCT FROM (now.resolved_by_id, now.resolved_at, now.resolution_code, now.resolution_notes) THEN
        PERFORM desk.refuse('a resolution changes only by a step');
    END IF;
    IF closes THEN
        IF now.closed_by_id IS DISTINCT FROM now.updated_by_id OR now.closed_at IS DISTINCT FROM now.updated_at THEN
            PERFORM desk.refuse('whoever closes it has closed it, and now');
        END IF;
    ELSIF (was.closed_by_id, was.closed_at, was.close_cause)
          IS DISTINCT FROM (now.closed_by_id, now.closed_at, now.close_cause) THEN
        PERFORM desk.refuse('a closure changes only by a step');
    END IF;
    IF now.state <> 'canceled' AND was.cancel_reason IS DISTINCT FROM now.cancel_reason THEN
        PERFORM desk.refuse('only a canceled incident has a reason to be');
    END IF;
END $$;

CREATE FUNCTION desk.check_priority(was incident, now incident, mine text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF (was.impact, was.urgency) IS DISTINCT FROM (now.impact, now.urgency) THEN
        IF now.computed_priority IS DISTINCT FROM desk.priority_of(now.impact, now.urgency) THEN
            PERFORM desk.refuse('the computed priority is the one of the matrix');
        END IF;
    ELSIF was.computed_priority <> now.computed_priority THEN
        PERFORM desk.refuse('the computed priority changes with impact and urgency');
    END IF;
    IF (was.override_reason, was.override_by_id, was.override_at)
       IS DISTINCT FROM (now.override_reason, now.override_by_id, now.override_at)
       OR (now.override_reason IS NOT NULL AND was.priority <> now.priority) THEN
        IF mine NOT IN ('supervisor', 'admin', 'jobs')
           AND NOT (now.updated_by_id IS NULL AND desk.a_rule_does('raise_priority', now.id)) THEN
            PERFORM desk.refuse('only a supervisor sets a priority against the matrix');
        END IF;
        IF now.override_reason IS NOT NULL AND (
            now.override_by_id IS DISTINCT FROM now.updated_by_id OR now.override_at IS DISTINCT FROM now.updated_at
        ) THEN
            PERFORM desk.refuse('whoever overrides a priority has done so, and now');
        END IF;
        IF now.override_reason IS NULL AND num_nonnulls(now.override_by_id, now.override_at) > 0 THEN
            PERFORM desk.refuse('an override needs its reason');
        END IF;
    END IF;
    IF now.override_reason IS NULL AND now.priority <> now.computed_priority THEN
        PERFORM desk.refuse('without an override the priority is the one of the matrix');
    END IF;
END $$;

CREATE FUNCTION desk.guard_incident_update() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    who record;
    stamped incident := NEW;
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
        PERFORM desk.check_step(OLD, NEW, who.role);
    END IF;
    PERFORM desk.check_endings(OLD, NEW, who.id);
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

-- A requester takes steps and changes nothing beside them.
CREATE FUNCTION desk.check_requester(was incident, now incident) RETURNS void
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
    IF kept IS DISTINCT FROM was THEN
        PERFORM desk.refuse('the desk edits incidents, their callers do not');
    END IF;
END $$;
CREATE TRIGGER guard_update BEFORE UPDATE ON incident FOR EACH ROW EXECUTE FUNCTION desk.guard_incident_update();

-- Entries of people are theirs and of now. What the program writes by itself has no author, is internal, and is of few
-- kinds; what an import brings along names its source.
CREATE FUNCTION desk.guard_journal_entry() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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
CREATE TRIGGER guard_insert BEFORE INSERT ON journal_entry FOR EACH ROW WHEN (NEW.source IS NULL)
    EXECUTE FUNCTION desk.guard_journal_entry();

-- Whether the journal's text says the same as the value of a column, given as the text of its JSON.
CREATE FUNCTION desk.says(field text, told text, value text) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF told IS NULL OR value IS NULL THEN
        RETURN told IS NULL AND value IS NULL;
    ELSIF field LIKE '%\_id' THEN
        RETURN told = replace(value, '-', '');
    ELSIF field LIKE '%\_at' OR field = 'hold_until' THEN
        RETURN told::timestamptz = value::timestamptz;
    ELSIF field = 'caller_vip' THEN
        RETURN lower(told) = value;
    END IF;
    RETURN told = value;
END $$;

-- What a change says has to be true now, and it belongs to an entry of this transaction.
CREATE FUNCTION desk.guard_journal_change() RETURNS trigger
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
CREATE TRIGGER guard_insert BEFORE INSERT ON journal_change FOR EACH ROW EXECUTE FUNCTION desk.guard_journal_change();

-- At the end of the transaction, every column of an incident that changed is told by an entry of the same transaction,
-- with what it was and what it became. Stamps, and what follows from an override, tell nothing by themselves.
CREATE FUNCTION desk.demand_journal() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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
CREATE CONSTRAINT TRIGGER demand_journal AFTER INSERT OR UPDATE ON incident DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION desk.demand_journal();

CREATE FUNCTION desk.guard_link() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF NEW.created_by_id IS DISTINCT FROM desk.me() OR NOT desk.is_now(NEW.created_at)
           OR num_nonnulls(NEW.removed_at, NEW.removed_by_id) > 0 THEN
            PERFORM desk.refuse('whoever links two incidents has done so, and now');
        END IF;
    ELSIF OLD.removed_at IS NOT NULL OR NEW.removed_by_id IS DISTINCT FROM desk.me() OR NOT desk.is_now(NEW.removed_at) THEN
        PERFORM desk.refuse('whoever takes a link back has done so, once and now');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON incident_link FOR EACH ROW EXECUTE FUNCTION desk.guard_link();

-- Clocks are worked out by programs, so what a program writes of them can be wrong. What can be checked is: nothing is
-- decided ahead of time, and nothing fires sooner than the clock on the wall would let it.
CREATE FUNCTION desk.guard_clocks() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NEW;
    END IF;
    IF NEW.checked_until > clock_timestamp() AND NOT desk.is_now(NEW.checked_until, NEW.incident_id) THEN
        PERFORM desk.refuse('clocks are not decided ahead of time');
    ELSIF TG_OP = 'UPDATE' AND NEW.checked_until < OLD.checked_until THEN
        PERFORM desk.refuse('what was decided about clocks stays decided');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE OF checked_until ON incident_clocks FOR EACH ROW
    EXECUTE FUNCTION desk.guard_clocks();

-- The least opening time, in microseconds, after which a threshold of a target is reached.
CREATE FUNCTION desk.least_needed(threshold text, target bigint) RETURNS numeric
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    size numeric;
BEGIN
    IF threshold = 'breach' THEN
        RETURN target + 1;
    ELSIF threshold ~ '^[0-9]+(\.[0-9]+)?%$' THEN
        RETURN ceil(rtrim(threshold, '%')::numeric * target / 100);
    ELSIF threshold ~ '^[+-][0-9]+(h|m|us)$' THEN
        size := substring(threshold FROM '[0-9]+')::numeric
            * CASE substring(threshold FROM '[a-z]+') WHEN 'h' THEN 3600000000 WHEN 'm' THEN 60000000 ELSE 1 END;
        RETURN target + CASE WHEN threshold LIKE '-%' THEN -size ELSE size END;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION desk.guard_firing() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    reported timestamptz;
    a_century constant bigint := 100 * 366 * 86400000000;
    needed numeric := desk.least_needed(NEW.threshold, NEW.target);
    lived numeric;
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NEW;
    END IF;
    SELECT incident.reported_at INTO reported FROM public.incident WHERE incident.id = NEW.incident_id;
    lived := extract(epoch FROM NEW.reached_at - reported) * 1000000;
    IF needed IS NULL OR NEW.clock NOT IN ('response', 'resolution', 'update') OR NEW.target < 0 THEN
        PERFORM desk.refuse('this is no threshold of a clock');
    ELSIF NOT desk.is_now(NEW.fired_at, NEW.incident_id) THEN
        PERFORM desk.refuse('a threshold fires at the time of the database');
    ELSIF NEW.target < a_century AND lived < needed THEN
        PERFORM desk.refuse('this threshold cannot have been reached yet');
    ELSIF NEW.target >= a_century AND NEW.threshold = 'breach' AND extract(epoch FROM NEW.reached_at) * 1000000 < NEW.target
    THEN
        PERFORM desk.refuse('this threshold cannot have been reached yet');
    ELSIF NEW.entry_id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM public.journal_entry AS entry
         WHERE entry.id = NEW.entry_id AND entry.incident_id = NEW.incident_id AND entry.kind = 'sla'
           AND desk.is_of_this_transaction(entry.xmin)
    ) THEN
        PERFORM desk.refuse('a firing names the entry that tells of it');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT ON sla_firing FOR EACH ROW EXECUTE FUNCTION desk.guard_firing();

CREATE FUNCTION desk.guard_heartbeat() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND NOT desk.is_now(NEW.last_tick_at) THEN
        PERFORM desk.refuse('a worker signs at the time of the database');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON heartbeat FOR EACH ROW EXECUTE FUNCTION desk.guard_heartbeat();

CREATE FUNCTION desk.guard_escalation() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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
        IF NEW.acknowledged_by_id IS DISTINCT FROM me OR NOT desk.is_now(NEW.acknowledged_at, NEW.incident_id) THEN
            PERFORM desk.refuse('whoever acknowledges has done so, and now');
        END IF;
    END IF;
    IF NEW.ended_by_id IS DISTINCT FROM OLD.ended_by_id OR NEW.ended_at IS DISTINCT FROM OLD.ended_at THEN
        IF (NEW.ended_by_id IS NOT NULL AND NEW.ended_by_id IS DISTINCT FROM me)
           OR NOT desk.is_now(NEW.ended_at, NEW.incident_id) THEN
            PERFORM desk.refuse('whoever ends an escalation has done so, and now');
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON escalation FOR EACH ROW EXECUTE FUNCTION desk.guard_escalation();

CREATE FUNCTION desk.guard_escalation_step() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND NOT desk.is_now(
        NEW.taken_at, (SELECT escalation.incident_id FROM public.escalation WHERE escalation.id = NEW.escalation_id)
    ) THEN
        PERFORM desk.refuse('a step is taken at the time of the database');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT ON escalation_step FOR EACH ROW EXECUTE FUNCTION desk.guard_escalation_step();

CREATE FUNCTION desk.guard_offer() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF NOT desk.is_now(NEW.offered_at, NEW.incident_id)
           OR num_nonnulls(NEW.answer, NEW.answered_at, NEW.answered_by_id) > 0 THEN
            PERFORM desk.refuse('an offer is made at the time of the database');
        END IF;
    ELSIF OLD.answered_at IS NOT NULL OR NOT desk.is_now(NEW.answered_at, NEW.incident_id)
          OR (NEW.answered_by_id IS NOT NULL AND NEW.answered_by_id IS DISTINCT FROM desk.me()) THEN
        PERFORM desk.refuse('whoever answers an offer has done so, once and now');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON shift_offer FOR EACH ROW EXECUTE FUNCTION desk.guard_offer();

CREATE FUNCTION desk.guard_notification() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER')
       AND (NOT desk.is_now(NEW.created_at, NEW.incident_id) OR num_nonnulls(NEW.shown_at, NEW.read_at) > 0) THEN
        PERFORM desk.refuse('people are told at the time of the database');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT ON notification FOR EACH ROW EXECUTE FUNCTION desk.guard_notification();

CREATE FUNCTION desk.guard_review() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    steps text[] := ARRAY['draft in_review', 'in_review draft', 'in_review published'];
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF NEW.state <> 'draft' OR NEW.edit <> 1 OR NEW.published_at IS NOT NULL
           OR NOT desk.is_now(NEW.created_at, NEW.incident_id) OR NEW.updated_at <> NEW.created_at THEN
            PERFORM desk.refuse('a review begins as a draft, and now');
        END IF;
        RETURN NEW;
    END IF;
    IF NEW.edit <> OLD.edit + 1 OR NOT desk.is_now(NEW.updated_at, NEW.incident_id) THEN
        PERFORM desk.refuse('each change of a review raises its counter by one, and happens now');
    ELSIF NEW.state <> OLD.state AND NOT OLD.state || ' ' || NEW.state = ANY (steps) THEN
        PERFORM desk.refuse('a review goes from draft to review to publication');
    ELSIF NEW.state = 'published' AND desk.role() NOT IN ('supervisor', 'admin') THEN
        PERFORM desk.refuse('a supervisor publishes reviews');
    ELSIF NEW.published_at IS NOT NULL AND NEW.published_at <> NEW.updated_at THEN
        PERFORM desk.refuse('a review is published now');
    END IF;
    IF NEW.state = 'published' AND EXISTS (
        SELECT 1 FROM public.review_sign_off AS sign WHERE sign.review_id = NEW.id AND sign.approved_at IS NULL
    ) THEN
        PERFORM desk.refuse('a review is published when all have signed');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON review FOR EACH ROW EXECUTE FUNCTION desk.guard_review();

CREATE FUNCTION desk.guard_sign_off() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    about record;
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NEW;
    END IF;
    IF NEW.approved_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.approved_at IS DISTINCT FROM OLD.approved_at
                                        OR NEW.person_id IS DISTINCT FROM OLD.person_id) THEN
        SELECT review.state, review.incident_id INTO about FROM public.review WHERE review.id = NEW.review_id;
        IF NEW.person_id IS DISTINCT FROM desk.me() OR about.state <> 'in_review'
           OR NOT desk.is_now(NEW.approved_at, about.incident_id) THEN
            PERFORM desk.refuse('people sign for themselves, what is in review, and now');
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON review_sign_off FOR EACH ROW EXECUTE FUNCTION desk.guard_sign_off();

-- An event that nobody else wrote already is the writer's own, or comes from the journal.
CREATE FUNCTION desk.guard_review_event() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    about uuid;
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') OR NEW.author_id IS NOT DISTINCT FROM desk.me() THEN
        RETURN NEW;
    END IF;
    SELECT review.incident_id INTO about FROM public.review WHERE review.id = NEW.review_id;
    IF NOT EXISTS (
        SELECT 1 FROM public.journal_entry AS entry
         WHERE entry.id = NEW.entry_id AND entry.incident_id = about AND entry.author_id IS NOT DISTINCT FROM NEW.author_id
    ) AND NOT EXISTS (
        SELECT 1 FROM public.review_event AS known JOIN public.review ON review.id = known.review_id
         WHERE review.incident_id = about AND known.author_id IS NOT DISTINCT FROM NEW.author_id
           AND known.body = NEW.body AND known.occurred_at = NEW.occurred_at
    ) THEN
        PERFORM desk.refuse('an entry of a timeline is written by whoever is connected');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT ON review_event FOR EACH ROW EXECUTE FUNCTION desk.guard_review_event();

-- Settings and published versions say who wrote them, and when.
CREATE FUNCTION desk.guard_version() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER')
       AND (NEW.created_by_id IS DISTINCT FROM desk.me() OR NOT desk.is_now(NEW.created_at)) THEN
        PERFORM desk.refuse('whoever publishes has published, and now');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT ON calendar_version FOR EACH ROW EXECUTE FUNCTION desk.guard_version();
CREATE TRIGGER guard BEFORE INSERT ON sla_policy_version FOR EACH ROW EXECUTE FUNCTION desk.guard_version();
CREATE TRIGGER guard BEFORE INSERT ON sla_book FOR EACH ROW EXECUTE FUNCTION desk.guard_version();
CREATE TRIGGER guard BEFORE INSERT ON escalation_book FOR EACH ROW EXECUTE FUNCTION desk.guard_version();

CREATE FUNCTION desk.guard_receipt() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND NOT desk.is_now(NEW.done_at) THEN
        PERFORM desk.refuse('a receipt is written at the time of the database');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT ON command_receipt FOR EACH ROW EXECUTE FUNCTION desk.guard_receipt();

CREATE FUNCTION desk.guard_setting() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER')
       AND (NEW.updated_by_id IS DISTINCT FROM desk.me() OR NOT desk.is_now(NEW.updated_at)) THEN
        PERFORM desk.refuse('whoever sets something has set it, and now');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON setting FOR EACH ROW EXECUTE FUNCTION desk.guard_setting();
