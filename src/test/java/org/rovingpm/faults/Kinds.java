package org.rovingpm.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.rovingpm.fixture.SilentProxy;

/** The faults that there are. The first round has each of them once, in an order that chance makes. */
final class Kinds {

    /** @param work makes the fault, and ends when it is over */
    record Fault(String name, Runnable work) {}

    private static final Duration HANGS = Duration.ofSeconds(20);

    private final List<Fault> all = new ArrayList<>();
    private final List<Fault> round = new ArrayList<>();

    Kinds(List<Instance> instances, Server server, SilentProxy proxy, SmallDisk disk) {
        instances.forEach(instance -> {
            all.add(new Fault("Instance “%s” killed".formatted(instance.name()), instance::kill));
            all.add(new Fault("Instance “%s” stopped".formatted(instance.name()), instance::stop));
        });
        all.add(new Fault("Database killed", () -> server.signal("KILL")));
        all.add(new Fault("Database stopped", () -> server.signal("INT")));
        all.add(new Fault("One process of the database killed", server::killOneProcess));
        all.add(new Fault("Connections forgotten silently", proxy::forgetConnections));
        all.add(new Fault("Database silent for 20 s", () -> {
            proxy.fallSilent();
            Pause.of(HANGS);
            proxy.speak();
        }));
        if (disk.isSmall()) {
            all.add(new Fault("Disk of the database full for 20 s", () -> {
                disk.fill();
                Pause.of(HANGS);
                disk.empty();
            }));
        }
    }

    Fault choose(Random chance) {
        if (round.isEmpty()) {
            round.addAll(all);
        }
        return round.remove(chance.nextInt(round.size()));
    }
}
