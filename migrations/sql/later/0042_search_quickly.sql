-- Who may not see an incident is told by the few that are restricted, or by the few that are one's own: these are read,
-- not the incident of every match.
CREATE INDEX ix_incident_restricted ON incident (id, restricted_group_id) WHERE restricted_group_id IS NOT NULL;

-- The incidents that somebody who works at the desk may not see.
CREATE FUNCTION desk.hidden_incidents(groups uuid[]) RETURNS uuid[]
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN ARRAY(SELECT incident.id FROM public.incident
                  WHERE incident.restricted_group_id IS NOT NULL AND incident.restricted_group_id <> ALL (groups));
END $$;

-- The incidents of a caller, or those of whoever asks where that is a caller.
CREATE FUNCTION desk.own_incidents(reads_all boolean, of_person uuid) RETURNS uuid[]
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    mine uuid := CASE WHEN reads_all THEN of_person ELSE desk.own() END;
BEGIN
    RETURN ARRAY(SELECT incident.id FROM public.incident
                  WHERE incident.caller_id = mine AND (of_person IS NULL OR incident.caller_id = of_person));
END $$;

-- The incidents in which something stands, as far as the reader may read it: those that are to be left out.
CREATE FUNCTION desk.incidents_having(unwanted tsquery, reads_internal boolean) RETURNS uuid[]
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp SET plan_cache_mode = force_generic_plan AS $$
BEGIN
    RETURN ARRAY(SELECT document.incident_id FROM desk.search_document AS document
                  WHERE document.kind <> 'entry' AND (document.kind || '') = 'incident' AND document.words @@ unwanted
                  UNION
                 SELECT document.incident_id FROM desk.search_document AS document
                  WHERE document.kind = 'entry' AND document.words @@ unwanted
                    AND (reads_internal OR NOT document.is_internal));
END $$;

-- The only way to the index. It applies the rules of migrations/sql/rights/2_visibility.sql by itself, because a policy
-- would make every search read the whole table; and a word that is to be absent counts only where the reader may read
-- it, or leaving words out would tell what internal notes say.
--
-- `of_person` narrows to the incidents of a caller and to what callers may read; these are few, and are looked through by
-- themselves. The newest matches are ranked, so that a word which stands everywhere costs no more than others. What has
-- the words as they were `typed` is ranked by these alone: a score takes as long as its query, and `wanted` has a dozen
-- forms of each word.
--
-- The plans are made once for each connection, as the index of words is always the way. The kind is compared as an
-- expression, because the primary key begins with it: a plan would read all keys of a kind to meet them with the few
-- rows that have a word. The newest rows are held with their words, for which the usual memory is too little.
DROP FUNCTION desk.search(text, tsquery, tsquery, uuid, integer);
CREATE FUNCTION desk.search(
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
    hidden uuid[] := '{}';
    own uuid[];
BEGIN
    IF is_of_incident AND reads_all AND NOT is_owner THEN
        hidden := desk.hidden_incidents(desk.groups());
    END IF;
    IF unwanted IS NOT NULL AND search.kind IN ('incident', 'entry') THEN
        hidden := hidden || desk.incidents_having(unwanted, reads_internal);
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
           AND (hidden = '{}' OR document.incident_id NOT IN (SELECT unnest(hidden)))
         ORDER BY 3 DESC LIMIT most;
    ELSIF search.kind = 'entry' THEN
        RETURN QUERY
        SELECT newest.subject_id, newest.incident_id,
               CASE WHEN newest.words @@ typed THEN ts_rank(newest.words, typed) ELSE ts_rank(newest.words, wanted) END
          FROM (SELECT document.subject_id, document.incident_id, document.words
                  FROM desk.search_document AS document
                 WHERE document.kind = 'entry' AND document.words @@ wanted
                   AND (hidden = '{}' OR document.incident_id NOT IN (SELECT unnest(hidden)))
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
                   AND (hidden = '{}' OR document.incident_id NOT IN (SELECT unnest(hidden)))
                   AND (unwanted IS NULL OR search.kind = 'incident' OR NOT document.words @@ unwanted)
                 ORDER BY document.at DESC LIMIT 5000) AS newest
         ORDER BY 3 DESC LIMIT most;
    END IF;
END $$;
