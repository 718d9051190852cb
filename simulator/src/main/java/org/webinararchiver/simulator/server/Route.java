package org.webinararchiver.simulator.server;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a path of the platform leads to. */
sealed interface Route {

    PathKind kind();

    /** The list of meetings. */
    record Home() implements Route {
        @Override
        public PathKind kind() {
            return PathKind.PAGE;
        }
    }

    /** The page of a recording, which is what its link leads to. */
    record RecordingPage(long eventSession) implements Route {
        @Override
        public PathKind kind() {
            return PathKind.PAGE;
        }
    }

    /** The metadata of one of a session's recordings. */
    record Flow(long eventSession, long recordFile) implements Route {
        @Override
        public PathKind kind() {
            return PathKind.METADATA;
        }
    }

    /** The metadata of a session's only or newest recording. */
    record SessionRecord(long eventSession) implements Route {
        @Override
        public PathKind kind() {
            return PathKind.METADATA;
        }
    }

    /** A media file by its name. */
    record MediaFile(String file) implements Route {
        @Override
        public PathKind kind() {
            return PathKind.MEDIA;
        }
    }

    /**
     * A playlist of a take's twin, or something that one leads to.
     *
     * @param rest what stands behind the twin's own address
     */
    record Twin(String file, String rest) implements Route {
        @Override
        public PathKind kind() {
            return rest.endsWith(".m3u8") ? PathKind.PLAYLIST : PathKind.PIECE;
        }
    }

    /** A slide's picture, or for number 0 the deck itself. */
    record Handout(long eventSession, int deck, int number) implements Route {
        boolean isDeck() {
            return number == 0;
        }

        @Override
        public PathKind kind() {
            return PathKind.HANDOUT;
        }
    }

    /** The list of all that the organisation has recorded. */
    record Records() implements Route {
        @Override
        public PathKind kind() {
            return PathKind.ORGANISATION;
        }
    }

    record Nowhere() implements Route {
        @Override
        public PathKind kind() {
            return PathKind.OTHER;
        }
    }

    static Route of(String path) {
        if (path.equals("/")) {
            return new Home();
        }
        if (path.equals("/v3/records")) {
            return new Records();
        }
        var flow = Paths.FLOW.matcher(path);
        if (flow.matches()) {
            return new Flow(number(flow, 1), number(flow, 2));
        }
        var session = Paths.SESSION_RECORD.matcher(path);
        if (session.matches()) {
            return new SessionRecord(number(session, 1));
        }
        var file = Paths.MEDIA_FILE.matcher(path);
        if (file.matches()) {
            return new MediaFile(file.group(1));
        }
        var twin = Paths.TWIN.matcher(path);
        if (twin.matches()) {
            return new Twin(twin.group(1), twin.group(2));
        }
        var handout = Paths.HANDOUT.matcher(path);
        if (handout.matches()) {
            var number = handout.group(3) == null ? 0 : number(handout, 3);
            return new Handout(number(handout, 1), (int) number(handout, 2), (int) number);
        }
        var page = Paths.PAGE.matcher(path);
        return page.matches() ? new RecordingPage(number(page, 1)) : new Nowhere();
    }

    private static long number(Matcher matcher, int group) {
        return Long.parseLong(matcher.group(group));
    }

    /** The forms of path. */
    final class Paths {
        private static final Pattern FLOW =
                Pattern.compile("/api/event-sessions/(\\d{1,18})/record-files/(\\d{1,18})/flow");
        private static final Pattern SESSION_RECORD = Pattern.compile("/api/eventsessions/(\\d{1,18})/record");
        private static final Pattern MEDIA_FILE =
                Pattern.compile("/api-storage/files/wowza/\\d{4}/\\d{2}/\\d{2}/([0-9a-f]{32})\\.mp4");
        private static final Pattern TWIN =
                Pattern.compile("/record/\\d{4}/\\d{2}/\\d{2}/([0-9a-f]{32})\\.mp4/([a-z0-9/.]{1,40})");
        private static final Pattern HANDOUT =
                Pattern.compile("/api-storage/files/webinar/(\\d{1,18})/(\\d{1,4})/(?:(\\d{1,4})\\.png|deck\\.pptx)");
        private static final Pattern PAGE = Pattern.compile(
                "(?:/j)?/[^/]+/[^/]+/(?:record-new|record)/(\\d{1,18})(?:/record-file/\\d{1,18})?(?:/[0-9a-f]{32})?/?");

        private Paths() {}
    }
}
