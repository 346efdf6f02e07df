-- Knowledge: agents read and write all of it; requesters read what is published for everyone, and nothing tells them of
-- the rest. Who approves has written none of what is new, whatever the program.

ALTER TABLE article ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON article FOR SELECT USING (
    (SELECT desk.reads_all())
    OR (published_version IS NOT NULL AND audience = 'everyone' AND (SELECT desk.own()) IS NOT NULL)
);
CREATE POLICY written ON article FOR INSERT WITH CHECK ((SELECT desk.reads_all()));
CREATE POLICY changed ON article FOR UPDATE USING ((SELECT desk.reads_all()));

ALTER TABLE article_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON article_version FOR SELECT USING (
    (SELECT desk.reads_all())
    OR EXISTS (SELECT 1 FROM article WHERE article.id = article_id AND article.published_version = article_version.number)
);
CREATE POLICY written ON article_version FOR INSERT WITH CHECK ((SELECT desk.reads_all()));

ALTER TABLE article_step ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON article_step FOR SELECT USING ((SELECT desk.reads_all()));
CREATE POLICY taken ON article_step FOR INSERT WITH CHECK ((SELECT desk.reads_all()));

ALTER TABLE article_service ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON article_service FOR SELECT USING (
    EXISTS (SELECT 1 FROM article WHERE article.id = article_service.article_id)
);
CREATE POLICY named ON article_service FOR INSERT WITH CHECK ((SELECT desk.reads_all()));
CREATE POLICY changed ON article_service FOR UPDATE USING ((SELECT desk.reads_all()));

-- What was done with an article names the incident, so it is seen by whoever sees that.
ALTER TABLE article_use ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON article_use FOR SELECT USING (
    ((SELECT desk.reads_all())
     AND (incident_id IS NULL OR EXISTS (SELECT 1 FROM incident WHERE incident.id = article_use.incident_id)))
    OR person_id = (SELECT desk.own())
);
CREATE POLICY told ON article_use FOR INSERT WITH CHECK (
    EXISTS (SELECT 1 FROM article WHERE article.id = article_use.article_id)
    AND CASE WHEN (SELECT desk.reads_all())
        THEN incident_id IS NULL OR EXISTS (SELECT 1 FROM incident WHERE incident.id = article_use.incident_id)
        ELSE incident_id IS NULL AND kind IN ('helped', 'did_not_help')
    END
);
CREATE POLICY changed ON article_use FOR UPDATE USING (
    (SELECT desk.reads_all())
    AND (incident_id IS NULL OR EXISTS (SELECT 1 FROM incident WHERE incident.id = article_use.incident_id))
    OR person_id = (SELECT desk.me())
);

ALTER TABLE article ALTER COLUMN title SET STATISTICS 0;
ALTER TABLE article ALTER COLUMN summary SET STATISTICS 0;
ALTER TABLE article ALTER COLUMN body SET STATISTICS 0;
ALTER TABLE article_version ALTER COLUMN title SET STATISTICS 0;
ALTER TABLE article_version ALTER COLUMN summary SET STATISTICS 0;
ALTER TABLE article_version ALTER COLUMN body SET STATISTICS 0;

-- The counter of articles is handed out like that of incidents, and to whoever works at the desk.
CREATE OR REPLACE FUNCTION desk.next_number(name text, count integer) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    mine text := desk.role();
    reached bigint;
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') THEN
        IF mine = '' OR count < 1 OR (count > 1 AND mine <> 'admin') OR count > 1000000
           OR next_number.name NOT IN ('incident', 'article') OR (next_number.name = 'article' AND mine = 'requester') THEN
            PERFORM desk.refuse('numbers are handed out one at a time, to people of the desk');
        END IF;
    END IF;
    INSERT INTO public.number_counter AS counter (name, last) VALUES (next_number.name, count)
        ON CONFLICT ON CONSTRAINT pk_number_counter DO UPDATE SET last = counter.last + excluded.last
        RETURNING counter.last INTO reached;
    RETURN reached;
END $$;

