package org.webinararchiver.download.web;

import java.io.IOException;
import java.net.Proxy;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Straight to the host, at an address that is looked up and checked here. */
final class DirectWay implements WayOut {
    private final GuardedDns dns;
    private final OkHttpClient client;
    private final Duration answerTimeout;

    DirectWay(OkHttpClient client, GuardedDns dns, Duration answerTimeout) {
        this.dns = dns;
        this.client = client.newBuilder().dns(dns).proxy(Proxy.NO_PROXY).build();
        this.answerTimeout = answerTimeout;
    }

    @Override
    public Response send(Request request) throws IOException {
        try {
            checkAddress(request);
            return AnswerDeadline.within(answerTimeout, client.newCall(request));
        } catch (IOException e) {
            throw GuardedDns.refusalIn(e);
        }
    }

    /** The client does not look up what it takes for an address, of which there are more ways of writing than one. */
    private void checkAddress(Request request) throws IOException {
        dns.lookup(request.url().host());
    }
}
