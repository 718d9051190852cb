package org.webinararchiver.compile.join;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.webinararchiver.compile.Workshop;
import org.webinararchiver.compile.measure.Flaw;
import org.webinararchiver.compile.picture.MadePicture;
import org.webinararchiver.compile.picture.PictureList;
import org.webinararchiver.media.ffmpeg.run.FfmpegFailure;
import org.webinararchiver.media.ffmpeg.run.JoinList;
import org.webinararchiver.media.mp4.AvcConfiguration;
import org.webinararchiver.media.mp4.NotMp4;
import org.webinararchiver.media.mp4.ParameterSetsAdded;

/** Joins picture and sound into one MP4 that plays while it is still being loaded. */
public final class Joiner {
    private final Workshop workshop;
    private final Path scratch;

    /**
     * Prepares to join.
     *
     * @param scratch a folder for lists
     */
    public Joiner(Workshop workshop, Path scratch) {
        this.workshop = workshop;
        this.scratch = scratch;
    }

    /**
     * Joins. Pieces that were encoded are deleted on the way, unless frames of sources are joined with them: then there
     * is another way to the file, which needs them.
     *
     * @param about is written into the file
     * @param duration of the whole recording
     * @param progress is told the share of it that is joined
     * @throws Flaw when the files can not be joined
     */
    public void join(
            MadePicture picture, Path sound, Description about, Duration duration, Path result, DoubleConsumer progress)
            throws Flaw, FfmpegFailure, IOException, InterruptedException {
        var pictures = PictureList.of(picture.pieces());
        var list = scratch.resolve("pictures.txt");
        JoinList.write(list, pictures.entries());
        var card = scratch.resolve("title.wav");
        TitleCard.write(card, about.title());
        var isFinal = picture.mixed().isEmpty();
        var joined = isFinal ? result : scratch.resolve("joined.mp4");
        var job = new JoinJob(
                pictures.firstFrameAt(),
                list,
                sound,
                card,
                about.chapterFile(scratch),
                about.startedAt(),
                duration,
                joined,
                isFinal);
        var spent = SpentPieces.of(isFinal ? picture.pieces() : List.of());
        try {
            workshop.run(job.job(), duration.toNanos() / 1e9, share -> {
                spent.joinedUntil(Duration.ofNanos((long) (share * duration.toNanos())));
                progress.accept(share);
            });
        } catch (FfmpegFailure e) {
            switch (e.kind()) {
                case NOT_RUN, OUTPUT_TOO_LARGE -> throw e;
                case EXITED, TIMED_OUT -> throw new Flaw("its files can not be joined", e);
            }
        }
        if (!isFinal) {
            addParameterSets(joined, AllParameterSets.of(picture), result);
            Files.delete(joined);
        }
    }

    private static void addParameterSets(Path joined, AvcConfiguration further, Path result) throws Flaw, IOException {
        try {
            ParameterSetsAdded.write(joined, further, result);
        } catch (NotMp4 e) {
            throw new Flaw("what was joined can not be completed: " + e.getMessage(), e);
        }
    }
}
