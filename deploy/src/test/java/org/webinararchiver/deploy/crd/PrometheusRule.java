package org.webinararchiver.deploy.crd;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;
import java.util.Map;

/** The Prometheus operator's, as far as the chart uses it. */
public record PrometheusRule(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {

    public List<Alert> alerts() {
        return spec.groups().stream().flatMap(group -> group.rules().stream()).toList();
    }

    public record Spec(List<Group> groups) {}

    public record Group(String name, List<Alert> rules) {}

    public record Alert(
            String alert,
            String expr,
            @JsonProperty("for") String lasting,
            Map<String, String> labels,
            Map<String, String> annotations) {}
}
