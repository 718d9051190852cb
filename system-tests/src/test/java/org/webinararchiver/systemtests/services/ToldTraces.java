package org.webinararchiver.systemtests.services;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Messages about traces, in which names and the numbers of traces stand as they are.
 *
 * @param messages each as it came, a character for a byte
 */
public record ToldTraces(List<String> messages) {

    /** What {@link #written} has made. */
    public static ToldTraces read(String written) {
        return new ToldTraces(written.lines()
                .map(line -> new String(Base64.getDecoder().decode(line), ISO_8859_1))
                .toList());
    }

    /** Whether a service told of such a piece of a trace. */
    public boolean have(String service, String name, String trace) {
        var number = new String(HexFormat.of().parseHex(trace), ISO_8859_1);
        return messages.stream()
                .anyMatch(each -> each.contains(service) && each.contains(name) && each.contains(number));
    }

    /** A line for each message. */
    String written() {
        return messages.stream()
                .map(each -> Base64.getEncoder().encodeToString(each.getBytes(ISO_8859_1)))
                .collect(Collectors.joining("\n"));
    }
}
