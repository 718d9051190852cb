package org.webinararchiver.systemtests.services;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.webinararchiver.testservices.TroubledBroker;

/** What a RabbitMQ has of ours, a line each: exchanges, queues with their arguments, bindings. */
record Topology(TroubledBroker broker) {
    static final String UNROUTED = "unrouted.dead-letters";

    /** As it was decided. */
    static List<String> pinned() throws IOException {
        try (var text = Topology.class.getResourceAsStream("topology.txt")) {
            return new String(text.readAllBytes(), UTF_8).lines().toList();
        }
    }

    /** As it is; exchanges that every broker has, and the bindings to the default one, are left out. */
    List<String> lines() throws IOException, InterruptedException {
        return Stream.of(exchanges(), queues(), bindings())
                .flatMap(lines -> lines.stream().sorted())
                .toList();
    }

    /** What docs/operations.md tells operators to do. */
    void applyPolicyOfUnrouted() throws IOException, InterruptedException {
        broker.control(
                "set_policy",
                "--apply-to",
                "exchanges",
                "archiver-unrouted",
                "^archiver\\.(submissions|dead-letters)$",
                "{\"alternate-exchange\":\"archiver.unrouted\"}");
    }

    private List<String> exchanges() throws IOException, InterruptedException {
        return list("list_exchanges", "name", "type", "durable", "auto_delete", "internal", "arguments").stream()
                .filter(exchange -> exchange.get("name").toString().startsWith("archiver."))
                .map(exchange -> "exchange %s %s%s%s%s%s"
                        .formatted(
                                exchange.get("name"),
                                exchange.get("type"),
                                mark(exchange, "durable"),
                                mark(exchange, "auto_delete"),
                                mark(exchange, "internal"),
                                arguments(exchange)))
                .toList();
    }

    private List<String> queues() throws IOException, InterruptedException {
        return list("list_queues", "name", "durable", "auto_delete", "exclusive", "arguments").stream()
                .map(queue -> "queue %s%s%s%s%s"
                        .formatted(
                                queue.get("name"),
                                mark(queue, "durable"),
                                mark(queue, "auto_delete"),
                                mark(queue, "exclusive"),
                                arguments(queue)))
                .toList();
    }

    private List<String> bindings() throws IOException, InterruptedException {
        return list("list_bindings", "source_name", "routing_key", "destination_name", "arguments").stream()
                .filter(binding -> !binding.get("source_name").toString().isEmpty())
                .map(binding -> "binding %s %s -> %s%s"
                        .formatted(
                                binding.get("source_name"),
                                binding.get("routing_key"),
                                binding.get("destination_name"),
                                arguments(binding)))
                .toList();
    }

    private List<Map<String, Object>> list(String what, String... columns) throws IOException, InterruptedException {
        var arguments = Stream.of(Stream.of(what), Stream.of(columns), Stream.of("--formatter", "json"))
                .flatMap(words -> words);
        return JsonPath.from(broker.control(arguments.toArray(String[]::new))).getList("$");
    }

    private static String mark(Map<String, Object> row, String name) {
        return Boolean.TRUE.equals(row.get(name)) ? " " + name : "";
    }

    /** Some versions write a table as such, others as a list of names, types and values. */
    private static String arguments(Map<String, Object> row) {
        var set = new TreeMap<String, Object>();
        switch (row.get("arguments")) {
            case Map<?, ?> table -> table.forEach((name, value) -> set.put(name.toString(), value));
            case List<?> list ->
                list.forEach(entry -> set.put(((List<?>) entry).getFirst().toString(), ((List<?>) entry).getLast()));
            default -> throw new IllegalStateException("arguments of another form: " + row);
        }
        return set.isEmpty() ? "" : " " + set;
    }
}
