package org.rovingpm.account.process;

import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.rovingpm.account.AccountNotices;
import org.rovingpm.account.Accounts;
import org.rovingpm.account.log.SecurityLog;

/** Gives each command of the engine its {@link GuardedIdentities}. */
class IdentitySessions implements SessionFactory {

    private final Accounts accounts;
    private final StoredAccounts stored;
    private final AccountNotices notices;
    private final SecurityLog log;

    IdentitySessions(Accounts accounts, StoredAccounts stored, AccountNotices notices, SecurityLog log) {
        this.accounts = accounts;
        this.stored = stored;
        this.notices = notices;
        this.log = log;
    }

    @Override
    public Class<?> getSessionType() {
        return GuardedIdentities.class;
    }

    @Override
    public Session openSession() {
        return new GuardedIdentities(accounts, stored, notices, log);
    }
}
