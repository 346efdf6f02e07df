-- What somebody has still to read is their own affair; they mark what they see.
ALTER TABLE unread_mark ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON unread_mark FOR SELECT USING (person_id = (SELECT desk.me()));
CREATE POLICY added ON unread_mark FOR INSERT WITH CHECK (
    person_id = (SELECT desk.me()) AND EXISTS (SELECT 1 FROM incident WHERE incident.id = unread_mark.incident_id)
);
CREATE POLICY changed ON unread_mark FOR UPDATE USING (person_id = (SELECT desk.me()))
    WITH CHECK (person_id = (SELECT desk.me()));
-- Other windows of the same person hear of it as of a notification.
CREATE TRIGGER unread_mark_insert_is_told AFTER INSERT ON unread_mark
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION tell_of_notification();
CREATE TRIGGER unread_mark_update_is_told AFTER UPDATE ON unread_mark
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION tell_of_notification();
