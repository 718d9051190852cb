package org.webinararchiver.platform.task;

import java.io.IOException;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.platform.catalog.Recording;
import org.webinararchiver.platform.room.NoRoom;
import org.webinararchiver.platform.room.Room;
import org.webinararchiver.platform.storage.DiskFull;
import org.webinararchiver.platform.storage.StoreFull;

/**
 * Has a handler begin nothing while there is no room, and makes an outage of whatever fails for want of it: no
 * recording fails because a disk is full.
 */
final class RoomyHandler implements TaskHandler {
    private final TaskHandler handler;
    private final Room room;

    RoomyHandler(TaskHandler handler, Room room) {
        this.handler = handler;
        this.room = room;
    }

    @Override
    public TaskKind kind() {
        return handler.kind();
    }

    @Override
    public Effect work(Attempt attempt) throws FailureException, IOException, InterruptedException {
        try {
            room.requireForWork();
            var effect = handler.work(attempt);
            room.workWasDone();
            return effect;
        } catch (NoRoom e) {
            throw new FailureException(e.failure(), e);
        } catch (StoreFull e) {
            room.storeIsFull(e.getMessage());
            throw e;
        } catch (FailureException e) {
            throw judged(e);
        } catch (IOException e) {
            if (DiskFull.isCauseOf(e)) {
                throw new FailureException(new NoRoom(e.getMessage()).failure(), e);
            }
            throw e;
        }
    }

    private FailureException judged(FailureException e) {
        var failure = e.failure();
        if (failure.reason().equals(NoRoom.REASON)) {
            room.storeIsFull(failure.message());
        }
        return failure instanceof Failure.OfAttempt && DiskFull.isSaidBy(failure.message())
                ? new FailureException(new NoRoom(failure.message()).failure(), e)
                : e;
    }

    @Override
    public void givenUp(ClaimedTask task, Recording recording, Failure failure) {
        handler.givenUp(task, recording, failure);
    }
}
