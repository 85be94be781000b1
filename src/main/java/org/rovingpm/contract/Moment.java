package org.rovingpm.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a variable that holds the moment of a deadline, as an ISO instant. It moves when the clocks of its case start again, and
 * history leaves it to the task or timer that it is for.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Moment {}
