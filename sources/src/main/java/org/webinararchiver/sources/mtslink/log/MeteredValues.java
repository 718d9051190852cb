package org.webinararchiver.sources.mtslink.log;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;

/** Ends the reading when one value that is kept holds more values than are allowed. */
final class MeteredValues extends JsonParserDelegate {
    private final int mostPerValue;
    private int inValue;

    MeteredValues(JsonParser parser, int mostPerValue) {
        super(parser);
        this.mostPerValue = mostPerValue;
    }

    /** From here on another value is read that is kept. */
    void valueBegins() {
        inValue = 0;
    }

    /** Not counted: what is skipped is not kept. */
    void skip() throws IOException {
        delegate.skipChildren();
    }

    @Override
    public JsonToken nextToken() throws IOException {
        inValue++;
        if (inValue > mostPerValue) {
            throw new MetadataTooLarge("more than " + mostPerValue + " values in one event");
        }
        return super.nextToken();
    }
}
