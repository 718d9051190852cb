package org.webinararchiver.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
    private final JsonLines lines = new JsonLines(new JsonFactory());

    private static ExtLogRecord line(String message) {
        var line =
                new ExtLogRecord(Level.WARN, message, ExtLogRecord.FormatStyle.PRINTF, JsonLinesTest.class.getName());
        line.setLoggerName("org.example");
        return line;
    }

    private JsonNode written(ExtLogRecord line) throws Exception {
        var text = lines.format(line);
        assertThat(text).endsWith("\n").containsOnlyOnce("\n");
        return new ObjectMapper().readTree(text);
    }

    @Test
    void aLineSaysWhoSaidWhatAndHowGraveItIs() throws Exception {
        var line = line("%d files of \"%s\"");
        line.setParameters(new Object[] {3, "Rivers"});

        var written = written(line);

        assertThat(written.get("level").asText()).isEqualTo("WARN");
        assertThat(written.get("logger").asText()).isEqualTo("org.example");
        assertThat(written.get("message").asText()).isEqualTo("3 files of \"Rivers\"");
        assertThat(written.get("timestamp").asText())
                .isEqualTo(line.getInstant().toString());
        assertThat(written.has("mdc")).isFalse();
        assertThat(written.has("exception")).isFalse();
    }

    @Test
    void whatALinkBringsCanNotBeginALineOfItsOwn() throws Exception {
        var written = written(line("bad title: x\n{\"level\":\"INFO\"}\u001b[31m"));

        assertThat(written.get("message").asText()).contains("x\n{");
    }

    @Test
    void itNamesTheRecordingThatIsWorkedAt() throws Exception {
        var line = line("stored");
        line.setMdc(Map.of("recording", "0199", "task", "0200"));

        assertThat(written(line).get("mdc"))
                .isEqualTo(new ObjectMapper().readTree("{\"recording\":\"0199\",\"task\":\"0200\"}"));
    }

    @Test
    void aFailureIsOneLineWithAllOfItsTrace() throws Exception {
        var line = line("failed");
        line.setThrown(new IllegalStateException("why", new IllegalArgumentException("cause")));

        assertThat(written(line).get("exception").asText())
                .contains("IllegalStateException: why", "Caused by: java.lang.IllegalArgumentException: cause");
    }
}
