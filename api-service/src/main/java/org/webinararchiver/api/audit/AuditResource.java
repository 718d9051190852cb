package org.webinararchiver.api.audit;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.webinararchiver.api.access.Caller;

/** The audit log over HTTP. */
@Path("/api/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit", description = "Who did what to what, when, from where, and how it ended.")
public class AuditResource {
    private final AuditPages pages;
    private final Caller caller;

    public AuditResource(AuditPages pages, Caller caller) {
        this.pages = pages;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "audit",
            summary = "Show who did what",
            description =
                    "Newest first, a page at a time. Every change is noted with it; what was refused is noted some"
                            + " seconds later. Needs the scope `admin`, which shows what all owners did; without a key, on loopback,"
                            + " what was done there is shown. Entries are kept for 400 days, unless the service is set otherwise.")
    @Parameter(
            name = "actor",
            in = ParameterIn.QUERY,
            description = "By this one, such as `key:` and a key's id, or `local`.",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "action",
            in = ParameterIn.QUERY,
            description = "Of this kind, such as `recording.remove`.",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "recording",
            in = ParameterIn.QUERY,
            description = "To this recording.",
            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "Not before this time.",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Parameter(
            name = "until",
            in = ParameterIn.QUERY,
            description = "Before this time.",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Parameter(name = "cursor", in = ParameterIn.QUERY)
    @APIResponse(responseCode = "200", description = "A page of entries.")
    public AuditList list(@Context UriInfo uri) {
        var owner = caller.seesAll() ? Optional.<String>empty() : Optional.of(caller.owner());
        return pages.page(owner, AuditQuery.of(uri));
    }
}
