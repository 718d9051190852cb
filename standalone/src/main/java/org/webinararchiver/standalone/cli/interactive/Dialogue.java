package org.webinararchiver.standalone.cli.interactive;

import java.io.Console;
import java.util.Optional;

/** A person who answers questions. */
public interface Dialogue {

    /** Tells something, as a line. */
    void say(String text);

    /** The answer to a question; empty when there are no more answers (Ctrl+D). */
    Optional<String> ask(String question);

    /** An answer that nobody can read over the shoulder. */
    Optional<String> askSecret(String question);

    /** The person at the terminal; empty where there is none. */
    static Optional<Dialogue> atTheTerminal() {
        return Optional.ofNullable(System.console()).map(TerminalDialogue::new);
    }

    static Optional<Dialogue> impossible() {
        return Optional.empty();
    }

    /** By Java's console. */
    record TerminalDialogue(Console console) implements Dialogue {
        @Override
        public void say(String text) {
            console.printf("%s%n", text);
        }

        @Override
        public Optional<String> ask(String question) {
            return Optional.ofNullable(console.readLine("%s", question));
        }

        @Override
        public Optional<String> askSecret(String question) {
            return Optional.ofNullable(console.readPassword("%s", question)).map(String::new);
        }
    }
}
