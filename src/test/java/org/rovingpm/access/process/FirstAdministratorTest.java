package org.rovingpm.access.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Role;
import org.rovingpm.access.SampleAccounts;
import org.rovingpm.demo.DemoAccounts;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.start.StartRefused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
@Transactional
class FirstAdministratorTest {

    @Autowired
    private IdentityService identities;

    @Autowired
    private MakeAccount makeAccount;

    private FirstAdministrator with(String user, String password) {
        return new FirstAdministrator(identities, new AccessSettings(user, password), makeAccount);
    }

    private void removeAdministrators() {
        for (User administrator : identities
                .createUserQuery()
                .memberOfGroup(Role.ADMINISTRATOR.group())
                .list()) {
            identities.deleteMembership(administrator.getId(), Role.ADMINISTRATOR.group());
        }
    }

    @Test
    void withoutAnAdministratorTheMissingSettingIsNamed() {
        removeAdministrators();
        assertThatThrownBy(() -> with(null, null).makeUnlessThereIsOne())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("rovingpm.admin.user")
                .hasMessageContaining("ROVINGPM_ADMIN_USER");
        assertThatThrownBy(() -> with("chief", " ").makeUnlessThereIsOne())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("rovingpm.admin.password")
                .hasMessageContaining("ROVINGPM_ADMIN_PASSWORD");
    }

    @Test
    void aWeakFirstPasswordIsRefused() {
        removeAdministrators();
        assertThatThrownBy(() -> with("chief", "short").makeUnlessThereIsOne())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("too weak")
                .hasMessageContaining("12 characters");
    }

    @Test
    void theFirstAdministratorIsADirectMemberOfTheGroup() {
        removeAdministrators();
        with("chief", "Uncommonly-long-1").makeUnlessThereIsOne();
        assertThat(identities
                        .createUserQuery()
                        .memberOfGroup(Role.ADMINISTRATOR.group())
                        .singleResult()
                        .getId())
                .isEqualTo("chief");
        assertThat(identities.checkPassword("chief", "Uncommonly-long-1")).isTrue();
    }

    @Test
    void whereThereIsOneTheSettingsAreNotNeeded() {
        assertThatCode(() -> with(null, null).makeUnlessThereIsOne()).doesNotThrowAnyException();
    }

    @Test
    void theDemonstrationHasAnAccountForEveryRoleWithAPasswordThatKeepsThePolicy() {
        SampleAccounts demo = new DemoAccounts().sampleAccounts();
        demo.accounts()
                .forEach(account -> makeAccount.with(
                        account.id(),
                        account.firstName(),
                        account.lastName(),
                        account.email(),
                        demo.password(),
                        account.roleOf()));
        assertThat(demo.accounts().stream().map(SampleAccounts.Account::roleOf).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.allOf(Role.class));
        assertThat(demo.accounts())
                .filteredOn(account -> account.roleOf() == Role.ROVING_PM)
                .hasSize(20)
                .allSatisfy(account -> assertThat(account.id()).startsWith("pm."));
        assertThat(identities.checkPassword("coordinator", "RovingPM-demo-1")).isTrue();
    }
}
