-- What a hostile insider found in problems, in what was put off, in what was learned, in help with writing and in reviews.

-- As before, but that what is awake too early is told: an entry wakes it, or its moment has come.
CREATE OR REPLACE FUNCTION desk.demand_journal()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $$
DECLARE
    silent text[] := ARRAY['version', 'updated_at', 'updated_by_id', 'override_by_id', 'override_at'];
    was jsonb;
    untold text;
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NULL;
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF NOT EXISTS (
            SELECT 1 FROM public.journal_entry AS entry
             WHERE entry.incident_id = NEW.id AND entry.kind = 'logged' AND desk.is_of_this_transaction(entry.xmin)
        ) THEN
            PERFORM desk.refuse('an incident is logged together with its first entry');
        END IF;
        RETURN NULL;
    END IF;
    IF OLD.source_number IS NOT NULL AND EXISTS (
        SELECT 1 FROM public.journal_entry AS entry
         WHERE entry.incident_id = NEW.id AND entry.source IS NOT NULL AND desk.is_of_this_transaction(entry.xmin)
    ) THEN
        RETURN NULL;  -- an import tells of texts and counts as a whole
    END IF;
    was := to_jsonb(OLD);
    SELECT changed.key INTO untold
      FROM jsonb_each_text(to_jsonb(NEW) - silent) AS changed
     WHERE changed.value IS DISTINCT FROM was ->> changed.key
       AND NOT (changed.key = 'snoozed_until' AND changed.value IS NULL AND (
           OLD.snoozed_until <= NEW.updated_at
           OR EXISTS (
               SELECT 1 FROM public.journal_entry AS entry
                WHERE entry.incident_id = NEW.id AND desk.is_of_this_transaction(entry.xmin)
           )
       ))
       AND NOT EXISTS (
           SELECT 1 FROM public.journal_change AS told JOIN public.journal_entry AS entry ON entry.id = told.entry_id
            WHERE told.incident_id = NEW.id AND told.field = changed.key AND desk.is_of_this_transaction(entry.xmin)
              AND desk.says(changed.key, told.old_value, was ->> changed.key)
              AND desk.says(changed.key, told.new_value, changed.value)
       )
     LIMIT 1;
    IF untold IS NOT NULL THEN
        PERFORM desk.refuse(format('the journal does not tell that %s changed', untold));
    END IF;
    RETURN NULL;
END $$;

-- As before, but that a problem begins with nothing known of it, that no blank counts as a cause, and that when it was
-- resolved and closed changes by a step alone.
CREATE OR REPLACE FUNCTION desk.guard_problem() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    steps text[] := ARRAY[
        'new investigating', 'new closed', 'investigating new', 'investigating known_error', 'investigating resolved',
        'investigating closed', 'known_error investigating', 'known_error resolved', 'known_error closed',
        'resolved investigating', 'resolved known_error', 'resolved closed', 'closed new', 'closed investigating',
        'closed known_error', 'closed resolved'
    ];
    counter record;
    resolved timestamptz;
    closed timestamptz;
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
        ELSIF NEW.cause <> '' OR NEW.fix <> '' OR NEW.workaround_state = 'confirmed' THEN
            PERFORM desk.refuse('what is found out about a problem is told in its history');
        END IF;
        RETURN NEW;
    END IF;
    IF NEW.edit <> OLD.edit + 1 OR NOT desk.is_now(NEW.updated_at) THEN
        PERFORM desk.refuse('each change of a problem raises its counter by one, and happens now');
    ELSIF NEW.state <> OLD.state AND NOT OLD.state || ' ' || NEW.state = ANY (steps) THEN
        PERFORM desk.refuse('a problem takes no such step');
    ELSIF NEW.state = 'known_error' AND OLD.state <> NEW.state AND (NEW.cause !~ '\S' OR NEW.workaround !~ '\S') THEN
        PERFORM desk.refuse('a known error has a cause and a workaround');
    ELSIF NEW.state = 'resolved' AND OLD.state <> NEW.state AND (NEW.cause !~ '\S' OR NEW.fix !~ '\S') THEN
        PERFORM desk.refuse('a problem is resolved by a fix of its cause');
    END IF;
    resolved := CASE
        WHEN NEW.state IN (OLD.state, 'closed') THEN OLD.resolved_at
        WHEN NEW.state = 'resolved' THEN coalesce(OLD.resolved_at, NEW.updated_at)
    END;
    closed := CASE WHEN NEW.state = OLD.state THEN OLD.closed_at WHEN NEW.state = 'closed' THEN NEW.updated_at END;
    IF (NEW.resolved_at, NEW.closed_at) IS DISTINCT FROM (resolved, closed) THEN
        PERFORM desk.refuse('a problem is resolved and closed when it is, and now');
    END IF;
    RETURN NEW;
