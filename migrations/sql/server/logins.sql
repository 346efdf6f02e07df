-- The only things that the role which may make roles can be made to do. They belong to it, run with its rights, and may
-- be called by the owner of the desk alone: what a person asks for goes through the functions of 5_people.sql, which
-- look at who asks. Each looks at its arguments again, because whoever could slip something in here would own the server.
-- Run by `main.py server init`, again and again; PREFIX stands for the prefix of the desk's roles.

CREATE OR REPLACE FUNCTION desk.check_login(login text, verifier text DEFAULT NULL, member_of text DEFAULT NULL)
RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF login !~ '^PREFIX_u_[a-z0-9_]{1,40}$' OR length(login) > 63 THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege',
            MESSAGE = 'desk: a login is named PREFIX_u_ and then small letters, digits and underscores';
    ELSIF verifier IS NOT NULL AND verifier !~ '^SCRAM-SHA-256\$[0-9]{4,7}:[A-Za-z0-9+/=]{16,64}\$[A-Za-z0-9+/=]{44}:[A-Za-z0-9+/=]{44}$'
    THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege',
            MESSAGE = 'desk: a password comes as a SCRAM-SHA-256 verifier, never as itself';
    ELSIF member_of IS NOT NULL
          AND member_of NOT IN ('PREFIX_requester', 'PREFIX_reader', 'PREFIX_agent', 'PREFIX_supervisor', 'PREFIX_admin',
                                'PREFIX_jobs') THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'desk: there is no such group';
    END IF;
END $$;

CREATE OR REPLACE FUNCTION desk.make_login(login text, verifier text, member_of text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM desk.check_login(login, verifier, member_of);
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = login) THEN
        EXECUTE format('CREATE ROLE %I LOGIN CONNECTION LIMIT 10 PASSWORD %L', login, verifier);
    ELSIF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = login AND rolcanlogin) THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'desk: this login is in use';
    ELSE
        EXECUTE format('ALTER ROLE %I LOGIN CONNECTION LIMIT 10 PASSWORD %L', login, verifier);
    END IF;
    PERFORM desk.move_login(login, member_of);
END $$;

CREATE OR REPLACE FUNCTION desk.move_login(login text, member_of text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    held text;
BEGIN
    PERFORM desk.check_login(login, NULL, member_of);
    FOR held IN
        SELECT parent.rolname FROM pg_auth_members AS membership
          JOIN pg_roles AS parent ON parent.oid = membership.roleid
          JOIN pg_roles AS member ON member.oid = membership.member
         WHERE member.rolname = move_login.login AND parent.rolname <> coalesce(move_login.member_of, '')
           AND parent.rolname LIKE 'PREFIX\_%'
    LOOP
        EXECUTE format('REVOKE %I FROM %I', held, login);
    END LOOP;
    IF member_of IS NOT NULL THEN
        EXECUTE format('GRANT %I TO %I', member_of, login);
    END IF;
END $$;

CREATE OR REPLACE FUNCTION desk.set_password(login text, verifier text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF verifier IS NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'desk: a login has a password';
    END IF;
    PERFORM desk.check_login(login, verifier);
    EXECUTE format('ALTER ROLE %I PASSWORD %L', login, verifier);
END $$;

CREATE OR REPLACE FUNCTION desk.end_login(login text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM desk.check_login(login);
    PERFORM desk.move_login(login, NULL);
    EXECUTE format('ALTER ROLE %I NOLOGIN PASSWORD NULL', login);
    BEGIN
        PERFORM pg_terminate_backend(activity.pid) FROM pg_stat_activity AS activity WHERE activity.usename = end_login.login;
    EXCEPTION WHEN insufficient_privilege THEN
        -- Where the server does not let us, the session lives on and sees nothing: its login is nobody's any more.
        NULL;
    END;
END $$;
