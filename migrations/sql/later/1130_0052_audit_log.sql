-- Administrators read the audit log, but nothing in it of what the window would not show them: the chains of incidents
-- that are restricted to others, of their escalations and reviews, and of what people and teams keep for themselves.

CREATE FUNCTION desk.untold_chains() RETURNS TABLE (subject text, subject_id text)
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, public, pg_temp AS $$
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
END $$;

-- Links, uses of articles and lines of hand-overs stand in chains that everybody at the desk may read, and name the
-- incident: who does not see that does not see them.
CREATE FUNCTION desk.untold_parts() RETURNS TABLE (part text, subject_id text, part_id text)
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, public, pg_temp AS $$
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
    )
    SELECT found.part, replace(found.subject_id::text, '-', ''), replace(found.part_id, '-', '') FROM found;
END $$;

-- What both functions below read, with the filter as $1 to $11. What imports recorded for many has no single record, so
-- its content is neither told nor looked through.
CREATE FUNCTION desk.entries_told() RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
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
$$;

CREATE FUNCTION desk.demand_audit_reader() RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND desk.role() IS DISTINCT FROM 'admin' THEN
        PERFORM desk.refuse('only administrators read the audit log');
    END IF;
END $$;

-- A page of the log, the newest first, after the entry that the last four arguments before `most` name.
CREATE FUNCTION desk.audit_entries(
    since timestamptz, until timestamptz, by_person uuid, by_program boolean, kind text, record_id text, deed text,
    field text, words text, subjects text[], ids text[],
    after_at timestamptz, after_subject text, after_id text, after_n integer, most integer
) RETURNS TABLE (
    subject text, subject_id text, n integer, at timestamptz, login text, person_id uuid, act text, part text,
    part_id text, content text
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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
END $$;

CREATE FUNCTION desk.count_audit_entries(
    since timestamptz, until timestamptz, by_person uuid, by_program boolean, kind text, record_id text, deed text,
    field text, words text, subjects text[], ids text[]
) RETURNS bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    counted bigint;
BEGIN
    PERFORM desk.demand_audit_reader();
    EXECUTE 'SELECT count(*) FROM ' || desk.entries_told() INTO counted
        USING since, until, by_person, by_program, kind, record_id, deed, field, words, subjects, ids;
    RETURN counted;
END $$;
