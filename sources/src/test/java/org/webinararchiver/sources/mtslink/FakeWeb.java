package org.webinararchiver.sources.mtslink;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.webinararchiver.core.web.Web;
import org.webinararchiver.core.web.WebAnswer;
import org.webinararchiver.core.web.WebRequest;

/** Answers from memory and remembers what it was asked. What it does not know is not found. */
public final class FakeWeb implements Web {

    /** Answers one address. */
    public interface Page {
        WebAnswer open() throws IOException;
    }

    public final List<WebRequest> requests = new ArrayList<>();
    private final Map<String, Page> pages = new HashMap<>();
    private int opened;
    private int closed;

    public FakeWeb with(String address, String body) {
        return with(address, 200, Map.of(), body);
    }

    public FakeWeb with(String address, int status, Map<String, String> headers, String body) {
        return with(address, () -> answer(status, headers, stream(body)));
    }

    public FakeWeb with(String address, Page page) {
        pages.put(address, page);
        return this;
    }

    @Override
    public WebAnswer get(WebRequest request) throws IOException {
        requests.add(request);
        var page = pages.get(request.uri().toString());
        return page == null ? answer(404, Map.of(), stream("")) : page.open();
    }

    public List<String> addresses() {
        return requests.stream().map(request -> request.uri().toString()).toList();
    }

    public boolean closedEveryAnswer() {
        return opened == closed;
    }

    public WebAnswer answer(int status, Map<String, String> headers, InputStream body) {
        opened++;
        return new WebAnswer(status, headers, new Counted(body));
    }

    public static InputStream stream(String body) {
        return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
    }

    private final class Counted extends FilterInputStream {
        Counted(InputStream body) {
            super(body);
        }

        @Override
        public void close() throws IOException {
            super.close();
            closed++;
        }
    }
}
