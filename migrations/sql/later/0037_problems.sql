-- Problems are for the desk: requesters see nothing of them (what helps them is published as an article). Which incidents
-- belong to one stands in the incidents, so nobody learns more of them here than there.

ALTER TABLE problem ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON problem FOR SELECT USING ((SELECT desk.reads_all()));
CREATE POLICY opened ON problem FOR INSERT WITH CHECK ((SELECT desk.reads_all()));
CREATE POLICY changed ON problem FOR UPDATE USING ((SELECT desk.reads_all()));

ALTER TABLE problem_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON problem_entry FOR SELECT USING (
    (SELECT desk.reads_all()) AND EXISTS (SELECT 1 FROM problem WHERE problem.id = problem_entry.problem_id)
);
CREATE POLICY told ON problem_entry FOR INSERT WITH CHECK (
    (SELECT desk.reads_all()) AND EXISTS (SELECT 1 FROM problem WHERE problem.id = problem_entry.problem_id)
);

ALTER TABLE problem ALTER COLUMN title SET STATISTICS 0;
ALTER TABLE problem ALTER COLUMN description SET STATISTICS 0;
ALTER TABLE problem ALTER COLUMN cause SET STATISTICS 0;
ALTER TABLE problem ALTER COLUMN workaround SET STATISTICS 0;
ALTER TABLE problem ALTER COLUMN fix SET STATISTICS 0;
ALTER TABLE problem_entry ALTER COLUMN body SET STATISTICS 0;

CREATE OR REPLACE FUNCTION desk.next_number(name text, count integer) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    mine text := desk.role();
    reached bigint;
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') THEN
        IF mine = '' OR count < 1 OR (count > 1 AND mine <> 'admin') OR count > 1000000
           OR next_number.name NOT IN ('incident', 'article', 'problem')
           OR (next_number.name <> 'incident' AND mine = 'requester') THEN
            PERFORM desk.refuse('numbers are handed out one at a time, to people of the desk');
        END IF;
    END IF;
    INSERT INTO public.number_counter AS counter (name, last) VALUES (next_number.name, count)
        ON CONFLICT ON CONSTRAINT pk_number_counter DO UPDATE SET last = counter.last + excluded.last
        RETURNING counter.last INTO reached;
    RETURN reached;
END $$;

CREATE FUNCTION desk.guard_problem() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    steps text[] := ARRAY[
        'new investigating', 'new closed', 'investigating new', 'investigating known_error', 'investigating resolved',
        'investigating closed', 'known_error investigating', 'known_error resolved', 'known_error closed',
        'resolved investigating', 'resolved known_error', 'resolved closed', 'closed new', 'closed investigating',
        'closed known_error', 'closed resolved'
    ];
    counter record;
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'INSERT' THEN
        SELECT last, xmin INTO counter FROM public.number_counter WHERE name = 'problem';
        IF counter.last IS NULL OR NOT desk.is_of_this_transaction(counter.xmin) OR NEW.number <> counter.last THEN
            PERFORM desk.refuse('the number of a problem is handed out, not chosen');
        ELSIF NEW.state <> 'new' OR NEW.edit <> 1 OR NEW.created_by_id IS DISTINCT FROM desk.me()
           OR num_nonnulls(NEW.resolved_at, NEW.closed_at) > 0
           OR NOT desk.is_now(NEW.created_at) OR NEW.updated_at <> NEW.created_at THEN
            PERFORM desk.refuse('a problem begins as new, by whoever opens it, and now');
        END IF;
        RETURN NEW;
    END IF;
    IF NEW.edit <> OLD.edit + 1 OR NOT desk.is_now(NEW.updated_at) THEN
        PERFORM desk.refuse('each change of a problem raises its counter by one, and happens now');
    ELSIF NEW.state <> OLD.state AND NOT OLD.state || ' ' || NEW.state = ANY (steps) THEN
        PERFORM desk.refuse('a problem takes no such step');
    ELSIF NEW.state = 'known_error' AND OLD.state <> NEW.state AND (NEW.cause = '' OR NEW.workaround = '') THEN
        PERFORM desk.refuse('a known error has a cause and a workaround');
    ELSIF NEW.state = 'resolved' AND OLD.state <> NEW.state AND (NEW.cause = '' OR NEW.fix = '') THEN
        PERFORM desk.refuse('a problem is resolved by a fix of its cause');
    ELSIF NEW.resolved_at IS DISTINCT FROM OLD.resolved_at AND NEW.resolved_at IS NOT NULL
          AND (NEW.state <> 'resolved' OR NEW.resolved_at <> NEW.updated_at)
          OR NEW.closed_at IS DISTINCT FROM OLD.closed_at AND NEW.closed_at IS NOT NULL
          AND (NEW.state <> 'closed' OR NEW.closed_at <> NEW.updated_at) THEN
        PERFORM desk.refuse('a problem is resolved and closed when it is, and now');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON problem FOR EACH ROW EXECUTE FUNCTION desk.guard_problem();

