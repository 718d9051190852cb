package org.webinararchiver.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.compile.script.Copied;
import org.webinararchiver.compile.script.PartSource;
import org.webinararchiver.compile.script.RenderedPart;
import org.webinararchiver.compile.script.Script;
import org.webinararchiver.compile.script.ScriptJson;
import org.webinararchiver.core.layout.Size;
import org.webinararchiver.core.recording.Layout;
import org.webinararchiver.core.recording.Look;
import org.webinararchiver.core.recording.Quality;
import org.webinararchiver.core.timeline.Span;
import org.webinararchiver.media.mp4.H264Probe;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.PersonScript;
import org.webinararchiver.simulator.meeting.PictureSpec;
import org.webinararchiver.simulator.process.PipedProgram;

/** Composed recordings in which a film is alone on the screen for a while, in exactly its size: there it is copied. */
class LoneFilmTest extends CompilerUnderTest {
    private static final Duration OF_COMPOSITION = Duration.ofMillis(40);
    private static final Duration EVERY = Duration.ofMillis(300);
    private static final PictureSpec HD = PictureSpec.of(1280, 720, 25);
    private static final Size SMALL_SCREEN = new Size(1280, 720);
    private static final int SECONDS_PER_FILE = 10;

    /** Nothing is written before second 40. */
    private static final Meeting LECTURE = lecture(HD);

    private final Compiler compiler = new Compiler(TestFfmpeg.runner(), CompileSettings.usual());

    private static Meeting lecture(PictureSpec picture) {
        return Meeting.named("lone-lecture")
                .lecturer("Anna", anna -> inFiles(anna, picture, 60))
                .message(at(40), "Clara", "Good evening!")
                .written();
    }

