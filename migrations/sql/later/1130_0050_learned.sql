-- What was learned is from as many incidents as a version learns from at most (`_MOST` in app/services/suggestions/queries.py).
-- Where what was learned anew is worse, the version before it stays as a new one that is the same, so that the desk does
-- not learn again before there is more; whoever may learn writes that. Going back further is for whoever leads the desk.
CREATE OR REPLACE FUNCTION desk.guard_suggestion_model() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NEW;
    END IF;
    IF NEW.number <> (SELECT coalesce(max(known.number), 0) + 1 FROM public.suggestion_model AS known)
       OR NOT desk.is_now(NEW.learned_at) THEN
        PERFORM desk.refuse('what was learned is the next version, and of now');
    ELSIF NEW.incidents > 50000 THEN
        PERFORM desk.refuse('nothing is learned from so many incidents');
    ELSIF NEW.copy_of IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM public.suggestion_model AS known
         WHERE known.number = NEW.copy_of AND known.content = NEW.content
           AND (known.incidents = NEW.incidents OR NEW.copy_of = NEW.number - 1)
    ) THEN
        PERFORM desk.refuse('who goes back to a version brings back what it was');
    END IF;
    RETURN NEW;
END $$;

DROP POLICY learned ON suggestion_model;
CREATE POLICY learned ON suggestion_model FOR INSERT WITH CHECK (
    (SELECT desk.reads_all())
    AND (copy_of IS NULL OR copy_of = number - 1 OR (SELECT desk.role()) IN ('supervisor', 'admin'))
);
