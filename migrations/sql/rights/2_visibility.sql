-- The planner's estimates for a text would tell whether a hidden row has it, because equality of texts is taken to be
-- harmless. Nothing is planned by what stands in these texts, so no statistics of them are kept.
DO $$
DECLARE
    text_column record;
BEGIN
    FOR text_column IN
        SELECT columns.table_name, columns.column_name FROM information_schema.columns
         WHERE columns.table_schema = 'public'
           AND ((columns.table_name, columns.column_name) IN (
                    ('incident', 'short_description'), ('notification', 'title'), ('attachment', 'file_name'),
                    ('escalation', 'reason'), ('review', 'title'), ('imported_record', 'source_number'))
                OR (columns.data_type = 'text' AND columns.table_name NOT IN ('setting', 'heartbeat')))
    LOOP
        EXECUTE format('ALTER TABLE public.%I ALTER COLUMN %I SET STATISTICS 0', text_column.table_name, text_column.column_name);
    END LOOP;
END $$;

-- Who sees which rows. Helper functions stand in a sub-select, so that they run once for a statement and not for every
-- row. A foreign key asks for a row without any policy, so the checks of inserts ask for what they refer to by
-- themselves.

ALTER TABLE incident ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON incident FOR SELECT USING (
    (restricted_group_id IS NULL AND (SELECT desk.reads_all()))
    OR restricted_group_id = ANY ((SELECT desk.groups())::uuid[])
    OR caller_id = (SELECT desk.own())
);
CREATE POLICY logged ON incident FOR INSERT WITH CHECK (
    (restricted_group_id IS NULL AND (SELECT desk.reads_all()))
    OR restricted_group_id = ANY ((SELECT desk.groups())::uuid[])
    OR caller_id = (SELECT desk.own())
);
CREATE POLICY changed ON incident FOR UPDATE USING (
    (restricted_group_id IS NULL AND (SELECT desk.reads_all()))
    OR restricted_group_id = ANY ((SELECT desk.groups())::uuid[])
    OR caller_id = (SELECT desk.own())
);

ALTER TABLE journal_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON journal_entry FOR SELECT USING (
    (visibility = 'public' OR (SELECT desk.reads_all()))
    AND EXISTS (SELECT 1 FROM incident WHERE incident.id = journal_entry.incident_id)
);
CREATE POLICY written ON journal_entry FOR INSERT WITH CHECK (
    (source IS NULL OR (SELECT desk.role()) = 'admin')
    AND EXISTS (SELECT 1 FROM incident WHERE incident.id = journal_entry.incident_id)
);

ALTER TABLE journal_change ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON journal_change FOR SELECT USING (
    CASE WHEN (SELECT desk.reads_all())
         THEN EXISTS (SELECT 1 FROM incident WHERE incident.id = journal_change.incident_id)
         ELSE EXISTS (SELECT 1 FROM journal_entry WHERE journal_entry.id = journal_change.entry_id)
    END
);
CREATE POLICY written ON journal_change FOR INSERT WITH CHECK (
    EXISTS (SELECT 1 FROM incident WHERE incident.id = journal_change.incident_id)
);

ALTER TABLE incident_link ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON incident_link FOR SELECT USING (
    EXISTS (SELECT 1 FROM incident WHERE incident.id = incident_link.source_id)
    AND EXISTS (SELECT 1 FROM incident WHERE incident.id = incident_link.target_id)
);
CREATE POLICY made ON incident_link FOR INSERT WITH CHECK (
    (SELECT desk.reads_all())
    AND EXISTS (SELECT 1 FROM incident WHERE incident.id = incident_link.source_id)
    AND EXISTS (SELECT 1 FROM incident WHERE incident.id = incident_link.target_id)
);
CREATE POLICY changed ON incident_link FOR UPDATE USING (
    (SELECT desk.reads_all())
    AND EXISTS (SELECT 1 FROM incident WHERE incident.id = incident_link.source_id)
    AND EXISTS (SELECT 1 FROM incident WHERE incident.id = incident_link.target_id)
);

-- Files are stored through desk.attach() only: whoever could write a row here could name the hash of a file that they
-- have never seen, and then read it.
ALTER TABLE attachment ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON attachment FOR SELECT USING (
    EXISTS (SELECT 1 FROM journal_entry WHERE journal_entry.id = attachment.entry_id)
);
ALTER TABLE attachment_content ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON attachment_content FOR SELECT USING (
    EXISTS (SELECT 1 FROM attachment WHERE attachment.sha256 = attachment_content.sha256)
);

