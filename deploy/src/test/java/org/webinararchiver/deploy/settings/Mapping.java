package org.webinararchiver.deploy.settings;

import io.smallrye.config.WithName;
import io.smallrye.config.common.utils.StringUtil;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Settings that are read by the methods of an interface, and of the interfaces within. */
record Mapping(Class<?> type, String prefix) {

    Set<String> names() {
        return settings().collect(Collectors.toSet());
    }

    private Stream<String> settings() {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers()))
                .flatMap(this::below);
    }

    private Stream<String> below(Method method) {
        var named = method.getAnnotation(WithName.class);
        var name = prefix + "." + (named == null ? StringUtil.skewer(method.getName()) : named.value());
        return isGroup(method.getReturnType()) ? new Mapping(method.getReturnType(), name).settings() : Stream.of(name);
    }

    private static boolean isGroup(Class<?> type) {
        return type.isInterface()
                && !Map.class.isAssignableFrom(type)
                && Stream.of("org.webinararchiver.", "io.quarkus.").anyMatch(type.getName()::startsWith);
    }
}
