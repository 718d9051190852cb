package org.webinararchiver.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.sources.SourcesProducer;

class ListFileTest {
    private static final String LINK = "https://my.mts-link.ru/j/12/34/record-new/56";

    @TempDir
    Path folder;

    private static ListFile read(Path file, String input) throws IOException {
        return ListFile.read(
                file, SourcesProducer.standard(), new ByteArrayInputStream(input.getBytes(Charset.forName("UTF-8"))));
    }

    @Test
    void linksAreReadAndTheRestIsToldByItsLine() throws IOException {
        var file = Files.writeString(
                folder.resolve("list.txt"),
                "# lectures\nЛекция | " + LINK + "\nhttps://example.org/video\n",
                Charset.forName("windows-1251"));

        var list = read(file, "");

        assertThat(list.links()).hasSize(1);
        assertThat(list.complaints()).singleElement().asString().startsWith(file + ", line 3: not a link");
    }

    @Test
    void aHyphenIsTheStandardInput() throws IOException {
        assertThat(read(Path.of("-"), LINK + "\n" + LINK).links()).hasSize(1);
    }

    @Test
    void theTokenOfALinkIsKeptWhereverItIsListed() throws IOException {
        var withToken = LINK + "/0123456789abcdef0123456789abcdef";
        var list = read(Path.of("-"), LINK + "\n" + withToken + "\n" + LINK);
        assertThat(list.links()).singleElement().satisfies(each -> {
            assertThat(each.text()).isEqualTo(withToken);
            assertThat(each.link().pass().isEmpty()).isFalse();
        });
    }

    @Test
    void aFileThatIsNotThereIsToldInWords() {
        var file = folder.resolve("none.txt");
        assertThatIOException().isThrownBy(() -> read(file, "")).withMessage("There is no file " + file + ".");
    }

    @Test
    void aFileThatIsTooLargeForAListIsNotReadWhole() {
        var endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                return length;
            }
        };
        assertThatIOException()
                .isThrownBy(() -> ListFile.read(Path.of("-"), SourcesProducer.standard(), endless))
                .withMessageContaining("10 MB");
    }
}
