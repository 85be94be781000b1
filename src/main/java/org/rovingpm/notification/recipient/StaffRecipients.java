package org.rovingpm.notification.recipient;

import java.util.List;
import java.util.Set;
import org.rovingpm.access.Role;
import org.rovingpm.access.StaffDirectory;
import org.rovingpm.notification.Recipient;
import org.rovingpm.notification.RecipientSource;
import org.rovingpm.roster.DeclaredInterests;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The teams of the scheme, without people who have declared an interest in a practice of the case. */
@Configuration(proxyBeanMethods = false)
class StaffRecipients {

    @Bean
    RecipientSource coordinators(StaffDirectory staff, DeclaredInterests interests) {
        return new Team("coordinators", "the coordinators", Role.COORDINATOR, staff, interests);
    }

    @Bean
    RecipientSource serviceManagers(StaffDirectory staff, DeclaredInterests interests) {
        return new Team("service-managers", "the service managers", Role.SERVICE_MANAGER, staff, interests);
    }

    private record Team(String name, String label, Role role, StaffDirectory staff, DeclaredInterests interests)
            implements RecipientSource {

        @Override
        public List<Recipient> of(CaseReference reference) {
            Set<String> barred = interests.in(reference);
            List<Recipient> members = staff.of(role).stream()
                    .filter(person -> !barred.contains(person.id()))
                    .map(person -> Recipient.of(person.id(), person.name(), person.email()))
                    .toList();
            return members.isEmpty()
                    ? List.of(Recipient.unreachable(null, label, "None of them can be notified."))
                    : members;
        }
    }
}
