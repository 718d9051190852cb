package org.webinararchiver.download.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import org.webinararchiver.core.web.NotAsked;
import org.webinararchiver.core.web.Web;
import org.webinararchiver.core.web.WebAnswer;
import org.webinararchiver.core.web.WebRequest;
import org.webinararchiver.download.DownloadSettings.FileLimits;
import org.webinararchiver.download.web.OriginName;
import org.webinararchiver.platform.budget.ConnectionBudget;
import org.webinararchiver.platform.budget.ConnectionBudget.Permit;
import org.webinararchiver.platform.budget.OriginRests;

/**
 * The web within the budget of connections: a request waits for its place and tells how its origin took it, for
 * whatever it is made. A body that drips is given up.
 */
public final class BudgetedWeb implements Web {
    private final Web web;
    private final ConnectionBudget budget;
    private final Duration patience;
    private final FileLimits limits;

    /** @param patience the longest rest of an origin that is waited for */
    public BudgetedWeb(Web web, ConnectionBudget budget, Duration patience, FileLimits limits) {
        this.web = web;
        this.budget = budget;
        this.patience = patience;
        this.limits = limits;
    }

    /** The place is kept until the answer is closed. */
    @Override
    public WebAnswer get(WebRequest request) throws IOException {
        var connection = connectionTo(request.uri());
        try {
            var answer = asked(request, new OriginReport(connection));
            var body = new ReportedBody(answer, connection);
            return new WebAnswer(answer.status(), answer.headers(), answer.redirectedTo(), body);
        } catch (IOException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private WebAnswer asked(WebRequest request, OriginReport report) throws IOException {
        try {
            return web.get(request);
        } catch (IOException e) {
            report.failed(e);
            throw e;
        }
    }

    private Permit connectionTo(URI address) throws IOException {
        try {
            return budget.acquire(OriginName.of(address), patience);
        } catch (OriginRests e) {
            throw new NotAsked(FetchFailure.rests(address, e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while waiting for a connection to " + OriginName.of(address));
        }
    }

    /** Tells at its end how the origin took the request, and gives the place back. */
    private final class ReportedBody extends FilterInputStream {
        private final WebAnswer answer;
        private final Permit connection;
        private final OriginBody body;

        ReportedBody(WebAnswer answer, Permit connection) {
            this(answer, connection, new OriginBody(new LimitedBody(answer.body(), limits, System::nanoTime)));
        }

        private ReportedBody(WebAnswer answer, Permit connection, OriginBody body) {
            super(body);
            this.answer = answer;
            this.connection = connection;
            this.body = body;
        }

        @Override
        public void close() throws IOException {
            try {
                var report = new OriginReport(connection);
                body.failure().ifPresentOrElse(report::failed, () -> report.answered(answer));
                super.close();
            } finally {
                connection.close();
            }
        }
    }
}
