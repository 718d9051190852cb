package org.webinararchiver.core.link.list;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Finds out how a text file was written: UTF-8, with or without a mark, UTF-16 with one, else Windows-1251. */
public final class ListText {
    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private ListText() {}

    /** Windows-1251 gives every byte a meaning, so nothing fails. */
    public static String decoded(byte[] bytes) {
        var text = isMarkedUtf16(bytes) ? new String(bytes, StandardCharsets.UTF_16) : utf8Or1251(bytes);
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static boolean isMarkedUtf16(byte[] bytes) {
        return bytes.length >= 2
                && ((bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe)
                        || (bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff));
    }

    private static String utf8Or1251(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, WINDOWS_1251);
        }
    }
}
