package org.webinararchiver.embedded.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.qpid.server.SystemLauncher;
import org.junit.jupiter.api.Test;
import org.webinararchiver.embedded.ChildProgram;

class BrokerClassLoadingTest {

    @Test
    void aBrokerStartsThoughTheSystemsClassLoaderDoesNotKnowIt() throws Exception {
        var ownClasses = Path.of(BrokerProgram.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (var program = ChildProgram.start(
                ownClasses.toString(), BrokerProgram.class, List.of(System.getProperty("java.class.path")))) {
            assertThat(lastLine(program)).isEqualTo("closed");
            assertThat(program.exit()).isZero();
        }
    }

    @Test
    void theThreadsClassLoaderIsAsBefore() {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        var foreign = ClassLoader.getPlatformClassLoader();
        thread.setContextClassLoader(foreign);
        try (var broker = EmbeddedBroker.start()) {
            assertThat(broker.port()).isPositive();
            assertThat(thread.getContextClassLoader()).isSameAs(foreign);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Qpid's own hook, which would close it at once, is there and can be taken away. */
    @Test
    void clientsMayFinishBeforeTheBrokerWhenTheProgramEnds() throws Exception {
        var listening = new ListeningPort();
        var launcher = new SystemLauncher(listening);
        launcher.startup(BrokerConfiguration.attributes("127.0.0.1", "user", "password"));
        try {
            assertThat(QpidShutdownHook.remove(listening.broker().orElseThrow()))
                    .isTrue();
            assertThat(QpidShutdownHook.remove(listening.broker().orElseThrow()))
                    .isFalse();
        } finally {
            launcher.shutdown();
        }
    }

    private static String lastLine(ChildProgram program) throws Exception {
        String last = null;
        for (var line = program.line(); line != null; line = program.line()) {
            last = line;
        }
        return last;
    }
}
