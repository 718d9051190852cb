package org.webinararchiver.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.HashSet;
import org.webinararchiver.core.link.list.LinkList;
import org.webinararchiver.core.link.list.LinkListParser;
import org.webinararchiver.sources.Sources;
import org.webinararchiver.sources.SourcesProducer;

/** Any bytes are a list, each of whose recordings is there once. */
class LinkListFuzzTest {
    private static final Sources SOURCES = SourcesProducer.standard();
    private static final LinkListParser PARSER = new LinkListParser(SOURCES::recognise, SOURCES.linkForms());

    /** A dictionary takes printable signs of ASCII alone; others are written as their bytes. */
    @DictionaryEntries({
        "https://my.mts-link.ru/1/2/record-new/3",
        "https://my.mts-link.ru/1/2/record-new/4",
        "https://",
        " | ",
        "\\x0a# ",
        " // ",
        "\\x0d\\x0a",
        "\\xc2\\xab",
        "\\xc2\\xbb",
        "1. ",
        "\\x09",
        ";",
        ", "
    })
    @FuzzTest
    void anyBytesAreAList(byte[] file) {
        var list = PARSER.parse(file);
        var keys = new HashSet<String>();
        for (var entry : list.entries()) {
            assertThat(keys.add(entry.link().link().key())).isTrue();
            entry.name().ifPresent(LinkListFuzzTest::assertOneLine);
        }
        assertThat(list.complaints()).extracting(LinkList.Complaint::line).allMatch(line -> line > 0);
    }

    private static void assertOneLine(String name) {
        assertThat(name).isNotBlank().matches("[^\\p{Cc}]+");
    }
}
