package org.webinararchiver.api.openapi;

/** What requests and answers look like, for the description of the API. A test holds them against the real ones. */
public final class Examples {
    public static final String ID = "0199f7a4-6c1e-7d52-9c0a-5b7f0c2d9e31";

    public static final String ORGANISATION = """
            {"name": "Our school", "token": "0123456789abcdef", "since": "2025-01-31", "every": "PT1H"}""";

    public static final String LOOK = """
            {"from": "2025-01-01", "to": "2025-01-31"}""";

    public static final String SUBMISSION = """
            {
              "link": "https://my.mts-link.ru/12345678/987654321/record-new/1234567",
              "options": {
                "start": "PT10M",
                "maxDuration": "PT5M",
                "layout": "gallery",
                "quality": "720p",
                "chat": false,
                "hideSilent": true,
                "strict": false,
                "stems": false
              }
            }""";

    /** As lists have it; the brace at its end is left out. */
    private static final String FIELDS = """
            {
              "id": "0199f7a4-6c1e-7d52-9c0a-5b7f0c2d9e31",
              "source": "mts-link",
              "page": "https://my.mts-link.ru/12345678/987654321/record-new/1234567",
              "state": "PROCESSED",
              "outcome": "COMPLETE_WITH_GAPS",
              "paused": false,
              "held": false,
              "title": "Algebra",
              "startedAt": "2026-01-28T17:06:28+03:00",
              "duration": "PT1H30M",
              "options": {
                "start": null,
                "maxDuration": null,
                "layout": "auto",
                "quality": "source",
                "chat": true,
                "hideSilent": false,
                "strict": false,
                "stems": false
              },
              "progress": {"segments": 1080, "stored": 1079, "missing": 1, "bytes": 734003200, "compiled": 1.0},
              "failure": null,
              "video": "/api/v1/recordings/0199f7a4-6c1e-7d52-9c0a-5b7f0c2d9e31/artifacts/video.mp4",
              "createdAt": "2026-01-29T08:00:00Z",
              "finishedAt": "2026-01-29T08:07:12.5Z\"""";

    public static final String SUMMARY = FIELDS + "}";

    public static final String RECORDING = FIELDS + """
              ,
              "gaps": [
                {
                  "kind": "MEDIA",
                  "name": null,
                  "participant": "Anna",
                  "from": "PT5M",
                  "to": "PT5M5S",
                  "reason": "The file is gone."
                }
              ],
              "artifacts": [
                {
                  "name": "video.mp4",
                  "mediaType": "video/mp4",
                  "bytes": 702545920,
                  "duration": "PT1H30M",
                  "url": "/api/v1/recordings/0199f7a4-6c1e-7d52-9c0a-5b7f0c2d9e31/artifacts/video.mp4",
                  "createdAt": "2026-01-29T08:07:12Z"
                }
              ]
            }""";

    public static final String LIST = "{\"recordings\": [" + SUMMARY + "], \"next\": \"AQGZ96RsHn1SnApbfwwtnjE\"}";

    public static final String TIMELINE = """
            {
              "title": "Algebra",
              "startedAt": "2026-01-28T17:06:28+03:00",
              "duration": "PT1H30M",
              "scenes": [
                {
                  "from": "PT0S",
                  "until": "PT5M",
                  "stage": {"kind": "CAMERA", "track": null, "slide": null, "person": {"name": "Anna", "seen": true}},
                  "people": [],
                  "more": 0,
                  "messages": 1
                },
                {
                  "from": "PT5M",
                  "until": "PT5M5S",
                  "stage": {"kind": "NOTHING", "track": null, "slide": null, "person": null},
                  "people": [],
                  "more": 0,
                  "messages": 0
                },
                {
                  "from": "PT5M5S",
                  "until": "PT12M",
                  "stage": {"kind": "CAMERA", "track": null, "slide": null, "person": {"name": "Anna", "seen": true}},
                  "people": [],
                  "more": 0,
                  "messages": 0
                },
                {
                  "from": "PT12M",
                  "until": "PT1H30M",
                  "stage": {"kind": "SCREEN", "track": "screen-2", "slide": null, "person": null},
                  "people": [{"name": "Anna", "seen": true}],
                  "more": 0,
                  "messages": 0
                }
              ],
              "tracks": [
                {
                  "id": "conference-1",
                  "kind": "PERSON",
                  "person": "Anna",
                  "clips": [
                    {"from": "PT0S", "until": "PT5M", "seen": true},
                    {"from": "PT5M5S", "until": "PT1H30M", "seen": true}
                  ]
                },
                {
                  "id": "screen-2",
                  "kind": "SCREEN",
                  "person": "Anna",
                  "clips": [{"from": "PT12M", "until": "PT1H30M", "seen": true}]
                }
              ],
              "slides": [{"name": "7", "from": "PT15M", "until": "PT16M30S"}],
              "gaps": [{"track": "conference-1", "person": "Anna", "from": "PT5M", "until": "PT5M5S"}],
              "messages": [{"kind": "CHAT", "at": "PT2M10S", "author": "Vera", "text": "Good morning!"}]
            }""";

    public static final String BATCH = """
            {
              "recordings": [
                {"link": "https://my.mts-link.ru/12345678/987654321/record-new/1234567"},
                {"link": "https://my.mts-link.ru/12345678/987654321/record-new/1234568", "options": {"layout": "audio"}}
              ],
              "options": {"quality": "720p"}
            }""";

    public static final String TEXT_BATCH = """
            # Algebra, spring
            Lecture 1 | https://my.mts-link.ru/12345678/987654321/record-new/1234567
            Lecture 2 | https://my.mts-link.ru/12345678/987654321/record-new/1234568
            Lecture 3 | still to come
            """;

    public static final String BATCH_ANSWER = """
            {
              "accepted": [
                {
                  "line": 2,
                  "id": "0199f7a4-6c1e-7d52-9c0a-5b7f0c2d9e31",
                  "link": "https://my.mts-link.ru/12345678/987654321/record-new/1234567"
                },
                {
                  "line": 3,
                  "id": "0199f7a4-6c22-7b10-8f4e-3c1d2e5a6b70",
                  "link": "https://my.mts-link.ru/12345678/987654321/record-new/1234568"
                }
              ],
              "refused": [
                {
                  "line": 4,
                  "text": "Lecture 3 | still to come",
                  "reason": "no-link",
                  "message": "no link; one begins with https:// or http://"
                }
              ]
            }""";

    public static final String EVENTS = """
            id:81234
            event:recording
            data:{"id":"0199f7a4-6c1e-7d52-9c0a-5b7f0c2d9e31","state":"DOWNLOADING","progress":{"segments":1080,"stored":17,"missing":0,"bytes":11534336,"compiled":0.0}}

            :
            """;

    public static final String PROBLEM = """
            {
              "type": "urn:webinar-archiver:problem:not-found",
              "title": "Not Found",
              "status": 404,
              "detail": "There is nothing here, or not yet; check the id and, of a video, whether it is finished."
            }""";

    private Examples() {}
}
