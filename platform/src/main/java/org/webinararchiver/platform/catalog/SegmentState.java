package org.webinararchiver.platform.catalog;

/** Whether a segment's bytes are there. */
public enum SegmentState {
    /** To be fetched. */
    WANTED,
    /** In the object store, whole. */
    STORED,
    /** Given up. */
    MISSING
}
