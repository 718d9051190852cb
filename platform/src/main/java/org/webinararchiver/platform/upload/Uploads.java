package org.webinararchiver.platform.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.webinararchiver.platform.storage.MultipartUpload;
import org.webinararchiver.platform.storage.UploadedPart;

/** The uploads of large files in PostgreSQL. Runs in the caller's transaction. */
@ApplicationScoped
public class Uploads {
    /** How many are given up in one transaction. */
    static final int AT_ONCE = 100;

    private final EntityManager database;

    public Uploads(EntityManager database) {
        this.database = database;
    }

    /** The uploads that are under way for a recording, by their segments' ids. */
    public Map<String, Upload> underWay(UUID recording) {
        var parts = parts(recording);
        return rows(database.createNativeQuery("""
                                select id, segment_id, object_key, upload_id, validator, bytes, part_bytes
                                from segment_upload where recording_id = :recording and not abandoned
                                """, Tuple.class).setParameter("recording", recording)).stream()
                .collect(Collectors.toMap(
                        row -> row.get("segment_id", String.class),
                        row -> upload(row, parts.getOrDefault(row.get("id", UUID.class), List.of()))));
    }

    private Map<UUID, List<UploadedPart>> parts(UUID recording) {
        return rows(database.createNativeQuery("""
                                select part.upload, part.number, part.etag
                                from segment_upload join segment_upload_part as part on part.upload = segment_upload.id
                                where recording_id = :recording and not abandoned
                                order by part.upload, part.number
                                """, Tuple.class).setParameter("recording", recording)).stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("upload", UUID.class),
                        Collectors.mapping(
                                row -> new UploadedPart(
                                        row.get("number", Integer.class), row.get("etag", String.class)),
                                Collectors.toList())));
    }

    private static Upload upload(Tuple row, List<UploadedPart> parts) {
        return new Upload(
                row.get("id", UUID.class),
                place(row),
                row.get("validator", String.class),
                row.get("bytes", Long.class),
                row.get("part_bytes", Long.class),
                parts);
    }

    private static MultipartUpload place(Tuple row) {
        return new MultipartUpload(row.get("object_key", String.class), row.get("upload_id", String.class));
    }

    /** An upload of this segment was begun; the one before is of no use any more. */
    public void begun(UUID recording, String segment, Upload upload) {
        abandon(recording, segment);
        database.createNativeQuery("""
                        insert into segment_upload
                            (id, recording_id, segment_id, object_key, upload_id, validator, bytes, part_bytes)
                        values (:id, :recording, :segment, :key, :uploadId, :validator, :bytes, :partBytes)
                        """)
                .setParameter("id", upload.id())
                .setParameter("recording", recording)
                .setParameter("segment", segment)
                .setParameter("key", upload.place().key())
                .setParameter("uploadId", upload.place().id())
                .setParameter("validator", upload.validator())
                .setParameter("bytes", upload.length())
                .setParameter("partBytes", upload.partLength())
                .executeUpdate();
    }

    /** The store has received one more part. */
    public void stored(UUID upload, UploadedPart part) {
        database.createNativeQuery("""
                        insert into segment_upload_part (upload, number, etag) values (:upload, :number, :etag)
                        on conflict (upload, number) do update set etag = excluded.etag
                        """)
                .setParameter("upload", upload)
                .setParameter("number", part.number())
                .setParameter("etag", part.etag())
                .executeUpdate();
        database.createNativeQuery("update segment_upload set touched_at = clock_timestamp() where id = :upload")
                .setParameter("upload", upload)
                .executeUpdate();
    }

    /** The upload of this segment, if there is one, is of no use any more. */
    public void abandon(UUID recording, String segment) {
        database.createNativeQuery("""
                        update segment_upload set abandoned = true
                        where recording_id = :recording and segment_id = :segment and not abandoned
                        """)
                .setParameter("recording", recording)
                .setParameter("segment", segment)
                .executeUpdate();
    }

    /** The uploads of these segments, if there were any, have become objects. */
    public void completed(UUID recording, Collection<String> ofSegments) {
        if (ofSegments.isEmpty()) {
            return;
        }
        database.createNativeQuery("""
                        delete from segment_upload
                        where recording_id = :recording and segment_id in (:segments) and not abandoned
                        """)
                .setParameter("recording", recording)
                .setParameter("segments", ofSegments)
                .executeUpdate();
    }

    /**
     * Gives up, for good, some of the uploads that nobody will go on with: those of recordings that are not being
     * fetched and of files that are no longer wanted, those that were begun anew, and those that have received nothing
     * for long. They are to be aborted at the store, and forgotten after that.
     *
     * @param age after which an upload that receives nothing is given up
     * @param after the last of those that were looked at before
     */
    public Map<UUID, MultipartUpload> giveUp(Duration age, UUID after) {
        return rows(database.createNativeQuery("""
                                update segment_upload set abandoned = true
                                where id in (
                                    select upload.id from segment_upload as upload
                                    left join segment on segment.recording_id = upload.recording_id
                                                     and segment.id = upload.segment_id
                                    left join recording on recording.id = upload.recording_id
                                    where upload.id > :after
                                      and (upload.abandoned
                                        or segment.state is distinct from 'WANTED'
                                        or recording.state not in ('PENDING', 'DOWNLOADING')
                                        or upload.touched_at < clock_timestamp() - :age * interval '1 millisecond')
                                    order by upload.id limit %d
                                    for update of upload skip locked)
                                returning id, object_key, upload_id
                                """.formatted(AT_ONCE), Tuple.class)
                        .setParameter("age", age.toMillis())
                        .setParameter("after", after))
                .stream()
                .collect(Collectors.toMap(row -> row.get("id", UUID.class), Uploads::place));
    }

    /** The store knows nothing of this upload any more. */
    public void forget(UUID upload) {
        database.createNativeQuery("delete from segment_upload where id = :id and abandoned")
                .setParameter("id", upload)
                .executeUpdate();
    }

    @SuppressWarnings("unchecked") // the queries were created for this class of result
    private static List<Tuple> rows(Query query) {
        return query.getResultList();
    }
}
