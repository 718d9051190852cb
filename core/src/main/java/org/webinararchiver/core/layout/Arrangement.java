package org.webinararchiver.core.layout;

import org.webinararchiver.core.recording.Layout;
import org.webinararchiver.core.scene.Scene;
import org.webinararchiver.core.scene.SceneRules;
import org.webinararchiver.core.scene.Stage;

/**
 * Which layout a recording is shown in.
 *
 * @param chat whether messages are shown, where there are any
 * @param hidesSilent whether people who do not speak are left out
 */
public record Arrangement(Layout layout, Screen screen, boolean chat, boolean hidesSilent) {
    public Arrangement {
        if (layout == Layout.AUDIO) {
            throw new IllegalArgumentException("nothing is seen of mere sound");
        }
    }

    private boolean showsChat() {
        return chat && layout != Layout.STAGE;
    }

    /** What this layout has room for. */
    public SceneRules rules() {
        int places =
                switch (layout) {
                    case AUTO -> screen.placesBesideStage(showsChat());
                    case GALLERY -> Screen.placesInGallery();
                    case SPEAKER -> 1;
                    case STAGE, AUDIO -> 0;
                };
        return new SceneRules(places, layout != Layout.SPEAKER, hidesSilent, showsChat());
    }

    private static boolean belongsToSomebody(Stage stage) {
        return switch (stage) {
            case Stage.Camera camera -> true;
            case Stage.Screen shared -> true;
            case Stage.OfSlide slide -> false;
            case Stage.Nothing nothing -> false;
        };
    }

    /** How the screen is divided in a scene that keeps to the rules of this layout. */
    public Seating of(Scene scene) {
        int people = scene.people().size();
        boolean more = scene.more() > 0 && layout != Layout.STAGE && layout != Layout.SPEAKER;
        boolean messages = scene.messages() > 0;
        boolean isEmpty = scene.stage() instanceof Stage.Nothing;
        if (people == 0 && !messages && !more) {
            return screen.filled();
        }
        if (isEmpty && people > 0) {
            return screen.gallery(people, false, more, messages);
        }
        if (layout == Layout.GALLERY && people > 0) {
            return screen.gallery(people + 1, true, more, messages);
        }
        var seating = screen.besideStage(people, more, messages);
        return belongsToSomebody(scene.stage()) ? screen.named(seating) : seating;
    }
}
