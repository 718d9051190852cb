package org.webinararchiver.download.fetch;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.webinararchiver.platform.storage.MultipartUpload;
import org.webinararchiver.platform.storage.UploadedPart;
import org.webinararchiver.platform.upload.Upload;

/** The notes of one upload, as PostgreSQL would keep them for the next worker. */
final class NotesInMemory implements UploadNotes {
    private final List<UploadedPart> parts = new CopyOnWriteArrayList<>();
    private Optional<Upload> begun = Optional.empty();

    @Override
    public Optional<Upload> underWay() {
        return begun.map(upload -> new Upload(
                upload.id(), upload.place(), upload.validator(), upload.length(), upload.partLength(), parts));
    }

    @Override
    public Upload begun(MultipartUpload place, FileVersion version, long partLength) {
        parts.clear();
        var upload = new Upload(UUID.randomUUID(), place, version.validator(), version.length(), partLength, List.of());
        begun = Optional.of(upload);
        return upload;
    }

    @Override
    public void stored(Upload upload, UploadedPart part) {
        parts.add(part);
    }

    @Override
    public void abandoned() {
        begun = Optional.empty();
    }
}
