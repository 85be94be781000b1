package org.rovingpm.notification.returnedmail;

import org.rovingpm.notification.ReturnedMailSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReturnedMailSettings.class)
class ReturnedMailConfiguration {

    @Bean
    ReturnedMailbox returnedMailbox(ReturnedMailSettings settings) {
        settings.check();
        return settings.isSet() ? new ImapMailbox(settings) : new NoMailbox();
    }
}
