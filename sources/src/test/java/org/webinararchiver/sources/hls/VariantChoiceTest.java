package org.webinararchiver.sources.hls;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.failure.FailureException;

class VariantChoiceTest {
    private static final String BASE = "https://delivery.example/record/a.mp4/v1/";

    @Test
    void theLargestPictureThatIsNotTooLargeIsChosenAndTheSoundOfItsGroup() throws FailureException {
        var choice = Playlists.choice("""
                #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="low",NAME="main",DEFAULT=YES,URI="a0/index.m3u8"
                #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="aud",NAME="other",URI="a2/index.m3u8"
                #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="aud",NAME="main",DEFAULT=YES,URI="a1/index.m3u8"
                #EXT-X-STREAM-INF:BANDWIDTH=300000,RESOLUTION=320x180,CODECS="vp09.00.10.08,opus",AUDIO="low"
                v1/index.m3u8
                #EXT-X-STREAM-INF:BANDWIDTH=900000,RESOLUTION=1920x1080,CODECS="vp09.00.10.08,opus",AUDIO="aud"
                v2/index.m3u8
                #EXT-X-STREAM-INF:BANDWIDTH=9000000,RESOLUTION=3840x2160,CODECS="vp09.00.10.08,opus",AUDIO="aud"
                v3/index.m3u8
                #EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=99000000,RESOLUTION=1920x1080,URI="keys.m3u8"
                """);

        assertThat(choice).isEqualTo(chosen("v2/index.m3u8", "a1/index.m3u8"));
    }

    @Test
    void whereAllPicturesAreTooLargeTheSmallestIsChosen() throws FailureException {
        var choice = Playlists.choice("""
                #EXT-X-STREAM-INF:BANDWIDTH=9,RESOLUTION=7680x4320
                huge.m3u8
                #EXT-X-STREAM-INF:BANDWIDTH=8,RESOLUTION=3840x2160
                large.m3u8
                """);

        assertThat(choice).isEqualTo(chosen("large.m3u8", null));
    }

    @Test
    void ofPicturesOfOneSizeTheOneWithMoreBitsIsChosen() throws FailureException {
        var choice = Playlists.choice("""
                #EXT-X-STREAM-INF:BANDWIDTH=9,RESOLUTION=640x360
                good.m3u8
                #EXT-X-STREAM-INF:BANDWIDTH=8,RESOLUTION=640x360
                poor.m3u8
                """);

        assertThat(choice).isEqualTo(chosen("good.m3u8", null));
    }

    @Test
    void aVariantOfUnknownCodecsMayHaveAPicture() throws FailureException {
        var choice = Playlists.choice("""
                #EXT-X-STREAM-INF:BANDWIDTH=9
                whatever.m3u8
                """);

        assertThat(choice).isEqualTo(chosen("whatever.m3u8", null));
    }

    @Test
    void soundAloneIsNoPicture() throws FailureException {
        var choice = Playlists.choice("""
                #EXT-X-STREAM-INF:BANDWIDTH=9,CODECS="opus"
                a1.m3u8
                #EXT-X-STREAM-INF:BANDWIDTH=10,CODECS="mp4a.40.2"
                a2.m3u8
                """);

        assertThat(choice).isEqualTo(chosen(null, "a2.m3u8"));
    }

    @Test
    void aRenditionWithoutAnAddressComesWithThePicture() throws FailureException {
        var choice = Playlists.choice("""
                #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="aud",NAME="main",DEFAULT=YES
                #EXT-X-STREAM-INF:BANDWIDTH=9,RESOLUTION=640x360,AUDIO="aud"
                both.m3u8
                """);

        assertThat(choice).isEqualTo(chosen("both.m3u8", null));
    }

    private static Playlist.OfPlaylists chosen(String picture, String sound) {
        return new Playlist.OfPlaylists(address(picture), address(sound));
    }

    private static Optional<URI> address(String name) {
        return Optional.ofNullable(name).map(given -> URI.create(BASE + given));
    }
}
