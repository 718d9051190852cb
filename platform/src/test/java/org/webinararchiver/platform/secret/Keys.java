package org.webinararchiver.platform.secret;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

/** Keys to seal with, each known by a number. */
final class Keys {
    private Keys() {}

    static String text(int number) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) number);
        return Base64.getEncoder().encodeToString(bytes);
    }

    static SealKey key(int number) {
        return SealKey.read(text(number), "a test's key");
    }

    /** The first seals, all of them open. */
    static Seal seal(int... numbers) {
        return new Seal(keys(numbers));
    }

    private static List<SealKey> keys(int... numbers) {
        return IntStream.of(numbers).mapToObj(Keys::key).toList();
    }
}