    private static PersonScript inFiles(PersonScript person, PictureSpec picture, int seconds) {
        for (int from = 0; from < seconds; from += SECONDS_PER_FILE) {
            person.camera(at(from), lasting(SECONDS_PER_FILE), picture);
        }
        return person;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theLecturerIsCopiedUntilSomebodyWrites(boolean isReordered) throws Exception {
        var meeting = lecture(isReordered ? HD.withReorderedFrames() : HD);

        var script = divided(meeting, Quality.SOURCE).script();
        var file = compile(request(meeting, Quality.SOURCE));

        assertThat(copied(script)).containsExactly(new Span(at(0), at(40)));
        assertThat(script.windows().getFirst().time().from()).isEqualTo(at(40));
        assertThat(file.picture().copied()).hasSize(4);
        assertThat(file.gaps()).isEmpty();
        assertIsTrue(file, meeting, OF_COMPOSITION, EVERY);
        assertThat(holdsFramesOf(file, meeting, 1)).isTrue();
        assertThat(holdsFramesOf(file, meeting, 5)).isFalse();
    }

    /** Its frames are a whole number of milliseconds apart, its changes are not. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFilmIsEnteredAtAKeyFrameAndLeftAnywhere(boolean isReordered) throws Exception {
        var picture = isReordered ? HD.withReorderedFrames() : HD;
        var meeting = Meeting.named("lone-between")
                .lecturer("Anna", anna -> anna.camera(at(0), lasting(60), picture))
                .participant(
                        "Boris", boris -> boris.camera(at(3), lasting(9.37)).camera(at(35.813), lasting(5.5)))
                .written();

        var script = divided(meeting, Quality.P720).script();
        var file = compile(request(meeting, Quality.P720));

        assertThat(copied(script)).hasSize(2);
        var first = copied(script).getFirst();
        assertThat(first.from()).isBetween(at(12.37), at(14.4));
        assertThat(first.until()).isBetween(at(35.8), at(35.82));
        assertThat(file.gaps()).isEmpty();
        assertIsTrue(file, meeting, OF_COMPOSITION, EVERY);
    }

    @Test
    void theScreenGetsTheSizeOfAFilmThatIsAloneForMostOfTheTime() throws Exception {
        var meeting = Meeting.named("lone-before-slides")
                .lecturer("Anna", anna -> inFiles(anna, HD, 40))
                .slide(at(30), 1, 1)
                .written();

        assertThat(divided(meeting, Quality.SOURCE).script().film().size()).isEqualTo(SMALL_SCREEN);
        assertThat(divided(meeting, Quality.P1080).script().film().size()).isEqualTo(new Size(1920, 1080));

        var file = compile(request(meeting, Quality.SOURCE));

        assertThat(file.picture().copied()).hasSize(3);
        assertIsTrue(file, meeting, OF_COMPOSITION, EVERY);
    }

    @Test
    void theScreenKeepsItsSizeWhereAFilmIsAloneForLess() throws Exception {
        var meeting = Meeting.named("lone-before-many-slides")
                .lecturer("Anna", anna -> inFiles(anna, HD, 40))
                .slide(at(19), 1, 1)
                .written();

        var script = divided(meeting, Quality.SOURCE).script();

        assertThat(script.film().size()).isEqualTo(new Size(1920, 1080));
        assertThat(script.copied().isNothing()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {9.9, 10})
    void aFilmThatIsAloneForTenSecondsIsCopied(double seconds) throws Exception {
        var meeting = Meeting.named("lone-for-a-while")
                .lecturer("Anna", anna -> inFiles(anna, HD, 30))
                .message(at(seconds), "Clara", "Good evening!")
                .written();

        assertThat(divided(meeting, Quality.P720).script().copied().isNothing()).isEqualTo(seconds < 10);
    }

    @Test
    void aFilmOfAnotherSizeIsNotCopied() throws Exception {
        assertThat(divided(LECTURE, Quality.P480).script().copied().isNothing()).isTrue();
        assertThat(divided(lecture(PictureSpec.CAMERA), Quality.SOURCE)
                        .script()
                        .copied()
                        .isNothing())
                .isTrue();
    }

    @Test
    void aFileWhoseFramesCanNotBeCopiedIsRenderedBetweenOthers() throws Exception {
        var recorded = RecordedMeeting.of(LECTURE);
        var good = request(LECTURE, Quality.P720).shelf();
        Path cut;
        try (var held = good.hold(good.segments())) {
            cut = Broken.withoutData(held.file(segment(LECTURE, 2)), folder.resolve("damaged.mp4"), 0.4, 0.5);
        }
        var request = recorded.with(2, cut).request(folder, LECTURE.title(), look(Quality.P720));

        var script = ((Begun.Divided) compiler.begin(request, CompileProgress.IGNORED)).script();
        var file = compile(request);

        assertThat(copied(script)).containsExactly(new Span(at(0), at(20)), new Span(at(30), at(40)));
        assertThat(file.picture().copied()).hasSize(3);
        assertThat(file.duration()).isCloseTo(LECTURE.duration(), Duration.ofMillis(100));
        assertThat(file.gaps()).allSatisfy(gap -> assertThat(gap.toString()).contains("PT20S"));
    }

    /** What is encoded is for the same decoders. */
    @ParameterizedTest
    @ValueSource(strings = {"baseline", "main"})
    void framesOfASimplerProfileAreCopied(String profile) throws Exception {
        var meeting = Meeting.named("lone-lecture")
                .lecturer("Anna", anna -> inFiles(anna, HD, 30))
                .message(at(20), "Clara", "Good evening!")
                .written();
        var recorded = RecordedMeeting.of(meeting);
        for (int take = 0; take < 3; take++) {
            recorded.with(take, encoded(recorded.file(take), take, "-profile:v", profile));
        }
        var source = H264Probe.probe(recorded.file(0)).orElseThrow().configuration();
        var request = recorded.request(folder, meeting.title(), look(Quality.P720));

        var begun = (Begun.Divided) compiler.begin(request, CompileProgress.IGNORED);
        var part = compiler.render(begun.script(), 0, request.shelf(), PartSource.NOTHING, folder, share -> {});
        var file = compile(request);

        assertThat(source.profile()).isLessThan(100);
        assertThat(H264Probe.probe(part.file()).orElseThrow().configuration().profile())
                .isEqualTo(source.profile());
        assertThat(file.picture().copied()).hasSize(2);
        assertIsTrue(file, meeting, OF_COMPOSITION, EVERY);
    }

    @Test
    void coloursAreTheSameToEitherSideOfAJoin() throws Exception {
        var meeting = Meeting.named("lone-lecture")
                .lecturer("Anna", anna -> inFiles(anna, HD, 30))
                .message(at(20), "Clara", "Good evening!")
                .written();
        var recorded = RecordedMeeting.of(meeting);
        for (int take = 0; take < 3; take++) {
            recorded.with(take, encoded(recorded.file(take), take, "-vf", "drawbox=color=0xC04020:t=fill"));
        }

        var file = compile(recorded.request(folder, meeting.title(), look(Quality.P720)));

        assertThat(file.picture().copied()).hasSize(2);
        var copied = new Color(Frame.of(file.path(), at(19)).picture().getRGB(400, 360));
        var rendered = new Color(Frame.of(file.path(), at(21)).picture().getRGB(400, 360));
        assertThat(rendered.getRed()).isCloseTo(copied.getRed(), within(4));
        assertThat(rendered.getGreen()).isCloseTo(copied.getGreen(), within(4));
        assertThat(rendered.getBlue()).isCloseTo(copied.getBlue(), within(4));
    }

    private Path encoded(Path file, int take, String... options) throws Exception {
        var result = folder.resolve("encoded-%d.mp4".formatted(take));
        var command = new ArrayList<>(
                List.of(TestFfmpeg.installation().ffmpeg().toString(), "-nostdin", "-v", "error", "-y"));
        command.addAll(List.of("-i", "file:" + file, "-c:a", "copy", "-c:v", "libx264", "-preset", "superfast"));
        command.addAll(List.of("-g", "50"));
        command.addAll(List.of(options));
        command.add("file:" + result);
        new PipedProgram(command).read(output -> output.readAllBytes().length);
        return result;
    }

    /** Reading of a file ends early, so frames are missing: the result measures wrong. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whenTheCopyIsNoGoodAllOfItIsRendered(boolean isReordered) throws Exception {
        var meeting = lecture(isReordered ? HD.withReorderedFrames() : HD);
        var divided = divided(meeting, Quality.P720);
        var script = divided.script();
        var footage = new ArrayList<>(script.copied().footage());
        footage.set(1, new Copied.Footage(footage.get(1).part(), at(4)));
        var flawed = new Script(
                script.about(),
                script.probes(),
                script.cutOff(),
                script.film(),
                script.windows(),
                new Copied(footage, script.copied().instead()),
                script.sound());

        var file = assembled(meeting, flawed, rendered(meeting, divided, Quality.P720));

        assertThat(file.picture().copied()).isEmpty();
        assertThat(file.gaps()).isEmpty();
        assertIsTrue(file, meeting, OF_COMPOSITION, EVERY);
    }

    @Test
    void aScriptTellsWhatIsCopiedToWhoeverReadsIt() throws Exception {
        var script = divided(LECTURE, Quality.P720).script();
        var bytes = ScriptJson.write(script);

        var read = ScriptJson.read(new ByteArrayInputStream(bytes)).orElseThrow();

        assertThat(script.copied().isNothing()).isFalse();
        assertThat(read).isEqualTo(script);
        assertThat(ScriptJson.write(divided(LECTURE, Quality.P720).script())).isEqualTo(bytes);
    }

    @Test
    void partsThatWereRenderedElsewhereStandBesideWhatIsCopied() throws Exception {
        var divided = divided(LECTURE, Quality.P720);

        var file = assembled(LECTURE, divided.script(), rendered(LECTURE, divided, Quality.P720));

        assertThat(file.picture().copied()).hasSize(4);
        assertIsTrue(file, LECTURE, OF_COMPOSITION, EVERY);
    }

    /** The times at which frames are copied; those that adjoin are one. */
    private static List<Span> copied(Script script) {
        var spans = new ArrayList<Span>();
        for (var one : script.copied().footage()) {
            var part = one.part();
            boolean goesOn = !spans.isEmpty() && spans.getLast().until().equals(part.at());
            spans.add(new Span(goesOn ? spans.removeLast().from() : part.at(), part.end()));
        }
        return spans;
    }

    /** Whether some bytes of the first frame of a take are in the result; they are the first thing in its file. */
    private boolean holdsFramesOf(CompiledFile file, Meeting meeting, int take) throws Exception {
        var shelf = request(meeting, Quality.P720).shelf();
        try (var held = shelf.hold(shelf.segments())) {
            var source = text(held.file(segment(meeting, take)));
            int frame = source.indexOf("mdat") + 1500;
            return text(file.path()).contains(source.substring(frame, frame + 100));
        }
    }

    private static String text(Path file) throws Exception {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    private static String segment(Meeting meeting, int take) throws Exception {
        return RecordedMeeting.of(meeting).id(take);
    }

    private Begun.Divided divided(Meeting meeting, Quality quality) throws Exception {
        Files.deleteIfExists(folder.resolve("sound.aac"));
        return (Begun.Divided) compiler.begin(request(meeting, quality), CompileProgress.IGNORED);
    }

    private List<Optional<RenderedPart>> rendered(Meeting meeting, Begun.Divided divided, Quality quality)
            throws Exception {
        return new ElsewhereRendered(compiler, request(meeting, quality).shelf(), folder).parts(divided);
    }

    private CompiledFile assembled(Meeting meeting, Script script, List<Optional<RenderedPart>> parts)
            throws Exception {
        return compiler.assemble(
                script,
                parts::get,
                request(meeting, Quality.P720).shelf(),
                folder.resolve("scratch"),
                folder.resolve("finished.mp4"),
                CompileProgress.IGNORED);
    }

    private CompileRequest request(Meeting meeting, Quality quality) throws Exception {
        return RecordedMeeting.of(meeting).request(folder, meeting.title(), look(quality));
    }

    private static Look look(Quality quality) {
        return Look.USUAL.with(Layout.AUTO).with(quality);
    }
}
