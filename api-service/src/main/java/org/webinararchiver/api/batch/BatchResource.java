package org.webinararchiver.api.batch;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import org.webinararchiver.api.access.Caller;
import org.webinararchiver.api.problem.ExpectedBody;
import org.webinararchiver.api.problem.QueryParameters;
import org.webinararchiver.api.recordings.WantedOptions;

/** Many links at once over HTTP. */
@Path("/api/v1/recordings/batch")
@Produces(MediaType.APPLICATION_JSON)
public class BatchResource {
    private final JsonBatch json;
    private final TextBatch text;
    private final BatchIntake intake;
    private final Caller caller;

    public BatchResource(JsonBatch json, TextBatch text, BatchIntake intake, Caller caller) {
        this.json = json;
        this.text = text;
        this.intake = intake;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response json(@Context UriInfo uri, InputStream body) throws IOException {
        QueryParameters.of(uri);
        var items = json.read(BatchLimits.read(body));
        return Response.accepted(intake.take(caller.owner(), items)).build();
    }

    @POST
    @Consumes(MediaType.TEXT_PLAIN)
    public Response list(@Context UriInfo uri, @Context HttpHeaders headers, InputStream body) throws IOException {
        var options = options(uri).checked(ExpectedBody.BATCH);
        var items = text.read(BatchLimits.read(body), headers.getMediaType(), options);
        return Response.accepted(intake.take(caller.owner(), items)).build();
    }

    private static WantedOptions options(UriInfo uri) {
        var parameters = QueryParameters.of(uri, "start", "maxDuration", "quality", "strict");
        return new WantedOptions(
                parameters.one("start").orElse(null),
                parameters.one("maxDuration").orElse(null),
                parameters.one("quality").orElse(null),
                parameters.one("strict").map(BatchResource::truth).orElse(null));
    }

    private static boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw QueryParameters.refused("strict", "is true or false");
        };
    }
}
