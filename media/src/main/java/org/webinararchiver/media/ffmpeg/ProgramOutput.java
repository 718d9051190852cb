package org.webinararchiver.media.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * What a program printed, to its output and its errors together, and how it ended.
 *
 * @param exitCode 0 when all went well
 * @param text the first megabyte of it
 */
record ProgramOutput(int exitCode, String text) {
    private static final int LONGEST = 1 << 20;

    /**
     * Runs a program that takes no input and ends by itself.
     *
     * @throws IOException when it can not be started, or does not end in time
     */
    static ProgramOutput of(List<String> command, Duration limit) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            var text = readApart(process.getInputStream());
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("it did not end within " + limit.toSeconds() + " s");
            }
            return new ProgramOutput(process.exitValue(), text.get());
        } catch (ExecutionException e) {
            throw new IOException("its output could not be read", e.getCause());
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** Reads on a thread of its own, so that a program which prints nothing and never ends can be given up. */
    private static CompletableFuture<String> readApart(InputStream output) {
        var text = new CompletableFuture<String>();
        Thread.ofVirtual().start(() -> {
            try (output) {
                text.complete(new String(output.readNBytes(LONGEST), StandardCharsets.UTF_8));
                output.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                text.completeExceptionally(e);
            }
        });
        return text;
    }
}
