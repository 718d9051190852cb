package org.webinararchiver.download.organisation;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.secret.Secret;
import org.webinararchiver.core.web.Web;
import org.webinararchiver.platform.organisation.Look;
import org.webinararchiver.sources.mtslink.organisation.ListedPage;
import org.webinararchiver.sources.mtslink.organisation.OrganisationApi;

/**
 * Pages of lists, each within a limit of time: a platform that sends a byte now and then must not keep a worker from
 * everybody else's lists.
 */
final class TimedPages {
    private final OrganisationApi api;
    private final Web web;
    private final Duration limit;

    TimedPages(OrganisationApi api, Web web, Duration limit) {
        this.api = api;
        this.web = web;
        this.limit = limit;
    }

    ListedPage page(Look look, Secret token) throws FailureException, IOException, InterruptedException {
        var asking = new FutureTask<>(() -> api.page(look.api(), token, look.period(), look.offset(), web));
        Thread.ofVirtual().name("organisation-page").start(asking);
        try {
            return asking.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new FailureException(
                    new Failure.Retryable(
                            "platform-slow",
                            "The platform took more than %d seconds for a page of its list."
                                    .formatted(limit.toSeconds()),
                            "Nothing needs to be done: it is tried again later."),
                    e);
        } catch (ExecutionException e) {
            throw thrown(e.getCause());
        } finally {
            asking.cancel(true);
        }
    }

    /** Never returns; the return type lets a caller write {@code throw}. */
    private static IllegalStateException thrown(Throwable cause) throws FailureException, IOException {
        switch (cause) {
            case FailureException failure -> throw failure;
            case IOException failure -> throw failure;
            case RuntimeException failure -> throw failure;
            case Error failure -> throw failure;
            default -> throw new IllegalStateException(cause);
        }
    }
}
