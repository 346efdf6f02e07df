-- The incidents that have a word in their own texts, in their journal, or in what is known of their caller, for the filter
-- of a list; by the rules of desk.search(), and all of them, unranked. `kinds` says where the word is looked for.
CREATE FUNCTION desk.incidents_with(wanted tsquery, kinds text[], of_person uuid) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    is_owner boolean := pg_has_role(session_user, current_user, 'MEMBER');
    reads_all boolean := is_owner OR desk.reads_all();
    reads_internal boolean := reads_all AND of_person IS NULL;
    hidden uuid[] := CASE WHEN is_owner OR NOT reads_all THEN '{}' ELSE desk.hidden_incidents(desk.groups()) END;
    own uuid[];
BEGIN
    IF NOT reads_all OR of_person IS NOT NULL THEN
        own := desk.own_incidents(reads_all, of_person);
    END IF;
    RETURN QUERY
    SELECT found.id
      FROM (SELECT document.incident_id AS id
              FROM desk.search_document AS document
             WHERE document.kind = 'incident' AND 'incident' = ANY (kinds) AND document.words @@ wanted
               AND (own IS NULL OR document.incident_id = ANY (own))
             UNION
            SELECT document.incident_id
              FROM desk.search_document AS document
             WHERE document.kind = 'entry' AND 'entry' = ANY (kinds) AND document.words @@ wanted
               AND (reads_internal OR NOT document.is_internal)
               AND (own IS NULL OR document.incident_id = ANY (own))
             UNION
            SELECT incident.id
              FROM desk.search_document AS document
              JOIN public.incident ON incident.caller_id = document.subject_id
             WHERE document.kind = 'person' AND 'person' = ANY (kinds) AND reads_internal AND document.words @@ wanted
           ) AS found
     WHERE hidden = '{}' OR found.id NOT IN (SELECT unnest(hidden));
END $$;
