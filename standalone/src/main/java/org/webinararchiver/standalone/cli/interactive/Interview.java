package org.webinararchiver.standalone.cli.interactive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.webinararchiver.core.link.RecognisedLink;
import org.webinararchiver.core.recording.Layout;
import org.webinararchiver.core.recording.Look;
import org.webinararchiver.core.recording.Quality;
import org.webinararchiver.core.recording.RenditionOptions;
import org.webinararchiver.core.secret.Pass;
import org.webinararchiver.sources.Sources;
import org.webinararchiver.standalone.cli.Times;

/** Asks for everything that a recording needs, one thing after the other, and asks again when an answer is none. */
public final class Interview {
    private static final Set<String> YES = Set.of("", "y", "yes", "д", "да");

    private final Dialogue dialogue;
    private final Sources sources;
    private final Path usualFolder;
    private final RenditionOptions usual;

    /** @param usual what is meant where nothing is answered, as is the folder */
    public Interview(Dialogue dialogue, Sources sources, Path usualFolder, RenditionOptions usual) {
        this.dialogue = dialogue;
        this.sources = sources;
        this.usualFolder = usualFolder;
        this.usual = usual;
    }

    /** There are no more answers. */
    private static final class Over extends Exception {
        private static final long serialVersionUID = 1;
    }

    private record Recognised(String text, RecognisedLink link) {}

    /**
     * Holds it; empty when the user does not want it after all.
     *
     * @param given links of the command line, the first of which need not be asked for
     * @param sessionId of the command line; empty where there is none
     */
    public Optional<Answers> hold(List<String> given, String sessionId) {
        try {
            dialogue.say("A recording is archived in a few questions; Enter takes what is in brackets, Ctrl+C stops.");
            var link = link(given);
            var pass = pass(sessionId);
            var folder = required("Folder for the finished file [%s]: ".formatted(usualFolder), this::folder);
            var options = options();
            var answers = new Answers(link.text(), link.link().with(pass), folder, options);
            dialogue.say(summary(answers, pass));
            return isConfirmed() ? Optional.of(answers) : Optional.empty();
        } catch (Over noMoreAnswers) {
            dialogue.say("");
            return Optional.empty();
        }
    }

    private Recognised link(List<String> given) throws Over {
        var first = given.stream().findFirst().flatMap(this::recognised);
        return first.isPresent() ? first.get() : required("Link to the recording: ", this::recognised);
    }

    private Optional<Recognised> recognised(String text) {
        var link = sources.recognise(text).map(found -> new Recognised(text, found));
        if (link.isEmpty()) {
            dialogue.say("That is not a link to a recording. Open the recording in your browser and copy its address;");
            dialogue.say("it looks like one of these:");
            sources.linkForms().forEach(form -> dialogue.say("  " + form));
        }
        return link;
    }

    private Pass pass(String sessionId) throws Over {
        if (!sessionId.isEmpty()) {
            return Pass.of("sessionId", sessionId);
        }
        var answer = dialogue.askSecret("Session id of a private recording, not shown [it is public]: ")
                .orElseThrow(Over::new)
                .strip();
        return answer.isEmpty() ? Pass.NONE : Pass.of("sessionId", answer);
    }

    private Optional<Path> folder(String answer) {
        try {
            var folder = answer.isEmpty() ? usualFolder : Path.of(answer);
            return Optional.of(Files.createDirectories(folder).toRealPath());
        } catch (IOException | java.nio.file.InvalidPathException e) {
            dialogue.say("That folder cannot be made: %s. Another one, please.".formatted(e.getMessage()));
            return Optional.empty();
        }
    }

    private RenditionOptions options() throws Over {
        var start = required(
                "Begin at [%s]: ".formatted(text(usual.start(), "its beginning")),
                answer -> time(answer, usual.start()));
        var length = required(
                "At most how long [%s]: ".formatted(text(usual.maxDuration(), "all of it")),
                answer -> time(answer, usual.maxDuration()).filter(this::isSome));
        return new RenditionOptions(start, length, look(), usual.strict(), usual.stems());
    }

    private Look look() throws Over {
        var layout = required(
                "Layout: auto, stage, gallery, speaker, or audio alone [%s]: "
                        .formatted(usual.look().layout().text()),
                this::layout);
        var look = usual.look().with(layout);
        if (layout == Layout.AUDIO) {
            return look;
        }
        return look.with(required(
                "Picture: source, 1080p, 720p or 480p [%s]: "
                        .formatted(look.quality().text()),
                this::quality));
    }

    private Optional<Optional<Duration>> time(String answer, Optional<Duration> otherwise) {
        try {
            var time = answer.isEmpty() ? otherwise : Optional.of(Times.read(answer));
            if (time.filter(Duration::isNegative).isEmpty()) {
                return Optional.of(time);
            }
            dialogue.say("That is before the beginning.");
        } catch (IllegalArgumentException e) {
            dialogue.say(e.getMessage());
        }
        return Optional.empty();
    }

    private boolean isSome(Optional<Duration> length) {
        var some = length.isEmpty() || length.get().isPositive();
        if (!some) {
            dialogue.say("A file lasts more than no time.");
        }
        return some;
    }

    private Optional<Layout> layout(String answer) {
        var layout = answer.isEmpty() ? Optional.of(usual.look().layout()) : Layout.named(answer);
        if (layout.isEmpty()) {
            dialogue.say("That is none of the five.");
        }
        return layout;
    }

    private Optional<Quality> quality(String answer) {
        var quality = answer.isEmpty() ? Optional.of(usual.look().quality()) : Quality.named(answer);
        if (quality.isEmpty()) {
            dialogue.say("That is none of the four.");
        }
        return quality;
    }

    private boolean isConfirmed() throws Over {
        return YES.contains(dialogue.ask("Archive it [Y/n]? ")
                .orElseThrow(Over::new)
                .strip()
                .toLowerCase(Locale.ROOT));
    }

    private <T> T required(String question, Function<String, Optional<T>> read) throws Over {
        while (true) {
            var answer =
                    read.apply(dialogue.ask(question).orElseThrow(Over::new).strip());
            if (answer.isPresent()) {
                return answer.get();
            }
        }
    }

    private static String text(Optional<Duration> time, String otherwise) {
        return time.map(Times::text).orElse(otherwise);
    }

    private static String picture(Look look) {
        return look.layout() == Layout.AUDIO
                ? "none, the sound alone"
                : look.layout().text()
                        + ", "
                        + look.quality().text()
                        + (look.chat() ? "" : ", without the chat")
                        + (look.hidesSilent() ? ", without whoever is silent" : "");
    }

    private static String summary(Answers answers, Pass pass) {
        return """

                  Recording  %s%s
                  From       %s, %s
                  Picture    %s
                  Folder     %s
                """.formatted(
                        answers.link().link().page(),
                        pass.isEmpty() ? "" : " (with your session id)",
                        text(answers.options().start(), "its beginning"),
                        answers.options()
                                .maxDuration()
                                .map(time -> "at most " + Times.text(time))
                                .orElse("to its end"),
                        picture(answers.options().look()),
                        answers.outputFolder());
    }
}
