package org.webinararchiver.compile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.webinararchiver.compile.companion.Companions;
import org.webinararchiver.compile.companion.Outline;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Message;
import org.webinararchiver.core.manifest.Proceedings;
import org.webinararchiver.core.manifest.Reading;
import org.webinararchiver.core.manifest.Slide;
import org.webinararchiver.core.recording.Companion;
import org.webinararchiver.core.recording.Layout;
import org.webinararchiver.core.recording.Look;
import org.webinararchiver.core.timeline.Twins;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.PictureSpec;
import org.webinararchiver.simulator.meeting.SampleMeetings;
import org.webinararchiver.simulator.witness.Witness;

/** What is made beside a finished file, and the chapters in it. */
class CompanionsTest extends CompilerUnderTest {
    private static final String HOSTILE = "a=b; c#d \\e [f] '100%' 🎓 -->";

    private static final Meeting SHARED = Meeting.named("shared")
            .titled("Rivers")
            .lecturer("Anna", anna -> anna.camera(at(0), lasting(24)))
            .participant("Clara", clara -> clara.screen(at(12), lasting(12), PictureSpec.SCREEN))
            .written();

    private static final Meeting BRIEF = Meeting.named("brief")
            .lecturer("Anna", anna -> anna.camera(at(0), lasting(1)))
            .written();

    @Test
    void whatWasWrittenAndLookedAtIsBesideTheFile() throws Exception {
        var file = compile(request(SHARED, Layout.STAGE, said("Good morning", 2), List.of()));

        assertThat(file.companions().keySet())
                .isEqualTo(Companion.singles()
                        .filter(each -> !each.equals(Companion.SLIDES))
                        .collect(Collectors.toSet()));
        assertThat(file.companions().get(Companion.CHAT_TEXT)).hasContent("[0:00:02] Boris: Good morning\n");
        assertThat(file.companions().get(Companion.CHAPTERS)).hasContent("""
                WEBVTT

                00:00:00.000 --> 00:00:12.000
                Anna

                00:00:12.000 --> 00:00:24.000
                Screen of Clara
                """);
        assertThat(chapters(file)).containsExactly("0.000000 12.000000 Anna", "12.000000 24.000000 Screen of Clara");
    }

    @Test
    void picturesAreTakenFromTheFile() throws Exception {
        var file = compile(request(SHARED, Layout.STAGE, List.of(), List.of()));

        var poster = read(file, Companion.POSTER);
        var video = Files.readString(file.companions().get(Companion.STORYBOARD));
        var sheet = read(file, Companion.THUMBNAILS);
        assertThat(poster.getWidth()).isGreaterThanOrEqualTo(640);
        assertThat(sheet.getWidth()).isEqualTo(480);
        assertThat(video).contains("finished.storyboard.jpg#xywh=320,0,160," + sheet.getHeight());
        assertThat(isDark(poster)).isFalse();
        assertThat(IntStream.range(0, 3).mapToObj(i -> sheet.getSubimage(160 * i, 0, 160, sheet.getHeight())))
                .noneMatch(CompanionsTest::isDark);
    }

    @Test
    void chaptersAreInAFileThatIsPartlyCopiedTooWhateverTheyAreCalled() throws Exception {
        var slides = List.of(slide(HOSTILE, 0, 18), slide("2", 18, 40));
        var request = request(
                RecordedMeeting.of(SampleMeetings.demo()).without(3),
                SampleMeetings.demo(),
                Layout.STAGE,
                List.of(),
                slides);

        var file = compile(request);

        assertThat(chapters(file)).containsExactly("0.000000 18.000000 " + HOSTILE, "18.000000 40.000000 Slide 2");
        assertIsTrue(file, Lectures.demoWithout(3), OF_COPY);
    }

    @Test
    void aSoundAloneHasChaptersAndWordsButNoPictures() throws Exception {
        var file = compile(request(SHARED, Layout.AUDIO, said("Good morning", 2), List.of()));

        assertThat(file.companions())
                .containsKeys(Companion.CHAT_TEXT, Companion.CHAPTERS)
                .doesNotContainKeys(
                        Companion.SOUND_ALONE, Companion.POSTER, Companion.THUMBNAILS, Companion.STORYBOARD);
        assertThat(chapters(file)).hasSize(2);
    }

    @Test
    void slidesAreBesideTheFileAsTheyCame() throws Exception {
        var meeting = SampleMeetings.withSlides();
        var request = RecordedMeeting.of(meeting).request(folder, meeting.title(), Look.USUAL.with(Layout.AUDIO));

        var file = compile(request);

        try (var zip = new ZipFile(file.companions().get(Companion.SLIDES).toFile())) {
            var slides = RecordedMeeting.of(meeting).slideFiles();
            assertThat(zip.size()).isEqualTo(slides.size()).isPositive();
            assertThat(zip.stream().map(Object::toString))
                    .allMatch(name -> name.matches("deck-\\d/slide-\\d{3}\\.png"));
            var first = zip.entries().nextElement();
            assertThat(slides.values())
                    .anySatisfy(picture ->
                            assertThat(zip.getInputStream(first)).hasBinaryContent(Files.readAllBytes(picture)));
        }
    }

