package org.webinararchiver.download.fetch;

import org.webinararchiver.core.manifest.Segment;

/** A segment, and what has become of it. */
record Ended(Segment segment, FetchOutcome outcome) {}
