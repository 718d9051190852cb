package org.webinararchiver.platform.storage;

import java.time.Duration;

/**
 * How a store presents an object to whoever comes with an address of it.
 *
 * @param validity for how long the address opens it, a second to seven days
 * @param disposition the header {@code Content-Disposition}
 */
public record PublicDownload(Duration validity, String mediaType, String disposition) {}
