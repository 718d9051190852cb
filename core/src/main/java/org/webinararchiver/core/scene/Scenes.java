package org.webinararchiver.core.scene;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Message;
import org.webinararchiver.core.manifest.Slide;
import org.webinararchiver.core.timeline.Appearance;
import org.webinararchiver.core.timeline.Span;

/** Divides a recording into scenes, each ending exactly where something of it changes. */
public final class Scenes {
    private final List<Member> members;
    private final Stages stages;
    private final Company company;
    private final List<Duration> messages;
    private final SceneRules rules;

    private Scenes(List<Member> members, Stages stages, List<Duration> messages, SceneRules rules) {
        this.members = members;
        this.stages = stages;
        this.company = new Company(rules);
        this.messages = messages;
        this.rules = rules;
    }

    /**
     * The scenes from zero to the end of a recording, in order, each beginning where the one before it ends.
     *
     * @param appearances of all tracks of the manifest
     * @param hasPicture whether the picture of a slide is there
     * @param duration of the recording; none where it lasts no time
     */
    public static List<Scene> of(
            Manifest manifest,
            List<Appearance> appearances,
            Predicate<Slide> hasPicture,
            Speech speech,
            SceneRules rules,
            Duration duration) {
        var messages = rules.messages()
                ? manifest.proceedings().messages().stream().map(Message::at).toList()
                : List.<Duration>of();
        return new Scenes(
                        Members.of(manifest, appearances, speech),
                        Stages.of(manifest, appearances, hasPicture),
                        messages,
                        rules)
                .until(duration);
    }

    private List<Scene> until(Duration duration) {
        var scenes = new ArrayList<Scene>();
        var instants = new ArrayList<>(instants(duration));
        for (int next = 1; next < instants.size(); next++) {
            var scene = scene(new Span(instants.get(next - 1), instants.get(next)));
            if (!scenes.isEmpty() && scenes.getLast().isLike(scene)) {
                scenes.add(scenes.removeLast().until(scene.time().until()));
            } else {
                scenes.add(scene);
            }
        }
        return scenes;
    }

    private TreeSet<Duration> instants(Duration duration) {
        var instants = new TreeSet<>(List.of(Duration.ZERO, duration));
        Stream.of(members.stream().flatMap(Member::changes), stages.changes(), messages.stream())
                .flatMap(changes -> changes)
                .filter(instant -> instant.isPositive() && instant.compareTo(duration) < 0)
                .forEach(instants::add);
        return instants;
    }

    private Scene scene(Span time) {
        var present = present(time.from());
        var stage = stages.at(time.from(), present);
        if (stage instanceof Stage.Camera(var onStage)) {
            present.values().remove(onStage);
        }
        var people = company.at(time.from(), present);
        int more = rules.places() == 0 ? 0 : present.size() - people.size();
        return new Scene(time, stage, people, more, messagesBy(time.from()));
    }

    private Map<Member, Person> present(Duration instant) {
        var present = new LinkedHashMap<Member, Person>();
        for (var member : members) {
            member.at(instant, rules.hidesSilent()).ifPresent(person -> present.put(member, person));
        }
        return present;
    }

    private int messagesBy(Duration instant) {
        return (int) messages.stream()
                .takeWhile(written -> written.compareTo(instant) <= 0)
                .count();
    }
}
