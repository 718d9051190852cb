package org.webinararchiver.deploy.crd;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** KEDA's, as far as the chart uses it. */
public record ScaledObject(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {
    public ScaledObject {
        Objects.requireNonNull(metadata);
        Objects.requireNonNull(spec);
    }

    public record Spec(
            Target scaleTargetRef,
            int pollingInterval,
            int cooldownPeriod,
            int minReplicaCount,
            int maxReplicaCount,
            Fallback fallback,
            Advanced advanced,
            List<Trigger> triggers) {}

    public record Target(String apiVersion, String kind, String name) {}

    public record Fallback(int failureThreshold, int replicas) {}

    public record Advanced(AutoscalerConfig horizontalPodAutoscalerConfig) {}

    public record AutoscalerConfig(Behavior behavior) {}

    public record Behavior(Rules scaleDown) {}

    public record Rules(int stabilizationWindowSeconds, List<Policy> policies) {}

    public record Policy(String type, int value, int periodSeconds) {}

    /**
     * What there is to be counted.
     *
     * @param metadata all of it is text, numbers too
     */
    public record Trigger(
            String type, String metricType, Map<String, String> metadata, AuthenticationRef authenticationRef) {}

    public record AuthenticationRef(String name) {}
}
