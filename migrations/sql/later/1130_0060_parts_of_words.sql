-- Incidents in whose titles what was typed stands anywhere, newest first, as far as the login may read them. LIKE is not
-- leakproof, so under the policies of the table no index could be taken: the rules are applied here, as by desk.search().
-- Parts that stand in many titles are found among the newest; for the others an index of trigrams is taken where
-- `server init` could make one, and without it every title is read.
CREATE FUNCTION desk.incidents_holding(patterns text[], of_person uuid, most integer) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    is_owner boolean := pg_has_role(session_user, current_user, 'MEMBER');
    reads_all boolean := is_owner OR desk.reads_all();
    groups uuid[] := CASE WHEN NOT is_owner THEN desk.groups() END;
    mine uuid := desk.own();
    found uuid[];
BEGIN
    IF NOT reads_all OR of_person IS NOT NULL THEN
        RETURN QUERY
        SELECT incident.id FROM public.incident
         WHERE incident.id = ANY (desk.own_incidents(reads_all, of_person))
           AND lower(incident.short_description) LIKE ANY (patterns)
         ORDER BY incident.number DESC LIMIT most;
        RETURN;
    END IF;
    found := ARRAY(
        SELECT newest.id
          FROM (SELECT incident.* FROM public.incident ORDER BY incident.number DESC LIMIT 5000) AS newest
         WHERE lower(newest.short_description) LIKE ANY (patterns)
           AND (groups IS NULL OR newest.restricted_group_id IS NULL OR newest.restricted_group_id = ANY (groups)
                OR newest.caller_id = mine)
         ORDER BY newest.number DESC LIMIT most);
    IF cardinality(found) < most THEN
        -- By a sum, so that nobody walks through the whole table in the order of its numbers to meet a few.
        found := ARRAY(
            SELECT incident.id FROM public.incident
             WHERE lower(incident.short_description) LIKE ANY (patterns)
               AND (groups IS NULL OR incident.restricted_group_id IS NULL
                    OR incident.restricted_group_id = ANY (groups) OR incident.caller_id = mine)
             ORDER BY incident.number + 0 DESC LIMIT most);
    END IF;
    RETURN QUERY SELECT unnest(found);
END $$;
