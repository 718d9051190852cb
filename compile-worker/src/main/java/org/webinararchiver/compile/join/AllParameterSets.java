package org.webinararchiver.compile.join;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.webinararchiver.compile.measure.Flaw;
import org.webinararchiver.compile.picture.MadePicture;
import org.webinararchiver.compile.picture.Piece;
import org.webinararchiver.core.timeline.PictureMethod;
import org.webinararchiver.media.mp4.AvcConfiguration;
import org.webinararchiver.media.mp4.H264Probe;
import org.webinararchiver.media.mp4.Mp4Exception;
import org.webinararchiver.media.mp4.NotCopyable;

/** Gathers what a decoder has to know of all pieces; a file that was joined knows only that of its first piece. */
final class AllParameterSets {
    /** One of what is copied, one of what was encoded. */
    private static final int MOST = 2;

    private AllParameterSets() {}

    /**
     * Of a picture whose pieces are of both kinds.
     *
     * @throws Flaw when what was encoded can not stand beside what is copied
     */
    static AvcConfiguration of(MadePicture picture) throws Flaw, IOException {
        var all = picture.mixed().orElseThrow();
        var encoded = picture.pieces().stream()
                .filter(piece -> piece.method() == PictureMethod.RENDER)
                .map(Piece::file)
                .collect(Collectors.toSet());
        for (var file : encoded) {
            all = all.with(of(file));
        }
        if (all.sequences().size() > MOST) {
            throw new Flaw("what was encoded is not of one form");
        }
        return all;
    }

    private static AvcConfiguration of(Path encoded) throws Flaw, IOException {
        try {
            return H264Probe.probe(encoded)
                    .orElseThrow(() -> new Flaw("what was encoded is no H.264"))
                    .configuration();
        } catch (Mp4Exception | NotCopyable e) {
            throw new Flaw("what was encoded can not be joined: " + e.getMessage(), e);
        }
    }
}
