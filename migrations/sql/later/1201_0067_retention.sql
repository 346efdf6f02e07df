-- A desk says how long it keeps files and notifications. What is past its time is taken by one function, which asks for
-- nothing but the rule: whoever calls it takes nothing else and nothing sooner, and what it took it writes down. A rule
-- that takes more than before begins a week after it was set, whoever sets it.

ALTER TABLE removed_file ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON removed_file FOR SELECT USING (
    EXISTS (SELECT 1 FROM attachment WHERE attachment.id = removed_file.attachment_id)
);
ALTER TABLE held_incident ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON held_incident FOR SELECT USING (
    (SELECT desk.reads_all()) AND EXISTS (SELECT 1 FROM incident WHERE incident.id = held_incident.incident_id)
);
CREATE POLICY held ON held_incident FOR INSERT WITH CHECK (
    (SELECT desk.role()) = 'admin' AND EXISTS (SELECT 1 FROM incident WHERE incident.id = held_incident.incident_id)
);
CREATE POLICY changed ON held_incident FOR UPDATE USING (
    (SELECT desk.role()) = 'admin' AND EXISTS (SELECT 1 FROM incident WHERE incident.id = held_incident.incident_id)
);
ALTER TABLE retention_run ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON retention_run FOR SELECT USING ((SELECT desk.reads_all()));

ALTER TABLE held_incident ALTER COLUMN reason SET STATISTICS 0;

CREATE FUNCTION public.refuse_retention_edit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what a rule has removed, and that it did, stays recorded';
END $$;
CREATE TRIGGER removed_file_no_edit BEFORE UPDATE OR DELETE ON removed_file
    FOR EACH ROW EXECUTE FUNCTION refuse_retention_edit();
CREATE TRIGGER retention_run_no_edit BEFORE UPDATE OR DELETE ON retention_run
    FOR EACH ROW EXECUTE FUNCTION refuse_retention_edit();
CREATE TRIGGER held_incident_no_delete BEFORE DELETE ON held_incident
    FOR EACH ROW EXECUTE FUNCTION refuse_retention_edit();

CREATE FUNCTION desk.guard_held_incident() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON held_incident FOR EACH ROW EXECUTE FUNCTION desk.guard_held_incident();

-- For how many months a kind is kept by what a rule says at a moment; NULL: for ever.
CREATE FUNCTION desk.retention_months(rule jsonb, at timestamptz) RETURNS integer
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN CASE WHEN (rule ->> 'begins_at')::timestamptz > at THEN (rule ->> 'before')::integer
                ELSE (rule ->> 'months')::integer END;
END $$;

-- As before, and a rule that takes more than before begins a week later, while what held before holds on.
CREATE OR REPLACE FUNCTION desk.guard_setting() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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
END $$;

-- Whether nothing that belongs to an incident may be taken: it is open, it ended too lately, or it is held back.
CREATE FUNCTION desk.is_retained(about incident, before timestamptz, at timestamptz) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN about.state NOT IN ('closed', 'canceled')
        OR coalesce(about.closed_at, about.updated_at) >= before
        OR about.major_state IN ('proposed', 'accepted')
        OR EXISTS (SELECT 1 FROM public.review WHERE review.incident_id = about.id)
        OR EXISTS (SELECT 1 FROM public.held_incident AS held WHERE held.incident_id = about.id
                      AND (held.released_at IS NULL OR held.released_at > at - interval '7 days'));
END $$;

-- What there is of a kind, or what a rule that takes what is older than a moment would take.
CREATE FUNCTION desk.retention_count(
    kind text, before timestamptz, at timestamptz, OUT taken bigint, OUT size bigint, OUT oldest timestamptz
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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
END $$;

-- Takes at most so many files, and no more than so many bytes but for the first, that are older than a moment.
CREATE FUNCTION desk.remove_files(before timestamptz, at timestamptz, months integer, rule_by uuid, most integer,
                                  OUT taken integer, OUT size bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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
END $$;

-- One short stretch of a run by the rule of a kind: how much was taken. NULL where somebody else is at it.
CREATE FUNCTION desk.retain(kind text, at timestamptz, most integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    rule jsonb;
    rule_by uuid;
    months integer;
    before timestamptz;
    taken integer := 0;
    size bigint := 0;
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND NOT (desk.reads_all() AND desk.is_now(retain.at)) THEN
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
END $$;

-- As before, and the content of a file that was removed comes back with the next one that is the same.
CREATE OR REPLACE FUNCTION desk.attach(id uuid, incident_id uuid, entry_id uuid, file_name text, media_type text, data bytea, added_by_id uuid, added_at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $$
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
END $$;

-- As before, and of a file that was removed when, and by whose rule.
CREATE OR REPLACE FUNCTION desk.opened(wanted uuid, reader uuid, whole boolean, OUT head json, OUT entries json, OUT changes json, OUT files json, OUT links json, OUT told json)
 RETURNS record
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
AS $$
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
END $$;
