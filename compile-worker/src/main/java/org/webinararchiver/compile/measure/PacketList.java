package org.webinararchiver.compile.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Goes through a list of all packets and compares it with what is expected; keeps nothing but counts. */
final class PacketList {
    static final int PICTURE = 0;

    private static final Pattern TICKS = Pattern.compile("#tb (\\d{1,2}): (\\d{1,9})/(\\d{1,9})");
    private static final Duration TOLERANCE = Duration.ofMillis(5);
    private static final long NANOS = 1_000_000_000L;

    private final Map<Integer, Double> nanosInTick = new HashMap<>();
    private final Map<Integer, Long> lastDecoded = new HashMap<>();
    private final RunCount runs;

    PacketList(List<Expectation.Run> runs) {
        this.runs = new RunCount(runs, TOLERANCE);
    }

    /** Reads to the end. */
    void check(BufferedReader lines) throws IOException, Flaw {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            readClock(line);
            var packet = Packet.of(line);
            if (packet.isPresent()) {
                check(packet.get());
            }
        }
        runs.check();
    }

    private void readClock(String line) {
        var fields = TICKS.matcher(line);
        if (fields.matches()) {
            double nanos = NANOS * Double.parseDouble(fields.group(2)) / Double.parseDouble(fields.group(3));
            nanosInTick.put(Integer.valueOf(fields.group(1)), nanos);
        }
    }

    private void check(Packet packet) throws Flaw {
        var before = Optional.ofNullable(lastDecoded.put(packet.stream(), packet.decoded()));
        if (before.isPresent() && packet.decoded() <= before.get()) {
            throw new Flaw("stream %d goes back in time at %s"
                    .formatted(packet.stream(), time(packet.stream(), packet.decoded())));
        }
        if (packet.stream() == PICTURE) {
            runs.add(time(PICTURE, packet.shown()));
        }
    }

    private Duration time(int stream, long ticks) throws Flaw {
        var nanos = nanosInTick.get(stream);
        if (nanos == null) {
            throw new Flaw("stream %d has no clock".formatted(stream));
        }
        return Duration.ofNanos(Math.round(ticks * nanos));
    }
}
