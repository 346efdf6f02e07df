-- Who is connected, and who sees which row, is asked for with less work: by one question to the tables instead of a chain
-- of functions, and of the clocks without looking up their incidents.
--
-- What stands in braces is replaced by the migration: the one row of the person who is connected. It is no view, because
-- the check of a desk knows functions by their texts.

-- Whether the service that runs the timers is connected, which is nobody.
CREATE FUNCTION desk.runs_jobs() RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN EXISTS (
        SELECT 1 FROM desk.account
         WHERE account.login = session_user::text COLLATE "default" AND account.is_jobs AND NOT account.must_change
    ) AND NOT EXISTS (SELECT 1 FROM {connected});
END $$;

-- Each of these is called a dozen times for an incident that is opened. A call of another function would double what it
-- costs, and so would working something out outside the question.
CREATE OR REPLACE FUNCTION desk.who(OUT id uuid, OUT role text)
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    SELECT person.id, person.role INTO who.id, who.role FROM {connected};
    IF who.role IS NULL THEN
        who.role := CASE WHEN desk.runs_jobs() THEN 'jobs' ELSE '' END;
    END IF;
END $$;

CREATE OR REPLACE FUNCTION desk.me() RETURNS uuid
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    found uuid;
BEGIN
    SELECT person.id INTO found FROM {connected};
    RETURN found;
END $$;

CREATE OR REPLACE FUNCTION desk.role() RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    found text;
BEGIN
    SELECT person.role INTO found FROM {connected};
    IF found IS NULL THEN
        found := CASE WHEN desk.runs_jobs() THEN 'jobs' ELSE '' END;
    END IF;
    RETURN found;
END $$;

CREATE OR REPLACE FUNCTION desk.reads_all() RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    found boolean;
BEGIN
    SELECT person.role IN ('agent', 'supervisor', 'admin') INTO found FROM {connected};
    IF found IS NULL THEN
        found := desk.runs_jobs();
    END IF;
    RETURN found;
END $$;

CREATE OR REPLACE FUNCTION desk.own() RETURNS uuid
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    found uuid;
BEGIN
    SELECT person.id INTO found FROM {connected} AND person.role = 'requester';
    RETURN found;
END $$;

CREATE OR REPLACE FUNCTION desk.groups() RETURNS uuid[]
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    found uuid[];
BEGIN
    SELECT ARRAY(
        SELECT member.group_id FROM public.group_member AS member
         WHERE member.person_id = person.id AND person.role IN ('agent', 'supervisor', 'admin')
    ) INTO found FROM {connected};
    IF found IS NULL THEN
        found := ARRAY(SELECT assignment_group.id FROM public.assignment_group WHERE desk.runs_jobs());
    END IF;
    RETURN found;
END $$;

-- What decides who sees an incident stands on its clocks as well: a list of 30,000 open incidents looked each of them up
-- for its clocks. People cannot write these columns, they have no grant; triggers keep them.
ALTER TABLE incident_clocks ADD COLUMN restricted_group_id uuid, ADD COLUMN caller_id uuid;
UPDATE incident_clocks SET restricted_group_id = incident.restricted_group_id, caller_id = incident.caller_id
  FROM incident
 WHERE incident.id = incident_clocks.incident_id
   AND num_nonnulls(incident.restricted_group_id, incident.caller_id) > 0;

-- The lock waits for whoever is changing who sees the incident, and makes whoever wants to wait for these clocks: else
-- each would miss what the other writes. An incident that is hidden is not locked, and told apart from none by nothing.
CREATE OR REPLACE FUNCTION desk.guard_clocks() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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
END $$;

-- A transaction that keeps to one old state of the database would not see clocks that were added since, and leave them
-- open to everybody.
CREATE FUNCTION desk.tell_clocks_who_sees() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF current_setting('transaction_isolation') NOT IN ('read committed', 'read uncommitted') THEN
        PERFORM desk.refuse('who sees an incident is changed in a transaction that sees what others commit');
    END IF;
    UPDATE public.incident_clocks AS clocks
       SET restricted_group_id = NEW.restricted_group_id, caller_id = NEW.caller_id
     WHERE clocks.incident_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER tell_clocks_who_sees AFTER UPDATE OF restricted_group_id, caller_id ON incident FOR EACH ROW
    WHEN ((OLD.restricted_group_id, OLD.caller_id) IS DISTINCT FROM (NEW.restricted_group_id, NEW.caller_id))
    EXECUTE FUNCTION desk.tell_clocks_who_sees();

-- The same rule for both; groups are asked for only where there is one.
DO $$
DECLARE
    line record;
    sees constant text := '(restricted_group_id IS NULL AND (SELECT desk.reads_all()))'
        ' OR (restricted_group_id IS NOT NULL AND restricted_group_id = ANY ((SELECT desk.groups())::uuid[]))';
    owns constant text := ' OR caller_id = (SELECT desk.own())';
BEGIN
    FOR line IN SELECT * FROM (VALUES
        ('incident', 'seen', 'USING', owns), ('incident', 'logged', 'WITH CHECK', owns),
        ('incident', 'changed', 'USING', owns), ('incident_clocks', 'seen', 'USING', owns),
        ('incident_clocks', 'written', 'WITH CHECK', ''), ('incident_clocks', 'changed', 'USING', '')
    ) AS lines (name, policy, kind, more) LOOP
        EXECUTE format('ALTER POLICY %I ON %I %s (%s)', line.policy, line.name, line.kind, sees || line.more);
    END LOOP;
END $$;

-- Everybody knows the people of the desk; that asks one question of a caller and not three.
ALTER POLICY seen ON person USING (
    (role <> 'requester' AND (SELECT desk.role()) <> '') OR (SELECT desk.reads_all()) OR id = (SELECT desk.own())
);

CREATE OR REPLACE FUNCTION desk.sees(incident_id uuid) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    found boolean;
BEGIN
    SELECT (incident.restricted_group_id IS NULL AND desk.reads_all())
           OR (incident.restricted_group_id IS NOT NULL AND incident.restricted_group_id = ANY (desk.groups()))
           OR incident.caller_id = desk.own()
      INTO found FROM public.incident WHERE incident.id = sees.incident_id;
    RETURN coalesce(found, false);
END $$;

-- An incident and all that hangs on it, as far as the reader may see it: who that is, is asked once, and then its parts are
-- read without asking again for each row. The rules are those of the policies; `told` is what counts of internal entries,
-- for a caller's login, to which they do not exist.
--
-- Whoever is no owner is who they are, and `whole` can only take away from what they read: a caller's view of it. For the
-- owner of the tables, to whom nothing is denied, the program says for whom it asks.
CREATE FUNCTION desk.opened(
    wanted uuid, reader uuid, whole boolean,
    OUT head json, OUT entries json, OUT changes json, OUT files json, OUT links json, OUT told json
)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp SET plan_cache_mode = force_generic_plan AS $$
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
                       file.id, file.entry_id, file.file_name, file.media_type, file.size, file.added_at))
              FROM public.attachment AS file
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
          INTO told FROM desk.told(wanted) AS fact;
    END IF;
END $$;

-- What is open and who sees it, by the index alone: a list by time left looks at every open incident, and in a desk with a
-- long past each of them lies on a page of its own.
CREATE INDEX ix_incident_open_seen ON incident (id) INCLUDE (number, state, restricted_group_id, caller_id)
    WHERE state IN ('new', 'in_progress', 'on_hold');
