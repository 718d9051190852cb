package org.webinararchiver.core.scene;

/**
 * What may be seen of a recording.
 *
 * @param places how many people there is room for beside a stage; 0 where people are not shown there at all
 * @param lecturerStays whether there is always room for the lecturer, also when others speak
 * @param hidesSilent whether somebody who is not heard to speak is left out; whoever is not listened to is shown
 * @param messages whether messages change a scene
 */
public record SceneRules(int places, boolean lecturerStays, boolean hidesSilent, boolean messages) {
    public SceneRules {
        if (places < 0) {
            throw new IllegalArgumentException("room for " + places + " people");
        }
    }
}
