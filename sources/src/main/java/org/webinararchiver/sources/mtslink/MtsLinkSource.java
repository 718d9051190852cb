package org.webinararchiver.sources.mtslink;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.link.RecognisedLink;
import org.webinararchiver.core.link.RecordingLink;
import org.webinararchiver.core.link.RecordingSource;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.secret.Pass;
import org.webinararchiver.core.secret.Secret;
import org.webinararchiver.core.web.Web;
import org.webinararchiver.sources.mtslink.log.MetadataLimits;
import org.webinararchiver.sources.mtslink.meeting.ManifestAssembly;

/**
 * MTS Link, formerly webinar.ru: meetings recorded as one file for each camera and shared screen, and a log of what
 * happened when.
 *
 * <p>A private recording is opened by the secret {@code sessionId}, copied from a browser that is logged in, or by
 * {@code recordAccessToken}, which is part of a shared link.
 */
public final class MtsLinkSource implements RecordingSource {
    private static final Logger LOG = Logger.getLogger(MtsLinkSource.class);
    public static final String NAME = "mts-link";

    private final MtsLinkHosts hosts;
    private final Metadata metadata;

    /**
     * A source for a platform at these hosts.
     *
     * @param limits of what is read and remembered of a recording's description
     * @param clock tells the time that a server's {@code Retry-After} date is compared with
     */
    public MtsLinkSource(MtsLinkHosts hosts, MetadataLimits limits, Clock clock) {
        this.hosts = hosts;
        this.metadata = new Metadata(new MetadataRequests(hosts), new Refusals(clock), limits);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> linkForms() {
        return List.of(
                "https://my.mts-link.ru/{organisation}/{room}/record-new/{session}/record-file/{file}",
                "https://my.mts-link.ru/{organisation}/{room}/record-new/{session}",
                "https://my.mts-link.ru/j/{organisation}/{event}/record-new/{session}",
                "any of these with /record/ for /record-new/, followed by /{access token}, or on a company's own host");
    }

    @Override
    public Optional<RecognisedLink> recognise(String text) {
        return parsed(text).map(url -> new RecognisedLink(link(url), passIn(url)));
    }

    @Override
    public Manifest plan(RecordingLink link, Pass pass, Web web) throws FailureException, IOException {
        var url = parsed(link.page().toString())
                .orElseThrow(() -> new IllegalArgumentException("not a link of this source: " + link.page()));
        var told = metadata.tell(url, pass, web);
        LOG.infof("%s: %s", link.page(), told.log().tally());
        if (!told.log().meeting().hasMedia()) {
            throw new FailureException(Refusals.empty(told.log().tally().oddEvents()));
        }
        return new ManifestAssembly(NAME, told.header(), told.log().meeting())
                .manifest(
                        "Webinar " + url.eventSession(),
                        url.page(),
                        hosts::twinOf,
                        told.log().tally().reading());
    }

    private Optional<MtsLinkUrl> parsed(String text) {
        return MtsLinkUrl.parse(text).map(hosts::secured);
    }

    private RecordingLink link(MtsLinkUrl url) {
        return new RecordingLink(NAME, url.page(), key(url));
    }

    /** All hosts of the platform's own show the same recordings; a company's host may number its own. */
    private String key(MtsLinkUrl url) {
        var family = hosts.areHomeTo(url.host()) ? "mts-link.ru" : url.authority();
        return family + "/" + url.eventSession()
                + url.recordFile().map(file -> "/" + file).orElse("");
    }

    private static Pass passIn(MtsLinkUrl url) {
        return url.accessToken()
                .map(Secret::value)
                .map(token -> Pass.of(MetadataRequests.ACCESS_TOKEN, token))
                .orElse(Pass.NONE);
    }
}
