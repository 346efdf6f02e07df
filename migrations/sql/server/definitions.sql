-- The functions, triggers and policies of a desk as this version makes them: what the check of a desk compares with,
-- and what `main.py server init` puts back. How they came to be is told by the migrations.
-- Written by `python -m tests.security.expected`.

--! function desk.a_rule_does(act text, incident_id uuid)
CREATE OR REPLACE FUNCTION desk.a_rule_does(act text, incident_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
END $function$

--! function desk.active_admins(but uuid)
CREATE OR REPLACE FUNCTION desk.active_admins(but uuid)
 RETURNS bigint
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    RETURN (SELECT count(*) FROM public.person AS other
             WHERE other.role = 'admin' AND other.active AND other.login IS NOT NULL AND other.id <> but);
END $function$

--! function desk.add_jobs_login(login text, verifier text)
CREATE OR REPLACE FUNCTION desk.add_jobs_login(login text, verifier text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    PERFORM desk.demand_admin();
    IF EXISTS (SELECT 1 FROM desk.account WHERE account.login = add_jobs_login.login AND NOT account.is_jobs) THEN
        PERFORM desk.refuse('this login is somebody''s already');
    END IF;
    PERFORM desk.make_login(add_jobs_login.login, verifier, desk.role_name('jobs'));
    INSERT INTO desk.account (login, is_jobs, must_change) VALUES (add_jobs_login.login, true, false)
        ON CONFLICT ON CONSTRAINT account_pkey DO NOTHING;
END $function$

--! function desk.add_login(person_id uuid, login text, verifier text)
CREATE OR REPLACE FUNCTION desk.add_login(person_id uuid, login text, verifier text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
    found record;
BEGIN
    PERFORM desk.demand_admin();
    SELECT person.role, person.login, person.active INTO found FROM public.person
     WHERE person.id = add_login.person_id FOR UPDATE;
    IF found.role IS NULL OR NOT found.active THEN
        PERFORM desk.refuse('only an active person of the desk gets a login');
    ELSIF found.login IS NOT NULL THEN
        PERFORM desk.refuse('this person has a login already');
    ELSIF EXISTS (SELECT 1 FROM desk.account WHERE account.login = add_login.login) THEN
        PERFORM desk.refuse('this login is somebody''s already');
    END IF;
    PERFORM desk.make_login(add_login.login, verifier, desk.role_name(found.role));
    INSERT INTO desk.account (login) VALUES (add_login.login);
    UPDATE public.person SET login = add_login.login WHERE person.id = add_login.person_id;
END $function$

--! function desk.are_there(wanted tsquery[], kinds text[], of_person uuid)
CREATE OR REPLACE FUNCTION desk.are_there(wanted tsquery[], kinds text[], of_person uuid)
 RETURNS SETOF integer
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
 SET enable_indexscan TO 'off'
 SET enable_hashjoin TO 'off'
 SET enable_mergejoin TO 'off'
AS $function$
DECLARE
    is_owner boolean := pg_has_role(session_user, current_user, 'MEMBER');
    reads_all boolean := is_owner OR desk.reads_all();
    reads_internal boolean := reads_all AND of_person IS NULL;
    mine uuid := desk.own();
    groups uuid[] := desk.groups();
BEGIN
    FOR place IN 1 .. coalesce(cardinality(wanted), 0) LOOP
        IF EXISTS (
            SELECT 1 FROM desk.search_document AS document
              LEFT JOIN public.incident ON incident.id = document.incident_id
             WHERE document.kind <> 'entry' AND document.kind = ANY (kinds) AND document.words @@ wanted[place]
               AND (reads_internal OR NOT document.is_internal)
               AND (document.incident_id IS NULL
                    OR (is_owner OR (incident.restricted_group_id IS NULL AND reads_all)
                        OR incident.restricted_group_id = ANY (groups) OR incident.caller_id = mine)
                       AND (of_person IS NULL OR incident.caller_id = of_person))
        ) OR 'entry' = ANY (kinds) AND EXISTS (
            SELECT 1 FROM desk.search_document AS document
              JOIN public.incident ON incident.id = document.incident_id
             WHERE document.kind = 'entry' AND document.words @@ wanted[place]
               AND (reads_internal OR NOT document.is_internal)
               AND (is_owner OR (incident.restricted_group_id IS NULL AND reads_all)
                    OR incident.restricted_group_id = ANY (groups) OR incident.caller_id = mine)
               AND (of_person IS NULL OR incident.caller_id = of_person)
        ) THEN
            RETURN NEXT place;
        END IF;
    END LOOP;
END $function$

--! function desk.attach(id uuid, incident_id uuid, entry_id uuid, file_name text, media_type text, data bytea, added_by_id uuid, added_at timestamp with time zone)
CREATE OR REPLACE FUNCTION desk.attach(id uuid, incident_id uuid, entry_id uuid, file_name text, media_type text, data bytea, added_by_id uuid, added_at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
    digest text := encode(sha256(data), 'hex');
    entry record;
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') THEN
        SELECT found.incident_id, found.author_id, found.xmin INTO entry
          FROM public.journal_entry AS found WHERE found.id = attach.entry_id;
        IF entry.incident_id IS DISTINCT FROM attach.incident_id OR entry.author_id IS DISTINCT FROM desk.me()
           OR NOT desk.is_of_this_transaction(entry.xmin) THEN
            PERFORM desk.refuse('a file is attached together with the entry that tells of it');
        ELSIF attach.added_by_id IS DISTINCT FROM desk.me() OR NOT desk.is_now(attach.added_at, attach.incident_id) THEN
            PERFORM desk.refuse('whoever attaches a file has done so, and now');
        ELSIF length(data) > 1000000::bigint * desk.number_setting('attachment_limit_mb') THEN
            PERFORM desk.refuse('the file is larger than the desk permits');
        END IF;
    END IF;
    INSERT INTO public.attachment_content (sha256, size, data) VALUES (digest, length(data), data)
        ON CONFLICT (sha256) DO UPDATE SET data = EXCLUDED.data
         WHERE length(attachment_content.data) = 0;
    INSERT INTO public.attachment (id, incident_id, entry_id, file_name, media_type, sha256, size, added_by_id, added_at)
    VALUES (attach.id, attach.incident_id, attach.entry_id, attach.file_name, attach.media_type, digest, length(data),
            attach.added_by_id, attach.added_at);
END $function$

--! function desk.audit_entries(since timestamp with time zone, until timestamp with time zone, by_person uuid, by_program boolean, kind text, record_id text, deed text, field text, words text, subjects text[], ids text[], after_at timestamp with time zone, after_subject text, after_id text, after_n integer, most integer)
CREATE OR REPLACE FUNCTION desk.audit_entries(since timestamp with time zone, until timestamp with time zone, by_person uuid, by_program boolean, kind text, record_id text, deed text, field text, words text, subjects text[], ids text[], after_at timestamp with time zone, after_subject text, after_id text, after_n integer, most integer)
 RETURNS TABLE(subject text, subject_id text, n integer, at timestamp with time zone, login text, person_id uuid, act text, part text, part_id text, content text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    PERFORM desk.demand_audit_reader();
    RETURN QUERY EXECUTE
        'SELECT entry.subject::text, entry.subject_id::text, entry.n, entry.at, entry.login::text, entry.person_id,'
        ' entry.act::text, entry.part::text, entry.part_id::text,'
        ' CASE WHEN entry.subject_id <> ''*'' AND entry.act NOT IN (''import'', ''baseline'') THEN entry.content END FROM '
        || desk.entries_told() ||
        ' AND ($12 IS NULL OR (entry.at <= $12'
        ' AND (entry.at, entry.subject, entry.subject_id, entry.n) < ($12, $13, $14, $15)))'
        ' ORDER BY entry.at DESC, entry.subject DESC, entry.subject_id DESC, entry.n DESC LIMIT least($16, 10000)'
        USING audit_entries.since, audit_entries.until, audit_entries.by_person, audit_entries.by_program,
              audit_entries.kind, audit_entries.record_id, audit_entries.deed, audit_entries.field, audit_entries.words,
              audit_entries.subjects, audit_entries.ids, audit_entries.after_at, audit_entries.after_subject,
              audit_entries.after_id, audit_entries.after_n, audit_entries.most;
END $function$

--! function desk.call_for_recount(at timestamp with time zone)
CREATE OR REPLACE FUNCTION desk.call_for_recount(at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
    about uuid;
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') OR desk.role() NOT IN ('supervisor', 'admin') THEN
        RETURN;
    END IF;
    FOR about IN
        SELECT incident.id FROM public.incident
         WHERE incident.state IN ('new', 'in_progress', 'on_hold') AND incident.restricted_group_id IS NOT NULL
           AND NOT incident.restricted_group_id = ANY (desk.groups())
    LOOP
        INSERT INTO desk.unfollowed (entry_id, incident_id) VALUES (about, about) ON CONFLICT DO NOTHING;
        INSERT INTO public.timer (kind, subject_id, due_at) VALUES ('watch', about, call_for_recount.at)
            ON CONFLICT ON CONSTRAINT pk_timer DO UPDATE SET due_at = excluded.due_at;
        INSERT INTO public.timer (kind, subject_id, due_at)
            SELECT 'hold', incident.id, call_for_recount.at FROM public.incident
             WHERE incident.id = about AND incident.state = 'on_hold' AND incident.hold_until <= call_for_recount.at
            ON CONFLICT ON CONSTRAINT pk_timer DO UPDATE SET due_at = excluded.due_at;
    END LOOP;
END $function$

--! function desk.call_the_desk()
CREATE OR REPLACE FUNCTION desk.call_the_desk()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    IF desk.role() = 'requester' THEN
        INSERT INTO desk.unfollowed (entry_id, incident_id) VALUES (NEW.id, NEW.incident_id);
        INSERT INTO public.timer (kind, subject_id, due_at) VALUES ('watch', NEW.incident_id, NEW.recorded_at)
            ON CONFLICT ON CONSTRAINT pk_timer DO UPDATE SET due_at = excluded.due_at;
    END IF;
    RETURN NULL;
END $function$

--! function desk.change_my_password(verifier text)
CREATE OR REPLACE FUNCTION desk.change_my_password(verifier text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM desk.account WHERE account.login = session_user::text) THEN
        PERFORM desk.refuse('this login does not belong to the desk');
    END IF;
    PERFORM desk.set_password(session_user::text, verifier);
    UPDATE desk.account SET must_change = false WHERE account.login = session_user::text;
END $function$

--! function desk.change_role(person_id uuid, role text)
CREATE OR REPLACE FUNCTION desk.change_role(person_id uuid, role text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
    found record;
BEGIN
    PERFORM desk.demand_admin();
    SELECT person.role, person.login INTO found FROM public.person WHERE person.id = change_role.person_id FOR UPDATE;
    IF found.role IS NULL OR change_role.role NOT IN ('requester', 'reader', 'agent', 'supervisor', 'admin') THEN
        PERFORM desk.refuse('there is no such person, or no such role');
    ELSIF found.role = 'admin' AND change_role.role <> 'admin' AND found.login IS NOT NULL
          AND desk.active_admins(change_role.person_id) = 0 THEN
        PERFORM desk.refuse('somebody has to remain who can let people in: make another administrator first');
    ELSIF change_role.role = 'reader' AND (
        EXISTS (SELECT 1 FROM public.incident AS theirs WHERE theirs.assignee_id = change_role.person_id
                   AND theirs.state IN ('new', 'in_progress', 'on_hold'))
        OR EXISTS (SELECT 1 FROM public.group_member AS member WHERE member.person_id = change_role.person_id)
    ) THEN
        PERFORM desk.refuse('a reader works on nothing: hand their open work on and take them out of their groups first');
    END IF;
    UPDATE public.person SET role = change_role.role WHERE person.id = change_role.person_id;
    IF found.login IS NOT NULL THEN
        PERFORM desk.move_login(found.login, desk.role_name(change_role.role));
    END IF;
END $function$

--! function desk.change_to_give_back(incident_id uuid, but_for uuid, me uuid, at timestamp with time zone, wanted text)
CREATE OR REPLACE FUNCTION desk.change_to_give_back(incident_id uuid, but_for uuid, me uuid, at timestamp with time zone, wanted text)
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
END $function$

--! function desk.check_endings(was incident, now incident, me uuid)
CREATE OR REPLACE FUNCTION desk.check_endings(was incident, now incident, me uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
END $function$

--! function desk.check_priority(was incident, now incident, mine text)
CREATE OR REPLACE FUNCTION desk.check_priority(was incident, now incident, mine text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
END $function$

--! function desk.check_requester(was incident, now incident)
CREATE OR REPLACE FUNCTION desk.check_requester(was incident, now incident)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
END $function$

--! function desk.check_search()
CREATE OR REPLACE FUNCTION desk.check_search()
 RETURNS TABLE(kind text, missing bigint, stale bigint)
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    RETURN QUERY
    SELECT coalesce(due.kind, kept.kind), count(*) FILTER (WHERE kept.kind IS NULL),
           count(*) FILTER (WHERE kept.kind IS NOT NULL)
      FROM desk.search_due() AS due
      FULL JOIN desk.search_document AS kept ON kept.kind = due.kind AND kept.subject_id = due.subject_id
      LEFT JOIN public.incident ON incident.id = kept.incident_id
     WHERE (due.words, due.is_internal, due.incident_id) IS DISTINCT FROM (kept.words, kept.is_internal, kept.incident_id)
        OR kept.restricted_group_id IS DISTINCT FROM incident.restricted_group_id
     GROUP BY 1;
END $function$

--! function desk.check_step(was incident, now incident, mine text)
CREATE OR REPLACE FUNCTION desk.check_step(was incident, now incident, mine text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
END $function$

--! function desk.common_words(words text[])
CREATE OR REPLACE FUNCTION desk.common_words(words text[])
 RETURNS TABLE(word text, share real)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
    is_owner boolean := pg_has_role(session_user, current_user, 'MEMBER');
    groups uuid[] := desk.groups();
    pages constant real := 100;
    part real := least(100, 100 * pages / greatest(1, pg_relation_size('desk.search_document') / 8192));
BEGIN
    IF NOT (is_owner OR desk.reads_all()) THEN
        RETURN;
    END IF;
    RETURN QUERY
    WITH seen AS MATERIALIZED (
        SELECT document.words FROM desk.search_document AS document TABLESAMPLE SYSTEM (part) REPEATABLE (1)
          LEFT JOIN public.incident ON incident.id = document.incident_id
         WHERE document.incident_id IS NULL OR is_owner OR incident.restricted_group_id IS NULL
            OR incident.restricted_group_id = ANY (groups)
    )
    SELECT told.lexeme, (count(*)::real / (SELECT count(*) FROM seen))::real
      FROM seen, unnest(tsvector_to_array(seen.words)) AS told(lexeme)
     WHERE told.lexeme = ANY (common_words.words)
     GROUP BY told.lexeme HAVING count(*) > 2;
END $function$

--! function desk.count_audit_entries(since timestamp with time zone, until timestamp with time zone, by_person uuid, by_program boolean, kind text, record_id text, deed text, field text, words text, subjects text[], ids text[])
CREATE OR REPLACE FUNCTION desk.count_audit_entries(since timestamp with time zone, until timestamp with time zone, by_person uuid, by_program boolean, kind text, record_id text, deed text, field text, words text, subjects text[], ids text[])
 RETURNS bigint
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
    counted bigint;
BEGIN
    PERFORM desk.demand_audit_reader();
    EXECUTE 'SELECT count(*) FROM ' || desk.entries_told() INTO counted
        USING since, until, by_person, by_program, kind, record_id, deed, field, words, subjects, ids;
    RETURN counted;
END $function$

--! function desk.count_unfound(words text, at timestamp with time zone)
CREATE OR REPLACE FUNCTION desk.count_unfound(words text, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
    today date := (at AT TIME ZONE 'UTC')::date;
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND (desk.role() = '' OR NOT desk.is_now(at)) THEN
        PERFORM desk.refuse('a search is counted when it is made, by people of the desk');
    END IF;
    IF (SELECT count(*) FROM public.unfound_search AS known WHERE known.day = today) < 2000 THEN
        INSERT INTO public.unfound_search AS known (words, day, times) VALUES (count_unfound.words, today, 1)
            ON CONFLICT ON CONSTRAINT pk_unfound_search DO UPDATE SET times = known.times + 1;
    END IF;
    DELETE FROM public.unfound_search AS known WHERE known.day < today - 400;
END $function$

--! function desk.demand_admin()
CREATE OR REPLACE FUNCTION desk.demand_admin()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND desk.role() <> 'admin' THEN
        PERFORM desk.refuse('administrators decide who comes in');
    END IF;
END $function$

--! function desk.demand_article()
CREATE OR REPLACE FUNCTION desk.demand_article()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND NOT EXISTS (
        SELECT 1 FROM public.article AS told
          JOIN public.article_version AS written ON written.article_id = told.id
           AND written.number = coalesce(told.published_version, told.version)
          JOIN public.article_version AS newest ON newest.article_id = told.id AND newest.number = told.version
         WHERE told.id = NEW.id AND (told.title, told.summary, told.body, told.audience)
               = (written.title, written.summary, written.body, written.audience)
    ) THEN
        PERFORM desk.refuse('an article says what its version says');
    ELSIF EXISTS (
        SELECT 1 FROM desk.article_moved AS moved
         WHERE moved.article_id = NEW.id AND desk.is_of_this_transaction(moved.xmin)
    ) THEN
        PERFORM desk.refuse('a step of an article is told by its history');
    END IF;
    RETURN NULL;
END $function$

--! function desk.demand_article_use()
CREATE OR REPLACE FUNCTION desk.demand_article_use()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND NOT EXISTS (
        SELECT 1 FROM public.journal_entry AS entry
         WHERE entry.incident_id = NEW.incident_id AND entry.kind = 'link' AND desk.is_of_this_transaction(entry.xmin)
    ) THEN
        PERFORM desk.refuse('the journal tells what articles were used for');
    END IF;
    RETURN NULL;
END $function$

--! function desk.demand_audit_reader()
CREATE OR REPLACE FUNCTION desk.demand_audit_reader()
 RETURNS void
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND desk.role() IS DISTINCT FROM 'admin' THEN
        PERFORM desk.refuse('only administrators read the audit log');
    END IF;
END $function$

--! function desk.demand_checked_help()
CREATE OR REPLACE FUNCTION desk.demand_checked_help()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND EXISTS (
        SELECT 1 FROM public.help_mark AS mark
         WHERE mark.checked_at IS NULL AND CASE TG_TABLE_NAME
             WHEN 'article' THEN mark.article_id = NEW.id AND mark.version = (to_jsonb(OLD) ->> 'version')::integer
             ELSE mark.review_id = NEW.id
         END
    ) THEN
        PERFORM desk.refuse('what a model wrote is checked by somebody before it is published');
    END IF;
    RETURN NEW;
END $function$

--! function desk.demand_checklist()
CREATE OR REPLACE FUNCTION desk.demand_checklist()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    IF EXISTS (
        SELECT 1 FROM desk.checklist_untold AS untold
         WHERE untold.step_id = NEW.id AND desk.is_of_this_transaction(untold.xmin)
    ) THEN
        PERFORM desk.refuse('the journal tells what is done with a checklist');
    END IF;
    RETURN NULL;
END $function$

--! function desk.demand_journal()
CREATE OR REPLACE FUNCTION desk.demand_journal()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
       AND NOT (changed.key = 'snoozed_until' AND changed.value IS NULL AND (
           OLD.snoozed_until <= NEW.updated_at
           OR EXISTS (
               SELECT 1 FROM public.journal_entry AS entry
                WHERE entry.incident_id = NEW.id AND desk.is_of_this_transaction(entry.xmin)
           )
       ))
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
END $function$

--! function desk.demand_link()
CREATE OR REPLACE FUNCTION desk.demand_link()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND (
        SELECT count(DISTINCT told.incident_id) FROM public.journal_change AS told
          JOIN public.journal_entry AS entry ON entry.id = told.entry_id
          JOIN public.incident AS far
            ON far.number = substring(coalesce(told.new_value, told.old_value) FROM '[0-9]+')::bigint
         WHERE desk.is_of_this_transaction(entry.xmin) AND (told.new_value IS NOT NULL) = (NEW.removed_at IS NULL)
           AND ((told.incident_id, far.id, told.field) = (NEW.source_id, NEW.target_id, 'link_' || NEW.kind)
                OR (told.incident_id, far.id, told.field) = (NEW.target_id, NEW.source_id, 'link_' || NEW.kind || '_of'))
           AND told.incident_id IN (NEW.source_id, NEW.target_id)
    ) < 2 THEN
        PERFORM desk.refuse('both journals tell of a link');
    END IF;
    RETURN NULL;
END $function$

--! function desk.demand_problem_entry()
CREATE OR REPLACE FUNCTION desk.demand_problem_entry()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
    is_new boolean := TG_OP = 'INSERT';
    told record;
    happened jsonb;
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NULL;
    END IF;
    SELECT count(*) AS entries, min(entry.kind) AS kind, min(entry.body) AS body,
           jsonb_agg(entry.changes) -> 0 AS changes
      INTO told FROM public.problem_entry AS entry
     WHERE entry.problem_id = NEW.id AND entry.at = NEW.updated_at AND entry.author_id IS NOT DISTINCT FROM desk.me()
       AND desk.is_of_this_transaction(entry.xmin);
    IF told.entries <> 1 THEN
        PERFORM desk.refuse('what happens to a problem is told in its history, once');
    ELSIF is_new THEN
        RETURN NULL;
    END IF;
    SELECT coalesce(jsonb_agg(jsonb_build_object('field', field, 'old', before, 'new', after)), '[]'::jsonb)
      INTO happened
      FROM unnest(ARRAY[
               'title', 'description', 'service_id', 'configuration_item_id', 'category_id', 'owner_id', 'group_id',
               'state', 'cause', 'workaround', 'workaround_state', 'fix'
           ]) AS field
     CROSS JOIN LATERAL (SELECT to_jsonb(OLD) ->> field AS old, to_jsonb(NEW) ->> field AS new) AS value
     CROSS JOIN LATERAL (
         SELECT CASE WHEN field LIKE '%\_id' THEN replace(value.old, '-', '') ELSE value.old END AS before,
                CASE WHEN field LIKE '%\_id' THEN replace(value.new, '-', '') ELSE value.new END AS after
     ) AS shown
     WHERE before IS DISTINCT FROM after;
    IF NOT (happened @> told.changes AND told.changes @> happened)
       OR jsonb_array_length(happened) <> jsonb_array_length(told.changes)
       OR (told.kind = 'change') <> (happened <> '[]'::jsonb) THEN
        PERFORM desk.refuse('what changes of a problem is told in its history, and nothing else');
    ELSIF NEW.state = 'closed' AND OLD.state NOT IN ('resolved', 'closed') AND told.body !~ '\S' THEN
        PERFORM desk.refuse('whoever closes a problem that is not resolved says why');
    END IF;
    RETURN NULL;
END $function$

--! function desk.document_of_article(told article)
CREATE OR REPLACE FUNCTION desk.document_of_article(told article)
 RETURNS desk.search_document
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
    SELECT 'article', told.id, NULL::uuid, told.published_version IS NULL OR told.audience <> 'everyone', told.created_at,
           desk.words_of(told.title, concat_ws(' ', told.summary, told.body)), NULL::uuid
$function$

--! function desk.document_of_configuration_item(told configuration_item)
CREATE OR REPLACE FUNCTION desk.document_of_configuration_item(told configuration_item)
 RETURNS desk.search_document
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
    SELECT 'item', told.id, NULL::uuid, true, '2000-01-01 00:00:00+00'::timestamptz, desk.words_of(told.name, told.kind),
           NULL::uuid
$function$

--! function desk.document_of_incident(told incident)
CREATE OR REPLACE FUNCTION desk.document_of_incident(told incident)
 RETURNS desk.search_document
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
    SELECT 'incident', told.id, told.id, false, told.reported_at, desk.words_of(
        told.short_description || ' ' || coalesce(told.source_number, ''),
        concat_ws(' ', told.resolution_notes, told.cause, told.workaround, told.business_impact, told.description)),
        NULL::uuid
$function$

--! function desk.document_of_journal_entry(told journal_entry)
CREATE OR REPLACE FUNCTION desk.document_of_journal_entry(told journal_entry)
 RETURNS desk.search_document
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
    SELECT 'entry', told.id, told.incident_id, told.visibility <> 'public', told.occurred_at,
           desk.words_of('', told.body), NULL::uuid
$function$

--! function desk.document_of_person(told person)
CREATE OR REPLACE FUNCTION desk.document_of_person(told person)
 RETURNS desk.search_document
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
    SELECT 'person', told.id, NULL::uuid, true, '2000-01-01 00:00:00+00'::timestamptz, desk.words_of(
        told.name, concat_ws(' ', told.email, told.phone, told.job_title)), NULL::uuid
$function$

--! function desk.document_of_problem(told problem)
CREATE OR REPLACE FUNCTION desk.document_of_problem(told problem)
 RETURNS desk.search_document
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
    SELECT 'problem', told.id, NULL::uuid, true, told.created_at,
           desk.words_of(told.title, concat_ws(' ', told.description, told.cause, told.workaround, told.fix)), NULL::uuid
$function$

--! function desk.document_of_review(told review)
CREATE OR REPLACE FUNCTION desk.document_of_review(told review)
 RETURNS desk.search_document
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
    SELECT 'review', told.id, told.incident_id, true, told.created_at, desk.words_of(
        told.title, concat_ws(' ', told.summary, told.detection, told.recovery, told.business_effect)), NULL::uuid
$function$

--! function desk.drop_document()
CREATE OR REPLACE FUNCTION desk.drop_document()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    DELETE FROM desk.search_document WHERE kind = TG_ARGV[0] AND subject_id = OLD.id;
    RETURN NULL;
END $function$

--! function desk.drop_timer(kind text, subject_id uuid)
CREATE OR REPLACE FUNCTION desk.drop_timer(kind text, subject_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
    about uuid := drop_timer.subject_id;
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') THEN
        IF kind = 'escalation' THEN
            SELECT escalation.incident_id INTO about FROM public.escalation WHERE escalation.id = drop_timer.subject_id;
        END IF;
        IF NOT desk.works() OR (kind <> 'shift' AND NOT desk.sees(about)) THEN
            RETURN;
        END IF;
    END IF;
    DELETE FROM public.timer
     WHERE timer.kind = drop_timer.kind AND timer.subject_id = drop_timer.subject_id
       -- Somebody still has to look at what the caller wrote.
       AND NOT (timer.kind = 'watch'
                AND EXISTS (SELECT 1 FROM desk.unfollowed WHERE unfollowed.incident_id = drop_timer.subject_id));
END $function$

--! function desk.entries_told()
CREATE OR REPLACE FUNCTION desk.entries_told()
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
SELECT 'public.audit_entry AS entry
 WHERE ($1 IS NULL OR entry.at >= $1) AND ($2 IS NULL OR entry.at < $2)
   AND ($3 IS NULL OR entry.person_id = $3) AND ($4 IS NOT TRUE OR entry.person_id IS NULL)
   AND ($5 IS NULL OR entry.subject = $5) AND ($6 IS NULL OR entry.subject_id = $6)
   AND ($7 IS NULL OR entry.act = $7)
   AND ($8 IS NULL OR starts_with(entry.content, ''{"'' || $8 || ''": ['')
        OR position('', "'' || $8 || ''": ['' IN entry.content) > 0)
   AND (($9 IS NULL AND $10 IS NULL)
        OR ($9 IS NOT NULL AND entry.subject_id <> ''*'' AND (entry.content ILIKE $9 OR entry.login ILIKE $9))
        OR ($10 IS NOT NULL AND (entry.subject::text, entry.subject_id::text) IN
                                (SELECT named.subject, named.id FROM unnest($10, $11) AS named (subject, id))))
   AND (entry.subject::text, entry.subject_id::text) NOT IN
       (SELECT kept.subject, kept.subject_id FROM desk.untold_chains() AS kept)
   AND (entry.part::text, entry.subject_id::text, entry.part_id::text) NOT IN
       (SELECT kept.part, kept.subject_id, kept.part_id FROM desk.untold_parts() AS kept)'
$function$

--! function desk.facts_of(wanted uuid)
CREATE OR REPLACE FUNCTION desk.facts_of(wanted uuid)
 RETURNS TABLE(incident_id uuid, id uuid, occurred_at timestamp with time zone, kind character varying, visibility character varying, by_desk boolean, author_id uuid, field character varying, old_value text, new_value text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
END $function$

--! function desk.folded(told text)
CREATE OR REPLACE FUNCTION desk.folded(told text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
    SELECT regexp_replace(replace(lower(CASE
        WHEN octet_length(cut) = length(cut) THEN cut
        ELSE normalize(regexp_replace(normalize(cut, NFD), '([A-Za-z])[\u0300-\u036f]+', '\1', 'g'), NFC)
    END COLLATE desk.letters), 'ß', 'ss'), '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b1\u00b4-\u00b4\u00b6-\u00b8\u00bb-\u00bf\u00d7-\u00d7\u00f7-\u00f7\u2000-\u206f\u3000-\u303f]+', ' ', 'g')
    FROM (SELECT left(told, 100000) AS cut) AS begun
$function$

--! function desk.forget_hours(person_id uuid)
CREATE OR REPLACE FUNCTION desk.forget_hours(person_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND desk.role() NOT IN ('supervisor', 'admin') THEN
        PERFORM desk.refuse('a supervisor sets who works when');
    END IF;
    DELETE FROM public.person_hours WHERE person_hours.person_id = forget_hours.person_id;
END $function$

--! function desk.forget_receipts(before timestamp with time zone, most integer)
CREATE OR REPLACE FUNCTION desk.forget_receipts(before timestamp with time zone, most integer)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') OR desk.works() THEN
        DELETE FROM public.command_receipt AS receipt WHERE receipt.id IN (
            SELECT old.id FROM public.command_receipt AS old
             WHERE old.done_at < before
               AND (old.done_at < clock_timestamp() - interval '29 days' OR pg_has_role(session_user, current_user, 'MEMBER'))
             LIMIT most
        );
    END IF;
END $function$

--! function desk.forget_workers(before timestamp with time zone)
CREATE OR REPLACE FUNCTION desk.forget_workers(before timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') OR desk.works() THEN
        DELETE FROM public.heartbeat
         WHERE last_tick_at < before
           AND (last_tick_at < clock_timestamp() - interval '6 days' OR pg_has_role(session_user, current_user, 'MEMBER'))
           AND last_tick_at < (SELECT max(newest.last_tick_at) FROM public.heartbeat AS newest);
    END IF;
END $function$

--! function desk.goes_back(was incident, now incident, me uuid)
CREATE OR REPLACE FUNCTION desk.goes_back(was incident, now incident, me uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
END $function$

--! function desk.groups()
CREATE OR REPLACE FUNCTION desk.groups()
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
    found uuid[];
BEGIN
    SELECT ARRAY(
        SELECT member.group_id FROM public.group_member AS member
         WHERE member.person_id = person.id AND person.role IN ('agent', 'supervisor', 'admin')
    ) INTO found FROM public.person
     WHERE person.login = session_user::text COLLATE "default" AND person.active
       AND NOT EXISTS (SELECT 1 FROM desk.account WHERE account.login = person.login AND account.must_change);
    IF found IS NULL THEN
        found := ARRAY(SELECT assignment_group.id FROM public.assignment_group WHERE desk.runs_jobs());
    END IF;
    RETURN found;
END $function$

--! function desk.guard_article()
CREATE OR REPLACE FUNCTION desk.guard_article()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
    steps text[] := ARRAY[
        'draft in_review', 'in_review draft', 'in_review published', 'published draft', 'draft retired',
        'in_review retired', 'published retired', 'retired draft'
    ];
    counter record;
    leads boolean := desk.role() IN ('supervisor', 'admin');
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'INSERT' THEN
        SELECT last, xmin INTO counter FROM public.number_counter WHERE name = 'article';
        IF counter.last IS NULL OR NOT desk.is_of_this_transaction(counter.xmin) OR NEW.number <> counter.last THEN
            PERFORM desk.refuse('the number of an article is handed out, not chosen');
        ELSIF NEW.state <> 'draft' OR NEW.version <> 1 OR NEW.edit <> 1 OR NEW.author_id IS DISTINCT FROM desk.me()
           OR num_nonnulls(NEW.published_version, NEW.published_at, NEW.approver_id) > 0
           OR NOT desk.is_now(NEW.created_at) OR NEW.updated_at <> NEW.created_at THEN
            PERFORM desk.refuse('an article begins as a draft of whoever writes it, and now');
        END IF;
        RETURN NEW;
    END IF;
    IF NEW.edit <> OLD.edit + 1 OR NOT desk.is_now(NEW.updated_at) THEN
        PERFORM desk.refuse('each change of an article raises its counter by one, and happens now');
    ELSIF NEW.state <> OLD.state AND NOT OLD.state || ' ' || NEW.state = ANY (steps) THEN
        PERFORM desk.refuse('an article goes from draft to review to publication, or is retired');
    ELSIF NEW.version NOT IN (OLD.version, OLD.version + 1) OR (NEW.version > OLD.version AND NEW.state <> 'draft') THEN
        PERFORM desk.refuse('a new version of an article is a draft');
    END IF;
    IF NEW.state = 'published' AND OLD.state <> 'published' THEN
        IF NOT leads THEN
            PERFORM desk.refuse('a supervisor publishes articles');
        ELSIF NEW.approver_id IS DISTINCT FROM desk.me() OR NEW.published_at IS DISTINCT FROM NEW.updated_at
           OR NEW.published_version IS DISTINCT FROM OLD.version OR NEW.version <> OLD.version THEN
            PERFORM desk.refuse('whoever publishes an article has approved its newest version, and now');
        ELSIF EXISTS (
            SELECT 1 FROM public.article_version AS written
             WHERE written.article_id = NEW.id AND written.number > coalesce(OLD.published_version, 0)
               AND written.author_id = desk.me()
        ) THEN
            PERFORM desk.refuse('nobody approves what they wrote');
        END IF;
    ELSIF NEW.state = 'retired' AND OLD.state <> 'retired' THEN
        IF OLD.published_version IS NOT NULL AND NOT leads THEN
            PERFORM desk.refuse('a supervisor retires what was published');
        ELSIF num_nonnulls(NEW.published_version, NEW.published_at, NEW.approver_id) > 0 THEN
            PERFORM desk.refuse('a retired article is published no longer');
        END IF;
    ELSIF (NEW.published_version, NEW.published_at, NEW.approver_id)
          IS DISTINCT FROM (OLD.published_version, OLD.published_at, OLD.approver_id) THEN
        PERFORM desk.refuse('what readers see changes only by a step');
    END IF;
    IF NEW.state <> OLD.state AND NEW.version = OLD.version THEN
        INSERT INTO desk.article_moved AS moved (article_id, was, state, at)
            VALUES (NEW.id, OLD.state, NEW.state, NEW.updated_at)
            ON CONFLICT (article_id) DO UPDATE SET was = excluded.was, state = excluded.state, at = excluded.at;
    END IF;
    RETURN NEW;
END $function$

--! function desk.guard_article_picture()
CREATE OR REPLACE FUNCTION desk.guard_article_picture()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    IF NEW.sha256 <> encode(sha256(NEW.data), 'hex') OR NEW.size <> octet_length(NEW.data) THEN
        PERFORM desk.refuse('a picture is what its hash says');
    ELSIF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NEW;
    ELSIF NEW.added_by_id IS DISTINCT FROM desk.me() OR NOT desk.is_now(NEW.added_at) THEN
        PERFORM desk.refuse('a picture is added by whoever adds it, and now');
    ELSIF NEW.size > 1000000 * desk.number_setting('attachment_limit_mb')::bigint THEN
        PERFORM desk.refuse('a picture is no larger than the desk lets a file be');
    END IF;
    RETURN NEW;
END $function$

--! function desk.guard_article_step()
CREATE OR REPLACE FUNCTION desk.guard_article_step()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NEW;
    END IF;
    DELETE FROM desk.article_moved AS moved
     USING public.article
     WHERE moved.article_id = NEW.article_id AND article.id = NEW.article_id AND article.version = NEW.version
       AND moved.at = NEW.at AND desk.is_of_this_transaction(moved.xmin)
       AND moved.was || ' ' || NEW.step || ' ' || moved.state = ANY (ARRAY[
           'draft submit in_review', 'in_review send_back draft', 'in_review publish published',
           'draft retire retired', 'in_review retire retired', 'published retire retired', 'retired restore draft'
       ]);
    IF NOT FOUND OR NEW.person_id IS DISTINCT FROM desk.me() THEN
        PERFORM desk.refuse('whoever takes a step has taken it, and now');
    END IF;
    RETURN NEW;
END $function$

--! function desk.guard_article_use()
CREATE OR REPLACE FUNCTION desk.guard_article_use()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF NEW.person_id IS DISTINCT FROM desk.me() OR NOT desk.is_now(NEW.at, NEW.incident_id)
           OR num_nonnulls(NEW.removed_at, NEW.removed_by_id) > 0 THEN
            PERFORM desk.refuse('whoever used an article has used it, and now');
        END IF;
    ELSIF OLD.removed_at IS NOT NULL OR NEW.removed_by_id IS DISTINCT FROM desk.me()
          OR NOT desk.is_now(NEW.removed_at, NEW.incident_id) THEN
        PERFORM desk.refuse('whoever takes it back has done so, once and now');
    END IF;
    RETURN NEW;
END $function$

--! function desk.guard_article_version()
CREATE OR REPLACE FUNCTION desk.guard_article_version()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND (
        NEW.author_id IS DISTINCT FROM desk.me() OR NOT EXISTS (
            SELECT 1 FROM public.article
             WHERE article.id = NEW.article_id AND article.version = NEW.number AND article.state = 'draft'
               AND article.updated_at = NEW.created_at AND desk.is_of_this_transaction(article.xmin)
        )
    ) THEN
        PERFORM desk.refuse('whoever writes a version has written it, and now');
    END IF;
    RETURN NEW;
END $function$

--! function desk.guard_burst_answer()
CREATE OR REPLACE FUNCTION desk.guard_burst_answer()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND NOT desk.is_now(NEW.at) THEN
        PERFORM desk.refuse('a burst is answered when it is, and now');
    END IF;
    RETURN NEW;
END $function$

--! function desk.guard_checklist_step()
CREATE OR REPLACE FUNCTION desk.guard_checklist_step()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
    leads boolean := desk.role() IN ('supervisor', 'admin');
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NEW;
    END IF;
    -- Before anything that depends on the incident: what is refused of a hidden one and of none is refused alike.
    IF NOT desk.sees(NEW.incident_id) THEN
        PERFORM desk.refuse('a checklist is kept by whoever sees its incident');
    ELSIF EXISTS (
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
        ELSIF NEW.template_id IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM public.checklist_template AS template, jsonb_array_elements(template.steps) AS lines (line)
             WHERE template.id = NEW.template_id AND line ->> 'text' = NEW.text
               AND coalesce((line ->> 'required')::boolean, false) = NEW.required
        ) THEN
            PERFORM desk.refuse('a step of a template is as the template has it, and required where that says so');
        END IF;
        PERFORM desk.note_step(NEW, 'checklist_added', NULL, NEW.text);
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
        PERFORM desk.note_step(NEW, 'checklist_' || NEW.state, NULL, NEW.text);
    ELSIF (NEW.ended_at, NEW.ended_by_id) IS DISTINCT FROM (OLD.ended_at, OLD.ended_by_id) THEN
        PERFORM desk.refuse('who did a step and when stays');
    END IF;
    IF (NEW.removed_at IS NULL) <> (OLD.removed_at IS NULL) THEN
        IF NEW.removed_at IS NULL AND NEW.removed_by_id IS NOT NULL
           OR NEW.removed_at IS NOT NULL
              AND (NEW.removed_by_id IS DISTINCT FROM desk.me() OR NOT desk.is_now(NEW.removed_at, NEW.incident_id)) THEN
            PERFORM desk.refuse('whoever removes a step has done so, and now');
        ELSIF NEW.removed_at IS NULL THEN
            PERFORM desk.note_step(NEW, 'checklist_back', NULL, NEW.text);
        ELSE
            PERFORM desk.note_step(NEW, 'checklist_removed', NEW.text, NULL);
        END IF;
    ELSIF (NEW.removed_at, NEW.removed_by_id) IS DISTINCT FROM (OLD.removed_at, OLD.removed_by_id) THEN
        PERFORM desk.refuse('who removed a step and when stays');
    END IF;
    IF OLD.required AND OLD.state = 'open' AND OLD.removed_at IS NULL AND NOT leads
       AND (NEW.state = 'skipped' OR NEW.removed_at IS NOT NULL) THEN
        PERFORM desk.refuse('a supervisor waives a required step');
    END IF;
    IF NEW.text <> OLD.text THEN
        PERFORM desk.note_step(NEW, 'checklist_text', OLD.text, NEW.text);
    ELSIF (NEW.group_id, NEW.assignee_id, NEW.due_at) IS DISTINCT FROM (OLD.group_id, OLD.assignee_id, OLD.due_at) THEN
        PERFORM desk.note_step(NEW, 'checklist_changed', NULL, NEW.text);
    END IF;
    RETURN NEW;
END $function$

--! function desk.guard_clocks()
CREATE OR REPLACE FUNCTION desk.guard_clocks()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
    is_owner boolean := pg_has_role(session_user, current_user, 'MEMBER');
BEGIN
    IF TG_OP = 'INSERT' THEN
        NEW.restricted_group_id := '00000000-0000-0000-0000-000000000000';
        IF is_owner OR desk.sees(NEW.incident_id) THEN
            SELECT incident.restricted_group_id, incident.caller_id INTO NEW.restricted_group_id, NEW.caller_id
              FROM public.incident WHERE incident.id = NEW.incident_id FOR SHARE;
        END IF;
    END IF;
    IF is_owner THEN
        RETURN NEW;
    END IF;
    IF NEW.checked_until > clock_timestamp() AND NOT desk.is_now(NEW.checked_until, NEW.incident_id) THEN
        PERFORM desk.refuse('clocks are not decided ahead of time');
    ELSIF TG_OP = 'UPDATE' AND NEW.checked_until < OLD.checked_until THEN
        PERFORM desk.refuse('what was decided about clocks stays decided');
    END IF;
    RETURN NEW;
END $function$

--! function desk.guard_escalation()
CREATE OR REPLACE FUNCTION desk.guard_escalation()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
END $function$

--! function desk.guard_escalation_step()
CREATE OR REPLACE FUNCTION desk.guard_escalation_step()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND NOT desk.is_now(
        NEW.taken_at, (SELECT escalation.incident_id FROM public.escalation WHERE escalation.id = NEW.escalation_id)
    ) THEN
        PERFORM desk.refuse('a step is taken at the time of the database');
    END IF;
    RETURN NEW;
END $function$

--! function desk.guard_firing()
CREATE OR REPLACE FUNCTION desk.guard_firing()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
    reported timestamptz;
    a_century constant bigint := 100 * 366 * 86400000000;
    needed numeric := desk.least_needed(NEW.threshold, NEW.target);
    lived numeric;
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NEW;
    END IF;
    -- Before anything that depends on the incident: its time would be guessed by what is refused.
    IF NOT desk.sees(NEW.incident_id) THEN
        PERFORM desk.refuse('a clock fires for whoever sees its incident');
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
END $function$

--! function desk.guard_handover()
CREATE OR REPLACE FUNCTION desk.guard_handover()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
END $function$

--! function desk.guard_handover_line()
CREATE OR REPLACE FUNCTION desk.guard_handover_line()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND NOT EXISTS (
        SELECT 1 FROM public.handover WHERE handover.id = NEW.handover_id AND handover.handed_by_id = desk.me()
           AND desk.is_of_this_transaction(handover.xmin)
    ) THEN
        PERFORM desk.refuse('a sheet is handed over whole, by whoever wrote it');
    END IF;
    RETURN NEW;
END $function$

--! function desk.guard_heartbeat()
CREATE OR REPLACE FUNCTION desk.guard_heartbeat()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND NOT desk.is_now(NEW.last_tick_at) THEN
        PERFORM desk.refuse('a worker signs at the time of the database');
    END IF;
    RETURN NEW;
END $function$

--! function desk.guard_held_incident()
CREATE OR REPLACE FUNCTION desk.guard_held_incident()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NEW;
    END IF;
    IF NEW.released_at IS NULL THEN
        IF NEW.held_by_id IS DISTINCT FROM desk.me() OR NOT desk.is_now(NEW.held_at) OR NEW.released_by_id IS NOT NULL THEN
            PERFORM desk.refuse('whoever holds an incident back has done so, and now');
        END IF;
    ELSIF TG_OP = 'INSERT' OR OLD.released_at IS NOT NULL OR NEW.released_by_id IS DISTINCT FROM desk.me()
          OR NOT desk.is_now(NEW.released_at)
          OR (NEW.reason, NEW.held_at, NEW.held_by_id) IS DISTINCT FROM (OLD.reason, OLD.held_at, OLD.held_by_id) THEN
        PERFORM desk.refuse('whoever lets an incident go has done so, once and now');
    END IF;
    RETURN NEW;
END $function$

--! function desk.guard_help_mark()
CREATE OR REPLACE FUNCTION desk.guard_help_mark()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
    about uuid := (SELECT incident_id FROM public.review WHERE review.id = NEW.review_id);
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF NEW.asked_by_id IS DISTINCT FROM desk.me() OR NOT desk.is_now(NEW.at, about)
           OR num_nonnulls(NEW.checked_at, NEW.checked_by_id) > 0 THEN
            PERFORM desk.refuse('whoever had a text written has done so, and now');
        END IF;
    ELSIF OLD.checked_at IS NOT NULL OR NEW.checked_by_id IS DISTINCT FROM desk.me()
          OR NOT desk.is_now(NEW.checked_at, about) THEN
        PERFORM desk.refuse('whoever checked a text has done so, once and now');
    END IF;
    RETURN NEW;
END $function$

--! function desk.guard_incident_insert()
CREATE OR REPLACE FUNCTION desk.guard_incident_insert()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
END $function$

--! function desk.guard_incident_update()
CREATE OR REPLACE FUNCTION desk.guard_incident_update()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
END $function$

--! function desk.guard_journal_change()
CREATE OR REPLACE FUNCTION desk.guard_journal_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
END $function$

--! function desk.guard_journal_entry()
CREATE OR REPLACE FUNCTION desk.guard_journal_entry()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
END $function$

--! function desk.guard_kept()
CREATE OR REPLACE FUNCTION desk.guard_kept()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND NOT desk.is_now(NEW.created_at) THEN
        PERFORM desk.refuse('what is kept has been made now');
    END IF;
    RETURN NEW;
END $function$

--! function desk.guard_link()
CREATE OR REPLACE FUNCTION desk.guard_link()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
END $function$

--! function desk.guard_notification()
CREATE OR REPLACE FUNCTION desk.guard_notification()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER')
       AND (NOT desk.is_now(NEW.created_at, NEW.incident_id) OR num_nonnulls(NEW.shown_at, NEW.read_at) > 0) THEN
        PERFORM desk.refuse('people are told at the time of the database');
    END IF;
    RETURN NEW;
END $function$

--! function desk.guard_offer()
CREATE OR REPLACE FUNCTION desk.guard_offer()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
END $function$

--! function desk.guard_problem()
CREATE OR REPLACE FUNCTION desk.guard_problem()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
    steps text[] := ARRAY[
        'new investigating', 'new closed', 'investigating new', 'investigating known_error', 'investigating resolved',
        'investigating closed', 'known_error investigating', 'known_error resolved', 'known_error closed',
        'resolved investigating', 'resolved known_error', 'resolved closed', 'closed new', 'closed investigating',
        'closed known_error', 'closed resolved'
    ];
    counter record;
    resolved timestamptz;
    closed timestamptz;
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'INSERT' THEN
        SELECT last, xmin INTO counter FROM public.number_counter WHERE name = 'problem';
        IF counter.last IS NULL OR NOT desk.is_of_this_transaction(counter.xmin) OR NEW.number <> counter.last THEN
            PERFORM desk.refuse('the number of a problem is handed out, not chosen');
        ELSIF NEW.state <> 'new' OR NEW.edit <> 1 OR NEW.created_by_id IS DISTINCT FROM desk.me()
           OR num_nonnulls(NEW.resolved_at, NEW.closed_at) > 0
           OR NOT desk.is_now(NEW.created_at) OR NEW.updated_at <> NEW.created_at THEN
            PERFORM desk.refuse('a problem begins as new, by whoever opens it, and now');
        ELSIF NEW.cause <> '' OR NEW.fix <> '' OR NEW.workaround_state = 'confirmed' THEN
            PERFORM desk.refuse('what is found out about a problem is told in its history');
        END IF;
        RETURN NEW;
    END IF;
    IF NEW.edit <> OLD.edit + 1 OR NOT desk.is_now(NEW.updated_at) THEN
        PERFORM desk.refuse('each change of a problem raises its counter by one, and happens now');
    ELSIF NEW.state <> OLD.state AND NOT OLD.state || ' ' || NEW.state = ANY (steps) THEN
        PERFORM desk.refuse('a problem takes no such step');
    ELSIF NEW.state = 'known_error' AND OLD.state <> NEW.state AND (NEW.cause !~ '\S' OR NEW.workaround !~ '\S') THEN
        PERFORM desk.refuse('a known error has a cause and a workaround');
    ELSIF NEW.state = 'resolved' AND OLD.state <> NEW.state AND (NEW.cause !~ '\S' OR NEW.fix !~ '\S') THEN
        PERFORM desk.refuse('a problem is resolved by a fix of its cause');
    END IF;
    resolved := CASE
        WHEN NEW.state IN (OLD.state, 'closed') THEN OLD.resolved_at
        WHEN NEW.state = 'resolved' THEN coalesce(OLD.resolved_at, NEW.updated_at)
    END;
    closed := CASE WHEN NEW.state = OLD.state THEN OLD.closed_at WHEN NEW.state = 'closed' THEN NEW.updated_at END;
    IF (NEW.resolved_at, NEW.closed_at) IS DISTINCT FROM (resolved, closed) THEN
        PERFORM desk.refuse('a problem is resolved and closed when it is, and now');
    END IF;
    RETURN NEW;
END $function$

--! function desk.guard_problem_entry()
CREATE OR REPLACE FUNCTION desk.guard_problem_entry()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND (
        NEW.author_id IS DISTINCT FROM desk.me() OR NOT EXISTS (
            SELECT 1 FROM public.problem
             WHERE problem.id = NEW.problem_id AND problem.updated_at = NEW.at
               AND desk.is_of_this_transaction(problem.xmin)
               AND (NEW.kind = 'opened') = (problem.edit = 1)
        ) OR (NEW.kind <> 'change' AND NEW.changes <> '[]'::jsonb) OR (NEW.kind = 'note' AND NEW.body !~ '\S')
    ) THEN
        PERFORM desk.refuse('whoever tells something of a problem has told it, and now');
    END IF;
    RETURN NEW;
END $function$

--! function desk.guard_receipt()
CREATE OR REPLACE FUNCTION desk.guard_receipt()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND NOT desk.is_now(NEW.done_at) THEN
        PERFORM desk.refuse('a receipt is written at the time of the database');
    END IF;
    RETURN NEW;
END $function$

--! function desk.guard_review()
CREATE OR REPLACE FUNCTION desk.guard_review()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
END $function$

--! function desk.guard_review_event()
CREATE OR REPLACE FUNCTION desk.guard_review_event()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
END $function$

--! function desk.guard_review_part()
CREATE OR REPLACE FUNCTION desk.guard_review_part()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
    signed_only boolean := TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'review_sign_off'
        AND to_jsonb(NEW) - 'approved_at' = to_jsonb(OLD) - 'approved_at';
BEGIN
    IF NOT signed_only AND NOT pg_has_role(session_user, current_user, 'MEMBER') AND EXISTS (
        SELECT 1 FROM public.review WHERE review.id = NEW.review_id AND review.state <> 'draft'
           AND desk.sees(review.incident_id)
    ) THEN
        PERFORM desk.refuse('a review is written as a draft, not while others sign it');
    END IF;
    RETURN NEW;
END $function$

--! function desk.guard_risk()
CREATE OR REPLACE FUNCTION desk.guard_risk()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
    is_owner boolean := pg_has_role(session_user, current_user, 'MEMBER');
    tells_who_sees boolean := false;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        tells_who_sees := ROW(NEW.incident_id, NEW.percent, NEW.late, NEW.alike, NEW.is_wide, NEW.reckoned_at)
            IS NOT DISTINCT FROM ROW(OLD.incident_id, OLD.percent, OLD.late, OLD.alike, OLD.is_wide, OLD.reckoned_at);
    END IF;
    IF NOT is_owner AND NOT tells_who_sees AND NOT desk.is_now(NEW.reckoned_at) THEN
        PERFORM desk.refuse('a risk is reckoned now');
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF NOT is_owner AND NOT desk.sees(NEW.incident_id) THEN
            RETURN NULL;
        END IF;
        SELECT incident.restricted_group_id INTO NEW.restricted_group_id
          FROM public.incident WHERE incident.id = NEW.incident_id FOR SHARE SKIP LOCKED;
        IF NOT FOUND THEN
            RETURN NULL;
        END IF;
    END IF;
    RETURN NEW;
END $function$

--! function desk.guard_setting()
CREATE OR REPLACE FUNCTION desk.guard_setting()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
    rule jsonb := NEW.value;
    known jsonb;
    held integer;
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NEW;
    ELSIF NEW.updated_by_id IS DISTINCT FROM desk.me() OR NOT desk.is_now(NEW.updated_at) THEN
        PERFORM desk.refuse('whoever sets something has set it, and now');
    ELSIF starts_with(NEW.key, 'retention_') THEN
        -- An upsert comes by as an insert first, so what stands there is looked up.
        SELECT setting.value INTO known FROM public.setting WHERE setting.key = NEW.key;
        held := desk.retention_months(known, NEW.updated_at);
        IF NEW.key NOT IN ('retention_files', 'retention_notifications')
           OR (rule ->> 'months')::integer NOT BETWEEN 1 AND 1200 THEN
            PERFORM desk.refuse('files and notifications are kept for 1 to 1200 months, or for ever');
        ELSIF rule ->> 'months' IS NULL OR (rule ->> 'months')::integer >= held THEN
            IF rule ->> 'begins_at' IS NOT NULL OR rule ->> 'before' IS NOT NULL THEN
                PERFORM desk.refuse('a rule that takes less holds at once');
            END IF;
        ELSIF rule IS DISTINCT FROM known
              AND ((rule ->> 'before')::integer IS DISTINCT FROM held
                   OR coalesce((rule ->> 'begins_at')::timestamptz < NEW.updated_at + interval '7 days', true)) THEN
            PERFORM desk.refuse('a rule that takes more begins a week after it was set');
        END IF;
    END IF;
    RETURN NEW;
END $function$

--! function desk.guard_sign_off()
CREATE OR REPLACE FUNCTION desk.guard_sign_off()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
END $function$

--! function desk.guard_signed_review()
CREATE OR REPLACE FUNCTION desk.guard_signed_review()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
    by_steps text[] := ARRAY['state', 'edit', 'updated_at', 'published_at'];
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NEW;
    END IF;
    IF to_jsonb(NEW) - by_steps <> to_jsonb(OLD) - by_steps THEN
        PERFORM desk.refuse('a review is written as a draft, not while others sign it');
    ELSIF NEW.state = 'draft' AND EXISTS (
        SELECT 1 FROM public.review_sign_off AS sign WHERE sign.review_id = NEW.id AND sign.approved_at IS NOT NULL
    ) THEN
        PERFORM desk.refuse('whoever takes a review back to draft takes its signatures back');
    END IF;
    RETURN NEW;
END $function$

--! function desk.guard_suggestion_filled()
CREATE OR REPLACE FUNCTION desk.guard_suggestion_filled()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
END $function$

--! function desk.guard_suggestion_model()
CREATE OR REPLACE FUNCTION desk.guard_suggestion_model()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NEW;
    END IF;
    IF NEW.number <> (SELECT coalesce(max(known.number), 0) + 1 FROM public.suggestion_model AS known)
       OR NOT desk.is_now(NEW.learned_at) THEN
        PERFORM desk.refuse('what was learned is the next version, and of now');
    ELSIF NEW.incidents > 50000 THEN
        PERFORM desk.refuse('nothing is learned from so many incidents');
    ELSIF NEW.copy_of IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM public.suggestion_model AS known
         WHERE known.number = NEW.copy_of AND known.content = NEW.content
           AND (known.incidents = NEW.incidents OR NEW.copy_of = NEW.number - 1)
    ) THEN
        PERFORM desk.refuse('who goes back to a version brings back what it was');
    END IF;
    RETURN NEW;
END $function$

--! function desk.guard_suggestion_shown()
CREATE OR REPLACE FUNCTION desk.guard_suggestion_shown()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND NOT desk.is_now(NEW.at, NEW.incident_id) THEN
        PERFORM desk.refuse('what became of a suggestion is written down when it happens');
    END IF;
    RETURN NEW;
END $function$

--! function desk.guard_version()
CREATE OR REPLACE FUNCTION desk.guard_version()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER')
       AND (NEW.created_by_id IS DISTINCT FROM desk.me() OR NOT desk.is_now(NEW.created_at)) THEN
        PERFORM desk.refuse('whoever publishes has published, and now');
    END IF;
    RETURN NEW;
END $function$

--! function desk.guard_view()
CREATE OR REPLACE FUNCTION desk.guard_view()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF NOT desk.is_now(NEW.created_at) OR NOT desk.is_now(NEW.updated_at) OR NEW.removed_at IS NOT NULL THEN
            PERFORM desk.refuse('a view is saved now');
        END IF;
    ELSIF NEW.updated_at <> OLD.updated_at AND NOT desk.is_now(NEW.updated_at)
          OR NEW.removed_at IS NOT NULL AND NEW.removed_at IS DISTINCT FROM OLD.removed_at
             AND NOT desk.is_now(NEW.removed_at) THEN
        PERFORM desk.refuse('a view is changed now');
    END IF;
    IF TG_OP = 'INSERT' OR NEW.updated_at <> OLD.updated_at OR NEW.changed_by_id IS DISTINCT FROM OLD.changed_by_id THEN
        IF NEW.changed_by_id IS DISTINCT FROM desk.me() OR NOT desk.is_now(NEW.updated_at) THEN
            PERFORM desk.refuse('whoever changes a view says so');
        END IF;
    END IF;
    RETURN NEW;
END $function$

--! function desk.guard_worker()
CREATE OR REPLACE FUNCTION desk.guard_worker()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
    wanted uuid;
    mine text;
BEGIN
    IF TG_TABLE_NAME = 'group_member' THEN
        wanted := NEW.person_id;
    ELSE
        wanted := NEW.assignee_id;
    END IF;
    SELECT person.role INTO mine FROM public.person WHERE person.id = wanted FOR KEY SHARE;
    IF mine = 'reader' THEN
        PERFORM desk.refuse('a reader works on nothing and is in no group');
    END IF;
    RETURN NEW;
END $function$

--! function desk.history_of(subject text, subject_id text, most integer)
CREATE OR REPLACE FUNCTION desk.history_of(subject text, subject_id text, most integer)
 RETURNS TABLE(at timestamp with time zone, login text, person_id uuid, act text, part text, part_id text, content text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') THEN
        IF NOT desk.reads_all() OR history_of.subject NOT IN (
            'site', 'service', 'configuration_item', 'category', 'assignment_group', 'setting', 'person', 'macro',
            'checklist_template', 'incident_template'
        ) OR (history_of.subject = 'person' AND desk.role() <> 'admin')
           OR (history_of.subject IN ('macro', 'checklist_template', 'incident_template')
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
END $function$

--! function desk.incidents_having(unwanted tsquery, reads_internal boolean)
CREATE OR REPLACE FUNCTION desk.incidents_having(unwanted tsquery, reads_internal boolean)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
BEGIN
    RETURN ARRAY(SELECT document.incident_id FROM desk.search_document AS document
                  WHERE document.kind <> 'entry' AND (document.kind || '') = 'incident' AND document.words @@ unwanted
                  UNION
                 SELECT document.incident_id FROM desk.search_document AS document
                  WHERE document.kind = 'entry' AND document.words @@ unwanted
                    AND (reads_internal OR NOT document.is_internal));
END $function$

--! function desk.incidents_holding(patterns text[], of_person uuid, most integer)
CREATE OR REPLACE FUNCTION desk.incidents_holding(patterns text[], of_person uuid, most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
DECLARE
    is_owner boolean := pg_has_role(session_user, current_user, 'MEMBER');
    reads_all boolean := is_owner OR desk.reads_all();
    groups uuid[] := CASE WHEN NOT is_owner THEN desk.groups() END;
    mine uuid := desk.own();
    found uuid[];
BEGIN
    IF NOT reads_all OR of_person IS NOT NULL THEN
        RETURN QUERY
        SELECT incident.id FROM public.incident
         WHERE incident.id = ANY (desk.own_incidents(reads_all, of_person))
           AND lower(incident.short_description) LIKE ANY (patterns)
         ORDER BY incident.number DESC LIMIT most;
        RETURN;
    END IF;
    found := ARRAY(
        SELECT newest.id
          FROM (SELECT incident.* FROM public.incident ORDER BY incident.number DESC LIMIT 5000) AS newest
         WHERE lower(newest.short_description) LIKE ANY (patterns)
           AND (groups IS NULL OR newest.restricted_group_id IS NULL OR newest.restricted_group_id = ANY (groups)
                OR newest.caller_id = mine)
         ORDER BY newest.number DESC LIMIT most);
    IF cardinality(found) < most THEN
        -- By a sum, so that nobody walks through the whole table in the order of its numbers to meet a few.
        found := ARRAY(
            SELECT incident.id FROM public.incident
             WHERE lower(incident.short_description) LIKE ANY (patterns)
               AND (groups IS NULL OR incident.restricted_group_id IS NULL
                    OR incident.restricted_group_id = ANY (groups) OR incident.caller_id = mine)
             ORDER BY incident.number + 0 DESC LIMIT most);
    END IF;
    RETURN QUERY SELECT unnest(found);
END $function$

--! function desk.incidents_with(wanted tsquery, kinds text[], of_person uuid)
CREATE OR REPLACE FUNCTION desk.incidents_with(wanted tsquery, kinds text[], of_person uuid)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
 SET work_mem TO '32MB'
AS $function$
DECLARE
    is_owner boolean := pg_has_role(session_user, current_user, 'MEMBER');
    reads_all boolean := is_owner OR desk.reads_all();
    groups uuid[] := CASE WHEN reads_all AND NOT is_owner THEN desk.groups() END;
    own uuid[];
BEGIN
    IF NOT reads_all OR of_person IS NOT NULL THEN
        own := desk.own_incidents(reads_all, of_person);
        RETURN QUERY
        SELECT document.incident_id FROM desk.search_document AS document
         WHERE document.incident_id = ANY (own) AND document.kind IN ('incident', 'entry')
           AND document.kind = ANY (kinds) AND document.words @@ wanted AND NOT document.is_internal
           AND (groups IS NULL OR document.restricted_group_id IS NULL OR document.restricted_group_id = ANY (groups));
        RETURN;
    END IF;
    RETURN QUERY
    SELECT document.incident_id FROM desk.search_document AS document
     WHERE document.kind <> 'entry' AND (document.kind || '') = 'incident' AND document.words @@ wanted
       AND (groups IS NULL OR document.restricted_group_id IS NULL OR document.restricted_group_id = ANY (groups));
    IF 'entry' = ANY (kinds) THEN
        RETURN QUERY
        SELECT document.incident_id FROM desk.search_document AS document
         WHERE document.kind = 'entry' AND document.words @@ wanted
           AND (groups IS NULL OR document.restricted_group_id IS NULL OR document.restricted_group_id = ANY (groups));
    END IF;
    IF 'person' = ANY (kinds) THEN
        RETURN QUERY
        SELECT incident.id FROM desk.search_document AS document
          JOIN public.incident ON incident.caller_id = document.subject_id
         WHERE document.kind <> 'entry' AND (document.kind || '') = 'person' AND document.words @@ wanted
           AND (groups IS NULL OR incident.restricted_group_id IS NULL OR incident.restricted_group_id = ANY (groups));
    END IF;
END $function$

--! function desk.is_now(moment timestamp with time zone, incident_id uuid)
CREATE OR REPLACE FUNCTION desk.is_now(moment timestamp with time zone, incident_id uuid DEFAULT NULL::uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    IF moment IS NULL OR moment < transaction_timestamp() THEN
        RETURN false;
    ELSIF moment <= clock_timestamp() THEN
        RETURN true;
    END IF;
    RETURN coalesce(moment <= greatest(
        (SELECT max(heartbeat.last_tick_at) FROM public.heartbeat),
        (SELECT max(entry.occurred_at) FROM public.journal_entry AS entry
          WHERE entry.incident_id = is_now.incident_id AND entry.source IS NULL),
        (SELECT clocks.checked_until + interval '1 microsecond' FROM public.incident_clocks AS clocks
          WHERE clocks.incident_id = is_now.incident_id)
    ), false);
END $function$

--! function desk.is_of_this_transaction(written_by xid)
CREATE OR REPLACE FUNCTION desk.is_of_this_transaction(written_by xid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
BEGIN
    RETURN written_by = pg_current_xact_id()::xid;
END $function$

--! function desk.is_recent(moment timestamp with time zone)
CREATE OR REPLACE FUNCTION desk.is_recent(moment timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    RETURN coalesce(moment >= clock_timestamp() - interval '10 minutes', false);
END $function$

--! function desk.is_retained(about incident, before timestamp with time zone, at timestamp with time zone)
CREATE OR REPLACE FUNCTION desk.is_retained(about incident, before timestamp with time zone, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    RETURN about.state NOT IN ('closed', 'canceled')
        OR coalesce(about.closed_at, about.updated_at) >= before
        OR about.major_state IN ('proposed', 'accepted')
        OR EXISTS (SELECT 1 FROM public.review WHERE review.incident_id = about.id)
        OR EXISTS (SELECT 1 FROM public.held_incident AS held WHERE held.incident_id = about.id
                      AND (held.released_at IS NULL OR held.released_at > at - interval '7 days'));
END $function$

--! function desk.is_told_update(about uuid, of_number bigint)
CREATE OR REPLACE FUNCTION desk.is_told_update(about uuid, of_number bigint DEFAULT NULL::bigint)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
END $function$

--! function desk.keep_document_of_article()
CREATE OR REPLACE FUNCTION desk.keep_document_of_article()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    INSERT INTO desk.search_document SELECT made.* FROM desk.document_of_article(NEW) AS made
        ON CONFLICT (kind, subject_id) DO UPDATE SET words = excluded.words, is_internal = excluded.is_internal;
    RETURN NULL;
END $function$

--! function desk.keep_document_of_configuration_item()
CREATE OR REPLACE FUNCTION desk.keep_document_of_configuration_item()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ BEGIN INSERT INTO desk.search_document SELECT made.* FROM desk.document_of_configuration_item(NEW) AS made ON CONFLICT (kind, subject_id) DO UPDATE SET words = excluded.words, is_internal = excluded.is_internal; RETURN NULL; END $function$

--! function desk.keep_document_of_incident()
CREATE OR REPLACE FUNCTION desk.keep_document_of_incident()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ BEGIN INSERT INTO desk.search_document SELECT made.kind, made.subject_id, made.incident_id, made.is_internal, made.at, made.words, desk.restriction_of(made.incident_id) FROM desk.document_of_incident(NEW) AS made ON CONFLICT (kind, subject_id) DO UPDATE SET words = excluded.words, is_internal = excluded.is_internal; RETURN NULL; END $function$

--! function desk.keep_document_of_journal_entry()
CREATE OR REPLACE FUNCTION desk.keep_document_of_journal_entry()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ BEGIN INSERT INTO desk.search_document SELECT made.kind, made.subject_id, made.incident_id, made.is_internal, made.at, made.words, desk.restriction_of(made.incident_id) FROM desk.document_of_journal_entry(NEW) AS made ON CONFLICT (kind, subject_id) DO UPDATE SET words = excluded.words, is_internal = excluded.is_internal; RETURN NULL; END $function$

--! function desk.keep_document_of_person()
CREATE OR REPLACE FUNCTION desk.keep_document_of_person()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ BEGIN INSERT INTO desk.search_document SELECT made.* FROM desk.document_of_person(NEW) AS made ON CONFLICT (kind, subject_id) DO UPDATE SET words = excluded.words, is_internal = excluded.is_internal; RETURN NULL; END $function$

--! function desk.keep_document_of_problem()
CREATE OR REPLACE FUNCTION desk.keep_document_of_problem()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    INSERT INTO desk.search_document SELECT made.* FROM desk.document_of_problem(NEW) AS made
        ON CONFLICT (kind, subject_id) DO UPDATE SET words = excluded.words, is_internal = excluded.is_internal;
    RETURN NULL;
END $function$

--! function desk.keep_document_of_review()
CREATE OR REPLACE FUNCTION desk.keep_document_of_review()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$ BEGIN INSERT INTO desk.search_document SELECT made.kind, made.subject_id, made.incident_id, made.is_internal, made.at, made.words, desk.restriction_of(made.incident_id) FROM desk.document_of_review(NEW) AS made ON CONFLICT (kind, subject_id) DO UPDATE SET words = excluded.words, is_internal = excluded.is_internal; RETURN NULL; END $function$

--! function desk.least_needed(threshold text, target bigint)
CREATE OR REPLACE FUNCTION desk.least_needed(threshold text, target bigint)
 RETURNS numeric
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
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
END $function$

--! function desk.leave_group(group_id uuid, person_id uuid)
CREATE OR REPLACE FUNCTION desk.leave_group(group_id uuid, person_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND desk.role() NOT IN ('supervisor', 'admin') THEN
        PERFORM desk.refuse('a supervisor says who belongs to a group');
    END IF;
    DELETE FROM public.group_member AS member
     WHERE member.group_id = leave_group.group_id AND member.person_id = leave_group.person_id;
END $function$

--! function desk.leave_incident(window_id uuid)
CREATE OR REPLACE FUNCTION desk.leave_incident(window_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    DELETE FROM public.presence
     WHERE presence.window_id = leave_incident.window_id
       AND (presence.person_id = desk.me() OR pg_has_role(session_user, current_user, 'MEMBER'));
END $function$

--! function desk.let_time_go_on(clock timestamp with time zone)
CREATE OR REPLACE FUNCTION desk.let_time_go_on(clock timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND (desk.role() <> 'admin' OR clock > clock_timestamp()) THEN
        PERFORM desk.refuse('an administrator lets time go on from now');
    END IF;
    DELETE FROM public.heartbeat WHERE heartbeat.last_tick_at > clock;
    UPDATE public.notification SET deliver_at = clock
     WHERE notification.shown_at IS NULL AND notification.deliver_at > clock AND notification.created_at > clock;
END $function$

--! function desk.logins()
CREATE OR REPLACE FUNCTION desk.logins()
 RETURNS TABLE(login text, person_id uuid, is_jobs boolean, must_change boolean, made_at timestamp with time zone, may_connect boolean, connections bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    PERFORM desk.demand_admin();
    RETURN QUERY
    SELECT account.login, person.id, account.is_jobs, account.must_change, account.made_at,
           coalesce(role.rolcanlogin, false),
           (SELECT count(*) FROM pg_stat_activity AS activity
             WHERE activity.usename = account.login AND activity.datname = current_database())
      FROM desk.account AS account
      LEFT JOIN public.person ON person.login = account.login
      LEFT JOIN pg_roles AS role ON role.rolname = account.login
     ORDER BY account.login;
END $function$

--! function desk.me()
CREATE OR REPLACE FUNCTION desk.me()
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
    found uuid;
BEGIN
    SELECT person.id INTO found FROM public.person
     WHERE person.login = session_user::text COLLATE "default" AND person.active
       AND NOT EXISTS (SELECT 1 FROM desk.account WHERE account.login = person.login AND account.must_change);
    RETURN found;
END $function$

--! function desk.move_to_take_back(incident_id uuid, but_for uuid, me uuid, at timestamp with time zone)
CREATE OR REPLACE FUNCTION desk.move_to_take_back(incident_id uuid, but_for uuid, me uuid, at timestamp with time zone)
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
END $function$

--! function desk.next_number(name text, count integer)
CREATE OR REPLACE FUNCTION desk.next_number(name text, count integer)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
    mine text := desk.role();
    reached bigint;
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') THEN
        IF mine = '' OR count < 1 OR (count > 1 AND mine <> 'admin') OR count > 1000000
           OR next_number.name NOT IN ('incident', 'article', 'problem')
           OR (next_number.name <> 'incident' AND mine = 'requester') THEN
            PERFORM desk.refuse('numbers are handed out one at a time, to people of the desk');
        END IF;
    END IF;
    INSERT INTO public.number_counter AS counter (name, last) VALUES (next_number.name, count)
        ON CONFLICT ON CONSTRAINT pk_number_counter DO UPDATE SET last = counter.last + excluded.last
        RETURNING counter.last INTO reached;
    RETURN reached;
END $function$

--! function desk.note_step(step checklist_step, field text, old_value text, new_value text)
CREATE OR REPLACE FUNCTION desk.note_step(step checklist_step, field text, old_value text, new_value text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    INSERT INTO desk.checklist_untold AS untold (step_id, incident_id, field, old_value, new_value)
        VALUES (step.id, step.incident_id, note_step.field, note_step.old_value, note_step.new_value)
        ON CONFLICT ON CONSTRAINT checklist_untold_pkey DO UPDATE SET new_value = excluded.new_value;
END $function$

--! function desk.number_setting(key text)
CREATE OR REPLACE FUNCTION desk.number_setting(key text)
 RETURNS integer
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    RETURN coalesce(
        (SELECT (setting.value #>> '{}')::integer FROM public.setting WHERE setting.key = number_setting.key),
        (SELECT (fallback.value #>> '{}')::integer FROM desk.fallback WHERE fallback.key = number_setting.key)
    );
END $function$

--! function desk.opened(wanted uuid, reader uuid, whole boolean, OUT head json, OUT entries json, OUT changes json, OUT files json, OUT links json, OUT told json)
CREATE OR REPLACE FUNCTION desk.opened(wanted uuid, reader uuid, whole boolean, OUT head json, OUT entries json, OUT changes json, OUT files json, OUT links json, OUT told json)
 RETURNS record
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
DECLARE
    is_owner boolean := pg_has_role(session_user, current_user, 'MEMBER');
    reads_all boolean := whole AND (is_owner OR desk.reads_all());
    reads_internal boolean := is_owner OR reads_all;
    mine uuid;
    groups uuid[];
BEGIN
    IF NOT reads_all THEN
        mine := CASE WHEN is_owner THEN reader ELSE desk.own() END;
    ELSIF is_owner THEN
        groups := ARRAY(SELECT member.group_id FROM public.group_member AS member WHERE member.person_id = reader);
    ELSE
        groups := desk.groups();
    END IF;
    -- One statement for all parts: each by itself would cost half as much again.
    SELECT to_json(shown),
           (SELECT json_agg(json_build_array(
                       entry.id, entry.occurred_at, entry.recorded_at, entry.author_id, author.name, entry.by_desk,
                       entry.kind, entry.visibility, entry.body, entry.source) ORDER BY entry.occurred_at, entry.id)
              FROM public.journal_entry AS entry
              LEFT JOIN public.person AS author ON author.id = entry.author_id
               AND (reads_internal OR author.role <> 'requester' OR author.id = mine)
             WHERE entry.incident_id = wanted AND (reads_internal OR entry.visibility = 'public')),
           (SELECT json_agg(json_build_array(change.entry_id, change.field, change.old_value, change.new_value))
              FROM public.journal_change AS change
             WHERE change.incident_id = wanted
               AND (reads_internal OR EXISTS (
                    SELECT 1 FROM public.journal_entry AS entry
                     WHERE entry.id = change.entry_id AND entry.visibility = 'public'))),
           (SELECT json_agg(json_build_array(
                       file.id, file.entry_id, file.file_name, file.media_type, file.size, file.added_at,
                       gone.removed_at, setter.name))
              FROM public.attachment AS file
              LEFT JOIN public.removed_file AS gone ON gone.attachment_id = file.id
              LEFT JOIN public.person AS setter ON setter.id = gone.rule_by_id
             WHERE file.incident_id = wanted
               AND (reads_internal OR EXISTS (
                    SELECT 1 FROM public.journal_entry AS entry
                     WHERE entry.id = file.entry_id AND entry.visibility = 'public'))),
           (SELECT json_agg(json_build_array(
                       link.id, link.kind, link.source_id, far.id, far.number, far.short_description, far.state)
                       ORDER BY link.kind, far.number)
              FROM public.incident_link AS link
              JOIN public.incident AS far ON far.id IN (link.source_id, link.target_id) AND far.id <> wanted
             WHERE (link.source_id = wanted OR link.target_id = wanted) AND link.removed_at IS NULL
               AND CASE WHEN reads_all
                        THEN far.restricted_group_id IS NULL OR far.restricted_group_id = ANY (groups)
                        ELSE far.caller_id = mine END)
      INTO head, entries, changes, files, links
      FROM (
        SELECT incident.*, caller.name AS caller_name, caller.job_title AS caller_job_title, caller.vip AS caller_is_vip,
               caller_site.name AS caller_site_name, imported_record.made_sla,
               -- What the desk notes about people is for the desk.
               CASE WHEN reads_all THEN caller.email END AS caller_email,
               CASE WHEN reads_all THEN caller.phone END AS caller_phone,
               CASE WHEN reads_all THEN caller.handling_note END AS caller_handling_note,
               (SELECT person.name FROM public.person WHERE person.id = incident.opened_by_id
                   AND (reads_internal OR person.role <> 'requester' OR person.id = mine)) AS opened_by_name,
               (SELECT person.name FROM public.person WHERE person.id = incident.assignee_id
                   AND (reads_internal OR person.role <> 'requester' OR person.id = mine)) AS assignee_name,
               (SELECT person.name FROM public.person WHERE person.id = incident.resolved_by_id
                   AND (reads_internal OR person.role <> 'requester' OR person.id = mine)) AS resolved_by_name,
               (SELECT team.name FROM public.assignment_group AS team WHERE team.id = incident.group_id) AS group_name,
               (SELECT service.name FROM public.service WHERE service.id = incident.service_id) AS service_name,
               (SELECT item.name FROM public.configuration_item AS item
                 WHERE item.id = incident.configuration_item_id) AS configuration_item_name,
               (SELECT category.name FROM public.category WHERE category.id = incident.category_id) AS category_name,
               (SELECT category.name FROM public.category WHERE category.id = incident.subcategory_id) AS subcategory_name,
               (SELECT site.name FROM public.site WHERE site.id = incident.site_id) AS site_name
          FROM public.incident
          LEFT JOIN public.person AS caller ON caller.id = incident.caller_id
          LEFT JOIN public.site AS caller_site ON caller_site.id = caller.site_id
          LEFT JOIN public.imported_record ON imported_record.incident_id = incident.id
         WHERE incident.id = wanted
           AND CASE WHEN reads_all
                    THEN incident.restricted_group_id IS NULL OR incident.restricted_group_id = ANY (groups)
                    ELSE incident.caller_id = mine END
      ) AS shown;
    IF head IS NOT NULL AND NOT reads_internal THEN
        SELECT json_agg(json_build_array(
                   fact.id, fact.occurred_at, fact.kind, fact.visibility, fact.by_desk, fact.field, fact.old_value,
                   fact.new_value))
          INTO told FROM desk.facts_of(wanted) AS fact;
    END IF;
END $function$

--! function desk.own()
CREATE OR REPLACE FUNCTION desk.own()
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
    found uuid;
BEGIN
    SELECT person.id INTO found FROM public.person
     WHERE person.login = session_user::text COLLATE "default" AND person.active
       AND NOT EXISTS (SELECT 1 FROM desk.account WHERE account.login = person.login AND account.must_change) AND person.role = 'requester';
    RETURN found;
END $function$

--! function desk.own_incidents(reads_all boolean, of_person uuid)
CREATE OR REPLACE FUNCTION desk.own_incidents(reads_all boolean, of_person uuid)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
    mine uuid := CASE WHEN reads_all THEN of_person ELSE desk.own() END;
BEGIN
    RETURN ARRAY(SELECT incident.id FROM public.incident
                  WHERE incident.caller_id = mine AND (of_person IS NULL OR incident.caller_id = of_person));
END $function$

--! function desk.person_left()
CREATE OR REPLACE FUNCTION desk.person_left()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    IF NEW.role = 'admin' AND desk.active_admins(NEW.id) = 0 THEN
        PERFORM desk.refuse('somebody has to remain who can let people in: give another administrator a login first');
    END IF;
    UPDATE public.person SET login = NULL WHERE person.id = NEW.id;
    DELETE FROM desk.account WHERE account.login = NEW.login;
    PERFORM desk.end_login(NEW.login);
    RETURN NULL;
END $function$

--! function desk.priority_of(impact integer, urgency integer)
CREATE OR REPLACE FUNCTION desk.priority_of(impact integer, urgency integer)
 RETURNS integer
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
    matrix jsonb;
BEGIN
    SELECT setting.value INTO matrix FROM public.setting WHERE setting.key = 'priority_matrix';
    IF matrix IS NULL THEN
        SELECT fallback.value INTO matrix FROM desk.fallback WHERE fallback.key = 'priority_matrix';
    END IF;
    RETURN (matrix -> 'cells' -> (impact - 1) ->> (urgency - 1))::integer;
END $function$

--! function desk.reads_all()
CREATE OR REPLACE FUNCTION desk.reads_all()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
    found boolean;
BEGIN
    SELECT person.role IN ('reader', 'agent', 'supervisor', 'admin') INTO found FROM public.person
     WHERE person.login = session_user::text COLLATE "default" AND person.active
       AND NOT EXISTS (SELECT 1 FROM desk.account WHERE account.login = person.login AND account.must_change);
    IF found IS NULL THEN
        found := desk.runs_jobs();
    END IF;
    RETURN found;
END $function$

--! function desk.refuse(sentence text)
CREATE OR REPLACE FUNCTION desk.refuse(sentence text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'desk: ' || sentence;
END $function$

--! function desk.remove_files(before timestamp with time zone, at timestamp with time zone, months integer, rule_by uuid, most integer, OUT taken integer, OUT size bigint)
CREATE OR REPLACE FUNCTION desk.remove_files(before timestamp with time zone, at timestamp with time zone, months integer, rule_by uuid, most integer, OUT taken integer, OUT size bigint)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
    found record;
    contents text[] := '{}';
BEGIN
    taken := 0;
    size := 0;
    FOR found IN
        -- An incident that somebody opens again at this moment is passed over.
        SELECT file.id, file.incident_id, file.sha256, file.size
          FROM public.attachment AS file
          JOIN public.incident AS about ON about.id = file.incident_id
         WHERE file.added_at < remove_files.before
           AND NOT EXISTS (SELECT 1 FROM public.removed_file AS gone WHERE gone.attachment_id = file.id)
           AND NOT desk.is_retained(about, remove_files.before, remove_files.at)
         ORDER BY file.added_at, file.id LIMIT most
           FOR SHARE OF about SKIP LOCKED
    LOOP
        EXIT WHEN taken > 0 AND remove_files.size + found.size > 50000000;
        INSERT INTO public.removed_file (attachment_id, incident_id, removed_at, months, rule_by_id)
        VALUES (found.id, found.incident_id, remove_files.at, remove_files.months, rule_by);
        contents := contents || found.sha256::text;
        taken := taken + 1;
        size := remove_files.size + found.size;
    END LOOP;
    -- Whoever attaches the same file at this moment has locked its content; what they attached is seen afterwards.
    PERFORM 1 FROM public.attachment_content AS content WHERE content.sha256 = ANY (contents)
      ORDER BY content.sha256 FOR UPDATE;
    UPDATE public.attachment_content AS content SET data = ''
     WHERE content.sha256 = ANY (contents) AND NOT EXISTS (
        SELECT 1 FROM public.attachment AS other WHERE other.sha256 = content.sha256
           AND NOT EXISTS (SELECT 1 FROM public.removed_file AS gone WHERE gone.attachment_id = other.id));
END $function$

--! function desk.remove_jobs_login(login text)
CREATE OR REPLACE FUNCTION desk.remove_jobs_login(login text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    PERFORM desk.demand_admin();
    DELETE FROM desk.account WHERE account.login = remove_jobs_login.login AND account.is_jobs;
    IF FOUND THEN
        PERFORM desk.end_login(remove_jobs_login.login);
    END IF;
END $function$

--! function desk.remove_login(person_id uuid)
CREATE OR REPLACE FUNCTION desk.remove_login(person_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
    gone text;
BEGIN
    PERFORM desk.demand_admin();
    SELECT person.login INTO gone FROM public.person WHERE person.id = remove_login.person_id FOR UPDATE;
    IF gone IS NULL THEN
        RETURN;
    ELSIF EXISTS (SELECT 1 FROM public.person WHERE person.id = remove_login.person_id AND person.role = 'admin')
          AND desk.active_admins(remove_login.person_id) = 0 THEN
        PERFORM desk.refuse('somebody has to remain who can let people in: give another administrator a login first');
    END IF;
    UPDATE public.person SET login = NULL WHERE person.id = remove_login.person_id;
    DELETE FROM desk.account WHERE account.login = gone;
    PERFORM desk.end_login(gone);
END $function$

--! function desk.remove_review_part(part text, id uuid)
CREATE OR REPLACE FUNCTION desk.remove_review_part(part text, id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
    about record;
BEGIN
    IF part NOT IN ('review_impact', 'review_event', 'review_decision', 'review_cause', 'review_lesson', 'review_action',
                    'review_sign_off') THEN
        PERFORM desk.refuse('this is no list of a review');
    END IF;
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') THEN
        EXECUTE format('SELECT review.state, review.incident_id FROM public.review JOIN public.%I AS part'
                       ' ON part.review_id = review.id WHERE part.id = $1', part) INTO about USING id;
        IF about.state IS DISTINCT FROM 'draft' OR NOT desk.works() OR NOT desk.sees(about.incident_id) THEN
            PERFORM desk.refuse('rows are taken out of drafts that one sees');
        END IF;
    END IF;
    EXECUTE format('DELETE FROM public.%I AS part WHERE part.id = $1', part) USING id;
END $function$

--! function desk.renew_search(kind text, after uuid, most integer, OUT last uuid, OUT seen integer)
CREATE OR REPLACE FUNCTION desk.renew_search(kind text, after uuid, most integer, OUT last uuid, OUT seen integer)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
    source text := CASE renew_search.kind
        WHEN 'entry' THEN 'journal_entry' WHEN 'item' THEN 'configuration_item' ELSE renew_search.kind END;
    told text := CASE renew_search.kind
        WHEN 'entry' THEN 'told.body IS NOT NULL AND told.kind <> ''logged''' ELSE 'true' END;
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND desk.role() <> 'admin' THEN
        PERFORM desk.refuse('the index of the search is made anew by administrators');
    END IF;
    IF source !~ '^[a-z_]+$' OR to_regproc('desk.document_of_' || source) IS NULL THEN
        PERFORM desk.refuse('there is no index of this kind');
    END IF;
    EXECUTE format(
        'SELECT max(page.id::text COLLATE "C")::uuid, count(*) FROM (SELECT told.id FROM public.%1$I AS told'
        ' WHERE (%2$s) AND ($1 IS NULL OR told.id > $1) ORDER BY told.id LIMIT $2) AS page', source, told
    ) INTO last, seen USING after, most;
    EXECUTE format(
        'INSERT INTO desk.search_document'
        ' SELECT made.kind, made.subject_id, made.incident_id, made.is_internal, made.at, made.words,'
        ' desk.restriction_of(made.incident_id) FROM public.%1$I AS told'
        ' CROSS JOIN LATERAL desk.document_of_%1$s(told) AS made'
        ' LEFT JOIN desk.search_document AS kept ON kept.kind = made.kind AND kept.subject_id = made.subject_id'
        ' LEFT JOIN public.incident ON incident.id = made.incident_id'
        ' WHERE (%2$s) AND ($1 IS NULL OR told.id > $1) AND told.id <= $2'
        ' AND (kept.words, kept.is_internal, kept.incident_id, kept.at, kept.restricted_group_id)'
        ' IS DISTINCT FROM (made.words, made.is_internal, made.incident_id, made.at, incident.restricted_group_id)'
        ' ON CONFLICT ON CONSTRAINT search_document_pkey DO UPDATE SET words = excluded.words,'
        ' is_internal = excluded.is_internal, incident_id = excluded.incident_id, at = excluded.at,'
        ' restricted_group_id = excluded.restricted_group_id', source, told
    ) USING after, last;
    EXECUTE format(
        'DELETE FROM desk.search_document AS kept WHERE kept.kind = $3 AND ($1 IS NULL OR kept.subject_id > $1)'
        ' AND ($2 IS NULL OR kept.subject_id <= $2)'
        ' AND NOT EXISTS (SELECT 1 FROM public.%1$I AS told WHERE told.id = kept.subject_id AND (%2$s))', source, told
    ) USING after, CASE WHEN seen = most THEN last END, renew_search.kind;
END $function$

--! function desk.reset_password(person_id uuid, verifier text)
CREATE OR REPLACE FUNCTION desk.reset_password(person_id uuid, verifier text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
    known text;
BEGIN
    PERFORM desk.demand_admin();
    SELECT person.login INTO known FROM public.person WHERE person.id = reset_password.person_id;
    IF known IS NULL THEN
        PERFORM desk.refuse('this person has no login');
    END IF;
    PERFORM desk.set_password(known, verifier);
    UPDATE desk.account SET must_change = true WHERE account.login = known;
    RETURN known;
END $function$

--! function desk.restriction_of(incident_id uuid)
CREATE OR REPLACE FUNCTION desk.restriction_of(incident_id uuid)
 RETURNS uuid
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
    found uuid;
BEGIN
    IF restriction_of.incident_id IS NOT NULL THEN
        SELECT incident.restricted_group_id INTO found
          FROM public.incident WHERE incident.id = restriction_of.incident_id FOR SHARE;
    END IF;
    RETURN found;
END $function$

--! function desk.retain(kind text, at timestamp with time zone, most integer)
CREATE OR REPLACE FUNCTION desk.retain(kind text, at timestamp with time zone, most integer)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
    rule jsonb;
    rule_by uuid;
    months integer;
    before timestamptz;
    taken integer := 0;
    size bigint := 0;
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND NOT (desk.works() AND desk.is_now(retain.at)) THEN
        PERFORM desk.refuse('what is past its time is taken by whoever works at the desk, at the time of the database');
    END IF;
    SELECT setting.value, setting.updated_by_id INTO rule, rule_by FROM public.setting
     WHERE setting.key = 'retention_' || retain.kind;
    IF coalesce(rule ->> 'months', rule ->> 'before') IS NULL THEN
        RETURN 0;
    ELSIF NOT pg_try_advisory_xact_lock(7201262, hashtext(retain.kind)) THEN
        RETURN NULL;
    END IF;
    months := desk.retention_months(rule, retain.at);
    IF (rule ->> 'begins_at')::timestamptz > retain.at THEN
        rule_by := NULL;  -- What holds until then was set by somebody before.
    END IF;
    -- A clock that was set to another year has not looked here some days ago.
    IF months IS NOT NULL AND EXISTS (
        SELECT 1 FROM public.retention_run AS run WHERE run.kind = retain.kind
           AND run.at BETWEEN retain.at - interval '40 days' AND retain.at - interval '5 days'
    ) THEN
        before := (retain.at AT TIME ZONE 'UTC' - make_interval(months => months)) AT TIME ZONE 'UTC';
        IF retain.kind = 'files' THEN
            SELECT removed.taken, removed.size INTO taken, size
              FROM desk.remove_files(before, retain.at, months, rule_by, least(most, 500)) AS removed;
        ELSE
            DELETE FROM public.notification AS told WHERE told.id IN (
                SELECT old.id FROM public.notification AS old
                  LEFT JOIN public.incident AS about ON about.id = old.incident_id
                 WHERE old.created_at < before
                   AND (old.incident_id IS NULL OR NOT desk.is_retained(about, before, retain.at))
                 ORDER BY old.created_at, old.id LIMIT least(most, 500));
            GET DIAGNOSTICS taken = ROW_COUNT;
        END IF;
    END IF;
    IF taken > 0 OR NOT EXISTS (SELECT 1 FROM public.retention_run AS run WHERE run.kind = retain.kind
                                   AND run.at > retain.at - interval '20 hours') THEN
        INSERT INTO public.retention_run (id, kind, at, taken, size, months, rule_by_id)
        VALUES (gen_random_uuid(), retain.kind, retain.at, taken, size, months, rule_by);
    END IF;
    RETURN taken;
END $function$

--! function desk.retention_count(kind text, before timestamp with time zone, at timestamp with time zone, OUT taken bigint, OUT size bigint, OUT oldest timestamp with time zone)
CREATE OR REPLACE FUNCTION desk.retention_count(kind text, before timestamp with time zone, at timestamp with time zone, OUT taken bigint, OUT size bigint, OUT oldest timestamp with time zone)
 RETURNS record
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND NOT desk.reads_all() THEN
        PERFORM desk.refuse('how much is kept is told to whoever works at the desk');
    ELSIF kind = 'files' THEN
        SELECT count(*), coalesce(sum(file.size), 0), min(file.added_at) INTO taken, size, oldest
          FROM public.attachment AS file
          JOIN public.incident AS about ON about.id = file.incident_id
         WHERE NOT EXISTS (SELECT 1 FROM public.removed_file AS gone WHERE gone.attachment_id = file.id)
           AND (retention_count.before IS NULL
                OR (file.added_at < retention_count.before
                    AND NOT desk.is_retained(about, retention_count.before, retention_count.at)));
    ELSE
        SELECT count(*), 0, min(told.created_at) INTO taken, size, oldest
          FROM public.notification AS told
          LEFT JOIN public.incident AS about ON about.id = told.incident_id
         WHERE retention_count.before IS NULL
            OR (told.created_at < retention_count.before
                AND (told.incident_id IS NULL
                     OR NOT desk.is_retained(about, retention_count.before, retention_count.at)));
    END IF;
END $function$

--! function desk.retention_months(rule jsonb, at timestamp with time zone)
CREATE OR REPLACE FUNCTION desk.retention_months(rule jsonb, at timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    RETURN CASE WHEN (rule ->> 'begins_at')::timestamptz > at THEN (rule ->> 'before')::integer
                ELSE (rule ->> 'months')::integer END;
END $function$

--! function desk.role()
CREATE OR REPLACE FUNCTION desk.role()
 RETURNS text
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
    found text;
BEGIN
    SELECT person.role INTO found FROM public.person
     WHERE person.login = session_user::text COLLATE "default" AND person.active
       AND NOT EXISTS (SELECT 1 FROM desk.account WHERE account.login = person.login AND account.must_change);
    IF found IS NULL THEN
        found := CASE WHEN desk.runs_jobs() THEN 'jobs' ELSE '' END;
    END IF;
    RETURN found;
END $function$

--! function desk.role_name(kind text)
CREATE OR REPLACE FUNCTION desk.role_name(kind text)
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    RETURN (SELECT setup.role_prefix || '_' || kind FROM desk.setup);
END $function$

--! function desk.runs_jobs()
CREATE OR REPLACE FUNCTION desk.runs_jobs()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    RETURN EXISTS (
        SELECT 1 FROM desk.account
         WHERE account.login = session_user::text COLLATE "default" AND account.is_jobs AND NOT account.must_change
    ) AND NOT EXISTS (SELECT 1 FROM public.person
     WHERE person.login = session_user::text COLLATE "default" AND person.active
       AND NOT EXISTS (SELECT 1 FROM desk.account WHERE account.login = person.login AND account.must_change));
END $function$

--! function desk.says(field text, told text, value text)
CREATE OR REPLACE FUNCTION desk.says(field text, told text, value text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
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
END $function$

--! function desk.search(kind text, wanted tsquery, typed tsquery, unwanted tsquery, of_person uuid, most integer)
CREATE OR REPLACE FUNCTION desk.search(kind text, wanted tsquery, typed tsquery, unwanted tsquery, of_person uuid, most integer)
 RETURNS TABLE(subject_id uuid, incident_id uuid, rank real)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 100
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
 SET work_mem TO '32MB'
AS $function$
DECLARE
    is_owner boolean := pg_has_role(session_user, current_user, 'MEMBER');
    reads_all boolean := is_owner OR desk.reads_all();
    reads_internal boolean := reads_all AND of_person IS NULL;
    is_of_incident boolean := search.kind IN ('incident', 'entry', 'review');
    groups uuid[] := CASE WHEN is_of_incident AND reads_all AND NOT is_owner THEN desk.groups() END;
    left_out uuid[] := '{}';
    own uuid[];
BEGIN
    IF unwanted IS NOT NULL AND search.kind IN ('incident', 'entry') THEN
        left_out := desk.incidents_having(unwanted, reads_internal);
    END IF;
    IF is_of_incident AND (NOT reads_all OR of_person IS NOT NULL) THEN
        own := desk.own_incidents(reads_all, of_person);
        RETURN QUERY
        SELECT document.subject_id, document.incident_id,
               CASE WHEN document.words @@ typed THEN ts_rank(document.words, typed)
                    ELSE ts_rank(document.words, wanted) END
          FROM desk.search_document AS document
         WHERE document.incident_id = ANY (own) AND (document.kind || '') = search.kind AND document.words @@ wanted
           AND (reads_internal OR NOT document.is_internal)
           AND (groups IS NULL OR document.restricted_group_id IS NULL OR document.restricted_group_id = ANY (groups))
           AND (left_out = '{}' OR document.incident_id NOT IN (SELECT unnest(left_out)))
         ORDER BY 3 DESC LIMIT most;
    ELSIF search.kind = 'entry' THEN
        RETURN QUERY
        SELECT newest.subject_id, newest.incident_id,
               CASE WHEN newest.words @@ typed THEN ts_rank(newest.words, typed) ELSE ts_rank(newest.words, wanted) END
          FROM (SELECT document.subject_id, document.incident_id, document.words
                  FROM desk.search_document AS document
                 WHERE document.kind = 'entry' AND document.words @@ wanted
                   AND (groups IS NULL OR document.restricted_group_id IS NULL
                        OR document.restricted_group_id = ANY (groups))
                   AND (left_out = '{}' OR document.incident_id NOT IN (SELECT unnest(left_out)))
                   AND (reads_internal OR NOT document.is_internal)
                 ORDER BY document.at DESC LIMIT 5000) AS newest
         ORDER BY 3 DESC LIMIT most;
    ELSIF search.kind <> 'incident' THEN
        RETURN QUERY
        SELECT newest.subject_id, newest.incident_id,
               CASE WHEN newest.words @@ typed THEN ts_rank(newest.words, typed) ELSE ts_rank(newest.words, wanted) END
          FROM (SELECT document.subject_id, document.incident_id, document.words
                  FROM desk.search_document AS document
                 WHERE document.kind NOT IN ('entry', 'incident') AND (document.kind || '') = search.kind
                   AND document.words @@ wanted
                   AND (reads_internal OR NOT document.is_internal)
                   AND (groups IS NULL OR document.restricted_group_id IS NULL
                        OR document.restricted_group_id = ANY (groups))
                   AND (unwanted IS NULL OR NOT document.words @@ unwanted)
                 ORDER BY document.at DESC LIMIT 5000) AS newest
         ORDER BY 3 DESC LIMIT most;
    ELSE
        RETURN QUERY
        SELECT newest.subject_id, newest.incident_id,
               CASE WHEN newest.words @@ typed THEN ts_rank(newest.words, typed) ELSE ts_rank(newest.words, wanted) END
          FROM (SELECT document.subject_id, document.incident_id, document.words
                  FROM desk.search_document AS document
                 WHERE document.kind <> 'entry' AND (document.kind || '') = search.kind AND document.words @@ wanted
                   AND (reads_internal OR NOT document.is_internal)
                   AND (groups IS NULL OR document.restricted_group_id IS NULL
                        OR document.restricted_group_id = ANY (groups))
                   AND (left_out = '{}' OR document.incident_id NOT IN (SELECT unnest(left_out)))
                 ORDER BY document.at DESC LIMIT 5000) AS newest
         ORDER BY 3 DESC LIMIT most;
    END IF;
END $function$

--! function desk.search_due()
CREATE OR REPLACE FUNCTION desk.search_due()
 RETURNS SETOF desk.search_document
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    SELECT made.* FROM public.incident, desk.document_of_incident(incident) AS made
    UNION ALL
    SELECT made.* FROM public.journal_entry, desk.document_of_journal_entry(journal_entry) AS made
     WHERE journal_entry.body IS NOT NULL AND journal_entry.kind <> 'logged'
    UNION ALL
    SELECT made.* FROM public.person, desk.document_of_person(person) AS made
    UNION ALL
    SELECT made.* FROM public.configuration_item, desk.document_of_configuration_item(configuration_item) AS made
    UNION ALL
    SELECT made.* FROM public.review, desk.document_of_review(review) AS made
    UNION ALL
    SELECT made.* FROM public.article, desk.document_of_article(article) AS made
    UNION ALL
    SELECT made.* FROM public.problem, desk.document_of_problem(problem) AS made
$function$

--! function desk.sees(incident_id uuid)
CREATE OR REPLACE FUNCTION desk.sees(incident_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
    found boolean;
BEGIN
    SELECT (incident.restricted_group_id IS NULL AND desk.reads_all())
           OR (incident.restricted_group_id IS NOT NULL AND incident.restricted_group_id = ANY (desk.groups()))
           OR incident.caller_id = desk.own()
      INTO found FROM public.incident WHERE incident.id = sees.incident_id;
    RETURN coalesce(found, false);
END $function$

--! function desk.sees_shared(subject text, wanted text)
CREATE OR REPLACE FUNCTION desk.sees_shared(subject text, wanted text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
    seen boolean;
BEGIN
    EXECUTE format(
        'SELECT EXISTS (SELECT 1 FROM public.%I AS thing WHERE replace(thing.id::text, ''-'', '''') = $1 AND'
        ' (thing.owner_id = desk.me() OR thing.share = ''all'''
        ' OR (thing.share = ''team'' AND thing.group_id = ANY (desk.groups()))))', subject
    ) INTO seen USING replace(wanted, '-', '');
    RETURN seen;
END $function$

--! function desk.standing(OUT login text, OUT person_id uuid, OUT role text, OUT must_change boolean, OUT is_owner boolean, OUT role_prefix text)
CREATE OR REPLACE FUNCTION desk.standing(OUT login text, OUT person_id uuid, OUT role text, OUT must_change boolean, OUT is_owner boolean, OUT role_prefix text)
 RETURNS record
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    SELECT found.id, found.role INTO standing.person_id, standing.role FROM desk.who() AS found;
    standing.login := session_user::text;
    standing.must_change := EXISTS (
        SELECT 1 FROM desk.account WHERE account.login = session_user::text AND account.must_change
    );
    standing.is_owner := pg_has_role(session_user, current_user, 'MEMBER');
    standing.role_prefix := (SELECT setup.role_prefix FROM desk.setup);
END $function$

--! function desk.step_to_take_back(incident_id uuid, but_for uuid, me uuid, at timestamp with time zone)
CREATE OR REPLACE FUNCTION desk.step_to_take_back(incident_id uuid, but_for uuid, me uuid, at timestamp with time zone)
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
        IF NOT desk.works() OR NOT EXISTS (
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
END $function$

--! function desk.still_counts(incident_id uuid, entry_id uuid, but_for uuid)
CREATE OR REPLACE FUNCTION desk.still_counts(incident_id uuid, entry_id uuid, but_for uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
    SELECT NOT EXISTS (
        SELECT 1 FROM public.journal_change AS other
         WHERE other.incident_id = still_counts.incident_id AND other.field = 'taken_back'
           AND other.entry_id IS DISTINCT FROM still_counts.but_for
           AND (other.entry_id = still_counts.entry_id OR other.new_value = replace(still_counts.entry_id::text, '-', ''))
    )
$function$

--! function desk.take_unfollowed(about uuid)
CREATE OR REPLACE FUNCTION desk.take_unfollowed(about uuid)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND NOT (desk.works() AND desk.sees(about)) THEN
        RETURN;
    END IF;
    RETURN QUERY DELETE FROM desk.unfollowed WHERE unfollowed.incident_id = about RETURNING unfollowed.entry_id;
END $function$

--! function desk.takes_proposal_back(before incident, after incident, me uuid)
CREATE OR REPLACE FUNCTION desk.takes_proposal_back(before incident, after incident, me uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
END $function$

--! function desk.tell_checklist(incident_id uuid, field text, old_value text, new_value text)
CREATE OR REPLACE FUNCTION desk.tell_checklist(incident_id uuid, field text, old_value text, new_value text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    IF field = 'checklist_template' THEN
        DELETE FROM desk.checklist_untold AS untold
         USING public.checklist_step AS step JOIN public.checklist_template AS template ON template.id = step.template_id
         WHERE untold.incident_id = tell_checklist.incident_id AND desk.is_of_this_transaction(untold.xmin)
           AND untold.field = 'checklist_added' AND step.id = untold.step_id
           AND template.name = tell_checklist.new_value AND tell_checklist.old_value IS NULL;
    ELSE
        DELETE FROM desk.checklist_untold AS untold WHERE untold.ctid = (
            SELECT one.ctid FROM desk.checklist_untold AS one
             WHERE one.incident_id = tell_checklist.incident_id AND desk.is_of_this_transaction(one.xmin)
               AND one.field = tell_checklist.field AND one.old_value IS NOT DISTINCT FROM tell_checklist.old_value
               AND one.new_value IS NOT DISTINCT FROM tell_checklist.new_value
             LIMIT 1
        );
    END IF;
    RETURN FOUND;
END $function$

--! function desk.tell_clocks_who_sees()
CREATE OR REPLACE FUNCTION desk.tell_clocks_who_sees()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    IF current_setting('transaction_isolation') NOT IN ('read committed', 'read uncommitted') THEN
        PERFORM desk.refuse('who sees an incident is changed in a transaction that sees what others commit');
    END IF;
    UPDATE public.incident_clocks AS clocks
       SET restricted_group_id = NEW.restricted_group_id, caller_id = NEW.caller_id
     WHERE clocks.incident_id = NEW.id;
    -- What can be found of it too; its caller is looked up by the search itself.
    UPDATE desk.search_document AS document SET restricted_group_id = NEW.restricted_group_id
     WHERE document.incident_id = NEW.id AND document.restricted_group_id IS DISTINCT FROM NEW.restricted_group_id;
    RETURN NULL;
END $function$

--! function desk.tell_risk_who_sees()
CREATE OR REPLACE FUNCTION desk.tell_risk_who_sees()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    UPDATE public.incident_risk AS risk SET restricted_group_id = NEW.restricted_group_id
     WHERE risk.incident_id = NEW.id;
    RETURN NULL;
END $function$

--! function desk.told(wanted uuid)
CREATE OR REPLACE FUNCTION desk.told(wanted uuid)
 RETURNS TABLE(incident_id uuid, id uuid, occurred_at timestamp with time zone, kind character varying, visibility character varying, by_desk boolean, author_id uuid, field character varying, old_value text, new_value text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    IF desk.sees(wanted) THEN
        RETURN QUERY SELECT * FROM desk.facts_of(wanted);
    END IF;
END $function$

--! function desk.untold_chains()
CREATE OR REPLACE FUNCTION desk.untold_chains()
 RETURNS TABLE(subject text, subject_id text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 100
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
    me uuid := desk.me();
    groups uuid[] := desk.groups();
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN;
    END IF;
    RETURN QUERY
    WITH hidden AS MATERIALIZED (
        SELECT incident.id FROM public.incident
         WHERE incident.restricted_group_id IS NOT NULL AND incident.restricted_group_id <> ALL (groups)
    ), kept (subject, id, owner_id, share, group_id) AS (
        SELECT 'macro', macro.id, macro.owner_id, macro.share, macro.group_id FROM public.macro
        UNION ALL SELECT 'checklist_template', list.id, list.owner_id, list.share, list.group_id
          FROM public.checklist_template AS list
        UNION ALL SELECT 'incident_template', form.id, form.owner_id, form.share, form.group_id
          FROM public.incident_template AS form
    ), found (subject, id) AS (
        SELECT 'incident', hidden.id FROM hidden
        UNION ALL SELECT 'escalation', escalation.id FROM public.escalation JOIN hidden ON hidden.id = incident_id
        UNION ALL SELECT 'review', review.id FROM public.review JOIN hidden ON hidden.id = incident_id
        UNION ALL SELECT kept.subject, kept.id FROM kept
         WHERE NOT (kept.owner_id = me OR kept.share = 'all'
                    OR (kept.share = 'team' AND kept.group_id = ANY (groups)))
    )
    SELECT found.subject, replace(found.id::text, '-', '') FROM found;
END $function$

--! function desk.untold_parts()
CREATE OR REPLACE FUNCTION desk.untold_parts()
 RETURNS TABLE(part text, subject_id text, part_id text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 100
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
    groups uuid[] := desk.groups();
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN;
    END IF;
    RETURN QUERY
    WITH hidden AS MATERIALIZED (
        SELECT incident.id FROM public.incident
         WHERE incident.restricted_group_id IS NOT NULL AND incident.restricted_group_id <> ALL (groups)
    ), found (part, subject_id, part_id) AS (
        SELECT 'incident_link', link.source_id, link.id::text
          FROM public.incident_link AS link JOIN hidden ON hidden.id = link.target_id
        UNION ALL SELECT 'article_use', used.article_id, used.id::text
          FROM public.article_use AS used JOIN hidden ON hidden.id = used.incident_id
        UNION ALL SELECT 'handover_line', line.handover_id, line.position::text
          FROM public.handover_line AS line JOIN hidden ON hidden.id = line.incident_id
        UNION ALL SELECT 'handover_note', note.handover_id, note.position::text
          FROM public.handover_note AS note JOIN hidden ON hidden.id = note.incident_id
    )
    SELECT found.part, replace(found.subject_id::text, '-', ''), replace(found.part_id, '-', '') FROM found;
END $function$

--! function desk.who(OUT id uuid, OUT role text)
CREATE OR REPLACE FUNCTION desk.who(OUT id uuid, OUT role text)
 RETURNS record
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
    SELECT person.id, person.role INTO who.id, who.role FROM public.person
     WHERE person.login = session_user::text COLLATE "default" AND person.active
       AND NOT EXISTS (SELECT 1 FROM desk.account WHERE account.login = person.login AND account.must_change);
    IF who.role IS NULL THEN
        who.role := CASE WHEN desk.runs_jobs() THEN 'jobs' ELSE '' END;
    END IF;
END $function$

--! function desk.words_of(title text, other text)
CREATE OR REPLACE FUNCTION desk.words_of(title text, other text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
    SELECT setweight(to_tsvector('pg_catalog.simple', desk.folded(coalesce(title, ''))), 'A')
        || setweight(to_tsvector('pg_catalog.simple', desk.folded(coalesce(other, ''))), 'D')
$function$

--! function desk.works()
CREATE OR REPLACE FUNCTION desk.works()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
    found boolean;
BEGIN
    SELECT person.role IN ('agent', 'supervisor', 'admin') INTO found FROM public.person
     WHERE person.login = session_user::text COLLATE "default" AND person.active
       AND NOT EXISTS (SELECT 1 FROM desk.account WHERE account.login = person.login AND account.must_change);
    IF found IS NULL THEN
        found := desk.runs_jobs();
    END IF;
    RETURN found;
END $function$

--! function public.prune_change_feed()
CREATE OR REPLACE FUNCTION public.prune_change_feed()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ BEGIN DELETE FROM change_feed WHERE id IN (SELECT id FROM change_feed WHERE xid <= (SELECT max(xid) FROM (SELECT xid FROM change_feed ORDER BY xid LIMIT 2000) oldest) AND at < clock_timestamp() - interval '4 hours' FOR UPDATE SKIP LOCKED); END $function$

--! function public.refuse_article_edit()
CREATE OR REPLACE FUNCTION public.refuse_article_edit()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    RAISE EXCEPTION 'what was written of an article stays';
END $function$

--! function public.refuse_edit_of_evidence()
CREATE OR REPLACE FUNCTION public.refuse_edit_of_evidence()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RAISE EXCEPTION 'a published version or a firing is never edited or deleted'; END $function$

--! function public.refuse_handover_edit()
CREATE OR REPLACE FUNCTION public.refuse_handover_edit()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    RAISE EXCEPTION 'what was handed over stays as it was said';
END $function$

--! function public.refuse_journal_edit()
CREATE OR REPLACE FUNCTION public.refuse_journal_edit()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RAISE EXCEPTION 'the journal is never edited or deleted'; END $function$

--! function public.refuse_problem_entry_edit()
CREATE OR REPLACE FUNCTION public.refuse_problem_entry_edit()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    RAISE EXCEPTION 'what was told of a problem stays';
END $function$

--! function public.refuse_published_part_edit()
CREATE OR REPLACE FUNCTION public.refuse_published_part_edit()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN IF TG_OP <> 'INSERT' THEN  IF EXISTS (SELECT 1 FROM review WHERE id = OLD.review_id AND state = 'published') THEN   RAISE EXCEPTION 'a published review never changes'; END IF; END IF; IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; IF EXISTS (SELECT 1 FROM review WHERE id = NEW.review_id AND state = 'published') THEN  RAISE EXCEPTION 'a published review never changes'; END IF; RETURN NEW; END $function$

--! function public.refuse_published_review_edit()
CREATE OR REPLACE FUNCTION public.refuse_published_review_edit()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RAISE EXCEPTION 'a published review never changes'; END $function$

--! function public.refuse_retention_edit()
CREATE OR REPLACE FUNCTION public.refuse_retention_edit()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    RAISE EXCEPTION 'what a rule has removed, and that it did, stays recorded';
END $function$

--! function public.ring_change_feed()
CREATE OR REPLACE FUNCTION public.ring_change_feed()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ BEGIN IF current_setting('mainstay.quiet', true) IS DISTINCT FROM 'on' THEN PERFORM pg_notify('mainstay_change', ''); END IF; IF pg_current_xact_id()::text::bigint % 256 = 0 THEN PERFORM prune_change_feed(); END IF; END $function$

--! function public.tell_of_article()
CREATE OR REPLACE FUNCTION public.tell_of_article()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
    INSERT INTO change_feed (kind, subject_id, incident_id, xid, at)
    SELECT DISTINCT 'article', id, NULL::uuid, pg_current_xact_id()::text::bigint, clock_timestamp() FROM fresh
        ON CONFLICT DO NOTHING;
    IF FOUND THEN
        PERFORM ring_change_feed();
    END IF;
    RETURN NULL;
END $function$

--! function public.tell_of_article_use()
CREATE OR REPLACE FUNCTION public.tell_of_article_use()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
    INSERT INTO change_feed (kind, subject_id, incident_id, xid, at)
    SELECT DISTINCT 'article', article_id, NULL::uuid, pg_current_xact_id()::text::bigint, clock_timestamp() FROM fresh
        ON CONFLICT DO NOTHING;
    IF FOUND THEN
        PERFORM ring_change_feed();
    END IF;
    RETURN NULL;
END $function$

--! function public.tell_of_checklist_step()
CREATE OR REPLACE FUNCTION public.tell_of_checklist_step()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
    INSERT INTO change_feed (kind, subject_id, incident_id, xid, at)
        SELECT DISTINCT 'incident', incident_id, incident_id, pg_current_xact_id()::text::bigint, clock_timestamp()
          FROM fresh ON CONFLICT DO NOTHING;
    IF FOUND THEN
        PERFORM ring_change_feed();
    END IF;
    RETURN NULL;
END $function$

--! function public.tell_of_escalation()
CREATE OR REPLACE FUNCTION public.tell_of_escalation()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ BEGIN INSERT INTO change_feed (kind, subject_id, incident_id, xid, at) SELECT DISTINCT 'escalation', id, incident_id, pg_current_xact_id()::text::bigint, clock_timestamp() FROM fresh WHERE true ON CONFLICT DO NOTHING; IF FOUND THEN PERFORM ring_change_feed(); END IF; RETURN NULL; END $function$

--! function public.tell_of_handover()
CREATE OR REPLACE FUNCTION public.tell_of_handover()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
    INSERT INTO change_feed (kind, subject_id, incident_id, xid, at)
    SELECT DISTINCT 'handover', id, NULL::uuid, pg_current_xact_id()::text::bigint, clock_timestamp() FROM fresh
        ON CONFLICT DO NOTHING;
    IF FOUND THEN
        PERFORM ring_change_feed();
    END IF;
    RETURN NULL;
END $function$

--! function public.tell_of_incident()
CREATE OR REPLACE FUNCTION public.tell_of_incident()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ BEGIN INSERT INTO change_feed (kind, subject_id, incident_id, xid, at) SELECT DISTINCT 'incident', id, id, pg_current_xact_id()::text::bigint, clock_timestamp() FROM fresh WHERE true ON CONFLICT DO NOTHING; IF FOUND THEN PERFORM ring_change_feed(); END IF; RETURN NULL; END $function$

--! function public.tell_of_incident_clocks()
CREATE OR REPLACE FUNCTION public.tell_of_incident_clocks()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ BEGIN INSERT INTO change_feed (kind, subject_id, incident_id, xid, at) SELECT 'incident', NEW.incident_id, NEW.incident_id, pg_current_xact_id()::text::bigint, clock_timestamp() ON CONFLICT DO NOTHING; IF FOUND THEN PERFORM ring_change_feed(); END IF; RETURN NULL; END $function$

--! function public.tell_of_journal_entry()
CREATE OR REPLACE FUNCTION public.tell_of_journal_entry()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ BEGIN INSERT INTO change_feed (kind, subject_id, incident_id, xid, at) SELECT DISTINCT 'incident', incident_id, incident_id, pg_current_xact_id()::text::bigint, clock_timestamp() FROM fresh WHERE source IS NULL ON CONFLICT DO NOTHING; IF FOUND THEN PERFORM ring_change_feed(); END IF; RETURN NULL; END $function$

--! function public.tell_of_notification()
CREATE OR REPLACE FUNCTION public.tell_of_notification()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ BEGIN INSERT INTO change_feed (kind, subject_id, incident_id, xid, at) SELECT DISTINCT 'notification', person_id, NULL::uuid, pg_current_xact_id()::text::bigint, clock_timestamp() FROM fresh WHERE true ON CONFLICT DO NOTHING; IF FOUND THEN PERFORM ring_change_feed(); END IF; RETURN NULL; END $function$

--! function public.tell_of_problem()
CREATE OR REPLACE FUNCTION public.tell_of_problem()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
    INSERT INTO change_feed (kind, subject_id, incident_id, xid, at)
    SELECT DISTINCT 'problem', id, NULL::uuid, pg_current_xact_id()::text::bigint, clock_timestamp() FROM fresh
        ON CONFLICT DO NOTHING;
    IF FOUND THEN
        PERFORM ring_change_feed();
    END IF;
    RETURN NULL;
END $function$

--! function public.tell_of_problem_entry()
CREATE OR REPLACE FUNCTION public.tell_of_problem_entry()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
    INSERT INTO change_feed (kind, subject_id, incident_id, xid, at)
    SELECT DISTINCT 'problem', problem_id, NULL::uuid, pg_current_xact_id()::text::bigint, clock_timestamp() FROM fresh
        ON CONFLICT DO NOTHING;
    IF FOUND THEN
        PERFORM ring_change_feed();
    END IF;
    RETURN NULL;
END $function$

--! function public.tell_of_reference()
CREATE OR REPLACE FUNCTION public.tell_of_reference()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ BEGIN INSERT INTO change_feed (kind, subject_id, incident_id, xid, at) SELECT TG_TABLE_NAME, '00000000000000000000000000000000'::uuid, NULL::uuid, pg_current_xact_id()::text::bigint, clock_timestamp() ON CONFLICT DO NOTHING; IF FOUND THEN PERFORM ring_change_feed(); END IF; RETURN NULL; END $function$

--! function public.tell_of_removed_file()
CREATE OR REPLACE FUNCTION public.tell_of_removed_file()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
    INSERT INTO change_feed (kind, subject_id, incident_id, xid, at)
    SELECT DISTINCT 'incident', incident_id, incident_id, pg_current_xact_id()::text::bigint, clock_timestamp() FROM fresh
        ON CONFLICT DO NOTHING;
    IF FOUND THEN
        PERFORM ring_change_feed();
    END IF;
    RETURN NULL;
END $function$

--! function public.tell_of_review()
CREATE OR REPLACE FUNCTION public.tell_of_review()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ BEGIN INSERT INTO change_feed (kind, subject_id, incident_id, xid, at) SELECT DISTINCT 'review', id, incident_id, pg_current_xact_id()::text::bigint, clock_timestamp() FROM fresh WHERE true ON CONFLICT DO NOTHING; IF FOUND THEN PERFORM ring_change_feed(); END IF; RETURN NULL; END $function$

--! function public.tell_of_shift_offer()
CREATE OR REPLACE FUNCTION public.tell_of_shift_offer()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ BEGIN INSERT INTO change_feed (kind, subject_id, incident_id, xid, at) SELECT DISTINCT 'shift_offer', to_group_id, incident_id, pg_current_xact_id()::text::bigint, clock_timestamp() FROM fresh WHERE true ON CONFLICT DO NOTHING; IF FOUND THEN PERFORM ring_change_feed(); END IF; RETURN NULL; END $function$

--! trigger article_insert_is_told ON article
CREATE TRIGGER article_insert_is_told AFTER INSERT ON public.article REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION tell_of_article()

--! trigger article_update_is_told ON article
CREATE TRIGGER article_update_is_told AFTER UPDATE ON public.article REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION tell_of_article()

--! trigger demand_article ON article
CREATE CONSTRAINT TRIGGER demand_article AFTER INSERT OR UPDATE ON public.article DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION desk.demand_article()

--! trigger demand_checked ON article
CREATE TRIGGER demand_checked BEFORE UPDATE ON public.article FOR EACH ROW WHEN ((((new.state)::text = ANY ((ARRAY['in_review'::character varying, 'published'::character varying])::text[])) AND ((new.state)::text <> (old.state)::text))) EXECUTE FUNCTION desk.demand_checked_help()

--! trigger guard ON article
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON public.article FOR EACH ROW EXECUTE FUNCTION desk.guard_article()

--! trigger search_delete ON article
CREATE TRIGGER search_delete AFTER DELETE ON public.article FOR EACH ROW EXECUTE FUNCTION desk.drop_document('article')

--! trigger search_insert ON article
CREATE TRIGGER search_insert AFTER INSERT ON public.article FOR EACH ROW EXECUTE FUNCTION desk.keep_document_of_article()

--! trigger search_update ON article
CREATE TRIGGER search_update AFTER UPDATE OF title, summary, body, audience, published_version ON public.article FOR EACH ROW EXECUTE FUNCTION desk.keep_document_of_article()

--! trigger article_picture_no_delete ON article_picture
CREATE TRIGGER article_picture_no_delete BEFORE DELETE ON public.article_picture FOR EACH ROW EXECUTE FUNCTION refuse_article_edit()

--! trigger article_picture_no_update ON article_picture
CREATE TRIGGER article_picture_no_update BEFORE UPDATE ON public.article_picture FOR EACH ROW EXECUTE FUNCTION refuse_article_edit()

--! trigger guard ON article_picture
CREATE TRIGGER guard BEFORE INSERT ON public.article_picture FOR EACH ROW EXECUTE FUNCTION desk.guard_article_picture()

--! trigger article_step_no_delete ON article_step
CREATE TRIGGER article_step_no_delete BEFORE DELETE ON public.article_step FOR EACH ROW EXECUTE FUNCTION refuse_article_edit()

--! trigger article_step_no_update ON article_step
CREATE TRIGGER article_step_no_update BEFORE UPDATE ON public.article_step FOR EACH ROW EXECUTE FUNCTION refuse_article_edit()

--! trigger guard ON article_step
CREATE TRIGGER guard BEFORE INSERT ON public.article_step FOR EACH ROW EXECUTE FUNCTION desk.guard_article_step()

--! trigger article_use_insert_is_told ON article_use
CREATE TRIGGER article_use_insert_is_told AFTER INSERT ON public.article_use REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION tell_of_article_use()

--! trigger article_use_update_is_told ON article_use
CREATE TRIGGER article_use_update_is_told AFTER UPDATE ON public.article_use REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION tell_of_article_use()

--! trigger demand_journal ON article_use
CREATE CONSTRAINT TRIGGER demand_journal AFTER INSERT OR UPDATE ON public.article_use DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((new.incident_id IS NOT NULL) AND ((new.kind)::text <> ALL ((ARRAY['helped'::character varying, 'did_not_help'::character varying])::text[])))) EXECUTE FUNCTION desk.demand_article_use()

--! trigger guard ON article_use
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON public.article_use FOR EACH ROW EXECUTE FUNCTION desk.guard_article_use()

--! trigger article_version_no_delete ON article_version
CREATE TRIGGER article_version_no_delete BEFORE DELETE ON public.article_version FOR EACH ROW EXECUTE FUNCTION refuse_article_edit()

--! trigger article_version_no_update ON article_version
CREATE TRIGGER article_version_no_update BEFORE UPDATE ON public.article_version FOR EACH ROW EXECUTE FUNCTION refuse_article_edit()

--! trigger guard ON article_version
CREATE TRIGGER guard BEFORE INSERT ON public.article_version FOR EACH ROW EXECUTE FUNCTION desk.guard_article_version()

--! trigger assignment_group_is_told ON assignment_group
CREATE TRIGGER assignment_group_is_told AFTER INSERT OR DELETE OR UPDATE ON public.assignment_group FOR EACH STATEMENT EXECUTE FUNCTION tell_of_reference()

--! trigger audit_anchor_no_edit ON audit_anchor
CREATE TRIGGER audit_anchor_no_edit BEFORE DELETE OR UPDATE ON public.audit_anchor FOR EACH ROW EXECUTE FUNCTION audit_refuse()

--! trigger audit_anchor_no_truncate ON audit_anchor
CREATE TRIGGER audit_anchor_no_truncate BEFORE TRUNCATE ON public.audit_anchor FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()

--! trigger audit_entry_no_edit ON audit_entry
CREATE TRIGGER audit_entry_no_edit BEFORE DELETE OR UPDATE ON public.audit_entry FOR EACH ROW EXECUTE FUNCTION audit_refuse()

--! trigger audit_entry_no_truncate ON audit_entry
CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON public.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()

--! trigger audit_head_no_edit ON audit_head
CREATE TRIGGER audit_head_no_edit BEFORE DELETE OR UPDATE ON public.audit_head FOR EACH ROW EXECUTE FUNCTION audit_refuse()

--! trigger audit_head_no_truncate ON audit_head
CREATE TRIGGER audit_head_no_truncate BEFORE TRUNCATE ON public.audit_head FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()

--! trigger burst_answer_is_told ON burst_answer
CREATE TRIGGER burst_answer_is_told AFTER INSERT OR DELETE OR UPDATE ON public.burst_answer FOR EACH STATEMENT EXECUTE FUNCTION tell_of_reference()

--! trigger guard ON burst_answer
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON public.burst_answer FOR EACH ROW EXECUTE FUNCTION desk.guard_burst_answer()

--! trigger calendar_is_told ON calendar
CREATE TRIGGER calendar_is_told AFTER INSERT OR DELETE OR UPDATE ON public.calendar FOR EACH STATEMENT EXECUTE FUNCTION tell_of_reference()

--! trigger calendar_version_is_told ON calendar_version
CREATE TRIGGER calendar_version_is_told AFTER INSERT OR DELETE OR UPDATE ON public.calendar_version FOR EACH STATEMENT EXECUTE FUNCTION tell_of_reference()

--! trigger calendar_version_no_delete ON calendar_version
CREATE TRIGGER calendar_version_no_delete BEFORE DELETE ON public.calendar_version FOR EACH ROW EXECUTE FUNCTION refuse_edit_of_evidence()

--! trigger calendar_version_no_truncate ON calendar_version
CREATE TRIGGER calendar_version_no_truncate BEFORE TRUNCATE ON public.calendar_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_edit_of_evidence()

--! trigger calendar_version_no_update ON calendar_version
CREATE TRIGGER calendar_version_no_update BEFORE UPDATE ON public.calendar_version FOR EACH ROW EXECUTE FUNCTION refuse_edit_of_evidence()

--! trigger guard ON calendar_version
CREATE TRIGGER guard BEFORE INSERT ON public.calendar_version FOR EACH ROW EXECUTE FUNCTION desk.guard_version()

--! trigger category_is_told ON category
CREATE TRIGGER category_is_told AFTER INSERT OR DELETE OR UPDATE ON public.category FOR EACH STATEMENT EXECUTE FUNCTION tell_of_reference()

--! trigger checklist_step_insert_is_told ON checklist_step
CREATE TRIGGER checklist_step_insert_is_told AFTER INSERT ON public.checklist_step REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION tell_of_checklist_step()

--! trigger checklist_step_update_is_told ON checklist_step
CREATE TRIGGER checklist_step_update_is_told AFTER UPDATE ON public.checklist_step REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION tell_of_checklist_step()

--! trigger demand_journal ON checklist_step
CREATE CONSTRAINT TRIGGER demand_journal AFTER INSERT OR UPDATE ON public.checklist_step DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION desk.demand_checklist()

--! trigger guard ON checklist_step
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON public.checklist_step FOR EACH ROW EXECUTE FUNCTION desk.guard_checklist_step()

--! trigger checklist_template_is_told ON checklist_template
CREATE TRIGGER checklist_template_is_told AFTER INSERT OR DELETE OR UPDATE ON public.checklist_template FOR EACH STATEMENT EXECUTE FUNCTION tell_of_reference()

--! trigger guard ON checklist_template
CREATE TRIGGER guard BEFORE INSERT ON public.checklist_template FOR EACH ROW EXECUTE FUNCTION desk.guard_kept()

--! trigger guard ON command_receipt
CREATE TRIGGER guard BEFORE INSERT ON public.command_receipt FOR EACH ROW EXECUTE FUNCTION desk.guard_receipt()

--! trigger configuration_item_is_told ON configuration_item
CREATE TRIGGER configuration_item_is_told AFTER INSERT OR DELETE OR UPDATE ON public.configuration_item FOR EACH STATEMENT EXECUTE FUNCTION tell_of_reference()

--! trigger search_delete ON configuration_item
CREATE TRIGGER search_delete AFTER DELETE ON public.configuration_item FOR EACH ROW EXECUTE FUNCTION desk.drop_document('item')

--! trigger search_insert ON configuration_item
CREATE TRIGGER search_insert AFTER INSERT ON public.configuration_item FOR EACH ROW WHEN (true) EXECUTE FUNCTION desk.keep_document_of_configuration_item()

--! trigger search_update ON configuration_item
CREATE TRIGGER search_update AFTER UPDATE OF name, kind ON public.configuration_item FOR EACH ROW WHEN (true) EXECUTE FUNCTION desk.keep_document_of_configuration_item()

--! trigger escalation_insert_is_told ON escalation
CREATE TRIGGER escalation_insert_is_told AFTER INSERT ON public.escalation REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION tell_of_escalation()

--! trigger escalation_update_is_told ON escalation
CREATE TRIGGER escalation_update_is_told AFTER UPDATE ON public.escalation REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION tell_of_escalation()

--! trigger guard ON escalation
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON public.escalation FOR EACH ROW EXECUTE FUNCTION desk.guard_escalation()

--! trigger escalation_book_is_told ON escalation_book
CREATE TRIGGER escalation_book_is_told AFTER INSERT OR DELETE OR UPDATE ON public.escalation_book FOR EACH STATEMENT EXECUTE FUNCTION tell_of_reference()

--! trigger escalation_book_no_delete ON escalation_book
CREATE TRIGGER escalation_book_no_delete BEFORE DELETE ON public.escalation_book FOR EACH ROW EXECUTE FUNCTION refuse_edit_of_evidence()

--! trigger escalation_book_no_truncate ON escalation_book
CREATE TRIGGER escalation_book_no_truncate BEFORE TRUNCATE ON public.escalation_book FOR EACH STATEMENT EXECUTE FUNCTION refuse_edit_of_evidence()

--! trigger escalation_book_no_update ON escalation_book
CREATE TRIGGER escalation_book_no_update BEFORE UPDATE ON public.escalation_book FOR EACH ROW EXECUTE FUNCTION refuse_edit_of_evidence()

--! trigger guard ON escalation_book
CREATE TRIGGER guard BEFORE INSERT ON public.escalation_book FOR EACH ROW EXECUTE FUNCTION desk.guard_version()

--! trigger escalation_step_no_delete ON escalation_step
CREATE TRIGGER escalation_step_no_delete BEFORE DELETE ON public.escalation_step FOR EACH ROW EXECUTE FUNCTION refuse_edit_of_evidence()

--! trigger escalation_step_no_truncate ON escalation_step
CREATE TRIGGER escalation_step_no_truncate BEFORE TRUNCATE ON public.escalation_step FOR EACH STATEMENT EXECUTE FUNCTION refuse_edit_of_evidence()

--! trigger escalation_step_no_update ON escalation_step
CREATE TRIGGER escalation_step_no_update BEFORE UPDATE ON public.escalation_step FOR EACH ROW EXECUTE FUNCTION refuse_edit_of_evidence()

--! trigger guard ON escalation_step
CREATE TRIGGER guard BEFORE INSERT ON public.escalation_step FOR EACH ROW EXECUTE FUNCTION desk.guard_escalation_step()

--! trigger group_hours_is_told ON group_hours
CREATE TRIGGER group_hours_is_told AFTER INSERT OR DELETE OR UPDATE ON public.group_hours FOR EACH STATEMENT EXECUTE FUNCTION tell_of_reference()

--! trigger group_member_is_told ON group_member
CREATE TRIGGER group_member_is_told AFTER INSERT OR DELETE OR UPDATE ON public.group_member FOR EACH STATEMENT EXECUTE FUNCTION tell_of_reference()

--! trigger guard_worker ON group_member
CREATE TRIGGER guard_worker BEFORE INSERT ON public.group_member FOR EACH ROW EXECUTE FUNCTION desk.guard_worker()

--! trigger guard ON handover
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON public.handover FOR EACH ROW EXECUTE FUNCTION desk.guard_handover()

--! trigger handover_insert_is_told ON handover
CREATE TRIGGER handover_insert_is_told AFTER INSERT ON public.handover REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION tell_of_handover()

--! trigger handover_no_delete ON handover
CREATE TRIGGER handover_no_delete BEFORE DELETE ON public.handover FOR EACH ROW EXECUTE FUNCTION refuse_handover_edit()

--! trigger handover_update_is_told ON handover
CREATE TRIGGER handover_update_is_told AFTER UPDATE ON public.handover REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION tell_of_handover()

--! trigger guard ON handover_line
CREATE TRIGGER guard BEFORE INSERT ON public.handover_line FOR EACH ROW EXECUTE FUNCTION desk.guard_handover_line()

--! trigger handover_line_no_delete ON handover_line
CREATE TRIGGER handover_line_no_delete BEFORE DELETE ON public.handover_line FOR EACH ROW EXECUTE FUNCTION refuse_handover_edit()

--! trigger handover_line_no_update ON handover_line
CREATE TRIGGER handover_line_no_update BEFORE UPDATE ON public.handover_line FOR EACH ROW EXECUTE FUNCTION refuse_handover_edit()

--! trigger guard ON handover_note
CREATE TRIGGER guard BEFORE INSERT ON public.handover_note FOR EACH ROW EXECUTE FUNCTION desk.guard_handover_line()

--! trigger handover_note_no_delete ON handover_note
CREATE TRIGGER handover_note_no_delete BEFORE DELETE ON public.handover_note FOR EACH ROW EXECUTE FUNCTION refuse_handover_edit()

--! trigger handover_note_no_update ON handover_note
CREATE TRIGGER handover_note_no_update BEFORE UPDATE ON public.handover_note FOR EACH ROW EXECUTE FUNCTION refuse_handover_edit()

--! trigger guard ON heartbeat
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON public.heartbeat FOR EACH ROW EXECUTE FUNCTION desk.guard_heartbeat()

--! trigger guard ON held_incident
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON public.held_incident FOR EACH ROW EXECUTE FUNCTION desk.guard_held_incident()

--! trigger held_incident_no_delete ON held_incident
CREATE TRIGGER held_incident_no_delete BEFORE DELETE ON public.held_incident FOR EACH ROW EXECUTE FUNCTION refuse_retention_edit()

--! trigger guard ON help_mark
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON public.help_mark FOR EACH ROW EXECUTE FUNCTION desk.guard_help_mark()

--! trigger demand_journal ON incident
CREATE CONSTRAINT TRIGGER demand_journal AFTER INSERT OR UPDATE ON public.incident DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION desk.demand_journal()

--! trigger guard_insert ON incident
CREATE TRIGGER guard_insert BEFORE INSERT ON public.incident FOR EACH ROW EXECUTE FUNCTION desk.guard_incident_insert()

--! trigger guard_update ON incident
CREATE TRIGGER guard_update BEFORE UPDATE ON public.incident FOR EACH ROW EXECUTE FUNCTION desk.guard_incident_update()

--! trigger guard_worker ON incident
CREATE TRIGGER guard_worker BEFORE UPDATE OF assignee_id, state ON public.incident FOR EACH ROW WHEN (((new.assignee_id IS NOT NULL) AND ((new.state)::text = ANY ((ARRAY['new'::character varying, 'in_progress'::character varying, 'on_hold'::character varying])::text[])) AND ((new.assignee_id IS DISTINCT FROM old.assignee_id) OR ((old.state)::text <> ALL ((ARRAY['new'::character varying, 'in_progress'::character varying, 'on_hold'::character varying])::text[]))))) EXECUTE FUNCTION desk.guard_worker()

--! trigger guard_worker_logged ON incident
CREATE TRIGGER guard_worker_logged BEFORE INSERT ON public.incident FOR EACH ROW WHEN (((new.assignee_id IS NOT NULL) AND ((new.state)::text = ANY ((ARRAY['new'::character varying, 'in_progress'::character varying, 'on_hold'::character varying])::text[])))) EXECUTE FUNCTION desk.guard_worker()

--! trigger incident_insert_is_told ON incident
CREATE TRIGGER incident_insert_is_told AFTER INSERT ON public.incident REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION tell_of_incident()

--! trigger incident_update_is_told ON incident
CREATE TRIGGER incident_update_is_told AFTER UPDATE ON public.incident REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION tell_of_incident()

--! trigger search_delete ON incident
CREATE TRIGGER search_delete AFTER DELETE ON public.incident FOR EACH ROW EXECUTE FUNCTION desk.drop_document('incident')

--! trigger search_insert ON incident
CREATE TRIGGER search_insert AFTER INSERT ON public.incident FOR EACH ROW WHEN (true) EXECUTE FUNCTION desk.keep_document_of_incident()

--! trigger search_update ON incident
CREATE TRIGGER search_update AFTER UPDATE OF short_description, source_number, description, resolution_notes, cause, workaround, business_impact ON public.incident FOR EACH ROW WHEN (true) EXECUTE FUNCTION desk.keep_document_of_incident()

--! trigger tell_clocks_who_sees ON incident
CREATE TRIGGER tell_clocks_who_sees AFTER UPDATE OF restricted_group_id, caller_id ON public.incident FOR EACH ROW WHEN (((old.restricted_group_id IS DISTINCT FROM new.restricted_group_id) OR (old.caller_id IS DISTINCT FROM new.caller_id))) EXECUTE FUNCTION desk.tell_clocks_who_sees()

--! trigger tell_risk_who_sees ON incident
CREATE TRIGGER tell_risk_who_sees AFTER UPDATE OF restricted_group_id ON public.incident FOR EACH ROW WHEN ((old.restricted_group_id IS DISTINCT FROM new.restricted_group_id)) EXECUTE FUNCTION desk.tell_risk_who_sees()

--! trigger guard ON incident_clocks
CREATE TRIGGER guard BEFORE INSERT OR UPDATE OF checked_until ON public.incident_clocks FOR EACH ROW EXECUTE FUNCTION desk.guard_clocks()

--! trigger incident_clocks_update_is_told ON incident_clocks
CREATE TRIGGER incident_clocks_update_is_told AFTER UPDATE ON public.incident_clocks FOR EACH ROW WHEN ((((((((((((((((((((((((((((old.clock)::text IS DISTINCT FROM (new.clock)::text) OR ((old.phase)::text IS DISTINCT FROM (new.phase)::text)) OR ((old.pause_reason)::text IS DISTINCT FROM (new.pause_reason)::text)) OR (old.soon_at IS DISTINCT FROM new.soon_at)) OR (old.hot_at IS DISTINCT FROM new.hot_at)) OR (old.due_at IS DISTINCT FROM new.due_at)) OR (old.breach_at IS DISTINCT FROM new.breach_at)) OR (old.calendar_id IS DISTINCT FROM new.calendar_id)) OR ((old.response_phase)::text IS DISTINCT FROM (new.response_phase)::text)) OR (old.response_elapsed IS DISTINCT FROM new.response_elapsed)) OR (old.response_target IS DISTINCT FROM new.response_target)) OR (old.response_due_at IS DISTINCT FROM new.response_due_at)) OR (old.response_stopped_at IS DISTINCT FROM new.response_stopped_at)) OR (old.response_breached IS DISTINCT FROM new.response_breached)) OR ((old.resolution_phase)::text IS DISTINCT FROM (new.resolution_phase)::text)) OR (old.resolution_elapsed IS DISTINCT FROM new.resolution_elapsed)) OR (old.resolution_target IS DISTINCT FROM new.resolution_target)) OR (old.resolution_due_at IS DISTINCT FROM new.resolution_due_at)) OR (old.resolution_stopped_at IS DISTINCT FROM new.resolution_stopped_at)) OR (old.resolution_breached IS DISTINCT FROM new.resolution_breached)) OR ((old.update_phase)::text IS DISTINCT FROM (new.update_phase)::text)) OR (old.update_elapsed IS DISTINCT FROM new.update_elapsed)) OR (old.update_target IS DISTINCT FROM new.update_target)) OR (old.update_due_at IS DISTINCT FROM new.update_due_at)) OR (old.update_stopped_at IS DISTINCT FROM new.update_stopped_at)) OR (old.update_breached IS DISTINCT FROM new.update_breached))) EXECUTE FUNCTION tell_of_incident_clocks()

--! trigger demand_journal ON incident_link
CREATE CONSTRAINT TRIGGER demand_journal AFTER INSERT OR UPDATE ON public.incident_link DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION desk.demand_link()

--! trigger guard ON incident_link
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON public.incident_link FOR EACH ROW EXECUTE FUNCTION desk.guard_link()

--! trigger guard ON incident_risk
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON public.incident_risk FOR EACH ROW EXECUTE FUNCTION desk.guard_risk()

--! trigger guard ON incident_template
CREATE TRIGGER guard BEFORE INSERT ON public.incident_template FOR EACH ROW EXECUTE FUNCTION desk.guard_kept()

--! trigger incident_template_is_told ON incident_template
CREATE TRIGGER incident_template_is_told AFTER INSERT OR DELETE OR UPDATE ON public.incident_template FOR EACH STATEMENT EXECUTE FUNCTION tell_of_reference()

--! trigger guard_insert ON journal_change
CREATE TRIGGER guard_insert BEFORE INSERT ON public.journal_change FOR EACH ROW EXECUTE FUNCTION desk.guard_journal_change()

--! trigger journal_change_no_delete ON journal_change
CREATE TRIGGER journal_change_no_delete BEFORE DELETE ON public.journal_change FOR EACH ROW EXECUTE FUNCTION refuse_journal_edit()

--! trigger journal_change_no_truncate ON journal_change
CREATE TRIGGER journal_change_no_truncate BEFORE TRUNCATE ON public.journal_change FOR EACH STATEMENT EXECUTE FUNCTION refuse_journal_edit()

--! trigger journal_change_no_update ON journal_change
CREATE TRIGGER journal_change_no_update BEFORE UPDATE ON public.journal_change FOR EACH ROW EXECUTE FUNCTION refuse_journal_edit()

--! trigger call_the_desk ON journal_entry
CREATE TRIGGER call_the_desk AFTER INSERT ON public.journal_entry FOR EACH ROW WHEN (((new.source IS NULL) AND (NOT new.by_desk))) EXECUTE FUNCTION desk.call_the_desk()

--! trigger guard_insert ON journal_entry
CREATE TRIGGER guard_insert BEFORE INSERT ON public.journal_entry FOR EACH ROW WHEN ((new.source IS NULL)) EXECUTE FUNCTION desk.guard_journal_entry()

--! trigger journal_entry_insert_is_told ON journal_entry
CREATE TRIGGER journal_entry_insert_is_told AFTER INSERT ON public.journal_entry REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION tell_of_journal_entry()

--! trigger journal_entry_no_delete ON journal_entry
CREATE TRIGGER journal_entry_no_delete BEFORE DELETE ON public.journal_entry FOR EACH ROW EXECUTE FUNCTION refuse_journal_edit()

--! trigger journal_entry_no_truncate ON journal_entry
CREATE TRIGGER journal_entry_no_truncate BEFORE TRUNCATE ON public.journal_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_journal_edit()

--! trigger journal_entry_no_update ON journal_entry
CREATE TRIGGER journal_entry_no_update BEFORE UPDATE ON public.journal_entry FOR EACH ROW EXECUTE FUNCTION refuse_journal_edit()

--! trigger search_delete ON journal_entry
CREATE TRIGGER search_delete AFTER DELETE ON public.journal_entry FOR EACH ROW EXECUTE FUNCTION desk.drop_document('entry')

--! trigger search_insert ON journal_entry
CREATE TRIGGER search_insert AFTER INSERT ON public.journal_entry FOR EACH ROW WHEN (((new.body IS NOT NULL) AND ((new.kind)::text <> 'logged'::text))) EXECUTE FUNCTION desk.keep_document_of_journal_entry()

--! trigger search_update ON journal_entry
CREATE TRIGGER search_update AFTER UPDATE OF body, visibility ON public.journal_entry FOR EACH ROW WHEN (((new.body IS NOT NULL) AND ((new.kind)::text <> 'logged'::text))) EXECUTE FUNCTION desk.keep_document_of_journal_entry()

--! trigger guard ON macro
CREATE TRIGGER guard BEFORE INSERT ON public.macro FOR EACH ROW EXECUTE FUNCTION desk.guard_kept()

--! trigger macro_is_told ON macro
CREATE TRIGGER macro_is_told AFTER INSERT OR DELETE OR UPDATE ON public.macro FOR EACH STATEMENT EXECUTE FUNCTION tell_of_reference()

--! trigger guard ON notification
CREATE TRIGGER guard BEFORE INSERT ON public.notification FOR EACH ROW EXECUTE FUNCTION desk.guard_notification()

--! trigger notification_insert_is_told ON notification
CREATE TRIGGER notification_insert_is_told AFTER INSERT ON public.notification REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION tell_of_notification()

--! trigger notification_update_is_told ON notification
CREATE TRIGGER notification_update_is_told AFTER UPDATE ON public.notification REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION tell_of_notification()

--! trigger person_is_told ON person
CREATE TRIGGER person_is_told AFTER INSERT OR DELETE OR UPDATE ON public.person FOR EACH STATEMENT EXECUTE FUNCTION tell_of_reference()

--! trigger person_left ON person
CREATE TRIGGER person_left AFTER UPDATE OF active ON public.person FOR EACH ROW WHEN ((old.active AND (NOT new.active) AND (new.login IS NOT NULL))) EXECUTE FUNCTION desk.person_left()

--! trigger search_delete ON person
CREATE TRIGGER search_delete AFTER DELETE ON public.person FOR EACH ROW EXECUTE FUNCTION desk.drop_document('person')

--! trigger search_insert ON person
CREATE TRIGGER search_insert AFTER INSERT ON public.person FOR EACH ROW WHEN (true) EXECUTE FUNCTION desk.keep_document_of_person()

--! trigger search_update ON person
CREATE TRIGGER search_update AFTER UPDATE OF name, email, phone, job_title ON public.person FOR EACH ROW WHEN (true) EXECUTE FUNCTION desk.keep_document_of_person()

--! trigger person_hours_is_told ON person_hours
CREATE TRIGGER person_hours_is_told AFTER INSERT OR DELETE OR UPDATE ON public.person_hours FOR EACH STATEMENT EXECUTE FUNCTION tell_of_reference()

--! trigger demand_entry ON problem
CREATE CONSTRAINT TRIGGER demand_entry AFTER INSERT OR UPDATE ON public.problem DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION desk.demand_problem_entry()

--! trigger guard ON problem
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON public.problem FOR EACH ROW EXECUTE FUNCTION desk.guard_problem()

--! trigger problem_insert_is_told ON problem
CREATE TRIGGER problem_insert_is_told AFTER INSERT ON public.problem REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION tell_of_problem()

--! trigger problem_update_is_told ON problem
CREATE TRIGGER problem_update_is_told AFTER UPDATE ON public.problem REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION tell_of_problem()

--! trigger search_delete ON problem
CREATE TRIGGER search_delete AFTER DELETE ON public.problem FOR EACH ROW EXECUTE FUNCTION desk.drop_document('problem')

--! trigger search_insert ON problem
CREATE TRIGGER search_insert AFTER INSERT ON public.problem FOR EACH ROW EXECUTE FUNCTION desk.keep_document_of_problem()

--! trigger search_update ON problem
CREATE TRIGGER search_update AFTER UPDATE OF title, description, cause, workaround, fix ON public.problem FOR EACH ROW EXECUTE FUNCTION desk.keep_document_of_problem()

--! trigger guard ON problem_entry
CREATE TRIGGER guard BEFORE INSERT ON public.problem_entry FOR EACH ROW EXECUTE FUNCTION desk.guard_problem_entry()

--! trigger problem_entry_insert_is_told ON problem_entry
CREATE TRIGGER problem_entry_insert_is_told AFTER INSERT ON public.problem_entry REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION tell_of_problem_entry()

--! trigger problem_entry_no_delete ON problem_entry
CREATE TRIGGER problem_entry_no_delete BEFORE DELETE ON public.problem_entry FOR EACH ROW EXECUTE FUNCTION refuse_problem_entry_edit()

--! trigger problem_entry_no_update ON problem_entry
CREATE TRIGGER problem_entry_no_update BEFORE UPDATE ON public.problem_entry FOR EACH ROW EXECUTE FUNCTION refuse_problem_entry_edit()

--! trigger removed_file_insert_is_told ON removed_file
CREATE TRIGGER removed_file_insert_is_told AFTER INSERT ON public.removed_file REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION tell_of_removed_file()

--! trigger removed_file_no_edit ON removed_file
CREATE TRIGGER removed_file_no_edit BEFORE DELETE OR UPDATE ON public.removed_file FOR EACH ROW EXECUTE FUNCTION refuse_retention_edit()

--! trigger retention_run_no_edit ON retention_run
CREATE TRIGGER retention_run_no_edit BEFORE DELETE OR UPDATE ON public.retention_run FOR EACH ROW EXECUTE FUNCTION refuse_retention_edit()

--! trigger demand_checked ON review
CREATE TRIGGER demand_checked BEFORE UPDATE ON public.review FOR EACH ROW WHEN ((((new.state)::text = ANY ((ARRAY['in_review'::character varying, 'published'::character varying])::text[])) AND ((new.state)::text <> (old.state)::text))) EXECUTE FUNCTION desk.demand_checked_help()

--! trigger guard ON review
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON public.review FOR EACH ROW EXECUTE FUNCTION desk.guard_review()

--! trigger guard_signed ON review
CREATE TRIGGER guard_signed BEFORE UPDATE ON public.review FOR EACH ROW WHEN (((old.state)::text <> 'draft'::text)) EXECUTE FUNCTION desk.guard_signed_review()

--! trigger review_insert_is_told ON review
CREATE TRIGGER review_insert_is_told AFTER INSERT ON public.review REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION tell_of_review()

--! trigger review_published_stays ON review
CREATE TRIGGER review_published_stays BEFORE DELETE OR UPDATE ON public.review FOR EACH ROW WHEN (((old.state)::text = 'published'::text)) EXECUTE FUNCTION refuse_published_review_edit()

--! trigger review_update_is_told ON review
CREATE TRIGGER review_update_is_told AFTER UPDATE ON public.review REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION tell_of_review()

--! trigger search_delete ON review
CREATE TRIGGER search_delete AFTER DELETE ON public.review FOR EACH ROW EXECUTE FUNCTION desk.drop_document('review')

--! trigger search_insert ON review
CREATE TRIGGER search_insert AFTER INSERT ON public.review FOR EACH ROW WHEN (true) EXECUTE FUNCTION desk.keep_document_of_review()

--! trigger search_update ON review
CREATE TRIGGER search_update AFTER UPDATE OF title, summary, detection, recovery, business_effect ON public.review FOR EACH ROW WHEN (true) EXECUTE FUNCTION desk.keep_document_of_review()

--! trigger guard_draft ON review_action
CREATE TRIGGER guard_draft BEFORE INSERT OR UPDATE ON public.review_action FOR EACH ROW EXECUTE FUNCTION desk.guard_review_part()

--! trigger review_action_published_stays ON review_action
CREATE TRIGGER review_action_published_stays BEFORE INSERT OR DELETE OR UPDATE ON public.review_action FOR EACH ROW EXECUTE FUNCTION refuse_published_part_edit()

--! trigger guard_draft ON review_cause
CREATE TRIGGER guard_draft BEFORE INSERT OR UPDATE ON public.review_cause FOR EACH ROW EXECUTE FUNCTION desk.guard_review_part()

--! trigger review_cause_published_stays ON review_cause
CREATE TRIGGER review_cause_published_stays BEFORE INSERT OR DELETE OR UPDATE ON public.review_cause FOR EACH ROW EXECUTE FUNCTION refuse_published_part_edit()

--! trigger guard_draft ON review_decision
CREATE TRIGGER guard_draft BEFORE INSERT OR UPDATE ON public.review_decision FOR EACH ROW EXECUTE FUNCTION desk.guard_review_part()

--! trigger review_decision_published_stays ON review_decision
CREATE TRIGGER review_decision_published_stays BEFORE INSERT OR DELETE OR UPDATE ON public.review_decision FOR EACH ROW EXECUTE FUNCTION refuse_published_part_edit()

--! trigger guard ON review_event
CREATE TRIGGER guard BEFORE INSERT ON public.review_event FOR EACH ROW EXECUTE FUNCTION desk.guard_review_event()

--! trigger guard_draft ON review_event
CREATE TRIGGER guard_draft BEFORE INSERT OR UPDATE ON public.review_event FOR EACH ROW EXECUTE FUNCTION desk.guard_review_part()

--! trigger review_event_published_stays ON review_event
CREATE TRIGGER review_event_published_stays BEFORE INSERT OR DELETE OR UPDATE ON public.review_event FOR EACH ROW EXECUTE FUNCTION refuse_published_part_edit()

--! trigger guard_draft ON review_impact
CREATE TRIGGER guard_draft BEFORE INSERT OR UPDATE ON public.review_impact FOR EACH ROW EXECUTE FUNCTION desk.guard_review_part()

--! trigger review_impact_published_stays ON review_impact
CREATE TRIGGER review_impact_published_stays BEFORE INSERT OR DELETE OR UPDATE ON public.review_impact FOR EACH ROW EXECUTE FUNCTION refuse_published_part_edit()

--! trigger guard_draft ON review_lesson
CREATE TRIGGER guard_draft BEFORE INSERT OR UPDATE ON public.review_lesson FOR EACH ROW EXECUTE FUNCTION desk.guard_review_part()

--! trigger review_lesson_published_stays ON review_lesson
CREATE TRIGGER review_lesson_published_stays BEFORE INSERT OR DELETE OR UPDATE ON public.review_lesson FOR EACH ROW EXECUTE FUNCTION refuse_published_part_edit()

--! trigger guard ON review_sign_off
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON public.review_sign_off FOR EACH ROW EXECUTE FUNCTION desk.guard_sign_off()

--! trigger guard_draft ON review_sign_off
CREATE TRIGGER guard_draft BEFORE INSERT OR UPDATE ON public.review_sign_off FOR EACH ROW EXECUTE FUNCTION desk.guard_review_part()

--! trigger review_sign_off_published_stays ON review_sign_off
CREATE TRIGGER review_sign_off_published_stays BEFORE INSERT OR DELETE OR UPDATE ON public.review_sign_off FOR EACH ROW EXECUTE FUNCTION refuse_published_part_edit()

--! trigger guard ON saved_view
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON public.saved_view FOR EACH ROW EXECUTE FUNCTION desk.guard_view()

--! trigger saved_view_is_told ON saved_view
CREATE TRIGGER saved_view_is_told AFTER INSERT OR DELETE OR UPDATE ON public.saved_view FOR EACH STATEMENT EXECUTE FUNCTION tell_of_reference()

--! trigger saved_view_star_is_told ON saved_view_star
CREATE TRIGGER saved_view_star_is_told AFTER INSERT OR DELETE OR UPDATE ON public.saved_view_star FOR EACH STATEMENT EXECUTE FUNCTION tell_of_reference()

--! trigger service_is_told ON service
CREATE TRIGGER service_is_told AFTER INSERT OR DELETE OR UPDATE ON public.service FOR EACH STATEMENT EXECUTE FUNCTION tell_of_reference()

--! trigger guard ON setting
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON public.setting FOR EACH ROW EXECUTE FUNCTION desk.guard_setting()

--! trigger setting_is_told ON setting
CREATE TRIGGER setting_is_told AFTER INSERT OR DELETE OR UPDATE ON public.setting FOR EACH STATEMENT EXECUTE FUNCTION tell_of_reference()

--! trigger guard ON shift_offer
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON public.shift_offer FOR EACH ROW EXECUTE FUNCTION desk.guard_offer()

--! trigger shift_offer_insert_is_told ON shift_offer
CREATE TRIGGER shift_offer_insert_is_told AFTER INSERT ON public.shift_offer REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION tell_of_shift_offer()

--! trigger shift_offer_update_is_told ON shift_offer
CREATE TRIGGER shift_offer_update_is_told AFTER UPDATE ON public.shift_offer REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION tell_of_shift_offer()

--! trigger site_is_told ON site
CREATE TRIGGER site_is_told AFTER INSERT OR DELETE OR UPDATE ON public.site FOR EACH STATEMENT EXECUTE FUNCTION tell_of_reference()

--! trigger guard ON sla_book
CREATE TRIGGER guard BEFORE INSERT ON public.sla_book FOR EACH ROW EXECUTE FUNCTION desk.guard_version()

--! trigger sla_book_is_told ON sla_book
CREATE TRIGGER sla_book_is_told AFTER INSERT OR DELETE OR UPDATE ON public.sla_book FOR EACH STATEMENT EXECUTE FUNCTION tell_of_reference()

--! trigger sla_book_no_delete ON sla_book
CREATE TRIGGER sla_book_no_delete BEFORE DELETE ON public.sla_book FOR EACH ROW EXECUTE FUNCTION refuse_edit_of_evidence()

--! trigger sla_book_no_truncate ON sla_book
CREATE TRIGGER sla_book_no_truncate BEFORE TRUNCATE ON public.sla_book FOR EACH STATEMENT EXECUTE FUNCTION refuse_edit_of_evidence()

--! trigger sla_book_no_update ON sla_book
CREATE TRIGGER sla_book_no_update BEFORE UPDATE ON public.sla_book FOR EACH ROW EXECUTE FUNCTION refuse_edit_of_evidence()

--! trigger guard ON sla_firing
CREATE TRIGGER guard BEFORE INSERT ON public.sla_firing FOR EACH ROW EXECUTE FUNCTION desk.guard_firing()

--! trigger sla_firing_no_delete ON sla_firing
CREATE TRIGGER sla_firing_no_delete BEFORE DELETE ON public.sla_firing FOR EACH ROW EXECUTE FUNCTION refuse_edit_of_evidence()

--! trigger sla_firing_no_truncate ON sla_firing
CREATE TRIGGER sla_firing_no_truncate BEFORE TRUNCATE ON public.sla_firing FOR EACH STATEMENT EXECUTE FUNCTION refuse_edit_of_evidence()

--! trigger sla_firing_no_update ON sla_firing
CREATE TRIGGER sla_firing_no_update BEFORE UPDATE ON public.sla_firing FOR EACH ROW EXECUTE FUNCTION refuse_edit_of_evidence()

--! trigger sla_policy_is_told ON sla_policy
CREATE TRIGGER sla_policy_is_told AFTER INSERT OR DELETE OR UPDATE ON public.sla_policy FOR EACH STATEMENT EXECUTE FUNCTION tell_of_reference()

--! trigger guard ON sla_policy_version
CREATE TRIGGER guard BEFORE INSERT ON public.sla_policy_version FOR EACH ROW EXECUTE FUNCTION desk.guard_version()

--! trigger sla_policy_version_is_told ON sla_policy_version
CREATE TRIGGER sla_policy_version_is_told AFTER INSERT OR DELETE OR UPDATE ON public.sla_policy_version FOR EACH STATEMENT EXECUTE FUNCTION tell_of_reference()

--! trigger sla_policy_version_no_delete ON sla_policy_version
CREATE TRIGGER sla_policy_version_no_delete BEFORE DELETE ON public.sla_policy_version FOR EACH ROW EXECUTE FUNCTION refuse_edit_of_evidence()

--! trigger sla_policy_version_no_truncate ON sla_policy_version
CREATE TRIGGER sla_policy_version_no_truncate BEFORE TRUNCATE ON public.sla_policy_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_edit_of_evidence()

--! trigger sla_policy_version_no_update ON sla_policy_version
CREATE TRIGGER sla_policy_version_no_update BEFORE UPDATE ON public.sla_policy_version FOR EACH ROW EXECUTE FUNCTION refuse_edit_of_evidence()

--! trigger guard ON suggestion_filled
CREATE TRIGGER guard BEFORE INSERT ON public.suggestion_filled FOR EACH ROW EXECUTE FUNCTION desk.guard_suggestion_filled()

--! trigger suggestion_filled_no_delete ON suggestion_filled
CREATE TRIGGER suggestion_filled_no_delete BEFORE DELETE ON public.suggestion_filled FOR EACH ROW EXECUTE FUNCTION refuse_edit_of_evidence()

--! trigger suggestion_filled_no_truncate ON suggestion_filled
CREATE TRIGGER suggestion_filled_no_truncate BEFORE TRUNCATE ON public.suggestion_filled FOR EACH STATEMENT EXECUTE FUNCTION refuse_edit_of_evidence()

--! trigger suggestion_filled_no_update ON suggestion_filled
CREATE TRIGGER suggestion_filled_no_update BEFORE UPDATE ON public.suggestion_filled FOR EACH ROW EXECUTE FUNCTION refuse_edit_of_evidence()

--! trigger guard ON suggestion_model
CREATE TRIGGER guard BEFORE INSERT ON public.suggestion_model FOR EACH ROW EXECUTE FUNCTION desk.guard_suggestion_model()

--! trigger guard ON suggestion_shown
CREATE TRIGGER guard BEFORE INSERT ON public.suggestion_shown FOR EACH ROW EXECUTE FUNCTION desk.guard_suggestion_shown()

--! trigger suggestion_shown_no_delete ON suggestion_shown
CREATE TRIGGER suggestion_shown_no_delete BEFORE DELETE ON public.suggestion_shown FOR EACH ROW EXECUTE FUNCTION refuse_edit_of_evidence()

--! trigger suggestion_shown_no_truncate ON suggestion_shown
CREATE TRIGGER suggestion_shown_no_truncate BEFORE TRUNCATE ON public.suggestion_shown FOR EACH STATEMENT EXECUTE FUNCTION refuse_edit_of_evidence()

--! trigger suggestion_shown_no_update ON suggestion_shown
CREATE TRIGGER suggestion_shown_no_update BEFORE UPDATE ON public.suggestion_shown FOR EACH ROW EXECUTE FUNCTION refuse_edit_of_evidence()

--! trigger unread_mark_insert_is_told ON unread_mark
CREATE TRIGGER unread_mark_insert_is_told AFTER INSERT ON public.unread_mark REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION tell_of_notification()

--! trigger unread_mark_update_is_told ON unread_mark
CREATE TRIGGER unread_mark_update_is_told AFTER UPDATE ON public.unread_mark REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION tell_of_notification()

--! policy changed ON article
CREATE POLICY changed ON public.article FOR UPDATE USING (( SELECT desk.works() AS works))

--! policy seen ON article
CREATE POLICY seen ON public.article FOR SELECT USING ((( SELECT desk.reads_all() AS reads_all) OR ((published_version IS NOT NULL) AND ((audience)::text = 'everyone'::text) AND (( SELECT desk.own() AS own) IS NOT NULL))))

--! policy written ON article
CREATE POLICY written ON public.article FOR INSERT WITH CHECK (( SELECT desk.works() AS works))

--! policy added ON article_picture
CREATE POLICY added ON public.article_picture FOR INSERT WITH CHECK (( SELECT desk.works() AS works))

--! policy seen ON article_picture
CREATE POLICY seen ON public.article_picture FOR SELECT USING ((( SELECT desk.reads_all() AS reads_all) OR (EXISTS ( SELECT 1
   FROM article
  WHERE ((article.id = article_picture.article_id) AND (POSITION((('picture:'::text || (article_picture.sha256)::text)) IN (article.body)) > 0))))))

--! policy changed ON article_service
CREATE POLICY changed ON public.article_service FOR UPDATE USING (( SELECT desk.works() AS works))

--! policy named ON article_service
CREATE POLICY named ON public.article_service FOR INSERT WITH CHECK (( SELECT desk.works() AS works))

--! policy seen ON article_service
CREATE POLICY seen ON public.article_service FOR SELECT USING ((EXISTS ( SELECT 1
   FROM article
  WHERE (article.id = article_service.article_id))))

--! policy seen ON article_step
CREATE POLICY seen ON public.article_step FOR SELECT USING (( SELECT desk.reads_all() AS reads_all))

--! policy taken ON article_step
CREATE POLICY taken ON public.article_step FOR INSERT WITH CHECK (( SELECT desk.works() AS works))

--! policy changed ON article_use
CREATE POLICY changed ON public.article_use FOR UPDATE USING (((( SELECT desk.works() AS works) AND ((incident_id IS NULL) OR (EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = article_use.incident_id))))) OR (person_id = ( SELECT desk.me() AS me))))

--! policy seen ON article_use
CREATE POLICY seen ON public.article_use FOR SELECT USING (((( SELECT desk.reads_all() AS reads_all) AND ((incident_id IS NULL) OR (EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = article_use.incident_id))))) OR (person_id = ( SELECT desk.own() AS own))))

--! policy told ON article_use
CREATE POLICY told ON public.article_use FOR INSERT WITH CHECK (((EXISTS ( SELECT 1
   FROM article
  WHERE (article.id = article_use.article_id))) AND
CASE
    WHEN ( SELECT desk.works() AS works) THEN ((incident_id IS NULL) OR (EXISTS ( SELECT 1
       FROM incident
      WHERE (incident.id = article_use.incident_id))))
    ELSE ((incident_id IS NULL) AND ((kind)::text = ANY (ARRAY[('helped'::character varying)::text, ('did_not_help'::character varying)::text])))
END))

--! policy seen ON article_version
CREATE POLICY seen ON public.article_version FOR SELECT USING ((( SELECT desk.reads_all() AS reads_all) OR (EXISTS ( SELECT 1
   FROM article
  WHERE ((article.id = article_version.article_id) AND (article.published_version = article_version.number))))))

--! policy written ON article_version
CREATE POLICY written ON public.article_version FOR INSERT WITH CHECK (( SELECT desk.works() AS works))

--! policy added ON assignment_group
CREATE POLICY added ON public.assignment_group FOR INSERT WITH CHECK ((( SELECT desk.role() AS role) = ANY (ARRAY['supervisor'::text, 'admin'::text])))

--! policy changed ON assignment_group
CREATE POLICY changed ON public.assignment_group FOR UPDATE USING ((( SELECT desk.role() AS role) = ANY (ARRAY['supervisor'::text, 'admin'::text])))

--! policy seen ON assignment_group
CREATE POLICY seen ON public.assignment_group FOR SELECT USING ((( SELECT desk.role() AS role) <> ''::text))

--! policy seen ON attachment
CREATE POLICY seen ON public.attachment FOR SELECT USING ((EXISTS ( SELECT 1
   FROM journal_entry
  WHERE (journal_entry.id = attachment.entry_id))))

--! policy seen ON attachment_content
CREATE POLICY seen ON public.attachment_content FOR SELECT USING ((EXISTS ( SELECT 1
   FROM attachment
  WHERE ((attachment.sha256)::text = (attachment_content.sha256)::text))))

--! policy seen ON audit_anchor
CREATE POLICY seen ON public.audit_anchor FOR SELECT USING (true)

--! policy changed ON burst_answer
CREATE POLICY changed ON public.burst_answer FOR UPDATE USING ((( SELECT desk.works() AS works) AND (person_id = ( SELECT desk.me() AS me))))

--! policy given ON burst_answer
CREATE POLICY given ON public.burst_answer FOR INSERT WITH CHECK ((( SELECT desk.works() AS works) AND (person_id = ( SELECT desk.me() AS me))))

--! policy seen ON burst_answer
CREATE POLICY seen ON public.burst_answer FOR SELECT USING (( SELECT desk.reads_all() AS reads_all))

--! policy added ON calendar
CREATE POLICY added ON public.calendar FOR INSERT WITH CHECK ((( SELECT desk.role() AS role) = ANY (ARRAY['supervisor'::text, 'admin'::text])))

--! policy changed ON calendar
CREATE POLICY changed ON public.calendar FOR UPDATE USING ((( SELECT desk.role() AS role) = ANY (ARRAY['supervisor'::text, 'admin'::text])))

--! policy seen ON calendar
CREATE POLICY seen ON public.calendar FOR SELECT USING ((( SELECT desk.role() AS role) <> ''::text))

--! policy added ON calendar_version
CREATE POLICY added ON public.calendar_version FOR INSERT WITH CHECK ((( SELECT desk.role() AS role) = ANY (ARRAY['supervisor'::text, 'admin'::text])))

--! policy changed ON calendar_version
CREATE POLICY changed ON public.calendar_version FOR UPDATE USING ((( SELECT desk.role() AS role) = ANY (ARRAY['supervisor'::text, 'admin'::text])))

--! policy seen ON calendar_version
CREATE POLICY seen ON public.calendar_version FOR SELECT USING ((( SELECT desk.role() AS role) <> ''::text))

--! policy added ON category
CREATE POLICY added ON public.category FOR INSERT WITH CHECK ((( SELECT desk.role() AS role) = 'admin'::text))

--! policy changed ON category
CREATE POLICY changed ON public.category FOR UPDATE USING ((( SELECT desk.role() AS role) = 'admin'::text))

--! policy seen ON category
CREATE POLICY seen ON public.category FOR SELECT USING ((( SELECT desk.role() AS role) <> ''::text))

--! policy seen ON change_feed
CREATE POLICY seen ON public.change_feed FOR SELECT USING (
CASE
    WHEN ((kind)::text = 'notification'::text) THEN (subject_id = ( SELECT desk.me() AS me))
    WHEN ((kind)::text = 'problem'::text) THEN ( SELECT desk.reads_all() AS reads_all)
    WHEN (incident_id IS NULL) THEN (( SELECT desk.reads_all() AS reads_all) OR (( SELECT desk.own() AS own) IS NOT NULL))
    WHEN (((kind)::text = 'incident'::text) OR ( SELECT desk.reads_all() AS reads_all)) THEN (EXISTS ( SELECT 1
       FROM incident
      WHERE (incident.id = change_feed.incident_id)))
    ELSE false
END)

--! policy added ON checklist_step
CREATE POLICY added ON public.checklist_step FOR INSERT WITH CHECK ((( SELECT desk.works() AS works) AND (EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = checklist_step.incident_id)))))

--! policy changed ON checklist_step
CREATE POLICY changed ON public.checklist_step FOR UPDATE USING ((( SELECT desk.works() AS works) AND (EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = checklist_step.incident_id)))))

--! policy seen ON checklist_step
CREATE POLICY seen ON public.checklist_step FOR SELECT USING ((( SELECT desk.reads_all() AS reads_all) AND (EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = checklist_step.incident_id)))))

--! policy added ON checklist_template
CREATE POLICY added ON public.checklist_template FOR INSERT WITH CHECK (((owner_id = ( SELECT desk.me() AS me)) AND ( SELECT desk.works() AS works) AND
CASE share
    WHEN 'all'::text THEN (( SELECT desk.role() AS role) = ANY (ARRAY['supervisor'::text, 'admin'::text]))
    WHEN 'team'::text THEN (group_id = ANY (( SELECT desk.groups() AS groups)::uuid[]))
    ELSE true
END))

--! policy changed ON checklist_template
CREATE POLICY changed ON public.checklist_template FOR UPDATE USING ((( SELECT desk.works() AS works) AND ((owner_id = ( SELECT desk.me() AS me)) OR ((((share)::text = 'all'::text) OR (((share)::text = 'team'::text) AND (group_id = ANY (( SELECT desk.groups() AS groups)::uuid[])))) AND (( SELECT desk.role() AS role) = ANY (ARRAY['supervisor'::text, 'admin'::text])))))) WITH CHECK ((( SELECT desk.works() AS works) AND
CASE share
    WHEN 'all'::text THEN (( SELECT desk.role() AS role) = ANY (ARRAY['supervisor'::text, 'admin'::text]))
    WHEN 'team'::text THEN (group_id = ANY (( SELECT desk.groups() AS groups)::uuid[]))
    ELSE (owner_id = ( SELECT desk.me() AS me))
END))

--! policy seen ON checklist_template
CREATE POLICY seen ON public.checklist_template FOR SELECT USING ((( SELECT desk.reads_all() AS reads_all) AND ((owner_id = ( SELECT desk.me() AS me)) OR ((share)::text = 'all'::text) OR (((share)::text = 'team'::text) AND (group_id = ANY (( SELECT desk.groups() AS groups)::uuid[]))))))

--! policy left_behind ON command_receipt
CREATE POLICY left_behind ON public.command_receipt FOR INSERT WITH CHECK ((( SELECT desk.role() AS role) <> ''::text))

--! policy seen ON command_receipt
CREATE POLICY seen ON public.command_receipt FOR SELECT USING ((xmin = (pg_current_xact_id_if_assigned())::xid))

--! policy added ON configuration_item
CREATE POLICY added ON public.configuration_item FOR INSERT WITH CHECK ((( SELECT desk.role() AS role) = 'admin'::text))

--! policy changed ON configuration_item
CREATE POLICY changed ON public.configuration_item FOR UPDATE USING ((( SELECT desk.role() AS role) = 'admin'::text))

--! policy seen ON configuration_item
CREATE POLICY seen ON public.configuration_item FOR SELECT USING ((( SELECT desk.role() AS role) <> ''::text))

--! policy changed ON escalation
CREATE POLICY changed ON public.escalation FOR UPDATE USING ((( SELECT desk.works() AS works) AND (EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = escalation.incident_id)))))

--! policy raised ON escalation
CREATE POLICY raised ON public.escalation FOR INSERT WITH CHECK ((( SELECT desk.works() AS works) AND (EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = escalation.incident_id)))))

--! policy seen ON escalation
CREATE POLICY seen ON public.escalation FOR SELECT USING ((( SELECT desk.reads_all() AS reads_all) AND (EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = escalation.incident_id)))))

--! policy added ON escalation_book
CREATE POLICY added ON public.escalation_book FOR INSERT WITH CHECK ((( SELECT desk.role() AS role) = ANY (ARRAY['supervisor'::text, 'admin'::text])))

--! policy changed ON escalation_book
CREATE POLICY changed ON public.escalation_book FOR UPDATE USING ((( SELECT desk.role() AS role) = ANY (ARRAY['supervisor'::text, 'admin'::text])))

--! policy seen ON escalation_book
CREATE POLICY seen ON public.escalation_book FOR SELECT USING (( SELECT desk.reads_all() AS reads_all))

--! policy seen ON escalation_step
CREATE POLICY seen ON public.escalation_step FOR SELECT USING ((EXISTS ( SELECT 1
   FROM escalation
  WHERE (escalation.id = escalation_step.escalation_id))))

--! policy taken ON escalation_step
CREATE POLICY taken ON public.escalation_step FOR INSERT WITH CHECK ((( SELECT desk.works() AS works) AND (EXISTS ( SELECT 1
   FROM escalation
  WHERE (escalation.id = escalation_step.escalation_id)))))

--! policy added ON group_hours
CREATE POLICY added ON public.group_hours FOR INSERT WITH CHECK ((( SELECT desk.role() AS role) = ANY (ARRAY['supervisor'::text, 'admin'::text])))

--! policy changed ON group_hours
CREATE POLICY changed ON public.group_hours FOR UPDATE USING ((( SELECT desk.role() AS role) = ANY (ARRAY['supervisor'::text, 'admin'::text])))

--! policy seen ON group_hours
CREATE POLICY seen ON public.group_hours FOR SELECT USING (( SELECT desk.reads_all() AS reads_all))

--! policy changed ON group_member
CREATE POLICY changed ON public.group_member FOR UPDATE USING ((( SELECT desk.role() AS role) = ANY (ARRAY['supervisor'::text, 'admin'::text])))

--! policy joined ON group_member
CREATE POLICY joined ON public.group_member FOR INSERT WITH CHECK (
CASE ( SELECT desk.role() AS role)
    WHEN 'supervisor'::text THEN (person_id <> ( SELECT desk.me() AS me))
    WHEN 'admin'::text THEN true
    ELSE false
END)

--! policy seen ON group_member
CREATE POLICY seen ON public.group_member FOR SELECT USING ((( SELECT desk.reads_all() AS reads_all) OR (person_id = ( SELECT desk.own() AS own))))

--! policy handed ON handover
CREATE POLICY handed ON public.handover FOR INSERT WITH CHECK (( SELECT desk.works() AS works))

--! policy seen ON handover
CREATE POLICY seen ON public.handover FOR SELECT USING (( SELECT desk.reads_all() AS reads_all))

--! policy taken ON handover
CREATE POLICY taken ON public.handover FOR UPDATE USING (( SELECT desk.works() AS works))

--! policy handed ON handover_line
CREATE POLICY handed ON public.handover_line FOR INSERT WITH CHECK ((( SELECT desk.works() AS works) AND ((incident_id IS NULL) OR (EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = handover_line.incident_id))))))

--! policy seen ON handover_line
CREATE POLICY seen ON public.handover_line FOR SELECT USING ((( SELECT desk.reads_all() AS reads_all) AND ((incident_id IS NULL) OR (EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = handover_line.incident_id))))))

--! policy handed ON handover_note
CREATE POLICY handed ON public.handover_note FOR INSERT WITH CHECK ((( SELECT desk.works() AS works) AND (EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = handover_note.incident_id)))))

--! policy seen ON handover_note
CREATE POLICY seen ON public.handover_note FOR SELECT USING ((( SELECT desk.reads_all() AS reads_all) AND (EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = handover_note.incident_id)))))

--! policy changed ON heartbeat
CREATE POLICY changed ON public.heartbeat FOR UPDATE USING ((( SELECT desk.works() AS works) AND ((person_id = ( SELECT desk.me() AS me)) OR ((person_id IS NULL) AND (( SELECT desk.role() AS role) = 'jobs'::text)))))

--! policy seen ON heartbeat
CREATE POLICY seen ON public.heartbeat FOR SELECT USING (true)

--! policy signed ON heartbeat
CREATE POLICY signed ON public.heartbeat FOR INSERT WITH CHECK ((( SELECT desk.works() AS works) AND ((person_id = ( SELECT desk.me() AS me)) OR ((person_id IS NULL) AND (( SELECT desk.role() AS role) = 'jobs'::text)))))

--! policy changed ON held_incident
CREATE POLICY changed ON public.held_incident FOR UPDATE USING (((( SELECT desk.role() AS role) = 'admin'::text) AND (EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = held_incident.incident_id)))))

--! policy held ON held_incident
CREATE POLICY held ON public.held_incident FOR INSERT WITH CHECK (((( SELECT desk.role() AS role) = 'admin'::text) AND (EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = held_incident.incident_id)))))

--! policy seen ON held_incident
CREATE POLICY seen ON public.held_incident FOR SELECT USING ((( SELECT desk.reads_all() AS reads_all) AND (EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = held_incident.incident_id)))))

--! policy checked ON help_mark
CREATE POLICY checked ON public.help_mark FOR UPDATE USING ((( SELECT desk.works() AS works) AND ((review_id IS NULL) OR (EXISTS ( SELECT 1
   FROM review
  WHERE (review.id = help_mark.review_id))))))

--! policy marked ON help_mark
CREATE POLICY marked ON public.help_mark FOR INSERT WITH CHECK ((( SELECT desk.works() AS works) AND ((review_id IS NULL) OR (EXISTS ( SELECT 1
   FROM review
  WHERE (review.id = help_mark.review_id))))))

--! policy seen ON help_mark
CREATE POLICY seen ON public.help_mark FOR SELECT USING ((( SELECT desk.reads_all() AS reads_all) AND ((review_id IS NULL) OR (EXISTS ( SELECT 1
   FROM review
  WHERE (review.id = help_mark.review_id))))))

--! policy changed ON imported_record
CREATE POLICY changed ON public.imported_record FOR UPDATE USING (((( SELECT desk.role() AS role) = 'admin'::text) AND (EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = imported_record.incident_id)))))

--! policy seen ON imported_record
CREATE POLICY seen ON public.imported_record FOR SELECT USING ((EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = imported_record.incident_id))))

--! policy written ON imported_record
CREATE POLICY written ON public.imported_record FOR INSERT WITH CHECK (((( SELECT desk.role() AS role) = 'admin'::text) AND (EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = imported_record.incident_id)))))

--! policy changed ON incident
CREATE POLICY changed ON public.incident FOR UPDATE USING ((((restricted_group_id IS NULL) AND ( SELECT desk.works() AS works)) OR ((restricted_group_id IS NOT NULL) AND (restricted_group_id = ANY (( SELECT desk.groups() AS groups)::uuid[]))) OR (caller_id = ( SELECT desk.own() AS own))))

--! policy logged ON incident
CREATE POLICY logged ON public.incident FOR INSERT WITH CHECK ((((restricted_group_id IS NULL) AND ( SELECT desk.works() AS works)) OR ((restricted_group_id IS NOT NULL) AND (restricted_group_id = ANY (( SELECT desk.groups() AS groups)::uuid[]))) OR (caller_id = ( SELECT desk.own() AS own))))

--! policy seen ON incident
CREATE POLICY seen ON public.incident FOR SELECT USING ((((restricted_group_id IS NULL) AND ( SELECT desk.reads_all() AS reads_all)) OR ((restricted_group_id IS NOT NULL) AND (restricted_group_id = ANY (( SELECT desk.groups() AS groups)::uuid[]))) OR (caller_id = ( SELECT desk.own() AS own))))

--! policy changed ON incident_clocks
CREATE POLICY changed ON public.incident_clocks FOR UPDATE USING ((((restricted_group_id IS NULL) AND ( SELECT desk.works() AS works)) OR ((restricted_group_id IS NOT NULL) AND (restricted_group_id = ANY (( SELECT desk.groups() AS groups)::uuid[])))))

--! policy seen ON incident_clocks
CREATE POLICY seen ON public.incident_clocks FOR SELECT USING ((((restricted_group_id IS NULL) AND ( SELECT desk.reads_all() AS reads_all)) OR ((restricted_group_id IS NOT NULL) AND (restricted_group_id = ANY (( SELECT desk.groups() AS groups)::uuid[]))) OR (caller_id = ( SELECT desk.own() AS own))))

--! policy written ON incident_clocks
CREATE POLICY written ON public.incident_clocks FOR INSERT WITH CHECK ((((restricted_group_id IS NULL) AND ( SELECT desk.works() AS works)) OR ((restricted_group_id IS NOT NULL) AND (restricted_group_id = ANY (( SELECT desk.groups() AS groups)::uuid[])))))

--! policy added ON incident_follower
CREATE POLICY added ON public.incident_follower FOR INSERT WITH CHECK (((person_id = ( SELECT desk.me() AS me)) AND ( SELECT desk.reads_all() AS reads_all) AND (EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = incident_follower.incident_id)))))

--! policy changed ON incident_follower
CREATE POLICY changed ON public.incident_follower FOR UPDATE USING ((person_id = ( SELECT desk.me() AS me))) WITH CHECK (((person_id = ( SELECT desk.me() AS me)) AND ( SELECT desk.reads_all() AS reads_all)))

--! policy seen ON incident_follower
CREATE POLICY seen ON public.incident_follower FOR SELECT USING ((person_id = ( SELECT desk.me() AS me)))

--! policy changed ON incident_link
CREATE POLICY changed ON public.incident_link FOR UPDATE USING ((( SELECT desk.works() AS works) AND (EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = incident_link.source_id))) AND (EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = incident_link.target_id)))))

--! policy made ON incident_link
CREATE POLICY made ON public.incident_link FOR INSERT WITH CHECK ((( SELECT desk.works() AS works) AND (EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = incident_link.source_id))) AND (EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = incident_link.target_id)))))

--! policy seen ON incident_link
CREATE POLICY seen ON public.incident_link FOR SELECT USING (((EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = incident_link.source_id))) AND (EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = incident_link.target_id)))))

--! policy again ON incident_risk
CREATE POLICY again ON public.incident_risk FOR UPDATE USING ((((restricted_group_id IS NULL) AND ( SELECT desk.works() AS works)) OR ((restricted_group_id IS NOT NULL) AND (restricted_group_id = ANY (( SELECT desk.groups() AS groups)::uuid[])))))

--! policy reckoned ON incident_risk
CREATE POLICY reckoned ON public.incident_risk FOR INSERT WITH CHECK ((((restricted_group_id IS NULL) AND ( SELECT desk.works() AS works)) OR ((restricted_group_id IS NOT NULL) AND (restricted_group_id = ANY (( SELECT desk.groups() AS groups)::uuid[])))))

--! policy seen ON incident_risk
CREATE POLICY seen ON public.incident_risk FOR SELECT USING ((((restricted_group_id IS NULL) AND ( SELECT desk.reads_all() AS reads_all)) OR ((restricted_group_id IS NOT NULL) AND (restricted_group_id = ANY (( SELECT desk.groups() AS groups)::uuid[])))))

--! policy added ON incident_template
CREATE POLICY added ON public.incident_template FOR INSERT WITH CHECK (((owner_id = ( SELECT desk.me() AS me)) AND ( SELECT desk.works() AS works) AND
CASE share
    WHEN 'all'::text THEN (( SELECT desk.role() AS role) = ANY (ARRAY['supervisor'::text, 'admin'::text]))
    WHEN 'team'::text THEN (group_id = ANY (( SELECT desk.groups() AS groups)::uuid[]))
    ELSE true
END))

--! policy changed ON incident_template
CREATE POLICY changed ON public.incident_template FOR UPDATE USING ((( SELECT desk.works() AS works) AND ((owner_id = ( SELECT desk.me() AS me)) OR ((((share)::text = 'all'::text) OR (((share)::text = 'team'::text) AND (group_id = ANY (( SELECT desk.groups() AS groups)::uuid[])))) AND (( SELECT desk.role() AS role) = ANY (ARRAY['supervisor'::text, 'admin'::text])))))) WITH CHECK ((( SELECT desk.works() AS works) AND
CASE share
    WHEN 'all'::text THEN (( SELECT desk.role() AS role) = ANY (ARRAY['supervisor'::text, 'admin'::text]))
    WHEN 'team'::text THEN (group_id = ANY (( SELECT desk.groups() AS groups)::uuid[]))
    ELSE (owner_id = ( SELECT desk.me() AS me))
END))

--! policy seen ON incident_template
CREATE POLICY seen ON public.incident_template FOR SELECT USING ((( SELECT desk.reads_all() AS reads_all) AND ((owner_id = ( SELECT desk.me() AS me)) OR ((share)::text = 'all'::text) OR (((share)::text = 'team'::text) AND (group_id = ANY (( SELECT desk.groups() AS groups)::uuid[]))))))

--! policy seen ON journal_change
CREATE POLICY seen ON public.journal_change FOR SELECT USING (
CASE
    WHEN ( SELECT desk.reads_all() AS reads_all) THEN (EXISTS ( SELECT 1
       FROM incident
      WHERE (incident.id = journal_change.incident_id)))
    ELSE (EXISTS ( SELECT 1
       FROM journal_entry
      WHERE (journal_entry.id = journal_change.entry_id)))
END)

--! policy written ON journal_change
CREATE POLICY written ON public.journal_change FOR INSERT WITH CHECK ((EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = journal_change.incident_id))))

