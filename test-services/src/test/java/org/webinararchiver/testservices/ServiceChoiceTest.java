package org.webinararchiver.testservices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.webinararchiver.testservices.Offer.Found;

class ServiceChoiceTest {
    private static final Offer<String> NO_ENVIRONMENT = new Offer<>(ServiceKind.ENVIRONMENT, Optional::empty);
    private static final Offer<String> CONTAINERS = open(ServiceKind.CONTAINERS);
    private static final Offer<String> EMBEDDED = open(ServiceKind.EMBEDDED);
    private static final Offer<String> UNTOUCHED = new Offer<>(ServiceKind.EMBEDDED, () -> {
        throw new AssertionError("was started without need");
    });

    @Test
    void theFirstThatIsOpenIsTakenAndNoneAfterItIsStarted() {
        var choice = new ServiceChoice(Optional.empty());

        assertThat(choice.choose("Service", List.of(NO_ENVIRONMENT, CONTAINERS, UNTOUCHED)))
                .isEqualTo("CONTAINERS");
    }

    @Test
    void aForcedKindIsTakenThoughAnotherComesFirst() {
        var choice = new ServiceChoice(Optional.of(ServiceKind.EMBEDDED));

        assertThat(choice.choose("Service", List.of(NO_ENVIRONMENT, CONTAINERS, EMBEDDED)))
                .isEqualTo("EMBEDDED");
    }

    @Test
    void aForcedKindThatIsNotThereIsAnError() {
        var choice = new ServiceChoice(Optional.of(ServiceKind.ENVIRONMENT));

        assertThatIllegalStateException()
                .isThrownBy(() -> choice.choose("Service", List.of(NO_ENVIRONMENT, CONTAINERS, UNTOUCHED)))
                .withMessage("There is no Service for tests, and TEST_SERVICES allows only ENVIRONMENT");
    }

    @Test
    void theForcedKindIsReadInAnyCase() {
        assertThat(ServiceKind.forced(variables("TEST_SERVICES", "embedded"))).contains(ServiceKind.EMBEDDED);
        assertThat(ServiceKind.forced(variables("TEST_SERVICES", "CONTAINERS"))).contains(ServiceKind.CONTAINERS);
        assertThat(ServiceKind.forced(variables("TEST_SERVICES", " "))).isEmpty();
        assertThat(ServiceKind.forced(variables("OTHER", "x"))).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> ServiceKind.forced(variables("TEST_SERVICES", "docker")));
    }

    private static Variables variables(String name, String value) {
        return new Variables(Map.of(name, value)::get);
    }

    private static Offer<String> open(ServiceKind kind) {
        return new Offer<>(kind, () -> Optional.of(new Found<>("open", kind.name())));
    }
}
