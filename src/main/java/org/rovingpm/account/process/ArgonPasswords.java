package org.rovingpm.account.process;

import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.rovingpm.account.PasswordHash;

/** Has the engine store passwords as {@link PasswordHash}. It marks each by this name, and goes on to know those of before by theirs. */
class ArgonPasswords implements PasswordEncryptor {

    static final String NAME = "argon2id";

    private final PasswordHash hash;

    ArgonPasswords(PasswordHash hash) {
        this.hash = hash;
    }

    @Override
    public String encrypt(String password) {
        return hash.of(password);
    }

    @Override
    public boolean check(String password, String encrypted) {
        return hash.matches(password, encrypted);
    }

    @Override
    public String hashAlgorithmName() {
        return NAME;
    }
}
