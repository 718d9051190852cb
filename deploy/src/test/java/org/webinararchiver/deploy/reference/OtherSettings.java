package org.webinararchiver.deploy.reference;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.smallrye.reactive.messaging.annotations.ConnectorAttribute;
import io.smallrye.reactive.messaging.rabbitmq.RabbitMQConnector;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Settings that no interface of ours reads: those of Quarkus, of the connector to RabbitMQ and of Java that an operator
 * has a use for, told by hand in {@code reference/others.yaml}.
 */
record OtherSettings(List<Group> groups) {

    record Group(String heading, String text, List<String> where, List<Entry> settings) {}

    /** @param usual may be missing: it is looked up in our own files and the connector's then */
    record Entry(String name, String kind, String usual, String meaning) {}

    static OtherSettings read() throws IOException {
        try (var text = OtherSettings.class.getResourceAsStream("/reference/others.yaml")) {
            return new ObjectMapper(new YAMLFactory()).readValue(text, OtherSettings.class);
        }
    }

    List<SettingGroup> told(OwnProperties own) {
        return groups.stream()
                .map(group -> new SettingGroup(
                        group.heading(),
                        Optional.ofNullable(group.text()).orElse(""),
                        group.where(),
                        group.settings().stream()
                                .map(entry -> setting(entry, own))
                                .toList()))
                .toList();
    }

    private static Setting setting(Entry entry, OwnProperties own) {
        var usual = Optional.ofNullable(entry.usual())
                .or(() -> own.find(entry.name()))
                .or(() -> ofConnector(entry.name()))
                .filter(value -> !value.isEmpty())
                .map(value -> "`" + value + "`")
                .orElse("");
        return new Setting(entry.name(), entry.kind(), usual, entry.meaning());
    }

    private static Optional<String> ofConnector(String name) {
        return Stream.of(RabbitMQConnector.class.getAnnotationsByType(ConnectorAttribute.class))
                .filter(attribute -> attribute.alias().equals(name))
                .map(ConnectorAttribute::defaultValue)
                .filter(value -> !value.equals(ConnectorAttribute.NO_VALUE))
                .findFirst();
    }
}
