package org.webinararchiver.compile.card;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The fonts that come with the program: DejaVu Sans, which has the letters of Europe, the Caucasus, Hebrew and Arabic.
 * So a card looks the same everywhere, and no font needs to be installed.
 */
final class CardFont {
    /**
     * Where a file is named in this property, Java does not ask the system's library of fonts, which may be missing.
     */
    private static final String FONT_LIST = "sun.awt.fontconfig";

    private static final String HEADLESS = "java.awt.headless";

    private static CardFont loaded;

    private final Font regular;
    private final Font bold;

    private CardFont(Font regular, Font bold) {
        this.regular = regular;
        this.bold = bold;
    }

    /**
     * The fonts, brought into files the first time, from which Java reads them as long as it runs.
     *
     * @throws IOException also when Java does not take the fonts
     */
    static synchronized CardFont ofProgram() throws IOException {
        if (loaded == null) {
            loaded = load();
        }
        return loaded;
    }

    private static CardFont load() throws IOException {
        var folder = Files.createTempDirectory("title-card");
        folder.toFile().deleteOnExit();
        var regular = unpacked("DejaVuSans.ttf", folder);
        var bold = unpacked("DejaVuSans-Bold.ttf", folder);
        if (System.getProperty(HEADLESS) == null) {
            System.setProperty(HEADLESS, "true");
        }
        if (System.getProperty(FONT_LIST) == null) {
            System.setProperty(FONT_LIST, list(folder, regular).toString());
        }
        return new CardFont(font(regular), font(bold));
    }

    Font regular(float size) {
        return regular.deriveFont(size);
    }

    Font bold(float size) {
        return bold.deriveFont(size);
    }

    private static Path unpacked(String name, Path folder) throws IOException {
        var file = folder.resolve(name);
        file.toFile().deleteOnExit();
        try (var resource = CardFont.class.getResourceAsStream(name)) {
            Files.copy(resource, file);
        }
        return file;
    }

    /** Names one font for whatever Java looks for by itself. */
    private static Path list(Path folder, Path font) throws IOException {
        var lines = new StringBuilder("version=1\n");
        for (var family : List.of("serif", "sansserif", "monospaced", "dialog", "dialoginput")) {
            for (var style : List.of("plain", "bold", "italic", "bolditalic")) {
                lines.append("%s.%s.latin-1=DejaVu Sans\n".formatted(family, style));
            }
        }
        lines.append("sequence.allfonts=latin-1\n");
        lines.append("filename.DejaVu_Sans=%s\n".formatted(font.toString().replace("\\", "/")));
        var list = folder.resolve("fonts.properties");
        list.toFile().deleteOnExit();
        return Files.writeString(list, lines);
    }

    private static Font font(Path file) throws IOException {
        try {
            return Font.createFont(Font.TRUETYPE_FONT, file.toFile());
        } catch (FontFormatException e) {
            throw new IOException("a font that comes with the program is not read", e);
        }
    }
}