CREATE FUNCTION desk.guard_article() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    steps text[] := ARRAY[
        'draft in_review', 'in_review draft', 'in_review published', 'published draft', 'draft retired',
        'in_review retired', 'published retired', 'retired draft'
    ];
    counter record;
    leads boolean := desk.role() IN ('supervisor', 'admin');
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'INSERT' THEN
        SELECT last, xmin INTO counter FROM public.number_counter WHERE name = 'article';
        IF counter.last IS NULL OR NOT desk.is_of_this_transaction(counter.xmin) OR NEW.number <> counter.last THEN
            PERFORM desk.refuse('the number of an article is handed out, not chosen');
        ELSIF NEW.state <> 'draft' OR NEW.version <> 1 OR NEW.edit <> 1 OR NEW.author_id IS DISTINCT FROM desk.me()
           OR num_nonnulls(NEW.published_version, NEW.published_at, NEW.approver_id) > 0
           OR NOT desk.is_now(NEW.created_at) OR NEW.updated_at <> NEW.created_at THEN
            PERFORM desk.refuse('an article begins as a draft of whoever writes it, and now');
        END IF;
        RETURN NEW;
    END IF;
    IF NEW.edit <> OLD.edit + 1 OR NOT desk.is_now(NEW.updated_at) THEN
        PERFORM desk.refuse('each change of an article raises its counter by one, and happens now');
    ELSIF NEW.state <> OLD.state AND NOT OLD.state || ' ' || NEW.state = ANY (steps) THEN
        PERFORM desk.refuse('an article goes from draft to review to publication, or is retired');
    ELSIF NEW.version NOT IN (OLD.version, OLD.version + 1) OR (NEW.version > OLD.version AND NEW.state <> 'draft') THEN
        PERFORM desk.refuse('a new version of an article is a draft');
    END IF;
    IF NEW.state = 'published' AND OLD.state <> 'published' THEN
        IF NOT leads THEN
            PERFORM desk.refuse('a supervisor publishes articles');
        ELSIF NEW.approver_id IS DISTINCT FROM desk.me() OR NEW.published_at IS DISTINCT FROM NEW.updated_at
           OR NEW.published_version IS DISTINCT FROM OLD.version OR NEW.version <> OLD.version THEN
            PERFORM desk.refuse('whoever publishes an article has approved its newest version, and now');
        ELSIF EXISTS (
            SELECT 1 FROM public.article_version AS written
             WHERE written.article_id = NEW.id AND written.number > coalesce(OLD.published_version, 0)
               AND written.author_id = desk.me()
        ) THEN
            PERFORM desk.refuse('nobody approves what they wrote');
        END IF;
    ELSIF NEW.state = 'retired' AND OLD.state <> 'retired' THEN
        IF OLD.published_version IS NOT NULL AND NOT leads THEN
            PERFORM desk.refuse('a supervisor retires what was published');
        ELSIF num_nonnulls(NEW.published_version, NEW.published_at, NEW.approver_id) > 0 THEN
            PERFORM desk.refuse('a retired article is published no longer');
        END IF;
    ELSIF (NEW.published_version, NEW.published_at, NEW.approver_id)
          IS DISTINCT FROM (OLD.published_version, OLD.published_at, OLD.approver_id) THEN
        PERFORM desk.refuse('what readers see changes only by a step');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON article FOR EACH ROW EXECUTE FUNCTION desk.guard_article();

-- What readers see, and what is found by words, is what the version says, and nothing that was slipped in beside it.
CREATE FUNCTION desk.demand_article() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND NOT EXISTS (
        SELECT 1 FROM public.article AS told
          JOIN public.article_version AS written ON written.article_id = told.id
           AND written.number = coalesce(told.published_version, told.version)
          JOIN public.article_version AS newest ON newest.article_id = told.id AND newest.number = told.version
         WHERE told.id = NEW.id AND (told.title, told.summary, told.body, told.audience)
               = (written.title, written.summary, written.body, written.audience)
    ) THEN
        PERFORM desk.refuse('an article says what its version says');
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER demand_article AFTER INSERT OR UPDATE ON article DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION desk.demand_article();

CREATE FUNCTION desk.guard_article_version() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND (
        NEW.author_id IS DISTINCT FROM desk.me() OR NOT EXISTS (
            SELECT 1 FROM public.article
             WHERE article.id = NEW.article_id AND article.version = NEW.number AND article.state = 'draft'
               AND article.updated_at = NEW.created_at AND desk.is_of_this_transaction(article.xmin)
        )
    ) THEN
        PERFORM desk.refuse('whoever writes a version has written it, and now');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT ON article_version FOR EACH ROW EXECUTE FUNCTION desk.guard_article_version();

