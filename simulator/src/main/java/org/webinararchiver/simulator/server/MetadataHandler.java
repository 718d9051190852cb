package org.webinararchiver.simulator.server;

import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import org.webinararchiver.simulator.meeting.Access;
import org.webinararchiver.simulator.meeting.Meeting;

/** Answers what a recording consists of, to whom it may be told. */
final class MetadataHandler {
    private static final int FORBIDDEN = 403;
    private static final String REFUSED = "Access to the record is denied";

    private final Faults faults;
    private final ByteBody body;

    MetadataHandler(Faults faults, ByteBody body) {
        this.faults = faults;
        this.body = body;
    }

    void answer(HttpServerRequest request, Meeting meeting) {
        switch (faults.next(meeting.key(), true)) {
            case Disturbance.Instead other -> Answers.instead(request, other);
            case Disturbance.OtherBytes(var how) -> send(request, how.of(bytesOf(request, meeting)), BodyEnd.WHOLE);
            case Disturbance.Body(var end) -> answerIfAllowed(request, meeting, end);
        }
    }

    private void answerIfAllowed(HttpServerRequest request, Meeting meeting, BodyEnd end) {
        switch (meeting.access()) {
            case Access.Open open -> send(request, bytesOf(request, meeting), end);
            case Access.Closed closed -> {
                if (isAllowed(request, closed)) {
                    send(request, bytesOf(request, meeting), end);
                } else {
                    refuse(request, closed.refusal());
                }
            }
        }
    }

    private static boolean isAllowed(HttpServerRequest request, Access.Closed closed) {
        var cookie = request.getCookie("sessionId");
        return (cookie != null && cookie.getValue().equals(closed.sessionId()))
                || closed.recordAccessToken().equals(request.getParam("recordAccessToken"));
    }

    private static void refuse(HttpServerRequest request, Access.Refusal form) {
        int status =
                switch (form) {
                    case STATUS -> FORBIDDEN;
                    case BODY -> 200;
                };
        Answers.json(request.response(), status, Answers.errorBody(FORBIDDEN, REFUSED));
    }

    private void send(HttpServerRequest request, byte[] bytes, BodyEnd end) {
        request.response().putHeader("Content-Type", "application/json; charset=utf-8");
        body.send(request, bytes, end);
    }

    private static byte[] bytesOf(HttpServerRequest request, Meeting meeting) {
        return Metadata.of(meeting, base(request)).toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Files are named under the address that the simulator was asked at, so that it may be asked at any. */
    private static String base(HttpServerRequest request) {
        return "http://" + request.authority();
    }
}
