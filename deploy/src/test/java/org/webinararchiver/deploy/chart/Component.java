package org.webinararchiver.deploy.chart;

/** What runs in pods of its own. */
public enum Component {
    API_SERVICE("api-service", "api"),
    DOWNLOAD_WORKER("download-worker", "download"),
    COMPILE_WORKER("compile-worker", "compile");

    /** The label by which pods of a component are told apart. */
    public static final String LABEL = "app.kubernetes.io/component";

    private final String label;
    private final String module;

    Component(String label, String module) {
        this.label = label;
        this.module = module;
    }

    public String label() {
        return label;
    }

    /** Its package below {@code org.webinararchiver}. */
    public String module() {
        return module;
    }

    @Override
    public String toString() {
        return label;
    }
}
