package org.webinararchiver.platform.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.platform.PlatformTest;
import org.webinararchiver.platform.Samples;
import org.webinararchiver.platform.intake.Intake;
import org.webinararchiver.platform.room.NoRoom;
import org.webinararchiver.platform.room.Room;
import org.webinararchiver.platform.standing.Backlog;
import org.webinararchiver.platform.storage.StoreFull;

/** Work that fails for want of room was no attempt, and a store that is full closes the intake until it is not. */
@PlatformTest
class RoomyHandlerTest {
    private static final Effect NOTHING = recording -> {};
    private static final String FULL = "The object store failed to store x: XMinioStorageFull";

    @Inject
    Room room;

    @Inject
    Intake intake;

    @Inject
    Backlog backlog;

    @AfterEach
    void thereIsRoom() {
        room.workWasDone();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/scratch/fetch-1: No space left on device",
                "Disk quota exceeded",
                "There is not enough space on the disk"
            })
    void aFullDiskIsAnOutage(String words) {
        assertThat(failureOf(attempt -> {
                    throw new IOException("write failed", new IOException(words));
                }))
                .isInstanceOf(Failure.OurOutage.class)
                .extracting(Failure::reason)
                .isEqualTo("storage-full");
    }

    @Test
    void soIsOneThatAProgramOfOursMet() {
        assertThat(failureOf(attempt -> {
                    throw new FailureException(new Failure.Retryable(
                            "ffmpeg-failed", "ffmpeg failed: video.mp4: No space left on device", "None."));
                }))
                .isInstanceOf(Failure.OurOutage.class);
        intakeIsOpen();
    }

    @Test
    void whatElseBreaksStaysAsItIs() {
        assertThatIOException()
                .isThrownBy(() -> handler(attempt -> {
                            throw new IOException("Connection reset");
                        })
                        .work(attempt()))
                .withMessage("Connection reset");
        assertThat(failureOf(attempt -> {
                    throw new FailureException(new Failure.OfTask("gone", "The file is gone.", "None."));
                }))
                .isInstanceOf(Failure.OfTask.class);
    }

    @Test
    void aStoreThatIsFullClosesTheIntakeUntilSomethingWasDone() throws Exception {
        assertThatExceptionOfType(StoreFull.class)
                .isThrownBy(() -> handler(attempt -> {
                            throw new StoreFull(FULL);
                        })
                        .work(attempt()));
        assertThatExceptionOfType(NoRoom.class)
                .isThrownBy(() -> intake.submit("anna", Samples.link()))
                .withMessage(FULL);
        assertThat(backlog.workersWithoutRoom()).isOne();
        assertThat(handler(attempt -> NOTHING).work(attempt())).isSameAs(NOTHING);
        intakeIsOpen();
        assertThat(backlog.workersWithoutRoom()).isZero();
    }

    @Test
    void soDoesABatchThatMetIt() {
        assertThat(failureOf(attempt -> {
                    throw new FailureException(new StoreFull(FULL).failure());
                }))
                .isInstanceOf(Failure.OurOutage.class);
        assertThatExceptionOfType(NoRoom.class).isThrownBy(() -> intake.submit("anna", Samples.link()));
    }

    @Test
    void whatIsFoundInListsIsTakenInAllTheSame() {
        room.storeIsFull(FULL);
        assertThat(intake.offer("anna", Samples.link())).isTrue();
    }

    private void intakeIsOpen() {
        assertThatCode(() -> intake.submit("anna", Samples.link())).doesNotThrowAnyException();
    }

    private Failure failureOf(ScriptedHandler.Way way) {
        try {
            handler(way).work(attempt());
        } catch (FailureException e) {
            return e.failure();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("another failure was expected", e);
        }
        throw new AssertionError("a failure was expected");
    }

    private TaskHandler handler(ScriptedHandler.Way way) {
        return new RoomyHandler(new ScriptedHandler(way), room);
    }

    private static Attempt attempt() {
        var task = new ClaimedTask(UUID.randomUUID(), UUID.randomUUID(), TaskKind.FETCH, 1, 1);
        return new Attempt() {
            @Override
            public ClaimedTask task() {
                return task;
            }

            @Override
            public void progress(double done) {}
        };
    }
}
