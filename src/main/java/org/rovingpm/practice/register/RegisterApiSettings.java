package org.rovingpm.practice.register;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The API of the NHS register.
 *
 * @param url     its address; empty if it is not used
 * @param key     sent as the header "apikey"; empty for none
 * @param shape   how it answers
 * @param timeout how long it may take to send anything
 */
@ConfigurationProperties("rovingpm.register.api")
public record RegisterApiSettings(
        String url,
        String key,
        @DefaultValue("ORD") Shape shape,
        @DefaultValue("20s") Duration timeout) {

    /** How the API answers, and where. */
    public enum Shape {
        /** Organisation Reference Data: lists of organisations, and entries with their relations. */
        ORD,
        /** One organisation at a time, without its ICB: practices that are known are kept up to date, and named ones are found. */
        FHIR
    }
}
