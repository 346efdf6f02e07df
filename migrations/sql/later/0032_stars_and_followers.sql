-- Which views somebody starred is their own affair; they star what they see.
ALTER TABLE saved_view_star ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON saved_view_star FOR SELECT USING (person_id = (SELECT desk.me()));
CREATE POLICY added ON saved_view_star FOR INSERT WITH CHECK (
    person_id = (SELECT desk.me()) AND EXISTS (SELECT 1 FROM saved_view WHERE saved_view.id = view_id)
);
CREATE POLICY changed ON saved_view_star FOR UPDATE USING (person_id = (SELECT desk.me()))
    WITH CHECK (person_id = (SELECT desk.me()) AND EXISTS (SELECT 1 FROM saved_view WHERE saved_view.id = view_id));
CREATE TRIGGER saved_view_star_is_told AFTER INSERT OR UPDATE OR DELETE ON saved_view_star
    FOR EACH STATEMENT EXECUTE FUNCTION tell_of_reference();

-- Whom somebody follows is their own affair, too; they follow what they see, and are not told of what they no longer see.
ALTER TABLE incident_follower ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON incident_follower FOR SELECT USING (person_id = (SELECT desk.me()));
CREATE POLICY added ON incident_follower FOR INSERT WITH CHECK (
    person_id = (SELECT desk.me()) AND (SELECT desk.reads_all())
    AND EXISTS (SELECT 1 FROM incident WHERE incident.id = incident_follower.incident_id)
);
CREATE POLICY changed ON incident_follower FOR UPDATE USING (person_id = (SELECT desk.me()))
    WITH CHECK (person_id = (SELECT desk.me()) AND (SELECT desk.reads_all()));
