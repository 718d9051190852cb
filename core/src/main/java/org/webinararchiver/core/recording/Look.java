package org.webinararchiver.core.recording;

import java.util.Objects;

/**
 * How a recording is to look. What says nothing in a layout is as usual there, so that looks which make the same
 * picture are the same.
 *
 * @param quality how large the picture may be
 * @param chat whether messages are shown, in layouts that have room for them
 * @param hidesSilent whether people who are not heard to speak are left out of the picture
 */
public record Look(Layout layout, Quality quality, boolean chat, boolean hidesSilent) {
    /** Everybody and everything, as large as it came. */
    public static final Look USUAL = new Look(Layout.AUTO, Quality.SOURCE, true, false);

    public Look {
        Objects.requireNonNull(layout);
        Objects.requireNonNull(quality);
        if (layout == Layout.STAGE || layout == Layout.AUDIO) {
            chat = true;
        }
        if (layout == Layout.AUDIO) {
            quality = Quality.SOURCE;
            hidesSilent = false;
        }
    }

    public Look with(Quality other) {
        return new Look(layout, other, chat, hidesSilent);
    }

    public Look with(Layout other) {
        return new Look(other, quality, chat, hidesSilent);
    }
}
