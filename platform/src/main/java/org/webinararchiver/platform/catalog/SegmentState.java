package org.webinararchiver.platform.catalog;

/** Whether a segment's bytes are there. */
public enum SegmentState {
    /** To be fetched. */
    WANTED,
    /** In the object store, whole. */
    STORED,
    /** Given up. */
    MISSING,
    /** It was stored, and was removed for its age or lost by the store: whoever needs it has to fetch it again. */
    DROPPED
}
