package org.webinararchiver.download.plan;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.webinararchiver.core.web.Web;
import org.webinararchiver.core.web.WebAnswer;
import org.webinararchiver.core.web.WebRequest;

/**
 * A web that keeps what a source reads of it: the bodies of successful answers, as far as they are read, compressed in
 * files. So a manifest can be made anew, by a program that understands more of it, when the platform has long lost the
 * recording.
 */
final class KeptAnswers implements Web {
    private final Web web;
    private final Path folder;
    private final List<Path> files = new ArrayList<>();

    /** @param folder exists, and is removed by whoever made it */
    KeptAnswers(Web web, Path folder) {
        this.web = web;
        this.folder = folder;
    }

    @Override
    public WebAnswer get(WebRequest request) throws IOException {
        var answer = web.get(request);
        return answer.succeeded() ? new WebAnswer(answer.status(), answer.headers(), kept(answer)) : answer;
    }

    /** The files of the answers that have been read and closed, in the order in which that was, as gzip. */
    List<Path> files() {
        return List.copyOf(files);
    }

    private InputStream kept(WebAnswer answer) throws IOException {
        try {
            return new Copied(answer.body(), Files.createTempFile(folder, "answer", ".gz"));
        } catch (IOException e) {
            answer.close();
            throw e;
        }
    }

    /** Writes along what is read. What breaks off is not kept. */
    private final class Copied extends FilterInputStream {
        private final Path file;
        private final OutputStream copy;
        private boolean broken;

        Copied(InputStream body, Path file) throws IOException {
            super(body);
            this.file = file;
            this.copy = new GZIPOutputStream(Files.newOutputStream(file));
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int most) throws IOException {
            var count = readOriginal(buffer, offset, most);
            copy.write(buffer, offset, Math.max(count, 0));
            return count;
        }

        private int readOriginal(byte[] buffer, int offset, int most) throws IOException {
            try {
                return super.read(buffer, offset, most);
            } catch (IOException e) {
                broken = true;
                throw e;
            }
        }

        /** What was not read would not be in the copy either. */
        @Override
        public long skip(long count) {
            return 0;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        @Override
        public void close() throws IOException {
            try (copy) {
                super.close();
            }
            if (!broken && !files.contains(file)) {
                files.add(file);
            }
        }
    }
}
