package org.rovingpm.notification;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MessageSettings.class)
class MessageConfiguration {

    /** A mail server where one is set, and otherwise nothing. */
    @Bean
    Channel channel(ObjectProvider<JavaMailSenderImpl> mailServer, MessageSettings settings) {
        JavaMailSenderImpl server = mailServer.getIfAvailable();
        return server == null ? new KeepingChannel() : new MailChannel(server, settings.from());
    }
}
