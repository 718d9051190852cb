package org.webinararchiver.compile;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.webinararchiver.compile.script.PartNote;
import org.webinararchiver.compile.script.RenderedPart;
import org.webinararchiver.compile.script.ScriptJson;

/** Renders parts as other workers do: each in a folder of its own, by the script as they read it. */
record ElsewhereRendered(Compiler compiler, Shelf shelf, Path folder) {

    List<Optional<RenderedPart>> parts(Begun.Divided divided) throws Exception {
        var parts = new ArrayList<Optional<RenderedPart>>();
        var script = ScriptJson.read(new ByteArrayInputStream(ScriptJson.write(divided.script())))
                .orElseThrow();
        for (int part = 0; part < script.parts(); part++) {
            boolean isCopied = script.isSoundCopied() && part == script.wholeSound();
            var scratch = Files.createDirectories(folder.resolve("part-" + part));
            parts.add(Optional.of(
                    isCopied
                            ? new RenderedPart(divided.copiedSound().orElseThrow(), PartNote.NOTHING)
                            : compiler.render(script, part, shelf, parts::get, scratch, share -> {})));
        }
        return parts;
    }
}
