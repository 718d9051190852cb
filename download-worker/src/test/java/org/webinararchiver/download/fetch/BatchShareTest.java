package org.webinararchiver.download.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.manifest.Segment;

class BatchShareTest {
    private static final List<Segment> BATCH = IntStream.range(0, 4)
            .mapToObj(number -> URI.create("https://media.example/" + number))
            .map(url -> Segment.known(url.toString(), url))
            .toList();

    private final List<List<Segment>> left = new ArrayList<>();
    private final BatchShare share = new BatchShare(BATCH, 100, left::add);

    @Test
    void asLongAsItIsLittleAllIsBegun() {
        assertThat(BATCH).allMatch(share::begins);
        share.coming(99);
        assertThat(left).isEmpty();
    }

    @Test
    void whatIsNotBegunWhenItIsMuchIsLeftToOthersOnce() {
        share.begins(BATCH.get(1));
        share.coming(60);
        share.coming(40);
        share.coming(1000);
        assertThat(left).containsExactly(List.of(BATCH.get(0), BATCH.get(2), BATCH.get(3)));
        assertThat(BATCH).noneMatch(share::begins);
    }

    @Test
    void whenAllIsBegunNothingIsLeftHoweverMuchItIs() {
        BATCH.forEach(share::begins);
        share.coming(1000);
        assertThat(left).isEmpty();
    }
}
