package org.webinararchiver.api.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What is noted when somebody does it. */
public enum Action {
    SUBMIT("recording.submit", "POST", "/api/v1/recordings"),
    SUBMIT_BATCH("recording.submit-batch", "POST", "/api/v1/recordings/batch"),
    CANCEL("recording.cancel", "POST", "/api/v1/recordings/{id}/cancel"),
    RETRY("recording.retry", "POST", "/api/v1/recordings/{id}/retry"),
    PAUSE("recording.pause", "POST", "/api/v1/recordings/{id}/pause"),
    RESUME("recording.resume", "POST", "/api/v1/recordings/{id}/resume"),
    HOLD("recording.hold", "POST", "/api/v1/recordings/{id}/hold"),
    RELEASE("recording.release", "POST", "/api/v1/recordings/{id}/release"),
    REMOVE("recording.remove", "DELETE", "/api/v1/recordings/{id}"),
    ADD_ORGANISATION("organisation.add", "POST", "/api/v1/organisations"),
    REMOVE_ORGANISATION("organisation.remove", "DELETE", "/api/v1/organisations/{id}"),
    LOOK("organisation.look", "POST", "/api/v1/organisations/{id}/look"),
    TOLD("organisation.told", "POST", "/api/v1/webhooks/mts-link/{id}/{secret}"),
    CREATE_KEY("key.create"),
    LIMIT_KEY("key.limit"),
    REVOKE_KEY("key.revoke"),
    /** Something was to be seen or taken; it is noted only where it was refused at the door. */
    READ("read"),
    /** A request of another kind. */
    OTHER("other");

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final List<Action> ALL = List.of(values());

    private final String word;
    private final String method;
    private final Pattern path;

    Action(String word) {
        this(word, "", "");
    }

    Action(String word, String method, String path) {
        this.word = word;
        this.method = method;
        this.path = Pattern.compile(path.replaceAll("\\{[a-z]+}", "[^/]+") + "/?");
    }

    /**
     * What a request is for. Nothing of its path is kept, in which there may be a secret.
     *
     * @param path normalised, without a query
     */
    public static Action of(String requestMethod, String requestPath) {
        if (READING.contains(requestMethod)) {
            return READ;
        }
        return ALL.stream()
                .filter(action -> action.method.equals(requestMethod)
                        && action.path.matcher(requestPath).matches())
                .findFirst()
                .orElse(OTHER);
    }

    boolean isOfARecording() {
        return word.startsWith("recording.");
    }

    static Optional<Action> named(String word) {
        return Arrays.stream(values())
                .filter(action -> action.word.equals(word))
                .findFirst();
    }

    /** As it is kept and shown. */
    public String word() {
        return word;
    }
}