END $$;

-- As before, but that a note says something.
CREATE OR REPLACE FUNCTION desk.guard_problem_entry() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND (
        NEW.author_id IS DISTINCT FROM desk.me() OR NOT EXISTS (
            SELECT 1 FROM public.problem
             WHERE problem.id = NEW.problem_id AND problem.updated_at = NEW.at
               AND desk.is_of_this_transaction(problem.xmin)
               AND (NEW.kind = 'opened') = (problem.edit = 1)
        ) OR (NEW.kind <> 'change' AND NEW.changes <> '[]'::jsonb) OR (NEW.kind = 'note' AND NEW.body !~ '\S')
    ) THEN
        PERFORM desk.refuse('whoever tells something of a problem has told it, and now');
    END IF;
    RETURN NEW;
END $$;

-- One entry tells what happened, all of it and nothing else: whatever it added would be history that never was.
CREATE OR REPLACE FUNCTION desk.demand_problem_entry() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    is_new boolean := TG_OP = 'INSERT';
    told record;
    happened jsonb;
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NULL;
    END IF;
    SELECT count(*) AS entries, min(entry.kind) AS kind, min(entry.body) AS body,
           jsonb_agg(entry.changes) -> 0 AS changes
      INTO told FROM public.problem_entry AS entry
     WHERE entry.problem_id = NEW.id AND entry.at = NEW.updated_at AND entry.author_id IS NOT DISTINCT FROM desk.me()
       AND desk.is_of_this_transaction(entry.xmin);
    IF told.entries <> 1 THEN
        PERFORM desk.refuse('what happens to a problem is told in its history, once');
    ELSIF is_new THEN
        RETURN NULL;
    END IF;
    SELECT coalesce(jsonb_agg(jsonb_build_object('field', field, 'old', before, 'new', after)), '[]'::jsonb)
      INTO happened
      FROM unnest(ARRAY[
               'title', 'description', 'service_id', 'configuration_item_id', 'category_id', 'owner_id', 'group_id',
               'state', 'cause', 'workaround', 'workaround_state', 'fix'
           ]) AS field
     CROSS JOIN LATERAL (SELECT to_jsonb(OLD) ->> field AS old, to_jsonb(NEW) ->> field AS new) AS value
     CROSS JOIN LATERAL (
         SELECT CASE WHEN field LIKE '%\_id' THEN replace(value.old, '-', '') ELSE value.old END AS before,
                CASE WHEN field LIKE '%\_id' THEN replace(value.new, '-', '') ELSE value.new END AS after
     ) AS shown
     WHERE before IS DISTINCT FROM after;
    IF NOT (happened @> told.changes AND told.changes @> happened)
       OR jsonb_array_length(happened) <> jsonb_array_length(told.changes)
       OR (told.kind = 'change') <> (happened <> '[]'::jsonb) THEN
        PERFORM desk.refuse('what changes of a problem is told in its history, and nothing else');
    ELSIF NEW.state = 'closed' AND OLD.state NOT IN ('resolved', 'closed') AND told.body !~ '\S' THEN
        PERFORM desk.refuse('whoever closes a problem that is not resolved says why');
    END IF;
    RETURN NULL;
END $$;