ALTER TABLE imported_record ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON imported_record FOR SELECT USING (
    EXISTS (SELECT 1 FROM incident WHERE incident.id = imported_record.incident_id)
);
CREATE POLICY written ON imported_record FOR INSERT WITH CHECK (
    (SELECT desk.role()) = 'admin' AND EXISTS (SELECT 1 FROM incident WHERE incident.id = imported_record.incident_id)
);
CREATE POLICY changed ON imported_record FOR UPDATE USING (
    (SELECT desk.role()) = 'admin' AND EXISTS (SELECT 1 FROM incident WHERE incident.id = imported_record.incident_id)
);

-- Nobody reads or writes the counter but through desk.next_number().
ALTER TABLE number_counter ENABLE ROW LEVEL SECURITY;

ALTER TABLE incident_clocks ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON incident_clocks FOR SELECT USING (
    EXISTS (SELECT 1 FROM incident WHERE incident.id = incident_clocks.incident_id)
);
CREATE POLICY written ON incident_clocks FOR INSERT WITH CHECK (
    (SELECT desk.reads_all()) AND EXISTS (SELECT 1 FROM incident WHERE incident.id = incident_clocks.incident_id)
);
CREATE POLICY changed ON incident_clocks FOR UPDATE USING (
    (SELECT desk.reads_all()) AND EXISTS (SELECT 1 FROM incident WHERE incident.id = incident_clocks.incident_id)
);

ALTER TABLE sla_firing ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON sla_firing FOR SELECT USING (
    (SELECT desk.reads_all()) AND EXISTS (SELECT 1 FROM incident WHERE incident.id = sla_firing.incident_id)
);
CREATE POLICY written ON sla_firing FOR INSERT WITH CHECK (
    (SELECT desk.reads_all()) AND EXISTS (SELECT 1 FROM incident WHERE incident.id = sla_firing.incident_id)
);

ALTER TABLE escalation ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON escalation FOR SELECT USING (
    (SELECT desk.reads_all()) AND EXISTS (SELECT 1 FROM incident WHERE incident.id = escalation.incident_id)
);
CREATE POLICY raised ON escalation FOR INSERT WITH CHECK (
    (SELECT desk.reads_all()) AND EXISTS (SELECT 1 FROM incident WHERE incident.id = escalation.incident_id)
);
CREATE POLICY changed ON escalation FOR UPDATE USING (
    (SELECT desk.reads_all()) AND EXISTS (SELECT 1 FROM incident WHERE incident.id = escalation.incident_id)
);

ALTER TABLE escalation_step ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON escalation_step FOR SELECT USING (
    EXISTS (SELECT 1 FROM escalation WHERE escalation.id = escalation_step.escalation_id)
);
CREATE POLICY taken ON escalation_step FOR INSERT WITH CHECK (
    EXISTS (SELECT 1 FROM escalation WHERE escalation.id = escalation_step.escalation_id)
);

ALTER TABLE shift_offer ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON shift_offer FOR SELECT USING (
    (SELECT desk.reads_all()) AND EXISTS (SELECT 1 FROM incident WHERE incident.id = shift_offer.incident_id)
);
CREATE POLICY offered ON shift_offer FOR INSERT WITH CHECK (
    (SELECT desk.reads_all()) AND EXISTS (SELECT 1 FROM incident WHERE incident.id = shift_offer.incident_id)
);
CREATE POLICY changed ON shift_offer FOR UPDATE USING (
    (SELECT desk.reads_all()) AND EXISTS (SELECT 1 FROM incident WHERE incident.id = shift_offer.incident_id)
);

-- A timer is seen by whoever can deal with it, so that nobody waits for one that is not theirs to fire.
ALTER TABLE timer ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON timer FOR SELECT USING (
    (SELECT desk.reads_all()) AND CASE kind
        WHEN 'shift' THEN true
        WHEN 'escalation' THEN EXISTS (SELECT 1 FROM escalation WHERE escalation.id = timer.subject_id)
        ELSE EXISTS (SELECT 1 FROM incident WHERE incident.id = timer.subject_id)
    END
);
CREATE POLICY set ON timer FOR INSERT WITH CHECK (
    (SELECT desk.reads_all()) AND CASE kind
        WHEN 'shift' THEN true
        WHEN 'escalation' THEN EXISTS (SELECT 1 FROM escalation WHERE escalation.id = timer.subject_id)
        ELSE EXISTS (SELECT 1 FROM incident WHERE incident.id = timer.subject_id)
    END
);
CREATE POLICY changed ON timer FOR UPDATE USING (
    (SELECT desk.reads_all()) AND CASE kind
        WHEN 'shift' THEN true
        WHEN 'escalation' THEN EXISTS (SELECT 1 FROM escalation WHERE escalation.id = timer.subject_id)
        ELSE EXISTS (SELECT 1 FROM incident WHERE incident.id = timer.subject_id)
    END
);

