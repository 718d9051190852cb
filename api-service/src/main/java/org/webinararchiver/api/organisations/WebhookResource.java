package org.webinararchiver.api.organisations;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.webinararchiver.api.access.Caller;
import org.webinararchiver.platform.organisation.Organisations;

/** Where the platform tells that an organisation has something new. Only the secret in the path opens it. */
@Path("/api/v1/webhooks/mts-link/{id}/{secret}")
@Tag(name = "Organisations")
public class WebhookResource {
    private final Organisations organisations;
    private final OrganisationControl control;
    private final Caller caller;

    public WebhookResource(Organisations organisations, OrganisationControl control, Caller caller) {
        this.control = control;
        this.caller = caller;
        this.organisations = organisations;
    }

    /** Who guesses cannot tell an organisation that there is not from a wrong secret. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "told",
            summary = "Be told by the platform that there is something new",
            description = "The address is shown when the organisation is added.")
    @APIResponse(responseCode = "204", description = "The list is looked at soon.")
    public void told(@PathParam("id") UUID id, @PathParam("secret") String secret, InputStream body)
            throws IOException {
        if (!organisations.isCalledWith(id, secret)) {
            throw new NotFoundException();
        }
        if (WebhookEvent.tellsOfARecording(body)) {
            control.told(caller.actor(), id);
        }
    }
}
