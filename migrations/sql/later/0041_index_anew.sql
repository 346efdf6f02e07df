-- Makes the index anew a page at a time, in the order of the identifiers, so that whoever waits is told how far it is.
--
-- What is right already is left alone: people go on saving meanwhile, and wait for no row that need not change. The last
-- page also takes away what the index has of rows that are gone.
CREATE FUNCTION desk.renew_search(kind text, after uuid, most integer, OUT last uuid, OUT seen integer)
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
        'INSERT INTO desk.search_document SELECT made.* FROM public.%1$I AS told'
        ' CROSS JOIN LATERAL desk.document_of_%1$s(told) AS made'
        ' LEFT JOIN desk.search_document AS kept ON kept.kind = made.kind AND kept.subject_id = made.subject_id'
        ' WHERE (%2$s) AND ($1 IS NULL OR told.id > $1) AND told.id <= $2'
        ' AND (kept.words, kept.is_internal, kept.incident_id, kept.at)'
        ' IS DISTINCT FROM (made.words, made.is_internal, made.incident_id, made.at)'
        ' ON CONFLICT ON CONSTRAINT search_document_pkey DO UPDATE SET words = excluded.words,'
        ' is_internal = excluded.is_internal, incident_id = excluded.incident_id, at = excluded.at', source, told
    ) USING after, last;
    EXECUTE format(
        'DELETE FROM desk.search_document AS kept WHERE kept.kind = $3 AND ($1 IS NULL OR kept.subject_id > $1)'
        ' AND ($2 IS NULL OR kept.subject_id <= $2)'
        ' AND NOT EXISTS (SELECT 1 FROM public.%1$I AS told WHERE told.id = kept.subject_id AND (%2$s))', source, told
    ) USING after, CASE WHEN seen = most THEN last END, renew_search.kind;
END $$;
DROP FUNCTION desk.fill_search();
