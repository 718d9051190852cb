package org.webinararchiver.core.recording;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/**
 * What the sound of one participant is called among the files of a recording: their name, as far as file systems take
 * it, or {@code Participant}, with a number where others have it too.
 */
public record StemName(String value) {
    /** With what is before and after it, short enough for every file system. */
    private static final int MOST_BYTES = 80;

    private static final String NAMELESS = "Participant";

    /** Names for all participants, in their order, no two of which are the same even where only letters' sizes tell. */
    public static List<StemName> of(List<String> names) {
        var taken = new HashSet<String>();
        var all = new ArrayList<StemName>();
        for (var name : names) {
            int number = 1;
            var free = numbered(name, number);
            while (!taken.add(free.toLowerCase(Locale.ROOT))) {
                number++;
                free = numbered(name, number);
            }
            all.add(new StemName(free));
        }
        return all;
    }

    private static String numbered(String name, int number) {
        var ending = number == 1 ? "" : "-" + number;
        return SafeText.of(name, MOST_BYTES - ending.length(), NAMELESS) + ending;
    }
}
