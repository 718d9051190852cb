package org.webinararchiver.compile.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.compile.compose.Scenery.SLIDE;
import static org.webinararchiver.compile.compose.Scenery.isAll;
import static org.webinararchiver.compile.compose.Scenery.isAllOutside;
import static org.webinararchiver.compile.compose.Scenery.pixels;
import static org.webinararchiver.compile.compose.Scenery.said;
import static org.webinararchiver.compile.compose.Scenery.scene;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.core.layout.Box;
import org.webinararchiver.core.layout.Screen;
import org.webinararchiver.core.layout.Seating;
import org.webinararchiver.core.layout.Size;
import org.webinararchiver.core.manifest.Owners;
import org.webinararchiver.core.scene.Stage;

class SlideOnStageTest {
    private static final Size SCREEN = new Size(1280, 720);
    private static final Seating SEATING = new Screen(SCREEN).besideStage(0, false, true);
    private static final Box STAGE = SEATING.stage().orElseThrow();
    private static final int ORANGE = 0xffff8800;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "png,2400,1350",
        "png,1920,1080",
        "png,160,90",
        "png,3000,20",
        "png,20,3000",
        "png,1,1",
        "jpeg,1600,1200"
    })
    void aSlideIsSeenWholeInTheMiddleOfTheStage(String format, int width, int height) throws Exception {
        var painter = painter(written(format, width, height));
        var place = STAGE.fitting(new Size(width, height), 2);
        var picture = paint(painter, 0);

        assertThat(isAll(picture, place, SlideOnStageTest::isNearlyOrange)).isTrue();
        assertThat(isAllOutside(picture, List.of(place), pixel -> !isNearlyOrange(pixel)))
                .isTrue();
        assertThat(painter.unreadable()).isEmpty();
    }

    @Test
    void aSlideThatIsShownWithEveryMessageIsReadOnce() throws Exception {
        var file = written("png", 800, 600);
        var looks = new AtomicInteger();
        var painter = new BackdropPainter(
                SCREEN,
                slide -> {
                    looks.incrementAndGet();
                    return Optional.of(file);
                },
                SlideFile::read,
                Owners.UNKNOWN,
                List.of(said("Anna", "Hello")));
        paint(painter, 0);
        paint(painter, 1);

        assertThat(looks).hasValue(1);
    }

    @Test
    void aSlideThatIsLostLeavesAnEmptyStage() throws Exception {
        var painter =
                new BackdropPainter(SCREEN, slide -> Optional.empty(), SlideFile::read, Owners.UNKNOWN, List.of());

        assertThat(pixels(paint(painter, 0), STAGE)).containsOnly(Shades.STAGE.getRGB());
        assertThat(painter.unreadable()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%PDF-1.4", "GIF89a", "<svg/>", "\u0089PNG\r\n\u001a\n", "ÿØÿà"})
    void aFileThatIsNoPictureLeavesAnEmptyStageAndIsToldOnce(String content) throws Exception {
        assertUnreadable(Files.write(folder.resolve("slide"), content.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void halfAPictureIsNone() throws Exception {
        var whole = Files.readAllBytes(written("png", 800, 600));

        assertUnreadable(Files.write(folder.resolve("half"), Arrays.copyOf(whole, whole.length / 2)));
    }

    @ParameterizedTest
    @CsvSource({"100000,100000", "2147483647,2147483647", "2147483647,1", "8000,5001", "30001,1", "0,10"})
    void aPictureThatSaysItIsHugeIsNotDecoded(int width, int height) throws Exception {
        assertUnreadable(Files.write(folder.resolve("huge"), pngOf(width, height)));
    }

    @Test
    void aFileThatIsGoneIsTold() throws Exception {
        assertUnreadable(folder.resolve("gone"));
    }

    @Test
    void aVeryLargePictureIsReadWithLessOfItsPixels() throws Exception {
        var file = written("png", 7680, 4320);
        var read = SlideFile.read(file);

        assertThat(read.size()).isEqualTo(new Size(7680, 4320));
        assertThat((long) read.pixels().getWidth() * read.pixels().getHeight()).isLessThan(12_000_000);
        assertThat(isNearlyOrange(paint(painter(file), 0).getRGB(STAGE.x() + STAGE.width() / 2, 360)))
                .isTrue();
    }

    private static void assertUnreadable(Path file) throws Exception {
        var painter = painter(file);

        assertThat(pixels(paint(painter, 0), STAGE)).containsOnly(Shades.STAGE.getRGB());
        assertThat(pixels(paint(painter, 0), STAGE)).containsOnly(Shades.STAGE.getRGB());
        assertThat(painter.unreadable()).extracting(UnreadableSlide::slide).containsExactly(SLIDE);
    }

    private static BackdropPainter painter(Path slide) {
        return new BackdropPainter(SCREEN, any -> Optional.of(slide), SlideFile::read, Owners.UNKNOWN, List.of());
    }

    private static BufferedImage paint(BackdropPainter painter, int messages) throws Exception {
        return painter.paint(scene(new Stage.OfSlide(SLIDE), List.of(), 0, messages), SEATING);
    }

    private Path written(String format, int width, int height) throws IOException {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(new Color(ORANGE));
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        var file = folder.resolve("slide." + format);
        ImageIO.write(picture, format, file.toFile());
        return file;
    }

    private static boolean isNearlyOrange(int pixel) {
        var colour = new Color(pixel);
        return colour.getRed() > 0xf8 && Math.abs(colour.getGreen() - 0x88) < 8 && colour.getBlue() < 8;
    }

    /** A PNG file that ends after it has told its size. */
    private static byte[] pngOf(int width, int height) throws IOException {
        var header = new ByteArrayOutputStream();
        var data = new DataOutputStream(header);
        data.writeBytes("IHDR");
        data.writeInt(width);
        data.writeInt(height);
        data.write(new byte[] {8, 2, 0, 0, 0});
        var sum = new CRC32();
        sum.update(header.toByteArray());
        var file = new ByteArrayOutputStream();
        var all = new DataOutputStream(file);
        all.writeLong(0x89504e470d0a1a0aL);
        all.writeInt(13);
        all.write(header.toByteArray());
        all.writeInt((int) sum.getValue());
        return file.toByteArray();
    }
}
