package org.webinararchiver.systemtests.compose;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An image as Docker has it here.
 *
 * @param name with its tag
 * @param size bytes of all its layers, unpacked
 * @param layers digests, the lowest first
 * @param labels what it says of itself
 */
record Image(String name, long size, List<String> layers, Map<String, String> labels) {

    static Image named(String name) throws IOException, InterruptedException {
        var image = JsonPath.from(
                        CommandRun.of("docker", "image", "inspect", name).succeeded())
                .setRootPath("[0]");
        return new Image(name, image.getLong("Size"), image.getList("RootFS.Layers"), image.getMap("Config.Labels"));
    }

    boolean liesOn(Image base) {
        return layers.size() > base.layers.size()
                && layers.subList(0, base.layers.size()).equals(base.layers);
    }

    /** Bytes of each layer above the base, the uppermost first. */
    List<Long> layersAbove(Image base) throws IOException, InterruptedException {
        var above = new ArrayList<Long>();
        var left = size - base.size;
        var all = CommandRun.of("docker", "history", "--human=false", "--format", "{{.Size}}", name);
        for (var line : all.succeeded().lines().toList()) {
            var bytes = Long.parseLong(line);
            left -= bytes;
            if (left < 0) {
                break;
            }
            if (bytes > 0) {
                above.add(bytes);
            }
        }
        return above;
    }
}
