package org.webinararchiver.api.events;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.webinararchiver.api.access.Caller;
import org.webinararchiver.api.openapi.Examples;
import org.webinararchiver.api.recordings.RecordingViews;

/** What happens to recordings, as server-sent events. No thread waits for a listener. */
@Path("/api/v1/recordings")
@Produces(MediaType.SERVER_SENT_EVENTS)
@Tag(name = "Events", description = "What happens to recordings, as server-sent events.")
@APIResponse(
        responseCode = "200",
        description =
                "The stream. `data` is a recording as in a list; `id` never falls, and whoever has it knows all up"
                        + " to there. Of a recording that is no more, the event is `removed` and the data its id. After 15"
                        + " seconds without anything a comment comes.",
        content =
                @Content(
                        mediaType = MediaType.SERVER_SENT_EVENTS,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "a stream", value = Examples.EVENTS)))
public class EventResource {
    private final EventHub hub;
    private final EventHistory history;
    private final RecordingViews views;
    private final Caller caller;

    public EventResource(EventHub hub, EventHistory history, RecordingViews views, Caller caller) {
        this.hub = hub;
        this.history = history;
        this.views = views;
        this.caller = caller;
    }

    @GET
    @Path("events")
    @Operation(
            operationId = "events",
            summary = "Listen to all recordings",
            description = "Begins with those that are under way, up to 200 of them, or with all that happened since the"
                    + " last event, within 7 days. With a key of the scope `admin` they are the recordings of all owners,"
                    + " else the caller's own. Who reads slowly is told of each recording how it stands then, not what"
                    + " was in between; who takes nothing for a minute is hung up on.")
    @Blocking
    public Multi<OutboundSseEvent> all(
            @BeanParam LastEvent last, @Context UriInfo uri, @Context Sse sse, @Context HttpServerResponse connection) {
        var interest = caller.seesAll() ? new Interest.All() : new Interest.OfOwner(caller.owner());
        return events(interest, last.place(uri), sse, connection);
    }

    @GET
    @Path("{id}/events")
    @Operation(
            operationId = "eventsOfOne",
            summary = "Listen to a recording",
            description = "Begins with how it stands, and ends when it has come to its end.")
    @APIResponse(responseCode = "204", description = "It has ended, and nothing has happened since the last event.")
    @Blocking
    public Multi<OutboundSseEvent> ofOne(
            @PathParam("id") UUID id,
            @BeanParam LastEvent last,
            @Context UriInfo uri,
            @Context Sse sse,
            @Context HttpServerResponse connection) {
        var recording = views.of(caller, id);
        var after = last.place(uri);
        if (recording.summary().state().isFinal()
                && after.isPresent()
                && !history.isAnythingOf(id, after.getAsLong())) {
            // Which is how a browser is told to come back no more.
            throw new WebApplicationException(Response.noContent().build());
        }
        return events(new Interest.One(id), after, sse, connection);
    }

    private Multi<OutboundSseEvent> events(
            Interest interest, OptionalLong after, Sse sse, HttpServerResponse connection) {
        return hub.listen(interest, after, connection::reset).map(told -> event(sse, told));
    }

    private static OutboundSseEvent event(Sse sse, Told told) {
        return switch (told) {
            case Told.State state -> event(sse, "recording", state.place(), state.json());
            case Told.Removed removed ->
                event(sse, "removed", removed.place(), "{\"id\":\"%s\"}".formatted(removed.recording()));
            case Told.Silence silence -> sse.newEventBuilder().comment("").build();
            case Told.End end -> throw new IllegalStateException("an end is not told");
        };
    }

    private static OutboundSseEvent event(Sse sse, String name, long place, String json) {
        var event = sse.newEventBuilder()
                .name(name)
                .mediaType(MediaType.TEXT_PLAIN_TYPE)
                .data(json);
        return place > 0 ? event.id(Long.toString(place)).build() : event.build();
    }
}
