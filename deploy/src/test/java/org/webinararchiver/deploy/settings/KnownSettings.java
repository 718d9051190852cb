package org.webinararchiver.deploy.settings;

import io.quarkus.runtime.shutdown.ShutdownConfig;
import io.quarkus.vertx.http.runtime.VertxHttpConfig;
import io.smallrye.reactive.messaging.annotations.ConnectorAttribute;
import io.smallrye.reactive.messaging.rabbitmq.RabbitMQConnector;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.webinararchiver.deploy.chart.Component;

/**
 * The settings that a service reads, as variables of its environment: those of the modules that it consists of, the
 * connector's to RabbitMQ, and those of Quarkus and the JVM that the chart has a use for.
 */
public record KnownSettings(Set<String> variables) {

    public static KnownSettings of(Component component) throws IOException {
        var names = new HashSet<String>();
        for (var module : Module.onTheClassPath()) {
            if (partsOf(component).contains(module.name())) {
                names.addAll(module.settings());
            }
        }
        connector().forEach(names::add);
        names.addAll(new Mapping(VertxHttpConfig.class, "quarkus.http").names());
        names.addAll(new Mapping(ShutdownConfig.class, "quarkus.shutdown").names());
        names.add("java.tool.options");
        return new KnownSettings(names.stream().map(KnownSettings::variable).collect(Collectors.toSet()));
    }

    private static Set<String> partsOf(Component component) {
        return switch (component) {
            case API_SERVICE, DOWNLOAD_WORKER -> Set.of(component.module(), "platform", "sources");
            case COMPILE_WORKER -> Set.of(component.module(), "platform");
        };
    }

    private static Stream<String> connector() {
        return Arrays.stream(RabbitMQConnector.class.getAnnotationsByType(ConnectorAttribute.class))
                .map(ConnectorAttribute::alias);
    }

    /** As MicroProfile Config has it. */
    public static String variable(String setting) {
        return setting.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
