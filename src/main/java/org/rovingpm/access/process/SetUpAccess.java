package org.rovingpm.access.process;

import org.rovingpm.access.DemoAccounts;
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
    private final ObjectProvider<DemoAccounts> demo;

    SetUpAccess(
            GrantRights grantRights,
            MakeAccount makeAccount,
            FirstAdministrator firstAdministrator,
            ObjectProvider<DemoAccounts> demo) {
        this.grantRights = grantRights;
        this.makeAccount = makeAccount;
        this.firstAdministrator = firstAdministrator;
        this.demo = demo;
    }

    @Override
    public void afterSingletonsInstantiated() {
        grantRights.toEveryRole();
        demo.ifAvailable(accounts -> accounts.accounts()
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
