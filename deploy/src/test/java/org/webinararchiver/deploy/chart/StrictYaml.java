package org.webinararchiver.deploy.chart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.webinararchiver.deploy.crd.PrometheusRule;
import org.webinararchiver.deploy.crd.ScaledObject;
import org.webinararchiver.deploy.crd.ServiceMonitor;
import org.webinararchiver.deploy.crd.TriggerAuthentication;

/**
 * Reads documents as the kinds that they say they are. A field that a kind does not have, or has twice, is an error.
 */
public final class StrictYaml {
    private static final Map<String, Class<?>> KINDS = Map.ofEntries(
            Map.entry("apps/v1 Deployment", Deployment.class),
            Map.entry("v1 ConfigMap", ConfigMap.class),
            Map.entry("v1 Service", Service.class),
            Map.entry("v1 ServiceAccount", ServiceAccount.class),
            Map.entry("policy/v1 PodDisruptionBudget", PodDisruptionBudget.class),
            Map.entry("networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class),
            Map.entry("networking.k8s.io/v1 Ingress", Ingress.class),
            Map.entry("keda.sh/v1alpha1 ScaledObject", ScaledObject.class),
            Map.entry("keda.sh/v1alpha1 TriggerAuthentication", TriggerAuthentication.class),
            Map.entry("monitoring.coreos.com/v1 ServiceMonitor", ServiceMonitor.class),
            Map.entry("monitoring.coreos.com/v1 PrometheusRule", PrometheusRule.class));

    private static final ObjectMapper MAPPER = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .annotationIntrospector(new KnownFieldsOnly())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private StrictYaml() {}

    /**
     * Reads documents that follow each other.
     *
     * @throws AssertionError when some document is not what it says it is
     */
    public static Documents read(String documents) {
        try (var parser = MAPPER.createParser(documents);
                var nodes = MAPPER.readerFor(JsonNode.class).<JsonNode>readValues(parser)) {
            var all = new ArrayList<>();
            while (nodes.hasNextValue()) {
                typed(nodes.nextValue()).ifPresent(all::add);
            }
            return new Documents(all);
        } catch (IOException e) {
            throw new UncheckedIOException(documents, e);
        }
    }

    private static Optional<Object> typed(JsonNode document) {
        if (document == null || document.isNull() || document.isMissingNode()) {
            return Optional.empty();
        }
        var name = document.path("apiVersion").asText() + " "
                + document.path("kind").asText();
        var kind = KINDS.get(name);
        if (kind == null) {
            throw new AssertionError("nobody expects a " + name);
        }
        try {
            return Optional.of(MAPPER.treeToValue(document, kind));
        } catch (JsonProcessingException e) {
            throw new AssertionError(name + " is not well-formed: " + e.getMessage(), e);
        }
    }

    /** Kubernetes' models would otherwise keep what they do not know. */
    private static final class KnownFieldsOnly extends JacksonAnnotationIntrospector {
        @Serial
        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated member) {
            return false;
        }
    }
}
