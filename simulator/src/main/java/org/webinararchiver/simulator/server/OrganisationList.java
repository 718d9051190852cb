package org.webinararchiver.simulator.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.HttpServerRequest;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.webinararchiver.simulator.meeting.Access;
import org.webinararchiver.simulator.meeting.Meeting;

/**
 * The list of an organisation's recordings, {@code GET /v3/records}, to whoever shows the organisation's token. A
 * private recording that was shared by token is listed with its token; one that was not, without.
 */
public final class OrganisationList {
    /** Opens the list, in the header {@code x-auth-token}. */
    public static final String TOKEN = "5e1f0a7c9b3d4e6f8a2b1c0d9e8f7a6b";

    static final String KEY = "organisation";
    private static final int MOST_A_PAGE = 1000;

    private final List<Listed> listed = new CopyOnWriteArrayList<>();
    private final Faults faults;
    private volatile int answeredUpTo = Integer.MAX_VALUE;

    OrganisationList(List<Meeting> meetings, Faults faults) {
        this.faults = faults;
        meetings.forEach(this::add);
    }

    private record Listed(long id, String name, String path, OffsetDateTime createdAt) {}

    /** Puts a meeting in front of the list. */
    public void add(Meeting meeting) {
        listed.addFirst(new Listed(meeting.ids().recordFile(), meeting.title(), pathTo(meeting), meeting.start()));
    }

    /**
     * Puts a recording in front of the list of which there is nothing but this entry.
     *
     * @param path of its link, blank for a recording without one
     */
    public void add(long id, String name, String path, OffsetDateTime createdAt) {
        listed.addFirst(new Listed(id, name, path, createdAt));
    }

    /**
     * From now on says nothing to whoever asks for what comes behind this offset, until {@link #goOn}.
     *
     * @param offset the largest that is answered
     */
    public void holdBehind(int offset) {
        answeredUpTo = offset;
    }

    /** Holds nothing back any more; who waits has waited in vain and must ask again. */
    public void goOn() {
        answeredUpTo = Integer.MAX_VALUE;
    }

    /** Takes all recordings out of the list. */
    public void clear() {
        listed.clear();
    }

    private static String pathTo(Meeting meeting) {
        var page = Addresses.page(meeting);
        return switch (meeting.access()) {
            case Access.Open open -> page;
            case Access.Closed closed ->
                switch (closed.refusal()) {
                    case STATUS -> page + "/" + closed.recordAccessToken();
                    case BODY -> page;
                };
        };
    }

    void answer(HttpServerRequest request) {
        var disturbance = faults.next(KEY, true);
        if (disturbance instanceof Disturbance.Instead other) {
            Answers.instead(request, other);
        } else if (!disturbance.equals(Disturbance.NONE)) {
            request.connection().close();
        } else if (TOKEN.equals(request.getHeader("x-auth-token"))) {
            list(request);
        } else {
            Answers.error(request.response(), 401);
        }
    }

    private void list(HttpServerRequest request) {
        try {
            var offset = Integer.parseUnsignedInt(request.getParam("offset", "0"));
            if (offset > answeredUpTo) {
                return;
            }
            var page = page(
                    LocalDate.parse(request.getParam("from", "2000-01-01")),
                    LocalDate.parse(request.getParam("to", "2999-12-31")),
                    offset,
                    Integer.parseUnsignedInt(request.getParam("limit", "10")),
                    "http://" + request.authority());
            Answers.json(request.response(), page);
        } catch (NumberFormatException | DateTimeParseException e) {
            Answers.error(request.response(), 400);
        }
    }

    private ArrayNode page(LocalDate from, LocalDate to, int offset, int limit, String base) {
        var page = JsonNodeFactory.instance.arrayNode();
        listed.stream()
                .filter(each -> !each.createdAt().toLocalDate().isBefore(from)
                        && !each.createdAt().toLocalDate().isAfter(to))
                .skip(offset)
                .limit(Math.min(limit, MOST_A_PAGE))
                .map(each -> json(each, base))
                .forEach(page::add);
        return page;
    }

    private static ObjectNode json(Listed each, String base) {
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("id", each.id())
                .put("name", each.name())
                .put("createAt", each.createdAt().toString())
                .put("isViewable", true);
        if (!each.path().isBlank()) {
            json.put("link", base + each.path());
        }
        return json;
    }
}