--! policy seen ON journal_entry
CREATE POLICY seen ON public.journal_entry FOR SELECT USING (((((visibility)::text = 'public'::text) OR ( SELECT desk.reads_all() AS reads_all)) AND (EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = journal_entry.incident_id)))))

--! policy written ON journal_entry
CREATE POLICY written ON public.journal_entry FOR INSERT WITH CHECK ((((source IS NULL) OR (( SELECT desk.role() AS role) = 'admin'::text)) AND (EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = journal_entry.incident_id)))))

--! policy added ON macro
CREATE POLICY added ON public.macro FOR INSERT WITH CHECK (((owner_id = ( SELECT desk.me() AS me)) AND ( SELECT desk.works() AS works) AND
CASE share
    WHEN 'all'::text THEN (( SELECT desk.role() AS role) = ANY (ARRAY['supervisor'::text, 'admin'::text]))
    WHEN 'team'::text THEN (group_id = ANY (( SELECT desk.groups() AS groups)::uuid[]))
    ELSE true
END))

--! policy changed ON macro
CREATE POLICY changed ON public.macro FOR UPDATE USING ((( SELECT desk.works() AS works) AND ((owner_id = ( SELECT desk.me() AS me)) OR ((((share)::text = 'all'::text) OR (((share)::text = 'team'::text) AND (group_id = ANY (( SELECT desk.groups() AS groups)::uuid[])))) AND (( SELECT desk.role() AS role) = ANY (ARRAY['supervisor'::text, 'admin'::text])))))) WITH CHECK ((( SELECT desk.works() AS works) AND
CASE share
    WHEN 'all'::text THEN (( SELECT desk.role() AS role) = ANY (ARRAY['supervisor'::text, 'admin'::text]))
    WHEN 'team'::text THEN (group_id = ANY (( SELECT desk.groups() AS groups)::uuid[]))
    ELSE (owner_id = ( SELECT desk.me() AS me))
END))

