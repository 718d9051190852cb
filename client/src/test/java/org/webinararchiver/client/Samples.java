package org.webinararchiver.client;

import java.util.UUID;

/** A recording as the API writes it. */
final class Samples {
    static final UUID ID = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");

    private Samples() {}

    static String recording(String state) {
        return """
                {"id":"%s","source":"mts-link","page":"https://my.mts-link.ru/j/1/2/record-new/3","state":"%s",
                 "outcome":null,"paused":false,"held":false,"title":"Algebra","startedAt":"2026-01-28T17:06:28+03:00",
                 "duration":"PT1H2M3.5S","options":{"start":null,"maxDuration":"PT5M",
                   "layout":"gallery","quality":"720p","chat":false,"hideSilent":true,"strict":false,"stems":true},
                 "progress":{"segments":8,"stored":3,"missing":1,"bytes":1234,"compiled":0.25},
                 "gaps":[{"kind":"MEDIA","name":null,"participant":"Anna","from":"PT1M","to":"PT2M","reason":"404"}],
                 "failure":null,
                 "artifacts":[{"name":"video.mp4","mediaType":"video/mp4","bytes":10,"duration":"PT1H",
                   "url":"/api/v1/recordings/%s/artifacts/video.mp4","createdAt":"2026-01-28T18:00:00Z"}],
                 "video":null,"createdAt":"2026-01-28T17:10:00Z","finishedAt":null}
                """.formatted(ID, state, ID).replace("\n", "");
    }

    static String event(int number, String state) {
        return "id: %d\nevent: recording\ndata: %s\n\n".formatted(number, recording(state));
    }
}
