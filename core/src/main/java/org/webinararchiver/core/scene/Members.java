package org.webinararchiver.core.scene;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Participant;
import org.webinararchiver.core.manifest.Track;
import org.webinararchiver.core.scene.Member.Channel;
import org.webinararchiver.core.timeline.Appearance;
import org.webinararchiver.core.timeline.SpanSeries;

/** Who takes part in a recording. */
final class Members {
    /** Whoever pauses for less goes on speaking; otherwise they would come and go with each breath. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Members() {}

    /** All of them, by their standing. */
    static List<Member> of(Manifest manifest, List<Appearance> appearances, Speech speech) {
        var patient = speech.patient(PATIENCE);
        var channels = new LinkedHashMap<String, List<Channel>>();
        for (var appearance : appearances) {
            var track = appearance.track();
            if (track.kind() == Track.Kind.PERSON) {
                channels.computeIfAbsent(track.participant().orElse(track.id()), any -> new ArrayList<>())
                        .add(channel(appearance, patient));
            }
        }
        var participants = manifest.participants().stream()
                .collect(Collectors.toMap(Participant::id, Function.identity(), (first, again) -> first));
        var members = new ArrayList<Member>();
        channels.forEach((id, theirs) -> members.add(member(id, theirs, manifest, participants, members.size())));
        return members.stream().sorted(Member.STANDING).toList();
    }

    private static Member member(
            String id, List<Channel> channels, Manifest manifest, Map<String, Participant> participants, int place) {
        var isLecturer = manifest.lecturer().filter(id::equals).isPresent();
        return new Member(id, Optional.ofNullable(participants.get(id)), isLecturer, channels, place);
    }

    private static Channel channel(Appearance appearance, Speech speech) {
        var track = appearance.track().id();
        var spoken = speech.knows(track) ? Optional.of(speech.of(track)) : Optional.<SpanSeries>empty();
        return new Channel(track, appearance.seenAt(), appearance.heardAlone(), spoken);
    }
}
