package org.webinararchiver.standalone.archive;

import java.nio.file.Path;

/**
 * Where somebody wants a finished file.
 *
 * @param folder absolute; the file gets a folder of its own in it
 * @param sourceFiles whether they want the files too that it was made of
 */
public record ExportWish(Path folder, boolean sourceFiles) {}
