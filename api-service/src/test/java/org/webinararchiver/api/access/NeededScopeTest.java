package org.webinararchiver.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeededScopeTest {

    @ParameterizedTest
    @CsvSource({
        "POST,   /api/v1/recordings,                   SUBMIT",
        "POST,   /api/v1/recordings/batch,             SUBMIT",
        "GET,    /api/v1/recordings,                   READ",
        "GET,    /api/v1/recordings/17,                READ",
        "GET,    /api/v1/recordings/17/events,         READ",
        "GET,    /api/v1/recordings/events,            READ",
        "GET,    /api/v1/recordings/17/artifacts/a.mp4,READ",
        "HEAD,   /api/v1/recordings/17/artifacts/a.mp4,READ",
        "POST,   /api/v1/recordings/17/cancel,         SUBMIT",
        "POST,   /api/v1/recordings/17/retry,          SUBMIT",
        "POST,   /api/v1/recordings/17/pause,          SUBMIT",
        "POST,   /api/v1/recordings/17/resume,         SUBMIT",
        "POST,   /api/v1/recordings/17/hold,           SUBMIT",
        "POST,   /api/v1/recordings/17/release,        SUBMIT",
        "DELETE, /api/v1/recordings/17,                ADMIN",
        "GET,    /api/v1/organisations,                ADMIN",
        "POST,   /api/v1/organisations,                ADMIN",
        "POST,   /api/v1/organisations/17/look,        ADMIN",
        "GET,    /api/v1/audit,                        ADMIN",
        "GET,    /q/openapi,                           READ",
        "GET,    /q/swagger-ui/index.html,             READ",
    })
    void everyRequestNeedsAScope(String method, String path, Scope needed) {
        assertThat(NeededScope.of(method, path)).isEqualTo(needed);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT,   /api/v1/recordings/17",
        "POST,  /api/v1/recordings/17/whatever",
        "GET,   /api/v1/recordingsx",
        "GET,   /api;x/v1/recordings",
        "GET,   /q/openapix",
        "GET,   /q/metrics",
        "GET,   /",
        "TRACE, /api/v1/recordings",
    })
    void whatIsNotKnownNeedsTheHighest(String method, String path) {
        assertThat(NeededScope.of(method, path)).isEqualTo(Scope.ADMIN);
    }
}
