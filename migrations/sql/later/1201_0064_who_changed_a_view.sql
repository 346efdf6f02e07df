-- Whoever saves a view is said to have changed it last, and nobody else is.
CREATE OR REPLACE FUNCTION desk.guard_view() RETURNS trigger
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
    IF TG_OP = 'INSERT' OR NEW.updated_at <> OLD.updated_at OR NEW.changed_by_id IS DISTINCT FROM OLD.changed_by_id THEN
        IF NEW.changed_by_id IS DISTINCT FROM desk.me() OR NOT desk.is_now(NEW.updated_at) THEN
            PERFORM desk.refuse('whoever changes a view says so');
        END IF;
    END IF;
    RETURN NEW;
END $$;
