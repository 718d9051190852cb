package org.webinararchiver.compile.text;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The fonts that come with the program: DejaVu Sans has the letters of Europe, the Caucasus, Hebrew and Arabic, Droid
 * Sans Fallback those of China, Japan and Korea, Noto those of Thailand and northern India, and emoji. So text looks
 * the same everywhere, and no font needs to be installed.
 */
public final class Fonts {
    /**
     * Where a file is named in this property, Java does not ask the system's library of fonts, which may be missing.
     */
    private static final String FONT_LIST = "sun.awt.fontconfig";

    private static final String HEADLESS = "java.awt.headless";

    private static final String REGULAR = "DejaVuSans.ttf";
    private static final String BOLD = "DejaVuSans-Bold.ttf";
    private static final String EMOJI = "NotoEmoji.ttf";

    /** Asked in this order for what DejaVu Sans lacks. */
    private static final List<String> OTHER_SCRIPTS =
            List.of("DroidSansFallback.ttf", "NotoSansThai.ttf", "NotoSansDevanagari.ttf");

    private static Fonts loaded;

    private final Typeface regular;
    private final Typeface bold;

    private Fonts(Typeface regular, Typeface bold) {
        this.regular = regular;
        this.bold = bold;
    }

    /**
     * The fonts, brought into files the first time, from which Java reads them as long as it runs.
     *
     * @throws IOException also when Java does not take the fonts
     */
    static synchronized Fonts ofProgram() throws IOException {
        if (loaded == null) {
            loaded = load();
        }
        return loaded;
    }

    private static Fonts load() throws IOException {
        var folder = Files.createTempDirectory("fonts");
        folder.toFile().deleteOnExit();
        var regular = unpacked(REGULAR, folder);
        if (System.getProperty(HEADLESS) == null) {
            System.setProperty(HEADLESS, "true");
        }
        if (System.getProperty(FONT_LIST) == null) {
            System.setProperty(FONT_LIST, list(folder, regular).toString());
        }
        var bold = font(unpacked(BOLD, folder));
        var emoji = font(unpacked(EMOJI, folder));
        var others = new Font[OTHER_SCRIPTS.size()];
        for (int each = 0; each < others.length; each++) {
            others[each] = font(unpacked(OTHER_SCRIPTS.get(each), folder));
        }
        var bolder = Stream.of(others).map(font -> font.deriveFont(Font.BOLD)).toList();
        return new Fonts(new Typeface(font(regular), List.of(others), emoji), new Typeface(bold, bolder, emoji));
    }

    /**
     * For running text.
     *
     * @param size of an em, in pixels
     */
    public Typeface regular(float size) {
        return regular.sized(size);
    }

    /**
     * For what is to be seen first.
     *
     * @param size of an em, in pixels
     */
    public Typeface bold(float size) {
        return bold.sized(size);
    }

    private static Path unpacked(String name, Path folder) throws IOException {
        var file = folder.resolve(name);
        file.toFile().deleteOnExit();
        try (var resource = Fonts.class.getResourceAsStream(name)) {
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
