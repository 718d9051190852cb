package org.webinararchiver.core.link.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.core.link.RecognisedLink;
import org.webinararchiver.core.link.RecordingLink;
import org.webinararchiver.core.link.list.LinkList.Complaint;
import org.webinararchiver.core.link.list.LinkList.Entry;
import org.webinararchiver.core.secret.Pass;

class LinkListParserTest {
    /** Here a recording is {@code https://r.example/{number}}, whatever comes after {@code ?}, {@code #} or a token. */
    private static final Pattern RECORDING =
            Pattern.compile("(https?://r\\.example/(\\d+))(?:/token-(\\w+))?/?(?:[?#].*)?");

    private static final String SIGNS = "|#/ -[]()\":;,.\n\rhttps";

    private final LinkListParser parser =
            new LinkListParser(LinkListParserTest::recognise, List.of("https://r.example/{number}"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "https://r.example/1 ~",
                "`  https://r.example/1\t` ~",
                "Algebra https://r.example/1 ~ Algebra",
                "Algebra | https://r.example/1 ~ Algebra",
                "https://r.example/1 | Algebra ~ Algebra",
                "https://r.example/1|Algebra ~ Algebra",
                "https://r.example/1 Algebra ~ Algebra",
                "https://r.example/1 - Algebra ~ Algebra",
                "Algebra: https://r.example/1 ~ Algebra",
                "Algebra — https://r.example/1 ~ Algebra",
                "`Algebra\thttps://r.example/1` ~ Algebra",
                "Algebra;https://r.example/1;2026 ~ Algebra 2026",
                "\"Algebra\",https://r.example/1 ~ Algebra",
                "«Алгебра» https://r.example/1 ~ Алгебра",
                "12.03 | https://r.example/1 | Algebra ~ 12.03 Algebra",
                "1. Algebra https://r.example/1 ~ Algebra",
                "1) https://r.example/1 ~",
                "- https://r.example/1 ~",
                "* Algebra 2 https://r.example/1 ~ Algebra 2",
                "[Algebra](https://r.example/1) ~ Algebra",
                "<https://r.example/1> ~",
                "See (https://r.example/1). ~ See",
                "Lecture # 5 https://r.example/1 ~ Lecture # 5",
                "https://r.example/1 | Lecture #5 ~ Lecture #5",
                "https://r.example/1 # watched ~",
                "https://r.example/1 #watched ~",
                "https://r.example/1 // watched ~",
                "https://r.example/1 | Algebra // watched ~ Algebra",
                "https://r.example/1?a=b#part ~",
                "`Any    long\tname  https://r.example/1` ~ Any long name",
            })
    void aNameMayStandBeforeOrBehindItsLink(String line, String name) {
        var list = parser.parse(line);
        assertThat(list.entries()).hasSize(1);
        assertThat(list.entries().getFirst().name()).isEqualTo(Optional.ofNullable(name));
        assertThat(list.entries().getFirst().link().link().key()).isEqualTo("1");
        assertThat(list.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "\t",
                "# https://r.example/1",
                "  # Algebra",
                "#",
                "// https://r.example/1",
                "//x",
                "\u00a0"
            })
    void emptyLinesAndCommentsSayNothing(String line) {
        assertThat(parser.parse(line)).isEqualTo(new LinkList(List.of(), List.of()));
    }

    @Test
    void severalLinksMayStandInALine() {
        assertThat(named("https://r.example/1 https://r.example/2,https://r.example/3"))
                .containsExactly("1 -", "2 -", "3 -");
        assertThat(named("Algebra https://r.example/1 Geometry https://r.example/2"))
                .containsExactly("1 Algebra", "2 Geometry");
        assertThat(named("https://r.example/1 | Algebra https://r.example/2 | Geometry"))
                .containsExactly("1 Algebra", "2 Geometry");
        assertThat(named("https://r.example/1 // again: https://r.example/2")).containsExactly("1 -");
    }

