package org.webinararchiver.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.media.ffmpeg.run.FfmpegInput;
import org.webinararchiver.media.ffmpeg.run.FfmpegJob;
import org.webinararchiver.media.ffmpeg.run.FfmpegOutput;
import org.webinararchiver.media.ffmpeg.run.JoinList;
import org.webinararchiver.media.ffmpeg.run.RunLimits;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.PictureSpec;
import org.webinararchiver.simulator.meeting.SampleMeetings;
import org.webinararchiver.simulator.witness.Witness;

/** The sample meeting of eight files, of which the fourth was made to do harm: at most that one is missing. */
class HostileSourceTest extends CompilerUnderTest {

    /** Of H.264's baseline profile, 6250 macroblocks wide and high. */
    private static final byte[] VAST = sequenceParameters(6250, 6250);

    @Test
    void aFileWhoseTablesClaimAVastPictureIsAGapAtMost() throws Exception {
        var recorded = RecordedMeeting.of(SampleMeetings.demo());
        var bytes = Files.readAllBytes(recorded.file(3));
        ByteBuffer.wrap(bytes).putInt(find(bytes, "avc1") + 4 + 24, 0xffff_ffff);

        var file = compile(recorded.with(3, written(bytes)));

        assertAllButTheFourth(file);
        assertThat(file.picture().words()).contains("the file at 0:15 differs: 65535x65535 instead of 640x360");
    }

    @Test
    void aFileWhoseParameterSetsClaimAVastPictureIsAGap() throws Exception {
        var recorded = RecordedMeeting.of(SampleMeetings.demo());
        var bytes = Files.readAllBytes(recorded.file(3));
        ByteBuffer.wrap(bytes).putInt(find(bytes, "avc1") + 4 + 24, 0xffff_ffff);
        int set = find(bytes, "avcC") + 4 + 8;
        System.arraycopy(VAST, 0, bytes, set, VAST.length);

        var file = compile(recorded.with(3, written(bytes)));

        assertAllButTheFourth(file);
        assertThat(file.gaps()).hasSize(1);
    }

    @Test
    void aVastPictureAloneDoesNotMakeTheRecordingFail() throws Exception {
        var meeting = Meeting.named("vast")
                .lecturer("Anna", anna -> anna.camera(at(0), lasting(3)))
                .written();
        var recorded = RecordedMeeting.of(meeting);
        var bytes = Files.readAllBytes(recorded.file(0));
        ByteBuffer.wrap(bytes).putInt(find(bytes, "avc1") + 4 + 24, 0xffff_ffff);
        System.arraycopy(VAST, 0, bytes, find(bytes, "avcC") + 4 + 8, VAST.length);

        var file = compile(recorded.with(0, written(bytes)));

        assertThat(file.gaps()).hasSize(1);
        assertThat(file.duration()).isCloseTo(lasting(3), Duration.ofMillis(100));
    }

    /** Of 125 frames, each is said to last six hours, five minutes, or a minute and a half. */
    @ParameterizedTest
    @ValueSource(ints = {0x7fff_ffff, 300 * 90_000, 90 * 90_000})
    void aFileThatNeverEndsIsAGap(int ticksOfFrame) throws Exception {
        var recorded = RecordedMeeting.of(SampleMeetings.demo());
        var bytes = Files.readAllBytes(recorded.file(3));
        int table = find(bytes, "stts") + 4 + 8;
        assertThat(ByteBuffer.wrap(bytes).getInt(table)).isEqualTo(125);
        ByteBuffer.wrap(bytes).putInt(table + 4, ticksOfFrame);
        ByteBuffer.wrap(bytes).putInt(find(bytes, "elst") + 4 + 8, 0);

        var file = compile(recorded.with(3, written(bytes)));

        assertAllButTheFourth(file);
        assertThat(file.gaps()).hasSize(1);
    }

    @Test
    void aFileWhoseFramesLastForDaysOfWhichSecondsAreShownIsAGap() throws Exception {
        var recorded = RecordedMeeting.of(SampleMeetings.demo());
        var bytes = Files.readAllBytes(recorded.file(3));
        ByteBuffer.wrap(bytes).putInt(find(bytes, "stts") + 4 + 8 + 4, 0x7fff_ffff);

        var file = compile(recorded.with(3, written(bytes)));

        assertAllButTheFourth(file);
        assertThat(file.gaps()).hasSize(1);
        assertThat(file.picture().words()).contains("the file at 0:15 holds more than it shows");
    }

