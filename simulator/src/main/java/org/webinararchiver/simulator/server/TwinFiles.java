package org.webinararchiver.simulator.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.webinararchiver.simulator.meeting.Take;
import org.webinararchiver.simulator.meeting.TwinPart;
import org.webinararchiver.simulator.meeting.TwinPart.Stream;
import org.webinararchiver.simulator.meeting.TwinSpec;
import org.webinararchiver.simulator.meeting.TwinSpec.Packing;

/**
 * The files of one twin: {@code playlist.m3u8}, and for each of its streams, {@code v1}, {@code v2} and {@code a1},
 * {@code v1/index.m3u8}, {@code v1/0/init.mp4}, {@code v1/0/1.m4s} and {@code v1/0/all.mp4}, where the first number is
 * the part's; and the {@code key} of all of them.
 */
final class TwinFiles {
    private final Take take;
    private final TwinSpec twin;
    private final MediaFiles files;

    TwinFiles(Take take, MediaFiles files) {
        this.take = take;
        this.twin = take.twin().orElseThrow();
        this.files = files;
    }

    /** The bytes at an address within the twin; empty where there is nothing. */
    Optional<byte[]> at(String address) throws IOException, InterruptedException {
        var steps = address.split("/");
        if (address.equals("playlist.m3u8")) {
            return Optional.of(TwinPlaylists.master(take).getBytes(StandardCharsets.UTF_8));
        }
        if (address.equals("key")) {
            return Optional.of(key());
        }
        var stream = stream(steps[0]);
        if (stream.isEmpty()) {
            return Optional.empty();
        }
        var parts = TwinPart.of(take, twin, stream.get());
        if (steps.length == 2 && steps[1].equals("index.m3u8")) {
            return Optional.of(new TwinPlaylists(twin).media(packed(parts)).getBytes(StandardCharsets.UTF_8));
        }
        return steps.length == 3 && steps[1].matches("[01]") && Integer.parseInt(steps[1]) < parts.size()
                ? ofPart(packed(parts).get(Integer.parseInt(steps[1])), steps[2])
                : Optional.empty();
    }

    private static Optional<Stream> stream(String name) {
        return switch (name) {
            case "v1" -> Optional.of(Stream.SMALL_PICTURE);
            case "v2" -> Optional.of(Stream.PICTURE);
            case "a1" -> Optional.of(Stream.SOUND);
            default -> Optional.empty();
        };
    }

    private Optional<byte[]> ofPart(PackedPart part, String name) {
        if (name.equals("init.mp4")) {
            return Optional.of(part.description());
        }
        if (name.equals("all.mp4") && twin.packing() == Packing.RANGES) {
            return Optional.of(part.joined());
        }
        var number = name.matches("\\d{1,6}\\.m4s") ? Integer.parseInt(name.substring(0, name.indexOf('.'))) : -1;
        return number >= 0 && number < part.pieces().size()
                ? Optional.of(part.pieces().get(number))
                : Optional.empty();
    }

    private List<PackedPart> packed(List<TwinPart> parts) throws IOException, InterruptedException {
        var packed = new ArrayList<PackedPart>();
        int number = 0;
        for (var part : parts) {
            var fragments = split(Files.readAllBytes(files.of(part)));
            var pieces = new ArrayList<byte[]>();
            for (var piece :
                    pieces(fragments.subList(1, fragments.size()), part.pieces().size())) {
                pieces.add(twin.encrypted() ? encrypted(piece, number) : piece);
                number++;
            }
            packed.add(new PackedPart(fragments.getFirst(), pieces, part.pieces()));
        }
        return packed;
    }

    /**
     * Sound lasts a little longer than its take, which can make a fragment of its own: it belongs to the last piece.
     */
    private static List<byte[]> pieces(List<byte[]> fragments, int count) {
        var pieces = new ArrayList<>(fragments.subList(0, count - 1));
        var last = new ByteArrayOutputStream();
        fragments.subList(count - 1, fragments.size()).forEach(last::writeBytes);
        pieces.add(last.toByteArray());
        return pieces;
    }

    /** The description, then each fragment with its data. */
    private static List<byte[]> split(byte[] file) {
        var bytes = ByteBuffer.wrap(file);
        var pieces = new ArrayList<byte[]>();
        var current = new ByteArrayOutputStream();
        for (int at = 0; at < file.length; at += bytes.getInt(at)) {
            if (new String(file, at + 4, 4, StandardCharsets.US_ASCII).equals("moof")) {
                pieces.add(current.toByteArray());
                current.reset();
            }
            current.write(file, at, bytes.getInt(at));
        }
        pieces.add(current.toByteArray());
        return pieces;
    }

    private byte[] key() {
        return take.file().substring(0, 16).toUpperCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
    }

    private byte[] encrypted(byte[] piece, long number) {
        try {
            var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            var vector = ByteBuffer.allocate(16).putLong(8, number).array();
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key(), "AES"), new IvParameterSpec(vector));
            return cipher.doFinal(piece);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES", e);
        }
    }
}
