package org.webinararchiver.platform.standing;

import java.util.Optional;
import org.webinararchiver.platform.catalog.Artifact;
import org.webinararchiver.platform.catalog.FetchProgress;
import org.webinararchiver.platform.catalog.Recording;

/**
 * How a recording stands.
 *
 * @param compiled how much of the wanted file is built, from 0 to 1
 * @param paused whether nothing more is begun of it until it is resumed; pauses of everything do not count
 * @param video the wanted file, once it is there
 */
public record Standing(
        Recording recording, FetchProgress fetched, double compiled, boolean paused, Optional<Artifact> video) {}
