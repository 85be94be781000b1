package org.rovingpm.casepage.web.admission;

import java.util.List;
import java.util.Optional;
import org.rovingpm.account.log.SecurityLog;
import org.rovingpm.casepage.CaseAccess;
import org.rovingpm.note.TeamNotes;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Office;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Admits people to a case, and writes down that they have looked at it; or answers that there is no such page. */
@Component
public class Admission {

    private final CaseAccess access;
    private final SecurityLog log;

    Admission(CaseAccess access, SecurityLog log) {
        this.access = access;
        this.log = log;
    }

    /** Somebody who may see this case. */
    public record Admitted(String user, boolean office, CaseReference reference) {

        public TeamNotes.Reader reader() {
            return office ? TeamNotes.Reader.OFFICE : TeamNotes.Reader.PM;
        }
    }

    public Admitted to(String reference, Authentication person) {
        CaseReference caseReference = CaseReference.read(reference).orElseThrow(Admission::notFound);
        List<String> groups = groupsOf(person);
        if (!access.maySee(person.getName(), groups, caseReference)) {
            throw notFound();
        }
        log.addRead(person.getName(), caseReference.value());
        return new Admitted(person.getName(), Office.includes(groups), caseReference);
    }

    /** @return the case, for somebody who has work in it and may not see the rest of it */
    public Optional<CaseReference> toOutline(String reference, Authentication person) {
        List<String> groups = groupsOf(person);
        Optional<CaseReference> outlined = CaseReference.read(reference)
                .filter(it -> !access.maySee(person.getName(), groups, it))
                .filter(it -> access.maySeeOutline(person.getName(), groups, it));
        outlined.ifPresent(it -> log.addRead(person.getName(), it.value()));
        return outlined;
    }

    public static List<String> groupsOf(Authentication person) {
        return person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
    }

    public static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
