package org.webinararchiver.api.organisations;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.webinararchiver.api.access.Caller;
import org.webinararchiver.api.openapi.Examples;
import org.webinararchiver.sources.mtslink.organisation.OrganisationApiSettings;

/** Organisations over HTTP: add one, see how it stands with its recordings, have its list looked at, remove it. */
@Path("/api/v1/organisations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organisations", description = "Organisations whose recordings are archived by themselves.")
public class OrganisationResource {
    private final OrganisationControl control;
    private final OrganisationViews views;
    private final OrganisationApiSettings settings;
    private final Caller caller;

    public OrganisationResource(
            OrganisationControl control, OrganisationViews views, OrganisationApiSettings settings, Caller caller) {
        this.control = control;
        this.views = views;
        this.settings = settings;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "addOrganisation", summary = "Add an organisation")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = NewOrganisation.class),
                            examples = @ExampleObject(name = "a school", value = Examples.ORGANISATION)))
    @APIResponseSchema(
            value = OrganisationView.class,
            responseCode = "201",
            responseDescription = "It is looked at from now on. The webhook is shown this once.")
    public Response add(NewOrganisation sent) {
        var wanted = NewOrganisation.required(sent, settings.organisationApi(), today());
        var added = control.add(caller.actor(), wanted);
        var id = added.organisation().id();
        return Response.created(URI.create("/api/v1/organisations/" + id))
                .entity(views.of(caller.owner(), id)
                        .withWebhook("/api/v1/webhooks/mts-link/%s/%s"
                                .formatted(id, added.webhook().text())))
                .build();
    }

    @GET
    @Operation(operationId = "organisations", summary = "List organisations")
    @APIResponse(responseCode = "200", description = "All of them, oldest first.")
    public List<OrganisationView> all() {
        return views.all(caller.owner());
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "organisation", summary = "Show an organisation")
    @APIResponse(responseCode = "200", description = "How it stands.")
    public OrganisationView show(@PathParam("id") UUID id) {
        return views.of(caller.owner(), id);
    }

    @DELETE
    @Path("{id}")
    @Operation(
            operationId = "removeOrganisation",
            summary = "Remove an organisation",
            description = "Its recordings stay.")
    @APIResponse(responseCode = "204", description = "It is looked at no more.")
    public void remove(@PathParam("id") UUID id) {
        if (!control.remove(caller.actor(), id)) {
            throw new NotFoundException();
        }
    }

    @POST
    @Path("{id}/look")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "look",
            summary = "Have an organisation looked at",
            description = "For what is new, or for the recordings of some days.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = WantedLook.class),
                            examples = @ExampleObject(name = "a month", value = Examples.LOOK)))
    @APIResponseSchema(
            value = OrganisationView.class,
            responseCode = "202",
            responseDescription = "It is looked at soon.")
    public Response look(@PathParam("id") UUID id, WantedLook wanted) {
        views.of(caller.owner(), id);
        control.wantLook(caller.actor(), id, WantedLook.days(wanted, today()));
        return Response.accepted(views.of(caller.owner(), id)).build();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