--! policy seen ON macro
CREATE POLICY seen ON public.macro FOR SELECT USING ((( SELECT desk.reads_all() AS reads_all) AND ((owner_id = ( SELECT desk.me() AS me)) OR ((share)::text = 'all'::text) OR (((share)::text = 'team'::text) AND (group_id = ANY (( SELECT desk.groups() AS groups)::uuid[]))))))

--! policy changed ON notification
CREATE POLICY changed ON public.notification FOR UPDATE USING ((person_id = ( SELECT desk.me() AS me)))

--! policy seen ON notification
CREATE POLICY seen ON public.notification FOR SELECT USING (((person_id = ( SELECT desk.me() AS me)) AND ((incident_id IS NULL) OR (EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = notification.incident_id))))))

--! policy told ON notification
CREATE POLICY told ON public.notification FOR INSERT WITH CHECK (((( SELECT desk.works() AS works) OR ((person_id = ( SELECT desk.me() AS me)) AND ((kind)::text = 'followed'::text) AND (( SELECT desk.role() AS role) = 'reader'::text))) AND ((incident_id IS NULL) OR (EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = notification.incident_id))))))

--! policy added ON person
CREATE POLICY added ON public.person FOR INSERT WITH CHECK (
CASE ( SELECT desk.role() AS role)
    WHEN 'agent'::text THEN ((role)::text = 'requester'::text)
    WHEN 'supervisor'::text THEN ((role)::text <> 'admin'::text)
    WHEN 'admin'::text THEN true
    ELSE false
END)

