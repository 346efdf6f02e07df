-- The full text of the desk: one row for each thing that can be found, kept by triggers in the transaction that writes
-- the thing itself. Nobody reads this table but desk.search(): a word of a hidden row would tell that it exists.

CREATE TABLE desk.search_document (
    kind text NOT NULL,
    subject_id uuid NOT NULL,
    incident_id uuid,
    is_internal boolean NOT NULL,
    at timestamptz NOT NULL,
    words tsvector NOT NULL,
    PRIMARY KEY (kind, subject_id)
);
CREATE INDEX ix_search_document_entry ON desk.search_document USING gin (words) WHERE kind = 'entry';
CREATE INDEX ix_search_document_other ON desk.search_document USING gin (words) WHERE kind <> 'entry';
CREATE INDEX ix_search_document_incident ON desk.search_document (incident_id) WHERE incident_id IS NOT NULL;

-- A database of the locale C knows the case of A to Z only, so the best collation that the server has is taken.
DO $$
DECLARE
    best text := (
        SELECT quote_ident(nspname) || '.' || quote_ident(collname) FROM pg_collation
          JOIN pg_namespace ON pg_namespace.oid = collnamespace
         WHERE nspname = 'pg_catalog' AND collname IN ('und-x-icu', 'C.UTF-8', 'C.utf8', 'en_US.utf8', 'C')
           AND collencoding IN (-1, pg_char_to_encoding('UTF8'))
         ORDER BY array_position(ARRAY['und-x-icu', 'C.UTF-8', 'C.utf8', 'en_US.utf8', 'C'], collname::text) LIMIT 1
    );
BEGIN
    EXECUTE 'CREATE COLLATION desk.letters FROM ' || best;
END $$;

-- What app/domain/search/folding.py does: lower case, Latin letters without accents, the German sharp s, and a space for
-- every sign that divides runs. Very long texts are found by their first hundred thousand signs.
CREATE FUNCTION desk.folded(told text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT regexp_replace(replace(lower(CASE
        WHEN octet_length(cut) = length(cut) THEN cut
        ELSE normalize(regexp_replace(normalize(cut, NFD), '([A-Za-z])[\u0300-\u036f]+', '\1', 'g'), NFC)
    END COLLATE desk.letters), 'ß', 'ss'), '[{separators}]+', ' ', 'g')
    FROM (SELECT left(told, 100000) AS cut) AS begun
$$;

CREATE FUNCTION desk.words_of(title text, other text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT setweight(to_tsvector('pg_catalog.simple', desk.folded(coalesce(title, ''))), 'A')
        || setweight(to_tsvector('pg_catalog.simple', desk.folded(coalesce(other, ''))), 'D')
$$;

-- What is to be found, as it should be indexed: the triggers write it, desk.check_search() compares it.
CREATE FUNCTION desk.document_of_incident(told incident) RETURNS desk.search_document
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT 'incident', told.id, told.id, false, told.reported_at, desk.words_of(
        told.short_description || ' ' || coalesce(told.source_number, ''),
        concat_ws(' ', told.resolution_notes, told.cause, told.workaround, told.business_impact, told.description))
$$;
CREATE FUNCTION desk.document_of_journal_entry(told journal_entry) RETURNS desk.search_document
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT 'entry', told.id, told.incident_id, told.visibility <> 'public', told.occurred_at, desk.words_of('', told.body)
$$;
CREATE FUNCTION desk.document_of_person(told person) RETURNS desk.search_document
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT 'person', told.id, NULL::uuid, true, '2000-01-01 00:00:00+00'::timestamptz, desk.words_of(
        told.name, concat_ws(' ', told.email, told.phone, told.job_title))
$$;
CREATE FUNCTION desk.document_of_configuration_item(told configuration_item) RETURNS desk.search_document
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT 'item', told.id, NULL::uuid, true, '2000-01-01 00:00:00+00'::timestamptz, desk.words_of(told.name, told.kind)
$$;
CREATE FUNCTION desk.document_of_review(told review) RETURNS desk.search_document
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT 'review', told.id, told.incident_id, true, told.created_at, desk.words_of(
        told.title, concat_ws(' ', told.summary, told.detection, told.recovery, told.business_effect))
$$;

CREATE FUNCTION desk.drop_document() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    DELETE FROM desk.search_document WHERE kind = TG_ARGV[0] AND subject_id = OLD.id;
    RETURN NULL;
END $$;
DO $$
DECLARE
    line record;
BEGIN
    FOR line IN SELECT * FROM (VALUES
        ('incident', 'incident', 'true', 'short_description, source_number, description, resolution_notes, cause, workaround, business_impact'),
        ('journal_entry', 'entry', '{row}.body IS NOT NULL AND {row}.kind <> ''logged''', 'body, visibility'),
        ('person', 'person', 'true', 'name, email, phone, job_title'),
        ('configuration_item', 'item', 'true', 'name, kind'),
        ('review', 'review', 'true', 'title, summary, detection, recovery, business_effect')
    ) AS lines (name, kind, told, columns) LOOP
        EXECUTE format(
            'CREATE FUNCTION desk.keep_document_of_%1$s() RETURNS trigger'
            ' LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $keep$ BEGIN'
            ' INSERT INTO desk.search_document SELECT made.* FROM desk.document_of_%1$s(NEW) AS made'
            ' ON CONFLICT (kind, subject_id) DO UPDATE SET words = excluded.words, is_internal = excluded.is_internal;'
            ' RETURN NULL; END $keep$', line.name);
        EXECUTE format('CREATE TRIGGER search_insert AFTER INSERT ON public.%1$I FOR EACH ROW WHEN (%2$s)'
                       ' EXECUTE FUNCTION desk.keep_document_of_%1$s()', line.name, replace(line.told, '{row}', 'NEW'));
        EXECUTE format('CREATE TRIGGER search_update AFTER UPDATE OF %3$s ON public.%1$I FOR EACH ROW WHEN (%2$s)'
                       ' EXECUTE FUNCTION desk.keep_document_of_%1$s()', line.name,
                       replace(line.told, '{row}', 'NEW'), line.columns);
        EXECUTE format('CREATE TRIGGER search_delete AFTER DELETE ON public.%I FOR EACH ROW'
                       ' EXECUTE FUNCTION desk.drop_document(%L)', line.name, line.kind);
    END LOOP;
END $$;

CREATE FUNCTION desk.search_due() RETURNS SETOF desk.search_document
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
$$;

-- Indexes every row anew; only the owner calls it, after rows came in without triggers.
CREATE FUNCTION desk.fill_search() RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    DELETE FROM desk.search_document;
    INSERT INTO desk.search_document SELECT * FROM desk.search_due();
END $$;

-- How many rows of each kind the index lacks, and how many it has that are not so; no line where all is well.
CREATE FUNCTION desk.check_search() RETURNS TABLE (kind text, missing bigint, stale bigint)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN QUERY
    SELECT coalesce(due.kind, kept.kind), count(*) FILTER (WHERE kept.kind IS NULL),
           count(*) FILTER (WHERE kept.kind IS NOT NULL)
      FROM desk.search_due() AS due
      FULL JOIN desk.search_document AS kept ON kept.kind = due.kind AND kept.subject_id = due.subject_id
     WHERE (due.words, due.is_internal, due.incident_id) IS DISTINCT FROM (kept.words, kept.is_internal, kept.incident_id)
     GROUP BY 1;
END $$;

SELECT desk.fill_search();
