package org.webinararchiver.platform.telemetry;

import com.fasterxml.jackson.core.JsonFactory;
import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import org.jboss.logmanager.handlers.ConsoleHandler;

/** Has the console written as JSON where that is wanted, once there is a configuration that says so. */
@ApplicationScoped
public class JsonLog {
    /** Before anybody else does something that is worth a line. */
    private static final int FIRST = 1;

    private final LogSettings settings;

    public JsonLog(LogSettings settings) {
        this.settings = settings;
    }

    void start(@Observes @Priority(FIRST) StartupEvent event) {
        if (settings.json()) {
            var formatter = new JsonLines(new JsonFactory());
            Arrays.stream(InitialConfigurator.DELAYED_HANDLER.getHandlers())
                    .filter(ConsoleHandler.class::isInstance)
                    .forEach(console -> console.setFormatter(formatter));
        }
    }
}