--! policy changed ON person
CREATE POLICY changed ON public.person FOR UPDATE USING (
CASE ( SELECT desk.role() AS role)
    WHEN 'supervisor'::text THEN ((role)::text <> 'admin'::text)
    WHEN 'admin'::text THEN true
    ELSE false
END)

--! policy seen ON person
CREATE POLICY seen ON public.person FOR SELECT USING (((((role)::text <> 'requester'::text) AND (( SELECT desk.role() AS role) <> ''::text)) OR ( SELECT desk.reads_all() AS reads_all) OR (id = ( SELECT desk.own() AS own))))

--! policy added ON person_hours
CREATE POLICY added ON public.person_hours FOR INSERT WITH CHECK ((( SELECT desk.role() AS role) = ANY (ARRAY['supervisor'::text, 'admin'::text])))

--! policy changed ON person_hours
CREATE POLICY changed ON public.person_hours FOR UPDATE USING ((( SELECT desk.role() AS role) = ANY (ARRAY['supervisor'::text, 'admin'::text])))

--! policy seen ON person_hours
CREATE POLICY seen ON public.person_hours FOR SELECT USING (( SELECT desk.reads_all() AS reads_all))

--! policy changed ON presence
CREATE POLICY changed ON public.presence FOR UPDATE USING ((( SELECT desk.works() AS works) AND ((person_id = ( SELECT desk.me() AS me)) AND (EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = presence.incident_id))))))

