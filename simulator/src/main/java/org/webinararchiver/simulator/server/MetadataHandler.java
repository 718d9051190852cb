package org.webinararchiver.simulator.server;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import org.webinararchiver.simulator.meeting.Access;
import org.webinararchiver.simulator.meeting.Meeting;

/** Answers what a recording consists of, to whom it may be told. */
final class MetadataHandler {
    private static final int FORBIDDEN = 403;
    private static final String REFUSED = "Access to the record is denied";

    private final Faults faults;

    MetadataHandler(Faults faults) {
        this.faults = faults;
    }

    void answer(HttpServerRequest request, Meeting meeting) {
        var response = request.response();
        switch (faults.next(meeting.key(), true)) {
            case Disturbance.Status error -> Answers.error(response, error.status());
            case Disturbance.Busy busy -> Answers.busy(response, busy.retryAfter());
            case Disturbance.HalfOfBody half ->
                sendHalf(request, meeting)
                        .onComplete(written -> request.connection().close());
            case Disturbance.Standstill still -> sendHalf(request, meeting);
            case Disturbance.OtherBytes other -> sendOther(request, meeting, other.how());
            case Disturbance.None none -> answerIfAllowed(request, meeting);
        }
    }

    private void answerIfAllowed(HttpServerRequest request, Meeting meeting) {
        switch (meeting.access()) {
            case Access.Open open -> tell(request, meeting);
            case Access.Closed closed -> {
                if (isAllowed(request, closed)) {
                    tell(request, meeting);
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

    private static void tell(HttpServerRequest request, Meeting meeting) {
        Answers.json(request.response(), 200, Metadata.of(meeting, base(request)));
    }

    /** A metadata answer that is not ended. */
    private static Future<Void> sendHalf(HttpServerRequest request, Meeting meeting) {
        var whole = Metadata.of(meeting, base(request)).toString();
        return request.response()
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .setChunked(true)
                .write(whole.substring(0, whole.length() / 2));
    }

    private static void sendOther(HttpServerRequest request, Meeting meeting, Spoilage how) {
        var whole = Metadata.of(meeting, base(request)).toString();
        request.response()
                .putHeader("Content-Type", "application/json; charset=utf-8")
                .end(Buffer.buffer(how.of(whole.getBytes(StandardCharsets.UTF_8))));
    }

    /** Files are named under the address that the simulator was asked at, so that it may be asked at any. */
    private static String base(HttpServerRequest request) {
        return "http://" + request.authority();
    }
}
