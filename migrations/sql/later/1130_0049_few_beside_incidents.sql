-- Articles, people, items, problems and reviews are few beside the incidents. Looked for in one index with them, a word
-- that stands in many incidents had the documents of all these read and thrown away.
CREATE INDEX ix_search_document_few ON desk.search_document USING gin (words) WHERE kind NOT IN ('entry', 'incident');

-- By the rules of 1130_0045; what is no incident and no entry has a branch of its own, which that index answers.
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
END $$;

-- A third of the pages tells as well which words are common, and each document is taken apart once instead of being
-- asked for every form of every word: eight words of a call have a hundred forms.
CREATE OR REPLACE FUNCTION desk.common_words(words text[]) RETURNS TABLE (word text, share real)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
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
END $$;
