package org.rovingpm.access.process;

import org.rovingpm.access.SampleAccounts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Before the first request can come in: groups, rights, task lists, and somebody who can administer. */
@Component
@EnableConfigurationProperties(AccessSettings.class)
class SetUpAccess implements SmartInitializingSingleton {

    private final GrantRights grantRights;
    private final MakeAccount makeAccount;
    private final FirstAdministrator firstAdministrator;
    private final ObjectProvider<SampleAccounts> samples;

    SetUpAccess(
            GrantRights grantRights,
            MakeAccount makeAccount,
            FirstAdministrator firstAdministrator,
            ObjectProvider<SampleAccounts> samples) {
        this.grantRights = grantRights;
        this.makeAccount = makeAccount;
        this.firstAdministrator = firstAdministrator;
        this.samples = samples;
    }

    @Override
    public void afterSingletonsInstantiated() {
        grantRights.toEveryRole();
        samples.ifAvailable(accounts -> accounts.accounts()
                .forEach(account -> makeAccount.with(
                        account.id(),
                        account.firstName(),
                        account.lastName(),
                        account.email(),
                        accounts.password(),
                        account.roleOf())));
        firstAdministrator.makeUnlessThereIsOne();
    }
}
