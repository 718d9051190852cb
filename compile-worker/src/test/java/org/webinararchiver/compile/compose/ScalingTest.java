package org.webinararchiver.compile.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalingTest {
    @ParameterizedTest
    @CsvSource({
        "1000,600, 100,60",
        "1000,600, 999,599",
        "1000,600, 2,2",
        "333,77, 332,2",
        "100,100, 100,100",
        "100,100, 200,150"
    })
    void onePlainColourStaysWhatItIsToTheLastPixel(int width, int height, int wantedWidth, int wantedHeight) {
        var scaled = Scaling.scaled(filled(width, height, 0xff336699), wantedWidth, wantedHeight);

        assertThat(scaled.getWidth()).isEqualTo(wantedWidth);
        assertThat(scaled.getHeight()).isEqualTo(wantedHeight);
        assertThat(scaled.getRGB(0, 0, wantedWidth, wantedHeight, null, 0, wantedWidth))
                .containsOnly(0xff336699);
    }

    @Test
    void finePatternsBecomeGreyInsteadOfVanishing() {
        var stripes = filled(900, 90, 0xffffffff);
        for (int x = 0; x < 900; x += 3) {
            for (int y = 0; y < 90; y++) {
                stripes.setRGB(x, y, 0xff000000);
            }
        }
        var scaled = Scaling.scaled(stripes, 100, 10);

        assertThat(scaled.getRGB(0, 0, 100, 10, null, 0, 100)).containsOnly(0xffaaaaaa);
    }

    @Test
    void whatIsTransparentIsSeenOnWhite() {
        assertThat(new Color(Scaling.scaled(filled(10, 10, 0), 5, 5).getRGB(2, 2)))
                .isEqualTo(Color.WHITE);
        assertThat(new Color(Scaling.scaled(filled(10, 10, 0), 15, 15).getRGB(2, 2)))
                .isEqualTo(Color.WHITE);
    }

    private static BufferedImage filled(int width, int height, int colour) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, colour);
            }
        }
        return picture;
    }
}
