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
import org.webinararchiver.api.openapi.Examples;
import org.webinararchiver.api.problem.ExpectedBody;
import org.webinararchiver.api.problem.QueryParameters;
import org.webinararchiver.api.recordings.WantedOptions;

/** Many links at once over HTTP. */
@Path("/api/v1/recordings/batch")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recordings")
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
    @Operation(
            operationId = "submitBatch",
            summary = "Submit many links",
            description =
                    "Up to 10,000 links and 10 MB. JSON has defaults for all beside its list; a text is a list as"
                            + " people keep it: a link a line, with names and comments, as UTF-8 or Windows-1251, and its options"
                            + " are parameters of the address. What is refused is told with its place and does not keep the"
                            + " others from being submitted; of what would exceed the quota of a key, the first ones are taken in.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = BatchSubmission.class),
                        examples = @ExampleObject(name = "JSON", value = Examples.BATCH)),
                @Content(
                        mediaType = MediaType.TEXT_PLAIN,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "a list", value = Examples.TEXT_BATCH))
            })
    @Parameter(
            name = "start",
            in = ParameterIn.QUERY,
            description = "Of a text: where each file begins.",
            schema = @Schema(type = SchemaType.STRING, format = "duration", examples = "PT10M"))
    @Parameter(
            name = "maxDuration",
            in = ParameterIn.QUERY,
            description = "Of a text: how long each file may be.",
            schema = @Schema(type = SchemaType.STRING, format = "duration", examples = "PT5M"))
    @Parameter(
            name = "layout",
            in = ParameterIn.QUERY,
            description = "Of a text: what is seen in each.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"auto", "stage", "gallery", "speaker", "audio"}))
    @Parameter(
            name = "quality",
            in = ParameterIn.QUERY,
            description = "Of a text: how large each picture may be.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"source", "1080p", "720p", "480p"}))
    @Parameter(
            name = "chat",
            in = ParameterIn.QUERY,
            description = "Of a text: whether the chat is shown; it is when this is left out.",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(
            name = "hideSilent",
            in = ParameterIn.QUERY,
            description = "Of a text: whether people are left out while they are silent.",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(
            name = "strict",
            in = ParameterIn.QUERY,
            description = "Of a text: whether a file with gaps is none.",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @Parameter(
            name = "stems",
            in = ParameterIn.QUERY,
            description = "Of a text: whether the sound of each participant is wanted beside each file.",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @APIResponseSchema(value = BatchAnswer.class, responseCode = "202", responseDescription = "What became of each.")
    @APIResponse(responseCode = "400", description = "It is no batch (`not-a-batch`), or a parameter has no meaning.")
    @APIResponse(
            responseCode = "413",
            description = "It is larger than 10 MB (`too-large`), or has more than 10,000 links (`too-many`).")
    @APIResponse(
            responseCode = "415",
            description = "It is of another type, or of a charset that is not known (`unknown-charset`).")
    public Response json(@Context UriInfo uri, InputStream body) throws IOException {
        QueryParameters.of(uri);
        var items = json.read(BatchLimits.read(body));
        return Response.accepted(intake.take(caller.submitter(), items)).build();
    }

    @POST
    @Consumes(MediaType.TEXT_PLAIN)
    @Operation(hidden = true) // it is described with the one above: one address is one operation there
    public Response list(@Context UriInfo uri, @Context HttpHeaders headers, InputStream body) throws IOException {
        var options = options(uri).checked(ExpectedBody.BATCH);
        var items = text.read(BatchLimits.read(body), headers.getMediaType(), options);
        return Response.accepted(intake.take(caller.submitter(), items)).build();
    }

    private static WantedOptions options(UriInfo uri) {
        var parameters = QueryParameters.of(
                uri, "start", "maxDuration", "layout", "quality", "chat", "hideSilent", "strict", "stems");
        return new WantedOptions(
                parameters.one("start").orElse(null),
                parameters.one("maxDuration").orElse(null),
                parameters.one("layout").orElse(null),
                parameters.one("quality").orElse(null),
                truth(parameters, "chat"),
                truth(parameters, "hideSilent"),
                truth(parameters, "strict"),
                truth(parameters, "stems"));
    }

    /** Null where it is left out. */
    private static Boolean truth(QueryParameters parameters, String name) {
        return parameters.one(name).map(text -> truth(name, text)).orElse(null);
    }

    private static boolean truth(String name, String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw QueryParameters.refused(name, "is true or false");
        };
    }
}
