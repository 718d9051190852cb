package org.webinararchiver.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FaultTest {
    private static final Disturbance NONE = Disturbance.NONE;

    @Test
    void failingFirstEndsAfterSoManyRequests() {
        var error = new Disturbance.Status(503);
        assertThat(firstFour(new Fault.FailFirst(2, 503))).containsExactly(error, error, NONE, NONE);
    }

    @Test
    void beingBusyFirstEndsAfterSoManyRequests() {
        var busy = new Disturbance.Busy(30);
        assertThat(firstFour(new Fault.BusyFirst(2, 30))).containsExactly(busy, busy, NONE, NONE);
        assertThatThrownBy(() -> new Fault.BusyFirst(0, 30)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Fault.BusyFirst(1, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsMissingStaysMissing() {
        assertThat(firstFour(new Fault.Missing())).containsOnly(new Disturbance.Status(404));
    }

    @Test
    void onlyTheFirstAnswerIsTruncated() {
        assertThat(firstFour(new Fault.TruncatedOnce()))
                .containsExactly(new Disturbance.Body(BodyEnd.BREAKS_OFF), NONE, NONE, NONE);
    }

    @Test
    void whatIsSpoiltIsWholeAfterSoManyRequestsOrNever() {
        var spoilt = new Disturbance.OtherBytes(Spoilage.EMPTY);
        assertThat(firstFour(new Fault.Spoilt(2, Spoilage.EMPTY))).containsExactly(spoilt, spoilt, NONE, NONE);
        assertThat(firstFour(Fault.Spoilt.forEver(Spoilage.EMPTY))).containsOnly(spoilt);
        assertThatThrownBy(() -> new Fault.Spoilt(0, Spoilage.EMPTY)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aStallEndsAfterSoManyRequests() {
        var stall = new Disturbance.Body(BodyEnd.STANDS_STILL);
        assertThat(firstFour(new Fault.StallsFirst(2))).containsExactly(stall, stall, NONE, NONE);
    }

    static Stream<Arguments> first() {
        return Stream.of(
                arguments(new Fault.DripsFirst(2), new Disturbance.Body(BodyEnd.DRIPS)),
                arguments(new Fault.BoastsFirst(2), new Disturbance.Body(BodyEnd.FALLS_SHORT)),
                arguments(new Fault.LoopsFirst(2), new Disturbance.Loop()),
                arguments(new Fault.BombsFirst(2), new Disturbance.Packed()));
    }

    @ParameterizedTest
    @MethodSource("first")
    void whatTheFirstAnswersDoLaterOnesDoNot(Fault fault, Disturbance disturbance) {
        assertThat(firstFour(fault)).containsExactly(disturbance, disturbance, NONE, NONE);
    }

    @Test
    void aFaultThatNoRequestMeetsIsRefused() {
        assertThatThrownBy(() -> new Fault.DripsFirst(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Fault.BoastsFirst(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Fault.LoopsFirst(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Fault.BombsFirst(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void faultsInTurnAreMetOneAfterTheOther() {
        assertThat(firstFour(
                        Fault.InTurn.of(new Fault.FailFirst(1, 503), new Fault.Missing(), new Fault.LoopsFirst(7))))
                .containsExactly(
                        new Disturbance.Status(503), new Disturbance.Status(404), new Disturbance.Loop(), NONE);
    }

    @Test
    void aRandomFailureIsTheSameForTheSameSeedAndAnotherForAnother() {
        assertThat(thousand(new Fault.AtRandom(1, 0.3, 503)))
                .isEqualTo(thousand(new Fault.AtRandom(1, 0.3, 503)))
                .isNotEqualTo(thousand(new Fault.AtRandom(2, 0.3, 503)));
    }

    @Test
    void aRandomFailureComesAboutAsOftenAsItsChanceSays() {
        var error = new Disturbance.Status(503);
        assertThat(thousand(new Fault.AtRandom(1, 0.3, 503)))
                .filteredOn(error::equals)
                .hasSizeBetween(250, 350);
        assertThat(thousand(new Fault.AtRandom(1, 0, 503))).containsOnly(NONE);
        assertThat(thousand(new Fault.AtRandom(1, 1, 503))).containsOnly(error);
    }

    @Test
    void onlyRequestsThatCountAndWentWrongAreCounted() {
        var faults = new Faults();
        faults.put("file", new Fault.FailFirst(2, 500));
        faults.next("file", false);
        assertThat(faults.met("file")).isZero();
        for (int i = 0; i < 4; i++) {
            faults.next("file", true);
        }
        assertThat(faults.met("file")).isEqualTo(2);
        assertThat(faults.met("other")).isZero();
    }

    @Test
    void aHeadRequestIsToldWhatTheNextRequestMeetsAndDoesNotCount() {
        var faults = new Faults();
        faults.put("file", new Fault.FailFirst(1, 500));
        assertThat(faults.next("file", false)).isEqualTo(new Disturbance.Status(500));
        assertThat(faults.next("file", true)).isEqualTo(new Disturbance.Status(500));
        assertThat(faults.next("file", false)).isEqualTo(NONE);
        assertThat(faults.next("other", true)).isEqualTo(NONE);
    }

    @Test
    void aFailureWithAStatusOfSuccessIsRefused() {
        assertThatThrownBy(() -> new Fault.FailFirst(1, 200)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Fault.FailFirst(0, 500)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Fault.StallsFirst(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Fault.AtRandom(1, 0.5, 200)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Fault.AtRandom(1, 1.1, 500)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Fault.AtRandom(1, Double.NaN, 500)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Disturbance> thousand(Fault fault) {
        return IntStream.range(0, 1000).mapToObj(fault::at).toList();
    }

    private static List<Disturbance> firstFour(Fault fault) {
        return IntStream.range(0, 4).mapToObj(fault::at).toList();
    }
}
