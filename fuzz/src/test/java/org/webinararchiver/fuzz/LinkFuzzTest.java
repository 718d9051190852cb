package org.webinararchiver.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.webinararchiver.core.link.RecognisedLink;
import org.webinararchiver.sources.Sources;
import org.webinararchiver.sources.SourcesProducer;

/** Any text is a link or none, and what a link has become is the same link. */
class LinkFuzzTest {
    private static final Sources SOURCES = SourcesProducer.standard();

    @DictionaryEntries({
        "https://", "http://", "my.mts-link.ru", "events.webinar.ru", "/record-new/", "/record/", "/record-file/",
                "/j/",
        "0123456789abcdef0123456789abcdef", "%25", "xn--", "[::1]", ":443", "@", "?", "#"
    })
    @FuzzTest
    void aTextIsALinkOrNone(byte[] text) {
        SOURCES.recognise(new String(text, StandardCharsets.UTF_8)).ifPresent(LinkFuzzTest::assertPlain);
    }

    private static void assertPlain(RecognisedLink recognised) {
        var page = recognised.link().page();
        assertThat(page.getScheme()).isIn("https", "http");
        assertThat(page.getHost()).isNotBlank().doesNotContain("%");
        assertThat(page.getRawUserInfo()).isNull();
        assertThat(page.getRawQuery()).isNull();
        assertThat(page.getRawFragment()).isNull();
        assertThat(page.toString()).matches("[!-~]+");
        assertThat(recognised.link().key()).matches("[!-~]{3,300}");
        assertThat(SOURCES.recognise(page.toString()).orElseThrow().link()).isEqualTo(recognised.link());
    }
}
