package org.webinararchiver.client;

/**
 * How far a recording has come.
 *
 * @param segments files that belong to it
 * @param stored files that were fetched
 * @param missing files that could not be had
 * @param bytes that were fetched
 * @param compiled how much of the file is built, from 0 to 1
 */
public record Progress(long segments, long stored, long missing, long bytes, double compiled) {
    static final Progress NONE = new Progress(0, 0, 0, 0, 0);
}