-- Requesters are told nothing of problems, not even that there are any; and who is nobody at this desk of nothing.
ALTER POLICY seen ON change_feed USING (
    CASE
        WHEN kind = 'notification' THEN subject_id = (SELECT desk.me())
        WHEN kind = 'problem' THEN (SELECT desk.reads_all())
        WHEN incident_id IS NULL THEN (SELECT desk.reads_all()) OR (SELECT desk.own()) IS NOT NULL
        WHEN kind = 'incident' OR (SELECT desk.reads_all())
            THEN EXISTS (SELECT 1 FROM incident WHERE incident.id = change_feed.incident_id)
        ELSE false
    END
);

-- What was learned holds for everybody until something newer is: so it is the next one, of now, and from as many incidents
-- as a version learns from at most (`_MOST` in app/services/suggestions/queries.py): nothing is learned anew before there
-- are more. Going back brings what was there.
CREATE FUNCTION desk.guard_suggestion_model() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NEW;
    END IF;
    IF NEW.number <> (SELECT coalesce(max(known.number), 0) + 1 FROM public.suggestion_model AS known)
       OR NOT desk.is_now(NEW.learned_at) THEN
        PERFORM desk.refuse('what was learned is the next version, and of now');
    ELSIF NEW.incidents > 20000 THEN
        PERFORM desk.refuse('nothing is learned from so many incidents');
    ELSIF NEW.copy_of IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM public.suggestion_model AS known
         WHERE known.number = NEW.copy_of AND known.incidents = NEW.incidents AND known.content = NEW.content
    ) THEN
        PERFORM desk.refuse('who goes back to a version brings back what it was');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT ON suggestion_model FOR EACH ROW EXECUTE FUNCTION desk.guard_suggestion_model();

-- What a model wrote is not published before somebody has checked it.
CREATE FUNCTION desk.demand_checked_help() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND EXISTS (
        SELECT 1 FROM public.help_mark AS mark
         WHERE mark.checked_at IS NULL AND CASE TG_TABLE_NAME
             WHEN 'article' THEN mark.article_id = NEW.id AND mark.version = (to_jsonb(OLD) ->> 'version')::integer
             ELSE mark.review_id = NEW.id
         END
    ) THEN
        PERFORM desk.refuse('what a model wrote is checked by somebody before it is published');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER demand_checked BEFORE UPDATE ON article FOR EACH ROW
    WHEN (NEW.state IN ('in_review', 'published') AND NEW.state <> OLD.state)
    EXECUTE FUNCTION desk.demand_checked_help();
CREATE TRIGGER demand_checked BEFORE UPDATE ON review FOR EACH ROW
    WHEN (NEW.state IN ('in_review', 'published') AND NEW.state <> OLD.state)
    EXECUTE FUNCTION desk.demand_checked_help();

-- What was signed is what is published: a review is written as a draft only, and back as a draft it has no signatures.
CREATE FUNCTION desk.guard_signed_review() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    by_steps text[] := ARRAY['state', 'edit', 'updated_at', 'published_at'];
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NEW;
    END IF;
    IF to_jsonb(NEW) - by_steps <> to_jsonb(OLD) - by_steps THEN
        PERFORM desk.refuse('a review is written as a draft, not while others sign it');
    ELSIF NEW.state = 'draft' AND EXISTS (
        SELECT 1 FROM public.review_sign_off AS sign WHERE sign.review_id = NEW.id AND sign.approved_at IS NOT NULL
    ) THEN
        PERFORM desk.refuse('whoever takes a review back to draft takes its signatures back');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_signed BEFORE UPDATE ON review FOR EACH ROW WHEN (OLD.state <> 'draft')
    EXECUTE FUNCTION desk.guard_signed_review();

-- Of a review that one does not see nothing is told here, not even its state: the policies refuse it.
CREATE FUNCTION desk.guard_review_part() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    signed_only boolean := TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'review_sign_off'
        AND to_jsonb(NEW) - 'approved_at' = to_jsonb(OLD) - 'approved_at';
