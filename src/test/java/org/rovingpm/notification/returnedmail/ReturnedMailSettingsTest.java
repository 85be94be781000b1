package org.rovingpm.notification.returnedmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rovingpm.notification.ReturnedMailSettings;
import org.rovingpm.start.StartRefused;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class ReturnedMailSettingsTest {

    private static final Map<String, Object> WHOLE =
            Map.of("HOST", "imap.example.org", "USER", "returned", "PASSWORD", "secret");

    private static ReturnedMailSettings from(Map<String, Object> environment) {
        Map<String, Object> named = new HashMap<>();
        environment.forEach((name, value) -> named.put("ROVINGPM_RETURNED_MAIL_" + name, value));
        MutablePropertySources sources = new MutablePropertySources();
        sources.addFirst(new SystemEnvironmentPropertySource("systemEnvironment", named));
        return new Binder(ConfigurationPropertySources.from(sources))
                .bindOrCreate("rovingpm.returned-mail", ReturnedMailSettings.class);
    }

    private static ReturnedMailSettings wholeWith(String name, String value) {
        Map<String, Object> changed = new HashMap<>(WHOLE);
        changed.put(name, value);
        return from(changed);
    }

    private static void refused(ReturnedMailSettings settings, String setting) {
        assertThatThrownBy(settings::check)
                .isInstanceOf(StartRefused.class)
                .extracting(failure -> ((StartRefused) failure).whatToDo())
                .asString()
                .contains(setting)
                .endsWith("start again.");
    }

    @Test
    void noMailboxIsSetByDefault() {
        ReturnedMailSettings nothing = from(Map.of());
        nothing.check();

        assertThat(nothing).isEqualTo(ReturnedMailSettings.NONE);
        assertThat(nothing.isSet()).isFalse();
        assertThat(from(Map.of("HOST", " ", "USER", "")).isSet()).isFalse();
    }

    @Test
    void hostUserAndPasswordAreEnough() {
        ReturnedMailSettings whole = from(WHOLE);
        whole.check();

        assertThat(whole)
                .isEqualTo(
                        new ReturnedMailSettings("imap.example.org", null, "returned", "secret", "imaps", null, null));
        assertThat(wholeWith("ADDRESS", "returned@example.org").hasAddress()).isTrue();
    }

    @Test
    void halfAMailboxRefusesTheStartAndSaysWhatToDo() {
        refused(from(Map.of("USER", "returned", "PASSWORD", "secret")), "ROVINGPM_RETURNED_MAIL_HOST");
        refused(from(Map.of("PORT", "993")), "ROVINGPM_RETURNED_MAIL_HOST");
        refused(from(Map.of("ADDRESS", "returned@example.org")), "ROVINGPM_RETURNED_MAIL_HOST");
        refused(wholeWith("USER", ""), "ROVINGPM_RETURNED_MAIL_USER");
        refused(wholeWith("PASSWORD", ""), "ROVINGPM_RETURNED_MAIL_PASSWORD");
        refused(wholeWith("PROTOCOL", "pop3"), "ROVINGPM_RETURNED_MAIL_PROTOCOL");
        refused(wholeWith("ADDRESS", "Returned <returned@example.org>"), "ROVINGPM_RETURNED_MAIL_ADDRESS");
    }
}
