package org.webinararchiver.core.link.list;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.webinararchiver.core.link.RecognisedLink;

/**
 * What stands in a list of links as people keep them.
 *
 * @param entries each recording once, in the order of the list
 * @param complaints about what is none or is there twice, in the order of the list; the entries are good without them
 */
public record LinkList(List<Entry> entries, List<Complaint> complaints) {
    public LinkList {
        entries = List.copyOf(entries);
        complaints = List.copyOf(complaints);
    }

    /**
     * A link to a recording.
     *
     * @param line where it stands, from 1
     * @param name what the list calls it, one line, where it does
     */
    public record Entry(int line, Optional<String> name, RecognisedLink link) {
        public Entry {
            Objects.requireNonNull(name);
            Objects.requireNonNull(link);
        }
    }

    /**
     * Something that is left out.
     *
     * @param line where it stands, from 1
     * @param reason in words for the person who keeps the list; holds nothing of the link, in which there may be a
     *     secret
     */
    public record Complaint(int line, Kind kind, String reason) {

        /** What is wrong. */
        public enum Kind {
            /** A line with words but no web address. */
            NO_LINK,
            /** A web address that is not a recording of any platform. */
            NOT_A_RECORDING,
            /** A recording that is listed before. */
            DUPLICATE
        }

        public Complaint {
            Objects.requireNonNull(kind);
            Objects.requireNonNull(reason);
        }
    }
}
