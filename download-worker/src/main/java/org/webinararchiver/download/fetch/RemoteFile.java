package org.webinararchiver.download.fetch;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.webinararchiver.core.web.Web;
import org.webinararchiver.core.web.WebAnswer;
import org.webinararchiver.core.web.WebRequest;
import org.webinararchiver.download.DownloadSettings.FileLimits;
import org.webinararchiver.platform.budget.OriginRests;

/** A file at its origin, which is asked for all of it or for ranges. The caller closes what it is answered. */
final class RemoteFile {
    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final int PARTIAL_CONTENT = 206;

    private final Web web;
    private final FileLimits limits;
    private final SegmentRequest request;

    RemoteFile(Web web, FileLimits limits, SegmentRequest request) {
        this.web = web;
        this.limits = limits;
        this.request = request;
    }

    URI url() {
        return request.url();
    }

    /**
     * The whole file, in one answer however large it is.
     *
     * @throws Refused when the origin will not, or not now
     * @throws WrongRange when it answers a range
     */
    Exchange whole(Connections connections) throws IOException, InterruptedException, OriginRests {
        var exchange = succeeded(ask(Map.of(), connections));
        if (exchange.answer().status() == PARTIAL_CONTENT) {
            throw refused(exchange, new WrongRange("the whole file", exchange.answer()));
        }
        return exchange;
    }

    /**
     * The file's beginning, or its whole when the origin knows no ranges, or none of a file whose length it cannot
     * tell: an answer with a {@link ContentRange}, or one with status 200.
     *
     * @throws Refused when the origin will not, or not now
     * @throws WrongRange when it answers another range
     */
    Exchange beginning(ByteRange asked, Connections connections) throws IOException, InterruptedException, OriginRests {
        var exchange = ask(Map.of("Range", asked.header()), connections);
        if (isOfAnEmptyFile(exchange.answer())) {
            return exchange.ofAnEmptyFile();
        }
        if (isOfNoUse(exchange.answer())) {
            unread(exchange);
            return whole(connections);
        }
        var told = ContentRange.in(succeeded(exchange).answer());
        if (told.isPresent()) {
            mustBe(asked.within(told.get().total()), told, exchange);
        }
        return exchange;
    }

    private static boolean isOfAnEmptyFile(WebAnswer answer) {
        return answer.status() == RANGE_NOT_SATISFIABLE
                && answer.header("content-range").map(String::strip).equals(Optional.of("bytes */0"));
    }

    private static boolean isOfNoUse(WebAnswer answer) {
        return answer.status() == RANGE_NOT_SATISFIABLE
                || (answer.status() == PARTIAL_CONTENT
                        && ContentRange.in(answer).isEmpty());
    }

    /**
     * A range of a version whose beginning is known.
     *
     * @throws FileChanged when the origin has another version by now
     * @throws Refused when the origin will not, or not now
     * @throws WrongRange when it answers another range
     */
    Exchange range(ByteRange asked, FileVersion version, Connections connections)
            throws IOException, InterruptedException, OriginRests {
        var exchange = ask(Map.of("Range", asked.header(), "If-Range", version.validator()), connections);
        if (exchange.answer().status() == RANGE_NOT_SATISFIABLE
                || succeeded(exchange).answer().status() != PARTIAL_CONTENT) {
            throw refused(exchange, new FileChanged());
        }
        var told = ContentRange.in(exchange.answer());
        if (told.isPresent()
                && !version.agreesWith(exchange.answer(), told.get().total())) {
            throw refused(exchange, new FileChanged());
        }
        mustBe(asked, told, exchange);
        return exchange;
    }

    private static void mustBe(ByteRange asked, Optional<ContentRange> told, Exchange exchange) throws IOException {
        boolean isAnswered = told.map(ContentRange::range).equals(Optional.of(asked));
        long length = exchange.answer().length().orElse(asked.length());
        if (!isAnswered || length != asked.length()) {
            throw refused(exchange, new WrongRange(asked.header(), exchange.answer()));
        }
    }

    private Exchange ask(Map<String, String> more, Connections connections)
            throws IOException, InterruptedException, OriginRests {
        var report = new OriginReport(connections.next());
        try {
            var asked = WebRequest.to(url()).withHeaders(request.headers()).withHeaders(more);
            return new Exchange(web.get(asked), report, limits);
        } catch (IOException e) {
            report.failed(e);
            throw e;
        }
    }

    private Exchange succeeded(Exchange exchange) throws IOException {
        if (!exchange.answer().succeeded()) {
            throw refused(exchange, new Refused(FetchFailure.refusal(url(), exchange.answer())));
        }
        return exchange;
    }

    private static <E extends IOException> E refused(Exchange exchange, E why) throws IOException {
        unread(exchange);
        return why;
    }

    private static void unread(Exchange exchange) throws IOException {
        exchange.done();
        exchange.close();
    }
}
