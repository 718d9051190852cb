package org.webinararchiver.deploy.crd;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;
import java.util.Map;

/** The Prometheus operator's, as far as the chart uses it. */
public record ServiceMonitor(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {

    public record Spec(String jobLabel, Selector selector, List<Endpoint> endpoints) {}

    public record Selector(Map<String, String> matchLabels) {}

    public record Endpoint(String port, String path, String interval) {}
}