--! policy seen ON presence
CREATE POLICY seen ON public.presence FOR SELECT USING ((( SELECT desk.reads_all() AS reads_all) AND (EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = presence.incident_id)))))

--! policy shown ON presence
CREATE POLICY shown ON public.presence FOR INSERT WITH CHECK ((( SELECT desk.works() AS works) AND ((person_id = ( SELECT desk.me() AS me)) AND (EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = presence.incident_id))))))

--! policy changed ON problem
CREATE POLICY changed ON public.problem FOR UPDATE USING (( SELECT desk.works() AS works))

--! policy opened ON problem
CREATE POLICY opened ON public.problem FOR INSERT WITH CHECK (( SELECT desk.works() AS works))

--! policy seen ON problem
CREATE POLICY seen ON public.problem FOR SELECT USING (( SELECT desk.reads_all() AS reads_all))

--! policy seen ON problem_entry
CREATE POLICY seen ON public.problem_entry FOR SELECT USING ((( SELECT desk.reads_all() AS reads_all) AND (EXISTS ( SELECT 1
   FROM problem
  WHERE (problem.id = problem_entry.problem_id)))))

--! policy told ON problem_entry
CREATE POLICY told ON public.problem_entry FOR INSERT WITH CHECK ((( SELECT desk.works() AS works) AND (EXISTS ( SELECT 1
   FROM problem
  WHERE (problem.id = problem_entry.problem_id)))))

