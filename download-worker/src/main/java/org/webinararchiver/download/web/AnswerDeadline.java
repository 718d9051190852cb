package org.webinararchiver.download.web;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Response;
import okio.AsyncTimeout;

/**
 * Gives up a call whose answer has not begun in time. The time-outs of the client begin anew with every byte, and its
 * time-out of a whole call would end long files.
 */
final class AnswerDeadline extends AsyncTimeout {
    private final Call call;

    private AnswerDeadline(Call call) {
        this.call = call;
    }

    static Response within(Duration time, Call call) throws IOException {
        var deadline = new AnswerDeadline(call);
        deadline.timeout(time.toMillis(), TimeUnit.MILLISECONDS);
        deadline.enter();
        try {
            return call.execute();
        } catch (IOException e) {
            throw deadline.exit() ? late(time, e) : e;
        } finally {
            deadline.exit();
        }
    }

    private static IOException late(Duration time, IOException cause) {
        var late = new SocketTimeoutException("no answer within " + time);
        late.initCause(cause);
        return late;
    }

    @Override
    protected void timedOut() {
        call.cancel();
    }
}
