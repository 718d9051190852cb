package org.webinararchiver.embedded.database;

/**
 * The settings that a server is started with. They are written before each start, so that a newer program's settings
 * reach an old cluster; what a user sets by {@code ALTER SYSTEM} still wins.
 */
record ServerSettings(int port) {

    static final String ADDRESS = "127.0.0.1";
    static final String FILE = "server.conf";

    /**
     * The line at the end of {@code postgresql.conf} that brings them in. They lie beside the cluster: root must not
     * write into a folder in which another account can plant links.
     */
    static final String INCLUDE = "\ninclude '../" + FILE + "'\n";

    /**
     * As PostgreSQL reads it.
     *
     * <p>Durability is asked for although it is the default: everything else relies on it. Errors of single statements
     * are left out of the log (level {@code log} is above {@code error}), for the client gets them and the log would
     * grow without a limit.
     */
    String text() {
        return """
                # Written at each start; changes made here are lost.
                listen_addresses = '%s'
                port = %d
                unix_socket_directories = ''
                password_encryption = 'scram-sha-256'

                fsync = on
                synchronous_commit = on
                full_page_writes = on

                max_connections = 60
                shared_buffers = '32MB'
                maintenance_work_mem = '32MB'
                effective_cache_size = '256MB'
                min_wal_size = '32MB'
                max_wal_size = '256MB'
                max_parallel_workers_per_gather = 0
                max_logical_replication_workers = 0

                timezone = 'UTC'
                log_timezone = 'UTC'
                lc_messages = 'C'
                log_min_messages = 'log'
                log_checkpoints = off
                """.formatted(ADDRESS, port);
    }
}
