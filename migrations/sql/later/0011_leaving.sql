-- Whoever leaves the desk is out at once, by whichever way they were taken out of it: their login goes with them.

CREATE FUNCTION desk.person_left() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NEW.role = 'admin' AND desk.active_admins(NEW.id) = 0 THEN
        PERFORM desk.refuse('somebody has to remain who can let people in: give another administrator a login first');
    END IF;
    UPDATE public.person SET login = NULL WHERE person.id = NEW.id;
    DELETE FROM desk.account WHERE account.login = NEW.login;
    PERFORM desk.end_login(NEW.login);
    RETURN NULL;
END $$;
CREATE TRIGGER person_left AFTER UPDATE OF active ON person FOR EACH ROW
    WHEN (OLD.active AND NOT NEW.active AND NEW.login IS NOT NULL) EXECUTE FUNCTION desk.person_left();
