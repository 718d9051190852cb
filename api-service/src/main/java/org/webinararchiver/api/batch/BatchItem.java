package org.webinararchiver.api.batch;

import org.webinararchiver.core.link.RecognisedLink;
import org.webinararchiver.core.recording.RenditionOptions;

/** One entry of what was sent, at its place. */
sealed interface BatchItem {

    Place place();

    /** A recording that is to be submitted. */
    record Good(Place place, RecognisedLink link, RenditionOptions options) implements BatchItem {}

    /** Something that is none. */
    record Bad(Place place, BatchAnswer.Refused refusal) implements BatchItem {}

    /** Where it stands, from 1: in a list of lines, or in a list of JSON. */
    sealed interface Place {
        int number();

        /** In a text. */
        record Line(int number) implements Place {}

        /** In a list of JSON. */
        record Position(int number) implements Place {}
    }
}
