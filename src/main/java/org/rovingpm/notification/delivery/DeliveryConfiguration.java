package org.rovingpm.notification.delivery;

import java.time.Clock;
import org.rovingpm.notification.MessageSettings;
import org.rovingpm.notification.ReturnedMailSettings;
import org.rovingpm.start.StartRefused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MessageSettings.class)
class DeliveryConfiguration {

    /** GOV.UK Notify or a mail server, whichever is set; otherwise messages are only recorded. */
    @Bean
    Channel channel(
            ObjectProvider<JavaMailSenderImpl> mailServer,
            MessageSettings settings,
            ReturnedMailSettings returned,
            Clock clock) {
        JavaMailSenderImpl server = mailServer.getIfAvailable();
        if (settings.usesNotify()) {
            if (server != null) {
                throw new StartRefused(
                        "Both a mail server (SPRING_MAIL_HOST) and GOV.UK Notify are set.",
                        "Remove the settings of one of them and start again.");
            }
            return new NotifyChannel(settings.govUkNotify(), clock);
        }
        return server == null ? new RecordOnlyChannel() : new MailChannel(server, settings.from(), returned);
    }
}