--! policy seen ON removed_file
CREATE POLICY seen ON public.removed_file FOR SELECT USING ((EXISTS ( SELECT 1
   FROM attachment
  WHERE (attachment.id = removed_file.attachment_id))))

--! policy seen ON retention_run
CREATE POLICY seen ON public.retention_run FOR SELECT USING (( SELECT desk.reads_all() AS reads_all))

--! policy begun ON review
CREATE POLICY begun ON public.review FOR INSERT WITH CHECK ((( SELECT desk.works() AS works) AND (EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = review.incident_id)))))

--! policy changed ON review
CREATE POLICY changed ON public.review FOR UPDATE USING ((( SELECT desk.works() AS works) AND (EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = review.incident_id)))))

--! policy seen ON review
CREATE POLICY seen ON public.review FOR SELECT USING ((( SELECT desk.reads_all() AS reads_all) AND (EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = review.incident_id)))))

--! policy added ON review_action
CREATE POLICY added ON public.review_action FOR INSERT WITH CHECK ((( SELECT desk.works() AS works) AND (EXISTS ( SELECT 1
   FROM review
  WHERE (review.id = review_action.review_id)))))

--! policy changed ON review_action
CREATE POLICY changed ON public.review_action FOR UPDATE USING ((( SELECT desk.works() AS works) AND (EXISTS ( SELECT 1
   FROM review
  WHERE (review.id = review_action.review_id)))))

