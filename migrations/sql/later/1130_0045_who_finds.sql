-- Who may not see an incident stands on what can be found of it, as it does on its clocks: a search made a list of all
-- restricted incidents first, and took four times as long for it as for finding a rare word.
--
-- Nothing but these functions writes the column or reads it. Nothing is looked up in steps that depend on how much is
-- hidden, so the time of a search tells no more than before.
ALTER TABLE desk.search_document ADD COLUMN restricted_group_id uuid;
UPDATE desk.search_document AS document SET restricted_group_id = incident.restricted_group_id
  FROM public.incident
 WHERE incident.id = document.incident_id AND incident.restricted_group_id IS NOT NULL;

-- The group to which an incident is restricted, for something new that can be found of it. The lock waits for whoever is
-- changing that, and makes whoever wants to wait until this transaction is over: else each would miss what the other
-- writes.
CREATE FUNCTION desk.restriction_of(incident_id uuid) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    found uuid;
BEGIN
    IF restriction_of.incident_id IS NOT NULL THEN
        SELECT incident.restricted_group_id INTO found
          FROM public.incident WHERE incident.id = restriction_of.incident_id FOR SHARE;
    END IF;
    RETURN found;
END $$;

-- The last column is filled where a document is kept, because it takes a look at another row.
CREATE OR REPLACE FUNCTION desk.document_of_incident(told incident) RETURNS desk.search_document
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT 'incident', told.id, told.id, false, told.reported_at, desk.words_of(
        told.short_description || ' ' || coalesce(told.source_number, ''),
        concat_ws(' ', told.resolution_notes, told.cause, told.workaround, told.business_impact, told.description)),
        NULL::uuid
$$;
CREATE OR REPLACE FUNCTION desk.document_of_journal_entry(told journal_entry) RETURNS desk.search_document
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT 'entry', told.id, told.incident_id, told.visibility <> 'public', told.occurred_at,
           desk.words_of('', told.body), NULL::uuid
$$;
CREATE OR REPLACE FUNCTION desk.document_of_person(told person) RETURNS desk.search_document
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT 'person', told.id, NULL::uuid, true, '2000-01-01 00:00:00+00'::timestamptz, desk.words_of(
        told.name, concat_ws(' ', told.email, told.phone, told.job_title)), NULL::uuid
$$;
CREATE OR REPLACE FUNCTION desk.document_of_configuration_item(told configuration_item) RETURNS desk.search_document
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT 'item', told.id, NULL::uuid, true, '2000-01-01 00:00:00+00'::timestamptz, desk.words_of(told.name, told.kind),
           NULL::uuid
$$;
CREATE OR REPLACE FUNCTION desk.document_of_review(told review) RETURNS desk.search_document
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT 'review', told.id, told.incident_id, true, told.created_at, desk.words_of(
        told.title, concat_ws(' ', told.summary, told.detection, told.recovery, told.business_effect)), NULL::uuid
$$;
CREATE OR REPLACE FUNCTION desk.document_of_article(told article) RETURNS desk.search_document
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT 'article', told.id, NULL::uuid, told.published_version IS NULL OR told.audience <> 'everyone', told.created_at,
           desk.words_of(told.title, concat_ws(' ', told.summary, told.body)), NULL::uuid
$$;
CREATE OR REPLACE FUNCTION desk.document_of_problem(told problem) RETURNS desk.search_document
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT 'problem', told.id, NULL::uuid, true, told.created_at,
           desk.words_of(told.title, concat_ws(' ', told.description, told.cause, told.workaround, told.fix)), NULL::uuid
$$;

DO $$
DECLARE
    of_incident text;
BEGIN
    FOREACH of_incident IN ARRAY ARRAY['incident', 'journal_entry', 'review'] LOOP
        EXECUTE format(
            'CREATE OR REPLACE FUNCTION desk.keep_document_of_%1$s() RETURNS trigger'
            ' LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $keep$ BEGIN'
            ' INSERT INTO desk.search_document'
            ' SELECT made.kind, made.subject_id, made.incident_id, made.is_internal, made.at, made.words,'
            ' desk.restriction_of(made.incident_id) FROM desk.document_of_%1$s(NEW) AS made'
            ' ON CONFLICT (kind, subject_id) DO UPDATE SET words = excluded.words, is_internal = excluded.is_internal;'
            ' RETURN NULL; END $keep$', of_incident);
    END LOOP;
END $$;

CREATE OR REPLACE FUNCTION desk.tell_clocks_who_sees() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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
END $$;

CREATE OR REPLACE FUNCTION desk.check_search() RETURNS TABLE (kind text, missing bigint, stale bigint)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
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
END $$;

-- As in 0041; what has another group than its incident is made anew as well.
CREATE OR REPLACE FUNCTION desk.renew_search(kind text, after uuid, most integer, OUT last uuid, OUT seen integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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
END $$;

-- By the rules of 0042, but for how it is found out what is hidden: without `groups`, nothing is.
CREATE OR REPLACE FUNCTION desk.search(
    kind text, wanted tsquery, typed tsquery, unwanted tsquery, of_person uuid, most integer
)
RETURNS TABLE (subject_id uuid, incident_id uuid, rank real)
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100
SET search_path = pg_catalog, public, pg_temp SET plan_cache_mode = force_generic_plan SET work_mem = '32MB' AS $$
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
                   AND (unwanted IS NULL OR search.kind = 'incident' OR NOT document.words @@ unwanted)
                 ORDER BY document.at DESC LIMIT 5000) AS newest
         ORDER BY 3 DESC LIMIT most;
    END IF;
END $$;

CREATE OR REPLACE FUNCTION desk.incidents_with(wanted tsquery, kinds text[], of_person uuid) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp SET plan_cache_mode = force_generic_plan SET work_mem = '32MB' AS $$
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
END $$;

DROP FUNCTION desk.hidden_incidents(uuid[]);
DROP INDEX public.ix_incident_restricted;