    @Test
    void aFileThatClaimsMoreFramesThanItHoldsIsAGapAtMost() throws Exception {
        var recorded = RecordedMeeting.of(SampleMeetings.demo());
        var bytes = Files.readAllBytes(recorded.file(3));
        ByteBuffer.wrap(bytes).putInt(find(bytes, "stts") + 4 + 8, Integer.MAX_VALUE);

        assertAllButTheFourth(compile(recorded.with(3, written(bytes))));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void rubbishWithinFramesIsAGapAtMost(long seed) throws Exception {
        var recorded = RecordedMeeting.of(SampleMeetings.demo());
        var bytes = Files.readAllBytes(recorded.file(3));
        var random = new Random(seed);
        int data = find(bytes, "mdat") + 4;
        for (int i = 0; i < 400; i++) {
            bytes[random.nextInt(data, bytes.length)] = (byte) random.nextInt();
        }

        var file = compile(recorded.with(3, written(bytes)));

        assertThat(file.duration()).isCloseTo(lasting(40), Duration.ofMillis(100));
        assertAllButTheFourth(file);
    }

    @Test
    void aSizeThatChangesWithinAFileIsFittedIn() throws Exception {
        var small = PictureSpec.of(320, 240, 25);
        var whole = Meeting.named("changing")
                .lecturer(
                        "Anna",
                        anna -> anna.silentCamera(at(0), lasting(4), PictureSpec.CAMERA)
                                .silentCamera(at(4), lasting(4), PictureSpec.CAMERA)
                                .silentCamera(at(8), lasting(4), PictureSpec.CAMERA))
                .written();
        var parts = RecordedMeeting.of(Meeting.named("changing")
                .lecturer(
                        "Anna",
                        anna -> anna.silentCamera(at(4), lasting(2), PictureSpec.CAMERA)
                                .silentCamera(at(6), lasting(2), small))
                .written());
        var changing = joined(parts.file(0), parts.file(1));

        var file = compile(RecordedMeeting.of(whole).with(1, changing));

        assertThat(file.picture().words())
                .isEqualTo("0:08 of it is copied; the rest is encoded, since the file at 0:04 changes its settings on"
                        + " the way");
        assertThat(file.gaps()).isEmpty();
        assertIsTrue(file, whole, OF_RENDERING, Duration.ofMillis(300));
    }

    /** As streams that bring their parameter sets with them, under the description of the first. */
    private Path joined(Path... films) throws Exception {
        var entries = new ArrayList<JoinList.Entry>();
        for (var film : films) {
            var stream = folder.resolve("part-%d.ts".formatted(entries.size()));
            run(new FfmpegInput.Media(film), stream, List.of("-c", "copy", "-f", "mpegts"));
            entries.add(new JoinList.Entry(stream, Optional.of(lasting(2)), Optional.empty(), Optional.empty()));
        }
        var list = folder.resolve("parts.txt");
        JoinList.write(list, entries);
        var result = folder.resolve("changing.mp4");
        run(new FfmpegInput.Joined(list), result, List.of("-c", "copy", "-video_track_timescale", "90000"));
        return result;
    }

    private static void run(FfmpegInput input, Path result, List<String> options) throws Exception {
        TestFfmpeg.runner()
                .run(
                        new FfmpegJob(List.of(input), List.of(new FfmpegOutput.File(result, options)), RunLimits.USUAL),
                        written -> {});
    }

    private static void assertAllButTheFourth(CompiledFile file) throws Exception {
        assertThat(file.gaps()).allSatisfy(gap -> {
            assertThat(gap.from()).isBetween(at(15), at(20));
            assertThat(gap.until()).isBetween(at(15), at(20));
        });
        var demo = SampleMeetings.demo().truth();
        try (var witness = Witness.of(TestFfmpeg.installation(), file.path())) {
            var instants = demo.instants(Duration.ofMillis(900)).stream()
                    .filter(instant -> instant.compareTo(at(14.8)) < 0 || instant.compareTo(at(20.2)) > 0)
                    .toList();
            var report = witness.compare(demo, instants);
            assertThat(report.matches()).as("%s", report).isTrue();
        }
    }

    private Path written(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("hostile.mp4"), bytes);
    }

    /** Where the first box of a type names it; the picture is the first stream. */
    private static int find(byte[] bytes, String type) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.indexOf(type, text.indexOf(type.startsWith("avc") ? "stsd" : "ftyp"));
    }

    private static byte[] sequenceParameters(int across, int down) {
        var bits = new StringBuilder("01100111" + "01000010" + "00000000" + "00110011");
        for (int value : new int[] {0, 0, 2, 1}) {
            bits.append(golomb(value));
        }
        bits.append('0')
                .append(golomb(across - 1))
                .append(golomb(down - 1))
                .append("11")
                .append("00")
                .append('1');
        while (bits.length() % 8 != 0) {
            bits.append('0');
        }
        var bytes = new byte[bits.length() / 8];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(bits.substring(i * 8, i * 8 + 8), 2);
        }
        return bytes;
    }

    private static String golomb(int value) {
        var code = Integer.toBinaryString(value + 1);
        return "0".repeat(code.length() - 1) + code;
    }
}
