package org.webinararchiver.deploy.observability;

/** What Grafana asks. */
record DataSource(String uid, String type) {}
