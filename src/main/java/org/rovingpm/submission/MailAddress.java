package org.rovingpm.submission;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;

/**
 * An e-mail address that mail servers take: unquoted letters, digits and signs (RFC 5321, RFC 5322), at most 64 before the @, and
 * the name of a server after it. What most servers refuse, such as letters with accents, is refused here already, where somebody
 * can correct it. A missing address is accepted.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = MailAddressValidator.class)
public @interface MailAddress {

    /** The address as a whole: what is before the @, and the parts of the server's name. */
    Pattern FORM = Pattern.compile("(?=[^@]{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
            + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])");

    String message();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
