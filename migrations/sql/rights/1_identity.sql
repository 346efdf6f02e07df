-- Who is connected, and what follows from that. Identity is session_user, looked up in person.login: it does not change
-- with SET ROLE or inside a definer function, and nobody can set it.
--
-- Every function pins its search_path with pg_temp last, so that no temporary object can take the place of a table.

CREATE SCHEMA desk;

-- The one row says by which prefix the roles of this desk are named: roles belong to the whole server, and two desks on
-- one server must not share any. It is written by `main.py server init`; without it, the desk is not protected.
CREATE TABLE desk.setup (
    id smallint PRIMARY KEY DEFAULT 1 CHECK (id = 1),
    role_prefix text NOT NULL CHECK (role_prefix ~ '^[a-z][a-z0-9_]{0,19}$'),
    set_up_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- What is known of a login beside the person who has it. Without a person it runs the timers as a service.
CREATE TABLE desk.account (
    login text PRIMARY KEY,
    is_jobs boolean NOT NULL DEFAULT false,
    must_change boolean NOT NULL DEFAULT true,
    made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    made_by text NOT NULL DEFAULT session_user
);

-- The arrows of app/domain/lifecycle.py and who may take them; the program writes them after every migration.
CREATE TABLE desk.transition (
    source text NOT NULL,
    target text NOT NULL,
    role text NOT NULL,
    PRIMARY KEY (source, target, role)
);

-- What the program falls back to where the desk has not set a value of its own; written like the arrows.
CREATE TABLE desk.fallback (
    key text PRIMARY KEY,
    value jsonb NOT NULL
);

-- What requesters wrote and the desk has not followed up yet: keeping clocks, telling people, ending escalations.
CREATE TABLE desk.unfollowed (
    entry_id uuid PRIMARY KEY,
    incident_id uuid NOT NULL
);
CREATE INDEX ix_unfollowed_incident ON desk.unfollowed (incident_id);

-- The person who is connected and their role; nobody while a first password waits to be changed.
CREATE FUNCTION desk.who(OUT id uuid, OUT role text)
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    SELECT person.id, person.role INTO who.id, who.role
      FROM public.person
     WHERE person.login = session_user::text AND person.active
       AND NOT EXISTS (SELECT 1 FROM desk.account WHERE account.login = person.login AND account.must_change);
    IF who.role IS NULL AND EXISTS (
        SELECT 1 FROM desk.account
         WHERE account.login = session_user::text AND account.is_jobs AND NOT account.must_change
    ) THEN
        who.role := 'jobs';
    END IF;
    who.role := coalesce(who.role, '');
END $$;

CREATE FUNCTION desk.me() RETURNS uuid
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN (SELECT found.id FROM desk.who() AS found);
END $$;

CREATE FUNCTION desk.role() RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN (SELECT found.role FROM desk.who() AS found);
END $$;

-- Whether internal entries, and incidents of others, are read.
CREATE FUNCTION desk.reads_all() RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN (SELECT found.role IN ('agent', 'supervisor', 'admin', 'jobs') FROM desk.who() AS found);
END $$;

-- The person whose own incidents are all that is seen; NULL for everybody who works at the desk.
CREATE FUNCTION desk.own() RETURNS uuid
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN (SELECT found.id FROM desk.who() AS found WHERE found.role = 'requester');
END $$;

-- The groups whose restricted incidents are seen: one's own, and every one for the service that runs the timers.
CREATE FUNCTION desk.groups() RETURNS uuid[]
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    found record;
BEGIN
    SELECT * INTO found FROM desk.who();
    IF found.role = 'jobs' THEN
        RETURN ARRAY(SELECT assignment_group.id FROM public.assignment_group);
    ELSIF found.role IN ('agent', 'supervisor', 'admin') THEN
        RETURN ARRAY(SELECT member.group_id FROM public.group_member AS member WHERE member.person_id = found.id);
    END IF;
    RETURN ARRAY[]::uuid[];
END $$;

-- Whether the connected person sees an incident: the same rule as the policy of the table, for definer functions.
CREATE FUNCTION desk.sees(incident_id uuid) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN EXISTS (
        SELECT 1 FROM public.incident
         WHERE incident.id = sees.incident_id
           AND ((incident.restricted_group_id IS NULL AND desk.reads_all())
                OR incident.restricted_group_id = ANY (desk.groups())
                OR incident.caller_id = desk.own())
    );
END $$;

-- Whether this row was written by the transaction that asks.
CREATE FUNCTION desk.is_of_this_transaction(written_by xid) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN written_by = pg_current_xact_id()::xid;
END $$;

-- Whether a moment can be that of this transaction: not before it began and not after now. Where the clock of the
-- server was set back, the newest moment that was written stands in for now, as it does in the program.
CREATE FUNCTION desk.is_now(moment timestamptz, incident_id uuid DEFAULT NULL) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF moment IS NULL OR moment < transaction_timestamp() THEN
        RETURN false;
    ELSIF moment <= clock_timestamp() THEN
        RETURN true;
    END IF;
    RETURN coalesce(moment <= greatest(
        (SELECT max(heartbeat.last_tick_at) FROM public.heartbeat),
        (SELECT max(entry.occurred_at) FROM public.journal_entry AS entry
          WHERE entry.incident_id = is_now.incident_id AND entry.source IS NULL),
        (SELECT clocks.checked_until + interval '1 microsecond' FROM public.incident_clocks AS clocks
          WHERE clocks.incident_id = is_now.incident_id)
    ), false);
END $$;

CREATE FUNCTION desk.refuse(sentence text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', MESSAGE = 'desk: ' || sentence;
END $$;

-- What the program asks first: by which login it came in, who that is, and whether this database is set up to protect.
CREATE FUNCTION desk.standing(
    OUT login text, OUT person_id uuid, OUT role text, OUT must_change boolean, OUT is_owner boolean,
    OUT role_prefix text
)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    SELECT found.id, found.role INTO standing.person_id, standing.role FROM desk.who() AS found;
    standing.login := session_user::text;
    standing.must_change := EXISTS (
        SELECT 1 FROM desk.account WHERE account.login = session_user::text AND account.must_change
    );
    standing.is_owner := pg_has_role(session_user, current_user, 'MEMBER');
    standing.role_prefix := (SELECT setup.role_prefix FROM desk.setup);
END $$;
