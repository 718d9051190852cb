package org.webinararchiver.core.timeline;

/** How the finished file's picture comes to be. */
public enum PictureMethod {
    /** The sources' coded frames are joined as they are: quick and without loss. */
    COPY,
    /** Every frame is decoded and encoded again. */
    RENDER
}
