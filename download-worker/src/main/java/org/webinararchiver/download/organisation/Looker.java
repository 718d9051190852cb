package org.webinararchiver.download.organisation;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.secret.Secret;
import org.webinararchiver.platform.database.DatabaseAway;
import org.webinararchiver.platform.organisation.FoundPage;
import org.webinararchiver.platform.organisation.Look;
import org.webinararchiver.platform.organisation.LookLost;
import org.webinararchiver.platform.organisation.OrganisationLooks;
import org.webinararchiver.platform.organisation.OrganisationSettings;
import org.webinararchiver.platform.task.Transactions;
import org.webinararchiver.sources.mtslink.organisation.ListedPage;
import org.webinararchiver.sources.mtslink.organisation.ListedRecord;

/** Looks at organisations' lists, one after the other. */
final class Looker {
    private static final Logger LOG = Logger.getLogger(Looker.class);

    private final String holder;
    private final OrganisationLooks looks;
    private final TimedPages pages;
    private final Transactions transactions;
    private final int mostRecords;

    /** @param holder the name of this worker, no other has it */
    Looker(
            String holder,
            OrganisationLooks looks,
            TimedPages pages,
            Transactions transactions,
            OrganisationSettings settings) {
        this.holder = holder;
        this.looks = looks;
        this.pages = pages;
        this.transactions = transactions;
        this.mostRecords = settings.mostRecords();
    }

    /**
     * Takes a look that is due, and reads the list as far as it can.
     *
     * @return false when no look was due
     */
    boolean look() {
        var taken = transactions.call(() -> looks.take(holder));
        taken.ifPresent(look -> new Reading(look).read());
        return taken.isPresent();
    }

    /** One look, page after page. */
    private final class Reading {
        private Look present;
        private Set<ListedRecord> before = Set.of();

        Reading(Look look) {
            this.present = look;
        }

        void read() {
            try {
                readToEnd();
            } catch (LookLost | DatabaseAway e) {
                left(e);
            } catch (Exception e) {
                if (e instanceof InterruptedException || Thread.interrupted()) {
                    giveBack();
                    Thread.currentThread().interrupt();
                } else {
                    failed(e);
                }
            }
        }

        private void readToEnd() throws FailureException, IOException, InterruptedException {
            var token = transactions.call(() -> looks.token(present));
            var next = Optional.of(present);
            while (next.isPresent()) {
                present = next.get();
                next = turn(page(token));
            }
        }

        private ListedPage page(Secret token) throws FailureException, IOException, InterruptedException {
            if (present.offset() > mostRecords) {
                throw LookFailure.endless(mostRecords);
            }
            return pages.page(present, token);
        }

        private Optional<Look> turn(ListedPage page) {
            var fresh = page.withoutThoseOf(before);
            var links = fresh.stream().flatMap(record -> record.link().stream()).toList();
            var found = new FoundPage(links, fresh.size() - links.size(), page.next(before));
            var next = transactions.call(() -> looks.turn(present, found));
            tellWithoutLink(fresh);
            before = Set.copyOf(page.records());
            return next;
        }

        private void tellWithoutLink(Iterable<ListedRecord> fresh) {
            for (var record : fresh) {
                if (record.link().isEmpty()) {
                    LOG.warnf(
                            "%s: record %s \"%s\" has no link that is understood, so it is not archived",
                            present.name(),
                            record.id().orElse("without a number"),
                            record.name().orElse(""));
                }
            }
        }

        private void failed(Exception met) {
            var failure = LookFailure.of(met);
            if (met instanceof RuntimeException) {
                LOG.errorf(met, "%s: its list could not be read", present.name());
            }
            try {
                var pause = transactions.call(() -> looks.failed(present, failure));
                LOG.warnf("%s: %s %s Next time in %s", present.name(), failure.message(), failure.advice(), pause);
            } catch (LookLost | DatabaseAway e) {
                left(e);
            }
        }

        private void left(RuntimeException why) {
            LOG.infof("%s: its list is left where it is: %s", present.name(), why.getMessage());
        }

        private void giveBack() {
            try {
                transactions.run(() -> looks.giveBack(present));
            } catch (LookLost | DatabaseAway e) {
                LOG.debugf("a look was not given back: %s", e.getMessage());
            }
        }
    }
}
