package org.webinararchiver.standalone.plan;

import java.net.URI;
import java.util.Objects;
import org.webinararchiver.core.chart.Overview;

/**
 * What would become of a link.
 *
 * @param page the link in its plain form
 */
public record Plan(URI page, Overview overview) {
    public Plan {
        Objects.requireNonNull(page);
        Objects.requireNonNull(overview);
    }

    /** How many files of media would be fetched. */
    public int files() {
        return overview.manifest().segments().size();
    }

    /** How many documents would be fetched. */
    public int documents() {
        return overview.manifest().proceedings().attachments().size();
    }
}
