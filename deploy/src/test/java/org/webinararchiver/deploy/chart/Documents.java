package org.webinararchiver.deploy.chart;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Optional;

/** What was rendered, each as what it says it is. */
public record Documents(List<Object> all) {

    public <T> List<T> of(Class<T> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The one of this kind that belongs to a component. */
    public <T extends HasMetadata> T of(Class<T> kind, Component component) {
        return find(kind, component)
                .orElseThrow(() -> new AssertionError("no " + kind.getSimpleName() + " of " + component));
    }

    public <T extends HasMetadata> Optional<T> find(Class<T> kind, Component component) {
        return of(kind).stream()
                .filter(one ->
                        component.label().equals(one.getMetadata().getLabels().get(Component.LABEL)))
                .findFirst();
    }

    public PodSpec pod(Component component) {
        return of(Deployment.class, component).getSpec().getTemplate().getSpec();
    }

    /** The only container of a pod. */
    public Container container(Component component) {
        var containers = pod(component).getContainers();
        if (containers.size() != 1) {
            throw new AssertionError(component + " has " + containers.size() + " containers");
        }
        return containers.getFirst();
    }

    /** A setting that is written in the chart; empty where there is none or it is taken from a secret. */
    public Optional<String> setting(Component component, String variable) {
        return container(component).getEnv().stream()
                .filter(set -> set.getName().equals(variable))
                .findFirst()
                .map(EnvVar::getValue);
    }
}
