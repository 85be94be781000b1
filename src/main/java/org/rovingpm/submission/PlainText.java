package org.rovingpm.submission;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Text that a person typed: no control characters other than line breaks and tabs, no invisible direction overrides,
 * nothing that reads as HTML, and at most {@link #max()} characters. A missing text is accepted.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PlainTextValidator.class)
public @interface PlainText {

    /** The field as the person knows it, for the sentence: "What has happened". */
    String label();

    int max() default 2000;

    /** Whether it has no line breaks and tabs either, as a name. */
    boolean oneLine() default false;

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
