package org.webinararchiver.standalone.plan;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.util.Set;
import org.webinararchiver.core.chart.Overview;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.link.RecognisedLink;
import org.webinararchiver.core.timeline.ManifestWindow;
import org.webinararchiver.core.web.ForbiddenAddress;
import org.webinararchiver.core.web.Web;
import org.webinararchiver.download.web.GuardedWeb;
import org.webinararchiver.download.web.WebSettings;
import org.webinararchiver.sources.Sources;

/** Asks a platform what a recording consists of, as the archive does, and keeps nothing of it. */
public final class Planner {
    private final Sources sources;
    private final Web web;

    Planner(Sources sources, Web web) {
        this.sources = sources;
        this.web = web;
    }

    /**
     * One that may reach what the archive may reach; no part of the archive needs to run for it.
     *
     * @throws IllegalArgumentException when a setting is wrong, in words for a person
     */
    public static Planner of(Sources sources) {
        var settings = new SmallRyeConfigBuilder()
                .addDefaultSources()
                .addDefaultInterceptors()
                .withMapping(WebSettings.class)
                .withMappingIgnore("archiver.**") // settings of everything else
                .build()
                .getConfigMapping(WebSettings.class);
        return new Planner(sources, new GuardedWeb(settings));
    }

    /**
     * Asks for the metadata and for nothing else.
     *
     * @param part of the recording, which is all that the plan tells of
     * @throws FailureException when there is nothing to archive, or not now
     * @throws IOException when the platform can not be reached
     */
    public Plan plan(RecognisedLink wanted, ManifestWindow part) throws FailureException, IOException {
        var link = wanted.link();
        try {
            var manifest = sources.named(link.source()).plan(link, wanted.pass(), web);
            return new Plan(link.page(), Overview.of(part.appliedTo(manifest), Set.of()));
        } catch (ForbiddenAddress e) {
            throw new FailureException(new Failure.OfRecording("forbidden-address", e.getMessage(), e.advice()), e);
        }
    }
}
