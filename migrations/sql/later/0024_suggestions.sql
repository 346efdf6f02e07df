-- Whoever works at the desk writes down what became of what they were shown; only who leads the desk reads it, as it
-- tells how people work. A foreign key asks for a row without any policy, so the check asks for the incident by itself.
ALTER TABLE suggestion_shown ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON suggestion_shown FOR SELECT USING (
    (SELECT desk.role()) IN ('supervisor', 'admin')
    AND EXISTS (SELECT 1 FROM incident WHERE incident.id = suggestion_shown.incident_id)
);
CREATE POLICY written ON suggestion_shown FOR INSERT WITH CHECK (
    shown_to_id = (SELECT desk.me()) AND (SELECT desk.reads_all())
    AND EXISTS (SELECT 1 FROM incident WHERE incident.id = suggestion_shown.incident_id)
);
-- Going back to an older version is for whoever leads the desk.
DROP POLICY learned ON suggestion_model;
CREATE POLICY learned ON suggestion_model FOR INSERT WITH CHECK (
    (SELECT desk.reads_all()) AND (copy_of IS NULL OR (SELECT desk.role()) IN ('supervisor', 'admin'))
);
CREATE TRIGGER suggestion_shown_no_update BEFORE UPDATE ON suggestion_shown
    FOR EACH ROW EXECUTE FUNCTION refuse_edit_of_evidence();
CREATE TRIGGER suggestion_shown_no_delete BEFORE DELETE ON suggestion_shown
    FOR EACH ROW EXECUTE FUNCTION refuse_edit_of_evidence();
CREATE TRIGGER suggestion_shown_no_truncate BEFORE TRUNCATE ON suggestion_shown
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_edit_of_evidence();

-- In which share of all texts a word stands, for the thousand or so commonest words: what is rarer has no line, so this
-- tells of no single incident. The figures are those that the planner keeps; before they are gathered there are none.
CREATE FUNCTION desk.common_words(words text[]) RETURNS TABLE (word text, share real)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT known.word, known.share
      FROM pg_catalog.pg_stats AS stats,
           unnest(stats.most_common_elems::text::text[], stats.most_common_elem_freqs) AS known (word, share)
     WHERE stats.schemaname = 'desk' AND stats.tablename = 'search_document' AND stats.attname = 'words'
       AND known.word = ANY (words)
       AND (pg_has_role(session_user, current_user, 'MEMBER') OR desk.reads_all())
$$;
