package org.webinararchiver.systemtests.services;

import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.webinararchiver.simulator.meeting.Access;
import org.webinararchiver.simulator.meeting.Excess;
import org.webinararchiver.simulator.meeting.Excess.Parting;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.PictureSpec;
import org.webinararchiver.simulator.meeting.Take;
import org.webinararchiver.simulator.meeting.TwinSpec;
import org.webinararchiver.simulator.server.Fault;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.simulator.server.Spoilage;

/**
 * A webinar in which everything happens that a log can tell of, in more files than one batch has, on a platform that
 * fails in every way it knows, and a small one on a host of its own that is not for everybody.
 */
final class HostileWebinar {
    private static final int CONNECTIONS = 3;
    private static final int BYTES_A_SECOND = 200_000;
    private static final Duration LATENCY = Duration.ofMillis(100);

    /** So rare that no file fails at random in every attempt that there is. */
    private static final double NOW_AND_THEN = 0.1;

    /** One more than are followed. */
    private static final int REDIRECTS_PAST_PATIENCE = 6;

    private static final Duration AFTERWARDS = lasting(1);

    static final Meeting MEETING = Meeting.named("hostile")
            .titled("Всё сразу")
            .lecturer(
                    "Anna",
                    anna -> anna.cameraInFiles(at(0), at(32), lasting(0.5))
                            .camera(at(32), lasting(2), PictureSpec.of(320, 240, 15))
                            .camera(at(37), lasting(3), new Excess(lasting(1.5), Duration.ZERO))
                            .screen(
                                    at(3),
                                    lasting(4),
                                    PictureSpec.CAMERA,
                                    Excess.after(AFTERWARDS, Parting.STREAM_DELETED))
                            .screen(
                                    at(9),
                                    lasting(2),
                                    PictureSpec.CAMERA,
                                    Excess.after(AFTERWARDS, Parting.SOURCE_DELETED))
                            .renamed(at(5), "Anna Petrovna"))
            .participant(
                    "Boris",
                    boris -> boris.microphone(at(2), lasting(6), Excess.after(AFTERWARDS, Parting.SOURCE_DELETED)))
            .participant(
                    "Vera",
                    vera -> vera.microphone(at(4), lasting(5), Excess.after(AFTERWARDS, Parting.CONFERENCE_DELETED)))
            .participant("Gleb", gleb -> gleb.camera(at(6), lasting(5), Excess.after(AFTERWARDS, Parting.WENT_OFFLINE)))
            .participant(
                    "Dora", dora -> dora.camera(at(20), lasting(4), Excess.after(AFTERWARDS, Parting.STREAM_DELETED)))
            .participant(
                    "Zoya",
                    zoya -> zoya.cameraInTwin(at(24), lasting(3), TwinSpec.USUAL)
                            .cameraInTwin(
                                    at(28),
                                    lasting(4),
                                    TwinSpec.USUAL.inRanges().withEncryption().breakingAt(lasting(2)))
                            .cameraInTwin(at(33), lasting(2), TwinSpec.USUAL.withoutEnd()))
            .slide(at(1), 1, 1)
            .slide(at(3), 1, 2)
            .slide(at(5.5), 2, 1)
            .slide(at(7), 2, 2)
            .deckPutAway(at(8), 2)
            .message(at(2), "Boris", "Слышно хорошо.")
            .question(at(4), "Vera", "А где исток?")
            .message(at(6), "Gleb", "Не в болоте ли?")
            .written();

    /** Only for those who were invited, and told of by snapshots alone. */
    static final Meeting INVITED = Meeting.named("hostile-to-strangers")
            .titled("Для своих")
            .closed(Access.Refusal.BODY)
            .toldBySnapshots()
            .lecturer("Inna", inna -> inna.cameraInFiles(at(0), at(9), lasting(3)))
            .participant("Egor", egor -> egor.microphone(at(4), lasting(4)))
            .written();

    private static final List<Take> IN_TWINS =
            MEETING.takes().stream().filter(take -> take.twin().isPresent()).toList();

    /** Its file has no picture, and its twin has. */
    private static final Take PICTURE_IN_TWIN = IN_TWINS.get(0);

    /** Its file is gone, and its twin, of two encrypted runs, is there. */
    private static final Take ONLY_IN_TWIN = IN_TWINS.get(1);

