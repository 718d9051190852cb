package org.webinararchiver.core.scene;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.webinararchiver.core.manifest.Participant;
import org.webinararchiver.core.timeline.Span;
import org.webinararchiver.core.timeline.SpanSeries;

/**
 * Somebody through the whole recording, with all their tracks.
 *
 * @param id the participant's id, or the track's where nobody knows whose it is
 * @param place among all of them, in the manifest's order
 */
record Member(String id, Optional<Participant> participant, boolean isLecturer, List<Channel> channels, int place) {

    /** A track of theirs: when it is seen, when it is heard without that, and when it is heard to say something. */
    record Channel(String track, SpanSeries seen, SpanSeries heard, Optional<SpanSeries> spoken) {

        /** Whether it sounds at an instant; silence of which is known that it is silence does not. */
        boolean sounds(Duration instant, boolean hidesSilent) {
            return heard.at(instant).isPresent() && (!hidesSilent || spoken.isEmpty() || speaks(instant));
        }

        boolean speaks(Duration instant) {
            return spoken.flatMap(series -> series.at(instant)).isPresent();
        }

        Stream<Span> times() {
            return Stream.of(Stream.of(seen, heard), spoken.stream())
                    .flatMap(series -> series)
                    .flatMap(series -> series.spans().stream());
        }
    }

    /**
     * Who comes first: the lecturer, then whoever speaks most, then whoever is seen longest. It is the same through the
     * whole recording, so that people keep their places.
     */
    static final Comparator<Member> STANDING = Comparator.comparing(Member::isLecturer, Comparator.reverseOrder())
            .thenComparing(Member::speaking, Comparator.reverseOrder())
            .thenComparing(Member::seen, Comparator.reverseOrder())
            .thenComparingInt(Member::place);

    Member {
        channels = List.copyOf(channels);
    }

    private Duration speaking() {
        return sum(channels.stream().flatMap(channel -> channel.spoken().stream()));
    }

    private Duration seen() {
        return sum(channels.stream().map(Channel::seen));
    }

    private static Duration sum(Stream<SpanSeries> series) {
        return series.map(SpanSeries::inAll).reduce(Duration.ZERO, Duration::plus);
    }

    /** How they are there at an instant; empty when they are not. Of two cameras the later one is shown. */
    Optional<Person> at(Duration instant, boolean hidesSilent) {
        var camera = channels.stream()
                .filter(channel -> channel.seen().at(instant).isPresent())
                .max(Comparator.comparing(
                        channel -> channel.seen().at(instant).orElseThrow().from()));
        if (camera.isPresent()) {
            return hidesSilent && isSilent(instant)
                    ? Optional.empty()
                    : Optional.of(person(camera.get(), instant, true));
        }
        return channels.stream()
                .filter(channel -> channel.sounds(instant, hidesSilent))
                .findFirst()
                .map(channel -> person(channel, instant, false));
    }

    private boolean isSilent(Duration instant) {
        return !isLecturer
                && channels.stream().allMatch(channel -> channel.spoken().isPresent())
                && !speaks(instant);
    }

    private Person person(Channel channel, Duration instant, boolean seen) {
        var name = participant.map(known -> known.nameAt(instant)).orElse("");
        return new Person(id, channel.track(), name, seen);
    }

    boolean speaks(Duration instant) {
        return channels.stream().anyMatch(channel -> channel.speaks(instant));
    }

    /** Since when they have been speaking, for somebody who speaks. */
    Duration speaksSince(Duration instant) {
        return channels.stream()
                .flatMap(channel -> channel.spoken().flatMap(series -> series.at(instant)).stream())
                .map(Span::from)
                .min(Comparator.naturalOrder())
                .orElse(instant);
    }

    /** When they spoke last before an instant; zero for who did not. */
    Duration spokeLast(Duration instant) {
        return channels.stream()
                .flatMap(channel -> channel.spoken().flatMap(series -> series.begunAt(instant)).stream())
                .map(span -> span.holds(instant) ? instant : span.until())
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** Every instant at which something about them may change. */
    Stream<Duration> changes() {
        var times = channels.stream().flatMap(Channel::times).flatMap(span -> Stream.of(span.from(), span.until()));
        var names =
                participant.stream().flatMap(known -> known.names().stream()).map(naming -> naming.from());
        return Stream.concat(times, names);
    }
}
