package org.webinararchiver.sources.mtslink;

import java.io.IOException;
import java.time.Clock;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.secret.Pass;
import org.webinararchiver.sources.mtslink.log.MetadataLimits;

/** Plans a recording of the public service whose log holds the given events. */
final class Recording {
    static final String PAGE = "https://my.mts-link.ru/1/2/record-new/3";
    static final String RECORD = "https://my.mts-link.ru/api/eventsessions/3/record?withoutCuts=false";

    private Recording() {}

    static Manifest ofEvents(String... events) throws FailureException, IOException {
        return described("{\"name\":\"Title\",\"duration\":60,\"eventLogs\":[" + String.join(",", events) + "]}");
    }

    static Manifest described(String json) throws FailureException, IOException {
        return plan(PAGE, Pass.NONE, new FakeWeb().with(RECORD, json));
    }

    static Manifest plan(String page, Pass pass, FakeWeb web) throws FailureException, IOException {
        var source = new MtsLinkSource(MtsLinkHosts.PUBLIC, MetadataLimits.STANDARD, Clock.systemUTC());
        return source.plan(source.recognise(page).orElseThrow().link(), pass, web);
    }

    static String event(String module, String relativeTime, String data) {
        return "{\"module\":\"" + module + "\",\"relativeTime\":" + relativeTime + ",\"data\":" + data + "}";
    }

    /** A file of conference 5, stream 6. */
    static String camera(String relativeTime, String file) {
        return event(
                "mediasession.add",
                relativeTime,
                "{\"id\":10,\"url\":\"https://media.example/" + file
                        + "\",\"stream\":{\"id\":6,\"conference\":{\"id\":5}}}");
    }

    /** A file of screensharing 7, stream 6. */
    static String screen(String relativeTime, String file) {
        return event(
                "mediasession.add",
                relativeTime,
                "{\"id\":11,\"url\":\"https://media.example/" + file
                        + "\",\"stream\":{\"id\":6,\"screensharing\":{\"id\":7}}}");
    }
}
