package org.webinararchiver.api.problem;

import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.webinararchiver.platform.room.NoRoom;

/** Tells whoever submits that nothing can be stored just now. */
public final class NoRoomMapper {
    private static final int INSUFFICIENT_STORAGE = 507;

    @ServerExceptionMapper
    public Response noRoom(NoRoom full) {
        return Problem.of(INSUFFICIENT_STORAGE, NoRoom.REASON, full.getMessage() + ".", full.advice())
                .response();
    }
}
