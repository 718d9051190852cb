package org.webinararchiver.download.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.webinararchiver.download.DownloadSettings;
import org.webinararchiver.download.web.GuardedWeb;
import org.webinararchiver.download.web.WebSettings;
import org.webinararchiver.platform.budget.SharedBudgets;
import org.webinararchiver.platform.database.DatabaseContact;
import org.webinararchiver.platform.task.Transactions;

class ConnectionBudgetProducerTest {

    @ParameterizedTest
    @CsvSource({"shared, SharedConnectionBudget", "worker, WorkerConnectionBudget"})
    void theBudgetIsOfTheConfiguredKind(String configured, String kind) {
        var config = new SmallRyeConfigBuilder()
                .withMapping(DownloadSettings.class)
                .withMapping(WebSettings.class)
                .withDefaultValue("archiver.download.budget", configured)
                .withValidateUnknown(false)
                .build();
        var producer = new ConnectionBudgetProducer(config.getConfigMapping(DownloadSettings.class));
        var web = new GuardedWeb(config.getConfigMapping(WebSettings.class));
        try (var budget = producer.budget(new SharedBudgets(null), new Transactions(new DatabaseContact()), web)) {
            assertThat(budget.getClass().getSimpleName()).isEqualTo(kind);
        }
    }
}
