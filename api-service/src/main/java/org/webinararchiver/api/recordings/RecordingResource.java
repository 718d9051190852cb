package org.webinararchiver.api.recordings;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.UUID;
import org.webinararchiver.api.Owner;
import org.webinararchiver.api.problem.Problem;
import org.webinararchiver.platform.intake.Intake;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.sources.Sources;

/** Recordings over HTTP: submit a link, see how it stands, take the finished file. */
@Path("/api/v1/recordings")
@Produces(MediaType.APPLICATION_JSON)
public class RecordingResource {
    private final Sources sources;
    private final Intake intake;
    private final RecordingViews views;
    private final ObjectStore store;

    public RecordingResource(Sources sources, Intake intake, RecordingViews views, ObjectStore store) {
        this.sources = sources;
        this.intake = intake;
        this.views = views;
        this.store = store;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response submit(Submission submitted) {
        var submission = Submission.required(submitted);
        var link = sources.recognise(submission.link())
                .orElseThrow(() -> Problem.badRequest(
                        "not-a-recording-link",
                        "This is not a link to a recording of a known platform.",
                        "Known forms: " + String.join(", ", sources.linkForms())));
        var recording = intake.submit(Owner.EVERYBODY, link.with(submission.pass()));
        return Response.accepted(views.of(recording.id()))
                .location(URI.create("/api/v1/recordings/" + recording.id()))
                .build();
    }

    @GET
    @Path("{id}")
    public RecordingView show(@PathParam("id") UUID id) {
        return views.of(id);
    }

    @GET
    @Path("{id}/artifacts/{name}")
    @Produces(MediaType.WILDCARD)
    public Response artifact(@PathParam("id") UUID id, @PathParam("name") String name) throws IOException {
        var artifact = views.artifact(id, name).orElseThrow(NotFoundException::new);
        var stored = store.head(artifact.objectKey()).orElseThrow(NotFoundException::new);
        return Response.ok((StreamingOutput) out -> copy(stored.key(), out), artifact.mediaType())
                .header("Content-Length", artifact.bytes())
                .build();
    }

    private void copy(String key, OutputStream out) throws IOException {
        try (var in = store.get(key)) {
            in.transferTo(out);
        }
    }
}
