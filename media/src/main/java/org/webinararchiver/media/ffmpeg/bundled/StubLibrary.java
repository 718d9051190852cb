package org.webinararchiver.media.ffmpeg.bundled;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An empty shared library for Linux, written byte by byte so that no compiler is needed.
 *
 * <p>The bundled ffmpeg links the libraries of X11, ALSA and PulseAudio, which a server or a container rarely has. Only
 * its capture devices ever call them, yet without them the program does not start. A library that holds nothing but its
 * name satisfies the loader; functions are bound when first called, which then never happens. The loader complains on
 * the program's error output when a library lacks the versions that its user was linked against, so those are defined
 * too.
 *
 * <p>Layout (System V ABI, ELF-64, and the Linux Standard Base for versions): header, three program headers, dynamic
 * section, then what it points to: a hash table and a symbol table with the obligatory empty symbol, that symbol's
 * version, the definitions of versions, and the names. Everything lies in one loaded segment whose addresses equal the
 * offsets in the file. The segment is writable, since older versions of glibc relocate the dynamic section in place;
 * the stack's program header keeps the loader from asking for an executable stack.
 */
final class StubLibrary {
    private static final int FILE_HEADER = 64;
    private static final int PROGRAM_HEADER = 56;
    private static final int DYNAMIC_ENTRY = 16;
    private static final int SYMBOL = 24;
    private static final int VERSION_DEFINITION = 28;

    private static final int DYNAMIC = FILE_HEADER + 3 * PROGRAM_HEADER;
    private static final int DYNAMIC_SIZE = 10 * DYNAMIC_ENTRY;
    private static final int HASH = DYNAMIC + DYNAMIC_SIZE;
    private static final int SYMBOLS = HASH + 16;
    private static final int SYMBOL_VERSIONS = SYMBOLS + SYMBOL;
    private static final int VERSION_DEFINITIONS = SYMBOL_VERSIONS + 8;

    private static final int READ_AND_WRITE = 6;

    /** The largest page of any machine that may load it: 64 KiB on some with an ARM processor. */
    private static final long LOAD_ALIGNMENT = 0x10000;

    /** The library's own name, which counts as the first definition of a version, then the versions. */
    private final List<String> definitions = new ArrayList<>();

    private final byte[] names;
    private final ByteBuffer bytes;

    private StubLibrary(String name, List<String> versions) {
        definitions.add(name);
        definitions.addAll(versions);
        names = ("\0" + String.join("\0", definitions) + "\0").getBytes(StandardCharsets.US_ASCII);
        bytes = ByteBuffer.allocate(namesOffset() + names.length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * The library's bytes.
     *
     * @param name as the loader looks for it, for example {@code libpulse.so.0}
     * @param versions of its functions, for example {@code PULSE_0}
     */
    static byte[] of(String name, List<String> versions, Platform platform) {
        return new StubLibrary(name, versions).write(platform);
    }

    private int namesOffset() {
        return VERSION_DEFINITIONS + definitions.size() * VERSION_DEFINITION;
    }

    private byte[] write(Platform platform) {
        fileHeader(platform.processor().equals("arm64") ? Tag.AARCH64 : Tag.X86_64);
        programHeader(Tag.LOAD, 0, bytes.capacity(), LOAD_ALIGNMENT);
        programHeader(Tag.DYNAMIC_SECTION, DYNAMIC, DYNAMIC_SIZE, 8);
        programHeader(Tag.STACK, 0, 0, 16);
        dynamicSection();
        bytes.putInt(1).putInt(1).putInt(0).putInt(0); // a hash table of one bucket and one chain, both empty
        bytes.put(new byte[SYMBOL]).putLong(0);
        versionDefinitions();
        return bytes.put(names).array();
    }

    private void fileHeader(int machine) {
        bytes.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0}).putLong(0);
        bytes.putShort((short) Tag.SHARED_OBJECT).putShort((short) machine).putInt(1);
        bytes.putLong(0).putLong(FILE_HEADER).putLong(0).putInt(0);
        bytes.putShort((short) FILE_HEADER).putShort((short) PROGRAM_HEADER).putShort((short) 3);
        bytes.putShort((short) 64).putShort((short) 0).putShort((short) 0);
    }

    private void programHeader(int type, long offset, long size, long alignment) {
        bytes.putInt(type).putInt(READ_AND_WRITE);
        bytes.putLong(offset).putLong(offset).putLong(offset);
        bytes.putLong(size).putLong(size).putLong(alignment);
    }

    private void dynamicSection() {
        dynamicEntry(Tag.OWN_NAME, 1);
        dynamicEntry(Tag.NAMES, namesOffset());
        dynamicEntry(Tag.NAMES_SIZE, names.length);
        dynamicEntry(Tag.SYMBOLS, SYMBOLS);
        dynamicEntry(Tag.SYMBOL_SIZE, SYMBOL);
        dynamicEntry(Tag.HASH, HASH);
        dynamicEntry(Tag.SYMBOL_VERSIONS, SYMBOL_VERSIONS);
        dynamicEntry(Tag.VERSION_DEFINITIONS, VERSION_DEFINITIONS);
        dynamicEntry(Tag.VERSION_DEFINITION_COUNT, definitions.size());
        dynamicEntry(Tag.END, 0);
    }

    private void dynamicEntry(int tag, long value) {
        bytes.putLong(tag).putLong(value);
    }

    private void versionDefinitions() {
        var nameOffset = 1;
        for (var index = 1; index <= definitions.size(); index++) {
            var name = definitions.get(index - 1);
            var isOwnName = index == 1;
            var next = index < definitions.size() ? VERSION_DEFINITION : 0;
            bytes.putShort((short) 1).putShort((short) (isOwnName ? 1 : 0));
            bytes.putShort((short) index).putShort((short) 1);
            bytes.putInt(hash(name)).putInt(20).putInt(next);
            bytes.putInt(nameOffset).putInt(0);
            nameOffset += name.length() + 1;
        }
    }

    /** The hash function of the System V ABI, chapter "Hash Table". */
    private static int hash(String name) {
        var hash = 0;
        for (var character : name.toCharArray()) {
            hash = (hash << 4) + character;
            var high = hash & 0xf0000000;
            hash = (hash ^ (high >>> 24)) & ~high;
        }
        return hash;
    }

    /** Numbers that the format gives a meaning. */
    private static final class Tag {
        static final int SHARED_OBJECT = 3;
        static final int X86_64 = 62;
        static final int AARCH64 = 183;

        static final int LOAD = 1;
        static final int DYNAMIC_SECTION = 2;
        static final int STACK = 0x6474e551;

        static final int END = 0;
        static final int HASH = 4;
        static final int NAMES = 5;
        static final int SYMBOLS = 6;
        static final int NAMES_SIZE = 10;
        static final int SYMBOL_SIZE = 11;
        static final int OWN_NAME = 14;
        static final int SYMBOL_VERSIONS = 0x6ffffff0;
        static final int VERSION_DEFINITIONS = 0x6ffffffc;
        static final int VERSION_DEFINITION_COUNT = 0x6ffffffd;
    }
}
