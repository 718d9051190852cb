package org.webinararchiver.download.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.web.Web;
import org.webinararchiver.download.WorkerTest;
import org.webinararchiver.simulator.server.OrganisationList;

/** Of several workers one looks, and when it dies or is stopped another one goes on. */
@WorkerTest
class LooksAmongWorkersTest extends LookUnderTest {
    @Inject
    EntityManager database;

    @Test
    void severalWorkersTogetherReadALongListOnce() throws Exception {
        longList(350);
        holdTasks();
        add(OrganisationList.TOKEN);
        Callable<Boolean> worker = () -> looker(web).look();
        try (var workers = Executors.newFixedThreadPool(4)) {
            var looked = 0;
            for (var one : workers.invokeAll(Collections.nCopies(4, worker))) {
                looked += one.get() ? 1 : 0;
            }
            assertThat(looked).isEqualTo(1);
        }
        assertThat(recordingsOfOwner()).isEqualTo(350);
        assertThat(last().listed()).isEqualTo(350);
        assertThat(last().added()).isEqualTo(350);
        assertThat(offsets()).doesNotHaveDuplicates();
    }

    @Test
    void whenAWorkerDiesBetweenTwoPagesAnotherOneGoesOnThere() {
        longList(250);
        holdTasks();
        add(OrganisationList.TOKEN);
        Web dying = request -> {
            if (!listRequests().isEmpty()) {
                throw new Dead();
            }
            return web.get(request);
        };
        assertThatExceptionOfType(Dead.class).isThrownBy(() -> looker(dying).look());
        assertThat(recordingsOfOwner()).isEqualTo(100);
        assertThat(looker(web).look()).isFalse();
        silent();
        assertThat(looker(web).look()).isTrue();
        assertThat(recordingsOfOwner()).isEqualTo(250);
        assertThat(last().added()).isEqualTo(250);
        assertThat(offsets()).startsWith("0", "90").doesNotHaveDuplicates();
    }

    @Test
    void aWorkerThatIsStoppedGivesItsLookBack() throws Exception {
        add(OrganisationList.TOKEN);
        var asked = new CountDownLatch(1);
        Web silent = request -> {
            asked.countDown();
            throw new IOException(waitForInterruption());
        };
        var worker = Thread.ofPlatform().start(() -> looker(silent).look());
        asked.await();
        worker.interrupt();
        assertThat(worker.join(PATIENCE)).isTrue();
        assertThat(looker(web).look()).isTrue();
        assertThat(last().trouble()).isEmpty();
    }

    private static final class Dead extends Error {
        private static final long serialVersionUID = 1;
    }

    private void silent() {
        transactions.run(
                () -> database.createNativeQuery("update organisation_look set lease_until = clock_timestamp()")
                        .executeUpdate());
    }

    private List<String> offsets() {
        return listRequests().stream()
                .map(request -> request.query().replaceAll(".*offset=(\\d+).*", "$1"))
                .toList();
    }
}
