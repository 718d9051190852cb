package org.webinararchiver.api.recordings;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import java.util.function.Consumer;
import org.webinararchiver.api.access.Caller;

/** Recordings over HTTP: submit a link, see how it stands, have something done to it. */
@Path("/api/v1/recordings")
@Produces(MediaType.APPLICATION_JSON)
public class RecordingResource {
    private final Submissions submissions;
    private final RecordingViews views;
    private final RecordingControl control;
    private final Caller caller;

    public RecordingResource(Submissions submissions, RecordingViews views, RecordingControl control, Caller caller) {
        this.submissions = submissions;
        this.views = views;
        this.control = control;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response submit(@HeaderParam("Idempotency-Key") String key, Submission submission) {
        var id = submissions.take(caller.owner(), key, submission);
        return Response.accepted(views.of(caller.owner(), id))
                .location(URI.create("/api/v1/recordings/" + id))
                .build();
    }

    @GET
    public RecordingList list(@Context UriInfo uri) {
        var query = RecordingQuery.of(caller.owner(), uri);
        return views.page(query.wanted(), query.after(), query.limit());
    }

    @GET
    @Path("{id}")
    public RecordingView show(@PathParam("id") UUID id) {
        return views.of(caller.owner(), id);
    }

    @POST
    @Path("{id}/cancel")
    public RecordingView cancel(@PathParam("id") UUID id) {
        return done(id, control::cancel);
    }

    @POST
    @Path("{id}/retry")
    public RecordingView retry(@PathParam("id") UUID id) {
        return done(id, control::retry);
    }

    @POST
    @Path("{id}/pause")
    public RecordingView pause(@PathParam("id") UUID id) {
        return done(id, control::pause);
    }

    @POST
    @Path("{id}/resume")
    public RecordingView resume(@PathParam("id") UUID id) {
        return done(id, control::resume);
    }

    @DELETE
    @Path("{id}")
    public void remove(@PathParam("id") UUID id) {
        views.of(caller.owner(), id);
        control.remove(id);
    }

    /** Each is a transaction of its own, so that what is shown afterwards is what others see too. */
    private RecordingView done(UUID id, Consumer<UUID> what) {
        views.of(caller.owner(), id);
        what.accept(id);
        return views.of(caller.owner(), id);
    }
}
