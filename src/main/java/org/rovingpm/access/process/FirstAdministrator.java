package org.rovingpm.access.process;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.rovingpm.access.Role;
import org.rovingpm.start.StartRefused;
import org.springframework.stereotype.Component;

/**
 * Sees to it that somebody can administer the accounts. While the administrators' group has no direct member, anyone
 * could make themselves one through the vendor's setup pages (CVE-2026-77226); those are shut as well.
 */
@Component
class FirstAdministrator {

    private final IdentityService identities;
    private final AccessSettings settings;
    private final MakeAccount makeAccount;

    FirstAdministrator(IdentityService identities, AccessSettings settings, MakeAccount makeAccount) {
        this.identities = identities;
        this.settings = settings;
        this.makeAccount = makeAccount;
    }

    /** Makes the configured administrator unless there is one; refuses to go on without either. */
    void makeUnlessThereIsOne() {
        if (identities
                        .createUserQuery()
                        .memberOfGroup(Role.ADMINISTRATOR.group())
                        .count()
                > 0) {
            return;
        }
        require(settings.user(), "rovingpm.admin.user", "ROVINGPM_ADMIN_USER");
        require(settings.password(), "rovingpm.admin.password", "ROVINGPM_ADMIN_PASSWORD");
        try {
            makeAccount.with(settings.user(), "First", "Administrator", null, settings.password(), Role.ADMINISTRATOR);
        } catch (BadUserRequestException refused) {
            throw new StartRefused(
                    "The password of the first administrator is too weak: " + refused.getMessage(),
                    "Set rovingpm.admin.password (ROVINGPM_ADMIN_PASSWORD) to a stronger one and start again.");
        }
    }

    private static void require(String value, String setting, String variable) {
        if (value == null || value.isBlank()) {
            throw new StartRefused(
                    "There is no administrator yet, and the setting %s (%s) is missing.".formatted(setting, variable),
                    "Set %s and start again.".formatted(variable));
        }
    }
}
