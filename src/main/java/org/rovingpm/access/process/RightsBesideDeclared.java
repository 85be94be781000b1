package org.rovingpm.access.process;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.rovingpm.access.DeclaredAccess;
import org.rovingpm.access.ModelRights;
import org.rovingpm.access.ProcessAccess;
import org.rovingpm.access.Role;
import org.springframework.stereotype.Component;

@Component
class RightsBesideDeclared implements ModelRights {

    private final DeclaredAccess declared;

    RightsBesideDeclared(DeclaredAccess declared) {
        this.declared = declared;
    }

    @Override
    public List<OfProcess> of(byte[] model) {
        return model == null
                ? List.of()
                : ModelGrants.of(Bpmn.readModelFromStream(new ByteArrayInputStream(model))).stream()
                        .map(this::withoutDeclared)
                        .toList();
    }

    private OfProcess withoutDeclared(OfProcess process) {
        Set<ProcessAccess> known = declared.processes().stream()
                .filter(access -> access.process().equals(process.id()))
                .collect(Collectors.toSet());
        Set<Role> starters = new LinkedHashSet<>(process.starters());
        Set<Role> workers = new LinkedHashSet<>(process.workers());
        known.forEach(access -> {
            starters.removeAll(access.starters());
            workers.removeAll(access.workers());
        });
        return new OfProcess(process.id(), process.name(), starters, workers);
    }
}
