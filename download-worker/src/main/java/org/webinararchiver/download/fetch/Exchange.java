package org.webinararchiver.download.fetch;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.webinararchiver.core.web.WebAnswer;
import org.webinararchiver.download.DownloadSettings.FileLimits;
import org.webinararchiver.platform.storage.ObjectStoreException;

/** A request that was answered. The budget hears how the origin took it. */
final class Exchange implements Closeable {
    private final WebAnswer answer;
    private final OriginReport report;
    private final FileLimits limits;
    private final OriginBody body;

    Exchange(WebAnswer answer, OriginReport report, FileLimits limits) {
        this.answer = answer;
        this.report = report;
        this.limits = limits;
        this.body = new OriginBody(new LimitedBody(answer.body(), limits, System::nanoTime));
    }

    /** As if it had been answered with a file of no bytes, of which no range can be sent. */
    Exchange ofAnEmptyFile() throws IOException {
        answer.close();
        var nothing = new WebAnswer(200, Map.of("content-length", "0"), InputStream.nullInputStream());
        return new Exchange(nothing, report, limits);
    }

    WebAnswer answer() {
        return answer;
    }

    InputStream body() {
        return body;
    }

    /** The answer is whole, or will not be read. */
    void done() {
        report.answered(answer);
    }

    /** Whose fault it is that the body did not arrive where it should: the origin's, the store's, or a disk's. */
    IOException explained(IOException e) {
        return body.failure().isPresent() || e instanceof ObjectStoreException || e instanceof UnexpectedContent
                ? e
                : new NotKept(e);
    }

    @Override
    public void close() throws IOException {
        body.failure().ifPresent(report::failed);
        answer.close();
    }
}
