-- Readers: they see what an agent sees and change nothing but what is theirs alone (decision 0035). What they may stands
-- in the grants; these are the second wall. `desk.reads_all()` says who reads the whole desk, `desk.works()` who works
-- at it, and the policies under which the desk's own tables are written ask the second one from now on.

ALTER TABLE person DROP CONSTRAINT ck_person_role_known;
ALTER TABLE person ADD CONSTRAINT ck_person_role_known
    CHECK (role IN ('requester', 'reader', 'agent', 'supervisor', 'admin'));

CREATE FUNCTION desk.works() RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    found boolean;
BEGIN
    SELECT person.role IN ('agent', 'supervisor', 'admin') INTO found FROM public.person
     WHERE person.login = session_user::text COLLATE "default" AND person.active
       AND NOT EXISTS (SELECT 1 FROM desk.account WHERE account.login = person.login AND account.must_change);
    IF found IS NULL THEN
        found := desk.runs_jobs();
    END IF;
    RETURN found;
END $$;
REVOKE ALL ON FUNCTION desk.works() FROM PUBLIC;

CREATE OR REPLACE FUNCTION desk.reads_all() RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    found boolean;
BEGIN
    SELECT person.role IN ('reader', 'agent', 'supervisor', 'admin') INTO found FROM public.person
     WHERE person.login = session_user::text COLLATE "default" AND person.active
       AND NOT EXISTS (SELECT 1 FROM desk.account WHERE account.login = person.login AND account.must_change);
    IF found IS NULL THEN
        found := desk.runs_jobs();
    END IF;
    RETURN found;
END $$;

-- A reader tells themself what became of what they follow; nobody else is told anything by them.
ALTER POLICY told ON notification WITH CHECK (
    ((SELECT desk.works())
     OR (person_id = (SELECT desk.me()) AND kind = 'followed' AND (SELECT desk.role()) = 'reader'))
    AND (incident_id IS NULL OR EXISTS (SELECT 1 FROM incident WHERE incident.id = notification.incident_id))
);

-- Nobody who only reads is given work or put into a group. Whoever is about to be a reader is waited for: the row of the
-- person is locked against `desk.change_role`, which looks for work and groups under its own lock.
CREATE FUNCTION desk.guard_worker() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    wanted uuid;
    mine text;
BEGIN
    IF TG_TABLE_NAME = 'group_member' THEN
        wanted := NEW.person_id;
    ELSE
        wanted := NEW.assignee_id;
    END IF;
    SELECT person.role INTO mine FROM public.person WHERE person.id = wanted FOR KEY SHARE;
    IF mine = 'reader' THEN
        PERFORM desk.refuse('a reader works on nothing and is in no group');
    END IF;
    RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION desk.guard_worker() FROM PUBLIC;

CREATE TRIGGER guard_worker_logged BEFORE INSERT ON incident
    FOR EACH ROW WHEN (NEW.assignee_id IS NOT NULL AND NEW.state IN ('new', 'in_progress', 'on_hold'))
    EXECUTE FUNCTION desk.guard_worker();
CREATE TRIGGER guard_worker BEFORE UPDATE OF assignee_id, state ON incident
    FOR EACH ROW WHEN (
        NEW.assignee_id IS NOT NULL AND NEW.state IN ('new', 'in_progress', 'on_hold')
        AND (NEW.assignee_id IS DISTINCT FROM OLD.assignee_id OR OLD.state NOT IN ('new', 'in_progress', 'on_hold'))
    )
    EXECUTE FUNCTION desk.guard_worker();
CREATE TRIGGER guard_worker BEFORE INSERT ON group_member
    FOR EACH ROW EXECUTE FUNCTION desk.guard_worker();

CREATE OR REPLACE FUNCTION desk.change_role(person_id uuid, role text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    found record;
BEGIN
    PERFORM desk.demand_admin();
    SELECT person.role, person.login INTO found FROM public.person WHERE person.id = change_role.person_id FOR UPDATE;
    IF found.role IS NULL OR change_role.role NOT IN ('requester', 'reader', 'agent', 'supervisor', 'admin') THEN
        PERFORM desk.refuse('there is no such person, or no such role');
    ELSIF found.role = 'admin' AND change_role.role <> 'admin' AND found.login IS NOT NULL
          AND desk.active_admins(change_role.person_id) = 0 THEN
        PERFORM desk.refuse('somebody has to remain who can let people in: make another administrator first');
    ELSIF change_role.role = 'reader' AND (
        EXISTS (SELECT 1 FROM public.incident AS theirs WHERE theirs.assignee_id = change_role.person_id
                   AND theirs.state IN ('new', 'in_progress', 'on_hold'))
        OR EXISTS (SELECT 1 FROM public.group_member AS member WHERE member.person_id = change_role.person_id)
    ) THEN
        PERFORM desk.refuse('a reader works on nothing: hand their open work on and take them out of their groups first');
    END IF;
    UPDATE public.person SET role = change_role.role WHERE person.id = change_role.person_id;
    IF found.login IS NOT NULL THEN
        PERFORM desk.move_login(found.login, desk.role_name(change_role.role));
    END IF;
END $$;
