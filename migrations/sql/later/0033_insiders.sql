-- What an insider found in checklists, templates, links and suggestions.

-- Everybody has one opinion of an article and an incident: two indexes say so, also to two programs at once. A guard that
-- looks first sees nothing of what the other one is about to keep.
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
        END IF;
    ELSIF OLD.removed_at IS NOT NULL OR NEW.removed_by_id IS DISTINCT FROM desk.me()
          OR NOT desk.is_now(NEW.removed_at, NEW.incident_id) THEN
        PERFORM desk.refuse('whoever takes it back has done so, once and now');
    END IF;
    RETURN NEW;
END $$;

-- What is done with articles at an incident stands in its journal.
CREATE FUNCTION desk.demand_article_use() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND NOT EXISTS (
        SELECT 1 FROM public.journal_entry AS entry
         WHERE entry.incident_id = NEW.incident_id AND entry.kind = 'link' AND desk.is_of_this_transaction(entry.xmin)
    ) THEN
        PERFORM desk.refuse('the journal tells what articles were used for');
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER demand_journal AFTER INSERT OR UPDATE ON article_use DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.incident_id IS NOT NULL AND NEW.kind NOT IN ('helped', 'did_not_help'))
    EXECUTE FUNCTION desk.demand_article_use();

-- A link stands in the journals of both incidents, and so does that it was taken back.
CREATE FUNCTION desk.demand_link() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND (
        SELECT count(DISTINCT told.incident_id) FROM public.journal_change AS told
          JOIN public.journal_entry AS entry ON entry.id = told.entry_id
          JOIN public.incident AS far
            ON far.number = substring(coalesce(told.new_value, told.old_value) FROM '[0-9]+')::bigint
         WHERE desk.is_of_this_transaction(entry.xmin) AND (told.new_value IS NOT NULL) = (NEW.removed_at IS NULL)
           AND ((told.incident_id, far.id, told.field) = (NEW.source_id, NEW.target_id, 'link_' || NEW.kind)
                OR (told.incident_id, far.id, told.field) = (NEW.target_id, NEW.source_id, 'link_' || NEW.kind || '_of'))
           AND told.incident_id IN (NEW.source_id, NEW.target_id)
    ) < 2 THEN
        PERFORM desk.refuse('both journals tell of a link');
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER demand_journal AFTER INSERT OR UPDATE ON incident_link DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION desk.demand_link();

-- What was done with a checklist and not told yet; at the end of a transaction there is nothing of it left. So nothing is
-- done past the journal, and the journal tells nothing that was not done, by somebody else, or before.
CREATE TABLE desk.checklist_untold (
    step_id uuid NOT NULL,
    incident_id uuid NOT NULL,
    field text NOT NULL,
    old_value text,
    new_value text,
    PRIMARY KEY (step_id, field)
);

