package org.webinararchiver.platform.room;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells with the readiness whether there is room. A service without room is ready all the same: it answers what there
 * is, and refuses by itself what it cannot take; its workers say that they rest.
 */
@Readiness
@ApplicationScoped
public class RoomCheck implements HealthCheck {
    private final Room room;

    public RoomCheck(Room room) {
        this.room = room;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("Room for recordings").up();
        try {
            room.requireForIntake();
            return response.withData("intake", "open").build();
        } catch (NoRoom full) {
            return response.withData("intake", "paused: " + full.getMessage() + ". " + full.advice())
                    .build();
        }
    }
}
