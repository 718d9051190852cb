package org.webinararchiver.compile.picture;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.DoubleConsumer;
import org.webinararchiver.compile.Damage;
import org.webinararchiver.compile.Sources;
import org.webinararchiver.compile.Workshop;
import org.webinararchiver.compile.picture.Chunk.Black;
import org.webinararchiver.compile.picture.Chunk.OfFootage;
import org.webinararchiver.core.timeline.Stretch;
import org.webinararchiver.media.ffmpeg.run.FfmpegFailure;

/** Encodes runs of a picture in chunks, several at once. What cannot be decoded becomes black and is told. */
public final class PictureRenderer {
    private final Workshop workshop;
    private final PictureForm form;
    private final ChunkJob jobs;
    private final Path scratch;

    /**
     * Prepares to render.
     *
     * @param scratch a folder for the chunks
     */
    public PictureRenderer(Workshop workshop, ChunkJob jobs, Path scratch) {
        this.workshop = workshop;
        this.form = jobs.form();
        this.jobs = jobs;
        this.scratch = scratch;
    }

    /**
     * Renders every chunk.
     *
     * @param runs of stretches that adjoin
     * @param progress is told the share of all frames of footage that is rendered, from any thread
     * @throws FfmpegFailure when not even black can be encoded
     */
    public RenderedPicture render(List<List<Stretch>> runs, Sources sources, DoubleConsumer progress)
            throws FfmpegFailure, IOException, InterruptedException {
        var chunks = runs.stream()
                .flatMap(run -> Chunk.of(run, form.rate()).stream())
                .toList();
        var footage = footage(chunks, sources, progress);
        var blacks = blacks(chunks, footage);
        return assemble(chunks, footage, blacks);
    }

    private Map<OfFootage, RenderedFootage> footage(List<Chunk> chunks, Sources sources, DoubleConsumer progress)
            throws FfmpegFailure, IOException, InterruptedException {
        var wanted = chunks.stream()
                .filter(OfFootage.class::isInstance)
                .map(OfFootage.class::cast)
                .toList();
        var shares = new Shares(wanted.stream().mapToLong(Chunk::frames).sum(), progress);
        var renderer = new FootageRenderer(workshop, jobs, sources, scratch);
        var work = new ArrayList<Workshop.Work<RenderedFootage>>();
        wanted.forEach(chunk -> work.add(() -> renderer.render(chunk, shares.of(chunk.frames()))));
        var rendered = workshop.all(work);
        var byChunk = new HashMap<OfFootage, RenderedFootage>();
        for (int i = 0; i < wanted.size(); i++) {
            byChunk.put(wanted.get(i), rendered.get(i));
        }
        return byChunk;
    }

    /** Each length of black that is needed anywhere, once. */
    private Map<Long, Path> blacks(List<Chunk> chunks, Map<OfFootage, RenderedFootage> footage)
            throws FfmpegFailure, IOException, InterruptedException {
        var lengths = new TreeSet<Long>();
        chunks.forEach(chunk -> blackOf(chunk, footage).forEach(black -> lengths.add(black.frames())));
        var work = new ArrayList<Workshop.Work<Path>>();
        for (long frames : lengths) {
            work.add(() -> {
                var result = scratch.resolve("black-%d.mp4".formatted(frames));
                workshop.run(jobs.black(new Black(Duration.ZERO, 0, frames), result));
                return result;
            });
        }
        var results = workshop.all(work);
        var byLength = new HashMap<Long, Path>();
        for (long frames : lengths) {
            byLength.put(frames, results.get(byLength.size()));
        }
        return byLength;
    }

    private List<Black> blackOf(Chunk chunk, Map<OfFootage, RenderedFootage> footage) {
        return switch (chunk) {
            case Black black -> List.of(black);
            case OfFootage wanted -> {
                long had = footage.get(wanted).chunk().frames();
                yield Chunk.black(wanted.origin(), wanted.first() + had, wanted.frames() - had, form.rate());
            }
        };
    }

    private RenderedPicture assemble(
            List<Chunk> chunks, Map<OfFootage, RenderedFootage> footage, Map<Long, Path> blacks) {
        var rendered = new ArrayList<RenderedChunk>();
        var damages = new ArrayList<Damage>();
        for (var chunk : chunks) {
            if (chunk instanceof OfFootage wanted) {
                var had = footage.get(wanted);
                if (had.chunk().frames() > 0) {
                    rendered.add(had.chunk());
                }
                addDamage(damages, wanted, had);
            }
            blackOf(chunk, footage)
                    .forEach(black -> rendered.add(new RenderedChunk(
                            blacks.get(black.frames()), black.origin(), black.first(), black.frames())));
        }
        return new RenderedPicture(form, rendered, damages);
    }

    /** Holes within footage are somewhere; what is missing at its end is where black begins. */
    private void addDamage(List<Damage> damages, OfFootage wanted, RenderedFootage had) {
        var footage = wanted.footage();
        if (had.hasHoles()) {
            damages.add(new Damage(footage.segment(), footage.track(), footage.at(), footage.end()));
        } else if (had.chunk().frames() < wanted.frames()) {
            var from = wanted.origin().plus(form.rate().timeOf(had.chunk().next()));
            damages.add(new Damage(footage.segment(), footage.track(), from, footage.end()));
        }
    }
}
