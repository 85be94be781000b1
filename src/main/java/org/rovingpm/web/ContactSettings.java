package org.rovingpm.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.StringUtils;

/**
 * Where people who visit the public pages can turn.
 *
 * @param email     e-mail address of the scheme; empty for none
 * @param telephone telephone number of the scheme; empty for none
 */
@ConfigurationProperties("rovingpm.contact")
public record ContactSettings(String email, String telephone) {

    public ContactSettings {
        email = StringUtils.hasText(email) ? email.strip() : null;
        telephone = StringUtils.hasText(telephone) ? telephone.strip() : null;
    }
}
