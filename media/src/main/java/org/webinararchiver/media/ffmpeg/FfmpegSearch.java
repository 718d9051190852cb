package org.webinararchiver.media.ffmpeg;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.webinararchiver.media.ffmpeg.bundled.BundledFfmpeg;

/**
 * Finds an ffmpeg that works: the configured one; else one on the path; else the one that comes with this program.
 *
 * <p>Each is taken only when a trial shows that it starts and has all that is needed. A configured one that fails its
 * trial is an error even when another would do: whoever named it would not want to find out later that it was not used.
 */
public final class FfmpegSearch {
    private static final Logger LOG = Logger.getLogger(FfmpegSearch.class);

    private final Optional<Path> configured;
    private final List<Path> path;
    private final BundledFfmpeg bundled;
    private final List<Refusal> refusals = new ArrayList<>();

    private FfmpegSearch(Optional<Path> configured, List<Path> path, BundledFfmpeg bundled) {
        this.configured = configured;
        this.path = path;
        this.bundled = bundled;
    }

    /**
     * The ffmpeg to use. Takes a fraction of a second, but some seconds when the bundled one is unpacked the first
     * time.
     *
     * @param configured an ffmpeg, or the folder that holds it and its ffprobe
     * @param path folders to look into, first to last; see {@link #foldersOf}
     * @param bundled the one that comes with this program
     * @throws FfmpegNotFound when none is of use
     */
    public static Ffmpeg find(Optional<Path> configured, List<Path> path, BundledFfmpeg bundled)
            throws FfmpegNotFound, InterruptedException {
        return new FfmpegSearch(configured, path, bundled).find();
    }

    /** The folders of a variable such as {@code PATH}, which may be absent. */
    public static List<Path> foldersOf(String variable) {
        var folders = new ArrayList<Path>();
        for (var folder : variable == null ? new String[0] : variable.split(Pattern.quote(File.pathSeparator))) {
            try {
                if (!folder.isBlank()) {
                    folders.add(Path.of(folder));
                }
            } catch (InvalidPathException e) {
                LOG.debugf(e, "The PATH holds something that is no path");
            }
        }
        return folders;
    }

    private Ffmpeg find() throws FfmpegNotFound, InterruptedException {
        var found = configured.isPresent() ? ofConfiguration(configured.get()) : ofPathOrBundle();
        LOG.infof("Using ffmpeg %s at %s", found.version().text(), found.ffmpeg());
        return found;
    }

    private Ffmpeg ofConfiguration(Path place) throws FfmpegNotFound, InterruptedException {
        var ffmpeg = Files.isDirectory(place) ? place.resolve(executable("ffmpeg")) : place;
        return tried(ffmpeg).orElseThrow(() -> new FfmpegNotFound(refusals));
    }

    private Ffmpeg ofPathOrBundle() throws FfmpegNotFound, InterruptedException {
        var found = onThePath();
        if (found.isEmpty()) {
            found = unpacked();
        }
        return found.orElseThrow(() -> new FfmpegNotFound(refusals));
    }

    private Optional<Ffmpeg> onThePath() throws InterruptedException {
        var seen = false;
        for (var folder : path) {
            var ffmpeg = folder.resolve(executable("ffmpeg"));
            if (Files.isExecutable(ffmpeg)) {
                seen = true;
                var found = tried(ffmpeg);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        if (!seen) {
            refusals.add(new Refusal("the PATH", "no ffmpeg in any of its folders"));
        }
        return Optional.empty();
    }

    private Optional<Ffmpeg> unpacked() throws InterruptedException {
        try {
            for (var folder : bundled.unpack()) {
                var found = tried(folder.resolve(executable("ffmpeg")));
                if (found.isPresent()) {
                    return found;
                }
            }
        } catch (IOException e) {
            refusals.add(new Refusal("the bundled ffmpeg", e.toString()));
        }
        return Optional.empty();
    }

    private Optional<Ffmpeg> tried(Path ffmpeg) throws InterruptedException {
        try {
            var program = ffmpeg.toAbsolutePath();
            return Optional.of(FfmpegTrial.of(program, ffprobeOf(program)));
        } catch (FfmpegTrial.Refused e) {
            refusals.add(new Refusal(ffmpeg.toString(), e.getMessage()));
            return Optional.empty();
        }
    }

    /** Beside ffmpeg; failing that, the first on the path. */
    private Path ffprobeOf(Path ffmpeg) {
        var sibling = ffmpeg.resolveSibling(executable("ffprobe"));
        return path.stream()
                .map(folder -> folder.resolve(executable("ffprobe")).toAbsolutePath())
                .filter(program -> !Files.isExecutable(sibling) && Files.isExecutable(program))
                .findFirst()
                .orElse(sibling);
    }

    private static String executable(String program) {
        return File.separatorChar == '\\' ? program + ".exe" : program;
    }
}
