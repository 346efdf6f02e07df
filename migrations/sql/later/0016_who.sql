-- Who is connected is asked by every policy of every statement. session_user is a name, whose collation is "C", and an index
-- on a text of the usual collation is not used to compare the two: each question read all people from first to last.

CREATE OR REPLACE FUNCTION desk.who(OUT id uuid, OUT role text)
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    SELECT person.id, person.role INTO who.id, who.role
      FROM public.person
     WHERE person.login = session_user::text COLLATE "default" AND person.active
       AND NOT EXISTS (SELECT 1 FROM desk.account WHERE account.login = person.login AND account.must_change);
    IF who.role IS NULL AND EXISTS (
        SELECT 1 FROM desk.account
         WHERE account.login = session_user::text COLLATE "default" AND account.is_jobs AND NOT account.must_change
    ) THEN
        who.role := 'jobs';
    END IF;
    who.role := coalesce(who.role, '');
END $$;
