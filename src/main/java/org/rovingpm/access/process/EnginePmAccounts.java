package org.rovingpm.access.process;

import org.rovingpm.access.PmAccounts;
import org.rovingpm.access.Role;
import org.springframework.stereotype.Component;

@Component
class EnginePmAccounts implements PmAccounts {

    private final EngineAccounts accounts;

    EnginePmAccounts(EngineAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public boolean isPm(String userId) {
        return accounts.groupsOf(userId).contains(Role.ROVING_PM.group());
    }
}
