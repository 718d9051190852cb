package org.webinararchiver.simulator.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.webinararchiver.simulator.tone.ToneReading;

class TruthTest {
    private static final Moment.Visible CAMERA = new Moment.Visible(1, Duration.ofMillis(40));

    private final Truth truth = Meeting.named("rivers")
            .lecturer(
                    "Anna",
                    anna -> anna.camera(at(1), lasting(4))
                            .screen(at(2), lasting(1), PictureSpec.SCREEN)
                            .silentCamera(at(8), lasting(2), PictureSpec.CAMERA))
            .participant("Boris", boris -> boris.microphone(at(3.5), lasting(3.5)))
            .written()
            .truth();

    @Test
    void whatIsRecordedIsSeenFromItsFirstInstantToBeforeItsEnd() {
        assertThat(truth.at(Duration.ofMillis(999)).visible()).isEmpty();
        assertThat(truth.at(at(1)).visible()).containsExactly(CAMERA);
        assertThat(truth.at(at(2)).visible()).extracting(Moment.Visible::source).containsExactlyInAnyOrder(1, 129);
        assertThat(truth.at(Duration.ofMillis(4_999)).visible()).containsExactly(CAMERA);
        assertThat(truth.at(at(5)).visible()).isEmpty();
    }

    @Test
    void everySecondBeginsInSilence() {
        assertThat(truth.at(Duration.ofMillis(4_099)).audible()).isEmpty();
        assertThat(truth.at(Duration.ofMillis(4_100)).audible())
                .containsExactlyInAnyOrder(new ToneReading(1, 4), new ToneReading(2, 4));
    }

    @Test
    void aMicrophoneAloneIsHeardAndNotSeenAndASilentCameraIsSeenAndNotHeard() {
        assertThat(truth.at(at(6.5))).isEqualTo(moment(at(6.5), Set.of(), Set.of(new ToneReading(2, 6))));
        assertThat(truth.at(at(8.5))).isEqualTo(moment(at(8.5), Set.of(CAMERA), Set.of()));
    }

    @Test
    void instantsKeepClearOfCutsAndOfTheBeginningsOfSeconds() {
        var instants = truth.instants(Duration.ofMillis(70));
        assertThat(instants).hasSizeGreaterThan(50).isSorted().doesNotHaveDuplicates();
        assertThat(instants).allSatisfy(instant -> {
            assertThat(instant.toMillisPart()).isBetween(200, 900);
            assertThat(instant.minus(at(3.5)).abs()).isGreaterThanOrEqualTo(Duration.ofMillis(150));
            assertThat(instant).isLessThan(truth.duration());
        });
    }

    @Test
    void onlySecondsThatSomebodySpeaksThroughHaveAnOnset() {
        assertThat(truth.onsets())
                .containsExactly(
                        new Onset(1, 1),
                        new Onset(1, 2),
                        new Onset(1, 3),
                        new Onset(1, 4),
                        new Onset(2, 4),
                        new Onset(2, 5),
                        new Onset(2, 6));
    }

    @Test
    void theSameScriptIsTheSameMeetingAndAnotherKeyHasOtherIds() {
        assertThat(SampleMeetings.demo()).isEqualTo(SampleMeetings.demo());
        assertThat(SampleMeetings.all()).extracting(Meeting::ids).doesNotHaveDuplicates();
        assertThat(SampleMeetings.all())
                .flatExtracting(Meeting::takes)
                .extracting(Take::file)
                .doesNotHaveDuplicates();
    }

    @Test
    void consecutiveFilesAdjoinAndTheLastIsTheRest() {
        var meeting = Meeting.named("files")
                .lecturer("Anna", anna -> anna.cameraInFiles(at(1), at(12), lasting(5)))
                .written();
        assertThat(meeting.takes()).extracting(Take::at).containsExactly(at(1), at(6), at(11));
        assertThat(meeting.takes().getLast().end()).isEqualTo(at(12));
        assertThat(meeting.duration()).isEqualTo(at(12));
    }

    @Test
    void aTakeThatEndsAfterTheRecordingIsRefused() {
        var script = Meeting.named("long").lastingInAll(3).lecturer("Anna", anna -> anna.camera(at(0), lasting(3.001)));
        assertThatThrownBy(script::written).hasMessageContaining("after the recording");
    }

    private static Moment moment(Duration at, Set<Moment.Visible> visible, Set<ToneReading> audible) {
        return new Moment(at, visible, audible, Optional.empty());
    }

    @Test
    void whatAFileHoldsBeyondItsTakeIsNotWhatHappened() {
        var truth = SampleMeetings.withCuts().truth();
        assertThat(truth.at(at(5.5)).visible()).hasSize(1);
        assertThat(truth.at(at(6.5)).visible()).isEmpty();
        assertThat(truth.at(at(7.5)).visible()).isEmpty();
        assertThat(truth.at(at(8.5)).visible()).hasSize(1);
        var takes = SampleMeetings.withCuts().takes();
        assertThat(takes.getFirst().whole().end()).isEqualTo(at(9));
        assertThat(takes.getLast().whole().at()).isEqualTo(at(5.5));
    }
}
