package org.webinararchiver.sources.mtslink.large;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.secret.Pass;
import org.webinararchiver.core.web.WebAnswer;
import org.webinararchiver.sources.mtslink.MtsLinkHosts;
import org.webinararchiver.sources.mtslink.MtsLinkSource;
import org.webinararchiver.sources.mtslink.log.MetadataLimits;

/** Plans one generated meeting of as many bytes as the argument says, in a JVM whose heap is much smaller. */
final class LargeLogMain {
    private LargeLogMain() {}

    public static void main(String[] arguments) throws FailureException, IOException {
        var log = new GeneratedLog(1, Long.parseLong(arguments[0]));
        var source = new MtsLinkSource(MtsLinkHosts.PUBLIC, MetadataLimits.STANDARD, Clock.systemUTC());
        var link = source.recognise("https://my.mts-link.ru/1/2/record-new/3")
                .orElseThrow()
                .link();
        var manifest = source.plan(link, Pass.NONE, request -> new WebAnswer(200, Map.of(), log));
        var clips = manifest.tracks().stream()
                .mapToInt(track -> track.clips().size())
                .sum();
        System.out.printf(
                "read %d bytes, files %d of %d, messages %d of %d%n",
                log.given(),
                clips,
                log.files(),
                manifest.proceedings().messages().size(),
                log.messages());
        if (clips != log.files() || manifest.proceedings().messages().size() != log.messages()) {
            throw new IllegalStateException("something is missing");
        }
    }
}
