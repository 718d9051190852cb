package org.webinararchiver.systemtests.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;

/** The files that programs under test write their output to; the ends of all of them are shown when a test fails. */
public final class Outputs implements AfterTestExecutionCallback, LifecycleMethodExecutionExceptionHandler {
    private static final int SHOWN_CHARACTERS = 6000;

    private final List<Path> files = new CopyOnWriteArrayList<>();

    /** A new, empty file below the build's folder, where it can be read after the run as well. */
    public Path file(String name) {
        try {
            var folder = Files.createDirectories(Path.of("target", "outputs"));
            var file = Files.createTempFile(folder, name + "-", ".log").toAbsolutePath();
            files.add(file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            show();
        }
    }

    @Override
    public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        show();
        throw failure;
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        show();
        throw failure;
    }

    private void show() {
        for (var file : files) {
            System.err.printf("%n===== %s%n%s%n", file, end(file));
        }
    }

    private static String end(Path file) {
        try {
            var text = new String(Files.readAllBytes(file), UTF_8);
            return text.substring(Math.max(0, text.length() - SHOWN_CHARACTERS));
        } catch (IOException e) {
            return "not readable: " + e;
        }
    }
}
