package org.webinararchiver.deploy.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever names a variable of ours names one that there is: a typo would be a setting without effect. */
class NamedVariablesTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern VARIABLE = Pattern.compile("\\bARCHIVER_[A-Z0-9_]+");
    private static final List<String> PLACES = List.of(
            ".env.example",
            "README.md",
            "CHANGELOG.md",
            "CONTRIBUTING.md",
            "archive",
            "docker-compose.yml",
            "deploy/env",
            "deploy/helm",
            "deploy/images",
            "deploy/observability",
            "docs");

    @Test
    void everyVariableThatIsNamedAnywhereIsInTheReference() throws IOException {
        var known = Reference.read().variables();
        var named = 0;
        for (var file : files()) {
            var text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            assertThat(unknown(text, known)).as("%s", file).isEmpty();
            named += (int) VARIABLE.matcher(text).results().count();
        }
        assertThat(named).isGreaterThan(100);
    }

    @Test
    void aTypoIsFound() {
        var known = Set.of("ARCHIVER_COMPILE_KEEP", "ARCHIVER_COMPILE_AT_ONCE");
        assertThat(unknown("set ARCHIVER_COMPILE_KEEP=1G, or ARCHIVER_COMPILE_KEPT", known))
                .containsExactly("ARCHIVER_COMPILE_KEPT");
        assertThat(unknown("all that begin with ARCHIVER_COMPILE_ or ARCHIVER_COPY_", known))
                .containsExactly("ARCHIVER_COPY_");
    }

    /** What ends with an underscore is the beginning of several. */
    private static Set<String> unknown(String text, Set<String> known) {
        return VARIABLE.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(name -> name.endsWith("_")
                        ? known.stream().noneMatch(each -> each.startsWith(name))
                        : !known.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> files() throws IOException {
        var all = new ArrayList<Path>();
        for (var place : PLACES) {
            try (var found = Files.walk(ROOT.resolve(place))) {
                found.filter(Files::isRegularFile).forEach(all::add);
            }
        }
        return all;
    }
}
