package org.webinararchiver.sources.hls;

import io.lindstrom.m3u8.parser.MasterPlaylistParser;
import io.lindstrom.m3u8.parser.MediaPlaylistParser;
import io.lindstrom.m3u8.parser.ParsingMode;
import io.lindstrom.m3u8.parser.PlaylistParserException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.webinararchiver.core.failure.FailureException;

/** Reads playlists. Whatever one looks like, it is understood or refused with a reason. */
public final class PlaylistReader {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String FIRST_LINE = "#EXTM3U";

    /** Only a playlist that lists others has it. */
    private static final String VARIANT = "#EXT-X-STREAM-INF";

    private final PlaylistLimits limits;

    public PlaylistReader(PlaylistLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads a playlist.
     *
     * @param body stays open; no more of it is read than a playlist may have
     * @param from where it was fetched from in the end, which the addresses in it are relative to
     * @throws FailureException when it is of no use
     * @throws IOException when the body breaks off
     */
    public Playlist read(InputStream body, URI from) throws FailureException, IOException {
        var bytes = body.readNBytes(limits.mostBytes() + 1);
        if (bytes.length > limits.mostBytes()) {
            throw Refusal.tooLong(from, limits.mostBytes(), "bytes");
        }
        return read(new String(bytes, StandardCharsets.UTF_8), from);
    }

    /** @throws FailureException when it is of no use */
    Playlist read(String text, URI from) throws FailureException {
        var playlist = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        if (!playlist.startsWith(FIRST_LINE)) {
            throw Refusal.unreadable(from, "it does not begin like a playlist");
        }
        try {
            return understood(playlist, new References(from));
        } catch (PlaylistParserException e) {
            throw Refusal.unreadable(from, e.getMessage());
        } catch (RuntimeException e) {
            // The parser lets numbers and words that it does not know end like this.
            throw Refusal.unreadable(from, "it holds what no playlist holds (" + e.getMessage() + ")");
        }
    }

    private Playlist understood(String text, References references) throws PlaylistParserException, FailureException {
        return text.contains(VARIANT)
                ? new VariantChoice(references, limits)
                        .of(new MasterPlaylistParser(ParsingMode.LENIENT).readPlaylist(text))
                : new PiecePlan(references, limits).of(new MediaPlaylistParser(ParsingMode.LENIENT).readPlaylist(text));
    }
}
