package org.webinararchiver.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.webinararchiver.core.recording.Layout;
import org.webinararchiver.core.recording.Look;
import org.webinararchiver.core.recording.Quality;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.PictureSpec;

/** The pictures in {@code docs/layouts.md}: frames of finished files. {@code -Ddocs.write=true} makes them anew. */
class LayoutPicturesTest extends CompilerUnderTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final long LARGEST = 300_000;
    private static final Duration INSTANT = at(7.4);

    private static final Meeting SEMINAR = Meeting.named("pictured-seminar")
            .titled("Rivers of the north")
            .lecturer("Анна Орлова", anna -> anna.camera(at(0), lasting(10)))
            .participant("Борис Ветров", boris -> boris.camera(at(0), lasting(10)))
            .participant("Clara Dubois", clara -> clara.camera(at(1), lasting(9)))
            .participant("דן כהן", dan -> dan.microphone(at(0), lasting(10)))
            .participant("Елизавета Константинопольская-Заречная", elizaveta -> elizaveta.microphone(at(2), lasting(8)))
            .slide(at(0), 1, 3)
            .message(at(1), "Clara Dubois", "Good evening! Добрый вечер 👋")
            .message(at(2), "李明", "大家好，声音很清楚。")
            .question(at(3), "דן כהן", "מתי נתחיל?")
            .message(
                    at(5),
                    "Елизавета Константинопольская-Заречная",
                    "Карта в приложении: на второй странице видно, где сливаются оба рукава, и куда течёт каждый из них.")
            .question(at(6), "Борис Ветров", "А где исток?")
            .written();

    private static final Meeting SHARED = Meeting.named("pictured-share")
            .titled("Rivers of the north")
            .lecturer(
                    "Анна Орлова",
                    anna -> anna.camera(at(0), lasting(10)).screen(at(0), lasting(10), PictureSpec.SCREEN))
            .participant("Борис Ветров", boris -> boris.silentCamera(at(0), lasting(10), PictureSpec.CAMERA))
            .message(at(2), "Борис Ветров", "Видно хорошо.")
            .written();

    private static final Meeting SHAPES = Meeting.named("pictured-shapes")
            .titled("All shapes")
            .lecturer("Анна Орлова", anna -> anna.camera(at(0), lasting(10), PictureSpec.of(640, 480, 25)))
            .participant("Борис Ветров", boris -> boris.camera(at(0), lasting(10), PictureSpec.of(360, 640, 25)))
            .participant("Clara Dubois", clara -> clara.camera(at(0), lasting(10), PictureSpec.of(160, 120, 15)))
            .participant("דן כהן", dan -> dan.microphone(at(0), lasting(10)))
            .participant("李明", ming -> ming.microphone(at(0), lasting(10)))
            .written();

    /** What is shown in the documentation. */
    private enum Shown {
        AUTO(SEMINAR, Layout.AUTO),
        GALLERY(SEMINAR, Layout.GALLERY),
        SPEAKER(SHARED, Layout.SPEAKER),
        STAGE(SHARED, Layout.STAGE),
        SHAPES(LayoutPicturesTest.SHAPES, Layout.GALLERY);

        private final Meeting meeting;
        private final Layout layout;

        Shown(Meeting meeting, Layout layout) {
            this.meeting = meeting;
            this.layout = layout;
        }

        private String file() {
            return "images/layout-%s.png".formatted(name().toLowerCase(Locale.ROOT));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPictureOfEachLayoutIsInTheDocumentation(Shown shown) throws Exception {
        var picture = DOCS.resolve(shown.file());
        if (Boolean.getBoolean("docs.write")) {
            write(shown, picture);
        }
        assertThat(DOCS.resolve("layouts.md")).content().contains("](" + shown.file() + ")");
        assertThat(Files.size(picture)).isLessThan(LARGEST);
        assertThat(ImageIO.read(picture.toFile()).getHeight()).isEqualTo(720);
    }

    private void write(Shown shown, Path picture) throws Exception {
        var recorded = RecordedMeeting.of(shown.meeting);
        var file = compile(recorded.request(
                folder, shown.meeting.title(), Look.USUAL.with(shown.layout).with(Quality.P720)));
        Frame.save(file.path(), INSTANT, picture);
    }
}
