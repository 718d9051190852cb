package org.webinararchiver.standalone.cli.interactive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.core.recording.Layout;
import org.webinararchiver.core.recording.Look;
import org.webinararchiver.core.recording.Quality;
import org.webinararchiver.core.recording.RenditionOptions;
import org.webinararchiver.sources.SourcesProducer;

class InterviewTest {
    private static final String LINK = "https://my.mts-link.ru/j/12/34/record-new/56";

    @TempDir
    Path folder;

    /** Somebody whose answers are known, and who hears what is said. */
    private static final class Person implements Dialogue {
        private final Deque<String> answers;
        private final List<String> heard = new ArrayList<>();
        private final List<String> secretQuestions = new ArrayList<>();

        Person(String... answers) {
            this.answers = new ArrayDeque<>(List.of(answers));
        }

        @Override
        public void say(String text) {
            heard.add(text);
        }

        @Override
        public Optional<String> ask(String question) {
            heard.add(question);
            return Optional.ofNullable(answers.poll());
        }

        @Override
        public Optional<String> askSecret(String question) {
            secretQuestions.add(question);
            return Optional.ofNullable(answers.poll());
        }
    }

    private Optional<Answers> hold(Person person, String... given) {
        return new Interview(person, SourcesProducer.standard(), folder, RenditionOptions.USUAL)
                .hold(List.of(given), "");
    }

    @Test
    void enterTakesWhatIsUsual() {
        var answers = hold(new Person(LINK, "", "", "", "", "", "", "")).orElseThrow();
        assertThat(answers.link().link().page()).hasToString(LINK);
        assertThat(answers.link().pass().isEmpty()).isTrue();
        assertThat(answers.outputFolder()).isEqualTo(folder);
        assertThat(answers.options()).isEqualTo(RenditionOptions.USUAL);
    }

    @Test
    void everythingCanBeSaid() {
        var videos = folder.resolve("my videos");
        var person = new Person(LINK, "opensesame", videos.toString(), "10:00", "90", "gallery", "720p", "y");

        var answers = hold(person).orElseThrow();

        assertThat(answers.link().pass().secret("sessionId")).isPresent();
        assertThat(answers.outputFolder()).isEqualTo(videos).isDirectory();
        assertThat(answers.options())
                .isEqualTo(new RenditionOptions(
                        Optional.of(Duration.ofMinutes(10)),
                        Optional.of(Duration.ofSeconds(90)),
                        Look.USUAL.with(Layout.GALLERY).with(Quality.P720),
                        false,
                        false));
        assertThat(person.secretQuestions).hasSize(1);
        assertThat(person.heard).noneMatch(text -> text.contains("opensesame"));
    }

    @Test
    void ofMereSoundNoPictureIsAskedFor() {
        var person = new Person(LINK, "", "", "", "", "audio", "");

        var answers = hold(person).orElseThrow();

        assertThat(answers.options().look()).isEqualTo(Look.USUAL.with(Layout.AUDIO));
        assertThat(person.heard)
                .noneMatch(text -> text.contains("720p"))
                .anyMatch(text -> text.contains("the sound alone"));
    }

    @Test
    void whatTheCommandLineSaysOfThePictureIsKeptAndToldBeforeTheYes() {
        var look = new Look(Layout.SPEAKER, Quality.P480, false, true);
        var wanted = new RenditionOptions(Optional.empty(), Optional.empty(), look, true, true);
        var person = new Person("", "", "", "", "", "", "");

        var answers = new Interview(person, SourcesProducer.standard(), folder, wanted)
                .hold(List.of(LINK), "")
                .orElseThrow();

        assertThat(answers.options()).isEqualTo(wanted);
        assertThat(person.heard)
                .anyMatch(text -> text.contains("speaker, 480p, without the chat, without whoever is silent"));
    }

    @Test
    void whatIsNoAnswerIsExplainedAndAskedAgain() throws Exception {
        var file = Files.createFile(folder.resolve("file"));
        var person = new Person(
                "https://example.org",
                LINK,
                "",
                file.toString(),
                "",
                "soon",
                "-5",
                "",
                "0",
                "",
                "tiles",
                "",
                "best",
                "",
                "");

        assertThat(hold(person)).isPresent();
        assertThat(person.heard)
                .anyMatch(text -> text.contains("not a link to a recording"))
                .anyMatch(text -> text.contains("record-new"))
                .anyMatch(text -> text.contains("cannot be made"))
                .anyMatch(text -> text.contains("'soon' is no length of time"))
                .anyMatch(text -> text.contains("before the beginning"))
                .anyMatch(text -> text.contains("more than no time"))
                .anyMatch(text -> text.contains("none of the five"))
                .anyMatch(text -> text.contains("none of the four"));
    }

    @Test
    void aLinkOfTheCommandLineIsNotAskedForAgain() {
        assertThat(hold(new Person("", "", "", "", "", "", ""), LINK)).isPresent();
    }

    @Test
    void nothingIsDoneWithoutAYes() {
        assertThat(hold(new Person(LINK, "", "", "", "", "", "", "n"))).isEmpty();
        assertThat(hold(new Person(LINK, "", ""))).isEmpty();
    }
}
