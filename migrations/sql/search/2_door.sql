-- The only way to the index. It applies the rules of migrations/sql/rights/2_visibility.sql by itself, because a policy
-- would make every search read the whole table; and a word that is to be absent counts only where the reader may read
-- it, or leaving words out would tell what internal notes say.
--
-- `of_person` narrows to the incidents of a caller and to what callers may read. The newest matches are ranked, so that
-- a word which stands everywhere costs no more than others.
CREATE FUNCTION desk.search(kind text, wanted tsquery, unwanted tsquery, of_person uuid, most integer)
RETURNS TABLE (subject_id uuid, incident_id uuid, rank real)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    is_owner boolean := pg_has_role(session_user, current_user, 'MEMBER');
    reads_all boolean := is_owner OR desk.reads_all();
    reads_internal boolean := reads_all AND of_person IS NULL;
    mine uuid := desk.own();
    groups uuid[] := desk.groups();
BEGIN
    IF search.kind IN ('incident', 'entry', 'review') THEN
        RETURN QUERY
        SELECT newest.subject_id, newest.incident_id, ts_rank(newest.words, wanted)
          FROM (SELECT document.subject_id, document.incident_id, document.words
                  FROM desk.search_document AS document
                  JOIN public.incident ON incident.id = document.incident_id
                 WHERE document.kind = search.kind AND document.words @@ wanted
                   AND (reads_internal OR NOT document.is_internal)
                   AND (is_owner OR (incident.restricted_group_id IS NULL AND reads_all)
                        OR incident.restricted_group_id = ANY (groups) OR incident.caller_id = mine)
                   AND (of_person IS NULL OR incident.caller_id = of_person)
                   AND (unwanted IS NULL OR NOT EXISTS (
                        SELECT 1 FROM desk.search_document AS other
                         WHERE other.incident_id = document.incident_id AND other.words @@ unwanted
                           AND (search.kind <> 'review' OR other.subject_id = document.subject_id)
                           AND (reads_internal OR NOT other.is_internal)))
                 ORDER BY document.at DESC LIMIT 5000) AS newest
         ORDER BY 3 DESC LIMIT most;
    ELSE
        RETURN QUERY
        SELECT document.subject_id, document.incident_id, ts_rank(document.words, wanted)
          FROM desk.search_document AS document
         WHERE document.kind = search.kind AND document.words @@ wanted
           AND (reads_internal OR NOT document.is_internal)
           AND (unwanted IS NULL OR NOT document.words @@ unwanted)
         ORDER BY 3 DESC LIMIT most;
    END IF;
END $$;
