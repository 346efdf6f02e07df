-- What a model wrote is marked for the desk, and never for requesters. Whoever had it written says so, and now; whoever
-- checked it has done so themself, once. A foreign key asks for a row without any policy, so the policies ask for the
-- article and the review by themselves: a review of an incident that one does not see has no mark either.
ALTER TABLE help_mark ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON help_mark FOR SELECT USING (
    (SELECT desk.reads_all())
    AND (review_id IS NULL OR EXISTS (SELECT 1 FROM review WHERE review.id = help_mark.review_id))
);
CREATE POLICY marked ON help_mark FOR INSERT WITH CHECK (
    (SELECT desk.reads_all())
    AND (review_id IS NULL OR EXISTS (SELECT 1 FROM review WHERE review.id = help_mark.review_id))
);
CREATE POLICY checked ON help_mark FOR UPDATE USING (
    (SELECT desk.reads_all())
    AND (review_id IS NULL OR EXISTS (SELECT 1 FROM review WHERE review.id = help_mark.review_id))
);

CREATE FUNCTION desk.guard_help_mark() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    about uuid := (SELECT incident_id FROM public.review WHERE review.id = NEW.review_id);
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF NEW.asked_by_id IS DISTINCT FROM desk.me() OR NOT desk.is_now(NEW.at, about)
           OR num_nonnulls(NEW.checked_at, NEW.checked_by_id) > 0 THEN
            PERFORM desk.refuse('whoever had a text written has done so, and now');
        END IF;
    ELSIF OLD.checked_at IS NOT NULL OR NEW.checked_by_id IS DISTINCT FROM desk.me()
          OR NOT desk.is_now(NEW.checked_at, about) THEN
        PERFORM desk.refuse('whoever checked a text has done so, once and now');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON help_mark FOR EACH ROW EXECUTE FUNCTION desk.guard_help_mark();
