package org.webinararchiver.api.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Adds to the description what any operation may answer, so that no operation is without its errors, and that every
 * error is a problem.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class CommonErrors implements OASFilter {
    /** Of what has work on a recording begun. */
    public static final String OVER_QUOTA =
            "More requests than the key or token may make (`too-many-requests`), or as many recordings as it may have begun"
                    + " today (`recordings-a-day`) or under way (`recordings-under-way`). `Retry-After` says in how many"
                    + " seconds to come again.";

    private static final String PROBLEM = "#/components/schemas/Problem";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getPaths()
                .getPathItems()
                .forEach((address, path) -> path.getOperations().values().forEach(operation -> {
                    if (!address.startsWith("/api/v1/webhooks/")) {
                        addThoseOfTheDoor(operation);
                    }
                    complete(operation);
                }));
    }

    private static void addThoseOfTheDoor(Operation operation) {
        add(
                operation,
                "401",
                "It needs a key or a token (`no-api-key`), or the one that was sent opens nothing (`unknown-api-key`,"
                        + " `unknown-token`, `expired-token`).");
        add(operation, "403", "The key or token does not open this (`scope-missing`).");
        add(
                operation,
                "429",
                "More requests than the key or token may make (`too-many-requests`); `Retry-After` says in how many"
                        + " seconds to come again.");
    }

    private static void complete(Operation operation) {
        if (has(operation, Parameter.In.PATH)) {
            add(operation, "404", "There is nothing of that id or name, or not yet (`not-found`).");
        }
        if (operation.getRequestBody() != null) {
            add(operation, "400", "The body is not what is expected, or has a field that there is not.");
            add(operation, "413", "The body is too large (`too-large`).");
            add(operation, "415", "The body is of another type (`unsupported-media-type`).");
        } else if (has(operation, Parameter.In.QUERY)) {
            add(operation, "400", "A parameter has no meaning, or there is none of that name (`unknown-parameter`).");
        }
        add(operation, "500", "Something went wrong here (`internal-error`); the log of the service tells more.");
        add(
                operation,
                "503",
                "The database, the object store or the issuer of tokens is away (`database-away`, `storage-away`, `issuer-away`).");
        operation.getResponses().getAPIResponses().forEach(CommonErrors::complete);
    }

    private static void complete(String status, APIResponse response) {
        if (isError(status) && response.getContent() == null) {
            var type = OASFactory.createMediaType()
                    .schema(OASFactory.createSchema().ref(PROBLEM));
            response.setContent(OASFactory.createContent().addMediaType("application/problem+json", type));
        }
    }

    private static boolean isError(String status) {
        return status.startsWith("4") || status.startsWith("5");
    }

    private static boolean has(Operation operation, Parameter.In where) {
        return Optional.ofNullable(operation.getParameters()).stream()
                .flatMap(parameters -> parameters.stream())
                .anyMatch(parameter -> parameter.getIn() == where);
    }

    private static void add(Operation operation, String status, String what) {
        if (!operation.getResponses().hasAPIResponse(status)) {
            operation
                    .getResponses()
                    .addAPIResponse(status, OASFactory.createAPIResponse().description(what));
        }
    }
}
