package org.webinararchiver.standalone.progress;

import java.util.List;
import org.webinararchiver.client.Recording;

/**
 * A recording in one line of a terminal: a bar, what is done, how far it has come, and its name. In a narrow terminal
 * the less important is left out first.
 */
final class ProgressLine {
    private static final String BETWEEN = " · ";
    private static final int LEAST_OF_A_NAME = 6;

    /** From roomy to tight. */
    private static final List<Layout> LAYOUTS =
            List.of(new Layout(20, false, 2), new Layout(12, false, 2), new Layout(5, true, 1), new Layout(5, true, 0));

    /** @param leastDetails with fewer, the next tighter layout tells more */
    private record Layout(int bar, boolean brief, int leastDetails) {}

    private final Style style;

    ProgressLine(Style style) {
        this.style = style;
    }

    /** @param cells that the line may take */
    String of(Recording recording, Pace pace, int cells) {
        var details = ProgressText.details(recording, pace);
        for (var layout : LAYOUTS) {
            for (int kept = details.size(); kept >= Math.min(layout.leastDetails(), details.size()); kept--) {
                var words = words(recording, layout, details.subList(0, kept));
                int room = cells - layout.bar() - 1 - CellText.width(words) - BETWEEN.length();
                if (room >= LEAST_OF_A_NAME || (layout.equals(LAYOUTS.getLast()) && kept == 0 && room > 0)) {
                    return style.bar(ProgressText.share(recording), layout.bar())
                            + ' '
                            + words
                            + BETWEEN
                            + CellText.within(room, CellText.plain(recording.name()));
                }
            }
        }
        var percent = Math.round(ProgressText.share(recording) * 100);
        return CellText.within(cells, "%d %% %s".formatted(percent, ProgressText.briefStep(recording)));
    }

    private static String words(Recording recording, Layout layout, List<String> details) {
        var step = layout.brief() ? ProgressText.briefStep(recording) : ProgressText.step(recording);
        return details.isEmpty() ? step : step + ' ' + String.join(BETWEEN, details);
    }

    /** What the program does before there is a recording. */
    String preparing(String step, int cells) {
        return CellText.within(cells, "· " + step + " …");
    }
}
