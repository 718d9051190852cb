package org.webinararchiver.core.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.core.timeline.Recording.id;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.webinararchiver.core.timeline.Recording;
import org.xml.sax.InputSource;

class ChartTest {
    private static final int MOST_CHARACTERS = 500_000;

    private static Document drawn(Recording recording, String... missing) throws Exception {
        return parsed(text(recording, missing));
    }

    private static String text(Recording recording, String... missing) {
        return Chart.of(Overview.of(recording.manifest(), Set.of(missing)));
    }

    private static Document parsed(String svg) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<Element> elements(Document drawn, String name) {
        var found = drawn.getElementsByTagName(name);
        var elements = new ArrayList<Element>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static List<String> texts(Document drawn, String name) {
        return elements(drawn, name).stream().map(Element::getTextContent).toList();
    }

    /** What is told of all that is drawn in this colour. */
    private static List<String> told(Document drawn, String style) {
        return elements(drawn, "rect").stream()
                .filter(box -> box.getAttribute("class").equals(style))
                .map(Element::getTextContent)
                .toList();
    }

    private static Recording lesson() {
        return Recording.lasting(600)
                .ledBy("Boris")
                .seen("Boris")
                .person("Anna", "a", 60, 0, 120)
                .person("Boris", "b", 0)
                .slide("7", 100, 200)
                .screen("screen", "s", 300)
                .belongingTo("Boris", "screen")
                .message("Hello", 5);
    }

    @Test
    void whoIsSeenIsToldFromWhoIsOnlyHeard() throws Exception {
        var drawn =
                drawn(Recording.lasting(60).seen("Anna").person("Anna", "a", 0).person("Boris", "b", 10, 0, 20));

        assertThat(told(drawn, "camera")).contains("Anna: seen, 0:00:00 to 0:01:00");
        assertThat(told(drawn, "heard")).contains("Boris: only heard, 0:00:10 to 0:00:20");
    }

    @Test
    void theLecturerComesFirst() throws Exception {
        var drawn = drawn(
                Recording.lasting(60).ledBy("Boris").person("Anna", "a", 0).person("Boris", "b", 0));

        assertThat(texts(drawn, "text")).containsSubsequence("what is looked at", "Boris", "Anna", "messages");
    }

    @Test
    void whatIsLookedAtHasItsOwnRow() throws Exception {
        var drawn = drawn(Recording.lasting(60)
                .seen("Anna")
                .person("Anna", "a", 0)
                .slide("7", 10, 20)
                .screen("screen", "s", 30));

        assertThat(told(drawn, "camera")).contains("Anna, 0:00:00 to 0:00:10", "Anna, 0:00:20 to 0:00:30");
        assertThat(told(drawn, "slide")).contains("slide 7, 0:00:10 to 0:00:20");
        assertThat(told(drawn, "screen")).contains("screen of screen, 0:00:30 to 0:01:00");
    }

    @Test
    void whatCouldNotBeHadIsMarkedOnItsTrack() throws Exception {
        var drawn = drawn(
                Recording.lasting(60).person("Anna", "a", 0, 0, 20).person("Anna", "gone", 20, 0, 40), id("gone"));

        assertThat(told(drawn, "missing")).contains("Anna: missing, 0:00:20 to 0:00:40");
    }

    @Test
    void messagesAreTicksThatTellWhatWasWritten() throws Exception {
        var drawn = drawn(Recording.lasting(600).message("Hello", 5).message("Bye", 590));

        assertThat(told(drawn, "message")).containsExactly("0:00:05 Hello", "0:09:50 Bye");
    }

    @Test
    void namesOfStrangersStayText() throws Exception {
        var name = "</text><script>alert(1)</script>&\"'<a href='javascript:x'>";
        var drawn = drawn(Recording.lasting(60).seen(name).person(name, "a", 0).message(name, 5));

        assertThat(elements(drawn, "script")).isEmpty();
        assertThat(elements(drawn, "a")).isEmpty();
        assertThat(told(drawn, "camera")).anySatisfy(told -> assertThat(told).startsWith(name + ": seen"));
    }

    @Test
    void whatXmlCannotSayAndWhatTurnsTextAroundIsLeftOut() throws Exception {
        var name = "A\u0000\u0008\u009b\u202e\u2066\ud800\uffff\u001bnna\n";
        var svg = text(Recording.lasting(60).seen(name).person(name, "a", 0));

        parsed(svg);
        assertThat(svg).contains("A nna").doesNotContain("\u202e", "\u009b", "\u2066", "\u001b", "\uffff");
    }

    @Test
    void nothingIsAskedForAndNothingRuns() {
        assertThat(text(lesson())).doesNotContain("href", "<script", "@import", "http://www.w3.org/1999/xlink");
    }

    @Test
    void aLongNameIsCutAtWhatItsRowHasRoomFor() throws Exception {
        var name = "Константин Константинович Константинопольский";
        var drawn = drawn(Recording.lasting(60).person(name, "a", 0));

        assertThat(texts(drawn, "text")).contains("Константин Константино…");
    }

    @Test
    void threeHoursOfFifteenHundredClipsStayAPicture() {
        var recording = Recording.lasting(10_800).ledBy("person 0");
        for (int clip = 0; clip < 1500; clip++) {
            var person = "person " + clip % 40;
            recording.seen(person).person(person, "file " + clip, clip * 7.2, 0, clip * 7.2 + 7.2);
        }
        for (int message = 0; message < 3000; message++) {
            recording.message("message ".repeat(50) + message, message * 3.6);
        }

        assertThat(text(recording).length()).isLessThan(MOST_CHARACTERS);
    }

    @Test
    void clipsThatAdjoinAreDrawnAsOne() throws Exception {
        var recording = Recording.lasting(100).seen("Anna");
        for (int clip = 0; clip < 10; clip++) {
            recording.person("Anna", "file " + clip, clip * 10, 0, clip * 10 + 10);
        }

        assertThat(told(drawn(recording), "camera"))
                .filteredOn(told -> told.startsWith("Anna: seen"))
                .hasSize(1);
    }

    @Test
    void moreTracksThanFitAreCounted() throws Exception {
        var recording = Recording.lasting(100);
        for (int person = 0; person < 75; person++) {
            recording.person("person " + person, "file " + person, 0);
        }

        assertThat(texts(drawn(recording), "text")).contains("and 35 more");
    }

    @Test
    void aRecordingOfNothingIsDrawnToo() throws Exception {
        assertThat(texts(drawn(Recording.lasting(0)), "text")).contains("A recording", "0:00:00");
    }
}