-- News name what changed and say nothing of it; still, an incident that one does not see has none. What concerns a whole
-- table has no incident.
ALTER TABLE change_feed ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON change_feed FOR SELECT USING (
    CASE
        WHEN kind = 'notification' THEN subject_id = (SELECT desk.me())
        WHEN incident_id IS NULL THEN true
        WHEN kind = 'incident' OR (SELECT desk.reads_all())
            THEN EXISTS (SELECT 1 FROM incident WHERE incident.id = change_feed.incident_id)
        ELSE false
    END
);

ALTER TABLE presence ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON presence FOR SELECT USING (
    (SELECT desk.reads_all()) AND EXISTS (SELECT 1 FROM incident WHERE incident.id = presence.incident_id)
);
CREATE POLICY shown ON presence FOR INSERT WITH CHECK (
    person_id = (SELECT desk.me()) AND EXISTS (SELECT 1 FROM incident WHERE incident.id = presence.incident_id)
);
CREATE POLICY changed ON presence FOR UPDATE USING (
    person_id = (SELECT desk.me()) AND EXISTS (SELECT 1 FROM incident WHERE incident.id = presence.incident_id)
);

-- Whoever leaves a receipt sees it until the end of the transaction; whether one is there, the unique key tells.
ALTER TABLE command_receipt ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON command_receipt FOR SELECT USING (xmin = pg_current_xact_id_if_assigned()::xid);
CREATE POLICY left_behind ON command_receipt FOR INSERT WITH CHECK ((SELECT desk.role()) <> '');

-- The newest signature of all is the watermark of time, which everybody reads; the rest of it has no grant.
ALTER TABLE heartbeat ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON heartbeat FOR SELECT USING (true);
CREATE POLICY signed ON heartbeat FOR INSERT WITH CHECK (
    person_id = (SELECT desk.me()) OR (person_id IS NULL AND (SELECT desk.role()) = 'jobs')
);
CREATE POLICY changed ON heartbeat FOR UPDATE USING (
    person_id = (SELECT desk.me()) OR (person_id IS NULL AND (SELECT desk.role()) = 'jobs')
);

ALTER TABLE notification ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON notification FOR SELECT USING (
    person_id = (SELECT desk.me())
    -- What one was told before an incident was restricted to others names it.
    AND (incident_id IS NULL OR EXISTS (SELECT 1 FROM incident WHERE incident.id = notification.incident_id))
);
CREATE POLICY told ON notification FOR INSERT WITH CHECK (
    (SELECT desk.reads_all())
    AND (incident_id IS NULL OR EXISTS (SELECT 1 FROM incident WHERE incident.id = notification.incident_id))
);
CREATE POLICY changed ON notification FOR UPDATE USING (person_id = (SELECT desk.me()));

ALTER TABLE review ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON review FOR SELECT USING (
    (SELECT desk.reads_all()) AND EXISTS (SELECT 1 FROM incident WHERE incident.id = review.incident_id)
);
CREATE POLICY begun ON review FOR INSERT WITH CHECK (
    (SELECT desk.reads_all()) AND EXISTS (SELECT 1 FROM incident WHERE incident.id = review.incident_id)
);
CREATE POLICY changed ON review FOR UPDATE USING (
    (SELECT desk.reads_all()) AND EXISTS (SELECT 1 FROM incident WHERE incident.id = review.incident_id)
);
DO $$
DECLARE
    part text;
BEGIN
    FOREACH part IN ARRAY ARRAY[
        'review_impact', 'review_event', 'review_decision', 'review_cause', 'review_lesson', 'review_action',
        'review_sign_off'
    ] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', part);
        EXECUTE format(
            'CREATE POLICY seen ON %1$I FOR SELECT USING (EXISTS (SELECT 1 FROM review WHERE review.id = %1$I.review_id))',
            part
        );
        EXECUTE format(
            'CREATE POLICY added ON %1$I FOR INSERT WITH CHECK'
            ' (EXISTS (SELECT 1 FROM review WHERE review.id = %1$I.review_id))',
            part
        );
        EXECUTE format(
            'CREATE POLICY changed ON %1$I FOR UPDATE USING'
            ' (EXISTS (SELECT 1 FROM review WHERE review.id = %1$I.review_id))',
            part
        );
    END LOOP;
END $$;

