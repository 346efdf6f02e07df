-- Pictures of articles: whoever works at the desk sees and adds them; a requester sees those that the published text
-- shows, and no other that the article ever had. Each is what its hash says, and none changes.
ALTER TABLE article_picture ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON article_picture FOR SELECT USING (
    (SELECT desk.reads_all())
    OR EXISTS (SELECT 1 FROM article
                WHERE article.id = article_picture.article_id
                  AND position('picture:' || article_picture.sha256 IN article.body) > 0)
);
CREATE POLICY added ON article_picture FOR INSERT WITH CHECK ((SELECT desk.reads_all()));

CREATE FUNCTION desk.guard_article_picture() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NEW.sha256 <> encode(sha256(NEW.data), 'hex') OR NEW.size <> octet_length(NEW.data) THEN
        PERFORM desk.refuse('a picture is what its hash says');
    ELSIF pg_has_role(session_user, current_user, 'MEMBER') THEN
        RETURN NEW;
    ELSIF NEW.added_by_id IS DISTINCT FROM desk.me() OR NOT desk.is_now(NEW.added_at) THEN
        PERFORM desk.refuse('a picture is added by whoever adds it, and now');
    ELSIF NEW.size > 1000000 * desk.number_setting('attachment_limit_mb')::bigint THEN
        PERFORM desk.refuse('a picture is no larger than the desk lets a file be');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT ON article_picture FOR EACH ROW EXECUTE FUNCTION desk.guard_article_picture();
CREATE TRIGGER article_picture_no_update BEFORE UPDATE ON article_picture FOR EACH ROW
    EXECUTE FUNCTION refuse_article_edit();
CREATE TRIGGER article_picture_no_delete BEFORE DELETE ON article_picture FOR EACH ROW
    EXECUTE FUNCTION refuse_article_edit();
