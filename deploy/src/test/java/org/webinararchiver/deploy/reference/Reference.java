package org.webinararchiver.deploy.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that may be set, as {@code docs/settings.md} tells of it. */
record Reference(List<SettingGroup> groups) {
    private static final Path ROOT = Path.of("..");
    private static final List<Path> MODULES = Stream.of(
                    "platform", "sources", "api-service", "download-worker", "compile-worker")
            .map(ROOT::resolve)
            .toList();
    private static final String MAPPING = "@ConfigMapping(";

    static Reference read() throws IOException {
        var groups = new ArrayList<>(OtherSettings.read().told(OwnProperties.read(MODULES)));
        for (var module : MODULES) {
            for (var file : mappings(module)) {
                groups.add(MappingSource.read(file).group(module.getFileName().toString()));
            }
        }
        groups.add(ComposeVariables.besides(new Reference(groups).variables(), ROOT.resolve(".env.example")));
        return new Reference(List.copyOf(groups));
    }

    private static List<Path> mappings(Path module) throws IOException {
        var found = new ArrayList<Path>();
        try (var files = Files.walk(module.resolve("src/main/java"))) {
            for (var file : (Iterable<Path>)
                    files.filter(each -> each.toString().endsWith(".java")).sorted()::iterator) {
                if (Files.readString(file).contains(MAPPING)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    Set<String> variables() {
        return groups.stream()
                .flatMap(group -> group.settings().stream())
                .map(Setting::variable)
                .collect(Collectors.toSet());
    }

    String markdown() {
        return Stream.concat(Stream.of(introduction()), groups.stream().map(Reference::section))
                .collect(Collectors.joining("\n"));
    }

    private static String introduction() {
        return """
                # Settings

                All that an operator may set. Written by `./mvnw -pl deploy -am test -Dtest=SettingsReferenceTest
                -Dsurefire.failIfNoSpecifiedTests=false -Dsettings.write=true` from the code, which is where to change it.

                A setting is given to a service as a variable of its environment, or as a property: `-Darchiver.tasks.poll=PT5S`
                before `-jar`, or a line of `config/application.properties` in the folder that the service is started in. A property
                of the command line comes before the variable, and that before the file. `./archive` runs all services in one process
                and takes the same variables. A variable that is empty counts as not set.

                | kind | is written as |
                |---|---|
                | duration | ISO 8601: `PT0.5S`, `PT15M`, `P365D` |
                | size | bytes, or with `K`, `M`, `G` for units of 1,024: `512M` |
                | list | with commas between: `media.example,10.1.0.0/16` |
                | address | scheme, host and port: `https://minio.example:9000` |

                Where no default is shown, nothing is set, and what the text says holds then.
                """;
    }

    private static String section(SettingGroup group) {
        var where = group.where().stream().map(each -> "`" + each + "`").collect(Collectors.joining(", "));
        return "## %s\n\n%s\n\n| setting | kind | default | what it does |\n|---|---|---|---|\n%s"
                .formatted(
                        group.heading(),
                        ("In " + where + ". " + group.text()).strip(),
                        group.settings().stream().map(Reference::row).collect(Collectors.joining()));
    }

    private static String row(Setting setting) {
        var name = "`" + setting.variable() + "`" + (setting.isProperty() ? "<br>`" + setting.name() + "`" : "");
        return "| %s | %s | %s | %s |\n"
                .formatted(
                        name,
                        setting.kind(),
                        setting.usual(),
                        setting.meaning().strip().replace("|", "\\|"));
    }
}
