package org.webinararchiver.compile.script;

import java.io.IOException;
import java.util.Optional;

/**
 * Where rendered parts are had from when they are needed. All at once they would need room for the sound of hours
 * beside the picture of as many.
 */
@FunctionalInterface
public interface PartSource {
    /** Has none. */
    PartSource NOTHING = number -> Optional.empty();

    /**
     * Brings a part. Its file becomes the caller's, who deletes it as soon as nothing needs it.
     *
     * @param number as the {@link Script} counts them
     * @return empty when it is not there any more
     */
    Optional<RenderedPart> bring(int number) throws IOException, InterruptedException;
}