BEGIN
    IF NOT signed_only AND NOT pg_has_role(session_user, current_user, 'MEMBER') AND EXISTS (
        SELECT 1 FROM public.review WHERE review.id = NEW.review_id AND review.state <> 'draft'
           AND desk.sees(review.incident_id)
    ) THEN
        PERFORM desk.refuse('a review is written as a draft, not while others sign it');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard_draft BEFORE INSERT OR UPDATE ON review_impact FOR EACH ROW EXECUTE FUNCTION desk.guard_review_part();
CREATE TRIGGER guard_draft BEFORE INSERT OR UPDATE ON review_event FOR EACH ROW EXECUTE FUNCTION desk.guard_review_part();
CREATE TRIGGER guard_draft BEFORE INSERT OR UPDATE ON review_decision FOR EACH ROW EXECUTE FUNCTION desk.guard_review_part();
CREATE TRIGGER guard_draft BEFORE INSERT OR UPDATE ON review_cause FOR EACH ROW EXECUTE FUNCTION desk.guard_review_part();
CREATE TRIGGER guard_draft BEFORE INSERT OR UPDATE ON review_lesson FOR EACH ROW EXECUTE FUNCTION desk.guard_review_part();
CREATE TRIGGER guard_draft BEFORE INSERT OR UPDATE ON review_action FOR EACH ROW EXECUTE FUNCTION desk.guard_review_part();
CREATE TRIGGER guard_draft BEFORE INSERT OR UPDATE ON review_sign_off FOR EACH ROW EXECUTE FUNCTION desk.guard_review_part();

-- Texts that came later: the planner's estimates would tell what hidden rows say, as with those of 2_visibility.sql. What
-- was gathered before is forgotten where the server lets whoever upgrades do that.
DO $$
DECLARE
    kept record;
BEGIN
    FOR kept IN
        SELECT columns.table_name, columns.column_name FROM information_schema.columns
         WHERE columns.table_schema = 'public' AND (columns.table_name, columns.column_name) IN (
             ('incident', 'tags'), ('incident', 'problem_ref'), ('incident', 'change_ref'),
             ('incident', 'caused_by_change_ref'), ('incident', 'business_unit'), ('incident', 'origin'),
             ('incident', 'source_number'), ('checklist_step', 'text'), ('checklist_template', 'name'),
             ('checklist_template', 'steps'), ('incident_template', 'name'), ('incident_template', 'filling'),
             ('macro', 'name'), ('macro', 'short_name'), ('macro', 'body'), ('macro', 'acts'), ('saved_view', 'name'),
             ('saved_view', 'filter_text'), ('review', 'business_effect'), ('review', 'data_loss'),
             ('review', 'classification'), ('review_impact', 'area'), ('review_impact', 'size'),
             ('review_decision', 'decided_by'), ('review_action', 'tracked_in'), ('notification', 'dedupe_key'),
             ('escalation', 'dedupe_key'), ('person', 'name'), ('person', 'email'), ('person', 'phone'),
             ('person', 'job_title'), ('suggestion_shown', 'evidence'), ('suggestion_shown', 'offered'),
             ('imported_record', 'extra'), ('imported_record', 'content_hash'), ('attachment', 'sha256'),
             ('attachment_content', 'sha256'), ('article', 'problem_ref'), ('article', 'tags'),
             ('article_picture', 'sha256'), ('escalation_step', 'taken_by'), ('sla_firing', 'fired_by'),
             ('problem_entry', 'changes'), ('escalation', 'rule_key'))
    LOOP
        EXECUTE format('ALTER TABLE public.%I ALTER COLUMN %I SET STATISTICS 0', kept.table_name, kept.column_name);
    END LOOP;
    IF (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
        DELETE FROM pg_statistic USING pg_attribute, pg_class
         WHERE pg_attribute.attrelid = pg_statistic.starelid AND pg_attribute.attnum = pg_statistic.staattnum
           AND pg_class.oid = pg_statistic.starelid AND pg_class.relnamespace = 'public'::regnamespace
           AND pg_attribute.attstattarget = 0;
    END IF;
END $$;
