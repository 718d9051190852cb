package org.webinararchiver.download.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.webinararchiver.core.web.Web;
import org.webinararchiver.core.web.WebAnswer;
import org.webinararchiver.core.web.WebRequest;

/** A web that answers by the path alone, for several threads once its pages are there. */
final class Pages implements Web {
    private final Map<String, byte[]> pages = new HashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    Pages put(String path, String body) {
        pages.put(path, body.getBytes(UTF_8));
        return this;
    }

    long requests(String path) {
        return asked.stream().filter(path::equals).count();
    }

    @Override
    public WebAnswer get(WebRequest request) {
        asked.add(request.uri().getPath());
        return new WebAnswer(
                200, Map.of(), new ByteArrayInputStream(pages.get(request.uri().getPath())));
    }
}
