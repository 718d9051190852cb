package org.webinararchiver.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.media.mp4.AacPackets;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.SampleMeetings;
import org.webinararchiver.simulator.witness.Witness;

/** The sound of recordings in which one voice at a time is heard is made of the files' own packets. */
class LoneVoiceTest extends CompilerUnderTest {
    private static final String SILENCE = "00c800802380";

    @Test
    void theVoiceIsCopiedPacketByPacket() throws Exception {
        var meeting = Meeting.named("lone-voice")
                .lecturer("Anna", anna -> {
                    for (int i = 0; i < 24; i++) {
                        anna.microphone(at(i * 5.0), lasting(5));
                    }
                })
                .written();
        var recorded = RecordedMeeting.of(meeting);

        var file = compile(recorded);

        assertIsTrue(file, meeting, OF_RENDERING);
        var packets = packets(file.path());
        assertThat(packets).hasSize(120 * 48_000 / 1024).isSubsetOf(packetsAndSilence(recorded, meeting));
        assertThat(packets.stream().filter(SILENCE::equals))
                .as("in place of the last packet of each file, where that is filled up")
                .hasSizeLessThanOrEqualTo(24);
    }

    @ParameterizedTest
    @ValueSource(ints = {48_000, 44_100, 22_050})
    void unevenFilesDoNotDriftFromTheirPlaces(int sampleRate) throws Exception {
        var meeting = recordedAt(
                sampleRate,
                Meeting.named("uneven")
                        .lecturer("Anna", anna -> {
                            for (int i = 0; i < 60; i++) {
                                anna.microphone(at(i * 2.017), lasting(2.017));
                            }
                        })
                        .written());
        var recorded = RecordedMeeting.of(meeting);

        var file = compile(recorded);

        assertThat(packets(file.path())).isSubsetOf(packetsAndSilence(recorded, meeting));
        try (var witness = Witness.of(TestFfmpeg.installation(), file.path())) {
            var errors = IntStream.range(0, 121)
                    .mapToObj(second -> placementError(witness, second))
                    .flatMap(List::stream)
                    .toList();
            assertThat(errors).hasSizeGreaterThan(80);
            assertThat(ninetyFifthPercentile(errors)).isLessThan(Duration.ofMillis(25));
            assertThat(mean(errors.subList(errors.size() / 2, errors.size()))
                            .minus(mean(errors.subList(0, errors.size() / 2)))
                            .abs())
                    .isLessThan(Duration.ofMillis(6));
        }
    }

    @Test
    void whereNobodySpeaksThereIsSilence() throws Exception {
        var meeting = Meeting.named("holes")
                .lecturer("Anna", anna -> anna.microphone(at(2.5), lasting(3)).microphone(at(8), lasting(2.2)))
                .participant("Boris", boris -> boris.microphone(at(5.5), lasting(1)))
                .lastingInAll(12)
                .written();
        var recorded = RecordedMeeting.of(meeting);

        var file = compile(recorded);

        assertIsTrue(file, meeting, OF_RENDERING, Duration.ofMillis(300));
        var packets = packets(file.path());
        assertThat(packets).isSubsetOf(packetsAndSilence(recorded, meeting));
        assertThat(packets.subList(0, 117)).containsOnly(SILENCE);
        assertThat(packets.subList(306, 375)).containsOnly(SILENCE);
        assertThat(packets.subList(479, 562)).containsOnly(SILENCE);
    }

    @Test
    void filesOfSeveralFormsAreMixed() throws Exception {
        var meeting = Lectures.recordedAt(
                new int[] {48_000, 44_100},
                Meeting.named("two-rates")
                        .lecturer(
                                "Anna",
                                anna -> anna.microphone(at(0), lasting(3)).microphone(at(3), lasting(3)))
                        .written());
        var recorded = RecordedMeeting.of(meeting);

        var file = compile(recorded);

        assertIsTrue(file, meeting, OF_RENDERING);
        assertThat(packets(file.path())).doesNotContainAnyElementsOf(voiced(packetsOfTakes(recorded, meeting)));
    }

    @Test
    void voicesThatOverlapAreMixed() throws Exception {
        var meeting = SampleMeetings.twoVoices();
        var recorded = RecordedMeeting.of(meeting);

        var file = compile(recorded);

        assertIsTrue(file, meeting, OF_COPY);
        assertThat(packets(file.path())).doesNotContainAnyElementsOf(voiced(packetsOfTakes(recorded, meeting)));
    }

    @Test
    void packetsThatCanNotBeDecodedAreFoundAndTold() throws Exception {
        var meeting = Meeting.named("damaged-voice")
                .lecturer(
                        "Anna",
                        anna -> anna.microphone(at(0), lasting(5))
                                .microphone(at(5), lasting(5))
                                .microphone(at(10), lasting(5)))
                .written();
        var recorded = RecordedMeeting.of(meeting);
        var holey = Broken.withoutData(recorded.file(1), folder.resolve("holey.mp4"), 0.4, 0.7);

        var file = compile(recorded.with(1, holey));

        assertThat(file.gaps()).hasSize(1).allSatisfy(gap -> {
            assertThat(gap.segment()).isEqualTo(recorded.id(1));
            assertThat(gap.from()).isEqualTo(Duration.ofSeconds(5));
        });
        try (var witness = Witness.of(TestFfmpeg.installation(), file.path())) {
            assertThat(witness.hear(Duration.ofMillis(2_500))).hasSize(1);
            assertThat(witness.hear(Duration.ofMillis(12_500))).hasSize(1);
        }
    }

    /** Without those of silence, which encoders write alike. */
    private static List<String> voiced(List<String> packets) {
        return packets.stream().filter(packet -> packet.length() > 100).toList();
    }

    private static List<Duration> placementError(Witness witness, int second) {
        return witness.placementError(1, second).stream().toList();
    }

    /** Where a file ends just after a tone has begun, that beginning is hard to find. */
    private static Duration ninetyFifthPercentile(List<Duration> errors) {
        return errors.stream()
                .map(Duration::abs)
                .sorted()
                .skip(errors.size() * 95L / 100)
                .findFirst()
                .orElseThrow();
    }

    private static Duration mean(List<Duration> errors) {
        return errors.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(errors.size());
    }

    private static Meeting recordedAt(int sampleRate, Meeting meeting) {
        return Lectures.recordedAt(
                meeting.takes().stream().mapToInt(take -> sampleRate).toArray(), meeting);
    }

    private static List<String> packetsAndSilence(RecordedMeeting recorded, Meeting meeting) throws Exception {
        var packets = packetsOfTakes(recorded, meeting);
        packets.add(SILENCE);
        return packets;
    }

    private static List<String> packetsOfTakes(RecordedMeeting recorded, Meeting meeting) throws Exception {
        var packets = new ArrayList<String>();
        for (int take = 0; take < meeting.takes().size(); take++) {
            packets.addAll(packets(recorded.file(take)));
        }
        return packets;
    }

    private static List<String> packets(Path file) throws Exception {
        var found = new ArrayList<String>();
        try (var channel = Files.newByteChannel(file)) {
            var packets = AacPackets.in(channel).orElseThrow();
            while (packets.next()) {
                found.add(HexFormat.of().formatHex(packets.bytes()));
            }
        }
        return found;
    }
}
