package org.rovingpm.account.process;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.rovingpm.account.PasswordHash;
import org.rovingpm.account.Passwords;
import org.rovingpm.account.PersonalDetails;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The passwords of the engine's accounts. They are looked at outside any transaction, because whoever waits for their turn must
 * hold no connection to the database.
 */
@Component
class EnginePasswords implements Passwords {

    private static final int LONGEST_NAME = 64;
    private static final String MARK = "{" + ArgonPasswords.NAME + "}";

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;
    private final ObjectProvider<IdentityService> identities;
    private final StoredAccounts stored;
    private final PasswordHash hash;

    EnginePasswords(
            ObjectProvider<ProcessEngineConfigurationImpl> engine,
            ObjectProvider<IdentityService> identities,
            StoredAccounts stored,
            PasswordHash hash) {
        this.engine = engine;
        this.identities = identities;
        this.stored = stored;
        this.hash = hash;
    }

    @Override
    public boolean isRight(String person, String password) {
        Optional<StoredAccounts.Password> found = couldBeAName(person) ? stored.passwordOf(person) : Optional.empty();
        if (found.isEmpty()) {
            hash.matchesNobody(password);
            return false;
        }
        StoredAccounts.Password present = found.get();
        ProcessEngineConfigurationImpl settings = engine.getObject();
        PasswordManager kinds = settings.getPasswordManager();
        boolean right = kinds.check(EncryptionUtil.saltPassword(password, present.salt()), present.hash());
        if (!present.hash().startsWith(MARK)) {
            if (right) {
                String salt = settings.getSaltGenerator().generateSalt();
                stored.renew(
                        person,
                        present,
                        new StoredAccounts.Password(kinds.encrypt(EncryptionUtil.saltPassword(password, salt)), salt));
            } else {
                hash.matchesNobody(password);
            }
        }
        return right;
    }

    @Override
    public void set(String person, String password) {
        User user = identities.getObject().createUserQuery().userId(person).singleResult();
        if (user == null) {
            throw new BadUserRequestException("There is no such account.");
        }
        user.setPassword(password);
        identities.getObject().saveUser(user);
    }

    @Override
    public Optional<PersonalDetails> detailsOf(String person) {
        return stored.detailsOf(person);
    }

    @Override
    public Optional<String> addressOf(String person) {
        return stored.rosterAddressOf(person)
                .or(() -> stored.detailsOf(person).map(PersonalDetails::email))
                .filter(address -> !address.isBlank());
    }

    @Override
    public List<Holder> holdersOf(String typed) {
        return stored.holdersOf(typed);
    }

    /** The database takes nothing else for a name. */
    private static boolean couldBeAName(String typed) {
        return !typed.isEmpty() && typed.length() <= LONGEST_NAME && typed.indexOf('\0') < 0;
    }
}
