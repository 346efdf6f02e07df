-- A desk of {incidents} incidents on PostgreSQL, 3 in {each} of them open and 2 in 100 restricted, each with three entries of
-- its journal; made by the server itself. Identifiers rise with time, as those of programs do.
SET session_replication_role = replica;
SET work_mem = '256MB';
SET maintenance_work_mem = '512MB';

-- Everything in it is immutable, so that the server puts its text into each question instead of calling it.
CREATE FUNCTION bench_id(kind text, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT (lpad(to_hex(1700000000000 + n * 60000), 12, '0')
            || overlay(overlay(substr(md5(kind || n::text), 1, 20) PLACING '7' FROM 1) PLACING '8' FROM 5))::uuid
$$;

INSERT INTO site (id, name) SELECT bench_id('site', n), 'Site ' || n FROM generate_series(1, 8) n;
INSERT INTO assignment_group (id, name) SELECT bench_id('group', n), 'Group ' || n FROM generate_series(1, 20) n;
INSERT INTO service (id, name) SELECT bench_id('service', n), 'Service ' || n FROM generate_series(1, 30) n;
INSERT INTO category (id, name) SELECT bench_id('category', n), 'Category ' || n FROM generate_series(1, 12) n;
INSERT INTO person (id, name, email, role, site_id)
    SELECT bench_id('person', n), 'Person ' || n || ' ' || substr(md5(n::text), 1, 6), 'p' || n || '@example.org',
           CASE WHEN n <= 200 THEN 'agent' ELSE 'requester' END, bench_id('site', 1 + n % 8)
      FROM generate_series(1, 5000) n;
INSERT INTO group_member (group_id, person_id, joined_at)
    SELECT bench_id('group', 1 + n % 20), bench_id('person', n), now() FROM generate_series(1, 200) n;
UPDATE person SET login = 'desk_u_agent0' WHERE id = bench_id('person', 7);
UPDATE person SET login = 'desk_u_requester0' WHERE id = bench_id('person', 4007);
INSERT INTO number_counter VALUES ('incident', {incidents});

INSERT INTO incident (
    id, number, short_description, description, caller_id, opened_by_id, reported_at, created_at, updated_at, channel,
    impact, urgency, computed_priority, priority, state, hold_reason, hold_until, group_id, assignee_id, site_id,
    service_id, category_id, restricted_group_id, resolved_at, resolution_code, resolution_notes, version)
SELECT bench_id('incident', n), n,
       (ARRAY['Printer', 'Mail', 'Network', 'Laptop', 'Phone', 'Door', 'Screen', 'Login'])[1 + n % 8] || ' '
           || substr(md5(n::text), 1, 10) || ' in room ' || n % 977,
       repeat('It does not work since this morning. ', 4),
       bench_id('person', 201 + (n * 7919) % 4800), bench_id('person', 1 + n % 200),
       timestamptz '2026-11-23 12:00+00' - make_interval(mins => ({incidents} - n::int) % 2000000),
       timestamptz '2026-11-23 12:00+00' - make_interval(mins => ({incidents} - n::int) % 2000000),
       timestamptz '2026-11-23 12:00+00' - make_interval(mins => (n * 104729 % 2000000)::int),
       'phone', 1 + n % 3, 1 + n % 3, 1 + n % 5, 1 + n % 5,
       CASE WHEN n % {each} < 2 THEN 'new' WHEN n % (2 * {each}) = 2 THEN 'in_progress'
            WHEN n % {each} = 2 THEN 'on_hold' WHEN n % {each} = 3 THEN 'resolved' ELSE 'closed' END,
       CASE WHEN n % (2 * {each}) = 2 + {each} THEN 'awaiting_vendor' END,
       CASE WHEN n % (2 * {each}) = 2 + {each} THEN timestamptz '2026-12-24 12:00+00' END,
       bench_id('group', 1 + n * 31 % 20), CASE WHEN n % 5 > 0 THEN bench_id('person', 1 + n * 17 % 200) END,
       bench_id('site', 1 + n % 8), bench_id('service', 1 + n % 30), bench_id('category', 1 + n % 12),
       CASE WHEN n % 50 = 1 THEN bench_id('group', 1 + n * 13 % 20) END,
       CASE WHEN n % {each} >= 3 THEN timestamptz '2026-11-23 13:00+00' - make_interval(mins => ({incidents} - n::int) % 2000000) END,
       CASE WHEN n % {each} >= 3 THEN 'solution_provided' END, CASE WHEN n % {each} >= 3 THEN 'Restarted it.' END, 4
  FROM generate_series(1, {incidents}::bigint) n;

INSERT INTO journal_entry (id, incident_id, occurred_at, recorded_at, author_id, by_desk, kind, visibility, body)
SELECT bench_id('entry' || k, n), bench_id('incident', n), i.reported_at + make_interval(mins => k * 7),
       i.reported_at + make_interval(mins => k * 7), bench_id('person', 1 + n % 200), true,
       (ARRAY['logged', 'work_note', 'reply'])[k + 1], (ARRAY['public', 'internal', 'public'])[k + 1],
       repeat('Looked at it together with the caller; it is odd. ', 2)
  FROM generate_series(1, {incidents}::bigint) n JOIN incident i ON i.number = n CROSS JOIN generate_series(0, 2) k;
INSERT INTO journal_change (incident_id, entry_id, field, old_value, new_value)
SELECT bench_id('incident', n), bench_id('entry0', n), f, NULL, v
  FROM generate_series(1, {incidents}::bigint) n CROSS JOIN (VALUES ('state', 'new'), ('priority', '3')) c (f, v);

INSERT INTO incident_clocks (
    incident_id, policy_set, engine, checked_until, clock, phase, soon_at, hot_at, due_at, breach_at, resolution_phase,
    resolution_elapsed, resolution_target, resolution_breached)
SELECT i.id, 'desk', '1', timestamptz '2026-11-23 12:00+00', 'resolution',
       CASE WHEN s.open AND i.state <> 'on_hold' THEN 'running' WHEN s.open THEN 'paused' ELSE 'stopped' END,
       s.due - interval '2 hours', s.due - interval '48 minutes', s.due, s.due + interval '1 microsecond',
       'running', 3600000000, 28800000000, i.number % 9 = 0
  FROM incident i CROSS JOIN LATERAL (
      SELECT i.state IN ('new', 'in_progress', 'on_hold') AS open,
             CASE WHEN i.state IN ('new', 'in_progress')
                  THEN timestamptz '2026-11-23 11:00+00' + make_interval(secs => (i.number * 7919 % 90000)::int) END AS due
  ) s;
UPDATE incident_clocks SET next_look_at = timestamptz '2030-01-01 00:00+00' + (due_at - timestamptz '2026-01-01 00:00+00')
 WHERE phase = 'running';
INSERT INTO notification (id, dedupe_key, person_id, incident_id, kind, title, created_at, deliver_at)
SELECT gen_random_uuid(), 'k' || n, bench_id('person', 1 + n % 200), bench_id('incident', n * 5), 'assigned', 'x', now(), now()
  FROM generate_series(1, 20000) n;

-- What desk.renew_search() does, which reads each text by itself: most texts are the same here, and each is read once.
ANALYZE incident, journal_entry;
WITH read AS MATERIALIZED (
    SELECT told, desk.words_of('', told) AS words
      FROM (SELECT DISTINCT concat_ws(' ', resolution_notes, description) AS told FROM incident) AS texts)
INSERT INTO desk.search_document (kind, subject_id, incident_id, is_internal, at, words, restricted_group_id)
SELECT 'incident', i.id, i.id, false, i.reported_at, desk.words_of(i.short_description, '') || read.words,
       i.restricted_group_id
  FROM incident i JOIN read ON read.told = concat_ws(' ', i.resolution_notes, i.description);
WITH read AS MATERIALIZED (
    SELECT body, desk.words_of('', body) AS words FROM (SELECT DISTINCT body FROM journal_entry) AS texts)
INSERT INTO desk.search_document (kind, subject_id, incident_id, is_internal, at, words, restricted_group_id)
SELECT 'entry', e.id, e.incident_id, e.visibility <> 'public', e.occurred_at, read.words, i.restricted_group_id
  FROM journal_entry e JOIN read ON read.body = e.body JOIN incident i ON i.id = e.incident_id
 WHERE e.kind <> 'logged';
INSERT INTO desk.search_document SELECT made.* FROM person, desk.document_of_person(person) AS made;