CREATE FUNCTION desk.guard_article_step() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND (
        NEW.person_id IS DISTINCT FROM desk.me() OR NOT EXISTS (
            SELECT 1 FROM public.article
             WHERE article.id = NEW.article_id AND article.version = NEW.version AND article.updated_at = NEW.at
               AND desk.is_of_this_transaction(article.xmin)
               AND article.state = CASE NEW.step
                   WHEN 'submit' THEN 'in_review' WHEN 'publish' THEN 'published' WHEN 'retire' THEN 'retired' ELSE 'draft'
               END
        )
    ) THEN
        PERFORM desk.refuse('whoever takes a step has taken it, and now');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT ON article_step FOR EACH ROW EXECUTE FUNCTION desk.guard_article_step();

CREATE FUNCTION desk.guard_article_use() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF NEW.person_id IS DISTINCT FROM desk.me() OR NOT desk.is_now(NEW.at, NEW.incident_id)
           OR num_nonnulls(NEW.removed_at, NEW.removed_by_id) > 0 THEN
            PERFORM desk.refuse('whoever used an article has used it, and now');
        END IF;
    ELSIF OLD.removed_at IS NOT NULL OR NEW.removed_by_id IS DISTINCT FROM desk.me()
          OR NOT desk.is_now(NEW.removed_at, NEW.incident_id) THEN
        PERFORM desk.refuse('whoever takes it back has done so, once and now');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON article_use FOR EACH ROW EXECUTE FUNCTION desk.guard_article_use();

CREATE FUNCTION public.refuse_article_edit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was written of an article stays';
END $$;
CREATE TRIGGER article_version_no_update BEFORE UPDATE ON article_version FOR EACH ROW
    EXECUTE FUNCTION refuse_article_edit();
CREATE TRIGGER article_version_no_delete BEFORE DELETE ON article_version FOR EACH ROW
    EXECUTE FUNCTION refuse_article_edit();
CREATE TRIGGER article_step_no_update BEFORE UPDATE ON article_step FOR EACH ROW EXECUTE FUNCTION refuse_article_edit();
CREATE TRIGGER article_step_no_delete BEFORE DELETE ON article_step FOR EACH ROW EXECUTE FUNCTION refuse_article_edit();

CREATE FUNCTION public.tell_of_article() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO change_feed (kind, subject_id, incident_id, xid, at)
    SELECT DISTINCT 'article', id, NULL::uuid, pg_current_xact_id()::text::bigint, clock_timestamp() FROM fresh
        ON CONFLICT DO NOTHING;
    IF FOUND THEN
        PERFORM ring_change_feed();
    END IF;
    RETURN NULL;
END $$;
CREATE FUNCTION public.tell_of_article_use() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO change_feed (kind, subject_id, incident_id, xid, at)
    SELECT DISTINCT 'article', article_id, NULL::uuid, pg_current_xact_id()::text::bigint, clock_timestamp() FROM fresh
        ON CONFLICT DO NOTHING;
    IF FOUND THEN
        PERFORM ring_change_feed();
    END IF;
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION tell_of_article(), tell_of_article_use(), refuse_article_edit() FROM PUBLIC;
CREATE TRIGGER article_insert_is_told AFTER INSERT ON article REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION tell_of_article();
CREATE TRIGGER article_update_is_told AFTER UPDATE ON article REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION tell_of_article();
CREATE TRIGGER article_use_insert_is_told AFTER INSERT ON article_use REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION tell_of_article_use();
CREATE TRIGGER article_use_update_is_told AFTER UPDATE ON article_use REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION tell_of_article_use();

-- Words: what stands in an article as readers see it.
CREATE FUNCTION desk.document_of_article(told article) RETURNS desk.search_document
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT 'article', told.id, NULL::uuid, told.published_version IS NULL OR told.audience <> 'everyone', told.created_at,
           desk.words_of(told.title, concat_ws(' ', told.summary, told.body))
$$;
CREATE FUNCTION desk.keep_document_of_article() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    INSERT INTO desk.search_document SELECT made.* FROM desk.document_of_article(NEW) AS made
        ON CONFLICT (kind, subject_id) DO UPDATE SET words = excluded.words, is_internal = excluded.is_internal;
    RETURN NULL;
END $$;
CREATE TRIGGER search_insert AFTER INSERT ON article FOR EACH ROW EXECUTE FUNCTION desk.keep_document_of_article();
CREATE TRIGGER search_update AFTER UPDATE OF title, summary, body, audience, published_version ON article FOR EACH ROW
    EXECUTE FUNCTION desk.keep_document_of_article();
CREATE TRIGGER search_delete AFTER DELETE ON article FOR EACH ROW EXECUTE FUNCTION desk.drop_document('article');

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
$$;
