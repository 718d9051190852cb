package org.webinararchiver.deploy.settings;

import io.smallrye.config.ConfigMapping;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.Index;
import org.jboss.jandex.IndexReader;

/** A module of ours, by the index of its classes. */
record Module(String name, Index index, URL location) {
    private static final String ROOT = "org.webinararchiver.";
    private static final String INDEX = "META-INF/jandex.idx";
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([a-z0-9.-]+)");

    static List<Module> onTheClassPath() throws IOException {
        var modules = new ArrayList<Module>();
        for (var location : Collections.list(Module.class.getClassLoader().getResources(INDEX))) {
            try (var bytes = location.openStream()) {
                var index = new IndexReader(bytes).read();
                index.getKnownClasses().stream()
                        .map(type -> type.name().toString())
                        .filter(name -> name.startsWith(ROOT))
                        .map(name -> name.substring(ROOT.length()).split("\\.", -1)[0])
                        .findFirst()
                        .ifPresent(name -> modules.add(new Module(name, index, location)));
            }
        }
        return modules;
    }

    /** What its mappings read, what its properties set, and what these refer to. */
    Set<String> settings() throws IOException {
        var names = new HashSet<String>();
        for (var mapping : index.getAnnotations(ConfigMapping.class)) {
            names.addAll(mapped(mapping).names());
        }
        var properties = properties();
        names.addAll(properties.stringPropertyNames());
        properties
                .values()
                .forEach(value -> REFERENCE
                        .matcher(value.toString())
                        .results()
                        .forEach(reference -> names.add(reference.group(1))));
        return names;
    }

    private static Mapping mapped(AnnotationInstance mapping) {
        try {
            var type =
                    Class.forName(mapping.target().asClass().name().toString(), false, Module.class.getClassLoader());
            return new Mapping(type, mapping.value("prefix").asString());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private Properties properties() throws IOException {
        var properties = new Properties();
        var beside = location.toString().replace(INDEX, "META-INF/microprofile-config.properties");
        for (var file : Collections.list(
                Module.class.getClassLoader().getResources("META-INF/microprofile-config.properties"))) {
            if (file.toString().equals(beside)) {
                try (var bytes = file.openStream()) {
                    properties.load(bytes);
                }
            }
        }
        return properties;
    }
}