CREATE FUNCTION desk.note_step(step checklist_step, field text, old_value text, new_value text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    INSERT INTO desk.checklist_untold AS untold (step_id, incident_id, field, old_value, new_value)
        VALUES (step.id, step.incident_id, note_step.field, note_step.old_value, note_step.new_value)
        ON CONFLICT ON CONSTRAINT checklist_untold_pkey DO UPDATE SET new_value = excluded.new_value;
END $$;

CREATE OR REPLACE FUNCTION desk.guard_checklist_step() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    leads boolean := desk.role() IN ('supervisor', 'admin');
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NEW;
    END IF;
    -- Before anything that depends on the incident: what is refused of a hidden one and of none is refused alike.
    IF NOT desk.sees(NEW.incident_id) THEN
        PERFORM desk.refuse('a checklist is kept by whoever sees its incident');
    ELSIF EXISTS (
        SELECT 1 FROM public.incident WHERE incident.id = NEW.incident_id AND incident.state IN ('closed', 'canceled')
    ) THEN
        PERFORM desk.refuse('a closed or canceled incident is reopened before its checklist changes');
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF NEW.created_by_id IS DISTINCT FROM desk.me() OR NOT desk.is_now(NEW.created_at, NEW.incident_id)
           OR NEW.state <> 'open' OR num_nonnulls(NEW.ended_by_id, NEW.removed_at, NEW.removed_by_id) > 0 THEN
            PERFORM desk.refuse('whoever adds a step has added it, open and now');
        ELSIF NEW.template_id IS NOT NULL AND NOT desk.sees_shared('checklist_template', NEW.template_id::text) THEN
            PERFORM desk.refuse('steps come from a template that one sees');
        ELSIF NEW.template_id IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM public.checklist_template AS template, jsonb_array_elements(template.steps) AS lines (line)
             WHERE template.id = NEW.template_id AND line ->> 'text' = NEW.text
               AND coalesce((line ->> 'required')::boolean, false) = NEW.required
        ) THEN
            PERFORM desk.refuse('a step of a template is as the template has it, and required where that says so');
        END IF;
        PERFORM desk.note_step(NEW, 'checklist_added', NULL, NEW.text);
        RETURN NEW;
    END IF;
    IF NEW.state <> OLD.state THEN
        IF NEW.state = 'open' THEN
            IF NEW.ended_by_id IS NOT NULL THEN
                PERFORM desk.refuse('nobody has done a step that is open');
            END IF;
        ELSIF NEW.ended_by_id IS DISTINCT FROM desk.me() OR NOT desk.is_now(NEW.ended_at, NEW.incident_id) THEN
            PERFORM desk.refuse('whoever ticks a step has done so, and now');
        END IF;
        PERFORM desk.note_step(NEW, 'checklist_' || NEW.state, NULL, NEW.text);
    ELSIF (NEW.ended_at, NEW.ended_by_id) IS DISTINCT FROM (OLD.ended_at, OLD.ended_by_id) THEN
        PERFORM desk.refuse('who did a step and when stays');
    END IF;
    IF (NEW.removed_at IS NULL) <> (OLD.removed_at IS NULL) THEN
        IF NEW.removed_at IS NULL AND NEW.removed_by_id IS NOT NULL
           OR NEW.removed_at IS NOT NULL
              AND (NEW.removed_by_id IS DISTINCT FROM desk.me() OR NOT desk.is_now(NEW.removed_at, NEW.incident_id)) THEN
            PERFORM desk.refuse('whoever removes a step has done so, and now');
        ELSIF NEW.removed_at IS NULL THEN
            PERFORM desk.note_step(NEW, 'checklist_back', NULL, NEW.text);
        ELSE
            PERFORM desk.note_step(NEW, 'checklist_removed', NEW.text, NULL);
        END IF;
    ELSIF (NEW.removed_at, NEW.removed_by_id) IS DISTINCT FROM (OLD.removed_at, OLD.removed_by_id) THEN
        PERFORM desk.refuse('who removed a step and when stays');
    END IF;
    IF OLD.required AND OLD.state = 'open' AND OLD.removed_at IS NULL AND NOT leads
       AND (NEW.state = 'skipped' OR NEW.removed_at IS NOT NULL) THEN
        PERFORM desk.refuse('a supervisor waives a required step');
    END IF;
    IF NEW.text <> OLD.text THEN
        PERFORM desk.note_step(NEW, 'checklist_text', OLD.text, NEW.text);
    ELSIF (NEW.group_id, NEW.assignee_id, NEW.due_at) IS DISTINCT FROM (OLD.group_id, OLD.assignee_id, OLD.due_at) THEN
        PERFORM desk.note_step(NEW, 'checklist_changed', NULL, NEW.text);
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION desk.demand_checklist() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM desk.checklist_untold AS untold
         WHERE untold.step_id = NEW.id AND desk.is_of_this_transaction(untold.xmin)
    ) THEN
        PERFORM desk.refuse('the journal tells what is done with a checklist');
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER demand_journal AFTER INSERT OR UPDATE ON checklist_step DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION desk.demand_checklist();

