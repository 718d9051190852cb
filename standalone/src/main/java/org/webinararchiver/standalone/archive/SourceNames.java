package org.webinararchiver.standalone.archive;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Participant;
import org.webinararchiver.core.manifest.Segment;
import org.webinararchiver.core.manifest.Track;
import org.webinararchiver.core.manifest.TwinRun;
import org.webinararchiver.core.recording.ArchiveName;

/**
 * Names for source files: of clips by whose they are and when they begin, for example {@code Anna_0-01-05.mp4}, and
 * what stands in for them {@code Anna_0-01-05_playlist.mp4}; of others by what they are.
 */
final class SourceNames {
    private static final Pattern EXTENSION = Pattern.compile("\\.([A-Za-z0-9]{1,5})$");

    private final Map<String, String> known = new HashMap<>();
    private final Map<String, Begun> twins = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** Whose file it is, and when it begins. */
    private record Begun(String who, Duration at) {
        String name() {
            return "%s_%s".formatted(who, time(at));
        }
    }

    private SourceNames() {}

    static SourceNames of(Manifest manifest) {
        var names = new SourceNames();
        var segments = manifest.segmentsById();
        for (var track : manifest.tracks()) {
            var who = who(manifest, track);
            for (var clip : track.clips()) {
                var begun = new Begun(who, clip.start());
                names.known.putIfAbsent(clip.segment(), begun.name());
                Optional.ofNullable(segments.get(clip.segment()))
                        .flatMap(Segment::playlist)
                        .ifPresent(twin -> names.twins.putIfAbsent(twin.id(), begun));
            }
        }
        for (var slide : manifest.proceedings().slides()) {
            slide.file().ifPresent(file -> names.known.putIfAbsent(file.id(), "Slide_" + time(slide.from())));
        }
        for (var document : manifest.proceedings().attachments()) {
            names.known.putIfAbsent(
                    document.file().id(), EXTENSION.matcher(document.name()).replaceFirst(""));
        }
        return names;
    }

    private static String who(Manifest manifest, Track track) {
        var name = track.participant()
                .flatMap(id -> manifest.participants().stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst())
                .map(Participant::name);
        return switch (track.kind()) {
            case SCREEN -> name.map(who -> "Screen of " + who).orElse("Screen");
            case PERSON -> name.orElse("Somebody");
        };
    }

    /** Hours, minutes and seconds as file systems like them. */
    private static String time(Duration start) {
        return "%d-%02d-%02d".formatted(start.toHours(), start.toMinutesPart(), start.toSecondsPart());
    }

    /** A name that no other file has. */
    String of(Segment file) {
        return free(known.getOrDefault(file.id(), lastOf(file.url())), extension(file.url()));
    }

    /** A name for a run of a twin that no other file has. */
    String of(Segment twin, TwinRun run) {
        var name = Optional.ofNullable(twins.get(twin.id()))
                .map(begun -> new Begun(begun.who(), begun.at().plus(run.at())).name())
                .orElse(lastOf(twin.url()));
        return free(name + "_playlist", ".mp4");
    }

    private String free(String wanted, String extension) {
        var name = ArchiveName.of(wanted, Optional.empty()).value();
        for (int number = 1; ; number++) {
            var candidate = name + (number == 1 ? "" : "_" + number) + extension;
            if (taken.add(candidate.toLowerCase(Locale.ROOT))) {
                return candidate;
            }
        }
    }

    private static String lastOf(URI url) {
        var path = Optional.ofNullable(url.getPath()).orElse("");
        return EXTENSION.matcher(path.substring(path.lastIndexOf('/') + 1)).replaceFirst("");
    }

    private static String extension(URI url) {
        var found = EXTENSION.matcher(Optional.ofNullable(url.getPath()).orElse(""));
        return found.find() ? "." + found.group(1).toLowerCase(Locale.ROOT) : "";
    }
}