    /** Its file has no picture, and the playlist of its twin has no end. */
    static final Take OF_ENDLESS_TWIN = IN_TWINS.get(2);

    private final Simulator platform;
    private final List<Take> lost = new ArrayList<>();

    private HostileWebinar(Simulator platform) {
        this.platform = platform;
    }

    /** Turns all faults on; which files they hit is drawn by lot. */
    static HostileWebinar on(Simulator platform, Random chance) {
        var webinar = new HostileWebinar(platform);
        platform.connections().limit(CONNECTIONS);
        platform.network().latency(LATENCY);
        platform.network().bandwidth(BYTES_A_SECOND);
        platform.refuseMediaToStrangers();
        // Only one refusal: a budget that has become small by then would never ask for too much.
        platform.disturb(MEETING, Fault.InTurn.of(new Fault.BusyFirst(1, 1), new Fault.BombsFirst(1)));
        webinar.disturbTwins();
        var unlucky = new ArrayList<>(MEETING.takes());
        unlucky.removeAll(IN_TWINS);
        Collections.shuffle(unlucky, chance);
        webinar.disturb(unlucky.iterator(), chance);
        return webinar;
    }

    /**
     * Turns on the faults of the small one. Among them is what takes a minute to be recognised, and would keep all else
     * waiting on a host that bears little.
     */
    static void disturbElsewhere(Simulator elsewhere) {
        elsewhere.refuseMediaToStrangers();
        elsewhere.disturb(
                INVITED,
                Fault.InTurn.of(
                        new Fault.LoopsFirst(1),
                        new Fault.BusyFirst(1, 1),
                        new Fault.TruncatedOnce(),
                        new Fault.FailFirst(1, 503),
                        new Fault.StallsFirst(1)));
        elsewhere.disturb(INVITED.takes().getFirst(), new Fault.DripsFirst(1));
    }

    private void disturbTwins() {
        platform.disturb(ONLY_IN_TWIN, new Fault.Missing());
        platform.disturbTwin(
                PICTURE_IN_TWIN,
                Fault.InTurn.of(new Fault.BusyFirst(1, 1), new Fault.TruncatedOnce(), new Fault.LoopsFirst(1)));
        platform.disturbTwin(
                ONLY_IN_TWIN,
                Fault.InTurn.of(new Fault.FailFirst(1, 503), new Fault.StallsFirst(1), new Fault.BoastsFirst(1)));
    }

    private void disturb(Iterator<Take> unlucky, Random chance) {
        for (int i = 0; i < 2; i++) {
            var gone = unlucky.next();
            lost.add(gone);
            platform.disturb(gone, new Fault.Missing());
            platform.disturb(unlucky.next(), new Fault.FailFirst(1 + i, 500 + i));
            platform.disturb(unlucky.next(), new Fault.TruncatedOnce());
        }
        platform.disturb(unlucky.next(), new Fault.FailFirst(1, 429));
        platform.disturb(unlucky.next(), new Fault.StallsFirst(1));
        platform.disturb(unlucky.next(), new Fault.BoastsFirst(1));
        platform.disturb(unlucky.next(), new Fault.BombsFirst(1));
        platform.disturb(unlucky.next(), new Fault.LoopsFirst(REDIRECTS_PAST_PATIENCE));
        for (var how : Spoilage.values()) {
            platform.disturb(unlucky.next(), new Fault.Spoilt(1, how));
        }
        platform.disturbSlide(MEETING, 1, 2, new Fault.StallsFirst(1));
        platform.disturbDeck(MEETING, 1, new Fault.FailFirst(1, 503));
        for (int i = 0; i < 10; i++) {
            platform.disturb(unlucky.next(), new Fault.AtRandom(chance.nextLong(), NOW_AND_THEN, 502));
        }
    }

    /** What nobody can have any of. */
    List<Take> lost() {
        return List.copyOf(lost);
    }

    /** The files and playlists that nobody can have. */
    List<String> lostAddresses() {
        var files = Stream.concat(lost.stream(), Stream.of(ONLY_IN_TWIN)).map(take -> platform.fileOf(MEETING, take));
        var twins =
                Stream.concat(lost.stream(), Stream.of(OF_ENDLESS_TWIN)).map(take -> platform.twinOf(MEETING, take));
        return Stream.concat(files, twins).map(URI::toString).toList();
    }
}
