-- Searches that found nothing: words and how often on a day, never who. Everybody's are counted, through a function, so
-- that nobody makes up other days or reads counts by writing them; who works at the desk reads the counts.
ALTER TABLE unfound_search ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON unfound_search FOR SELECT USING ((SELECT desk.reads_all()));

CREATE FUNCTION desk.count_unfound(words text, at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    today date := (at AT TIME ZONE 'UTC')::date;
BEGIN
    IF NOT pg_has_role(session_user, current_user, 'MEMBER') AND (desk.role() = '' OR NOT desk.is_now(at)) THEN
        PERFORM desk.refuse('a search is counted when it is made, by people of the desk');
    END IF;
    IF (SELECT count(*) FROM public.unfound_search AS known WHERE known.day = today) < 2000 THEN
        INSERT INTO public.unfound_search AS known (words, day, times) VALUES (count_unfound.words, today, 1)
            ON CONFLICT ON CONSTRAINT pk_unfound_search DO UPDATE SET times = known.times + 1;
    END IF;
    DELETE FROM public.unfound_search AS known WHERE known.day < today - 400;
END $$;
