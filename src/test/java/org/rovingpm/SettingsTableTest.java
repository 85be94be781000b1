package org.rovingpm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The tables of settings name each setting of the code, and no other, with its default. */
public class SettingsTableTest {

    @Test
    void namesEachSettingOfTheCodeWithItsDefault() throws IOException {
        assertThat(ofTheTables()).isEqualTo(ofTheCode());
    }

    @Test
    void saysWhatEachSettingIsFor() throws IOException {
        assertThat(rows()).isNotEmpty().allSatisfy(row -> assertThat(row[3].strip())
                .matches("[A-Z].{10,}\\."));
    }

    private static Map<String, String> ofTheTables() throws IOException {
        return rows().collect(
                        Collectors.toMap(row -> cell(row[1]), row -> cell(row[2]), (one, other) -> one, TreeMap::new));
    }

    private static Stream<String[]> rows() throws IOException {
        return Files.readAllLines(Path.of("docs/settings.md")).stream()
                .filter(line -> line.startsWith("| `ROVINGPM_"))
                .map(line -> line.split("\\|"));
    }

    private static String cell(String text) {
        return text.strip().replace("`", "");
    }

    /** @return the default of each setting of the code, by its name in the environment */
    public static Map<String, String> ofTheCode() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        Map<String, String> settings = new TreeMap<>();
        for (BeanDefinition found : scanner.findCandidateComponents("org.rovingpm")) {
            Class<?> type = ClassUtils.resolveClassName(found.getBeanClassName(), null);
            collect(type, type.getAnnotation(ConfigurationProperties.class).value(), settings);
        }
        return settings;
    }

    private static void collect(Class<?> type, String prefix, Map<String, String> settings) {
        assertThat(type.isRecord()).as("%s is a record", type).isTrue();
        for (Parameter parameter : type.getDeclaredConstructors()[0].getParameters()) {
            String name = prefix + "." + DataObjectPropertyName.toDashedForm(parameter.getName());
            if (parameter.getType().isRecord()) {
                collect(parameter.getType(), name, settings);
            } else {
                settings.put(environmentName(name), defaultOf(parameter));
            }
        }
    }

    private static String environmentName(String property) {
        String name = property.replace('-', '_').replace('.', '_').toUpperCase(Locale.ROOT);
        ConfigurationPropertySource environment = ConfigurationPropertySource.from(
                new SystemEnvironmentPropertySource("systemEnvironment", Map.of(name, "value")));
        assertThat(environment.getConfigurationProperty(ConfigurationPropertyName.of(property)))
                .as("%s sets %s", name, property)
                .isNotNull();
        return name;
    }

    private static String defaultOf(Parameter parameter) {
        DefaultValue value = parameter.getAnnotation(DefaultValue.class);
        return value == null ? "none" : Arrays.stream(value.value()).collect(Collectors.joining(","));
    }
}
