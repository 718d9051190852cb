package org.webinararchiver.deploy.crd;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;

/** KEDA's, as far as the chart uses it. */
public record TriggerAuthentication(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {

    public record Spec(List<SecretTarget> secretTargetRef) {}

    public record SecretTarget(String parameter, String name, String key) {}
}
