package org.webinararchiver.simulator.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A program that reads from or writes to this one. Made for ffmpeg on files of our own; what comes from outside needs
 * the confinement of {@code org.webinararchiver.media.ffmpeg.run}.
 */
public final class PipedProgram {
    private static final int LONGEST_COMPLAINT = 4000;

    private final List<String> command;

    public PipedProgram(List<String> command) {
        this.command = List.copyOf(command);
    }

    /** Writes what a program reads. */
    @FunctionalInterface
    public interface Feed {
        void into(OutputStream input) throws IOException;
    }

    /** Reads what a program writes. */
    @FunctionalInterface
    public interface Reader<T> {
        T from(InputStream output) throws IOException;
    }

    /**
     * Runs the program on this input, and returns when it has ended.
     *
     * @throws IOException when it fails; the message holds what it said
     */
    public void feed(Feed feed) throws IOException, InterruptedException {
        run(ProcessBuilder.Redirect.DISCARD, process -> {
            try (var input = process.getOutputStream()) {
                feed.into(input);
            }
            return process;
        });
    }

    /**
     * Runs the program without input.
     *
     * @return what the reader made of its output
     * @throws IOException when it fails; the message holds what it said
     */
    public <T> T read(Reader<T> reader) throws IOException, InterruptedException {
        return run(ProcessBuilder.Redirect.PIPE, process -> {
            process.getOutputStream().close();
            try (var output = process.getInputStream()) {
                return reader.from(output);
            }
        });
    }

    @FunctionalInterface
    private interface Conversation<T> {
        T with(Process process) throws IOException;
    }

    private <T> T run(ProcessBuilder.Redirect output, Conversation<T> conversation)
            throws IOException, InterruptedException {
        var complaints = Files.createTempFile("program", ".log");
        try {
            var process = new ProcessBuilder(command)
                    .redirectOutput(output)
                    .redirectError(complaints.toFile())
                    .start();
            try {
                return talk(process, conversation, complaints);
            } finally {
                process.destroyForcibly();
            }
        } finally {
            Files.deleteIfExists(complaints);
        }
    }

    private <T> T talk(Process process, Conversation<T> conversation, Path complaints)
            throws IOException, InterruptedException {
        T result;
        try {
            result = conversation.with(process);
        } catch (IOException e) {
            // A pipe that breaks is a symptom: what the program said is the cause.
            process.destroy();
            throw new IOException(words(process.waitFor(), complaints), e);
        }
        int code = process.waitFor();
        if (code != 0) {
            throw new IOException(words(code, complaints));
        }
        return result;
    }

    private String words(int code, Path complaints) throws IOException {
        var said = Files.readString(complaints).strip();
        var end = said.substring(Math.max(0, said.length() - LONGEST_COMPLAINT));
        return Path.of(command.getFirst()).getFileName() + " ended with code " + code + ": " + end;
    }
}
