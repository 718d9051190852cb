package org.webinararchiver.sources.mtslink.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListedPageTest {

    @ParameterizedTest
    @CsvSource({
        "0, 100",
        "1, 100",
        "9, 100",
        "10, 100",
        "11, 100",
        "99, 100",
        "100, 100",
        "101, 100",
        "250, 100",
        "250, 7",
        "30, 1"
    })
    void pageByPageEveryRecordIsReadOnce(int inAll, int mostAPage) {
        var all = records(inAll);
        var read = new ArrayList<ListedRecord>();
        read(offset -> all.subList(Math.min(offset, inAll), Math.min(offset + mostAPage, inAll)), read);
        assertThat(read).containsExactlyElementsOf(all);
    }

    @Test
    void aListThatDoesNotHeedTheOffsetIsReadOnce() {
        var all = records(100);
        var read = new ArrayList<ListedRecord>();
        read(offset -> all, read);
        assertThat(read).containsExactlyElementsOf(all);
    }

    @Test
    void deletingUpToTenRecordsMeanwhileHidesNoOther() {
        var all = new ArrayList<>(records(250));
        var read = new LinkedHashSet<ListedRecord>();
        read(
                offset -> {
                    var page =
                            List.copyOf(all.subList(Math.min(offset, all.size()), Math.min(offset + 100, all.size())));
                    if (offset == 0) {
                        all.subList(0, 10).clear();
                    }
                    return page;
                },
                read);
        assertThat(read).containsAll(records(250));
    }

    @Test
    void recordsThatWereAddedInFrontMeanwhileShowNoOtherTwice() {
        var all = new ArrayList<>(records(250));
        var read = new ArrayList<ListedRecord>();
        read(
                offset -> {
                    var page =
                            List.copyOf(all.subList(Math.min(offset, all.size()), Math.min(offset + 100, all.size())));
                    if (offset == 0) {
                        all.add(0, record(1000));
                    }
                    return page;
                },
                read);
        assertThat(read).containsExactlyElementsOf(records(250));
    }

    @Test
    void aRecordThatIsThereTwiceInAPageCountsOnce() {
        var page = new ListedPage(0, List.of(record(1), record(1), record(2)));
        assertThat(page.withoutThoseOf(Set.of())).containsExactly(record(1), record(2));
    }

    private static void read(IntFunction<List<ListedRecord>> platform, Collection<ListedRecord> into) {
        Set<ListedRecord> before = Set.of();
        var offset = 0;
        while (true) {
            var page = new ListedPage(offset, platform.apply(offset));
            into.addAll(page.withoutThoseOf(before));
            var next = page.next(before);
            if (next.isEmpty()) {
                return;
            }
            before = new HashSet<>(page.records());
            offset = next.getAsInt();
        }
    }

    private static List<ListedRecord> records(int count) {
        return IntStream.range(0, count).mapToObj(ListedPageTest::record).toList();
    }

    private static ListedRecord record(int number) {
        return new ListedRecord(Optional.of(Integer.toString(number)), Optional.empty(), Optional.empty());
    }
}
