-- The incidents that have a word in their own texts, in their journal, or in what is known of their caller, for the filter
-- of a list; by the rules of desk.search(), and all of them, unranked, some of them more than once. `kinds` says where the
-- word is looked for.
CREATE FUNCTION desk.incidents_with(wanted tsquery, kinds text[], of_person uuid) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp SET plan_cache_mode = force_generic_plan SET work_mem = '32MB' AS $$
DECLARE
    is_owner boolean := pg_has_role(session_user, current_user, 'MEMBER');
    reads_all boolean := is_owner OR desk.reads_all();
    hidden uuid[] := CASE WHEN is_owner OR NOT reads_all THEN '{}' ELSE desk.hidden_incidents(desk.groups()) END;
    own uuid[];
BEGIN
    IF NOT reads_all OR of_person IS NOT NULL THEN
        own := desk.own_incidents(reads_all, of_person);
        RETURN QUERY
        SELECT document.incident_id FROM desk.search_document AS document
         WHERE document.incident_id = ANY (own) AND document.kind IN ('incident', 'entry')
           AND document.kind = ANY (kinds) AND document.words @@ wanted AND NOT document.is_internal
           AND (hidden = '{}' OR document.incident_id NOT IN (SELECT unnest(hidden)));
        RETURN;
    END IF;
    RETURN QUERY
    SELECT document.incident_id FROM desk.search_document AS document
     WHERE document.kind <> 'entry' AND (document.kind || '') = 'incident' AND document.words @@ wanted
       AND (hidden = '{}' OR document.incident_id NOT IN (SELECT unnest(hidden)));
    IF 'entry' = ANY (kinds) THEN
        RETURN QUERY
        SELECT document.incident_id FROM desk.search_document AS document
         WHERE document.kind = 'entry' AND document.words @@ wanted
           AND (hidden = '{}' OR document.incident_id NOT IN (SELECT unnest(hidden)));
    END IF;
    IF 'person' = ANY (kinds) THEN
        RETURN QUERY
        SELECT incident.id FROM desk.search_document AS document
          JOIN public.incident ON incident.caller_id = document.subject_id
         WHERE document.kind <> 'entry' AND (document.kind || '') = 'person' AND document.words @@ wanted
           AND (hidden = '{}' OR incident.id NOT IN (SELECT unnest(hidden)));
    END IF;
END $$;
