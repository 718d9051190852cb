package org.webinararchiver.platform.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.core.task.Transition;
import org.webinararchiver.platform.PlatformTest;
import org.webinararchiver.platform.Samples;
import org.webinararchiver.platform.catalog.PartToRender;
import org.webinararchiver.platform.catalog.Parts;
import org.webinararchiver.platform.catalog.Recording;
import org.webinararchiver.platform.catalog.RenderProgress;
import org.webinararchiver.platform.catalog.StoredPart;
import org.webinararchiver.platform.standing.Standings;

@PlatformTest
class DividedRecordingTest extends PipelineUnderTest {
    @Inject
    Parts parts;

    @Inject
    Standings standings;

    @Test
    void aDividedRecordingIsPutTogetherWhenItsLastPartHasEndedAndOnlyOnce() {
        processing();
        onLocked(found -> pipeline.divided(found, "script", threeParts()));
        assertThat(open(TaskKind.RENDER)).isEqualTo(3);
        endPart("a");
        endPart("b");
        assertThat(open(TaskKind.ASSEMBLE)).isZero();
        endPart("c");
        assertThat(open(TaskKind.ASSEMBLE)).isEqualTo(1);
        assertThat(rendered()).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void whatWasMadeAlongTheWayIsNotRendered() {
        processing();
        var ready = PartToRender.ready(1, Duration.ofMinutes(1), new PartToRender.Ready("ready", "note"));
        onLocked(found -> pipeline.divided(found, "script", List.of(part(0), ready)));
        assertThat(open(TaskKind.RENDER)).isEqualTo(1);
        endPart("a");
        assertThat(open(TaskKind.ASSEMBLE)).isEqualTo(1);
        assertThat(rendered()).containsExactly("a", "ready");
    }

    @Test
    void aPartThatIsMadeOfOthersIsRenderedWhenTheLastOfThoseIs() {
        processing();
        onLocked(found ->
                pipeline.divided(found, "script", List.of(part(0), part(1), part(2), PartToRender.madeOf(1, 3))));
        assertThat(open(TaskKind.RENDER)).isEqualTo(3);
        endPart("picture");
        endPart("first sound");
        assertThat(open(TaskKind.RENDER)).isEqualTo(1);
        endPart("second sound");
        assertThat(open(TaskKind.RENDER)).isEqualTo(1);
        assertThat(open(TaskKind.ASSEMBLE)).isZero();
        endPart("whole sound");
        assertThat(open(TaskKind.RENDER)).isZero();
        assertThat(open(TaskKind.ASSEMBLE)).isEqualTo(1);
        assertThat(rendered()).containsExactly("picture", "first sound", "second sound", "whole sound");
    }

    @Test
    void aPartThatIsMadeOfOthersWaitsForNoneBesideThem() {
        processing();
        onLocked(found -> pipeline.divided(found, "script", List.of(part(1), PartToRender.madeOf(1, 2), part(0))));
        endPart("the only sound");
        assertThat(open(TaskKind.RENDER)).isEqualTo(2);
        endPart("picture");
        endPart("whole sound");
        assertThat(open(TaskKind.ASSEMBLE)).isEqualTo(1);
    }

    @Test
    void whatOthersWereMadeOfIsNotRenderedAgainWhenItIsDividedInTheSameWay() {
        processing();
        var wanted = List.of(part(0), part(1), PartToRender.madeOf(0, 2));
        onLocked(found -> pipeline.divided(found, "script", wanted));
        endPart("first sound");
        endPart("second sound");
        onLocked(found -> ledger.cancelOpen(found.id()));
        onLocked(found -> pipeline.divided(found, "script", wanted));
        assertThat(open(TaskKind.RENDER)).isEqualTo(1);
        endPart("whole sound");
        assertThat(rendered()).containsExactly("first sound", "second sound", "whole sound");
    }

    @Test
    void whoeverDividesItAgainInTheSameWayKeepsWhatWasRendered() {
        processing();
        onLocked(found -> pipeline.divided(found, "script", threeParts()));
        endPart("a");
        onLocked(found -> ledger.cancelOpen(found.id()));
        onLocked(found -> pipeline.divided(found, "script", threeParts()));
        assertThat(open(TaskKind.RENDER)).isEqualTo(2);
        assertThat(rendered()).containsExactly("a");
        endPart("b");
        endPart("c");
        assertThat(open(TaskKind.ASSEMBLE)).isEqualTo(1);
    }

    @Test
    void whatWasRenderedByAnotherScriptIsForgotten() {
        processing();
        onLocked(found -> pipeline.divided(found, "script", threeParts()));
        endPart("a");
        onLocked(found -> ledger.cancelOpen(found.id()));
        onLocked(found -> pipeline.divided(found, "another script", List.of(part(0), part(1))));
        assertThat(open(TaskKind.RENDER)).isEqualTo(2);
        assertThat(rendered()).isEmpty();
        assertThat(transactions.call(() -> parts.ofRecording(recording)))
                .extracting(StoredPart::number, StoredPart::script)
                .containsExactly(tuple(0, "another script"), tuple(1, "another script"));
    }

    @Test
    void whatNobodyUnderstandsIsLaidOutAgain() {
        processing();
        onLocked(found -> pipeline.divided(found, "script of another version", threeParts()));
        var task = claim(TaskKind.RENDER);
        onLocked(found -> {
            ledger.apply(task.id(), new Transition.Succeed(task.fence()));
            pipeline.layOutAgain(found);
        });
        assertThat(open(TaskKind.RENDER)).isZero();
        assertThat(open(TaskKind.COMPILE)).isEqualTo(1);
    }

    @Test
    void howFarItIsIsCountedInRenderedSeconds() {
        processing();
        onLocked(found -> pipeline.divided(found, "script", List.of(part(0), part(1), part(2), part(3))));
        assertThat(compiled()).isLessThan(0.1);
        endPart("a");
        var task = claim(TaskKind.RENDER);
        transactions.run(() -> ledger.extend(task, Duration.ofMinutes(5), 0.5));
        assertThat(transactions.call(() -> parts.progress(List.of(recording))).get(recording))
                .isEqualTo(new RenderProgress(4, 240, 90));
        assertThat(compiled()).isBetween(0.3, 0.45);
    }

    private double compiled() {
        return transactions
                .call(() -> standings.of(List.of(recording)))
                .getFirst()
                .compiled();
    }

    private static List<PartToRender> threeParts() {
        return List.of(part(0), part(1), part(2));
    }

    private static PartToRender part(int number) {
        return PartToRender.of(number, Duration.ofMinutes(1));
    }

    private List<String> rendered() {
        return transactions.call(() -> parts.ofRecording(recording)).stream()
                .flatMap(part -> part.objectKey().stream())
                .toList();
    }

    private void processing() {
        recording = transactions.call(() -> {
            var made =
                    new Recording(UUID.randomUUID(), "somebody", Samples.link().link());
            made.planned(Samples.manifest(1), "manifest-key");
            made.downloaded();
            made.processing();
            recordings.persistAndFlush(made);
            return made.id();
        });
    }

    private void endPart(String key) {
        var task = claim(TaskKind.RENDER);
        onLocked(found -> {
            ledger.apply(task.id(), new Transition.Succeed(task.fence()));
            parts.wantedBy(task.id()).orElseThrow().stored(key, "note");
            pipeline.partEnded(found);
        });
    }
}
