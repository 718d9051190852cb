package org.webinararchiver.compile.script;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.webinararchiver.compile.Shelf;
import org.webinararchiver.compile.Sources;
import org.webinararchiver.compile.Workshop;
import org.webinararchiver.compile.sound.SoundFile;
import org.webinararchiver.compile.sound.SoundMaker;
import org.webinararchiver.core.timeline.Timeline;
import org.webinararchiver.media.ffmpeg.run.FfmpegFailure;
import org.webinararchiver.media.mp4.AvcConfiguration;
import org.webinararchiver.media.mp4.H264Probe;
import org.webinararchiver.media.mp4.Mp4Exception;
import org.webinararchiver.media.mp4.NotCopyable;

/**
 * Makes the parts of a script complete and alike. Workers may have different builds of ffmpeg, whose parameter sets
 * differ; frames of such parts can not stand in one file. Those of the fewest are rendered again, here.
 */
public final class Completion {
    private static final Logger LOG = Logger.getLogger(Completion.class);

    private final Script script;
    private final Workshop workshop;
    private final Shelf shelf;
    private final Path scratch;
    private final PartMaker maker;

    /**
     * Prepares to complete.
     *
     * @param shelf has the files that parts are made of
     * @param scratch a folder for what is rendered
     */
    public Completion(Script script, Workshop workshop, Shelf shelf, Path scratch) {
        this.script = script;
        this.workshop = workshop;
        this.shelf = shelf;
        this.scratch = scratch;
        this.maker = new PartMaker(script, workshop.alone(), shelf, scratch);
    }

    /**
     * Brings the sound, or makes it where it is missing.
     *
     * @param progress is told the share of it that is there
     */
    public SoundFile sound(PartSource source, DoubleConsumer progress)
            throws FfmpegFailure, IOException, InterruptedException {
        var had = source.bring(script.wholeSound());
        var whole = had.isPresent() ? had.get() : wholeSound(source, progress);
        return new SoundFile(
                whole.file(), script.sound().channels(), whole.note().damages());
    }

    /**
     * Makes the whole sound of its windows.
     *
     * @param progress is told the share of it that is made
     */
    public RenderedPart wholeSound(PartSource source, DoubleConsumer progress)
            throws FfmpegFailure, IOException, InterruptedException {
        if (script.isSoundCopied()) {
            return copiedSound(progress);
        }
        var windows = complete(script.firstSound(), brought(script.sounds(), source));
        return new SoundAssembly(script, windows).whole(workshop, scratch, progress);
    }

    private RenderedPart copiedSound(DoubleConsumer progress) throws FfmpegFailure, IOException, InterruptedException {
        var sources = new Sources(shelf, script.probes(), script.cutOff());
        var timeline = Timeline.of(script.about().manifest(), script.probes());
        var sound = new SoundMaker(workshop, scratch).make(timeline, sources, progress);
        return new RenderedPart(sound.file(), new PartNote(0, sound.damages(), Set.of()));
    }

    /** Brings the parts of the picture. */
    public Assembly picture(PartSource source) throws FfmpegFailure, IOException, InterruptedException {
        return picture(brought(script.pictures(), source));
    }

    /** Completes what was to have copied frames in it and can not; the script of this one has none. */
    public Assembly withoutCopying(Assembly copying) throws FfmpegFailure, IOException, InterruptedException {
        return picture(copying.partsOf(script));
    }

    private Assembly picture(List<Optional<RenderedPart>> had) throws FfmpegFailure, IOException, InterruptedException {
        var parts = complete(0, had);
        makeAlike(parts);
        return new Assembly(script, parts);
    }

    private static List<Optional<RenderedPart>> brought(IntStream numbers, PartSource source)
            throws IOException, InterruptedException {
        var brought = new ArrayList<Optional<RenderedPart>>();
        for (int number : numbers.toArray()) {
            brought.add(source.bring(number));
        }
        return brought;
    }

    /** Renders those that are missing. */
    private List<RenderedPart> complete(int first, List<Optional<RenderedPart>> had)
            throws FfmpegFailure, IOException, InterruptedException {
        var missing = IntStream.range(0, had.size())
                .filter(each -> had.get(each).isEmpty())
                .mapToObj(each -> first + each)
                .toList();
        var rendered = rendered(missing).iterator();
        var parts = new ArrayList<RenderedPart>();
        had.forEach(part -> parts.add(part.orElseGet(rendered::next)));
        return parts;
    }

    /** What one ffmpeg makes is alike, so when parts of this one are not like most, all are to be like them. */
    private void makeAlike(List<RenderedPart> parts) throws FfmpegFailure, IOException, InterruptedException {
        var most = most(forms(parts));
        var unlike = unlike(most, parts);
        if (!unlike.isEmpty()) {
            LOG.infof("%d parts are rendered again, since another ffmpeg made them", unlike.size());
            renderAgain(unlike, parts);
            renderAgain(unlike(form(parts.get(unlike.getFirst())), parts), parts);
        }
    }

    private List<Integer> unlike(Optional<AvcConfiguration> wanted, List<RenderedPart> parts) throws IOException {
        var forms = forms(parts);
        var unlike = new ArrayList<Integer>();
        for (int number = 0; number < forms.size(); number++) {
            if (!forms.get(number).equals(wanted)) {
                unlike.add(number);
            }
        }
        return unlike;
    }

    private static Optional<AvcConfiguration> most(List<Optional<AvcConfiguration>> forms) {
        Map<Optional<AvcConfiguration>, Integer> counts = new HashMap<>();
        forms.forEach(form -> counts.merge(form, 1, Integer::sum));
        return counts.entrySet().stream()
                .filter(form -> form.getKey().isPresent())
                .max(Map.Entry.comparingByValue())
                .flatMap(Map.Entry::getKey);
    }

    private List<Optional<AvcConfiguration>> forms(List<RenderedPart> parts) throws IOException {
        var forms = new ArrayList<Optional<AvcConfiguration>>();
        for (var part : parts) {
            forms.add(form(part));
        }
        return forms;
    }

    /** Empty where it is damaged, which is as good as being of another form. */
    private static Optional<AvcConfiguration> form(RenderedPart part) throws IOException {
        try {
            return H264Probe.probe(part.file()).map(track -> track.configuration());
        } catch (NotCopyable | Mp4Exception e) {
            return Optional.empty();
        }
    }

    private void renderAgain(List<Integer> wanted, List<RenderedPart> parts)
            throws FfmpegFailure, IOException, InterruptedException {
        var rendered = rendered(wanted);
        for (int each = 0; each < wanted.size(); each++) {
            parts.set(wanted.get(each), rendered.get(each));
        }
    }

    private List<RenderedPart> rendered(List<Integer> wanted) throws FfmpegFailure, IOException, InterruptedException {
        var work = new ArrayList<Workshop.Work<RenderedPart>>();
        wanted.forEach(number -> work.add(() -> maker.render(script.part(number), share -> {})));
        return workshop.all(work);
    }
}
