package org.webinararchiver.systemtests.services;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.webinararchiver.testservices.PostgresResource;

/**
 * What the database knows of a recording's files, and when it was told that each one is stored: it notes that itself,
 * whoever tells it. Its clock must be that of this machine.
 */
final class SegmentNotes implements AutoCloseable {
    private static final String NOTE_WHAT_IS_STORED = """
            create table stored_note (recording_id uuid, segment text, at timestamptz);
            create function note_stored() returns trigger language plpgsql as $$
            begin
                insert into stored_note values (new.recording_id, new.id, clock_timestamp());
                return null;
            end $$;
            create trigger note_stored after update on segment for each row
            when (new.state = 'STORED' and old.state <> 'STORED') execute function note_stored();
            """;

    private static final String QUERY = """
            select url, kind, state, object_key, bytes, failure_message,
                (select min(at) from stored_note where recording_id = s.recording_id and segment = s.id) as stored_at,
                (select count(*) from stored_note where recording_id = s.recording_id and segment = s.id) as notes
            from segment s where recording_id = ?
            """;

    private final Connection database;

    private SegmentNotes(Connection database) {
        this.database = database;
    }

    /**
     * Begins to note.
     *
     * @param settings of a database whose schema is there
     */
    static SegmentNotes in(Map<String, String> settings) throws SQLException {
        var notes = new SegmentNotes(PostgresResource.connect(settings));
        try (var sql = notes.database.createStatement()) {
            sql.execute(NOTE_WHAT_IS_STORED);
        }
        return notes;
    }

    /**
     * A file.
     *
     * @param storedAt when it was first noted as stored
     * @param notes how often it was
     */
    record Row(
            String url,
            String kind,
            String state,
            Optional<String> objectKey,
            long bytes,
            Optional<String> whyMissing,
            Optional<Instant> storedAt,
            int notes) {

        boolean isStored() {
            return state.equals("STORED");
        }

        /** Whether it is a playlist, with all that it leads to. */
        boolean isTwin() {
            return kind.startsWith("TWIN");
        }

        /** Whether this path is of the file, or of something that belongs to the twin. */
        boolean isAt(String path) {
            var own = URI.create(url).getPath();
            return isTwin() ? path.startsWith(own.substring(0, own.lastIndexOf('/') + 1)) : path.equals(own);
        }
    }

    List<Row> of(String recording) throws SQLException {
        try (var query = database.prepareStatement(QUERY)) {
            query.setObject(1, UUID.fromString(recording));
            var found = new ArrayList<Row>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(new Row(
                            rows.getString("url"),
                            rows.getString("kind"),
                            rows.getString("state"),
                            Optional.ofNullable(rows.getString("object_key")),
                            rows.getLong("bytes"),
                            Optional.ofNullable(rows.getString("failure_message")),
                            Optional.ofNullable(rows.getObject("stored_at", OffsetDateTime.class))
                                    .map(OffsetDateTime::toInstant),
                            rows.getInt("notes")));
                }
            }
            return found;
        }
    }

    /** Where the recording's manifest is. */
    String manifestKey(String recording) throws SQLException {
        try (var query = database.prepareStatement("select manifest_key from recording where id = ?")) {
            query.setObject(1, UUID.fromString(recording));
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
