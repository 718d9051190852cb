package org.webinararchiver.download.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.webinararchiver.core.manifest.TwinRun;
import org.webinararchiver.core.web.Web;
import org.webinararchiver.core.web.WebAnswer;
import org.webinararchiver.core.web.WebRequest;
import org.webinararchiver.download.TestStudio;
import org.webinararchiver.download.web.LoopbackWeb;
import org.webinararchiver.platform.catalog.StoredRun;
import org.webinararchiver.simulator.meeting.TwinPart;
import org.webinararchiver.simulator.meeting.TwinSpec;
import org.webinararchiver.simulator.server.Fault;
import org.webinararchiver.simulator.server.PathKind;
import org.webinararchiver.simulator.server.Simulator;

class TwinFetcherTest extends TwinUnderTest {
    static Stream<TwinSpec> twins() {
        return Stream.of(
                TwinSpec.USUAL,
                TwinSpec.USUAL.inRanges(),
                TwinSpec.USUAL.withEncryption(),
                TwinSpec.USUAL.inRanges().withEncryption(),
                TwinSpec.USUAL.startingAt(Duration.ofMinutes(7)).breakingAt(lasting(2)));
    }

    @ParameterizedTest
    @MethodSource("twins")
    void thePictureOfATwinIsStoredByteForByte(TwinSpec spec) throws Exception {
        var meeting = meeting(spec);
        try (var platform = Simulator.start(0, TestStudio.open(), List.of(meeting))) {
            var runs = stored(fetch(LoopbackWeb.open(), request(platform, meeting, false)));

            assertThat(runs).extracting(StoredRun::run).extracting(TwinRun::at).isEqualTo(beginnings(spec));
            assertThat(runs).extracting(run -> run.run().discontinuity()).doesNotHaveDuplicates();
            assertAre(runs, TwinPart.of(take(meeting), spec, TwinPart.Stream.PICTURE));
        }
    }

    private static List<Duration> beginnings(TwinSpec spec) {
        var beginnings = new ArrayList<>(List.of(Duration.ZERO));
        spec.brokenAt().ifPresent(beginnings::add);
        return beginnings;
    }

    @Test
    void whereTheFileIsMissingTheSoundIsStoredToo() throws Exception {
        var meeting = meeting(TwinSpec.USUAL);
        try (var platform = Simulator.start(0, TestStudio.open(), List.of(meeting))) {
            var runs = stored(fetch(LoopbackWeb.open(), request(platform, meeting, true)));

            assertAre(
                    runs,
                    Stream.of(TwinPart.Stream.PICTURE, TwinPart.Stream.SOUND)
                            .flatMap(stream -> TwinPart.of(take(meeting), TwinSpec.USUAL, stream).stream())
                            .toList());
        }
    }

    @Test
    void aKeyIsFetchedOnceForAllPieces() throws Exception {
        var meeting = meeting(TwinSpec.USUAL.withEncryption());
        try (var platform = Simulator.start(0, TestStudio.open(), List.of(meeting))) {
            stored(fetch(LoopbackWeb.open(), request(platform, meeting, false)));

            assertThat(platform.requests().latest())
                    .filteredOn(request -> request.path().endsWith("/key"))
                    .hasSize(1);
            assertThat(platform.requests().latest())
                    .allSatisfy(request -> assertThat(request.header("referer")).contains("https://page.example/"));
        }
    }

    @Test
    void whatIsBusyOrBreaksOffIsAskedAgainAndNothingElse() throws Exception {
        var meeting = meeting(TwinSpec.USUAL);
        try (var platform = Simulator.start(0, TestStudio.open(), List.of(meeting))) {
            platform.disturbTwin(take(meeting), new Fault.FailFirst(2, 503));
            stored(fetch(LoopbackWeb.open(), request(platform, meeting, false)));
            assertThat(platform.requests().count(PathKind.PLAYLIST)).isEqualTo(4);
            assertThat(platform.requests().count(PathKind.PIECE)).isEqualTo(3);

            platform.disturbTwin(take(meeting), new Fault.TruncatedOnce());
            stored(fetch(LoopbackWeb.open(), request(platform, meeting, false)));
            assertThat(platform.requests().count(PathKind.PLAYLIST)).isEqualTo(7);
        }
    }

    @Test
    void runsThatWereStoredBeforeAnInterruptionAreNotFetchedAgain() throws Exception {
        var spec = TwinSpec.USUAL.breakingAt(lasting(2));
        var meeting = meeting(spec);
        try (var platform = Simulator.start(0, TestStudio.open(), List.of(meeting))) {
            var breaking = new Breaking(LoopbackWeb.open(), "/v2/1/0.m4s");
            assertThat(fetch(breaking, request(platform, meeting, false))).isInstanceOf(FetchOutcome.Failed.class);
            long before = platform.requests().count(PathKind.PIECE);

            var again = new TwinRequest(
                    platform.twinOf(meeting, take(meeting)), Map.of(), false, "recordings/1/segments/2/task-2");
            var runs = stored(fetch(LoopbackWeb.open(), again));

            assertAre(runs, TwinPart.of(take(meeting), spec, TwinPart.Stream.PICTURE));
            assertThat(platform.requests().count(PathKind.PIECE) - before)
                    .as("description and piece of the run that was not stored")
                    .isEqualTo(2);
        }
    }

    /** Refuses what is at this path. */
    private record Breaking(Web web, String path) implements Web {
        @Override
        public WebAnswer get(WebRequest request) throws IOException {
            return request.uri().getPath().endsWith(path) ? new WebAnswer(503, Map.of(), bytes("")) : web.get(request);
        }
    }
}
