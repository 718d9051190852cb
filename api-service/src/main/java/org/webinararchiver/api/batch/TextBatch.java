package org.webinararchiver.api.batch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.webinararchiver.api.batch.BatchItem.Place;
import org.webinararchiver.api.problem.ExpectedBody;
import org.webinararchiver.api.problem.Problem;
import org.webinararchiver.core.link.list.LinkList;
import org.webinararchiver.core.link.list.LinkList.Complaint;
import org.webinararchiver.core.link.list.LinkListParser;
import org.webinararchiver.core.link.list.ListText;
import org.webinararchiver.core.recording.RenditionOptions;
import org.webinararchiver.sources.Sources;

/** Reads a batch that is a list of links as people keep it. */
@ApplicationScoped
public class TextBatch {
    private static final int UNSUPPORTED = 415;

    private final LinkListParser parser;

    public TextBatch(Sources sources) {
        this.parser = new LinkListParser(sources::recognise, sources.linkForms());
    }

    /**
     * Its links and what is none, in the order of the lines.
     *
     * @param type how the text was written, where that is said; it is found out where it is not
     * @throws WebApplicationException when it is no text of this kind, or too long
     */
    List<BatchItem> read(byte[] body, MediaType type, RenditionOptions options) {
        var text = Optional.ofNullable(type.getParameters().get(MediaType.CHARSET_PARAMETER))
                .map(charset -> decoded(body, charset))
                .orElseGet(() -> ListText.decoded(body));
        BatchLimits.require(text);
        var list = parser.parse(text);
        var items = new ArrayList<BatchItem>();
        for (var entry : list.entries()) {
            items.add(new BatchItem.Good(new Place.Line(entry.line()), entry.link(), options));
        }
        refused(list, text.split("\\R", -1), items);
        items.sort(Comparator.comparing(item -> item.place().number()));
        return items;
    }

    private static void refused(LinkList list, String[] lines, List<BatchItem> items) {
        for (var complaint : list.complaints()) {
            var place = new Place.Line(complaint.line());
            var refusal = BatchAnswer.Refused.at(
                    place, lines[complaint.line() - 1], reason(complaint.kind()), complaint.reason());
            items.add(new BatchItem.Bad(place, refusal));
        }
    }

    private static String reason(Complaint.Kind kind) {
        return switch (kind) {
            case NO_LINK -> "no-link";
            case NOT_A_RECORDING -> "not-a-recording-link";
            case DUPLICATE -> "duplicate";
        };
    }

    private static String decoded(byte[] body, String charset) {
        try {
            return Charset.forName(charset)
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw ExpectedBody.BATCH.refused("It is not written as its charset says.");
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            throw Problem.refused(
                    UNSUPPORTED,
                    "unknown-charset",
                    "The charset of the list is none that is known.",
                    "Send the list as UTF-8 or as Windows-1251; without a charset it is found out which it is.");
        }
    }
}
