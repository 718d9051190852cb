package org.webinararchiver.platform.organisation;

import java.util.List;
import java.util.OptionalInt;
import org.webinararchiver.core.link.RecognisedLink;

/**
 * What a page of a list brought that was not in the page before.
 *
 * @param links of its recordings
 * @param withoutLink how many more records it had
 * @param next where the next page begins; empty when the list has ended
 */
public record FoundPage(List<RecognisedLink> links, int withoutLink, OptionalInt next) {
    public FoundPage {
        links = List.copyOf(links);
    }
}
