package org.webinararchiver.compile.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.compile.sound.Voices.voice;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.webinararchiver.media.ffmpeg.run.FfmpegInput;
import org.webinararchiver.media.ffmpeg.run.FfmpegJob;
import org.webinararchiver.media.ffmpeg.run.FfmpegOutput;
import org.webinararchiver.media.ffmpeg.run.FilterGraph;

class SoundJobsTest {
    private static final Path RESULT = Path.of("/scratch/sound");

    private static final Path DECODED = Path.of("/scratch/decoded");

    private final SoundJobs jobs = new SoundJobs(Channels.MONO);

    @Test
    void aPartIsSilenceVoicesAndTheSilenceAfterEach() {
        var part = new LanePart(0, 480_000, List.of(voice(0.25, 1, 2), voice(4, 2)));

        assertThat(jobs.partGraph(part)).isEqualTo("""
                        anullsrc=r=48000:cl=mono,aformat=sample_fmts=s16,atrim=end_sample=48000[silence];
                        [0:a:0]atrim=start=0.250000000,asetpts=round(PTS-0.250000000/TB),\
                        aresample=48000:async=1:min_hard_comp=0.03:first_pts=0,\
                        aformat=sample_fmts=s16:sample_rates=48000:channel_layouts=mono,\
                        asetpts=N/SR/TB,atrim=end_sample=96000,apad=whole_len=144000[voice0];
                        [1:a:0]atrim=start=0.000000000,asetpts=round(PTS-0.000000000/TB),\
                        aresample=48000:async=1:min_hard_comp=0.03:first_pts=0,\
                        aformat=sample_fmts=s16:sample_rates=48000:channel_layouts=mono,\
                        asetpts=N/SR/TB,atrim=end_sample=96000,apad=whole_len=288000[voice1];
                        [silence][voice0][voice1]concat=n=3:v=0:a=1[sound]""");
    }

    @Test
    void aPartThatBeginsWithItsVoiceHasNoSilenceBefore() {
        var part = new LanePart(48_000, 480_000, List.of(voice(1, 2)));

        assertThat(jobs.partGraph(part)).doesNotContain("silence").endsWith("[voice0]concat=n=1:v=0:a=1[sound]");
    }

    @Test
    void aPartStopsAtTheFirstDamage() {
        var part = new LanePart(0, 480_000, List.of(voice(0, 2)));

        assertThat(jobs.part(part, Path.of("/scratch/graph"), RESULT).inputs())
                .containsExactly(
                        new FfmpegInput.Media(Voices.FILE, List.of("-xerror", "-threads", "1", "-vn", "-copyts")));
    }

    @Test
    void savingGoesOnAfterDamage() {
        assertThat(jobs.salvage(voice(0, 2), RESULT, DECODED).inputs())
                .containsExactly(new FfmpegInput.Media(Voices.FILE, List.of("-threads", "1", "-vn", "-copyts")));
    }

    @Test
    void whatIsSavedIsPlacedAndCounted() {
        assertThat(graphOf(jobs.salvage(voice(0.25, 1, 2), RESULT, DECODED)))
                .isEqualTo("[0:a:0]asplit[all][counted];"
                        + "[all]atrim=start=0.250000000,asetpts=round(PTS-0.250000000/TB),"
                        + "aresample=48000:async=1:min_hard_comp=0.03:first_pts=0,"
                        + "aformat=sample_fmts=s16:sample_rates=48000:channel_layouts=mono,"
                        + "asetpts=N/SR/TB,atrim=end_sample=96000[sound];"
                        + "[counted]atrim=start=0.250000000:end=2.250000000,asetpts=N/SR/TB,aresample=48000,"
                        + "aformat=sample_fmts=s16:channel_layouts=mono[decoded]");
    }

    @Test
    void aPlaceFarIntoAFileIsSoughtWithARunUp() {
        assertThat(jobs.salvage(voice(100, 0, 2), RESULT, DECODED).inputs())
                .containsExactly(new FfmpegInput.Media(
                        Voices.FILE,
                        List.of(
                                "-threads",
                                "1",
                                "-vn",
                                "-copyts",
                                "-noaccurate_seek",
                                "-seek_timestamp",
                                "1",
                                "-ss",
                                "99.000000000")));
    }

    @Test
    void lanesAreMixedWithoutMakingThemQuieter() {
        var job = jobs.mix(List.of(Path.of("/scratch/0"), Path.of("/scratch/1")), 480_000, RESULT);

        assertThat(graphOf(job)).isEqualTo("""
                        [0:a:0]asetpts=N/SR/TB[lane0];
                        [1:a:0]asetpts=N/SR/TB[lane1];
                        [lane0][lane1]amix=inputs=2:normalize=0,\
                        aformat=sample_fmts=flt,volume=1/8,aformat=sample_fmts=s32[sound]""");
    }

    @Test
    void aSingleLaneIsNotMixed() {
        assertThat(graphOf(jobs.mix(List.of(Path.of("/scratch/0")), 480_000, RESULT)))
                .contains("[lane0]aformat=sample_fmts=flt,volume=1/8")
                .doesNotContain("amix");
    }

    @Test
    void aWindowWithoutVoicesIsSilent() {
        assertThat(graphOf(jobs.mix(List.of(), 480_000, RESULT)))
                .isEqualTo("anullsrc=r=48000:cl=mono,aformat=sample_fmts=s16,atrim=end_sample=480000[sound]");
    }

    @Test
    void windowsAreAsLoudAsTheyWereAndLimitedInOnePiece() {
        assertThat(graphOf(jobs.encode(Path.of("/scratch/windows"), 480_000, RESULT)))
                .isEqualTo("[0:a:0]asetpts=N/SR/TB,aformat=sample_fmts=flt,volume=8,apad=pad_len=239,"
                        + "alimiter=limit=0.95:level=0:attack=5:release=50,"
                        + "atrim=start_sample=239,asetpts=N/SR/TB[sound]");
    }

    @Test
    void theMixIsEncodedAsAac() {
        assertThat(jobs.encode(Path.of("/scratch/windows"), 480_000, RESULT)
                        .outputs()
                        .getFirst()
                        .options())
                .containsSubsequence("-c:a", "aac", "-b:a", "128k", "-ar", "48000", "-ac", "1");
    }

    @Test
    void soundIsCheckedForTheSlightestDamage() {
        var job = SoundJobs.check(Path.of("/scratch/sound.aac"), 480_000);

        assertThat(job.inputs())
                .containsExactly(
                        new FfmpegInput.Media(Path.of("/scratch/sound.aac"), List.of("-xerror", "-threads", "1")));
        assertThat(job.outputs()).containsExactly(new FfmpegOutput.Discarded(List.of("-map", "0:a:0")));
    }

    private static String graphOf(FfmpegJob job) {
        return job.filters()
                .map(FilterGraph.Text.class::cast)
                .map(FilterGraph.Text::graph)
                .orElseThrow();
    }

    @Test
    void theGraphOfAPartIsReadFromAFile() {
        var part = new LanePart(0, 480_000, List.of(voice(0, 2)));

        assertThat(jobs.part(part, Path.of("/scratch/graph"), RESULT).filters())
                .isEqualTo(Optional.of(new FilterGraph.Script(Path.of("/scratch/graph"))));
    }
}
