package org.rovingpm.notification.recipient;

import java.util.List;
import java.util.Set;
import org.rovingpm.access.Role;
import org.rovingpm.access.StaffDirectory;
import org.rovingpm.hiddencase.HiddenCases;
import org.rovingpm.notification.Recipient;
import org.rovingpm.notification.RecipientSource;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The teams of the scheme, without people from whom the case is hidden. */
@Configuration(proxyBeanMethods = false)
class StaffRecipients {

    @Bean
    RecipientSource coordinators(StaffDirectory staff, HiddenCases hiddenCases) {
        return new Team("coordinators", "the coordinators", Role.COORDINATOR, staff, hiddenCases);
    }

    @Bean
    RecipientSource serviceManagers(StaffDirectory staff, HiddenCases hiddenCases) {
        return new Team("service-managers", "the service managers", Role.SERVICE_MANAGER, staff, hiddenCases);
    }

    private record Team(String name, String label, Role role, StaffDirectory staff, HiddenCases hiddenCases)
            implements RecipientSource {

        @Override
        public List<Recipient> of(CaseReference reference) {
            List<StaffDirectory.Person> team = staff.of(role);
            Set<String> mayBeTold = hiddenCases.whoMaySee(
                    reference, team.stream().map(StaffDirectory.Person::id).toList());
            List<Recipient> members = team.stream()
                    .filter(person -> mayBeTold.contains(person.id()))
                    .map(person -> Recipient.of(person.id(), person.name(), person.email()))
                    .toList();
            return members.isEmpty()
                    ? List.of(Recipient.unreachable(null, label, "None of them can be notified."))
                    : members;
        }
    }
}
