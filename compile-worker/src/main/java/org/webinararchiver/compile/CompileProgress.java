package org.webinararchiver.compile;

/** Is told how far a compilation has come. */
@FunctionalInterface
public interface CompileProgress {
    /** Nobody wants to know. */
    CompileProgress IGNORED = (stage, share) -> {};

    /** The parts of the work, in their order; the picture may be made a second time when joining it has failed. */
    enum Stage {
        SOUND,
        PICTURE,
        JOIN,
        MEASURE,
        /** The sound of each participant; only where that is wanted. */
        STEMS
    }

    /**
     * Called from any thread, a few times a second.
     *
     * @param share of this stage that is done, 0 to 1
     */
    void reached(Stage stage, double share);
}