-- Whether the journal tells what was done in this transaction and was not told yet. Steps of a template are told together.
CREATE FUNCTION desk.tell_checklist(incident_id uuid, field text, old_value text, new_value text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF field = 'checklist_template' THEN
        DELETE FROM desk.checklist_untold AS untold
         USING public.checklist_step AS step JOIN public.checklist_template AS template ON template.id = step.template_id
         WHERE untold.incident_id = tell_checklist.incident_id AND desk.is_of_this_transaction(untold.xmin)
           AND untold.field = 'checklist_added' AND step.id = untold.step_id
           AND template.name = tell_checklist.new_value AND tell_checklist.old_value IS NULL;
    ELSE
        DELETE FROM desk.checklist_untold AS untold WHERE untold.ctid = (
            SELECT one.ctid FROM desk.checklist_untold AS one
             WHERE one.incident_id = tell_checklist.incident_id AND desk.is_of_this_transaction(one.xmin)
               AND one.field = tell_checklist.field AND one.old_value IS NOT DISTINCT FROM tell_checklist.old_value
               AND one.new_value IS NOT DISTINCT FROM tell_checklist.new_value
             LIMIT 1
        );
    END IF;
    RETURN FOUND;
END $$;

-- As before, but that what the journal tells of a checklist is told once, and as it was done.
CREATE OR REPLACE FUNCTION desk.guard_journal_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    entry record;
    incident_now jsonb;
    other text;
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NEW;
    END IF;
    SELECT found.incident_id, found.source, found.kind, found.xmin INTO entry
      FROM public.journal_entry AS found WHERE found.id = NEW.entry_id;
    IF entry.incident_id IS DISTINCT FROM NEW.incident_id OR NOT desk.is_of_this_transaction(entry.xmin) THEN
        PERFORM desk.refuse('a change is written with its entry');
    ELSIF entry.source IS NOT NULL THEN
        RETURN NEW;
    ELSIF NEW.old_value IS NOT DISTINCT FROM NEW.new_value THEN
        PERFORM desk.refuse('a change changes something');
    END IF;
    IF NEW.field LIKE 'review\_%' THEN
        IF entry.kind <> 'review' THEN
            PERFORM desk.refuse('changes of a review stand in entries about it');
        END IF;
    ELSIF NEW.field = 'major_lead_id' THEN
        IF entry.kind <> 'major' THEN
            PERFORM desk.refuse('who leads a major incident is told by entries about it');
        END IF;
    ELSIF NEW.field LIKE 'checklist\_%' THEN
        IF entry.kind <> 'checklist' OR NOT desk.tell_checklist(NEW.incident_id, NEW.field, NEW.old_value, NEW.new_value)
        THEN
            PERFORM desk.refuse('the journal tells of steps that are taken');
        END IF;
    ELSIF NEW.field LIKE 'promised\_%' THEN
        IF desk.role() NOT IN ('supervisor', 'admin') THEN
            PERFORM desk.refuse('only a supervisor promises a due date');
        END IF;
    ELSIF NEW.field = 'taken_back' THEN
        -- Clocks pass over what was taken back, so it must be so: the incident stands in this transaction as before the step.
        SELECT to_jsonb(standing) INTO incident_now FROM public.incident AS standing
         WHERE standing.id = NEW.incident_id AND desk.is_of_this_transaction(standing.xmin);
        IF incident_now IS NULL OR NEW.old_value IS NOT NULL
           OR replace(
               desk.step_to_take_back(
                   NEW.incident_id, NEW.entry_id, desk.me(), (incident_now ->> 'updated_at')::timestamptz
               )::text, '-', ''
           ) IS DISTINCT FROM NEW.new_value
           OR EXISTS (
               SELECT 1 FROM public.journal_change AS told
                WHERE told.incident_id = NEW.incident_id
                  AND replace(told.entry_id::text, '-', '') = NEW.new_value AND incident_now ? told.field
                  AND NOT desk.says(told.field, told.old_value, incident_now ->> told.field)
           ) THEN
            PERFORM desk.refuse('what is taken back is one''s own last step of the incident, as it stood before it');
        END IF;
    ELSIF NEW.field = 'followed' THEN
        IF NOT EXISTS (
            SELECT 1 FROM public.incident_link AS link JOIN public.incident AS original ON original.id = link.target_id
             WHERE link.source_id = NEW.incident_id AND link.kind = 'duplicate' AND link.removed_at IS NULL
               AND original.number = substring(NEW.new_value FROM '[0-9]+')::bigint
        ) THEN
            PERFORM desk.refuse('a duplicate is told what is said of its original');
        END IF;
    ELSIF NEW.field LIKE 'link\_%' THEN
        other := coalesce(NEW.new_value, NEW.old_value);
        IF NOT EXISTS (
            SELECT 1 FROM public.incident_link AS link JOIN public.incident AS far
                ON far.number = substring(other FROM '[0-9]+')::bigint
             WHERE desk.is_of_this_transaction(link.xmin)
               AND (link.removed_at IS NULL) = (NEW.new_value IS NOT NULL)
               AND ((link.source_id, link.target_id, 'link_' || link.kind) = (NEW.incident_id, far.id, NEW.field)
                    OR (link.target_id, link.source_id, 'link_' || link.kind || '_of') = (NEW.incident_id, far.id, NEW.field))
        ) THEN
            PERFORM desk.refuse('the journal tells of links that are made');
        END IF;
    ELSE
        SELECT to_jsonb(standing) INTO incident_now FROM public.incident AS standing
         WHERE standing.id = NEW.incident_id AND desk.is_of_this_transaction(standing.xmin);
        IF incident_now IS NULL OR NOT incident_now ? NEW.field
           OR NOT desk.says(NEW.field, NEW.new_value, incident_now ->> NEW.field) THEN
            PERFORM desk.refuse(format('the journal would say of %s what is not so', NEW.field));
        END IF;
    END IF;
    RETURN NEW;
END $$;
DROP FUNCTION desk.tells_checklist(uuid, text, text, text);

-- As before, but that a hidden incident and none are refused alike.
CREATE OR REPLACE FUNCTION desk.guard_firing() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    reported timestamptz;
    a_century constant bigint := 100 * 366 * 86400000000;
    needed numeric := desk.least_needed(NEW.threshold, NEW.target);
    lived numeric;
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NEW;
    END IF;
    -- Before anything that depends on the incident: its time would be guessed by what is refused.
    IF NOT desk.sees(NEW.incident_id) THEN
        PERFORM desk.refuse('a clock fires for whoever sees its incident');
    END IF;
    SELECT incident.reported_at INTO reported FROM public.incident WHERE incident.id = NEW.incident_id;
    lived := extract(epoch FROM NEW.reached_at - reported) * 1000000;
    IF needed IS NULL OR NEW.clock NOT IN ('response', 'resolution', 'update') OR NEW.target < 0 THEN
        PERFORM desk.refuse('this is no threshold of a clock');
    ELSIF NOT desk.is_now(NEW.fired_at, NEW.incident_id) THEN
        PERFORM desk.refuse('a threshold fires at the time of the database');
    ELSIF NEW.target < a_century AND lived < needed THEN
        PERFORM desk.refuse('this threshold cannot have been reached yet');
    ELSIF NEW.target >= a_century AND NEW.threshold = 'breach' AND extract(epoch FROM NEW.reached_at) * 1000000 < NEW.target
    THEN
        PERFORM desk.refuse('this threshold cannot have been reached yet');
    ELSIF NEW.entry_id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM public.journal_entry AS entry
         WHERE entry.id = NEW.entry_id AND entry.incident_id = NEW.incident_id AND entry.kind = 'sla'
           AND desk.is_of_this_transaction(entry.xmin)
    ) THEN
        PERFORM desk.refuse('a firing names the entry that tells of it');
    END IF;
    RETURN NEW;
