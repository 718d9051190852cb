package org.webinararchiver.testservices;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.webinararchiver.testservices.Offer.Found;

/** Finds or starts the one S3 server of this JVM; public for {@link ProgramLoader}, which names it. */
public final class ObjectStorageStart implements Supplier<Map<String, String>> {

    @Override
    public Map<String, String> get() {
        return Once.SERVER.variables();
    }

    private static TestObjectStorage choose(Variables variables) {
        List<Offer<TestObjectStorage>> offers = List.of(
                new Offer<>(ServiceKind.ENVIRONMENT, () -> ofEnvironment(variables)),
                MinioContainer.offer(),
                new Offer<>(ServiceKind.EMBEDDED, () -> Optional.of(EmbeddedS3.start())));
        return new ServiceChoice(ServiceKind.forced(variables)).choose("S3", offers);
    }

    private static Optional<Found<TestObjectStorage>> ofEnvironment(Variables variables) {
        return TestObjectStorage.read(variables)
                .map(server -> new Found<>("environment, " + server.endpoint(), server));
    }

    private static final class Once {
        private static final TestObjectStorage SERVER = choose(Variables.ofThisProgram());
    }
}
