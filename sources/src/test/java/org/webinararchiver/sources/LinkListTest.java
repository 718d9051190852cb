package org.webinararchiver.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.link.list.LinkList;
import org.webinararchiver.core.link.list.LinkListParser;

class LinkListTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    private final Sources sources = SourcesProducer.standard();
    private final LinkListParser parser = new LinkListParser(sources::recognise, sources.linkForms());

    @Test
    void aListOfEveryFormOfLinkIsRead() {
        var list = parser.parse("""
                # Осенний семестр
                Алгебра | https://my.mts-link.ru/88314261/9993004207/record-new/9556828372/record-file/1694976671
                https://my.mts-link.ru/12345678/987654321/record-new/123456789 | Геометрия
                1. Интернет вещей https://my.mts-link.ru/j/Flant/iot_1007/record-new/19856070522/?utm=1 // ещё раз
                https://hse.mts-link.ru/1/2/record/3, https://webinar.company.ru/1/2/record-new/4
                закрытая https://events.webinar.ru/1/2/record-new/5/%s
                https://my.mts-link.ru/1/2/record-new/123456789
                https://example.com/1
                """.formatted(TOKEN));
        assertThat(list.entries())
                .extracting(
                        LinkList.Entry::line,
                        LinkList.Entry::name,
                        entry -> entry.link().link().key())
                .containsExactly(
                        tuple(2, Optional.of("Алгебра"), "mts-link.ru/9556828372/1694976671"),
                        tuple(3, Optional.of("Геометрия"), "mts-link.ru/123456789"),
                        tuple(4, Optional.of("Интернет вещей"), "mts-link.ru/19856070522"),
                        tuple(5, Optional.empty(), "mts-link.ru/3"),
                        tuple(5, Optional.empty(), "webinar.company.ru/4"),
                        tuple(6, Optional.of("закрытая"), "mts-link.ru/5"));
        assertThat(list.entries().getLast().link().pass().secret("recordAccessToken"))
                .isPresent();
        assertThat(list.complaints())
                .extracting(LinkList.Complaint::line, LinkList.Complaint::kind)
                .containsExactly(
                        tuple(7, LinkList.Complaint.Kind.DUPLICATE), tuple(8, LinkList.Complaint.Kind.NOT_A_RECORDING));
        assertThat(list.complaints().getLast().reason()).contains("/record-new/{session}");
        assertThat(list.toString()).doesNotContain(TOKEN);
    }
}
