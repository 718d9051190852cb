package org.webinararchiver.api.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Gives a recording's fields in the description the order that they have in a summary, and in JSON. Who writes the
 * description loses it where one object's fields are unwrapped into another.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class OrderOfFields implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var schemas = api.getComponents().getSchemas();
        var whole = schemas.get("Recording");
        var fields = whole.getProperties();
        var ordered = new LinkedHashMap<String, Schema>();
        schemas.get("RecordingSummary").getProperties().keySet().forEach(name -> ordered.put(name, fields.get(name)));
        ordered.putAll(fields);
        whole.setProperties(ordered);
    }
}
