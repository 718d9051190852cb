package org.webinararchiver.compile.companion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.webinararchiver.compile.LastWords;
import org.webinararchiver.compile.Workshop;
import org.webinararchiver.core.manifest.Message;
import org.webinararchiver.core.recording.Companion;
import org.webinararchiver.core.words.ChatJson;
import org.webinararchiver.core.words.ChatText;
import org.webinararchiver.core.words.SubRip;
import org.webinararchiver.core.words.ThumbnailSheet;
import org.webinararchiver.core.words.WebVtt;
import org.webinararchiver.media.ffmpeg.run.FfmpegFailure;

/** Makes what belongs beside a finished file, where there is anything to tell. */
public final class Companions {
    private static final Logger LOG = Logger.getLogger(Companions.class);

    private final Path file;
    private final List<Message> messages;
    private final Map<String, Path> decks;
    private final Outline outline;
    private final Duration duration;
    private final Workshop workshop;
    private final Map<Companion, Path> written = new HashMap<>();

    /**
     * Prepares to make them.
     *
     * @param file the finished one, beside which they are made
     * @param decks files of slides and documents, by their names in an archive
     * @param duration of it
     */
    public Companions(
            Path file,
            List<Message> messages,
            Map<String, Path> decks,
            Outline outline,
            Duration duration,
            Workshop workshop) {
        this.file = file;
        this.messages = List.copyOf(messages);
        this.decks = decks;
        this.outline = outline;
        this.duration = duration;
        this.workshop = workshop;
    }

    /** Makes what is made of no picture: texts, and an archive of slides and documents. */
    public Map<Companion, Path> write() throws IOException {
        if (!messages.isEmpty()) {
            write(Companion.CHAT_TEXT, ChatText.of(messages));
            write(Companion.CHAT_SUBRIP, SubRip.of(messages, duration));
            write(Companion.CHAT_WEBVTT, WebVtt.ofChat(messages, duration));
            write(Companion.CHAT_JSON, ChatJson.of(messages));
        }
        if (!outline.chapters().isEmpty()) {
            write(Companion.CHAPTERS, WebVtt.ofChapters(outline.chapters()));
        }
        if (!decks.isEmpty()) {
            var archive = beside(Companion.SLIDES);
            SlideArchive.write(archive, decks);
            written.put(Companion.SLIDES, archive);
        }
        return written;
    }

    /**
     * Makes what is made of no picture, pictures of the file and its sound alone. Without these it is as good as with
     * them, so a failure to make them is only noted.
     *
     * @param width of its picture
     * @param height of its picture
     */
    public Map<Companion, Path> writeWithPictures(int width, int height) throws IOException, InterruptedException {
        write();
        attempt("sound alone", () -> {
            var sound = beside(Companion.SOUND_ALONE);
            workshop.run(CopiedSound.of(file, duration, sound));
            keep(Companion.SOUND_ALONE, sound);
        });
        attempt("poster", () -> {
            var poster = beside(Companion.POSTER);
            workshop.run(new StillJobs(file).poster(outline.poster(), poster));
            keep(Companion.POSTER, poster);
        });
        attempt("storyboard", () -> {
            var sheet = ThumbnailSheet.of(duration, width, height);
            var thumbnails = beside(Companion.THUMBNAILS);
            workshop.run(new StillJobs(file).thumbnails(sheet, thumbnails));
            if (keep(Companion.THUMBNAILS, thumbnails)) {
                write(
                        Companion.STORYBOARD,
                        sheet.webVtt(thumbnails.getFileName().toString()));
            }
        });
        return written;
    }

    @FunctionalInterface
    private interface Making {
        void make() throws FfmpegFailure, IOException, InterruptedException;
    }

    private static void attempt(String what, Making making) throws InterruptedException {
        try {
            making.make();
        } catch (FfmpegFailure e) {
            LastWords.keep(LOG, "There will be no " + what, e);
        } catch (IOException e) {
            LOG.warnf(e, "There will be no %s", what);
        }
    }

    /** ffmpeg may find nothing to write and call that a success. */
    private boolean keep(Companion companion, Path made) throws IOException {
        var isThere = Files.exists(made) && Files.size(made) > 0;
        if (isThere) {
            written.put(companion, made);
        } else {
            LOG.warnf("There will be no %s: nothing was to be seen", made.getFileName());
        }
        return isThere;
    }

    private void write(Companion companion, String text) throws IOException {
        written.put(companion, Files.writeString(beside(companion), text));
    }

    private Path beside(Companion companion) {
        return file.resolveSibling(companion.beside(file.getFileName().toString()));
    }
}
