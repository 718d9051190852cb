package org.webinararchiver.api.oidc;

/**
 * Somebody of whom a good token tells.
 *
 * @param subject as the issuer tells people apart
 * @param owner whose recordings are meant
 */
public record Person(String subject, String owner, boolean maySubmit, boolean mayRead, boolean mayAdmin) {}
