package org.rovingpm.account.process;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.rovingpm.account.PasswordRules;
import org.rovingpm.account.PasswordRules.Owner;

/** Holds the engine, and so Admin, to our {@link PasswordRules}. Admin shows each rule's sentence beside the field. */
class EnginePasswordPolicy implements PasswordPolicy {

    private static final Owner UNKNOWN = new Owner(null, null, null, null);

    @Override
    public List<PasswordPolicyRule> getRules() {
        return Arrays.stream(PasswordRules.values())
                .<PasswordPolicyRule>map(OneRule::new)
                .toList();
    }

    private record OneRule(PasswordRules rule) implements PasswordPolicyRule {

        @Override
        public String getPlaceholder() {
            return rule.sentence();
        }

        @Override
        public Map<String, String> getParameters() {
            return Map.of();
        }

        @Override
        public boolean execute(String password) {
            return rule.keeps(password, UNKNOWN);
        }

        @Override
        public boolean execute(String password, User user) {
            return rule.keeps(
                    password,
                    user == null
                            ? UNKNOWN
                            : new Owner(user.getId(), user.getFirstName(), user.getLastName(), user.getEmail()));
        }
    }
}
