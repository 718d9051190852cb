package org.webinararchiver.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The start script prints help without a JVM, from files that must say what the program would. */
class HelpTextsTest {
    private static final Path TEXTS = Path.of("src/main/help");
    private static final int COLUMNS = 100;

    static Stream<String> commands() {
        return ArchiveMain.commandLine().getSubcommands().keySet().stream();
    }

    @Test
    void theHelpThatTheStartScriptPrintsIsTheProgramsOwn() throws IOException {
        new WrittenText(TEXTS.resolve("archive.txt")).mustBe(help("--help"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void soIsThatOfEachCommand(String command) throws IOException {
        new WrittenText(TEXTS.resolve(command + ".txt")).mustBe(help(command, "--help"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void helpTeachesAndFitsTheScreen(String command) {
        assertThat(help(command, "--help"))
                .contains("Usage: ./archive " + command)
                .containsAnyOf("Example", "Every frame")
                .doesNotContain("%n");
        assertThat(help(command, "--help").lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(COLUMNS));
    }

    @Test
    void thereIsNoHelpForWhatThereIsNot() throws IOException {
        var names = new TreeSet<>(commands().map(name -> name + ".txt").toList());
        names.add("archive.txt");
        try (var files = Files.list(TEXTS)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(names);
        }
    }

    private static String help(String... arguments) {
        var out = new StringWriter();
        ArchiveMain.commandLine().setOut(new PrintWriter(out, true)).execute(arguments);
        return out.toString();
    }
}
