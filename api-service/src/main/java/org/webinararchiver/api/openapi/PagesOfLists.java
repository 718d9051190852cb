package org.webinararchiver.api.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.webinararchiver.api.paging.PageSize;

/** Tells of every operation that has a cursor how its pages are asked for, which is the same for all lists. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class PagesOfLists implements OASFilter {
    private static final String CURSOR = "cursor";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .filter(operation -> operation.getParameters() != null)
                .filter(operation -> operation.getParameters().stream().anyMatch(PagesOfLists::isCursor))
                .forEach(PagesOfLists::complete);
    }

    private static void complete(Operation operation) {
        var parameters = new ArrayList<>(operation.getParameters());
        parameters.removeIf(PagesOfLists::isCursor);
        parameters.add(limit());
        parameters.add(cursor());
        operation.setParameters(parameters);
    }

    private static boolean isCursor(Parameter parameter) {
        return CURSOR.equals(parameter.getName());
    }

    private static Parameter limit() {
        var schema = OASFactory.createSchema()
                .type(List.of(SchemaType.INTEGER))
                .minimum(BigDecimal.ONE)
                .maximum(BigDecimal.valueOf(PageSize.MOST))
                .defaultValue(PageSize.USUAL);
        return OASFactory.createParameter()
                .name("limit")
                .in(Parameter.In.QUERY)
                .description("How many.")
                .schema(schema);
    }

    private static Parameter cursor() {
        return OASFactory.createParameter()
                .name(CURSOR)
                .in(Parameter.In.QUERY)
                .description("Where the page before ended: its next.")
                .schema(OASFactory.createSchema().type(List.of(SchemaType.STRING)));
    }
}
