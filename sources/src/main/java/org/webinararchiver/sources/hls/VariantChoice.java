package org.webinararchiver.sources.hls;

import io.lindstrom.m3u8.model.AlternativeRendition;
import io.lindstrom.m3u8.model.MasterPlaylist;
import io.lindstrom.m3u8.model.MediaType;
import io.lindstrom.m3u8.model.Resolution;
import io.lindstrom.m3u8.model.Variant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.webinararchiver.core.failure.FailureException;

/**
 * Chooses the best picture that is not too large, and the sound that belongs to it. Variants of key frames alone are
 * listed apart by the parser and are none.
 */
final class VariantChoice {
    /** How the names of audio codecs begin (RFC 6381); whatever else there is, is a picture. */
    private static final List<String> AUDIO = List.of("mp4a", "opus", "ac-3", "ec-3", "ac-4", "flac", "alac", "mp3");

    private final References references;
    private final PlaylistLimits limits;

    VariantChoice(References references, PlaylistLimits limits) {
        this.references = references;
        this.limits = limits;
    }

    Playlist.OfPlaylists of(MasterPlaylist playlist) throws FailureException {
        if (playlist.variants().isEmpty()) {
            throw Refusal.empty(references.playlist());
        }
        if (playlist.variants().size() + playlist.alternativeRenditions().size() > limits.mostPieces()) {
            throw Refusal.tooLong(references.playlist(), limits.mostPieces(), "variants");
        }
        var pictured =
                playlist.variants().stream().filter(VariantChoice::isPictured).max(better());
        if (pictured.isEmpty()) {
            return soundAlone(playlist);
        }
        var picture = references.resolve(pictured.get().uri());
        var sound = rendition(playlist, pictured.get());
        return new Playlist.OfPlaylists(
                Optional.of(picture),
                sound.isPresent() ? Optional.of(references.resolve(sound.get())) : Optional.empty());
    }

    private Playlist.OfPlaylists soundAlone(MasterPlaylist playlist) throws FailureException {
        var best = playlist.variants().stream()
                .max(Comparator.comparing(Variant::bandwidth))
                .orElseThrow();
        var address = references.resolve(rendition(playlist, best).orElse(best.uri()));
        return new Playlist.OfPlaylists(Optional.empty(), Optional.of(address));
    }

    /** One of which nothing is told may have a picture. */
    private static boolean isPictured(Variant variant) {
        return variant.resolution().isPresent()
                || variant.codecs().isEmpty()
                || !variant.codecs().stream().allMatch(VariantChoice::isAudio);
    }

    private static boolean isAudio(String codec) {
        return AUDIO.stream().anyMatch(name -> codec.strip().regionMatches(true, 0, name, 0, name.length()));
    }

    /** Not too large comes first, then the larger one; of those that are all too large, the smallest. */
    private Comparator<Variant> better() {
        return Comparator.comparing((Variant variant) -> !isTooLarge(variant))
                .thenComparing(variant -> isTooLarge(variant) ? -pixels(variant) : pixels(variant))
                .thenComparing(Variant::bandwidth);
    }

    private boolean isTooLarge(Variant variant) {
        return variant.resolution().map(Resolution::height).orElse(0) > limits.mostHeight();
    }

    /** Zero where it is not told. */
    private static long pixels(Variant variant) {
        return variant.resolution()
                .map(size -> (long) size.width() * size.height())
                .orElse(0L);
    }

    /** The address of the variant's sound; empty where that is in the variant itself. */
    private static Optional<String> rendition(MasterPlaylist playlist, Variant variant) {
        return playlist.alternativeRenditions().stream()
                .filter(rendition -> rendition.type() == MediaType.AUDIO)
                .filter(rendition -> variant.audio().equals(Optional.of(rendition.groupId())))
                .min(Comparator.comparing(VariantChoice::isOrdinary))
                .flatMap(AlternativeRendition::uri);
    }

    private static boolean isOrdinary(AlternativeRendition rendition) {
        return !rendition.defaultRendition().orElse(false);
    }
}