CREATE FUNCTION desk.guard_problem_entry() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND (
        NEW.author_id IS DISTINCT FROM desk.me() OR NOT EXISTS (
            SELECT 1 FROM public.problem
             WHERE problem.id = NEW.problem_id AND problem.updated_at = NEW.at
               AND desk.is_of_this_transaction(problem.xmin)
               AND (NEW.kind = 'opened') = (problem.edit = 1)
        ) OR (NEW.kind <> 'change' AND NEW.changes <> '[]'::jsonb)
    ) THEN
        PERFORM desk.refuse('whoever tells something of a problem has told it, and now');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT ON problem_entry FOR EACH ROW EXECUTE FUNCTION desk.guard_problem_entry();

-- What changes is told in the history, field by field, in the same transaction.
CREATE FUNCTION desk.demand_problem_entry() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    field text;
    before text;
    after text;
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NULL;
    END IF;
    IF NOT EXISTS (
        SELECT 1 FROM public.problem_entry AS told WHERE told.problem_id = NEW.id AND told.at = NEW.updated_at
           AND told.author_id = desk.me() AND desk.is_of_this_transaction(told.xmin)
    ) THEN
        PERFORM desk.refuse('what happens to a problem is told in its history');
    END IF;
    IF TG_OP = 'INSERT' THEN
        RETURN NULL;
    END IF;
    FOREACH field IN ARRAY ARRAY[
        'title', 'description', 'service_id', 'configuration_item_id', 'category_id', 'owner_id', 'group_id', 'state',
        'cause', 'workaround', 'workaround_state', 'fix'
    ] LOOP
        before := to_jsonb(OLD) ->> field;
        after := to_jsonb(NEW) ->> field;
        IF field LIKE '%\_id' THEN
            before := replace(before, '-', '');
            after := replace(after, '-', '');
        END IF;
        IF before IS DISTINCT FROM after AND NOT EXISTS (
            SELECT 1 FROM public.problem_entry AS told
             WHERE told.problem_id = NEW.id AND told.at = NEW.updated_at AND told.author_id = desk.me()
               AND told.changes @> jsonb_build_array(jsonb_build_object('field', field, 'old', before, 'new', after))
        ) THEN
            PERFORM desk.refuse('what changes of a problem is told in its history');
        END IF;
    END LOOP;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER demand_entry AFTER INSERT OR UPDATE ON problem DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION desk.demand_problem_entry();

CREATE FUNCTION public.refuse_problem_entry_edit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was told of a problem stays';
END $$;
CREATE TRIGGER problem_entry_no_update BEFORE UPDATE ON problem_entry FOR EACH ROW
    EXECUTE FUNCTION refuse_problem_entry_edit();
CREATE TRIGGER problem_entry_no_delete BEFORE DELETE ON problem_entry FOR EACH ROW
    EXECUTE FUNCTION refuse_problem_entry_edit();

CREATE FUNCTION public.tell_of_problem() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO change_feed (kind, subject_id, incident_id, xid, at)
    SELECT DISTINCT 'problem', id, NULL::uuid, pg_current_xact_id()::text::bigint, clock_timestamp() FROM fresh
        ON CONFLICT DO NOTHING;
    IF FOUND THEN
        PERFORM ring_change_feed();
    END IF;
    RETURN NULL;
END $$;
CREATE FUNCTION public.tell_of_problem_entry() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO change_feed (kind, subject_id, incident_id, xid, at)
    SELECT DISTINCT 'problem', problem_id, NULL::uuid, pg_current_xact_id()::text::bigint, clock_timestamp() FROM fresh
        ON CONFLICT DO NOTHING;
    IF FOUND THEN
        PERFORM ring_change_feed();
    END IF;
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION tell_of_problem(), tell_of_problem_entry(), refuse_problem_entry_edit() FROM PUBLIC;
CREATE TRIGGER problem_insert_is_told AFTER INSERT ON problem REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION tell_of_problem();
CREATE TRIGGER problem_update_is_told AFTER UPDATE ON problem REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION tell_of_problem();
CREATE TRIGGER problem_entry_insert_is_told AFTER INSERT ON problem_entry REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION tell_of_problem_entry();
