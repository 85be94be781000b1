package org.rovingpm.account.process;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.rovingpm.account.AccountNotices;
import org.rovingpm.account.Accounts;
import org.rovingpm.account.PasswordHash;
import org.rovingpm.account.log.SecurityLog;
import org.springframework.stereotype.Component;

/** Has the engine keep its accounts as this module says. */
@Component
class AccountPlugin extends AbstractProcessEnginePlugin {

    private final PasswordHash hash;
    private final Accounts accounts;
    private final StoredAccounts stored;
    private final AccountNotices notices;
    private final SecurityLog log;

    AccountPlugin(
            PasswordHash hash, Accounts accounts, StoredAccounts stored, AccountNotices notices, SecurityLog log) {
        this.hash = hash;
        this.accounts = accounts;
        this.stored = stored;
        this.notices = notices;
        this.log = log;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setPasswordEncryptor(new ArgonPasswords(hash));
        engine.setPasswordPolicy(new EnginePasswordPolicy());
        engine.setIdentityProviderSessionFactory(new IdentitySessions(accounts, stored, notices, log));
        List<CommandInterceptor> interceptors = new ArrayList<>();
        if (engine.getCustomPreCommandInterceptorsTxRequired() != null) {
            interceptors.addAll(engine.getCustomPreCommandInterceptorsTxRequired());
        }
        interceptors.add(new ReadablePasswordRefusals());
        interceptors.add(new NoteChangedRights(engine::getIdentityService, log));
        engine.setCustomPreCommandInterceptorsTxRequired(interceptors);
    }
}
