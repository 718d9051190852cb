package org.webinararchiver.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.webinararchiver.core.link.list.LinkList;
import org.webinararchiver.core.link.list.LinkListParser;

/** Texts that nobody would type, in a list among good links. */
class HostileTextTest {
    private static final String GOOD = "https://my.mts-link.ru/1/2/record-new/3";
    private static final String ALMOST = "https://my.mts-link.ru/1/2/record-new/";

    /** Far beyond what any of these takes; what is slow here takes minutes. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Sources sources = SourcesProducer.standard();
    private final LinkListParser parser = new LinkListParser(sources::recognise, sources.linkForms());

    static Stream<String> hostile() {
        return Stream.of(
                ALMOST + "\u0000",
                ALMOST + "\u001b[2J4",
                ALMOST + "4\u007f5",
                ALMOST + "\u202e4",
                ALMOST + "\ud800",
                ALMOST + "\u0664",
                "https://my.mts-link.ru/\u0131/2/record-new/x",
                "https://пример\u0000.рф/1/2/record-new/4",
                "https://пример.рф/1/2/record-new/4",
                "https://[::1%25lo]/1/2/record-new/4",
                ALMOST + "9".repeat(100_000),
                "https://" + "a".repeat(100_000) + "/1/2/record-new/4",
                "https://" + "a.".repeat(50_000) + "/1/2/record-new/4",
                "https://my.mts-link.ru" + "/".repeat(100_000),
                "https://my.mts-link.ru" + "/1".repeat(50_000) + "/record-new/4",
                "https://my.mts-link.ru/j/a/" + "%".repeat(100_000),
                "https://my.mts-link.ru/j/" + "я".repeat(100_000) + "/b/record-new/4",
                "(".repeat(100_000) + ALMOST + ")".repeat(100_000),
                "\"".repeat(100_000) + " - ".repeat(30_000) + "//".repeat(30_000),
                "x" + " # ".repeat(30_000) + "https://".repeat(10_000),
                "https://a ".repeat(10_000));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void itIsNoLinkAndItsLineIsNamed(String text) {
        Assertions.assertTimeoutPreemptively(LIMIT, () -> {
            assertThat(sources.recognise(text)).isEmpty();
            var list = parser.parse(GOOD + "\n" + text + "\n" + GOOD + "1");
            assertThat(list.entries()).extracting(LinkList.Entry::line).containsExactly(1, 3);
            assertThat(list.complaints())
                    .isNotEmpty()
                    .allSatisfy(complaint -> assertThat(complaint.reason()).hasSizeLessThan(1000))
                    .extracting(LinkList.Complaint::line)
                    .containsOnly(2);
        });
    }
}
