package org.rovingpm.document;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DocumentSettings.class)
class DocumentConfiguration {

    @Bean
    VirusScanner virusScanner(DocumentSettings settings) {
        return settings.host() == null || settings.host().isBlank()
                ? content -> VirusScanner.Verdict.NOT_SCANNED
                : new Clamd(settings.host(), settings.port(), settings.timeout());
    }
}
