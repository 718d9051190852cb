package org.webinararchiver.api;

/** Whose recordings and organisations are meant by a request. */
public final class Owner {
    /** Everybody is one owner until there are accounts. */
    public static final String EVERYBODY = "local";

    private Owner() {}
}