END $$;

-- Who keeps something for themselves or others has made it now.
CREATE FUNCTION desk.guard_kept() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND NOT desk.is_now(NEW.created_at) THEN
        PERFORM desk.refuse('what is kept has been made now');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT ON macro FOR EACH ROW EXECUTE FUNCTION desk.guard_kept();
CREATE TRIGGER guard BEFORE INSERT ON checklist_template FOR EACH ROW EXECUTE FUNCTION desk.guard_kept();
CREATE TRIGGER guard BEFORE INSERT ON incident_template FOR EACH ROW EXECUTE FUNCTION desk.guard_kept();

CREATE FUNCTION desk.guard_view() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF NOT desk.is_now(NEW.created_at) OR NOT desk.is_now(NEW.updated_at) OR NEW.removed_at IS NOT NULL THEN
            PERFORM desk.refuse('a view is saved now');
        END IF;
    ELSIF NEW.updated_at <> OLD.updated_at AND NOT desk.is_now(NEW.updated_at)
          OR NEW.removed_at IS NOT NULL AND NEW.removed_at IS DISTINCT FROM OLD.removed_at
             AND NOT desk.is_now(NEW.removed_at) THEN
        PERFORM desk.refuse('a view is changed now');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON saved_view FOR EACH ROW EXECUTE FUNCTION desk.guard_view();

-- How common words are, counted in some texts that the reader sees, the same ones every time. What the planner keeps is
-- counted in hidden texts too, and of a small desk it keeps every word.
CREATE OR REPLACE FUNCTION desk.common_words(words text[]) RETURNS TABLE (word text, share real)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    is_owner boolean := pg_has_role(session_user, current_user, 'MEMBER');
    groups uuid[] := desk.groups();
    pages constant real := 300;
    part real := least(100, 100 * pages / greatest(1, pg_relation_size('desk.search_document') / 8192));
BEGIN
    IF NOT (is_owner OR desk.reads_all()) THEN
        RETURN;
    END IF;
    RETURN QUERY
    WITH seen AS MATERIALIZED (
        SELECT document.words FROM desk.search_document AS document TABLESAMPLE SYSTEM (part) REPEATABLE (1)
          LEFT JOIN public.incident ON incident.id = document.incident_id
         WHERE document.incident_id IS NULL OR is_owner OR incident.restricted_group_id IS NULL
            OR incident.restricted_group_id = ANY (groups)
    ), asked AS MATERIALIZED (
        SELECT DISTINCT each AS word, array_to_tsvector(ARRAY[each])::text::tsquery AS query
          FROM unnest(common_words.words) AS each WHERE each <> ''
    )
    SELECT asked.word, (count(*)::real / (SELECT count(*) FROM seen))::real
      FROM asked JOIN seen ON seen.words @@ asked.query
     GROUP BY asked.word HAVING count(*) > 2;
END $$;
