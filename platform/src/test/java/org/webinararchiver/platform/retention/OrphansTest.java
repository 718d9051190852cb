package org.webinararchiver.platform.retention;

import org.webinararchiver.platform.PlatformTest;

/** Orphans in a directory. */
@PlatformTest
class OrphansTest extends OrphansContract {}
