package org.webinararchiver.platform.storage;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A name that every store can keep an object under: components of {@code A-Z a-z 0-9 . _ = -} joined by single slashes,
 * for example {@code recordings/0190f3a2/segments/4f1c.mp4}.
 *
 * <p>No component ends in a dot: {@code .} and {@code ..} would lead elsewhere, and Windows drops a dot at the end.
 *
 * @param value at most {@value #LONGEST} characters, at most {@value #LONGEST_COMPONENT} a component (a file's name may
 *     have 255, and stores add some of their own while they write)
 */
public record ObjectKey(String value) {
    /** Below the 1,024 bytes of S3, so that a server may put a prefix before it. */
    public static final int LONGEST = 900;

    public static final int LONGEST_COMPONENT = 200;

    private static final Pattern COMPONENT = Pattern.compile("[A-Za-z0-9._=-]*[A-Za-z0-9_=-]");
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9._=/-]*");

    public ObjectKey {
        if (value.length() > LONGEST || !components(value).stream().allMatch(ObjectKey::isComponent)) {
            throw new IllegalArgumentException("not a key of an object: " + value);
        }
    }

    /** The components in order; at least one. */
    public List<String> components() {
        return components(value);
    }

    /** Returns the key unchanged, or refuses it with an {@link IllegalArgumentException}. */
    public static String require(String key) {
        return new ObjectKey(key).value();
    }

    /** Returns the beginning of keys unchanged; empty is the beginning of them all. */
    public static String requirePrefix(String prefix) {
        int slash = prefix.lastIndexOf('/');
        boolean plain = prefix.length() <= LONGEST && PREFIX.matcher(prefix).matches();
        if (!plain || (slash >= 0 && !isKey(prefix.substring(0, slash)))) {
            throw new IllegalArgumentException("not the beginning of keys: " + prefix);
        }
        return prefix;
    }

    /** Whether this could stand between two slashes of a key. */
    public static boolean isComponent(String name) {
        return name.length() <= LONGEST_COMPONENT && COMPONENT.matcher(name).matches();
    }

    private static boolean isKey(String text) {
        return components(text).stream().allMatch(ObjectKey::isComponent);
    }

    private static List<String> components(String key) {
        return Arrays.asList(key.split("/", -1));
    }

    @Override
    public String toString() {
        return value;
    }
}
