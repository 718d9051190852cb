package org.webinararchiver.download.web;

import java.io.IOException;
import okhttp3.Request;
import okhttp3.Response;

/** A way by which requests leave, which checks what it can see of where they lead. */
interface WayOut {

    /** Sends a request and waits for the headers of its answer; follows no redirect. */
    Response send(Request request) throws IOException;
}
