package org.rovingpm.notification.recipient;

import java.util.List;
import java.util.Set;
import org.rovingpm.access.Role;
import org.rovingpm.access.StaffDirectory;
import org.rovingpm.notification.Recipient;
import org.rovingpm.notification.RecipientSource;
import org.rovingpm.roster.DeclaredInterests;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCases;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The teams of the scheme, without people who have declared an interest in the practice. */
@Configuration(proxyBeanMethods = false)
class StaffRecipients {

    @Bean
    RecipientSource coordinators(StaffDirectory staff, SupportCases cases, DeclaredInterests interests) {
        return new Team("coordinators", "the coordinators", Role.COORDINATOR, staff, cases, interests);
    }

    @Bean
    RecipientSource serviceManagers(StaffDirectory staff, SupportCases cases, DeclaredInterests interests) {
        return new Team("service-managers", "the service managers", Role.SERVICE_MANAGER, staff, cases, interests);
    }

    private record Team(
            String name, String label, Role role, StaffDirectory staff, SupportCases cases, DeclaredInterests interests)
            implements RecipientSource {

        @Override
        public List<Recipient> of(CaseReference reference) {
            Set<String> barred = interests.in(cases.get(reference).practice());
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
