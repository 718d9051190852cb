package org.webinararchiver.compile.picture;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import org.webinararchiver.compile.Shelf;
import org.webinararchiver.compile.Sources;
import org.webinararchiver.compile.Workshop;
import org.webinararchiver.core.media.VideoStream;
import org.webinararchiver.core.recording.Quality;
import org.webinararchiver.core.timeline.CopyPlan;
import org.webinararchiver.core.timeline.Picture;
import org.webinararchiver.core.timeline.Stretch;
import org.webinararchiver.media.ffmpeg.run.FfmpegFailure;
import org.webinararchiver.media.mp4.H264Track;

/** Gets everything that a picture is joined from, as a plan says: sources' own files, and what has to be encoded. */
public final class PictureMaker {
    private final Workshop workshop;
    private final Sources sources;
    private final Shelf.Held held;
    private final SourceFrames frames;
    private final Quality quality;
    private final Path scratch;

    /**
     * Prepares to make a picture.
     *
     * @param held the files of which something is copied; they must stay until the picture is joined
     * @param quality how large it may be
     * @param scratch a folder for what is encoded
     */
    public PictureMaker(
            Workshop workshop, Sources sources, Shelf.Held held, SourceFrames frames, Quality quality, Path scratch) {
        this.workshop = workshop;
        this.sources = sources;
        this.held = held;
        this.frames = frames;
        this.quality = quality;
        this.scratch = scratch;
    }

    /**
     * Makes it.
     *
     * @param progress is told the share of what is to be encoded that is, from any thread
     * @throws FfmpegFailure when not even black can be encoded
     */
    public MadePicture make(Picture picture, CopyPlan plan, DoubleConsumer progress)
            throws FfmpegFailure, IOException, InterruptedException {
        return plan.form().isPresent() ? mixed(picture, plan, plan.form().get(), progress) : encoded(picture, progress);
    }

    private MadePicture encoded(Picture picture, DoubleConsumer progress)
            throws FfmpegFailure, IOException, InterruptedException {
        var form = PictureForm.suiting(picture, sources.probes()).within(quality);
        var runs = picture.stretches().isEmpty() ? List.<List<Stretch>>of() : List.of(picture.stretches());
        var rendered = new PictureRenderer(workshop, new ChunkJob(form, Coding.ALONE), scratch)
                .render(runs, sources, progress);
        return new MadePicture(
                form.width(), form.height(), pieces(rendered).toList(), Optional.empty(), rendered.damages());
    }

    private MadePicture mixed(Picture picture, CopyPlan plan, VideoStream main, DoubleConsumer progress)
            throws FfmpegFailure, IOException, InterruptedException {
        var copied = copied(plan);
        if (plan.copiesAll()) {
            return new MadePicture(main.width(), main.height(), copied, Optional.empty(), List.of());
        }
        var rate = PictureForm.suiting(picture, sources.probes()).rate();
        var jobs = new ChunkJob(new PictureForm(main.width(), main.height(), rate), coding(plan));
        var rendered = new PictureRenderer(workshop, jobs, scratch).render(plan.rendered(), sources, progress);
        var pieces = Stream.concat(copied.stream(), pieces(rendered))
                .sorted(Comparator.comparing(Piece::begins))
                .toList();
        return new MadePicture(
                main.width(), main.height(), pieces, Optional.of(example(plan).configuration()), rendered.damages());
    }

    private List<Piece> copied(CopyPlan plan) throws IOException {
        var pieces = new ArrayList<Piece>();
        for (var footage : plan.copied()) {
            var video = sources.probes().get(footage.segment()).video().orElseThrow();
            var file = held.file(footage.segment());
            var end = ReadingEnd.of(footage, video, frames.tracks().get(footage.segment()), file);
            pieces.add(Piece.copied(footage, video, file, end));
        }
        return pieces;
    }

    private static Stream<Piece> pieces(RenderedPicture rendered) {
        return rendered.chunks().stream()
                .map(chunk -> Piece.rendered(chunk, rendered.form().rate()));
    }

    private Coding coding(CopyPlan plan) {
        var delay = plan.copied().stream()
                .map(footage -> frames.tracks().get(footage.segment()).delay())
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        return Coding.beside(example(plan), delay).orElseThrow();
    }

    private H264Track example(CopyPlan plan) {
        return frames.tracks().get(plan.copied().getFirst().segment());
    }
}
