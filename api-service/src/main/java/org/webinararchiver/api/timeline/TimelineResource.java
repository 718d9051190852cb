package org.webinararchiver.api.timeline;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.core.Variant;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.webinararchiver.api.access.Caller;
import org.webinararchiver.api.problem.QueryParameters;
import org.webinararchiver.core.chart.Chart;

/** What there is of a recording when, over HTTP: in words or as a picture. */
@Path("/api/v1/recordings/{id}/timeline")
@Tag(name = "Recordings")
public class TimelineResource {
    private static final String SVG = "image/svg+xml";

    /** The picture has colours of its own and nothing else, whatever the names in it may be. */
    private static final String NOTHING_RUNS = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private final Overviews overviews;
    private final Caller caller;

    public TimelineResource(Overviews overviews, Caller caller) {
        this.overviews = overviews;
        this.caller = caller;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, SVG})
    @Operation(
            operationId = "timeline",
            summary = "Show what there is of a recording when",
            description = "Who is seen or heard, what is looked at, which slides are shown and what is missing, of the"
                    + " part that is wanted. It is known as soon as the recording has a title, before any file is"
                    + " fetched: what is told is what the platform tells of the files, which nobody has looked into."
                    + " A file is taken to be as long as the platform says; where it says nothing, to go on until the"
                    + " next file of the same track."
                    + " With `Accept: image/svg+xml` or `format=svg` it is a picture.")
    @Parameter(
            name = "format",
            in = ParameterIn.QUERY,
            description = "Instead of the header Accept.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"json", "svg"}))
    @APIResponse(
            responseCode = "200",
            description = "The timeline, or a picture of it.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = TimelineView.class)),
                @Content(mediaType = SVG, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(
            responseCode = "400",
            description = "The format is none of these (`not-a-format`), or there is no parameter of that name"
                    + " (`unknown-parameter`).")
    @APIResponse(
            responseCode = "404",
            description = "There is nothing of that id (`not-found`), or what it consists of is not known yet"
                    + " (`no-timeline-yet`).")
    public Response timeline(@PathParam("id") UUID id, @Context UriInfo uri, @Context Request request)
            throws IOException {
        boolean isPicture = isPicture(uri, request);
        var overview = overviews.of(caller, id);
        return (isPicture ? picture(Chart.of(overview)) : Response.ok(TimelineViews.of(overview), json()))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private static boolean isPicture(UriInfo uri, Request request) {
        var format = QueryParameters.of(uri, "format").one("format").map(text -> text.toLowerCase(Locale.ROOT));
        if (format.isPresent()) {
            return switch (format.get()) {
                case "svg" -> true;
                case "json" -> false;
                default -> throw QueryParameters.refused("format", "is neither json nor svg");
            };
        }
        var best = request.selectVariant(
                Variant.mediaTypes(json(), MediaType.valueOf(SVG)).build());
        return best != null && best.getMediaType().toString().equals(SVG);
    }

    private static MediaType json() {
        return MediaType.APPLICATION_JSON_TYPE;
    }

    private static Response.ResponseBuilder picture(String svg) {
        return Response.ok(svg, MediaType.valueOf(SVG).withCharset("utf-8"))
                .header("Content-Security-Policy", NOTHING_RUNS);
    }
}
