package org.rovingpm.deputy;

import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.rovingpm.access.Role;
import org.rovingpm.access.StaffDirectory;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Problems;
import org.rovingpm.submission.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Appoints deputies, begins and ends their time. Whoever has a role appoints its deputies, and an administrator those of every role;
 * nobody appoints themselves.
 */
@Component
public class AppointDeputy {

    private static final String SYSTEM = "system";
    private static final int FURTHEST_DAYS = 366;

    /** PMs have no deputies: another PM is sought for their case. */
    private static final Set<Role> WITHOUT = EnumSet.of(Role.ROVING_PM);

    /**
     * @param role  its group
     * @param from  the first day
     * @param until the last day
     */
    public record Form(
            @NotNull(message = "Choose the role.") @PlainText(label = "The role", max = 64)
            String role,

            @NotNull(message = "Choose the person.") @PlainText(label = "The person", max = 64)
            String person,

            @NotNull(message = "Give the first day.") LocalDate from,

            @NotNull(message = "Give the last day.") LocalDate until,

            @NotNull(message = "Say why.") @PlainText(label = "Why", max = 500)
            String reason) {}

    private final Deputies deputies;
    private final Members members;
    private final StaffDirectory staff;
    private final Clock clock;

    AppointDeputy(Deputies deputies, Members members, StaffDirectory staff, Clock clock) {
        this.deputies = deputies;
        this.members = members;
        this.staff = staff;
        this.clock = clock;
    }

    /** @return the roles whose deputies somebody with these groups appoints */
    public Set<Role> rolesOf(Collection<String> groups) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(Role.ofGroups(groups));
        if (roles.contains(Role.ADMINISTRATOR)) {
            roles.addAll(EnumSet.allOf(Role.class));
        }
        roles.removeAll(WITHOUT);
        return roles;
    }

    /** Refuses a role that is not theirs to give, whoever has it already, themselves, and days that cannot be. */
    @Transactional
    public void appoint(Form form, String who, Collection<String> groups) {
        LocalDate today = LocalDate.now(clock);
        Role role = Role.ofGroup(form.role())
                .filter(rolesOf(groups)::contains)
                .orElseThrow(() -> new Refusal("role", "Choose a role that is yours to give."));
        new Problems()
                .require(
                        staff.find(form.person()).isPresent(),
                        "person",
                        "There is nobody with this user name: choose somebody else.")
                .require(!form.person().equals(who), "person", "You cannot appoint yourself: ask a colleague.")
                .require(
                        !form.from().isBefore(today),
                        "from",
                        "The first day has passed: give today's date or a later one.")
                .require(
                        !form.until().isBefore(form.from()),
                        "until",
                        "The last day is before the first: give the same date or a later one.")
                .require(
                        form.until().isBefore(form.from().plusDays(FURTHEST_DAYS)),
                        "until",
                        "A deputy is appointed for a year at most: for longer, ask an administrator to give them the role.")
                .refuseIfAny();
        if (members.include(form.person(), role)) {
            throw new Refusal("person", "They have this role already.");
        }
        Deputy added = deputies.add(role, form.person(), form.from(), form.until(), form.reason(), who)
                .orElseThrow(() -> new Refusal("person", "They are a deputy in this role already: end that first."));
        keep(added, today);
    }

    /** Ends it at once. Refuses what is over, and a role that is not theirs to give. */
    @Transactional
    public void end(long id, String who, Collection<String> groups) {
        Deputy deputy = deputies.lock(id)
                .filter(found -> rolesOf(groups).contains(found.role()))
                .orElseThrow(() -> new Refusal("This is over already: open the page again."));
        end(deputy, who);
    }

    /** Gives those whose first day has come their role, and takes it from those whose last day is over. */
    @Transactional
    public void keep() {
        LocalDate today = LocalDate.now(clock);
        deputies.toChangeOn(today).forEach(id -> deputies.lock(id).ifPresent(deputy -> keep(deputy, today)));
    }

    private void keep(Deputy deputy, LocalDate today) {
        if (deputy.endsOn().isBefore(today)) {
            end(deputy, SYSTEM);
        } else if (!deputy.startsOn().isAfter(today) && deputy.begunAt() == null) {
            // Somebody who has been given the role for good since then keeps it when this ends
            if (!members.include(deputy.person(), deputy.role())) {
                members.add(deputy.person(), deputy.role());
                deputies.begin(deputy.id());
            } else {
                deputies.end(deputy.id(), SYSTEM);
            }
        }
    }

    private void end(Deputy deputy, String who) {
        if (deputy.begunAt() != null) {
            members.remove(deputy.person(), deputy.role());
        }
        deputies.end(deputy.id(), who);
    }
}
