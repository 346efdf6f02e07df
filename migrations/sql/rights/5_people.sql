-- Logins of people, for administrators. The functions that make and end roles (desk.make_login and its like) belong to
-- a role of their own that may nothing else; `main.py server init` makes them, because they need that role.

CREATE FUNCTION desk.demand_admin() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND desk.role() <> 'admin' THEN
        PERFORM desk.refuse('administrators decide who comes in');
    END IF;
END $$;

-- The name of the role of a login, or of a group of this desk.
CREATE FUNCTION desk.role_name(kind text) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN (SELECT setup.role_prefix || '_' || kind FROM desk.setup);
END $$;

-- Gives a person a login of their own with a first password, which they have to change before they see anything.
CREATE FUNCTION desk.add_login(person_id uuid, login text, verifier text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    found record;
BEGIN
    PERFORM desk.demand_admin();
    SELECT person.role, person.login, person.active INTO found FROM public.person
     WHERE person.id = add_login.person_id FOR UPDATE;
    IF found.role IS NULL OR NOT found.active THEN
        PERFORM desk.refuse('only an active person of the desk gets a login');
    ELSIF found.login IS NOT NULL THEN
        PERFORM desk.refuse('this person has a login already');
    ELSIF EXISTS (SELECT 1 FROM desk.account WHERE account.login = add_login.login) THEN
        PERFORM desk.refuse('this login is somebody''s already');
    END IF;
    PERFORM desk.make_login(add_login.login, verifier, desk.role_name(found.role));
    INSERT INTO desk.account (login) VALUES (add_login.login);
    UPDATE public.person SET login = add_login.login WHERE person.id = add_login.person_id;
END $$;

-- Gives the service that runs the timers a login. It is nobody's, so its password is not a person's first one.
CREATE FUNCTION desk.add_jobs_login(login text, verifier text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM desk.demand_admin();
    IF EXISTS (SELECT 1 FROM desk.account WHERE account.login = add_jobs_login.login AND NOT account.is_jobs) THEN
        PERFORM desk.refuse('this login is somebody''s already');
    END IF;
    PERFORM desk.make_login(add_jobs_login.login, verifier, desk.role_name('jobs'));
    INSERT INTO desk.account (login, is_jobs, must_change) VALUES (add_jobs_login.login, true, false)
        ON CONFLICT ON CONSTRAINT account_pkey DO NOTHING;
END $$;

CREATE FUNCTION desk.active_admins(but uuid) RETURNS bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN (SELECT count(*) FROM public.person AS other
             WHERE other.role = 'admin' AND other.active AND other.login IS NOT NULL AND other.id <> but);
END $$;

-- Takes a login away: the group is revoked, the role can no longer connect, and what is connected is cut off. The
-- person and everything they wrote stay.
CREATE FUNCTION desk.remove_login(person_id uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    gone text;
BEGIN
    PERFORM desk.demand_admin();
    SELECT person.login INTO gone FROM public.person WHERE person.id = remove_login.person_id FOR UPDATE;
    IF gone IS NULL THEN
        RETURN;
    ELSIF EXISTS (SELECT 1 FROM public.person WHERE person.id = remove_login.person_id AND person.role = 'admin')
          AND desk.active_admins(remove_login.person_id) = 0 THEN
        PERFORM desk.refuse('somebody has to remain who can let people in: give another administrator a login first');
    END IF;
    UPDATE public.person SET login = NULL WHERE person.id = remove_login.person_id;
    DELETE FROM desk.account WHERE account.login = gone;
    PERFORM desk.end_login(gone);
END $$;

CREATE FUNCTION desk.remove_jobs_login(login text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM desk.demand_admin();
    DELETE FROM desk.account WHERE account.login = remove_jobs_login.login AND account.is_jobs;
    IF FOUND THEN
        PERFORM desk.end_login(remove_jobs_login.login);
    END IF;
END $$;

-- A new first password, for who forgot theirs.
CREATE FUNCTION desk.reset_password(person_id uuid, verifier text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    known text;
BEGIN
    PERFORM desk.demand_admin();
    SELECT person.login INTO known FROM public.person WHERE person.id = reset_password.person_id;
    IF known IS NULL THEN
        PERFORM desk.refuse('this person has no login');
    END IF;
    PERFORM desk.set_password(known, verifier);
    UPDATE desk.account SET must_change = true WHERE account.login = known;
    RETURN known;
END $$;

-- What a person may: the column, and the group that their login is in.
CREATE FUNCTION desk.change_role(person_id uuid, role text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    found record;
BEGIN
    PERFORM desk.demand_admin();
    SELECT person.role, person.login INTO found FROM public.person WHERE person.id = change_role.person_id FOR UPDATE;
    IF found.role IS NULL OR change_role.role NOT IN ('requester', 'agent', 'supervisor', 'admin') THEN
        PERFORM desk.refuse('there is no such person, or no such role');
    ELSIF found.role = 'admin' AND change_role.role <> 'admin' AND found.login IS NOT NULL
          AND desk.active_admins(change_role.person_id) = 0 THEN
        PERFORM desk.refuse('somebody has to remain who can let people in: make another administrator first');
    END IF;
    UPDATE public.person SET role = change_role.role WHERE person.id = change_role.person_id;
    IF found.login IS NOT NULL THEN
        PERFORM desk.move_login(found.login, desk.role_name(change_role.role));
    END IF;
END $$;

-- A person sets their own password; from then on the first one is history.
CREATE FUNCTION desk.change_my_password(verifier text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM desk.account WHERE account.login = session_user::text) THEN
        PERFORM desk.refuse('this login does not belong to the desk');
    END IF;
    PERFORM desk.set_password(session_user::text, verifier);
    UPDATE desk.account SET must_change = false WHERE account.login = session_user::text;
END $$;

-- Who has which login, whether it can be used and whether it is being used.
CREATE FUNCTION desk.logins() RETURNS TABLE (
    login text, person_id uuid, is_jobs boolean, must_change boolean, made_at timestamptz, may_connect boolean,
    connections bigint
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM desk.demand_admin();
    RETURN QUERY
    SELECT account.login, person.id, account.is_jobs, account.must_change, account.made_at,
           coalesce(role.rolcanlogin, false),
           (SELECT count(*) FROM pg_stat_activity AS activity
             WHERE activity.usename = account.login AND activity.datname = current_database())
      FROM desk.account AS account
      LEFT JOIN public.person ON person.login = account.login
      LEFT JOIN pg_roles AS role ON role.rolname = account.login
     ORDER BY account.login;
END $$;