    @Test
    void linesAreCountedHoweverTheyEnd() {
        var list = parser.parse("# my list\r\n\r\nAlgebra https://r.example/1\nnothing\rhttps://r.example/2\n");
        assertThat(list.entries()).extracting(Entry::line).containsExactly(3, 5);
        assertThat(list.complaints()).extracting(Complaint::line).containsExactly(4);
    }

    @Test
    void whatIsNoLinkIsToldAndTheRestIsTaken() {
        var list = parser.parse("Algebra\nhttps://else.example/secret\nhttps://r.example/1\nr.example/2");
        assertThat(list.entries()).hasSize(1);
        assertThat(list.complaints())
                .extracting(Complaint::line, Complaint::kind)
                .containsExactly(
                        tuple(1, Complaint.Kind.NO_LINK),
                        tuple(2, Complaint.Kind.NOT_A_RECORDING),
                        tuple(4, Complaint.Kind.NO_LINK));
        assertThat(list.complaints().get(1).reason())
                .contains("https://r.example/{number}")
                .doesNotContain("secret");
    }

    @Test
    void aRecordingIsKeptOnceWithEverythingThatIsKnownOfIt() {
        var list = parser.parse("""
                https://r.example/1
                https://r.example/2 | Geometry
                http://r.example/1/token-open | Algebra
                https://r.example/1/token-other | Another name
                """);
        assertThat(list.entries())
                .containsExactly(
                        new Entry(
                                1,
                                Optional.of("Algebra"),
                                new RecognisedLink(
                                        new RecordingLink("test", URI.create("https://r.example/1"), "1"),
                                        Pass.of("token", "open"))),
                        new Entry(
                                2,
                                Optional.of("Geometry"),
                                new RecognisedLink(
                                        new RecordingLink("test", URI.create("https://r.example/2"), "2"), Pass.NONE)));
        assertThat(list.complaints())
                .containsExactly(
                        new Complaint(3, Complaint.Kind.DUPLICATE, "the same recording as in line 1"),
                        new Complaint(4, Complaint.Kind.DUPLICATE, "the same recording as in line 1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1251", "UTF-16"})
    void namesAreReadHoweverTheFileWasSaved(String charset) {
        var file = "# Список\nЁлка и «ель» № 1 https://r.example/1".getBytes(Charset.forName(charset));
        assertThat(parser.parse(file).entries().getFirst().name()).contains("Ёлка и «ель» № 1");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstLine() {
        var marked = "\ufeff# comment\nАлгебра https://r.example/1";
        for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            var list = parser.parse(marked.getBytes(charset));
            assertThat(list.complaints()).isEmpty();
            assertThat(list.entries().getFirst().name()).contains("Алгебра");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyBytesAreAListAndHideNoLinkOfAnotherLine(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            var noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            for (int place = 0; place < noise.length; place++) {
                noise[place] = (byte)
                        (random.nextInt(3) == 0 ? SIGNS.charAt(random.nextInt(SIGNS.length())) : noise[place] & 0x7f);
            }
            var text = new String(noise, StandardCharsets.ISO_8859_1) + "\nAlgebra https://r.example/1\n";
            assertThat(parser.parse(text.getBytes(StandardCharsets.UTF_8)).entries())
                    .as(text)
                    .extracting(Entry::name)
                    .contains(Optional.of("Algebra"));
        }
    }

    private List<String> named(String line) {
        return parser.parse(line).entries().stream()
                .map(entry -> entry.link().link().key() + " " + entry.name().orElse("-"))
                .toList();
    }

    private static Optional<RecognisedLink> recognise(String text) {
        var recording = RECORDING.matcher(text);
        if (!recording.matches()) {
            return Optional.empty();
        }
        var link = new RecordingLink("test", URI.create(recording.group(1)), recording.group(2));
        var pass = Optional.ofNullable(recording.group(3)).map(token -> Pass.of("token", token));
        return Optional.of(new RecognisedLink(link, pass.orElse(Pass.NONE)));
    }
}
