package org.webinararchiver.compile.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.webinararchiver.compile.Shelf;
import org.webinararchiver.compile.Sources;
import org.webinararchiver.compile.TestFfmpeg;
import org.webinararchiver.compile.Workshop;
import org.webinararchiver.core.manifest.Track;
import org.webinararchiver.core.timeline.Appearance;
import org.webinararchiver.core.timeline.SpanSeries;
import org.webinararchiver.core.timeline.Voice;

/** Who speaks when, of files of which some do not tell it by their tables. */
class ListenerTest {
    private static final List<String> OPUS = List.of("-c:a", "libopus", "-b:a", "24k");
    private static final List<String> FRAGMENTED =
            List.of("-c:a", "aac", "-movflags", "+frag_keyframe+empty_moov+default_base_moof");
    private static final List<String> WHOLE = List.of("-c:a", "aac");

    /** From the second second to the fifth. */
    private static final String VOICE = "if(between(t,2,5),0.2*sin(2*PI*440*t)*(1+sin(2*PI*4*t))/2,0)";

    private static final String ROOM = "+0.001*(2*random(0)-1)";

    @TempDir
    Path folder;

    private final Map<String, Path> files = new HashMap<>();
    private Path scratch;

    @BeforeEach
    void makeScratch() throws IOException {
        scratch = Files.createDirectories(folder.resolve("scratch"));
    }

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(scratch).isEmptyDirectory();
    }

    static Stream<List<String>> codings() {
        return Stream.of(OPUS, FRAGMENTED, WHOLE);
    }

    @ParameterizedTest
    @MethodSource("codings")
    void aVoiceBetweenSilencesIsHeardHoweverItIsCoded(List<String> coding) throws Exception {
        file("a", VOICE, coding);

        assertThat(spoken(voice("a", 0, 0, 9))).satisfies(series -> isSpoken(series, 2, 5));
    }

    @ParameterizedTest
    @MethodSource("codings")
    void aVoiceIsHeardAtItsPlaceOfAPartOfAFile(List<String> coding) throws Exception {
        file("a", VOICE, coding);

        assertThat(spoken(voice("a", 3, 100, 5))).satisfies(series -> isSpoken(series, 100, 102));
    }

    @Test
    void theHumOfARoomIsNoVoiceBesideOne() throws Exception {
        file("a", VOICE + ROOM, OPUS);

        assertThat(spoken(voice("a", 0, 0, 9))).satisfies(series -> isSpoken(series, 2, 5));
    }

    @Test
    void aRoomInWhichNobodySpeaksIsSilent() throws Exception {
        file("a", "0" + ROOM, OPUS);

        assertThat(spoken(voice("a", 0, 0, 9))).satisfies(series -> isSpoken(series));
    }

    @Test
    void filesOfSeveralKindsAreOneVoice() throws Exception {
        file("a", VOICE, WHOLE);
        file("b", VOICE, OPUS);

        assertThat(spoken(voice("a", 0, 0, 9), voice("b", 0, 10, 9)))
                .satisfies(series -> isSpoken(series, 2, 5, 12, 15));
    }

    @Test
    void whoCanNotBeListenedToIsNotTakenForSilent() throws Exception {
        var bytes = Files.readAllBytes(file("a", VOICE, FRAGMENTED));
        Arrays.fill(bytes, bytes.length / 3, bytes.length / 2, (byte) 0);
        Files.write(files.get("a"), bytes);
        file("b", VOICE, OPUS);

        assertThat(spoken(voice("a", 0, 0, 9), voice("b", 0, 10, 9))).isEmpty();
    }

    private Path file(String segment, String sound, List<String> coding) throws Exception {
        var file = folder.resolve(segment + ".mp4");
        var command = new ArrayList<>(List.of("-f", "lavfi", "-i", "aevalsrc=exprs='%s':s=48000:d=9".formatted(sound)));
        command.addAll(coding);
        TestFfmpeg.make(file, command);
        files.put(segment, file);
        return file;
    }

    private static Voice voice(String segment, long from, long at, long lasting) {
        return new Voice(
                segment, "track", Duration.ofSeconds(from), Duration.ofSeconds(at), Duration.ofSeconds(lasting));
    }

    private Optional<SpanSeries> spoken(Voice... voices) throws Exception {
        var sources = new Sources(Shelf.of(files), Map.of(), Set.of());
        var track = new Track("track", Track.Kind.PERSON, Optional.empty(), List.of());
        var speech = new Listener(sources, new Workshop(TestFfmpeg.runner(), 2), scratch)
                .listen(List.of(new Appearance(track, List.of(), List.of(voices))));
        return Optional.ofNullable(speech.spoken().get("track"));
    }

    /** To a third of a second. */
    private static void isSpoken(Optional<SpanSeries> series, double... fromUntilSeconds) {
        var instants = series.orElseThrow().spans().stream()
                .flatMap(span -> Stream.of(span.from(), span.until()))
                .mapToDouble(instant -> instant.toMillis() / 1e3)
                .toArray();
        assertThat(instants).containsExactly(fromUntilSeconds, within(0.33));
    }
}
