package org.webinararchiver.testservices;

/**
 * A database of a test's own.
 *
 * @param jdbcUrl without user and password
 * @param user may do everything in it
 */
public record TestDatabase(String jdbcUrl, String user, String password) {}
