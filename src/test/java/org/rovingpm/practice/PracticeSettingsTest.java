package org.rovingpm.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class PracticeSettingsTest {

    @Test
    void readsTheEnvironment() {
        PracticeSettings settings = from(Map.of(
                "ROVINGPM_REGISTER_FILE",
                "epraccur.csv",
                "ROVINGPM_REGISTER_ICB",
                " qt1 ",
                "ROVINGPM_REGISTER_MISSING_ALLOWED",
                "25",
                "ROVINGPM_POSTCODE_FILE",
                "postcodes.csv",
                "ROVINGPM_OUTCODE_FILE",
                "outcodes.csv"));

        assertThat(settings)
                .isEqualTo(new PracticeSettings(
                        new PracticeSettings.Register("epraccur.csv", "QT1", 25), "postcodes.csv", "outcodes.csv"));
    }

    @Test
    void nothingIsSetByDefault() {
        assertThat(from(Map.of("ROVINGPM_DB_URL", "x", "ROVINGPM_REGISTER_ICB", "")))
                .isEqualTo(new PracticeSettings(new PracticeSettings.Register(null, null, 10), null, null));
    }

    private static PracticeSettings from(Map<String, Object> environment) {
        MutablePropertySources sources = new MutablePropertySources();
        sources.addFirst(new SystemEnvironmentPropertySource("systemEnvironment", environment));
        return new Binder(ConfigurationPropertySources.from(sources)).bindOrCreate("rovingpm", PracticeSettings.class);
    }
}
