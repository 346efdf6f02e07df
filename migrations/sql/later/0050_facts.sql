-- Opening an incident as its caller asked twice whether it may be seen: once for its parts, and again for the facts of its
-- history. Who asks has been looked at by then, so the facts are read by a function of their own, which nobody may call.

-- What counts and clocks need of an incident's journal, without any text. Whoever calls it has to have looked who asks.
CREATE FUNCTION desk.facts_of(wanted uuid) RETURNS TABLE (
    incident_id uuid, id uuid, occurred_at timestamptz, kind varchar, visibility varchar, by_desk boolean,
    author_id uuid, field varchar, old_value text, new_value text
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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
            OR entry.kind IN ('logged', 'reply', 'caller_message', 'state', 'reassigned_unseen'))
     ORDER BY entry.occurred_at, entry.id;
END $$;

-- The facts of an incident that one sees, for its counts and its clocks.
CREATE OR REPLACE FUNCTION desk.told(wanted uuid) RETURNS TABLE (
    incident_id uuid, id uuid, occurred_at timestamptz, kind varchar, visibility varchar, by_desk boolean,
    author_id uuid, field varchar, old_value text, new_value text
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF desk.sees(wanted) THEN
        RETURN QUERY SELECT * FROM desk.facts_of(wanted);
    END IF;
END $$;

CREATE OR REPLACE FUNCTION desk.opened(
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
          INTO told FROM desk.facts_of(wanted) AS fact;
    END IF;
END $$;
