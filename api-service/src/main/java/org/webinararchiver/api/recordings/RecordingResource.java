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
import java.util.function.BiConsumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.webinararchiver.api.access.Caller;
import org.webinararchiver.api.access.Submitter;
import org.webinararchiver.api.openapi.CommonErrors;
import org.webinararchiver.api.openapi.Examples;
import org.webinararchiver.core.recording.RecordingState;

/** Recordings over HTTP: submit a link, see how it stands, have something done to it. */
@Path("/api/v1/recordings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recordings", description = "Submit a link, see how it stands, have something done to it.")
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
    @Operation(
            operationId = "submit",
            summary = "Submit a link",
            description = "The same link is the same recording, however often it is submitted: one that is under way or"
                    + " finished is told, one that failed or was cancelled is begun again, and of a finished one another"
                    + " file is made when other options are wanted.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = Submission.class),
                            examples = @ExampleObject(name = "a part of it", value = Examples.SUBMISSION)))
    @APIResponseSchema(
            value = RecordingView.class,
            responseCode = "202",
            responseDescription = "It is archived, or was already. `Location` says where it is shown.")
    @APIResponse(
            responseCode = "400",
            description =
                    "The body is not a submission (`not-a-submission`), the link is of no known platform (`not-a-recording-link`), or the key is none (`not-a-key`).")
    @APIResponse(responseCode = "409", description = "It is under way with other options (`other-file-under-way`).")
    @APIResponse(responseCode = "422", description = "The key came with another submission before (`key-used-before`).")
    @APIResponse(responseCode = "429", description = CommonErrors.OVER_QUOTA)
    public Response submit(
            @Parameter(
                            description =
                                    "1 to 200 visible ASCII characters. Within 24 hours the same key and body answer"
                                            + " the same recording, without submitting it again.",
                            schema = @Schema(examples = "2f1c9d8e-6a55-4c0e-9c57-0d3b8a5f6e21"))
                    @HeaderParam("Idempotency-Key")
                    String key,
            Submission submission) {
        var id = submissions.take(caller.submitter(), key, submission);
        return Response.accepted(views.of(caller, id))
                .location(URI.create("/api/v1/recordings/" + id))
                .build();
    }

    @GET
    @Operation(
            operationId = "list",
            summary = "List recordings",
            description = "Newest first, a page at a time. What is submitted meanwhile moves nothing.")
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            description = "In this state; may be given several times.",
            schema = @Schema(implementation = RecordingState.class))
    @Parameter(
            name = "source",
            in = ParameterIn.QUERY,
            description = "Of this platform.",
            schema = @Schema(type = SchemaType.STRING, examples = "mts-link"))
    @Parameter(
            name = "text",
            in = ParameterIn.QUERY,
            description = "Whose title or page holds this text, whatever its case.",
            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
    @Parameter(name = "cursor", in = ParameterIn.QUERY)
    @APIResponse(responseCode = "200", description = "A page of recordings, without their gaps and files.")
    public RecordingList list(@Context UriInfo uri) {
        var query = RecordingQuery.of(caller, uri);
        return views.page(query.wanted(), query.after(), query.limit());
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "show", summary = "Show a recording")
    @APIResponse(responseCode = "200", description = "How it stands.")
    public RecordingView show(@PathParam("id") UUID id) {
        return views.of(caller, id);
    }

    @POST
    @Path("{id}/cancel")
    @Operation(
            operationId = "cancel",
            summary = "Cancel a recording",
            description = "Stops all work at it within seconds. One that has ended is left as it is.")
    @APIResponse(responseCode = "200", description = "How it stands then.")
    public RecordingView cancel(@PathParam("id") UUID id) {
        return done(id, control::cancel);
    }

    @POST
    @Path("{id}/retry")
    @Operation(
            operationId = "retry",
            summary = "Take a recording up again",
            description =
                    "One that failed or was cancelled goes on at the step that it did not finish; any other is left as it is.")
    @APIResponse(responseCode = "200", description = "How it stands then.")
    @APIResponse(responseCode = "429", description = CommonErrors.OVER_QUOTA)
    public RecordingView retry(@PathParam("id") UUID id) {
        return done(id, control::retry);
    }

    @POST
    @Path("{id}/pause")
    @Operation(
            operationId = "pause",
            summary = "Pause a recording",
            description = "What runs is finished, nothing more is begun.")
    @APIResponse(responseCode = "200", description = "How it stands then.")
    @APIResponse(responseCode = "409", description = "It has ended (`has-ended`).")
    public RecordingView pause(@PathParam("id") UUID id) {
        return done(id, control::pause);
    }

    @POST
    @Path("{id}/resume")
    @Operation(operationId = "resume", summary = "Resume a paused recording", description = "It goes on where it was.")
    @APIResponse(responseCode = "200", description = "How it stands then.")
    @APIResponse(responseCode = "409", description = "It has ended (`has-ended`).")
    public RecordingView resume(@PathParam("id") UUID id) {
        return done(id, control::resume);
    }

    @POST
    @Path("{id}/hold")
    @Operation(
            operationId = "hold",
            summary = "Keep a recording",
            description = "Nothing of it is removed, neither by request nor for its age, until it is released.")
    @APIResponse(responseCode = "200", description = "How it stands then.")
    public RecordingView hold(@PathParam("id") UUID id) {
        return done(id, control::hold);
    }

    @POST
    @Path("{id}/release")
    @Operation(
            operationId = "release",
            summary = "Release a recording that is held",
            description = "It may be removed again, by request or for its age.")
    @APIResponse(responseCode = "200", description = "How it stands then.")
    public RecordingView release(@PathParam("id") UUID id) {
        return done(id, control::release);
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "remove",
            summary = "Remove a recording",
            description = "Stops all work at it and removes it with all its files, which are deleted soon after.")
    @APIResponse(responseCode = "204", description = "It is no more.")
    @APIResponse(responseCode = "409", description = "It is held (`held`).")
    public void remove(@PathParam("id") UUID id) {
        views.of(caller, id);
        control.remove(caller.submitter(), id);
    }

    /** Each is a transaction of its own, so that what is shown afterwards is what others see too. */
    private RecordingView done(UUID id, BiConsumer<Submitter, UUID> what) {
        views.of(caller, id);
        what.accept(caller.submitter(), id);
        return views.of(caller, id);
    }
}
