package org.webinararchiver.systemtests.services;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Some of very many cases, of which each run tries a few: {@code faults.cases} says how many, {@code tests.seed} which.
 */
final class SomeCases {
    private static final int USUALLY = 6;

    private SomeCases() {}

    static Stream<Arguments> of(List<Arguments> all) {
        Collections.shuffle(all, new Random(Long.getLong("tests.seed", 0)));
        return all.stream().limit(Integer.getInteger("faults.cases", USUALLY));
    }
}