-- A requester knows the people who work at the desk by name, and nobody else.
ALTER TABLE person ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON person FOR SELECT USING (
    (SELECT desk.reads_all()) OR id = (SELECT desk.own()) OR (role <> 'requester' AND (SELECT desk.own()) IS NOT NULL)
);
-- Nobody gives a role that may more than their own.
CREATE POLICY added ON person FOR INSERT WITH CHECK (
    CASE (SELECT desk.role())
        WHEN 'agent' THEN role = 'requester'
        WHEN 'supervisor' THEN role <> 'admin'
        WHEN 'admin' THEN true
        ELSE false
    END
);
CREATE POLICY changed ON person FOR UPDATE USING (
    CASE (SELECT desk.role()) WHEN 'supervisor' THEN role <> 'admin' WHEN 'admin' THEN true ELSE false END
);

ALTER TABLE group_member ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON group_member FOR SELECT USING ((SELECT desk.reads_all()) OR person_id = (SELECT desk.own()));
-- A supervisor who could join any group by themself would read every restricted incident.
CREATE POLICY joined ON group_member FOR INSERT WITH CHECK (
    CASE (SELECT desk.role())
        WHEN 'supervisor' THEN person_id <> (SELECT desk.me())
        WHEN 'admin' THEN true
        ELSE false
    END
);
CREATE POLICY changed ON group_member FOR UPDATE USING ((SELECT desk.role()) IN ('supervisor', 'admin'));

-- What people choose from: everybody at the desk reads it, and who may write it is decided by the grants.
DO $$
DECLARE
    line record;
BEGIN
    FOR line IN SELECT * FROM (VALUES
        ('site', '(SELECT desk.role()) <> ''''', '(SELECT desk.role()) IN (''supervisor'', ''admin'')'),
        ('assignment_group', '(SELECT desk.role()) <> ''''', '(SELECT desk.role()) IN (''supervisor'', ''admin'')'),
        ('service', '(SELECT desk.role()) <> ''''', '(SELECT desk.role()) = ''admin'''),
        ('configuration_item', '(SELECT desk.role()) <> ''''', '(SELECT desk.role()) = ''admin'''),
        ('category', '(SELECT desk.role()) <> ''''', '(SELECT desk.role()) = ''admin'''),
        ('calendar', '(SELECT desk.role()) <> ''''', '(SELECT desk.role()) IN (''supervisor'', ''admin'')'),
        ('calendar_version', '(SELECT desk.role()) <> ''''', '(SELECT desk.role()) IN (''supervisor'', ''admin'')'),
        ('sla_policy', '(SELECT desk.role()) <> ''''', '(SELECT desk.role()) IN (''supervisor'', ''admin'')'),
        ('sla_policy_version', '(SELECT desk.role()) <> ''''', '(SELECT desk.role()) IN (''supervisor'', ''admin'')'),
        ('sla_book', '(SELECT desk.role()) <> ''''', '(SELECT desk.role()) IN (''supervisor'', ''admin'')'),
        ('group_hours', '(SELECT desk.reads_all())', '(SELECT desk.role()) IN (''supervisor'', ''admin'')'),
        ('person_hours', '(SELECT desk.reads_all())', '(SELECT desk.role()) IN (''supervisor'', ''admin'')'),
        ('escalation_book', '(SELECT desk.reads_all())', '(SELECT desk.role()) IN (''supervisor'', ''admin'')')
    ) AS lines (name, reads, writes) LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', line.name);
        EXECUTE format('CREATE POLICY seen ON %I FOR SELECT USING (%s)', line.name, line.reads);
        EXECUTE format('CREATE POLICY added ON %I FOR INSERT WITH CHECK (%s)', line.name, line.writes);
        EXECUTE format('CREATE POLICY changed ON %I FOR UPDATE USING (%s)', line.name, line.writes);
    END LOOP;
END $$;

-- Who leads the desk decides by what clocks count and who is meant by manager and head; the rest is for administrators.
ALTER TABLE setting ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON setting FOR SELECT USING (
    (SELECT desk.reads_all()) OR (key <> 'escalation_chain' AND (SELECT desk.own()) IS NOT NULL)
);
CREATE POLICY added ON setting FOR INSERT WITH CHECK (
    CASE (SELECT desk.role())
        WHEN 'supervisor' THEN key IN ('escalation_chain', 'default_calendar_id')
        WHEN 'admin' THEN true
        ELSE false
    END
);
CREATE POLICY changed ON setting FOR UPDATE USING (
    CASE (SELECT desk.role())
        WHEN 'supervisor' THEN key IN ('escalation_chain', 'default_calendar_id')
        WHEN 'admin' THEN true
        ELSE false
    END
);