--! policy seen ON review_action
CREATE POLICY seen ON public.review_action FOR SELECT USING ((EXISTS ( SELECT 1
   FROM review
  WHERE (review.id = review_action.review_id))))

--! policy added ON review_cause
CREATE POLICY added ON public.review_cause FOR INSERT WITH CHECK ((( SELECT desk.works() AS works) AND (EXISTS ( SELECT 1
   FROM review
  WHERE (review.id = review_cause.review_id)))))

--! policy changed ON review_cause
CREATE POLICY changed ON public.review_cause FOR UPDATE USING ((( SELECT desk.works() AS works) AND (EXISTS ( SELECT 1
   FROM review
  WHERE (review.id = review_cause.review_id)))))

--! policy seen ON review_cause
CREATE POLICY seen ON public.review_cause FOR SELECT USING ((EXISTS ( SELECT 1
   FROM review
  WHERE (review.id = review_cause.review_id))))

--! policy added ON review_decision
CREATE POLICY added ON public.review_decision FOR INSERT WITH CHECK ((( SELECT desk.works() AS works) AND (EXISTS ( SELECT 1
   FROM review
  WHERE (review.id = review_decision.review_id)))))

--! policy changed ON review_decision
CREATE POLICY changed ON public.review_decision FOR UPDATE USING ((( SELECT desk.works() AS works) AND (EXISTS ( SELECT 1
   FROM review
  WHERE (review.id = review_decision.review_id)))))

