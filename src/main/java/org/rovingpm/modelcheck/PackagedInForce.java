package org.rovingpm.modelcheck;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rovingpm.access.Role;
import org.rovingpm.modelcheck.known.InForce;
import org.rovingpm.modelcheck.known.Provided;

/** For use without a database: the packaged models count as in force, and there are no cases. */
class PackagedInForce implements InForce {

    private final Provided provided;

    PackagedInForce(Provided provided) {
        this.provided = provided;
    }

    @Override
    public Optional<byte[]> form(String id) {
        return provided.packagedForm(id);
    }

    @Override
    public Optional<byte[]> process(String id) {
        return provided.packagedProcess(id);
    }

    @Override
    public Set<String> processes() {
        return provided.packagedProcesses();
    }

    @Override
    public Optional<byte[]> decision(String id) {
        return provided.packagedDecision(id);
    }

    @Override
    public boolean group(String id) {
        return Role.ofGroup(id).isPresent();
    }

    @Override
    public Optional<Boolean> account(String id) {
        return Optional.empty();
    }

    @Override
    public Optional<Map<String, Long>> casesAt(String process) {
        return Optional.empty();
    }
}
