package org.webinararchiver.client;

/**
 * Why a recording failed.
 *
 * @param reason a stable word for programs, for example {@code private}
 * @param message what happened, for a person
 * @param advice what can be done
 */
public record Failure(String reason, String message, String advice) {}