--! policy seen ON review_decision
CREATE POLICY seen ON public.review_decision FOR SELECT USING ((EXISTS ( SELECT 1
   FROM review
  WHERE (review.id = review_decision.review_id))))

--! policy added ON review_event
CREATE POLICY added ON public.review_event FOR INSERT WITH CHECK ((( SELECT desk.works() AS works) AND (EXISTS ( SELECT 1
   FROM review
  WHERE (review.id = review_event.review_id)))))

--! policy changed ON review_event
CREATE POLICY changed ON public.review_event FOR UPDATE USING ((( SELECT desk.works() AS works) AND (EXISTS ( SELECT 1
   FROM review
  WHERE (review.id = review_event.review_id)))))

--! policy seen ON review_event
CREATE POLICY seen ON public.review_event FOR SELECT USING ((EXISTS ( SELECT 1
   FROM review
  WHERE (review.id = review_event.review_id))))

--! policy added ON review_impact
CREATE POLICY added ON public.review_impact FOR INSERT WITH CHECK ((( SELECT desk.works() AS works) AND (EXISTS ( SELECT 1
   FROM review
  WHERE (review.id = review_impact.review_id)))))

--! policy changed ON review_impact
CREATE POLICY changed ON public.review_impact FOR UPDATE USING ((( SELECT desk.works() AS works) AND (EXISTS ( SELECT 1
   FROM review
  WHERE (review.id = review_impact.review_id)))))

--! policy seen ON review_impact
CREATE POLICY seen ON public.review_impact FOR SELECT USING ((EXISTS ( SELECT 1
   FROM review
  WHERE (review.id = review_impact.review_id))))

--! policy added ON review_lesson
CREATE POLICY added ON public.review_lesson FOR INSERT WITH CHECK ((( SELECT desk.works() AS works) AND (EXISTS ( SELECT 1
   FROM review
  WHERE (review.id = review_lesson.review_id)))))

--! policy changed ON review_lesson
CREATE POLICY changed ON public.review_lesson FOR UPDATE USING ((( SELECT desk.works() AS works) AND (EXISTS ( SELECT 1
   FROM review
  WHERE (review.id = review_lesson.review_id)))))

--! policy seen ON review_lesson
CREATE POLICY seen ON public.review_lesson FOR SELECT USING ((EXISTS ( SELECT 1
   FROM review
  WHERE (review.id = review_lesson.review_id))))

--! policy added ON review_sign_off
CREATE POLICY added ON public.review_sign_off FOR INSERT WITH CHECK ((( SELECT desk.works() AS works) AND (EXISTS ( SELECT 1
   FROM review
  WHERE (review.id = review_sign_off.review_id)))))

--! policy changed ON review_sign_off
CREATE POLICY changed ON public.review_sign_off FOR UPDATE USING ((( SELECT desk.works() AS works) AND (EXISTS ( SELECT 1
   FROM review
  WHERE (review.id = review_sign_off.review_id)))))

--! policy seen ON review_sign_off
CREATE POLICY seen ON public.review_sign_off FOR SELECT USING ((EXISTS ( SELECT 1
   FROM review
  WHERE (review.id = review_sign_off.review_id))))

--! policy changed ON saved_view
CREATE POLICY changed ON public.saved_view FOR UPDATE USING (((owner_id = ( SELECT desk.me() AS me)) OR ((((share)::text = 'all'::text) OR (((share)::text = 'team'::text) AND (group_id = ANY (( SELECT desk.groups() AS groups)::uuid[])))) AND (( SELECT desk.role() AS role) = ANY (ARRAY['supervisor'::text, 'admin'::text]))))) WITH CHECK (
CASE share
    WHEN 'all'::text THEN (( SELECT desk.role() AS role) = ANY (ARRAY['supervisor'::text, 'admin'::text]))
    WHEN 'team'::text THEN (( SELECT desk.reads_all() AS reads_all) AND (group_id = ANY (( SELECT desk.groups() AS groups)::uuid[])))
    ELSE (owner_id = ( SELECT desk.me() AS me))
END)

--! policy saved ON saved_view
CREATE POLICY saved ON public.saved_view FOR INSERT WITH CHECK (((owner_id = ( SELECT desk.me() AS me)) AND
CASE share
    WHEN 'all'::text THEN (( SELECT desk.role() AS role) = ANY (ARRAY['supervisor'::text, 'admin'::text]))
    WHEN 'team'::text THEN (( SELECT desk.reads_all() AS reads_all) AND (group_id = ANY (( SELECT desk.groups() AS groups)::uuid[])))
    ELSE true
END))

--! policy seen ON saved_view
CREATE POLICY seen ON public.saved_view FOR SELECT USING (((owner_id = ( SELECT desk.me() AS me)) OR (((share)::text = 'all'::text) AND (( SELECT desk.me() AS me) IS NOT NULL)) OR (((share)::text = 'team'::text) AND (group_id = ANY (( SELECT desk.groups() AS groups)::uuid[])))))

--! policy added ON saved_view_star
CREATE POLICY added ON public.saved_view_star FOR INSERT WITH CHECK (((person_id = ( SELECT desk.me() AS me)) AND (EXISTS ( SELECT 1
   FROM saved_view
  WHERE (saved_view.id = saved_view_star.view_id)))))

--! policy changed ON saved_view_star
CREATE POLICY changed ON public.saved_view_star FOR UPDATE USING ((person_id = ( SELECT desk.me() AS me))) WITH CHECK (((person_id = ( SELECT desk.me() AS me)) AND (EXISTS ( SELECT 1
   FROM saved_view
  WHERE (saved_view.id = saved_view_star.view_id)))))

--! policy seen ON saved_view_star
CREATE POLICY seen ON public.saved_view_star FOR SELECT USING ((person_id = ( SELECT desk.me() AS me)))

--! policy added ON service
CREATE POLICY added ON public.service FOR INSERT WITH CHECK ((( SELECT desk.role() AS role) = 'admin'::text))

--! policy changed ON service
CREATE POLICY changed ON public.service FOR UPDATE USING ((( SELECT desk.role() AS role) = 'admin'::text))

--! policy seen ON service
CREATE POLICY seen ON public.service FOR SELECT USING ((( SELECT desk.role() AS role) <> ''::text))

--! policy added ON setting
CREATE POLICY added ON public.setting FOR INSERT WITH CHECK (
CASE ( SELECT desk.role() AS role)
    WHEN 'supervisor'::text THEN ((key)::text = ANY ((ARRAY['escalation_chain'::character varying, 'default_calendar_id'::character varying, 'suggestion_filling'::character varying])::text[]))
    WHEN 'admin'::text THEN true
    ELSE false
END)

--! policy changed ON setting
CREATE POLICY changed ON public.setting FOR UPDATE USING (
CASE ( SELECT desk.role() AS role)
    WHEN 'supervisor'::text THEN ((key)::text = ANY ((ARRAY['escalation_chain'::character varying, 'default_calendar_id'::character varying, 'suggestion_filling'::character varying])::text[]))
    WHEN 'admin'::text THEN true
    ELSE false
END)

--! policy seen ON setting
CREATE POLICY seen ON public.setting FOR SELECT USING ((( SELECT desk.reads_all() AS reads_all) OR (((key)::text <> 'escalation_chain'::text) AND (( SELECT desk.own() AS own) IS NOT NULL))))

--! policy changed ON shift_offer
CREATE POLICY changed ON public.shift_offer FOR UPDATE USING ((( SELECT desk.works() AS works) AND (EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = shift_offer.incident_id)))))

--! policy offered ON shift_offer
CREATE POLICY offered ON public.shift_offer FOR INSERT WITH CHECK ((( SELECT desk.works() AS works) AND (EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = shift_offer.incident_id)))))

--! policy seen ON shift_offer
CREATE POLICY seen ON public.shift_offer FOR SELECT USING ((( SELECT desk.reads_all() AS reads_all) AND (EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = shift_offer.incident_id)))))

--! policy added ON site
CREATE POLICY added ON public.site FOR INSERT WITH CHECK ((( SELECT desk.role() AS role) = ANY (ARRAY['supervisor'::text, 'admin'::text])))

--! policy changed ON site
CREATE POLICY changed ON public.site FOR UPDATE USING ((( SELECT desk.role() AS role) = ANY (ARRAY['supervisor'::text, 'admin'::text])))

--! policy seen ON site
CREATE POLICY seen ON public.site FOR SELECT USING ((( SELECT desk.role() AS role) <> ''::text))

--! policy added ON sla_book
CREATE POLICY added ON public.sla_book FOR INSERT WITH CHECK ((( SELECT desk.role() AS role) = ANY (ARRAY['supervisor'::text, 'admin'::text])))

--! policy changed ON sla_book
CREATE POLICY changed ON public.sla_book FOR UPDATE USING ((( SELECT desk.role() AS role) = ANY (ARRAY['supervisor'::text, 'admin'::text])))

--! policy seen ON sla_book
CREATE POLICY seen ON public.sla_book FOR SELECT USING ((( SELECT desk.role() AS role) <> ''::text))

--! policy seen ON sla_firing
CREATE POLICY seen ON public.sla_firing FOR SELECT USING ((( SELECT desk.reads_all() AS reads_all) AND (EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = sla_firing.incident_id)))))

--! policy written ON sla_firing
CREATE POLICY written ON public.sla_firing FOR INSERT WITH CHECK ((( SELECT desk.works() AS works) AND (EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = sla_firing.incident_id)))))

--! policy added ON sla_policy
CREATE POLICY added ON public.sla_policy FOR INSERT WITH CHECK ((( SELECT desk.role() AS role) = ANY (ARRAY['supervisor'::text, 'admin'::text])))

--! policy changed ON sla_policy
CREATE POLICY changed ON public.sla_policy FOR UPDATE USING ((( SELECT desk.role() AS role) = ANY (ARRAY['supervisor'::text, 'admin'::text])))

--! policy seen ON sla_policy
CREATE POLICY seen ON public.sla_policy FOR SELECT USING ((( SELECT desk.role() AS role) <> ''::text))

--! policy added ON sla_policy_version
CREATE POLICY added ON public.sla_policy_version FOR INSERT WITH CHECK ((( SELECT desk.role() AS role) = ANY (ARRAY['supervisor'::text, 'admin'::text])))

--! policy changed ON sla_policy_version
CREATE POLICY changed ON public.sla_policy_version FOR UPDATE USING ((( SELECT desk.role() AS role) = ANY (ARRAY['supervisor'::text, 'admin'::text])))

--! policy seen ON sla_policy_version
CREATE POLICY seen ON public.sla_policy_version FOR SELECT USING ((( SELECT desk.role() AS role) <> ''::text))

--! policy seen ON suggestion_filled
CREATE POLICY seen ON public.suggestion_filled FOR SELECT USING ((( SELECT desk.reads_all() AS reads_all) AND (EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = suggestion_filled.incident_id)))))

--! policy written ON suggestion_filled
CREATE POLICY written ON public.suggestion_filled FOR INSERT WITH CHECK ((( SELECT desk.works() AS works) AND (EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = suggestion_filled.incident_id)))))

--! policy learned ON suggestion_model
CREATE POLICY learned ON public.suggestion_model FOR INSERT WITH CHECK ((( SELECT desk.works() AS works) AND ((copy_of IS NULL) OR (copy_of = (number - 1)) OR (( SELECT desk.role() AS role) = ANY (ARRAY['supervisor'::text, 'admin'::text])))))

--! policy seen ON suggestion_model
CREATE POLICY seen ON public.suggestion_model FOR SELECT USING (( SELECT desk.reads_all() AS reads_all))

--! policy seen ON suggestion_shown
CREATE POLICY seen ON public.suggestion_shown FOR SELECT USING (((( SELECT desk.role() AS role) = ANY (ARRAY['supervisor'::text, 'admin'::text])) AND (EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = suggestion_shown.incident_id)))))

--! policy written ON suggestion_shown
CREATE POLICY written ON public.suggestion_shown FOR INSERT WITH CHECK (((shown_to_id = ( SELECT desk.me() AS me)) AND ( SELECT desk.works() AS works) AND (EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = suggestion_shown.incident_id)))))

--! policy changed ON timer
CREATE POLICY changed ON public.timer FOR UPDATE USING ((( SELECT desk.works() AS works) AND
CASE kind
    WHEN 'shift'::text THEN true
    WHEN 'escalation'::text THEN (EXISTS ( SELECT 1
       FROM escalation
      WHERE (escalation.id = timer.subject_id)))
    ELSE (EXISTS ( SELECT 1
       FROM incident
      WHERE (incident.id = timer.subject_id)))
END))

--! policy seen ON timer
CREATE POLICY seen ON public.timer FOR SELECT USING ((( SELECT desk.reads_all() AS reads_all) AND
CASE kind
    WHEN 'shift'::text THEN true
    WHEN 'escalation'::text THEN (EXISTS ( SELECT 1
       FROM escalation
      WHERE (escalation.id = timer.subject_id)))
    ELSE (EXISTS ( SELECT 1
       FROM incident
      WHERE (incident.id = timer.subject_id)))
END))

--! policy set ON timer
CREATE POLICY set ON public.timer FOR INSERT WITH CHECK ((( SELECT desk.works() AS works) AND
CASE kind
    WHEN 'shift'::text THEN true
    WHEN 'escalation'::text THEN (EXISTS ( SELECT 1
       FROM escalation
      WHERE (escalation.id = timer.subject_id)))
    ELSE (EXISTS ( SELECT 1
       FROM incident
      WHERE (incident.id = timer.subject_id)))
END))

--! policy seen ON unfound_search
CREATE POLICY seen ON public.unfound_search FOR SELECT USING (( SELECT desk.reads_all() AS reads_all))

--! policy added ON unread_mark
CREATE POLICY added ON public.unread_mark FOR INSERT WITH CHECK (((person_id = ( SELECT desk.me() AS me)) AND (EXISTS ( SELECT 1
   FROM incident
  WHERE (incident.id = unread_mark.incident_id)))))

--! policy changed ON unread_mark
CREATE POLICY changed ON public.unread_mark FOR UPDATE USING ((person_id = ( SELECT desk.me() AS me))) WITH CHECK ((person_id = ( SELECT desk.me() AS me)))

--! policy seen ON unread_mark
CREATE POLICY seen ON public.unread_mark FOR SELECT USING ((person_id = ( SELECT desk.me() AS me)))
