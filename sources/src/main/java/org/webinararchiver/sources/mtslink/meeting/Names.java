package org.webinararchiver.sources.mtslink.meeting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.webinararchiver.core.manifest.Naming;
import org.webinararchiver.core.manifest.Participant;

/** Which names the log tells of whom. A name that is told again is remembered once, with when it was told last. */
final class Names {
    private final Map<Identity, List<Told>> byPerson = new LinkedHashMap<>();
    private int order;
    private int size;

    /** A name, when it was told first and last, and where in the log that was. */
    private record Told(String name, Duration first, Duration last, int firstOrder, int lastOrder) {
        Told again(Duration at, int place) {
            return new Told(name, first, at, firstOrder, place);
        }
    }

    void tell(Identity person, String name, Duration at) {
        order++;
        var told = byPerson.computeIfAbsent(person, anybody -> new ArrayList<>());
        if (!told.isEmpty() && told.getLast().name().equals(name)) {
            told.add(told.removeLast().again(at, order));
        } else {
            told.add(new Told(name, at, at, order, order));
            size += Weight.of(name);
        }
    }

    boolean know(Identity person) {
        return byPerson.containsKey(person);
    }

    int size() {
        return size;
    }

    /**
     * Everybody with a name, in the order in which they got the one they have.
     *
     * @param ids a person's id by any number they are known by
     */
    List<Participant> participants(Function<Identity, String> ids) {
        return byPerson.entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> ids.apply(entry.getKey()),
                        LinkedHashMap::new,
                        Collectors.flatMapping(entry -> entry.getValue().stream(), Collectors.toList())))
                .entrySet()
                .stream()
                .sorted(Comparator.comparing(entry -> last(entry.getValue()).lastOrder()))
                .map(entry -> participant(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Participant participant(String id, List<Told> told) {
        var last = last(told);
        var names = new ArrayList<Naming>();
        told.stream()
                .sorted(Comparator.comparing(Told::firstOrder))
                .forEach(each -> take(names, each.name(), each.first()));
        take(names, last.name(), last.last());
        return new Participant(id, last.name(), names.size() > 1 ? names : List.of());
    }

    /** Names are taken in the order of the log, even where its times go back. */
    private static void take(List<Naming> names, String name, Duration at) {
        if (names.isEmpty()) {
            names.add(new Naming(at, name));
        } else if (!names.getLast().name().equals(name)) {
            var before = names.getLast().from();
            names.add(new Naming(at.compareTo(before) < 0 ? before : at, name));
        }
    }

    private static Told last(List<Told> told) {
        return told.stream().max(Comparator.comparing(Told::lastOrder)).orElseThrow();
    }
}
