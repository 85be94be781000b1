package org.rovingpm.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a message that brings variables with it: gateways behind the event that waits for it may ask them. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Carries {

    /** Names of the variables. */
    String[] value();
}
