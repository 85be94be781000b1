package org.rovingpm.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rovingpm.demo.database.EmbeddedDatabase;
import org.rovingpm.fixture.SilentProxy;
import org.springframework.util.FileSystemUtils;

/**
 * Two instances on one database, one of them by way of a proxy, under load; a fault after the other, each chosen by chance. The seed
 * is shown: with the same one the same faults come in the same order. Fails where anything is lost, doubled or stuck.
 */
@Tag("processes")
class Faults {

    private static final Duration TIME = Duration.ofMinutes(Integer.getInteger("faults.minutes", 5));
    private static final long SEED = Long.getLong("faults.seed", System.currentTimeMillis());

    @Test
    void nothingIsLostDoubledOrStuck() throws Exception {
        Path folder = Path.of("target", "faults").toAbsolutePath();
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        FaultTable table = new FaultTable(SEED, TIME);
        try (SmallDisk disk = SmallDisk.in(folder.resolve("disk"));
                EmbeddedDatabase database = EmbeddedDatabase.start(disk.folder());
                SilentProxy proxy = SilentProxy.to(portOf(database.url()));
                MailServer mail = new MailServer();
                Instance direct = new Instance("direct", database, portOf(database.url()), mail.port());
                Instance proxied = new Instance("proxied", database, proxy.port(), mail.port())) {
            List<Instance> instances = List.of(direct.start(), proxied.start());
            Server server = new Server(database, disk.folder());
            Load load = new Load(instances, server);
            run(load, new Kinds(instances, server, proxy, disk), instances, table);
            Counts counts = new Counts(server, load, mail);
            counts.awaitQuiet();
            table.counted(counts, load, instances, disk);
        } finally {
            table.write(Path.of("target", "faults.md"));
        }
        assertThat(table.bad()).as(table.text()).isEmpty();
    }

    private static void run(Load load, Kinds kinds, List<Instance> instances, FaultTable table) {
        Random chance = new Random(SEED);
        long end = System.nanoTime() + TIME.toNanos();
        try (load) {
            load.begin();
            while (System.nanoTime() < end) {
                Pause.of(Duration.ofSeconds(3L + chance.nextInt(8)));
                Kinds.Fault fault = kinds.choose(chance);
                long from = System.nanoTime();
                fault.work().run();
                List<String> late = new ArrayList<>();
                instances.stream()
                        .filter(instance -> !instance.awaitReady())
                        .forEach(instance -> late.add(instance.name()));
                table.happened(fault.name(), Duration.ofNanos(System.nanoTime() - from), late);
            }
            Pause.of(Duration.ofSeconds(5));
        }
    }

    private static int portOf(String url) throws IOException {
        return Integer.parseInt(url.replaceAll(".*:(\\d+)/.*", "$1"));
    }
}
