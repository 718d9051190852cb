package org.webinararchiver.api.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Adds to every answer in the description what such an answer looks like. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ExamplesOfAnswers implements OASFilter {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** By what the answer is. */
    private static final Map<String, Example> EXAMPLES = Map.of(
            "#/components/schemas/Recording", new Example("recording", Examples.RECORDING),
            "#/components/schemas/RecordingList", new Example("a page", Examples.LIST),
            "#/components/schemas/Timeline", new Example("timeline", Examples.TIMELINE),
            "#/components/schemas/BatchAnswer", new Example("of a text", Examples.BATCH_ANSWER));

    private record Example(String name, String json) {}

    @Override
    public APIResponse filterAPIResponse(APIResponse response) {
        if (response.getContent() != null) {
            response.getContent().getMediaTypes().values().forEach(ExamplesOfAnswers::complete);
        }
        return response;
    }

    private static void complete(MediaType answer) {
        Optional.ofNullable(answer.getSchema())
                .map(Schema::getRef)
                .map(EXAMPLES::get)
                .ifPresent(example -> {
                    var value = OASFactory.createExample().value(parsed(example.json()));
                    answer.addExample(example.name(), value);
                });
    }

    private static Object parsed(String json) {
        try {
            return JSON.readValue(json, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an example is no JSON", e);
        }
    }
}
