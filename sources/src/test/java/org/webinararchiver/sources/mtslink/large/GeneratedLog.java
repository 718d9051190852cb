package org.webinararchiver.sources.mtslink.large;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** The description of a meeting that is written while it is read, as long as is asked for. */
final class GeneratedLog extends InputStream {
    /** What a long meeting has of things that are kept. */
    private static final int MOST_FILES = 3_000;

    private static final int MOST_MESSAGES = 20_000;

    private final Random random;
    private final long bytes;
    private byte[] piece = utf8("{\"name\":\"A long meeting\",\"duration\":36000,\"eventLogs\":[");
    private int offset;
    private long given;
    private boolean ended;
    private int events;
    private int files;
    private int messages;

    /** @param bytes after which no further event begins */
    GeneratedLog(long seed, long bytes) {
        this.random = new Random(seed);
        this.bytes = bytes;
    }

    int files() {
        return files;
    }

    int messages() {
        return messages;
    }

    long given() {
        return given;
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int start, int most) {
        if (offset == piece.length && !next()) {
            return -1;
        }
        var count = Math.min(most, piece.length - offset);
        System.arraycopy(piece, offset, buffer, start, count);
        offset += count;
        given += count;
        return count;
    }

    private boolean next() {
        if (ended) {
            return false;
        }
        ended = given >= bytes;
        piece = utf8(ended ? "{}]}" : event() + ",");
        offset = 0;
        return true;
    }

    private String event() {
        var at = Integer.toString(events++ % 36_000);
        return switch (random.nextInt(8)) {
            case 0 -> file(at);
            case 1 -> message(at);
            case 2 -> slide(at);
            case 3 -> snapshot(at);
            case 4, 5 -> audience(at);
            default -> unknown(at);
        };
    }

    private String file(String at) {
        if (files == MOST_FILES) {
            return unknown(at);
        }
        files++;
        return """
                {"module":"mediasession.add","relativeTime":%s,"data":{"id":%d,"url":"https://media.example/%d.mp4",\
                "stream":{"id":%d,"conference":{"id":%d}}}}""".formatted(at, files, files, files, files % 50);
    }

    private String message(String at) {
        if (messages == MOST_MESSAGES) {
            return unknown(at);
        }
        messages++;
        return """
                {"module":"message.add","relativeTime":%s,"data":{"id":%d,"text":"%s"}}""".formatted(at, messages, "Да! ".repeat(1 + random.nextInt(50)));
    }

    /** Repeats the whole deck each time, as the platform does. */
    private String slide(String at) {
        return """
                {"module":"presentation.update","relativeTime":%s,"data":{"slideIndex":1,"fileReference":{"file":\
                {"id":1,"slides":[%s{"name":"last"}]}}}}""".formatted(at, """
                {"name":"page","url":"https://media.example/deck/page.png"},""".repeat(100));
    }

    /** Lists what is running, now and then a great deal. */
    private String snapshot(String at) {
        var sessions = random.nextInt(1000) == 0 ? 5_000 : 20;
        return """
                {"relativeTime":%s,"snapshot":{"data":{"mediasession":[%s{}]}}}""".formatted(at, """
                {"id":1,"url":"https://media.example/1.mp4","stream":{"id":1,"conference":{"id":1}}},""".repeat(sessions));
    }

    private String audience(String at) {
        return """
                {"module":"userlist.%s","relativeTime":%s,"data":[%s{"user":{"id":7}}]}""".formatted(random.nextBoolean() ? "online" : "offline", at, """
                        {"user":{"id":123456789,"nickname":"Somebody in the audience"}},""".repeat(random.nextInt(200)));
    }

    private String unknown(String at) {
        return """
                {"module":"poll.update","relativeTime":%s,"data":{"votes":[%s0]}}""".formatted(at, "17,".repeat(random.nextInt(2_000)));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
