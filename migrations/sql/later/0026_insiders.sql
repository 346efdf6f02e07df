-- What an insider found in the tables that came last.

-- A change without a condition asks for no right to read, so who leads the desk could open what another team keeps to
-- itself to everybody, without ever having seen it. Only what one sees can be changed.
ALTER POLICY changed ON saved_view USING (
    owner_id = (SELECT desk.me())
    OR ((share = 'all' OR (share = 'team' AND group_id = ANY ((SELECT desk.groups())::uuid[])))
        AND (SELECT desk.role()) IN ('supervisor', 'admin'))
);
ALTER POLICY changed ON macro USING (
    owner_id = (SELECT desk.me())
    OR ((share = 'all' OR (share = 'team' AND group_id = ANY ((SELECT desk.groups())::uuid[])))
        AND (SELECT desk.role()) IN ('supervisor', 'admin'))
);

-- A step in the history of an article has been taken, and once: who only saved an article that was published could write
-- down that they had published it, and who published it could leave that out. Here stands what has moved and was not told
-- yet; at the end of a transaction there is nothing of it left.
CREATE TABLE desk.article_moved (
    article_id uuid PRIMARY KEY,
    was text NOT NULL,
    state text NOT NULL,
    at timestamptz NOT NULL
);

CREATE OR REPLACE FUNCTION desk.guard_article() RETURNS trigger
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
    IF NEW.state <> OLD.state AND NEW.version = OLD.version THEN
        INSERT INTO desk.article_moved AS moved (article_id, was, state, at)
            VALUES (NEW.id, OLD.state, NEW.state, NEW.updated_at)
            ON CONFLICT (article_id) DO UPDATE SET was = excluded.was, state = excluded.state, at = excluded.at;
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION desk.demand_article() RETURNS trigger
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
    ELSIF EXISTS (
        SELECT 1 FROM desk.article_moved AS moved
         WHERE moved.article_id = NEW.id AND desk.is_of_this_transaction(moved.xmin)
    ) THEN
        PERFORM desk.refuse('a step of an article is told by its history');
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION desk.guard_article_step() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NEW;
    END IF;
    DELETE FROM desk.article_moved AS moved
     USING public.article
     WHERE moved.article_id = NEW.article_id AND article.id = NEW.article_id AND article.version = NEW.version
       AND moved.at = NEW.at AND desk.is_of_this_transaction(moved.xmin)
       AND moved.was || ' ' || NEW.step || ' ' || moved.state = ANY (ARRAY[
           'draft submit in_review', 'in_review send_back draft', 'in_review publish published',
           'draft retire retired', 'in_review retire retired', 'published retire retired', 'retired restore draft'
       ]);
    IF NOT FOUND OR NEW.person_id IS DISTINCT FROM desk.me() THEN
        PERFORM desk.refuse('whoever takes a step has taken it, and now');
    END IF;
    RETURN NEW;
END $$;

-- Opinions are counted, so each person has one of an article and an incident.
CREATE OR REPLACE FUNCTION desk.guard_article_use() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF NEW.person_id IS DISTINCT FROM desk.me() OR NOT desk.is_now(NEW.at, NEW.incident_id)
           OR num_nonnulls(NEW.removed_at, NEW.removed_by_id) > 0 THEN
            PERFORM desk.refuse('whoever used an article has used it, and now');
        ELSIF NEW.kind IN ('helped', 'did_not_help') AND EXISTS (
            SELECT 1 FROM public.article_use AS said
             WHERE said.article_id = NEW.article_id AND said.person_id = NEW.person_id AND said.removed_at IS NULL
               AND said.kind IN ('helped', 'did_not_help') AND said.incident_id IS NOT DISTINCT FROM NEW.incident_id
        ) THEN
            PERFORM desk.refuse('everybody has one opinion of an article');
        END IF;
    ELSIF OLD.removed_at IS NOT NULL OR NEW.removed_by_id IS DISTINCT FROM desk.me()
          OR NOT desk.is_now(NEW.removed_at, NEW.incident_id) THEN
        PERFORM desk.refuse('whoever takes it back has done so, once and now');
    END IF;
    RETURN NEW;
END $$;

-- What became of a suggestion is written down when it happens.
CREATE FUNCTION desk.guard_suggestion_shown() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND NOT desk.is_now(NEW.at, NEW.incident_id) THEN
        PERFORM desk.refuse('what became of a suggestion is written down when it happens');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT ON suggestion_shown FOR EACH ROW EXECUTE FUNCTION desk.guard_suggestion_shown();
