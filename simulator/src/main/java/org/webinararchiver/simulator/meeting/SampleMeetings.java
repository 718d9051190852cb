package org.webinararchiver.simulator.meeting;

import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Meetings that are ready to be served, each showing one thing that recordings are made of. */
public final class SampleMeetings {
    private static final String LECTURER = "Анна Орлова";

    /** Some begin later than others, so that one that got the file of another would be noticed. */
    private static final int BEGINNINGS = 5;

    private SampleMeetings() {}

    /** All of them. */
    public static List<Meeting> all() {
        return List.of(
                demo(),
                withGap(),
                withDifferingFile(),
                twoVoices(),
                withCuts(),
                withSlides(),
                toldBySnapshots(),
                withTwin(),
                privateMeeting(),
                refusedInBody(),
                empty());
    }

    /** Forty seconds of one lecturer's camera in eight files that adjoin. */
    public static Meeting demo() {
        return Meeting.named("demo")
                .titled("How to read a river map")
                .lecturer(LECTURER, anna -> anna.cameraInFiles(at(0), at(40), lasting(5)))
                .written();
    }

    /** Fifteen seconds of a camera with a hole from second 6 to second 9. */
    public static Meeting withGap() {
        return Meeting.named("with-gap")
                .titled("Лекция с перерывом")
                .lecturer(
                        LECTURER,
                        anna -> anna.cameraInFiles(at(0), at(6), lasting(3)).cameraInFiles(at(9), at(15), lasting(3)))
                .written();
    }

    /** Twelve seconds of a camera; from second 4 to second 8 it is smaller and slower than otherwise. */
    public static Meeting withDifferingFile() {
        return Meeting.named("with-differing-file")
                .titled("Камера меняет размер")
                .lecturer(
                        LECTURER,
                        anna -> anna.camera(at(0), lasting(4))
                                .camera(at(4), lasting(4), PictureSpec.of(320, 240, 15))
                                .camera(at(8), lasting(4)))
                .written();
    }

    /** Twelve seconds of a lecturer's camera; from second 3 to second 8 somebody without a camera speaks as well. */
    public static Meeting twoVoices() {
        return Meeting.named("two-voices")
                .titled("Вопрос из зала")
                .lecturer(LECTURER, anna -> anna.cameraInFiles(at(0), at(12), lasting(6)))
                .participant("Борис Ветров", boris -> boris.microphone(at(3), lasting(5)))
                .written();
    }

    /**
     * Fourteen seconds of a camera with a hole from second 6 to second 8, though both files are longer: the first goes
     * on after its stream has ended, the second began during a part that was cut out.
     */
    public static Meeting withCuts() {
        return Meeting.named("with-cuts")
                .titled("Вырезанный перерыв")
                .lecturer(
                        LECTURER,
                        anna -> anna.camera(at(0), lasting(6), new Excess(Duration.ZERO, lasting(3)))
                                .camera(at(8), lasting(6), new Excess(lasting(2.5), Duration.ZERO)))
                .written();
    }

    /** Ten seconds of a camera, with slides of two decks, chat, a question and a new name. */
    public static Meeting withSlides() {
        return Meeting.named("with-slides")
                .titled("Слайды и вопросы")
                .lecturer(LECTURER, anna -> anna.camera(at(0), lasting(10)).renamed(at(5), "Анна Сергеевна"))
                .slide(at(1), 1, 1)
                .slide(at(3), 1, 2)
                .slide(at(5.5), 2, 1)
                .deckPutAway(at(8), 2)
                .message(at(2), "Борис", "Слышно хорошо.")
                .question(at(4), "Вера", "А где исток?")
                .written();
    }

    /** Nine seconds of a camera and four of a microphone, of which the platform tells by snapshots alone. */
    public static Meeting toldBySnapshots() {
        return Meeting.named("told-by-snapshots")
                .titled("Только снимки")
                .toldBySnapshots()
                .lecturer(LECTURER, anna -> anna.cameraInFiles(at(0), at(9), lasting(3)))
                .participant("Борис Ветров", boris -> boris.microphone(at(4), lasting(4)))
                .written();
    }

    /** Five seconds that only those who were invited may see; others get HTTP 403. */
    public static Meeting privateMeeting() {
        return closed("private-meeting", Access.Refusal.STATUS);
    }

    /** Like {@link #privateMeeting}, but others get HTTP 200 with an error in the body. */
    public static Meeting refusedInBody() {
        return closed("refused-in-body", Access.Refusal.BODY);
    }

    /** Ten seconds of a camera; of the last six, the file has only the sound, and the picture is in its playlist. */
    public static Meeting withTwin() {
        return Meeting.named("with-twin")
                .titled("Картинка из плейлиста")
                .lecturer(
                        LECTURER,
                        anna -> anna.camera(at(0), lasting(4)).cameraInTwin(at(4), lasting(6), TwinSpec.USUAL))
                .written();
    }

    /** A recording in which nobody had a camera or microphone. */
    public static Meeting empty() {
        return Meeting.named("empty")
                .titled("Пустая запись")
                .lecturer(LECTURER, anna -> {})
                .lastingInAll(10)
                .written();
    }

    /** So many lectures of six seconds, in three files each, that begin up to four seconds after their webinars. */
    public static List<Meeting> lectures(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> lecture(number, lasting(number % BEGINNINGS)))
                .toList();
    }

    /** Three cameras in files of ten seconds, and a message every twenty: all of it is to be composed. */
    public static Meeting threeCamerasAndChat(String key, int seconds) {
        var script = Meeting.named(key)
                .lecturer("Anna", anna -> anna.cameraInFiles(at(0), at(seconds), lasting(10)))
                .participant("Boris", boris -> boris.cameraInFiles(at(0), at(seconds), lasting(10)))
                .participant("Clara", clara -> clara.cameraInFiles(at(0), at(seconds), lasting(10)));
        for (int message = 0; message * 20 < seconds; message++) {
            script.message(at(message * 20 + 3), "Guest " + message % 7, "What somebody wrote, number " + message);
        }
        return script.written();
    }

    private static Meeting lecture(int number, Duration from) {
        return Meeting.named("lecture-" + number)
                .titled("Lecture " + number)
                .lecturer(LECTURER, anna -> anna.cameraInFiles(from, from.plusSeconds(6), lasting(2)))
                .written();
    }

    private static Meeting closed(String key, Access.Refusal refusal) {
        return Meeting.named(key)
                .titled("Только для своих")
                .closed(refusal)
                .lecturer(LECTURER, anna -> anna.camera(at(0), lasting(5)))
                .written();
    }
}
