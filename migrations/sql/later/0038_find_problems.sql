-- Words: what stands in a problem. All of it is for the desk, so none of it is found for callers.
CREATE FUNCTION desk.document_of_problem(told problem) RETURNS desk.search_document
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT 'problem', told.id, NULL::uuid, true, told.created_at,
           desk.words_of(told.title, concat_ws(' ', told.description, told.cause, told.workaround, told.fix))
$$;
CREATE FUNCTION desk.keep_document_of_problem() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    INSERT INTO desk.search_document SELECT made.* FROM desk.document_of_problem(NEW) AS made
        ON CONFLICT (kind, subject_id) DO UPDATE SET words = excluded.words, is_internal = excluded.is_internal;
    RETURN NULL;
END $$;
CREATE TRIGGER search_insert AFTER INSERT ON problem FOR EACH ROW EXECUTE FUNCTION desk.keep_document_of_problem();
CREATE TRIGGER search_update AFTER UPDATE OF title, description, cause, workaround, fix ON problem FOR EACH ROW
    EXECUTE FUNCTION desk.keep_document_of_problem();
CREATE TRIGGER search_delete AFTER DELETE ON problem FOR EACH ROW EXECUTE FUNCTION desk.drop_document('problem');

CREATE OR REPLACE FUNCTION desk.search_due() RETURNS SETOF desk.search_document
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT made.* FROM public.incident, desk.document_of_incident(incident) AS made
    UNION ALL
    SELECT made.* FROM public.journal_entry, desk.document_of_journal_entry(journal_entry) AS made
     WHERE journal_entry.body IS NOT NULL AND journal_entry.kind <> 'logged'
    UNION ALL
    SELECT made.* FROM public.person, desk.document_of_person(person) AS made
    UNION ALL
    SELECT made.* FROM public.configuration_item, desk.document_of_configuration_item(configuration_item) AS made
    UNION ALL
    SELECT made.* FROM public.review, desk.document_of_review(review) AS made
    UNION ALL
    SELECT made.* FROM public.article, desk.document_of_article(article) AS made
    UNION ALL
    SELECT made.* FROM public.problem, desk.document_of_problem(problem) AS made
$$;

INSERT INTO desk.search_document SELECT made.* FROM public.problem, desk.document_of_problem(problem) AS made;
