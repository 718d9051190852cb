package org.webinararchiver.standalone.archive;

import org.webinararchiver.standalone.cli.ExitCode;

/** What a command does once there is an archive to do it with. */
@FunctionalInterface
public interface ArchiveJob {

    /**
     * Does it. When the archive is one of another process and ends meanwhile, this is called again with another
     * archive, and goes on.
     *
     * @throws org.webinararchiver.client.UnreachableException when the archive is gone
     */
    ExitCode work(Archive archive) throws InterruptedException;
}
