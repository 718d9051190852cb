package org.webinararchiver.testservices;

import java.util.List;
import java.util.function.Function;
import org.testcontainers.containers.GenericContainer;
import org.webinararchiver.testservices.Offer.Found;

/** A service that Docker runs until this JVM ends. */
final class ContainerOffer {

    private ContainerOffer() {}

    /**
     * @param images any of which will do, the best first
     * @param create makes the container for an image
     * @param address where the started container answers
     */
    static <C extends GenericContainer<?>, A> Offer<A> of(
            List<String> images, Function<String, C> create, Function<C, A> address) {
        return new Offer<>(
                ServiceKind.CONTAINERS,
                () -> LocalDocker.firstImage(images).map(image -> start(image, create, address)));
    }

    private static <C extends GenericContainer<?>, A> Found<A> start(
            String image, Function<String, C> create, Function<C, A> address) {
        var container = create.apply(image);
        container.withImagePullPolicy(name -> false);
        container.start();
        return new Found<>("container " + image, address.apply(container));
    }
}
