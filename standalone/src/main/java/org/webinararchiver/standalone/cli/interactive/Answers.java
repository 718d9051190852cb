package org.webinararchiver.standalone.cli.interactive;

import java.nio.file.Path;
import org.webinararchiver.core.link.RecognisedLink;
import org.webinararchiver.core.recording.RenditionOptions;

/**
 * What somebody wants, as they said it.
 *
 * @param text the link as they wrote it
 * @param link the same, with the pass that was given for it
 */
public record Answers(String text, RecognisedLink link, Path outputFolder, RenditionOptions options) {}
