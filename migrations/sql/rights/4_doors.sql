-- What people may do only through a function: nobody has DELETE on a table, because whoever has it may lock the table
-- against all others; and files are stored by whoever has their bytes.

CREATE FUNCTION desk.attach(
    id uuid, incident_id uuid, entry_id uuid, file_name text, media_type text, data bytea, added_by_id uuid,
    added_at timestamptz
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    digest text := encode(sha256(data), 'hex');
    entry record;
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') THEN
        SELECT found.incident_id, found.author_id, found.xmin INTO entry
          FROM public.journal_entry AS found WHERE found.id = attach.entry_id;
        IF entry.incident_id IS DISTINCT FROM attach.incident_id OR entry.author_id IS DISTINCT FROM desk.me()
           OR NOT desk.is_of_this_transaction(entry.xmin) THEN
            PERFORM desk.refuse('a file is attached together with the entry that tells of it');
        ELSIF attach.added_by_id IS DISTINCT FROM desk.me() OR NOT desk.is_now(attach.added_at, attach.incident_id) THEN
            PERFORM desk.refuse('whoever attaches a file has done so, and now');
        ELSIF length(data) > 1000000::bigint * desk.number_setting('attachment_limit_mb') THEN
            PERFORM desk.refuse('the file is larger than the desk permits');
        END IF;
    END IF;
    INSERT INTO public.attachment_content (sha256, size, data) VALUES (digest, length(data), data)
        ON CONFLICT DO NOTHING;
    INSERT INTO public.attachment (id, incident_id, entry_id, file_name, media_type, sha256, size, added_by_id, added_at)
    VALUES (attach.id, attach.incident_id, attach.entry_id, attach.file_name, attach.media_type, digest, length(data),
            attach.added_by_id, attach.added_at);
END $$;

-- Takes timers away of which nothing is due any more; whoever sees a timer may.
CREATE FUNCTION desk.drop_timer(kind text, subject_id uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    about uuid := drop_timer.subject_id;
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') THEN
        IF kind = 'escalation' THEN
            SELECT escalation.incident_id INTO about FROM public.escalation WHERE escalation.id = drop_timer.subject_id;
        END IF;
        IF NOT desk.reads_all() OR (kind <> 'shift' AND NOT desk.sees(about)) THEN
            RETURN;
        END IF;
    END IF;
    DELETE FROM public.timer
     WHERE timer.kind = drop_timer.kind AND timer.subject_id = drop_timer.subject_id
       -- Somebody still has to look at what the caller wrote.
       AND NOT (timer.kind = 'watch'
                AND EXISTS (SELECT 1 FROM desk.unfollowed WHERE unfollowed.incident_id = drop_timer.subject_id));
END $$;

-- Has everybody's open incidents counted anew that whoever publishes cannot see: those who can do it at their next look.
CREATE FUNCTION desk.call_for_recount(at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    about uuid;
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') OR desk.role() NOT IN ('supervisor', 'admin') THEN
        RETURN;
    END IF;
    FOR about IN
        SELECT incident.id FROM public.incident
         WHERE incident.state IN ('new', 'in_progress', 'on_hold') AND incident.restricted_group_id IS NOT NULL
           AND NOT incident.restricted_group_id = ANY (desk.groups())
    LOOP
        INSERT INTO desk.unfollowed (entry_id, incident_id) VALUES (about, about) ON CONFLICT DO NOTHING;
        INSERT INTO public.timer (kind, subject_id, due_at) VALUES ('watch', about, call_for_recount.at)
            ON CONFLICT ON CONSTRAINT pk_timer DO UPDATE SET due_at = excluded.due_at;
        INSERT INTO public.timer (kind, subject_id, due_at)
            SELECT 'hold', incident.id, call_for_recount.at FROM public.incident
             WHERE incident.id = about AND incident.state = 'on_hold' AND incident.hold_until <= call_for_recount.at
            ON CONFLICT ON CONSTRAINT pk_timer DO UPDATE SET due_at = excluded.due_at;
    END LOOP;
END $$;

-- Hands what a requester wrote about an incident to whoever follows it up, once.
CREATE FUNCTION desk.take_unfollowed(about uuid) RETURNS SETOF uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND NOT (desk.reads_all() AND desk.sees(about)) THEN
        RETURN;
    END IF;
    RETURN QUERY DELETE FROM desk.unfollowed WHERE unfollowed.incident_id = about RETURNING unfollowed.entry_id;
END $$;

-- Takes away the signatures of programs that ended a week ago; the newest of all stays, because it is the watermark.
CREATE FUNCTION desk.forget_workers(before timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') OR desk.reads_all() THEN
        DELETE FROM public.heartbeat
         WHERE last_tick_at < before
           AND (last_tick_at < clock_timestamp() - interval '6 days' OR pg_has_role(session_user, current_user, 'MEMBER'))
           AND last_tick_at < (SELECT max(newest.last_tick_at) FROM public.heartbeat AS newest);
    END IF;
END $$;

-- After a wrong jump of the clock: takes signatures away that lie ahead of it, and has people told now what they were to
-- be told then.
CREATE FUNCTION desk.let_time_go_on(clock timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND (desk.role() <> 'admin' OR clock > clock_timestamp()) THEN
        PERFORM desk.refuse('an administrator lets time go on from now');
    END IF;
    DELETE FROM public.heartbeat WHERE heartbeat.last_tick_at > clock;
    UPDATE public.notification SET deliver_at = clock
     WHERE notification.shown_at IS NULL AND notification.deliver_at > clock AND notification.created_at > clock;
END $$;

-- Takes receipts away that nobody can ask for any more, some thousand at a time.
CREATE FUNCTION desk.forget_receipts(before timestamptz, most integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF pg_has_role(session_user, current_user, 'MEMBER') OR desk.reads_all() THEN
        DELETE FROM public.command_receipt AS receipt WHERE receipt.id IN (
            SELECT old.id FROM public.command_receipt AS old
             WHERE old.done_at < before
               AND (old.done_at < clock_timestamp() - interval '29 days' OR pg_has_role(session_user, current_user, 'MEMBER'))
             LIMIT most
        );
    END IF;
END $$;

-- A window that shows an incident no longer.
CREATE FUNCTION desk.leave_incident(window_id uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    DELETE FROM public.presence
     WHERE presence.window_id = leave_incident.window_id
       AND (presence.person_id = desk.me() OR pg_has_role(session_user, current_user, 'MEMBER'));
END $$;

CREATE FUNCTION desk.forget_hours(person_id uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND desk.role() NOT IN ('supervisor', 'admin') THEN
        PERFORM desk.refuse('a supervisor sets who works when');
    END IF;
    DELETE FROM public.person_hours WHERE person_hours.person_id = forget_hours.person_id;
END $$;

CREATE FUNCTION desk.leave_group(group_id uuid, person_id uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND desk.role() NOT IN ('supervisor', 'admin') THEN
        PERFORM desk.refuse('a supervisor says who belongs to a group');
    END IF;
    DELETE FROM public.group_member AS member
     WHERE member.group_id = leave_group.group_id AND member.person_id = leave_group.person_id;
END $$;

-- Takes a row out of a list of a draft; a trigger of the lists refuses what is published.
CREATE FUNCTION desk.remove_review_part(part text, id uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    about record;
BEGIN
    IF part NOT IN ('review_impact', 'review_event', 'review_decision', 'review_cause', 'review_lesson', 'review_action',
                    'review_sign_off') THEN
        PERFORM desk.refuse('this is no list of a review');
    END IF;
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') THEN
        EXECUTE format('SELECT review.state, review.incident_id FROM public.review JOIN public.%I AS part'
                       ' ON part.review_id = review.id WHERE part.id = $1', part) INTO about USING id;
        IF about.state IS DISTINCT FROM 'draft' OR NOT desk.reads_all() OR NOT desk.sees(about.incident_id) THEN
            PERFORM desk.refuse('rows are taken out of drafts that one sees');
        END IF;
    END IF;
    EXECUTE format('DELETE FROM public.%I AS part WHERE part.id = $1', part) USING id;
END $$;

-- The facts of an incident that one sees, for its counts and its clocks: when it changed state, group and priority, and
-- when messages came. No text, no author, and no number of an incident that one does not see.
CREATE FUNCTION desk.told(wanted uuid) RETURNS TABLE (
    incident_id uuid, id uuid, occurred_at timestamptz, kind varchar, visibility varchar, by_desk boolean,
    author_id uuid, field varchar, old_value text, new_value text
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT desk.sees(wanted) THEN
        RETURN;
    END IF;
    RETURN QUERY
    SELECT entry.incident_id, entry.id, entry.occurred_at, entry.kind, entry.visibility, entry.by_desk,
           CASE WHEN entry.visibility = 'public' THEN entry.author_id
                WHEN entry.author_id IS NOT NULL THEN '00000000-0000-0000-0000-000000000000'::uuid END,
           change.field,
           CASE WHEN change.field LIKE 'link\_%' THEN md5(change.old_value) ELSE change.old_value END,
           CASE WHEN change.field LIKE 'link\_%' THEN md5(change.new_value) ELSE change.new_value END
      FROM public.journal_entry AS entry
      LEFT JOIN public.journal_change AS change
        ON change.incident_id = entry.incident_id AND change.entry_id = entry.id
       AND (change.field IN ('state', 'hold_reason', 'hold_until', 'link_duplicate', 'priority', 'service_id', 'site_id',
                             'group_id', 'assignee_id', 'caller_vip', 'category_id')
            OR change.field LIKE 'promised\_%')
     WHERE entry.incident_id = wanted
       AND (change.field IS NOT NULL
            OR entry.kind IN ('logged', 'reply', 'caller_message', 'state', 'reassigned_unseen'))
     ORDER BY entry.occurred_at, entry.id;
END $$;

-- What follows from a requester's word is done by the desk: its next look at the incident is now.
CREATE FUNCTION desk.call_the_desk() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF desk.role() = 'requester' THEN
        INSERT INTO desk.unfollowed (entry_id, incident_id) VALUES (NEW.id, NEW.incident_id);
        INSERT INTO public.timer (kind, subject_id, due_at) VALUES ('watch', NEW.incident_id, NEW.recorded_at)
            ON CONFLICT ON CONSTRAINT pk_timer DO UPDATE SET due_at = excluded.due_at;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER call_the_desk AFTER INSERT ON journal_entry FOR EACH ROW
    WHEN (NEW.source IS NULL AND NOT NEW.by_desk) EXECUTE FUNCTION desk.call_the_desk();
