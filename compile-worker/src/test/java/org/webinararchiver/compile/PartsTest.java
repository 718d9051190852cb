package org.webinararchiver.compile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.webinararchiver.compile.compose.Film;
import org.webinararchiver.compile.picture.X264;
import org.webinararchiver.compile.script.PartSource;
import org.webinararchiver.compile.script.RenderedPart;
import org.webinararchiver.compile.script.Script;
import org.webinararchiver.compile.script.ScriptJson;
import org.webinararchiver.compile.sound.SoundMix;
import org.webinararchiver.compile.sound.SoundWindow;
import org.webinararchiver.core.recording.Layout;
import org.webinararchiver.core.recording.Look;
import org.webinararchiver.core.recording.Quality;
import org.webinararchiver.simulator.meeting.Meeting;

/** A recording that is divided and rendered part by part, each by somebody who knows only the script. */
class PartsTest extends CompilerUnderTest {
    private static final Duration OF_COMPOSITION = Duration.ofMillis(40);

    /** Two windows of the picture; two people are heard at once. */
    private static final Meeting MEETING = Meeting.named("divided")
            .titled("Rivers, in parts")
            .lecturer("Anna", anna -> anna.cameraInFiles(at(0), at(70), lasting(10)))
            .participant("Boris", boris -> boris.camera(at(4), lasting(60)))
            .slide(at(20), 1, 1)
            .slide(at(40), 1, 2)
            .message(at(3), "Clara Дубровская", "Good evening! 👋")
            .written();

    /** Nobody speaks beside Anna, so the sound is copied. */
    private static final Meeting LECTURE = Meeting.named("divided-lecture")
            .lecturer("Anna", anna -> anna.cameraInFiles(at(0), at(20), lasting(10)))
            .message(at(3), "Clara", "Good evening!")
            .written();

    private final Compiler compiler = new Compiler(TestFfmpeg.runner(), CompileSettings.usual());

    @Test
    void theyAreOneFileWhoeverRenderedThem() throws Exception {
        var divided = divided(MEETING);
        assertThat(divided.script().windows()).hasSizeGreaterThan(1);
        assertThat(divided.script().isSoundCopied()).isFalse();

        var file = assembled(MEETING, divided.script(), rendered(MEETING, divided));

        assertThat(file.gaps()).isEmpty();
        assertIsTrue(file, MEETING, OF_COMPOSITION, Duration.ofMillis(700));
    }

    @Test
    void soundThatIsCopiedIsAPartOfItsOwn() throws Exception {
        var divided = divided(LECTURE);
        assertThat(divided.script().isSoundCopied()).isTrue();

        var file = assembled(LECTURE, divided.script(), rendered(LECTURE, divided));

        assertIsTrue(file, LECTURE, OF_COMPOSITION, Duration.ofMillis(700));
    }

    @Test
    void partsThatAreMissingAreRenderedWhenTheyArePutTogether() throws Exception {
        var divided = divided(LECTURE);
        var parts = new ArrayList<Optional<RenderedPart>>();
        for (int part = 0; part < divided.script().parts(); part++) {
            parts.add(Optional.empty());
        }

        assertIsTrue(assembled(LECTURE, divided.script(), parts), LECTURE, OF_COMPOSITION, Duration.ofMillis(700));
    }

    @Test
    void aPartThatAnotherEncoderMadeIsRenderedAgain() throws Exception {
        var divided = divided(MEETING);
        var parts = rendered(MEETING, divided);
        var script = divided.script();
        var usual = script.film();
        var encoder = usual.encoder();
        var other = new X264("medium", encoder.quality(), 1, List.of(), encoder.coding());
        var odd = script.with(new Film(usual.size(), other, usual.most(), usual.ofTiles(), usual.copied()));
        parts.set(
                1,
                Optional.of(
                        compiler.render(odd, 1, shelf(MEETING), PartSource.NOTHING, somewhere("odd"), share -> {})));

        var file = assembled(MEETING, script, parts);

        assertIsTrue(file, MEETING, OF_COMPOSITION, Duration.ofMillis(700));
    }

    @Test
    void aScriptIsTheSameBytesWheneverItIsWritten() throws Exception {
        var script = divided(MEETING).script();
        var bytes = ScriptJson.write(script);

        var read = ScriptJson.read(new ByteArrayInputStream(bytes)).orElseThrow();

        assertThat(read).isEqualTo(script);
        assertThat(ScriptJson.write(read)).isEqualTo(bytes);
        assertThat(ScriptJson.write(divided(MEETING).script())).isEqualTo(bytes);
    }

    @Test
    void theSoundOfATimeIsRenderedRightBeforeItsPicture() throws Exception {
        var script = divided(MEETING).script();
        int pictures = script.windows().size();
        long half = script.windows().getFirst().time().until().toSeconds() * 48_000;
        var inTwo = new SoundMix(
                1, List.of(new SoundWindow(0, half, List.of()), new SoundWindow(half, 70 * 48_000, List.of())));

        var divided = new Script(
                script.about(),
                script.probes(),
                script.cutOff(),
                script.film(),
                script.windows(),
                script.copied(),
                inTwo);

        var order = divided.toBeRendered();

        assertThat(order).startsWith(pictures, 0, pictures + 1, 1).endsWith(pictures - 1);
        assertThat(order).hasSize(pictures + 2).doesNotHaveDuplicates();
    }

    @Test
    void aScriptOfAnotherVersionIsNotTakenForOneOfThis() throws Exception {
        var script = new String(ScriptJson.write(divided(LECTURE).script()), UTF_8);
        var other = script.replaceFirst("\"form\":\\d+", "\"form\":999");

        assertThat(other).isNotEqualTo(script);
        assertThat(ScriptJson.read(new ByteArrayInputStream(other.getBytes(UTF_8))))
                .isEmpty();
    }

    private Begun.Divided divided(Meeting meeting) throws Exception {
        return (Begun.Divided) compiler.begin(request(meeting), CompileProgress.IGNORED);
    }

    private List<Optional<RenderedPart>> rendered(Meeting meeting, Begun.Divided divided) throws Exception {
        return new ElsewhereRendered(compiler, shelf(meeting), folder).parts(divided);
    }

    private CompiledFile assembled(Meeting meeting, Script script, List<Optional<RenderedPart>> parts)
            throws Exception {
        return compiler.assemble(
                script,
                parts::get,
                shelf(meeting),
                folder.resolve("scratch"),
                folder.resolve("finished.mp4"),
                CompileProgress.IGNORED);
    }

    private CompileRequest request(Meeting meeting) throws Exception {
        return RecordedMeeting.of(meeting)
                .request(folder, meeting.title(), Look.USUAL.with(Layout.AUTO).with(Quality.P480));
    }

    private Shelf shelf(Meeting meeting) throws Exception {
        return request(meeting).shelf();
    }

    private Path somewhere(String name) throws Exception {
        return Files.createDirectories(folder.resolve(name));
    }
}
