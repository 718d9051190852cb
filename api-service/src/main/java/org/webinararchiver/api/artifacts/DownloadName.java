package org.webinararchiver.api.artifacts;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.webinararchiver.api.recordings.RecordingViews.FinishedFile;
import org.webinararchiver.core.recording.ArchiveName;
import org.webinararchiver.core.recording.RenditionName;

/** The name under which whoever downloads a file finds it, whatever the platform put into the title. */
final class DownloadName {
    private DownloadName() {}

    /** For example {@code Algebra_2026-01-28_17_06_28_720p.mp4}. */
    static String of(FinishedFile found) {
        var recording = found.recording();
        return ArchiveName.of(recording.title().orElse(""), recording.startedAt())
                .file(new RenditionName(found.file().name()).ending());
    }

    /** The header {@code Content-Disposition}, see RFC 6266: the name twice, for old programs without other letters. */
    static String disposition(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("[^\\w .()+,;=@\\[\\]-]", "_");
        var exact = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(plain, exact);
    }
}