    @Test
    void whereNoPictureCanBeMadeEverythingElseIsThereAndNothingFails() throws Exception {
        var noFilm = Files.writeString(folder.resolve("finished.mp4"), "no film");
        var outline = new Outline(List.of(), Duration.ZERO);
        Files.createDirectories(folder.resolve("scratch"));

        var written = new Companions(
                        noFilm,
                        said("Good morning", 2),
                        Map.of(),
                        outline,
                        Duration.ofSeconds(10),
                        new Workshop(TestFfmpeg.runner(), 1))
                .writeWithPictures(640, 360);

        assertThat(written)
                .containsOnlyKeys(
                        Companion.CHAT_TEXT, Companion.CHAT_SUBRIP, Companion.CHAT_WEBVTT, Companion.CHAT_JSON);
        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder(
                        "scratch",
                        "finished.mp4",
                        "finished.chat.txt",
                        "finished.chat.srt",
                        "finished.chat.vtt",
                        "finished.chat.json");
    }

    @Test
    void theSoundAloneIsThatOfTheFile() throws Exception {
        var file = compile(request(SHARED, Layout.STAGE, List.of(), List.of()));

        try (var whole = Witness.of(TestFfmpeg.installation(), file.path());
                var sound =
                        Witness.of(TestFfmpeg.installation(), file.companions().get(Companion.SOUND_ALONE))) {
            assertThat(sound.streams().video()).isEmpty();
            for (long second = 0; second < 24; second++) {
                assertThat(sound.placementError(1, second)).isPresent().isEqualTo(whole.placementError(1, second));
            }
        }
    }

    @Test
    void whereThereIsNothingToTellThereAreOnlyPicturesAndTheSound() throws Exception {
        var file = compile(request(BRIEF, Layout.STAGE, List.of(), List.of()));

        assertThat(file.companions().keySet())
                .isEqualTo(Set.of(Companion.SOUND_ALONE, Companion.POSTER, Companion.THUMBNAILS, Companion.STORYBOARD));
        assertThat(chapters(file)).isEmpty();
    }

    private CompileRequest request(Meeting meeting, Layout layout, List<Message> messages, List<Slide> slides)
            throws IOException, InterruptedException {
        return request(RecordedMeeting.of(meeting), meeting, layout, messages, slides);
    }

    private CompileRequest request(
            RecordedMeeting recorded, Meeting meeting, Layout layout, List<Message> messages, List<Slide> slides) {
        var plain = recorded.request(folder, meeting.title(), Look.USUAL.with(layout));
        return new CompileRequest(
                with(plain.manifest(), new Proceedings(slides, List.of(), messages, List.of(), Reading.EVERYTHING)),
                plain.shelf(),
                Twins.NONE,
                plain.title(),
                plain.startedAt(),
                Optional.empty(),
                plain.look(),
                false,
                plain.scratch(),
                plain.target());
    }

    private static Manifest with(Manifest manifest, Proceedings proceedings) {
        return new Manifest(
                manifest.version(),
                manifest.source(),
                manifest.title(),
                manifest.startedAt(),
                manifest.duration(),
                manifest.participants(),
                manifest.lecturer(),
                manifest.tracks(),
                manifest.segments(),
                manifest.mediaHeaders(),
                proceedings);
    }

    private static List<Message> said(String text, long second) {
        return List.of(new Message(
                Message.Kind.CHAT,
                Duration.ofSeconds(second),
                Optional.empty(),
                Optional.empty(),
                Optional.of("Boris"),
                text));
    }

    private static Slide slide(String name, long from, long until) {
        return new Slide(
                Optional.empty(),
                Optional.of(name),
                Optional.empty(),
                Duration.ofSeconds(from),
                Duration.ofSeconds(until));
    }

    private static BufferedImage read(CompiledFile file, Companion companion) throws IOException {
        return ImageIO.read(file.companions().get(companion).toFile());
    }

    private static boolean isDark(BufferedImage picture) {
        return IntStream.range(0, picture.getWidth() * picture.getHeight())
                .mapToObj(pixel -> new Color(picture.getRGB(pixel % picture.getWidth(), pixel / picture.getWidth())))
                .allMatch(color -> color.getRed() + color.getGreen() + color.getBlue() < 100);
    }

    private static List<String> chapters(CompiledFile file) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        TestFfmpeg.installation().ffprobe().toString(),
                        "-v",
                        "error",
                        "-of",
                        "csv=nk=1:p=0:s=\\ :e=none",
                        "-show_entries",
                        "chapter=start_time,end_time:chapter_tags=title",
                        file.path().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var text = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isZero();
        return text.lines().toList();
    }
}
